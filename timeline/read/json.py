"""JSON: the records of an export, or one article, by what their fields are called.

An export of posts, issues or articles is a list of records, or has one somewhere: each
with a text is a document, as in JSON lines. Messages of a chat are one document together,
and so are records that are no texts: a table of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from timeline.model import Problem, RawDocument, Source
from timeline.read import _tables, jsonl
from timeline.read._columns import MOMENTS, PUBLISHERS, TEXTS, first
from timeline.read._decode import BOM, decode
from timeline.read._posts import stamped
from timeline.read._records import Record, Row, instant, items, known, repeats, said
from timeline.read._source import remarks, source

SUFFIXES = (".json",)

_DEEPEST = 3
"""How far down a list of records is looked for."""

_Fields = Mapping[str, Any]


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """What the records of a file are; a note where it holds none."""
    text, note = decode(data)
    try:
        value = msgspec.json.decode(text.removeprefix(BOM))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        yield from jsonl.read(uri, data)  # Lines of records are often called so
        return
    yield from remarks(uri, note)
    found = _records(value, _DEEPEST) or ([value] if isinstance(value, dict) else [])
    read_ = [] if _is_ours(value) else [*_read(source(uri, "json", data), found)]
    if not read_:
        message = "holds no texts or dated records, and is no source"
        yield Problem(uri, "read", message, "Keep it in another folder.", is_note=True)
    yield from read_


def _is_ours(value: Any) -> bool:
    """Whether it is a timeline that was written, or the schema of one."""
    schema = value.get("schema") if isinstance(value, dict) else None
    return isinstance(schema, str) and schema.startswith("timeline/")


def _records(value: Any, depth: int) -> list[_Fields]:
    """The records in a value: of all lists of some, the longest."""
    if isinstance(value, list) and value and all(isinstance(v, dict) for v in value):
        return value
    inner = value.values() if isinstance(value, dict) and depth else ()
    return max((_records(one, depth - 1) for one in inner), key=len, default=[])


def _read(origin: Source, found: Sequence[_Fields]) -> Iterator[RawDocument | Problem]:
    """The documents that the records are, or the one that they make together."""
    kinds = [fields.get("type") for fields in found if _text(fields)]
    if kinds and all(kind == "message" for kind in kinds):
        yield from _chat(origin, found)
        return
    rows: list[Row] = [
        (number, record)
        for number, fields in enumerate(found, start=1)
        if (record := known(fields))
    ]
    if any(isinstance(record, Record) for _, record in rows):
        yield from items(origin, rows, repeats(rows, set()))
    elif len(found) > 1:
        yield from _tables.table(origin, _cells(found))


def _chat(origin: Source, found: Sequence[_Fields]) -> Iterator[RawDocument | Problem]:
    """The messages of a chat as exports in text have them: "[3 May 2031, 14:05] Ada: …"."""
    lines = []
    for fields in found:
        text, moment = _text(fields), _cell(fields, MOMENTS)
        if text and moment and "subtype" not in fields:
            stamp = instant(moment).replace("T", " ").rstrip("Z").partition(".")[0]
            lines.append(stamped(text, stamp, _cell(fields, PUBLISHERS) or "?") + "\n")
    if lines:
        yield RawDocument(origin, "".join(lines))


def _text(fields: _Fields) -> str | None:
    return _cell(fields, TEXTS)


def _cell(fields: _Fields, names: Sequence[str]) -> str | None:
    """What the first of these fields says."""
    return first({name: said(fields.get(name)) or "" for name in names}, names)


def _cells(found: Sequence[_Fields]) -> list[list[str]]:
    """The records as rows of a table, below the names of all their fields."""
    names = [*dict.fromkeys(name for fields in found for name in fields)]
    rows = [[_shown(name, fields.get(name)) for name in names] for fields in found]
    return [names, *rows]


def _shown(name: str, value: Any) -> str:
    """What a cell says; of a moment, when that was."""
    written = said(value) or ""
    return instant(written) if name.lower() in MOMENTS else written
