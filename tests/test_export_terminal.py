"""The terminal view at its widths, and the rows in a pipe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from strategies import time_values
from timelines import (
    HERALD,
    HOSTILE,
    document,
    everything,
    golden,
    single,
    timeline,
)

from timeline import edtf
from timeline.errors import UsageError
from timeline.export import _rhythm, for_file, names, render
from timeline.model import Timeline, TimeValue
from timeline.options import View

ESCAPE = "\x1b"
OBEYED = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(source: Timeline, view: View) -> str:
    text = render("terminal", source, view)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("80.txt", View(80)),
        ("160.txt", View(160)),
        ("80-colour.txt", View(80, colour=True)),
        ("pipe.tsv", View()),
    ],
)
def test_golden(name: str, view: View) -> None:
    golden(f"everything/expected-{name}", shown(everything(), view))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160, 250])
def test_lines_fit(width: int) -> None:
    lines = shown(everything(), View(width)).splitlines()

    assert max(cell_len(line) for line in lines) <= width


def test_without_colour_there_is_no_escape() -> None:
    for view in (View(), View(80), View(160)):
        assert ESCAPE not in shown(everything(), view)


def test_with_colour_escapes_are_ours() -> None:
    text = shown(everything(), View(80, colour=True))

    assert ESCAPE in text
    assert set(re.findall("\x1b(.)", text)) == {"["}
    assert re.fullmatch("(?:[^\x1b]|\x1b\\[[0-9;]*m)*", text)


def test_colour_changes_nothing_but_colour() -> None:
    plain = shown(everything(), View(80))
    coloured = re.sub("\x1b\\[[0-9;]*m", "", shown(everything(), View(80, colour=True)))

    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


def test_statuses_are_words_also() -> None:
    text = shown(everything(), View(80))

    for words in ("alleged: A crane", "denied: Soldiers", "planned: Unions"):
        assert words in text


def test_a_row_has_seven_cells_and_is_one_line() -> None:
    rows = shown(everything(), View()).split("\n")[:-1]

    assert len(rows) == len(everything().events)
    assert {row.count("\t") for row in rows} == {6}
    assert rows[5] == (
        "2031-05-06\thappened\tDockers' leader Ilva Torn is arrested\t3/2\t"
        "conflict: date; update: arrested\tpress/herald.txt:23\te06"
    )


def test_a_long_headline_is_whole_in_a_pipe() -> None:
    headline = "The strike goes on " * 40
    source = timeline(single(1, "a.txt", headline, edtf.parse("2031")))

    assert headline.strip() in shown(source, View())


def test_forced_colour_in_a_pipe_keeps_the_rows() -> None:
    rows = shown(everything(), View(None, colour=True)).splitlines()

    assert {row.count("\t") for row in rows} == {6}
    assert ESCAPE in rows[0]


# ---- one line an event, wide, links ----


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_one_line_an_event(width: int) -> None:
    lines = shown(everything(), View(width, oneline=True)).splitlines()

    assert len(lines) == len(everything().events)
    assert max(cell_len(line) for line in lines) <= width
    assert re.match("2031-05-06 +!  Dockers", lines[5])
    assert lines[5].endswith(" 3/2 e06")


def test_one_line_in_a_pipe_is_the_row() -> None:
    assert shown(everything(), View(oneline=True)) == shown(everything(), View())


@pytest.mark.parametrize("width", [None, 60, 120, 200])
def test_wide_has_all_columns(width: int | None) -> None:
    text = shown(everything(), View(width, wide=True))

    assert re.search("3 sources · 2 origins +herald.txt:23 · e06", text)
    assert max(map(cell_len, text.splitlines())) <= max(120, width or 160)


def test_links_lead_to_file_and_line() -> None:
    view = View(100, colour=True, links="file://host/home/ann/")
    source = timeline(
        single(1, HERALD, "It rains", edtf.parse("2031")),
        single(2, "/var/a b.txt", "It pours", edtf.parse("2031")),
        documents=(document(HERALD), document("/var/a b.txt")),
    )
    text = shown(source, view)
    links = re.findall("\x1b]8;;([^\x1b]+)\x1b\\\\(?:\x1b\\[2m)?([^\x1b]+)", text)

    assert links == [
        ("file://host/home/ann/press/herald.txt#1", "herald.txt:1"),
        ("file://host/var/a%20b.txt#2", "a b.txt:2"),
    ]
    assert text == shown(source, view)


def test_a_name_that_attacks_is_quoted_in_its_link() -> None:
    source = timeline(
        single(1, "a\x1b]8;;x.txt", "It rains", edtf.parse("2031")),
        documents=(document("a\x1b]8;;x.txt"),),
    )
    text = shown(source, View(80, colour=True, links="file://h/"))

    assert set(re.findall("\x1b]8;;([^\x1b]*)\x1b", text)) == {
        "",
        "file://h/a%1B%5D8%3B%3Bx.txt#1",
    }


# ---- the rhythm ----


def rhythm(*texts: str, width: int = 80) -> tuple[str, ...]:
    return _rhythm.lines(tuple(edtf.parse(text) for text in texts), width)


def test_a_bar_a_day() -> None:
    days = [f"2031-05-{day:02}" for day in (1, 2, 2, 2, 2, 4, 4)]

    assert rhythm(*days, width=28) == (
        "1 May 2031 ▂█ ▄ 4 May 2031",
        "a bar a day, up to 4 events",
    )
    assert rhythm(*days)[0] == "1 May 2031 ▂▂▂███   ▄▄▄ 4 May 2031"


def test_the_crowd_is_drawn_and_the_rest_counted() -> None:
    crowd = [f"2031-05-{day:02}" for day in range(1, 13)]

    assert rhythm("1974", "1996", *crowd, "2033-01")[1] == (
        "a bar a day, up to 1 event · 2 earlier · 1 later"
    )


@pytest.mark.parametrize(
    ("texts", "unit", "ends"),
    [
        (
            ["2031-05-06T10:00", "2031-05-06T12:00"],
            "hour",
            "6 May 2031 10 a.m.|6 May 2031 12 p.m.",
        ),
        (["2031-02", "2031-12"], "week", "27 Jan 2031|29 Dec 2031"),
        (["2030-01", "2033-12"], "month", "Jan 2030|Dec 2033"),
        (["2000", "2011"], "quarter", "Jan 2000|Oct 2011"),
        (["-0029", "0010"], "year", "30 BC|10"),
        (["1500", "1990"], "decade", "1500|1990"),
        (["-0999", "1990"], "century", "1001 BC|1900"),
    ],
)
def test_the_finest_unit_that_fits(texts: list[str], unit: str, ends: str) -> None:
    line, meaning = rhythm(*texts * 3)
    first, last = ends.split("|")

    assert (line.startswith(f"{first} "), line.endswith(f" {last}")) == (True, True)
    assert meaning.startswith(f"a bar a {unit}, ")


def test_a_date_that_may_be_any_day_is_shared_out() -> None:
    days = [f"2031-05-{day:02}" for day in (1, 1, 4, 4)]

    assert (
        rhythm(*days, "2031-05-01/2031-05-04", width=28)[0]
        == "1 May 2031 █▁▁█ 4 May 2031"
    )


def test_no_rhythm_of_few_events_or_one_day() -> None:
    assert rhythm("2031", "2032") == ()
    assert rhythm(*["2031-05-06"] * 9) == ()


@given(st.lists(time_values(), max_size=12), st.integers(40, 200))
def test_the_rhythm_fits(times: list[TimeValue], width: int) -> None:
    assert max(map(len, _rhythm.lines(times, width)[:1]), default=0) <= width


def test_markup_is_text() -> None:
    assert "[red]mayor[/red]" in shown(everything(), View(80))


@pytest.mark.parametrize("view", [View(), View(80), View(160), View(80, colour=True)])
def test_hostile_text_is_not_obeyed(view: View) -> None:
    source = timeline(
        single(1, "a.txt", HOSTILE, edtf.parse("2031"), reporter=HOSTILE),
        title=HOSTILE,
    )

    assert not OBEYED.search(shown(source, view).replace("\t", "").replace("\n", ""))


def test_nothing_found_is_said() -> None:
    empty = timeline()

    assert shown(empty, View()) == ""
    assert shown(empty, View(80)) == (
        "The harbour strike\n\n5 documents · 0 events · 0 problems\n"
    )


def test_formats_are_found_by_name_and_suffix() -> None:
    assert {"json", "markdown", "terminal"} <= {*names()}
    assert for_file("a.md") == "markdown"
    assert for_file("A.JSON") == "json"
    assert for_file("a.timelinejs.json") == "timelinejs"


@pytest.mark.parametrize("name", ["a", "a.xyz", ""])
def test_unknown_suffixes_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no format writes") as caught:
        for_file(name)

    assert ".json" in str(caught.value.hint)


def test_unknown_formats_are_refused() -> None:
    with pytest.raises(UsageError, match="unknown export: yaml"):
        render("yaml", everything(), View())
