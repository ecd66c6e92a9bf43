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

Rows of one table or log are not compared with each other: they tell two things, unless
they are the same to the letter (see `vetoes`).
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    MutableSequence,
    Sequence,
)
from heapq import nsmallest
from itertools import chain
from operator import itemgetter
from zlib import crc32

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.actions import is_one_action
from timeline.merge.folder import Folder
from timeline.merge.profile import LATE, Profile

RAREST = 16
"""Features of a mention under which it is looked for."""

HOT = 40
NEIGHBOURS = 8
BEST = 16
SPLITS = 2

LIKEST = 8
"""Of those told in passing that back up an event, how many another is compared with."""

REACH = 3
"""Days between two stated dates that may still be a slip or a time zone."""

_CENTURY = 36_525 * DAY

_SIZES = (3 * DAY, 31 * DAY, 366 * DAY, 3 * _CENTURY)
"""The longest interval that lives in days, months (of 31 days), years and centuries;
what is longer lives in all time before 1970, or after, or both."""

_UNITS = (DAY, 31 * DAY, 366 * DAY, _CENTURY, 10**9 * _CENTURY)


class _Home(Struct, frozen=True):
    """Where a mention lives: the size of its cells, the first and the last of them.

    What is told in passing only visits, and so never meets its like.
    """

    size: int
    first: int
    last: int
    is_soft: bool
    is_guest: bool


class _Keys(Struct, frozen=True):
    """The rarest features of all mentions, as numbers in the order of the alphabet.

    `of` has those of each mention, in order. Of each feature, `weights` has how rare it
    is. `line` has the place of each mention in order of a MinHash of its features, and
    `tables` the number of the table of which it is a row, 0 for none.
    """

    of: "_Rows"
    weights: Sequence[float]
    line: Sequence[int]
    tables: Sequence[int]


class _Block(Struct, frozen=True):
    """Mentions seen in a cell: at home there, or guests.

    Guests live elsewhere and meet only those at home. Both in order.
    """

    home: MutableSequence[int]
    guests: MutableSequence[int]


class _Part(Struct, frozen=True):
    """Those of a block with something in common: those at home in order."""

    home: Sequence[int]
    guests: set[int]

    @property
    def is_lonely(self) -> bool:
        """Whether nobody meets anybody."""
        return not self.guests and len(self.home) < 2

    @property
    def is_hot(self) -> bool:
        """Whether too many meet too many."""
        most = len(self.home) * (len(self.home) + len(self.guests))
        return most > HOT * HOT


def pairs(folder: Folder) -> Iterator[tuple[int, int]]:
    """The pairs (lower, higher order) worth comparing, each once, in fixed order."""
    meetings = Meetings(folder)
    return chain.from_iterable(map(meetings.pairs, range(len(meetings.sizes))))


class Meetings:
    """The cells in order, each with its pairs worth comparing. No pair is in two cells.

    `sizes` has the number of those at home in each cell.
    """

    def __init__(self, folder: Folder) -> None:
        self._profiles = folder.profiles
        self._keys = _keys(folder, folder.profiles)
        met: dict[_Home, _Home] = {}
        homes = map(_home, folder.profiles)
        self._homes = [met.setdefault(home, home) for home in homes]
        self._cells = sorted(_cells(self._homes).items(), key=itemgetter(0))
        self.sizes = [len(block.home) for _, block in self._cells]

    def pairs(self, place: int) -> Iterator[tuple[int, int]]:
        """The pairs (lower, higher order) of a cell, each once, in fixed order.

        What is told in passing is worth it only with what is of its kind, there being no
        date that tells: a killing backs up no charge of murder, though that speaks of it.
        """
        profiles, homes = self._profiles, self._homes
        (size, cell), block = self._cells[place]
        for one, others in _best(_meetings(block, self._keys)):
            mine = homes[one]
            # Whoever is told in passing counts in the only cell of who is told of a day.
            is_plain = not size and mine.first == mine.last
            for other in others:
                its = homes[other]
                if its.is_guest and not is_one_action(profiles[one], profiles[other]):
                    continue
                if (is_plain and its.is_guest) or cell == _counting(mine, its, size):
                    yield (one, other) if one < other else (other, one)


def between(
    folder: Folder, backing: Sequence[int], left: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing of those told in passing: of one backing and one left."""
    asides = Asides(folder, backing, left)
    return chain.from_iterable(map(asides.pairs, range(len(asides.sizes))))


class Asides:
    """The days of those told in passing, each with its pairs of one backing and one left.

    Such pairs are of one day and one kind, nothing else speaking for them but their words.
    `sizes` has how many there are on each day.
    """

    def __init__(
        self, folder: Folder, backing: Sequence[int], left: Sequence[int]
    ) -> None:
        self._profiles = [folder.profiles[order] for order in (*backing, *left)]
        days: dict[int, _Block] = defaultdict(_packed_block)
        for place, profile in enumerate(self._profiles):
            block = days[profile.time.start // DAY]
            (block.home if place < len(backing) else block.guests).append(place)
        self._days = [block for _, block in sorted(days.items())]
        self._keys = _keys(folder, self._profiles)
        self.sizes = [len(block.home) + len(block.guests) for block in self._days]

    def pairs(self, place: int) -> Iterator[tuple[int, int]]:
        """The pairs of a day: each of those left has the `LIKEST` it shares most with."""
        profiles = self._profiles
        for one, others in _likest(self._days[place], self._keys, profiles):
            for other in others:
                yield profiles[other].order, profiles[one].order


def _likest(
    block: _Block, keys: _Keys, profiles: Sequence[Profile]
) -> Iterator[tuple[int, list[int]]]:
    """Each guest with those at home, of its kind, with which it shares most."""
    guests = set(block.guests)
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, others in _meetings(block, keys).items():
        for other in guests.intersection(others):
            if is_one_action(profiles[one], profiles[other]):
                found[other].append((-others[other], one))
    for guest, met in sorted(found.items()):
        yield guest, [one for _, one in nsmallest(LIKEST, met)]


def _home(profile: Profile) -> _Home:
    time = profile.time
    lasting = max(time.end - time.start, 1)
    size = next((i for i, most in enumerate(_SIZES) if lasting <= most), len(_SIZES))
    return _Home(
        size,
        *_range(time.start, time.end, size),
        profile.is_soft,
        profile.in_passing,
    )


def _range(start: int, end: int, size: int) -> tuple[int, int]:
    first = start // _UNITS[size]
    last = (max(end, start + 1) - 1) // _UNITS[size]
    return first, last


def _counting(one: _Home, other: _Home, size: int) -> int:
    """The one cell, of all in which the two meet, that counts."""
    if size:
        return max(_seen_from(one, size), _seen_from(other, size))
    if one.is_guest or other.is_guest:
        guest, host = (one, other) if one.is_guest else (other, one)
        return min(max(guest.first, host.first), host.last)
    early, late = (one, other) if one.first <= other.first else (other, one)
    return early.last if late.first - early.last > REACH else late.first


def _seen_from(home: _Home, size: int) -> int:
    """The first cell of that size, its own or a coarser one, in which a mention is."""
    return home.first * _UNITS[home.size] // _UNITS[size]


def _cells(homes: Sequence[_Home]) -> dict[tuple[int, int], _Block]:
    """Each cell that somebody lives in, with all who are seen there."""
    cells: dict[tuple[int, int], _Block] = defaultdict(_packed_block)
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


def _packed_block() -> _Block:
    """Of a large folder there are millions of places in cells: four bytes each."""
    return _Block(array("I"), array("I"))


def _visited(home: _Home) -> Iterator[tuple[int, int]]:
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


def _keys(folder: Folder, profiles: Sequence[Profile]) -> _Keys:
    """Each mention's rarest features that another mention has too."""
    found = {kind: [of(one) for one in profiles] for kind, of in _FEATURES.items()}
    shared: list[str] = []
    numbers: dict[str, dict[str, int]] = {}
    for kind in sorted(found):
        uses = Counter(chain.from_iterable(found[kind]))
        keys = sorted(key for key, count in uses.items() if count > 1)
        numbers[kind] = {key: place for place, key in enumerate(keys, len(shared))}
        shared += [f"{kind}:{key}" for key in keys]
    weights = [folder.weights[key] for key in shared]
    # From the rarest on; of equals the first in the alphabet.
    ranks = sorted(range(len(shared)), key=lambda number: (-weights[number], number))
    rank = dict(zip(ranks, range(len(ranks)), strict=True))

    def rarest(place: int) -> list[int]:
        known = [
            own[key]
            for kind, own in numbers.items()
            for key in found[kind][place]
            if key in own
        ]
        if len(known) > RAREST:
            known = sorted(known, key=rank.__getitem__)[:RAREST]
        return sorted(known)

    of = _Rows(map(rarest, range(len(profiles))))
    line = _line(of, [crc32(key.encode()) for key in shared])
    return _Keys(of, weights, line, _tables(profiles))


def _tables(profiles: Sequence[Profile]) -> "array[int]":
    """The number of each mention's table: 0 where it is no row, or one that comes again."""
    rows = [(one.document_id, one.row) for one in profiles]
    uses = Counter(rows)
    numbers: dict[str, int] = {}
    return array(
        "I",
        (
            numbers.setdefault(document, len(numbers) + 1)
            if row and uses[document, row] == 1
            else 0
            for document, row in rows
        ),
    )


_FEATURES: Mapping[str, Callable[[Profile], Iterable[str]]] = {
    "t": lambda profile: profile.clauses,
    "a": lambda profile: profile.actors,
    "p": lambda profile: profile.places,
    "q": lambda profile: profile.counted,
}
"""What may be rare of a mention, by the letter of its kind (see `Folder`)."""


class _Rows:
    """Numbers of each mention, four bytes each: of a large folder there are millions."""

    def __init__(self, rows: Iterable[Iterable[int]]) -> None:
        self._all = array("I")
        self._ends = array("Q", [0])
        for row in rows:
            self._all.extend(row)
            self._ends.append(len(self._all))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, order: int) -> "array[int]":
        return self._all[self._ends[order] : self._ends[order + 1]]


def _line(of: _Rows, hashes: Sequence[int]) -> "array[int]":
    """The place of each mention when those with the same least hashes stand together."""
    rows = map(of.__getitem__, range(len(of)))
    least = [sorted(map(hashes.__getitem__, keys))[:3] for keys in rows]
    places = array("Q", [0]) * len(of)
    for place, order in enumerate(sorted(range(len(of)), key=least.__getitem__)):
        places[order] = place
    return places


def _meetings(block: _Block, keys: _Keys) -> dict[int, dict[int, float]]:
    """For each mention at home, those it meets, with the weight of what they share.

    Of two that are both at home, the first has the other.
    """
    met: dict[int, dict[int, float]] = {one: {} for one in block.home}
    home = _by_key(block.home, keys.of)
    guests = _guests(block.guests, home, keys.of)
    for key in sorted(home):
        weight = keys.weights[key]
        part = _Part(home[key], guests[key])
        if _are_of_one_table(part, keys.tables):
            continue
        for some in _split(part, (key,), keys.of, guests):
            if some.is_hot:
                for one, other in _neighbours(some, keys):
                    row = met[one]
                    row[other] = row.get(other, 0.0) + weight
                continue
            # Those at home with one another and with every guest.
            everybody = [*some.home, *some.guests]
            for place, one in enumerate(some.home, 1):
                others = _elsewhere(everybody[place:], keys.tables[one], keys.tables)
                _add(met[one], others, weight)
    return met


def _are_of_one_table(part: _Part, tables: Sequence[int]) -> bool:
    """Whether all are rows of one table."""
    first = tables[part.home[0]]
    return bool(first) and all(
        tables[one] == first for one in chain(part.home, part.guests)
    )


def _elsewhere(
    others: Sequence[int], table: int, tables: Sequence[int]
) -> Sequence[int]:
    """The others that are no rows of the same table."""
    return [other for other in others if tables[other] != table] if table else others


def _add(row: dict[int, float], others: Iterable[int], weight: float) -> None:
    """Note that somebody shares so much more with the others."""
    if not row:
        row.update(dict.fromkeys(others, weight))
        return
    known = row.get
    for other in others:
        row[other] = known(other, 0.0) + weight


def _by_key(home: Iterable[int], of: _Rows, after: int = -1) -> dict[int, list[int]]:
    """Those at home who have a feature, by feature; only features that come after the one."""
    found: dict[int, list[int]] = defaultdict(list)
    for order in home:
        keys = of[order]
        for key in keys[bisect_right(keys, after) :]:
            found[key].append(order)
    return found


def _guests(
    guests: Iterable[int], home: Mapping[int, object], of: _Rows
) -> dict[int, set[int]]:
    """The guests who have a feature of somebody at home, by feature."""
    found: dict[int, set[int]] = {key: set() for key in home}
    for order in guests:
        for key in filter(found.__contains__, of[order]):
            found[key].add(order)
    return found


def _split(
    part: _Part, used: tuple[int, ...], of: _Rows, guests: Mapping[int, set[int]]
) -> Iterator[_Part]:
    """The part, or in its place the parts of a hot one, each of which may be hot still.

    `guests` has all those of the cell, by feature. Who meets nobody is left out.
    """
    if part.is_lonely:
        return
    if len(used) > SPLITS or not part.is_hot:
        yield part
        return
    home = _by_key(part.home, of, used[-1])
    for key in sorted(home):
        shared = _Part(home[key], part.guests & guests[key])
        yield from _split(shared, (*used, key), of, guests)


def _neighbours(part: _Part, keys: _Keys) -> Iterator[tuple[int, int]]:
    """Each at home with the next few in order of a MinHash of their features.

    Of two that are both at home, the first has the other.
    """
    at_home, tables = set(part.home), keys.tables
    line = sorted((*part.home, *part.guests), key=keys.line.__getitem__)
    for place, one in enumerate(line, 1):
        lives, table = one in at_home, tables[one]
        for other in line[place : place + NEIGHBOURS]:
            if table and tables[other] == table:
                continue
            if other not in at_home:
                if lives:
                    yield one, other
            elif lives and one < other:
                yield one, other
            else:
                yield other, one


def _best(met: Mapping[int, Mapping[int, float]]) -> Iterator[tuple[int, list[int]]]:
    """Each mention, guests as well, with the `BEST` it shares most with, in order.

    Who meets no more than these keeps them all, so only the others are looked at closely.
    """
    count = Counter(chain.from_iterable(met.values()))
    count.update({one: len(others) for one, others in met.items()})
    crowded = {one for one, many in count.items() if many > BEST}
    chosen = _chosen(met, crowded)
    for one, others in met.items():
        if one not in crowded:
            yield one, sorted(others)
            continue
        lost = crowded.intersection(others) - chosen[one]
        kept = (o for o in others if o not in lost or one in chosen[o])
        yield one, sorted(kept)


def _chosen(
    met: Mapping[int, Mapping[int, float]], crowded: set[int]
) -> dict[int, set[int]]:
    """For each of those who meet many, the `BEST`; of equals the first."""
    rows: dict[int, dict[int, float]] = {one: {} for one in sorted(crowded)}
    for one, others in met.items():
        if one in crowded:
            rows[one].update(others)
        for other in crowded.intersection(others):
            rows[other][one] = others[other]
    return {one: _most(row) for one, row in rows.items()}


def _most(row: Mapping[int, float]) -> set[int]:
    """The `BEST` with the most; of equals the first."""
    if len(row) <= BEST:
        return set(row)
    least = sorted(row.values())[-BEST]
    found = {one for one, weight in row.items() if weight > least}
    equal = sorted(one for one, weight in row.items() if weight == least)
    return found.union(equal[: BEST - len(found)])
