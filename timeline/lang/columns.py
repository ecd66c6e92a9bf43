"""Read the table of what columns are called (`columns.toml`)."""

import tomllib
from functools import cache
from importlib import resources

from msgspec import Struct, convert

Words = frozenset[str]


class Columns(Struct, frozen=True):
    """Names of columns by what stands below them; `told` in order, the most telling first."""

    when: Words
    told: tuple[str, ...]
    named: Words
    due: Words
    aside: Words
    noted: Words
    amounts: Words
    deeds: Words


@cache
def columns() -> Columns:
    """The table, read once."""
    text = resources.files(__package__).joinpath("columns.toml").read_text("utf-8")
    table = tomllib.loads(text)
    spaced = {
        kind: [n.replace("_", " ") for n in names] for kind, names in table.items()
    }
    return convert(spaced, Columns)
