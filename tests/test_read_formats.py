"""Web pages, mails, PDF files and Word documents: their words, and what dates them."""

import io
import sys
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import export
from timeline.build import build
from timeline.export import json
from timeline.model import Hint, Problem, RawDocument, Timeline
from timeline.options import Options, View
from timeline.read import Input, expand, html, read

PROSE = (
    "The board of the Larkfield ferry met on Monday and dismissed its director. "
    "Two boats had collided in the harbour on 3 May, and nobody was told for a week."
)


def read_bytes(
    data: bytes, name: str
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    return read(Input(name, data), Options())


def one(data: bytes, name: str) -> RawDocument:
    """The one document that these bytes are, read without a problem."""
    documents, problems = read_bytes(data, name)
    assert problems == ()
    (document,) = documents
    return document


def one_noted(data: bytes, name: str) -> RawDocument:
    """The one document that these bytes are, read with notes."""
    (document,), notes = read_bytes(data, name)
    assert all(note.is_note for note in notes)
    return document


def complaint(data: bytes, name: str) -> Problem:
    """The one problem that these bytes are."""
    documents, (problem,) = read_bytes(data, name)
    assert documents == ()
    return problem


# Web pages


def page(body: str, head: str = "", attributes: str = "") -> bytes:
    markup = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body>"
    return markup.encode()


ARTICLE = page(
    f"""<nav><a href="/">Home</a> <a href="/sport">Sport: cup final on Sunday</a></nav>
    <article><h1>Ferry director dismissed</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p>
    <table><tr><td>3 May 2031</td><td>Two boats collide</td></tr></table></article>
    <script>var day = "4 May 2031"</script><footer>Imprint of 1 June 2030</footer>""",
    """<title>Ferry director dismissed | Larkfield Post</title>
    <meta property="og:site_name" content="Larkfield Post">
    <meta property="article:published_time" content="2031-05-12T08:00:00+02:00">
    <meta property="og:title" content="Ferry director dismissed">""",
    'lang="en-GB"',
)


def test_of_a_page_the_article_is_read() -> None:
    document = one(ARTICLE, "post.html")
    assert PROSE in document.text
    assert "3 May 2031 | Two boats collide" in document.text
    for noise in ("cup final", "Imprint", "4 May", "<"):
        assert noise not in document.text
    assert document.source.reader == "html"
    assert document.source.title == "Ferry director dismissed"
    assert document.source.publisher == "Larkfield Post"
    assert document.language == "en"


@pytest.mark.parametrize(
    ("head", "hints"),
    [
        ('<meta name="date" content="12 May 2031">', [("date", "12 May 2031")]),
        (
            '<meta itemprop="datePublished" content="2031-05-12">',
            [("published", "2031-05-12")],
        ),
        (
            '<meta property="article:modified_time" content="2031-05-13">',
            [("updated", "2031-05-13")],
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "Person", "datePublished": "1999"},'
            '{"@type": "NewsArticle", "datePublished": "2031-05-12", "dateModified": "2031-05-14"}]}</script>',
            [("published", "2031-05-12"), ("updated", "2031-05-14")],
        ),
        (
            '<script type="application/ld+json">[{"@type": ["Report"], "datePublished": "2031-05-12"}]</script>',
            [("published", "2031-05-12")],
        ),
        ('<script type="application/ld+json">{"@type": </script>', []),
        ('<script type="application/ld+json">7</script>', []),
        ('<meta name="expires" content="2031-06-12">', []),
        ("<title>Opening hours</title>", []),
    ],
)
def test_what_dates_a_page(head: str, hints: Sequence[tuple[str, str]]) -> None:
    document = one(page(f"<p>{PROSE}</p>", head), "post.html")
    assert document.hints == tuple(Hint("page", *hint) for hint in hints)


def test_a_marked_time_dates_a_page_and_others_do_not() -> None:
    times = (
        '<time datetime="2031-05-12" itemprop="datePublished">Monday</time>'
        '<time datetime="2031-05-02">ten days before</time>'
    )
    document = one(page(f"<p>{PROSE}</p>{times}"), "post.html")
    assert document.hints == (Hint("page", "published", "2031-05-12"),)


def test_the_words_of_markup_line_by_line() -> None:
    markup = "<p>3 May: boats <b>col</b>lide<p>5 May:\n the   board meets<br>in Karvik"
    assert (
        html.words(markup) == "3 May: boats collide\n5 May: the board meets\nin Karvik"
    )
    assert html.words("<pre>9:00 alarm\n9:05 boats</pre>") == "9:00 alarm\n9:05 boats"


def test_a_page_without_an_article_is_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
    assert (
        one(page("<div>3 May</div><div>Boats</div>"), "a.html").text == "3 May\nBoats"
    )


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),  # what it is goes before what it says
        ("cp1252", "windows-1252"),
        ("cp1250", "windows-1250"),
        ("utf-16", ""),
    ],
)
def test_encodings_of_pages(encoding: str, named: str) -> None:
    head = f'<meta charset="{named}">' if named else ""
    markup = page(f"<p>Märta Löfgren über {PROSE}</p>", head).decode()
    assert "Märta Löfgren über" in one(markup.encode(encoding), "post.html").text


def test_a_timeline_of_ours_is_no_source(tmp_path: Path) -> None:
    empty = Timeline("T", (), (), (), (), (), "1.0")
    path = tmp_path / "crisis.html"
    path.write_text(export.render("html", empty, View()), encoding="utf-8")
    assert "built here" in complaint(path.read_bytes(), str(path)).message


def test_markup_without_words_is_refused() -> None:
    assert "no words" in complaint(b"<!-- nothing -->", "empty.html").message
    assert complaint(page("<script>1</script>"), "empty.html").message


def test_a_page_is_recognised_without_its_suffix() -> None:
    assert one(ARTICLE, "download").source.reader == "html"


# Mails


def mail(body: str = PROSE, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Anna Bérg <anna@post.example>"
    message["Date"] = "Mon, 12 May 2031 08:00:00 +0200"
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    return message


def test_a_mail_is_its_headers_and_its_words() -> None:
    document = one(bytes(mail(Subject="Fährunglück")), "a.eml")
    assert document.text == (
        "From: Anna Bérg <anna@post.example>\n"
        "Date: Mon, 12 May 2031 08:00:00 +0200\n"
        f"Subject: Fährunglück\n\n{PROSE}\n"
    )
    assert document.source.title == "Fährunglück"
    assert document.source.publisher == "Anna Bérg <anna@post.example>"


def test_the_date_of_a_mail_dates_what_it_tells(tmp_path: Path) -> None:
    body = (
        "The director resigned yesterday.\n\n"
        "On Wed, 7 May 2031 at 09:12, Jon <jon@post.example> wrote:\n"
        "> The boats were sold yesterday.\n"
    )
    (tmp_path / "a.eml").write_bytes(bytes(mail(body)))
    timeline = build([str(tmp_path)], Options())
    dated = {r.event.headline: r.event.time.edtf for r in timeline.events}
    assert dated == {
        "The director resigned": "2031-05-11",
        "The boats were sold": "2031-05-06",
    }


def test_of_a_page_that_is_mailed_the_words_are_read() -> None:
    message = EmailMessage()
    message.set_content(f"<p>Dear all,<p>{PROSE}", subtype="html")
    assert one(bytes(message), "a.eml").text == f"\nDear all,\n{PROSE}"


def test_plain_text_goes_before_the_page_and_attachments_are_named() -> None:
    message = mail()
    message.add_alternative("<p>Look at this in a browser", subtype="html")
    message.add_attachment(
        b"%PDF", maintype="application", subtype="pdf", filename="minutes.pdf"
    )
    (document,), (problem,) = read_bytes(bytes(message), "a.eml")
    assert PROSE in document.text
    assert "browser" not in document.text
    assert problem.is_note
    assert "minutes.pdf" in problem.message


@pytest.mark.parametrize(
    ("charset", "data"),
    [("utf-8", "Löfgren".encode("cp1252")), ("no-such", "Löfgren".encode())],
)
def test_a_mail_that_is_wrong_about_its_encoding(charset: str, data: bytes) -> None:
    head = f'Subject: x\nContent-Type: text/plain; charset="{charset}"\n\nHerr '
    text = "Herr Löfgren ist gestern über die Brücke nach Hause gegangen"
    data = text.encode("cp1252" if charset == "utf-8" else "utf-8")
    document = one(head.encode() + b"\n" + data, "a.eml")
    assert text in document.text


def test_a_mail_is_recognised_without_its_suffix() -> None:
    data = b"Received: from here by there\n" + bytes(mail())
    assert one(data, "message").source.reader == "email"


# PDF files


def pdf(*pages: Sequence[str]) -> bytes:
    """A file with these lines on its pages; a page without lines is blank."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F 12 Tf 40 800 Td {shown}ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % len(objects)
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def test_a_sentence_goes_on_from_page_to_page() -> None:
    data = pdf(
        ["Larkfield Council, page 1", "The board met on Monday and dis-"],
        ["Larkfield Council, page 2", "missed its director."],
        ["Larkfield Council, page 3", "The ferry sails again."],
    )
    assert one(data, "minutes.pdf").text == (
        "The board met on Monday and dismissed its director.\n\nThe ferry sails again."
    )


def test_where_pages_begin() -> None:
    data = pdf(["The board met and dis-"], [], ["missed its director.", "Rain fell."])
    document = one_noted(data, "minutes.pdf")
    begun = [document.text[start:] for start in document.pages]
    assert document.text.startswith("The board met and dismissed its director.")
    assert begun[0] == document.text
    assert begun[2].split() == ["its", "director.", "Rain", "fell."]


def test_a_quote_from_a_pdf_file_leads_to_its_page(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        pdf(
            ["Minutes of 12 May 2031", "The board met on Monday."],
            [
                "Two boats had collided in the harbour on 3 May 2031.",
                "Nobody was hurt.",
            ],
        )
    )
    timeline = build([str(path)], Options())
    (collided,) = (r for r in timeline.events if "collided" in r.event.headline)
    assert timeline.documents[0].pages == (1, 4)
    assert collided.event.mentions[0].line == 4
    for name, shown in (
        ("terminal", "minutes.pdf:4 (p. 2)"),
        ("markdown", "[minutes.pdf, page 2]("),
        ("html", "minutes.pdf#page=2"),
        ("csv", "minutes.pdf:4 (p. 2)"),
        ("jsonld", '"position": "page 2"'),
        ("timelinejs", "minutes.pdf, page 2"),
    ):
        rendered = export.render(name, timeline, View())
        text = rendered.decode() if isinstance(rendered, bytes) else rendered
        assert shown in text, name
    saved = json.render(timeline, View())
    assert json.read(saved).documents[0].pages == (1, 4)


def test_a_hyphen_that_the_text_has_elsewhere_stays() -> None:
    data = pdf(
        ["The state-", "owned ferry, state-owned since May, was sold by Al-", "Harun."]
    )
    assert one(data, "a.pdf").text == (
        "The state-owned ferry, state-owned since May, was sold by Al-Harun."
    )


@pytest.mark.parametrize(
    ("stamp", "foot"),
    [
        ("11/22/31, 9:31 AM Ferry news", "https://post.example/ferry 1/1"),
        ("22.11.2031, 09:31", "file:///home/ferry.html 1 of 2"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text(stamp: str, foot: str) -> None:
    data = pdf(
        [
            stamp,
            "The ferry sails again.",
            "It is 11/22/31, 9:31 AM.",
            "So it is.",
            "Yes.",
            foot,
        ]
    )
    text = one(data, "a.pdf").text
    assert text == "The ferry sails again.\nIt is 11/22/31, 9:31 AM.\nSo it is.\nYes."


def test_a_stamp_without_an_address_is_text() -> None:
    data = pdf(["11/22/31, 9:31 AM The alarm is raised.", "The ferry stops."])
    assert one(data, "a.pdf").text.startswith("11/22/31, 9:31 AM The alarm")


def test_scanned_pages_are_named() -> None:
    assert "no words" in complaint(pdf([], []), "scan.pdf").message
    (document,), (note,) = read_bytes(pdf(["The ferry sails."], []), "half.pdf")
    assert document.text == "The ferry sails."
    assert note.is_note
    assert "1 of 2 pages" in note.message


def test_a_locked_file_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(["The ferry sails."])))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert "password" in complaint(locked.getvalue(), "a.pdf").message


def test_a_damaged_file_is_mended_or_named() -> None:
    whole = pdf(["The ferry sails."])
    lost = whole[: whole.rindex(b"startxref")] + b"startxref\n7\n%%EOF"
    assert one(lost, "a.pdf").text == "The ferry sails."
    assert "cannot be read" in complaint(b"%PDF-1.4\nnothing", "a.pdf").message


# Word documents


def word(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Ferry  minutes"
    document.add_heading("Minutes of 12 May 2031")
    document.add_paragraph(PROSE)
    table = document.add_table(2, 2)
    for row, cells in zip(
        table.rows, (("3 May", "Boats collide"), ("One", "")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[1].cells[0].merge(table.rows[1].cells[1])
    document.add_paragraph("The ferry sails again.")

    read_ = one(word(document), "minutes.docx")

    assert read_.text.strip() == (
        f"Minutes of 12 May 2031\n\n{PROSE}\n\n3 May | Boats collide\nOne\n\n"
        "The ferry sails again."
    )
    assert read_.source.title == "Ferry minutes"


def test_insertions_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The ferry ")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for mark in (
        f"<w:del {names}><w:r><w:delText>sank </w:delText></w:r></w:del>",
        f"<w:ins {names}><w:r><w:t>sailed on 3 May</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(mark))
    assert one(word(document), "a.docx").text.strip() == "The ferry sailed on 3 May"


def test_what_is_no_document_says_so() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", "x")
    for data in (b"PK\3\4 broken", packed.getvalue(), b"plain"):
        assert "cannot be read" in complaint(data, "a.docx").message


def test_a_file_made_to_fill_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.read.docx._MOST", 1000)
    assert "unpacks to" in complaint(word(docx.Document()), "a.docx").message


# All of them


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.html", "lxml", "html"),
        ("a.html", "trafilatura", "html"),
        ("a.pdf", "pypdf", "pdf"),
        ("a.docx", "docx", "docx"),
    ],
)
def test_a_missing_package_is_named(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert complaint(b"x", name).hint == f"pip install 'timeline[{extra}]'"


def test_they_are_found_in_folders(tmp_path: Path) -> None:
    names = ["a.docx", "a.eml", "a.htm", "a.html", "a.pdf"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    found, problems = expand([str(tmp_path)])
    assert [Path(source.path).name for source in found] == names
    assert problems == ()


@pytest.mark.parametrize("name", ["a.html", "a.eml", "a.pdf", "a.docx"])
@given(data=st.binary(min_size=1, max_size=300))
def test_no_bytes_raise(name: str, data: bytes) -> None:
    documents, problems = read_bytes(data, name)
    assert documents or problems


@given(data=st.data())
def test_no_damage_raises(data: st.DataObject) -> None:
    whole, name = data.draw(
        st.sampled_from(
            [
                (ARTICLE, "a.html"),
                (bytes(mail(Subject="=?utf-8?q?F=C3=A4hre?=")), "a.eml"),
                (pdf(["The ferry sails."]), "a.pdf"),
                (word(docx.Document()), "a.docx"),
            ]
        )
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 3 :]
    if damaged:
        documents, problems = read_bytes(damaged, name)
        assert documents or problems


def test_the_running_head_of_two_pages_goes() -> None:
    data = pdf(
        ["Board of Lund, report 118", "The ferry sails.", "Page 1 of 2"],
        ["Board of Lund, report 118", "The crew rests.", "Page 2 of 2"],
    )
    text = one(data, "a.pdf").text
    assert "Board" not in text
    assert "Page" not in text


def test_rows_at_the_edges_of_pages_stay() -> None:
    rows = [f"0{n}/05/2031 Payment of {90 * n} euros" for n in range(1, 10)]
    data = pdf(rows[:3], rows[3:6], rows[6:])
    assert one(data, "a.pdf").text.count("Payment") == 9
