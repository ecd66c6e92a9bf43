"""Dates in words, hostile text made harmless, marks of events."""

import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import time_values
from timelines import (
    DIARY,
    HERALD,
    HOSTILE,
    document,
    event,
    everything,
    hours,
    mention,
    single,
    stretch,
    timeline,
)

from timeline import edtf
from timeline.model import Anchor, Basis, Granularity, Qualifier, TimeValue
from timeline.wording import dates, marks, safe, told

PART, MINUTE, HOUR = Granularity.PART_OF_DAY, Granularity.MINUTE, Granularity.HOUR
TUESDAY = (2022, 1, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-06", "Thu 6 January 2022"),
        ("2022-01-06~", "c. Thu 6 January 2022"),
        ("2022-01-06?", "Thu 6 January 2022?"),
        ("2022-01-06%", "c. Thu 6 January 2022?"),
        ("2022-01", "January 2022"),
        ("2019", "2019"),
        ("2019~", "c. 2019"),
        ("2023-35", "Q3 2023"),
        ("1998-22", "summer 1998"),
        ("1998-24", "winter 1998–99"),
        ("1999-24", "winter 1999–00"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("1XXX", "2nd millennium"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("0079-08-24", "24 August AD 79"),
        ("1582-10-04", "4 October 1582"),
        ("Y12000", "12000"),
        ("2022-01-05/2022-01-07", "5–7 January 2022"),
        ("2022-01-30/2022-02-02", "30 January – 2 February 2022"),
        ("2021-12-28/2022-01-03", "28 December 2021 – 3 January 2022"),
        ("2022-01/2022-03", "January–March 2022"),
        ("2021-11/2022-02", "November 2021 – February 2022"),
        ("2019/2021", "2019–2021"),
        ("-0043/-0039", "44–40 BC"),
        ("199X/200X", "1990s–2000s"),
    ],
)
def test_edtf_in_words(text: str, expected: str) -> None:
    assert dates.words(edtf.parse(text)) == expected


@pytest.mark.parametrize(
    ("first", "after", "grain", "expected"),
    [
        ((2022, 1, 1), (2022, 1, 11), Granularity.MONTH, "early January 2022"),
        ((2022, 1, 11), (2022, 1, 21), Granularity.MONTH, "mid-January 2022"),
        ((2022, 1, 21), (2022, 2, 1), Granularity.MONTH, "late January 2022"),
        ((2022, 1, 1), (2022, 5, 1), Granularity.YEAR, "early 2022"),
        ((2022, 1, 1), (2022, 7, 1), Granularity.YEAR, "first half of 2022"),
        ((2022, 7, 1), (2023, 1, 1), Granularity.YEAR, "second half of 2022"),
        ((2022, 2, 1), (2022, 4, 1), Granularity.YEAR, "1 February – 31 March 2022"),
        ((1984, 1, 1), (1987, 1, 1), Granularity.DECADE, "mid-1980s"),
        ((1801, 1, 1), (1901, 1, 1), Granularity.CENTURY, "19th century"),
        ((1870, 1, 1), (1900, 1, 1), Granularity.CENTURY, "late 19th century"),
        ((1800, 1, 1), (2000, 1, 1), Granularity.CENTURY, "19th–20th century"),
        ((-499, 1, 1), (-399, 1, 1), Granularity.CENTURY, "5th century BC"),
        ((-500, 1, 1), (-400, 1, 1), Granularity.CENTURY, "5th century BC"),
        (
            (-49, 1, 1),
            (-39, 1, 1),
            Granularity.DECADE,
            "1 January 50 BC – 31 December 41 BC",
        ),
        ((2022, 1, 3), (2022, 1, 10), Granularity.WEEK, "week of 3 January 2022"),
        ((2022, 1, 8), (2022, 1, 10), Granularity.WEEK, "8–9 January 2022"),
    ],
)
def test_parts_of_units_and_weeks(
    first: tuple[int, int, int],
    after: tuple[int, int, int],
    grain: Granularity,
    expected: str,
) -> None:
    assert dates.words(stretch(first, after, grain)) == expected


def test_rough_words_need_no_circa() -> None:
    early = stretch(
        (2022, 1, 1), (2022, 1, 11), Granularity.MONTH, Qualifier.APPROXIMATE
    )

    assert dates.words(early) == "early January 2022"


@pytest.mark.parametrize(
    ("first", "last", "grain", "expected"),
    [
        (0, 5, PART, "Tue 4 Jan 2022, early hours"),
        (6, 12, PART, "Tue 4 Jan 2022, morning"),
        (11, 14, PART, "Tue 4 Jan 2022, midday"),
        (12, 18, PART, "Tue 4 Jan 2022, afternoon"),
        (18, 24, PART, "Tue 4 Jan 2022, evening"),
        (21, 29, PART, "Tue 4 Jan 2022, night"),
        (6, 18, PART, "Tue 4 Jan 2022, daytime"),
        (0, 48, PART, "4–5 January 2022"),
        (14, 15, HOUR, "Tue 4 Jan 2022, 2 p.m."),
        (14.5, 14.5 + 1 / 60, MINUTE, "Tue 4 Jan 2022, 14:30"),
        (14, 15.5, MINUTE, "Tue 4 Jan 2022, 14:00–15:30"),
        (23, 25, MINUTE, "Tue 4 Jan 2022, 23:00 – Wed 5 Jan 2022, 01:00"),
    ],
)
def test_times_of_day(
    first: float, last: float, grain: Granularity, expected: str
) -> None:
    assert dates.words(hours(TUESDAY, first, last, grain)) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("local", "14:05 local time"), ("EST", "14:05 EST"), ("\x1b[1mZ", "14:05 Z")],
)
def test_zones_are_said(zone: str, expected: str) -> None:
    start = edtf.parse("2022-01-08").start + 14 * 3600 + 300
    value = edtf.make(start, start + 60, MINUTE, zone=zone)

    assert dates.words(value) == f"Sat 8 Jan 2022, {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[..2024-03-09]", "by Sat 9 March 2024"),
        ("[2024-03-11..]", "from Mon 11 March 2024 on"),
        ("../2024-03", "until March 2024"),
        ("2024/..", "from 2024 on"),
    ],
)
def test_one_sided_dates(text: str, expected: str) -> None:
    assert dates.words(TimeValue(0, 86_400, Granularity.DAY, text)) == expected


@pytest.mark.parametrize(
    ("text", "grain", "expected"),
    [
        ("2022-01-04T14:05:00", MINUTE, ("Tue 4 January 2022", "14:05")),
        ("2022-01-04T14:05:00~", MINUTE, ("Tue 4 January 2022", "c. 14:05")),
        ("2022-01-04", PART, ("Tue 4 January 2022", "")),
        ("2022-01-04", Granularity.DAY, ("Tue 4 January 2022", "")),
        ("2022", Granularity.YEAR, ("2022", "")),
    ],
)
def test_the_day_and_its_time(
    text: str, grain: Granularity, expected: tuple[str, str]
) -> None:
    value = edtf.parse(text)
    end = value.start + 60 if grain is MINUTE else value.end
    value = edtf.make(value.start, end, grain, value.qualifier)

    assert dates.day_and_time(value) == expected


def test_a_range_up_to_midnight_stays_on_its_day() -> None:
    value = hours(TUESDAY, 22, 24, MINUTE)

    assert dates.day_and_time(value) == ("Tue 4 January 2022", "22:00–24:00")


@given(time_values())
def test_every_value_has_words(value: TimeValue) -> None:
    assert dates.words(value).strip()
    assert dates.month_words(value)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2022-01-06", "January 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2022-22", "2022"),
        ("199X", "1990s"),
    ],
)
def test_a_group_is_no_finer_than_its_dates(text: str, heading: str) -> None:
    assert dates.month_words(edtf.parse(text)) == heading


def test_the_span_of_values() -> None:
    values = tuple(edtf.parse(text) for text in ("2022-01-06", "2019", "2022-01"))

    assert dates.span_words(values) == "2019 – January 2022"
    assert dates.span_words(()) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("  two\r\n lines\t", "two lines"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07seen", "seen"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("unfinished \x1b]0; and on", "unfinished ]0; and on"),
        ("reset \x1bc", "reset c"),
        ("broken \x1bmayor", "broken mayor"),
        ("\x9b2Jcleared", "cleared"),
        ("\u202etxt.exe\u202c", "txt.exe"),
        ("a\u2066b\u2069c", "abc"),
        ("\ufeffmark", "mark"),
        ("bell\x07 null\x00", "bell null"),
        ("a \x07 b", "a b"),
        ("lone \ud800", "lone \ufffd"),
        ("[red]kept[/red]", "[red]kept[/red]"),
        ("naïve Ünïcode — 漢字", "naïve Ünïcode — 漢字"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
    ],
)
def test_line(text: str, expected: str) -> None:
    assert safe.line(text) == expected


def test_block_keeps_lines_and_tabs() -> None:
    assert safe.block("a\r\n\tb\x1b[2J\rc\x00") == "a\n\tb\nc"


@given(st.text())
def test_a_line_is_one_line_of_what_can_be_printed(text: str) -> None:
    line = safe.line(text)

    assert not re.search(
        "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line
    )
    assert len(line.splitlines()) <= 1
    assert safe.line(line) == line


def test_short_cuts_between_words() -> None:
    assert safe.short("one two three, four", 14) == "one two three…"
    assert safe.short("x" * 30, 10) == "x" * 9 + "…"
    assert safe.short("short", 10) == "short"


@pytest.mark.parametrize(
    ("number", "words", "signs"),
    [
        (0, (), ""),
        (5, ("conflict: date", "update: arrested"), "!"),
        (7, ("alleged",), ""),
        (8, ("denied",), ""),
        (10, ("date inferred",), "~"),
        (11, ("planned",), ""),
        (12, ("hypothetical",), ""),
    ],
)
def test_marks(number: int, words: tuple[str, ...], signs: str) -> None:
    event = everything().events[number].event
    documents = marks.shelf(timeline())

    assert marks.words(event, documents) == words
    assert marks.signs(event, documents) == signs


@pytest.mark.parametrize(
    ("basis", "anchor", "expected"),
    [
        (Basis.EXPLICIT, None, False),
        (Basis.RELATIVE, Anchor.DCT, True),
        (Basis.RELATIVE, Anchor.PREVIOUS, False),
        (Basis.PUBLICATION, None, True),
    ],
)
def test_only_dates_that_rest_on_it_are_inferred(
    basis: Basis, anchor: Anchor | None, expected: bool
) -> None:
    template = everything().events[10].event.mentions[0].timex
    assert template
    timex = None
    if anchor:
        fields = {name: getattr(template, name) for name in template.__struct_fields__}
        timex = type(template)(**{**fields, "anchor": anchor})
    event = single(1, DIARY, "It rains", edtf.parse("2031"), basis=basis, timex=timex)

    assert marks.is_inferred(event, marks.shelf(timeline())) is expected


def test_what_is_told_in_passing_makes_no_date_sure() -> None:
    day = edtf.parse("2031-05-08")
    weak = mention(DIARY, 1, "The pier burnt.", day, basis=Basis.PUBLICATION)
    fields = {"basis": Basis.PUBLICATION, "in_passing": True}
    aside = mention(HERALD, 4, "who lost the pier to a fire", day, **fields)
    documents = marks.shelf(timeline())

    assert marks.is_inferred(event(1, "The pier burnt", (weak,)), documents)
    assert marks.is_inferred(event(1, "The pier burnt", (aside, weak)), documents)


def test_short_names_are_unique() -> None:
    names = marks.shelf(
        timeline(documents=tuple(map(document, ("a/x.txt", "b/x.txt", "b/y.txt"))))
    )

    assert sorted(names.labels.values()) == ["a/x.txt", "b/x.txt", "y.txt"]


def test_counts() -> None:
    events = [ranked.event for ranked in everything().events]

    assert marks.counts(events[5]) == "3 sources · 2 origins"
    assert marks.counts(events[0]) == "1 source"
    assert marks.plural(1234, "copy") == "1,234 copies"
    assert marks.summary(everything()) == (
        "5 documents · 13 events · 1 unplaced · 2 problems"
    )


def test_the_hostile_text_is_hostile() -> None:
    assert safe.line(HOSTILE) != HOSTILE


# ---- an event in lines ----


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-05-06", True),
        ("2031-05-06T14:05", True),
        ("2031-05", False),
        ("2031-05-06~", False),
        ("2031-05-06/2031-05-07", False),
    ],
)
def test_exact_is_one_day_or_moment_without_reserve(text: str, expected: bool) -> None:
    assert told.is_exact(edtf.parse(text)) is expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [(None, False), ("local", False), ("UTC", False), ("+02:00", False), ("EST", True)],
)
def test_zones_known_by_name_only(zone: str | None, expected: bool) -> None:
    value = replace(edtf.parse("2031-05-06T14:05"), zone=zone)

    assert told.is_in_named_zone(value) is expected
    assert told.is_exact(value) is not expected
    assert not told.is_in_named_zone(replace(edtf.parse("2031-05-06"), zone=zone))


def test_notes_say_all_that_there_is_to_know() -> None:
    source = everything()
    arrest, shelf = source.events[5].event, marks.shelf(source)

    assert told.notes(arrest, shelf) == (
        "Tue 6 May 2031 · 3 sources · 2 origins",
        "conflict: date: 2031-05-06 (herald.txt:23, agency.txt:25) / "
        "2031-05-05 (diary.md:22)",
        "update: arrested: 12 (herald.txt:23) / 40 (diary.md:22)",
        "“Police arrested the dockers' leader Ilva Torn and 12 others last Tuesday.” "
        "— herald.txt:23, according to the police",
        "“At dawn, Ms Torn, who leads the dockers, was arrested on May 6.” — agency.txt:25",
        "“5 May: they took Ilva, and 40 more with her; the rest of us ran.” "
        "— diary.md:22",
    )


def test_what_is_not_asserted_or_not_exact_is_said_before_the_headline() -> None:
    alleged, port = (everything().events[i].event for i in (7, 2))

    assert told.headline(alleged) == "alleged: A crane collapses"
    assert told.dated_headline(port) == "[2019] The port company is sold"


@given(st.text())
def test_xml_takes_what_is_left(text: str) -> None:
    made = ElementTree.fromstring(f"<a>{escape(safe.xml(text))}</a>")

    assert len(made.text or "") == len(text.replace("\r\n", "\n"))
