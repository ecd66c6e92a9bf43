"""Reports of one series: each stands to the dates that it names as the last one did.

Two texts that read nearly alike report the same thing on the same day, or the next round
of it: "roastings in the week ended March 21" comes as long after that day as the report
on the week ended March 7 came after its own.
"""

from collections.abc import Mapping, Sequence

from timeline.dct.inferred.around import Neighbour
from timeline.dct.inferred.clues import Said, Says
from timeline.dct.inferred.events import Match
from timeline.dct.inferred.habits import nearest

SURE = ((0.75, 0.6), (0.6, 0.4), (0.5, 0.2))
"""How often two documents are of one series, by their likeness."""

ABOUT = {-1: 0.1, 0: 0.8, 1: 0.1}
"""Chances of days around the same distance."""

RECENT = 31
"""Days that a date may lie away for the distance to be one of habit."""

ASKED = 2
"""Neighbours asked: a series has few members that are equally alike."""


def in_series(
    said: Sequence[Said], near: Sequence[Neighbour], firsts: Mapping[str, Said]
) -> list[Match]:
    """What the dates of the most alike say, by the first date in each dated document."""
    own = first_date(said)
    if own is None:
        return []
    return [
        match
        for one in near[:ASKED]
        if one.id in firsts and (match := _match(own, one, firsts[one.id]))
    ]


def first_date(said: Sequence[Said]) -> Said | None:
    """The first date that a document names, with its year or without."""
    return next((s for s in said if s.says in (Says.DATE, Says.MONTH_DAY)), None)


def _match(own: Said, neighbour: Neighbour, first: Said) -> Match | None:
    sure = next((sure for least, sure in SURE if neighbour.like >= least), 0.0)
    distance = neighbour.day - first.number
    date = nearest(own, neighbour.day)
    if not sure or date is None or abs(distance) > RECENT:
        return None
    if own.ahead and date != first.number:
        return None  # What lies ahead is announced again and again.
    days = {date + distance + off: share for off, share in ABOUT.items()}
    return Match(
        sure, days, own.text, f"{first.text} in {neighbour.uri}", date + distance
    )
