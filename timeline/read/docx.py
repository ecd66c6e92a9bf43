"""Word documents: paragraphs and tables in their order, a row of a table a line."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from timeline.model import Problem, RawDocument
from timeline.read._refused import Refused, damaged, missing
from timeline.read._source import source

SUFFIXES = (".docx",)

_MOST = 500_000_000
"""Bytes that a file may unpack to: some are made to fill any memory."""

_CELLS = " | "

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "p": " "}
_WRITTEN = (
    ".//*[self::w:t or self::w:tab[parent::w:r] or self::w:br or self::w:cr or self::w:p]"
    "[not(ancestor::*[local-name() = 'Fallback'])]"
)


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The words of the body; headers, footers, comments and what was deleted stay out."""
    file = _opened(data)
    text = "\n".join(_lines(file))
    title = " ".join(file.core_properties.title.split()) or None
    yield RawDocument(source(uri, "docx", data, title), text)


def _opened(data: bytes) -> Any:
    try:
        from docx import Document
    except ImportError as error:
        message = "is a Word document, which needs an optional package"
        raise missing(message, "docx") from error
    from zipfile import ZipFile

    with damaged("is a Word document", "Open it, and save a copy or its text."):
        with ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST:
                raise Refused("unpacks to more than 500 MB", "Save it as text.")
        return Document(BytesIO(data))


def _lines(file: Any) -> Iterator[str]:
    """A paragraph or a row of a table at a time, a blank line between paragraphs."""
    from docx.table import Table

    for block in file.iter_inner_content():
        if isinstance(block, Table):
            yield from (_CELLS.join(_cells(row)) for row in block.rows)
            yield ""
        else:
            yield from (_words(block._p), "")


def _cells(row: Any) -> Iterator[str]:
    """Texts of the cells, merged ones once."""
    for cell in dict.fromkeys(cell._tc for cell in row.cells):
        yield " ".join(_words(cell).split())


def _words(element: Any) -> str:
    """What is written, and what was since inserted; the library leaves that out.

    Text boxes are there twice, the second time for programs that know none.
    """
    nodes = element.xpath(_WRITTEN)
    return "".join(
        _MARKS.get(node.tag.rpartition("}")[2], node.text) or "" for node in nodes
    )
