"""markwhen, a text format for timelines that people go on editing.

Its dates know no doubt, and a line with `~`, `?` or `X` would not be read as an event at
all. So an event spans all that its date can mean; the words and the EDTF date stand in
the text. Times are as said; the header calls them UTC so that no viewer shifts them.
Properties follow the event at once; quotes are kept from being read as events by `>`.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from timeline.export import _losses, _span
from timeline.model import Event, Granularity, Status, Timeline, TimeValue
from timeline.options import View
from timeline.wording import dates, marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".mw"

EARLIEST, FIRST, LAST = -9_998, 1, 9_999
"""10,000 and more is not read; before the year 1 there are whole years only."""

_CLOCK = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)

JOINER = "\N{WORD JOINER}"
"""Put where a mark would begin a tag, a link or a reference; it takes no room."""

_MARKS = re.compile(r"(?P<sign>[#@!](?=[\w(\[.])|\](?=\()|^\s*\[|^\s*/(?=/))")


def render(timeline: Timeline, view: View) -> str:
    """The document: a header, then the events under headings of months or years."""
    documents = marks.shelf(timeline)
    title = _quoted(safe.line(timeline.title))
    lines = ["---", f"title: {title}", "timezone: UTC", "---", ""]
    kept = (
        (own, event)
        for own, event in _span.own_ids(timeline)
        if _span.is_inside(event.time, EARLIEST, LAST)
    )
    for month, group in groupby(kept, lambda one: dates.month_words(one[1].time)):
        lines += [f"# {_text(month)}", ""]
        for own, event in group:
            lines += [*_event(own, event, documents), ""]
    return "".join(f"{line}\n" for line in lines)


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events outside the years it can write, zones, statements without a date."""
    far = _span.outside(timeline, EARLIEST, LAST)
    return (
        *_losses.left_out(far, f"before the year {EARLIEST} or after {LAST}"),
        *_losses.zones(timeline),
        *_losses.unplaced(timeline),
    )


def _event(own: str, event: Event, documents: Shelf) -> Iterator[str]:
    title = told.headline(event)
    if not told.is_exact(event.time) or _year(event.time.start) < FIRST:
        title = f"{dates.words(event.time)} — {title}"
    yield f"{_range(event.time)}: {_text(title)}{_tags(event, documents)}"
    yield f"id: {_quoted(own)}"
    yield f"edtf: {_quoted(safe.line(event.time.edtf))}"
    yield f"sources: [{', '.join(map(_quoted, told.places(event, documents)))}]"
    for line in told.notes(event, documents):
        yield f"> {_text(line)}"


def _tags(event: Event, documents: Shelf) -> str:
    found = [] if event.status is Status.HAPPENED else [event.status.value]
    found += ["conflict"] if marks.contradictions(event) else []
    found += ["inferred"] if marks.is_inferred(event, documents) else []
    return "".join(f" #{tag}" for tag in found)


def _range(time: TimeValue) -> str:
    """Dates as ISO 8601, `A/B` for two; years only before the year 1."""
    last = max(time.end, time.start + 1) - 1
    if _year(time.start) < FIRST:
        first_year, last_year = _era(_year(time.start)), _era(_year(last))
        if first_year == last_year:
            return first_year
        return f"{first_year}\N{EN DASH}{last_year}"
    if time.granularity not in _CLOCK:
        ends = _span.ends(time)
        first, final = (_span.iso(end[:3]) for end in (ends.first, ends.last))
        return first if first == final else f"{first}/{final}"
    if told.is_exact(time):
        return _clock(time.start)
    return f"{_clock(time.start)}/{_clock(time.end)}"


def _clock(seconds: int) -> str:
    """Day and time: there are no seconds in its dates."""
    return _span.iso(_span.moment(seconds)[:5]).replace("T", " ")


def _year(seconds: int) -> int:
    return _span.moment(seconds)[0]


def _era(year: int) -> str:
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _text(text: str) -> str:
    """The text with nothing in it that is markup to the reader."""
    return _MARKS.sub(rf"\g<sign>{JOINER}", safe.line(text))


def _quoted(text: str) -> str:
    """A YAML string, of which a JSON string is one."""
    return msgspec.json.encode(text).decode()
