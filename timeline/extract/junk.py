"""What on a page is prose, and what is furniture: navigation, captions, related headlines."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from timeline.extract.beginnings import (
    DATELINE,
    LIST_MARK,
    behind_place,
    is_clock,
    is_stamped,
    late,
)
from timeline.lang.cues import Cues
from timeline.lang.phrases import Phrases
from timeline.model import Span

_STOPS = frozenset(".!?…")
_QUOTED = frozenset('”"»')
_CLOSERS = "\"'”’»)]"
_ITEM = re.compile(
    r"(?:[-*+•▪◦‣·–—>|]+\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s"
    r"|\[?\d{1,2}[:.h]\d\d\b|\[?\d{4}-\d\d-\d\d)"
)
_DAY_ALONE = re.compile(
    r"\[?\d{4}-\d\d-\d\d\]?(?:[ ,]+\(?[^\W\d_]{2,9}\.?\))?:?\s*"
    r"|\d{1,2}\. (?:[^\W\d_]{3,9}\.? \d{4}"
    r"|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]{0,6}\.?):?\s*"
)
"""A day with a line of its own: "2031-05-03 (Sat)", "3. März 2031"."""

_MARKS = "#*_|–—-" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w|^[@#]\w+$")
_LONGEST_ADDRESS = 80
_LINK = re.compile(r"\]\([^()\s]*\)")
"""Where the words in brackets before it lead: "[the report](https://…)"."""
_LONGEST_HEADING = 130
_LONGEST_JUNK = 300

_WORKS = re.compile(
    r"(?:\d{1,2}\.? )?(?:References|Bibliography|Works cited|Literature cited):?", re.I
)
_NUMBERED_WORK = re.compile(r"^\[?\d|[12]\d{3}")
"""What shows that a line is a work: its number, or its year."""

_THREAD = 3
"""Comments of readers that make a thread."""

_HEAD = 4
"""Sentences in which that is looked for."""


class Shape(StrEnum):
    """What a sentence is on its page."""

    PROSE = "prose"
    ITEM = "item"
    HEADING = "heading"
    JUNK = "junk"


class Sentence(Struct, frozen=True, gc=False):
    """A sentence with its place: ordinal in the document, paragraph, shape."""

    ordinal: int
    span: Span
    paragraph: int
    shape: Shape


_REPOST = r"RT @\w{1,30}:\s+"

_LEAD = re.compile(
    r"(?:(?<=\n)[ \t]*\d{1,2}[ ]{2,}(?=[^\W\d])"
    r"|(?<=\n )\d{1,2}[ ]{2,}(?=[^\W\d])|"
    rf"{_REPOST}|"
    r"[A-Z][A-Z\d ’'&,-]{4,80}[A-Z]\.(?:\s?[—–]+|\s-+)\s?)(?=\S{1,30}\s\S)"
)
"""Before what is told: "RT @ada:", "FLOOD AT LUND.—", the number of a line."""


_PASSED_ON = re.compile(rf"{_REPOST}(?=\S)")


def body(text: str, sentence: Sentence, cues: Cues) -> Span:
    """The sentence without list mark and dateline: "1.", "TORVIK, May 3 (Telpress) —"."""
    span = sentence.span
    lead = _LEAD.match(text, span.start, span.end)
    if lead:
        return Span(lead.end(), span.end)
    mark = LIST_MARK.match(text, span.start, span.end)
    start = mark.end() if mark else None
    if start is None and sentence.shape is Shape.PROSE:
        dateline = DATELINE.match(text, span.start, span.end)
        start = dateline.end() if dateline else None
        if start is None and sentence.ordinal < _HEAD:
            start = behind_place(text, span, cues)
        if start is None and sentence.ordinal < _HEAD:
            start = late(text, span, cues)
    if start is None:
        return span
    rest = Span(start, span.end)
    return rest if any(map(str.isalnum, text[rest.start : rest.end])) else span


def repeated(text: str, span: Span) -> Span:
    """What a post passes on, without whose it is: "RT @ada: The dam broke"."""
    lead = _PASSED_ON.match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead else span


def sort(text: str, spans: Sequence[Span], cues: Cues) -> tuple[Sentence, ...]:
    """Each sentence with its shape. Headlines after "Read more:" are junk as well.

    So is all that follows the first of several readers' comments.
    """
    sorted_ = tuple(_sorted(text, spans, cues))
    comments = [s.ordinal for s in sorted_ if _is_comment(text, s.span, cues)]
    if not comments:
        return sorted_
    thread = comments[0] if len(comments) >= _THREAD else len(sorted_)
    return tuple(
        replace(s, shape=Shape.JUNK)
        if s.ordinal >= thread or s.ordinal in comments
        else s
        for s in sorted_
    )


def _is_comment(text: str, span: Span, cues: Cues) -> bool:
    """Whether a sentence begins a reader's comment: "At 7:05 pm on 2 May 2031, Ann wrote: …"."""
    line = text[span.start : min(span.end, span.start + _LONGEST_JUNK)]
    comments = cues.junk.comments
    return comments.may_be(line) and bool(comments.fullmatch(" ".join(line.split())))


def _sorted(text: str, spans: Sequence[Span], cues: Cues) -> Iterator[Sentence]:
    paragraph, end, related, listed = 0, 0, False, False
    for ordinal, span in enumerate(spans):
        line = text[span.start : min(span.end, span.start + _LONGEST_JUNK)]
        line = line.lstrip(_MARKS + ">").rstrip(_MARKS)
        paragraph += "\n" in text[end : span.start]
        own_line = _stands_alone(text, span) or _runs_in(text, span)
        shape = _shape(text[span.start : span.end], line, own_line, cues)
        listed = _is_list_of_works(line, shape, own_line, listed)
        related = (related and own_line and shape is not Shape.PROSE) or bool(
            own_line and cues.junk.heads.fullmatch(line.rstrip(" :"))
        )
        yield Sentence(
            ordinal, span, paragraph, Shape.JUNK if related or listed else shape
        )
        end = span.end


def _is_list_of_works(line: str, shape: Shape, own_line: bool, listed: bool) -> bool:
    """Whether a line is of the works that a paper refers to, which tell nothing: below
    "References", up to another heading."""
    if own_line and _WORKS.fullmatch(line):
        return True
    heads = shape is Shape.HEADING and not _NUMBERED_WORK.search(line)
    return listed and not heads


def _stands_alone(text: str, span: Span) -> bool:
    """Whether nothing else is on the line (or lines) of the sentence."""
    before = text[max(0, span.start - 20) : span.start].rstrip(" \t#*_>-•–")
    after = text[span.end : span.end + 20].lstrip(" \t*_")
    return (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")


def _runs_in(text: str, span: Span) -> bool:
    """Whether a headline or caption is cut off that had lost its line end."""
    return text[span.end : span.end + 1] == " " and text[span.end - 1].isalnum()


def _shape(whole: str, line: str, own_line: bool, cues: Cues) -> Shape:
    bare = _LINK.sub("]", line) if "](" in line else line
    if len(bare) < _LONGEST_ADDRESS and _ADDRESS.search(bare):
        return Shape.JUNK
    if _is_furniture(line, cues.junk.lines) and not is_stamped(line, cues):
        return Shape.JUNK
    is_item = _ITEM.match(whole) and not _DAY_ALONE.fullmatch(whole)
    if is_item and not is_clock(whole, cues):
        return Shape.ITEM
    if own_line and len(whole) <= _LONGEST_HEADING and _is_open(whole):
        return Shape.HEADING
    return Shape.PROSE


def _is_open(whole: str) -> bool:
    """Whether a line ends without a full stop, as headings do, or with a question mark."""
    if whole[-1] == "?":
        return True
    return whole[-1] not in _QUOTED and whole.rstrip(_CLOSERS)[-1:] not in _STOPS


def _is_furniture(line: str, lines: Phrases) -> bool:
    return lines.may_be(line) and lines.fullmatch(line) is not None
