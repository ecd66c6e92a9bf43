"""The events as the page lists them: months, days, and each event with its quotes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from timeline.export._html import figures, quotes, sources
from timeline.export._html.figures import Differing
from timeline.export._html.quotes import Quote
from timeline.export._html.sources import Links
from timeline.model import Event, Status, Timeline
from timeline.wording import dates, marks, safe
from timeline.wording.marks import Shelf


class Row(Struct, frozen=True):
    """One event. `marked` holds its marks in words, without its status."""

    anchor: str
    id: str
    month: str
    day: str
    time: str
    status: str
    headline: str
    counts: str
    marked: tuple[str, ...]
    quotes: tuple[Quote, ...]
    differing: tuple[Differing, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    confidence: float
    edtf: str


class Group(Struct, frozen=True):
    """What stands under one heading: days under a month, events under a day."""

    name: str
    items: tuple["Group", ...] | tuple[Row, ...]


def events(timeline: Timeline, shelf: Shelf, links: Links) -> tuple[Row, ...]:
    """All events in their order, with anchors that are their own."""
    ids = sources.unique("e", [ranked.event.id for ranked in timeline.events])
    return tuple(
        _row(ranked.event, anchor, shelf, links)
        for ranked, anchor in zip(timeline.events, ids, strict=True)
    )


def _row(event: Event, anchor: str, shelf: Shelf, links: Links) -> Row:
    day, time = dates.day_and_time(event.time)
    status = "" if event.status is Status.HAPPENED else event.status.value
    words = marks.words(event, shelf)
    told = quotes.quotes(event, shelf, links)
    return Row(
        anchor=anchor,
        id=event.id,
        month=dates.month_words(event.time),
        day=day,
        time=time,
        status=status,
        headline=safe.line(event.headline) or "?",
        counts=_counts(event, shelf),
        marked=tuple(word for word in words if word != status),
        quotes=told,
        differing=figures.differing(event, shelf),
        actors=event.actors,
        places=event.places,
        confidence=event.confidence,
        edtf=event.time.edtf,
    )


def _counts(event: Event, shelf: Shelf) -> str:
    """How many sources and origins; a single source by its name."""
    documents = {mention.document_id for mention in event.mentions}
    if len(documents) != 1:
        return marks.counts(event)
    return sources.label(documents.pop(), shelf)


def months(rows: Sequence[Row]) -> tuple[Group, ...]:
    """The events by day, and the days by month."""
    return tuple(
        Group(month, tuple(_days(group)))
        for month, group in groupby(rows, key=lambda row: row.month)
    )


def _days(rows: Iterator[Row]) -> Iterator[Group]:
    for day, group in groupby(rows, key=lambda row: row.day):
        yield Group(day, tuple(group))


def meanings(rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """The marks that are used, each with what it means."""
    used = {word.split(":")[0] for row in rows for word in (row.status, *row.marked)}
    return tuple(item for item in marks.MEANINGS.items() if item[0] in used)
