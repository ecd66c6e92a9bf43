"""How near two documents must be to tell one story: nearer in some folders than in others.

In a folder on one crisis all documents are alike, in one of mixed news few are. So a
document's own neighbours are the measure (Zelnik-Manor and Perona's local scaling, 2004):
whoever is as near as the nearest few tells its story.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from timeline.merge.folder import Folder, Vector

NEIGHBOURS = 5
"""Documents that are taken to tell the story of another: the one of these that is least
like it sets the scale. With the nearest alone, a reprint would make strangers of all."""

FLOOR = 0.2
"""How like one another two documents on one story are at least, in a small folder."""

Near = tuple[float, int]
"""How like a document another is, and the number of that."""


class Distances(Struct, frozen=True):
    """How like each other the two documents of each of many pairs are, sixteen bytes each.

    `keys` has both numbers of each pair in one (see `Library`), in order.
    """

    keys: "array[int]"
    alike: "array[float]"

    def packed(self) -> tuple[bytes, bytes]:
        """The same as bytes, for another process of this machine."""
        return self.keys.tobytes(), self.alike.tobytes()


class Nearest(defaultdict[int, tuple[Near, ...]]):
    """Of each document, by number, the `NEIGHBOURS` that are most like it."""

    def __init__(self) -> None:
        super().__init__(tuple)

    def note(self, found: Iterable[tuple[int, list[Near]]]) -> None:
        """Take in those of some pairs."""
        for number, near in found:
            known = {*self[number], *near}  # Two parts may have compared the same.
            self[number] = tuple(nlargest(NEIGHBOURS, known))


class Library:
    """The documents of a folder by number, in the order of the folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._ids = list(folder.documents)
        self._numbers = {id_: number for number, id_ in enumerate(self._ids)}
        ids = (profile.document_id for profile in folder.profiles)
        self._of = array("I", map(self._numbers.__getitem__, ids))

    def distances(self, pairs: Iterable[tuple[int, int]]) -> Distances:
        """How like each other the documents are of whom these pairs of mentions are."""
        of, count = self._of, len(self._ids)
        apart = {of[a] * count + of[b] for a, b in pairs if of[a] != of[b]}
        keys, alike = array("Q", sorted(apart)), array("d")
        vectors = [self._folder.vectors[id_] for id_ in self._ids]
        laid_out = _LaidOut(vectors, self._folder.squares)
        for one, found in groupby(keys, key=count.__rfloordiv__):
            others = [key % count for key in found]
            alike.extend(laid_out.likeness(one, others))
        return Distances(keys, alike)

    def nearest(self, distances: Distances) -> list[tuple[int, list[Near]]]:
        """Of each document the nearest."""
        count = len(self._ids)
        near: dict[int, list[Near]] = defaultdict(list)
        for key, alike in zip(distances.keys, distances.alike, strict=True):
            one, other = divmod(key, count)
            near[one].append((alike, other))
            near[other].append((alike, one))
        return [(one, nlargest(NEIGHBOURS, found)) for one, found in near.items()]

    def scales(self, near: Nearest) -> dict[str, float]:
        """How like each document the nearest few are, of those that have so many."""
        return {
            self._ids[number]: max(min(found)[0], FLOOR)
            for number, found in sorted(near.items())
            if len(found) == NEIGHBOURS
        }

    def with_known(self, distances: Distances) -> Folder:
        """The folder, which need not compare again documents whose distance is known."""
        known = dict(zip(distances.keys, distances.alike, strict=True))
        numbers, count = self._numbers, len(self._ids)

        def likeness(one: str, other: str) -> float:
            return known[numbers[one] * count + numbers[other]]

        return replace(self._folder, likeness=likeness)


class _LaidOut:
    """Vectors by number, of which one after the other is compared with many.

    The squares of the one are laid out in a row, each term at its place, and each of the
    others picks its own.
    """

    def __init__(self, vectors: Sequence[Vector], squares: Mapping[str, float]) -> None:
        self._vectors = vectors
        self._squares = squares
        self._places: dict[str, int] = {}
        self._row = [0.0]
        self._picks: dict[int, Callable[[Sequence[float]], Iterable[float]]] = {}

    def likeness(self, one: int, others: Iterable[int]) -> Iterator[float]:
        """The cosine of the one vector and each of the others."""
        (terms, length), row = self._vectors[one], self._row
        places = [self._place(term) for term in terms]
        for place, term in zip(places, terms, strict=True):
            row[place] = self._squares[term]
        for other in others:
            norm = length * self._vectors[other][1]
            pick = self._picks.get(other) or self._pick(other)
            yield sum(pick(row)) / norm if norm else 0.0
        for place in places:
            row[place] = 0.0

    def _pick(self, number: int) -> Callable[[Sequence[float]], Iterable[float]]:
        """What picks the terms of a vector out of a row: made but once."""
        terms = self._vectors[number][0]
        # At the first place is no term: twice that makes it a tuple, however few.
        pick = self._picks[number] = itemgetter(0, 0, *map(self._place, terms))
        return pick

    def _place(self, term: str) -> int:
        place = self._places.get(term)
        if place is None:
            place = self._places[term] = len(self._row)
            self._row.append(0.0)
        return place
