"""Values of options that click does not know: dates, patterns, names from a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from timeline.model import TimeValue

    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType  # has no type arguments before click 8.2

_Context = click.Context | None
_Parameter = click.Parameter | None

_EPOCH = 719_163
"""Python's ordinal of 1970-01-01, day 0 of the civil calendar."""


def today() -> int:
    """Civil number of the day it is here now."""
    return datetime.now().astimezone().toordinal() - _EPOCH


class When(_Type):
    """A date: EDTF (`2022`, `2022-01`, `2022-01-06`) or words ("last month")."""

    name = "date"

    def convert(self, value: Any, param: _Parameter, ctx: _Context) -> Any:
        """The interval that the text means."""
        if not isinstance(value, str):
            return value
        from timeline import edtf

        try:
            return edtf.parse(value.strip())
        except ValueError:
            found = _in_words(value.strip())
        if found is None:
            self.fail(
                f"{value!r} is no date; write 2022, 2022-01 or 2022-01-06", param, ctx
            )
        return found


def _in_words(text: str) -> TimeValue | None:
    """The value of a text that is one time expression and nothing else."""
    from timeline import edtf, timex
    from timeline.model import Document, Source, Span

    # Day and month in figures have two orders, and there is nobody to ask.
    if not re.search(r"[^\W\d]{3}", text):
        return None
    source = Source("the command line", "text", "")
    document = Document("", source, text, "en", dct=edtf.day(today()))
    found = timex.tag(document).timexes
    if len(found) != 1 or found[0].span != Span(0, len(text)):
        return None
    return found[0].time


class Pattern(_Type):
    """A regular expression, checked and kept as text."""

    name = "regex"

    def convert(self, value: Any, param: _Parameter, ctx: _Context) -> Any:
        """The text, if it compiles."""
        try:
            re.compile(value)
        except re.error as error:
            self.fail(f"{value!r} is no regular expression: {error}", param, ctx)
        return value


class Listed(_Type):
    """One or several names, with commas between, of a list that is made when needed."""

    name = "name"

    def __init__(self, names: Callable[[], tuple[str, ...]]) -> None:
        self.names = names

    def convert(self, value: Any, param: _Parameter, ctx: _Context) -> Any:
        """The names as a tuple."""
        if not isinstance(value, str):
            return value
        found = tuple(name.strip().lower() for name in value.split(","))
        for name in found:
            if name not in self.names():
                known = ", ".join(self.names())
                self.fail(f"{name!r} is none of: {known}", param, ctx)
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so."""
        before, comma, last = incomplete.rpartition(",")
        fitting = (name for name in self.names() if name.startswith(last))
        return [CompletionItem(f"{before}{comma}{name}") for name in fitting]


class Named(Listed):
    """One name of a list that is made when needed."""

    def convert(self, value: Any, param: _Parameter, ctx: _Context) -> Any:
        """The name."""
        found = super().convert(value, param, ctx)
        if isinstance(found, tuple) and len(found) != 1:
            self.fail("only one can be given", param, ctx)
        return found[0] if isinstance(found, tuple) else found


class Engine(_Type):
    """The name of an engine, and after "=" where its workers are."""

    name = "engine"

    def convert(self, value: Any, param: _Parameter, ctx: _Context) -> Any:
        """Name and address, the address None where none is said."""
        if not isinstance(value, str):
            return value
        from timeline import plugs

        name, _, address = value.partition("=")
        known = plugs.names("timeline.engine")
        if name not in known:
            self.fail(f"{name!r} is none of: {', '.join(known)}", param, ctx)
        return name, address or None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so."""
        from timeline import plugs

        names = plugs.names("timeline.engine")
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def formats() -> tuple[str, ...]:
    """The names of all export formats."""
    from timeline import export

    return export.names()


def presets() -> tuple[str, ...]:
    """The names of all sets of columns that CSV has."""
    from timeline.export import csv

    return csv.PRESETS


def tag_formats() -> tuple[str, ...]:
    """The names of all forms of `timeline tag`."""
    from timeline import tags

    return tags.names()


def zooms() -> tuple[str, ...]:
    """The names of all that a timeline can be grouped by."""
    from timeline import rank

    return rank.ZOOMS


def statuses() -> tuple[str, ...]:
    """The names of all statuses of an event."""
    from timeline.model import Status

    return tuple(Status)


def bases() -> tuple[str, ...]:
    """The names of all that a date can rest on."""
    from timeline.model import Basis

    return tuple(Basis)
