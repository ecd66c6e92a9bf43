"""Where the file of a document is, as a part of a link."""

import re
from urllib.parse import quote

from timeline.model import Source
from timeline.wording import safe

RECORDS = ("jsonl",)
"""Readers of files that hold many documents, called FILE#NAME, with lines of their own."""


def path(source: Source, root: str = "") -> str:
    """The path without scheme or host, so that it leads to a file only.

    `root` stands before a relative one: the way to the folder it starts from.
    """
    uri = source.uri.rpartition("#")[0] if source.reader in RECORDS else source.uri
    slashed = safe.encodable(uri).replace("\\", "/")
    quoted = quote(re.sub("^/+", "/", slashed), safe="/")
    return quoted if quoted.startswith("/") else root + quoted


def line(source: Source, number: int, mark: str) -> str:
    """The part of a link that leads to the line; empty where lines are not the file's."""
    return "" if source.reader in RECORDS else f"#{mark}{number}"


def address(source: Source, number: int, folder: str) -> str:
    """Address of a line below a folder's `file://host/…/`, absolute paths below its host.

    The line follows after `#`, as kitty and Visual Studio Code understand it.
    """
    own = path(source)
    host = folder[: folder.find("/", len("file://"))]
    return (host if own.startswith("/") else folder) + own + line(source, number, "")
