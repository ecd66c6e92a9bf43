"""Plain text: the whole file is one document."""

from collections.abc import Iterator

from timeline.model import Problem, RawDocument
from timeline.read._decode import decode
from timeline.read._source import mark, remarks, source

SUFFIXES = (".txt", ".text", ".log", "")


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The file as it is."""
    text, note = decode(data)
    yield from remarks(uri, note)
    yield RawDocument(source(uri, "text", data), text, skip=mark(text))
