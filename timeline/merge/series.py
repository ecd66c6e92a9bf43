"""Counts that go on from event to event: 3,000 held on the 7th, 4,000 on the 8th.

Two events of different days whose tellings count one thing may be two states of one toll.
They stay two events; the last one gets an `update` that lists the figures of all, each
with its telling. A figure continues a series of the same slot if it is counted, higher,
at most `GROWTH` times, reported up to `LATE` days after, of a time at most `PAUSE` days
away, in a document on the same story (`STORY`) that speaks of no other place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from timeline import edtf
from timeline.civil import DAY
from timeline.lang.cues import cues
from timeline.merge.conflicts import UPDATE
from timeline.merge.folder import Folder
from timeline.merge.profile import LATE
from timeline.merge.wholes import is_own
from timeline.model import (
    Claim,
    Conflict,
    DocumentRecord,
    Event,
    Mention,
    Quantity,
    Status,
)

TOLLS = frozenset(
    {"arrested", "evacuated", "infected", "injured", "killed", "missing", "rescued"}
)
"""Slots of figures that are counted on for days."""

PAUSE = 3
GROWTH = 2.0
STORY = 0.08

FEWEST = 10
"""Smaller figures are alike by chance."""

OPEN = 40
"""Series of one slot that a figure is compared with: the last ones."""

_TOLD = (Status.HAPPENED, Status.ALLEGED)


class _Report(Struct, frozen=True):
    """The language of a document, and the number of its day where it is known."""

    language: str
    day: int | None


class _Point(Struct, frozen=True):
    """A figure of an event (by its place in the timeline), its day and that of its report."""

    event: int
    day: int
    report: int
    mention: Mention
    quantity: Quantity


def updates(
    events: Iterable[tuple[int, Event]],
    documents: Iterable[DocumentRecord],
    folder: Folder,
) -> dict[int, list[Conflict]]:
    """The updates that list the figures of a series, for the place of its last event.

    The events come in order of time, each with its place.
    """
    reports = {d.id: _Report(d.language, _day(d)) for d in documents}
    points: dict[str, list[_Point]] = defaultdict(list)
    for place, event in events:
        for point in _points(place, event, reports):
            points[point.quantity.slot].append(point)
    found: dict[int, list[Conflict]] = defaultdict(list)
    for slot in sorted(points):
        for series in _series(sorted(points[slot], key=_order), folder):
            update = Conflict(slot, UPDATE, tuple(_claims(series)))
            found[series[-1].event].append(update)
    return found


def _day(document: DocumentRecord) -> int | None:
    return document.dct.start // DAY if document.dct else None


def _points(
    place: int, event: Event, reports: Mapping[str, _Report]
) -> Iterator[_Point]:
    """The largest figure of each slot, of the tellings that have just one."""
    best: dict[str, _Point] = {}
    for mention in event.mentions:
        slots = [quantity.slot for quantity in mention.quantities]
        for quantity in mention.quantities:
            if mention.status not in _TOLD or slots.count(quantity.slot) > 1:
                continue
            if quantity.slot not in TOLLS or quantity.value < FEWEST:
                continue
            if not is_own(mention, quantity):
                continue
            written = reports[mention.document_id]
            if _is_no_count(quantity, written.language):
                continue
            day = event.time.start // DAY
            report = day if written.day is None else written.day
            point = _Point(place, day, report, mention, quantity)
            known = best.get(quantity.slot)
            if known is None or known.quantity.value < quantity.value:
                best[quantity.slot] = point
    yield from best.values()


def _is_no_count(quantity: Quantity, language: str) -> bool:
    """Whether nobody has counted: "dozens", "thousands were feared dead"."""
    said = quantity.text.lower().split()
    return not cues(language).quantities.round.keys().isdisjoint(said)


def _order(point: _Point) -> tuple[int, float]:
    return point.report, point.quantity.value


def _series(points: Sequence[_Point], folder: Folder) -> list[list[_Point]]:
    """Series of two figures or more, by the day they begin."""
    found: list[list[_Point]] = []
    for point in points:
        fitting = [
            series
            for series in found[-OPEN:]
            if _continues(series[-1], point)
            and _is_same_story(series[-1], point, folder)
        ]
        if fitting:
            fitting[-1].append(point)
        else:
            found.append([point])
    return [series for series in found if len(series) > 1]


def _continues(last: _Point, point: _Point) -> bool:
    before, now = last.quantity.value, point.quantity.value
    return (
        abs(point.day - last.day) <= PAUSE
        and 0 < point.report - last.report <= LATE
        and before < now <= GROWTH * before
    )


def _is_same_story(last: _Point, point: _Point, folder: Folder) -> bool:
    one, other = last.mention, point.mention
    a, b = one.document_id, other.document_id
    if one.places and other.places and not _shares_place(one, other, folder):
        return False
    return a == b or folder.likeness(a, b) >= STORY


def _shares_place(one: Mention, other: Mention, folder: Folder) -> bool:
    keys = [
        {folder.names.key(mention.document_id, place) for place in mention.places}
        for mention in (one, other)
    ]
    return not keys[0].isdisjoint(keys[1])


def _claims(series: Sequence[_Point]) -> Iterator[Claim]:
    """Each figure with the day of its report: its telling may stand far from the others."""
    for point in series:
        day = edtf.day(point.report).edtf
        yield Claim(f"{point.quantity.text} ({day})", (point.mention.id,))
