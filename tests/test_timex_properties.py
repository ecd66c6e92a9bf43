"""What holds of time expressions in any text."""

import datetime
import re
import sys

import pytest
from conftest import document
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline import civil, edtf, timex
from timeline.model import Anchor, Kind, Timex
from timeline.timex import Tagged

MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = "day week month year".split()

DATES = st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31))

WORDS = st.sampled_from(
    """may May March march Jan. 6 12 31 1998 2031 '68 1990s the a first second third of on in
    at from to and or between until since before after later earlier ago last next this that
    past coming every each half quarter year years month months week weeks day days hour
    night morning Friday friday Sundays noon midnight 10:30 p.m. 3 5th 21st twenty five two
    hundred early late mid about more than at least no 12/05/2011 2011-05-12 2011-W05 Q3 BC
    century decade spring fall Easter Christmas , . - – : ; ( ) " ’ \n \r\n \u00a0 $ %""".split(
        " "
    )
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80)
DCTS = st.sampled_from([None, "2031-05-08", "2031-05", "2031", "-0043", "2024-02-29"])


def tag(text: str, dct: str | None = "2031-05-08") -> Tagged:
    return timex.tag(document(text, dct))


def check(timexes: tuple[Timex, ...], low: int, high: int) -> None:
    """Spans lie in range, in order, apart; parts inside; values fit their kinds."""
    end = low
    for t in timexes:
        assert end <= t.span.start < t.span.end <= high
        end = t.span.end
        check(t.parts, t.span.start, t.span.end)
        assert t.value
        assert t.rule
        if t.time is not None:
            assert t.time.start < t.time.end
            assert t.kind in (Kind.DATE, Kind.TIME)


@given(TEXTS, DCTS)
@example("\x00\ufffd May 5", None)
@example("29 February 1900 and 31 June", "2031-05-08")
@example("12/05/2011-13-14", "2031-05-08")
@example("March 3 and 3 and 3", "2031-05-08")
@example("99999999999999 years ago in 9999 BC", "2031-05-08")
@example("99999999999999 years ago", "2031-05-08")
@example("the 99th century and the 0th century", "2031-05-08")
@example("İ May 5 ſ KELVIN \u212a", "2031-05-08")
def test_any_text_gives_ordered_spans(text: str, dct: str | None) -> None:
    tagged = tag(text, dct)

    check(tagged.timexes, 0, len(text))
    assert all(0 <= r.span.start < r.span.end <= len(text) for r in tagged.refused)
    assert all(problem.line for problem in tagged.problems)


@given(TEXTS)
def test_tagging_twice_says_the_same(text: str) -> None:
    assert tag(text) == tag(text)


@given(TEXTS)
def test_intervals_can_be_written_and_read(text: str) -> None:
    for t in tag(text).timexes:
        if t.time is not None and not re.search(r"Y\d", t.time.edtf):
            again = edtf.parse(t.time.edtf)
            assert again.start <= t.time.start
            assert again.qualifier == t.time.qualifier


def printed(day: datetime.date) -> list[str]:
    """A day as English writes it."""
    name, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    nth = f"{day.day}{'th' if 11 <= day.day <= 13 else ending}"
    short = name if len(name) <= 4 else f"{name[:3]}."
    return [
        f"{day:%Y-%m-%d}",
        f"{name} {day.day}, {day.year}",
        f"{day.day} {name} {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{weekday}, {name} {day.day}, {day.year}",
        f"{weekday} {day.day} {name} {day.year}",
        f"the {nth} of {name} {day.year}",
        f"{name} {nth}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
    ]


@given(DATES, st.sampled_from(range(10)))
def test_a_printed_day_is_found_again(day: datetime.date, style: int) -> None:
    written = printed(day)[style]
    text = f"The ferry sank on {written} near Lorva."

    timexes = tag(text, None).timexes

    assert [(text[t.span.start : t.span.end], t.value) for t in timexes] == [
        (written, day.isoformat())
    ]
    assert timexes[0].time == edtf.day(civil.days(day.year, day.month, day.day))
    assert timexes[0].anchor is Anchor.NONE


@given(DATES)
def test_a_printed_month_and_year_stay_what_they_are(day: datetime.date) -> None:
    month, year = tag(
        f"In {MONTHS[day.month - 1]} {day.year} it rained. Since {day.year} it rains."
    ).timexes

    assert (month.value, month.time) == (
        f"{day:%Y-%m}",
        edtf.month(day.year, day.month),
    )
    assert (year.value, year.time) == (f"{day:%Y}", edtf.years(day.year))


@given(st.integers(1, 23), st.integers(0, 59))
def test_a_printed_clock_time_is_found_again(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    for written in (f"{hour:02}:{minute:02}", f"{hour % 12 or 12}:{minute:02} {half}"):
        text = f"The ferry sank at {written} near Lorva."
        (only,) = tag(text).timexes
        assert text[only.span.start : only.span.end] == written
        assert only.value == f"2031-05-08T{hour:02}:{minute:02}"


RELATIVE = [
    "yesterday",
    "today",
    "tomorrow",
    "the day before yesterday",
    "the day after tomorrow",
    "tonight",
    "last night",
    "this morning",
    "two days ago",
    "twelve days ago",
    "40 days ago",
]


@pytest.mark.parametrize("phrase", RELATIVE)
@given(day=DATES, shift=st.integers(-5_000, 5_000))
def test_what_hangs_on_the_document_date_moves_with_it(
    phrase: str, day: datetime.date, shift: int
) -> None:
    moved = civil.days(day.year, day.month, day.day) + shift
    assume(moved > civil.days(1700))
    text = f"The ferry sank {phrase} near Lorva."

    (first,) = tag(text, day.isoformat()).timexes
    (second,) = tag(text, civil.day_text(moved)).timexes

    assert first.time is not None
    assert second.time is not None
    assert second.time.start - first.time.start == shift * civil.DAY
    assert (first.span, first.kind, first.anchor) == (
        second.span,
        second.kind,
        second.anchor,
    )


@pytest.mark.parametrize("weekday", WEEKDAYS)
@pytest.mark.parametrize("phrase", ["sank on {}", "sank last {}", "will sail {}"])
@given(day=DATES, weeks=st.integers(-500, 500))
def test_weekdays_move_with_the_document_date_by_weeks(
    phrase: str, weekday: str, day: datetime.date, weeks: int
) -> None:
    number = civil.days(day.year, day.month, day.day)
    text = f"The ferry {phrase.format(weekday)} near Lorva."

    (first,) = tag(text, day.isoformat()).timexes
    (second,) = tag(text, civil.day_text(number + 7 * weeks)).timexes

    assert first.time is not None
    assert second.time is not None
    assert second.time.start - first.time.start == 7 * weeks * civil.DAY
    assert civil.weekday(first.time.start // civil.DAY) == WEEKDAYS.index(weekday)
    assert abs(first.time.start // civil.DAY - number) <= 7 + ("last" in phrase)


@given(day=DATES)
def test_last_weekday_is_never_yesterday(day: datetime.date) -> None:
    number = civil.days(day.year, day.month, day.day)
    weekday = WEEKDAYS[civil.weekday(number - 1)]

    (found,) = tag(
        f"The ferry sank last {weekday} near Lorva.", day.isoformat()
    ).timexes

    assert found.time is not None
    assert found.time.start // civil.DAY == number - 8


@given(TEXTS)
def test_explicit_times_ignore_the_document_date(text: str) -> None:
    def explicit(dct: str) -> list[tuple[int, str]]:
        return [
            (t.span.start, t.value)
            for t in tag(text, dct).timexes
            if t.rule in ("iso-date", "date-month-day-year", "date-day-month-year")
        ]

    assert explicit("2031-05-08") == explicit("2024-02-29")


LONG = ("the ", "1 ", "1", ", ", "and ", "\n", "two ", "from 3 to ", "a.")
HOSTILE = [
    "the ", "1 ", "May ", ", ", "1", "1,", "1-", "1/", "1:", "1.", "'68 ", "19", "1998 ", "a ",
    "and ", "two ", "twenty ", "hundred ", "from 3 to ", "between March ", "March 3 and ",
    "last ", "last Friday ", "Friday-", "the day before ", "early ", "at least ", "Q3 ", "T",
    "2011-05-12T", "2011-05-12T10:30:", "(", "’", "\n", "\r\n", "\u00a0", " ", "\x00", "é",
    "\u0301", "10 p.m. ", "a.", "a.b.", "U.S. ", "half a ", "second ", "of ", "Sunday Times ",
    "in October ", "by May ", "will ", "the last week of ", "10:30 (", "five (5) ", "Nov/",
    "On Friday (10:30) ", "a Sunday in June, ", "the year ended ", "soon ", "on 3/5 ", "early late ",
    ">", "> On 5 May 2011 he wrote:\n", "Sent: 5 May 2011\n", "two days before the vote on 5 May 2011 ",
    "the quarter ended May 5 ", "half past nine ", "a year ago today ", "to meet on Friday ", "by Friday is ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_repetition_ends(piece: str) -> None:
    size = 200_000 if piece in LONG else 40_000
    text = piece * (size // len(piece))

    check(tag(text).timexes, 0, len(text))


@pytest.mark.parametrize("piece", ["the ", "1 ", "May ", "two ", "’68 "], ids=repr)
def test_hostile_repetition_with_something_at_its_end(piece: str) -> None:
    text = piece * (50_000 // len(piece)) + "x. On 5 May 2011 it ended."

    last = tag(text).timexes[-1]

    assert (last.value, text[last.span.start : last.span.end]) == (
        "2011-05-05",
        "5 May 2011",
    )


SATURATED = 1500
"""Characters after which every window of context is full."""


def work(text: str) -> int:
    """Function calls that tagging makes: the same on every machine, every time."""
    made = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    read = document(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        timex.tag(read)
    finally:
        sys.setprofile(before)
    return made


def assert_linear(piece: str) -> None:
    """Four times the text is about four times the work."""
    small = piece * (SATURATED // len(piece) + 1)
    timex.tag(document(small * 4))  # words are learnt once

    assert work(small * 4) <= 4.4 * work(small) + 1000, piece


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_work_is_linear_in_repetition(piece: str) -> None:
    assert_linear(piece)


@given(st.lists(st.sampled_from(HOSTILE) | WORDS, min_size=1, max_size=6))
@settings(max_examples=15)
def test_work_is_linear_in_any_mixture(pieces: list[str]) -> None:
    assert_linear(" ".join(pieces) + " ")


def test_work_on_one_expression_is_bounded() -> None:
    words = "and so they said that it was there " * 100
    timex.tag(document(words + "in May " + words))

    more = work(words * 9 + "in May " + words * 9) - work(words + "in May " + words)

    assert more <= 1000
