"""What the page says of documents: their names, dates, origins, and where they lie."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from timeline.export import _files
from timeline.model import DocumentRecord, Evidence, Origin, Source, Timeline
from timeline.wording import dates, safe
from timeline.wording.marks import INFERRED, Shelf

LONGEST_FRAGMENT = 80
"""Characters; of longer quotes an address names the first and the last words."""


class Links(Struct, frozen=True):
    """Where links lead: `anchors` to the rows of documents, by their ids.

    `root` is the way from the page to the folder that relative paths start from.
    """

    anchors: Mapping[str, str]
    root: str


class DocumentRow(Struct, frozen=True):
    """One row of the table of documents."""

    anchor: str
    name: str
    uri: str
    href: str
    title: str
    publisher: str
    language: str
    date: str
    basis: str
    confidence: str
    evidence: tuple[Evidence, ...]
    origin: str
    events: int


class UnplacedRow(Struct, frozen=True):
    """Words that could not be put on the calendar, where they stand, and why."""

    anchor: str
    label: str
    spot: str
    text: str
    reason: str


def unique(prefix: str, ids: Sequence[str]) -> tuple[str, ...]:
    """An address within the page for each id, whatever characters the ids are made of."""
    seen: dict[str, int] = {}
    found = []
    for name in ids:
        slug = f"{prefix}-{re.sub('[^0-9A-Za-z_-]', '', name)}"
        seen[slug] = seen.get(slug, 0) + 1
        found.append(slug if seen[slug] == 1 else f"{slug}.{seen[slug]}")
    return tuple(found)


def links(documents: Sequence[DocumentRecord], root: str) -> Links:
    """The addresses of documents within the page, and the way to their files."""
    ids = tuple(dict.fromkeys(document.id for document in documents))
    return Links(dict(zip(ids, unique("d", ids), strict=True)), root)


def label(document_id: str, shelf: Shelf) -> str:
    """The short name of a document, after its publisher where that is known."""
    record = shelf.records.get(document_id)
    publisher = safe.line(record.source.publisher or "") if record else ""
    name = shelf.label(document_id)
    return f"{publisher}, {name}" if publisher else name


def written(record: DocumentRecord | None) -> str:
    """When a document was written, in words."""
    if record is None or record.dct is None:
        return "undated"
    doubt = " (inferred)" if _is_inferred(record) else ""
    return f"written {dates.words(record.dct)}{doubt}"


def _is_inferred(record: DocumentRecord) -> bool:
    return bool(record.dct_basis and record.dct_basis.startswith(INFERRED))


def address(source: Source, links: Links, words: str = "", page: str = "") -> str:
    """The file as a link without a host, at this page or these words of it, if given.

    Empty if there is no file.

    It holds as long as page and file lie where they lay when the page was written.
    """
    found = _files.path(source, links.root)
    if found and page:
        return found + page
    is_whole = not found or _files.is_record(source) or not words.strip()
    return found if is_whole else found + _fragment(words)


def _fragment(words: str) -> str:
    """The part of an address by which a browser scrolls to the words."""
    text = safe.encodable(" ".join(words.split()))
    parts = [text]
    if len(text) > LONGEST_FRAGMENT:
        some = text.split(" ")
        parts = [" ".join(some[:5]), " ".join(some[-5:])]
    coded = (quote(part, safe="").replace("-", "%2D") for part in parts)
    return f"#:~:text={','.join(coded)}"


def documents(timeline: Timeline, shelf: Shelf, links: Links) -> Iterator[DocumentRow]:
    """All documents in their order."""
    origins = {i: origin for origin in timeline.origins for i in origin.document_ids}
    told = _told(timeline)
    for record in shelf.records.values():
        yield DocumentRow(
            anchor=links.anchors[record.id],
            name=shelf.label(record.id),
            uri=record.source.uri,
            href=address(record.source, links),
            title=record.source.title or "",
            publisher=record.source.publisher or "",
            language=record.language,
            date=dates.words(record.dct) if record.dct else "",
            basis=record.dct_basis or "",
            confidence=f"{record.dct_confidence:.2f}" if record.dct else "",
            evidence=record.dct_evidence,
            origin=_origin(origins.get(record.id), record.id, shelf),
            events=told.get(record.id, 0),
        )


def _told(timeline: Timeline) -> Mapping[str, int]:
    """How many events each document tells."""
    found: dict[str, int] = {}
    for ranked in timeline.events:
        for document_id in {mention.document_id for mention in ranked.event.mentions}:
            found[document_id] = found.get(document_id, 0) + 1
    return found


def _origin(origin: Origin | None, document_id: str, shelf: Shelf) -> str:
    """The origin, with the documents that share it and why that is thought."""
    if origin is None or len(origin.document_ids) == 1:
        return origin.id if origin else ""
    others = [shelf.label(i) for i in origin.document_ids if i != document_id]
    more = f" and {len(others) - 3} more" if len(others) > 3 else ""
    why = origin.evidence or f"{origin.share:.0%} copied"
    return f"{origin.id}: with {', '.join(others[:3])}{more}; {why}"


def unplaced(timeline: Timeline, shelf: Shelf, links: Links) -> tuple[UnplacedRow, ...]:
    """What could not be put on the calendar."""
    return tuple(
        UnplacedRow(
            anchor=links.anchors.get(found.document_id, ""),
            label=label(found.document_id, shelf),
            spot=shelf.spot(found.document_id, found.line),
            text=found.text,
            reason=found.reason,
        )
        for found in timeline.unplaced
    )
