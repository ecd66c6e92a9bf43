"""From paths to texts. One file per format; its name is the reader's name.

A reader has `SUFFIXES` and `read(uri, data)`, which yields a `RawDocument` for each
document in the file and a `Problem` for each that is lost. It raises `Refused` where the
file as a whole is not what it reads. It may have `sniff(data)`, which says whether bytes
of unknown origin look like its format. Files that no reader claims are read as text.

A reader of files that hold many documents also has `cut(file, limit)`, which yields the
parts of a file of any size, and `read_part(uri, data, part)`, which reads one of them.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from timeline import plugs
from timeline.model import Problem, RawDocument
from timeline.options import Options
from timeline.read import _parts, _paths
from timeline.read._input import Input
from timeline.read._parts import filled, singly
from timeline.read._paths import shown
from timeline.read._refused import Refused
from timeline.read._remote import is_remote
from timeline.read._streams import is_packed, opened, raw

__all__ = [
    "Input",
    "divide",
    "expand",
    "filled",
    "is_remote",
    "read",
    "shown",
    "singly",
    "size",
]

_FALLBACK, _RECORDS = "text", "jsonl"

_EMPTY_HINT = "Remove it, or see what became of its text."

_HEAD = 64_000
"""Bytes by which a format is recognised."""

_VISIBLE = re.compile(r"[^\s\ufeff\0]")


def expand(
    paths: Sequence[str], stdin: bytes | None = None
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """The files that the paths mean, sorted, each once, and what cannot be found.

    Files in folders are taken if a reader has their suffix and they are not hidden;
    files that are named, or matched by a glob, are always taken.
    """
    return _paths.search(paths, stdin, lambda path: _paths.suffix(path) in _suffixes())


def divide(
    inputs: Iterable[Input], options: Options
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """The files, those of many records in parts; and which of these break off."""
    parts: list[Input] = []
    problems: list[Problem] = []
    for source in inputs:
        try:
            reader = _reader(source.path, _head(source))
            if hasattr(reader, "cut"):
                found, refusal = _parts.cut(source, reader, options.max_bytes)
                parts += found
                problems += [_refusal(source, refusal)] if refusal else []
                continue
        except (OSError, ValueError, Refused):
            pass  # Reading it will say why.
        parts.append(source)
    return tuple(parts), tuple(problems)


def size(source: Input) -> int:
    """Bytes of a file or part; 0 if that cannot be known."""
    if source.part is not None:
        return source.part.end - source.part.start
    if source.data is not None:
        return len(source.data)
    if source.listed is not None:
        return source.listed.size
    try:
        return Path(source.path).stat().st_size
    except (OSError, ValueError):
        return 0


def read(
    source: Input, options: Options
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    """The documents in a file or part, and what is wrong with it. Bad data never raises."""
    uri = shown(source.path)
    try:
        items = tuple(_checked(_items(source, uri, options.max_bytes)))
    except Refused as refusal:
        return (), (_refusal(source, refusal),)
    if not items:
        return (), (_blank(uri),)
    documents = tuple(item for item in items if isinstance(item, RawDocument))
    problems = tuple(item for item in items if isinstance(item, Problem))
    return documents, problems


def _items(source: Input, uri: str, limit: int) -> Iterator[RawDocument | Problem]:
    """What the reader of the file, or of the part, yields."""
    data = _bytes(source, limit)
    if source.part is None:
        items: Iterator[RawDocument | Problem] = _reader(source.path, data).read(
            uri, data
        )
        return items
    reader = plugs.load(__name__, source.part.reader)
    items = reader.read_part(uri, data, source.part)
    return items


def _bytes(source: Input, limit: int) -> bytes:
    """The bytes of the file. Refused if they cannot be had, are none, or too many."""
    data = source.data
    try:
        if source.part is not None:
            if size(source) > limit:
                raise Refused(*_too_large(limit))
            data = _parts.loaded(source, source.part)
            if sha256(data).hexdigest() != source.part.digest:
                raise Refused("changed while it was being read", "Build again.")
        elif data is None or is_packed(source.path):
            with opened(source.path, data) as file:
                data = file.read(limit + 1)
    except (OSError, ValueError, EOFError, zlib.error) as error:
        raise Refused(*_paths.why(source.path, error)) from error
    if not data:
        raise Refused("is empty", _EMPTY_HINT)
    if len(data) > limit:
        raise Refused(*_too_large(limit))
    return data


def _head(source: Input) -> bytes:
    """The first bytes of a file whose name does not say what it is."""
    if source.data is not None:
        return source.data[:_HEAD]
    if _paths.suffix(source.path) in _suffixes():
        return b""
    with raw(source.path, None) as file:
        return file.read(_HEAD)


def _too_large(limit: int) -> tuple[str, str]:
    hint = "Split it into files of one document each."
    return f"is larger than {limit / 1e6:g} MB", hint


def _checked(items: Iterator[RawDocument | Problem]) -> Iterator[RawDocument | Problem]:
    """The items, with a problem in place of each document that says nothing."""
    for item in items:
        if isinstance(item, RawDocument) and not _VISIBLE.search(item.text):
            yield _blank(item.source.uri)
        else:
            yield item


def _refusal(source: Input, refusal: Refused) -> Problem:
    uri = shown(source.path)
    line = source.part.line if source.part else None
    return Problem(uri, "read", refusal.message, refusal.hint, line)


def _blank(uri: str) -> Problem:
    return Problem(uri, "read", "is empty but for blanks", _EMPTY_HINT)


def _reader(path: str, data: bytes) -> ModuleType:
    """The reader for the suffix; else one that knows the bytes; else plain text."""
    suffix = _paths.suffix(path)
    if suffix and suffix in _suffixes():
        name = _suffixes()[suffix]
        return plugs.load(__name__, _RECORDS if _holds_records(name, data) else name)
    for name in plugs.names(__name__):
        reader = plugs.load(__name__, name)
        if hasattr(reader, "sniff") and reader.sniff(data):
            return reader
    return plugs.load(__name__, _FALLBACK)


def _holds_records(name: str, data: bytes) -> bool:
    """Whether what is called a text is a log of records, as many programs write theirs."""
    if name != _FALLBACK or not data.startswith(b"{") or b"\n{" not in data:
        return False
    known: bool = plugs.load(__name__, _RECORDS).sniff(data)
    return known


@cache
def _suffixes() -> dict[str, str]:
    """The reader of each suffix. Where two claim one, the first by name has it."""
    names = reversed(plugs.names(__name__))
    return {
        kind: name for name in names for kind in plugs.load(__name__, name).SUFFIXES
    }
