"""Who meets whom in a cell: those who share a feature, split where too many do.

A feature shared by more than `HOT` mentions is hot: the block is split by a second
feature, then a third; what is still too large is put in order of a MinHash of its
terms, and each mention meets the next `NEIGHBOURS` only. Then each mention keeps, of all
it met in the cell, the `BEST` with which it shares most.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from timeline.merge.cells import Block
from timeline.merge.rarest import Keys, Rows

HOT = 40
NEIGHBOURS = 8
BEST = 16
SPLITS = 2


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


def met_in(block: Block, keys: Keys) -> dict[int, dict[int, float]]:
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


def _by_key(home: Iterable[int], of: Rows, after: int = -1) -> dict[int, list[int]]:
    """Those at home who have a feature, by feature; only features that come after the one."""
    found: dict[int, list[int]] = defaultdict(list)
    for order in home:
        keys = of[order]
        for key in keys[bisect_right(keys, after) :]:
            found[key].append(order)
    return found


def _guests(
    guests: Iterable[int], home: Mapping[int, object], of: Rows
) -> dict[int, set[int]]:
    """The guests who have a feature of somebody at home, by feature."""
    found: dict[int, set[int]] = {key: set() for key in home}
    for order in guests:
        for key in filter(found.__contains__, of[order]):
            found[key].add(order)
    return found


def _split(
    part: _Part, used: tuple[int, ...], of: Rows, guests: Mapping[int, set[int]]
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


def _neighbours(part: _Part, keys: Keys) -> Iterator[tuple[int, int]]:
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


def best(met: Mapping[int, Mapping[int, float]]) -> Iterator[tuple[int, list[int]]]:
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
