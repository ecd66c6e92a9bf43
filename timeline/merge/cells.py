"""The cells that time is cut into, and which mentions live in them or are seen from them.

They are days for what is told to within three days, else months, years, centuries or all
time. A mention lives in the cells of its own size and is seen from cells of the coarser sizes
that hold it; days are seen up to `REACH` days later, and up to `LATE` by tellings that
have no date but their document's.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, MutableSequence, Sequence

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.profile import LATE, Profile

REACH = 3
"""Days between two stated dates that may still be a slip or a time zone."""

_CENTURY = 36_525 * DAY

_SIZES = (3 * DAY, 31 * DAY, 366 * DAY, 3 * _CENTURY)
"""The longest interval that lives in days, months (of 31 days), years and centuries;
what is longer lives in all time before 1970, or after, or both."""

_UNITS = (DAY, 31 * DAY, 366 * DAY, _CENTURY, 10**9 * _CENTURY)


class Home(Struct, frozen=True):
    """Where a mention lives: the size of its cells, the first and the last of them.

    What is told in passing only visits, and so never meets its like.
    """

    size: int
    first: int
    last: int
    is_soft: bool
    is_guest: bool


class Block(Struct, frozen=True):
    """Mentions seen in a cell: at home there, or guests.

    Guests live elsewhere and meet only those at home. Both in order.
    """

    home: MutableSequence[int]
    guests: MutableSequence[int]


def home_of(profile: Profile) -> Home:
    """Where a mention lives."""
    time = profile.time
    lasting = max(time.end - time.start, 1)
    size = next((i for i, most in enumerate(_SIZES) if lasting <= most), len(_SIZES))
    return Home(
        size,
        *_range(time.start, time.end, size),
        profile.is_soft,
        profile.in_passing,
    )


def _range(start: int, end: int, size: int) -> tuple[int, int]:
    first = start // _UNITS[size]
    last = (max(end, start + 1) - 1) // _UNITS[size]
    return first, last


def counting(one: Home, other: Home, size: int) -> int:
    """The one cell, of all in which the two meet, that counts."""
    if size:
        return max(_seen_from(one, size), _seen_from(other, size))
    if one.is_guest or other.is_guest:
        guest, host = (one, other) if one.is_guest else (other, one)
        return min(max(guest.first, host.first), host.last)
    early, late = (one, other) if one.first <= other.first else (other, one)
    return early.last if late.first - early.last > REACH else late.first


def _seen_from(home: Home, size: int) -> int:
    """The first cell of that size, its own or a coarser one, in which a mention is."""
    return home.first * _UNITS[home.size] // _UNITS[size]


def cells_of(homes: Sequence[Home]) -> dict[tuple[int, int], Block]:
    """Each cell that somebody lives in, with all who are seen there."""
    cells: dict[tuple[int, int], Block] = defaultdict(packed_block)
    for order, home in enumerate(homes):
        if home.is_guest:
            continue
        for cell in range(home.first, home.last + 1):
            key = home.size, cell
            cells[key].home.append(order)
    for order, home in enumerate(homes):
        for key in _visited(home):
            if key in cells:
                cells[key].guests.append(order)
    return {
        key: block
        for key, block in cells.items()
        if block.guests or len(block.home) > 1
    }


def packed_block() -> Block:
    """Of a large folder there are millions of places in cells: four bytes each."""
    return Block(array("I"), array("I"))


def _visited(home: Home) -> Iterator[tuple[int, int]]:
    """Later days within reach, for reports the days before, and the coarser cells."""
    if home.size == 0:
        for day in range(home.last + 1, home.last + REACH + 1):
            yield 0, day
    if home.size == 0 and home.is_soft:
        near = home.last + 1 if home.is_guest else home.first - REACH
        for day in range(home.first - LATE, near):
            yield 0, day
    start, end = home.first * _UNITS[home.size], (home.last + 1) * _UNITS[home.size]
    for coarser in range(home.size + 1, len(_UNITS)):
        low, high = _range(start, end, coarser)
        for cell in range(low, high + 1):
            yield coarser, cell
