"""Which days a document may be from, by the dated documents that are like it."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from timeline.model import DocumentRecord

MAX_SHARE = 0.5
"""A term that stands in more of the documents than this tells nothing."""

MAX_DOCUMENTS = 200
"""Nor is one looked up that stands in more documents: time stays near linear."""

NEIGHBOURS = 40
"""How many of the most alike documents are asked."""

SHARPNESS, FLOOR = 4, 0.02
"""A document's weight is its likeness, plus the floor, to this power."""

NEAR, FAR = 1.5, 40.0
"""Days over which news of the same affair thins out: of one story, of one crisis."""

REACH = 14
"""Days around dated documents that are tried."""

LONGEST = 3_000
"""Days of a span that is tried without gaps."""

ANYWHERE = 0.05
"""Chance that the dated documents know nothing of the day."""

MOST_DAYS = 400
"""Days that are tried for one document: the likeliest by its neighbours."""


class Neighbour(Struct, frozen=True):
    """A dated document with its likeness (a cosine) to an undated one."""

    like: float
    day: int
    uri: str


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


class Neighbours:
    """Dated documents by their rarer terms, so that no pair is compared for nothing."""

    def __init__(
        self, dated: Sequence[tuple[int, DocumentRecord]], weight: dict[str, float]
    ) -> None:
        self.weight = weight
        self.dated = dated
        self.norms = [self._norm(record.terms) for _, record in dated]
        self.by_term: dict[str, list[int]] = defaultdict(list)
        for number, (_, record) in enumerate(dated):
            for term in record.terms:
                if term in weight:
                    self.by_term[term].append(number)
        self.days = _candidates({day for day, _ in dated})
        self.background = _spread(Counter(day for day, _ in dated), self.days)

    def of(self, terms: Sequence[str]) -> list[Neighbour]:
        """The most alike documents, best first."""
        shared: dict[int, float] = defaultdict(float)
        for term in terms:
            for number in self.by_term.get(term, ()):
                shared[number] += self.weight[term] ** 2
        own = self._norm(terms)
        rows = [
            Neighbour(
                amount / own / self.norms[number],
                self.dated[number][0],
                self.dated[number][1].source.uri,
            )
            for number, amount in shared.items()
        ]
        return heapq.nsmallest(
            NEIGHBOURS, rows, key=lambda row: (-row.like, row.day, row.uri)
        )

    def prior(self, near: Sequence[Neighbour]) -> dict[int, float]:
        """Log of the chance of each day worth trying, by the documents around it."""
        floor = FLOOR**SHARPNESS
        extra: dict[int, float] = defaultdict(float)
        for one in near:
            extra[one.day] += (one.like + FLOOR) ** SHARPNESS - floor
        spread = _spread(extra, self.days)
        total = floor * len(self.dated) + sum(extra.values())
        uniform = ANYWHERE / len(self.days)
        chances = [
            uniform + (floor * base + added) / total
            for base, added in zip(self.background, spread, strict=True)
        ]
        best = heapq.nsmallest(
            MOST_DAYS, range(len(chances)), key=lambda at: (-chances[at], at)
        )
        return {self.days[at]: math.log(chances[at]) for at in sorted(best)}

    def _norm(self, terms: Sequence[str]) -> float:
        known = (self.weight[term] ** 2 for term in terms if term in self.weight)
        return math.sqrt(sum(known)) or 1.0


def _candidates(dated: set[int]) -> list[int]:
    """The days around dated documents: all between the first and last, if not too many."""
    first, last = min(dated) - REACH, max(dated) + REACH
    if last - first < LONGEST:
        return list(range(first, last + 1))
    return sorted({d for day in dated for d in range(day - REACH, day + REACH + 1)})


def _spread(amounts: Mapping[int, float], days: Sequence[int]) -> list[float]:
    """Amounts of single days spread over the days around, half near and half far."""
    spread = [0.0] * len(days)
    for scale in (NEAR, FAR):
        fade = math.exp(-1 / scale)
        share = 0.5 * (1 - fade) / (1 + fade)
        forth = _trail(amounts, days, fade)
        back = _trail(amounts, days[::-1], fade)[::-1]
        for at, day in enumerate(days):
            spread[at] += share * (forth[at] + back[at] - amounts.get(day, 0.0))
    return spread


def _trail(
    amounts: Mapping[int, float], days: Sequence[int], fade: float
) -> list[float]:
    """At each day the amounts up to it, each less by `fade` for every day between."""
    trail, sofar, before = [], 0.0, days[0]
    for day in days:
        sofar = sofar * fade ** abs(day - before) + amounts.get(day, 0.0)
        trail.append(sofar)
        before = day
    return trail
