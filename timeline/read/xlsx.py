"""Workbooks of Excel: each sheet a table, as those with commas are."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from timeline.model import Problem, RawDocument
from timeline.read import _tables
from timeline.read._refused import damaged, missing
from timeline.read._source import source

SUFFIXES = (".xlsx", ".xlsm")


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The rows of each sheet; a sheet of several is named behind the file."""
    origin = source(uri, "xlsx", data)
    with damaged("is a workbook", "Open it, and save a copy or its sheets as CSV."):
        sheets = [*_sheets(data)]
    for name, rows in sheets:
        own = replace(origin, uri=f"{uri}#{name}") if len(sheets) > 1 else origin
        yield from _tables.table(own, rows)


def _sheets(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The name and the rows of each sheet that has any."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        message = "is a workbook of Excel, which needs an optional package"
        raise missing(message, "xlsx") from error
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        rows = [[_shown(cell) for cell in row] for row in sheet.values]
        if any(map(any, rows)):
            yield sheet.title, rows


def _shown(value: Any) -> str:
    """What a cell says; a day without its midnight, a number as it was typed."""
    if isinstance(value, datetime):
        whole = value.replace(microsecond=0)
        return str(whole.date() if whole.time() == time() else whole)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value).strip()
