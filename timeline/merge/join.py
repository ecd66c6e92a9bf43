"""Mentions gathered into events: average link, checked, without chains.

The likest pairs come first. Two groups join when nothing forbids that any two of their
members are one event, and when their first members are alike on average; a chain of
lucky pairs never is. Then groups that differ in nothing but a day or two are joined, with
the date as a conflict, where the evidence that they are one is strong. What is told in
passing, without a date, then backs up the event that it is most like, or the event that
what it is most like backs up, or is dropped. Last, groups that tell one kind of thing
are joined where only their likest members are alike, or each of the smaller group has its
like in the larger one: the line at the top of a report and the detail below it have few
words in common.

One sentence may tell an event from several sides ("opened fire, killing a guard"). They
are all compared with what is told elsewhere; `sides` makes them one telling.

Order of input is no matter: pairs are sorted by score, ties by age, words and place of the
documents, never by what they are called.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from timeline.merge.alike import Alike, Pair
from timeline.merge.features import ASIDE, THRESHOLD
from timeline.merge.folder import Folder
from timeline.merge.groups import Groups
from timeline.merge.near import near
from timeline.merge.pairs import Totals
from timeline.merge.similar import likeness
from timeline.merge.vetoes import VETO_DATES, vetoes
from timeline.model import Link

ALIKE = 1.2 * THRESHOLD
"""What two told in passing must be, where neither has a date."""

NEAR = 0.15
"""How far below the threshold a pair is still worth telling of."""


class Joined(Struct, frozen=True):
    """Groups of orders, sorted, the pairs that were nearly joined, and totals of pairs."""

    groups: tuple[tuple[int, ...], ...]
    near: tuple[Link, ...]
    totals: Totals


Scorer = Callable[[Folder, Sequence[tuple[int, int]]], Iterable[Pair]]
"""Of the pairs worth comparing, those that are alike: `score`, or the same by others."""

Later = Callable[[Folder, Sequence[int], Sequence[int]], Iterable[Pair]]
"""The same of `blocks.between` of these."""


def join(folder: Folder, scored: Iterable[Pair], later: Later) -> Joined:
    """Gather all mentions of the folder into groups, given the pairs that are alike.

    Their order does not matter. `later` finds and compares the few that only the groups
    make worth it; nothing else here does.
    """
    placed = Alike.of(scored).by_place()
    totals = placed.totals()
    groups = Groups(folder, totals)
    likest = placed.likest()
    alike = _alike(placed, likest)
    free = array("L", (place for place in alike if not placed[place].vetoes))
    for pair in placed.some(free):
        if not pair.is_passing:
            groups.join(pair.one, pair.other)
    for pair in placed.some(alike):
        if pair.vetoes == (VETO_DATES,) and not pair.is_passing:
            groups.join_despite_dates(pair.one, pair.other)
    for pair in placed.some(free):
        if pair.is_passing and pair.total >= ASIDE:
            groups.back_up(pair.one, pair.other)
    last = Alike.of(later(folder, *groups.passing())).by_place()
    for pair in last.some(last.likest()):
        if pair.total >= ALIKE and not pair.vetoes:
            groups.lean_on(pair.one, pair.other)
    for pair in placed.some(free):
        groups.join_of_one_kind(pair.one, pair.other)
    found = groups.all()
    return Joined(found, near(folder, placed.some(likest), found), totals)


def _alike(placed: Alike, likest: "array[int]") -> "array[int]":
    """The places of those that may be one event, the likest first."""
    count = bisect_right(likest, -THRESHOLD, key=lambda place: -placed[place].total)
    return likest[:count]


def score(folder: Folder, pairs: Iterable[tuple[int, int]]) -> list[Pair]:
    """Those of the pairs worth comparing that are alike or nearly so, in their order.

    Pairs are given by the places of two profiles in the folder, the lower first.
    What is told in passing is never nearly joined: it is no event that could be.
    """
    found = []
    profiles = folder.profiles
    kinds: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one, other in pairs:
        a, b = profiles[one], profiles[other]
        passing = a.in_passing or b.in_passing
        least = ASIDE if passing else THRESHOLD - NEAR
        total = likeness(a, b, folder, least)
        if total >= least:
            against = tuple(vetoes(a, b, total, folder)) if total >= THRESHOLD else ()
            against = kinds.setdefault(against, against)
            found.append(Pair(total, a.order, b.order, against, passing))
    return found
