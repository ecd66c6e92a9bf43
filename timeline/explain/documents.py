"""What is known of each document: date, the evidence for it, origin."""

from collections.abc import Iterator

from timeline.model import DocumentRecord, Origin, Timeline
from timeline.options import View
from timeline.wording import marks, safe
from timeline.wording.drawn import drawn

NAMES = ("uri", "language", "date", "basis", "confidence", "evidence", "origin")
HEADERS = ("document", "lang", "date", "basis", "conf.", "evidence", "origin")

WIDE = 110
"""From this many columns on, the evidence has a column of its own."""

NARROW = ("lang", "date", "basis", "conf.", "origin")
"""Columns that are never wrapped."""


def render(timeline: Timeline, view: View) -> str:
    """A table where there is a width, else tab-separated rows below a header row."""
    origins = {i: origin for origin in timeline.origins for i in origin.document_ids}
    if view.width is None:
        rows = (_row(d, _told(origins.get(d.id))) for d in timeline.documents)
        return "".join("\t".join(row) + "\n" for row in (NAMES, *rows))
    return _table(tuple(_short_rows(timeline)), view) + "".join(
        f"{line}\n" for line in _groups(timeline)
    )


def _row(record: DocumentRecord, origin: str) -> tuple[str, ...]:
    cells = (
        record.source.uri,
        record.language,
        record.dct.edtf if record.dct else "",
        record.dct_basis or "",
        f"{record.dct_confidence:.2f}" if record.dct else "",
        "; ".join(_evidence(record)),
        origin,
    )
    return tuple(safe.line(cell) for cell in cells)


def _short_rows(timeline: Timeline) -> Iterator[tuple[str, ...]]:
    """Rows that fit: names instead of paths, one piece of evidence, ids of origins."""
    documents = marks.shelf(timeline)
    origins = {i: origin.id for origin in timeline.origins for i in origin.document_ids}
    for record in timeline.documents:
        row = _row(record, origins.get(record.id, ""))
        more = len(record.dct_evidence) - 1
        first = next(_evidence(record), "") + (f" (+{more})" if more > 0 else "")
        yield documents.label(record.id), *row[1:5], safe.line(first), row[6]


def _evidence(record: DocumentRecord) -> Iterator[str]:
    """Each piece in its own words; the rung where it is not the basis anyway."""
    for evidence in record.dct_evidence:
        rung = "" if evidence.rung == record.dct_basis else f"{evidence.rung}: "
        yield f"{rung}{safe.short(evidence.text, 80)}"


def _told(origin: Origin | None) -> str:
    """The origin, and for more than one document how much of it is copied."""
    if origin is None or len(origin.document_ids) == 1:
        return origin.id if origin else ""
    why = f", {origin.evidence}" if origin.evidence else ""
    count = marks.plural(len(origin.document_ids), "document")
    return f"{origin.id}: {count}, {origin.share:.0%} copied{why}"


def _groups(timeline: Timeline) -> Iterator[str]:
    """The origins that several documents share."""
    for origin in timeline.origins:
        if len(origin.document_ids) > 1:
            yield safe.line(_told(origin))


def _table(rows: tuple[tuple[str, ...], ...], view: View) -> str:
    """Evidence has a column where there is room, else a line below the document."""
    from rich.table import Table  # rich: 75 ms
    from rich.text import Text

    width = view.width or WIDE
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    is_wide = width >= WIDE
    for header in HEADERS:
        if is_wide or header != "evidence":
            table.add_column(header, no_wrap=header in NARROW, overflow="fold")
    for name, *facts, evidence, origin in rows:
        style = "" if facts[1] else "yellow"
        head = Text(name, style)
        if is_wide:
            facts.append(evidence)
        else:
            head.append(f"\n  {evidence}" if evidence else "", "dim")
        cells = (Text(cell or "-", style) for cell in (*facts, origin))
        table.add_row(head, *cells)
    return drawn([table], width, view.colour)
