"""Plain text: the whole file is one document."""

from collections.abc import Iterator

from timeline.model import Problem, RawDocument
from timeline.read._decode import decode
from timeline.read._numbers import without_numbers
from timeline.read._source import mark, remarks, source

SUFFIXES = (".txt", ".text", ".log", "")


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The file as it is, with blanks for the numbers of its lines."""
    text, note = decode(data)
    text = without_numbers(text)
    yield from remarks(uri, note)
    yield RawDocument(source(uri, "text", data), text, skip=mark(text))
