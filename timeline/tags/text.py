"""The text with its expressions in brackets, or a row an expression in a pipe."""

from bisect import bisect_right
from collections.abc import Iterator

from timeline.model import Document, Timex
from timeline.options import View
from timeline.tags import expressions
from timeline.timex import Tagged
from timeline.wording import safe
from timeline.wording.drawn import painted

STYLE = "bold cyan"


def render(document: Document, tagged: Tagged, view: View) -> str:
    """Highlighted where there is a width; else file:line:column, type, value, words."""
    if view.width is None:
        return "".join(f"{row}\n" for row in _rows(document, tagged))
    uri = safe.line(document.source.uri)
    dct = document.dct.edtf if document.dct else "no date"
    body = "".join(_pieces(document, tagged, view.colour)).rstrip("\n")
    return f"{painted(f'== {uri} ({dct})', 'bold', view.colour)}\n{body}\n\n"


def _rows(document: Document, tagged: Tagged) -> Iterator[str]:
    """file:line:column, type, value, mod, words, rule, anchor; tabs between."""
    starts = _line_starts(document.text)
    uri = safe.line(document.source.uri)
    for timex in expressions(tagged):
        line = bisect_right(starts, timex.span.start)
        column = timex.span.start - starts[line - 1] + 1
        words = document.text[timex.span.start : timex.span.end]
        cells = (timex.kind.value, timex.value, timex.mod or "", words, timex.rule)
        facts = "\t".join(safe.line(cell) for cell in cells)
        yield f"{uri}:{line}:{column}\t{facts}\t{timex.anchor.value}"


def _line_starts(text: str) -> list[int]:
    starts, found = [0], text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return starts


def _pieces(document: Document, tagged: Tagged, colour: bool) -> Iterator[str]:
    done = 0
    for timex in expressions(tagged):
        if timex.span.start < done:
            continue
        yield safe.block(document.text[done : timex.span.start])
        yield painted(_bracketed(timex, document), STYLE, colour)
        done = timex.span.end
    yield safe.block(document.text[done:])


def _bracketed(timex: Timex, document: Document) -> str:
    words = safe.line(document.text[timex.span.start : timex.span.end])
    mod = f" {timex.mod}" if timex.mod else ""
    return f"[{words} = {safe.line(timex.value)}{mod}]"
