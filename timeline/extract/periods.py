"""Lengths of time that a date places: "the first three months of 2012", "the year to March".

What is told of one is of all its days, not of the date beside it.
"""

import re

from timeline import civil, edtf
from timeline.extract.draft import Point
from timeline.extract.reading import Range, Reading
from timeline.model import Granularity, Kind, TimeValue

LENGTH = re.compile(r"P(\d+)([DWMY])")
"""A TIMEX3 length in whole units of the calendar."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""Of "the year to March", which is of no other time expression."""

_ENDED = frozenset(("ended", "ending"))
"""Before the last day of a length of time."""

_FIRST, _LAST = frozenset(("first", "opening")), frozenset(("last", "final", "closing"))
"""Which part of a time a length is: "the first three months | of 2012"."""


def placed(reading: Reading, point: Point) -> TimeValue | None:
    """The days of the length of time that a date places, or None."""
    place, timex = point
    if timex.time is None or place.first < 2:
        return None
    link = reading.words[place.first - 1].low
    if link == "of":
        return _part(reading, place, timex.time)
    on = link == "on" and reading.words[place.first - 2].low in _ENDED
    if link == "to" or link in _ENDED or on:
        return _up_to(reading, place.first - 1 - on, timex.time)
    return None


def is_placing(reading: Reading, place: Range) -> bool:
    """Whether the date at a place says of when a length of time is."""
    return any(
        point[0] == place and placed(reading, point) for point in reading.timexes
    )


def _part(reading: Reading, place: Range, whole: TimeValue) -> TimeValue | None:
    """The first or last units of a time: "the first three months of 2012"."""
    length = _length_before(reading, place.first - 1)
    if length is None:
        return None
    where, number, unit = length
    lows = {word.low for word in reading.words[where.first : where.last]}
    if lows & _FIRST:
        start = whole.start // civil.DAY
        end = moved(start, number, unit)
    elif lows & _LAST:
        end = whole.end // civil.DAY
        start = moved(end, -number, unit)
    else:
        return None
    inside = whole.start <= start * civil.DAY < end * civil.DAY <= whole.end
    return _days(start, end, unit) if inside else None


def _up_to(reading: Reading, at: int, last: TimeValue) -> TimeValue | None:
    """The units that end with a day or month: "the three months | to 31 March"."""
    length = _length_before(reading, at)
    if length is None:
        named = [word.low for word in reading.words[max(0, at - 2) : at]]
        if len(named) < 2 or named[0] != "the" or named[1] not in _MONTHS:
            return None
        number, unit = _MONTHS[named[1]], "M"
    else:
        _, number, unit = length
    end = last.end // civil.DAY
    whole = last.granularity is Granularity.MONTH or unit in "DW"
    start = moved(end, -number, unit)
    return _days(start, end, unit if whole else "D")


def _length_before(reading: Reading, at: int) -> tuple[Range, int, str] | None:
    """The length of time that ends right before a word: where, how many, of what."""
    for place, timex in reading.timexes:
        length = LENGTH.fullmatch(timex.value)
        if place.last == at and timex.kind is Kind.DURATION and length:
            return place, int(length[1]), length[2]
    return None


def moved(day: int, number: int, unit: str) -> int:
    """The day a length of time from another, its unit one of those of `LENGTH`."""
    if unit in "MY":
        return civil.months_on(day, number * (12 if unit == "Y" else 1))
    return day + number * (7 if unit == "W" else 1)


def _days(start: int, end: int, unit: str) -> TimeValue:
    """From a day to the one before another, in months where it is made of them."""
    finer = Granularity.MONTH if unit in "MY" else Granularity.DAY
    return edtf.make(start * civil.DAY, end * civil.DAY, finer)
