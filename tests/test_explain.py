"""Why: of events, of lines, of documents; conflicts; quotes that stand or do not."""

import hashlib

import pytest
from msgspec.structs import replace
from timelines import AGENCY, HERALD, HOSTILE, everything, golden, single, timeline

from timeline import edtf, timex
from timeline.errors import UsageError
from timeline.explain import conflicts, documents, events, lines, quotes
from timeline.model import (
    Anchor,
    Basis,
    Context,
    Document,
    Kind,
    Link,
    Problem,
    RawDocument,
    Source,
    Span,
    Timex,
)
from timeline.options import View
from timeline.timex import Tagged

TEXT = (
    "The quay burnt on Tuesday.\nIt was rebuilt from May to July, they say.\nThe end."
)


def document(text: str = TEXT, date: str | None = "2031-05-08") -> Document:
    dct = edtf.parse(date) if date else None
    source = Source("press/quay.txt", "text", "00")
    return Document("d1", source, text, "en", dct, "header" if dct else None, 0.9)


def tagged() -> Tagged:
    tuesday = Timex(
        Span(15, 25),
        Kind.DATE,
        "2031-05-06",
        "weekday",
        Anchor.DCT,
        Basis.RELATIVE,
        None,
        edtf.parse("2031-05-06"),
    )
    months = [
        Timex(Span(47, 50), Kind.DATE, "XXXX-05", "month", Anchor.PREVIOUS),
        Timex(Span(54, 58), Kind.DATE, "XXXX-07", "month"),
    ]
    span = Timex(
        Span(42, 58),
        Kind.DATE,
        "XXXX-05/XXXX-07",
        "range",
        mod="APPROX",
        parts=(*months,),
    )
    return Tagged(
        (tuesday, span), (Problem("press/quay.txt", "timex", "odd", None, 2),)
    )


# ---- events ----


def test_an_event_explained() -> None:
    golden("everything/explained-e06.txt", events.explain(everything(), "e06"))


@pytest.mark.parametrize(
    "words",
    [
        "when    Tue 6 May 2031 (2031-05-06)",
        "“last Tuesday” = 2031-05-06",
        "rule last-weekday, anchor dct",
        "document date: 2031-05-08 (header, 0.99)",
        "header: “date 2031-05-08”",
        "press/agency.txt:25 (characters 1000-1054)",
        "joined to 1 by +0.22: 0.82 = name 0.50 + date 0.32",
        "Contradiction: date",
        "Update: arrested",
        "Score 0.50 = origins 0.30 + position 0.20",
    ],
)
def test_the_explanation_says(words: str) -> None:
    assert words in events.explain(everything(), "e06")


def test_the_beginning_of_an_id_is_enough() -> None:
    one = replace(everything().events[0].event, id="abcdef0123")

    assert events.find(timeline(one), "abcd").event is one


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("abcd", "abcd is not one event"),
        ("abc", "abc is not one event"),
        ("nope", "no event nope among 2"),
        ("\x1b[31m", "no event  among 2"),
    ],
)
def test_a_name_that_is_not_one_event(name: str, message: str) -> None:
    first = everything().events[0].event
    source = timeline(replace(first, id="abcd1"), replace(first, id="abcd2"))

    with pytest.raises(UsageError, match=message) as caught:
        events.explain(source, name)

    assert caught.value.hint


def test_an_id_that_begins_another_is_found() -> None:
    first = everything().events[0].event
    source = timeline(replace(first, id="abcd1"), replace(first, id="abcd12"))

    assert events.find(source, "abcd1").event.id == "abcd1"


def test_a_date_that_no_telling_gives_is_said_to_follow() -> None:
    event = single(1, HERALD, "It rains", edtf.parse("2031-05-06"))
    event = replace(event, time=edtf.parse("2031-05-05/2031-05-06"))

    assert "no telling says just this" in events.explain(timeline(event), "e01")


def test_what_was_nearly_joined() -> None:
    first, second = everything().events[:2]
    link = Link(
        first.event.mentions[0].id,
        second.event.mentions[0].id,
        score=0.6,
        margin=0.15,
        reasons=(("words", 0.6), ("veto: status", 0.0)),
    )
    told = replace(everything(), near=(link,))
    shown = events.near(told, second.event.id)

    assert f"[{first.event.id}]" in shown
    assert "+0.15: 0.60 = words 0.60" in shown
    assert "kept apart: one happened, the other is planned" in shown
    assert "1 other event nearly joined" in events.explain(told, first.event.id)
    assert "no other event came near" in events.near(everything(), first.event.id)


def test_hostile_events_are_explained_harmlessly() -> None:
    event = single(1, HERALD, HOSTILE, edtf.parse("2031"), reporter=HOSTILE)
    text = events.explain(timeline(replace(event, actors=(HOSTILE,))), "e01")

    assert "\x1b" not in text
    assert "\u202e" not in text


# ---- lines ----


def test_a_line_explained() -> None:
    assert lines.explain(document(), tagged(), 1) == (
        "press/quay.txt:1  The quay burnt on Tuesday.\n"
        "document date: 2031-05-08 (header, 0.90)\n"
        "\n"
        "“on Tuesday” (column 16, characters 15-25)\n"
        "  rule    weekday\n"
        "  type    DATE\n"
        "  value   2031-05-06\n"
        "  means   Tue 6 May 2031 (2031-05-06)\n"
        "  anchor  document date, 2031-05-08\n"
        "  basis   relative\n"
        "\n"
    )


def test_slots_and_near_misses_are_told() -> None:
    text = "They met on Friday night in today's world, on 31 February."
    read = document(text)

    told = lines.explain(read, timex.tag(read), 1)

    assert "  slots   weekday “Friday”, part “night”\n" in told
    assert "“today” fits rule deictic-day, refused by its gate deictic\n" in told
    assert "“31 February” fits rule date-day-month: no time\n" in told


def test_a_range_shows_its_ends_and_the_problems_of_the_line() -> None:
    text = lines.explain(document(date=None), tagged(), 2)

    assert "document date: unknown; relative expressions stay unplaced" in text
    assert "“from May to July” (column 16, characters 42-58)" in text
    assert "  type    DATE, mod APPROX\n" in text
    assert "  means   not placed on the calendar\n" in text
    assert "  part    “May” = XXXX-05\n  part    “July” = XXXX-07\n" in text
    assert "problem: odd\n" in text


@pytest.mark.parametrize("line", [3, 4, 99, 0])
def test_a_line_without_expressions(line: int) -> None:
    assert "no time expression on this line" in lines.explain(
        document(), tagged(), line
    )


# ---- conflicts and documents ----


def test_conflicts_in_a_terminal() -> None:
    golden("everything/conflicts-80.txt", conflicts.render(everything(), View(80)))


def test_conflicts_in_a_pipe_are_a_row_a_quote() -> None:
    rows = conflicts.render(everything(), View()).splitlines()

    assert len(rows) == 5
    assert rows[2] == (
        "e06\t2031-05-06\tdate\tcontradiction\t2031-05-05\tdiary.md:22\t"
        "5 May: they took Ilva, and 40 more with her"
    )


def test_no_conflicts() -> None:
    assert conflicts.render(timeline(), View()) == ""


def test_documents_in_a_terminal() -> None:
    golden("everything/documents-80.txt", documents.render(everything(), View(80)))


def test_documents_in_a_pipe() -> None:
    rows = documents.render(everything(), View()).splitlines()

    assert rows[0] == "uri\tlanguage\tdate\tbasis\tconfidence\tevidence\torigin"
    assert rows[1] == (
        "press/herald.txt\ten\t2031-05-08\theader\t0.99\tdate 2031-05-08\t"
        "o1: 2 documents, 92% copied, credits Norpress"
    )
    assert rows[4] == "box/note.txt\ten\t\t\t\t\to3"
    assert {row.count("\t") for row in rows} == {6}


# ---- quotes ----


def told(text: str) -> tuple[RawDocument, str]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return RawDocument(Source(HERALD, "text", digest), text), digest


def test_quotes_that_stand() -> None:
    raw, digest = told(" " * 40 + "It rains. It pours.")
    event = single(1, HERALD, "It rains", edtf.parse("2031"))
    record = replace(everything().documents[0], source=raw.source)
    source = timeline(event, documents=(record,))

    assert digest == record.source.digest
    assert quotes.check(source, {HERALD: raw}) == ()
    assert quotes.summary(source, ()) == "1 quote in 1 document: all as told"


def test_quotes_that_do_not_stand() -> None:
    raw, _ = told(" " * 40 + "It pours. It rains.")
    event = single(1, HERALD, "It rains", edtf.parse("2031"))
    source = timeline(event, documents=everything().documents[:1])
    found = quotes.check(source, {HERALD: raw})

    assert [(f.where, f.message, f.is_missing) for f in found] == [
        (HERALD, "has changed since (SHA-256 differs)", False),
        (f"{HERALD}:1", "does not say “It rains.” there", False),
    ]
    assert quotes.summary(source, found) == "1 quote in 1 document: 2 faults"


@pytest.mark.parametrize(
    ("context", "faults"),
    [
        (Context("Cold. ", " It pours."), []),
        (Context("Cold. ", " It snows."), ["has other words around “It rains.”"]),
        (Context("Warm. ", " It pours."), ["has other words around “It rains.”"]),
        (Context(" " * 60), ["has other words around “It rains.”"]),
    ],
)
def test_quotes_whose_context_does_not_stand(
    context: Context, faults: list[str]
) -> None:
    raw, _ = told(" " * 34 + "Cold. It rains. It pours.")
    event = single(1, HERALD, "It rains", edtf.parse("2031"), context=context)
    record = replace(everything().documents[0], source=raw.source)
    found = quotes.check(timeline(event, documents=(record,)), {HERALD: raw})

    assert [finding.message for finding in found] == faults


def test_documents_that_are_gone_or_not_listed() -> None:
    events_told = (
        single(1, HERALD, "It rains", edtf.parse("2031")),
        single(2, AGENCY, "It pours", edtf.parse("2031")),
    )
    source = timeline(*events_told, documents=everything().documents[:1])
    found = quotes.check(source, {})

    assert [(f.where, f.is_missing) for f in found] == [
        (HERALD, True),
        (f"d-{AGENCY}", False),
    ]
