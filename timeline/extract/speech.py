"""Whether a sentence stands inside a quotation that began before it."""

import re
from bisect import bisect_left

from timeline.model import Span

QUOTES = frozenset("\"“„«‘`'")
"""What a sentence begins with that quotes someone."""

_QUOTED = re.compile(r'["“„«][^"”“»]*["”“»]?')

_FAR = 1000
"""Characters on either side among which the marks of a quotation are looked for."""

_MARK = re.compile(r"[“„«”»\"]|`(?=`)|'(?=')")

_OPENS = re.compile(r"[“„«]|``|(?<![^\s(\[])\"(?=\S)")
"""A mark that opens a quotation; any other closes one."""


def own_words(sentence: str) -> list[str]:
    """What stands between blanks in a sentence, lower case, without what it quotes."""
    return _QUOTED.sub(" ", sentence.lower()).split()


def marks(text: str) -> list[int]:
    """Where the marks of quotations begin, in order."""
    return [mark.start() for mark in _MARK.finditer(text)]


def is_spoken(text: str, span: Span, marks: list[int]) -> bool:
    """Whether the last mark before a sentence opens a quotation and the next one closes it.

    `marks` are those of the text.
    """
    place = bisect_left(marks, span.start)
    last = place - 1
    while last >= 0 and _end(text, marks[last]) > span.start:
        last -= 1
    if (
        last < 0
        or marks[last] < span.start - _FAR
        or not _OPENS.match(text, marks[last])
    ):
        return False
    following = marks[place] if place < len(marks) else len(text)
    if following == span.start or _end(text, following) > span.end + _FAR:
        return False
    return following < len(text) and not _OPENS.match(text, following)


def is_in_quotation(text: str, span: Span) -> bool:
    """The same of one sentence, whose text around has not been looked at."""
    first = max(0, span.start - _FAR)
    around = text[first : span.end + _FAR]
    return is_spoken(around, Span(span.start - first, span.end - first), marks(around))


def _end(text: str, mark: int) -> int:
    """Where a mark ends: two single quotation marks make one."""
    return mark + (2 if text[mark : mark + 1] in ("`", "'") else 1)
