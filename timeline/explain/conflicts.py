"""What the sources disagree on, for reading or as a row a quote."""

from collections.abc import Iterator

from timeline.explain import events
from timeline.model import Event, Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe
from timeline.wording.marks import Shelf


def render(timeline: Timeline, view: View) -> str:
    """Every conflict and update of every event, in time order; empty if none."""
    documents = marks.shelf(timeline)
    found = [r.event for r in timeline.events if r.event.conflicts]
    write = _rows if view.width is None else _block
    lines = (line for event in found for line in write(event, documents))
    return "".join(f"{line}\n" for line in lines)


def _block(event: Event, documents: Shelf) -> Iterator[str]:
    head = (dates.words(event.time), event.headline, f"[{event.id}]")
    yield "  ".join(safe.line(part) for part in head)
    for line in events.conflicts(event, documents):
        yield f"  {line}" if line else ""


def _rows(event: Event, documents: Shelf) -> Iterator[str]:
    """id, date, field, kind, value, file:line, quote; tabs between."""
    for conflict in event.conflicts:
        for claim in conflict.claims:
            for mention in documents.told(claim):
                cells = (
                    event.id,
                    event.time.edtf,
                    conflict.field,
                    conflict.kind,
                    claim.value,
                    documents.place(mention),
                    mention.text,
                )
                yield "\t".join(safe.line(cell) for cell in cells)
