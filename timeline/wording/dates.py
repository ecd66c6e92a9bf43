"""Dates in English words, as precise as they were said and no more."""

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.edtf import UNIT_MONTHS, UNIT_SECONDS
from timeline.model import Granularity, Qualifier, TimeValue
from timeline.wording import safe

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TO = "\N{EN DASH}"
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}

GREGORIAN_YEAR = 1583
"""First full year of the calendar we count in; weekdays before it would mislead."""

_PARTS_OF_DAY = (
    (5.0, "early hours"),
    (11.0, "morning"),
    (13.0, "midday"),
    (17.5, "afternoon"),
    (21.5, "evening"),
)
"""Upper bound, in hours, of the middle of the interval; what comes later is night."""

_NUMBERED = (Granularity.CENTURY, Granularity.MILLENNIUM)

_Day = tuple[int, int, int]


def words(value: TimeValue) -> str:
    """The value as a careful writer puts it: "Thu 6 January 2022", "early 2022"."""
    bounded = _one_sided(value.edtf)
    if bounded:
        return bounded
    text, is_vague = _interval(value)
    return text if is_vague else _doubted(text, value)


def day_and_time(value: TimeValue) -> tuple[str, str]:
    """The day, and the time of it that was said: ("Thu 6 January 2022", "evening").

    Where no time within one day was said, all the words and an empty text.
    """
    time = _time_of_day(value)
    if time is None or _one_sided(value.edtf):
        return words(value), ""
    return _one_day(civil.ymd(value.start // DAY), MONTHS), _doubted(time, value)


def _doubted(text: str, value: TimeValue) -> str:
    """The words with what the qualifier adds to them."""
    if value.qualifier is None:
        return text
    circa = "" if value.qualifier is Qualifier.UNCERTAIN else "c. "
    doubt = "" if value.qualifier is Qualifier.APPROXIMATE else "?"
    return f"{circa}{text}{doubt}"


def span_words(values: tuple[TimeValue, ...]) -> str:
    """From the first to the last of the values, each as precise as it was said; empty
    without values."""
    if not values:
        return ""
    first = min(values, key=lambda v: (v.start, v.end))
    last = max(values, key=lambda v: (v.end, -v.start))
    coarse = Granularity.DAY.fineness
    if min(first.granularity.fineness, last.granularity.fineness) >= coarse:
        return _day_range(first.start // DAY, max(first.start, last.end - 1) // DAY)
    return words(first) if first == last else f"{words(first)} – {words(last)}"


def month_words(value: TimeValue) -> str:
    """The month in which the value begins, "January 2022"; its year, "1974", where it is
    no finer than a season; its own words, "1990s", where it is coarser than a year."""
    if value.granularity.fineness < Granularity.YEAR.fineness:
        return words(value)
    year, month, _ = civil.ymd(value.start // DAY)
    if value.granularity.fineness < Granularity.MONTH.fineness:
        return _year(year)
    return f"{MONTHS[month - 1]} {_year(year)}"


def _interval(value: TimeValue) -> tuple[str, bool]:
    """The interval in words, and whether these words already say it is rough."""
    match value.granularity:
        case (
            Granularity.PART_OF_DAY
            | Granularity.HOUR
            | Granularity.MINUTE
            | Granularity.SECOND
        ):
            return _timed(value), False
        case Granularity.DAY:
            return _days(value), False
        case Granularity.WEEK:
            return _week(value), False
    return _units(value)


def _one_sided(text: str) -> str | None:
    """Words for EDTF text that is open to one side, None for any other."""
    bare = text.strip("[]")
    try:
        if text.startswith("[.."):
            return f"by {words(edtf.parse(bare[2:]))}"
        if text.startswith("../"):
            return f"until {words(edtf.parse(bare[3:]))}"
        if text.endswith(("..]", "/..")):
            return f"from {words(edtf.parse(bare.rstrip('./')))} on"
    except ValueError:
        pass
    return None


def _days(value: TimeValue) -> str:
    return _day_range(value.start // DAY, _last_day(value))


def _last_day(value: TimeValue) -> int:
    return max(value.start, value.end - 1) // DAY


def _day_range(first: int, last: int) -> str:
    if first == last:
        return _one_day(civil.ymd(first), MONTHS)
    begin, end = civil.ymd(first), civil.ymd(last)
    if begin[:2] == end[:2]:
        return f"{begin[2]}{TO}{_date(end)}"
    if begin[0] == end[0]:
        return f"{begin[2]} {MONTHS[begin[1] - 1]} {TO} {_date(end)}"
    return f"{_date(begin)} {TO} {_date(end)}"


def _date(day: _Day) -> str:
    return f"{day[2]} {MONTHS[day[1] - 1]} {_year(day[0])}"


def _one_day(day: _Day, months: tuple[str, ...]) -> str:
    text = f"{day[2]} {months[day[1] - 1]} {_year(day[0])}"
    if day[0] < GREGORIAN_YEAR:
        return text
    return f"{WEEKDAYS[civil.weekday(civil.days(*day))]} {text}"


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year > 999 else f"AD {year}"


def _week(value: TimeValue) -> str:
    first, last = value.start // DAY, _last_day(value)
    if last - first == 6 and civil.weekday(first) == 0:
        return f"week of {_date(civil.ymd(first))}"
    return _day_range(first, last)


def _timed(value: TimeValue) -> str:
    """Day and time; both ends in full where they are on two days."""
    time = _time_of_day(value)
    if time is not None:
        return f"{_one_day(civil.ymd(value.start // DAY), SHORT_MONTHS)}, {time}"
    if value.granularity is Granularity.PART_OF_DAY:
        return _days(value)
    ends = (_moment(seconds, value) for seconds in (value.start, value.end))
    return f" {TO} ".join(ends) + _zone(value)


def _time_of_day(value: TimeValue) -> str | None:
    """The time within one day, None where there is none."""
    if value.granularity is Granularity.PART_OF_DAY:
        return _part_of_day(value)
    if value.granularity not in UNIT_SECONDS or value.start // DAY != _last_day(value):
        return None
    first = _clock(value.start % DAY, value.granularity)
    if value.end - value.start <= UNIT_SECONDS[value.granularity]:
        return first + _zone(value)
    last = _clock((value.end - 1) % DAY + 1, value.granularity)
    return f"{first}{TO}{last}{_zone(value)}"


def _part_of_day(value: TimeValue) -> str | None:
    hours = (value.end - value.start) / 3600
    middle = (value.start % DAY) / 3600 + hours / 2
    if hours >= 24:
        return None
    named = next((name for bound, name in _PARTS_OF_DAY if middle < bound), "night")
    return "daytime" if hours >= 10 and named == "midday" else named


def _moment(seconds: int, value: TimeValue) -> str:
    day = _one_day(civil.ymd(seconds // DAY), SHORT_MONTHS)
    return f"{day}, {_clock(seconds % DAY, value.granularity)}"


def full_hour(hour: int) -> str:
    """An hour of the 24 in words that claim no minutes: "2 p.m."."""
    return f"{hour % 12 or 12} {'a.m.' if hour < 12 else 'p.m.'}"


def _clock(seconds: int, granularity: Granularity) -> str:
    """Time of day, as fine as the granularity: "2 p.m.", "14:05", "14:05:09"."""
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    if granularity is Granularity.HOUR and not minute and not second:
        return full_hour(hour)
    text = f"{hour:02}:{minute:02}"
    return (
        f"{text}:{second:02}" if granularity is Granularity.SECOND or second else text
    )


def _zone(value: TimeValue) -> str:
    if not value.zone:
        return ""
    return " local time" if value.zone == "local" else f" {safe.line(value.zone)}"


def _units(value: TimeValue) -> tuple[str, bool]:
    """Whole months, years and so on; or the early, middle or late part of one."""
    begin, after = civil.ymd(value.start // DAY), civil.ymd(value.end // DAY)
    granularity = value.granularity
    if granularity in _NUMBERED and _is_numbered(value, granularity):
        return _name(granularity, begin[0], 1), False
    first, unit_end = _unit(granularity, begin)
    if value.start == _seconds(first) and value.end == _seconds(unit_end):
        return _name(granularity, *first), False
    if value.end <= _seconds(unit_end):
        return _part(value, first, unit_end)
    last, _ = _unit(granularity, civil.ymd(value.end // DAY - 1))
    is_whole = value.start == _seconds(first) and (after[0], after[1]) == (
        _add(last, UNIT_MONTHS[granularity])
    )
    if not is_whole or after[2] != 1 or value.end % DAY:
        return _days(value), False
    return _joined(_name(granularity, *first), _name(granularity, *last)), False


def _is_numbered(value: TimeValue, granularity: Granularity) -> bool:
    """Whether this is a whole century or millennium, from year 0 or year 1 of it."""
    begin, after = civil.ymd(value.start // DAY), civil.ymd(value.end // DAY)
    years = UNIT_MONTHS[granularity] // 12
    is_whole = begin[1:] == after[1:] == (1, 1) and after[0] - begin[0] == years
    is_aligned = value.start % DAY == value.end % DAY == 0
    return is_whole and is_aligned and begin[0] % years in (0, 1)


def _unit(
    granularity: Granularity, day: _Day
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Year and month in which the unit that holds the day begins, and the next one."""
    months = UNIT_MONTHS[granularity]
    index = day[0] * 12 + day[1] - 1
    shift = 1 if granularity is Granularity.SEASON else 0  # seasons start in December
    start = (index + shift) // months * months - shift
    return (start // 12, start % 12 + 1), (
        (start + months) // 12,
        (start + months) % 12 + 1,
    )


def _add(unit: tuple[int, int], months: int) -> tuple[int, int]:
    return civil.add_months(unit[0], unit[1], months)


def _seconds(unit: tuple[int, int]) -> int:
    return civil.days(*unit) * DAY


def _part(
    value: TimeValue, first: tuple[int, int], after: tuple[int, int]
) -> tuple[str, bool]:
    """A stretch inside one unit, by where it lies."""
    name = _name(value.granularity, *first)
    begin, end = _seconds(first), _seconds(after)
    share = (value.end - value.start) / (end - begin)
    is_half = 0.49 < share < 0.51 and value.granularity is not Granularity.MONTH
    if share > 0.51 or value.start % DAY or value.end % DAY:
        return _days(value), False
    if value.start == begin:
        return (f"first half of {name}", False) if is_half else (f"early {name}", True)
    if value.end == end:
        return (f"second half of {name}", False) if is_half else (f"late {name}", True)
    middle = ((value.start + value.end) / 2 - begin) / (end - begin)
    if 1 / 3 < middle < 2 / 3:
        return f"mid-{name}", True
    return _days(value), False


def _name(granularity: Granularity, year: int, month: int) -> str:
    match granularity:
        case Granularity.MONTH:
            return f"{MONTHS[month - 1]} {_year(year)}"
        case Granularity.QUARTER:
            return f"Q{(month + 2) // 3} {_year(year)}"
        case Granularity.SEASON:
            return _season(year, month)
        case Granularity.CENTURY:
            return _numbered(year, 100, "century")
        case Granularity.MILLENNIUM:
            return _numbered(year, 1000, "millennium")
    return _decade(year) if granularity is Granularity.DECADE else _year(year)


def _decade(year: int) -> str:
    return f"{_year(year)}s" if year > 0 else f"{1 - year}{TO}{max(1, -8 - year)} BC"


def _numbered(year: int, length: int, noun: str) -> str:
    """The century or millennium in which most of the years from `year` on lie."""
    middle = year + length // 2
    if middle > 0:
        return f"{_ordinal(middle // length + 1)} {noun}"
    return f"{_ordinal(-middle // length + 1)} {noun} BC"


def _season(year: int, month: int) -> str:
    if month != 12:
        return f"{SEASONS[month]} {_year(year)}"
    if year < 1000:
        return f"winter {_year(year)}"
    return f"winter {year}{TO}{(year + 1) % 100:02}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _joined(first: str, last: str) -> str:
    """Two names as a range; what they share at the end is said once."""
    begin, _, tail = first.rpartition(" ")
    end, _, other = last.rpartition(" ")
    if begin and tail == other:
        return f"{begin}{TO}{last}"
    return f"{first} {TO} {last}" if begin or end else f"{first}{TO}{last}"
