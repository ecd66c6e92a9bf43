"""What one document says of its own day, found without knowing that day."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.dct.inferred.orders import NOTHING, Shown
from timeline.lang.locales import locale
from timeline.lang.table import has_table
from timeline.model import (
    Anchor,
    Document,
    Granularity,
    Source,
    Span,
    TimeValue,
    Timex,
)
from timeline.text.sentences import sentences
from timeline.text.stems import content_stems
from timeline.timex import tag
from timeline.timex.lexicon import lexicon
from timeline.timex.tense import FUTURE, UNKNOWN, tense

PROBES = (civil.days(2001, 5, 16), civil.days(2014, 8, 24))
"""Two days that differ in all their fields. A text is read as if written on either, and
what moves along with them shows what each expression hangs on: "Friday" keeps its
weekday, "yesterday" its distance, "5 May" its month and day, "5 May 2022" everything.
So no word of any language need be known here (the trick is python-edtf's)."""

MAX_SAID = 200
"""Expressions looked at in one document; more add nothing but time."""

LONGEST = 100_000
"""Characters looked at in one undated document."""

_AROUND = 20
"""Characters on either side of an expression that tell its place from others."""

_UNKNOWN, _WEEKDAY = "XXXX-", "XXXX-WXX-"

_LENGTH = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DW])")
_DAYS = {"D": 1, "W": 7}
_BEHIND = re.compile(r"\s(?P<word>\w+)\s(?P<rest>(?:[^.;:!?\n]|\.\d){0,60})")
_KEPT = 4096
"""Words remembered as weekdays or none."""

_NAMED = 4
"""Content words behind "six days after" among which is the name of what happened."""


class Says(StrEnum):
    """What kind of time an expression names; what `Said.number` counts."""

    WEEKDAY = "weekday"
    """0 for Monday to 6 for Sunday."""
    OFFSET = "offset"
    """Days after the document's day: -1 is yesterday."""
    DATE = "date"
    """The number of the day."""
    MONTH_DAY = "month-day"
    """A day without its year: 100 times the month, plus the day."""
    MONTH = "month"
    """A month without its year."""
    YEAR = "year"
    SINCE = "since"
    """A weekday told of in one sentence with an earlier day: 10,000 times the weekday,
    plus the earlier day as month-day."""
    POINTED = "pointed"
    """As weekday, for one that is pointed at: "this Saturday"."""
    HEAD = "head"
    """As month-day, where the document's own date stands, as in a dateline."""
    ELAPSED = "elapsed"
    """Days since what the words behind it name: "six days after the flood"."""


_COMPARED = (Says.WEEKDAY, Says.OFFSET)
_TENSED = (Says.DATE, Says.MONTH_DAY, Says.MONTH)


class Said(Struct, frozen=True, gc=False):
    """One time expression as evidence.

    `look` is PAST or FUTURE where that shows, else UNKNOWN. `place` is a hash of the
    words around, the same for a line that stands in many documents. `terms` are the
    content stems of its sentence, for expressions to be compared with dated events; of
    ELAPSED, those of the words behind it. `weekday` is the one written beside a month and
    its day, from 0.
    """

    says: Says
    number: int
    text: str
    look: int = UNKNOWN
    place: int = 0
    terms: tuple[str, ...] = ()
    weekday: int | None = None

    @property
    def ahead(self) -> bool:
        """Whether it is of days to come."""
        return self.look == FUTURE


_Moved = tuple[Says, int, int]
"""What an expression names, its number, and which way it looks."""


class Clues(Struct, frozen=True):
    """What a document says of days, in order of the text. Of a dated one only weekdays
    and dates: they show the habits of its kind. `order` is what it shows of its own."""

    document_id: str
    said: tuple[Said, ...]
    order: Shown = NOTHING


def clues(
    document: Document, timexes: tuple[Timex, ...], order: Shown = NOTHING
) -> Clues:
    """The evidence in one document, whose time expressions are given."""
    if document.dct is not None:
        day = document.dct.start // DAY
        found = [said for t in _flat(timexes) if (said := _kept(document, t, day))]
        return Clues(document.id, tuple(found[:MAX_SAID]), order)
    probed = (*_head(document), *_probed(document, timexes))
    return Clues(document.id, probed, order)


def month_day(number: int) -> tuple[int, int]:
    """Month and day of the `number` of a MONTH_DAY or HEAD."""
    return divmod(number, 100)


def _kept(document: Document, timex: Timex, day: int) -> Said | None:
    """What a dated document says, which is resolved already. Its own date is no habit."""
    if timex.time is None or timex.time.end - timex.time.start > DAY:
        return None
    if any(hole.start <= timex.span.start < hole.end for hole in document.skip):
        return None
    number = timex.time.start // DAY
    if "weekday" in timex.rule and timex.anchor is Anchor.DCT:
        look = FUTURE if number > day else UNKNOWN
        return _said(document, timex.span, (Says.WEEKDAY, civil.weekday(number), look))
    if "date" in timex.rule:
        said = _said(document, timex.span, (Says.DATE, number, UNKNOWN))
        return replace(said, weekday=_first_weekday(said.text, document.language))
    return None


def _head(document: Document) -> list[Said]:
    """The date without year that a dateline or a letter's head states."""
    found = []
    for evidence in document.dct_evidence:
        value = evidence.value or ""
        month, _, day = value.removeprefix(_UNKNOWN).partition("-")
        if value.startswith(_UNKNOWN) and month.isdigit() and day.isdigit():
            number = 100 * int(month) + int(day)
            found.append(Said(Says.HEAD, number, evidence.text))
    return found[:1]


def _probed(document: Document, timexes: tuple[Timex, ...]) -> list[Said]:
    """What an undated document says, by how it moves with the days it is read from."""
    known = {t.span: t for t in _flat(timexes) if t.span.end <= LONGEST}
    if not known:
        return []
    short = replace(document, text=document.text[:LONGEST])
    first, second = (_read(short, probe) for probe in PROBES)
    both = sorted(first.keys() & second.keys() & known.keys(), key=_start)
    found: list[Said] = []
    places: list[int] = []
    pointed: list[Said] = []
    for span, part, at in _in_prose(both, sentences(short.text, document.skip)):
        moved = _moved(known[span], first[span].time, second[span].time)
        if moved:
            said = _looking(document, span, _said(document, span, moved))
            found.append(_completed(document, part, said))
            places.append(at)
            if _is_pointed(document, span, said):
                pointed.append(replace(said, says=Says.POINTED))
    elapsed = _elapsed(document, known.values())
    return [*found[:MAX_SAID], *_since(found, places), *pointed, *elapsed]


def _completed(document: Document, sentence: Span, said: Said) -> Said:
    """With the words of its sentence or the weekday beside it, where that is evidence."""
    if said.says in _COMPARED:
        return replace(said, terms=_terms(document, sentence))
    if said.says in (Says.DATE, Says.MONTH_DAY):
        return replace(said, weekday=_first_weekday(said.text, document.language))
    return said


def _first_weekday(text: str, language: str) -> int | None:
    """The weekday that an expression of three words or more begins with."""
    words = text.split()
    return _weekday_alone(words[0].strip(","), language) if len(words) > 2 else None


@lru_cache(maxsize=_KEPT)
def _weekday_alone(word: str, language: str) -> int | None:
    """The weekday that a word means by itself."""
    alone = Document("", Source("", "", ""), word, language)
    values = [timex.value for timex in tag(alone).timexes]
    is_weekday = len(values) == 1 and values[0].startswith(_WEEKDAY)
    return int(values[0][len(_WEEKDAY)]) - 1 if is_weekday else None


def _elapsed(document: Document, timexes: Iterable[Timex]) -> Iterator[Said]:
    """ "Six days" with a word like "after" behind it, where the language has one."""
    if not has_table(document.language):
        return
    since = lexicon(document.language).cues["counted_from"]
    for timex in timexes:
        length = _LENGTH.fullmatch(timex.value)
        behind = _BEHIND.match(document.text, timex.span.end)
        if length and behind and behind["word"].lower() in since:
            days = int(length["count"]) * _DAYS[length["unit"]]
            terms = content_stems(behind["rest"], document.language)
            found = _said(document, timex.span, (Says.ELAPSED, days, UNKNOWN))
            yield replace(found, terms=terms[:_NAMED])


def _in_prose(
    spans: Sequence[Span], parts: Sequence[Span]
) -> Iterator[tuple[Span, Span, int]]:
    """Each span with its sentence and the number of that; not those in what is no prose,
    such as the dateline."""
    starts = [part.start for part in parts]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.end <= parts[at].end:
            yield span, parts[at], at


def _since(found: Sequence[Said], places: Sequence[int]) -> Iterator[Said]:
    """Who says on Saturday what was done on Jan. 6 does so on Jan. 6 or after."""
    for (one, here), (other, there) in pairwise(zip(found, places, strict=True)):
        told_of = one.says is Says.MONTH_DAY and not one.ahead
        if here == there and told_of and other.says is Says.WEEKDAY:
            text = f"{one.text} … {other.text}"
            yield Said(Says.SINCE, 10_000 * other.number + one.number, text)


def _is_pointed(document: Document, span: Span, said: Said) -> bool:
    """Whether it is a past weekday with a word like "this" before it, or as its first."""
    if said.says is not Says.WEEKDAY or said.ahead:
        return False
    before = document.text[max(0, span.start - _AROUND) : span.start].split()
    words = [*before[-1:], *said.text.split()[:1]]
    return not _pointing(document.language).isdisjoint(word.lower() for word in words)


def _pointing(language: str) -> frozenset[str]:
    if has_table(language):
        return lexicon(language).cues["pointing"]
    return frozenset(locale(language).pointing)


def _read(document: Document, probe: int) -> dict[Span, Timex]:
    tagged = tag(replace(document, dct=edtf.day(probe)))
    return {timex.span: timex for timex in _flat(tagged.timexes)}


def _moved(
    known: Timex, first: TimeValue | None, second: TimeValue | None
) -> _Moved | None:
    """What an expression names, by what it is on either of the two days."""
    if first is None or second is None:
        return None
    days = first.start // DAY, second.start // DAY
    if max(first.end - first.start, second.end - second.start) > DAY:
        return _moved_period(first, second)
    if days[0] == days[1]:
        return Says.DATE, days[0], UNKNOWN
    offsets = days[0] - PROBES[0], days[1] - PROBES[1]
    if offsets[0] == offsets[1]:
        is_own = known.time is None and "clock" not in known.rule
        return (Says.OFFSET, offsets[0], UNKNOWN) if is_own else None
    dates = [civil.ymd(day)[1:] for day in days]
    if dates[0] == dates[1]:
        return Says.MONTH_DAY, 100 * dates[0][0] + dates[0][1], UNKNOWN
    if known.value.startswith(_WEEKDAY):
        look = FUTURE if max(offsets) > 0 else UNKNOWN
        return Says.WEEKDAY, civil.weekday(days[0]), look
    return None


def _moved_period(first: TimeValue, second: TimeValue) -> _Moved | None:
    """The month of an unknown year, or the year of anything whose year is said."""
    months = [civil.ymd(time.start // DAY)[:2] for time in (first, second)]
    if months[0] == months[1] and first.end - first.start <= 366 * DAY:
        return Says.YEAR, months[0][0], UNKNOWN
    is_month = first.granularity is second.granularity is Granularity.MONTH
    if is_month and months[0][1] == months[1][1] and months[0] != months[1]:
        return Says.MONTH, months[0][1], UNKNOWN
    return None


def _said(document: Document, span: Span, moved: _Moved) -> Said:
    says, number, look = moved
    text = document.text[span.start : span.end]
    around = document.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    place = crc32(around.encode("utf-8", "surrogatepass"))
    return Said(says, number, text, look, place)


def _looking(document: Document, span: Span, said: Said) -> Said:
    """With the tense that dates and months are told in, where the language is known."""
    if said.says not in _TENSED or not has_table(document.language):
        return said
    cues = lexicon(document.language).cues
    return replace(said, look=tense(document.text, span.start, span.end, cues))


def _terms(document: Document, span: Span) -> tuple[str, ...]:
    return content_stems(document.text[span.start : span.end], document.language)


def _flat(timexes: tuple[Timex, ...]) -> Iterator[Timex]:
    """The ends of ranges for themselves: "from 3 to 5 May" names two days."""
    for timex in timexes:
        yield from timex.parts or (timex,)


def _start(span: Span) -> tuple[int, int]:
    return span.start, span.end
