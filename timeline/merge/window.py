"""What the times of a group of tellings allow."""

from collections.abc import Callable

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.profile import LATE

_Choose = Callable[[list[int]], int]


class Window(Struct, frozen=True):
    """What the times of a group allow.

    `low` and `high` bound the time that all stated dates share; `first` and `last` the
    dates of documents that state none (each None where there is none).
    """

    low: int | None
    high: int | None
    first: int | None
    last: int | None

    @property
    def is_possible(self) -> bool:
        """Whether all stated times share a moment, and all reports came soon enough."""
        if self.low is None or self.high is None:
            return ((self.last or 0) - (self.first or 0)) // DAY <= LATE
        if self.low >= self.high:
            return False
        if self.first is None or self.last is None:
            return True
        return self.first + DAY > self.low and self.last < self.high + LATE * DAY


def shared(a: Window, b: Window) -> Window:
    """What both allow."""
    return _joined(a, b, max, min)


def either(a: Window, b: Window) -> Window:
    """What two groups allow of which one is misdated: whatever either of them does."""
    return _joined(a, b, min, max)


def _joined(a: Window, b: Window, low: _Choose, high: _Choose) -> Window:
    """Of all reports of both, and of the stated bounds those that are chosen."""
    return Window(
        _bound(low, a.low, b.low),
        _bound(high, a.high, b.high),
        _bound(min, a.first, b.first),
        _bound(max, a.last, b.last),
    )


def _bound(choose: _Choose, one: int | None, other: int | None) -> int | None:
    known = [bound for bound in (one, other) if bound is not None]
    return choose(known) if known else None
