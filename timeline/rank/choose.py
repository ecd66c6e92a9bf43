"""Choosing the best events: no two that say the same, spread over the whole story.

Every choice is greedy: what is taken next depends on what was taken before and never on
how many will be taken. So a selection of ten is part of the selection of twenty.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from timeline.civil import DAY
from timeline.model import DocumentRecord, Mention, Ranked
from timeline.rank.folder import day_of
from timeline.rank.repeats import cosine, novelty

SAME = 0.4
"""Share of words in common from which two lines near each other say the same."""

INSIDE = 0.8
"""Share of the words of the shorter line in the longer one from which it adds nothing."""

FEW = 3
"""Words without which a line is too short to be said to stand in another."""

NEAR_DAYS = 2
"""Lines further apart in time may say the same: it happened again."""

CROWDED = 0.06
"""What each event already taken from the same day costs the next one of that day."""

ECHO = 0.25
"""What a line loses of its score among those of one day for being just like one taken."""

STEEP = 2.5
"""Power of an event's score in the weight of its day: one event that matters makes a day
matter more than several that do not."""


def best(ranked: Sequence[Ranked], most: int) -> tuple[Ranked, ...]:
    """The `most` best events. Order: as chosen."""
    rows = _by_score(ranked)
    heap = [(-row.score, place, 0) for place, row in enumerate(rows)]
    heapq.heapify(heap)
    taken: list[Ranked] = []
    by_day: dict[int, list[Ranked]] = defaultdict(list)
    while heap and len(taken) < most:
        _, place, crowd = heapq.heappop(heap)
        row = rows[place]
        day = row.event.time.start // DAY
        if len(by_day[day]) > crowd:
            cost = CROWDED * len(by_day[day])
            heapq.heappush(heap, (cost - row.score, place, len(by_day[day])))
        elif not _says_the_same(row, _near(by_day, day)):
            taken.append(row)
            by_day[day].append(row)
    return tuple(taken)


def best_dates(
    ranked: Sequence[Ranked],
    documents: Iterable[DocumentRecord],
    dates: int | None,
    per_date: int | None,
) -> tuple[Ranked, ...]:
    """At most `per_date` events of each of the `dates` best days; None sets no limit.

    Only what is dated to the day counts as a date; coarser events are left out, and what
    is of many days.
    """
    days: dict[int, list[Ranked]] = defaultdict(list)
    for row in _by_score(ranked):
        day = day_of(row.event.time)
        if day is not None:
            days[day].append(row)
    weights = _weights(days, documents)
    order = sorted(days, key=lambda day: (-weights[day], day))
    return tuple(
        row for day in order[:dates] for row in distinct(days[day], per_date, ECHO)
    )


def _weights(
    days: Mapping[int, Sequence[Ranked]], documents: Iterable[DocumentRecord]
) -> dict[int, float]:
    """How much each day matters: each origin that tells of it counts once, for the best
    that it tells, and what matters little hardly at all; what was told of the days before
    counts as far as it is news.

    News takes a day: a document of the day after that does not name the day counts as one
    more, the usual origin, if it tells any event that there is to choose from.
    """
    new = novelty(row.event for rows in days.values() for row in rows)
    best = {day: _best_of_origins(rows, new) for day, rows in days.items()}
    all_ = [score for scores in best.values() for score in scores]
    usual = fsum(all_) / len(all_) if all_ else 0.0
    tellers = {day: _tellers(rows) for day, rows in days.items()}
    choice = frozenset().union(*tellers.values())
    papers: dict[int, set[str]] = defaultdict(set)
    for document in documents:
        if document.dct and document.id in choice:
            papers[document.dct.start // DAY].add(document.id)
    return {
        day: fsum(scores) + usual * len(papers.get(day + 1, set()) - tellers[day])
        for day, scores in best.items()
    }


def _tellers(rows: Iterable[Ranked]) -> frozenset[str]:
    return frozenset(m.document_id for row in rows for m in row.event.mentions)


def _best_of_origins(rows: Iterable[Ranked], new: Mapping[str, float]) -> list[float]:
    best: dict[str, float] = {}
    for row in rows:
        worth = row.score * new[row.event.id]
        for origin in row.event.origins:
            best[origin] = max(worth, best.get(origin, 0.0))
    return [score**STEEP for score in best.values()]


def _by_score(ranked: Iterable[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda r: (-r.score, r.event.time.start, r.event.id))


def distinct(
    rows: Iterable[Ranked], most: int | None, echo: float = 0.0
) -> list[Ranked]:
    """The best ones of rows near each other in time, no two of which say the same.

    Each next one is the best by its score less what it repeats of those taken, `echo` for
    all of it (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998).
    """
    ordered = _by_score(rows)
    words = [frozenset(row.event.telling.terms) for row in ordered]
    echoes = dict.fromkeys(range(len(ordered)), 0.0)
    taken: list[Ranked] = []
    while echoes and (most is None or len(taken) < most):
        place = max(echoes, key=lambda p: (ordered[p].score - echo * echoes[p], -p))
        del echoes[place]
        if _says_the_same(ordered[place], taken):
            continue
        taken.append(ordered[place])
        for other, known in echoes.items() if echo else ():
            echoes[other] = max(known, cosine(words[place], words[other]))
    return taken


def _near(by_day: dict[int, list[Ranked]], day: int) -> list[Ranked]:
    days = range(day - NEAR_DAYS, day + NEAR_DAYS + 1)
    return [row for near in days if near in by_day for row in by_day[near]]


def _says_the_same(row: Ranked, taken: Iterable[Ranked]) -> bool:
    mine = row.event.telling
    return any(_are_same(mine, other.event.telling) for other in taken)


def _are_same(one: Mention, other: Mention) -> bool:
    """By their words, unless they tell of two actions: an arrest is no release."""
    if one.action and other.action and one.action != other.action:
        return False
    words, others = frozenset(one.terms), frozenset(other.terms)
    common, shorter = len(words & others), min(len(words), len(others))
    if not common:
        return False
    is_inside = shorter >= FEW and common >= INSIDE * shorter
    return is_inside or common >= SAME * len(words | others)
