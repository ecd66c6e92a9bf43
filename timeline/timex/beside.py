"""What a date takes from the one right before it: "in 2009, on | 3 May, the mill closed".

Only marks and small words part the two. The year said is that of the day, and "the month"
of "in April, on | the first Monday of the month" is April, in a report of June as well.
"""

import re
from collections.abc import Sequence

import msgspec

from timeline.timex.find import Expression
from timeline.timex.senses import When, fields
from timeline.timex.tense import Cues

_REACH = 16
"""Characters between the two, at most: ", early in the "."""

_LIGHT = re.compile(r",?\s[a-z\s]*")

_OF_YEAR = frozenset(("month", "season", "quarter", "half", "holiday"))
"""What is said of a date that a year completes."""


def with_year_before(
    text: str, expressions: Sequence[Expression], cues: Cues
) -> tuple[Expression, ...]:
    """The expressions, with what those right before them say of their year or month."""
    told = list(expressions)
    for at in range(1, len(told)):
        first, second = told[at - 1].sense, told[at].sense
        if not isinstance(first, When) or not isinstance(second, When):
            continue
        if first.mod is None and _are_beside(text, told[at - 1], told[at], cues):
            sense = within(first, second)
            told[at] = msgspec.structs.replace(told[at], sense=sense)
    return tuple(told)


def _are_beside(text: str, first: Expression, second: Expression, cues: Cues) -> bool:
    """Whether only marks and small words part the two."""
    if not 0 < second.span.start - first.span.end <= _REACH:
        return False
    gap = text[first.span.end : second.span.start]
    return _LIGHT.fullmatch(gap) is not None and cues["beside_year"].issuperset(
        gap.lstrip(",").split()
    )


def within(first: When, second: When) -> When:
    """The later date in the year or month of the first."""
    said = fields(first)
    unsaid = second.year is None and second.shift is None and second.toward is None
    if said == {"year"} and unsaid and not fields(second).isdisjoint(_OF_YEAR):
        return msgspec.structs.replace(second, year=first.year)
    shift = second.shift
    if shift is None or shift.amount or shift.base != "story" or shift.unit not in said:
        return second
    return msgspec.structs.replace(
        second, shift=msgspec.structs.replace(shift, base="previous")
    )
