"""Years and quarters of the books, which begin when a firm says: no time of the calendar.

"primer trimestre del año fiscal" · "im letzten Geschäftsquartal" · "dernier exercice"
"""

import re
from collections.abc import Iterator

from timeline.timex.foreign.pieces import (
    AT,
    END,
    GAP,
    Shape,
    any_of,
    bounds,
    counted,
    led,
    linked,
    of_year,
    starting,
    trailed,
)
from timeline.timex.foreign.said import VAGUE, Match, Said, Scan, span_of
from timeline.timex.foreign.words import Vocabulary, around, plain, pointed, rows
from timeline.timex.senses import When


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """A part of such a year, and one that is the last, this or the next."""
    more, (begin, _) = words.more, bounds(words)
    if not more.fiscal:
        return
    frames, named = pointed(more), f"(?P<fiscal>{any_of(more.fiscal)})"
    parts = any_of([*more.quarters, *more.halves])
    nth = f"(?P<nth>{any_of(rows(more.nth))})"
    part = rf"{AT}{nth}{GAP}{parts}{linked(more)}{named}(?:{of_year(more)})?{END}"
    yield Shape("fiscal", re.compile(part), starting(rows(more.nth)))
    whole = rf"{begin}{led(frames)}{named}(?:{trailed(frames)})?{END}"
    starts = starting(around(frames)[0], more.fiscal)
    yield Shape("fiscal", re.compile(whole), starts)
    latest = rf"{begin}(?P<latest>{any_of(more.latest)}){GAP}{named}{END}"
    yield Shape("fiscal", re.compile(latest), starting(more.latest))


def _fiscal(scan: Scan, found: Match) -> Said | None:
    more = scan.words.more
    if nth := found.groupdict().get("nth"):
        number = rows(more.nth)[plain(nth)]
        return Said(span_of(found), VAGUE, When(mod=f"XXXX-Q{number}"))
    is_latest = bool(found.groupdict().get("latest"))
    toward = -1 if is_latest else counted(found, pointed(more))
    if toward is None:
        return None
    mod = "FUTURE_REF" if toward > 0 else "PAST_REF"
    return Said(span_of(found), VAGUE, When(mod=mod))


READERS = {"fiscal": _fiscal}
