"""Why the time expressions on one line of a file mean what they mean."""

from collections.abc import Iterator, Sequence

from timeline.model import Anchor, Document, Problem, Span, Timex
from timeline.timex import Tagged
from timeline.timex.find import Refused
from timeline.wording import dates, safe


def explain(document: Document, tagged: Tagged, line: int) -> str:
    """Each expression that touches the line: rule, type, value, anchor and basis."""
    start, end = _bounds(document.text, line)
    found = [t for t in tagged.timexes if t.span.start < end and start < t.span.end]
    parts = [*_head(document, line, document.text[start:end])]
    for timex in found:
        slots = [s for e in tagged.expressions for s in e.slots if _holds(timex, s[1])]
        parts += _expression(timex, document, start, slots)
    if not found:
        parts.append("no time expression on this line")
    for refused in tagged.refused:
        if start <= refused.span.start < end:
            parts.append(_refusal(refused, document))
    parts += _problems(tagged.problems, line)
    return "\n".join(parts) + "\n"


def _bounds(text: str, line: int) -> tuple[int, int]:
    """Offsets of a line, counted from 1; empty, behind the text, if it has fewer."""
    start = 0 if line > 0 else len(text)
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return len(text), len(text)
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end


def _head(document: Document, line: int, text: str) -> Iterator[str]:
    yield f"{safe.line(document.source.uri)}:{line}  {safe.short(text, 400)}"
    if document.dct:
        basis = safe.line(document.dct_basis or "?")
        certainty = f"{basis}, {document.dct_confidence:.2f}"
        yield f"document date: {safe.line(document.dct.edtf)} ({certainty})"
    else:
        yield "document date: unknown; relative expressions stay unplaced"
    for evidence in document.dct_evidence:
        yield f"  {safe.line(evidence.rung)}: “{safe.short(evidence.text, 100)}”"
    yield ""


def _holds(timex: Timex, span: Span) -> bool:
    return timex.span.start <= span.start and span.end <= timex.span.end


def _expression(
    timex: Timex, document: Document, line_start: int, slots: list[tuple[str, Span]]
) -> Iterator[str]:
    span = timex.span
    words = safe.line(document.text[span.start : span.end])
    column = span.start - line_start + 1
    yield f"“{words}” (column {column}, characters {span.start}-{span.end})"
    yield f"  rule    {safe.line(timex.rule)}"
    if slots:
        said = (f"{name} “{safe.line(_words(document, at))}”" for name, at in slots)
        yield f"  slots   {', '.join(said)}"
    yield f"  type    {timex.kind.value}{f', mod {timex.mod}' if timex.mod else ''}"
    yield f"  value   {safe.line(timex.value)}"
    yield f"  means   {_meaning(timex)}"
    yield f"  anchor  {_anchor(timex, document)}"
    yield f"  basis   {timex.basis.value}"
    for part in timex.parts:
        ends = safe.line(document.text[part.span.start : part.span.end])
        yield f"  part    “{ends}” = {safe.line(part.value)}"
    yield ""


def _words(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _refusal(refused: Refused, document: Document) -> str:
    words = safe.line(document.text[refused.span.start : refused.span.end])
    if refused.gate is None:
        return f"“{words}” fits rule {refused.rule}: no time"
    return f"“{words}” fits rule {refused.rule}, refused by its gate {refused.gate}"


def _meaning(timex: Timex) -> str:
    if timex.time is None:
        return "not placed on the calendar"
    return f"{dates.words(timex.time)} ({safe.line(timex.time.edtf)})"


def _anchor(timex: Timex, document: Document) -> str:
    if timex.anchor is Anchor.DCT:
        known = safe.line(document.dct.edtf) if document.dct else "unknown"
        return f"document date, {known}"
    return "a time said before" if timex.anchor is Anchor.PREVIOUS else "none needed"


def _problems(problems: Sequence[Problem], line: int) -> Iterator[str]:
    for problem in problems:
        if problem.line == line:
            yield f"problem: {safe.line(problem.message)}"
