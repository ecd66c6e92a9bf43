"""Very many pairs in little room."""

from array import array
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
