"""Rows of tables: of their cells the date and what happened, not where it is filed.

"2031-05-03 | Mayor opens the dam | Gazette 12" tells what its longest cell says.
"""

import re
from collections.abc import Sequence

from timeline.model import Span, Timex

_BAR = re.compile(r"[ \t]*\|[ \t]*|\t+")

_FEWEST = 3
"""Cells of a row of which one may be something else."""


def told(text: str, span: Span, timexes: Sequence[Timex]) -> Span:
    """The cells from the date to what happened, if it is a row with a date; else all.

    What happened is the cell with most letters; the date that of another cell, the nearest.
    """
    cells = _cells(text, span)
    if len(cells) < _FEWEST:
        return span
    event = max(cells, key=lambda cell: _letters(text, cell))
    dated = [c for c in cells if c != event and any(_holds(c, t) for t in timexes)]
    if not dated:
        return span if not any(_holds(event, t) for t in timexes) else event
    date = min(dated, key=lambda cell: abs(cells.index(cell) - cells.index(event)))
    return Span(min(date.start, event.start), max(date.end, event.end))


def _cells(text: str, span: Span) -> list[Span]:
    row = text[span.start : span.end]
    if "|" not in row and "\t" not in row:
        return []
    cells, start = [], 0
    for bar in _BAR.finditer(row):
        cells.append(Span(span.start + start, span.start + bar.start()))
        start = bar.end()
    cells.append(Span(span.start + start, span.end))
    return [cell for cell in cells if cell.start < cell.end]


def _letters(text: str, cell: Span) -> int:
    return sum(map(str.isalpha, text[cell.start : cell.end]))


def _holds(cell: Span, timex: Timex) -> bool:
    return cell.start <= timex.span.start and timex.span.end <= cell.end
