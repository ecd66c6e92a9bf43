"""JSON lines: one document a line, `{"text": …}` with what else is known about it; or
one entry of a log a line, `{"ts": …, "msg": …}`: such lines together are one document.

Files of any size, packed or not: they are cut into parts of whole lines.
"""

from collections.abc import Iterator
from typing import BinaryIO

from timeline.model import Problem, RawDocument, Source
from timeline.read._decode import BOM, decode
from timeline.read._input import Part
from timeline.read._parts import part
from timeline.read._records import Row, decoded, items, repeats
from timeline.read._source import remarks, source
from timeline.read._streams import PACKINGS, blocks

SUFFIXES = tuple(
    f"{kind}{packing}" for kind in (".jsonl", ".ndjson") for packing in ("", *PACKINGS)
)


def sniff(data: bytes) -> bool:
    """Whether the first line is such a record."""
    line = data.removeprefix(BOM.encode()).lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    return not isinstance(decoded(line.decode("utf-8", "replace")), str)


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """A document for each line, named by its `id`, or else by its line number."""
    text, note = decode(data)
    yield from remarks(uri, note)
    rows = [*_rows(text, 1)]
    yield from items(source(uri, "jsonl", data), rows, repeats(rows, set()))


def cut(file: BinaryIO, limit: int) -> Iterator[Part]:
    """Parts of the file for `read_part`, none of them blank.

    Which records have a name that was used before is seen here, where all are seen.
    """
    seen: set[str] = set()
    for block in blocks(file, limit):
        text = (block.data or b"").decode("utf-8", "replace")
        again = repeats(_rows(text, block.line), seen)
        if block.data is None or text.strip():
            yield part(block, "jsonl", again)


def read_part(uri: str, data: bytes, own: Part) -> Iterator[RawDocument | Problem]:
    """The documents of one part."""
    text = data.decode("utf-8", "replace")
    if not own.is_utf8:
        note = (
            f"is damaged UTF-8 near line {own.line}: some letters could not be decoded"
        )
        yield from remarks(uri, note)
    rows = _rows(text, own.line)
    yield from items(Source(uri, "jsonl", own.file), rows, own.repeats)


def _rows(text: str, line: int) -> Iterator[Row]:
    """Number and record of each line that is not blank."""
    for number, row in enumerate(text.removeprefix(BOM).split("\n"), start=line):
        if row.strip():
            yield number, decoded(row)
