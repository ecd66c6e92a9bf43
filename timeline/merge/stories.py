"""How near two documents must be to tell one story: nearer in some folders than in others.

In a folder on one crisis all documents are alike, in one of mixed news few are. So a
document's own neighbours are the measure (Zelnik-Manor and Perona's local scaling, 2004):
whoever is as near as the nearest few tells its story.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from timeline.merge.folder import Folder, likeness_to
from timeline.merge.pairs import distinct

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
        vectors = [self._folder.vectors[id_] for id_ in self._ids]
        keys, alike = array("Q"), array("d")
        apart = ((of[a], of[b]) for a, b in pairs if of[a] != of[b])
        for one, found in groupby(distinct(apart, count), key=itemgetter(0)):
            others = [other for _, other in found]
            likeness = likeness_to(vectors[one], self._folder.squares)
            keys.extend([one * count + other for other in others])
            alike.extend([likeness(vectors[other]) for other in others])
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
