"""The day that a log tells of where no line of it says so: that of a title above it, of
the field "Date of incident:", or of the clock times told before its first line."""

import re

from timeline.timex import sections

_FRONT_TITLE = re.compile(r"---\r?\n(?:[^\n]*\n){0,20}?title:[^\n]*\Z")
_FRONT = 2_000
"""Characters of front matter in which its title is looked for."""

_FIELD = re.compile(r"(?:^|\n|[ \t]{2})[ \t]*(?P<name>[^\W\d_][^\n:]{0,40}):[ \t]*\Z")
_REACH = 60
"""Characters of the name of a field before its date."""


class Titles:
    """Mutable, part of the story of one text: the titles that hold where one is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[int, int]] = []
        self._until = 0
        self._clocked: int | None = None
        self._log_begun = False

    def __bool__(self) -> bool:
        return bool(self._open)

    def open(self, day: int, level: int, at: int) -> None:
        """A title that names a day ("Outage of 14 March") is what a log below it tells of;
        one of level 0 holds for all that follows."""
        self.day(at)
        self._open.append((level, day))

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
        if not self._log_begun:
            self._clocked = day

    def begin_log(self) -> int | None:
        """The day of which clock times were told before the log that begins, or goes on."""
        self._log_begun = True
        return self._clocked


def is_front(text: str, at: int) -> bool:
    """Whether a date stands in the title that front matter gives to the whole text."""
    return at < _FRONT and _FRONT_TITLE.match(text[:at].lstrip("\ufeff")) is not None


def names_incident(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether a date fills a field that asks when it happened: "Date of incident: 3 May"."""
    field = _FIELD.search(text[max(0, at - _REACH) : at])
    names = field["name"].lower().replace("/", " ").split() if field else []
    return not words.isdisjoint(names)
