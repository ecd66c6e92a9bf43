"""JSON lines: one document a line, `{"text": …}` with what else is known about it."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._decode import BOM, decode
from timeline.read._source import remarks, source

SUFFIXES = (".jsonl", ".ndjson")

_DATES = ("published", "date", "time")
"""Fields that date a document, the most telling first."""


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
    origin = source(uri, "jsonl", data)
    names: set[str] = set()
    for number, line in enumerate(text.removeprefix(BOM).split("\n"), start=1):
        if not line.strip():
            continue
        record = _record(line)
        if isinstance(record, str):
            hint = 'A line holds one record: {"text": "…", "date": "2031-05-08"}'
            yield Problem(uri, "read", record, hint, number)
            continue
        name = _text(record.id) or str(number)
        # A name that was used before would give two documents one identity.
        name = f"{name}@{number}" if name in names else name
        names.add(name)
        yield _document(replace(origin, uri=f"{uri}#{name}"), record)


def _record(line: str) -> Record | str:
    """The record on a line, or what is wrong with it."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return f"is no record: {error}"
    return record if record.text.strip() else "is a record without text"


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


def _problem(uri: str, line: int, message: str) -> Problem:
    hint = 'A line holds one record: {"text": "…", "date": "2031-05-08"}'
    return Problem(uri, "read", message, hint, line)
