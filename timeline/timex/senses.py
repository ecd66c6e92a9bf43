"""What a time expression says, before anybody asks which day that is.

A rule's meaning turns slots into a sense; `resolve` turns a sense and an anchor into a
`Timex`. Senses keep what was said and leave out what was not.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
]
Base = Literal["dct", "previous", "story"]
"""`story` is the document date in news and the time said before in histories."""


class Shift(Struct, frozen=True):
    """`amount` units away from the base; None is an unsaid number ("some days ago").

    `counted` tells "a year ago" from "last year" and "the quarter" from "last quarter":
    only the first of each can mean the period that a report is about.
    """

    unit: Unit
    amount: int | None
    base: Base = "dct"
    counted: bool = False


YEAR_AGO = Shift("quarter", -5, counted=True)
"""The quarter a year before the one reported."""


class When(Struct, frozen=True):
    """Fields of the calendar as said; None was not said.

    `year` is astronomical. `decade` and `century` hold their first year. `season` and
    `quarter` count from 1, `nth` counts weekdays of a month (-1 is the last), `part` is a
    TIMEX3 part of day (MO, MI, AF, EV, NI, EM for the hours after midnight). `clock` is
    seconds after midnight with `clock_unit` as its precision. `toward` is the direction
    said for a missing field: -1 last, 0 this, +1 next. `base` is what missing fields hang
    on; `weeks` and `days` are counted on from there, and so is `moved`, from the day found
    ("a year ago tomorrow"). `mod` is a TIMEX3 mod. `ended` is the last month of a quarter
    of a business year, counted from year 0.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    week: int | None = None
    weekend: bool = False
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None
    clock: int | None = None
    clock_unit: str = "minute"
    zone: str | None = None
    shift: Shift | None = None
    toward: int | None = None
    base: Base = "dct"
    mod: str | None = None
    holiday: str | None = None
    crossing: bool = False
    weeks: int = 0
    days: int = 0
    moved: Shift | None = None
    ended: int | None = None


class Length(Struct, frozen=True):
    """A duration. `amount` None is an unsaid number; `mod` a TIMEX3 mod.

    A `framed` one ("the past two months") says where it lies and takes no words of amount.
    """

    unit: Unit
    amount: float | None
    mod: str | None = None
    framed: bool = False


class Often(Struct, frozen=True):
    """A set: its TIMEX3 value is known at once."""

    value: str


class Vague(Struct, frozen=True):
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


class Pair(Struct, frozen=True):
    """Two ends told in one expression ("12-14 March", "March 3 and 5")."""

    first: When
    last: When
    listed: bool = False


class Several(Struct, frozen=True):
    """Three times told in one expression ("March 3, 7 and 9", "9, 10 and 11 p.m.")."""

    whens: tuple[When, ...]


Sense = When | Length | Often | Vague | Pair | Several


FINE = frozenset({"clock", "part"})
"""Fields finer than a day."""

_DAYLIKE = frozenset({"day", "weekday", "holiday"})


_FIELDS = (
    "year", "month", "day", "weekday", "season", "quarter", "half", "decade", "century",
    "part", "clock", "shift", "holiday", "week",
)  # fmt: skip


@lru_cache(1024)
def fields(when: When) -> frozenset[str]:
    """The names of the fields that were said."""
    found = {name for name in _FIELDS if getattr(when, name) is not None}
    return frozenset(found | ({"weekend"} if when.weekend else set()))


def is_day(fields: AbstractSet[str], when: When) -> bool:
    """Whether fields of a sense name a day, whatever else they name."""
    if when.shift is not None:
        return when.shift.unit == "day" and not fields - {"shift", "part"}
    return bool(fields & _DAYLIKE)
