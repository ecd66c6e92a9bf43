"""One line an event on a terminal: date, marks, headline, counts, id; drawn by rich."""

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from timeline.model import Event, Status, Timeline
from timeline.options import View
from timeline.wording import marks, safe, told
from timeline.wording.drawn import drawn
from timeline.wording.marks import Shelf

NARROWEST = 40
LONGEST_DATE = 23
"""Fits two days: `2018-10-13/2018-10-14~`."""

SHORT_ID = 8


def lines(timeline: Timeline, view: View, styles: Mapping[Status, str]) -> str:
    """The lines, each cut to the width of the view."""
    documents = marks.shelf(timeline)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    dates = [safe.line(ranked.event.time.edtf) for ranked in timeline.events]
    width = max(view.width or 0, NARROWEST)
    longest = min(max(map(len, dates), default=0), LONGEST_DATE, width // 3)
    for size in (longest, 2):
        table.add_column(width=size, no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(width=SHORT_ID, no_wrap=True)
    for ranked, date in zip(timeline.events, dates, strict=True):
        table.add_row(*_cells(ranked.event, date, documents, styles))
    return drawn((table,), width, view.colour) if timeline.events else ""


def _cells(
    event: Event, date: str, documents: Shelf, styles: Mapping[Status, str]
) -> tuple[Text, ...]:
    return (
        Text(date, "bold"),
        Text(marks.signs(event, documents), "bold red"),
        Text(told.headline(event), styles[event.status]),
        Text(f"{marks.sources(event)}/{len(event.origins)}", "dim"),
        Text(safe.line(event.id)[:SHORT_ID], "dim"),
    )
