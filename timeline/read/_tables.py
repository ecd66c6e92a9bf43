"""Tables of any format, as what can be read: a line a row, or a document a row."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.model import Hint, Problem, RawDocument, Source
from timeline.read._columns import DATES, PUBLISHERS, TEXTS, first, on_one_line
from timeline.read._posts import post
from timeline.read._records import instant

_OURS = (frozenset(("path", "date")), frozenset(("edtf", "headline")))
"""Columns of a manifest, and of a timeline: neither is a source."""


def table(
    origin: Source, rows: Sequence[Sequence[str]]
) -> Iterator[RawDocument | Problem]:
    """The rows as one document, or each as one where a column holds texts.

    The first row has the names of the columns; rows without a word are left out.
    """
    rows = [row for row in rows if any(row)]
    names = [cell.lower().replace(" ", "_") for cell in rows[0]] if rows else []
    if any(ours <= set(names) for ours in _OURS):
        message = "is a table about documents or of a timeline, and no source"
        hint = "Keep it in another folder."
        yield Problem(origin.uri, "read", message, hint, is_note=True)
    elif any(name in names for name in TEXTS):
        yield from _documents(origin, names, rows[1:])
    else:
        lines = (" | ".join(map(on_one_line, row)) for row in rows)
        yield RawDocument(origin, "".join(f"| {line} |\n" for line in lines))


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
        if date and not named.title:
            text = post(text, instant(date), named.publisher)
        yield RawDocument(named, text, cells.get("language") or None, hints)
