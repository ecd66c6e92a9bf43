"""Corrections by hand: what the user knows better than the tool about events.

A TOML file with tables `[[join]]`, `[[apart]]`, `[[date]]`, `[[title]]` and `[[drop]]`,
keyed by the ids that `timeline explain` and the JSON export show. It is the user's word,
so what is wrong in it is an error; what no longer fits the documents is a Problem.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline import edtf
from timeline.errors import InputError, UsageError
from timeline.model import TimeValue
from timeline.options import Override

KEYS: Mapping[str, tuple[str, ...]] = {
    "join": ("events",),
    "apart": ("tellings",),
    "date": ("event", "date"),
    "title": ("event", "title"),
    "drop": ("event",),
}
"""The keys of each kind of table, all of them needed."""

SHORTEST = 4
"""Characters of an id that tell one from another."""

_HINT = (
    'A correction is a table like [[title]] with event = "1a2b3c4d" and title = "…"; '
    f"there are {', '.join(KEYS)}."
)


def load_overrides(path: str) -> tuple[Override, ...]:
    """All corrections of a file, in the order of the file within each kind.

    InputError if it cannot be read; UsageError, naming file and table, if it is no TOML or
    says something that means nothing.
    """
    try:
        found = tomllib.loads(Path(path).read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", _HINT) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 text", _HINT) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not TOML: {error}", _HINT) from error
    return tuple(_all(path, found))


def _all(path: str, found: Mapping[str, Any]) -> Iterator[Override]:
    unknown = sorted(found.keys() - KEYS.keys())
    if unknown:
        raise UsageError(f"{path}: there is no correction {unknown[0]!r}", _HINT)
    for kind in KEYS:
        rows = found.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            raise UsageError(f"{path}: write [[{kind}]], with two brackets", _HINT)
        for number, row in enumerate(rows, 1):
            yield _override(kind, f"{path}, {kind} {number}", path, row)


def _override(kind: str, place: str, path: str, row: Mapping[str, Any]) -> Override:
    """One table, checked."""
    wanted = KEYS[kind]
    for name in sorted(row.keys() ^ set(wanted)):
        lacks = "lacks" if name in wanted else "does not know"
        raise UsageError(f"{place}: {lacks} {name!r}", f"It needs {', '.join(wanted)}.")
    return Override(
        kind=kind,
        path=path,
        place=place,
        ids=_ids(place, row[wanted[0]], at_least=2 if kind == "join" else 1),
        date=_date(place, row["date"]) if kind == "date" else None,
        title=_text(place, row["title"]) if kind == "title" else None,
    )


def _ids(place: str, given: Any, at_least: int) -> tuple[str, ...]:
    ids = [given] if isinstance(given, str) else given
    if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids):
        raise UsageError(f"{place}: ids are text", 'Write ["1a2b3c4d", "5e6f7a8b"].')
    short = [i for i in ids if len(i) < SHORTEST]
    if short or len(set(ids)) < at_least:
        needs = f"at least {at_least} ids of {SHORTEST} characters or more"
        raise UsageError(f"{place}: needs {needs}", _HINT)
    return tuple(dict.fromkeys(i.lower() for i in ids))


def _date(place: str, given: Any) -> TimeValue:
    """EDTF in quotes, or a TOML date."""
    try:
        return edtf.parse(str(given))
    except ValueError as error:
        hint = "Write dates as 2031-05-08, 2031-05 or 2031."
        raise UsageError(f"{place}: {given!r} is not a date", hint) from error


def _text(place: str, given: Any) -> str:
    if not isinstance(given, str) or not given.strip():
        raise UsageError(f"{place}: the title is empty", _HINT)
    return given.strip()
