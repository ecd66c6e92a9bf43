"""The JSON export: its form, its schema, and the way back."""

from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from strategies import encodable_timelines, timelines
from timelines import everything, golden, hours, single, timeline

from timeline import edtf
from timeline.errors import InputError
from timeline.export import json
from timeline.model import Granularity, Timeline
from timeline.options import View


def exported(source: Timeline) -> dict[str, Any]:
    decoded: dict[str, Any] = msgspec.json.decode(json.render(source, View()))
    return decoded


def valid(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(json.schema()).validate(data)


def test_golden() -> None:
    golden("everything/expected.json", json.render(everything(), View()).decode())


@given(encodable_timelines)
@settings(max_examples=30)
def test_its_pieces_are_one_indented_text(source: Timeline) -> None:
    data = json.render(source, View())

    assert msgspec.json.format(data, indent=1) + b"\n" == data


def test_fields_are_those_of_the_contract() -> None:
    data = exported(everything())
    event = next(e for e in data["events"] if e["conflicts"])
    told = event["mentions"][0]

    assert data["schema"] == "timeline/1"
    assert data["generator"] == "timeline 0.1.0"
    assert event["date"] == {
        "edtf": "2031-05-06",
        "start": "2031-05-06",
        "end": "2031-05-06",
        "granularity": "day",
        "qualifier": None,
        "basis": "relative",
    }
    assert (event["sources"], event["origins"]) == (3, 2)
    assert told["timex"]["text"] == "last Tuesday"
    assert told["timex"]["anchor"] == "dct"
    assert told["end"] - told["start"] == len(told["text"])
    assert event["mentions"][1]["timex"] is None
    assert event["conflicts"][0]["claims"][1]["mentions"] == [
        event["mentions"][2]["id"]
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2031-05-06", "2031-05-06", "2031-05-06"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("2031-05-05/2031-05-07", "2031-05-05", "2031-05-07"),
        ("Y12000", "Y12000-01-01", "Y12000-12-31"),
        ("2031-05-06T14:05:09", "2031-05-06T14:05:09", "2031-05-06T14:05:09"),
    ],
)
def test_bounds_are_inclusive(text: str, start: str, end: str) -> None:
    date = exported(timeline(single(1, "a.txt", "It rains", edtf.parse(text))))
    date = date["events"][0]["date"]

    assert (date["start"], date["end"]) == (start, end)


def test_a_time_of_day_is_given_by_the_second() -> None:
    evening = hours((2031, 5, 6), 18, 24, Granularity.PART_OF_DAY)
    date = exported(timeline(single(1, "a.txt", "It rains", evening)))["events"][0][
        "date"
    ]

    assert date["start"] == "2031-05-06T18:00:00"
    assert date["end"] == "2031-05-06T23:59:59"


def test_a_document_without_date_has_null() -> None:
    date = exported(everything())["documents"][3]["date"]

    assert date == {"value": None, "basis": None, "confidence": 0.0, "evidence": None}


def test_bytes_are_utf8_with_a_last_line_end_and_always_the_same() -> None:
    first, second = (json.render(everything(), View()) for _ in range(2))

    assert first == second
    assert first.endswith(b"}\n")
    assert "\N{RIGHT-TO-LEFT OVERRIDE}".encode() in first


def test_what_is_reread_is_written_the_same() -> None:
    first = json.render(everything(), View())

    assert json.render(json.read(first), View()) == first


@settings(max_examples=60, deadline=None)
@given(timelines)
def test_every_timeline_is_valid(source: Timeline) -> None:
    valid(exported(source))


@settings(max_examples=60, deadline=None)
@given(encodable_timelines)
def test_reading_gives_back_what_was_written(source: Timeline) -> None:
    assert json.read(json.render(source, View())) == replace(source, near=())


def test_the_golden_timeline_is_valid_and_comes_back() -> None:
    source = everything()
    valid(exported(source))

    assert json.read(json.render(source, View())) == source


def test_names_that_are_no_unicode_are_written() -> None:
    source = timeline(single(1, "caf\udce9.txt", "It rains", edtf.parse("2031")))

    assert "caf\ufffd" in json.render(source, View()).decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a timeline export"),
        (b"[]", "not a timeline export"),
        (b"{}", "not a timeline export"),
        (b'{"schema": "timeline/1"}', "not a timeline export"),
        (b'{"schema": "timeline/2"}', "form timeline/2"),
        (b'{"schema": "\\u001b[31m"}', "has the form , known"),
        (b"\xff\xfe", "not a timeline export"),
        (b"[" * 100_000, "not a timeline export"),
    ],
)
def test_what_is_no_export_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        json.read(data)

    assert caught.value.hint


def test_a_bound_that_is_no_date_is_refused() -> None:
    data = json.render(everything(), View()).replace(b'"start": "2031', b'"start": "x')

    with pytest.raises(InputError, match="not an EDTF date"):
        json.read(data)


def test_unknown_fields_are_no_error() -> None:
    data = json.render(everything(), View()).replace(b'"title"', b'"new": 1, "title"')

    assert json.read(data) == everything()
