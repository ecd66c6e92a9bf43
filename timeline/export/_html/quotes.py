"""The tellings of an event as quotes, each with its place and why it is dated so."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from timeline.export._html import sources
from timeline.model import Anchor, Basis, Event, Mention
from timeline.wording import dates, safe
from timeline.wording.marks import Shelf

_FROM_CONTEXT = {
    Basis.RELATIVE: "read from the context",
    Basis.INHERITED: "carried over from the text around it",
    Basis.PUBLICATION: "taken from the document's own date",
}
_FROM_ANCHOR = {
    Anchor.DCT: "read from the document's date",
    Anchor.PREVIOUS: "read from a date given before it",
}


class Place(Struct, frozen=True):
    """Where words stand: document and line, and when the document was written.

    `href` leads to the words in the file, as the file was called when it was read.
    """

    anchor: str
    label: str
    line: int
    href: str
    written: str


class Quote(Struct, frozen=True):
    """Words told in one or several places, in three parts: the middle one says when.

    `dated` says how the words became a date, or nothing where they are one.
    """

    before: str
    when: str
    after: str
    language: str
    reporter: str
    status: str
    dated: str
    places: tuple[Place, ...]


def quotes(event: Event, shelf: Shelf, anchors: Mapping[str, str]) -> tuple[Quote, ...]:
    """The tellings in their order. The same words of several documents stand once."""
    told: dict[tuple[str, str, str, str], list[Mention]] = {}
    for mention in event.mentions:
        key = (mention.text, *_said(mention, event))
        told.setdefault(key, []).append(mention)
    return tuple(_quote(group, event, shelf, anchors) for group in told.values())


def _said(mention: Mention, event: Event) -> tuple[str, str, str]:
    """What is shown below the words: who says so, as what, and how they were dated."""
    status = "" if mention.status is event.status else mention.status.value
    return safe.line(mention.reporter or ""), status, dated(mention, event)


def _quote(
    mentions: Sequence[Mention], event: Event, shelf: Shelf, anchors: Mapping[str, str]
) -> Quote:
    first = mentions[0]
    before, when, after = parts(first)
    record = shelf.records.get(first.document_id)
    language = record.language if record else ""
    reporter, status, how = _said(first, event)
    return Quote(
        before=before,
        when=when,
        after=after,
        language="" if language == "en" else language,
        reporter=reporter,
        status=status,
        dated=how,
        places=tuple(_place(mention, shelf, anchors) for mention in mentions),
    )


def parts(mention: Mention) -> tuple[str, str, str]:
    """The words before the time expression, the expression, and the words after it."""
    if mention.timex is None:
        return mention.text, "", ""
    start = mention.timex.span.start - mention.span.start
    end = mention.timex.span.end - mention.span.start
    if not 0 <= start < end <= len(mention.text):
        return mention.text, "", ""
    return mention.text[:start], mention.text[start:end], mention.text[end:]


def dated(mention: Mention, event: Event) -> str:
    """The date that the words were read as, and how; nothing where they say it."""
    how = ""
    if mention.basis is Basis.RELATIVE and mention.timex:
        how = _FROM_ANCHOR.get(mention.timex.anchor, "")
    how = how or _FROM_CONTEXT.get(mention.basis, "")
    if not how and mention.time == event.time:
        return ""
    return f"{dates.words(mention.time)}{', ' if how else ''}{how}"


def _place(mention: Mention, shelf: Shelf, anchors: Mapping[str, str]) -> Place:
    record = shelf.records.get(mention.document_id)
    return Place(
        anchor=anchors.get(mention.document_id, ""),
        label=sources.label(mention.document_id, shelf),
        line=mention.line,
        href=sources.address(record.source, mention.text) if record else "",
        written=sources.written(record),
    )
