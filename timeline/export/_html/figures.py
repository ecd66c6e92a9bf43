"""Where tellings differ: each side as a row of a table with a bar, drawn to one scale."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.model import Claim, Conflict, Event, Mention, TimeValue
from timeline.wording import dates, safe
from timeline.wording.marks import Shelf

WIDTH = 100.0
"""What a bar is measured in: the longest ends here."""

THINNEST = 1.5


class Bar(Struct, frozen=True):
    """From `start` over `length`. `bound` is "min", "max", "about" or nothing."""

    start: float
    length: float
    bound: str


class Side(Struct, frozen=True):
    """One claim: when it was reported, what it says, its bar, and who says it."""

    reported: str
    value: str
    bar: Bar | None
    places: str


class Differing(Struct, frozen=True):
    """One conflict. `is_update` for a figure that only grew."""

    field: str
    is_update: bool
    sides: tuple[Side, ...]


def differing(event: Event, shelf: Shelf) -> tuple[Differing, ...]:
    """All conflicts of an event, in their order."""
    return tuple(_differing(conflict, shelf) for conflict in event.conflicts)


def _differing(conflict: Conflict, shelf: Shelf) -> Differing:
    told = [shelf.told(claim) for claim in conflict.claims]
    bars = (
        _date_bars(told) if conflict.field == "date" else _figure_bars(conflict, told)
    )
    return Differing(
        field=conflict.field,
        is_update=conflict.kind == "update",
        sides=tuple(
            _side(conflict, claim, mentions, bar, shelf)
            for claim, mentions, bar in zip(conflict.claims, told, bars, strict=True)
        ),
    )


def _side(
    conflict: Conflict,
    claim: Claim,
    mentions: Sequence[Mention],
    bar: Bar | None,
    shelf: Shelf,
) -> Side:
    is_date = conflict.field == "date" and mentions
    value = dates.words(mentions[0].time) if is_date else safe.line(claim.value)
    return Side(
        reported="" if conflict.field == "date" else _reported(mentions, shelf),
        value=value,
        bar=bar,
        places=", ".join(dict.fromkeys(shelf.where(mention) for mention in mentions)),
    )


def _reported(mentions: Sequence[Mention], shelf: Shelf) -> str:
    """The date of the first document that says so."""
    records = (shelf.records.get(mention.document_id) for mention in mentions)
    found = [record.dct for record in records if record and record.dct]
    return dates.words(min(found, key=lambda dct: dct.start)) if found else ""


# ---- bars ----


def _figure_bars(
    conflict: Conflict, told: Sequence[Sequence[Mention]]
) -> tuple[Bar | None, ...]:
    """Bars from nought; none at all where a side has no figure."""
    found = [_figure(conflict.field, mentions) for mentions in told]
    figures = [one for one in found if one is not None]
    most = max((abs(value) for value, _ in figures), default=0.0)
    if len(figures) < len(found) or not most:
        return (None,) * len(found)
    return tuple(
        Bar(0, round(max(abs(value) / most * WIDTH, THINNEST), 1), bound)
        for value, bound in figures
    )


def _figure(slot: str, mentions: Sequence[Mention]) -> tuple[float, str] | None:
    for mention in mentions:
        for quantity in mention.quantities:
            if quantity.slot == slot:
                return quantity.value, quantity.bound or ""
    return None


def _date_bars(told: Sequence[Sequence[Mention]]) -> tuple[Bar | None, ...]:
    """Bars on one stretch of the calendar that holds all the dates."""
    times = [mentions[0].time for mentions in told if mentions]
    if len(times) < len(told) or not times:
        return (None,) * len(told)
    first = min(time.start for time in times)
    last = max(time.end for time in times)
    return tuple(_date_bar(time, first, max(last - first, 1)) for time in times)


def _date_bar(time: TimeValue, first: int, length: int) -> Bar:
    scale = WIDTH / length
    wide = max((time.end - time.start) * scale, THINNEST)
    start = min((time.start - first) * scale, WIDTH - wide)
    return Bar(round(start, 1), round(wide, 1), "about" if time.qualifier else "")
