"""Very many pairs that are alike, in little room, and the order in which they matter."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, overload

import msgspec
from msgspec import Struct

from timeline.merge.pairs import Totals


class Pair(Struct, frozen=True, gc=False):
    """How alike two mentions are, by `order`, and what forbids that they are one event.

    That is asked of pairs that are alike enough. Reasons would take room, and of most
    pairs nobody asks for them. `is_passing` says that one of the two is told in passing.
    """

    total: float
    one: int
    other: int
    vetoes: tuple[str, ...]
    is_passing: bool


_Kind = tuple[tuple[str, ...], bool]
"""What forbids a pair, and whether one of the two is told in passing."""


class Alike(Sequence[Pair]):
    """Pairs, each made when it is asked for: held, they would take ten times the room."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._ones = array("I")
        self._others = array("I")
        self._totals = array("d")
        self._kinds = array("H")
        self._known: dict[_Kind, int] = {}
        self._list: list[_Kind] = []
        for pair in pairs:
            self._ones.append(pair.one)
            self._others.append(pair.other)
            self._totals.append(pair.total)
            self._kinds.append(self._kind((pair.vetoes, pair.is_passing)))

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> "Alike":
        """The same pairs, if they are no such already."""
        return pairs if isinstance(pairs, Alike) else cls(pairs)

    @classmethod
    def unpacked(cls, packed: bytes) -> "Alike":
        """The pairs that were packed."""
        found = cls()
        *columns, found._list = _DECODER.decode(packed)
        for own, column in zip(found._columns(), columns, strict=True):
            own.frombytes(column)
        found._known = {kind: number for number, kind in enumerate(found._list)}
        return found

    def packed(self) -> bytes:
        """The pairs as bytes, for another process of this machine."""
        columns = (column.tobytes() for column in self._columns())
        return msgspec.msgpack.encode((*columns, self._list))

    def extend(self, more: "Alike") -> None:
        """Take in more pairs."""
        kinds = list(map(self._kind, more._list))
        self._ones += more._ones
        self._others += more._others
        self._totals += more._totals
        self._kinds.extend(map(kinds.__getitem__, more._kinds))

    def by_place(self) -> "Alike":
        """The same, the first in the folder first."""
        ones, others = self._ones, self._others
        bins: dict[int, array[int]] = defaultdict(lambda: array("L"))
        for place, one in enumerate(ones):
            bins[one // _ORDERS].append(place)
        found = Alike()
        found._known, found._list = self._known, self._list
        for number in sorted(bins):
            places = sorted(bins.pop(number), key=lambda p: (ones[p], others[p]))
            for own, column in zip(found._columns(), self._columns(), strict=True):
                own.extend(map(column.__getitem__, places))
        return found

    def likest(self) -> "array[int]":
        """The places of all, the likest first; of equals as they come."""
        totals = self._totals
        bins: dict[int, array[int]] = defaultdict(lambda: array("L"))
        for place, total in enumerate(totals):
            bins[int(total * _SCORES)].append(place)
        ordered = (
            sorted(bins[number], key=totals.__getitem__, reverse=True)
            for number in sorted(bins, reverse=True)
        )
        return array("L", chain.from_iterable(ordered))

    def some(self, places: Iterable[int]) -> Iterator[Pair]:
        """Those of these places."""
        return map(self.__getitem__, places)

    def totals(self) -> Totals:
        """How alike they are, to look up. The pairs are by place."""
        return Totals(zip(self._ones, self._others, self._totals, strict=True))

    def __len__(self) -> int:
        return len(self._totals)

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        vetoes, is_passing = self._list[self._kinds[place]]
        return Pair(
            self._totals[place],
            self._ones[place],
            self._others[place],
            vetoes,
            is_passing,
        )

    def _kind(self, kind: _Kind) -> int:
        number = self._known.setdefault(kind, len(self._list))
        if number == len(self._list):
            self._list.append(kind)
        return number

    def _columns(self) -> "tuple[array[Any], ...]":
        return self._ones, self._others, self._totals, self._kinds


_ORDERS = 1_000
"""First numbers of the pairs that are put in order at once: places take room as well."""

_SCORES = 1_000
"""Steps of the scores that are."""

_DECODER = msgspec.msgpack.Decoder(tuple[bytes, bytes, bytes, bytes, list[_Kind]])
