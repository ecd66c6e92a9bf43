"""Where things stand on a strip of time: a scale with cuts, and labels beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from msgspec import Struct

from timeline import civil
from timeline.civil import DAY
from timeline.model import TimeValue
from timeline.wording import dates

CUT = 0.01
"""Share of the strip that the longest empty stretch may take."""

FEW = 1.2
"""With few dates a stretch may take this many times its even share."""

_NARROW = frozenset("iljtfrI.,;:'|!()[]/\\`’‘ ")
_BROAD = frozenset("mwMW@%—…&")


class Axis(Struct, frozen=True):
    """A scale: civil seconds in `knots` stand at `places`, straight between them.

    `cut` are the numbers of the knots after which time is cut short.
    """

    knots: tuple[int, ...]
    places: tuple[float, ...]
    cut: tuple[int, ...]

    def at(self, moment: int) -> float:
        """The place of a moment; of one outside, the nearest end."""
        right = bisect_right(self.knots, moment)
        if right == 0:
            return self.places[0]
        if right == len(self.knots):
            return self.places[-1]
        begin, end = self.knots[right - 1], self.knots[right]
        share = (moment - begin) / (end - begin)
        return self.places[right - 1] + share * (
            self.places[right] - self.places[right - 1]
        )


def axis(times: Sequence[TimeValue], left: float, right: float) -> Axis:
    """The scale of all these times between two places.

    No stretch without a beginning or an end in it takes more than a small share.
    """
    knots = sorted(
        {k for time in times for k in (time.start, max(time.end, time.start + 1))}
    )
    gaps = [after - before for before, after in pairwise(knots)]
    longest = _longest(gaps)
    lengths = [min(gap, longest) for gap in gaps]
    scale = (right - left) / sum(lengths)
    places = [left]
    for length in lengths:
        places.append(places[-1] + length * scale)
    cut = tuple(i for i, gap in enumerate(gaps) if gap > longest * 1.05)
    return Axis(tuple(knots), tuple(places), cut)


def _longest(gaps: Sequence[int]) -> float:
    """How long a gap may be drawn: of all that is drawn it takes the share CUT or less."""
    share = max(CUT, FEW / len(gaps))
    low, high = 0.0, float(max(gaps))
    for _ in range(60):
        middle = (low + high) / 2
        if share * sum(min(gap, middle) for gap in gaps) > middle:
            low = middle
        else:
            high = middle
    return max(high, 1.0)


def overlaps(times: Iterable[TimeValue]) -> tuple[int, ...]:
    """For each of them, how many there are in its middle, itself included."""
    known = tuple(times)
    starts = sorted(time.start for time in known)
    ends = sorted(time.end for time in known)
    middles = ((time.start + time.end) // 2 for time in known)
    return tuple(
        max(1, bisect_right(starts, middle) - bisect_right(ends, middle))
        for middle in middles
    )


class Label(Struct, frozen=True):
    """A box from `left`, `width` wide, in a lane: 0 next to the axis, and outward."""

    left: float
    width: float
    lane: int


def lanes(places: Sequence[tuple[float, float]]) -> tuple[Label, ...]:
    """Boxes by left edge and width, put so that neither they nor their leaders cross.

    A leader runs from the left edge straight to the axis. Taken from right to left, each
    box lies further out than all those it reaches over, so their leaders end below it.
    """
    found: list[Label] = []
    for left, width in reversed(places):
        under = (box.lane for box in found if box.left < left + width)
        found.append(Label(left, width, max(under, default=-1) + 1))
    return tuple(reversed(found))


def text_width(text: str, size: float) -> float:
    """About the width of a text in a plain sans-serif, rather too much than too little."""
    return size * sum(map(_advance, text))


def _advance(character: str) -> float:
    if character in _NARROW:
        return 0.3
    if character in _BROAD or east_asian_width(character) in "WF":
        return 1.0
    return 0.71 if character.isupper() else 0.56


def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """The text in lines of at most that width, the last cut short if it does not fit."""
    lines, words = [""], text.split()
    while words:
        longer = f"{lines[-1]} {words[0]}".lstrip()
        if text_width(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
            words.pop(0)
        elif len(lines) == most:
            break
        else:
            lines.append("")
    if words:
        lines[-1] += "…"
    return tuple(cut(line, width, size) for line in lines)


def cut(text: str, width: float, size: float) -> str:
    """The text, cut short where it would be wider than that."""
    if text_width(text, size) <= width:
        return text
    kept = text.rstrip("…")
    while kept and text_width(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


# ---- dates along the axis ----

UNITS = ("century", "decade", "year", "month", "day", "hour")
_MONTHS = {"century": 1200, "decade": 120, "year": 12, "month": 1}
_SECONDS = {"day": DAY, "hour": 3600}

MOST_TICKS = 400
"""Of one unit in one stretch; of more there is no room for any."""

TICK = 10
"""Size of the letters below the axis."""


def ticks(scale: Axis) -> tuple[tuple[float, str], ...]:
    """Place and words of dates, the coarse before the fine, as many as find room."""
    found: list[tuple[float, str]] = []
    for unit in UNITS:
        for begin, end in _stretches(scale):
            is_first = True
            for moment in _boundaries(unit, begin, end):
                place, words = scale.at(moment), _words(unit, moment, is_first)
                if all(_is_apart(place, words, *other) for other in found):
                    found.append((place, words))
                    is_first = False
    return tuple(sorted(found))


def _is_apart(place: float, words: str, other: float, other_words: str) -> bool:
    needed = (text_width(words, TICK) + text_width(other_words, TICK)) / 2 + 10
    return abs(place - other) >= needed


def _stretches(scale: Axis) -> Iterator[tuple[int, int]]:
    """First and last moment of each part that is not cut."""
    begin = scale.knots[0]
    for gap in scale.cut:
        yield begin, scale.knots[gap]
        begin = scale.knots[gap + 1]
    yield begin, scale.knots[-1]


def _boundaries(unit: str, begin: int, end: int) -> Iterator[int]:
    """The moments in the stretch, inclusive, at which such a unit begins."""
    if unit in _SECONDS:
        length = _SECONDS[unit]
        first, last = -(-begin // length), end // length
    else:
        months = _MONTHS[unit]
        first, last = -(-_month(begin, up=True) // months), _month(end) // months
    if last - first >= MOST_TICKS:
        return
    for index in range(first, last + 1):
        if unit in _SECONDS:
            yield index * _SECONDS[unit]
        else:
            year, month = divmod(index * _MONTHS[unit], 12)
            yield civil.days(year, month + 1) * DAY


def _month(moment: int, up: bool = False) -> int:
    """Number of the month of a moment; of the next, if `up` and it has begun."""
    year, month, day = civil.ymd(moment // DAY)
    return year * 12 + month - 1 + (up and (day > 1 or moment % DAY > 0))


def _words(unit: str, moment: int, is_first: bool) -> str:
    """Years as they are; a day with its year where it is the first one in its stretch."""
    year, month, day = civil.ymd(moment // DAY)
    written = str(year) if year > 0 else f"{1 - year} BC"
    name = dates.SHORT_MONTHS[month - 1]
    if unit == "hour":
        date = f"{day} {name} {written}, " if is_first else ""
        return f"{date}{dates.full_hour(moment % DAY // 3600)}"
    if unit == "day":
        return f"{day} {name} {written}" if is_first else f"{day} {name}"
    return f"{name} {written}" if unit == "month" else written
