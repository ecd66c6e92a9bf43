"""Clock times of the small hours: they end the night, or the evening, told before them."""

from msgspec import Struct

from timeline.model import Granularity
from timeline.timex import spans
from timeline.timex.spans import Unit

_LATE, _MORNING = 17 * 3600, 6 * 3600
"""Seconds of a day from which it is late, and up to which it is early."""

_DAY = Granularity.DAY.fineness


class Night(Struct, frozen=True):
    """The day on which the night told last began; the day of the evening told last by a
    clock, with the offset of that. A night goes on until another day is told."""

    begun: int | None = None
    evening: tuple[int, int] | None = None

    def told(self, found: Unit, at: int) -> "Night":
        """What it is after a time was told at an offset."""
        if found.time.granularity.fineness < _DAY:
            return Night(found.first, self.evening) if spans.is_night(found) else self
        goes_on = spans.is_night(found) or found.first == self.begun
        is_late = (spans.time_of_day(found) or 0) >= _LATE
        return Night(
            found.first if goes_on else None, (found.first, at) if is_late else None
        )

    def is_next_morning(self, day: int, seconds: int, own: int | None) -> bool:
        """Whether a clock time ends a night that began on a day: "last night; the fire was
        out at 5:30"."""
        ends = day == self.begun and seconds < spans.NOON
        return ends and (own is None or day < own)

    def evening_before(self, day: int, seconds: int) -> int | None:
        """The offset of the evening of a day, if a clock time can be of the small hours
        that follow it: "began at 6 p.m. on Monday and ended at | 2 a.m."."""
        is_of_it = self.evening is not None and self.evening[0] == day
        if self.evening is None or not is_of_it or seconds >= _MORNING:
            return None
        return self.evening[1]
