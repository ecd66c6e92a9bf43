"""Which documents share one source of knowledge: reprints and wire copy.

Two documents are one origin when a good part of the shorter stands in the longer, or a
lesser part and both credit the same agency. Only pairs that share a sampled shingle or a
sentence are looked at, so the work is near-linear in the number of documents.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from itertools import combinations, count, groupby, pairwise
from operator import itemgetter

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.pairs import distinct
from timeline.model import DocumentRecord, Origin
from timeline.text.fingerprint import sentences_of, shingles_of

COPIED = 0.4
"""Share of the shorter document that, found in another, makes the two one origin."""

CREDITED = 0.1
"""The same where both credit one agency."""

FEWEST = 3
"""Shingles or sentences in common below which nothing is said: titles, set phrases."""

PAUSE = 3
"""Days after which hardly anybody takes over a story: what three documents or more share
over a longer time is a set phrase of their outlet, no sign that one has it from another."""

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
    copies = list(_copies(ordered))
    members = _connected([document.id for document in ordered], copies)
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
    mine, its = _hashes(one), _hashes(other)
    return _share(
        mine,
        its,
        _count(mine.shingles, its.shingles),
        _count(mine.sentences, its.sentences),
    )


def _count(one: Sequence[int], other: Sequence[int]) -> int:
    return len(frozenset(one).intersection(other))


class _Hashes(Struct, frozen=True):
    """What a document is compared by, sorted."""

    shingles: MutableSequence[int]
    sentences: MutableSequence[int]


def _hashes(document: DocumentRecord) -> _Hashes:
    return _Hashes(
        array("I", shingles_of(document)), array("Q", sentences_of(document))
    )


def _share(one: _Hashes, other: _Hashes, shingles: int, sentences: int) -> float:
    """The copied share of two documents, given how many hashes of each they share."""
    return max(
        _shingle_share(shingles, one.shingles, other.shingles),
        _sentence_share(sentences, one.sentences, other.sentences),
    )


def _age(document: DocumentRecord) -> tuple[bool, int, str, str]:
    start = document.dct.start if document.dct else 0
    return document.dct is None, start, document.source.uri, document.id


def _copies(documents: Sequence[DocumentRecord]) -> Iterator[_Copy]:
    """Pairs of one origin, of documents in the order of their age."""
    hashes = [_hashes(document) for document in documents]
    days = [d.dct.start // DAY if d.dct else None for d in documents]
    shared = _Shared(days)
    pairs = distinct(shared.candidates(hashes), len(documents))
    credited = [_credits(document) for document in documents]
    for place, found in groupby(pairs, key=itemgetter(0)):
        others = [other for _, other in found]
        for other, share, both in shared.shares(place, others, hashes):
            agency = min(credited[place] & credited[other], default=None)
            if share >= COPIED or (
                agency and shared.fresh(hashes[place], hashes[other], both) >= CREDITED
            ):
                one, two = documents[place].id, documents[other].id
                yield _Copy(one, two, share, agency)


def _credits(document: DocumentRecord) -> set[str]:
    """Agencies the text credits, and the outlet itself: others may credit that."""
    own = {document.source.publisher} if document.source.publisher else set()
    return own | set(document.agencies)


_Both = tuple[frozenset[int], frozenset[int]]
"""The shingles and the sentences that two documents share."""


class _Shared:
    """What documents have in common: most hashes only one of them has.

    The others are numbered: small numbers are found sooner. `days` are those of the
    documents, by place.
    """

    def __init__(self, days: Sequence[int | None]) -> None:
        self._days = days
        self._common = [_Hashes([], []) for _ in days]
        self._numbers = count()
        self._phrases: set[int] = set()

    def candidates(self, hashes: Sequence[_Hashes]) -> Iterator[tuple[int, int]]:
        """Places of two documents with a hash in common, once for each of these."""
        common = self._common
        yield from self._of([h.shingles for h in hashes], [h.shingles for h in common])
        yield from self._of(
            [h.sentences for h in hashes], [h.sentences for h in common]
        )

    def _of(
        self,
        found: Sequence[Sequence[int]],
        common: Sequence[MutableSequence[int]],
    ) -> Iterator[tuple[int, int]]:
        """The same of hashes by place. What another has too goes into `common`."""
        for hashes, places in _binned(found):
            holders: dict[int, list[int]] = defaultdict(list)
            for value, place in zip(hashes, places, strict=True):
                holders[value].append(place)
            for held in holders.values():
                if len(held) < 2:
                    continue
                number = next(self._numbers)
                if self._is_phrase(held):
                    self._phrases.add(number)
                for place in held:
                    common[place].append(number)
                is_crowded = len(held) > CROWDED
                yield from pairwise(held) if is_crowded else combinations(held, 2)

    def _is_phrase(self, held: Sequence[int]) -> bool:
        days = [day for day in map(self._days.__getitem__, held) if day is not None]
        return len(days) > 2 and max(days) - min(days) > PAUSE

    def shares(
        self, one: int, others: Iterable[int], hashes: Sequence[_Hashes]
    ) -> Iterator[tuple[int, float, _Both]]:
        """Each other place with the copied share, and what is copied.

        Only of those whose share is worth telling.
        """
        shingles = frozenset(self._common[one].shingles).intersection
        sentences = frozenset(self._common[one].sentences).intersection
        for other in others:
            its = self._common[other]
            both = shingles(its.shingles), sentences(its.sentences)
            share = _share(hashes[one], hashes[other], *map(len, both))
            if share >= CREDITED:
                yield other, share, both

    def fresh(self, one: _Hashes, other: _Hashes, both: _Both) -> float:
        """The copied share of two documents, less set phrases."""
        fresh = (len(part - self._phrases) for part in both)
        return _share(one, other, *fresh)


def _binned(
    found: Sequence[Sequence[int]],
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """All hashes, and the place of who has each: equal ones come in one bin.

    A bin has as many as about `_BIN` have. Each is forgotten when the next is asked for.
    """
    bins = [(array("Q"), array("I")) for _ in range(0, len(found), _BIN)]
    count = len(bins)
    for place, hashes in enumerate(found):
        for value in hashes:
            values, places = bins[value % count]
            values.append(value)
            places.append(place)
    while bins:
        yield bins.pop()


_BIN = 1_000


def _shingle_share(shared: int, one: Sequence[int], other: Sequence[int]) -> float:
    """Share of the smaller set that lies in the other, from two bottom-k sketches.

    Below the smaller of the two largest hashes, both sketches are complete.
    """
    if shared < FEWEST:
        return 0.0
    short, long = (one, other) if one[-1] < other[-1] else (other, one)
    return shared / min(len(short), bisect_right(long, short[-1]))


def _sentence_share(shared: int, one: Sequence[int], other: Sequence[int]) -> float:
    if shared < FEWEST:
        return 0.0
    return shared / min(len(one), len(other))


def _connected(ids: Sequence[str], copies: Iterable[_Copy]) -> dict[str, str]:
    """Each document to the head of its group."""
    parent = {document_id: document_id for document_id in ids}

    def head(document_id: str) -> str:
        while parent[document_id] != document_id:
            parent[document_id] = parent[parent[document_id]]
            document_id = parent[document_id]
        return document_id

    for copy in copies:
        first, second = sorted((head(copy.one), head(copy.other)))
        parent[second] = first
    return {document_id: head(document_id) for document_id in ids}


def _origin(name: str, ids: Sequence[str], copies: Sequence[_Copy]) -> Origin:
    if not copies:
        return Origin(name, tuple(ids))
    most = max(copies, key=lambda copy: (copy.share, copy.one, copy.other))
    evidence = f"{most.share:.0%} of the text in common"
    agencies = sorted({copy.agency for copy in copies if copy.agency})
    if agencies:
        evidence += f"; credited to {', '.join(agencies)}"
    return Origin(name, tuple(ids), round(most.share, 4), evidence)
