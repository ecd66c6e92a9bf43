"""The terminal view, drawn by rich.

Text from documents is only ever put into `rich.text.Text`, never read as markup.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from rich.style import Style
from rich.table import Table
from rich.text import Text

from timeline.export import _files, _rhythm
from timeline.model import Event, Ranked, Status, Timeline
from timeline.options import View
from timeline.wording import dates, groups, marks, safe
from timeline.wording.drawn import drawn
from timeline.wording.marks import Shelf

WIDE = 120
"""From this many columns on, sources and quotes have columns of their own."""

WIDEST = 160
"""The width of the wide view where nothing has one, as in a pipe."""

NARROWEST = 40
"""Below this nothing can be read; the terminal may break the lines instead."""

DATE_WIDTH = 22
"""Fits "Wed 28 September 2022"; longer dates are wrapped."""

TOLD_WIDTH = 23
"""Fits "12 sources · 11 origins"."""

LONGEST_HEADLINE = 300
SHORT_ID = 8
LONGEST_QUOTE = 600


class _Sheet(Struct, frozen=True):
    """What each row needs to know of the whole page."""

    columns: tuple[int, ...]
    documents: Shelf
    styles: Mapping[Status, str]
    links: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether there is room for sources and quotes beside the headline."""
        return len(self.columns) == 5


def page(timeline: Timeline, view: View, styles: Mapping[Status, str]) -> str:
    """The whole timeline, as wide as the view, or wide enough for all columns."""
    width = max(view.width or WIDEST, WIDE if view.wide else NARROWEST)
    documents = marks.shelf(timeline)
    columns = _columns(timeline, width)
    sheet = _Sheet(columns, documents, styles, view.links)
    return drawn(_parts(timeline, sheet, width), width, view.colour)


def _parts(timeline: Timeline, sheet: _Sheet, width: int) -> Iterator[Text | Table]:
    """Title, rhythm, table, legend and summary, with blank lines between."""
    yield Text(f"{safe.line(timeline.title)}\n", "bold")
    times = tuple(ranked.event.time for ranked in timeline.events)
    rhythm = _rhythm.lines(times, width)
    for line, style in zip(rhythm, ("", "dim"), strict=False):
        yield Text(line, style, no_wrap=True, overflow="ellipsis")
    if rhythm:
        yield Text()
    if timeline.events and not timeline.groups:
        yield _table(timeline.events, sheet)
        yield Text()
    for group, rows in groups.shown(timeline):
        yield Text(groups.name(group), "bold underline")
        yield _table(rows, sheet)
        yield Text(f"{groups.more(group)}\n".lstrip(), "dim")
    yield from _foot(timeline, sheet)


def _table(rows: Iterable[Ranked], sheet: _Sheet) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    for width in sheet.columns:
        table.add_column(width=width)
    events = (ranked.event for ranked in rows)
    timed = ((*dates.day_and_time(event.time), event) for event in events)
    for day, group in groupby(timed, key=lambda one: one[0]):
        for place, (_, time, event) in enumerate(group):
            date = _date("" if place else day, time)
            table.add_row(*_row(event, date, sheet))
    return table


def _date(day: str, time: str) -> Text:
    """The day, where it is not that of the row above, and the time below it."""
    lines = Text(day, "bold")
    if day and time:
        lines.append("\n")
    return lines.append(f"  {time}" if time else "", "not bold")


def _columns(timeline: Timeline, width: int) -> tuple[int, ...]:
    """Widths for date, signs and headline; if wide also for counts and quote."""
    days = (dates.day_and_time(ranked.event.time)[0] for ranked in timeline.events)
    longest = max(map(len, days), default=0)
    date = min(max(longest, 10), DATE_WIDTH, width // 3)
    rest = width - date - 2 - 2
    if width < WIDE:
        return date, 2, rest
    headline = (rest - TOLD_WIDTH - 2) * 11 // 20
    return date, 2, headline, TOLD_WIDTH, rest - TOLD_WIDTH - 2 - headline


def _row(event: Event, date: Text, sheet: _Sheet) -> Iterator[Text]:
    yield date
    yield Text(marks.signs(event, sheet.documents), "bold red")
    headline = _headline(event, sheet)
    if not sheet.is_wide:
        told = " · ".join(_told(event, sheet))
        details = _joined((told, _where(event, sheet), _id(event)), "dim")
        yield headline.append("\n").append_text(details)
        return
    yield headline
    yield Text("\n".join(_told(event, sheet)), "dim")
    yield _quote(event, sheet)


def _headline(event: Event, sheet: _Sheet) -> Text:
    """The headline; a word before it where the event is not plainly asserted."""
    text = safe.short(event.headline, LONGEST_HEADLINE)
    if event.status is Status.HAPPENED:
        return Text(text)
    # Not the base style of the text: what is appended would take it on.
    return Text().append(f"{event.status.value}: {text}", sheet.styles[event.status])


def _told(event: Event, sheet: _Sheet) -> tuple[str, ...]:
    words = marks.words(event, sheet.documents)
    return (
        marks.counts(event),
        *(word for word in words if word != event.status.value),
    )


def _joined(parts: Sequence[str | Text], style: str = "") -> Text:
    """The parts with dots between them."""
    line = Text()
    for number, part in enumerate(parts):
        line.append(" · " if number else "")
        line.append(part)
    line.stylize_before(style)
    return line


def _where(event: Event, sheet: _Sheet) -> Text:
    """File and line of the best telling; a link to them where the terminal has links."""
    told = event.telling
    where = Text(sheet.documents.where(told))
    record = sheet.documents.records.get(told.document_id)
    if sheet.links and record:
        link = _files.address(record, told.line, sheet.links)
        where.stylize(Style(link=link or None))
    return where


def _id(event: Event) -> str:
    """As much of the id as `explain` needs."""
    return safe.line(event.id)[:SHORT_ID]


def _quote(event: Event, sheet: _Sheet) -> Text:
    """File and line, and two lines of the quote where the headline leaves some out."""
    where = _joined((_where(event, sheet), _id(event)))
    quote = safe.short(event.summary[:LONGEST_QUOTE], 2 * sheet.columns[-1] - 4)
    if quote.strip(" .") == safe.line(event.headline).strip(" ."):
        return where
    return where.append(f"\n“{quote}”", "dim")


def _foot(timeline: Timeline, sheet: _Sheet) -> Iterator[Text]:
    """What the signs mean, where any are used, and the summary."""
    used = {
        sign
        for ranked in timeline.events
        for sign in marks.signs(ranked.event, sheet.documents)
    }
    for sign, meaning in marks.SIGNS.items():
        if sign in used:
            yield Text(f"{sign} ", "bold red").append(meaning, "not bold default dim")
    yield Text(marks.summary(timeline), "bold")
