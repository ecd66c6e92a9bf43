"""Time expressions in English: what is found where, what it means, and what is none.

Expected values are what the TIMEX3 guidelines and a careful reader say.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import document

from timeline import edtf, timex
from timeline.model import Anchor, Basis, Granularity, Timex

DCT = "2024-03-14"
"""A Thursday."""

CASES = [
    group
    for name in ("english.toml", "registers.toml")
    for group in tomllib.loads(
        (Path(__file__).parent / "cases" / name).read_text("utf-8")
    ).values()
]
PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""Values that are EDTF as they stand."""


def tag(text: str, dct: str | None = DCT) -> tuple[Timex, ...]:
    return timex.tag(document(text, dct)).timexes


def bracketed(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and where they stood."""
    text, spans = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]") if piece.startswith("[") else piece
    return text, spans


def meaning(written: str) -> tuple[str, str, str | None]:
    """Value, kind and mod of a meaning in the table."""
    value, *rest = written.split()
    kind = (
        "DURATION" if value.startswith("P") and not value.endswith("_REF") else "DATE"
    )
    if kind == "DATE" and "T" in value and not value.endswith("_REF"):
        kind = "TIME"
    return value, rest[0] if rest else kind, rest[1] if rest[1:] else None


def rows(can_fail: bool = True) -> list[Any]:
    """Every row of the table; one with a gap must fail, where it can."""
    made = []
    for group in CASES:
        for marked, *rest in group["rows"]:
            options = rest.pop() if rest and isinstance(rest[-1], dict) else {}
            gap = options.get("gap") if can_fail else None
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            dct = options.get("dct", DCT) or None
            made.append(pytest.param(marked, dct, rest, marks=marks, id=marked))
    return made


@pytest.mark.parametrize(("marked", "dct", "meanings"), rows())
def test_sentence(marked: str, dct: str | None, meanings: list[str]) -> None:
    text, spans = bracketed(marked)
    expected = [
        (text[start:end], start, *meaning(written))
        for (start, end), written in zip(spans, meanings, strict=True)
    ]

    timexes = tag(text, dct)

    found = [
        (text[t.span.start : t.span.end], t.span.start, t.value, str(t.kind), t.mod)
        for t in timexes
    ]
    assert found == expected


@pytest.mark.parametrize(("marked", "dct", "_"), rows(can_fail=False))
def test_the_interval_says_what_the_value_says(
    marked: str, dct: str | None, _: list[str]
) -> None:
    for t in tag(bracketed(marked)[0], dct):
        if "X" in t.value or t.value.startswith("P") or t.value.endswith("_REF"):
            assert t.time is None
        elif PLAIN.fullmatch(t.value) and t.mod is None:
            assert t.time == edtf.parse(t.value)
        else:
            assert t.time is not None
        if t.time is not None:
            assert (t.anchor is Anchor.NONE) == (t.basis is Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("text", "edtf_text", "granularity"),
    [
        ("In [1962], the river froze.", "1962", "year"),
        ("In [May 2009], the river froze.", "2009-05", "month"),
        ("In [the 1990s], the river froze.", "199X", "decade"),
        ("In [the 19th century], it froze.", "18XX", "century"),
        ("In [Q3 2012], the river froze.", "2012-35", "quarter"),
        ("In [the winter of 1944], it froze.", "1944-24", "season"),
        ("In [the first half of 2011], it froze.", "2011-01-01/2011-06-30", "month"),
        ("It froze [last week].", "2024-03-04/2024-03-10", "week"),
        ("It froze [last year].", "2023", "year"),
        ("It froze [two days ago].", "2024-03-12", "day"),
        ("It froze on [Friday night].", "2024-03-08", "part-of-day"),
        ("It froze at [10:30 p.m.] here.", "2024-03-14T22:30:00", "minute"),
        ("In [44 BC], the river froze.", "-0043", "year"),
        ("In [early January 2022], it froze.", "2022-01-01~/2022-01-10~", "month"),
        ("In [late 2011], the river froze.", "2011-09-01~/2011-12-31~", "year"),
        ("The house was built [circa 1850].", "1850~", "year"),
        ("They met [March 3-5, 2011].", "2011-03-03/2011-03-05", "day"),
        ("From [1999 to 2003] it was dry.", "1999/2003", "year"),
        ("From [4 May 2011 until 6 May] it froze.", "2011-05-04/2011-05-06", "day"),
        (
            "From [4 May 2011 until 6 May 2012] it froze.",
            "2011-05-04/2012-05-06",
            "day",
        ),
        ("From [30 May 2011 to 2 January] it froze.", "2011-05-30/2012-01-02", "day"),
        (
            "It froze from [3 p.m. on Monday until Wednesday].",
            "2024-03-11T15:00:00/2024-03-13",
            "hour",
        ),
    ],
)
def test_no_precision_is_invented(text: str, edtf_text: str, granularity: str) -> None:
    plain, ((start, end),) = bracketed(text)
    (only,) = tag(plain)

    assert (only.span.start, only.span.end) == (start, end)
    assert only.time is not None
    assert (only.time.edtf, only.time.granularity) == (
        edtf_text,
        Granularity(granularity),
    )


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 12 to 14 March 2011", ["12", "14 March 2011"]),
        ("between March 3 and 5, 2011", ["March 3", "5, 2011"]),
        ("from May to July 2011", ["May", "July 2011"]),
        ("from 1999 to 2003", ["1999", "2003"]),
        (
            "from December 30, 2010 to January 2, 2011",
            ["December 30, 2010", "January 2, 2011"],
        ),
    ],
)
def test_a_range_keeps_its_ends(text: str, ends: list[str]) -> None:
    (whole,) = tag(text)

    assert [text[p.span.start : p.span.end] for p in whole.parts] == ends
    assert whole.time is not None
    first, last = (part.time for part in whole.parts)
    assert first is not None
    assert last is not None
    assert (whole.time.start, whole.time.end) == (first.start, last.end)


def problems(text: str, date_order: str = "auto") -> list[str]:
    found = timex.tag(document(text, DCT), date_order).problems
    assert all(p.stage == "timex" and p.line for p in found)
    return [p.message for p in found]


def test_a_weekday_that_contradicts_its_date_is_reported() -> None:
    (message,) = problems("Fine.\nOn Monday, March 5, 2011, it rained.")

    assert "2011-03-05 is a Saturday" in message
    assert "Monday" in message


def test_an_order_that_nothing_settles_is_reported_and_can_be_said() -> None:
    text = "Minutes of 03/04/2012."
    (message,) = problems(text)

    assert "03/04/2012" in message
    assert problems(text, "mdy") == []
    assert [t.value for t in timex.tag(document(text, DCT), "mdy").timexes] == [
        "2012-03-04"
    ]
    assert [t.value for t in timex.tag(document(text, DCT), "dmy").timexes] == [
        "2012-04-03"
    ]


def test_what_a_gate_kept_out_is_told() -> None:
    text = "The March on Lorva met in Room 1998."
    refused = timex.tag(document(text, DCT)).refused

    assert [(text[r.span.start : r.span.end], r.rule) for r in refused] == [
        ("March", "month-alone"),
        ("1998", "year-alone"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_expressions_may_run_over_a_line_end(newline: str) -> None:
    text = (
        f"On March{newline}5, 2011 it rained.{newline}{newline}May{newline}{newline}5"
    )

    assert [(t.value, text[t.span.start : t.span.end]) for t in tag(text)] == [
        ("2011-03-05", f"March{newline}5, 2011")
    ]
