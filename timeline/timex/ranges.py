"""Two ends that make one range: "from May 3 to May 5"."""

from itertools import pairwise

import msgspec

from timeline.model import Span
from timeline.timex.find import Expression, near_whens
from timeline.timex.joints import Joints
from timeline.timex.lends import same_day
from timeline.timex.senses import FINE, Pair, Shift, When, fields, is_day

_BETWEEN_ENDS = 28
"""Characters between the ends of a range: "and continuing through" and some blanks."""

_LEAD = 16
"""Characters before it in which "from" or "beginning on" stands."""


def ranges(
    text: str, expressions: list[Expression], joints: Joints
) -> tuple[Expression, ...]:
    """Replace the two ends of a range by one expression that holds both."""
    out: list[Expression] = []
    taken = False
    for first, second in pairwise([*expressions, None]):
        if taken:
            taken = False
            continue
        assert first is not None
        ranged = _ranged(text, first, second, joints) if second else None
        taken = ranged is not None
        out.append(ranged or first)
    return tuple(out)


def _ranged(
    text: str, first: Expression, second: Expression, joints: Joints
) -> Expression | None:
    near = near_whens(text, first, second, _BETWEEN_ENDS)
    if near is None:
        return None
    a, between, b = near
    cues = joints.cues
    gap = joints.ranged.fullmatch(between)
    if not gap:
        return None
    mixed = _fineness(a) != _fineness(b)
    if mixed and not (_names_day(a) and _names_day(b)):
        return None
    if not gap["word"] and fields(a) - {"year"} != fields(b) - {"year"}:
        return None
    lead = joints.lead.search(text[max(0, first.span.start - _LEAD) : first.span.start])
    word = (gap["word"] or "-").lower()
    led = (lead["word"] or "").lower() if lead is not None else ""
    if lead is not None and (led in cues["between"]) != (word in cues["and_end"]):
        return None
    clocked = "clock" in (_fineness(a), _fineness(b))
    if mixed and (led not in cues["from"] or not gap["word"]):
        return None
    if lead is None and (word in cues["needs_lead"] or clocked):
        return None
    if lead is None and fields(a) != fields(b) and _is_on(text, first, joints):
        return None  # "Was moved on Monday to 20 May"
    b = _same_year(a, b)
    spans = (("first", first.span), ("last", second.span))
    span = Span(first.span.start, second.span.end)
    a = _same_week(same_day(text[first.span.start : first.span.end], a, b), b)
    pair = Pair(a, _day_goes_on(a, b))
    return Expression(span, f"{first.rule}…{second.rule}", pair, spans)


def _names_day(when: When) -> bool:
    """Whether it is a day, or a time of a day that it names."""
    said = fields(when)
    return is_day(said - FINE, when) or is_day(said, when)


def _is_on(text: str, first: Expression, joints: Joints) -> bool:
    """Whether "on" stands before an expression."""
    before = text[max(0, first.span.start - _LEAD) : first.span.start].split()
    return bool(before) and before[-1].lower() in joints.cues["on_day"]


def _day_goes_on(first: When, last: When) -> When:
    """In "from 10 p.m. on Monday to 2 a.m." the day is said once, and turns at midnight."""
    if last.clock is None or first.clock is None or fields(last) != {"clock"}:
        return last
    if first.moved is not None or not is_day(fields(first) - FINE, first):
        return last
    turns = last.clock <= first.clock
    return msgspec.structs.replace(
        first,
        clock=last.clock,
        clock_unit=last.clock_unit,
        part=None,
        moved=Shift("day", 1) if turns else None,
    )


def _same_year(first: When, last: When) -> When:
    """In "from 30 December 2010 to 2 January" the year is said once, at the start."""
    months = first.month, last.month
    if first.year is None or None in months or last.year is not None or last.shift:
        return last
    begins, ends = first.month or 0, last.month or 0
    return msgspec.structs.replace(last, year=first.year + (ends < begins))


def _same_week(first: When, last: When) -> When:
    """In "Wednesday to Friday last week" the week is said once, at the end."""
    if fields(first) != {"weekday"} or not _is_of_week(last):
        return first
    return msgspec.structs.replace(last, weekday=first.weekday)


def _is_of_week(when: When) -> bool:
    """Whether this is a weekday of "last week"."""
    shift = when.shift
    return when.weekday is not None and shift is not None and shift.unit == "week"


def _fineness(when: When) -> str:
    said = fields(when)
    for name in ("clock", "part"):
        if name in said:
            return "clock"
    if is_day(said, when) or _is_of_week(when):
        return "day"
    return next(
        (n for n in ("month", "season", "quarter", "half", "year") if n in said),
        "other",
    )


def spanning(text: str, expression: Expression, joints: Joints) -> Expression:
    """In "Between March 3 and 5" is a range; "on March 3 and 5" two days."""
    sense = expression.sense
    start = expression.span.start
    if (
        isinstance(sense, Pair)
        and sense.listed
        and joints.between.search(text[max(0, start - 10) : start])
    ):
        return msgspec.structs.replace(expression, sense=Pair(sense.first, sense.last))
    return expression
