"""Times of day, durations, sets and vague references."""

from typing import cast

from timeline.timex.meaning.slots import Slots
from timeline.timex.senses import Length, Often, Pair, Sense, Several, Vague, When
from timeline.timex.zones import offset

_SET_UNIT = {
    "minute": "PT1M",
    "hour": "PT1H",
    "day": "P1D",
    "night": "P1D",
    "weekend": "P1W",
    "week": "P1W",
    "fortnight": "P2W",
    "month": "P1M",
    "quarter": "P1Q",
    "year": "P1Y",
    "decade": "P10Y",
    "century": "P100Y",
    "millennium": "P1000Y",
    "second": "PT1S",
}

_LAST_HOUR = 23 * 3600
"""The hour of a day in which it is shortly before midnight."""

_SEASONS = ("SP", "SU", "FA", "WI")


def clock(slots: Slots) -> Sense | None:
    """A time of day on the clock."""
    said = slots.numbers("clock")
    if said:
        seconds, unit, exact = said[:3]
    elif slots.number("hhmm") is not None:
        seconds, unit, exact = cast(int, slots.number("hhmm")), 60, 1
    else:
        hour = slots.values.get("hour")
        if not isinstance(hour, int | float) or not 0 < hour <= 24:
            return None
        minutes = round(100 * (hour % 1))  # "7.30 pm" is read as a number
        if minutes > 59:
            return None
        seconds, unit = int(hour) * 3600 + minutes * 60, 60 if minutes else 3600
        exact = 0
    half, part = slots.number("meridiem"), slots.text("part")
    if half is not None and not exact:
        if seconds >= 13 * 3600:
            return None
        seconds = seconds % 43200 + half * 3600
    elif part in ("AF", "EV", "NI") and seconds < 12 * 3600:
        seconds += 12 * 3600
    return When(
        clock=seconds % 86400,
        clock_unit="minute" if unit == 60 else "hour" if unit > 60 else "second",
        zone=offset(*said[3:]) or _zone(slots),
    )


def clocks(slots: Slots) -> Sense | None:
    """Reads "8 to 9 p.m.": both ends share the half of the day, unless that turns them."""
    both = slots.numbers("nums") or (slots.number("first"), slots.number("last"))
    half = slots.number("meridiem")
    if half is None or any(not n or n > 12 for n in both):
        return None
    if isinstance(slots.values.get("first"), float):
        return None  # "At 9.40 and 10 p.m."
    first, last = (n % 12 * 3600 + half * 3600 for n in both if n)
    if first >= last:
        first = (first + 43200) % 86400
    if first >= last:
        return None
    ends = [When(clock=clock, clock_unit="hour") for clock in (first, last)]
    return Pair(ends[0], ends[1], "listed" in slots.values)


def clocks_many(slots: Slots) -> Sense | None:
    """Reads "9, 10 and 11 p.m.": all share the half of the day."""
    hours = [slots.number(name) or 0 for name in ("first", "second", "last")]
    half = slots.number("meridiem")
    if half is None or not all(0 < hour <= 12 for hour in hours):
        return None
    seconds = [hour % 12 * 3600 + half * 3600 for hour in hours]
    if sorted(seconds) != seconds:
        return None  # "At 10, 11 and 1 p.m."
    return Several(tuple(When(clock=clock, clock_unit="hour") for clock in seconds))


_MINUTES = (5, 10, 20, 25)
"""Minutes past the hour as people say them."""


def clock_spoken(slots: Slots) -> Sense | None:
    """Reads "half past nine", "a quarter to six in the evening"."""
    hour, minutes = slots.number("hour"), slots.number("spoken")
    if minutes is None and slots.number("minutes") in _MINUTES:
        minutes = slots.number("minutes")
    if not hour or hour > 12 or minutes is None:
        return None
    half, part = slots.number("meridiem"), slots.text("part")
    late = half if half is not None else 12 * (part in ("AF", "EV", "NI"))
    seconds = (hour % 12 + late if half is not None or late else hour) * 3600
    return When(clock=(seconds + 60 * minutes) % 86400)


def _zone(slots: Slots) -> str | None:
    return slots.text("zone") or slots.text("local")


def clock_word(slots: Slots) -> Sense:
    """Noon and midnight (midnight begins the day it is said with, unless it is near).

    "Shortly after noon" is a time, and no bound; "shortly before midnight" ends its day.
    """
    hour, limit = slots.number("clockword") or 0, slots.said("limit")
    ends = hour == 0 and limit == "BEFORE"
    return When(
        clock=_LAST_HOUR if ends else hour * 3600,
        clock_unit="hour" if ends else "minute",
        zone=_zone(slots),
        mod="APPROX" if limit else None,
    )


def part(slots: Slots) -> Sense:
    """A part of the day by itself."""
    hours = slots.text("hours")
    if hours:
        return When(part=hours, base="previous")
    return When(part=slots.text("part"), base="previous", mod=slots.mod)


def duration(slots: Slots) -> Sense:
    """Reads "Three weeks", "a two-day visit"."""
    if slots.numbers("number") or "last" in slots.values:
        return Length(slots.unit(), None)
    amount = slots.amount()
    fraction = slots.values.get("fraction")
    if isinstance(fraction, float):
        amount = (amount or 0) + fraction
    elif amount is None and "unit" in slots.values and "count" not in slots.values:
        amount = 1
    return Length(slots.unit(), amount)


def duration_framed(slots: Slots) -> Sense | None:
    """Reads "The past two months", "recent weeks", "the next year and a half"."""
    if "fraction" in slots.values:
        years = (slots.amount() or 1) if slots.unit() == "year" else 0
        return Length("month", int(12 * years) + 6, framed=True) if years else None
    return Length(slots.unit(), slots.amount(), framed=True)


def every(slots: Slots) -> Sense:
    """Reads "Every Monday", "every two weeks", "each summer"."""
    day, part = slots.number("weekday"), slots.text("part")
    if day is None:
        day = slots.number("weekdays")
    if day is not None:
        return Often(f"XXXX-WXX-{day + 1}" + (f"T{part}" if part else ""))
    month, season = slots.number("month"), slots.number("season")
    if month:
        return Often(f"XXXX-{month:02}")
    if season:
        return Often(f"XXXX-{_SEASONS[season - 1]}")
    if part:
        return Often(f"XXXX-XX-XXT{part}")
    every = slots.said("every")
    count = slots.number("number") or (every if isinstance(every, int) else 1)
    value = _SET_UNIT[slots.unit()]
    return Often(value.replace("1", str(count), 1) if value[-2] == "1" else value)


def rate(slots: Slots) -> Sense:
    """Reads "Twice a year", "per month"."""
    return Often(_SET_UNIT[slots.unit()])


def adverb(slots: Slots) -> Sense:
    """Reads "Daily", "annually"."""
    return Often(slots.text("adverb") or "")


def present(slots: Slots) -> Sense:
    """Reads "Now"."""
    return Vague("PRESENT_REF")


def past(slots: Slots) -> Sense:
    """Reads "Recently"."""
    return Vague("PAST_REF")


def future(slots: Slots) -> Sense:
    """Reads "Soon"."""
    return Vague("FUTURE_REF")
