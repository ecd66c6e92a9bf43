"""When was a document written? What it says of that, its name, and the user's word.

RawDocument → page (first and last lines) → rungs (clues) → ladder (verdict) → Document
"""

import hashlib
import re
from collections.abc import Iterator

from msgspec.structs import replace

from timeline.dct.given import manifest_row
from timeline.dct.ladder import climb, evidence
from timeline.dct.page import Page, body_start, page
from timeline.lang.detect import detect
from timeline.model import Document, Problem, RawDocument, Source, Span
from timeline.options import ManifestRow, Options

__all__ = ["date_document", "document_id"]

_CODE = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:[-_].*)?")
_SAMPLE = 5_000

_SUBJECT = re.compile(r"Subject:\s*")


def date_document(
    raw: RawDocument, options: Options
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its language, its date and the evidence for it, as far as known.

    Problems are evidence that contradicts other evidence, or cannot be true. The spans
    that say the date are added to `skip`, so that nobody takes them for events.
    """
    source = raw.source
    row = manifest_row(source, options.manifest) or ManifestRow(source.uri)
    view = page(raw, options, _language(raw, row, options))
    verdict = climb(view)
    best = verdict.best
    document = Document(
        document_id(source.uri, raw.text),
        _corrected(source, row),
        raw.text,
        view.language,
        best.value if best else None,
        best.rung if best else None,
        verdict.confidence,
        tuple(dict.fromkeys(evidence(clue) for clue in verdict.clues)),
        _merged([*raw.skip, *_mail(view), *(s for c in verdict.clues for s in c.skip)]),
        raw.pages,
    )
    return document, verdict.problems


def _corrected(source: Source, row: ManifestRow) -> Source:
    """The source with what the manifest says of it."""
    title, publisher = row.title or source.title, row.publisher or source.publisher
    return replace(source, title=title, publisher=publisher)


def document_id(uri: str, text: str) -> str:
    """12 hex digits that are the same wherever the same text lies at the same path."""
    digest = hashlib.sha256(f"{uri}\0{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]


def _language(raw: RawDocument, row: ManifestRow, options: Options) -> str:
    """The language that is said, by the closest source that says a code; else detected."""
    for said in (row.language, raw.language, options.language):
        code = _CODE.fullmatch(said or "")
        if code:
            # dateparser and our tables know Norwegian as Bokmål.
            return "nb" if code["code"].lower() == "no" else code["code"].lower()
    start = body_start(raw)
    return detect(raw.text[start : start + _SAMPLE])


def _mail(view: Page) -> Iterator[Span]:
    """The mail headers that the text begins with; the subject is left to be read."""
    for line in view.mail:
        subject = _SUBJECT.match(line.text)
        end = line.span.start + subject.end() if subject else line.span.end
        yield Span(line.span.start, end)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
