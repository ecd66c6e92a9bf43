"""Times that come again: "jeden Montag", "todos los años", "tous les jours", "täglich"."""

import re
from collections.abc import Iterator

from timeline.timex.foreign.pieces import GAP, Shape, any_of, bounds, starting
from timeline.timex.foreign.said import OFTEN, Match, Said, Scan, span_of
from timeline.timex.foreign.words import Vocabulary, keyed, plain
from timeline.timex.senses import When

_UNITS = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P1E"}


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """A weekday, part of a day or unit behind "each", and words that say it alone."""
    more, (begin, end) = words.more, bounds(words)
    days = f"(?P<weekday>{any_of(_full(words))})s?(?:-[^\\W\\d_]{{2,6}})?"
    parts = f"(?P<part>{any_of(keyed(more.day_parts))})s?"
    units = f"(?P<unit>{any_of([*words.units, *more.day])})"
    pattern = rf"{begin}{any_of(more.every)}{GAP}(?:{days}|{parts}|{units}){end}"
    yield Shape("often", re.compile(pattern), starting(more.every))
    often = keyed(more.often)
    alone = rf"{begin}(?P<often>{any_of(often)}){end}"
    yield Shape("often", re.compile(alone), starting(often))


def _full(words: Vocabulary) -> dict[str, int]:
    """Names of weekdays without those that are short, and what these are part of."""
    known = {n: d for n, d in words.weekdays.items() if n not in words.short}
    return known | {
        n: words.weekdays[n] for n in words.more.unsafe if n in words.weekdays
    }


def _often(scan: Scan, found: Match) -> Said:
    words, groups = scan.words, found.groupdict()
    weekday, part, unit = (groups.get(k) for k in ("weekday", "part", "unit"))
    if weekday:
        value = f"XXXX-WXX-{words.weekdays[plain(weekday)] + 1}"
    elif part:
        code = keyed(words.more.day_parts)[plain(part)]
        value = f"XXXX-XX-XXT{'MO' if code == 'EM' else code}"
    elif unit:
        value = _UNITS[words.units.get(plain(unit), "day")]
    else:
        value = keyed(words.more.often)[plain(found["often"])]
    return Said(span_of(found), OFTEN, When(), words=value)


READERS = {"often": _often}
