"""Tables and subtitles: rows and what is said, as text that can be read."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.build import build
from timeline.model import Problem, RawDocument
from timeline.options import Options
from timeline.read import Input, read
from timeline.read._columns import MOMENTS, PUBLISHERS, TEXTS


def read_bytes(
    data: str, name: str
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    return read(Input(name, data.encode()), Options())


def told(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    timeline = build([str(folder)], Options())
    return [(r.event.time.edtf, r.event.headline) for r in timeline.events]


def test_a_table_is_a_line_a_row() -> None:
    data = (
        '\ufeffdate,place,event\r\n2031-05-03,Lund,"Mayor opens\n""new"" dam"\r\n,,\r\n'
    )
    (document,), problems = read_bytes(data, "a.csv")
    assert problems == ()
    assert document.text == (
        '| date | place | event |\n| 2031-05-03 | Lund | Mayor opens "new" dam |\n'
    )


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_what_parts_cells_is_seen(mark: str) -> None:
    data = f"date{mark}event\n2031-05-03{mark}Rain\n"
    (document,), _ = read_bytes(data, "a.tsv" if mark == "\t" else "a.csv")
    assert document.text == "| date | event |\n| 2031-05-03 | Rain |\n"


def test_a_column_of_texts_makes_documents() -> None:
    data = "id,date,text,source\n7,2031-05-03,The dam broke.,Courier\n7,,Rain.,\n8,,,\n"
    documents, _ = read_bytes(data, "a.csv")
    assert [(d.source.uri, d.text) for d in documents] == [
        ("a.csv#7", "The dam broke."),
        ("a.csv#7@3", "Rain."),
    ]
    assert documents[0].source.publisher == "Courier"
    assert [(h.kind, h.name, h.value) for h in documents[0].hints] == [
        ("field", "date", "2031-05-03")
    ]


@pytest.mark.parametrize("head", ["path,date,title", "id,date,edtf,headline"])
def test_what_the_program_is_told_or_wrote_is_no_source(head: str) -> None:
    documents, (problem,) = read_bytes(f"{head}\na,b,c\n", "a.csv")
    assert documents == ()
    assert problem.is_note


def test_quotes_that_never_close_cost_nothing() -> None:
    (document,), _ = read_bytes('date,event\n2031-05-03,"Rain\n', "a.csv")
    assert "Rain" in document.text


def test_rows_tell_what_happened(tmp_path: Path) -> None:
    text = (
        "date,place,event,killed,source\n"
        '2031-03-04,Dorn,"Police opened fire on a crowd outside the town hall",3,Telpress\n'
        "2031-03-07,Wesk,Bomb explodes in market,11,\n"
        "2031-04,Wesk,Curfew imposed,,\n"
    )
    assert told(tmp_path, "a.csv", text) == [
        ("2031-03-04", "Police opened fire on a crowd outside the town hall"),
        ("2031-03-07", "Bomb explodes in market"),
        ("2031-04", "Curfew imposed"),
    ]


def test_rows_in_which_no_cell_tells_it_alone(tmp_path: Path) -> None:
    text = (
        "| No. | Date | Payer | Payee | Amount |\n|---|---|---|---|---|\n"
        "| 1 | 04.02.2033 | Orvik Ltd | Halden Trust | €250,000 |\n"
        "| 2 | 19.06.2033 | Halden Trust | M. Petrov | €90,000 |\n"
    )
    assert told(tmp_path, "a.md", text) == [
        ("2033-02-04", "Orvik Ltd | Halden Trust | €250,000"),
        ("2033-06-19", "Halden Trust | M. Petrov | €90,000"),
    ]


SUBTITLES = """1
00:00:01,000 --> 00:00:04,200
In the spring of 1942, the first <i>trains</i>

2
00:00:04,300 --> 00:00:07,900
left Lund.

3
00:00:13,000 --> 00:00:17,500
My sister escaped in August.
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.srt", SUBTITLES),
        ("a.srt", SUBTITLES.replace("\n", "\r\n")),
        ("a.vtt", "WEBVTT\n\n" + SUBTITLES.replace(",", ".").replace("1942.", "1942,")),
    ],
)
def test_subtitles_are_what_is_said(name: str, text: str) -> None:
    (document,), problems = read_bytes(text, name)
    assert problems == ()
    assert document.text == (
        "In the spring of 1942, the first trains left Lund.\n"
        "My sister escaped in August.\n"
    )


def test_each_row_is_an_event_of_its_own(tmp_path: Path) -> None:
    head = "date,place,event,amount\n"
    rows = [
        f"2031-05-03,Lund,Payment of {n} euros to firm {n},{n}\n"
        for n in (12, 1510, 1987)
    ]
    assert told(tmp_path, "a.csv", head + "".join(rows)) == [
        ("2031-05-03", "Payment of 12 euros to firm 12"),
        ("2031-05-03", "Payment of 1510 euros to firm 1510"),
        ("2031-05-03", "Payment of 1987 euros to firm 1987"),
    ]


def test_the_same_row_twice_is_one_event(tmp_path: Path) -> None:
    row = "2031-05-03,Lund,Bridge closed by the police of Lund,3\n"
    assert len(told(tmp_path, "a.csv", f"date,place,event,amount\n{row}{row}")) == 1


@pytest.mark.parametrize(
    ("clock", "count", "conflicts"),
    [("7:40 a.m.", 1, 1), ("about 7:40 a.m.", 1, 0), ("11:20 a.m.", 1, 1)],
)
def test_clocks_of_one_event_differ(
    tmp_path: Path, clock: str, count: int, conflicts: int
) -> None:
    said = "the ferry Selma collided with a barge off Lund, killing three miners"
    (tmp_path / "a.txt").write_text(
        f"Lund, 3 May 2021\n\nOn Monday at 7:52 a.m. {said}.\n"
    )
    (tmp_path / "b.txt").write_text(
        f"Lund, 3 May 2021\n\nAt {clock} on Monday {said}, police said.\n"
    )
    timeline = build([str(tmp_path)], Options())
    assert len(timeline.events) == count
    assert sum(len(r.event.conflicts) for r in timeline.events) == conflicts


def names_and_texts(data: str, name: str) -> list[tuple[str, str]]:
    documents, problems = read_bytes(data, name)
    assert problems == ()
    return [(document.source.uri, document.text) for document in documents]


def test_records_in_a_list_are_documents() -> None:
    data = (
        '{"count": 2, "items": [\n'
        '{"number": 4, "body": "The lock jammed.", "created_at": "2021-05-03T10:00:00Z",'
        ' "user": {"login": "ada"}},\n'
        '{"id": "x", "body": ["It was ", {"type": "bold", "text": "mended"}, "."]}]}'
    )
    (first, second), problems = read_bytes(data, "issues.json")
    assert problems == ()
    assert (first.source.uri, first.text) == (
        "issues.json#1",
        "[2021-05-03T10:00:00Z] ada: The lock jammed.",
    )
    assert first.source.publisher == "ada"
    assert [hint.value for hint in first.hints] == ["2021-05-03T10:00:00Z"]
    assert (second.source.uri, second.text) == ("issues.json#x", "It was mended.")


def test_one_record_alone_is_a_document() -> None:
    data = '{"headline": "Rain", "text": "The dam broke.", "date": "2021-05-03"}'
    assert names_and_texts(data, "a.json") == [("a.json#1", "The dam broke.")]


def test_messages_of_a_chat_are_one_document() -> None:
    data = (
        '{"name": "Port", "messages": ['
        '{"type": "service", "date": "2021-05-03T08:00:00", "action": "create"},'
        '{"type": "message", "date": "2021-05-03T14:05:10", "from": "Ada", "text": "The dam broke."},'
        '{"type": "message", "date": "2021-05-03T14:06:00", "from": "Bo", "text": ""},'
        '{"type": "message", "ts": "1620051000.0002", "user": "U1",'
        ' "user_profile": {"real_name": "Cy Lund"}, "text": "On my way"}]}'
    )
    assert names_and_texts(data, "chat.json") == [
        (
            "chat.json",
            "[2021-05-03 14:05:10] Ada: The dam broke.\n"
            "[2021-05-03 14:10:00] Cy Lund: On my way\n",
        )
    ]


def test_records_without_texts_are_a_table() -> None:
    data = '[{"ship": "Orsa", "left": "2021-05-03"}, {"ship": "Tyrn", "crew": 9}]'
    assert names_and_texts(data, "a.json") == [
        (
            "a.json",
            "| ship | left | crew |\n| Orsa | 2021-05-03 |  |\n| Tyrn |  | 9 |\n",
        )
    ]


def test_lines_of_records_are_read_whatever_their_file_is_called() -> None:
    data = '{"text": "The dam broke."}\n{"text": "It rained."}\n'
    assert [text for _, text in names_and_texts(data, "a.json")] == [
        "The dam broke.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    "data", ["{}", "[]", "7", '{"schema": "timeline/1", "text": "x"}']
)
def test_other_json_is_no_source(data: str) -> None:
    documents, (problem,) = read_bytes(data, "a.json")
    assert documents == ()
    assert problem.is_note


NAMES = ["type", "id", "subtype", "schema", "items", *TEXTS, *MOMENTS, *PUBLISHERS]

PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    | st.sampled_from(["message", "The dam broke.", "2021-05-03", "1620051000.0002"])
)  # fmt: skip


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    named = st.dictionaries(st.sampled_from(NAMES) | st.text(), inner, max_size=5)
    record = st.builds(lambda said, more: {"text": said, **more}, PLAIN, named)
    return st.lists(inner, max_size=4) | named | st.lists(record, max_size=4)


@given(st.recursive(PLAIN, nested), st.sampled_from(["a.json", "a.jsonl"]))
def test_no_json_raises(value: object, name: str) -> None:
    documents, problems = read_bytes(msgspec.json.encode(value).decode(), name)
    assert documents or problems


@pytest.mark.parametrize("kind", ['["a"]', '{"of": "a"}', "null", "7"])
def test_the_type_of_a_record_may_be_anything(kind: str) -> None:
    data = f'[{{"id": 1, "text": "The dam broke.", "type": {kind}}}]'
    assert names_and_texts(data, "a.json") == [("a.json#1", "The dam broke.")]


def test_a_file_that_a_reader_fails_on_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(uri: str, data: bytes) -> None:
        raise KeyError(uri)

    monkeypatch.setattr("timeline.read.csv.read", failing)
    (tmp_path / "a.csv").write_text("date,event\n2021-05-03,Dam broke\n")
    (tmp_path / "b.txt").write_text("On 3 May 2021 the dam broke.\n")
    timeline = build([str(tmp_path)], Options())
    assert [r.event.headline for r in timeline.events] == ["The dam broke"]
    (problem,) = timeline.problems
    assert (Path(problem.uri).name, problem.stage) == ("a.csv", "read")
    assert problem.message.startswith("could not be read: KeyError: ")


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_sheet_is_a_table() -> None:
    rows: list[list[object]] = [
        ["Date", "Event", "Cost"],
        [date(2021, 5, 3), "Dam broke | Lund", 7.0],
        [None, None, None],
        [datetime.fromisoformat("2021-05-03T14:05"), "Road shut", 2.5],
    ]
    documents, problems = read(Input("a.xlsx", workbook(("Log", rows))), Options())
    assert problems == ()
    assert [(d.source.uri, d.text) for d in documents] == [
        (
            "a.xlsx",
            "| Date | Event | Cost |\n| 2021-05-03 | Dam broke / Lund | 7 |\n"
            "| 2021-05-03 14:05:00 | Road shut | 2.5 |\n",
        )
    ]


def test_sheets_of_a_workbook_are_named_behind_it() -> None:
    rows: list[list[object]] = [["date", "event"], ["3 May 2021", "Rain"]]
    data = workbook(("One", rows), ("Empty", []), ("Two", rows))
    documents, _ = read(Input("a.xlsx", data), Options())
    assert [d.source.uri for d in documents] == ["a.xlsx#One", "a.xlsx#Two"]


def test_a_damaged_workbook_is_named() -> None:
    documents, (problem,) = read(Input("a.xlsx", b"PK no workbook"), Options())
    assert documents == ()
    assert "is a workbook that cannot be read" in problem.message


def test_a_short_text_of_somebody_is_a_post() -> None:
    data = (
        "tweet_id,created_at,user_name,tweet_text\n"
        '1801,2018-06-11 18:44:10+00:00,port: cam,"Our windows are gone."\n'
        "1802,Mon Jun 11 19:02:31 +0000 2018,Ada,Silo burning.\n"
        "1803,2018-06-12,Ada,It rained.\n"
    )
    assert [text for _, text in names_and_texts(data, "posts.csv")] == [
        "[2018-06-11 18:44:10+00:00] port cam: Our windows are gone.",
        "[11 Jun 2018 19:02:31+0000] Ada: Silo burning.",
        "It rained.",
    ]
