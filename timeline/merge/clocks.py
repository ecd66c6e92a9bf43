"""How far the clock times of one event may lie apart: no two watches agree.

One report has a crash at 7:40 and another at about 7:45; both have it on that day.
"""

import re

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

_CLOCKS = (Granularity.HOUR, Granularity.MINUTE)
_FINE = frozenset((*_CLOCKS, Granularity.SECOND))


def slack(time: TimeValue) -> int:
    """Seconds by which another telling of the event may differ from a time of day."""
    if time.granularity not in _FINE:
        return 0
    return max(blur(time), _NEAR if time.granularity in _CLOCKS else 0)


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
