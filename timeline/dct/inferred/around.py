"""Which days a document may be from, by the documents that are like it.

Those from around its day are alike, how much so differs: three reports of one evening
share their words and their date, two surveys of a trade only their words. So the chance
of a day is a mixture: some share for the very day of the most alike, some for the weeks
around them, some for any day at all. The dated documents of a folder, each placed by the
others, tell the shares.
"""

import heapq
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise, product

from msgspec import Struct

from timeline.dct.inferred.likeness import Index, timely
from timeline.model import DocumentRecord

NEIGHBOURS = 40
"""How many of the most alike documents are asked."""

FLOOR = 0.02
"""Added to each likeness, so that documents that share no word count a little."""

SHARPNESS = (2, 8)
"""Powers of likeness by which documents are weighed: all that are somewhat alike, or
next to none but the most alike."""

SCALES = (1.5, 5.0, 15.0, 50.0)
"""Days over which what documents share thins out: of one day, of one crisis."""

KINDS = tuple(product(SHARPNESS, SCALES))

SHARES = (0.24, 0.01, 0.01, 0.01, 0.06, 0.03, 0.15, 0.01)
"""How often a document is from around those alike, in each of these ways; else it is
from any day. Fitted by expectation maximisation to news of four kinds, then rounded; each
folder goes on from there with its own."""

STRENGTH = 3
"""Dated documents of the folder that weigh as much as these shares."""

ASKED = 150
"""Dated documents by which the shares of a folder are found out."""

ROUNDS = 30
"""Rounds of expectation maximisation; the shares hardly move in the later ones."""

REACH = 14
"""Days around dated documents that are tried."""

EDGE = 14.0
"""Days before the first and after the last dated document over which two thirds of belief
are lost: a folder seldom begins with an undated one."""

LONGEST = 3_000
"""Days of a span that is tried without gaps."""

MOST_DAYS = 400
"""Days that are tried for one document: the likeliest by its neighbours."""


class Neighbour(Struct, frozen=True, gc=False):
    """A dated document with its likeness (a cosine) to another one."""

    like: float
    day: int
    uri: str
    id: str


_Amounts = tuple[list[float], float]
"""Weights of documents that are alike beyond the floor, and of every document."""


class Around:
    """Chances of days by the dated documents of a folder."""

    def __init__(
        self, dated: Sequence[tuple[int, DocumentRecord]], weight: dict[str, float]
    ) -> None:
        self.dated = dated
        self.index = Index([record for _, record in dated], weight)
        known = Counter(day for day, _ in dated)
        self.days = _candidates(known)
        self.fades = {scale: _fades(self.days, scale) for scale in SCALES}
        self.background = {scale: self._spread(known, scale) for scale in SCALES}
        self.shares = self._shares()
        # By terms weighed with their own days, dated documents would tell too much.
        self.index = Index([record for _, record in dated], timely(weight, dated))

    def near(self, record: DocumentRecord) -> list[Neighbour]:
        """The most alike of the dated documents, best first."""
        return [
            Neighbour(like, day, one.source.uri, one.id)
            for like, at in self.index.of(record, NEIGHBOURS)
            for day, one in [self.dated[at]]
        ]

    def prior(self, near: Sequence[Neighbour]) -> dict[int, float]:
        """Log of the chance of each day worth trying, by the documents around it."""
        amounts = {power: self._amounts(near, power) for power in SHARPNESS}
        chances = [(1 - sum(self.shares)) / len(self.days)] * len(self.days)
        for scale in SCALES:
            extra: dict[int, float] = defaultdict(float)
            base = 0.0
            for share, (power, width) in zip(self.shares, KINDS, strict=True):
                if width == scale:
                    own, floor = amounts[power]
                    base += share * floor
                    for one, amount in zip(near, own, strict=True):
                        extra[one.day] += share * amount
            spread = self._spread(extra, scale)
            background = self.background[scale]
            chances = [
                chance + alike + base * all_
                for chance, alike, all_ in zip(chances, spread, background, strict=True)
            ]
        best = heapq.nsmallest(
            MOST_DAYS, range(len(chances)), key=lambda at: (-chances[at], at)
        )
        return {
            self.days[at]: math.log(chances[at]) - self._outside(at) / EDGE
            for at in sorted(best)
        }

    def _outside(self, at: int) -> int:
        """Days by which a day lies before all dated documents, or after them."""
        day = self.days[at]
        return max(0, self.days[0] + REACH - day, day - self.days[-1] + REACH)

    def _amounts(self, near: Sequence[Neighbour], power: int) -> _Amounts:
        floor = FLOOR**power
        own = [(one.like + FLOOR) ** power - floor for one in near]
        total = sum(own) + floor * len(self.dated)
        return [amount / total for amount in own], floor / total

    def _spread(self, amounts: Mapping[int, float], scale: float) -> list[float]:
        """Amounts of single days spread over the days around."""
        fades, share = self.fades[scale], _fading(0, scale)
        single = [amounts.get(day, 0.0) for day in self.days]
        forth = _trail(single, fades)
        back = _trail(single[::-1], [1.0, *fades[:0:-1]])[::-1]
        return [
            share * (a + b - own) for own, a, b in zip(single, forth, back, strict=True)
        ]

    def _shares(self) -> tuple[float, ...]:
        """The shares of this folder, by where its dated documents stand to each other."""
        if len(self.dated) < 2:
            return SHARES
        ordered = sorted(self.dated, key=lambda one: one[1].id)
        rows = [self._chances(*one) for one in ordered[:ASKED]]
        prior = (*SHARES, 1 - sum(SHARES))
        shares: tuple[float, ...] = prior
        for _ in range(ROUNDS):
            sums = [STRENGTH * share for share in prior]
            for row in rows:
                parts = [s * chance for s, chance in zip(shares, row, strict=True)]
                total = sum(parts)
                sums = [s + part / total for s, part in zip(sums, parts, strict=True)]
            shares = tuple(amount / (STRENGTH + len(rows)) for amount in sums)
        return shares[:-1]

    def _chances(self, day: int, record: DocumentRecord) -> list[float]:
        """Chance of a dated document's day by the others, in each way, and by none."""
        near = self.near(record)
        at = bisect_left(self.days, day)
        amounts = {power: self._amounts(near, power) for power in SHARPNESS}
        found = []
        for power, scale in KINDS:
            own, floor = amounts[power]
            alike = sum(
                amount * _fading(one.day - day, scale)
                for one, amount in zip(near, own, strict=True)
            )
            others = self.background[scale][at] - _fading(0, scale)
            found.append(alike + floor * others)
        return [*found, 1 / len(self.days)]


def _candidates(dated: Mapping[int, int]) -> list[int]:
    """The days around dated documents: all between the first and last, if not too many."""
    first, last = min(dated) - REACH, max(dated) + REACH
    if last - first < LONGEST:
        return list(range(first, last + 1))
    return sorted({d for day in dated for d in range(day - REACH, day + REACH + 1)})


def _fading(days: int, scale: float) -> float:
    """Share of a document's weight that falls on a day so many days away."""
    fade = math.exp(-1 / scale)
    return (1 - fade) / (1 + fade) * fade ** abs(days)


def _fades(days: Sequence[int], scale: float) -> list[float]:
    """What is left on each day of an amount of the day before it."""
    fade = math.exp(-1 / scale)
    return [1.0, *(fade ** (after - day) for day, after in pairwise(days))]


def _trail(amounts: Sequence[float], fades: Sequence[float]) -> list[float]:
    """At each day the amounts up to it, each less by the fades between."""
    trail, sofar = [], 0.0
    for amount, fade in zip(amounts, fades, strict=True):
        sofar = sofar * fade + amount
        trail.append(sofar)
    return trail
