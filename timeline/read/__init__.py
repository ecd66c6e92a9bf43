"""From paths to texts. One file per format; its name is the reader's name.

A reader has `SUFFIXES` and `read(uri, data)`, which yields a `RawDocument` for each
document in the file and a `Problem` for each that is lost. It raises `Refused` where the
file as a whole is not what it reads. It may have `sniff(data)`, which says whether bytes
of unknown origin look like its format. Files that no reader claims are read as text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from timeline import plugs
from timeline.model import Problem, RawDocument
from timeline.options import Options
from timeline.read import _paths
from timeline.read._paths import Input
from timeline.read._refused import Refused

__all__ = ["Input", "expand", "read"]

_FALLBACK = "text"

_EMPTY_HINT = "Remove it, or see what became of its text."

_VISIBLE = re.compile(r"[^\s\ufeff\0]")


def expand(
    paths: Sequence[str], stdin: bytes | None = None
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """The files that the paths mean, sorted, each once, and what cannot be found.

    Files in folders are taken if a reader has their suffix and they are not hidden;
    files that are named, or matched by a glob, are always taken.
    """
    return _paths.search(paths, stdin, lambda path: _paths.suffix(path) in _suffixes())


def read(
    source: Input, options: Options
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    """The documents in a file, and what is wrong with it. Bad data never raises."""
    uri = _paths.shown(source.path)
    try:
        data = _bytes(source, options.max_bytes)
        items = tuple(_checked(_reader(source.path, data).read(uri, data)))
    except Refused as refusal:
        return (), (Problem(uri, "read", refusal.message, refusal.hint),)
    if not items:
        return (), (_blank(uri),)
    documents = tuple(item for item in items if isinstance(item, RawDocument))
    problems = tuple(item for item in items if isinstance(item, Problem))
    return documents, problems


def _bytes(source: Input, limit: int) -> bytes:
    """The bytes of the file. Refused if they cannot be had, are none, or too many."""
    data = source.data
    if data is None:
        try:
            with Path(source.path).open("rb") as file:
                data = file.read(limit + 1)
        except (OSError, ValueError) as error:
            raise Refused(*_paths.why(source.path, error)) from error
    if not data:
        raise Refused("is empty", _EMPTY_HINT)
    if len(data) > limit:
        hint = "Split it into files of one document each."
        raise Refused(f"is larger than {limit / 1e6:g} MB", hint)
    return data


def _checked(items: Iterator[RawDocument | Problem]) -> Iterator[RawDocument | Problem]:
    """The items, with a problem in place of each document that says nothing."""
    for item in items:
        if isinstance(item, RawDocument) and not _VISIBLE.search(item.text):
            yield _blank(item.source.uri)
        else:
            yield item


def _blank(uri: str) -> Problem:
    return Problem(uri, "read", "is empty but for blanks", _EMPTY_HINT)


def _reader(path: str, data: bytes) -> ModuleType:
    """The reader for the suffix; else one that knows the bytes; else plain text."""
    suffix = _paths.suffix(path)
    if suffix and suffix in _suffixes():
        return plugs.load(__name__, _suffixes()[suffix])
    for name in plugs.names(__name__):
        reader = plugs.load(__name__, name)
        if hasattr(reader, "sniff") and reader.sniff(data):
            return reader
    return plugs.load(__name__, _FALLBACK)


@cache
def _suffixes() -> dict[str, str]:
    """The reader of each suffix. Where two claim one, the first by name has it."""
    names = reversed(plugs.names(__name__))
    return {
        kind: name for name in names for kind in plugs.load(__name__, name).SUFFIXES
    }
