"""The forms of `timeline tag`."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import timeml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_explain import TEXT, document, tagged

from timeline import build, tags
from timeline.errors import UsageError
from timeline.model import Kind, Source, Span, Timex
from timeline.options import Options, View
from timeline.timex import Tagged


def rendered(form: str, view: View, text: str = TEXT) -> str:
    return "".join(tags.render(form, [(document(text), tagged())], view))


def test_forms_are_files() -> None:
    assert tags.names() == ("jsonl", "text", "timeml")
    with pytest.raises(UsageError, match="unknown tags: xml"):
        tags.load("xml")


def test_jsonl() -> None:
    line = rendered("jsonl", View())
    data = json.loads(line)

    assert line.count("\n") == 1
    assert (data["doc"], data["dct"]) == ("press/quay.txt", "2031-05-08")
    assert data["timexes"][0] == {
        "start": 15,
        "end": 25,
        "text": "on Tuesday",
        "type": "DATE",
        "value": "2031-05-06",
        "mod": None,
        "rule": "weekday",
        "anchor": "dct",
    }
    assert [t["text"] for t in data["timexes"]] == ["on Tuesday", "May", "July"]


def test_jsonl_without_date() -> None:
    line = tags.load("jsonl").render(document(date=None), Tagged(()), View())

    assert line == '{"doc":"press/quay.txt","dct":null,"timexes":[]}\n'


def test_timeml() -> None:
    assert rendered("timeml", View()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<TimeML><DOCID>press/quay.txt</DOCID>\n"
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-08" temporalFunction="false" '
        'functionInDocument="CREATION_TIME">2031-05-08</TIMEX3></DCT>\n'
        '<TEXT>The quay burnt <TIMEX3 tid="t1" type="DATE" value="2031-05-06" '
        'temporalFunction="true" anchorTimeID="t0">on Tuesday</TIMEX3>.\n'
        'It was rebuilt from <TIMEX3 tid="t2" type="DATE" value="XXXX-05" '
        'temporalFunction="true">May</TIMEX3> to <TIMEX3 tid="t3" type="DATE" '
        'value="XXXX-07" temporalFunction="false">July</TIMEX3>, they say.\n'
        "The end.</TEXT></TimeML>\n"
    )


def test_timeml_is_as_its_specification_wants_it() -> None:
    assert timeml.faults(rendered("timeml", View())) == []
    for path in sorted((Path(__file__).parent.parent / "samples").iterdir()):
        found, _ = build.tag([str(path)], Options())
        for xml in tags.render("timeml", found, View()):
            assert timeml.faults(xml) == []


@pytest.mark.parametrize(
    ("xml", "fault"),
    [
        ("<TEXT/>", "the root is TEXT"),
        ("<TimeML><p/></TimeML>", "p without a known name"),
        ("<TimeML><TIMEX3/></TimeML>", "TIMEX3 without tid"),
        ("<TimeML><TEXT id='x'/></TimeML>", "TEXT with id"),
        ("<TimeML><EVENT eid='e1' class='x'/></TimeML>", "EVENT class='x'"),
        ("<TimeML><TEXT><DCT/></TEXT></TimeML>", "DCT in TEXT"),
        (
            "<TimeML><TIMEX3 tid='1'/></TimeML>",
            "tid '1' is no id, or not the only one",
        ),
        (
            "<TimeML><TLINK timeID='t1' relType='BEFORE'/></TimeML>",
            "TLINK timeID='t1' names nothing",
        ),
        ("<TimeML><TIMEX3 value='May'/></TimeML>", "value 'May'"),
    ],
)
def test_what_is_no_timeml_is_found(xml: str, fault: str) -> None:
    assert fault in timeml.faults(xml)


@given(st.text(st.characters(codec="utf-8")), st.text(max_size=5))
def test_timeml_keeps_every_character(text: str, value: str) -> None:
    timex = Timex(Span(0, len(text) // 2), Kind.DATE, value, "r", mod="<&>\"'")
    form = tags.load("timeml")
    xml = form.render(document(text), Tagged((timex, timex)), View())
    found = ElementTree.fromstring(xml).find("TEXT")

    assert found is not None
    shown = "".join(found.itertext())
    assert len(shown) == len(text)
    assert all(a in (b, "\ufffd") for a, b in zip(shown, text, strict=True))


def test_text_in_a_pipe_is_a_row_an_expression() -> None:
    assert rendered("text", View()).splitlines() == [
        "press/quay.txt:1:16\tDATE\t2031-05-06\t\ton Tuesday\tweekday\tdct",
        "press/quay.txt:2:21\tDATE\tXXXX-05\t\tMay\tmonth\tprevious",
        "press/quay.txt:2:28\tDATE\tXXXX-07\t\tJuly\tmonth\tnone",
    ]


def test_text_in_a_terminal_has_brackets() -> None:
    assert rendered("text", View(80)) == (
        "== press/quay.txt (2031-05-08)\n"
        "The quay burnt [on Tuesday = 2031-05-06].\n"
        "It was rebuilt from [May = XXXX-05] to [July = XXXX-07], they say.\n"
        "The end.\n\n"
    )


def test_text_with_colour() -> None:
    assert "\x1b[1;36m[on Tuesday = 2031-05-06]\x1b[0m" in rendered(
        "text", View(80, True)
    )


@pytest.mark.parametrize("view", [View(), View(80)])
def test_hostile_text_is_not_obeyed(view: View) -> None:
    text = "\x1b[2J\x9b1m\u202e" + "x" * 10 + "[red]" + "y" * 80
    shown = rendered("text", view, text)

    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


def test_names_that_are_no_unicode_are_written() -> None:
    odd = replace(document(), source=Source("caf\udce9.txt", "text", ""))
    for form in tags.names():
        tags.load(form).render(odd, tagged(), View()).encode()
