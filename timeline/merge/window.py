"""What the times of a group of tellings allow."""

from collections.abc import Callable

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.profile import LATE


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
    return Window(
        _bound(max, a.low, b.low),
        _bound(min, a.high, b.high),
        _bound(min, a.first, b.first),
        _bound(max, a.last, b.last),
    )


def either(a: Window, b: Window) -> Window:
    """What two groups allow of which one is misdated: whatever either of them does."""
    return Window(
        _bound(min, a.low, b.low),
        _bound(max, a.high, b.high),
        _bound(min, a.first, b.first),
        _bound(max, a.last, b.last),
    )


def _bound(
    choose: Callable[[list[int]], int], one: int | None, other: int | None
) -> int | None:
    known = [bound for bound in (one, other) if bound is not None]
    return choose(known) if known else None
