"""What a token of figures can be: a year, a day, a clock time, two of them, a whole date.

The forms are those of English; a month is a name only in the logs of web servers.
"""

import re
from collections.abc import Callable

from timeline import civil
from timeline.lang.table import Value
from timeline.timex.zones import ahead

Values = dict[str, Value | tuple[int, ...] | float]

_MONTHS = {
    month: number
    for number, month in enumerate(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
    )
}
"""Months as servers write them."""

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Values]], ...]


def numeric(text: str) -> Values:
    """The classes and values of a numeric token; empty where it is none of ours."""
    for shape, read in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            return read(found)
    return {}


def _plain(found: re.Match[str]) -> Values:
    text = found[0]
    value = int(text)
    values: Values = {"{number}": value}
    if len(text) == 2:
        values["{yy}"] = value
    if len(text) <= 2 and 1 <= value <= 31:
        values["{day}"] = value
    if len(text) == 4:
        if 1000 <= value <= 2199:
            values["{year}"] = value
            if value % 10 == 0:
                values["{decades4}"] = value
        if value % 100 < 60 and value <= 2400:
            values["{hhmm}"] = value // 100 * 3600 + value % 100 * 60
    return values


def _ordinal(found: re.Match[str]) -> Values:
    value = int(found["n"])
    values: Values = {"{nth}": value, "{ordinal}": value}
    if 1 <= value <= 31:
        values["{day}"] = values["{dayth}"] = value
    return values


def _decade(found: re.Match[str]) -> Values:
    return {"{decades}": int(found["year"])}


def _short_decade(found: re.Match[str]) -> Values:
    return {"{decades}": 1900 + int(found["n"])}


def _short_year(found: re.Match[str]) -> Values:
    return {"{year2}": int(found["n"])}


_SPELL = 20
"""Years over the end of a century: "1998-02" are five, "2031-04" is a month."""


def _years(found: re.Match[str]) -> Values:
    first, written = int(found["first"]), found["last"]
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    if len(written) == 2 and last < first:
        last += 100
        if last - first > _SPELL:
            return _iso_month(found)
    if not (1000 <= first < last <= 2199 and last - first < 200):
        return _iso_month(found)
    return {"{years}": (first, last)} | _dual(found[0], first, last)


_DUAL = 1760
"""Up to here the year that began in March was written beside that of our calendar."""


def _dual(text: str, first: int, last: int) -> Values:
    """The year of a day written in both styles: 20 January 1633/4 is of 1634."""
    is_dual = last == first + 1 and last < _DUAL and "/" in text
    return {"{dual}": last} if is_dual else {}


def _old_style(found: re.Match[str]) -> Values:
    """Two years, the second by its last figure: "1633/4"."""
    first = int(found["first"])
    last = first - first % 10 + int(found["last"])
    last += 10 * (last < first)
    values = _dual(found[0], first, last)
    return {"{years}": (first, last)} | values if values else {}


def _iso_month(found: re.Match[str]) -> Values:
    year, month = int(found["first"]), found["last"]
    if len(month) == 2 and 1 <= int(month) <= 12 and 1000 <= year <= 2199:
        return {"{iso}": (year, int(month))}
    return {}


def _iso(found: re.Match[str]) -> Values:
    year, month, day = (int(found[k]) for k in ("year", "month", "day"))
    if not civil.is_day(year, month, day):
        return {}
    if "clock" not in found.groupdict() or not found["clock"]:
        return {"{iso}": (year, month, day)}
    unit = 1 if found["clock"].count(":") == 2 else 60
    seconds = _seconds(found["clock"] + ":0" * (unit > 1))
    if seconds is None:
        return {}
    return {"{iso}": (year, month, day, seconds, unit, *ahead(found["zone"]))}


def _logged(found: re.Match[str]) -> Values:
    """A moment in the log of a web server: "10/Oct/2031:13:55:36"."""
    month = _MONTHS.get(found["month"], 0)
    day, year, seconds = int(found["day"]), int(found["year"]), _seconds(found["clock"])
    if not month or seconds is None or not civil.is_day(year, month, day):
        return {}
    return {"{iso}": (year, month, day, seconds, 1)}


def _basic(found: re.Match[str]) -> Values:
    """ISO 8601 without marks: "20310503T1405Z"."""
    year, month, day = (int(found[k]) for k in ("year", "month", "day"))
    seconds = _seconds(f"{found['h']}:{found['m']}:{found['s'] or 0}")
    if not civil.is_day(year, month, day) or seconds is None:
        return {}
    fields = (year, month, day, seconds, 1 if found["s"] else 60)
    return {"{iso}": fields + ahead(found["zone"])}


def _seconds(clock: str) -> int | None:
    """Seconds since midnight of "14:05:00", None where there is no such time."""
    hour, minute, second = map(int, clock.split(":"))
    fits = hour < 24 and minute < 60 and second < 60
    return hour * 3600 + minute * 60 + second if fits else None


def _month_year(found: re.Match[str]) -> Values:
    return {"{iso}": (int(found["year"]), int(found["month"]))}


def _day_of_year(found: re.Match[str]) -> Values:
    """An ISO 8601 ordinal date."""
    year, number = int(found["year"]), int(found["of_year"])
    if not (1000 <= year <= 2199 and 1 <= number <= 365 + civil.is_leap(year)):
        return {}
    return {"{iso}": civil.ymd(civil.days(year) + number - 1)}


def _iso_week(found: re.Match[str]) -> Values:
    year, week = int(found["year"]), int(found["week"])
    if not 1 <= week <= 53:
        return {}
    return {"{iso}": (year, week, int(found["day"] or 0), -1, -1, -1)}


def _numeric_date(found: re.Match[str]) -> Values:
    first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if not (1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31):
        return {}
    return {"{numeric}": (first, second, year)}


def _dotted(found: re.Match[str]) -> Values:
    """Day, month and two figures of the year ("24.01.22"), or a version number."""
    read = _numeric_date(found).get("{numeric}")
    return {"{dotted}": read} if read else {}


def _clock(found: re.Match[str]) -> Values:
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    half = (found["half"] or "").replace(".", "").lower()
    if hour > 24 or minute > 59 or second > 59 or (half and not 1 <= hour <= 12):
        return {}
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    seconds = hour * 3600 + minute * 60 + second
    unit = 1 if found["s"] else 60 if found["m"] else 3600
    zone = ahead(found.groupdict().get("zone"))
    return {"{clock}": (seconds, unit, bool(half), *zone)}


def _clock_dot(found: re.Match[str]) -> Values:
    hour, minute = int(found["h"]), int(found["m"])
    values: Values = {"{number}": float(found[0])}
    if hour <= 24 and minute <= 59:
        values["{clockdot}"] = (hour * 3600 + minute * 60, 60, False)
    return values


def _pair(found: re.Match[str]) -> Values:
    first, last = int(found["a"]), int(found["b"])
    values: Values = {}
    if first < last < 100:
        values["{nums}"] = (first, last)
        if first >= 1 and last <= 31:
            values["{days}"] = (first, last)
    return values


def _descending(found: re.Match[str]) -> Values:
    """Years before the common era, which count down."""
    first, last = int(found["a"]), int(found["b"])
    return {"{descending}": (first, last)} if first > last > 0 else _pair(found)


def _slashed(found: re.Match[str]) -> Values:
    """Two days that follow each other ("the night of 9/10 November"), or a fraction."""
    first, last = int(found["a"]), int(found["b"])
    days: Values = {"{days}": (first, last)} if last - first == 1 and last <= 31 else {}
    fits = 1 <= min(first, last) <= 12 and max(first, last) <= 31
    short: Values = {"{monthday}": (first, last)} if fits else {}
    return _fraction(found) | days | short


def _quarter(found: re.Match[str]) -> Values:
    return {"{q}": int(found["q"])}


def _quarter_of_year(found: re.Match[str]) -> Values:
    year = int(found["year"])
    return {"{qy}": (int(found["q"]), year if year > 99 else 2000 + year)}


def _fiscal_year(found: re.Match[str]) -> Values:
    return {"{fy}": int(found["year"])}


def _grouped(found: re.Match[str]) -> Values:
    return {"{number}": int(found[0].replace(",", ""))}


def _decimal(found: re.Match[str]) -> Values:
    return {"{number}": float(found[0])}


def _fraction(found: re.Match[str]) -> Values:
    top, bottom = int(found["a"]), int(found["b"])
    if top > 9:
        return {}
    return {"{fraction}": top / bottom} if 0 < top < bottom else {}


_SHAPES = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\d{1,4}", _plain),
        (r"(?P<n>\d{1,3})(?:st|nd|rd|th|(?<=[23])d)", _ordinal),
        (r"(?P<year>[12]\d\d0)['’]?s", _decade),
        (r"['’‘]?(?P<n>[1-9]0)['’]?s", _short_decade),
        (r"['’‘](?P<n>\d\d)", _short_year),
        (r"(?P<year>\d{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)", _iso),
        (
            r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
            r"T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?",
            _iso,
        ),
        (
            r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
            r"T(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?",
            _basic,
        ),
        (r"(?P<year>\d{4}):(?P<month>\d\d):(?P<day>\d\d)", _iso),
        (
            r"(?P<day>\d\d)/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4})"
            r":(?P<clock>\d\d:\d\d:\d\d)",
            _logged,
        ),
        (
            r"(?P<h>\d\d):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?(?P<half>)"
            r"(?P<zone>Z|[+-]\d\d:?\d\d)",
            _clock,
        ),
        (r"(?P<first>\d{4})[-–/](?P<last>\d{4}|\d\d)", _years),
        (r"(?P<first>1\d{3})/(?P<last>\d)", _old_style),
        (r"(?P<year>\d{4})-(?P<of_year>\d{3})", _day_of_year),
        (r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<day>[1-7]))?", _iso_week),
        (r"(?P<a>\d\d?)[/](?P<b>\d\d?)[/](?P<year>\d{4}|\d\d)", _numeric_date),
        (
            r"(?P<a>\d\d?)(?P<sep>[.-])(?P<b>\d\d?)(?P=sep)(?P<year>\d{4})",
            _numeric_date,
        ),
        (r"(?P<a>\d\d)\.(?P<b>\d\d)\.(?P<year>\d\d)", _dotted),
        (
            r"(?P<h>\d\d?):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d{3,6})?)?"
            r"(?P<half>(?:[ap]m|[ap]\.m\.)?)",
            _clock,
        ),
        (
            r"(?P<h>\d\d?)(?:[.](?P<m>[0-5]\d)(?P<s>)?)?(?P<half>[ap]m|[ap]\.m\.?|[AP]M)",
            _clock,
        ),
        (r"(?P<h>\d\d?)h(?P<m>[0-5]\d)(?P<s>)(?P<half>)", _clock),
        (r"(?P<h>\d\d)(?P<m>[0-5]\d)(?P<s>)(?P<half>)(?:hrs|hours|h|Z)", _clock),
        (r"(?P<q>[1-4])Q(?P<year>20\d\d|\d\d)", _quarter_of_year),
        (r"(?P<h>\d\d?)\.(?P<m>\d\d)", _clock_dot),
        (r"(?P<a>\d{1,4})[-–](?P<b>\d{1,4})", _descending),
        (r"\d{1,3}(?:,\d{3})+", _grouped),
        (r"\d+\.\d+", _decimal),
        (r"(?P<a>\d\d?)/(?P<b>\d\d?)", _slashed),
        (r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)", _month_year),
        (r"(?P<q>[1-4])[Qq]", _quarter),
        (r"FY(?P<year>\d{4}|\d\d)", _fiscal_year),
    )
)
