"""What a perfect cannot have: the day of what it only speaks of, or of whom it is told."""

from timeline.extract.draft import Point
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, TimeValue

_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
_BARE = frozenset(("the", "early", "late"))
"""Before a part of a day these do not say of which day it is."""


def is_before_perfect(
    reading: Reading, group: Group, point: Point, dct: TimeValue, cues: Cues
) -> bool:
    """Whether a day gone by is that of what a perfect speaks of, which itself has none.

    "Has recalled its envoy over the arrest of two men last week"; it may have "this week".
    So is that of whom it is told: "police seeking the thieves of May | have arrested two".
    """
    place, time = point[0], point[1].time
    if group.tense is not Tense.PERFECT or time is None:
        return False
    if reading.words[place.first].low == "this":
        return False
    if place.first < group.first:
        return time.end <= dct.start and _is_of_subject(reading, group, place, cues)
    fine = time.granularity.fineness >= Granularity.WEEK.fineness
    if not fine or time.end > dct.start:
        return False
    doing = any(
        g.tense is Tense.GERUND and group.last <= g.first < place.first
        for g in reading.groups
    )
    between = [word.low for word in reading.words[group.last : place.first]]
    named = any(low in cues.event_nouns for low in between)
    return (doing or named) and "," not in between


def _is_of_subject(reading: Reading, group: Group, place: Range, cues: Cues) -> bool:
    """Whether a date stands within what a verb is told of: behind a noun, and no comma."""
    clause = reading.clause_of(group)
    part = clause.part_at(place.first) if clause else None
    if part is None or not part.first <= group.first < part.last:
        return False
    lead = reading.words[part.first : place.first]
    bounds, light = cues.time.bounds, cues.time.before_date
    if any(word.low in bounds for word in lead[-1:]):
        return False
    return not all(word.is_mark or word.low in light for word in lead)


def is_of_participle(reading: Reading, group: Group, point: Point) -> bool:
    """Whether a participle stands right before a date, behind what would be."""
    if point[0].first < group.last:
        return False
    near = (g for g in reading.groups if g.last == point[0].first)
    return any(g.first > group.last and not reading.clause_of(g) for g in near)


def is_of_some_day(reading: Reading, point: Point) -> bool:
    """Whether "in the morning" is that of a day which nobody names, not "by early evening"."""
    words = reading.words[point[0].first : point[0].last]
    before = reading.words[point[0].first - 1].low if point[0].first else ""
    if before not in reading.cues.time.lookback and words[0].low != "the":
        return False
    return (
        before != "by"
        and words[-1].low in _PARTS
        and all(w.low in _BARE for w in words[:-1])
    )
