"""How far the clock times of one event may lie apart: no two watches agree.

One report has a crash at 7:40 and another at about 7:45; both have it on that day.
"""

import re

from timeline.civil import DAY
from timeline.model import Granularity, Qualifier, TimeValue

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):(?P<minutes>\d\d)")

_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "CET": 1, "CEST": 2, "MSK": 3, "JST": 9,
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
"""Hours ahead of UTC of the zones whose names mean one only."""

_NEAR, _ABOUT, _MACHINE = 15 * 60, 45 * 60, 30
"""Seconds by which a time of day may be off that someone tells, that is only about so, or
that a machine has written to the second."""

_DAWN = 6 * 3600
"""Seconds of a day that are over when it is morning in any case."""

_CLOCKS = (Granularity.HOUR, Granularity.MINUTE)
_FINE = frozenset((*_CLOCKS, Granularity.SECOND))


def slack(time: TimeValue) -> int:
    """Seconds by which another telling of the event may differ from a time of day."""
    return max(blur(time), _NEAR if time.granularity in _CLOCKS else 0)


def widest(time: TimeValue) -> tuple[int, int]:
    """Start and end of whatever another telling of the event may say."""
    start, end = _meant(time)
    off = slack(time)
    return start - off, end + off


def holds(one: TimeValue, other: TimeValue) -> bool:
    """Whether one is a part of the day, as people mean it, and the other a time in it.

    Two parts of a day that do not overlap are two times: "on Monday night" is not "on
    Tuesday morning", though 2:30 on Tuesday may be told as either.
    """
    fine = (one.granularity in _FINE, other.granularity in _FINE)
    if fine[0] == fine[1]:
        return False
    (start, end), its = _meant(one), _meant(other)
    return start < its[1] and its[0] < end


def _meant(time: TimeValue) -> tuple[int, int]:
    """A morning may begin at midnight ("2:30 in the morning"), a night last until six."""
    start, end = time.start, time.end
    if time.granularity is not Granularity.PART_OF_DAY:
        return start, end
    if start % DAY == _DAWN:
        start -= _DAWN
    return start, end + _DAWN if not end % DAY else end


def blur(time: TimeValue) -> int:
    """Seconds by which another time of day may differ and contradict nothing."""
    if time.granularity is Granularity.SECOND:
        return _MACHINE
    about = time.qualifier is Qualifier.APPROXIMATE and time.granularity in _CLOCKS
    return _ABOUT if about else 0


def span_beside(time: TimeValue, other: TimeValue) -> tuple[int, int]:
    """Start and end of a time, by the clock of another where both say their zones."""
    mine, its = _ahead(time.zone), _ahead(other.zone)
    off = 0 if mine is None or its is None else its - mine
    return time.start + off, time.end + off


def _ahead(zone: str | None) -> int | None:
    """Seconds that a zone is ahead of UTC, if that is known."""
    if zone is None:
        return None
    if zone in _HOURS:
        return _HOURS[zone] * 3600
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return None
    seconds = int(found["hours"]) * 3600 + int(found["minutes"]) * 60
    return -seconds if found["sign"] == "-" else seconds
