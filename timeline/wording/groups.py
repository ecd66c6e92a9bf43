"""Groups of a timeline in words, and the timeline that is left of it."""

from collections.abc import Iterator

from msgspec.structs import replace

from timeline.model import Group, Ranked, Timeline
from timeline.wording import dates, marks, safe


def narrowed(timeline: Timeline) -> Timeline:
    """With the events that stand for its groups only; as it is where it has none."""
    if not timeline.groups:
        return timeline
    kept = tuple(row for _, rows in shown(timeline) for row in rows)
    return replace(timeline, events=kept)


def shown(timeline: Timeline) -> Iterator[tuple[Group, tuple[Ranked, ...]]]:
    """Each group with the events that stand for it."""
    by_id = {row.event.id: row for row in timeline.events}
    for group in timeline.groups:
        yield group, tuple(by_id[id_] for id_ in group.key_ids if id_ in by_id)


def name(group: Group) -> str:
    """The date and, of a phase, its words: "5–9 January 2022: airport, troops"."""
    words = ", ".join(map(safe.line, group.words))
    return dates.words(group.time) + (f": {words}" if words else "")


def more(group: Group) -> str:
    """How many events it has beside those that stand for it; empty if none."""
    count = len(group.event_ids) - len(group.key_ids)
    return f"and {marks.plural(count, 'more event')}" if count else ""
