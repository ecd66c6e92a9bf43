"""Dates in full or in part: fields of the calendar."""

from timeline import civil
from timeline.timex.meaning.slots import Slots, year_of
from timeline.timex.senses import Pair, Sense, Several, Shift, Vague, When
from timeline.timex.zones import offset


def nothing(slots: Slots) -> None:
    """Words that only look like a time."""


def date(slots: Slots) -> Sense | None:
    """Any of weekday, day, month and year, as said."""
    year, month, day = year_of(slots), slots.number("month"), slots.number("day")
    if (
        month
        and day
        and not civil.is_day(year if year is not None else 2000, month, day)
    ):
        return None
    return When(year=year, month=month, day=day, weekday=slots.number("weekday"))


def days(slots: Slots) -> Sense | None:
    """Reads "12-14 March": two days of one month, and all between."""
    month, year = slots.number("month"), year_of(slots)
    first, last = slots.number("first"), slots.number("last")
    if slots.numbers("days"):
        first, last = slots.numbers("days")
    if not first or not last or not month or first >= last:
        return None
    if not civil.is_day(year if year is not None else 2000, month, last):
        return None
    return Pair(
        When(year=year, month=month, day=first), When(year=year, month=month, day=last)
    )


def days_listed(slots: Slots) -> Sense | None:
    """Reads "March 3 and 5": the gate tells a list from "between"."""
    sense = days(slots)
    return (
        Pair(sense.first, sense.last, listed=True) if isinstance(sense, Pair) else None
    )


def days_many(slots: Slots) -> Sense | None:
    """Reads "March 3, 7 and 9": days of one month, each a date of its own."""
    month, year = slots.number("month"), year_of(slots)
    said = [slots.number(name) for name in ("first", "second", "last")]
    numbers = [day for day in said if day]
    if not month or len(numbers) < 3 or numbers != sorted(numbers):
        return None
    return Several(tuple(When(year=year, month=month, day=day) for day in numbers))


def months(slots: Slots) -> Sense | None:
    """Reads "May to July 2011"; a first month later in the year is of the year before."""
    first, last, year = slots.number("first"), slots.number("last"), year_of(slots)
    if not first or not last or year is None:
        return None
    begun = year - 1 if first > last else year
    ends = When(year=begun, month=first), When(year=year, month=last)
    return Pair(*ends, listed="listed" in slots.values)


def day_of_month(slots: Slots) -> Sense:
    """Reads "the 8th", of the month told, and "the 8th inst.", "the 8th of last month"."""
    day, toward = slots.number("day"), slots.toward
    if toward is None:
        return When(day=day, base="previous")
    return When(day=day, shift=Shift("month", toward, slots.base("dct")))


def iso(slots: Slots) -> Sense:
    """ISO 8601 month, day, moment or week."""
    fields = slots.numbers("iso")
    match len(fields):
        case 2:
            return When(year=fields[0], month=fields[1])
        case 3:
            return When(year=fields[0], month=fields[1], day=fields[2])
        case 5 | 6 if fields[4] > 0:
            unit = "second" if fields[4] == 1 else "minute"
            year, month, day, clock = fields[:4]
            zone = offset(*fields[5:])
            return When(year, month, day, clock=clock, clock_unit=unit, zone=zone)
    year, week, weekday = fields[:3]
    if not weekday:
        return When(year=year, week=week)
    year, month, day = civil.ymd(civil.from_iso_week(year, week) + weekday - 1)
    return When(year=year, month=month, day=day)


def numeric(slots: Slots) -> Sense | None:
    """Day, month and year in figures; two readings are settled later, by vote."""
    first, second, year = slots.numbers("numeric")
    if first > 12:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return When(year=year, month=first, day=second, mod="ORDER")
    return (
        When(year=year, month=month, day=day)
        if civil.is_day(year, month, day)
        else None
    )


def numeric_day(slots: Slots) -> Sense | None:
    """Day and month in figures, without a year: which is which is settled by vote."""
    first, second = slots.numbers("monthday")
    if first <= 12 and second <= 12:
        return When(month=first, day=second, mod="ORDER")
    month, day = sorted((first, second))
    return When(month=month, day=day) if civil.is_day(2000, month, day) else None


def years_era(slots: Slots) -> Sense | None:
    """Reads "499-493 BC": years before the common era count down."""
    first, last = slots.numbers("descending")
    return Pair(When(year=1 - first), When(year=1 - last))


def years(slots: Slots) -> Sense:
    """Reads "1989-90"."""
    first, last = slots.numbers("years")
    return Pair(When(year=first), When(year=last))


def decade(slots: Slots) -> Sense | None:
    """Reads "The 1990s", "the nineties"."""
    value = slots.number("year") or slots.number("decade") or slots.number("decades")
    century = slots.number("ordinal")
    if value is None:
        return None
    if century is not None:
        value = (century - 1) * 100 + value % 100
    return When(decade=value // 10 * 10, mod=slots.mod)


def century(slots: Slots) -> Sense | None:
    """Reads "The 19th century", "the fifth century BC" (astronomical first year)."""
    ordinal = slots.number("ordinal")
    if not ordinal or ordinal > 40:
        return None
    first = -ordinal * 100 if slots.text("era") == "BC" else (ordinal - 1) * 100
    return When(century=first)


def season(slots: Slots) -> Sense | None:
    """A season, with or without its year ("the winter of 1944-45" begins in 1944)."""
    spanned = slots.numbers("year")
    year = spanned[0] if spanned else year_of(slots)
    if slots.text("era") and year is None:
        return None
    return When(season=slots.number("season"), year=year)


def quarter(slots: Slots) -> Sense | None:
    """Reads "The third quarter of 1998", "Q3"."""
    both = slots.numbers("quarter")
    if both:
        return When(quarter=both[0], year=both[1])
    number = slots.number("ordinal")
    if not number or number > 4:
        return None
    toward, year = slots.toward, year_of(slots)
    # "the last quarter of 2011": the year is said, "last" is of the quarters
    shift = Shift("year", toward) if toward is not None and year is None else None
    return When(quarter=number, year=year, shift=shift)


def business_part(slots: Slots) -> Sense | None:
    """Reads "The first quarter of the financial year", of which nobody says when it began."""
    number, halves = slots.number("ordinal"), slots.number("halves")
    if not number or number > (2 if halves else 4):
        return None
    return Vague(f"XXXX-{'H' if halves else 'Q'}{number}")


def quarter_of_months(slots: Slots) -> Sense | None:
    """Reads "The January/March quarter", "the January-May period"."""
    first, last = slots.number("first"), slots.number("last")
    if not first or not last:
        return None
    if first % 3 == 1 and last - first == 2:
        return When(quarter=(first + 2) // 3, year=year_of(slots))
    if year_of(slots) is not None:
        return months(slots)
    return Pair(When(month=first), When(month=last))


def half(slots: Slots) -> Sense | None:
    """Reads "The first half of 2011"."""
    number = slots.number("ordinal")
    if not number or number > 2:
        return None
    year, toward = year_of(slots), slots.toward
    shift = Shift("year", toward) if toward and year is None else None
    return When(half=number, year=year, shift=shift)


def fiscal(slots: Slots) -> Sense:
    """Reads "Fiscal 1998" is taken as the year it names."""
    return When(year=year_of(slots))


def nth_weekday(slots: Slots) -> Sense | None:
    """Reads "The first Monday in May", "the last Friday of next month"."""
    nth, weekday, month = (slots.number(name) for name in ("nth", "weekday", "month"))
    if not nth or nth > 4 or weekday is None:
        return None
    if month:
        return When(holiday=f"{month:02}/{weekday}#{nth}", year=year_of(slots))
    toward = slots.toward
    base = slots.base("dct" if toward is not None else "story")
    return When(weekday=weekday, nth=nth, shift=Shift("month", toward or 0, base))


def last_day(slots: Slots) -> Sense:
    """Reads "The last day of February 2012", "the final day of last month", "… of 1999"."""
    year, month, unit = year_of(slots), slots.number("month"), slots.text("unit")
    if month:
        return When(holiday=f"{month:02}-last", year=year)
    if year is not None:
        return When(year=year, month=12, day=31)
    toward = slots.toward
    base = slots.base("dct" if toward is not None else "story")
    if unit == "year":
        return When(month=12, day=31, shift=Shift("year", toward or 0, base))
    return When(day=31, shift=Shift("month", toward or 0, base))


def holiday(slots: Slots) -> Sense:
    """A feast; its day is worked out once the year is known."""
    return When(
        holiday=slots.text("holiday"),
        year=year_of(slots),
        week=slots.number("week"),
        toward=slots.toward,
    )


def weekday(slots: Slots) -> Sense:
    """A weekday, perhaps with a part of the day."""
    part = slots.text("hours") or slots.text("part")
    mod = None if slots.text("hours") else slots.mod
    return When(weekday=slots.number("weekday"), part=part, mod=mod)
