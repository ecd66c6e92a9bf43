"""Dates that say from when on, and how long a look back is: the days that lie between.

"Since Monday, 14 people have been arrested" and "over the past three months" tell of all
the days up to the report; "more than three years ago" is of about three years ago. A
state that lasts is background, which has no date ("has led the party since 2010").
"""

import itertools
import re
from collections.abc import Sequence

import msgspec

from timeline import civil, edtf
from timeline.extract.draft import Point, is_point
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, Kind, Qualifier, TimeValue, Timex

_LENGTH = re.compile(r"P(\d+)([DWMY])")
"""A TIMEX3 length in whole units of the calendar."""

_LEAST = 2 * civil.DAY
"""Seconds of a look back that is more than the news of the day."""

AFTER = frozenset(("AFTER", "ON_OR_AFTER"))
BEFORE = frozenset(("BEFORE", "ON_OR_BEFORE"))
"""TIMEX3 modifiers of "less than two weeks ago" and "more than two weeks ago"."""


def reaching(reading: Reading, dct: TimeValue | None, cues: Cues) -> dict[int, Point]:
    """The dates that bound what is told as the days they leave for it, by first word.

    Nothing of a text without a day of its own, but for what is counted back.
    """
    found = (_reached(reading, point, dct, cues) for point in reading.timexes)
    return {point[0].first: point for point in found if point}


def since_then(
    reading: Reading,
    units: Sequence[tuple[int, ...]],
    own: dict[tuple[int, ...], list[Point]],
    dct: TimeValue | None,
    cues: Cues,
) -> None:
    """Give "300 have fled | since fighting began on 3 May" the days from then on."""
    for unit, behind in itertools.pairwise(units):
        clause, since = reading.clauses[unit[-1]], reading.clauses[behind[0]]
        then = own[behind][0] if since.opener == "since" and own[behind] else None
        group = clause.group
        if then is None or dct is None or own[unit] or group is None:
            continue
        days, done = _from_then(then[1], dct), (Tense.PERFECT, Tense.PLUPERFECT)
        lasts = group.tense in done and not group.negated
        if days is not None and lasts and group.base not in cues.state:
            own[unit] = [(then[0], msgspec.structs.replace(then[1], time=days))]


def _reached(
    reading: Reading, point: Point, dct: TimeValue | None, cues: Cues
) -> Point | None:
    place, timex = point
    if _is_ago(reading, place, cues) and is_point(timex):
        time = _about(timex, dct)
    elif dct is None or not _tells_of_while(reading, place, cues):
        return None
    elif timex.kind is Kind.DURATION:
        time = _past_days(reading, point, dct, cues)
    else:
        since = place.first > 0 and reading.words[place.first - 1].low == "since"
        time = _from_then(timex, dct) if since else None
    return (place, msgspec.structs.replace(timex, time=time)) if time else None


def _about(timex: Timex, dct: TimeValue | None) -> TimeValue | None:
    """The time of "more than" or "less than two weeks ago"."""
    time = timex.time
    if time is None or timex.mod is None:
        return None
    if timex.mod in BEFORE:
        about = Qualifier.APPROXIMATE
        return edtf.make(time.start, time.end, time.granularity, about, time.zone)
    if timex.mod not in AFTER or dct is None or dct.start <= time.start:
        return None
    return edtf.make(time.start, dct.end, time.granularity, Qualifier.APPROXIMATE)


def _is_ago(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is counted back and nothing bounds it: "more than a week ago"."""
    ago = reading.words[place.last - 1].low == "ago"
    before = reading.words[place.first - 1].low if place.first else ""
    return (
        ago and before not in cues.time.bounds and before not in cues.time.comparisons
    )


def _tells_of_while(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether the verb of a date tells what has been done, again or for a while, by now."""
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if group is None or group.tense is not Tense.PERFECT or group.negated:
        return False
    return group.base not in cues.state and group.base not in cues.reporting.verbs


def _past_days(
    reading: Reading, point: Point, dct: TimeValue, cues: Cues
) -> TimeValue | None:
    """The days of "over the past three months": those up to the day of the report."""
    place, timex = point
    length = _LENGTH.fullmatch(timex.value)
    lows = {word.low for word in reading.words[place.first : place.last]}
    before = reading.words[place.first - 1].low if place.first else ""
    looks = before in cues.time.lookback and not lows.isdisjoint(cues.time.just_past)
    if length is None or not looks:
        return None
    number, unit = int(length[1]), length[2]
    last = dct.end // civil.DAY - 1
    if unit in "MY":
        first = civil.months_on(last, -number * (12 if unit == "Y" else 1))
    else:
        first = last - number * (7 if unit == "W" else 1)
    start = first * civil.DAY
    if dct.end - start <= _LEAST:
        return None
    return edtf.make(start, dct.end, Granularity.DAY)


def _from_then(timex: Timex, dct: TimeValue) -> TimeValue | None:
    """The days from a time on to that of the report, if it lies before that."""
    time = timex.time
    return edtf.between(time, dct) if time and time.end <= dct.start else None
