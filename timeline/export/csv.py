"""CSV (RFC 4180): a row for each event, in our columns or in those of another tool.

A cell that a spreadsheet would take for a formula is made text by an apostrophe before
it. Only numbers, ISO dates and offsets may begin with a sign. For Excel, so is what it
would change.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from timeline.errors import UsageError
from timeline.export import _losses, _presets, _span, _table
from timeline.model import Timeline
from timeline.options import View
from timeline.wording import dates, marks

SUFFIX = ".csv"

PRESETS = tuple(_presets.PRESETS)

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells Microsoft Excel that the file is UTF-8 (it takes it for Windows-1252 else)."""

LONGEST = 32_767
"""Characters that a cell of Excel holds; the rest would run into the next rows."""

_FORMULA = re.compile(r"\s*[=+\-@|%\t\r]")
"""What spreadsheets compute (OWASP, CSV Injection)."""

_HARMLESS = re.compile(
    r"""-\d+(?:\.\d+)?                        # a number
      | -\d{4,}(?:-\d\d){1,2}(?:/-?[\d-]+)?   # a date BCE, or two
      | [+-]\d\d:\d\d                         # an offset from UTC""",
    re.VERBOSE | re.ASCII,
)


_OTHER = re.compile(
    rf"""\d+[eE]\d+                                # an id by chance, made a number
      | \d{{4}}-\d\d | (?:{"|".join(dates.MONTHS)})[ ]\d{{4}}   # a month, made its first day
      | (?:{"|".join(dates.SHORT_MONTHS)})[ ]\d{{4}}""",
    re.VERBOSE | re.ASCII,
)
"""What Excel would make another thing of, without a word."""


def render(timeline: Timeline, view: View) -> bytes:
    """The table, in UTF-8 with the line ends that RFC 4180 wants."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _rows(timeline, view):
        writer.writerow([_cell(cell, view.excel) for cell in row])
    return ((BOM if view.excel else "") + out.getvalue()).encode()


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events outside the years of a preset, and statements without a date."""
    preset = _preset(view)
    if preset is None:
        return _losses.unplaced(timeline)
    far = _span.outside(timeline, preset.first, preset.last)
    why = f"{view.preset} has the years {preset.first} to {preset.last} only"
    return (
        *_losses.left_out(far, why),
        *_losses.zones(timeline),
        *_losses.unplaced(timeline),
    )


def _preset(view: View) -> _presets.Preset | None:
    if view.preset is None:
        return None
    if view.preset not in PRESETS:
        raise UsageError(
            f"unknown preset: {view.preset}", f"presets: {', '.join(PRESETS)}"
        )
    return _presets.PRESETS[view.preset]


def _rows(timeline: Timeline, view: View) -> Iterator[Iterable[_table.Cell]]:
    preset = _preset(view)
    if preset:
        yield preset.columns
        yield from preset.rows(timeline, marks.shelf(timeline))
        return
    columns = _table.TELLING_COLUMNS if view.per_source else _table.COLUMNS
    rows = _table.tellings(timeline) if view.per_source else _table.events(timeline)
    yield columns
    for row in rows:
        yield (row[column] for column in columns)


def _cell(value: _table.Cell, excel: bool) -> str:
    text = str(value)
    if _is_computed(text, excel):
        text = f"'{text}"
    return text[: LONGEST - 1] + "…" if excel and len(text) > LONGEST else text


def _is_computed(text: str, excel: bool) -> bool:
    if excel and _OTHER.fullmatch(text):
        return True
    return bool(_FORMULA.match(text)) and (excel or not _HARMLESS.fullmatch(text))
