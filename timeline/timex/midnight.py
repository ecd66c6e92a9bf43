"""The lines of a log that run over midnight: 23:50, then 0:10."""

_MORNING, _LONG_NIGHT = 6 * 3600, 12 * 3600
"""Seconds of a day up to which it is early, and by which a clock falls at midnight."""


class Log:
    """Mutable, part of the story of one text: the last time of day at the head of a line,
    its day, and by how many days the lines have run over that."""

    def __init__(self) -> None:
        self._last: tuple[int, int, int] | None = None

    def begin(self, day: int, clock: int | None) -> None:
        """Remember the time of day at the head of a line, with the day that is written."""
        self._last = None if clock is None else (day, clock, 0)

    def past_midnight(self, day: int, clock: int) -> int:
        """Days by which the lines of a log have run over the one they began on.

        The evening comes before early in the morning; else they are in no order.
        """
        known, last, days = self._last or (day, clock, 0)
        days = days if known == day else 0
        if known == day and clock < _MORNING and last - clock > _LONG_NIGHT:
            days += 1
        self._last = day, clock, days
        return days
