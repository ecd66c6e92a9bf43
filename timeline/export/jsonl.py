"""JSON lines: an event a line, as in the JSON export and complete in itself.

Each telling names its document by `uri`, and says when that was written (`doc_date`).
"""

from collections.abc import Iterator, Mapping

import msgspec

from timeline.export import _losses, json
from timeline.model import DocumentRecord, Timeline
from timeline.options import View

SUFFIX = ".jsonl"


def render(timeline: Timeline, view: View) -> bytes:
    """The events in order of time, in UTF-8."""
    return b"".join(pieces(timeline, view))


def pieces(timeline: Timeline, view: View) -> Iterator[bytes]:
    """The same, line by line."""
    records = {document.id: document for document in timeline.documents}
    for event in json.events(timeline):
        line = msgspec.to_builtins(event)
        for mention in line["mentions"]:
            mention.update(_document(mention["document"], records))
        yield json.encoded(line) + b"\n"


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Statements without a date."""
    return _losses.unplaced(timeline)


def _document(
    document_id: str, records: Mapping[str, DocumentRecord]
) -> dict[str, str | None]:
    record = records.get(document_id)
    if record is None:
        return {"uri": None, "doc_date": None}
    date = record.dct.edtf if record.dct else None
    return {"uri": record.source.uri, "doc_date": date}
