"""Dates of what is planned, which a sentence speaks of and does not tell.

"A strike called for Monday is off", "miners due to vote on Friday", "the bid, due to expire
last week, …".
"""

from itertools import pairwise

from timeline.extract.deadlines import is_due
from timeline.extract.draft import Point
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.model import TimeValue
from timeline.text.words import stretch_start

_NEAR = 4
"""Words before a date among which what it is due for is said."""


def is_planned_for(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of a plan which a sentence speaks of, not of what it tells."""
    due = _is_due_aside(reading, place, cues)
    return due or _is_for_noun(reading, place, cues)


def _is_for_noun(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is what a noun was set for: "a strike called for Monday is off"."""
    before = reading.groups_before(place.first)
    if not before or before[-1].tense is not Tense.PARTICIPLE:
        return False
    called = before[-1]
    leads = called.last == place.first - 1 and reading.words[called.last].low == "for"
    behind = any(g.finite and g.first >= place.last for g in reading.groups)
    noun = called.first > 0 and reading.words[called.first - 1].text.isalpha()
    return leads and behind and noun and called.base in cues.status.ahead


def _is_due_aside(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date says when what is spoken of is due: ", due in Lund on Monday,"."""
    start = stretch_start(reading.words, place.first)
    near = range(max(start, place.first - _NEAR), place.first)
    due = next((n for n in near if reading.words[n].low in cues.status.awaited), None)
    if due is None or due < 1 or _is_verb(reading, due):
        return False
    before = reading.words[due - 1]
    told = any(g.finite and g.last < due for g in reading.groups)
    told = told and not is_unpaid(reading, place, cues)
    return before.low == "," or (told and before.low in cues.event_nouns)


def is_unpaid(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether what fell due was not done: "failed to pay the rent due | on 1 April"."""
    told = [g for g in reading.groups_before(place.first) if g.finite]
    return any(g.done and g.base in cues.status.failing for g in told[-1:])


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word is that of a verb: "set" is, but not in ", set for Monday,"."""
    group = next((g for g in reading.groups if g.first <= at < g.last), None)
    return group is not None and group.tense is not Tense.PARTICIPLE


def begins_deed(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that from which someone is to do something.

    "Told them to stop work beginning on Friday" says nothing of when they were told.
    """
    leading = reading.groups_before(place.first)
    if len(leading) < 2:
        return False
    deed, begins = leading[-2:]
    leads = reading.words[begins.first].low in cues.time.before_date
    adjoins = begins.tense is Tense.GERUND and place.first - begins.last <= 1
    adjoins = adjoins and reading.words[begins.first - 1].low != ","
    return leads and adjoins and deed.tense is Tense.INFINITIVE


def _is_bound_from(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that from which someone agreed to do something: "to stop from 3 May"."""
    if not place.first or reading.words[place.first - 1].low != "from":
        return False
    leading = reading.groups_before(place.first)
    return any(_binds(deed, aim, cues) for deed, aim in pairwise(leading))


def _binds(deed: Group, aim: Group, cues: Cues) -> bool:
    """Whether someone has "agreed | to stop"."""
    past = deed.tense in DONE or deed.tense is Tense.PLUPERFECT
    aims = aim.tense is Tense.INFINITIVE and deed.last == aim.first
    return past and aims and deed.base in cues.status.ahead


def is_awaited(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of what a noun waits for: "miners due to vote on Friday"."""
    leading = reading.groups_before(place.first)
    deed = leading[-1] if leading else None
    if deed is None or deed.tense is not Tense.INFINITIVE or deed.first < 2:
        return False
    before, due = reading.words[deed.first - 2 : deed.first]
    told = any(group.last == deed.first for group in leading)
    told = told or any(deed.last <= r.first < place.first for r, _ in reading.timexes)
    return (
        due.low in cues.status.awaited and not told and before.low not in cues.helpers
    )


def is_off(reading: Reading, cues: Cues) -> bool:
    """Whether the main clause tells that a plan is no more: "was put off", "was cancelled"."""
    main = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    if main is None or main.group is None or main.group.base == "be":
        return False
    return _is_lifted(reading, main.group, cues)


def is_of_called_off(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of what was called off: "the vote on Monday | was put off"."""
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if clause is None or group is None or not group.passive or place.last > group.first:
        return False
    leads = place.first - clause.first <= 1 and reading.words[place.last].low != "'s"
    return not leads and clause.role is Role.MAIN and is_off(reading, cues)


def is_not_then(reading: Reading, group: Group, point: Point, dct: TimeValue) -> bool:
    """Whether nothing of what was planned, due or put off was done on its day."""
    time, cues = point[1].time, reading.cues
    if time is None:
        return False
    if time.end <= dct.start:
        moved = _is_moved_to(reading, group, point, cues)
        return moved or _is_bound_from(reading, point[0], cues)
    if time.start >= dct.end and group.done and group.base in cues.status.failing:
        return True  # "Defaulted on bonds due in March"
    return _came_to_nothing(reading, group, cues)


def _came_to_nothing(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a plan is told with its end: "were to meet on Monday, but it was cancelled"."""
    was = reading.words[group.first].low in ("was", "were", "had")
    if not was or not (group.tense is Tense.FUTURE or is_due(reading, group, cues)):
        return False
    behind = (c.group for c in reading.clauses if c.opener == "but" and c.group)
    ends = (g for g in behind if g.first > group.last and g.done and g.passive)
    return any(_is_lifted(reading, g, cues) for g in ends)


def _is_lifted(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a verb is "called off", "put off" or "cancelled"."""
    off = any(w.low == "off" for w in reading.words[group.last : group.last + 1])
    return off or cues.actions.get(group.base) == "lift"


def _is_moved_to(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether something was put off to a date: it was not put off on it."""
    first = point[0].first - 1
    moved = group.tense in DONE and group.base in cues.status.shifting
    return moved and first >= group.last and reading.words[first].low == "to"
