"""The year that a list says once, at its end: "sold the mill in May and the yard in June 2011".

`lends` does so for dates with no more than "and" between them; here the items of the list
have words of their own, and so the year is only lent to what it does not put ahead.
"""

import re
from collections.abc import Sequence

import msgspec

from timeline import civil
from timeline.timex.find import Expression
from timeline.timex.senses import When, fields
from timeline.timex.tense import FUTURE, Cues, direction

_REACH = 70
"""Characters between two dates of a list, at most."""

_ITEM = 4
"""Words of an item that only a comma parts from the next: ", 20,000 in"."""

_WORD = re.compile(r"['’]?[^\W\d_]+")
_STOPS = re.compile(r"[.!?;:()\n\"“”](?!\d)")


def with_years(
    text: str, expressions: Sequence[Expression], today: int | None, cues: Cues
) -> tuple[Expression, ...]:
    """The expressions, those of a list with the year that its last one says.

    `today` is the day of the document, if it is known: no list of what is past ends later.
    """
    lent = list(expressions)
    ends_list = False
    for at in range(len(lent) - 2, -1, -1):
        first, second = lent[at], lent[at + 1]
        goes_on = _goes_on(text, first, second, ends_list, cues)
        ends_list = goes_on and _may_lend(first.sense, second.sense, today)
        if ends_list:
            assert isinstance(first.sense, When)
            assert isinstance(second.sense, When)
            sense = msgspec.structs.replace(first.sense, year=second.sense.year)
            lent[at] = msgspec.structs.replace(first, sense=sense)
    return tuple(lent)


def _may_lend(first: object, second: object, today: int | None) -> bool:
    """Whether one date lacks the year that the other has, and comes before it there."""
    if not isinstance(first, When) or not isinstance(second, When):
        return False
    plain = fields(first) <= {"month", "day"} and first.month is not None
    if not plain or first.mod is not None or fields(first) != fields(second) - {"year"}:
        return False
    if second.year is None or second.month is None or first.month is None:
        return False
    is_past = today is None or civil.days(second.year, second.month, 1) <= today
    return is_past and (first.month, first.day or 0) < (second.month, second.day or 0)


def _goes_on(
    text: str, first: Expression, second: Expression, ends_list: bool, cues: Cues
) -> bool:
    """Whether a date stands in one item of a list and another in the next.

    Both behind the same word, with "and" between, or a comma where the list goes on so.
    """
    start, end = first.span.end, second.span.start
    gap = text[start:end] if end - start <= _REACH else ""
    if not gap or _STOPS.search(gap):
        return False
    words = _WORD.findall(gap.lower())
    lead = text[max(0, first.span.start - 4) : first.span.start].lower().split()[-1:]
    if not words or words[-1] not in cues["on"] or lead != words[-1:]:
        return False
    if direction(words, cues) == FUTURE or not cues["unlisted"].isdisjoint(words):
        return False
    led = gap.lstrip(", ").split(maxsplit=1)[0] in cues["lists"]
    short = ends_list and gap.startswith(",") and len(gap.split()) <= _ITEM
    return led or short
