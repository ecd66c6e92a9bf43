"""Events told with a day here and with "on Friday" there: what day was it then?"""

import math
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from timeline import civil
from timeline.civil import DAY
from timeline.dct.inferred.clues import Said, Says
from timeline.dct.inferred.habits import AHEAD
from timeline.model import Basis, Mention

SURE = ((20.0, 0.5), (12.0, 0.35), (6.0, 0.1))
"""How often two sentences tell of one event, by the weight of the words they share: the
sum of log(documents / documents with the word). Below the last it is chance. Measured
on news folders of six kinds, by whether the days then agree."""

MAX_TELLINGS = 200
"""A term that stands in more dated sentences is not looked up."""

BEST = 2
"""Tellings that are believed for one sentence."""


class Match(Struct, frozen=True):
    """What the day of an event says of the day of the document that tells it.

    `days` are chances of days, which sum to 1, if both tell of the same event; `sure` is
    the chance that they do.
    """

    sure: float
    days: dict[int, float]
    said: str
    told: str
    day: int


class Events:
    """Sentences of dated documents that tell of a day, by their terms."""

    def __init__(self, mentions: Sequence[Mention], weight: dict[str, float]) -> None:
        self.weight = weight
        self.mentions = [m for m in mentions if is_told(m)]
        self.by_term: dict[str, list[int]] = defaultdict(list)
        for number, mention in enumerate(self.mentions):
            for term in mention.terms:
                if term in weight:
                    self.by_term[term].append(number)

    def matches(self, said: Sequence[Said], back: Sequence[float]) -> list[Match]:
        """Events that the sentences of an undated document seem to tell of.

        `back` says how many days after a past weekday documents of this folder name it.
        """
        found: dict[str, tuple[float, Match]] = {}
        for terms, sentence in _by_sentence(said).items():
            for amount, number in self._alike(terms):
                mention = self.mentions[number]
                day = mention.time.start // DAY
                days = _mixed([_days(one, day, back) for one in sentence])
                # Two programmes of a week share many sentences and not the week.
                other = mention.document_id
                if days and amount > found.get(other, (0.0,))[0]:
                    sure = next(sure for least, sure in SURE if amount >= least)
                    text = " … ".join(one.text for one in sentence)
                    found[other] = amount, Match(sure, days, text, mention.text, day)
        return [match for _, match in found.values()]

    def _alike(self, terms: Sequence[str]) -> list[tuple[float, int]]:
        shared: dict[int, float] = defaultdict(float)
        for term in terms:
            numbers = self.by_term.get(term, ())
            if len(numbers) <= MAX_TELLINGS:
                for number in numbers:
                    shared[number] += self.weight[term]
        rows = [(a, n) for n, a in shared.items() if a >= SURE[-1][0]]
        return sorted(rows, key=lambda row: (-row[0], row[1]))[:BEST]


def rarity(weight: dict[str, float]) -> dict[str, float]:
    """Weights as `SURE` counts them: log(n / count) instead of log(1 + n / count)."""
    return {term: math.log(math.expm1(amount)) for term, amount in weight.items()}


def is_told(mention: Mention) -> bool:
    """Whether it is of one day that its sentence names."""
    is_day = mention.time.end - mention.time.start <= DAY
    return is_day and mention.basis in (Basis.EXPLICIT, Basis.RELATIVE)


def _by_sentence(said: Sequence[Said]) -> dict[tuple[str, ...], list[Said]]:
    """The expressions that can be compared with the day of an event, by the terms of
    their sentence."""
    sentences: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in said:
        if one.terms and one.says in (Says.OFFSET, Says.WEEKDAY):
            sentences[one.terms].append(one)
    return sentences


def _mixed(readings: Sequence[dict[int, float]]) -> dict[int, float]:
    """Chances of days where any of the readings that are possible may be the one."""
    possible = [days for days in readings if days]
    mixed: dict[int, float] = defaultdict(float)
    for days in possible:
        for day, share in days.items():
            mixed[day] += share / len(possible)
    return dict(mixed)


def _days(said: Said, day: int, back: Sequence[float]) -> dict[int, float]:
    """The days a document may be from that says this of an event on that day."""
    if said.says is Says.OFFSET:
        return {day - said.number: 1.0}
    if civil.weekday(day) != said.number:
        return {}
    if said.ahead:
        return {day - days: share for days, share in enumerate(AHEAD)}
    return {day + days: share for days, share in enumerate(back)}
