"""Calendar arithmetic on plain integers, for any year.

Days are counted from 1970-01-01 (day 0) on the proleptic Gregorian calendar, with
astronomical years: year 0 is 1 BCE, year -43 is 44 BCE. `datetime` stops at year 1.
The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`.
"""

from functools import lru_cache

DAY = 86_400
"""Seconds in a civil day."""

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days(year: int, month: int = 1, day: int = 1) -> int:
    """Number of the day. No check that the day exists: (2021, 2, 30) is 2021-03-02."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 719_468


def ymd(day_number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number. Inverse of `days`."""
    era, day_of_era = divmod(day_number + 719_468, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (
        365 * year_of_era + year_of_era // 4 - year_of_era // 100
    )
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in the month."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def weekday(day_number: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day_number + 3) % 7


def add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    """The month `amount` months later (earlier, if negative)."""
    carry, index = divmod(month - 1 + amount, 12)
    return year + carry, index + 1


def months_on(day_number: int, amount: int) -> int:
    """The day so many months later; a shorter month has its last day."""
    year, month, day = ymd(day_number)
    year, month = add_months(year, month, amount)
    return days(year, month, min(day, month_length(year, month)))


def week_start(day_number: int) -> int:
    """The Monday of the day's ISO week."""
    return day_number - weekday(day_number)


def iso_week(day_number: int) -> tuple[int, int]:
    """ISO 8601 week-numbering year and week of a day."""
    thursday = week_start(day_number) + 3
    year = ymd(thursday)[0]
    return year, (thursday - days(year)) // 7 + 1


def from_iso_week(year: int, week: int) -> int:
    """The Monday of an ISO week."""
    return week_start(days(year, 1, 4)) + 7 * (week - 1)


def easter(year: int) -> int:
    """Day number of Western Easter Sunday (anonymous Gregorian algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * late + 114, 31)
    return days(year, month, day + 1)


@lru_cache(maxsize=16_384)
def day_text(day_number: int) -> str:
    """ISO 8601 text of a day; years beyond four digits get EDTF's `Y` prefix."""
    year, month, day = ymd(day_number)
    return f"{year_text(year)}-{month:02}-{day:02}"


def year_text(year: int) -> str:
    """EDTF text of a year: `0044`, `-0043`, `Y12000`."""
    if -9999 <= year <= 9999:
        return f"{year:05}" if year < 0 else f"{year:04}"
    return f"Y{year}"


def moment_text(seconds: int) -> str:
    """ISO 8601 text of a civil second, always with seconds."""
    day_number, rest = divmod(seconds, DAY)
    return (
        f"{day_text(day_number)}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    )
