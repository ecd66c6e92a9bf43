"""How far the clock times of one event may lie apart: no two watches agree.

One report has a crash at 7:40 and another at about 7:45; both have it on that day.
"""

from timeline.model import Granularity, Qualifier, TimeValue

_NEAR, _ABOUT = 15 * 60, 45 * 60
"""Seconds by which a time of day may be off that is told, and one that is only about so."""

_CLOCKS = (Granularity.HOUR, Granularity.MINUTE)
"""Times that people tell; those with seconds are read off a machine."""


def slack(time: TimeValue) -> int:
    """Seconds by which another telling of the event may differ from a time of day."""
    if time.granularity not in _CLOCKS:
        return 0
    return _ABOUT if is_about(time) else _NEAR


def is_about(time: TimeValue) -> bool:
    """Whether a time of day is only about so: it contradicts none near it."""
    return time.qualifier is Qualifier.APPROXIMATE and time.granularity in _CLOCKS
