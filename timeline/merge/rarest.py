"""The rarest features of mentions: who shares one is worth comparing."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from zlib import crc32

from msgspec import Struct

from timeline.merge.folder import Folder
from timeline.merge.profile import Profile

RAREST = 16
"""Features of a mention under which it is looked for."""


class Keys(Struct, frozen=True):
    """The rarest features of all mentions, as numbers in the order of the alphabet.

    `of` has those of each mention, in order. Of each feature, `weights` has how rare it
    is. `line` has the place of each mention in order of a MinHash of its features, and
    `tables` the number of the table of which it is a row, 0 for none.
    """

    of: "Rows"
    weights: Sequence[float]
    line: Sequence[int]
    tables: Sequence[int]


def keys_of(folder: Folder, profiles: Sequence[Profile]) -> Keys:
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

    of = Rows(map(rarest, range(len(profiles))))
    line = _line(of, [crc32(key.encode()) for key in shared])
    return Keys(of, weights, line, _tables(profiles))


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


class Rows:
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


def _line(of: Rows, hashes: Sequence[int]) -> "array[int]":
    """The place of each mention when those with the same least hashes stand together."""
    rows = map(of.__getitem__, range(len(of)))
    least = [sorted(map(hashes.__getitem__, keys))[:3] for keys in rows]
    places = array("Q", [0]) * len(of)
    for place, order in enumerate(sorted(range(len(of)), key=least.__getitem__)):
        places[order] = place
    return places
