"""An Excel workbook: events, tellings, documents, and what could not be placed.

Days that Excel's calendar has are real dates; all others, and everything from documents,
are text, so that nothing is computed, guessed or followed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct

from timeline import civil
from timeline.errors import MissingExtra
from timeline.export import _table
from timeline.export._table import Cell
from timeline.model import Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe

SUFFIX = ".xlsx"
NEEDS = ("xlsxwriter", "xlsx")
IS_BINARY = True

LONGEST = 32_767
"""Characters that a cell holds."""

ROWS = 1_048_575
"""Rows of a sheet below its header."""

FIRST, AFTER = civil.days(1900, 3), civil.days(10_000)
"""Excel counts from here right: before it, it believes in a 29 February 1900."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_ZERO = civil.days(1899, 12, 30)
_DAYS = ("date", "date_end")
_OF_DOCUMENTS = (
    *("document", "title", "publisher", "date", "known from", "confidence"),
    *("origin", "language", "sha256"),
)
_WIDTHS = {
    **dict.fromkeys(("headline", "quote", "sentence", "text", "problem"), 55),
    **dict.fromkeys(("conflict", "sources", "document", "title", "hint", "reason"), 32),
    **dict.fromkeys(("date_text", "actors", "places", "figures", "edtf"), 20),
    **dict.fromkeys(("time", "tz", "line", "score", "n_sources", "n_origins"), 9),
}
"""Characters; of all other columns, 13."""

_LINE, _TALLEST = 15, 400
"""Points: the height of a line, and that of the tallest row that is still read."""

_A4, _ACROSS = 9, 3
"""Excel's number for the paper, and how many sheets of it the columns are spread over."""


class _Day(Struct, frozen=True):
    """A day by the number that Excel gives it."""

    number: int


_Rows = Iterator[Iterable[Cell | _Day]]
_Sheet = tuple[str, tuple[str, ...], _Rows]


def render(timeline: Timeline, view: View) -> bytes:
    """The workbook; the same bytes whenever it is made."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingExtra("the format xlsx", NEEDS[1]) from error
    from datetime import datetime

    out = BytesIO()
    # Files beside it, with the time of the run in their names, are not for us.
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": safe.short(timeline.title, 200),
                "created": datetime(2000, 1, 1),  # noqa: DTZ001  # a fixed day, no clock
            }
        )
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "day": book.add_format(
                {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}
            ),
        }
        for name, columns, rows in _sheets(timeline):
            _write(book.add_worksheet(name), columns, rows, formats)
    return out.getvalue()


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Rows that a sheet has no place for."""
    number = sum(len(ranked.event.mentions) for ranked in timeline.events)
    beyond = max(number, len(timeline.events)) - ROWS
    return (f"{beyond:,} rows left out: a sheet has no more",) if beyond > 0 else ()


def _sheets(timeline: Timeline) -> Iterator[_Sheet]:
    yield _sheet("Events", _table.COLUMNS, _table.events(timeline))
    yield _sheet("Tellings", _table.TELLING_COLUMNS, _table.tellings(timeline))
    yield "Documents", _OF_DOCUMENTS, _documents(timeline)
    if timeline.unplaced:
        yield "Not placed", ("document", "line", "text", "reason"), _unplaced(timeline)
    if timeline.problems:
        yield "Problems", ("document", "line", "problem", "hint"), _problems(timeline)


def _sheet(name: str, columns: tuple[str, ...], rows: Iterator[_table.Row]) -> _Sheet:
    cells = ((_cell(row, column) for column in columns) for row in rows)
    return name, columns, cells


def _cell(row: _table.Row, column: str) -> Cell | _Day:
    """The cell; a day that Excel's calendar has, as its number in it."""
    found = _DAY.fullmatch(str(row[column])) if column in _DAYS else None
    number = civil.days(*map(int, found.groups())) if found else AFTER
    return _Day(number - _ZERO) if FIRST <= number < AFTER else row[column]


def _documents(timeline: Timeline) -> Iterator[Iterable[Cell]]:
    origins = {i: origin.id for origin in timeline.origins for i in origin.document_ids}
    for document in timeline.documents:
        source = document.source
        yield (
            safe.line(source.uri),
            safe.line(source.title or ""),
            safe.line(source.publisher or ""),
            dates.words(document.dct) if document.dct else "",
            safe.line(document.dct_basis or ""),
            round(document.dct_confidence, 3) if document.dct else "",
            safe.line(origins.get(document.id, "")),
            safe.line(document.language),
            safe.line(source.digest),
        )


def _unplaced(timeline: Timeline) -> Iterator[Iterable[Cell]]:
    documents = marks.shelf(timeline)
    for found in timeline.unplaced:
        uri = documents.uri(found.document_id)
        yield uri, found.line, safe.line(found.text), safe.line(found.reason)


def _problems(timeline: Timeline) -> Iterator[Iterable[Cell]]:
    for found in timeline.problems:
        line, hint = found.line or "", safe.line(found.hint or "")
        yield safe.line(found.uri), line, safe.line(found.message), hint


def _write(
    sheet: Any, columns: Sequence[str], rows: _Rows, formats: dict[str, Any]
) -> None:
    """Header that stays in sight, filters, and the cells each as what it is."""
    last = 0
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, formats["head"])
        sheet.set_column(place, place, _width(column))
    for last, row in zip(range(1, ROWS + 1), rows, strict=False):
        cells = tuple(row)
        sheet.set_row(last, _height(columns, cells))
        for place, cell in enumerate(cells):
            _put(sheet, (last, place), cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(_ACROSS, 0)


def _width(column: str) -> int:
    return _WIDTHS.get(column, 13)


def _height(columns: Sequence[str], cells: Sequence[Cell | _Day]) -> float:
    """Points that the longest text of a row needs: not every program finds that out."""
    lines = (
        -(-len(cell) * 11 // (10 * _width(column)))
        for column, cell in zip(columns, cells, strict=True)
        if isinstance(cell, str)
    )
    return min(_LINE * max(1, *lines, 1), _TALLEST)


def _put(
    sheet: Any, at: tuple[int, int], cell: Cell | _Day, formats: dict[str, Any]
) -> None:
    if isinstance(cell, _Day):
        sheet.write_number(*at, cell.number, formats["day"])
    elif not isinstance(cell, str):
        sheet.write_number(*at, cell, formats["text"])
    elif cell:
        text = cell if len(cell) <= LONGEST else cell[: LONGEST - 1] + "…"
        sheet.write_string(*at, text, formats["text"])
