"""Where a sentence falls apart by its punctuation: offsets in, offsets out."""

import re

from timeline.model import Span
from timeline.text.words import BRACKETS, LISTED, has_links, unlinked

_BREAK = re.compile(
    r"""[()\[\],;:.!?…–—-](?:
      (?<=\s[-–—])[-–—]?(?=[\s,])
    | (?<=[()\[\]—])
    | (?<=[,;])(?!\d) | (?<=:)(?!\d) | (?<=:)(?<!\d:)
    | (?<=[.!?…])(?=[,;])
    | (?<=-)[LR][RS]B-
    )""",
    re.VERBOSE,
)
"""Each mark comes first, what must stand around it second: so `re` skips to marks."""


_LISTING = re.compile(r"\([A-Z][\w.]{1,9}:\s?[A-Z0-9.]{1,6}\)")
"""Where the shares of a firm are traded, and as what: "(LSE: NRD)"."""


_REFERENCE = re.compile(r"\((?=[^()]{0,38}?\d)[^()]{1,40}\)")
"""A short aside with a figure, whole with its commas: "(page 4, line 2)", "(3 for, 1 against)"."""


class Piece(Span, frozen=True):
    """A stretch of a sentence between two marks. `opened` is the mark before it, or ""."""

    opened: str = ""


def pieces(text: str, span: Span) -> tuple[Piece, ...]:
    """The stretches between commas, brackets, dashes, colons and semicolons, in order.

    The marks themselves belong to no piece; commas within figures break nothing, nor do
    the marks of links.
    """
    said = text[span.start : span.end]
    if not has_links(said):
        return tuple(_pieces(text, span))
    moved = _pieces(unlinked(said), Span(0, len(said)))
    return tuple(
        Piece(span.start + one.start, span.start + one.end, one.opened) for one in moved
    )


def _pieces(text: str, span: Span) -> list[Piece]:
    found: list[Piece] = []
    start, opened = span.start, ""
    behind = start + text.startswith(("-", "–"), start)  # That of a list parts nothing.
    whole = span.start
    for mark in _BREAK.finditer(text, behind, span.end):
        if mark.start() < whole and mark[0] == ",":
            continue
        if mark[0] == "(":
            aside = _REFERENCE.match(text, mark.start(), span.end)
            whole = aside.end() if aside else whole
        if mark[0] in "()" and _is_listed(text, mark.start()):
            continue
        if mark[0] == ":" and start and _LISTING.match(text, start - 1):
            continue
        _add(found, text, start, mark.start(), opened)
        start, opened = mark.end(), BRACKETS.get(mark[0], mark[0])
    _add(found, text, start, span.end, opened)
    return found


def _is_listed(text: str, at: int) -> bool:
    """Whether a bracket is that of "(a)", which only counts what is listed."""
    start = at if text[at] == "(" else text.rfind("(", max(0, at - 5), at)
    found = LISTED.match(text, start) if start >= 0 else None
    return found is not None and at < found.end()


def _add(found: list[Piece], text: str, start: int, end: int, opened: str) -> None:
    """Another piece, without the blanks around it, if it has a word."""
    part = text[start:end].lstrip()
    if any(map(str.isalnum, part)):
        start = end - len(part)
        found.append(Piece(start, start + len(part.rstrip()), opened))
