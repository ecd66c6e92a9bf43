"""What readers share: where a text came from, and what was unsure in decoding it."""

import hashlib
from collections.abc import Iterator

from timeline.model import Problem, Source, Span
from timeline.read._decode import BOM


def source(
    uri: str,
    reader: str,
    data: bytes,
    title: str | None = None,
    publisher: str | None = None,
) -> Source:
    """Where a text came from, with the SHA-256 of the whole file."""
    return Source(uri, reader, hashlib.sha256(data).hexdigest(), title, publisher)


def remarks(uri: str, note: str | None) -> Iterator[Problem]:
    """The note of a decoding, if there is one, as a problem that cost no text."""
    if note:
        yield Problem(uri, "read", note, "Save the file as UTF-8.", is_note=True)


def mark(text: str) -> tuple[Span, ...]:
    """The byte order mark, which is no prose but keeps its place in the text."""
    return (Span(0, 1),) if text.startswith(BOM) else ()
