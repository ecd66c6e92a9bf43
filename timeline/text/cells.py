"""Cells of lines that are rows: parted by gaps, as in printed lists.

"12 May 2031  2230   PC Dunn      Seized from the driver" is a row as much as "12 May 2031 |
2230 | PC Dunn | Seized from the driver".
"""

import re

from timeline.model import Span

_GAP = re.compile(
    r"(?<![ ])(?:(?<![.?!:;])(?<!\b[A-Z][a-z]{2}(?=[ ]{2}\d[ ]))[ ]{2}|[ ]{3})[ ]*+(?=\S)"
)
"""What parts cells: not the gap between sentences, nor that of "Jun  3 14:05:01"."""

_BLANK = " \t\r\ufeff"
"""What a row may begin with that is none of its first cell: also the mark of a file."""

INDENT = "    "
"""What the lines begin with on which the last cell of a row goes on."""

KEYED = r"(?:[\w.@-]+=(?:\"[^\"\n]*\"|\S*)[ ]){2}"
"""The head of a line of keys and values: 'level=error msg="disk full" '."""

STAMP = r"\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d"
"""The head of a line that a program wrote: "2031-05-03 14:05:01"."""

_FEWEST = 3
"""Cells of a row that gaps part, at least."""

_WIDE = "   "
"""A gap that no setter of type leaves between the words of a line."""


def gaps(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The gaps between the cells of a line, none if it is no such row."""
    if text.find("  ", start, end) < 0:
        return ()
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    found = tuple(Span(*m.span()) for m in _GAP.finditer(text, start, end))
    if len(found) < _FEWEST - 1:
        return ()
    wide = text.find(_WIDE, start, end) >= 0 or text[start].isdigit()
    return found if wide else ()


def in_cells(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a line with gaps, or none."""
    parts = gaps(text, line.start, line.end)
    if not parts:
        return ()
    written = text[line.start : line.end]
    start = line.end - len(written.lstrip(_BLANK))
    end = line.start + len(written.rstrip())
    starts = (start, *(gap.end for gap in parts))
    ends = (*(gap.start for gap in parts), end)
    return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True))
