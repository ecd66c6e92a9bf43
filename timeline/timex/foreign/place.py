"""Put what was said in the words of a locale on the calendar."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter

from msgspec import Struct, structs

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.model import Anchor, Basis, Granularity, Kind, Span, TimeValue, Timex
from timeline.timex import spans
from timeline.timex.foreign.read import Said
from timeline.timex.sections import year_headings
from timeline.timex.senses import Shift, When
from timeline.timex.spans import Unit

AHEAD = 3
"""A date without its year is rather over than to come: days ahead count so much more."""

AHEAD_IN_STORY = 0.7
"""The same where a story goes on from one date to the next."""

_YEAR = Granularity.YEAR.fineness

WEEKDAY_YEARS = 3
"""Years looked through, each way, for one in which weekday and date agree."""

_GRAIN = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "year": Granularity.YEAR,
}

Ask = Callable[[str, int], tuple[int, str] | None]
"""From words and a base day to a day and the unit it stands for."""


class _Near(Struct, frozen=True):
    """What a date without its year hangs on: the document's date, the year of the
    heading above, what was placed last."""

    dct: TimeValue | None
    year: int | None
    told: Unit | None

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last day of the nearest of these, None where there is none."""
        if self.year is not None:
            return civil.days(self.year), civil.days(self.year, 12, 31)
        if self.dct is not None:
            return self.dct.start // DAY, (self.dct.end - 1) // DAY
        if self.told is None or self.told.time.granularity.fineness < _YEAR:
            return None
        return self.told.first, self.told.last

    @property
    def anchor(self) -> Anchor:
        """What that is."""
        is_own = self.year is None and self.dct is not None
        return Anchor.DCT if is_own else Anchor.PREVIOUS


class Placed(Struct, frozen=True):
    """A value, and the stretch of the calendar that it is, where it is one."""

    value: str
    unit: Unit | None
    basis: Basis
    anchor: Anchor = Anchor.NONE


def timexes(
    text: str, finds: tuple[Said, ...], dct: TimeValue | None, ask: Ask
) -> Iterator[Timex]:
    """What was said as timexes, in order; `ask` values words that no table values.

    A date without its year is of that of the heading above it, near the document's day,
    or in a text without one near what was told last.
    """
    told: Unit | None = None
    years = [*year_headings(text)]
    for found in finds:
        if found.last is None:
            above = bisect_right(years, found.span.start, key=itemgetter(0)) - 1
            near = _Near(dct, years[above][1] if above >= 0 else None, told)
            placed = _place(found, near, ask)
            if placed is not None:
                told = placed.unit or told
                yield _timex(found.span, found.rule, found.when, placed)
        else:
            yield from _pair(found, found.last, _Near(dct, None, told))


def _timex(span: Span, rule: str, when: When, placed: Placed) -> Timex:
    kind = Kind.TIME if "T" in placed.value else Kind.DATE
    mod = when.mod or ("START" if when.part == "EM" else None)
    time = placed.unit.time if placed.unit else None
    return Timex(span, kind, placed.value, rule, placed.anchor, placed.basis, mod, time)


def _pair(found: Said, last: When, near: _Near) -> Iterator[Timex]:
    """A range is one timex whose parts are its ends; the items of a list are two."""
    first_span, last_span = found.ends or (found.span, found.span)
    end = _fields(last, near)
    when = found.when
    if end.unit is not None and when.year is None:
        when = structs.replace(when, year=civil.ymd(end.unit.first)[0])
    start = _fields(when, near)
    ends = (
        structs.replace(
            _timex(first_span, found.rule, when, start),
            anchor=end.anchor,
            basis=end.basis,
        ),
        _timex(last_span, found.rule, last, end),
    )
    if found.is_listed or start.unit is None or end.unit is None:
        yield from ends
        return
    time = edtf.between(start.unit.time, end.unit.time)
    value = f"{start.value}/{end.value}"
    yield Timex(
        found.span,
        Kind.DATE,
        value,
        found.rule,
        end.anchor,
        end.basis,
        None,
        time,
        ends,
    )


def _place(found: Said, near: _Near, ask: Ask) -> Placed | None:
    """What was said on the calendar."""
    shift, dct = found.when.shift, near.dct
    if shift is None:
        return _fields(found.when, near)
    if shift.base == "previous":
        return _following(found.when, shift, near.told)
    if not _can_anchor(dct, shift):
        return _unplaced(_unknown(found.when), found.when)
    assert dct is not None
    base = dct.start // DAY
    if shift.amount is None:
        answer = ask(found.words, base)
        if answer is None:
            return None
        unit = _container(*answer, 0)
    else:
        unit = _container(base, shift.unit, shift.amount)
    return _finish(found.when, _inside(found.when, unit), Basis.RELATIVE, Anchor.DCT)


def _following(when: When, shift: Shift, told: Unit | None) -> Placed:
    """A time counted from the one that was told last, if that is as fine."""
    grain = _GRAIN[shift.unit].fineness
    if told is None or shift.amount is None or told.time.granularity.fineness < grain:
        return _unplaced(_unknown(when), when)
    unit = _container(told.first, shift.unit, shift.amount)
    return _finish(when, unit, Basis.RELATIVE, Anchor.PREVIOUS)


def _can_anchor(dct: TimeValue | None, shift: Shift) -> bool:
    """Whether the document date is as fine as what is counted from it."""
    if dct is None:
        return False
    return dct.end - dct.start <= DAY or (
        dct.granularity.fineness >= _GRAIN[shift.unit].fineness
        and shift.amount is not None
    )


def _container(base: int, unit: str, amount: int) -> Unit:
    """The day, week, month or year `amount` away from the one that holds the base."""
    year, month, _ = civil.ymd(base)
    match unit:
        case "day":
            return spans.day(base + amount)
        case "week":
            return spans.week(base + 7 * amount)
        case "month":
            return spans.month(*civil.add_months(year, month, amount))
    return spans.years(year + amount)


def _inside(when: When, unit: Unit) -> Unit:
    """The named part of a container: "jueves de la semana pasada"."""
    year = civil.ymd(unit.first)[0]
    if when.weekday is not None and when.day is None:
        return spans.day(unit.first + when.weekday)
    if when.month is not None and when.day and civil.is_day(year, when.month, when.day):
        return spans.day(civil.days(year, when.month, when.day))
    return spans.month(year, when.month) if when.month is not None else unit


def _unknown(when: When) -> str:
    assert when.shift is not None
    if when.month is not None:
        return f"XXXX-{when.month:02}" + (f"-{when.day:02}" if when.day else "")
    if when.weekday is not None:
        return f"XXXX-WXX-{when.weekday + 1}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(
        when.shift.unit, "XXXX"
    )


def _unplaced(value: str, when: When) -> Placed:
    part = "MO" if when.part == "EM" else when.part
    return Placed(f"{value}T{part}" if part else value, None, Basis.RELATIVE)


def _finish(
    when: When, unit: Unit, basis: Basis, anchor: Anchor = Anchor.NONE
) -> Placed:
    if when.part is not None:
        unit = spans.part(unit.first, when.part)
    unit = spans.modified(unit, when.mod)
    return Placed(unit.value, unit, basis, anchor)


def _fields(when: When, near: _Near) -> Placed:
    """Year, month, day and weekday as said."""
    if when.decade is not None:
        return _finish(when, spans.decade(when.decade), Basis.EXPLICIT)
    if when.year is not None:
        return _finish(when, _dated(when, when.year), Basis.EXPLICIT)
    if when.month is not None:
        return _yearless(when, when.month, near)
    return _weekday(when, near.dct)


def _dated(when: When, year: int) -> Unit:
    if when.month is None:
        return spans.years(year)
    if when.day is None:
        return spans.month(year, when.month)
    return spans.day(civil.days(year, when.month, when.day))


def _yearless(when: When, month: int, near: _Near) -> Placed:
    """The year in which the date is nearest to the document's own, or to what was told."""
    unknown = f"XXXX-{month:02}" + (f"-{when.day:02}" if when.day else "")
    around = near.days
    if around is None:
        return _unplaced(unknown, when)
    first, last = around
    year = civil.ymd(first)[0]
    units = _candidates(when, month, range(year - 1, year + 2))
    if when.weekday is not None:
        years = range(year - WEEKDAY_YEARS, year + WEEKDAY_YEARS + 1)
        agreeing = _candidates(when, month, years)
        units = [u for u in agreeing if civil.weekday(u.first) == when.weekday] or units
    units = _toward(when.toward, units, first) or units
    if not units:
        return _unplaced(unknown, when)
    ahead = AHEAD_IN_STORY if near.dct is None else AHEAD
    best = min(units, key=lambda u: (_distance(u, first, last, ahead), u.first))
    return _finish(when, best, Basis.RELATIVE, near.anchor)


def _candidates(when: When, month: int, years: range) -> list[Unit]:
    days = [y for y in years if when.day is None or civil.is_day(y, month, when.day)]
    return [_dated(structs.replace(when, month=month), year) for year in days]


def _toward(toward: int | None, units: list[Unit], base: int) -> list[Unit]:
    """Only those on the side that was said, if any was."""
    if toward is None:
        return units
    return [u for u in units if (u.last < base if toward < 0 else u.first > base)]


def _distance(unit: Unit, first: int, last: int, ahead: float) -> float:
    if unit.first <= last and first <= unit.last:
        return 0
    return first - unit.last if unit.last < first else ahead * (unit.first - last)


def _weekday(when: When, dct: TimeValue | None) -> Placed:
    """The latest one up to the document date, unless another direction was said."""
    weekday = when.weekday
    assert weekday is not None
    if dct is None or dct.end - dct.start > DAY:
        return _unplaced(f"XXXX-WXX-{weekday + 1}", when)
    base = dct.start // DAY
    back = (civil.weekday(base) - weekday) % 7
    if when.toward is None:
        number = base - back
    elif when.toward < 0:
        number = base - (back or 7)
    else:
        number = base + (7 - back)
    return _finish(when, spans.day(number), Basis.RELATIVE, Anchor.DCT)
