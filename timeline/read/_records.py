"""Records of JSON: a document, or an entry of a log, by what their fields are called."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from timeline.civil import moment_text
from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._columns import (
    DATES,
    MESSAGES,
    MOMENTS,
    NAMES,
    PUBLISHERS,
    TEXTS,
    first,
    on_one_line,
)
from timeline.read._posts import post

_HINT = (
    'A line holds one record: {"text": "…", "date": "2031-05-08"} or '
    '{"time": "2031-05-08T14:05:00Z", "message": "…"}'
)

_STAMP = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d?) (?P<clock>\d\d:\d\d:\d\d)"
    r" (?P<zone>[+-]\d{4}) (?P<year>\d{4})"
)
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where words of a name are joined: "createdAt"."""

_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?")


class Record(Struct, frozen=True):
    """One document. Other fields are ignored; any but `text` may be of any type."""

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
    """One record of a log: when, and what it tells."""

    moment: str
    told: str


Row = tuple[int, Record | Entry | str]
"""The number of a record, and what it is, or what is wrong with it."""


def decoded(line: str) -> Record | Entry | str:
    """The record or entry on a line, or what is wrong with it."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return _otherwise(line) or f"is no record: {error}"
    if not record.text.strip():
        return "is a record without text"
    return record if any(_dates(record)) else _otherwise(line) or record


def _otherwise(line: str) -> Record | Entry | None:
    """The record whose text has another name than ours, or the entry of a log."""
    try:
        fields = msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return known(fields)


def known(fields: Mapping[str, Any]) -> Record | Entry | None:
    """The document or the entry of a log that the fields of a record make, if any."""
    fields = {_JOINT.sub("_", key).lower(): value for key, value in fields.items()}
    cells = {key: said(value) or "" for key, value in fields.items()}
    moment, told = first(cells, MOMENTS), first(cells, MESSAGES)
    field = next((name for name in TEXTS if cells.get(name)), None)
    if field and not isinstance(fields.get("text"), int | float):
        text = fields[field] if isinstance(fields[field], str) else cells[field]
        by = {"publisher": first(cells, PUBLISHERS), "text": text}
        record = msgspec.convert({**fields, **by}, Record)
        return record if any(_dates(record)) else replace(record, date=moment)
    return Entry(instant(moment), told) if moment and told else None


def said(value: Any) -> str | None:
    """A text, a number or a name as text, also a text in pieces; None for anything else."""
    if isinstance(value, list) and all(isinstance(p, str | dict) for p in value):
        pieces = (p if isinstance(p, str) else p.get("text") for p in value)
        return "".join(p for p in pieces if isinstance(p, str)).strip() or None
    if isinstance(value, dict):
        names = (value.get(name) for name in NAMES)
        return next(
            (n.strip() for n in names if isinstance(n, str) and n.strip()), None
        )
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def instant(written: str) -> str:
    """When something was written; seconds since 1970 as a date and a time of day.

    The year of "Sat May 03 14:05:00 +0000 2031" comes behind its day, or it is read alone.
    """
    epoch, stamp = _EPOCH.fullmatch(written), _STAMP.fullmatch(written)
    if stamp is not None:
        return "{day} {month} {year} {clock}{zone}".format(**stamp.groupdict())
    if epoch is None:
        return written
    return f"{moment_text(int(epoch['seconds']))}Z"


def name(record: Record, number: int, is_repeat: bool) -> str:
    """What the record calls itself, else its number; both where the name was used before.

    Two documents of one name would have one identity.
    """
    own = said(record.id) or str(number)
    return f"{own}@{number}" if is_repeat else own


def repeats(rows: Iterable[Row], seen: set[str]) -> tuple[int, ...]:
    """Numbers of the records whose names are among those seen. Notes the names of all."""
    found = []
    for number, record in rows:
        if isinstance(record, Record):
            is_repeat = name(record, number, False) in seen
            seen.add(name(record, number, is_repeat))
            found += [number] if is_repeat else []
    return tuple(found)


def items(
    origin: Source, rows: Iterable[Row], repeated: Collection[int]
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
        own = name(record, number, number in repeated)
        yield _document(replace(origin, uri=f"{uri}#{own}"), record)
    if log:
        lines = (f"{entry.moment} | {on_one_line(entry.told)}\n" for _, entry in log)
        yield RawDocument(replace(origin, uri=f"{uri}#L{log[0][0]}"), "".join(lines))


def _document(origin: Source, record: Record) -> RawDocument:
    names = (said(getattr(record, field, None)) for field in PUBLISHERS)
    publisher = next(filter(None, names), None)
    origin = replace(origin, title=said(record.title), publisher=publisher)
    language = said(record.language) or said(record.lang)
    hints = tuple(_dates(record))
    text = record.text
    if hints and not origin.title:
        text = post(text, instant(hints[0].value), publisher)
    return RawDocument(origin, text, language, hints)


def _dates(record: Record) -> Iterator[Hint]:
    """What the fields of a record say of when it was published."""
    dates = ((field, said(getattr(record, field, None))) for field in DATES)
    return (Hint("field", field, date) for field, date in dates if date)
