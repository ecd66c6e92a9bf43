"""Whether what a verb tells can have been, or can come to be, on a date."""

from timeline import civil
from timeline.extract.bounds import is_while_to_come
from timeline.extract.draft import Point
from timeline.extract.perfects import (
    is_before_perfect,
    is_of_participle,
    is_of_some_day,
)
from timeline.extract.plans import is_not_then
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Anchor, Basis, Granularity, Kind, TimeValue
from timeline.timex.sections import ENTRY_LEADS

_LATELY = 14 * civil.DAY
"""Seconds before the day of a report of which it can show a picture."""

_LATER = frozenset(("later", "afterwards", "after"))
"""End a time that is counted from what was told before."""

_YEAR_LONG = 365 * civil.DAY
"""Seconds before a text of which it can tell in the present: "in 1848 he is crowned"."""

_DATED, _YEAR = 3, 4
"""Words of a date with its year; figures of a year."""

_PLAN = 6
"""Words before "for" among which it is said that something is planned."""

_LEADS_TO = frozenset(("for", "of"))
"""Behind a verb these lead to what it speaks of: "warned of a strike on 3 June"."""

_LASTING = frozenset(("still", "now"))

CAPTION = 4
"""Words behind "pictured", at most, in a caption: "Ada Brenn, seen in 2029, …"."""


def _is_done(group: Group, cues: Cues) -> bool:
    """Whether a verb tells what someone has done by now: it can have no day to come.

    "The match has been called off" and "has not been allowed" can.
    """
    done = group.tense in (Tense.PERFECT, Tense.PLUPERFECT)
    ahead = group.base in cues.status.ahead or group.base in cues.status.planned
    return done and not (group.passive or group.negated or ahead)


def _is_told_later(
    reading: Reading, group: Group, point: Point, dct: TimeValue
) -> bool:
    """Whether "he died nine days later" tells what was past, later than who knows what."""
    time, last = point[1].time, reading.words[point[0].last - 1]
    ahead = time is not None and time.start >= dct.end
    return ahead and last.low in _LATER and group.tense is Tense.PAST


def is_for_period(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a month or year says what a thing is for: "cut its forecast for 2029".

    Not what it is planned for.
    """
    place, timex = point
    if timex.time is None or timex.time.granularity is Granularity.SEASON:
        return False
    fine = timex.time.granularity.fineness >= Granularity.DAY.fineness
    first = _before_list(reading, place) - 1
    if fine or first < 1 or reading.words[first].low != "for":
        return False
    verb = next((g for g in reading.groups if g.last == first), None)
    noun = verb is None and reading.words[first - 1].low in cues.nouns_too
    before = reading.words[max(0, first - _PLAN) : first - noun]
    if any(word.low in cues.status.planned for word in before):
        return False
    return verb is None or verb.base not in cues.status.ahead


def _before_list(reading: Reading, place: Range) -> int:
    """The first word of a date, or of the first one that is listed with it: "2028 and 2029"."""
    first = place.first
    for earlier, _ in reading.timexes_before(place.first):
        if earlier.last != first - 1 or reading.words[earlier.last].low not in (
            "and",
            ",",
        ):
            break
        first = earlier.first
    return first


def is_called_for(reading: Reading, point: Point, group: Group | None) -> bool:
    """Whether a day is that of what is called, not of the call: "called a strike for Friday"."""
    place, timex = point
    first = place.first - 1
    if timex.time is None or group is None or first < group.last + (not group.passive):
        return False
    ahead = group.base in reading.cues.status.ahead and group.finite
    behind = reading.words[group.last : first]
    adjoins = not any(w.is_mark or w.low == "for" for w in behind)
    fine = timex.time.granularity.fineness >= Granularity.DAY.fineness
    return ahead and fine and adjoins and reading.words[first].low == "for"


def _was_done(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a plain past has no day to come: "two days later he called her".

    "Hired a band to play on Friday" and "won a seat for May" have one.
    """
    past = group.tense is Tense.PAST and not group.passive and not group.negated
    looks = cues.status.planned | cues.state
    if not past or group.base in looks or point[1].time is None:
        return False
    before = [g for g in reading.groups if g.last <= point[0].first]
    aims = any(g.tense is Tense.INFINITIVE and g.first >= group.last for g in before)
    leads = point[0].first < group.first and point[1].anchor is Anchor.PREVIOUS
    return leads and not aims


def is_to_come(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a day ahead can only be that of what a past verb speaks of.

    "Welcomed the plan to reopen the mine in June", told in May; a verb that looks ahead
    ("called a vote for June") has that day itself.
    """
    place, timex = point
    if group.tense not in DONE or group.negated or place.first < group.last:
        return False
    looks = (cues.status.planned, cues.status.ahead, cues.state, cues.status.binding)
    if any(group.base in bases for bases in looks):
        return False
    if reading.words[group.head].low in cues.status.planned:
        return False  # "Was scheduled to return on Friday"
    between = [g for g in reading.groups if group.last <= g.first < place.first]
    if group.passive and not between:
        return False  # "The vote was put off until May"
    if any(g.tense is Tense.INFINITIVE for g in between):
        return True
    things = {word.low for word in reading.words[group.last : place.first]}
    off = cues.actions.get(group.base) == "lift"  # "Cancelled its show on 3 June"
    return timex.basis is Basis.RELATIVE and (off or not things.isdisjoint(_LEADS_TO))


def _is_near(time: TimeValue, dct: TimeValue) -> bool:
    """Whether a day lies close before that of the document, or is it."""
    return dct.start - _LATELY <= time.start and time.end <= dct.end


def _is_caption(reading: Reading, point: Point, group: Group) -> bool:
    """Whether a picture is told of: "A boy wears a mask in Lund, May 4, 2029"."""
    place, timex = point
    words = reading.words[place.first : place.last]
    rest = reading.words[place.last :]
    if not place.first or len(words) < _DATED or any(not w.is_mark for w in rest):
        return False
    exact = timex.time is not None and timex.time.granularity is Granularity.DAY
    year = any(len(word.text) == _YEAR and word.text.isdigit() for word in words)
    shown = group.tense in (Tense.PRESENT, Tense.PROGRESSIVE)
    return exact and year and shown and timex.basis is Basis.EXPLICIT


def heads_entry(reading: Reading, point: Point) -> bool:
    """Whether a date stands at the head of a line of a log: "09:02 – pump fails"."""
    place, timex = point
    before = [word for word in reading.words[: place.first] if not word.is_mark]
    behind = reading.words[place.last : place.last + 1]
    marked = any(word.is_mark and word.low != "," for word in behind)
    if before:
        return marked and len(before) == 1 and before[0].text in ENTRY_LEADS
    return marked or timex.kind is Kind.TIME


def fits(
    reading: Reading,
    unit: tuple[int, ...],
    point: Point,
    dct: TimeValue | None,
    cues: Cues,
) -> bool:
    """Whether the tense of a verb allows the date: nothing will happen yesterday."""
    clauses = [reading.clauses[i] for i in unit]
    own = next((c for c in clauses if c.holds(point[0].first)), clauses[0])
    group, time = own.group, point[1].time
    if group is None or dct is None or time is None:
        coming = group is not None and group.tense in (Tense.FUTURE, Tense.MODAL)
        return coming or not is_for_period(reading, point, cues)
    other = _is_of_other(reading, group, point, dct)
    if other or is_before_perfect(reading, group, point, dct, cues):
        return False
    if time.end > dct.start:
        done = _is_done(group, cues) or _was_done(reading, group, point, cues)
        told = group.tense not in (Tense.FUTURE, Tense.MODAL)
        if told and is_for_period(reading, point, cues):
            return False
        if group.tense in DONE and is_while_to_come(reading, point):
            return False
        done = done or is_to_come(reading, group, point, cues)
        return time.start < dct.end or not done
    paid = cues.actions.get(group.base) == "pay" and is_for_period(reading, point, cues)
    if paid or (group.negated and is_for_period(reading, point, cues)):
        return False  # "Paid the taxes for 2028 and 2029"
    if group.tense is Tense.PROGRESSIVE:
        return point[0].last <= group.first  # "Is studying the floods | in May"
    return _may_be_over(reading, group, point, dct, cues)


def _may_be_over(
    reading: Reading, group: Group, point: Point, dct: TimeValue, cues: Cues
) -> bool:
    """Whether a verb can tell what was on a date that is over."""
    time = point[1].time
    assert time is not None
    if group.tense is Tense.FUTURE:
        return reading.words[group.first].low in ("was", "were")  # "Was to be signed"
    if group.tense is Tense.PRESENT:
        if heads_entry(reading, point):
            return True
        if _lasts(reading, group):
            return False
        ahead = [w.low for w in reading.words[group.last : group.last + 2]]
        long_ago = time.end < dct.start - _YEAR_LONG
        acts = group.base in cues.actions and (long_ago or not group.passive)
        acts = acts or (long_ago and _leads_history(reading, point, group, cues))
        return acts or ahead == ["to", "have"]
    if group.tense is Tense.MODAL and _is_ago(reading, group, point, cues):
        return False  # "Would look into the theft four years ago"
    if group.tense is not Tense.MODAL or group.modal in (
        "would",
        "could",
        "might",
        "'d",
    ):
        return True
    return any(w.low == "have" for w in reading.words[group.first : group.head])


def _lasts(reading: Reading, group: Group) -> bool:
    """Whether what is told is so to this day: "the strike of 1984 is still talked about"."""
    around = reading.words[max(0, group.first - 1) : group.last]
    return any(word.low in _LASTING for word in around)


def _is_of_other(reading: Reading, group: Group, point: Point, dct: TimeValue) -> bool:
    """Whether a date is that of a picture, of what came later, or of a day nobody names."""
    time = point[1].time
    if time is not None and _is_caption(reading, point, group) and _is_near(time, dct):
        return True
    if group.tense is Tense.PLUPERFECT and is_of_some_day(reading, point):
        return True
    told_later = _is_told_later(reading, group, point, dct)
    return told_later or is_not_then(reading, group, point, dct)


def _leads_history(reading: Reading, point: Point, group: Group, cues: Cues) -> bool:
    """Whether a date of long ago leads to what is told in the present: "in 1848 he flees"."""
    before = reading.words[: point[0].first]
    leads = all(w.is_mark or w.low in cues.time.before_date for w in before)
    return leads and group.base != "be" and group.base not in cues.state


def _is_ago(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a date is counted back: "four years ago".

    Or that of another verb: "would be a copy of the one launched | last year".
    """
    if group.base == "be" and is_of_participle(reading, group, point):
        return True
    return reading.words[point[0].last - 1].low in cues.time.background
