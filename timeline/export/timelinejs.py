"""JSON for TimelineJS (Knight Lab): a slide an event.

Unknown months and days are left out, so that a year stays a year; every slide shows our
words for its date. The viewer reads HTML, so all text is escaped. Years are those of
its labels: -44 is 44 BCE, and there is no year 0.
"""

from html import escape
from typing import Any

import msgspec

from timeline.export import _losses, _span
from timeline.export._span import Moment
from timeline.model import Event, Mention, Status, Timeline
from timeline.options import View
from timeline.wording import context, dates, marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".timelinejs.json"

FIRST, LAST = -271_820, 275_759
"""The years that the calendar of a browser has (ECMAScript, Time Values)."""

_FIELDS = ("year", "month", "day", "hour", "minute", "second")


def render(timeline: Timeline, view: View) -> bytes:
    """The whole configuration; a title slide says what it was built from."""
    documents = marks.shelf(timeline)
    is_grouped = any(r.event.status is not Status.HAPPENED for r in timeline.events)
    slides = [
        _slide(own, event, documents, is_grouped)
        for own, event in _span.own_ids(timeline)
        if _span.is_inside(event.time, FIRST, LAST)
    ]
    data = {"scale": "human", "title": _title(timeline), "events": slides}
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events at the far ends of time, statements without a date, and no event at all."""
    far = _span.outside(timeline, FIRST, LAST)
    none = () if timeline.events else ("no event: the viewer needs at least one",)
    why = f"before the year {FIRST} or after {LAST}"
    return (*none, *_losses.left_out(far, why), *_losses.unplaced(timeline))


def _title(timeline: Timeline) -> dict[str, Any]:
    facts = [marks.summary(timeline), *_losses.unplaced(timeline)]
    return {
        "unique_id": "title",
        "text": {
            "headline": escape(safe.line(timeline.title)),
            "text": "".join(f"<p>{escape(fact)}</p>" for fact in facts),
        },
    }


def _slide(
    own: str, event: Event, documents: Shelf, is_grouped: bool
) -> dict[str, Any]:
    ends = _span.ends(event.time)
    slide: dict[str, Any] = {
        "unique_id": f"event-{own}",
        "start_date": _date(ends.first),
        "display_date": escape(dates.words(event.time)),
        "text": {
            "headline": escape(told.headline(event)),
            "text": _text(event, documents),
        },
        "autolink": False,
    }
    if not ends.is_one:
        slide["end_date"] = _date(ends.last)
    if is_grouped:
        slide["group"] = event.status.value
    return slide


def _date(fields: Moment) -> dict[str, int]:
    year = fields[0] if fields[0] > 0 else fields[0] - 1
    return dict(zip(_FIELDS, (year, *fields[1:]), strict=False))


def _text(event: Event, documents: Shelf) -> str:
    lines = told.standing(event, documents)
    standing = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return standing + "".join(_quote(mention, documents) for mention in event.mentions)


def _quote(mention: Mention, documents: Shelf) -> str:
    spot = documents.spot(mention.document_id, mention.line)
    place = f"{documents.uri(mention.document_id)}, {spot}"
    by = f", according to {safe.line(mention.reporter)}" if mention.reporter else ""
    words = safe.line(context.whole_sentence(mention))
    return (
        f"<blockquote>{escape(words)}</blockquote>"
        f"<p><small>{escape(place + by)}</small></p>"
    )
