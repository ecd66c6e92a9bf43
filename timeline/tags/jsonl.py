"""One JSON object a document and line; values as in TIMEX3."""

import msgspec
from msgspec import Struct

from timeline.model import Document
from timeline.options import View
from timeline.tags import expressions
from timeline.timex import Tagged
from timeline.wording import safe


class _Timex(Struct, frozen=True):
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    rule: str
    anchor: str


class _Line(Struct, frozen=True):
    doc: str
    dct: str | None
    timexes: tuple[_Timex, ...]


def render(document: Document, tagged: Tagged, view: View) -> str:
    """The document's expressions with character offsets into its text."""
    timexes = (
        _Timex(
            start=timex.span.start,
            end=timex.span.end,
            text=safe.encodable(document.text[timex.span.start : timex.span.end]),
            type=timex.kind.value,
            value=timex.value,
            mod=timex.mod,
            rule=timex.rule,
            anchor=timex.anchor.value,
        )
        for timex in expressions(tagged)
    )
    dct = document.dct.edtf if document.dct else None
    line = _Line(safe.encodable(document.source.uri), dct, tuple(timexes))
    return msgspec.json.encode(line).decode() + "\n"
