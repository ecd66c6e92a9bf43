"""Which documents share one source of knowledge: reprints and wire copy.

Two documents are one origin when a good part of the shorter stands in the longer, or a
lesser part and both credit the same agency. Only pairs that share a sampled shingle or a
sentence are looked at, so the work is near-linear in the number of documents.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise
from operator import itemgetter

from msgspec import Struct

from timeline.model import DocumentRecord, Origin

COPIED = 0.4
"""Share of the shorter document that, found in another, makes the two one origin."""

CREDITED = 0.1
"""The same where both credit one agency."""

FEWEST = 3
"""Shingles or sentences in common below which nothing is said: titles, set phrases."""

CROWDED = 20
"""Documents with one shingle from which on each is compared with the next only."""


class _Copy(Struct, frozen=True):
    """Two documents of one origin: the share copied, and the agency both credit."""

    one: str
    other: str
    share: float
    agency: str | None


def group(documents: Iterable[DocumentRecord]) -> tuple[Origin, ...]:
    """Every document in exactly one origin, numbered by date and uri of its earliest."""
    ordered = sorted(documents, key=_age)
    by_id = {document.id: document for document in ordered}
    copies = list(_copies(by_id))
    members = _connected(by_id, copies)
    found: dict[str, list[_Copy]] = defaultdict(list)
    for copy in copies:
        found[members[copy.one]].append(copy)
    groups: dict[str, list[str]] = defaultdict(list)
    for document in ordered:
        groups[members[document.id]].append(document.id)
    return tuple(
        _origin(f"o{number}", ids, found[head])
        for number, (head, ids) in enumerate(groups.items(), 1)
    )


def copied_share(one: DocumentRecord, other: DocumentRecord) -> float:
    """Share of the shorter document that the longer has too, 0 to 1.

    The larger of two estimates: sampled shingles (see `fingerprint.shingles`), and whole
    sentences. 0 where too little is shared to tell.
    """
    return _share(_hashes(one), one, other)


class _Hashes(Struct, frozen=True):
    """What a document is compared by, to look things up in."""

    shingles: frozenset[int]
    sentences: frozenset[int]


def _hashes(document: DocumentRecord) -> _Hashes:
    return _Hashes(frozenset(document.shingles), frozenset(document.sentences))


def _share(mine: _Hashes, one: DocumentRecord, other: DocumentRecord) -> float:
    """The copied share of two documents, given the hashes of the one."""
    return max(
        _shingle_share(
            len(mine.shingles.intersection(other.shingles)),
            one.shingles,
            other.shingles,
        ),
        _sentence_share(len(mine.sentences.intersection(other.sentences)), one, other),
    )


def _age(document: DocumentRecord) -> tuple[bool, int, str, str]:
    start = document.dct.start if document.dct else 0
    return document.dct is None, start, document.source.uri, document.id


def _copies(by_id: Mapping[str, DocumentRecord]) -> Iterator[_Copy]:
    pairs = sorted(_candidates(by_id.values()))
    for one, found in groupby(pairs, key=itemgetter(0)):
        a = by_id[one]
        mine = _hashes(a)
        for _, other in found:
            b = by_id[other]
            share = _share(mine, a, b)
            if share < CREDITED:
                continue
            agency = min(_credits(a) & _credits(b), default=None)
            if agency or share >= COPIED:
                yield _Copy(one, other, share, agency)


def _credits(document: DocumentRecord) -> set[str]:
    """Agencies the text credits, and the outlet itself: others may credit that."""
    own = {document.source.publisher} if document.source.publisher else set()
    return own | set(document.agencies)


def _candidates(documents: Iterable[DocumentRecord]) -> set[tuple[str, str]]:
    """Pairs with a hash in common. `documents` come in the order of their age."""
    holders: dict[tuple[str, int], list[str]] = defaultdict(list)
    for document in documents:
        for kind, hashes in (("w", document.shingles), ("s", document.sentences)):
            for value in hashes:
                holders[kind, value].append(document.id)
    found: set[tuple[str, str]] = set()
    for ids in holders.values():
        near = combinations(ids, 2) if len(ids) <= CROWDED else pairwise(ids)
        found.update(near)
    return found


def _shingle_share(shared: int, one: Sequence[int], other: Sequence[int]) -> float:
    """Share of the smaller set that lies in the other, from two bottom-k sketches.

    Below the smaller of the two largest hashes, both sketches are complete.
    """
    if shared < FEWEST:
        return 0.0
    limit = min(one[-1], other[-1])
    return shared / min(bisect_right(one, limit), bisect_right(other, limit))


def _sentence_share(shared: int, one: DocumentRecord, other: DocumentRecord) -> float:
    if shared < FEWEST:
        return 0.0
    return shared / min(len(one.sentences), len(other.sentences))


def _connected(
    by_id: Mapping[str, DocumentRecord], copies: Iterable[_Copy]
) -> dict[str, str]:
    """Each document to the head of its group."""
    parent = {document_id: document_id for document_id in by_id}

    def head(document_id: str) -> str:
        while parent[document_id] != document_id:
            parent[document_id] = parent[parent[document_id]]
            document_id = parent[document_id]
        return document_id

    for copy in copies:
        first, second = sorted((head(copy.one), head(copy.other)))
        parent[second] = first
    return {document_id: head(document_id) for document_id in by_id}


def _origin(name: str, ids: Sequence[str], copies: Sequence[_Copy]) -> Origin:
    if not copies:
        return Origin(name, tuple(ids))
    most = max(copies, key=lambda copy: (copy.share, copy.one, copy.other))
    evidence = f"{most.share:.0%} of the text in common"
    agencies = sorted({copy.agency for copy in copies if copy.agency})
    if agencies:
        evidence += f"; credited to {', '.join(agencies)}"
    return Origin(name, tuple(ids), round(most.share, 4), evidence)
