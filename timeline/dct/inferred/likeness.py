"""Which documents are like one, by the rarer words that they share."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline.model import DocumentRecord

MAX_SHARE = 0.5
"""A term that stands in more of the documents than this tells nothing."""

MAX_DOCUMENTS = 200
"""Nor is one looked up that stands in more documents: time stays near linear."""


def weights(records: Iterable[DocumentRecord]) -> dict[str, float]:
    """How much each term tells: more the fewer documents have it. Terms of one document
    alone, and of most, are left out."""
    terms = [record.terms for record in records]
    counts = Counter(term for one in terms for term in one)
    most = max(3, min(MAX_SHARE * len(terms), MAX_DOCUMENTS))
    return {
        term: math.log(1 + len(terms) / count)
        for term, count in counts.items()
        if 2 <= count <= most
    }


class Index:
    """Documents by their rarer terms, so that no pair is compared for nothing."""

    def __init__(
        self, records: Sequence[DocumentRecord], weight: dict[str, float]
    ) -> None:
        self.weight = weight
        self.records = records
        self.norms = [self._norm(record.terms) for record in records]
        self.by_term: dict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(records):
            for term in record.terms:
                if term in weight:
                    self.by_term[term].append(number)

    def of(self, record: DocumentRecord, most: int) -> list[tuple[float, int]]:
        """The most alike of the other documents, best first: likeness (a cosine), and
        which of the records it is."""
        shared: dict[int, float] = defaultdict(float)
        for term in record.terms:
            for number in self.by_term.get(term, ()):
                shared[number] += self.weight[term] ** 2
        own = self._norm(record.terms)
        rows = (
            (amount / own / self.norms[number], number)
            for number, amount in shared.items()
            if self.records[number].id != record.id
        )
        return heapq.nsmallest(
            most, rows, key=lambda row: (-row[0], self.records[row[1]].id)
        )

    def _norm(self, terms: Sequence[str]) -> float:
        known = (self.weight[term] ** 2 for term in terms if term in self.weight)
        return math.sqrt(sum(known)) or 1.0
