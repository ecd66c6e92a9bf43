"""EDTF text from and to intervals: what is written can be read, and means the same."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.model import Granularity, Qualifier, TimeValue

qualifiers = st.none() | st.sampled_from(Qualifier)
years_of_any_size = st.integers(-20_000, 20_000)
day_numbers = st.integers(-10_000_000, 10_000_000)

whole_units = st.one_of(
    st.builds(edtf.day, day_numbers, qualifiers),
    st.builds(edtf.month, years_of_any_size, st.integers(1, 12), qualifiers),
    st.builds(edtf.season, years_of_any_size, st.integers(21, 24)),
    st.builds(edtf.quarter, years_of_any_size, st.integers(1, 4)),
    st.builds(edtf.years, years_of_any_size),
    st.builds(
        lambda n, g: edtf.years(n * {"decade": 10, "century": 100}[g.value], g),
        st.integers(1, 99),
        st.sampled_from([Granularity.DECADE, Granularity.CENTURY]),
    ),
)
"""Values that EDTF says in full."""

odd_intervals = st.builds(
    lambda start, length, granularity, qualifier: edtf.make(
        start, start + length, granularity, qualifier
    ),
    st.integers(-(10**12), 10**12),
    st.integers(1, 10**9),
    st.sampled_from(Granularity),
    qualifiers,
)
"""Any interval at any granularity, also those that EDTF can only say roughly."""


def moment(*numbers: int) -> int:
    """Civil second of year, month, day, hour, minute, second."""
    clock = (*numbers[3:], 0, 0, 0)[:3]
    return civil.days(*numbers[:3]) * DAY + 3600 * clock[0] + 60 * clock[1] + clock[2]


@pytest.mark.parametrize(
    ("text", "start", "end", "granularity"),
    [
        ("2018-10-09", (2018, 10, 9), (2018, 10, 10), Granularity.DAY),
        ("2020-02-29", (2020, 2, 29), (2020, 3, 1), Granularity.DAY),
        ("2018-12", (2018, 12, 1), (2019, 1, 1), Granularity.MONTH),
        ("2018", (2018, 1, 1), (2019, 1, 1), Granularity.YEAR),
        ("0000", (0, 1, 1), (1, 1, 1), Granularity.YEAR),
        ("-0043", (-43, 1, 1), (-42, 1, 1), Granularity.YEAR),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 16), Granularity.DAY),
        ("Y12000", (12_000, 1, 1), (12_001, 1, 1), Granularity.YEAR),
        ("Y-12000", (-12_000, 1, 1), (-11_999, 1, 1), Granularity.YEAR),
        ("198X", (1980, 1, 1), (1990, 1, 1), Granularity.DECADE),
        ("18XX", (1800, 1, 1), (1900, 1, 1), Granularity.CENTURY),
        ("1XXX", (1000, 1, 1), (2000, 1, 1), Granularity.MILLENNIUM),
        ("2018-21", (2018, 3, 1), (2018, 6, 1), Granularity.SEASON),
        ("2018-24", (2018, 12, 1), (2019, 3, 1), Granularity.SEASON),
        ("2018-33", (2018, 1, 1), (2018, 4, 1), Granularity.QUARTER),
        ("2018-36", (2018, 10, 1), (2019, 1, 1), Granularity.QUARTER),
        (
            "2018-10-09T02:41:00",
            (2018, 10, 9, 2, 41),
            (2018, 10, 9, 2, 41, 1),
            Granularity.SECOND,
        ),
        (
            "2018-10-09T23:59:59",
            (2018, 10, 9, 23, 59, 59),
            (2018, 10, 10),
            Granularity.SECOND,
        ),
        ("2018-10-12/2018-10-14", (2018, 10, 12), (2018, 10, 15), Granularity.DAY),
        ("2017/2018-06", (2017, 1, 1), (2018, 7, 1), Granularity.MONTH),
    ],
)
def test_text_and_value_say_the_same(
    text: str, start: tuple[int, ...], end: tuple[int, ...], granularity: Granularity
) -> None:
    value = edtf.parse(text)

    assert value == TimeValue(moment(*start), moment(*end), granularity, text)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("2018-10-09~", Qualifier.APPROXIMATE),
        ("2018-10?", Qualifier.UNCERTAIN),
        ("2018%", Qualifier.BOTH),
        ("198X~", Qualifier.APPROXIMATE),
        ("2018-21?", Qualifier.UNCERTAIN),
        ("2018-10-01~/2018-10-10~", Qualifier.APPROXIMATE),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier) -> None:
    value = edtf.parse(text)

    assert value.qualifier is qualifier
    assert value.edtf == text


@pytest.mark.parametrize(
    ("text", "length", "granularity"),
    [
        ("2018-10-09T02:41", 60, Granularity.MINUTE),
        ("2018-10-09T02:41Z", 60, Granularity.MINUTE),
        ("2018-10-09T02:41:07+02:00", 1, Granularity.SECOND),
    ],
)
def test_clock_times_of_other_writers(
    text: str, length: int, granularity: Granularity
) -> None:
    value = edtf.parse(text)

    assert value.end - value.start == length
    assert value.granularity is granularity


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2018",
        "2018 ",
        "18",
        "198x",
        "19X",
        "-004X",
        "XXXX",
        "2018-1",
        "2018-00",
        "2018-13",
        "2018-25",
        "2018-37",
        "2018-02-29",
        "2018-04-31",
        "2018-10-00",
        "2018-21-05",
        "198X-05",
        "2018-10-09T24:00",
        "2018-10-09T02:60",
        "2018-10-09T02",
        "2018/",
        "/2018",
        "2018/..",
        "2018/2017",
        "2018-10-14/2018-10-12",
        "2016/2017/2018",
        "20181009",
        "09.10.2018",
        "last Thursday",
        "٢٠١٨",
    ],
    ids=ascii,
)
def test_no_edtf(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an EDTF date|no such|before it begins"):
        edtf.parse(text)


@given(whole_units)
def test_parse_undoes_print_for_whole_units(value: TimeValue) -> None:
    assert edtf.parse(value.edtf) == value


@given(odd_intervals)
def test_print_undoes_parse_for_anything(value: TimeValue) -> None:
    read = edtf.parse(value.edtf)

    assert read.edtf == value.edtf
    assert read.qualifier is value.qualifier


@given(odd_intervals)
def test_text_in_days_covers_the_interval(value: TimeValue) -> None:
    read = edtf.parse(value.edtf)

    if value.granularity.fineness <= Granularity.PART_OF_DAY.fineness:
        assert read.start <= value.start
        assert value.end <= read.end
        assert read.end - read.start < value.end - value.start + 2 * DAY
    else:
        assert read.start == value.start


@given(day_numbers)
def test_a_week_is_its_seven_days(number: int) -> None:
    value = edtf.week(number)
    first, last = value.edtf.split("/")

    assert value.granularity is Granularity.WEEK
    assert edtf.parse(first) == edtf.day(civil.week_start(number))
    assert edtf.parse(last) == edtf.day(civil.week_start(number) + 6)


@given(whole_units, whole_units)
def test_between_spans_both_ends(one: TimeValue, other: TimeValue) -> None:
    first, last = sorted((one, other), key=lambda v: (v.start, v.end))
    value = edtf.between(first, last)

    assert (value.start, value.end) == (first.start, max(first.end, last.end))
    assert value.granularity.fineness == max(
        first.granularity.fineness, last.granularity.fineness
    )
    assert edtf.parse(value.edtf) == value


def test_between_two_ranges_keeps_the_outer_ends() -> None:
    week, next_week = edtf.week(17_813), edtf.week(17_820)

    assert edtf.between(week, next_week).edtf == "2018-10-08/2018-10-21"


@pytest.mark.parametrize(
    ("start", "end", "granularity", "text"),
    [
        ((2018, 10, 9, 18), (2018, 10, 10), Granularity.PART_OF_DAY, "2018-10-09"),
        (
            (2018, 10, 8, 22),
            (2018, 10, 9, 6),
            Granularity.PART_OF_DAY,
            "2018-10-08/2018-10-09",
        ),
        (
            (2018, 10, 9, 3),
            (2018, 10, 9, 4),
            Granularity.HOUR,
            "2018-10-09T03:00:00",
        ),
        (
            (2018, 10, 10, 17, 5),
            (2018, 10, 10, 18, 50),
            Granularity.MINUTE,
            "2018-10-10T17:05:00/2018-10-10T18:50:00",
        ),
        ((1985, 1, 1), (1995, 1, 1), Granularity.DECADE, "1985-01-01/1994-12-31"),
        ((-49, 1, 1), (-39, 1, 1), Granularity.DECADE, "-0049-01-01/-0040-12-31"),
        ((2018, 10, 1), (2018, 10, 11), Granularity.MONTH, "2018-10-01/2018-10-10"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_intervals_that_are_no_calendar_unit(
    start: tuple[int, ...], end: tuple[int, ...], granularity: Granularity, text: str
) -> None:
    assert edtf.make(moment(*start), moment(*end), granularity).edtf == text


@pytest.mark.parametrize(
    "value",
    [
        edtf.day(17_813),
        edtf.day(17_813, Qualifier.APPROXIMATE),
        edtf.day(-735_160),
        edtf.week(17_813),
        edtf.month(2018, 10, Qualifier.UNCERTAIN),
        edtf.season(2018, 24),
        edtf.quarter(2018, 2),
        edtf.years(2018),
        edtf.years(-43),
        edtf.years(12_000),
        edtf.years(1980, Granularity.DECADE),
        edtf.years(1985, Granularity.DECADE),
        edtf.years(-49, Granularity.DECADE),
        edtf.years(1800, Granularity.CENTURY),
        edtf.make(17_813 * DAY + 9660, 17_813 * DAY + 9720, Granularity.MINUTE),
        edtf.between(edtf.day(17_816), edtf.day(17_818)),
    ],
    ids=lambda value: value.edtf,
)
def test_another_reader_of_edtf_accepts_it(value: TimeValue) -> None:
    with warnings.catch_warnings(action="ignore"):  # its own affairs
        from edtf import parse_edtf

        assert str(parse_edtf(value.edtf)) == value.edtf
