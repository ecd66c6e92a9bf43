"""The Markdown document: what it says, and that nothing in a text becomes markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from timelines import (
    EVIL,
    HOSTILE,
    event,
    everything,
    golden,
    mention,
    single,
    timeline,
)

from timeline import edtf
from timeline.export import markdown
from timeline.model import Quantity, Timeline
from timeline.options import View
from timeline.wording import safe

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def written(source: Timeline) -> str:
    return markdown.render(source, View())


def as_html(source: Timeline) -> str:
    return str(READER.render(written(source)))


def test_golden() -> None:
    golden("everything/expected.md", written(everything()))


def test_dates_are_headings_in_order() -> None:
    headings = re.findall("^## (.*)$", written(everything()), re.MULTILINE)

    assert headings[:6] == [
        "15 March 44 BC",
        "1990s",
        "2019",
        "early May 2031",
        "5–7 May 2031",
        "Tue 6 May 2031",
    ]
    assert headings[-4:] == ["Marks", "Documents", "Not placed", "Problems"]


def test_each_telling_is_a_footnote_with_its_quote_and_place() -> None:
    text = written(everything())

    assert "is arrested** — 12 others · 3 sources, 2 origins [^6] [^7] [^8]" in text
    assert (
        "[^6]: “Police arrested the dockers' leader Ilva Torn and 12 others last "
        "Tuesday.” [herald.txt, line 23](press/herald.txt#L23), according to the police"
    ) in text
    used = set(re.findall(r"(?<!^)\[\^\d+\]", text, re.MULTILINE))
    told = set(re.findall(r"^\[\^\d+\]", text, re.MULTILINE))
    assert used == told


def test_conflicts_stand_below_with_each_side() -> None:
    text = written(everything())

    assert "  - *conflict: date*\n    - **2031-05-06**: “Police" in text
    assert "    - **2031-05-05**: “5 May: they took Ilva" in text
    assert "  - *update: arrested*\n    - **12**" in text


def test_figures_in_the_headline_are_not_repeated() -> None:
    told = mention(
        "a.txt",
        1,
        "Fire kills 3",
        edtf.parse("2031"),
        quantities=(Quantity("killed", 3, "3"),),
    )

    assert "**Fire kills 3** — 1 source [^1]" in written(
        timeline(event(1, "Fire kills 3", (told,)))
    )


def test_marks_that_are_used_are_explained() -> None:
    assert "- *planned*: " in written(everything())
    assert "## Marks" not in written(timeline())


def test_many_events_are_grouped_by_month() -> None:
    days = [
        edtf.parse(f"2031-{month:02}-{day:02}")
        for month in (5, 6)
        for day in range(1, 31)
    ]
    text = written(
        timeline(*(single(i, "a.txt", "It rains", d) for i, d in enumerate(days)))
    )

    assert re.findall("^## .*20.*$", text, re.MULTILINE) == [
        "## May 2031",
        "## June 2031",
    ]
    assert text.count("\n### ") == 60


def test_a_date_stands_in_one_heading() -> None:
    years = [edtf.parse(str(1900 + year)) for year in range(70)]
    days = [edtf.parse("1970-05"), edtf.parse("1970-05-06")]
    source = timeline(
        *(single(i, "a.txt", "It rains", d) for i, d in enumerate([*years, *days]))
    )
    headings = re.findall("^#+ .*19.*$", written(source), re.MULTILINE)

    assert headings[:2] == ["## 1900", "## 1901"]
    assert headings[-3:] == ["## 1969", "## May 1970", "### Wed 6 May 1970"]


def test_hostile_text_is_shown_and_nothing_else() -> None:
    source = timeline(single(1, EVIL, HOSTILE, edtf.parse("2031")), title=HOSTILE)
    page = as_html(source)
    visible = html.unescape(re.sub("<[^>]*>", "", page))

    assert "<script" not in page
    assert "javascript:" not in "".join(re.findall('href="([^"]*)"', page))
    assert visible.count(safe.line(HOSTILE)) == 3
    assert set(re.findall(r"</?(\w+)", page)) <= {
        *("h1 h2 p ul li strong em a table thead tbody tr th td".split()),
    }


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("a b(c).txt", "a%20b%28c%29.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("//evil.example/x.txt", "/evil.example/x.txt"),
        ("c:\\notes\\a.txt", "file:///c:/notes/a.txt"),
        ("caf\udce9.txt", "caf%EF%BF%BD.txt"),
    ],
)
def test_links_lead_to_files_only(uri: str, address: str) -> None:
    from timelines import document

    text = written(timeline(documents=(document(uri),)))

    assert f"]({address})" in text


def test_a_record_of_a_file_links_to_the_file() -> None:
    from msgspec.structs import replace
    from timelines import document

    record = document("wire.jsonl#7")
    record = replace(record, source=replace(record.source, reader="jsonl"))
    told = single(1, "wire.jsonl#7", "It rains", edtf.parse("2031"))

    assert "[wire.jsonl\\#7, line 1](wire.jsonl)" in written(
        timeline(told, documents=(record,))
    )


@given(st.text(max_size=40))
def test_every_text_is_shown_as_it_is(text: str) -> None:
    page = as_html(
        timeline(single(1, "a.txt", f"x{text}x", edtf.parse("2031")), documents=())
    )
    shown = re.search("<strong>(?P<text>.*?)</strong>", page)

    assert shown
    assert html.unescape(shown["text"]) == safe.line(f"x{text}x")


def test_an_empty_timeline_is_a_document() -> None:
    assert written(timeline(documents=(), origins=())) == (
        "# The harbour strike\n\n0 documents · 0 independent origins · 0 events\n"
    )
