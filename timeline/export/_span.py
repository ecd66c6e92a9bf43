"""First and last moment of a date, as precise as it was said, for formats with fields."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from timeline import civil
from timeline.civil import DAY
from timeline.model import Event, Granularity, Timeline, TimeValue

Moment = tuple[int, ...]
"""Year, month, day, hour, minute, second; what was not said is left off the end."""

_DEPTHS = {
    Granularity.SEASON: 2,
    Granularity.QUARTER: 2,
    Granularity.MONTH: 2,
    Granularity.WEEK: 3,
    Granularity.DAY: 3,
    Granularity.PART_OF_DAY: 4,
    Granularity.HOUR: 4,
    Granularity.MINUTE: 5,
    Granularity.SECOND: 6,
}

_NO_NAME = re.compile(r"[^\w.-]", re.ASCII)
_UTC = ("Z", "UTC", "GMT")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[01]\d):?(?P<minutes>[0-5]\d)", re.ASCII)


class Ends(Struct, frozen=True):
    """The first and the last unit that a date can mean, inclusive and equally deep."""

    first: Moment
    last: Moment

    @property
    def is_one(self) -> bool:
        """Whether both are the same year, month, day, …"""
        return self.first == self.last


def ends(value: TimeValue) -> Ends:
    """Both ends, as deep as the granularity, or as deep as it takes to say them."""
    after = max(value.end, value.start + 1)
    depth = max(_DEPTHS.get(value.granularity, 1), _needed(value.start), _needed(after))
    return Ends(moment(value.start)[:depth], moment(after - 1)[:depth])


def moment(seconds: int) -> Moment:
    """All six fields of a civil second."""
    day, rest = divmod(seconds, DAY)
    return (*civil.ymd(day), rest // 3600, rest // 60 % 60, rest % 60)


def _needed(seconds: int) -> int:
    """How many fields it takes to say that something begins at this second."""
    fields = moment(seconds)
    depth = 6
    while depth > 1 and fields[depth - 1] == (1 if depth <= 3 else 0):
        depth -= 1
    return depth


def iso(fields: Moment, year: Callable[[int], str] = civil.year_text) -> str:
    """ISO 8601 text, reduced as the fields are; of an hour, with its minutes."""
    day = "-".join((year(fields[0]), *(f"{field:02}" for field in fields[1:3])))
    if len(fields) < 4:
        return day
    clock = fields[3:] if len(fields) > 4 else (*fields[3:], 0)
    return f"{day}T{':'.join(f'{field:02}' for field in clock)}"


def offset(zone: str | None) -> int | None:
    """Seconds that the zone is ahead of UTC; None for none, and for a mere name."""
    if zone in _UTC:
        return 0
    found = _OFFSET.fullmatch(zone or "")
    if not found:
        return None
    seconds = int(found["hours"]) * 3600 + int(found["minutes"]) * 60
    return -seconds if found["sign"] == "-" else seconds


def offset_text(zone: str | None) -> str:
    """The zone as ISO 8601 has it, `+02:00`; empty for none, and for a mere name."""
    ahead = offset(zone)
    if ahead is None:
        return ""
    return (
        f"{'-' if ahead < 0 else '+'}{abs(ahead) // 3600:02}:{abs(ahead) // 60 % 60:02}"
    )


def expanded(year: int) -> str:
    """The year as ISO 8601 and JavaScript have it: `0044`, `-000043`, `+012000`."""
    return f"{year:04}" if 0 <= year <= 9999 else f"{year:+07}"


def outside(timeline: Timeline, first: int, last: int) -> tuple[Event, ...]:
    """Events that do not lie in these years, both inclusive."""
    return tuple(
        ranked.event
        for ranked in timeline.events
        if not is_inside(ranked.event.time, first, last)
    )


def is_inside(value: TimeValue, first: int, last: int) -> bool:
    """Whether the whole value lies in these years, both inclusive."""
    begin, after = civil.days(first) * DAY, civil.days(last + 1) * DAY
    return begin <= value.start and value.end <= after


def own_ids(timeline: Timeline) -> Iterator[tuple[str, Event]]:
    """Each event with an id that no other has, of letters, digits, `-`, `_` and `.`"""
    seen: set[str] = set()
    for ranked in timeline.events:
        event, number = ranked.event, 1
        own = wanted = _NO_NAME.sub("-", event.id) or "event"
        while own in seen:
            number += 1
            own = f"{wanted}.{number}"
        seen.add(own)
        yield own, event
