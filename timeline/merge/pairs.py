"""Very many pairs in little room."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of numbers below 2**32, in the order given, eight bytes each.

    As tuples they would take ten times that, and of a large folder there are millions.
    """

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._ones = array("I")
        self._others = array("I")
        for one, other in pairs:
            self._ones.append(one)
            self._others.append(other)

    @classmethod
    def unpacked(cls, ones: bytes, others: bytes) -> "Pairs":
        """The pairs that were packed."""
        found = cls(())
        found._ones.frombytes(ones)
        found._others.frombytes(others)
        return found

    def packed(self) -> tuple[bytes, bytes]:
        """The pairs as bytes, for another process of this machine."""
        return self._ones.tobytes(), self._others.tobytes()

    def extend(self, more: "Pairs") -> None:
        """Take in more pairs."""
        self._ones += more._ones
        self._others += more._others

    def __len__(self) -> int:
        return len(self._ones)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._ones, self._others, strict=True)

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[int, int]]: ...
    def __getitem__(
        self, place: int | slice
    ) -> tuple[int, int] | Sequence[tuple[int, int]]:
        if isinstance(place, slice):
            return tuple(zip(self._ones[place], self._others[place], strict=True))
        return self._ones[place], self._others[place]


class Totals:
    """A number for each of very many pairs, sixteen bytes each, to look up.

    They are given sorted, the lower of each pair first.
    """

    def __init__(self, found: Iterable[tuple[int, int, float]]) -> None:
        self._keys = array("Q")
        self._totals = array("d")
        for one, other, total in found:
            self._keys.append(one << 32 | other)
            self._totals.append(total)

    def get(self, one: int, other: int) -> float | None:
        """The number of a pair, given in either order; None where it has none."""
        key = one << 32 | other if one < other else other << 32 | one
        place = bisect_left(self._keys, key)
        is_known = place < len(self._keys) and self._keys[place] == key
        return self._totals[place] if is_known else None


def distinct(pairs: Iterable[tuple[int, int]], count: int) -> Iterator[tuple[int, int]]:
    """Each of the pairs of numbers below `count` once, sorted.

    They are held as numbers, in bins of which only one at a time is looked into.
    """
    bins = [array("Q") for _ in range(0, count, _BIN)]
    for one, other in pairs:
        bins[one // _BIN].append(one * count + other)
    for place, found in enumerate(bins):
        bins[place] = array("Q")
        for pair in sorted(set(found)):
            yield divmod(pair, count)


_BIN = 1_000
"""First numbers of the pairs that one bin holds."""
