"""Put what was said in fields of the calendar (a year, a month, a weekday) on it."""

from timeline import civil
from timeline.civil import DAY
from timeline.model import Anchor, Basis, Granularity, TimeValue
from timeline.timex import spans
from timeline.timex.foreign.near import Near, Placed
from timeline.timex.foreign.said import Said
from timeline.timex.holidays import holiday
from timeline.timex.senses import When
from timeline.timex.spans import Unit

AHEAD = 3
"""A date without its year is rather over than to come: days ahead count so much more."""

CONTRARY = 4
"""How many times farther a date may be before distance overrules the present tense."""

AHEAD_IN_STORY = 0.7
"""The same where a story goes on from one date to the next."""

WEEKDAY_YEARS = 3
"""Years looked through, each way, for one in which weekday and date agree."""

_SATURDAY = 5

_WEEK = 7

_MONTH = 31

_DAY = Granularity.DAY.fineness


def unplaced(value: str, when: When) -> Placed:
    """A value with `X` for what is not known, and the time of day that was said."""
    part = "MO" if when.part == "EM" else when.part
    if when.clock is not None:
        part = spans.clock(0, when.clock, when.clock_unit, None).value.partition("T")[2]
    return Placed(f"{value}T{part}" if part else value, None, Basis.RELATIVE)


def finish(
    when: When, unit: Unit, basis: Basis, anchor: Anchor = Anchor.NONE
) -> Placed:
    """A stretch of the calendar with the time of day and the modifier that were said."""
    if when.days:
        unit = spans.day(unit.first + when.days)
    if when.clock is not None:
        unit = spans.clock(unit.first, when.clock, when.clock_unit, when.zone)
    elif when.part is not None:
        unit = spans.part(unit.first, when.part, when.crossing)
    unit = spans.modified(unit, when.mod)
    return Placed(unit.value, unit, basis, anchor)


def in_fields(found: Said, near: Near) -> Placed:
    """What was said in fields of the calendar, the coarsest first."""
    when = found.when
    if when.decade is not None:
        return finish(when, spans.decade(when.decade), Basis.EXPLICIT)
    if when.century is not None:
        return finish(when, spans.century(when.century), Basis.EXPLICIT)
    if when.year is not None:
        unit = in_year(when, when.year) or spans.years(when.year)
        return finish(when, unit, Basis.EXPLICIT)
    if has_fields(when):
        return _yearless(found, near)
    if when.weekday is not None or when.weekend:
        placed = _of_week(when, near.dct, is_past=found.is_past)
        return _next_week(found, placed, near)
    if when.day is not None:
        return _day_of_month(found, when.day, near)
    return _on_clock(when, near)


def _on_clock(when: When, near: Near) -> Placed:
    """An hour alone is of the day that was told last, else of the document's."""
    told, dct = near.scene, near.dct
    if (
        told is not None
        and told.last - told.first <= 1
        and told.time.granularity.fineness >= _DAY
    ):
        is_late = when.clock is not None and when.clock < DAY // 2
        day = spans.day(told.last if is_late else told.first)
        return finish(when, day, Basis.RELATIVE, Anchor.PREVIOUS)
    if dct is None or dct.end - dct.start > DAY:
        return unplaced("XXXX-XX-XX", when)
    return finish(when, spans.day(dct.start // DAY), Basis.RELATIVE, Anchor.DCT)


def _day_of_month(found: Said, day: int, near: Near) -> Placed:
    """ "El día 3": of the month that is told of, else near the document's date."""
    if near.days is None or near.days[1] - near.days[0] > _MONTH:
        return unplaced(f"XXXX-XX-{day:02}", found.when)
    first, last = near.days
    year, month, _ = civil.ymd(first)
    months = [civil.add_months(year, month, n) for n in (-1, 0, 1)]
    units = [spans.day(civil.days(*m, day)) for m in months if civil.is_day(*m, day)]
    units = _toward(found.when.toward, units, first) or units
    if found.is_past and near.anchor is Anchor.DCT:
        units = [unit for unit in units if unit.first <= last] or units
    ahead = AHEAD_IN_STORY if near.anchor is Anchor.PREVIOUS else AHEAD
    best = min(units, key=lambda u: (_distance(u, first, last, ahead), u.first))
    return finish(found.when, best, Basis.RELATIVE, near.anchor)


def has_fields(when: When) -> bool:
    """Whether it names a part of a year."""
    parts = (when.month, when.season, when.quarter, when.half, when.holiday)
    return any(part is not None for part in parts)


def in_year(when: When, year: int) -> Unit | None:
    """What is said of a year; None if it has no such day."""
    if when.holiday is not None:
        return spans.day(holiday(when.holiday, year))
    if when.season is not None:
        return spans.season(year, when.season)
    if when.quarter is not None:
        return spans.quarter(year, when.quarter)
    if when.half is not None:
        return spans.half(year, when.half)
    if when.month is None:
        return spans.years(year)
    if when.day is None:
        return spans.month(year, when.month)
    is_day = civil.is_day(year, when.month, when.day)
    return spans.day(civil.days(year, when.month, when.day)) if is_day else None


def nameless(when: When) -> str:
    """The value of a part of a year that nobody knows."""
    if when.month is not None:
        return f"XXXX-{when.month:02}" + (f"-{when.day:02}" if when.day else "")
    if when.season is not None:
        return f"XXXX-{spans.SEASONS[when.season - 1]}"
    if when.quarter is not None:
        return f"XXXX-Q{when.quarter}"
    return f"XXXX-H{when.half}" if when.half is not None else "XXXX-XX-XX"


def _yearless(found: Said, near: Near) -> Placed:
    """The year in which the date is nearest to the document's own, or to what was told."""
    when = found.when
    around = near.days
    if when.base == "previous" and near.told is not None:
        around = near.told.first, near.told.last
    if around is None:
        return unplaced(nameless(when), when)
    first, last = around
    year = civil.ymd(first)[0]
    units = _candidates(when, range(year - 1, year + 2))
    if when.weekday is not None:
        years = range(year - WEEKDAY_YEARS, year + WEEKDAY_YEARS + 1)
        agreeing = _candidates(when, years)
        units = [u for u in agreeing if civil.weekday(u.first) == when.weekday] or units
    units = _toward(when.toward, units, first) or units
    if when.base == "previous" and near.told is not None:
        units = [unit for unit in units if unit.first > near.told.last] or units
    if found.is_end and near.told is not None:
        begun = near.told.first
        units = [unit for unit in units if unit.first >= begun] or units
        first, last = begun, begun
    elif found.is_past and near.anchor is Anchor.DCT:
        units = [unit for unit in units if unit.first <= last] or units
    if not units:
        return unplaced(nameless(when), when)
    ahead = AHEAD_IN_STORY if near.anchor is Anchor.PREVIOUS else AHEAD
    if found.is_ahead and near.anchor is Anchor.DCT:
        ahead = 1 / CONTRARY
    best = min(units, key=lambda u: (_distance(u, first, last, ahead), u.first))
    return finish(when, best, Basis.RELATIVE, near.anchor)


def _candidates(when: When, years: range) -> list[Unit]:
    found = (in_year(when, year) for year in years)
    return [unit for unit in found if unit is not None]


def _toward(toward: int | None, units: list[Unit], base: int) -> list[Unit]:
    """Only those on the side that was said, if any was."""
    if toward is None:
        return units
    if toward == 0:
        year = civil.ymd(base)[0]
        now = [u for u in units if u.first <= base <= u.last]
        return now or [u for u in units if civil.ymd(u.first)[0] == year]
    return [u for u in units if (u.last < base if toward < 0 else u.first > base)]


def _distance(unit: Unit, first: int, last: int, ahead: float) -> float:
    if unit.first <= last and first <= unit.last:
        return 0
    return first - unit.last if unit.last < first else ahead * (unit.first - last)


def _next_week(found: Said, placed: Placed, near: Near) -> Placed:
    """A weekday that is today's, told as ahead behind one of the days to come, is next week's.

    "Viajará el jueves a Roma, donde se reunirá el viernes", written on a Friday.
    """
    told, unit, dct = near.told, placed.unit, near.dct
    if told is None or unit is None or dct is None or not found.is_ahead:
        return placed
    today = dct.start // DAY
    ahead = today < told.first <= today + _WEEK and told.first == told.last
    if unit.first != today or not ahead or found.when.toward is not None:
        return placed
    return finish(found.when, spans.day(today + _WEEK), placed.basis, placed.anchor)


def _of_week(when: When, dct: TimeValue | None, *, is_past: bool) -> Placed:
    """A weekday or weekend; a night that is told as past does not begin today."""
    if dct is None or dct.end - dct.start > DAY:
        day = "WE" if when.weekday is None else str(when.weekday + 1)
        return unplaced(f"XXXX-WXX-{day}", when)
    base = dct.start // DAY
    if when.weekday is None:
        over = is_past and when.toward == 0
        weeks = _weeks(None if over else when.toward, civil.weekday(base))
        unit = spans.weekend(base + 7 * weeks)
    else:
        number = _weekday(when, when.weekday, base)
        begins = when.crossing and not when.days and number == base
        unit = spans.day(number - 7 * (begins and is_past))
    return finish(when, unit, Basis.RELATIVE, Anchor.DCT)


def _weeks(toward: int | None, today: int) -> int:
    """Weeks to the weekend that is meant, which on a weekday has been or is to come."""
    is_on = today >= _SATURDAY
    if toward is None:
        return 0 if is_on else -1
    if abs(toward) > 1:
        return toward - (toward > 0 and not is_on)
    return -1 if toward < 0 else int(toward > 0 and is_on)


def _weekday(when: When, weekday: int, base: int) -> int:
    """The latest one up to the document date, unless another direction was said."""
    if when.day is not None:
        dated = _of_month(when.day, weekday, base)
        if dated is not None:
            return dated
    back = (civil.weekday(base) - weekday) % 7
    if not when.toward:
        return base - back
    more = 7 * (abs(when.toward) - 1)
    if when.toward < 0:
        return base - (back or 7) - more
    return base + (7 - back) + more


def _of_month(day: int, weekday: int, base: int) -> int | None:
    """ "Segunda-feira (3)": the nearest month in which the two agree."""
    year, month, _ = civil.ymd(base)
    months = [civil.add_months(year, month, n) for n in (0, -1, 1, -2, 2)]
    days = [civil.days(y, m, day) for y, m in months if civil.is_day(y, m, day)]
    return next((n for n in days if civil.weekday(n) == weekday), None)
