"""Which mentions are worth comparing: never all with all.

Time is cut into cells: days for what is told to within three days, else months, years,
centuries or all time. A mention lives in the cells of its own size and is seen from cells of the
coarser sizes that hold it; days are seen up to `REACH` days later, and up to `LATE` by
tellings that have no date but their document's. Inside a cell mentions
are compared when they share one of their rarest features.

Fallback for hot cells, where a feature is shared by more than `HOT` mentions: the block
is split by a second feature, then a third; what is still too large is put in order of a
MinHash of its terms, and each mention is compared with the next `NEIGHBOURS` only. Then
each mention keeps, of all it met in the cell, the `BEST` with which it shares most. So
the number of pairs grows with the number of mentions, not with its square.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product
from zlib import crc32

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.profile import LATE, Folder, Profile, features

RAREST = 16
"""Features of a mention under which it is looked for."""

HOT = 40
NEIGHBOURS = 8
BEST = 16
SPLITS = 2

REACH = 3
"""Days between two stated dates that may still be a slip or a time zone."""

_CENTURY = 36_525 * DAY

_SIZES = (3 * DAY, 31 * DAY, 366 * DAY, 3 * _CENTURY)
"""The longest interval that lives in days, months (of 31 days), years and centuries;
what is longer lives in all time before 1970, or after, or both."""

_UNITS = (DAY, 31 * DAY, 366 * DAY, _CENTURY, 10**9 * _CENTURY)


class _Home(Struct, frozen=True):
    """Where a mention lives: the size of its cells, the first and the last of them."""

    size: int
    first: int
    last: int
    is_soft: bool


class _Member(Struct, frozen=True):
    """A mention in a cell. Guests live elsewhere and meet only those at home."""

    order: int
    is_home: bool


def pairs(folder: Folder) -> Iterator[tuple[int, int]]:
    """The pairs (lower, higher order) worth comparing, each once, in fixed order."""
    keys = _keys(folder)
    homes = [_home(profile) for profile in folder.profiles]
    for (size, cell), members in sorted(_cells(homes).items()):
        met = _meetings(members, keys, folder.weights)
        for one, other in sorted(_best(met)):
            if cell == _counting(homes[one], homes[other], size):
                yield one, other


def _home(profile: Profile) -> _Home:
    time = profile.mention.time
    lasting = max(time.end - time.start, 1)
    size = next((i for i, most in enumerate(_SIZES) if lasting <= most), len(_SIZES))
    return _Home(size, *_range(time.start, time.end, size), profile.is_soft)


def _range(start: int, end: int, size: int) -> tuple[int, int]:
    first = start // _UNITS[size]
    last = (max(end, start + 1) - 1) // _UNITS[size]
    return first, last


def _counting(one: _Home, other: _Home, size: int) -> int:
    """The one cell, of all in which the two meet, that counts."""
    early, late = sorted((one, other), key=lambda home: _seen_from(home, size))
    if size == 0 and late.first - early.last > REACH:
        return early.last
    return _seen_from(late, size)


def _seen_from(home: _Home, size: int) -> int:
    """The first cell of that size, its own or a coarser one, in which a mention is."""
    return home.first * _UNITS[home.size] // _UNITS[size]


def _cells(homes: Sequence[_Home]) -> dict[tuple[int, int], list[_Member]]:
    """Each cell that somebody lives in, with all who are seen there."""
    cells: dict[tuple[int, int], list[_Member]] = defaultdict(list)
    for order, home in enumerate(homes):
        for cell in range(home.first, home.last + 1):
            cells[home.size, cell].append(_Member(order, True))
    for order, home in enumerate(homes):
        for key in _visited(home):
            if key in cells:
                cells[key].append(_Member(order, False))
    return {key: members for key, members in cells.items() if len(members) > 1}


def _visited(home: _Home) -> Iterator[tuple[int, int]]:
    """Later days within reach, for reports the days before, and the coarser cells."""
    if home.size == 0:
        for day in range(home.last + 1, home.last + REACH + 1):
            yield 0, day
    if home.size == 0 and home.is_soft:
        for day in range(home.first - LATE, home.first - REACH):
            yield 0, day
    start, end = home.first * _UNITS[home.size], (home.last + 1) * _UNITS[home.size]
    for coarser in range(home.size + 1, len(_UNITS)):
        low, high = _range(start, end, coarser)
        for cell in range(low, high + 1):
            yield coarser, cell


def _keys(folder: Folder) -> list[tuple[str, ...]]:
    """Each mention's rarest features that another mention has too, rarest first."""
    found = [
        sorted(set(features(profile.mention, profile.language, folder.names)))
        for profile in folder.profiles
    ]
    uses = Counter(key for keys in found for key in keys)
    return [
        tuple(
            sorted(
                (key for key in keys if uses[key] > 1),
                key=lambda key: (-folder.weights[key], key),
            )[:RAREST]
        )
        for keys in found
    ]


def _meetings(
    members: Sequence[_Member],
    keys: Sequence[tuple[str, ...]],
    weights: Mapping[str, float],
) -> dict[int, dict[int, float]]:
    """For each mention, those it meets in the cell, with the weight of what they share."""
    met: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for key, block in _by_key(members, keys).items():
        for one, other in _within(block, {key}, keys):
            met[one][other] += weights[key]
            met[other][one] += weights[key]
    return met


def _by_key(
    members: Sequence[_Member], keys: Sequence[tuple[str, ...]]
) -> dict[str, list[_Member]]:
    blocks: dict[str, list[_Member]] = defaultdict(list)
    for member in members:
        for key in keys[member.order]:
            blocks[key].append(member)
    return {key: blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1}


def _within(
    block: Sequence[_Member], used: set[str], keys: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Pairs of a block, at least one of them at home; large blocks are split."""
    at_home = sum(member.is_home for member in block)
    if at_home * len(block) <= HOT * HOT:
        yield from _all(block)
    elif len(used) > SPLITS:
        yield from _neighbours(block, keys)
    else:
        for key, part in _by_key(block, keys).items():
            if key > max(used):
                yield from _within(part, used | {key}, keys)


def _all(block: Sequence[_Member]) -> Iterator[tuple[int, int]]:
    """Those at home with one another and with every guest; guests not among themselves."""
    at_home = [member.order for member in block if member.is_home]
    guests = [member.order for member in block if not member.is_home]
    yield from combinations(at_home, 2)
    yield from product(at_home, guests)


def _neighbours(
    block: Sequence[_Member], keys: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Each with the next few in order of a MinHash of their keys."""
    line = sorted(block, key=lambda m: (_signature(keys[m.order]), m.order))
    for i, one in enumerate(line):
        for other in line[i + 1 : i + 1 + NEIGHBOURS]:
            if one.is_home or other.is_home:
                yield one.order, other.order


@lru_cache(maxsize=65_536)
def _signature(keys: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted(crc32(key.encode()) for key in keys)[:3])


def _best(met: Mapping[int, Mapping[int, float]]) -> set[tuple[int, int]]:
    """Each mention with the `BEST` it shares most with."""
    found: set[tuple[int, int]] = set()
    for one, others in met.items():
        best = heapq.nsmallest(BEST, others, key=lambda other: (-others[other], other))
        found.update((min(one, other), max(one, other)) for other in best)
    return found
