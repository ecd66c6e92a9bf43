"""The day that a log tells of where no line of it says so: that of a title above it, of
the field "Date of incident:", of the clock times told before its first line, or the one
day that a report of an incident tells before it."""

import re
from collections.abc import Set as AbstractSet

from timeline.model import Span
from timeline.timex import sections

_FRONT_TITLE = re.compile(r"---\r?\n(?:[^\n]*\n){0,20}?title:[^\n]*\Z")
_FRONT = 2_000
"""Characters of front matter in which its title is looked for."""

_FIELD = re.compile(
    r"(?:^|\n|[ \t]{2})[ \t*_>|-]*+(?P<name>[^\W\d_][^\n:|*]{0,40})[*_]*+"
    r"(?::|[ \t]++\|)[ \t*_]*+\Z"
)
_REACH = 60
"""Characters of the name of a field before its date."""

_REVIEWED = 200
"""Characters at the head of a text that say whether it is the report of an incident."""

_LONG_AGO = 31
"""Days before a report within which the incident lies that it is of."""


class Titles:
    """Mutable, part of the story of one text: the titles that hold where one is read."""

    def __init__(self, text: str, is_review: bool = False) -> None:
        self._text, self._is_review = text, is_review
        self._open: list[tuple[int, int]] = []
        self._field_end: int | None = None
        self._days: set[int] = set()
        self._until = 0
        self._clocked: int | None = None
        self.log_begun = False

    def __bool__(self) -> bool:
        return bool(self._open)

    def open(self, day: int, level: int, at: int) -> None:
        """A title that names a day ("Outage of 14 March") is what a log below it tells of;
        one of level 0 holds for all that follows."""
        self.day(at)
        self._open = [*(one for one in self._open if one[0] != level), (level, day)]

    def close(self) -> None:
        """A date with a line of its own ends all titles above it."""
        self._open = []

    def open_field(self, day: int, span: Span) -> None:
        """A field that names the day holds for all that follows, up to another one: not
        one in the lines next to it, "Incident start: 3 May", "Incident end: 4 May"."""
        before, self._field_end = self._field_end, span.end
        if before is None or "\n\n" in self._text[before : span.start]:
            self.open(day, 0, span.start)

    def day(self, at: int) -> int | None:
        """The day that the titles above name: the nearest which no other has ended."""
        if at > self._until:
            ranks = [*sections.titles(self._text, self._until, at)]
            highest = min(ranks, default=sections.LOWEST + 1)
            self._open = [one for one in self._open if one[0] < highest]
            self._until = at
        return self._open[-1][1] if self._open else None

    def tell_clock(self, day: int) -> None:
        """A clock time was told of a day in a sentence. In a log, lines recall others."""
        if not self.log_begun:
            self._clocked = day

    def tell_day(self, day: int) -> None:
        """A day was told. Before the log of a report it may be that of the incident."""
        if self._is_review and not self.log_begun:
            self._days.add(day)

    def begin_log(self, own: int) -> int | None:
        """The day of which clock times were told before the log that begins, or goes on;
        in the report of an incident the one day, or the night, that was told before it."""
        self.log_begun = True
        if self._clocked is not None:
            return self._clocked
        days = [day for day in self._days if 0 < own - day <= _LONG_AGO]
        return min(days) if days and max(days) - min(days) <= 1 else None


def is_review(text: str, words: AbstractSet[str]) -> bool:
    """Whether the head of a text calls it the report of an incident."""
    head = text[:_REVIEWED].lower()
    return any(word in head for word in words)


def is_front(text: str, at: int) -> bool:
    """Whether a date stands in the title that front matter gives to the whole text."""
    return at < _FRONT and _FRONT_TITLE.match(text[:at].lstrip("\ufeff")) is not None


def names_incident(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether a date fills a field that asks when it happened: "Date of incident: 3 May"."""
    field = _FIELD.search(text[max(0, at - _REACH) : at])
    names = field["name"].lower().replace("/", " ").split() if field else []
    return not words.isdisjoint(names)
