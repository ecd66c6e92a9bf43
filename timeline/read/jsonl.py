"""JSON lines: one document a line, `{"text": …}` with what else is known about it; or
one entry of a log a line, `{"ts": …, "msg": …}`: such lines together are one document.

Files of any size, packed or not: they are cut into parts of whole lines.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from timeline.civil import DAY, day_text
from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._columns import (
    DATES,
    MESSAGES,
    MOMENTS,
    PUBLISHERS,
    TEXTS,
    first,
)
from timeline.read._decode import BOM, decode
from timeline.read._input import Part
from timeline.read._parts import part
from timeline.read._source import remarks, source
from timeline.read._streams import PACKINGS, blocks

SUFFIXES = tuple(
    f"{kind}{packing}" for kind in (".jsonl", ".ndjson") for packing in ("", *PACKINGS)
)

_HINT = (
    'A line holds one record: {"text": "…", "date": "2031-05-08"} or '
    '{"time": "2031-05-08T14:05:00Z", "message": "…"}'
)


_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?")


class Record(Struct, frozen=True):
    """One line. Other fields are ignored; any but `text` may be of any type."""

    text: str
    id: Any = None
    title: Any = None
    date: Any = None
    time: Any = None
    published: Any = None
    published_at: Any = None
    created_at: Any = None
    datetime: Any = None
    timestamp: Any = None
    publisher: Any = None
    source: Any = None
    author: Any = None
    username: Any = None
    screen_name: Any = None
    channel: Any = None
    language: Any = None
    lang: Any = None


class Entry(Struct, frozen=True):
    """One line of a log: when, and what it tells."""

    moment: str
    told: str


_Row = tuple[int, Record | Entry | str]
"""The number of a line, and its record or entry, or what is wrong with it."""


def sniff(data: bytes) -> bool:
    """Whether the first line is such a record."""
    line = data.removeprefix(BOM.encode()).lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    return not isinstance(_record(line.decode("utf-8", "replace")), str)


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
    """A document for each record and one for all entries; a problem for what is neither."""
    uri, log = origin.uri, []
    for number, record in rows:
        if isinstance(record, str):
            yield Problem(uri, "read", record, _HINT, number)
            continue
        if isinstance(record, Entry):
            log.append((number, record))
            continue
        name = _name(record, number, number in repeats)
        yield _document(replace(origin, uri=f"{uri}#{name}"), record)
    if log:
        lines = (f"{entry.moment} | {_on_one_line(entry.told)}\n" for _, entry in log)
        yield RawDocument(replace(origin, uri=f"{uri}#L{log[0][0]}"), "".join(lines))


def _on_one_line(told: str) -> str:
    return " ".join(told.replace("|", "/").split())


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


def _record(line: str) -> Record | Entry | str:
    """The record or entry on a line, or what is wrong with it."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return _otherwise(line) or f"is no record: {error}"
    return record if record.text.strip() else "is a record without text"


def _otherwise(line: str) -> Record | Entry | None:
    """The record whose text has another name than ours, or the entry of a log."""
    try:
        fields = msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    cells = {key.lower(): _text(value) or "" for key, value in fields.items()}
    text, moment = first(cells, TEXTS), first(cells, MOMENTS)
    told = first(cells, MESSAGES)
    if text and not isinstance(fields.get("text"), int | float):
        return msgspec.convert({**fields, "text": text}, Record)
    return Entry(_moment(moment), told) if moment and told else None


def _moment(written: str) -> str:
    """When an entry was written; seconds since 1970 as a date and a time of day."""
    epoch = _EPOCH.fullmatch(written)
    if epoch is None:
        return written
    day, second = divmod(int(epoch["seconds"]), DAY)
    hour, minute = second // 3600, second // 60 % 60
    return f"{day_text(day)}T{hour:02}:{minute:02}:{second % 60:02}Z"


def _name(record: Record, number: int, is_repeat: bool) -> str:
    """What the record calls itself, else its line; both where the name was used before.

    Two documents of one name would have one identity.
    """
    name = _text(record.id) or str(number)
    return f"{name}@{number}" if is_repeat else name


def _document(origin: Source, record: Record) -> RawDocument:
    said = (_text(getattr(record, name)) for name in PUBLISHERS)
    publisher = next(filter(None, said), None)
    origin = replace(origin, title=_text(record.title), publisher=publisher)
    dates = ((name, _text(getattr(record, name))) for name in DATES)
    hints = tuple(Hint("field", name, value) for name, value in dates if value)
    language = _text(record.language) or _text(record.lang)
    return RawDocument(origin, record.text, language, hints)


def _text(value: Any) -> str | None:
    """A text or number as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
