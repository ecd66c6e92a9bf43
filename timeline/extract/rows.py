"""Rows of tables: of their cells the date and what happened, not where it is filed.

"2031-05-03 | Mayor opens the dam | Gazette 12" tells what its longest cell says; where no
cell says much more than the others ("Orvik Ltd | Halden Trust | €250,000"), the row.
"""

import re
from collections.abc import Sequence

from timeline.model import Granularity, Span, Timex
from timeline.text.cells import in_cells

_BAR = re.compile(r"[ \t]*\|[ \t]*|\t+")

_FEWEST = 3
"""Cells of a row of which one may be something else."""

_MORE = 2
"""How many times the letters of any other cell the one has that says what happened."""


_FIELD = re.compile(r"[^\W\d_][^:]{0,20}:[ ]|D\.?O\.?B\b")
"""The name of a field in a form: "DOB: 14/02/1958" is no date of a row."""

_DAY = Granularity.DAY.fineness


def told(text: str, span: Span, timexes: Sequence[Timex]) -> Span:
    """The cells that say what happened, with the date if it is in the next one.

    A stretch without cells is told as it is, and so is a row without a date.
    """
    cells = _cells(text, span)
    if len(cells) < _FEWEST:
        return span
    event, date = _event(text, cells), _date(text, cells, timexes)
    if date is None:
        return event if any(holds(event, t) for t in timexes) else span
    others = (c for c in cells if c not in (event, date))
    if _letters(text, event) < _MORE * max(_letters(text, c) for c in others):
        return Span(min(date.start, event.start), cells[-1].end)
    if abs(cells.index(date) - cells.index(event)) > 1:
        return event
    return Span(min(date.start, event.start), max(date.end, event.end))


def date(text: str, span: Span, timexes: Sequence[Timex]) -> Timex | None:
    """The date of the row that a sentence is, if it is one."""
    cells = _cells(text, span)
    cell = _date(text, cells, timexes) if len(cells) >= _FEWEST else None
    if cell is None:
        return None
    return next(timex for timex in timexes if holds(cell, timex))


def _event(text: str, cells: Sequence[Span]) -> Span:
    """What happened: the cell with most letters."""
    return max(cells, key=lambda cell: _letters(text, cell))


def _date(text: str, cells: Sequence[Span], timexes: Sequence[Timex]) -> Span | None:
    """The nearest cell with a date beside what happened: a year may be an amount, if
    another cell has a day."""
    event = _event(text, cells)
    place = cells.index(event)
    dated = [
        (_fineness(c, timexes), c)
        for c in cells
        if c != event and not _FIELD.match(text, c.start, c.end)
    ]
    finest = max((fine for fine, _ in dated), default=0)
    found = [cell for fine, cell in dated if fine and fine >= min(finest, _DAY)]
    return min(found, key=lambda cell: abs(cells.index(cell) - place), default=None)


def _fineness(cell: Span, timexes: Sequence[Timex]) -> int:
    """That of the finest date in a cell, 0 without one."""
    times = (t.time for t in timexes if holds(cell, t))
    return max((time.granularity.fineness for time in times if time), default=0)


def _cells(text: str, span: Span) -> list[Span]:
    row = text[span.start : span.end]
    if "|" not in row and "\t" not in row:
        return [*in_cells(text, span)]
    cells, start = [], 0
    for bar in _BAR.finditer(row):
        cells.append(Span(span.start + start, span.start + bar.start()))
        start = bar.end()
    cells.append(Span(span.start + start, span.end))
    return [cell for cell in cells if cell.start < cell.end]


def _letters(text: str, cell: Span) -> int:
    return sum(map(str.isalpha, text[cell.start : cell.end]))


def holds(cell: Span, timex: Timex) -> bool:
    """Whether a date lies in a cell."""
    return cell.start <= timex.span.start and timex.span.end <= cell.end
