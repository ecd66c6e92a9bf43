"""iCalendar (RFC 5545), to load into a calendar beside other appointments.

A calendar has no doubt: what is not one day or moment fills all the days it can mean,
carries its date in words before its title, and is tentative. Nothing blocks time. Times
are local ("floating") unless a numeric offset or UTC was said.
"""

import re
from collections.abc import Iterator
from itertools import chain

from timeline import civil
from timeline.civil import DAY
from timeline.export import _losses, _span
from timeline.model import Event, Granularity, Timeline, TimeValue
from timeline.options import View
from timeline.wording import marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".ics"

FIRST, LAST = 2, 9998
"""Years of four digits (RFC 5545, 3.3.4) with room for UTC and the day after."""

FOLD = 75
"""Longest line in octets, without its end (RFC 5545, 3.1)."""

_CLOCK = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


def render(timeline: Timeline, view: View) -> bytes:
    """The calendar."""
    documents, stamp = marks.shelf(timeline), _stamp(timeline)
    events = (
        _event(own, event, documents, stamp)
        for own, event in _span.own_ids(timeline)
        if _has_place(event.time)
    )
    name = _escaped(safe.line(timeline.title))
    lines = chain(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline//EN"),
        (
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            f"NAME:{name}",
            f"X-WR-CALNAME:{name}",
        ),
        *events,
        ("END:VCALENDAR",),
    )
    return b"".join(map(_folded, lines))


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events outside the calendar's years, named zones, statements without a date."""
    far = tuple(r.event for r in timeline.events if not _has_place(r.event.time))
    return (
        *_losses.left_out(far, f"a calendar has the years {FIRST} to {LAST} only"),
        *_losses.zones(timeline),
        *_losses.unplaced(timeline),
    )


def _has_place(time: TimeValue) -> bool:
    return _span.is_inside(time, FIRST, LAST)


def _stamp(timeline: Timeline) -> str:
    """When this was known: the day of the newest document, not that of the run."""
    dated = (d.dct for d in timeline.documents if d.dct and _has_place(d.dct))
    return _moment(max((time.start for time in dated), default=0)) + "Z"


def _event(own: str, event: Event, documents: Shelf, stamp: str) -> Iterator[str]:
    settled = told.is_settled(event, documents)
    yield "BEGIN:VEVENT"
    yield f"UID:{own}@timeline.invalid"
    yield f"DTSTAMP:{stamp}"
    yield from _when(event.time)
    yield f"SUMMARY:{_escaped(told.dated_headline(event))}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(told.notes(event, documents)))}"
    if event.places:
        places = ", ".join(safe.line(place) for place in event.places)
        yield f"LOCATION:{_escaped(places)}"
    yield f"STATUS:{'CONFIRMED' if settled else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{event.status.value}"
    yield f"X-EDTF:{_escaped(safe.line(event.time.edtf))}"
    yield "END:VEVENT"


def _when(time: TimeValue) -> Iterator[str]:
    """Start and end; the end is the first moment or day after."""
    if time.granularity in _CLOCK:
        ahead = _span.offset(time.zone)
        shift, mark = (0, "") if ahead is None else (ahead, "Z")
        yield f"DTSTART:{_moment(time.start - shift)}{mark}"
        if time.granularity is Granularity.HOUR or not told.is_exact(time):
            yield f"DTEND:{_moment(time.end - shift)}{mark}"
        return
    first, last = time.start // DAY, (max(time.end, time.start + 1) - 1) // DAY
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(last + 1)}"


def _day(day_number: int) -> str:
    return "{:04}{:02}{:02}".format(*civil.ymd(day_number))


def _moment(seconds: int) -> str:
    fields = _span.moment(seconds)
    return _day(seconds // DAY) + "T{:02}{:02}{:02}".format(*fields[3:])


def _escaped(text: str) -> str:
    """TEXT (RFC 5545, 3.3.11)."""
    return re.sub(r"(?P<sign>[\\;,])", r"\\\g<sign>", text).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Lines of at most 75 octets, no character cut in two; more begin with a blank."""
    data, room, pieces = line.encode(), FOLD, []
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[:cut])
        data, room = data[cut:], FOLD - 1
    return b"\r\n ".join((*pieces, data)) + b"\r\n"
