"""Which half of the day a clock without "a.m." or "p.m." is of: "came at 2:47 PM, left at 2:50".

Who writes by the twelve hours says the half once; what follows it is read beside it.
"""

import re

from timeline.civil import DAY
from timeline.model import Granularity, Span
from timeline.timex.sections import begins_line
from timeline.timex.spans import NOON, Unit
from timeline.timex.tense import FUTURE, PAST

_BARE = re.compile(r"(?P<hour>[1-9]|1[0-2])(?:[:.][0-5]\d| o['’]clock)", re.IGNORECASE)
"""A clock that may be one of the twelve hours."""

_SAID = re.compile(
    r"\b(?:1[0-2]|[1-9])(?:[:.][0-5]\d){0,2} ?[ap](?:m\b|\.\s?m\b)", re.I
)
"""One with its half of the day."""

_REACH = 200
"""Characters behind a clock with its half in which others are read beside it."""

_ENDS = re.compile(r"^\s+[A-Z]|[.!?]\s+[A-Z]|\n")
"""The end of a sentence behind a clock."""

_BESIDE = 2 * 3600
"""Seconds by which a clock may lie on either side of the one it is read beside."""

_JUST = 3600
"""Seconds before a stamp by the twenty-four hours within which it is what was just now."""

_DROP = 5 * 3600
"""Seconds by which the lines of a log fall at noon: "11:50", "12:40", "1:15"."""

_BY_DAY = re.compile(r"^[^\w\n]{0,3}(?:0\d|1[3-9]|2[0-3])[:.h]?[0-5]\d\b", re.MULTILINE)
"""The head of a line by the twenty-four hours."""

_HALVES = tuple(NOON * at for at in range(-2, 4))


class Halves:
    """The clocks of a text that were told: mutable, local to `resolve`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: tuple[int, int] | None = None
        self._line: tuple[int, bool] | None = None
        self._stamp: tuple[int, bool] | None = None
        self._by_day: bool | None = None

    @property
    def stamp(self) -> int | None:
        """The moment of the message that is read, in seconds."""
        return self._stamp[0] if self._stamp is not None else None

    def heard(self, unit: Unit, span: Span, stamps: bool) -> None:
        """Remember a moment that was told, which may stamp what stands behind it."""
        time = unit.time
        if time.granularity.fineness <= Granularity.PART_OF_DAY.fineness:
            self._stamp = None if stamps else self._stamp
            return
        is_said = _SAID.search(self._text, span.start, span.end) is not None
        is_bare = _BARE.fullmatch(self._text, span.start, span.end) is not None
        if stamps:
            self._stamp = time.start, is_said
        if begins_line(self._text, span.start):
            goes_on = self._line is not None and self._line[1] and is_bare
            by_twelve = is_said or is_bare
            self._line = (time.start, is_said or goes_on) if by_twelve else None
        if is_said or (is_bare and self._said is not None):
            self._said = time.start, span.end

    def moment(
        self, day: int, clock: int, span: Span, look: int, is_before: bool
    ) -> int | None:
        """The moment that a bare clock of a day means, in seconds; None where nothing tells.

        `is_before` says that it is told as gone by when the rest happened.
        """
        if _BARE.fullmatch(self._text, span.start, span.end) is None:
            return None
        read = [day * DAY + clock % NOON + half for half in _HALVES]
        if begins_line(self._text, span.start):
            return self._in_row(day, clock, read)
        if self._stamp is not None and self._stamp[0] // DAY == day:
            return _by_stamp(*self._stamp, read, look)
        if self._said is None or self._said[0] // DAY != day:
            return None
        said, at = self._said
        between = self._text[at : span.start]
        if len(between) > _REACH or "\n\n" in between:
            return None
        near = _nearest(read, said)
        if abs(near - said) <= _BESIDE:
            return near
        if _ENDS.search(between):
            return None
        return _last(read, said) if is_before else _next(read, said)

    def _in_row(self, day: int, clock: int, read: list[int]) -> int | None:
        """That of a line of a log by the twelve hours, which goes on from the one above."""
        if self._line is None or self._line[0] // DAY != day:
            return None
        above, is_said = self._line
        if is_said:
            near = _nearest(read, above)
            return near if abs(near - above) <= _BESIDE else _next(read, above)
        falls = above - (day * DAY + clock) >= _DROP
        return _next(read, above) if falls and not self._is_by_day() else None

    def _is_by_day(self) -> bool:
        """Whether lines of the text are by the twenty-four hours."""
        if self._by_day is None:
            self._by_day = _BY_DAY.search(self._text) is not None
        return self._by_day


def _by_stamp(stamp: int, is_said: bool, read: list[int], look: int) -> int | None:
    """The moment that who wrote a message meant; by the twenty-four hours, if just gone."""
    near = _nearest(read, stamp)
    if not is_said:
        return near if look != FUTURE and 0 <= stamp - near <= _JUST else None
    if look == PAST:
        return _last(read, stamp)
    return _next(read, stamp) if look == FUTURE else near


def _nearest(read: list[int], moment: int) -> int:
    return min(read, key=lambda one: abs(one - moment))


def _last(read: list[int], moment: int) -> int:
    return max(one for one in read if one <= moment)


def _next(read: list[int], moment: int) -> int:
    return min(one for one in read if one >= moment)
