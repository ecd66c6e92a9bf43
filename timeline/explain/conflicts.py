"""What the sources disagree on, for reading or as a row a quote."""

from collections.abc import Iterator, Mapping

from timeline.explain import events
from timeline.model import Event, Mention, Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe
from timeline.wording.marks import Shelf


def render(timeline: Timeline, view: View) -> str:
    """Every conflict and update of every event, in time order; empty if none."""
    documents = marks.shelf(timeline.documents)
    found = [r.event for r in timeline.events if r.event.conflicts]
    write = _rows if view.width is None else _block
    quotes = events.quotes(timeline)
    lines = (line for event in found for line in write(event, quotes, documents))
    return "".join(f"{line}\n" for line in lines)


def _block(
    event: Event, quotes: Mapping[str, Mention], documents: Shelf
) -> Iterator[str]:
    head = (dates.words(event.time), event.headline, f"[{event.id}]")
    yield "  ".join(safe.line(part) for part in head)
    for line in events.conflicts(event, quotes, documents):
        yield f"  {line}" if line else ""


def _rows(
    event: Event, by_id: Mapping[str, Mention], documents: Shelf
) -> Iterator[str]:
    """id, date, field, kind, value, file:line, quote; tabs between."""
    for conflict in event.conflicts:
        for claim in conflict.claims:
            for mention in (by_id[i] for i in claim.mention_ids if i in by_id):
                cells = (
                    event.id,
                    event.time.edtf,
                    conflict.field,
                    conflict.kind,
                    claim.value,
                    f"{documents.uri(mention.document_id)}:{mention.line}",
                    mention.text,
                )
                yield "\t".join(safe.line(cell) for cell in cells)
