"""Calendar arithmetic, held against `datetime` where that exists."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import civil

EPOCH = date(1970, 1, 1).toordinal()

any_day = st.integers(-10_000_000, 10_000_000)
"""Day numbers in the years −25,000 to 29,000 or so."""

known_date = st.dates()
"""Days in the years 1 to 9999, where `datetime` can be asked."""


@given(any_day)
def test_days_undoes_ymd(number: int) -> None:
    year, month, day = civil.ymd(number)

    assert civil.days(year, month, day) == number
    assert civil.is_day(year, month, day)


@given(any_day)
def test_the_next_day_is_one_later_on_the_calendar(number: int) -> None:
    year, month, day = civil.ymd(number)
    after = civil.ymd(number + 1)

    if day < civil.month_length(year, month):
        assert after == (year, month, day + 1)
    else:
        assert after == (*civil.add_months(year, month, 1), 1)


@given(known_date)
def test_days_ymd_weekday_and_week_agree_with_datetime(day: date) -> None:
    number = day.toordinal() - EPOCH

    assert civil.days(day.year, day.month, day.day) == number
    assert civil.ymd(number) == (day.year, day.month, day.day)
    assert civil.weekday(number) == day.weekday()
    assert civil.iso_week(number) == day.isocalendar()[:2]
    assert civil.day_text(number) == day.isoformat()


@pytest.mark.parametrize(
    ("ymd", "number"),
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2018, 10, 9), 17_813),
        ((2000, 2, 29), 11_016),
        ((1, 1, 1), -719_162),
        ((0, 12, 31), -719_163),
        ((0, 2, 29), -719_469),
        ((-43, 3, 15), -735_160),
        ((-4713, 11, 24), -2_440_588),  # Julian day 0
    ],
    ids=str,
)
def test_day_numbers(ymd: tuple[int, int, int], number: int) -> None:
    assert civil.days(*ymd) == number
    assert civil.ymd(number) == ymd


def test_a_day_past_the_month_runs_over() -> None:
    assert civil.days(2021, 2, 30) == civil.days(2021, 3, 2)


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True)],
)
def test_leap_years(year: int, leap: bool) -> None:
    assert civil.is_leap(year) == leap
    assert civil.month_length(year, 2) == (29 if leap else 28)
    assert civil.is_day(year, 2, 29) == leap


@pytest.mark.parametrize(
    ("ymd", "exists"),
    [
        ((2018, 12, 31), True),
        ((2018, 4, 31), False),
        ((2018, 13, 1), False),
        ((2018, 0, 1), False),
        ((2018, 1, 0), False),
        ((2018, 1, 32), False),
    ],
    ids=str,
)
def test_days_that_exist(ymd: tuple[int, int, int], exists: bool) -> None:
    assert civil.is_day(*ymd) == exists


@pytest.mark.parametrize(
    ("start", "amount", "expected"),
    [
        ((2018, 10), 0, (2018, 10)),
        ((2018, 10), 3, (2019, 1)),
        ((2018, 1), -1, (2017, 12)),
        ((2018, 12), 12, (2019, 12)),
        ((1, 1), -13, (-1, 12)),
    ],
    ids=str,
)
def test_add_months(
    start: tuple[int, int], amount: int, expected: tuple[int, int]
) -> None:
    assert civil.add_months(*start, amount) == expected


@given(any_day)
def test_weeks_begin_on_monday_and_number_back(number: int) -> None:
    monday = civil.week_start(number)

    assert civil.weekday(monday) == 0
    assert 0 <= number - monday < 7
    assert civil.from_iso_week(*civil.iso_week(number)) == monday


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ((2018, 10, 9), (2018, 41)),
        ((2018, 12, 31), (2019, 1)),
        ((2021, 1, 3), (2020, 53)),
        ((2016, 1, 1), (2015, 53)),
        ((-43, 3, 15), (-43, 11)),
    ],
    ids=str,
)
def test_iso_week(day: tuple[int, int, int], week: tuple[int, int]) -> None:
    assert civil.iso_week(civil.days(*day)) == week


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22),  # the earliest it can be
        (1943, 4, 25),  # the latest
        (1954, 4, 18),
        (1961, 4, 2),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2018, 4, 1),
        (2024, 3, 31),
        (2038, 4, 25),
    ],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert civil.easter(year) == civil.days(year, month, day)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_its_limits(year: int) -> None:
    easter = civil.easter(year)

    assert civil.weekday(easter) == 6
    assert civil.days(year, 3, 22) <= easter <= civil.days(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2018, "2018"),
        (44, "0044"),
        (0, "0000"),
        (-43, "-0043"),
        (-9999, "-9999"),
        (12_000, "Y12000"),
        (-12_000, "Y-12000"),
    ],
)
def test_year_text(year: int, text: str) -> None:
    assert civil.year_text(year) == text
    assert civil.day_text(civil.days(year, 3, 5)) == f"{text}-03-05"


@given(known_date, st.integers(0, civil.DAY - 1))
def test_moment_text(day: date, second: int) -> None:
    number = day.toordinal() - EPOCH
    clock = timedelta(seconds=second)
    expected = f"{day.isoformat()}T{str(clock).zfill(8)}"

    assert civil.moment_text(number * civil.DAY + second) == expected
