"""TimeML: the text with its expressions marked as TIMEX3 elements.

Several documents are several XML documents, one after the other.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from timeline.model import Anchor, Document, Timex
from timeline.options import View
from timeline.tags import expressions
from timeline.timex import Tagged
from timeline.wording import safe


def render(document: Document, tagged: Tagged, view: View) -> str:
    """One TimeML document. `t0` is the creation time, if it is known."""
    body = "".join(_body(document, tagged))
    name = safe.xml_text(document.source.uri)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<TimeML><DOCID>{name}</DOCID>\n{_dct(document)}<TEXT>{body}</TEXT></TimeML>\n"
    )


def _dct(document: Document) -> str:
    if document.dct is None:
        return ""
    value = document.dct.edtf
    attributes = _attributes(
        tid="t0",
        type="DATE",
        value=value,
        temporalFunction="false",
        functionInDocument="CREATION_TIME",
    )
    return f"<DCT><TIMEX3{attributes}>{safe.xml_text(value)}</TIMEX3></DCT>\n"


def _body(document: Document, tagged: Tagged) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(expressions(tagged), 1):
        if timex.span.start < done:
            continue  # XML elements cannot overlap
        yield safe.xml_text(document.text[done : timex.span.start])
        words = safe.xml_text(document.text[timex.span.start : timex.span.end])
        yield f"<TIMEX3{_timex(timex, number, document)}>{words}</TIMEX3>"
        done = timex.span.end
    yield safe.xml_text(document.text[done:])


def _timex(timex: Timex, number: int, document: Document) -> str:
    is_anchored = timex.anchor is Anchor.DCT and document.dct
    return _attributes(
        tid=f"t{number}",
        type=timex.kind.value,
        value=timex.value,
        mod=timex.mod,
        temporalFunction="false" if timex.anchor is Anchor.NONE else "true",
        anchorTimeID="t0" if is_anchored else None,
    )


def _attributes(**values: str | None) -> str:
    """Attributes in the order given, without those that are None."""
    found = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(safe.xml(value))}" for name, value in found)
