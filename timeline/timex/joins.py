"""One expression from two that complete each other: "5 p.m." and "Friday"."""

import re

import msgspec

from timeline.model import Span
from timeline.timex.find import Expression, near_whens
from timeline.timex.joints import Cues, Joints
from timeline.timex.sections import heads_entry, is_heading
from timeline.timex.senses import FINE, When, fields, is_day

_STAMP = re.compile(r"[ \t][-–—|·][ \t]")
"""A mark between a day and its clock time."""

_HALF = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
"""A time of day that says itself which half of the day it is of."""

_ANEW = re.compile(r"\n[ \t]*[A-Z]")
"""Where a sentence begins on a line of its own: "4 May 1801", then "At 4 a.m."."""

_CLOSE = 6
"""Characters between the parts of one time: a comma, "on"."""


def join(text: str, expressions: list[Expression], joints: Joints) -> list[Expression]:
    """The expressions with each that the one before it completes joined to that."""
    joined: list[Expression] = []
    for expression in expressions:
        merged = _joined(text, joined[-1], expression, joints) if joined else None
        if merged is None:
            joined.append(expression)
        else:
            joined[-1] = merged
    return joined


def _joined(
    text: str, first: Expression, second: Expression, joints: Joints
) -> Expression | None:
    """One expression from two that complete each other, or None."""
    near = near_whens(text, first, second, _CLOSE)
    if near is None:
        return None
    a, gap, b = near
    if "\n" in gap and _begins_anew(text, first.span, gap, second.span):
        return None
    stamp = _STAMP.fullmatch(gap) is not None and _is_stamp(a, b)
    completes = joints.joined.fullmatch(gap) and _completes(a, b, gap, joints.cues)
    if not (stamp or completes):
        return None
    span = Span(first.span.start, second.span.end)
    rule = f"{first.rule}+{second.rule}"
    both = _both(a, b)
    if _HALF.search(text, span.start, span.end) is None:
        both = _afternoon(both)
    return Expression(span, rule, both, first.slots + second.slots)


def _is_stamp(a: When, b: When) -> bool:
    """Whether they are those of a message: "Mar 8, 2031 - 06:35"."""
    return is_day(fields(a), a) and a.clock is None and fields(b) == {"clock"}


def _begins_anew(text: str, first: Span, gap: str, second: Span) -> bool:
    """Whether the line end between two parts a date from the log above or below it."""
    is_blank = gap.count("\n") > 1 or _ANEW.search(gap) is not None
    alone = is_heading(text, first) or is_heading(text, second)
    return is_blank or alone or heads_entry(text, second)


def _both(a: When, b: When) -> When:
    """What `b` says added to `a`, with the fields that belong to what it says."""
    said = fields(b)
    changes = {name: getattr(b, name) for name in said}
    if "clock" in said:
        changes |= {"clock_unit": b.clock_unit, "zone": b.zone}
    if "shift" in said or a.toward is None:
        changes |= {"toward": b.toward, "base": b.base}
    changes["crossing"] = b.crossing
    return msgspec.structs.replace(a, **changes, mod=a.mod or b.mod)


_LATE = frozenset({"AF", "EV", "NI"})
"""Parts of the day in which hours under twelve are hours after noon."""


def _afternoon(when: When) -> When:
    """In "4 o'clock on Friday afternoon" the part of the day says which four it is."""
    if when.clock is None or when.part not in _LATE or when.clock >= 12 * 3600:
        return when
    return msgspec.structs.replace(when, clock=when.clock + 12 * 3600)


def _completes(a: When, b: When, gap: str, cues: Cues) -> bool:
    """Whether the two say different parts of one time, in an order people use."""
    said_a, said_b = fields(a), fields(b)
    if said_a & said_b:
        return False
    word = gap.strip(" ,\n").lower()
    if said_a <= FINE and is_day(said_b, b):
        return not word or word in cues["of_day"]
    if is_day(said_a, a) and said_b <= FINE and not said_a & FINE:
        return word in cues["of_clock"] or (
            not word and ("clock" in said_b or "," not in gap)
        )
    if (
        "weekday" in said_a <= {"weekday", "part", "clock"}
        and {"month", "day"} <= said_b
        and b.shift is None
    ):
        return not word or word in cues["of_day"]
    if said_b == {"year"} and {"month", "day", "clock"} <= said_a:
        return gap == " " and "year" not in said_a  # "Mon Mar  3 14:05:00 2031"
    if b.shift is not None and said_b == {"shift"} and "year" not in said_a:
        plain = not word or word in cues["of"]
        return plain and _in_container(said_a, b.shift.unit)
    return False


def _in_container(said: frozenset[str], unit: str) -> bool:
    if unit == "year":
        return (
            bool(said & {"month", "season", "quarter", "half"}) and "shift" not in said
        )
    if unit == "week":
        return said <= {"weekday", "part"} and "weekday" in said
    return False
