"""A sentence as it is read: its words, its verbs and the clauses they make."""

from bisect import bisect_left
from enum import StrEnum

from msgspec import Struct

from timeline.extract.verbs import Group
from timeline.model import Span, Timex
from timeline.text.words import Word


class Role(StrEnum):
    """What a clause is to its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    ADVERBIAL = "adverbial"
    CONDITION = "condition"
    REPORT = "report"
    PHRASE = "phrase"


class Range(Struct, frozen=True, gc=False):
    """Words `first` up to `last`."""

    first: int
    last: int


class Clause(Struct, frozen=True, gc=False):
    """A verb with what belongs to it, in one or more stretches of words.

    `opener` is the word that opened it ("who", "after"), `host` the index of the clause
    that it interrupts or follows, where it has one.
    """

    role: Role
    ranges: tuple[Range, ...]
    group: Group | None = None
    opener: str = ""
    host: int | None = None

    def holds(self, position: int) -> bool:
        """Whether the word at `position` belongs to this clause itself."""
        return any(r.first <= position < r.last for r in self.ranges)

    @property
    def first(self) -> int:
        """Its first word."""
        return self.ranges[0].first

    @property
    def last(self) -> int:
        """One past its last word."""
        return self.ranges[-1].last


class Reading(Struct, frozen=True):
    """A sentence with everything the other modules ask about it."""

    text: str
    span: Span
    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]
    timexes: tuple[tuple[Range, Timex], ...]

    def at(self, offset: int) -> int:
        """The position of the first word at or after an offset."""
        return bisect_left(self.words, offset, key=_start)

    def said(self, part: Range) -> str:
        """The words of a range as the text has them."""
        if part.first >= part.last:
            return ""
        return self.text[self.words[part.first].start : self.words[part.last - 1].end]

    def groups_in(self, part: Range) -> list[Group]:
        """The verb groups that begin in a range."""
        return [g for g in self.groups if part.first <= g.first < part.last]


def _start(word: Word) -> int:
    return word.start
