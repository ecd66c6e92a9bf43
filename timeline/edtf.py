"""EDTF (ISO 8601-2) text from and to `TimeValue`.

Levels 0 and 1 (but for open intervals), and of level 2 the quarters (33 to 36). Some
values have no EDTF form and are written as the nearest one that holds them: weeks and
decades that begin in any year as an interval of days, parts of a day as their day, an
hour or a minute as its first second. Decades and centuries BCE are intervals too: EDTF
counts `-004X` away from zero, which nobody expects.
"""

import re

from timeline import civil
from timeline.civil import DAY
from timeline.model import Granularity, Qualifier, TimeValue

SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF season code to its first month (northern, meteorological); three months each."""

UNIT_MONTHS = {
    Granularity.MILLENNIUM: 12_000,
    Granularity.CENTURY: 1_200,
    Granularity.DECADE: 120,
    Granularity.YEAR: 12,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.MONTH: 1,
}
"""Length of a calendar unit in months."""

UNIT_SECONDS = {Granularity.HOUR: 3600, Granularity.MINUTE: 60, Granularity.SECOND: 1}
"""Length of a unit of the clock in seconds."""

_DATE = re.compile(
    r"""(?P<year>Y-?\d{5,}|-?\d{4}|\d(?:\d\dX|\dXX|XXX))
        (?:-(?P<month>\d\d)(?:-(?P<day>\d\d)
        (?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?
        (?P<qualifier>[~?%])?""",
    re.VERBOSE | re.ASCII,
)


def make(
    start: int,
    end: int,
    granularity: Granularity,
    qualifier: Qualifier | None = None,
    zone: str | None = None,
) -> TimeValue:
    """The value of a civil-second interval, with its EDTF text worked out."""
    text = _text(start, end, granularity, qualifier.value if qualifier else "")
    return TimeValue(start, end, granularity, text, qualifier, zone)


def day(day_number: int, qualifier: Qualifier | None = None) -> TimeValue:
    """One civil day."""
    return make(day_number * DAY, (day_number + 1) * DAY, Granularity.DAY, qualifier)


def week(day_number: int) -> TimeValue:
    """The ISO week that holds the day."""
    monday = civil.week_start(day_number)
    return make(monday * DAY, (monday + 7) * DAY, Granularity.WEEK)


def month(year: int, month: int, qualifier: Qualifier | None = None) -> TimeValue:
    """A whole month."""
    start, end = _months(year, month, 1)
    return make(start, end, Granularity.MONTH, qualifier)


def season(year: int, code: int) -> TimeValue:
    """A season by EDTF code, 21 (spring) to 24 (winter, from December on)."""
    start, end = _months(year, SEASON_MONTHS[code], 3)
    return make(start, end, Granularity.SEASON)


def quarter(year: int, number: int) -> TimeValue:
    """A calendar quarter, 1 to 4."""
    start, end = _months(year, 3 * number - 2, 3)
    return make(start, end, Granularity.QUARTER)


def years(first: int, granularity: Granularity = Granularity.YEAR) -> TimeValue:
    """The year, decade, century or millennium that begins with `first`."""
    start, end = _months(first, 1, UNIT_MONTHS[granularity])
    return make(start, end, granularity)


def between(first: TimeValue, last: TimeValue) -> TimeValue:
    """From the start of one value to the end of the other, at the finer granularity."""
    finer = max(first.granularity, last.granularity, key=lambda g: g.fineness)
    text = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    qualifier = first.qualifier or last.qualifier
    return TimeValue(
        first.start, max(first.end, last.end), finer, text, qualifier, first.zone
    )


def either(one: TimeValue, other: TimeValue) -> TimeValue:
    """One of two, or of what lies between: "1903 or 1904" is "1903?/1904?"; in any order."""
    first, last = sorted((one, other), key=lambda value: value.start)
    both = between(first, last)
    if both.qualifier is not None or "/" in first.edtf + last.edtf:
        return both
    text = f"{first.edtf}?/{last.edtf}?"
    return TimeValue(
        both.start, both.end, both.granularity, text, Qualifier.UNCERTAIN, both.zone
    )


def parse(text: str) -> TimeValue:
    """Read EDTF text. ValueError if it is none, or not in the levels kept here."""
    if "/" in text:
        first, last = (_parse_one(part) for part in text.split("/", 1))
        if last.start < first.start:
            raise ValueError(f"ends before it begins: {text!r}")
        return between(first, last)
    return _parse_one(text)


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    after = civil.add_months(year, month, count)
    return civil.days(year, month) * DAY, civil.days(*after) * DAY


def _text(start: int, end: int, granularity: Granularity, mark: str) -> str:
    """EDTF text of an interval: one date where it is one unit, else first/last."""
    whole = _unit_text(start, end, granularity)
    if whole is not None:
        return whole + mark
    if granularity.fineness > Granularity.PART_OF_DAY.fineness:
        return f"{civil.moment_text(start)}{mark}/{civil.moment_text(end)}{mark}"
    first, last = civil.day_text(start // DAY), civil.day_text((end - 1) // DAY)
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def _unit_text(start: int, end: int, granularity: Granularity) -> str | None:
    """The text of exactly one unit of the calendar, or None."""
    year, month, day = civil.ymd(start // DAY)
    if granularity in UNIT_SECONDS:
        return (
            civil.moment_text(start)
            if end - start <= UNIT_SECONDS[granularity]
            else None
        )
    count = UNIT_MONTHS.get(granularity, 0)
    if not count or day != 1 or (start, end) != _months(year, month, count):
        return None
    written = civil.year_text(year)
    match granularity:
        case Granularity.MONTH:
            return f"{written}-{month:02}"
        case Granularity.QUARTER:
            begins = (month - 1) % 3 == 0
            return f"{written}-{33 + (month - 1) // 3}" if begins else None
        case Granularity.SEASON:
            return f"{written}-{20 + month // 3}"
    digits = len(str(count // 12)) - 1
    if month != 1 or year % 10**digits or (digits and not 0 < year <= 9999):
        return None
    return written[: len(written) - digits] + "X" * digits


def _parse_one(text: str) -> TimeValue:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF date: {text!r}")
    qualifier = Qualifier(found["qualifier"]) if found["qualifier"] else None
    start, end, granularity = _bounds(found)
    return make(start, end, granularity, qualifier)


def _bounds(found: re.Match[str]) -> tuple[int, int, Granularity]:
    written = found["year"].removeprefix("Y")
    unknown = written.count("X")
    year = int(written.replace("X", "0"))
    if found["month"] is None:
        granularity = (
            Granularity.YEAR,
            Granularity.DECADE,
            Granularity.CENTURY,
            Granularity.MILLENNIUM,
        )[unknown]
        return (*_months(year, 1, 12 * 10**unknown), granularity)
    code = int(found["month"])
    if unknown or (found["day"] and code > 12):
        raise ValueError(f"not an EDTF date: {found[0]!r}")
    if code in SEASON_MONTHS:
        return (*_months(year, SEASON_MONTHS[code], 3), Granularity.SEASON)
    if 33 <= code <= 36:
        return (*_months(year, 3 * (code - 33) + 1, 3), Granularity.QUARTER)
    if not 1 <= code <= 12:
        raise ValueError(f"no such month: {found[0]!r}")
    if found["day"] is None:
        return (*_months(year, code, 1), Granularity.MONTH)
    if not civil.is_day(year, code, int(found["day"])):
        raise ValueError(f"no such day: {found[0]!r}")
    start = civil.days(year, code, int(found["day"])) * DAY
    if found["hour"] is None:
        return start, start + DAY, Granularity.DAY
    hour, minute, second = (int(found[k] or 0) for k in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"no such time of day: {found[0]!r}")
    granularity = Granularity.SECOND if found["second"] else Granularity.MINUTE
    start += 3600 * hour + 60 * minute + second
    return start, start + UNIT_SECONDS[granularity], granularity
