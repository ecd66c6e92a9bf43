"""The terminal view at its widths, and the rows in a pipe."""

import re

import pytest
from rich.cells import cell_len
from timelines import HOSTILE, everything, golden, single, timeline

from timeline import edtf
from timeline.errors import UsageError
from timeline.export import for_file, names, render
from timeline.model import Timeline
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
    with pytest.raises(UsageError, match="unknown format: yaml"):
        render("yaml", everything(), View())
