"""JSON for vis-timeline: `items` and `groups`, to be handed to `new vis.Timeline`.

What lasts longer than a day is a range over all the days that it can mean. The classes
tell a style sheet what is in doubt: the granularity, `approximate`, `uncertain`, the
status, `conflict`, `inferred`. The viewer reads HTML, so all text is escaped.
"""

from html import escape
from typing import Any

import msgspec

from timeline import civil
from timeline.civil import DAY
from timeline.export import _losses, _span
from timeline.model import Event, Granularity, Qualifier, Status, Timeline, TimeValue
from timeline.options import View
from timeline.wording import marks, told
from timeline.wording.marks import Shelf

SUFFIX = ".vis.json"

FIRST, LAST = -271_820, 275_759
"""The years that the calendar of a browser has (ECMAScript, Time Values)."""

_QUALIFIERS = {
    Qualifier.APPROXIMATE: ("approximate",),
    Qualifier.UNCERTAIN: ("uncertain",),
    Qualifier.BOTH: ("approximate", "uncertain"),
}


def render(timeline: Timeline, view: View) -> bytes:
    """The items, and a group for each status that there is."""
    documents = marks.shelf(timeline)
    items = [
        _item(own, event, documents)
        for own, event in _span.own_ids(timeline)
        if _span.is_inside(event.time, FIRST, LAST)
    ]
    used = {item["group"] for item in items}
    groups = [
        {"id": status.value, "content": status.value, "order": order}
        for order, status in enumerate(Status)
        if status.value in used
    ]
    data = {"items": items, "groups": groups}
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events at the far ends of time, zones, and statements without a date."""
    far = _span.outside(timeline, FIRST, LAST)
    why = f"before the year {FIRST} or after {LAST}"
    return (
        *_losses.left_out(far, why),
        *_losses.zones(timeline),
        *_losses.unplaced(timeline),
    )


def _item(own: str, event: Event, documents: Shelf) -> dict[str, Any]:
    time = event.time
    item: dict[str, Any] = {
        "id": own,
        "content": escape(told.dated_headline(event)),
        "title": "<br>".join(map(escape, told.notes(event, documents))),
        "start": _local(time.start),
        "type": _type(time),
        "group": event.status.value,
        "className": " ".join(_classes(event, documents)),
    }
    if item["type"] == "range":
        item["end"] = _local(time.end)
    return item


def _type(time: TimeValue) -> str:
    """A day is a box on its first hour: a bar of a day would have no room for a word."""
    if time.end - time.start > DAY:
        return "range"
    return "box" if time.granularity is Granularity.DAY else "point"


def _local(seconds: int) -> str:
    """With a time, for without one some browsers take the day for that of Greenwich."""
    year, month, day = civil.ymd(seconds // DAY)
    clock = _span.iso(_span.moment(seconds)).rpartition("T")[2]
    return f"{_span.expanded(year)}-{month:02}-{day:02}T{clock}"


def _classes(event: Event, documents: Shelf) -> tuple[str, ...]:
    doubt = _QUALIFIERS.get(event.time.qualifier, ()) if event.time.qualifier else ()
    conflict = ("conflict",) if marks.contradictions(event) else ()
    inferred = ("inferred",) if marks.is_inferred(event, documents) else ()
    first = (event.time.granularity.value, event.status.value)
    return (*first, *doubt, *conflict, *inferred)
