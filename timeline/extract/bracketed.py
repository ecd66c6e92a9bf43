"""Dates in brackets: of what is cited, of what stands before them, or of the verb.

"(Vale and Orr, 2017)" says who wrote it, "the treaty (1919)" which one is meant; but
"during the occupation (1940–45) he was interned" and "designed the viaduct (1907–11)"
tell when.
"""

from collections.abc import Iterable

from timeline.extract.draft import is_bracketed
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word

_CITATION = 14
"""Words between the date and an end of its bracket, at most."""

_NEAR = 6
"""Words between a year and the name before it: "Vale et al.,"."""

_SMALL = frozenset("and & et al al. see cf cf. in also e.g. e.g others , ; . :".split())
"""What stands beside names and years in a citation."""

_WORK = 8
"""Words of the name of a work, at most."""


def dates_verb_from_brackets(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date in brackets is that of what the clause tells."""
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if group is None or group.negated or group.tense is not Tense.PAST:
        return False
    if place.last <= group.first:
        first = reading.words[clause.first if clause else 0].low
        return first in cues.time.on_occasions
    behind = place.first - 1 - group.last
    works = group.base in cues.time.works and not group.passive
    return works and 0 < behind <= _WORK and not _has_clause(reading, group.last, place)


def _has_clause(reading: Reading, first: int, place: Range) -> bool:
    """Whether a mark or another verb stands between a verb and the bracket."""
    within = reading.words[first : place.first - 1]
    return any(word.is_mark for word in within) or any(
        first <= group.first < place.first for group in reading.groups
    )


def is_cited(reading: Reading, place: Range) -> bool:
    """Whether a year says which paper of an author is meant: "(Vale et al., 2017)"."""
    if place.last - place.first > 1 or not reading.said(place).isdigit():
        return False
    before = reading.words[max(0, place.first - _CITATION) : place.first][::-1]
    behind = reading.words[place.last : place.last + _CITATION]
    inside = _inside(before, "([")
    if not inside or _inside(behind, ")]") is None or is_bracketed(reading, place):
        return False
    return any(word.text[0].isupper() for word in inside[:_NEAR])


def _inside(words: Iterable[Word], ends: str) -> list[Word] | None:
    """The names and years up to the end of a bracket; None where other words stand there."""
    found: list[Word] = []
    for word in words:
        if word.low in ends:
            return found
        name = word.text[0].isupper() or word.low in _SMALL
        if not name and not word.text[0].isdigit():
            return None
        found.append(word)
    return None
