"""A mermaid `timeline`, for Markdown on GitHub, in Obsidian and the like.

The diagram has no scale: dates are words, so nothing about them is lost. It is readable
up to some forty events, so of more the most important are drawn, and the title says so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from timeline.export import _losses
from timeline.model import Event, Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".mmd"

MOST = 40

LONGEST = 160
"""Characters of a headline; a box grows with its text, and all others with it."""

SECTIONS = 12
"""With more months than these, the sections are years."""

_BREAKING = re.compile(r"(?P<sign>%(?=%)|#(?=\w+;)|<(?=\s*/?\w))", re.ASCII)
"""Directives, entities and tags: a blank in them makes them text again."""


def render(timeline: Timeline, view: View) -> str:
    """The diagram's text."""
    events = _chosen(timeline)
    number = (
        f" ({len(events)} of {len(timeline.events):,} events)"
        if len(events) < len(timeline.events)
        else ""
    )
    lines = (
        "timeline",
        f"    title {_text(safe.short(timeline.title, LONGEST)) or 'Timeline'}{number}",
        *_sections(events, marks.shelf(timeline)),
    )
    return "".join(f"{line}\n" for line in lines)


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events beyond those that can be drawn, and statements without a date."""
    beyond = len(timeline.events) - MOST
    more = f"the {MOST} most important of {len(timeline.events):,} events only"
    return (*((more,) if beyond > 0 else ()), *_losses.unplaced(timeline))


def _chosen(timeline: Timeline) -> tuple[Event, ...]:
    """The most important events, in order of time."""
    places = range(len(timeline.events))
    best = sorted(places, key=lambda i: (-timeline.events[i].score, i))[:MOST]
    return tuple(timeline.events[i].event for i in sorted(best))


def _sections(events: Sequence[Event], documents: Shelf) -> Iterator[str]:
    """Months or years as sections where there are several; below them the days."""
    months = {dates.month_words(event.time) for event in events}
    grouped = groupby(events, lambda e: _section(e, by_year=len(months) > SECTIONS))
    for section, group in grouped:
        if len(months) > 1:
            yield f"    section {_period(section)}"
        for day, told_then in groupby(group, lambda e: dates.day_and_time(e.time)[0]):
            lead = f"        {_period(day)}"
            for event in told_then:
                yield f"{lead} : {_event(event, documents)}"
                lead = " " * len(lead)


def _section(event: Event, by_year: bool) -> str:
    month = dates.month_words(event.time)
    return re.sub(f"^(?:{'|'.join(dates.MONTHS)}) ", "", month) if by_year else month


def _event(event: Event, documents: Shelf) -> str:
    """Time and headline; where it is told best, by how many, and what is in doubt."""
    time = dates.day_and_time(event.time)[1]
    headline = safe.short(told.headline(event), LONGEST)
    facts = [] if marks.sources(event) == 1 else [marks.counts(event)]
    facts.append(documents.where(event.telling))
    words = marks.words(event, documents)
    facts += [
        word.replace(": ", " on ") for word in words if word != event.status.value
    ]
    lead = f"{time} – " if time else ""
    return _text(f"{lead}{headline} [{' · '.join(facts)}]")


def _text(text: str) -> str:
    """The text with nothing in it that ends it (a colon before a blank) or is obeyed."""
    plain = re.sub(r"(?:\s*:)+(?=\s|$)", " –", safe.line(text))
    return _BREAKING.sub(r"\g<sign> ", plain)


def _period(text: str) -> str:
    """A period or section: also without `#`, which begins a comment, and any colon."""
    clock = re.sub(r"(?<=\d):(?=\d)", "h", safe.line(text))
    return re.sub(r"[#:;%]+", " ", clock).strip() or "?"
