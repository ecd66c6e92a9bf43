"""Document dates: what counts as saying one, what does not, and which evidence wins."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.civil import DAY
from timeline.dct import date_document
from timeline.errors import UsageError
from timeline.model import Document, Hint, Problem, RawDocument, Source, Span
from timeline.options import ManifestRow, Options

BODY = """The harbour board met in the old hall. It said the gate would be shut for a week.

Residents were told on Friday to stay away from the quay, and most of them did so.
"""

LETTER = "\n".join(
    f"Dear neighbour, this is line {word} of a letter that tells nothing at all."
    for word in "one two three four five six seven eight nine ten eleven twelve".split()
)


def dated(
    text: str, uri: str = "notes.txt", options: Options | None = None, **fields: object
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of this text, under this name, with its date, and the problems."""
    raw = RawDocument(Source(uri, "text", ""), text, **fields)  # type: ignore[arg-type]
    return date_document(raw, options or Options())


def date_of(document: Document) -> str | None:
    return document.dct.edtf if document.dct else None


def skipped(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.skip]


TONGUES = tomllib.loads(
    (Path(__file__).parent / "cases" / "heads.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("body", "head", "date"),
    [
        (rows["body"], head, date)
        for rows in TONGUES.values()
        for head, date in rows["heads"]
    ],
)
def test_heads_of_other_languages(body: str, head: str, date: str) -> None:
    text = head.replace("{}", body) if "{}" in head else f"{head}\n\n{body}"

    document, _ = dated(text)

    assert (date or None) == date_of(document)


def test_a_dateline_of_another_language_without_its_year() -> None:
    body = TONGUES["es"]["body"]
    document, _ = dated(f"Torvik, 8 ene (EFE).- {body}")

    assert [(e.rung, e.value) for e in document.dct_evidence] == [
        ("dateline", "XXXX-01-08")
    ]


# First lines. `skip` is what is set aside of the text; None stands for the whole line.

HEADS = [
    # labels
    ("Date: 2031-05-03", "2031-05-03", "header", None),
    ("2031 3 May 2031", "2031-05-03", "header", None),
    ("Date: Sat, 03 May 2031 10:05:00 +0000", "2031-05-03", "header", None),
    ("Published: 3 May 2031", "2031-05-03", "header", None),
    ("Published on 3 May 2031", "2031-05-03", "header", None),
    ("Published on May 3, 2031 by Ann Lee", "2031-05-03", "header", None),
    ("published 3 may 2031", None, None, ()),  # no month is in small letters
    ("By Ann Lee. Published 3 May 2031", "2031-05-03", "header", None),
    ("**Published:** 3 May 2031", "2031-05-03", "header", None),
    ("Published:\n3 May 2031", "2031-05-03", "header", ("3 May 2031",)),
    ("Published: Updated:", None, None, ()),
    ("Published: about a week ago", None, None, ()),
    ("Updated: 3 May 2031", "2031-05-03", "header", None),
    ("Published: 3 May 2031 | Updated: 5 May 2031", "2031-05-03", "header", None),
    ("Updated: 5 May 2031 | Published: 3 May 2031", "2031-05-03", "header", None),
    ("Last-Modified: Sat, 03 May 2031 10:05:00 GMT", "2031-05-03", "header", None),
    ("Sent: Saturday, May 3, 2031 10:05 AM", "2031-05-03", "header", None),
    ("Posted: 3 May 2031, 10:05 GMT", "2031-05-03", "header", None),
    ("Filed: May 3, 2031", "2031-05-03", "header", None),
    ("Filed 3 May 2031 in the Circuit Court of Larkfield", "2031-05-03", "header", None),
    ("Dated this 3rd day of May 2031", "2031-05-03", "header", None),
    ("Sworn at Larkfield this 3rd day of May, 2031", "2031-05-03", "header", None),
    ("Entered May 3, 2031", "2031-05-03", "header", None),
    ("Policy Begun: 05/03/2031", None, None, ()),
    ("Date of Loss: 05/03/2031", None, None, ()),
    ("Release date: 3-May-2031", "2031-05-03", "header", None),
    ("Date: May 2031", "2031-05", "header", None),
    ("Date: 3-5 May 2031", None, None, ()),
    # the crawler's header
    (" date 2031-05-03 The gate broke.", "2031-05-03", "header", (" date 2031-05-03 ",)),
    ("date 2031-05-03", "2031-05-03", "header", None),
    (" date 2031-05-039 The gate broke.", None, None, ()),
    ("Camp near Lund, Dec. 17th 1862\n\nDear Mother,\n\nWe are well.", "1862-12-17", "header", ("Camp near Lund, Dec. 17th 1862",)),
    # minutes
    ("Minutes of the Harbour Board held on 3 May 2031 at the Old Hall", "2031-05-03", "header", None),
    ("MINUTES – Harbour Board, 3 May 2031", "2031-05-03", "header", None),
    ("Minutes\nHarbour Board\nHeld on 3 May 2031 in the Old Hall", "2031-05-03", "header", ("Held on 3 May 2031 in the Old Hall",)),
    ("MINUTES OF THE PARISH COUNCIL OF LUND\nheld in the Old Hall on 3 May 2031 at 7 pm", "2031-05-03", "header", ("held in the Old Hall on 3 May 2031 at 7 pm",)),
    ("Under the Treaty of Lund, signed on 3 May 2031, Torvik lost its charter.", None, None, ()),
    ("Minutes of panic followed the blast on 3 May 2031.", None, None, ()),
    ("Minutes after the blast on 3 May 2031 the quay was empty.", None, None, ()),
    # notes
    ("Call with Ada Lisk, Lund hospital, 3 May 2031", "2031-05-03", "header", None),
    ("Interview with a crane operator, by phone, 13/5/2031 (recorded)", "2031-05-13", "header", None),
    ("This is a recording of the safety meeting\nheld on May 3rd, 2031", "2031-05-03", "header", ("held on May 3rd, 2031",)),
    ("Call with the mayor about the fire of 3 May 2031", None, None, ()),
    ("Interview with the mayor on 3 May 2031 was cut short.", None, None, ()),
    # rows of tables
    ("# Lund port fire\n\n| Location | Lund |\n| Date | 3 May 2031 |\n| Deaths | 3 |", None, None, ()),
    ("| To | Ada Brenn |\n| Date | 3 May 2031 |", "2031-05-03", "header", ("| Date | 3 May 2031 |",)),
    ("| 12 | Signed by Judge Orr on 3 May 2031 | 2031-05-03 |", None, None, ()),
    ("| Ruth Holt | 3 May 2031 | 9 June 2031 |", None, None, ()),
    # lines that are dates
    ("3 May 2031", "2031-05-03", "header", None),
    ("Saturday, 3 May 2031", "2031-05-03", "header", None),
    ("3rd May 2031", "2031-05-03", "header", None),
    ("# 3 May 2031", "2031-05-03", "header", None),
    ("Larkfield, 3 May 2031", "2031-05-03", "header", None),
    ("By Ann Lee | 3 May 2031", "2031-05-03", "header", None),
    ("By Ann Lee and Bo Marsh, Larkfield Herald, 3 May 2031, 10:05 GMT", "2031-05-03", "header", None),
    ("May 3, 2031 | 4 min read", "2031-05-03", "header", None),
    ("13/5/2031", "2031-05-13", "header", None),
    ("May 2031", "2031-05", "header", None),
    ("2031", None, None, ()),
    ("3-5 May 2031", None, None, ()),
    # what machines put on a page
    ("LARKFIELD | Sat May 3, 2031 10:05 am EDT", "2031-05-03", "header", None),
    ("Saturday, May 3, 2031; Page B07 The gate broke at noon.", "2031-05-03", "header", ("Saturday, May 3, 2031; Page B07",)),
    ("Gate Breaks Saturday, May 3, 2031; 11:33 AM The gate broke today.", "2031-05-03", "header", ("Saturday, May 3, 2031; 11:33 AM",)),
    ("By Ann Lee, Harbour Editor LARKFIELD | Sat May 3, 2031 7:41 pm EDT LARKFIELD (Ondawire) - The gate broke.", "2031-05-03", "header", ("| Sat May 3, 2031 7:41 pm EDT",)),
    ("The board | 3 May 2031 was a long day for all of us at the quay", None, None, ()),
    ("Page last updated at 11:24 GMT, Saturday, 3 May 2031", "2031-05-03", "header", None),
    ("Page last updated at 11:24 GMT, Saturday, 3 May 2031 The gate broke in the night, and nobody on the quay was told.", "2031-05-03", "header", ("Page last updated at 11:24 GMT, Saturday, 3 May 2031",)),
    ("Last updated on 3 May 2031 the list of all the boats was found to be wrong again.", None, None, ()),
    ("3 May 2031 Last updated at 10:05 GMT", "2031-05-03", "header", None),
    ("May 3, 2031 -- Updated 0514 GMT (1314 HKT)", "2031-05-03", "header", None),
    ("Saturday, May 3, 2031 | Updated 1:32 PM PDT", "2031-05-03", "header", None),
    ("MAY 3, 2031 | 08:06AM PT", "2031-05-03", "header", None),
    ("8:05am UK, Saturday 3 May 2031", "2031-05-03", "header", None),
    ("Sat 3 May 2031 10.05 BST", "2031-05-03", "header", None),
    ("Case 2:31-cv-00045-QR   Document 14   Filed 05/03/31   Page 1 of 9", "2031-05-03", "header", None),
    ("The document was filed on shelf 05/03/31.", None, None, ()),
    ("https://herald.example/2031/05/03/gate.html", "2031-05-03", "address", ()),
    ("https://herald.example/2031/may/03/gate", "2031-05-03", "address", ()),
    ("https://herald.example/news/gate-20310503?page=2", "2031-05-03", "address", ()),
    ("Source: https://herald.example/2031/05/gate", "2031-05", "address", ()),
    ("https://herald.example/story/20310503123456/gate", None, None, ()),
    ("https://herald.example/2031/05/03/gate\nhttps://times.example/2031/05/04/gate", None, None, ()),
    ("Read https://herald.example/2031/05/03/gate.html first.", None, None, ()),
    # releases, oaths, judgments
    ("FOR IMMEDIATE RELEASE: May 3, 2031", "2031-05-03", "header", None),
    ("For release 3 May 2031", "2031-05-03", "header", None),
    ("EMBARGOED UNTIL 3 May 2031", None, None, ()),
    ("Subscribed and sworn to before me this 3rd day of May, 2031", "2031-05-03", "header", None),
    ("Argued March 1, 2031—Decided May 3, 2031", "2031-05-03", "header", None),
    ("Heard: 3 May 2031", None, None, ()),
    ("Invoice date: 3 May 2031", "2031-05-03", "header", None),
    # mail that is quoted
    ("It broke.\n\n-----Original Message-----\nFrom: Bo\nSent: Saturday, May 3, 2031 9:00 AM", None, None, ()),
    ("Sent: Sunday, May 4, 2031 9:00 AM\n\n---------- Forwarded message ---------\nDate: Sat, May 3, 2031", "2031-05-04", "header", ("Sent: Sunday, May 4, 2031 9:00 AM",)),
    ("Begin forwarded message:\nDate: 3 May 2031", "2031-05-03", "header", ("Date: 3 May 2031",)),
    # dates of other things
    ("Born 3 May 1981", None, None, ()),
    ("Date of birth: 3 May 1981", None, None, ()),
    ("Date of birth:\n3 May 1981", None, None, ()),
    ("Ann Lee, born 3 May 1981", None, None, ()),
    ("Expires: 2031-01-01", None, None, ()),
    ("Valid until 1 June 2031", None, None, ()),
    ("Due date: 3 May 2031", None, None, ()),
    ("Accessed 3 May 2031", None, None, ()),
    ("Since 3 May 2031", None, None, ()),
    ("Next meeting: 3 May 2031", None, None, ()),
    ("Date of incident: 3 May 2031", None, None, ()),
    ("> Date: 3 May 2031", None, None, ()),
    ("On 3 May 2031, Ann Lee wrote:", None, None, ()),
    # sentences and headlines
    ("The gate failed on 3 May 2031", None, None, ()),
    ("Floods hit Larkfield, 3 May 2031", None, None, ()),
    ("Published on 3 May 2031, the report blames the harbour board for what became of the gate.", None, None, ()),
    ("Posted 3 May along the quay, the guards saw nothing.", None, None, ()),
    # datelines
    ("LARKFIELD, May 3, 2031. The gate broke.", "2031-05-03", "dateline", ("LARKFIELD, May 3, 2031. ",)),
    ("In Larkfield, 3 May 2031. The gate broke.", None, None, ()),
    ("LARKFIELD, May 3, 2031 (NNA) — The gate broke.", "2031-05-03", "dateline", ("LARKFIELD, May 3, 2031 (NNA) — ",)),
    ("LARKFIELD, May 3, 2031 - The gate broke.", "2031-05-03", "dateline", ("LARKFIELD, May 3, 2031 - ",)),
    ("Larkfield, 3 May 2031 — The gate broke.", "2031-05-03", "dateline", ("Larkfield, 3 May 2031 — ",)),
    ("Gate gives way\n\nLARKFIELD, Norland, 3 May 2031 /PRWire/ -- The gate", "2031-05-03", "dateline", ("LARKFIELD, Norland, 3 May 2031 /PRWire/ -- ",)),
    ("LARKFIELD, May 3, 2031. /NNA/. The gate broke.", "2031-05-03", "dateline", ("LARKFIELD, May 3, 2031. /NNA/. ",)),
    ("LARKFIELD, Norland--(PRWIRE)--May 3, 2031--The gate broke.", "2031-05-03", "dateline", ("LARKFIELD, Norland--(PRWIRE)--May 3, 2031--",)),
    ("LARKFIELD (3 May 2031) – “The gate broke”", "2031-05-03", "dateline", ("LARKFIELD (3 May 2031) – ",)),
    ("(NNA) - PORT ST. ANN, 3 MAY 2031 - The gate broke.", "2031-05-03", "dateline", ("(NNA) - PORT ST. ANN, 3 MAY 2031 - ",)),
    ("LARKFIELD, May 3 (NNA) — The gate broke.", None, None, ("LARKFIELD, May 3 (NNA) — ",)),
    ("Larkfield, 3 May — The gate broke.", None, None, ("Larkfield, 3 May — ",)),
    ("LARKFIELD (NNA) — The gate broke.", None, None, ()),
    ("In Larkfield, on 3 May 2031 — a cold day — the gate broke.", None, None, ()),
    ("Larkfield, 3 May 2031 — a cold day — saw the gate break.", None, None, ()),
    ("Larkfield, 3 May 2031 was a quiet day.", None, None, ()),
    ("They left Larkfield, 3 May 2031 — The gate broke.", None, None, ()),
    # copyright
    ("© 2031 Larkfield Herald", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "value", "basis", "skip"), HEADS, ids=[row[0] for row in HEADS]
)
def test_head(
    head: str, value: str | None, basis: str | None, skip: tuple[str, ...] | None
) -> None:
    document, problems = dated(f"{head}\n\n{BODY}")

    assert (date_of(document), document.dct_basis) == (value, basis)
    assert skipped(document) == list((head,) if skip is None else skip)
    assert bool(document.dct_confidence) == bool(value)
    assert problems == ()


LANGUAGES = [
    ("es", "Publicado el 6 de mayo de 2031", "La junta del puerto dijo el viernes que la compuerta no se abrirá en una semana."),
    ("es", "Madrid, 6 may 2031 (ENA).- El puerto", "La junta del puerto dijo el viernes que la compuerta no se abrirá en una semana."),
    ("es", "MADRID, 6 may 2031 (ENA) - La junta se ha reunido", "La junta del puerto dijo el viernes que la compuerta no se abrirá en una semana."),
    ("es", "Acta de la reunión de la Junta celebrada el 6 de mayo de 2031", "La junta dijo que la compuerta no se abrirá en una semana."),
    ("fr", "Larkfield, le 6 mai 2031", "Le conseil du port a dit que la porte ne sera pas ouverte avant une semaine."),
    ("fr", "Mis à jour le 6 mai 2031 à 10h30", "Le conseil du port a dit que la porte ne sera pas ouverte avant une semaine."),
    ("de", "Stand: 06.05.2031, 10:30 Uhr", "Der Hafenrat sagte, dass das Tor eine Woche lang nicht geöffnet wird."),
    ("de", "Protokoll der Sitzung vom 6. Mai 2031", "Der Hafenrat sagte, dass das Tor eine Woche lang nicht geöffnet wird."),
    ("it", "Pubblicato il 6 maggio 2031", "Il consiglio del porto ha detto che la paratoia non sarà aperta per una settimana."),
    ("ru", "Дата: 6 мая 2031 г.", "Совет порта сообщил, что ворота не откроют ещё неделю, но вода уже спокойна."),
    ("nl", "Gepubliceerd op 6 mei 2031", "De havenraad zei dat de sluis een week lang niet open zal gaan."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "head", "body"), LANGUAGES, ids=[row[1] for row in LANGUAGES]
)
def test_head_in_other_languages(language: str, head: str, body: str) -> None:
    document, problems = dated(f"{head}\n\n{body}\n")

    assert (document.language, date_of(document)) == (language, "2031-05-06")
    assert problems == ()


FEET = [
    ("Larkfield, 3 May 2031", "2031-05-03"),
    ("Dated this 3rd day of May 2031", "2031-05-03"),
    ("Last updated on 3 May 2031", "2031-05-03"),
    ("Signed at Larkfield on 3 May 2031", "2031-05-03"),
    ("Subscribed and sworn before me this 3rd day of May, 2031", "2031-05-03"),
    ("Accessed 3 May 2031", None),
    ("The gate failed on 3 May 2031.", None),
]


@pytest.mark.parametrize(("foot", "value"), FEET, ids=[row[0] for row in FEET])
def test_foot(foot: str, value: str | None) -> None:
    document, _ = dated(f"{LETTER}\n\nYours, Ann Lee\n{foot}\n")

    assert date_of(document) == value
    assert document.dct_basis == ("footer" if value else None)
    assert skipped(document) == ([foot] if value else [])


def test_the_middle_of_a_text_does_not_date_it() -> None:
    document, _ = dated(f"{LETTER}\n\n3 May 2031\n\n{LETTER}\n")

    assert document.dct is None


def test_a_diary_is_not_dated_by_its_first_entry() -> None:
    diary = (
        "3 May 2031\n\nIt rained.\n\n4 May 2031\n\nIt rained.\n\n7 May 2031\n\nDry.\n"
    )

    document, _ = dated(diary)

    assert (document.dct, document.skip) == (None, ())


def test_mail_is_set_aside_but_for_its_subject() -> None:
    received = "Received: from x;\n Fri, 2 May 2031 09:00:00 +0000\n"
    filler = "".join(f"X-Filler-{i}: {i}\n" for i in range(12))
    last = "From: Ann Lee\nSubject: The gate\nDate: Sat, 3 May 2031 10:00:00 +0000\n"

    document, _ = dated(f"{received}{filler}{last}\n{BODY}")

    assert (date_of(document), document.dct_basis) == ("2031-05-03", "header")
    spans = document.skip
    kept = re.sub(r"\s+", " ", document.text[spans[-1].end :])
    assert kept.strip().startswith("The harbour board met")
    assert "Subject: " in skipped(document)
    assert not any("The gate" in text for text in skipped(document))


def test_line_ends_and_marks_keep_their_places() -> None:
    text = "\ufeffGate gives way\r\nPublished: 3 May 2031\r\n\r\nNobody was hurt.\r\n"

    document, _ = dated(text, skip=(Span(0, 1),))

    assert document.text == text
    assert skipped(document) == ["\ufeff", "Published: 3 May 2031"]


# Names of files and folders

NAMES = [
    ("2022-01-08-title.txt", "2022-01-08"),
    ("2022_01_08.txt", "2022-01-08"),
    ("2022.01.08 Harbour Board.txt", "2022-01-08"),
    ("a/20220108.txt", "2022-01-08"),
    ("IMG20220108.txt", "2022-01-08"),
    ("20220108T1030.txt", "2022-01-08"),
    ("20220108103000.txt", "2022-01-08"),
    ("1234-2022-01-08-5.txt", "2022-01-08"),
    ("minutes-3-may-2031.md", "2031-05-03"),
    ("Minutes 3 May 2031.txt", "2031-05-03"),
    ("13-01-2022 letter.txt", "2022-01-13"),
    ("08.01.2022.txt", "2022-01-08"),
    ("news/2022/01/08/title.txt", "2022-01-08"),
    ("2022-01-08/title.txt", "2022-01-08"),
    ("20220108/title.txt", "2022-01-08"),
    (r"C:\news\2022\01\08\title.txt", "2022-01-08"),
    ("2021/2022-01-08.txt", "2022-01-08"),
    ("feed-2022-01-08.jsonl#2021-05-05", "2022-01-08"),
    ("2022-01.txt", "2022-01"),
    ("news/2022/01/title.txt", "2022-01"),
    ("may-2031.txt", "2031-05"),
    ("news/2022/title.txt", None),
    ("report-2022.txt", None),
    ("report-20319999.txt", None),
    ("000_8cd2222d84d08586.txt", None),
    ("8cd20220108ab.txt", None),
    ("d_349917206c.txt", None),
    ("tel-2022010812345.txt", None),
    ("2022-13-08.txt", None),
    ("2022-02-30.txt", None),
    ("2022-01-08_to_2022-01-12.txt", None),
    ("version-2.0.1-2022.txt", None),
    ("january.txt", None),
    ("-", None),
]


@pytest.mark.parametrize(("name", "value"), NAMES, ids=[row[0] for row in NAMES])
def test_file_name(name: str, value: str | None) -> None:
    document, problems = dated(f"Gate gives way\n\n{BODY}", name)

    assert date_of(document) == value
    assert document.dct_basis == ("file-name" if value else None)
    assert document.skip == ()
    assert problems == ()


# What wins


def hints(*pairs: tuple[str, str], kind: str = "field") -> tuple[Hint, ...]:
    return tuple(Hint(kind, name, value) for name, value in pairs)


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ([("date", "2031-05-03")], "2031-05-03"),
        ([("date", "3 May 2031")], "2031-05-03"),
        ([("date", "2031-05-03T23:59:01.5Z")], "2031-05-03"),
        ([("date", "2031-05-03 10:00:00+02:00")], "2031-05-03"),
        ([("time", "1641600000")], "2022-01-08"),
        ([("time", "1641600000000")], "2022-01-08"),
        ([("date", "20310503")], "2031-05-03"),
        ([("date", "1962")], "1962"),
        ([("date", "-0043-03-15")], "-0043-03-15"),
        ([("updated", "2031-05-09"), ("date", "2031-05-03")], "2031-05-03"),
        ([("date", "2031-05-03"), ("published", "2031-05-04")], "2031-05-04"),
        ([("updated", "2031-05-09")], "2031-05-09"),
        ([("date", "3 May 2031 to 5 May 2031")], None),
        ([("date", "unknown")], None),
    ],
    ids=str,
)
def test_metadata(fields: list[tuple[str, str]], value: str | None) -> None:
    document, _ = dated(BODY, hints=hints(*fields))

    assert date_of(document) == value
    assert document.dct_basis == ("field" if value else None)


LADDER = [
    # text, name, evidence in the order of the ladder → basis, value
    ("Date: 2031-05-03", "2031-05-03.txt", "header", "2031-05-03"),
    ("Date: 2031-05-03", "2031-05-09.txt", "header", "2031-05-03"),
    ("Updated: 9 May 2031", "2031-05-03.txt", "header", "2031-05-09"),
    ("LARKFIELD, May 2, 2031 — The gate", "2031-05-03.txt", "dateline", "2031-05-02"),
    ("Date: 2031-05-03\n\nLARKFIELD, May 2 — The gate", "x.txt", "header", "2031-05-03"),
    ("Minutes of the Board held on 3 May 2031\n\nPublished: 10 May 2031", "x.txt", "header", "2031-05-03"),
    ("Date: May 2031\n\nLARKFIELD, May 2, 2031 — The gate", "x.txt", "dateline", "2031-05-02"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name", "basis", "value"), LADDER)
def test_the_higher_rung_wins(head: str, name: str, basis: str, value: str) -> None:
    document, _ = dated(f"{head}\n\n{BODY}", name)

    assert (document.dct_basis, date_of(document)) == (basis, value)


def test_contradictions_are_problems_and_lower_confidence() -> None:
    text = f"Published: 3 June 2031\n\n{BODY}"
    alone, _ = dated(text, "x.txt")
    agreed, none = dated(text, "2031-06-02.txt")
    document, (problem,) = dated(text, "2031-05-03.txt")

    assert none == ()
    assert agreed.dct_confidence > alone.dct_confidence > document.dct_confidence
    assert date_of(document) == "2031-06-03"
    assert (problem.uri, problem.stage, problem.is_note) == (
        "2031-05-03.txt",
        "dct",
        True,
    )
    assert problem.message == (
        "header says 2031-06-03 ('Published: 3 June 2031'), "
        "file-name says 2031-05-03 ('2031-05-03')"
    )
    assert [(e.rung, e.text, e.value) for e in document.dct_evidence] == [
        ("header", "Published: 3 June 2031", "2031-06-03"),
        ("file-name", "2031-05-03", "2031-05-03"),
    ]


@pytest.mark.parametrize(
    ("name", "options", "value"),
    [
        ("x.txt", Options(), None),
        ("2031/x.txt", Options(), "2031-12-31"),
        ("2032-01-01.txt", Options(), "2031-12-31"),
        ("x.txt", Options(doc_date="2032-01-05"), "2031-12-31"),
        ("x.txt", Options(doc_date="2031-11-05"), "2031-12-31"),
    ],
)
def test_a_dateline_without_year_takes_one_from_elsewhere(
    name: str, options: Options, value: str | None
) -> None:
    document, _ = dated("LARKFIELD, Dec. 31 (NNA) — The gate broke.\n", name, options)

    assert date_of(document) == value
    assert document.dct_basis == ("dateline" if value else None)
    assert document.dct_evidence[0].value == "XXXX-12-31"


def test_29_february_needs_a_leap_year() -> None:
    text = "LARKFIELD, Feb. 29 (NNA) — The gate broke.\n"

    assert date_of(dated(text, "2031-03-02.txt")[0]) == "2032-02-29"
    assert date_of(dated(text, "2030-03-02.txt")[0]) == "2030-03-02"


def test_a_copyright_year_completes_nothing() -> None:
    text = (
        f"LARKFIELD, May 3 (NNA) — The gate.\n\n{LETTER}\n\n© 2040 Larkfield Herald\n"
    )

    document, _ = dated(text)

    assert document.dct is None
    assert document.dct_evidence[1].rung == "copyright"


def test_the_future_is_refused_and_said() -> None:
    today = Options(today=edtf.parse("2031-05-03").start // DAY)

    document, (problem,) = dated(f"Date: 2093-05-03\n\n{BODY}", options=today)

    assert document.dct is None
    assert problem.message == (
        "header says 2093-05-03 ('Date: 2093-05-03'), which is after today"
    )
    assert (
        date_of(dated(f"Date: 2031-05-04\n\n{BODY}", options=today)[0]) == "2031-05-04"
    )
    assert (
        date_of(dated(f"Date: 3/12/2030\n\n{BODY}", options=today)[0]) == "2030-12-03"
    )
    # Only one of its two readings is past.
    assert date_of(dated(f"Date: 4/6/2031\n\n{BODY}", options=today)[0]) == "2031-04-06"


@pytest.mark.parametrize(
    ("name", "options", "body", "value", "problems"),
    [
        ("x.txt", Options(), "", "2031-05-03", 1),
        ("x.txt", Options(date_order="dmy"), "", "2031-05-03", 0),
        ("x.txt", Options(date_order="mdy"), "", "2031-03-05", 0),
        ("2031-03-05.txt", Options(), "", "2031-03-05", 0),
        (
            "x.txt",
            Options(),
            "It met on May 4, 2030 and on June 9, 2030.",
            "2031-03-05",
            0,
        ),
        (
            "x.txt",
            Options(),
            "It met on 4 May 2030 and on 9 June 2030.",
            "2031-05-03",
            0,
        ),
    ],
)
def test_day_and_month_are_settled_by_the_document(
    name: str, options: Options, body: str, value: str, problems: int
) -> None:
    document, found = dated(f"Date: 3/5/2031\n\n{BODY}{body}\n", name, options)

    assert date_of(document) == value
    assert len(found) == problems
    assert (document.dct_confidence <= 0.6) == bool(problems)


# The user's word


def test_the_manifest_wins_over_all() -> None:
    row = ManifestRow("x.txt", "2030-01-01", "The gate", "Herald", "es")

    document, problems = dated(
        f"Date: 2031-05-03\n\n{BODY}", "a/x.txt", Options(manifest=(row,))
    )

    assert (date_of(document), document.dct_basis) == ("2030-01-01", "manifest")
    assert document.dct_confidence >= 0.99
    assert (document.source.title, document.source.publisher) == ("The gate", "Herald")
    assert document.language == "es"
    assert problems == ()


@pytest.mark.parametrize(
    ("path", "uri", "fits"),
    [
        ("x.txt", "x.txt", True),
        ("x.txt", "a/b/x.txt", True),
        ("b/x.txt", "a/b/x.txt", True),
        ("./b/x.txt", "a/b/x.txt", True),
        (r"b\x.txt", "a/b/x.txt", True),
        ("/home/ann/b/x.txt", "b/x.txt", True),
        ("a/b/x.txt", "x.txt", False),
        ("x.txt", "a/yx.txt", False),
        ("b/x.txt", "a/bb/x.txt", False),
        ("X.txt", "x.txt", False),
        ("feed.jsonl", "a/feed.jsonl#7", True),
        ("feed.jsonl#7", "a/feed.jsonl#7", True),
        ("feed.jsonl#7", "a/feed.jsonl#71", False),
        ("-", "-", True),
    ],
)
def test_manifest_paths(path: str, uri: str, fits: bool) -> None:
    rows = (ManifestRow(path, "2030-01-01"),)

    document, _ = dated(BODY, uri, Options(manifest=rows))

    assert bool(document.dct) == fits


def test_the_most_specific_row_wins() -> None:
    rows = (
        ManifestRow("x.txt", "2030-01-01"),
        ManifestRow("b/x.txt", "2030-02-02"),
        ManifestRow("c/x.txt", "2030-03-03"),
    )

    document, _ = dated(BODY, "a/b/x.txt", Options(manifest=rows))

    assert date_of(document) == "2030-02-02"


def test_doc_date_is_for_those_that_say_none() -> None:
    options = Options(doc_date="2030-01-01")

    bare, _ = dated(BODY, options=options)
    said, _ = dated(f"Date: 2031-05-03\n\n{BODY}", options=options)

    assert (date_of(bare), bare.dct_basis) == ("2030-01-01", "option")
    assert (date_of(said), said.dct_basis) == ("2031-05-03", "header")


def test_a_doc_date_that_is_none_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="'soon' is not a date"):
        dated(BODY, options=Options(doc_date="soon"))


# The document itself


@pytest.mark.parametrize(
    ("raw", "option", "row", "language"),
    [
        (None, "auto", None, "en"),
        ("de", "auto", None, "de"),
        ("de", "fr", None, "de"),
        (None, "fr", None, "fr"),
        ("de", "fr", "it", "it"),
        ("en-GB", "auto", None, "en"),
        ("no", "auto", None, "nb"),
        ("English", "auto", None, "en"),
    ],
)
def test_language(raw: str | None, option: str, row: str | None, language: str) -> None:
    rows = (ManifestRow("notes.txt", language=row),)

    document, _ = dated(
        BODY, options=Options(language=option, manifest=rows), language=raw
    )

    assert document.language == language


def test_ids_are_made_of_path_and_text() -> None:
    ids = [dated(text, uri)[0].id for text in (BODY, LETTER) for uri in ("a", "b")]

    assert len(set(ids)) == 4
    assert ids[0] == dated(BODY, "a", Options(doc_date="2031-05-03"))[0].id
    assert all(re.fullmatch("[0-9a-f]{12}", one) for one in ids)


PIECES = [
    "Published: ", "date 2031-05-03", "LARKFIELD, ", "May 3", " — ", " - ", "(NNA)", "\n", "2031",
    ", ", "Minutes of ", "Born ", "©", "/", "a", " ", "\r\n", "\ufeff", "---", "3/5/2031",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text())
def test_any_text_is_dated_or_not(text: str) -> None:
    document, _ = dated(text)

    assert document.text == text
    assert (
        bool(document.dct) == bool(document.dct_basis) == bool(document.dct_confidence)
    )
    bounds = [edge for span in document.skip for edge in (span.start, span.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= edge <= len(text) for edge in bounds)


@given(st.dates())
def test_a_header_says_any_day(day: object) -> None:
    document, _ = dated(f"Date: {day}\n\n{BODY}")

    assert date_of(document) == str(day)
