"""JSON lines: one document a line, `{"text": …}` with what else is known about it.

Files of any size, packed or not: they are cut into parts of whole lines.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._decode import BOM, decode
from timeline.read._input import Part
from timeline.read._parts import part
from timeline.read._source import remarks, source
from timeline.read._streams import PACKINGS, blocks

SUFFIXES = tuple(
    f"{kind}{packing}" for kind in (".jsonl", ".ndjson") for packing in ("", *PACKINGS)
)

_DATES = ("published", "date", "time")
"""Fields that date a document, the most telling first."""

_HINT = 'A line holds one record: {"text": "…", "date": "2031-05-08"}'


class Record(Struct, frozen=True):
    """One line. Other fields are ignored; any but `text` may be of any type."""

    text: str
    id: Any = None
    title: Any = None
    date: Any = None
    time: Any = None
    published: Any = None
    publisher: Any = None
    source: Any = None
    language: Any = None


_Row = tuple[int, Record | str]
"""The number of a line, and its record, or what is wrong with it."""


def sniff(data: bytes) -> bool:
    """Whether the first line is such a record."""
    line = data.removeprefix(BOM.encode()).lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    return isinstance(_record(line.decode("utf-8", "replace")), Record)


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """A document for each line, named by its `id`, or else by its line number."""
    text, note = decode(data)
    yield from remarks(uri, note)
    repeats = _repeats(_rows(text, 1), set())
    yield from _items(source(uri, "jsonl", data), _rows(text, 1), repeats)


def cut(file: BinaryIO, limit: int) -> Iterator[Part]:
    """Parts of the file for `read_part`, none of them blank.

    Which records have a name that was used before is seen here, where all are seen.
    """
    seen: set[str] = set()
    for block in blocks(file, limit):
        text = (block.data or b"").decode("utf-8", "replace")
        repeats = _repeats(_rows(text, block.line), seen)
        if block.data is None or text.strip():
            yield part(block, "jsonl", repeats)


def read_part(uri: str, data: bytes, own: Part) -> Iterator[RawDocument | Problem]:
    """The documents of one part."""
    text = data.decode("utf-8", "replace")
    if not own.is_utf8:
        note = (
            f"is damaged UTF-8 near line {own.line}: some letters could not be decoded"
        )
        yield from remarks(uri, note)
    rows = _rows(text, own.line)
    yield from _items(Source(uri, "jsonl", own.file), rows, own.repeats)


def _items(
    origin: Source, rows: Iterable[_Row], repeats: Collection[int]
) -> Iterator[RawDocument | Problem]:
    """A document for each record, a problem for each line that is none."""
    uri = origin.uri
    for number, record in rows:
        if isinstance(record, str):
            yield Problem(uri, "read", record, _HINT, number)
            continue
        name = _name(record, number, number in repeats)
        yield _document(replace(origin, uri=f"{uri}#{name}"), record)


def _repeats(rows: Iterable[_Row], seen: set[str]) -> tuple[int, ...]:
    """Lines of the records whose names are among those seen. Notes the names of all."""
    found = []
    for number, record in rows:
        if isinstance(record, Record):
            is_repeat = _name(record, number, False) in seen
            seen.add(_name(record, number, is_repeat))
            found += [number] if is_repeat else []
    return tuple(found)


def _rows(text: str, line: int) -> Iterator[_Row]:
    """Number and record of each line that is not blank."""
    for number, row in enumerate(text.removeprefix(BOM).split("\n"), start=line):
        if row.strip():
            yield number, _record(row)


def _record(line: str) -> Record | str:
    """The record on a line, or what is wrong with it."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return f"is no record: {error}"
    return record if record.text.strip() else "is a record without text"


def _name(record: Record, number: int, is_repeat: bool) -> str:
    """What the record calls itself, else its line; both where the name was used before.

    Two documents of one name would have one identity.
    """
    name = _text(record.id) or str(number)
    return f"{name}@{number}" if is_repeat else name


def _document(origin: Source, record: Record) -> RawDocument:
    title, publisher = (
        _text(record.title),
        _text(record.publisher) or _text(record.source),
    )
    origin = replace(origin, title=title, publisher=publisher)
    dates = ((name, _text(getattr(record, name))) for name in _DATES)
    hints = tuple(Hint("field", name, value) for name, value in dates if value)
    return RawDocument(origin, record.text, _text(record.language), hints)


def _text(value: Any) -> str | None:
    """A text or number as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
