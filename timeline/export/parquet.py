"""Apache Parquet, for data frames and databases: an event a row, its tellings in it.

The columns are those of the CSV export. `tellings` is a list of those that a telling has
of its own, with its `id`. What is not known is null.
"""

from io import BytesIO
from typing import Any

from timeline.errors import MissingExtra
from timeline.export import _losses, _table
from timeline.model import Timeline
from timeline.options import View
from timeline.wording import safe

SUFFIX = ".parquet"
NEEDS = ("pyarrow", "parquet")
IS_BINARY = True

_TYPES = {
    **{"n_sources": "int64", "n_origins": "int64"},
    **{"confidence": "float64", "score": "float64"},
}
"""Of all columns that are no text."""


def render(timeline: Timeline, view: View) -> bytes:
    """The events in order of time; the same bytes from the same version of pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("the format parquet", NEEDS[1]) from error
    own = pyarrow.struct([(name, "string") for name in ("id", *_table.OWN_COLUMNS)])
    columns = [(name, _TYPES.get(name, "string")) for name in _table.COLUMNS]
    schema = pyarrow.schema([*columns, ("tellings", pyarrow.list_(own))])
    rows = [
        {**_cells(row), "tellings": [_cells(telling) for telling in tellings]}
        for row, tellings in _table.nested(timeline)
    ]
    out = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), out)
    return out.getvalue()


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Statements without a date."""
    return _losses.unplaced(timeline)


def _cells(row: _table.Row) -> dict[str, Any]:
    return {
        name: (safe.encodable(cell) or None) if isinstance(cell, str) else cell
        for name, cell in row.items()
    }
