"""Times counted from the document date or from a time said before."""

from timeline import civil
from timeline.timex.meaning.dates import date
from timeline.timex.meaning.slots import Slots, year_of
from timeline.timex.senses import Length, Sense, Shift, Vague, When


def weekday_toward(slots: Slots) -> Sense:
    """Reads "Last Thursday", "this coming Friday", "the following Friday"."""
    return When(
        weekday=slots.number("weekday"),
        part=slots.text("part"),
        toward=slots.toward,
        base=slots.base("dct"),
        weeks=slots.number("weeks") or 0,
    )


def day_beside(slots: Slots) -> Sense:
    """Reads "the day before last Tuesday", "the day after Christmas"."""
    toward, days = slots.said("which"), slots.said("beside")
    feast = slots.text("holiday")
    if feast is not None:
        return When(holiday=feast, moved=Shift("day", int(days or 1)))
    return When(
        weekday=slots.number("weekday"),
        toward=int(toward) if toward is not None else None,
        days=int(days or 1),
    )


def beyond(slots: Slots) -> Sense | None:
    """Reads "the week before last", "the Sunday after next"."""
    steps, weekday = slots.number("steps") or 0, slots.number("weekday")
    way = 1 if steps > 0 else -1
    if weekday is not None:
        return When(weekday=weekday, toward=way, weeks=way)
    unit = slots.unit()
    if unit in ("minute", "hour", "day"):
        return None
    return When(shift=Shift(unit, steps), part="NI" if unit == "night" else None)


def seasons_ago(slots: Slots) -> Sense:
    """Reads "two summers ago": counted in years, whether or not this year's is over."""
    years = slots.number("number") or 0
    return When(season=slots.number("season"), shift=Shift("year", -years))


def weekday_any(slots: Slots) -> Sense:
    """Reads "A Sunday": any one, so it is on no calendar."""
    return Vague(f"XXXX-WXX-{(slots.number('weekday') or 0) + 1}")


def night_between(slots: Slots) -> Sense:
    """Reads "The night between Tuesday and Wednesday" belongs to both."""
    return When(weekday=slots.number("first"), part=slots.text("part"), crossing=True)


def night_of_days(slots: Slots) -> Sense | None:
    """Reads "The night of 8 to 9 October": it belongs to both days."""
    both = slots.numbers("days")
    first = both[0] if both else slots.number("first")
    month, year = slots.number("month"), year_of(slots)
    if not first or not month:
        return None
    if not civil.is_day(year if year is not None else 2000, month, first):
        return None
    part = slots.text("part")
    return When(year=year, month=month, day=first, part=part, crossing=part == "NI")


def deictic_day(slots: Slots) -> Sense:
    """Yesterday, today, tomorrow and their neighbours, whole or in part."""
    shift = Shift("day", slots.number("deictic") or 0)
    return When(shift=shift, part=slots.text("part"), mod=slots.mod)


def unit_toward(slots: Slots) -> Sense | None:
    """Reads "Last year", "this week", "the next day", "later that year"."""
    base, amount = slots.base("dct"), slots.toward or 0
    part = slots.text("part")
    if part is not None:
        return When(shift=Shift("day", amount, base), part=part, mod=slots.mod)
    unit = slots.unit()
    if unit == "night":
        return When(shift=Shift("day", amount, base), part="NI")
    if unit in ("minute", "hour"):
        return Vague("PRESENT_REF") if amount == 0 and base == "dct" else None
    return When(shift=Shift(unit, amount, base), mod=slots.mod)


def ago(slots: Slots) -> Sense:
    """Reads "Two days ago", "three weeks later"."""
    amount, unit = slots.amount(), slots.unit()
    back = slots.said("side") == -1
    base = slots.base("previous")
    fraction = slots.values.get("fraction")
    if isinstance(fraction, float):
        return Length(unit, (amount or 0) + fraction)
    if amount is None:
        if base == "dct":
            return Vague("PAST_REF" if back else "FUTURE_REF")
        return Length(unit, None)
    if amount != int(amount):
        return Length(unit, amount)
    steps = int(-amount if back else amount)
    if unit == "decade":
        unit, steps = "year", 10 * steps
    return When(shift=Shift(unit, steps, base, True))


_SHORT = ("second", "minute", "hour")


def counted_day(slots: Slots) -> Sense | None:
    """Reads "a year ago tomorrow", "a week ago Tuesday", "a fortnight today"."""
    amount, weekday = slots.amount(), slots.number("weekday")
    if not amount or amount != int(amount) or slots.unit() in _SHORT:
        return None
    moved = Shift(slots.unit(), int(-amount if slots.said("side") == -1 else amount))
    if weekday is not None:
        return When(weekday=weekday, moved=moved)
    return When(shift=Shift("day", slots.number("deictic") or 0), moved=moved)


def month_toward(slots: Slots) -> Sense:
    """Reads "Last October", "this summer", "the following March"."""
    return When(
        month=slots.number("month"),
        season=slots.number("season"),
        day=slots.number("day"),
        toward=slots.toward,
        base=slots.base("dct"),
    )


def weekend(slots: Slots) -> Sense:
    """Reads "The weekend", "next weekend"."""
    return When(weekend=True, toward=slots.toward, base=slots.base("dct"))


def end_of_unit(slots: Slots) -> Sense:
    """Reads "The end of the year", "early next month"."""
    toward = slots.toward
    base = slots.base("dct" if toward is not None else "story")
    mod = slots.said("boundary")
    return When(
        shift=Shift(slots.unit(), toward or 0, base), mod=str(mod) if mod else "END"
    )


def year_end(slots: Slots) -> Sense:
    """Reads "Year-end": its last day."""
    return When(month=12, day=31, shift=Shift("year", 0))


def week_of(slots: Slots) -> Sense | None:
    """Reads "The week of March 4"."""
    inner = date(slots)
    if not isinstance(inner, When):
        return None
    return When(year=inner.year, month=inner.month, day=inner.day, week=0)


def quarter_context(slots: Slots) -> Sense:
    """Reads "The latest quarter", "the year-ago period": the quarter that a report is about."""
    year = year_of(slots)
    if year is not None:
        return When(year=year, quarter=0)
    amount = slots.number("quarters")
    if amount is None:
        amount = -1
    return When(shift=Shift("quarter", amount, counted=True))
