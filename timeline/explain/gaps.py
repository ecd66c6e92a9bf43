"""Silences: stretches in which nothing happened, or a source wrote nothing, for long.

Long is measured against the rhythm of the story, or of the source: a stretch counts if it
lies beyond the outer fence of all stretches, the upper quartile and three times the
distance between the quartiles (Tukey, Exploratory Data Analysis, 1977).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor
from statistics import quantiles

from msgspec import Struct

from timeline import edtf
from timeline.civil import DAY
from timeline.model import Event, Granularity, Timeline, TimeValue
from timeline.options import View
from timeline.wording import dates, marks, safe

LEAST = 3
"""Days without anything that are a silence at all: a weekend is none."""

FEWEST = 5
"""Days on which something is told, or written, from which there is a rhythm."""


class Gap(Struct, frozen=True):
    """Days, the last before and the first after a silence, in which nothing came.

    `source` is empty where it is the story that is silent. `written` counts the documents
    of these days. `before` and `after` are the events on either side.
    """

    first: int
    last: int
    source: str = ""
    written: int = 0
    before: Event | None = None
    after: Event | None = None

    @property
    def days(self) -> int:
        """Whole days of silence."""
        return self.last - self.first - 1


def gaps(timeline: Timeline, least: int | None = None) -> tuple[Gap, ...]:
    """The silences of the story, then of each source, by time.

    `least` are the silent days from which a stretch counts, instead of what the rhythm
    says.
    """
    written = [
        r.dct.start // DAY for r in timeline.documents if r.dct and _is_day(r.dct)
    ]
    return (*_of_story(timeline, written, least), *_of_sources(timeline, least))


def _of_story(
    timeline: Timeline, written: Sequence[int], least: int | None
) -> Iterator[Gap]:
    last: dict[int, Event] = {}
    first: dict[int, Event] = {}
    for ranked in timeline.events:
        event = ranked.event
        if _is_day(event.time):
            day, end = event.time.start // DAY, (event.time.end - 1) // DAY
            first.setdefault(day, event)
            last[max(day, end)] = event
    days = sorted(first.keys() | last.keys())
    for one, other in _silences(days, least):
        count = sum(one < day < other for day in written)
        yield Gap(one, other, "", count, last.get(one), first.get(other))


def _of_sources(timeline: Timeline, least: int | None) -> Iterator[Gap]:
    """Who is said to have published a document, and wrote nothing for long."""
    written: dict[str, set[int]] = defaultdict(set)
    for record in timeline.documents:
        if record.dct and _is_day(record.dct) and record.source.publisher:
            written[record.source.publisher].add(record.dct.start // DAY)
    for source in sorted(written):
        for one, other in _silences(sorted(written[source]), least):
            yield Gap(one, other, source)


def _silences(days: Sequence[int], least: int | None) -> Iterator[tuple[int, int]]:
    """Neighbours among the days between which too many lie."""
    between = [other - one - 1 for one, other in pairwise(days)]
    if least is None:
        if len(days) < FEWEST:
            return
        low, _, high = quantiles(between, n=4, method="inclusive")
        least = max(LEAST, floor(high + 3 * (high - low)) + 1)
    yield from (
        pair
        for pair, silent in zip(pairwise(days), between, strict=True)
        if silent >= least
    )


def _is_day(time: TimeValue) -> bool:
    return time.granularity.fineness >= Granularity.DAY.fineness


def render(found: Sequence[Gap], view: View) -> str:
    """A gap a block, for reading, or a row; empty if there is none."""
    write = _row if view.width is None else _block
    return "".join(f"{line}\n" for gap in found for line in write(gap))


def _block(gap: Gap) -> Iterator[str]:
    first, last = (dates.words(edtf.day(day)) for day in (gap.first + 1, gap.last - 1))
    whole = first if gap.days == 1 else f"{first} to {last}"
    what = f"a document by {safe.line(gap.source)}" if gap.source else "an event"
    wrote = (
        f"; {marks.plural(gap.written, 'document')} written then" if gap.written else ""
    )
    yield f"{marks.plural(gap.days, 'day')} without {what}: {whole}{wrote}"
    for word, event in (("before", gap.before), ("after", gap.after)):
        if event:
            head = (dates.words(event.time), event.headline, f"[{event.id}]")
            yield f"  {word}: {'  '.join(map(safe.line, head))}"


def _row(gap: Gap) -> Iterator[str]:
    """Days, first and last silent day, source, documents written, ids; tabs between."""
    first, last = (edtf.day(day).edtf for day in (gap.first + 1, gap.last - 1))
    ids = (event.id if event else "" for event in (gap.before, gap.after))
    cells = (str(gap.days), first, last, gap.source, str(gap.written), *ids)
    yield "\t".join(map(safe.line, cells))
