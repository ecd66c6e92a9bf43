"""What on a page is prose, and what is furniture: navigation, captions, related headlines."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from timeline.lang.cues import Cues
from timeline.model import Span

_STOPPED = re.compile(r"""[.!?…]["'”’»)\]]*$|[”"»]$""")
_ITEM = re.compile(
    r"(?:[-*+•▪◦‣·–—>|]+\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s"
    r"|\[?\d{1,2}[:.h]\d\d\b(?! UK\b)|\[?\d{4}-\d\d-\d\d)"
)
_MARKS = re.compile(r"^[\s#*_>|–—-]+|[\s#*_|–—-]+$")
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w|^[@#]\w+$")
_LONGEST_HEADING = 130
_LONGEST_JUNK = 300


_LIST_MARK = re.compile(
    r"(?:[-*+•▪◦‣·–—>|]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|\[[ xX]\])\s+"
)
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_DATELINE = re.compile(
    rf"{_UPPER}[\w.’'/-]*(?:[ ,]+[\w.’'/-]+){{0,6}}?,?\s*\([^()\n]{{2,40}}\)\s*(?:[-–—]+|_)"
    rf"\s*(?=[\"“‘'`]*(?:{_UPPER}|\d|\$))"
    rf"|{_UPPER}{{3,}}(?:[ ,]+[\w.’'/-]+){{0,5}}?\s*(?:\s[-–—]{{1,2}}|—|\s?_)\s+"
)
_LATE_DATELINE = re.compile(
    rf"(?:(?<!\w){_UPPER}{{2,}}(?:[ ,/|]+(?:{_UPPER}|\d)[\w.’'/-]*){{0,6}}?,?"
    rf"\s*\({_UPPER}[^()\n]{{1,40}}\)\s*(?:[-–—]+|_)"
    rf"|(?<!\w){_UPPER}{{3,}}(?:[ ,]+(?:{_UPPER}|\d)[\w.’'/-]*){{0,5}}?\s+(?:--|—))"
    rf"\s+(?=[\"“]?(?:{_UPPER}|\d))"
)
"""A dateline behind a headline that lost its line end."""

_STAMP = re.compile(
    r"(?P<year>\d{4}[ ,|;]+(?:Last updated at )?)?\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?\s?)?"
    r"(?:UK time|GMT|BST|UTC|[ECMP][SD]?T|CES?T|JST|IST)\b"
    r"(?(year)|[ ,|]+(?:\w+,? )?\d{1,2} \w+ \d{4})[ ,|]*(?:\d\d:\d\d UK )?(?:Help )?(?=[\"“A-Z])"
)
"""Day, clock and zone of publication, glued to the first words of the text."""

_BRACKETED = re.compile(r"(?:\([^()\n]{3,90}\)|\d\d:\d\d UK)\s+(?=[\"“A-Z])")
"""What is left of a stamp at the head of a text: "(Telpress)", "21:01 UK"."""

_LATEST = 260
"""Characters before which a text that lost its line ends begins."""

_SHORTEST = 40
"""Characters of the shortest text behind a stamp that is more than furniture."""

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


def body(text: str, sentence: Sentence) -> Span:
    """The sentence without list mark and dateline: "1.", "TORVIK, May 3 (Telpress) —"."""
    span = sentence.span
    mark = _LIST_MARK.match(text, span.start, span.end)
    if not mark and sentence.shape is Shape.PROSE:
        mark = _DATELINE.match(text, span.start, span.end)
        if not mark and sentence.ordinal < _HEAD:
            mark = _late_dateline(text, span)
    rest = Span(mark.end(), span.end) if mark else span
    return rest if any(map(str.isalnum, text[rest.start : rest.end])) else span


def _late_dateline(text: str, span: Span) -> re.Match[str] | None:
    """What a page has before the first word of its text, up to there."""
    latest = min(span.end, span.start + _LATEST)
    return (
        _LATE_DATELINE.search(text, span.start, latest)
        or _STAMP.search(text, span.start, latest)
        or _BRACKETED.match(text, span.start, latest)
    )


def sort(text: str, spans: Sequence[Span], cues: Cues) -> tuple[Sentence, ...]:
    """Each sentence with its shape. Headlines after "Read more:" are junk as well."""
    return tuple(_sorted(text, spans, cues))


def _sorted(text: str, spans: Sequence[Span], cues: Cues) -> Iterator[Sentence]:
    paragraph, end, related = 0, 0, False
    for ordinal, span in enumerate(spans):
        line = _MARKS.sub(
            "", text[span.start : min(span.end, span.start + _LONGEST_JUNK)]
        )
        paragraph += "\n" in text[end : span.start]
        own_line = _stands_alone(text, span)
        shape = _shape(text[span.start : span.end], line, own_line, cues)
        related = (related and own_line and shape is not Shape.PROSE) or bool(
            own_line and cues.junk.heads.fullmatch(line.rstrip(" :"))
        )
        yield Sentence(ordinal, span, paragraph, Shape.JUNK if related else shape)
        end = span.end


def _stands_alone(text: str, span: Span) -> bool:
    """Whether nothing else is on the line (or lines) of the sentence."""
    before = text[max(0, span.start - 20) : span.start].rstrip(" \t#*_>-•–")
    after = text[span.end : span.end + 20].lstrip(" \t*_")
    return (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")


def _shape(whole: str, line: str, own_line: bool, cues: Cues) -> Shape:
    if _ADDRESS.search(line[:80]) and len(line) < 80:
        return Shape.JUNK
    if cues.junk.lines.fullmatch(line) and not _is_stamped(line):
        return Shape.JUNK
    if _ITEM.match(whole):
        return Shape.ITEM
    heading = not _STOPPED.search(whole) or whole.endswith("?")
    if own_line and len(whole) <= _LONGEST_HEADING and heading:
        return Shape.HEADING
    return Shape.PROSE


def _is_stamped(line: str) -> bool:
    """Whether a line is furniture only up to the text that is glued to it."""
    stamp = _STAMP.search(line, 0, _LATEST)
    return stamp is not None and len(line) - stamp.end() >= _SHORTEST
