"""The manifest: a CSV table in which the user says what the files do not.

Columns are `path`, `date`, `title`, `publisher`, `language`, named in the first line, in
any order; others are ignored. It is the user's word, so what is wrong in it is an error.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from timeline import edtf
from timeline.errors import InputError, UsageError
from timeline.options import ManifestRow

COLUMNS = ("path", "date", "title", "publisher", "language")

_HINT = f"A manifest is a CSV table with the columns {', '.join(COLUMNS)}."

_DELIMITERS = (",", ";", "\t")
"""Spreadsheets write semicolons where the comma is the decimal sign."""


class _Line(Struct, frozen=True):
    """Fields of one line. `place` names file and line, as errors do."""

    place: str
    fields: tuple[str, ...]


def load_manifest(path: str) -> tuple[ManifestRow, ...]:
    """The rows of a manifest, with every date checked to be EDTF.

    InputError if the file cannot be read; UsageError, naming file and line, if it is not
    such a table or says two things of one path.
    """
    lines = _lines(path, _text(path))
    header = _header(path, next(lines, None))
    places: dict[str, str] = {}
    rows = []
    for line in lines:
        row = _row(header, line)
        if row.path in places:
            said = f"{row.path} is in {places[row.path]} already"
            raise UsageError(f"{line.place}: {said}", "Keep one of the two lines.")
        places[row.path] = line.place
        rows.append(row)
    return tuple(rows)


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", _HINT) from error
    except ValueError as error:
        hint = "Save the table as CSV in UTF-8."
        raise InputError(f"{path}: is not UTF-8 text", hint) from error


def _lines(path: str, text: str) -> Iterator[_Line]:
    """The lines that say something, fields without the blanks around them."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(
        text.splitlines(keepends=True), delimiter=delimiter, strict=True
    )
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as error:
            raise UsageError(
                f"{path}, line {reader.line_num}: {error}", _HINT
            ) from error
        if fields is None:
            return
        if any(field.strip() for field in fields):
            place = f"{path}, line {reader.line_num}"
            yield _Line(place, tuple(field.strip() for field in fields))


def _header(path: str, line: _Line | None) -> tuple[str, ...]:
    """The names of the columns. UsageError if there is no `path`, or nothing beside it."""
    if line is None:
        raise UsageError(f"{path}: is empty", _HINT)
    names = tuple(name.lower() for name in line.fields)
    known = [name for name in names if name in COLUMNS]
    if len(known) != len(set(known)):
        raise UsageError(f"{line.place}: a column is named twice", _HINT)
    if "path" not in known or len(known) < 2:
        lacks = "column path" if "path" not in known else "column beside path"
        raise UsageError(f"{line.place}: there is no {lacks}", _HINT)
    return names


def _row(header: tuple[str, ...], line: _Line) -> ManifestRow:
    if len(line.fields) > len(header):
        hint = 'Put "double quotes" around a field that holds the separator.'
        raise UsageError(f"{line.place}: more fields than the header has", hint)
    named = zip(header, line.fields, strict=False)
    said = {name: field for name, field in named if name in COLUMNS and field}
    if "path" not in said:
        raise UsageError(f"{line.place}: says no path", _HINT)
    _check_date(line.place, said.get("date"))
    return ManifestRow(**said)


def _check_date(place: str, date: str | None) -> None:
    try:
        if date:
            edtf.parse(date)
    except ValueError as error:
        # 5/8/2031 has two readings, and here is nobody to ask.
        hint = "Write dates as 2031-05-08, 2031-05 or 2031."
        raise UsageError(f"{place}: {date!r} is not a date", hint) from error
