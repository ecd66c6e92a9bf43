"""The tellings of an event as quotes, each with its place and why it is dated so."""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from timeline.export import _files
from timeline.export._html import sources
from timeline.export._html.sources import Links
from timeline.model import Anchor, Basis, DocumentRecord, Event, Mention
from timeline.wording import context, dates, safe
from timeline.wording.context import Piece
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
    spot: str
    href: str
    written: str


class Quote(Struct, frozen=True):
    """Words told in one or several places: their sentence, and what stands around it.

    `when` are the words of the time expression, `dated` says how they became a date, or
    nothing where they are one.
    """

    before: tuple[Piece, ...]
    sentence: tuple[Piece, ...]
    after: tuple[Piece, ...]
    when: str
    language: str
    reporter: str
    status: str
    dated: str
    places: tuple[Place, ...]


def quotes(event: Event, shelf: Shelf, links: Links) -> tuple[Quote, ...]:
    """The tellings in their order. The same words of several documents stand once."""
    told: dict[tuple[str, ...], list[Mention]] = {}
    for mention in event.mentions:
        key = (*context.sentence(mention), *_said(mention, event))
        told.setdefault(key, []).append(mention)
    return tuple(_quote(group, event, shelf, links) for group in told.values())


def _said(mention: Mention, event: Event) -> tuple[str, str, str]:
    """What is shown below the words: who says so, as what, and how they were dated."""
    status = "" if mention.status is event.status else mention.status.value
    return safe.line(mention.reporter or ""), status, dated(mention, event)


def _quote(
    mentions: Sequence[Mention], event: Event, shelf: Shelf, links: Links
) -> Quote:
    first = mentions[0]
    words = context.pieces(_shared(mentions))
    inside = [i for i, piece in enumerate(words) if piece.is_in_sentence] or [0]
    record = shelf.records.get(first.document_id)
    language = record.language if record else ""
    reporter, status, how = _said(first, event)
    return Quote(
        before=words[: inside[0]],
        sentence=words[inside[0] : inside[-1] + 1],
        after=words[inside[-1] + 1 :],
        when="".join(piece.text for piece in words if piece.is_dated),
        language="" if language == "en" else language,
        reporter=reporter,
        status=status,
        dated=how,
        places=tuple(_place(mention, shelf, links) for mention in mentions),
    )


def _shared(mentions: Sequence[Mention]) -> Mention:
    """The first, with no more around its sentence than stands there in all documents."""
    around = [mention.context for mention in mentions]
    before = _common([one.before[::-1] for one in around])[::-1]
    after = _common([one.after for one in around])
    kept = replace(mentions[0].context, before=before, after=after)
    return replace(mentions[0], context=kept)


def _common(texts: Sequence[str]) -> str:
    """What all texts begin with, up to a blank where one of them is longer."""
    if len(set(texts)) == 1:
        return texts[0]
    signs = zip(*(f"{text} " for text in texts), strict=False)
    same = sum(1 for _ in takewhile(lambda here: len(set(here)) == 1, signs))
    return texts[0][: f"{texts[0]} ".rfind(" ", 0, same) + 1]


def dated(mention: Mention, event: Event) -> str:
    """The date that the words were read as, and how; nothing where they say it.

    Words without a date are said to be so: others date what they tell of.
    """
    if mention.in_passing:
        return "told in passing, without a date"
    how = ""
    if mention.basis is Basis.RELATIVE and mention.timex:
        how = _FROM_ANCHOR.get(mention.timex.anchor, "")
    how = how or _FROM_CONTEXT.get(mention.basis, "")
    if not how and mention.time == event.time:
        return ""
    return f"{dates.words(mention.time)}{', ' if how else ''}{how}"


def _place(mention: Mention, shelf: Shelf, links: Links) -> Place:
    record = shelf.records.get(mention.document_id)
    return Place(
        anchor=links.anchors.get(mention.document_id, ""),
        label=sources.label(mention.document_id, shelf),
        spot=shelf.spot(mention.document_id, mention.line),
        href=_href(record, mention, links) if record else "",
        written=sources.written(record),
    )


def _href(record: DocumentRecord, mention: Mention, links: Links) -> str:
    page = _files.page(record, mention.line)
    return sources.address(record.source, links, mention.text, page)
