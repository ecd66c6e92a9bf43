"""Where a sentence falls apart by its punctuation: offsets in, offsets out."""

import re

from timeline.model import Span

_BREAK = re.compile(
    r"""(?P<bracket>[()\[\]])
    | (?P<comma>[,;](?!\d) | (?<!\d):|:(?!\d) )
    | (?P<dash>\s[-–—]{1,2}(?=[\s,]) | —)
    | (?P<stop>[.!?…](?=[,;]))""",
    re.VERBOSE,
)


class Piece(Span, frozen=True):
    """A stretch of a sentence between two marks. `opened` is the mark before it, or ""."""

    opened: str = ""


def pieces(text: str, span: Span) -> tuple[Piece, ...]:
    """The stretches between commas, brackets, dashes, colons and semicolons, in order.

    The marks themselves belong to no piece; commas within figures break nothing.
    """
    found: list[Piece] = []
    start, opened = span.start, ""
    for mark in _BREAK.finditer(text, span.start, span.end):
        _add(found, text, Piece(start, mark.start(), opened))
        start, opened = mark.end(), mark[0].strip()
    _add(found, text, Piece(start, span.end, opened))
    return tuple(found)


def _add(found: list[Piece], text: str, piece: Piece) -> None:
    part = text[piece.start : piece.end]
    if any(map(str.isalnum, part)):
        start = piece.start + len(part) - len(part.lstrip())
        end = piece.end - (len(part) - len(part.rstrip()))
        found.append(Piece(start, end, piece.opened))
