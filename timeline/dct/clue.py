"""What the rungs of the ladder hand over: one piece of evidence each."""

from enum import StrEnum

from msgspec import Struct

from timeline.model import Span, TimeValue


class Role(StrEnum):
    """What a date is the date of."""

    WRITTEN = "written"
    UPDATED = "updated"
    HELD = "held"
    """The meeting that the text records; the text itself is younger."""
    YEAR = "year"
    """Only the year counts, and only to complete a date that was said without one."""


class Clue(Struct, frozen=True):
    """A date that the document may have been written on, and the words that say so.

    `confidence` is how often such evidence, alone, gives the right day. `month_day` is
    what a date without year says. `other` is the value with day and month exchanged,
    where both readings are days and nothing in the text decides. `skip` are the spans of
    the text that say it and are no prose.
    """

    rung: str
    text: str
    confidence: float
    value: TimeValue | None = None
    month_day: tuple[int, int] | None = None
    other: TimeValue | None = None
    role: Role = Role.WRITTEN
    skip: tuple[Span, ...] = ()
