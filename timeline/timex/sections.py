"""From which day a part of the text speaks: below headings, in quoted mail."""

import re

from timeline.model import Span

_HEAD_REACH, _TRAIL_REACH = 9, 5
"""Characters of marks before and after a date that has a line of its own."""

_LINE = 200
"""Longer lines are no headers of mail."""

_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_FIELD = re.compile(r"[ \t>*]*(?P<name>[^\W\d_]{1,12})\*?:\*?[ \t]+\S")
"""A header of a mail ("Sent: …")."""


def is_heading(text: str, span: Span) -> bool:
    """Whether a date has a line of its own, as in diaries, minutes and chronicles."""
    before = text[max(0, span.start - _HEAD_REACH) : span.start]
    _, newline, lead = before.rpartition("\n")
    if not newline and len(before) == span.start:
        newline = "\n"  # the first line of the text
    trail, ends, _ = text[span.end : span.end + _TRAIL_REACH].partition("\n")
    if not newline or not (ends or span.end + _TRAIL_REACH > len(text)):
        return False
    return not (lead + trail).strip(" \t\r#*=_-–—:.[]()")


def depth(text: str, at: int) -> int:
    """How often the line around an offset is quoted with ">"."""
    return _marks(text, text.rfind("\n", max(0, at - _LINE), at) + 1)


def _marks(text: str, begun: int) -> int:
    marks = _QUOTED.match(text, begun, begun + _LINE)
    return marks[0].count(">") if marks else 0


def quotes(text: str, span: Span) -> int:
    """The depth of the quotation that the date of "On …, Tova wrote:" opens, or 0."""
    end = text.find("\n", span.end, span.end + _LINE)
    line = text[span.end : max(end, span.end)].rstrip()
    if end < 0 or not line.endswith(":"):
        return 0
    return _marks(text, end + 1) or _marks(text, end + 2)


def is_stamp(text: str, span: Span, names: frozenset[str]) -> bool:
    """Whether a date fills a header among headers: "Sent: …", then "To: …"."""
    begun = text.rfind("\n", max(0, span.start - _LINE), span.start) + 1
    field = _FIELD.match(text, begun, span.start + 1)
    if field is None or field["name"].lower() not in names:
        return False
    end = text.find("\n", span.end, span.end + _LINE)
    return end >= 0 and _FIELD.match(text, end + 1, end + _LINE) is not None
