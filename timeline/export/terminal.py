"""The timeline for reading in a terminal, or as one plain row an event in a pipe."""

from timeline.model import Event, Group, Status, Timeline
from timeline.options import View
from timeline.wording import marks, safe
from timeline.wording.drawn import painted
from timeline.wording.marks import Shelf

SUFFIX = ".txt"

STYLES = {
    Status.HAPPENED: "",
    Status.PLANNED: "cyan",
    Status.ALLEGED: "yellow",
    Status.DENIED: "red",
    Status.HYPOTHETICAL: "magenta",
}


def render(timeline: Timeline, view: View) -> str:
    """A page grouped by date where there is a width, tab-separated rows where not.

    `wide` makes a page in any case; `oneline` makes lines, cut to the width if there is
    one. Of a grouped timeline the page shows what stands for each group, and a row is a
    group.
    """
    if view.oneline and view.width is not None:
        from timeline.export import _lines  # rich: 75 ms

        return _lines.lines(timeline, view, STYLES)
    if view.wide or (view.width is not None and not view.oneline):
        from timeline.export import _page

        return _page.page(timeline, view, STYLES)
    if timeline.groups:
        return "".join(f"{_group(group, view.colour)}\n" for group in timeline.groups)
    documents = marks.shelf(timeline)
    rows = (_row(ranked.event, documents, view.colour) for ranked in timeline.events)
    return "".join(f"{row}\n" for row in rows)


def _group(group: Group, colour: bool) -> str:
    """date, words of the phase, headline, number of events, id of each that stands for
    it; tabs between."""
    cells = (
        painted(safe.line(group.time.edtf), "bold", colour),
        safe.line(", ".join(group.words)),
        safe.line(group.headline),
        str(len(group.event_ids)),
        painted(safe.line(" ".join(group.key_ids)), "dim", colour),
    )
    return "\t".join(cells)


def _row(event: Event, documents: Shelf, colour: bool) -> str:
    """date, status, headline, sources/origins, marks, file:line, id; tabs between."""
    told = event.telling
    words = marks.words(event, documents)
    cells = (
        painted(safe.line(event.time.edtf), "bold", colour),
        painted(event.status.value, STYLES[event.status], colour),
        safe.line(event.headline),
        f"{marks.sources(event)}/{len(event.origins)}",
        painted("; ".join(w for w in words if w != event.status.value), "red", colour),
        documents.place(told),
        painted(safe.line(event.id), "dim", colour),
    )
    return "\t".join(cells)
