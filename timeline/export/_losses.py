"""What several formats cannot say, in the words of a note to the user."""

from collections.abc import Sequence

from timeline.model import Event, Timeline
from timeline.wording import dates, marks, safe, told


def unplaced(timeline: Timeline) -> tuple[str, ...]:
    """The statements without a date, for a format that has dated events only."""
    if not timeline.unplaced:
        return ()
    return (f"without {len(timeline.unplaced):,} unplaced (no date, so no place)",)


def left_out(events: Sequence[Event], why: str) -> tuple[str, ...]:
    """Each event that is not there, the first few by name."""
    if not events:
        return ()
    named = [f"{dates.words(e.time)}: {told.headline(e)}" for e in events[:5]]
    more = [f"and {len(events) - 5:,} more"] if len(events) > 5 else []
    number = marks.plural(len(events), "event")
    return (f"{number} left out ({why}): {'; '.join([*named, *more])}",)


def zones(timeline: Timeline) -> tuple[str, ...]:
    """Times of day in zones that are known by name only, and so are not converted."""
    named = [
        safe.line(ranked.event.time.zone or "")
        for ranked in timeline.events
        if told.is_in_named_zone(ranked.event.time)
    ]
    if not named:
        return ()
    number, names = marks.plural(len(named), "time"), ", ".join(sorted({*named}))
    return (f"{number} in a zone by name ({names}): as said, not converted",)
