"""Times counted from the document date or from a time said before."""

from timeline import civil
from timeline.timex.meaning.dates import date
from timeline.timex.meaning.slots import TOWARD, Slots, year_of
from timeline.timex.senses import Base, Length, Sense, Shift, Vague, When

_BOUNDARY = {
    "end": "END",
    "close": "END",
    "beginning": "START",
    "start": "START",
    "middle": "MID",
}

_BACK = frozenset({"ago", "earlier", "before", "previously"})

_FROM_DCT = frozenset({"ago", "now", "hence", "previously"})


def weekday_toward(slots: Slots) -> Sense:
    """Reads "Last Thursday", "this coming Friday"."""
    toward = (
        1
        if "coming" in slots.words
        else -1
        if "past" in slots.words
        else slots.of(TOWARD)
    )
    return When(weekday=slots.number("weekday"), part=slots.text("part"), toward=toward)


def weekday_relative(slots: Slots) -> Sense:
    """Reads "The following Friday": counted from a time said before."""
    return When(
        weekday=slots.number("weekday"),
        part=slots.text("part"),
        toward=slots.of(TOWARD),
        base="previous",
    )


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
    """Yesterday, today, tomorrow and their neighbours."""
    words = set(slots.words)
    amount = -1 if "yesterday" in words else 1 if "tomorrow" in words else 0
    if {"before", "after"} & words:
        amount *= 2
    return When(shift=Shift("day", amount), part=slots.text("part"), mod=slots.mod())


def tonight(slots: Slots) -> Sense:
    """Reads "Tonight", "last night", "this morning"."""
    words = set(slots.words)
    amount = (
        -1
        if {"last", "yesterday", "overnight"} & words
        else 1
        if "tomorrow" in words
        else 0
    )
    part = slots.text("part") or "NI"
    return When(shift=Shift("day", amount), part=part, mod=slots.mod())


def unit_toward(slots: Slots) -> Sense | None:
    """Reads "Last year", "this week", "the current month"; "the past decade" lasts."""
    if "past" in slots.words and slots.unit() in ("decade", "century", "millennium"):
        return Length(slots.unit(), 1)
    return _toward(slots, "dct")


def unit_relative(slots: Slots) -> Sense | None:
    """Reads "The next day", "that evening", "later that year": counted from a time said before."""
    if "part" not in slots.values:
        return _toward(slots, "story" if "in" in slots.words else "previous")
    amount = slots.of(TOWARD)
    if "before" in slots.words:
        amount = -1
    shift = Shift("day", amount or 0, "previous")
    return When(shift=shift, part=slots.text("part"))


def _toward(slots: Slots, base: Base) -> Sense | None:
    words = set(slots.words)
    amount = -1 if {"before", "just-ended"} & words else 1 if "after" in words else None
    if amount is None:
        amount = slots.of(TOWARD)
    unit = slots.unit()
    if unit == "night":
        return When(shift=Shift("day", amount or 0, base), part="NI")
    if unit in ("minute", "hour"):
        return Vague("PRESENT_REF") if amount == 0 and base == "dct" else None
    return When(shift=Shift(unit, amount or 0, base), mod=slots.mod())


def ago(slots: Slots) -> Sense:
    """Reads "Two days ago", "three weeks later"."""
    words = set(slots.words)
    amount = slots.amount()
    back = bool(_BACK & words)
    base: Base = "dct" if _FROM_DCT & words else "previous"
    if amount is None:
        if base == "dct":
            return Vague("PAST_REF" if back else "FUTURE_REF")
        return Length(slots.unit(), None)
    if amount != int(amount) or "half" in words:
        return Length(slots.unit(), amount)
    unit, steps = slots.unit(), int(-amount if back else amount)
    if unit == "decade":
        unit, steps = "year", 10 * steps
    return When(shift=Shift(unit, steps, base, True))


def month_toward(slots: Slots) -> Sense:
    """Reads "Last October", "this summer", "the following March"."""
    said = set(slots.words)
    base: Base = "previous" if {"the", "that"} & said else "dct"
    toward = 1 if "coming" in said else -1 if "past" in said else slots.of(TOWARD)
    return When(
        month=slots.number("month"),
        season=slots.number("season"),
        day=slots.number("day"),
        toward=toward,
        base=base,
    )


def weekend(slots: Slots) -> Sense:
    """Reads "The weekend", "next weekend"."""
    relative = {"following", "previous"} & set(slots.words)
    return When(
        weekend=True, toward=slots.of(TOWARD), base="previous" if relative else "dct"
    )


def end_of_unit(slots: Slots) -> Sense:
    """Reads "The end of the year", "year-end"."""
    words = set(slots.words)
    if "unit" not in slots.values:
        if "month" in words:
            return When(shift=Shift("month", 0), mod="END")
        return When(month=12, day=31, shift=Shift("year", 0))
    mod = next((_BOUNDARY[word] for word in slots.words if word in _BOUNDARY), "END")
    toward = slots.of({"last": -1, "next": 1, "this": 0})
    base: Base = "dct" if toward is not None else "story"
    return When(shift=Shift(slots.unit(), toward or 0, base), mod=mod)


def week_of(slots: Slots) -> Sense | None:
    """Reads "The week of March 4"."""
    inner = date(slots)
    if not isinstance(inner, When):
        return None
    return When(year=inner.year, month=inner.month, day=inner.day, week=0)


def quarter_context(slots: Slots) -> Sense:
    """Reads "The latest quarter", "the year-ago period": the quarter that a report is about."""
    words = set(slots.words)
    year = year_of(slots)
    if year is not None:
        return When(year=year, quarter=0)
    amount = -5 if {"ago", "prior"} & words or {"year", "earlier"} <= words else -1
    if "current" in words:
        amount = 0
    return When(shift=Shift("quarter", amount, counted=amount < -1))
