"""Lives in brackets: "Ada Brenn (12 March 1888 – 30 October 1961) was a Danish chemist".

The dates behind the name of a person are those of the birth and of the death, which no
verb tells. So is "(born 3 May 1951)", where the text goes on with "he" or "she": a war or
a state has dates in brackets, too.
"""

from collections.abc import Iterator
from itertools import pairwise

from timeline import civil
from timeline.extract.called import PERSON
from timeline.extract.draft import Draft, Point, is_point
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.extract.reading import Range, Reading
from timeline.model import Granularity, Span, Timex

_YEARS = range(25, 116)
"""Years that a person can live, and hardly anyone is in office."""

_AHEAD = 3
"""Sentences in which a person is "he" or "she"."""

_PLACE = 6
"""Words between a bracket and its date, at most: "(* in Torvik am"."""

_NEAR = 4
"""The same, where no place stands there: "(born on 3 May 1931)"."""

_TITLE = 8
"""Words of a name before the bracket, at most."""


def lives(page: Page, sentence: Sentence) -> Iterator[tuple[Draft, Timex, str]]:
    """The birth and the death that a sentence has in brackets: draft, date and line."""
    if sentence.shape is not Shape.PROSE or "(" not in _part(page, sentence):
        return
    reading = page.reading(sentence.ordinal)
    said = page.cues.headline
    if found := _with_places(page, reading):
        draft, name, births = found
        for (_, timex), verb in zip(births, (said.born, said.died), strict=True):
            yield draft, timex, f"{name} {verb}"
        return
    for place, timex in reading.timexes:
        name = _name(page, reading, place) if is_point(timex) else ""
        if not name or not _is_person(page, sentence):
            continue
        opens = reading.words[_opens(reading, place, _NEAR) + 1]
        draft = Draft(
            (), max(0, reading.at(opens.start) - 1 - len(name.split())), place.last + 1
        )
        ends = timex.parts
        if opens.low in said.births and not ends:
            yield draft, timex, f"{name} {said.born}"
        elif opens.low in said.deaths and not ends:
            yield draft, timex, f"{name} {said.died}"
        elif opens.start == timex.span.start and _is_life(ends):
            yield draft, ends[0], f"{name} {said.born}"
            yield draft, ends[1], f"{name} {said.died}"


def _with_places(
    page: Page, reading: Reading
) -> tuple[Draft, str, tuple[Point, Point]] | None:
    """A life that says where: "(Torvik, 12 March 1888 – Lund, 30 October 1961)"."""
    points = in_life(reading)
    if not points:
        return None
    opening = _opens(reading, points[0][0], _PLACE)
    said = page.cues.headline.births | page.cues.headline.deaths
    verbs = (word.low in said for word in reading.words[opening : points[-1][0].last])
    if opening < 1 or (page.cues.verbs and any(verbs)):
        return None  # "born 3 May 1951" is told by its verb
    start = reading.words[max(0, opening - _TITLE)].start
    names = page.names.within(Span(start, reading.words[opening].start))
    if not names or names[-1].kind != PERSON:
        return None
    between = page.document.text[names[-1].end : reading.words[opening].start]
    if any(map(str.isalnum, between)):
        return None
    first = reading.at(names[-1].start)
    draft = Draft((), first, points[1][0].last + 1)
    return draft, names[-1].text, (points[0], points[1])


def in_life(reading: Reading) -> tuple[Point, ...]:
    """The two days, a life apart, that stand in one bracket with little beside them."""
    for first, last in pairwise(reading.timexes):
        opening = _opens(reading, first[0], _PLACE)
        behind = reading.words[last[0].last : last[0].last + _PLACE]
        closes = any(word.low == ")" for word in behind)
        if opening < 0 or not closes or not (is_point(first[1]) and is_point(last[1])):
            continue
        if _is_life((first[1], last[1])):
            return first, last
    return ()


def _opens(reading: Reading, place: Range, reach: int) -> int:
    """The bracket among so many words before a date, or -1."""
    before = range(place.first - 1, max(-1, place.first - 1 - reach), -1)
    return next((at for at in before if reading.words[at].low == "("), -1)


def _part(page: Page, sentence: Sentence) -> str:
    return page.document.text[sentence.span.start : sentence.span.end]


def _name(page: Page, reading: Reading, place: Range) -> str:
    """The name before the bracket that holds the date and little else, or ""."""
    opening = _opens(reading, place, _NEAR)
    behind = reading.words[place.last : place.last + 1]
    if opening < 1 or not behind or behind[0].low != ")":
        return ""
    start = reading.words[max(0, opening - _TITLE)].start
    names = page.names.within(Span(start, reading.words[opening].start))
    if not names:
        return ""
    last = names[-1]
    between = page.document.text[last.end : reading.words[opening].start]
    at = reading.at(last.start)
    led = at and reading.words[at - 1].low in page.cues.grammar.articles
    return "" if led or any(map(str.isalnum, between)) else last.text


def _is_person(page: Page, sentence: Sentence) -> bool:
    """Whether someone who is "he" or "she" is told of here."""
    ahead = page.sentences[sentence.ordinal : sentence.ordinal + 1 + _AHEAD]
    people = {"he", "she"}
    for one in ahead:
        if one.paragraph - sentence.paragraph > 1:
            return False
        words = _part(page, one).lower().replace(",", " ").split()
        if any(page.cues.people.get(word) in people for word in words):
            return True
    return False


def _is_life(parts: tuple[Timex, ...]) -> bool:
    """Whether a range of days is as long as a life can be.

    Bare years may be those of a reign or of a post, and so may days that are few years
    apart: to say that one was born then would invent it.
    """
    if len(parts) != 2 or any(end.time is None for end in parts):
        return False
    first, last = (end.time for end in parts)
    assert first is not None
    assert last is not None
    if first.granularity.fineness < Granularity.DAY.fineness:
        return False
    years = (
        civil.ymd(last.start // civil.DAY)[0] - civil.ymd(first.start // civil.DAY)[0]
    )
    return years in _YEARS
