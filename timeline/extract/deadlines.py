"""Dates by which something is to be done, or had been: "shall deliver it by 30 June".

Such a date bounds what is told. As it is all that a contract or a notice says of when, it
dates a duty: what must, shall or will be done by it, and what is due. What had been done
"by 9 a.m." is of that hour, as near as anyone says.
"""

from collections.abc import Sequence

from timeline.extract.draft import Point
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity

_LONGEST = 3
"""Words before a date that say it is the last: "no later than"."""

_GIVES = frozenset(("give", "grant", "allow"))
_GIVEN = 4
"""Words of whom time is given: "gave | the defendant | until", at most."""

UNTIL = frozenset(("until", "till"))
"""Before the day on which something ends."""

_MONTH, _DAY = Granularity.MONTH.fineness, Granularity.DAY.fineness
_SEASON = Granularity.SEASON.fineness

_DUTY = (Tense.FUTURE, Tense.MODAL)

_REACHED = (Tense.PLUPERFECT, Tense.FUTURE)
"""Tenses of what is or was to be so by a date: "by nine they had lost 600 men"."""


def is_last_day(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date is the last on which something is to be done, or one has time to."""
    return (
        is_deadline(reading, point, cues)
        or is_until(reading, point, cues)
        or _is_lasting(reading, point, cues)
    )


def is_deadline(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date behind "by" is that of what is to be done, or had been done, by it."""
    place, timex = point
    if timex.time is None or not _is_by(reading, place.first, cues):
        return False
    fineness = timex.time.granularity.fineness
    start = _sentence_start(reading, place.first)
    own = [group for group in reading.groups if group.first >= start]
    before = [group for group in own if group.last <= place.first]
    main = next((group for group in own if group.finite), None)
    if not before and place.first - start <= _LONGEST and main is not None:
        was = main.tense in (Tense.PAST, Tense.PLUPERFECT) and fineness >= _DAY
        return was or (main.tense in _REACHED and fineness >= _SEASON)
    reached = bool(before) and before[-1].tense is Tense.PLUPERFECT
    if reached:
        return fineness >= _SEASON
    return fineness >= _MONTH and _is_duty(reading, before, cues)


def _sentence_start(reading: Reading, position: int) -> int:
    """Where what a semicolon parts from the words before begins."""
    ends = (n for n in range(position - 1, -1, -1) if reading.words[n].low == ";")
    return next(ends, -1) + 1


def _is_by(reading: Reading, first: int, cues: Cues) -> bool:
    lows = [word.low for word in reading.words[max(0, first - _LONGEST) : first]]
    return any(
        " ".join(lows[-n:]) in cues.time.deadlines for n in range(1, len(lows) + 1)
    )


def _is_duty(reading: Reading, before: Sequence[Group], cues: Cues) -> bool:
    """Whether the last verb before a date binds someone, or says what is due."""
    if not before:
        return False
    before = _without_done(before)
    last = before[-1]
    told = any(group.finite for group in reading.groups)
    if last.tense is Tense.INFINITIVE and not told:
        return names_doer(reading, last, cues)
    if last.tense is Tense.INFINITIVE and len(before) > 1:
        return _is_awaited(reading, before, cues)
    if last.tense in _DUTY:
        was_to = last.tense is Tense.FUTURE and not last.modal  # "Was to pay"
        return was_to or last.modal in cues.status.duties
    return is_due(reading, last, cues)


def _without_done(before: Sequence[Group]) -> Sequence[Group]:
    """Verbs without the last of "is to be | reopened"."""
    if len(before) < 2 or before[-1].tense is not Tense.PARTICIPLE:
        return before
    be, done = before[-2], before[-1]
    whole = be.base == "be" and be.tense is Tense.INFINITIVE and be.last == done.first
    return before[:-1] if whole else before


def _is_awaited(reading: Reading, told: Sequence[Group], cues: Cues) -> bool:
    """Whether the last verb is what is expected: "is expected | to", "is due | to open"."""
    if len(told) < 2 or told[-1].tense is not Tense.INFINITIVE:
        return False
    last, behind = told[-2:]
    if last.last == behind.first:
        return last.passive and last.base in cues.status.binding
    between = [word.low for word in reading.words[last.last : behind.first]]
    return last.base == "be" and len(between) == 1 and between[0] in cues.status.awaited


def _is_lasting(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether something will be so until a date: "will stay shut | until 12 June"."""
    place, timex = point
    if timex.time is None or timex.time.granularity.fineness < _MONTH:
        return False
    if not place.first or reading.words[place.first - 1].low not in UNTIL:
        return False
    clause = reading.clause_at(place.first)
    before = reading.groups_before(place.first)
    if not before or clause is None or not clause.holds(before[-1].first):
        return False
    told = _without_done(before)
    stays = told[-1].tense is Tense.FUTURE and not told[-1].negated
    return stays or _is_awaited(reading, told, cues)


def names_doer(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether who is to do something stands before it: "Mr Valk to write to the bank"."""
    if not group.first:
        return False
    before = reading.words[group.first - 1]
    named = before.text[0].isupper() and before.low not in cues.verbs
    return named or before.low in cues.names.titles | cues.persons.nouns


def is_due(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether something is due: "comments are due", "the rent falls due", "is payable"."""
    behind = reading.words[group.last : group.last + 1]
    light = group.base in cues.status.falling and group.tense is not Tense.PLUPERFECT
    return light and bool(behind) and behind[0].low in cues.status.due


def has_until(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether someone "has until 9 August to appeal", or is given it."""
    near = reading.words[group.last : group.last + 1 + _GIVEN]
    lows = [word.low for word in near]
    has = group.base == "have" and lows[:1] and lows[0] in cues.time.limits
    gives = group.base in _GIVES and not cues.time.limits.isdisjoint(lows[1:])
    if not has and not gives:
        return False
    later = (g for g in reading.groups if g.first >= group.last)
    return any(g.tense is Tense.INFINITIVE for g in later)


def is_until(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date is that until which someone has time."""
    first = point[0].first
    if not first or reading.words[first - 1].low not in cues.time.limits:
        return False
    return any(
        first - 1 - group.last <= _GIVEN and has_until(reading, group, cues)
        for group in reading.groups_before(first)
    )
