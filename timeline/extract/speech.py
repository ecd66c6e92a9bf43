"""Whether a sentence stands inside a quotation that began before it."""

import re

from timeline.model import Span

_FAR = 1000
"""Characters on either side among which the marks of a quotation are looked for."""

_MARKS = ("“", "„", "«", "``", "”", "»", "''", '"')

_OPENS = re.compile(r"[“„«]|``|(?<![^\s(\[])\"(?=\S)")
"""A mark that opens a quotation; any other closes one."""


def is_spoken(text: str, span: Span) -> bool:
    """Whether the last mark before a sentence opens a quotation and the next one closes it."""
    first = max(0, span.start - _FAR)
    before = max(text.rfind(mark, first, span.start) for mark in _MARKS)
    if before < 0 or not _OPENS.match(text, before):
        return False
    found = (text.find(mark, span.start, span.end + _FAR) for mark in _MARKS)
    following = min((place for place in found if place >= 0), default=-1)
    return following > span.start and not _OPENS.match(text, following)
