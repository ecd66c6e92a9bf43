"""Nouns that a clause hangs its own date on: "since | his visit on Friday", "charged with |
the murder of Valk in May". The date then is the noun's alone.
"""

from collections.abc import Sequence

from timeline.extract.bracketed import dates_verb_from_brackets
from timeline.extract.compared import is_compared
from timeline.extract.draft import Point, is_bracketed
from timeline.extract.nounphrase import phrase_start
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues
from timeline.model import Granularity

_DAY = Granularity.DAY.fineness

_CHARGED = frozenset(("with", "of", "for", "over", "to"))
"""Between a charge and what it is about."""

_COUNTS = frozenset(("count", "counts", "charge", "charges"))
"""Before "of" and what was done: "admitted 12 counts of theft"."""


def is_anchored(
    reading: Reading, start: int, place: Range, points: Sequence[Point], cues: Cues
) -> bool:
    """Whether the noun phrase with the date hangs off "since", "before", "despite" …

    After "after" the verb is mostly of the same day ("resigned after the vote on
    Monday"), so there the date is the noun's alone only if the verb has another.
    """
    if is_bracketed(reading, place):
        return not dates_verb_from_brackets(reading, place, cues)
    before = _before(reading, start)
    if before[-1:] == ["for"] and before[0] in cues.status.planned:
        return False
    if _is_days_off(before, cues):
        return True
    if _is_told_later(reading, start, place, points, cues):
        return True
    if _is_charge(reading, start, cues):
        return True
    if _anchors(before, cues):
        if before[-1] in cues.time.loose:
            own = next(t.time for r, t in points if r == place)
            coarse = own is not None and own.granularity.fineness < _DAY
            clause = reading.clause_at(place.first)
            return coarse or any(
                r != place and (clause is None or clause.holds(r.first))
                for r, _ in points
            )
        return True
    of = place.first > 0 and reading.words[place.first - 1].low == "of"
    of = of or _is_owned(reading, start, place, points)
    return of and before[-1:] == ["of"]


def _is_owned(
    reading: Reading, start: int, place: Range, points: Sequence[Point]
) -> bool:
    """Whether "the tale of | his death in June 2015" has the month or year of the death."""
    own = next(t.time for r, t in points if r == place)
    coarse = own is not None and own.granularity.fineness < _DAY
    return coarse and reading.words[start].low in reading.cues.people


def _is_charge(reading: Reading, start: int, cues: Cues) -> bool:
    """Whether a noun phrase is what someone is charged with: "of | the murder of Valk"."""
    leading = [g for g in reading.groups_before(start) if g.finite]
    link = reading.words[start - 1].low if start else ""
    opens = reading.words[start].low in cues.grammar.articles
    if leading and leading[-1].last == start:  # "Denied | the murder of Valk"
        return leading[-1].base in cues.status.confessing
    charged = bool(leading) and leading[-1].base in cues.status.charging
    counted = start > 1 and reading.words[start - 2].low in _COUNTS
    return charged and (opens or counted) and link in _CHARGED


def _is_told_later(
    reading: Reading, start: int, place: Range, points: Sequence[Point], cues: Cues
) -> bool:
    """Whether the verb behind a noun and its date has one, too: "his death on 3 May | was
    announced on Monday"."""
    group = next((g for g in reading.groups if g.first >= place.last), None)
    clause = reading.clause_of(group)
    if group is None or clause is None or not group.finite:
        return False
    if clause.first != start - (clause.opener == "that"):
        return False
    if reading.words[place.first - 1].low == "for":
        return False  # "Its loss for the third quarter narrowed from a year earlier"
    later = (r for r, _ in points if r.first >= group.last and clause.holds(r.first))
    return not all(is_compared(reading, r, cues) for r in later)


def _is_days_off(before: list[str], cues: Cues) -> bool:
    """Whether "the day | after" or "the eve | of" a thing is no day of its own."""
    if len(before) < 2 or before[-1] not in ("after", "before", "of"):
        return False
    unit = before[0].removesuffix("s")
    length = unit in cues.quantities.skip_nouns and unit not in cues.time.short
    return before[0] == "eve" if before[-1] == "of" else length


def is_pointed_at(reading: Reading, noun: int, cues: Cues) -> bool:
    """Whether a noun names what came before or went before the rest: "after the blast"."""
    return _anchors(_before(reading, phrase_start(reading, noun, cues)), cues)


def _before(reading: Reading, start: int) -> list[str]:
    """The two words before a phrase."""
    return [word.low for word in reading.words[max(0, start - 2) : start]]


def _anchors(before: list[str], cues: Cues) -> bool:
    anchors = cues.time.anchors
    return bool(before) and (before[-1] in anchors or " ".join(before) in anchors)
