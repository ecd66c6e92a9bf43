"""An event, or a telling of it, as a row: what CSV, XLSX and Parquet share."""

from collections.abc import Iterator

from timeline import civil
from timeline.civil import DAY
from timeline.export import _span
from timeline.model import Event, Granularity, Mention, Quantity, Timeline, TimeValue
from timeline.wording import context, dates, marks, safe, told
from timeline.wording.marks import Shelf

Cell = str | int | float
Row = dict[str, Cell]

COLUMNS = (
    *("id", "date", "date_end", "precision", "date_text", "edtf", "basis"),
    *("time", "tz", "headline", "status", "type", "actors", "places", "figures"),
    *("n_sources", "n_origins", "sources", "quote", "sentence", "reporter", "conflict"),
    *("confidence", "score", "doc_date_first", "notes"),
)
"""`date` and `date_end` are the first and the last day that the date can mean.

`sentence` is there where `quote` is only a part of it.
"""

OWN_COLUMNS = (
    *("date", "date_end", "precision", "date_text", "edtf", "basis", "time", "tz"),
    *("status", "type", "actors", "places", "figures", "sources", "quote", "reporter"),
    "doc_date_first",
)
"""What a telling has of its own."""

TELLING_COLUMNS = (*COLUMNS, "event_edtf")
"""Of one telling: date, status, quote and so on are its own, the counts the event's."""

LIST = "; "

_CLOCK = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


def events(timeline: Timeline) -> Iterator[Row]:
    """A row for each event."""
    documents = marks.shelf(timeline)
    for ranked in timeline.events:
        yield _row(ranked.event, ranked.score, documents)


def tellings(timeline: Timeline) -> Iterator[Row]:
    """A row for each telling of each event."""
    documents = marks.shelf(timeline)
    for ranked in timeline.events:
        whole = _row(ranked.event, ranked.score, documents)
        for mention in ranked.event.mentions:
            own = _telling(mention, documents)
            yield {**whole, **own, "event_edtf": whole["edtf"]}


def nested(timeline: Timeline) -> Iterator[tuple[Row, list[Row]]]:
    """Each event's row, with a row of `OWN_COLUMNS` for each of its tellings, and `id`."""
    documents = marks.shelf(timeline)
    for ranked in timeline.events:
        event = ranked.event
        yield (
            _row(event, ranked.score, documents),
            [{"id": safe.line(m.id), **_telling(m, documents)} for m in event.mentions],
        )


def _row(event: Event, score: float, documents: Shelf) -> Row:
    best = event.telling
    conflicts = (told.conflict(c, documents) for c in event.conflicts)
    remarks = (w for w in marks.words(event, documents) if ":" not in w)
    return {
        "id": safe.line(event.id),
        **_dated(event.time),
        "basis": event.basis.value,
        "headline": safe.line(event.headline),
        "status": event.status.value,
        "type": safe.line(best.action),
        "actors": LIST.join(map(safe.line, event.actors)),
        "places": LIST.join(map(safe.line, event.places)),
        "figures": _figures(best.quantities),
        "n_sources": marks.sources(event),
        "n_origins": len(event.origins),
        "sources": LIST.join(told.places(event, documents)),
        "quote": safe.line(event.summary),
        "sentence": _sentence(best),
        "reporter": safe.line(best.reporter or ""),
        "conflict": LIST.join(conflicts),
        "confidence": round(event.confidence, 3),
        "score": round(score, 3),
        "doc_date_first": _first_reported(event, documents),
        "notes": LIST.join(w for w in remarks if w != event.status.value),
    }


def _telling(mention: Mention, documents: Shelf) -> Row:
    record = documents.records.get(mention.document_id)
    date = _dated(mention.time)
    return {
        **(dict.fromkeys(date, "") if mention.in_passing else date),
        "basis": "in passing" if mention.in_passing else mention.basis.value,
        "status": mention.status.value,
        "type": safe.line(mention.action),
        "actors": LIST.join(map(safe.line, mention.actors)),
        "places": LIST.join(map(safe.line, mention.places)),
        "figures": _figures(mention.quantities),
        "sources": documents.place(mention),
        "quote": safe.line(mention.text),
        "sentence": _sentence(mention),
        "reporter": safe.line(mention.reporter or ""),
        "doc_date_first": safe.line(record.dct.edtf) if record and record.dct else "",
    }


def _dated(time: TimeValue) -> Row:
    first, last = days(time)
    clock = _span.iso(_span.ends(time).first).partition("T")[2]
    return {
        "date": civil.day_text(first),
        "date_end": civil.day_text(last),
        "precision": time.granularity.value,
        "date_text": dates.words(time),
        "edtf": safe.line(time.edtf),
        "time": clock if time.granularity in _CLOCK else "",
        "tz": safe.line(time.zone or ""),
    }


def days(time: TimeValue) -> tuple[int, int]:
    """Numbers of the first and the last day, inclusive."""
    return time.start // DAY, (max(time.end, time.start + 1) - 1) // DAY


def _sentence(mention: Mention) -> str:
    parts = context.sentence(mention)
    return safe.line("".join(parts)) if parts[0] or parts[2] else ""


def _figures(quantities: tuple[Quantity, ...]) -> str:
    return LIST.join(safe.line(quantity.text) for quantity in quantities)


def _first_reported(event: Event, documents: Shelf) -> str:
    """The date of the oldest document that tells it."""
    records = (documents.records.get(m.document_id) for m in event.mentions)
    dated = [record.dct for record in records if record and record.dct]
    return safe.line(min(dated, key=lambda d: (d.start, d.end)).edtf) if dated else ""
