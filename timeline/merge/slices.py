"""The pairs worth comparing in slices, each with all that comparing it needs.

A slice can be scored anywhere: by another process, on another machine. Pairs come cell by
cell, so those of a slice lie in one window of time and share most of their mentions; a
day of which very much is told is several slices. What is learnt from all documents goes
along as far as the slice has a use for it, so a score is the same wherever it is made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from timeline.merge import join
from timeline.merge.alike import Alike
from timeline.merge.concepts import concepts
from timeline.merge.folder import Folder, assembled
from timeline.merge.names import Names
from timeline.merge.profile import Profile
from timeline.model import DocumentRecord


class Slice(Struct, frozen=True):
    """Pairs of places among the profiles, and what makes a folder of them."""

    pairs: tuple[tuple[int, int], ...]
    profiles: tuple[Profile, ...]
    documents: Mapping[str, DocumentRecord]
    weights: Mapping[str, float]
    scales: Mapping[str, float]

    def __str__(self) -> str:
        first, last = self.profiles[0], self.profiles[-1]
        of = f"{first.document_id} … {last.document_id}"
        return f"{len(self.pairs)} pairs of mentions ({of})"

    @property
    def file(self) -> None:
        """No file need be there where it is scored."""


def cut(folder: Folder, pairs: Sequence[tuple[int, int]], most: int) -> Iterator[Slice]:
    """All the pairs, in their order, in slices of `most`."""
    for first in range(0, len(pairs), most):
        yield _slice(folder, pairs[first : first + most])


def scored(one: Slice) -> bytes:
    """What `join.score` gives of the pairs of a slice, for `Alike.unpacked`."""
    folder = assembled(one.profiles, one.documents, Names({}, {}), one.weights)
    folder = replace(folder, scales=one.scales)
    return Alike(join.score(folder, one.pairs)).packed()


def _slice(folder: Folder, pairs: Sequence[tuple[int, int]]) -> Slice:
    orders = sorted(set(chain.from_iterable(pairs)))
    places = {order: place for place, order in enumerate(orders)}
    profiles = tuple(folder.profiles[order] for order in orders)
    ids = list(dict.fromkeys(one.document_id for one in profiles))
    documents = {id_: _light(folder.documents[id_]) for id_ in ids}
    return Slice(
        tuple((places[one], places[other]) for one, other in pairs),
        profiles,
        documents,
        _weights(folder, profiles, documents.values()),
        {id_: folder.scales[id_] for id_ in ids if id_ in folder.scales},
    )


def _light(document: DocumentRecord) -> DocumentRecord:
    """The document without what only finding copies needs."""
    return replace(document, shingles=b"", sentences=b"")


def _weights(
    folder: Folder, profiles: Iterable[Profile], documents: Iterable[DocumentRecord]
) -> dict[str, float]:
    """How rare all is that these have."""
    used: set[str] = set()
    for document in documents:
        terms = concepts(document.terms, document.language)
        used.update(f"t:{term}" for term in terms)
    for one in profiles:
        used.update(f"t:{term}" for term in (*one.clauses, *one.rest))
        used.update(f"a:{actor}" for actor in one.actors)
        used.update(f"p:{place}" for place in one.places)
    return {key: folder.weights[key] for key in sorted(used)}
