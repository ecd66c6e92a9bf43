"""Whether every quote still stands, to the character, in the file it was taken from."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from timeline.model import DocumentRecord, Mention, RawDocument, Timeline
from timeline.wording import marks, safe


class Finding(Struct, frozen=True):
    """What is wrong with a document or a quote. `is_missing`: it could not be read."""

    where: str
    message: str
    is_missing: bool = False


def check(timeline: Timeline, texts: Mapping[str, RawDocument]) -> tuple[Finding, ...]:
    """Everything that is not as it was told, given the documents by uri as they are."""
    mentions: dict[str, list[Mention]] = {}
    for ranked in timeline.events:
        for mention in ranked.event.mentions:
            mentions.setdefault(mention.document_id, []).append(mention)
    findings: list[Finding] = []
    for record in timeline.documents:
        told = mentions.pop(record.id, [])
        findings += _document(record, told, texts.get(record.source.uri))
    for document_id in sorted(mentions):
        findings.append(Finding(safe.line(document_id), "is quoted, but not listed"))
    return tuple(findings)


def _document(
    record: DocumentRecord, mentions: list[Mention], raw: RawDocument | None
) -> Iterator[Finding]:
    uri = safe.line(record.source.uri)
    if raw is None:
        quotes = marks.plural(len(mentions), "quote")
        yield Finding(uri, f"cannot be read; {quotes} not checked", is_missing=True)
        return
    if raw.source.digest != record.source.digest:
        yield Finding(uri, "has changed since (SHA-256 differs)")
    for mention in mentions:
        quote = safe.short(mention.text, 60)
        if raw.text[mention.span.start : mention.span.end] != mention.text:
            yield Finding(f"{uri}:{mention.line}", f"does not say “{quote}” there")
        elif not _stands_in(raw.text, mention):
            yield Finding(f"{uri}:{mention.line}", f"has other words around “{quote}”")


def _stands_in(text: str, mention: Mention) -> bool:
    """Whether the quote has its context around it."""
    before, after = mention.context.before, mention.context.after
    return text.startswith(after, mention.span.end) and (
        text.endswith(before, 0, mention.span.start)
    )


def summary(timeline: Timeline, findings: tuple[Finding, ...]) -> str:
    """One line: how many quotes and documents were checked, and what was found."""
    quotes = sum(len(ranked.event.mentions) for ranked in timeline.events)
    told = marks.plural(quotes, "quote")
    documents = marks.plural(len(timeline.documents), "document")
    faults = marks.plural(len(findings), "fault") if findings else "all as told"
    return f"{told} in {documents}: {faults}"
