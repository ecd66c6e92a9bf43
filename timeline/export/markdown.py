"""A Markdown document to hand in: every line leads to the words of its sources.

Written for GitHub and Obsidian: CommonMark with tables and footnotes. Text from
documents is escaped, so that nothing in it becomes markup.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from timeline.export import _files
from timeline.model import Conflict, Event, Mention, Status, Timeline
from timeline.options import View
from timeline.wording import context, dates, groups, marks, safe
from timeline.wording.marks import Shelf

SUFFIX = ".md"

LONG = 60
"""From this many events on, the dates are grouped by month."""

_MARKUP = re.compile(r"(?P<sign>[\\`*_\[\]|~#$^]|(?<=%)%|(?<==)=|(?<=:):)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class _Notes(Struct, frozen=True):
    """The mentions as footnotes, numbered in order of appearance."""

    numbers: Mapping[str, int]
    documents: Shelf
    root: str = ""

    def of(self, mentions: Sequence[Mention]) -> str:
        """The footnote marks of some mentions."""
        return " ".join(f"[^{self.numbers[m.id]}]" for m in mentions)


def render(timeline: Timeline, view: View) -> str:
    """The whole document."""
    shown = groups.narrowed(timeline)
    notes = _notes(shown, view.root)
    parts = (
        _head(timeline),
        _events(timeline, notes),
        _legend(timeline, notes.documents),
        _documents(timeline, notes),
        _unplaced(timeline, notes),
        _problems(timeline),
        _footnotes(shown, notes),
    )
    return "\n".join(line for part in parts for line in part)


def _escaped(text: str) -> str:
    """The text on one line, shown by every Markdown reader as it is."""
    marked = _MARKUP.sub(r"\\\g<sign>", safe.line(text))
    return "".join(_ENTITIES.get(c, c) for c in marked)


def _notes(timeline: Timeline, root: str) -> _Notes:
    numbers: dict[str, int] = {}
    for ranked in timeline.events:
        for mention in ranked.event.mentions:
            numbers.setdefault(mention.id, len(numbers) + 1)
    return _Notes(numbers, marks.shelf(timeline), root)


def _head(timeline: Timeline) -> Iterator[str]:
    times = tuple(ranked.event.time for ranked in timeline.events)
    facts = [
        marks.plural(len(timeline.documents), "document"),
        marks.plural(len(timeline.origins), "independent origin"),
        marks.plural(len(times), "event"),
    ]
    yield f"# {_escaped(timeline.title)}\n"
    yield " · ".join([*facts, *filter(None, [dates.span_words(times)])]) + "\n"


# ---- events ----


def _events(timeline: Timeline, notes: _Notes) -> Iterator[str]:
    if timeline.groups:
        yield from _groups(timeline, notes)
        return
    events = [ranked.event for ranked in timeline.events]
    if len(events) < LONG:
        yield from _dates(events, notes, "##")
        return
    for month, group in groupby(events, lambda event: dates.month_words(event.time)):
        yield f"## {_escaped(month)}\n"
        yield from _dates(list(group), notes, "###", month)


def _groups(timeline: Timeline, notes: _Notes) -> Iterator[str]:
    """What stands for each group, under the group's name."""
    for group, rows in groups.shown(timeline):
        name = groups.name(group)
        yield f"## {_escaped(name)}\n"
        yield from _dates([row.event for row in rows], notes, "###", name)
        if more := groups.more(group):
            yield f"*{more}*\n"


def _dates(
    events: Sequence[Event], notes: _Notes, level: str, above: str = ""
) -> Iterator[str]:
    """The events of each date under a heading, but for one that stands just above."""
    for day, group in groupby(events, lambda e: dates.day_and_time(e.time)[0]):
        if day != above:
            yield f"{level} {_escaped(day)}\n"
        for event in group:
            yield from _event(event, notes)
        yield ""


def _event(event: Event, notes: _Notes) -> Iterator[str]:
    """One bullet, and one below it for each conflict."""
    status = "" if event.status is Status.HAPPENED else f"*{event.status.value}:* "
    facts = [*_figures(event), marks.counts(event).replace(" · ", ", ")]
    facts += ["date inferred"] if marks.is_inferred(event, notes.documents) else []
    time = _escaped(dates.day_and_time(event.time)[1])
    headline = (
        f"{time}{': ' if time else ''}{status}**{_escaped(event.headline) or '?'}**"
    )
    yield f"- {headline} — {' · '.join(facts)} {notes.of(event.mentions)}".rstrip()
    for conflict in event.conflicts:
        yield from _conflict(conflict, notes)


def _figures(event: Event) -> Iterator[str]:
    """The figures of the best telling that the headline leaves out."""
    headline = safe.line(event.headline)
    for quantity in event.telling.quantities:
        if safe.line(quantity.text) not in headline:
            yield _escaped(quantity.text)


def _conflict(conflict: Conflict, notes: _Notes) -> Iterator[str]:
    kind = "conflict" if conflict.kind == "contradiction" else _escaped(conflict.kind)
    yield f"  - *{kind}: {_escaped(conflict.field)}*"
    for claim in conflict.claims:
        told = notes.documents.told(claim)
        quotes = "; ".join(_quoted(mention, notes) for mention in told)
        yield f"    - **{_escaped(claim.value)}**{': ' if told else ''}{quotes}"


# ---- what leads to the sources ----


def _quoted(mention: Mention, notes: _Notes) -> str:
    link = _link(mention.document_id, mention.line, notes)
    return f"“{_escaped(mention.text)}” {link}"


def _sentence(mention: Mention) -> str:
    """The sentence that is quoted, or quoted in part: then that part is strong."""
    before, quote, after = context.sentence(mention)
    if not any(map(str.isalnum, before + after)):
        return _escaped(quote)
    # CommonMark knows a sign for the opening or closing one by what stands beside it.
    is_apart = not (before[-1:].isalnum() or after[:1].isalnum())
    sign = "**" if is_apart and quote.strip() else ""
    gap, next_gap = (" " if text.isspace() else "" for text in (before[-1:], after[:1]))
    middle = f"{sign}{_escaped(quote)}{sign}"
    return f"{_escaped(before)}{gap}{middle}{next_gap}{_escaped(after)}"


def _link(document_id: str, line: int, notes: _Notes) -> str:
    spot = notes.documents.spot(document_id, line)
    label = _escaped(f"{notes.documents.label(document_id)}, {spot}")
    record = notes.documents.records.get(document_id)
    place = _files.path(record.source, notes.root) if record else ""
    if record is None or not place:
        return label
    return f"[{label}]({place}{_files.line(record, line, 'L')})"


def _footnotes(timeline: Timeline, notes: _Notes) -> Iterator[str]:
    told = {m.id: m for ranked in timeline.events for m in ranked.event.mentions}
    for mention_id, number in notes.numbers.items():
        mention = told[mention_id]
        by = f", according to {_escaped(mention.reporter)}" if mention.reporter else ""
        link = _link(mention.document_id, mention.line, notes)
        yield f"[^{number}]: “{_sentence(mention)}” {link}{by}"
    if told:
        yield ""


def _legend(timeline: Timeline, documents: Shelf) -> Iterator[str]:
    """The meaning of the marks that were used."""
    used = {
        word.split(":")[0]
        for ranked in timeline.events
        for word in marks.words(ranked.event, documents)
    }
    lines = [
        f"- *{word}*: {text}" for word, text in marks.MEANINGS.items() if word in used
    ]
    if lines:
        yield "## Marks\n"
        yield from lines
        yield ""


# ---- the rest ----


def _documents(timeline: Timeline, notes: _Notes) -> Iterator[str]:
    if not timeline.documents:
        return
    origins = {i: origin.id for origin in timeline.origins for i in origin.document_ids}
    yield "## Documents\n"
    yield "| Document | Title | Date | Known from | Confidence | Origin |"
    yield "|---|---|---|---|--:|---|"
    for document in timeline.documents:
        label = _escaped(notes.documents.label(document.id))
        place = _files.path(document.source, notes.root)
        cells = (
            f"[{label}]({place})" if place else label,
            _escaped(document.source.title or ""),
            _escaped(dates.words(document.dct)) if document.dct else "unknown",
            _escaped(document.dct_basis or ""),
            f"{document.dct_confidence:.2f}" if document.dct else "",
            _escaped(origins.get(document.id, "")),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _unplaced(timeline: Timeline, notes: _Notes) -> Iterator[str]:
    if timeline.unplaced:
        yield "## Not placed\n"
        for found in timeline.unplaced:
            link = _link(found.document_id, found.line, notes)
            yield f"- “{_escaped(found.text)}” {link}: {_escaped(found.reason)}"
        yield ""


def _problems(timeline: Timeline) -> Iterator[str]:
    if timeline.problems:
        yield "## Problems\n"
        for found in timeline.problems:
            hint = f" ({_escaped(found.hint)})" if found.hint else ""
            yield f"- {_escaped(marks.problem(found))}{hint}"
        yield ""
