"""Tables with commas, semicolons or tabs: a row a line, or a document a row.

Where a column holds texts ("text", "content"), each row is a document, with what the
other columns say of it; else the table is one, a line a row with bars between its cells.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._columns import DATES, PUBLISHERS, TEXTS, first
from timeline.read._decode import BOM, decode
from timeline.read._source import remarks, source

SUFFIXES = (".csv", ".tsv")

_SAMPLE = 20_000
"""Characters by which it is told what parts the cells."""

_LONGEST_CELL = 10_000_000
"""Characters of a cell; articles are longer than the library expects."""

_OURS = (frozenset(("path", "date")), frozenset(("edtf", "headline")))
"""Columns of a manifest, and of a timeline: neither is a source."""


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The rows as one document, or each as one."""
    text, note = decode(data)
    yield from remarks(uri, note)
    rows = _rows(text.removeprefix(BOM))
    names = [cell.lower() for cell in rows[0]] if rows else []
    if any(ours <= set(names) for ours in _OURS):
        message = "is a table about documents or of a timeline, and no source"
        yield Problem(uri, "read", message, "Keep it in another folder.", is_note=True)
        return
    origin = source(uri, "csv", data)
    if any(name in names for name in TEXTS):
        yield from _documents(origin, names, rows[1:])
    else:
        lines = (" | ".join(map(_on_one_line, row)) for row in rows)
        yield RawDocument(origin, "".join(f"| {line} |\n" for line in lines))


def _rows(text: str) -> list[list[str]]:
    """The cells of each row that has any, without the blanks around them."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), _dialect(text))
        found = [[cell.strip() for cell in row] for row in rows]
    except csv.Error:
        found = [[line] for line in text.splitlines()]  # Quotes that never close
    finally:
        csv.field_size_limit(limit)
    return [row for row in found if any(row)]


def _on_one_line(cell: str) -> str:
    """A cell without bars and line ends, which part cells and rows of what is read."""
    return " ".join(cell.replace("|", "/").split())


def _dialect(text: str) -> type[csv.Dialect] | csv.Dialect:
    """What parts the cells: tabs or semicolons where the first line has most of them."""
    head = text[:_SAMPLE].partition("\n")[0]
    mark = max(",;\t|", key=head.count)

    class Told(csv.excel):
        delimiter = mark

    return Told


def _documents(
    origin: Source, names: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[RawDocument]:
    """A document for each row with a text, named by its id or its number."""
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(names, row, strict=False))
        text = first(cells, TEXTS)
        if text is None:
            continue
        name = cells.get("id") or str(number)
        name = f"{name}@{number}" if name in seen else name
        seen.add(name)
        named = replace(
            origin,
            uri=f"{origin.uri}#{name}",
            title=cells.get("title") or None,
            publisher=first(cells, PUBLISHERS),
        )
        date = first(cells, DATES)
        hints = (Hint("field", "date", date),) if date else ()
        yield RawDocument(named, text, cells.get("language") or None, hints)
