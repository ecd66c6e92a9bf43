"""Files, folders and bytes that people have, and what is said about those that fail."""

import gzip
import hashlib
import json
import os
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Hint, Problem, RawDocument, Span
from timeline.options import Options
from timeline.read import Input, _streams, divide, expand, filled, read, singly

TEXT = "The tide gate at Larkfield broke.\r\nNobody was hurt.\n"


def read_bytes(
    data: bytes, name: str = "notes.txt"
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    """What is read from these bytes under this name."""
    return read(Input(name, data), Options())


def one(data: bytes, name: str = "notes.txt") -> RawDocument:
    """The one document that these bytes are, read without a problem."""
    documents, problems = read_bytes(data, name)
    assert problems == ()
    (document,) = documents
    return document


def complaint(data: bytes, name: str = "notes.txt") -> str:
    """The one problem that these bytes are."""
    documents, (problem,) = read_bytes(data, name)
    assert documents == ()
    assert (problem.uri, problem.stage, problem.is_note) == (name, "read", False)
    assert problem.hint
    return problem.message


def paths(inputs: tuple[Input, ...], root: Path) -> list[str]:
    return [Path(source.path).relative_to(root).as_posix() for source in inputs]


# Bytes to text


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", ""),
        ("utf-8", "\ufeff"),
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
        ("utf-32-le", "\ufeff"),
        ("utf-32-be", "\ufeff"),
    ],
)
def test_unicode_is_read_as_it_is(encoding: str, mark: str) -> None:
    text = mark + TEXT + "Žofie – “yes”\n"

    document = one(text.encode(encoding))

    assert document.text == text
    assert document.skip == ((Span(0, 1),) if mark else ())


LEGACY = [
    ("cp1252", "Le président a été réélu après une journée très agitée, mais les pêcheurs étaient déjà là."),
    ("mac_roman", "Le président a été réélu après une journée très agitée, mais les pêcheurs étaient déjà là."),
    ("cp850", "Le président a été réélu après une journée très agitée, mais les pêcheurs étaient déjà là."),
    ("cp1252", "Die Bürger der Stadt sind über Nacht müde geworden, und die größeren Schäden sind in der Straße."),
    ("cp1252", "El año pasado, los vecinos de la región pidieron más información sobre el accidente."),
    ("cp1252", "The minister said “we’re ready” – and left. The café on the quay stayed open all night."),
    ("cp1250", "Wczoraj wieczorem strażacy ugasili pożar w porcie, ale śledztwo nie jest jeszcze zakończone, mówi rzeczniczka, która była na miejscu i która powiedziała to także prasie."),
    ("cp1251", "Вчера в городе прошли протесты, и полиция задержала десятки человек. Министр не сообщил об этом."),
    ("koi8_r", "Вчера в городе прошли протесты, и полиция задержала десятки человек. Министр не сообщил об этом."),
    ("cp1253", "Χθες το λιμάνι της πόλης έκλεισε για την απεργία και δεν άνοιξε από το πρωί."),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text"), LEGACY, ids=[e for e, _ in LEGACY])
def test_old_encodings_are_told_by_the_words_they_make(
    encoding: str, text: str
) -> None:
    assert one(text.encode(encoding)).text == text


def test_an_unsure_encoding_is_a_note_and_costs_nothing() -> None:
    documents, (note,) = read_bytes("Café Žofie, 12:30".encode("cp1250"))

    assert documents[0].text.startswith("Caf")
    assert note.is_note
    assert "guess" in note.message


def test_damaged_utf8_stays_utf8() -> None:
    data = "Żofia była w porcie – „tak”.\n".encode() * 3 + b"\xc5"

    documents, (note,) = read_bytes(data)

    assert documents[0].text.count("Żofia") == 3
    assert documents[0].text.endswith("\ufffd")
    assert note.message == "is damaged UTF-8: 1 places could not be decoded"
    assert note.is_note


BAD_BYTES = [
    ("empty", b"", "is empty"),
    ("blanks", b" \r\n\t\n", "is empty but for blanks"),
    ("only a mark", b"\xef\xbb\xbf\n", "is empty but for blanks"),
    ("zip", b"PK\x03\x04\x14\0\x08\0" * 50, "is a binary file, not text"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, "is a binary file, not text"),
    ("controls", bytes(range(1, 32)) * 40, "is a binary file, not text"),
    ("noise", bytes(range(128, 256)) * 40, "is a binary file, not text"),
]


@pytest.mark.parametrize(
    ("data", "message"),
    [row[1:] for row in BAD_BYTES],
    ids=[row[0] for row in BAD_BYTES],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    assert complaint(data) == message


def test_terminal_codes_and_late_zeros_are_text() -> None:
    coloured = "\x1b[31mALARM\x1b[0m at the gate [red]now[/red]\n"

    assert one(coloured.encode()).text == coloured
    assert one(b"line\n" * 4000 + b"\0\0\0\nline\n").text.endswith("\0\nline\n")


def test_large_files_are_refused() -> None:
    documents, (problem,) = read(Input("a.txt", b"x" * 101), Options(max_bytes=100))

    assert documents == ()
    assert problem.message == "is larger than 0.0001 MB"
    assert read(Input("a.txt", b"x" * 100), Options(max_bytes=100))[1] == ()


def test_source_names_file_reader_and_digest() -> None:
    source = one(TEXT.encode()).source

    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.uri, source.reader, source.digest) == ("notes.txt", "text", digest)
    assert source.title is None


@given(st.binary(), st.sampled_from(["a.txt", "a.md", "a.jsonl", "a.bin", "-"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    documents, problems = read_bytes(data, name)

    assert documents or problems
    for document in documents:
        assert all(0 <= s.start < s.end <= len(document.text) for s in document.skip)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    documents, _ = read_bytes(text.encode())

    assert [document.text for document in documents] in ([text], [])


# Markdown

MARKDOWN = """---
title: "The gate: what we know"   # working title
date: 2031-05-08
lastmod: 2031-05-10
Author: Ann Lee
language: en
tags: [harbour, flood]
empty:
nested:
  date: 1999-01-01
---

# Gate broke

Nobody was hurt.
"""


def test_front_matter_is_read_and_set_aside() -> None:
    document = one(MARKDOWN.encode(), "gate.md")

    assert document.text == MARKDOWN
    assert document.source.reader == "markdown"
    assert document.source.title == "The gate: what we know"
    assert document.source.publisher == "Ann Lee"
    assert document.language == "en"
    assert [(h.kind, h.name, h.value) for h in document.hints] == [
        ("front-matter", "date", "2031-05-08"),
        ("front-matter", "updated", "2031-05-10"),
    ]
    (skip,) = document.skip
    assert document.text[skip.end :].lstrip().startswith("# Gate broke")


def test_hints_stand_where_they_say() -> None:
    document = one(MARKDOWN.encode(), "gate.md")

    for hint in document.hints:
        assert hint.span
        assert document.text[hint.span.start : hint.span.end] == hint.value


@pytest.mark.parametrize(
    ("text", "title", "hints", "skipped"),
    [
        ("# Gate broke #\n\nText.\n", "Gate broke", 0, ""),
        ("Text.\n\n# Later heading\n", None, 0, ""),
        ("---\nNo end: of it\n\nText.\n", None, 0, ""),
        ("Text.\n---\ndate: 2031-05-08\n---\n", None, 0, ""),
        ("---\r\ndate: '2031-05-08'\r\n---\r\nText.\r\n", None, 1, "---\r\n"),
        ("---\n---\nText.\n", None, 0, "---\n---\n"),
        ("---\npublished: 8 May 2031\n...\nText.\n", None, 1, "---\npublished"),
        ("---\ndate: 2031-05-08\n---\n# Heading\nText.\n", "Heading", 1, "---\n"),
    ],
)
def test_markdown(text: str, title: str | None, hints: int, skipped: str) -> None:
    document = one(text.encode(), "gate.md")

    assert document.source.title == title
    assert len(document.hints) == hints
    span = document.skip[0] if document.skip else Span(0, 0)
    assert document.text[span.start : span.end].startswith(skipped)
    assert bool(document.skip) == bool(skipped)


# JSON lines


def test_each_line_is_a_document() -> None:
    lines = [
        {"id": "a7", "title": "Gate", "text": TEXT, "date": "2031-05-08", "extra": [1]},
        {
            "text": "Second.",
            "published": 1936000000,
            "source": "Herald",
            "language": "de",
        },
        {"id": 12, "text": "Third.", "publisher": "Post", "source": {"name": "x"}},
    ]
    data = "\n".join(json.dumps(line) for line in lines).encode()

    documents, problems = read_bytes(data, "feed.jsonl")

    assert problems == ()
    first, second, third = documents
    assert [d.source.uri for d in documents] == [
        "feed.jsonl#a7",
        "feed.jsonl#2",
        "feed.jsonl#12",
    ]
    assert (first.text, first.source.title) == (TEXT, "Gate")
    assert first.hints == (Hint("field", "date", "2031-05-08"),)
    assert second.hints == (Hint("field", "published", "1936000000"),)
    assert (second.source.publisher, second.language) == ("Herald", "de")
    assert third.source.publisher == "Post"
    assert {d.source.digest for d in documents} == {hashlib.sha256(data).hexdigest()}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is no record: "),
        ("[1, 2]", "is no record: "),
        ('{"title": "no text"}', "is no record: "),
        ('{"text": 5}', "is no record: "),
        ('{"text": "  "}', "is a record without text"),
        ('{"text": "x", "z": ' + "[" * 100_000, "is no record: "),
    ],
    ids=["broken", "list", "no text", "number", "blank", "deep"],
)
def test_a_bad_line_costs_no_other(line: str, message: str) -> None:
    data = f'{{"text": "One."}}\n\n{line}\n{{"text": "Four."}}\n'.encode()

    documents, (problem,) = read_bytes(data, "feed.jsonl")

    assert [d.source.uri for d in documents] == ["feed.jsonl#1", "feed.jsonl#4"]
    assert (problem.uri, problem.line) == ("feed.jsonl", 3)
    assert problem.message.startswith(message)


def test_an_id_that_comes_twice_names_one_document_only() -> None:
    data = b'{"id": 1, "text": "One."}\n{"id": 1, "text": "Two."}\n'

    documents, _ = read_bytes(data, "feed.jsonl")

    assert [d.source.uri for d in documents] == ["feed.jsonl#1", "feed.jsonl#1@2"]


# Which reader


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"Text.", "text"),
        ("a.TXT", b"Text.", "text"),
        ("a.log", b"Text.", "text"),
        ("README", b"Text.", "text"),
        ("notes 3.5.2031", b"Text.", "text"),
        ("a.md", b"Text.", "markdown"),
        ("a.jsonl", b'{"text": "x"}', "jsonl"),
        ("a.xyz", b"Text.", "text"),
        ("a.xyz", b"---\ndate: 2031-05-08\n---\nText.", "markdown"),
        ("-", b'{"text": "x"}\n{"text": "y"}', "jsonl"),
        ("-", b'{"other": "x"}\n', "text"),
        ("-", b"---\nText.\n", "text"),
        ("a.txt", b'{"text": "x"}', "text"),
    ],
)
def test_suffix_then_sniffing_picks_the_reader(
    name: str, data: bytes, reader: str
) -> None:
    documents, _ = read_bytes(data, name)

    assert {document.source.reader for document in documents} == {reader}


# Paths


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with texts, a hidden file, an image, and a folder in it."""
    files = [
        "b.txt",
        "a.md",
        ".hidden.txt",
        "photo.png",
        "in/c.log",
        "in/d",
        ".git/e.txt",
    ]
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Text.\n", "utf-8")
    return tmp_path


def test_a_folder_is_read_all_through(tree: Path) -> None:
    inputs, (problem,) = expand([str(tree)])

    assert paths(inputs, tree) == ["a.md", "b.txt", "in/c.log", "in/d"]
    assert problem.message == "holds files of kinds that no reader is for: .png (1)"
    assert problem.is_note


def test_each_file_comes_once_whatever_the_order(tree: Path) -> None:
    (tree / "link.txt").symlink_to(tree / "b.txt")
    named = [str(tree / "b.txt"), f"{tree}/./b.txt", str(tree / "in"), str(tree)]

    inputs, _ = expand(named)

    assert paths(inputs, tree) == ["a.md", "b.txt", "in/c.log", "in/d"]
    assert expand(named[::-1]) == expand(named)


def test_a_named_file_is_always_tried(tree: Path) -> None:
    inputs, problems = expand([str(tree / "photo.png"), str(tree / ".hidden.txt")])

    assert paths(inputs, tree) == [".hidden.txt", "photo.png"]
    assert problems == ()


def test_globs(tree: Path) -> None:
    assert paths(expand([f"{tree}/*.txt"])[0], tree) == ["b.txt"]
    assert paths(expand([f"{tree}/**/*.log"])[0], tree) == ["in/c.log"]
    assert paths(expand([f"{tree}/i?"])[0], tree) == ["in/c.log", "in/d"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    path = tmp_path / "notes [1].txt"
    path.write_text("Text.", "utf-8")

    assert expand([str(path)]) == ((Input(str(path)),), ())


def test_loops_of_links_end(tree: Path) -> None:
    (tree / "in" / "up").symlink_to(tree)
    (tree / "aa").symlink_to(tree / "in")

    assert paths(expand([str(tree)])[0], tree) == ["a.md", "b.txt", "in/c.log", "in/d"]


def test_a_link_to_a_folder_elsewhere_is_followed(tree: Path, tmp_path: Path) -> None:
    other = tmp_path / "in" / "sub"
    other.mkdir()
    (other / "f.txt").write_text("Text.", "utf-8")
    top = tmp_path / "top"
    top.mkdir()
    (top / "link").symlink_to(other)

    assert paths(expand([str(top)])[0], top) == ["link/f.txt"]


def test_pipes_in_folders_are_left_alone(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")

    assert "pipe.txt" not in paths(expand([str(tree)])[0], tree)


def test_missing_things_are_named(tree: Path) -> None:
    (tree / "broken.txt").symlink_to(tree / "gone.txt")
    (tree / "loop.txt").symlink_to(tree / "loop.txt")
    (tree / "void").mkdir()
    (tree / "images").mkdir()
    (tree / "images" / "x.png").write_bytes(b"\0")
    cases = {
        "nowhere.txt": "does not exist",
        "b.txt/below": "cannot be read: Not a directory",
        "*.docx": "matches no file",
        "broken.txt": f"is a broken link to {tree / 'gone.txt'}",
        "loop.txt": "is a link that leads to itself",
        "void": "holds nothing that can be read",
        "images": "holds nothing that can be read: .png (1)",
        "nul\0.txt": "cannot be read: embedded null byte",
    }

    for name, message in cases.items():
        inputs, (problem,) = expand([f"{tree}/{name}", str(tree / "a.md")])
        assert paths(inputs, tree) == ["a.md"]
        assert (problem.uri, problem.stage) == (f"{tree}/{name}", "read")
        assert problem.message == message
        assert problem.hint
        assert not problem.is_note


def test_a_broken_link_in_a_folder_is_a_problem_of_its_own(tree: Path) -> None:
    (tree / "broken.txt").symlink_to(tree / "gone.txt")

    inputs, _ = expand([str(tree)])
    found = [read(source, Options()) for source in inputs]

    assert [p.message for _, problems in found for p in problems] == [
        f"is a broken link to {tree / 'gone.txt'}"
    ]


def test_unreadable_files_are_named(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    documents, (problem,) = read(Input(str(tree / "b.txt")), Options())

    assert documents == ()
    assert problem.message == "may not be read"
    assert problem.hint == f"Give yourself the right: chmod u+r {tree / 'b.txt'}"


def test_standard_input() -> None:
    assert expand(["-", "-"], b"Text.") == ((Input("-", b"Text."),), ())
    inputs, (problem,) = expand(["-"])
    assert (inputs, problem.uri) == ((), "-")


def test_names_that_are_no_unicode_can_be_shown(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("Text.", "utf-8")

    (source,), _ = expand([str(tmp_path)])
    (document,), _ = read(source, Options())

    assert document.source.uri.endswith("/caf\\udce9.txt")
    assert msgspec.json.encode(document)


# Large files of records


def feed(*ids: object, text: str = "The gate broke.") -> bytes:
    """Records with these ids, or none where one is None."""
    rows = [{"text": text} | ({} if i is None else {"id": i}) for i in ids]
    return "\n".join(json.dumps(row) for row in rows).encode()


def in_parts(
    path: Path, options: Options | None = None
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...], int]:
    """Documents and problems of a file that is read in parts, and how many these are."""
    parts, problems = divide([Input(str(path))], options or Options())
    found = [read(part, options or Options()) for part in filled(parts)]
    documents = tuple(document for some, _ in found for document in some)
    return documents, (*(p for _, some in found for p in some), *problems), len(parts)


PACKINGS = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_streams, "BLOCK", 200)


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("packing", PACKINGS)
def test_parts_are_the_same_as_the_whole(tmp_path: Path, packing: str) -> None:
    data = b"\n\n".join(
        [
            b"\xef\xbb\xbf" + feed("a", "b", "a", None, 7, "5", None),
            b'{"id": "lost"}',
            feed(*"abcdefgh", "a@3", "a@3", text="Blüten von 1931.\r\nUnd mehr."),
            b"no record",
            feed(None, None, "16", "a"),
        ]
    )
    path = tmp_path / f"feed.jsonl{packing}"
    path.write_bytes(PACKINGS[packing](data))

    documents, problems, count = in_parts(path)
    whole, faults = read(Input("feed.jsonl", data), Options())

    assert count >= 5
    names = [document.source.uri.partition("#")[2] for document in documents]
    assert names == [document.source.uri.partition("#")[2] for document in whole]
    assert len({*names}) == len(names)
    assert [d.text for d in documents] == [d.text for d in whole]
    assert [p.line for p in problems] == [p.line for p in faults]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert {d.source.digest for d in documents} == {digest}


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("packing", PACKINGS)
def test_a_part_comes_apart_into_records(tmp_path: Path, packing: str) -> None:
    path = tmp_path / f"feed.jsonl{packing}"
    path.write_bytes(PACKINGS[packing](feed(*"abc", "", *"abcdefgh")))
    parts, _ = divide([Input(str(path))], Options())

    together = [read(part, Options())[0] for part in filled(parts)]
    alone = [read(one, Options())[0] for part in parts for one in singly(part)]

    assert max(map(len, together)) > 1
    assert {*map(len, alone)} == {1}
    assert [d for some in alone for d in some] == [d for some in together for d in some]


@pytest.mark.usefixtures("small_blocks")
def test_size_limits_a_record_and_not_the_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(feed(*range(50)) + b"\n" + feed("long", text="x" * 3000))

    documents, (problem,), _ = in_parts(path, Options(max_bytes=1000))

    assert len(documents) == 50
    assert (problem.line, problem.message) == (51, "is larger than 0.001 MB")


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_packed_file_that_breaks_off_keeps_what_is_whole(
    tmp_path: Path, packing: str
) -> None:
    data = feed(*(hashlib.sha256(bytes([n])).hexdigest() for n in range(250)))
    packed = b"".join(PACKINGS[packing](line) for line in data.splitlines(True))
    path = tmp_path / f"feed.jsonl{packing}"
    path.write_bytes(packed[: len(packed) // 2])

    documents, problems, _ = in_parts(path)

    assert 100 < len(documents) < 150
    assert "breaks off" in problems[-1].message


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    for packing in (".gz", ".zst"):
        path = tmp_path / f"feed.jsonl{packing}"
        path.write_bytes(b"this is no archive")
        documents, (problem,), _ = in_parts(path)

        assert documents == ()
        assert problem.uri == str(path)


def test_zstd_asks_for_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feed.jsonl.zst"
    path.write_bytes(PACKINGS[".zst"](feed("a")))
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)

    documents, (problem,), _ = in_parts(path)

    assert documents == ()
    assert problem.hint == "pip install 'timeline[zstd]'"


@pytest.mark.usefixtures("small_blocks")
def test_records_in_other_encodings_are_read_whole(tmp_path: Path) -> None:
    text = "Die Flut stieg über die Mauer, und niemand wußte, was zu tun war. " * 9
    rows = [json.dumps({"text": text}, ensure_ascii=False) for _ in range(3)]
    for encoding in ("utf-16", "cp1252"):
        (tmp_path / "feed.jsonl").write_bytes("\n".join(rows).encode(encoding))
        documents, _, count = in_parts(tmp_path / "feed.jsonl")

        assert count == 1
        assert {document.text for document in documents} == {text}


@pytest.mark.usefixtures("small_blocks")
def test_a_file_that_changes_meanwhile_is_not_mixed_up(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(feed(*range(20)))
    parts, _ = divide([Input(str(path))], Options())
    path.write_bytes(feed(*range(20, 40)))

    documents, (problem,) = read(parts[1], Options())

    assert documents == ()
    assert "changed" in problem.message


def test_records_of_other_tools_are_read() -> None:
    rows = [
        {"created_at": "2031-05-03T20:41:07Z", "username": "ada", "text": "It broke."},
        {"published_at": "2031-05-04", "channel": "Port", "content": "It is shut."},
    ]
    data = "\n".join(map(json.dumps, rows)).encode()

    documents, problems = read_bytes(data, "posts.jsonl")

    assert problems == ()
    assert [(d.text, d.source.publisher) for d in documents] == [
        ("[2031-05-03T20:41:07Z] ada: It broke.", "ada"),
        ("It is shut.", "Port"),
    ]
    assert [d.hints[0].value for d in documents] == [
        "2031-05-03T20:41:07Z",
        "2031-05-04",
    ]


def test_the_records_of_a_log_are_one_document() -> None:
    rows = [
        {"ts": "2031-05-03T14:02:11Z", "level": "info", "msg": "gate 4 | opened"},
        {"@timestamp": 1935583331, "message": "gate 4 closed"},
    ]
    data = "\n".join(map(json.dumps, rows)).encode()

    (document,), problems = read_bytes(data, "gate.ndjson")

    assert problems == ()
    assert document.source.uri == "gate.ndjson#L1"
    assert document.text == (
        "2031-05-03T14:02:11Z | gate 4 / opened\n2031-05-03T14:02:11Z | gate 4 closed\n"
    )
