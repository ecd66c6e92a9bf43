"""Times counted from what was told last: "al día siguiente", "am selben Abend"."""

import re
from collections.abc import Iterator

from timeline.lang.locales import Locale
from timeline.timex.foreign.pieces import (
    JOINT,
    Shape,
    any_of,
    bounds,
    counted,
    led,
    starting,
    trailed,
)
from timeline.timex.foreign.said import Match, Said, Scan, hangs_on, next_word, span_of
from timeline.timex.foreign.words import (
    Frames,
    Vocabulary,
    around,
    framed_units,
    keyed,
    plain,
    rows,
    told,
)
from timeline.timex.senses import Shift, Unit, When


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """A unit with a word before or behind it that counts from what was told."""
    more, (begin, end) = words.more, bounds(words)
    days = [*more.day, *keyed(more.day_parts)]
    units = f"(?P<unit>{any_of([*days, *framed_units(more), *rows(more.seasons)])})"
    frames = told(more)
    lead = led(frames).removesuffix("?")
    first, behind = around(frames)
    names = starting(days, framed_units(more), rows(more.seasons), more.before_told)
    at = f"{begin}(?:{any_of(more.before_told)}{JOINT})?"
    behind_ = re.compile(f"{at}{units}{trailed(frames)}")
    starts = starting(first, more.before_told) if first else frozenset()
    yield Shape("told", re.compile(f"{at}{lead}{units}{end}"), starts)
    yield Shape("told", behind_, names if behind else frozenset())
    following = led(_days(more)).removesuffix("?")
    pattern = f"{begin}{following}(?P<unit>{any_of(days)}){end}"
    starts = starting(around(_days(more))[0])
    yield Shape("told-day", re.compile(pattern), starts)


def _days(more: Locale) -> Frames:
    return ((1, more.following_day),)


def _told(scan: Scan, found: Match) -> Said | None:
    return _counted(scan, found, told(scan.words.more))


def _told_day(scan: Scan, found: Match) -> Said | None:
    return _counted(scan, found, _days(scan.words.more))


def _counted(scan: Scan, found: Match, frames: Frames) -> Said | None:
    more, written = scan.words.more, plain(found["unit"])
    if hangs_on(scan, found) or next_word(scan, found.end()) == written:
        return None  # "giorno dopo giorno"
    season, amount = rows(more.seasons).get(written), counted(found, frames)
    if season is not None and amount != 0:
        return None
    known: Unit = framed_units(more).get(written, "day")  # type: ignore[assignment]
    shift = Shift("year" if season else known, amount, "previous")
    part = keyed(more.day_parts).get(written)
    return Said(
        span_of(found), "locale-told", When(shift=shift, part=part, season=season)
    )


READERS = {"told": _told, "told-day": _told_day}
