"""Columns of other tools that read CSV."""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from msgspec import Struct

from timeline.export import _span
from timeline.export._table import LIST
from timeline.model import Event, Granularity, Timeline, TimeValue
from timeline.wording import dates, marks, safe, told
from timeline.wording.marks import Shelf

Rows = Iterator[tuple[str, ...]]

_CLOCK = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


class Preset(Struct, frozen=True):
    """A table for one tool. It can tell of the years `first` to `last`, inclusive."""

    columns: tuple[str, ...]
    rows: Callable[[Timeline, Shelf], Rows]
    first: int
    last: int

    def events(self, timeline: Timeline) -> Iterator[Event]:
        """The events that lie in these years."""
        for ranked in timeline.events:
            if _span.is_inside(ranked.event.time, self.first, self.last):
                yield ranked.event


# ---- TimelineJS: the sheet that its site reads ----


def _timelinejs(timeline: Timeline, documents: Shelf) -> Rows:
    title = escape(safe.line(timeline.title))
    facts = escape(marks.summary(timeline))
    yield (*[""] * 9, title, facts, *[""] * 4, "title", "", "")
    for event in TIMELINEJS.events(timeline):
        ends = _span.ends(event.time)
        last = () if ends.is_one else ends.last
        notes = "<br>".join(map(escape, told.notes(event, documents)))
        words = escape(dates.words(event.time))
        slide = (words, escape(told.headline(event)), notes, *[""] * 5)
        yield (*_fields(ends.first), *_fields(last), *slide, event.status.value, "")


def _fields(moment: _span.Moment) -> tuple[str, ...]:
    """Year, month, day and time; years BCE as its labels have them: -44 is 44 BCE."""
    if not moment:
        return ("",) * 4
    year = moment[0] if moment[0] > 0 else moment[0] - 1
    day = [str(field) for field in (year, *moment[1:3])] + ["", ""]
    return (*day[:3], _span.iso(moment).partition("T")[2])


TIMELINEJS = Preset(
    (
        *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day"),
        *("End Time", "Display Date", "Headline", "Text", "Media", "Media Credit"),
        *("Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
    ),
    _timelinejs,
    -271_820,
    275_759,
)


# ---- Timesketch: three columns it insists on, and any others ----


def _timesketch(timeline: Timeline, documents: Shelf) -> Rows:
    for event in TIMESKETCH.events(timeline):
        yield (
            told.dated_headline(event),
            _utc(event.time),
            f"Event ({event.time.granularity.value})",
            safe.line(event.id),
            safe.line(event.time.edtf),
            event.status.value,
            LIST.join(told.places(event, documents)),
            safe.line(event.summary),
        )


def _utc(time: TimeValue) -> str:
    """The first second; a moment without a known zone has to count as UTC there."""
    zone = _span.offset_text(time.zone) or "+00:00"
    return _span.iso(_span.moment(time.start)) + zone


TIMESKETCH = Preset(
    (
        *("message", "datetime", "timestamp_desc", "event_id", "edtf", "status"),
        *("sources", "quote"),
    ),
    _timesketch,
    1678,  # the years that 64 bits of nanoseconds hold, in which it counts
    2261,
)


# ---- CaseMap: American dates, with question marks for what is not known ----


def _casemap(timeline: Timeline, documents: Shelf) -> Rows:
    for event in CASEMAP.events(timeline):
        settled = told.is_settled(event, documents)
        yield (
            _fuzzy(event.time),
            told.dated_headline(event),
            LIST.join(told.places(event, documents)),
            "",
            "" if settled else "Unsure",
            "",
        )


def _fuzzy(time: TimeValue) -> str:
    """`10/09/2018`, `08/??/1999`, `??/??/1999`; `TBD` for what no form of it can say."""
    ends = _span.ends(time)
    day, clock = ends.first[:3], ends.first[3:]
    if day != ends.last[:3]:
        return "TBD"
    month_day = [f"{field:02}" for field in day[1:]] + ["??", "??"]
    text = f"{month_day[0]}/{month_day[1]}/{day[0]:04}"
    if time.granularity not in _CLOCK or not clock:
        return text
    hour, minute = (*clock, 0)[:2]
    return f"{text} {(hour - 1) % 12 + 1}:{minute:02} {'AM' if hour < 12 else 'PM'}"


CASEMAP = Preset(
    (
        *("Date & Time", "Fact Text", "Source(s)", "Material", "Status"),
        "Linked Issues",
    ),
    _casemap,
    1,
    9999,
)


# ---- DFIR-IRIS ----


def _iris(timeline: Timeline, documents: Shelf) -> Rows:
    for event in IRIS.events(timeline):
        yield (
            f"{_span.iso(_span.moment(event.time.start))}.000",
            _span.offset_text(event.time.zone) or "+00:00",
            told.dated_headline(event),
            "Unspecified",
            "\n".join(told.notes(event, documents)),
            safe.line(event.summary),
            LIST.join(told.places(event, documents)),
            "",
            "",
            event.status.value,
        )


IRIS = Preset(
    (
        *("event_date", "event_tz", "event_title", "event_category"),
        *("event_content", "event_raw", "event_source", "event_assets"),
        *("event_iocs", "event_tags"),
    ),
    _iris,
    1,
    9999,
)

PRESETS: Mapping[str, Preset] = {
    "casemap": CASEMAP,
    "iris": IRIS,
    "timelinejs": TIMELINEJS,
    "timesketch": TIMESKETCH,
}
