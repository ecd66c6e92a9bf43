"""schema.org JSON-LD: an `ItemList` of `Event`, each with the works that tell of it.

schema.org has no word for a doubtful date: `description` says it in words, and terms of
our own (`tl:`) hold the EDTF date, the status and the conflicts.
"""

from typing import Any

import msgspec

from timeline.export import _losses, _span
from timeline.model import Event, Granularity, Mention, Timeline, TimeValue
from timeline.options import View
from timeline.wording import context, dates, marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".jsonld"

NAMESPACE = "urn:timeline:terms:"


def render(timeline: Timeline, view: View) -> bytes:
    """The list, in order of time."""
    documents = marks.shelf(timeline)
    events = enumerate(_span.own_ids(timeline), 1)
    data = {
        "@context": ["https://schema.org", {"tl": NAMESPACE}],
        "@type": "ItemList",
        "name": safe.line(timeline.title),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(timeline.events),
        "itemListElement": [
            {"@type": "ListItem", "position": i, "item": _event(*one, documents)}
            for i, one in events
        ],
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Statements without a date."""
    return _losses.unplaced(timeline)


def _event(own: str, event: Event, documents: Shelf) -> dict[str, Any]:
    ends = _span.ends(event.time)
    found: dict[str, Any] = {
        "@type": "Event",
        "@id": f"urn:timeline:event:{own}",
        "name": told.headline(event),
        "startDate": _date(ends.first, event.time),
        "description": _description(event, documents),
        "tl:edtf": safe.line(event.time.edtf),
        "tl:status": event.status.value,
        "tl:sources": marks.sources(event),
        "tl:origins": len(event.origins),
    }
    last = _date(ends.last, event.time)
    if last != found["startDate"]:
        found["endDate"] = last
    if event.places:
        found["location"] = [
            {"@type": "Place", "name": safe.line(place)} for place in event.places
        ]
    if event.actors:
        found["tl:actor"] = [safe.line(actor) for actor in event.actors]
    if event.conflicts:
        sides = (told.conflict(c, documents) for c in event.conflicts)
        found["tl:conflict"] = list(sides)
    found["subjectOf"] = [_work(mention, documents) for mention in event.mentions]
    return found


def _description(event: Event, documents: Shelf) -> str:
    """The date in words, and what the event rests on."""
    date = dates.words(event.time)
    return "\n".join((date, *told.standing(event, documents)))


def _date(fields: _span.Moment, time: TimeValue) -> str:
    """ISO 8601; a part of a day is its day. The offset from UTC where one was said."""
    if len(fields) > 3 and time.granularity is Granularity.PART_OF_DAY:
        return _span.iso(fields[:3], _year)
    text = _span.iso(fields, _year)
    return text + _span.offset_text(time.zone) if len(fields) > 3 else text


def _year(year: int) -> str:
    """As XML Schema has it, from which RDF takes its dates: `0044`, `-0043`, `12000`."""
    return f"{year:04}" if year >= 0 else f"{year:05}"


def _work(mention: Mention, documents: Shelf) -> dict[str, Any]:
    """The document with the words it has of the event."""
    record = documents.records.get(mention.document_id)
    work: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": documents.label(mention.document_id),
        "identifier": documents.uri(mention.document_id),
        "text": safe.line(context.whole_sentence(mention)),
        "position": documents.spot(mention.document_id, mention.line),
    }
    if record and record.source.title:
        work["headline"] = safe.line(record.source.title)
    if record and record.source.publisher:
        publisher = safe.line(record.source.publisher)
        work["publisher"] = {"@type": "Organization", "name": publisher}
    if record and record.dct:
        day = _span.ends(record.dct).first
        work["datePublished"] = _span.iso(day, _year)
        work["tl:dateKnownFrom"] = safe.line(record.dct_basis or "")
    if mention.reporter:
        work["tl:accordingTo"] = safe.line(mention.reporter)
    return work
