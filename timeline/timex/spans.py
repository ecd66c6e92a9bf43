"""Calendar units as (TIMEX3 value, TimeValue) pairs."""

from functools import lru_cache

from msgspec import Struct

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.model import Granularity, Qualifier, TimeValue

PARTS = {
    "EM": (0, 6),
    "MO": (6, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (18, 24),
}
"""Part of day to its hours. "Friday night" is kept on Friday."""

NOON = 12 * 3600

KEPT = 2048
"""Units remembered: one text names the same days again and again."""

SEASONS = ("SP", "SU", "FA", "WI")
THIRDS = {"START": 0, "MID": 1, "END": 2}

_DAY = Granularity.DAY.fineness


class Unit(Struct, frozen=True):
    """A stretch of the calendar: its TIMEX3 value and its interval."""

    value: str
    time: TimeValue

    @property
    def first(self) -> int:
        """Its first day, as a day number."""
        return self.time.start // DAY

    @property
    def last(self) -> int:
        """Its last day, as a day number."""
        return (self.time.end - 1) // DAY


def _year(year: int) -> str:
    """TIMEX3 year; before the common era with a BC prefix."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


@lru_cache(KEPT)
def day(number: int) -> Unit:
    """One day."""
    year, month, of_month = civil.ymd(number)
    return Unit(f"{_year(year)}-{month:02}-{of_month:02}", edtf.day(number))


@lru_cache(KEPT)
def week(number: int) -> Unit:
    """The ISO week of a day."""
    year, week_number = civil.iso_week(number)
    return Unit(f"{_year(year)}-W{week_number:02}", edtf.week(number))


@lru_cache(KEPT)
def weekend(number: int) -> Unit:
    """Saturday and Sunday of a day's ISO week."""
    year, week_number = civil.iso_week(number)
    saturday = civil.week_start(number) + 5
    time = edtf.make(saturday * DAY, (saturday + 2) * DAY, Granularity.DAY)
    return Unit(f"{_year(year)}-W{week_number:02}-WE", time)


@lru_cache(KEPT)
def month(year: int, number: int) -> Unit:
    """A month."""
    return Unit(f"{_year(year)}-{number:02}", edtf.month(year, number))


@lru_cache(KEPT)
def season(year: int, number: int) -> Unit:
    """A season, 1 (spring) to 4 (winter, from December of the year)."""
    return Unit(f"{_year(year)}-{SEASONS[number - 1]}", edtf.season(year, 20 + number))


@lru_cache(KEPT)
def quarter(year: int, number: int, lag: int = 0) -> Unit:
    """A quarter, 1 to 4; that of a business year lies some months off."""
    value = f"{_year(year)}-Q{number}"
    if not lag:
        return Unit(value, edtf.quarter(year, number))
    first = civil.add_months(year, 3 * number - 2, lag)
    start, end = (civil.days(*m) for m in (first, civil.add_months(*first, 3)))
    return Unit(value, edtf.make(start * DAY, end * DAY, Granularity.QUARTER))


def numbers(unit: Unit) -> tuple[int, int]:
    """Year and number of a quarter, as in its value."""
    year, _, number = unit.value.partition("-Q")
    return (1 - int(year[2:]) if year.startswith("BC") else int(year)), int(number)


def lag(unit: Unit) -> int:
    """How many months a quarter lies off the calendar quarter of its number."""
    year, number = numbers(unit)
    begun, month, _ = civil.ymd(unit.first)
    return 12 * (begun - year) + month - (3 * number - 2)


def half(year: int, number: int) -> Unit:
    """Half a year, 1 or 2."""
    start = civil.days(year, 6 * number - 5) * DAY
    end = civil.days(year + number - 1, 7 if number == 1 else 1) * DAY
    return Unit(f"{_year(year)}-H{number}", edtf.make(start, end, Granularity.MONTH))


@lru_cache(KEPT)
def years(year: int) -> Unit:
    """One year."""
    return Unit(_year(year), edtf.years(year))


@lru_cache(KEPT)
def decade(year: int) -> Unit:
    """The decade that holds a year."""
    first = year - year % 10
    return Unit(_year(first)[:3], edtf.years(first, Granularity.DECADE))


def century(year: int) -> Unit:
    """The century that holds a year, counted from the year that ends in 00."""
    first = year - year % 100
    value = _year(first)[:2] if first >= 0 else f"BC{-first // 100 - 1:02}"
    return Unit(value, edtf.years(first, Granularity.CENTURY))


def millennium(year: int) -> Unit:
    """The millennium that holds a year."""
    first = year - year % 1000
    return Unit(_year(first)[:1], edtf.years(first, Granularity.MILLENNIUM))


def part(number: int, name: str, crossing: bool = False) -> Unit:
    """A part of a day; a crossing night runs into the next morning."""
    begin, end = PARTS[name]
    if crossing:
        end = 30
    start = number * DAY
    time = edtf.make(start + begin * 3600, start + end * 3600, Granularity.PART_OF_DAY)
    return Unit(f"{day(number).value}T{'MO' if name == 'EM' else name}", time)


def is_night(unit: Unit) -> bool:
    """Whether it is the evening or night of a day."""
    is_part = unit.time.granularity is Granularity.PART_OF_DAY
    return is_part and unit.time.start % DAY > NOON


def clock(number: int, seconds: int, unit: str, zone: str | None) -> Unit:
    """A time on the clock of a day."""
    granularity = Granularity(unit)
    size = {"hour": 3600, "minute": 60, "second": 1}[unit]
    start = number * DAY + seconds
    time = edtf.make(start, start + size, granularity, zone=zone)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    text += f":{seconds % 60:02}" if unit == "second" else ""
    return Unit(f"{day(number).value}T{text}", time)


def time_of_day(unit: Unit) -> int | None:
    """That of a moment, in seconds; one of UTC is hardly that of who writes."""
    granularity = unit.time.granularity
    is_moment = granularity.fineness > _DAY and unit.time.zone != "UTC"
    return unit.time.start % DAY if is_moment else None


def modified(unit: Unit, mod: str | None) -> Unit:
    """A unit narrowed to its early, middle or late third, or marked approximate."""
    time = unit.time
    if mod == "APPROX":
        approximate = edtf.make(
            time.start, time.end, time.granularity, Qualifier.APPROXIMATE, time.zone
        )
        return Unit(unit.value, approximate)
    if mod not in THIRDS or time.end - time.start < 3 * DAY:
        return unit
    days = (time.end - time.start) // DAY
    cuts = [time.start + days * i // 3 * DAY for i in range(4)]
    start, end = cuts[THIRDS[mod]], cuts[THIRDS[mod] + 1]
    narrowed = edtf.make(start, end, time.granularity, Qualifier.APPROXIMATE)
    return Unit(unit.value, narrowed)
