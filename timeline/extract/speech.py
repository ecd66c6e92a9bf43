"""Whether a sentence stands inside a quotation that began before it."""

import re

from timeline.model import Span

_FAR = 1000
"""Characters on either side among which the marks of a quotation are looked for."""

_MARK = re.compile(r"(?P<opens>[“„«]|``|(?<![^\s(\[])\"(?=\S))|[”»\"]|''")
"""A mark that opens a quotation, or another, which then closes one."""


def is_spoken(text: str, span: Span) -> bool:
    """Whether the last mark before a sentence opens a quotation and the next one closes it."""
    before = _MARK.finditer(text, max(0, span.start - _FAR), span.start)
    opened = False
    for mark in before:
        opened = mark["opens"] is not None
    if not opened:
        return False
    following = _MARK.search(text, span.start, span.end + _FAR)
    closes = following is not None and following["opens"] is None
    return closes and following is not None and following.start() > span.start
