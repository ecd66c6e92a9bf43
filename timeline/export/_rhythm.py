"""The rhythm of a story in a line of bars: how many events fall on each day, month, …"""

import math
from collections.abc import Sequence

from msgspec import Struct

from timeline import civil
from timeline.civil import DAY
from timeline.model import TimeValue
from timeline.wording import dates, marks

FEWEST = 5
"""With fewer events there is no rhythm."""

MOST, THICKEST = 60, 3
"""Bars at most; and columns of one bar, where there are few."""

CORE, CROWD = 0.75, 4
"""Where this share of the events fills less than a fourth of the time, that is drawn."""

BARS = " ▁▂▃▄▅▆▇█"

_UNITS = ("hour", "day", "week", "month", "quarter", "year", "decade", "century")
_SECONDS = {"hour": 3600, "day": DAY, "week": 7 * DAY}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_MONDAY = 4 * DAY
"""5 January 1970, from which weeks are counted."""


class _Window(Struct, frozen=True):
    """Bars of one unit of time, from the index `first` to `last`, inclusive."""

    unit: str
    first: int
    last: int

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last of them in words."""
        return _name(self.unit, self.first), _name(self.unit, self.last)

    def room(self, width: int) -> int:
        """How many bars may stand between these words."""
        return min(MOST, width - sum(map(len, self.ends)) - 2)


def lines(times: Sequence[TimeValue], width: int) -> tuple[str, ...]:
    """The bars between their first and last date, and below them what they stand for.

    An event that can lie in several units is shared out among them. Nothing where there
    are too few events, or all lie in one unit.
    """
    if len(times) < FEWEST:
        return ()
    window = _window(times, width)
    if window.first == window.last:
        return ()
    weights = _weights(times, window)
    thick = min(THICKEST, window.room(width) // len(weights))
    bars = "".join(_bar(weight, max(weights)) * thick for weight in weights)
    ends = window.ends
    before = sum(_index(window.unit, t.end - 1) < window.first for t in times)
    after = sum(_index(window.unit, t.start) > window.last for t in times)
    most = marks.plural(math.ceil(round(max(weights), 2)), "event")
    facts = [f"a bar a {window.unit}, up to {most}"]
    facts += [f"{before:,} earlier"] if before else []
    facts += [f"{after:,} later"] if after else []
    return f"{ends[0]} {bars} {ends[1]}", " · ".join(facts)


def _window(times: Sequence[TimeValue], width: int) -> _Window:
    """The time to draw, in the finest unit of which it has room for all."""
    starts = sorted(time.start for time in times)
    first, last = starts[0], max(time.end for time in times) - 1
    number = math.ceil(len(starts) * CORE)
    cores = (
        (starts[i + number - 1] - start, start)
        for i, start in enumerate(starts[: len(starts) - number + 1])
    )
    length, core = min(cores)
    if length * CROWD < last - first:
        first, last = core, core + length
    for unit in _UNITS:
        found = _Window(unit, _index(unit, first), _index(unit, last))
        if found.last - found.first < found.room(width):
            return found
    return _Window(unit, found.first, found.first + found.room(width) - 1)


def _weights(times: Sequence[TimeValue], window: _Window) -> list[float]:
    """For each bar the events in it, with their share where they may lie elsewhere."""
    weights = [0.0] * (window.last - window.first + 1)
    for time in times:
        begin = _index(window.unit, time.start)
        end = max(begin, _index(window.unit, time.end - 1))
        for index in range(max(begin, window.first), min(end, window.last) + 1):
            weights[index - window.first] += 1 / (end - begin + 1)
    return weights


def _bar(weight: float, highest: float) -> str:
    """As high as its share of the highest; a whole event is always seen."""
    height = round(weight / highest * (len(BARS) - 1)) if highest else 0
    return BARS[max(height, 1 if weight > 0.99 else 0)]


def _index(unit: str, moment: int) -> int:
    if unit in _SECONDS:
        return (moment - (_MONDAY if unit == "week" else 0)) // _SECONDS[unit]
    year, month, _ = civil.ymd(moment // DAY)
    return (year * 12 + month - 1) // _MONTHS[unit]


def _name(unit: str, index: int) -> str:
    """The first day of a unit, or its month or year."""
    if unit in _SECONDS:
        second = index * _SECONDS[unit] + (_MONDAY if unit == "week" else 0)
        year, month, day = civil.ymd(second // DAY)
        hour = f" {dates.full_hour(second % DAY // 3600)}" if unit == "hour" else ""
        return f"{day} {dates.SHORT_MONTHS[month - 1]} {_year(year)}{hour}"
    year, month = divmod(index * _MONTHS[unit], 12)
    if unit in ("month", "quarter"):
        return f"{dates.SHORT_MONTHS[month]} {_year(year)}"
    return _year(year)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
