"""The noun phrases that end before a clause, and the things that "which" can be."""

from timeline.extract.called import PERSON, PLACE
from timeline.extract.matters import before_marks
from timeline.extract.names import Names
from timeline.extract.reading import Clause, Range, Reading
from timeline.extract.subjects import LONGEST
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Span

_CURRENCY = frozenset("$€£")

_CHAIN = 4
"""Phrases that hang off each other among which a thing is looked for."""


def noun_phrase(reading: Reading, end: int, cues: Cues) -> Range | None:
    """The noun phrase that ends before a clause, from its article on."""
    last = before_marks(reading, end)
    near = range(last - 1, max(-1, last - 1 - LONGEST), -1)
    if any(reading.words[n].low in _CURRENCY for n in near):
        near = range(last - 1, max(-1, last - 1 - LONGEST - 2), -1)
    for first in near:
        low = reading.words[first].low
        if low in _CURRENCY:
            continue
        if reading.words[first].is_mark:
            start = first + 1
            start += reading.words[start].low in cues.headline.parting
            return Range(start, last) if last > start else None
        if low in ("the", "a", "an", "his", "her", "their", "its", "another", "some"):
            return _with_head(reading, Range(first, last), cues)
        if low in cues.grammar.prepositions and low != "of":
            counts = low == "at" and reading.words[first + 1].low in ("least", "most")
            start = first if counts else first + 1 + _is_to_do(reading, first, cues)
            start += _is_doing(reading, start, last, cues)
            return Range(start, last) if last - first > 1 else None
        if any(_acts(reading, g) and g.first <= first < g.last for g in reading.groups):
            return Range(first + 1, last) if last - first > 1 else None
    return Range(0, last) if 0 < last <= LONGEST else None


def before_articles(reading: Reading, at: int, cues: Cues) -> int:
    """The word before a noun phrase that begins at a place, behind its articles."""
    at -= 1
    while at > 0 and reading.words[at].low in cues.grammar.articles:
        at -= 1
    return at


def _with_head(reading: Reading, part: Range, cues: Cues) -> Range:
    """All of "talks between the two sides" for what stands behind "between"."""
    link = part.first - 1
    if link < 1 or reading.words[link].low != "between":
        return part
    head = noun_phrase(reading, link, cues)
    return Range(head.first, part.last) if head else part


def _acts(reading: Reading, group: Group) -> bool:
    """Whether a verb stands before what it is done to: "left", ", leaving"."""
    leads = group.first > 0 and reading.words[group.first - 1].low == ","
    return group.finite or (leads and group.tense is Tense.GERUND)


def _is_to_do(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether "to quarantine Lund miners" has a verb behind its "to"."""
    if reading.words[at].low != "to":
        return False
    does, following = reading.words[at + 1 : at + 3]
    verb = cues.verbs.get(does.low)
    known = verb is not None and "b" in verb.forms and does.low not in cues.event_nouns
    return does.text.islower() and (known or following.text[0].isupper())


def _is_doing(reading: Reading, at: int, last: int, cues: Cues) -> bool:
    """Whether "on crushing gangs" has a verb here, and what it is done to behind it."""
    known = reading.words[at].low not in cues.event_nouns
    return known and any(
        g.first == at and g.tense is Tense.GERUND and g.last < last
        for g in reading.groups
    )


def thing(reading: Reading, clause: Clause, names: Names, cues: Cues) -> str | None:
    """What "which" is behind a person: "the trial" in "the trial against Valk, which".

    Also where a place follows him: "a letter to his brother in Lund, which". It is "" if
    nothing is, as in "he freed Valk, which angered the town".
    """
    if reading.words[clause.first].low != "which":
        return None
    phrase, person = noun_phrase(reading, clause.first, cues), False
    if phrase is None or phrase.first >= phrase.last:
        return None
    near = phrase
    for _ in range(_CHAIN):
        if phrase is None or phrase.first >= phrase.last:
            break
        known = _is_person(reading, phrase, names, cues)
        if person and not known:
            last = before_marks(reading, clause.first)
            return reading.said(Range(phrase.first, last))
        if not (known or _is_place(reading, phrase, names)):
            return None
        person = person or known
        link = before_articles(reading, phrase.first, cues)
        linked = link > 0 and reading.words[link].low in cues.grammar.prepositions
        phrase = noun_phrase(reading, link, cues) if linked else None
    return "" if _is_person(reading, near, names, cues) else None


def _is_person(reading: Reading, part: Range, names: Names, cues: Cues) -> bool:
    """Whether a phrase names one person, or says what he is: "his brother in Lund"."""
    words = reading.words[part.first : part.last]
    small = cues.grammar.prepositions
    last = next((n for n, w in enumerate(words) if n and w.low in small), len(words))
    head = Span(words[0].start, words[last - 1].end)
    before = reading.words[part.first - 1].low if part.first else ""
    if before in cues.names.before_places:
        return False  # "A stake in Norda Vell, which"
    if any(n.kind == PERSON and n.end == head.end for n in names.within(head)):
        return True
    plain = [w.low for w in words[:last] if w.text[0].islower()]
    return bool(plain) and plain[-1] in cues.persons.nouns


def _is_place(reading: Reading, part: Range, names: Names) -> bool:
    """Whether a phrase ends with the name of a place."""
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    return any(n.kind == PLACE and n.end == span.end for n in names.within(span))
