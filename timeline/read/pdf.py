"""PDF files: the words of their pages, without the lines that run along all of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from itertools import accumulate
from typing import Any

from timeline.model import Problem, RawDocument
from timeline.read._numbers import without_numbers
from timeline.read._refused import Refused, damaged, missing
from timeline.read._source import source

SUFFIXES = (".pdf",)

_RUNNING = 3
"""Pages on which a line must stand, at the top or at the foot, to be no text of its own."""

_EDGE = 2
"""Lines at the top and at the foot of a page that may run along all pages."""

_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": "",
    }
)
"""Glyphs of fonts that are no letters, and hyphens that are seen only at line ends."""

_ADDRESS = re.compile(
    r"(?:https?|file):\S+(?:\s+(?:page )?\d+\s*(?:/|of)\s*\d+)?", re.I
)
_STAMP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d\b.*")
_BROKEN = re.compile(r"(?P<head>\b[^\W\d_]+)-(?P<gap>\f*\n\f*)(?P<tail>[^\W\d_]+)")
_FEED = "\f"
"""Stands where a page begins while the pages are put together."""

_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:;”\"')\]]\s*$")


def sniff(data: bytes) -> bool:
    """Whether it begins as PDF files do."""
    return data.startswith(b"%PDF-")


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """All pages as one text, its words mended; of pages that are pictures it says how many."""
    pages, title = _pages(data)
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        message = "holds pictures of pages, but no words"
        raise Refused(message, "Run it through a program that recognises text (OCR).")
    if empty:
        message = f"has {empty} of {len(pages)} pages without words, perhaps scanned"
        hint = "Run it through a program that recognises text (OCR)."
        yield Problem(uri, "read", message, hint, is_note=True)
    text, starts = _joined(_plain(pages))
    yield RawDocument(source(uri, "pdf", data, title), text, pages=starts)


def _pages(data: bytes) -> tuple[list[str], str | None]:
    """The words of each page, line by line, and the title that the file has."""
    try:
        import pypdf
    except ImportError as error:
        raise missing(
            "is a PDF file, which needs an optional package", "pdf"
        ) from error
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # What it mends is no news.
    with damaged("is a PDF file", "Open it, and print it to a new PDF file."):
        file = pypdf.PdfReader(BytesIO(data))
        if file.is_encrypted and not file.decrypt(""):
            raise Refused("is locked with a password", "Save a copy without it.")
        return [_page(page) for page in file.pages], _title(file)


def _page(page: Any) -> str:
    text: str = page.extract_text()
    return without_numbers(text.translate(_LIGATURES).replace(_FEED, "\n"))


def _title(file: Any) -> str | None:
    title = file.metadata and file.metadata.title
    return " ".join(title.split()) or None if isinstance(title, str) else None


def _plain(pages: Sequence[str]) -> list[str]:
    """The pages without what is printed at the edge of many: names, numbers of pages."""
    edges = [_edges(page.splitlines()) for page in pages]
    counts = Counter(
        key
        for number, found in enumerate(edges)
        for key in {key for line in found.values() for key in _keys(line, number)}
    )
    least = min(_RUNNING, max(2, len(pages)))
    plain = []
    for number, (page, found) in enumerate(zip(pages, edges, strict=True)):
        lines = page.splitlines()
        for place, line in found.items():
            often = max(counts[key] for key in _keys(line, number))
            if often >= least or _is_printed(line, found.values()):
                lines[place] = ""
        plain.append("\n".join(lines))
    return plain


def _edges(lines: Sequence[str]) -> dict[int, str]:
    """The first and last lines that say anything, by place."""
    places = [place for place, line in enumerate(lines) if line.strip()]
    ends = sorted({*places[:_EDGE], *places[-_EDGE:]})
    return {place: lines[place].strip() for place in ends}


def _keys(line: str, number: int) -> list[str]:
    """What a line has in common with those of other pages: all of it, or all but one
    figure that counts the pages. The rows of a table differ in more."""
    keys = [line]
    for found in _DIGITS.finditer(line):
        ahead = int(found[0]) - number
        keys.append(f"{line[: found.start()]}\0{ahead}\0{line[found.end() :]}")
    return keys


def _is_printed(line: str, edges: Collection[str]) -> bool:
    """Whether a browser put it there as it printed: the address, and the day of that."""
    if _ADDRESS.fullmatch(line.strip()):
        return True
    is_stamp = _STAMP.fullmatch(line.strip()) is not None
    return is_stamp and any(_ADDRESS.fullmatch(edge) for edge in edges)


def _joined(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """One text, since a sentence may go on from page to page, and where each begins in it."""
    text = ""
    for page in pages:
        gap = "\n\n" if _ENDS.search(text) else "\n"
        text += (
            (gap if text.strip(_FEED) and page.strip() else "") + _FEED + page.strip()
        )
    parts = _mended(text).split(_FEED)[1:]
    return "".join(parts), tuple(accumulate(map(len, parts[:-1]), initial=0))


def _mended(text: str) -> str:
    """Words that go on in the next line made whole, unless the text has the hyphen elsewhere.

    A page that begins within such a word begins after it.
    """

    def whole(broken: re.Match[str]) -> str:
        hyphened = f"{broken['head']}-{broken['tail']}"
        is_split = broken["tail"].islower() and hyphened not in text
        word = broken["head"] + broken["tail"] if is_split else hyphened
        return word + broken["gap"].replace("\n", "")

    return _BROKEN.sub(whole, text)
