"""Every export, each read back by a reader of its format.

Where that reader is JavaScript, it runs if TIMELINE_NODE names a folder into which
`npm install @markwhen/parser mermaid jsdom @knight-lab/timelinejs` was done.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
import pytest
import timeml
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pyarrow import parquet
from strategies import time_values, timelines
from timelines import (
    EVIL,
    HOSTILE,
    document,
    event,
    everything,
    golden,
    hours,
    mention,
    single,
    timeline,
)

from timeline import build, edtf, rank
from timeline.errors import MissingExtra, UsageError
from timeline.export import _strip, check, is_binary, load, losses, names, render
from timeline.model import Granularity, Status, Timeline, TimeValue
from timeline.options import Options, View
from timeline.wording import told

ROOT = Path(__file__).parent.parent

OURS = (
    *("csv", "ics", "jsonl", "jsonld", "markwhen", "mermaid", "svg", "timelinejs"),
    *("timeml", "vis", "xlsx", "parquet"),
)
"""The formats of this file; the others have files of their own."""

NOON = hours((2031, 5, 6), 12, 13, Granularity.HOUR)

FORMULAS = ("=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "|calc", " =1", "%x")


def made(name: str, source: Timeline, view: View | None = None) -> bytes:
    data = render(name, source, view or View())
    return data.encode() if isinstance(data, str) else data


def rows(source: Timeline, **view: Any) -> list[list[str]]:
    text = made("csv", source, View(**view)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def told_once(text: str, date: str = "2031-05-06", **more: Any) -> Timeline:
    return timeline(single(1, "a.txt", text, edtf.parse(date), **more), documents=())


# ---- readers: how many events are in a file ----


def in_csv(data: bytes) -> int:
    found = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert {len(row) for row in found} == {len(found[0])}
    return len(found) - 1


def in_ics(data: bytes) -> int:
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not data.replace(b"\r\n", b"").count(b"\n")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert [e.errors for e in events if e.errors] == []
    assert len({str(e["UID"]) for e in events}) == len(events)
    return len(events)


def in_markwhen(data: bytes) -> int:
    """Lines that its parser takes for events; the patterns are those of version 1.2."""
    body = data.decode().split("---\n", 2)[2]
    dates = r"(\d{4}(-\d\d(-\d\d( \d\d:\d\d)?)?)?|\d+ B?CE)"
    found = re.findall(rf"^{dates}([/–]{dates})?: ", body, re.MULTILINE)
    assert len(re.findall(r"^(?!> |#|$|id: |edtf: |sources: ).", body, re.M)) == len(
        found
    )
    return len(found)


def in_mermaid(data: bytes) -> int:
    """Events by the tokens of mermaid's own grammar (timeline.jison, version 11)."""
    lines = data.decode().splitlines()
    assert lines[0] == "timeline"
    assert re.fullmatch("    title [^\n]+", lines[1])
    event = r" : (?:[^:\n]|:(?!\s|$))+"
    for line in lines[2:]:
        assert re.fullmatch(rf"    section [^:#\n]+|        [^#:\n]+?{event}", line), (
            line
        )
        assert "%%" not in line
    return sum(not line.startswith("    section") for line in lines[2:])


def in_xlsx(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "n", "d"}
    return book["Events"].max_row - 1


def in_parquet(data: bytes) -> list[dict[str, object]]:
    return parquet.read_table(io.BytesIO(data)).to_pylist()


def in_svg(data: bytes) -> int:
    root = ET.fromstring(data)
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    return len([mark for mark in root.iter() if mark.tag != root.tag and len(mark)])


def in_timeml(data: bytes) -> int:
    assert timeml.faults(data, is_valued=False) == []
    root = ET.fromstring(data)
    events = {e.get("eid") for e in root.iter("EVENT")}
    assert {i.get("eventID") for i in root.iter("MAKEINSTANCE")} == events
    same = [t for t in root.iter("TLINK") if t.get("relType") == "IDENTITY"]
    return len(events) - len(same)


READ: dict[str, Callable[[bytes], int]] = {
    "csv": in_csv,
    "ics": in_ics,
    "jsonl": lambda data: len([json.loads(line) for line in data.splitlines()]),
    "jsonld": lambda data: len(json.loads(data)["itemListElement"]),
    "markwhen": in_markwhen,
    "mermaid": in_mermaid,
    "parquet": lambda data: len(in_parquet(data)),
    "svg": in_svg,
    "timelinejs": lambda data: len(json.loads(data)["events"]),
    "timeml": in_timeml,
    "vis": lambda data: len(json.loads(data)["items"]),
    "xlsx": in_xlsx,
}


def left_out(name: str, source: Timeline) -> int:
    """How many events the format says it has left out."""
    said = "\n".join(losses(name, source, View()))
    found = re.search(r"([\d,]+) events? left out", said)
    only = re.search(r"the (\d+) most important of ([\d,]+) events", said)
    if only:
        return int(only[2].replace(",", "")) - int(only[1])
    return int(found[1].replace(",", "")) if found else 0


@pytest.mark.parametrize("name", OURS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=timelines)
def test_every_timeline_is_read_whole(name: str, source: Timeline) -> None:
    if name == "timeml":  # the ids must tell events apart there
        events = tuple({r.event.id: r for r in source.events}.values())
        source = replace(source, events=events)

    assert READ[name](made(name, source)) == len(source.events) - left_out(name, source)


@settings(max_examples=15, deadline=None)
@given(timelines)
def test_every_format_accepts_every_timeline(source: Timeline) -> None:
    for name in names():
        first = render(name, source, View())
        assert first == render(name, source, View())
        if not is_binary(name):
            (first.encode() if isinstance(first, str) else first).decode()
        assert all("\n" not in line for line in losses(name, source, View()))


@settings(max_examples=25, deadline=None)
@given(
    timelines,
    st.booleans(),
    st.none() | st.sampled_from(load("csv").PRESETS),
    st.booleans(),
)
def test_csv_in_all_its_forms(
    source: Timeline, excel: bool, preset: str | None, per_source: bool
) -> None:
    view = View(excel=excel, preset=preset, per_source=per_source)
    table = made("csv", source, view).decode("utf-8-sig")

    assert in_csv(table.encode()) >= 0
    losses("csv", source, view)


@settings(max_examples=25, deadline=None)
@given(timelines, st.integers(30, 200), st.booleans())
def test_the_terminal_in_all_its_forms(
    source: Timeline, width: int, is_wide: bool
) -> None:
    page = View(width, colour=True, links="file://h/home/", wide=is_wide)
    for view in (page, View(width, oneline=True), View(wide=True)):
        text = str(render("terminal", source, view))
        assert text == str(render("terminal", source, view))
        text.encode()


# ---- golden files ----


def as_text(name: str, source: Timeline) -> str:
    data = made(name, source)
    if name == "parquet":
        return "".join(
            f"{json.dumps(row, ensure_ascii=False)}\n" for row in in_parquet(data)
        )
    if name != "xlsx":
        return data.decode()
    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            lines.append("\t".join("" if cell is None else str(cell) for cell in row))
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture(scope="module")
def samples() -> Timeline:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return build.build(["samples"], Options())


@pytest.mark.parametrize("name", OURS)
def test_golden(name: str, samples: Timeline) -> None:
    """Of the samples the twelve most important events will do."""
    ending = load(name).SUFFIX + (".txt" if is_binary(name) else "")
    few = rank.select(samples.events, samples.documents, Options(max_events=12))
    golden(f"everything/expected{ending}", as_text(name, everything()))
    golden(f"samples/expected{ending}", as_text(name, replace(samples, events=few)))


@pytest.mark.parametrize("preset", load("csv").PRESETS)
def test_golden_presets(preset: str) -> None:
    table = made("csv", everything(), View(preset=preset)).decode()
    golden(f"everything/expected-{preset}.csv", table)


def test_golden_telling_by_telling() -> None:
    table = made("csv", everything(), View(per_source=True)).decode()
    golden("everything/expected-per-source.csv", table)


@pytest.mark.parametrize("name", OURS)
def test_no_event_is_no_error(name: str) -> None:
    assert READ[name](made(name, timeline())) == 0


@pytest.mark.parametrize("name", names())
def test_same_bytes(name: str) -> None:
    assert render(name, everything(), View()) == render(name, everything(), View())


# ---- what no format may lose or make up ----

DATES = (
    *("-0043-03-15", "1850~", "199X", "2031-05~", "2031-05-05/2031-05-07", "2031-22"),
    *("2031-33", "2031-05-06?", "19XX", "2031-05-06T14:05:00"),
)


@pytest.mark.parametrize("name", [n for n in OURS if n not in ("xlsx", "svg")])
@pytest.mark.parametrize("date", DATES)
def test_each_date_is_there_in_words_or_as_edtf_or_reported(
    name: str, date: str
) -> None:
    value = edtf.parse(date)
    source = told_once("It rains", date)
    text = as_text(name, source).replace("\r\n ", "").replace("\\,", ",")
    words = told.dates.words(value)
    parts = all(part in text for part in told.dates.day_and_time(value))
    reported = bool(losses(name, source, View()))
    said = (words in text, parts, f'"{value.edtf}"' in text, reported)

    assert any(said)


@pytest.mark.parametrize("name", OURS)
def test_what_is_not_plainly_so_is_said(name: str) -> None:
    source = told_once("Troops fire", status=Status.DENIED)
    text = as_text(name, source)

    assert re.search(r"denied|polarity=\"NEG\"", text)


@pytest.mark.parametrize("name", [n for n in names() if n not in ("json", "markdown")])
def test_statements_without_a_date_are_reported_or_there(name: str) -> None:
    source = everything()
    said = any("unplaced" in loss for loss in losses(name, source, View()))
    view = View(80)
    text = str(render(name, source, view)) if name != "xlsx" else as_text(name, source)

    assert said or "relative, no document date" in text or "1 unplaced" in text


@pytest.mark.parametrize("name", OURS)
def test_each_event_leads_to_file_and_line(name: str) -> None:
    source = told_once("It rains")
    text = as_text(name, source).replace("\r\n ", "")

    assert re.search(r"d-a\.txt:1|\"line\":\s?1\b|line 1\b", text)


@pytest.mark.parametrize("name", OURS)
def test_hostile_text_is_only_text(name: str) -> None:
    source = timeline(
        single(1, EVIL, HOSTILE, edtf.parse("2031"), reporter=HOSTILE), title=HOSTILE
    )

    assert READ[name](made(name, source)) == 1
    text = as_text(name, source)
    if name not in ("jsonl", "timeml"):  # these keep quotes to the letter
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", text)


# ---- CSV ----


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("preset", [None, *load("csv").PRESETS])
def test_formulas_are_text(text: str, preset: str | None) -> None:
    source = told_once(text, actors=(text,), reporter=text)
    cells = [cell for row in rows(source, preset=preset)[1:] for cell in row]

    dangerous = [c for c in cells if re.match(r"\s*[=+\-@|%\t]", c)]
    assert [c for c in dangerous if c != "+00:00"] == []


def test_dates_before_christ_stay_dates_but_for_excel() -> None:
    source = told_once("It rains", "-0043-03-15")

    assert rows(source)[1][1] == "-0043-03-15"
    assert rows(source, excel=True)[1][1] == "'-0043-03-15"


def test_excel_gets_a_mark_and_cells_it_can_hold() -> None:
    long = told_once("x" * 40_000)

    assert made("csv", long, View(excel=True)).startswith(b"\xef\xbb\xbfid,date")
    assert max(len(cell) for cell in rows(long, excel=True)[1]) == 32_767
    assert max(len(cell) for cell in rows(long)[1]) == 40_001


def test_a_month_stays_a_month_in_excel() -> None:
    source = told_once("x", "2018-08")
    named = dict(zip(*rows(source, excel=True), strict=True))
    plain = dict(zip(*rows(source), strict=True))

    assert (named["edtf"], named["date_text"]) == ("'2018-08", "'August 2018")
    assert (plain["edtf"], plain["date_text"]) == ("2018-08", "August 2018")
    assert named["date"] == plain["date"] == "2018-08-01"


def test_an_id_stays_an_id_in_excel() -> None:
    told_by = mention("a.txt", 1, "It rains", edtf.parse("2031"))
    source = timeline(event(1, "It rains", (told_by,), id="12345e678901"), documents=())

    assert rows(source)[1][0] == "12345e678901"
    assert rows(source, excel=True)[1][0] == "'12345e678901"


def test_lines_of_csv_end_as_the_rfc_says() -> None:
    data = made("csv", everything())

    assert data.count(b"\r\n") == data.count(b"\n") == 14


def test_a_row_for_each_telling() -> None:
    table = rows(everything(), per_source=True)
    arrest = [dict(zip(table[0], row, strict=True)) for row in table if row[0] == "e06"]

    assert [row["edtf"] for row in arrest] == ["2031-05-06", "2031-05-06", "2031-05-05"]
    assert {row["event_edtf"] for row in arrest} == {"2031-05-06"}
    assert arrest[2]["sources"] == "diary.md:22"


def test_presets_are_as_their_readers_want_them() -> None:
    header, *body = rows(everything(), preset="timesketch")
    assert header[:3] == ["message", "datetime", "timestamp_desc"]
    assert {len(row[1]) for row in body} == {len("2031-05-06T00:00:00+00:00")}

    dates = [row[0] for row in rows(everything(), preset="casemap")[1:]]
    assert dates[:6] == [
        "TBD",
        "??/??/2019",
        "TBD",
        "TBD",
        "05/06/2031",
        "05/06/2031 2:05 PM",
    ]

    header, title, first, *_ = rows(everything(), preset="timelinejs")
    assert (len(header), header[0], header[-1]) == (18, "Year", "Background")
    assert (title[header.index("Type")], first[0]) == ("title", "-44")


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown preset: word") as caught:
        render("csv", timeline(), View(preset="word"))

    assert "casemap, iris" in str(caught.value.hint)


# ---- iCalendar ----


def calendar(source: Timeline) -> Any:
    return icalendar.Calendar.from_ical(made("ics", source)).walk("VEVENT")


@pytest.mark.parametrize(
    ("date", "start", "end", "status"),
    [
        ("2031-05-06", "2031-05-06", "2031-05-07", "CONFIRMED"),
        ("2031-02", "2031-02-01", "2031-03-01", "TENTATIVE"),
        ("1850~", "1850-01-01", "1851-01-01", "TENTATIVE"),
        ("0044", "0044-01-01", "0045-01-01", "TENTATIVE"),
        ("2031-05-06T14:05", "2031-05-06 14:05:00", None, "CONFIRMED"),
    ],
)
def test_calendar_dates(date: str, start: str, end: str | None, status: str) -> None:
    (found,) = calendar(told_once("It rains", date))

    assert str(found.decoded("DTSTART")) == start
    assert (str(found.decoded("DTEND")) if "DTEND" in found else None) == end
    assert found["STATUS"] == status
    assert parse_edtf(str(found["X-EDTF"]))


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        (None, "2031-05-06 12:00:00"),
        ("local", "2031-05-06 12:00:00"),
        ("EST", "2031-05-06 12:00:00"),
        ("UTC", "2031-05-06 12:00:00+00:00"),
        ("+02:00", "2031-05-06 10:00:00+00:00"),
        ("-0530", "2031-05-06 17:30:00+00:00"),
    ],
)
def test_calendar_zones(zone: str | None, start: str) -> None:
    time = replace(NOON, zone=zone)
    source = timeline(single(1, "a.txt", "It rains", time), documents=())
    (found,) = calendar(source)

    assert str(found.decoded("DTSTART")) == start
    assert any("zone" in loss for loss in losses("ics", source, View())) == (
        zone == "EST"
    )


def test_text_of_a_calendar_comes_back() -> None:
    text = "Ä; comma, back\\slash — " + "long “words” " * 20
    (found,) = calendar(told_once(text))

    assert str(found["SUMMARY"]) == text.strip()
    assert str(found["DESCRIPTION"]).splitlines()[1].startswith(f"“{text.strip()}")


def test_the_stamp_is_that_of_the_newest_document() -> None:
    assert (
        str(calendar(everything())[0].decoded("DTSTAMP")) == "2031-05-09 00:00:00+00:00"
    )
    assert str(calendar(told_once("x"))[0].decoded("DTSTAMP")).startswith("1970-01-01")


def test_years_a_calendar_does_not_have_are_named() -> None:
    (first, _) = losses("ics", everything(), View())

    assert first == (
        "1 event left out (a calendar has the years 2 to 9998 only): "
        "15 March 44 BC: A ruler is stabbed in the senate"
    )


# ---- for other tools ----


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2031", {"year": 2031}, None),
        ("2031-05~", {"year": 2031, "month": 5}, None),
        ("199X", {"year": 1990}, {"year": 1999}),
        ("-0043", {"year": -44}, None),
        ("0000", {"year": -1}, None),
        ("2031-33", {"year": 2031, "month": 1}, {"year": 2031, "month": 3}),
    ],
)
def test_timelinejs_dates(date: str, start: object, end: object) -> None:
    (slide,) = json.loads(made("timelinejs", told_once("x", date)))["events"]

    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert slide["display_date"] == told.dates.words(edtf.parse(date))


@pytest.mark.parametrize(
    ("date", "kind", "start", "end"),
    [
        ("2031-05-06", "box", "2031-05-06T00:00:00", None),
        ("2031", "range", "2031-01-01T00:00:00", "2032-01-01T00:00:00"),
        ("-0043-03-15", "box", "-000043-03-15T00:00:00", None),
        ("2031-05-06T14:05:00", "point", "2031-05-06T14:05:00", None),
    ],
)
def test_vis_dates(date: str, kind: str, start: str, end: str | None) -> None:
    (item,) = json.loads(made("vis", told_once("x", date)))["items"]

    assert (item["type"], item["start"], item.get("end")) == (kind, start, end)


@pytest.mark.parametrize("name", ["timelinejs", "vis"])
def test_html_in_json_is_escaped(name: str) -> None:
    source = timeline(single(1, EVIL, HOSTILE, edtf.parse("2031")), title=HOSTILE)

    assert b"<script" not in made(name, source)


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2031-05~", "2031-05", None),
        ("199X", "1990", "1999"),
        ("-0043-03-15", "-0043-03-15", None),
        ("2031-05-06T14:05", "2031-05-06T14:05", None),
    ],
)
def test_jsonld_dates(date: str, start: str, end: str | None) -> None:
    (one,) = json.loads(made("jsonld", told_once("x", date)))["itemListElement"]
    found = one["item"]

    assert (found["startDate"], found.get("endDate")) == (start, end)
    assert found["tl:edtf"] == edtf.parse(date).edtf


def test_a_line_of_json_is_complete_in_itself() -> None:
    lines = made("jsonl", everything()).splitlines()
    arrest = json.loads(lines[5])

    assert [(m["uri"], m["doc_date"]) for m in arrest["mentions"]] == [
        ("press/herald.txt", "2031-05-08"),
        ("press/agency.txt", "2031-05-07"),
        ("diary.md", "2031-05-09"),
    ]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2031-05~", "2031-05: c. May 2031 — Rain: heavy"),
        ("2031-05-06", "2031-05-06: Rain: heavy"),
        ("2031-05-05/2031-05-07", "2031-05-05/2031-05-07: 5–7 May 2031 — Rain: heavy"),
        ("-0043-03-15", "44 BCE: 15 March 44 BC — Rain: heavy"),
        ("2031-05-06T14:05", "2031-05-06 14:05: Rain: heavy"),
    ],
)
def test_markwhen_lines(date: str, line: str) -> None:
    assert (
        line in made("markwhen", told_once("Rain: heavy", date)).decode().splitlines()
    )


def test_marks_of_markwhen_are_broken() -> None:
    text = made("markwhen", told_once("[x] a #tag @ann ![i](x) // [l](u) !b")).decode()
    (line,) = (line for line in text.splitlines() if line.startswith("2031"))

    assert not re.search(r"#\w|@\w|\]\(|!\w|: \[x", line)
    assert line.replace("\N{WORD JOINER}", "").endswith(
        "[x] a #tag @ann ![i](x) // [l](u) !b"
    )


@pytest.mark.parametrize(
    "text",
    [
        *("a: b", "ends with:", "#35; <b>x</b>", '%%{init: {"theme":"dark"}}%%'),
        *("title x", "a\nb", ": :", "section :", "10:30: x", "x:: y", "x: ::"),
    ],
)
def test_mermaid_is_never_broken(text: str) -> None:
    data = made("mermaid", told_once(text))

    assert in_mermaid(data) == 1
    assert not re.search(r"%%|#\w+;|<\w", data.decode())


def test_mermaid_draws_the_most_important() -> None:
    many = [
        single(i, "a.txt", f"Event {i}", edtf.parse("2031-05-06")) for i in range(60)
    ]
    source = timeline(*many)
    ranked = tuple(replace(r, score=i / 60) for i, r in enumerate(source.events))
    text = made("mermaid", replace(source, events=ranked)).decode()

    assert "title The harbour strike (40 of 60 events)" in text
    assert "Event 59 " in text
    assert "Event 19 " not in text


def test_mermaid_has_no_section_where_one_would_do() -> None:
    assert "section" not in made("mermaid", told_once("x")).decode()


def test_timeml_links_tellings_of_one_event() -> None:
    root = ET.fromstring(made("timeml", everything()))
    same = [
        (link.get("eventInstanceID"), link.get("relatedToEventInstance"))
        for link in root.iter("TLINK")
        if link.get("relType") == "IDENTITY"
    ]
    (said,) = (t for t in root.iter("TIMEX3") if t.text == "last Tuesday")

    assert same == [("ei10", "ei6"), ("ei12", "ei6")]
    assert (said.get("value"), said.get("anchorTimeID")) == ("2031-05-06", "t1")


def test_timeml_is_as_its_specification_wants_it(samples: Timeline) -> None:
    for source in (everything(), samples):
        assert timeml.faults(made("timeml", source)) == []


# ---- XLSX ----


def test_days_are_days_in_a_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", everything())))
    days = [row[1] for row in book["Events"].iter_rows(min_row=2, values_only=True)]

    assert days[0] == "-0043-03-15"
    assert str(days[1]) == "1990-01-01 00:00:00"
    assert book.sheetnames == [
        "Events",
        "Tellings",
        "Documents",
        "Not placed",
        "Problems",
    ]


@pytest.mark.parametrize("text", [*FORMULAS, "https://x.example/", "12", "x" * 40_000])
def test_text_is_text_in_a_workbook(text: str) -> None:
    data = made("xlsx", told_once(text))
    (row,) = openpyxl.load_workbook(io.BytesIO(data))["Events"].iter_rows(min_row=2)
    cell = row[9]

    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert len(cell.value) <= 32_767


def test_a_missing_package_is_named_before_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(load("xlsx"), "NEEDS", ("no_such_package", "xlsx"))

    with pytest.raises(MissingExtra) as caught:
        check("xlsx")
    assert caught.value.hint == "pip install 'timeline[xlsx]'"


# ---- SVG ----


def boxes(picture: bytes) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each piece of a label."""
    found = []
    for text in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text"):
        size = {"d": 11, "h": 12}.get(text.get("class") or "")
        if size:
            x, y = float(text.get("x") or 0), float(text.get("y") or 0)
            width = _strip.text_width(text.text or "", size)
            found.append((x, y - size, x + width, y))
    return found


def crossing(picture: bytes) -> list[Any]:
    found = boxes(picture)
    return [
        (a, b)
        for i, a in enumerate(found)
        for b in found[:i]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_labels_never_overlap(samples: Timeline) -> None:
    for source in (samples, everything()):
        picture = made("svg", source)
        assert len(boxes(picture)) > 20
        assert crossing(picture) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(time_values(), max_size=12), st.sampled_from(["Rain", "Heavy rain " * 9])
)
def test_no_labels_overlap(times: list[TimeValue], headline: str) -> None:
    told_then = (single(i, "a.txt", headline, t) for i, t in enumerate(times))
    picture = made("svg", timeline(*told_then, documents=()))

    assert crossing(picture) == []
    assert max((right for _, _, right, _ in boxes(picture)), default=0) <= 1280


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 300)), max_size=30))
def test_lanes_keep_boxes_and_poles_apart(places: list[tuple[float, float]]) -> None:
    places.sort()
    found = _strip.lanes(places)
    for i, box in enumerate(found):
        for later in found[i + 1 :]:
            if later.left < box.left + box.width:
                assert box.lane > later.lane


@settings(max_examples=40, deadline=None)
@given(timelines)
def test_the_axis_keeps_the_order_of_time(source: Timeline) -> None:
    times = [ranked.event.time for ranked in source.events]
    if not times:
        return
    scale = _strip.axis(times, 0, 1000)
    moments = sorted({t.start for t in times} | {t.end for t in times})
    places = [scale.at(moment) for moment in moments]

    assert places == sorted(places)
    assert (round(places[0]), round(scale.places[-1])) == (0, 1000)


# ---- the readers that are JavaScript ----


@pytest.mark.parametrize("name", ["markwhen", "mermaid", "timelinejs"])
@pytest.mark.skipif(
    not (shutil.which("node") and os.environ.get("TIMELINE_NODE")),
    reason="set TIMELINE_NODE to a folder with the npm packages",
)
def test_its_own_reader_takes_it(name: str, samples: Timeline, tmp_path: Path) -> None:
    script = Path(__file__).parent / "read_exports.cjs"
    for source in (everything(), samples):
        file = tmp_path / "x"
        file.write_bytes(made(name, source))
        call = ["node", str(script), name, str(file)]
        done = subprocess.run(call, capture_output=True, check=False, text=True)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)

        assert found["messages"] == []
        assert len(found["events"]) == len(source.events) - left_out(name, source)


def test_ids_are_told_apart() -> None:
    twice = timeline(
        *(event(1, "x", (mention("a.txt", n, "x", NOON),)) for n in (1, 2)),
        documents=(document("a.txt"),),
    )

    assert [i["id"] for i in json.loads(made("vis", twice))["items"]] == [
        "e01",
        "e01.2",
    ]
    assert in_ics(made("ics", twice)) == 2
