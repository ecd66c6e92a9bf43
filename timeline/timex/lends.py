"""What neighbouring expressions say once for both: the day, the year."""

import re
from itertools import pairwise

import msgspec

from timeline.model import Span
from timeline.timex.find import Expression, near_whens
from timeline.timex.joints import Cues, Joints
from timeline.timex.senses import (
    FINE,
    YEAR_AGO,
    Length,
    Pair,
    Sense,
    Several,
    Shift,
    When,
    fields,
    is_day,
)

_OPENS = re.compile(r"\s?\(")

_BRACKET = 6
"""Characters of a bracket between two expressions, with its blanks and "on"."""


def lend_days(
    text: str, expressions: list[Expression], joints: Joints
) -> list[Expression]:
    """In "at 10:35 a.m. (0735 GMT) Friday" the day is said once, for both clocks.

    So it is in "at 3 p.m. and 5 p.m. on Friday", and in "from 3 to 5 p.m. on Friday".
    """
    lent = list(expressions)
    for at in range(len(lent) - 2, -1, -1):
        first, second = lent[at], lent[at + 1]
        if second.span.start - first.span.end > _BRACKET:
            continue
        gap = text[first.span.end : second.span.start]
        if isinstance(first.sense, Pair | Several):
            dated = _all_on_day(first, gap, second, joints)
            if dated is not None:
                lent[at : at + 2] = [dated]
            continue
        opens = _OPENS.fullmatch(gap)
        closes = gap.startswith(")") and joints.closes.fullmatch(gap)
        in_brackets = bool(opens or closes)
        clock = first.sense
        day = second.sense if in_brackets else opening(second.sense)
        if not (isinstance(clock, When) and isinstance(day, When)):
            continue
        if in_brackets:
            lent[at] = msgspec.structs.replace(first, sense=_on_day(clock, day))
        elif joints.listed.fullmatch(gap) and _lacks_day(clock, day):
            sense = same_day(text[first.span.start : first.span.end], clock, day)
            lent[at] = msgspec.structs.replace(first, sense=sense)
    return lent


def same_day(written: str, first: When, last: When) -> When:
    """In "3:30 to 5 p.m. on Monday" day and half of the day are said once, at the end."""
    if fields(first) != {"clock"} or last.clock is None or first.clock is None:
        return first
    is_bare = not any(c.isalpha() for c in written)
    later = first.clock + 12 * 3600
    clock = later if is_bare and later < last.clock else first.clock
    on_day = msgspec.structs.replace(last, clock=clock, clock_unit=first.clock_unit)
    if is_bare or clock < last.clock or last.moved or fields(last) == {"clock"}:
        return on_day
    # "From 11 p.m. to 2 a.m. on Tuesday"
    return msgspec.structs.replace(on_day, moved=Shift("day", -1))


def opening(sense: Sense) -> Sense:
    """The first of two that are told in one expression; else the sense itself."""
    return sense.first if isinstance(sense, Pair) else sense


def _all_on_day(
    first: Expression, gap: str, second: Expression, joints: Joints
) -> Expression | None:
    """Clocks and the day behind them as one: "between 3 and 4 a.m. on Tuesday"."""
    clocks, day = first.sense, second.sense
    if not isinstance(clocks, Pair | Several) or not isinstance(day, When):
        return None
    word = gap.strip(" ,\n").lower()
    fits = joints.joined.fullmatch(gap) and (not word or word in joints.cues["of_day"])
    if not fits or fields(day) & FINE:
        return None
    whens = _times_of(clocks)
    if not any(_lacks_day(when, day) for when in whens):
        return None
    dated = tuple(_on_day(when, day) for when in whens)
    span = Span(first.span.start, second.span.end)
    rule, slots = f"{first.rule}+{second.rule}", first.slots + second.slots
    if isinstance(clocks, Several):
        return Expression(span, rule, Several(dated), slots)
    return Expression(span, rule, Pair(dated[0], dated[1], clocks.listed), slots)


def _times_of(clocks: Pair | Several) -> tuple[When, ...]:
    """The times that are told in one expression."""
    return clocks.whens if isinstance(clocks, Several) else (clocks.first, clocks.last)


def _lacks_day(clock: When, day: When) -> bool:
    """Whether a bare time of day stands beside what names a day."""
    return fields(clock) == {"clock"} and is_day(fields(day) - FINE, day)


def _on_day(clock: When, day: When) -> When:
    """A bare time of day on the day that the other names, if it does."""
    if not _lacks_day(clock, day):
        return clock
    return msgspec.structs.replace(
        day,
        clock=clock.clock,
        clock_unit=clock.clock_unit,
        zone=clock.zone,
        part=None,
    )


def lend_events(
    text: str, expressions: list[Expression], joints: Joints
) -> list[Expression]:
    """In "ten days before the vote on 5 May 2011" the event dates the day counted.

    In "the year-ago quarter ended Oct. 31" the quarter says of which year the day is.
    """
    lent = list(expressions)
    for at, (first, second) in enumerate(pairwise(expressions)):
        if second.span.start - first.span.end > _EVENT:
            continue
        length, event = first.sense, second.sense
        if not isinstance(event, When):
            continue
        if isinstance(length, When) and length.shift == YEAR_AGO:
            between = text[first.span.end : second.span.start]
            sense = _year_ago(event, between, joints.cues)
            if sense is not None:
                lent[at + 1] = msgspec.structs.replace(second, sense=sense)
        elif isinstance(length, Length):
            sense = _from_event(text, first, second, joints)
            if sense is not None:
                lent[at] = msgspec.structs.replace(first, sense=sense)
    return lent


def _year_ago(end: When, gap: str, cues: Cues) -> When | None:
    """In "the year-ago quarter ended Oct. 31" the day is of the year before."""
    if gap.strip().lower() not in cues["ended"]:
        return None
    if end.day is None or end.year is not None:
        return None
    return msgspec.structs.replace(end, moved=Shift("year", -1))


def _from_event(
    text: str, first: Expression, second: Expression, joints: Joints
) -> When | None:
    """When a length counts from the event that the second expression dates."""
    length, event = first.sense, second.sense
    if not isinstance(length, Length) or not isinstance(event, When):
        return None
    start = first.span.start
    gap = joints.counted.fullmatch(text[first.span.end : second.span.start])
    if gap is None or joints.lasts.search(text[max(0, start - _BEFORE) : start]):
        return None
    back = gap["side"].lower() in joints.cues["before"]
    return _counted(length, event, -1 if back else 1)


def _counted(length: Length, event: When, side: int) -> When | None:
    """The day or year so far from an event that was dated by its day or year."""
    amount = length.amount
    if amount is None or amount != int(amount) or event.shift is not None:
        return None
    said, steps = fields(event) - {"weekday"}, side * int(amount)
    whole = {"month", "day"} <= said <= _DATE or fields(event) == {"weekday"}
    if length.unit in ("day", "week") and whole:
        return msgspec.structs.replace(
            event,
            weekday=None if said else event.weekday,
            moved=Shift(length.unit, steps),
            mod=length.mod,
        )
    if length.unit in ("year", "decade") and event.year is not None and said <= _DATE:
        years = steps * (10 if length.unit == "decade" else 1)
        return When(year=event.year + years, mod=length.mod)
    return None


_DATE = frozenset({"year", "month", "day"})

_BEFORE = 10
"""Characters before a length in which a word may say that it lasts: "for"."""

_EVENT = 60
"""Characters between a length and the date of the event it is counted from."""


def lend_years(
    text: str, expressions: list[Expression], joints: Joints
) -> list[Expression]:
    """In "3 March and 7 April 2011" the year is said once, for both."""
    lent = list(expressions)
    for at in range(len(lent) - 2, -1, -1):
        behind = lent[at + 1]
        if isinstance(behind.sense, Pair):
            behind = msgspec.structs.replace(behind, sense=opening(behind.sense))
        near = near_whens(text, lent[at], behind, _REACH)
        if near is None:
            continue
        first, gap, second = near
        if _borrows(first, second, gap, joints):
            sense = msgspec.structs.replace(first, year=second.year)
            lent[at] = msgspec.structs.replace(lent[at], sense=sense)
        elif _is_named(first, second) and joints.namely.fullmatch(gap):
            lent[at] = msgspec.structs.replace(lent[at], sense=second)
    return lent


_REACH = 32
"""Characters between two expressions that may still say one thing together."""


def _borrows(first: When, second: When, gap: str, joints: Joints) -> bool:
    """Whether the year of the second is that of the first, which said none."""
    if first.month is None or first.year is not None or first.shift is not None:
        return False
    if fields(second) == {"year"}:
        return joints.of_year.fullmatch(gap) is not None  # "a January night in 1947"
    if second.month is None or second.year is None or not joints.listed.fullmatch(gap):
        return False
    if (first.day is None) != (second.day is None):
        return False
    return (first.month, first.day or 0) < (second.month, second.day or 0)


def _is_named(first: When, second: When) -> bool:
    """Whether a date said in full may name a counted one: "two days later, on 7 May"."""
    if first.shift is None or first.shift.base != "previous" or first.part is not None:
        return False
    return None not in (second.year, second.month) and second.shift is None
