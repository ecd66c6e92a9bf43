"""Tables with commas, semicolons or tabs: a row a line, or a document a row.

Where a column holds texts ("text", "content"), each row is a document, with what the
other columns say of it; else the table is one, a line a row with bars between its cells.
"""

import csv
import io
from collections.abc import Iterator

from timeline.model import Problem, RawDocument
from timeline.read import _tables
from timeline.read._decode import BOM, decode
from timeline.read._source import remarks, source

SUFFIXES = (".csv", ".tsv")

_SAMPLE = 20_000
"""Characters by which it is told what parts the cells."""

_LONGEST_CELL = 10_000_000
"""Characters of a cell; articles are longer than the library expects."""


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The rows as one document, or each as one."""
    text, note = decode(data)
    yield from remarks(uri, note)
    yield from _tables.table(source(uri, "csv", data), _rows(text.removeprefix(BOM)))


def _rows(text: str) -> list[list[str]]:
    """The cells of each row, without the blanks around them."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), _dialect(text))
        found = [[cell.strip() for cell in row] for row in rows]
    except csv.Error:
        found = [[line] for line in text.splitlines()]  # Quotes that never close
    finally:
        csv.field_size_limit(limit)
    return found


def _dialect(text: str) -> type[csv.Dialect] | csv.Dialect:
    """What parts the cells: tabs or semicolons where the first line has most of them."""
    head = text[:_SAMPLE].partition("\n")[0]
    mark = max(",;\t|", key=head.count)

    class Told(csv.excel):
        delimiter = mark

    return Told
