"""What a sentence is made of: stretches of words, the clauses that they make."""

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
        first, *others = self.ranges
        if not others:
            return first.first <= position < first.last
        return any(part.first <= position < part.last for part in self.ranges)

    def part_at(self, position: int) -> Range | None:
        """The stretch that the word at `position` belongs to."""
        parts = (r for r in self.ranges if r.first <= position < r.last)
        return next(parts, None)

    @property
    def first(self) -> int:
        """Its first word."""
        return self.ranges[0].first

    @property
    def last(self) -> int:
        """One past its last word."""
        return self.ranges[-1].last


class Tagged(Struct, frozen=True, gc=False):
    """A sentence whose words, verbs and dates are known, and its clauses not yet."""

    text: str
    span: Span
    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    timexes: tuple[tuple[Range, Timex], ...]
