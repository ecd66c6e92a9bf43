"""Which documents are like one, by the rarer words that they share."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from timeline.model import DocumentRecord

MAX_SHARE = 0.5
"""A term that stands in more of the documents than this tells nothing."""

MAX_DOCUMENTS = 200
"""Nor is one looked up that stands in more documents: time stays near linear."""

LENGTH = 1.25
"""Power of a dated document's size in words by which it is less like others; 1 is that of
a cosine. A long report shares something with everybody."""

NEAR = 15.0
"""Days over which what two documents of a term share thins out."""

DOUBT = 3
"""Documents that must have a term for their days to weigh as much as doubt."""

TIMELY = (0.5, 3.0)
"""What a term's weight is multiplied by at least and at most for being of one time."""


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


def timely(
    weight: Mapping[str, float], dated: Sequence[tuple[int, DocumentRecord]]
) -> dict[str, float]:
    """The weights, more for terms of one time than for those that come up at any."""
    days: dict[str, list[int]] = defaultdict(list)
    for day, record in sorted(dated, key=lambda one: one[0]):
        for term in record.terms:
            if term in weight:
                days[term].append(day)
    usual = _closeness(sorted(day for day, _ in dated))
    return {
        term: amount * _timeliness(days[term], usual) if term in days else amount
        for term, amount in weight.items()
    }


def _timeliness(days: Sequence[int], usual: float) -> float:
    """How much closer to each other the days of a term are than any two, as a factor."""
    sure = len(days) - 1
    if not sure or not usual:
        return 1.0
    closer = (sure * _closeness(days) / usual + DOUBT) / (sure + DOUBT)
    least, most = TIMELY
    return min(most, max(least, math.sqrt(closer)))


def _closeness(days: Sequence[int]) -> float:
    """Mean closeness of any two of the days, which are in order: 1 is the same day."""
    found, trail = 0.0, 0.0
    for before, day in pairwise(days):
        trail = (trail + 1) * math.exp((before - day) / NEAR)
        found += trail
    return found / max(1.0, len(days) * (len(days) - 1) / 2)


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
        """The most alike of the other documents, best first: likeness (a cosine, but for
        `LENGTH`), and which of the records it is."""
        shared: dict[int, float] = defaultdict(float)
        for term in record.terms:
            for number in self.by_term.get(term, ()):
                shared[number] += self.weight[term] ** 2
        own = self._norm(record.terms) ** (2 - LENGTH)
        rows = (
            (amount / own / self.norms[number] ** LENGTH, number)
            for number, amount in shared.items()
            if self.records[number].id != record.id
        )
        return heapq.nsmallest(
            most, rows, key=lambda row: (-row[0], self.records[row[1]].id)
        )

    def _norm(self, terms: Sequence[str]) -> float:
        known = (self.weight[term] ** 2 for term in terms if term in self.weight)
        return math.sqrt(sum(known)) or 1.0
