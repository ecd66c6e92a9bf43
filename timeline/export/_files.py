"""Where the file of a document is, as a part of a link."""

import re
from urllib.parse import quote

from timeline.model import DocumentRecord, Source
from timeline.wording import marks, safe

RECORDS = ("jsonl",)
"""Readers of files that hold many documents, called FILE#NAME, with lines of their own."""

LINED = ("text", "markdown", "")
"""Readers whose lines are those of the file; a saved timeline may not say the reader."""

_STDIN = "-"
_DRIVE = re.compile("[A-Za-z]:/")


def path(source: Source, root: str = "") -> str:
    """The path without a host, so that it leads to a file only; empty if there is none.

    `root` stands before a relative one: the way to the folder it starts from.
    """
    uri = source.uri.rpartition("#")[0] if is_record(source) else source.uri
    slashed = re.sub("^/+", "/", safe.encodable(uri).replace("\\", "/"))
    if slashed == _STDIN:
        return ""
    if _DRIVE.match(slashed):
        return "file:///" + quote(slashed, safe="/:")
    quoted = quote(slashed, safe="/")
    return quoted if quoted.startswith("/") else root + quoted


def is_record(source: Source) -> bool:
    """Whether the document is one of several in its file."""
    return source.reader in RECORDS


def line(record: DocumentRecord, number: int, mark: str) -> str:
    """The part of a link that leads to the line, or to its page (RFC 8118).

    Empty where neither is the file's.
    """
    own = f"#{mark}{number}" if record.source.reader in LINED else ""
    return page(record, number) or own


def page(record: DocumentRecord, number: int) -> str:
    """The part of a link that leads to the page of a line; empty where there are none."""
    return f"#page={marks.page(record, number)}" if record.pages else ""


def address(record: DocumentRecord, number: int, folder: str) -> str:
    """Address of a line below a folder's `file://host/…/`, absolute paths below its host.

    The line follows after `#`, as kitty and Visual Studio Code understand it. Empty if
    there is no file.
    """
    host = folder[: folder.find("/", len("file://"))]
    own = path(record.source, folder)
    if not own:
        return ""
    return (host if own.startswith("/") else "") + own + line(record, number, "")
