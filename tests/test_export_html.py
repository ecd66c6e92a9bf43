"""The HTML page: what it says, and that nothing in a text becomes markup or script."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from strategies import timelines
from timelines import (
    AGENCY,
    DIARY,
    EVIL,
    HERALD,
    HOSTILE,
    document,
    event,
    everything,
    golden,
    mention,
    single,
    stretch,
    timeline,
    weekday,
    without_code,
)

from timeline import edtf
from timeline.cli.commands import timeline as command
from timeline.export import html
from timeline.export import json as as_json
from timeline.model import (
    Basis,
    Claim,
    Conflict,
    Context,
    Granularity,
    Qualifier,
    Quantity,
    Timeline,
    Timex,
)
from timeline.options import View
from timeline.wording import safe

ATTACK = (
    "</script></style><img src=x onerror=\"alert(1)\" onload='a'><svg/onload=alert(1)>"
    " {{ 7*7 }} {% raw %} ${1} <!-- ]]> &lt;b&gt; \u202egnp.exe\u202c \x00\ud800 \u2028\ufffe end"
)
ATTACKS = [HOSTILE, ATTACK, "javascript:alert(1)", "//evil.example/x", "\"'><b>", ""]

DAY = edtf.parse("2031-05-06")


def written(source: Timeline) -> str:
    return html.render(source, View())


def page(source: Timeline) -> ElementTree.Element:
    """The page as a browser reads it; any mistake in its markup is an error."""
    return parsed(written(source))


def parsed(text: str) -> ElementTree.Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: ElementTree.Element = parser.parse(text)
    return root


def texts(root: ElementTree.Element, path: str) -> list[str]:
    return [shown(found) for found in root.findall(path)]


def shown(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def found(root: ElementTree.Element, tag: str, name: str) -> list[ElementTree.Element]:
    """Elements of a class, in order."""
    return [e for e in root.iter(tag) if name in (e.get("class") or "").split()]


def bars(root: ElementTree.Element) -> list[tuple[float, float, str | None]]:
    """Start, length and kind of each bar of a chart."""
    return [
        (float(e.get("x") or 0), float(e.get("width") or 0), e.get("class"))
        for e in root.iter()
        if e.tag.endswith("}rect")
    ]


def only(root: ElementTree.Element, tag: str, name: str) -> ElementTree.Element:
    (one,) = found(root, tag, name)
    return one


def told(text: str, **more: Any) -> Timeline:
    return timeline(event(1, "It rains", (mention(HERALD, 3, text, DAY, **more),)))


def test_golden() -> None:
    golden("everything/expected.html", without_code(written(everything())))


def test_same_bytes_each_time() -> None:
    assert written(everything()) == written(everything())


# ---- one file that may do nothing ----


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    root = page(everything())
    (policy,) = [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    (style,) = root.iter("style")
    (script,) = (e for e in root.iter("script") if e.get("type") == "module")

    assert parts == {
        "default-src": "'none'",
        "style-src": f"'{hashed(style)}'",
        "script-src": f"'{hashed(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def hashed(element: ElementTree.Element) -> str:
    digest = sha256((element.text or "").encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def test_nothing_is_fetched() -> None:
    text = written(everything())
    ours = text.replace("javascript:alert", "")

    assert not re.search(r"https?:|//\w+\.|url\(|@import|\bfetch\(|src=", ours)
    assert "style=" not in text
    assert "innerHTML" not in text


# ---- hostile text ----


def hostile(text: str) -> Timeline:
    """A timeline with the text in every place that a text can come to."""
    one = replace(
        mention(EVIL, 1, text, DAY),
        actors=(text,),
        places=(text,),
        reporter=text,
        quantities=(Quantity(text, 1, text),),
    )
    shared = replace(document(text), id=text)
    shared = replace(
        shared, source=replace(shared.source, title=text, publisher=text), language=text
    )
    both = (one, replace(one, id="m2", document_id=text))
    claims = (Claim(text, (one.id,)), Claim(text, ("m2",)))
    return timeline(
        event(
            1,
            text,
            both,
            id=text,
            actors=(text,),
            conflicts=(Conflict(text, text, claims),),
        ),
        title=text,
        documents=(document(EVIL), shared),
        version=text,
        unplaced=everything().unplaced,
        problems=everything().problems,
    )


@pytest.mark.parametrize("text", ATTACKS)
def test_hostile_text_is_shown_and_nothing_else(text: str) -> None:
    root, plain = page(hostile(text)), page(hostile("harmless"))

    assert {e.tag for e in root.iter()} <= {e.tag for e in plain.iter()}
    assert attributes(root) <= attributes(plain)
    assert shown(only(root, "span", "headline")) == (
        " ".join(clean(text).split()) or "?"
    )
    assert len([*root.iter("script")]) == 2


def clean(text: str) -> str:
    return safe.block(text).replace("\ufffe", "\ufffd")


def attributes(root: ElementTree.Element) -> set[tuple[str, str]]:
    return {(e.tag, name) for e in root.iter() for name in e.attrib}


@pytest.mark.parametrize("text", [*ATTACKS, "data:text/html,x", "c:\\a\\b.txt"])
def test_links_lead_into_the_page_or_to_files(text: str) -> None:
    links = [a.get("href") or "" for a in page(hostile(text)).iter("a")]

    assert links
    for link in links:
        assert re.match(r"#|/(?!/)|file:///[A-Za-z]:/|[^:/?#]*(?:[/#]|$)", link), link


def test_the_data_cannot_end_its_element() -> None:
    text = written(hostile(ATTACK))
    (data,) = re.findall(
        '(?s)<script type="application/json" id="data">(.*?)</script>', text
    )

    assert not re.search("[<>&\u2028\u2029]", data)
    assert json.loads(data)["names"] == [safe.line(ATTACK)]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(timelines)
def test_every_timeline_is_a_page(source: Timeline) -> None:
    root = page(source)
    events = found(root, "li", "event")
    ids = [e.get("id") for e in root.iter() if e.get("id")]

    assert len(events) == len(source.events)
    assert len(ids) == len({*ids})
    assert {e.tag for e in root.iter()} <= {
        e.tag for e in page(everything()).iter()
    } | {"q"}
    written(source).encode()


# ---- what it says ----


def test_dates_are_headings_in_order() -> None:
    root = page(everything())

    assert texts(root, ".//h4")[:6] == [
        "15 March 44 BC",
        "1990s",
        "2019",
        "early May 2031",
        "5–7 May 2031",
        "Tue 6 May 2031",
    ]
    assert texts(root, ".//h2")[-4:] == [
        "How to read this",
        "Documents",
        "Not placed",
        "Problems",
    ]


def test_an_event_has_its_marks_and_all_its_quotes() -> None:
    (arrest,) = [
        e for e in found(page(everything()), "li", "event") if e.get("id") == "e-e06"
    ]

    assert shown(only(arrest, "span", "facts")) == (
        "3 sources · 2 origins · conflict: date · update: arrested"
    )
    assert [shown(e) for e in found(arrest, "li", "quote")] == [
        "Police arrested the dockers' leader Ilva Torn and 12 others last Tuesday. "
        "herald.txt, line 23, written Thu 8 May 2031; according to the policeopen file "
        "last Tuesday = Tue 6 May 2031, read from the document's date",
        "… the port is shut. At dawn, Ms Torn, who leads the dockers, was arrested on May 6. "
        "Nobody was hurt. agency.txt, line 25, written Wed 7 May 2031open file",
        "Slept badly. 5 May: they took Ilva, and 40 more with her; the rest of us ran. "
        "It rains, and … diary.md, line 22, written Fri 9 May 2031 (inferred)open file Mon 5 May 2031",
    ]


def test_the_context_of_a_quote_is_set_apart_from_it() -> None:
    root = page(
        told(
            "Lind resigned",
            context=Context("Rain fell. On 6 May ", " and left. Torvik", 9, 10),
            timex=weekday(114, "6 May", DAY),
        )
    )

    assert texts(root, ".//blockquote") == [
        "Rain fell. On 6 May Lind resigned and left. Torvik"
    ]
    assert [shown(e) for e in found(root, "span", "near")] == ["Rain fell.", "Torvik"]
    assert shown(only(root, "span", "sentence")) == "On 6 May Lind resigned and left."
    assert [shown(e) for e in found(root, "span", "rest")] == ["On", "", "and left."]
    assert texts(root, ".//mark") == ["6 May"]


def test_a_reprint_shows_only_the_context_that_all_have() -> None:
    words = "It rains."
    first = mention(
        HERALD, 3, words, DAY, context=Context("Cold. Dark. ", " So it goes. Cats", 0)
    )
    second = mention(
        AGENCY, 9, words, DAY, context=Context("Dark. ", " So it goes. Dogs", 0)
    )
    root = page(timeline(event(1, "It rains", (first, second))))

    assert texts(root, ".//blockquote") == ["… Dark. It rains. So it goes. …"]
    assert len(found(root, "p", "place")) == 2


def test_a_single_source_is_named() -> None:
    root = page(told("It rained."))

    assert shown(only(root, "span", "facts")) == "herald.txt"


def test_the_time_expression_is_marked() -> None:
    root = page(
        told("It rained last Tuesday.", timex=weekday(130, "last Tuesday", DAY))
    )

    assert texts(root, ".//mark") == ["last Tuesday"]


@pytest.mark.parametrize("start", [0, 119, 140, 10**6])
def test_an_expression_outside_of_the_words_marks_nothing(start: int) -> None:
    root = page(told("It rained.", timex=weekday(start, "last Tuesday", DAY)))

    assert texts(root, ".//mark") == []
    assert texts(root, ".//blockquote") == ["It rained."]


@pytest.mark.parametrize(
    ("basis", "timex", "words"),
    [
        (Basis.EXPLICIT, None, []),
        (Basis.RELATIVE, weekday(120, "It", DAY), ["It = Tue 6 May 2031, read from the document's date"]),
        (Basis.RELATIVE, None, ["Tue 6 May 2031, read from the context"]),
        (Basis.INHERITED, None, ["Tue 6 May 2031, carried over from the text around it"]),
        (Basis.PUBLICATION, None, ["Tue 6 May 2031, taken from the document's own date"]),
    ],
)  # fmt: skip
def test_a_quote_says_how_it_was_dated(
    basis: Basis, timex: Timex | None, words: list[str]
) -> None:
    root = page(told("It rained.", basis=basis, timex=timex))

    assert [shown(e) for e in found(root, "p", "dated")] == words


def test_the_same_words_stand_once_with_all_their_places() -> None:
    both = (
        mention(HERALD, 3, "It rained.", DAY),
        mention(AGENCY, 4, "It rained.", DAY),
    )
    root = page(timeline(event(1, "It rains", both)))

    assert texts(root, ".//blockquote") == ["It rained."]
    assert [a.text for p in found(root, "p", "place") for a in p][::2] == [
        "herald.txt, line 3",
        "agency.txt, line 4",
    ]


def test_quotes_lead_to_the_document_and_to_the_words_in_the_file() -> None:
    root = page(told("It rained - a lot, & long."))
    links = [a.get("href") for a in only(root, "p", "place")]

    assert links == [
        "#d-d-pressheraldtxt",
        "press/herald.txt#:~:text=It%20rained%20%2D%20a%20lot%2C%20%26%20long.",
    ]
    assert [e.tag for e in root.iter() if e.get("id") == "d-d-pressheraldtxt"] == ["tr"]


@pytest.mark.parametrize(
    ("uri", "href"),
    [
        ("a b.txt", "../../a%20b.txt"),
        ("/srv/a.txt", "/srv/a.txt"),
        ("//evil.example/a.txt", "/evil.example/a.txt"),
        ("C:\\notes\\a.txt", "file:///C:/notes/a.txt"),
        ("-", None),
    ],
)
def test_links_start_from_the_folder_of_the_page(uri: str, href: str | None) -> None:
    source = timeline(single(1, uri, "It rains", DAY), documents=(document(uri),))
    root = parsed(html.render(source, View(root="../../")))
    links = {
        (a.get("href") or "").partition("#")[0] for a in found(root, "a", "on-disk")
    }

    assert links == ({href} if href else set())


def test_of_long_words_the_link_names_both_ends() -> None:
    text = " ".join(f"word{i}" for i in range(40))
    (link,) = [a.get("href") for a in found(page(told(text)), "a", "on-disk")][:1]

    assert link == (
        "press/herald.txt#:~:text=word0%20word1%20word2%20word3%20word4,"
        "word35%20word36%20word37%20word38%20word39"
    )


def test_contradictions_are_drawn_to_scale() -> None:
    conflict, update = found(page(everything()), "table", "chart")

    assert texts(conflict, ".//caption") == ["Sources differ: date"]
    assert [texts(row, "*") for row in conflict.findall("tbody/tr")] == [
        ["Tue 6 May 2031", "herald.txt:23, agency.txt:25"],
        ["Mon 5 May 2031", "diary.md:22"],
    ]
    assert bars(conflict) == [(50, 50, None), (0, 50, None)]
    assert texts(update, ".//caption") == ["Grew from report to report: arrested"]
    assert bars(update) == []  # the second telling has no figure of its own


def test_a_figure_that_grew_from_event_to_event_is_drawn_whole() -> None:
    first, second = (
        mention(uri, 1, words, DAY, quantities=(Quantity("killed", figure, words),))
        for uri, words, figure in ((AGENCY, "6 died", 6), (HERALD, "12 died", 12))
    )
    grew = Conflict(
        "killed",
        "update",
        (
            Claim("6", (first.id,)),
            Claim("12", (second.id,)),
            Claim("24", ("m-of-an-event-left-out",)),
        ),
    )
    events = (
        event(1, "Six died", (first,)),
        event(2, "Twelve died", (second,), conflicts=(grew,)),
    )
    chart = only(page(timeline(*events)), "table", "chart")

    assert [texts(row, "*") for row in chart.findall("tbody/tr")] == [
        ["Wed 7 May 2031", "6", "agency.txt:1"],
        ["Thu 8 May 2031", "12", "herald.txt:1"],
        ["", "24", ""],
    ]
    assert bars(chart) == []

    grew = replace(grew, claims=grew.claims[:2])
    events = (events[0], replace(events[1], conflicts=(grew,)))
    assert bars(page(timeline(*events))) == [(0, 50, None), (0, 100, None)]


def test_figures_are_drawn_from_nought() -> None:
    few = mention(HERALD, 1, "12 died", DAY, quantities=(Quantity("killed", 12, "12"),))
    many = mention(
        DIARY,
        2,
        "over 40 died",
        DAY,
        quantities=(Quantity("killed", 40, "over 40", "min"),),
    )
    conflict = Conflict(
        "killed",
        "contradiction",
        (Claim("12", (few.id,)), Claim("over 40", (many.id,))),
    )
    root = page(timeline(event(1, "x", (few, many), conflicts=(conflict,))))

    assert bars(root) == [(0, 30, None), (0, 100, "min")]


def test_documents_say_what_they_rest_on() -> None:
    root = page(everything())
    rows = {
        shown(only(row, "span", "name")): [shown(cell) for cell in row.iter("td")]
        for row in root.findall(".//tbody/tr")
        if row.get("id")
    }

    assert rows["herald.txt"] == [
        "Thu 8 May 2031",
        "header“date 2031-05-08”",
        "0.99",
        "o1: with agency.txt; credits Norpress",
        "6",
    ]
    assert rows["note.txt"] == ["unknown", "", "", "o3", "2"]


def test_the_script_knows_each_event_by_its_place() -> None:
    rough = stretch(
        (2031, 5, 1), (2031, 6, 1), Granularity.MONTH, Qualifier.APPROXIMATE
    )
    source = timeline(
        single(1, HERALD, "a", DAY, actors=("Ann",)), single(2, DIARY, "b", rough)
    )
    (data,) = re.findall('id="data">(.*?)</script>', written(source))

    assert json.loads(data) == {
        "start": [DAY.start, rough.start],
        "end": [DAY.end, rough.end],
        "status": ["happened", "happened"],
        "marks": ["", "a"],
        "origins": [1, 1],
        "score": [0.5, 0.5],
        "documents": [[0], [2]],
        "actors": [[0], []],
        "names": ["Ann"],
        "statuses": ["happened", "planned", "alleged", "denied", "hypothetical"],
    }


def test_an_empty_timeline_is_a_page() -> None:
    root = page(timeline(documents=(), origins=()))

    assert texts(root, ".//h1") == ["The harbour strike"]
    assert shown(root.find(".//main") or root).endswith("There are no events.")


def test_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    saved, shown = tmp_path / "crisis.json", tmp_path / "crisis.HTML"
    saved.write_bytes(as_json.render(everything(), View()))
    to_file = CliRunner().invoke(command, ["show", str(saved), "-o", str(shown)])
    to_pipe = CliRunner().invoke(command, ["show", str(saved), "--format", "html"])

    assert (to_file.exit_code, to_pipe.exit_code) == (0, 0)
    assert shown.read_text("utf-8").startswith("<!doctype html>")
    assert to_pipe.stdout == shown.read_text("utf-8")
