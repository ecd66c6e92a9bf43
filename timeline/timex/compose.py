"""Put neighbouring expressions together: modifiers, date and time, ranges.

The table's rules find the parts; here "early" joins "March", "5 p.m." joins "Friday",
"May" joins "last year", and "from … to …" makes two dates one range.
"""

import re
from itertools import pairwise

import msgspec

from timeline.model import Span
from timeline.timex.find import Expression, Found, Prefixed
from timeline.timex.senses import Length, Pair, Sense, When

_JOINT = re.compile(r"\s*,?\s+(?:(?:on|of|at|in)\s+)?|\s*,\s*|-", re.IGNORECASE)
_RANGE = re.compile(
    r"\s+(?P<word>to|until|till|through|and)\s+|\s?[-–]\s?", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or)|/)\s*", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?:\s[^\W\d_]{1,12}){0,2}\s(?:in|of)\s", re.IGNORECASE)
_NAMELY = re.compile(r",\s(?:in|on)\s(?:the\s)?", re.IGNORECASE)
_REACH = 32
"""Characters between two expressions that may still say one thing together."""

_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_LEAD = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)


def compose(text: str, found: Found) -> tuple[Expression, ...]:
    """The expressions of a text with their modifiers and neighbours joined, in order."""
    modified = _modify(text, found.expressions, found.prefixes)
    joined = _lend_years(text, _lend_days(text, _join(text, modified)))
    return _ranges(text, [_spanning(text, e) for e in joined])


_OPENS, _CLOSES = re.compile(r"\s?\("), re.compile(r"\)?,?\s?(?:on\s)?")


_BRACKET = 6
"""Characters of a bracket between two expressions, with its blanks and "on"."""


def _lend_days(text: str, expressions: list[Expression]) -> list[Expression]:
    """In "at 10:35 a.m. (0735 GMT) Friday" the day is said once, for both clocks."""
    lent = list(expressions)
    for at in range(len(lent) - 2, -1, -1):
        first, second = lent[at], lent[at + 1]
        if second.span.start - first.span.end > _BRACKET:
            continue
        gap = text[first.span.end : second.span.start]
        opens = _OPENS.fullmatch(gap)
        closes = gap.startswith(")") and _CLOSES.fullmatch(gap)
        if opens or closes:
            sense = _on_day(first.sense, second.sense)
            lent[at] = msgspec.structs.replace(first, sense=sense)
    return lent


def _on_day(first: Sense, second: Sense) -> Sense:
    """A bare time of day on the day that the second sense names, if it does."""
    if not isinstance(first, When) or not isinstance(second, When):
        return first
    if _fields(first) != {"clock"} or not _is_day(_fields(second) - _FINE, second):
        return first
    return msgspec.structs.replace(
        second,
        clock=first.clock,
        clock_unit=first.clock_unit,
        zone=first.zone,
        part=None,
    )


def _lend_years(text: str, expressions: list[Expression]) -> list[Expression]:
    """In "3 March and 7 April 2011" the year is said once, for both."""
    lent = list(expressions)
    for at in range(len(lent) - 2, -1, -1):
        first, second = lent[at].sense, lent[at + 1].sense
        if lent[at + 1].span.start - lent[at].span.end > _REACH:
            continue
        if not isinstance(first, When) or not isinstance(second, When):
            continue
        gap = text[lent[at].span.end : lent[at + 1].span.start]
        if _borrows(first, second, gap):
            sense = msgspec.structs.replace(first, year=second.year)
            lent[at] = msgspec.structs.replace(lent[at], sense=sense)
        elif _is_named(first, second) and _NAMELY.fullmatch(gap):
            lent[at] = msgspec.structs.replace(lent[at], sense=second)
    return lent


def _borrows(first: When, second: When, gap: str) -> bool:
    """Whether the year of the second is that of the first, which said none."""
    if first.month is None or first.year is not None or first.shift is not None:
        return False
    if _fields(second) == {"year"}:
        return _OF_YEAR.fullmatch(gap) is not None  # "a January night in 1947"
    if second.month is None or second.year is None or not _LIST.fullmatch(gap):
        return False
    if (first.day is None) != (second.day is None):
        return False
    return (first.month, first.day or 0) < (second.month, second.day or 0)


def _is_named(first: When, second: When) -> bool:
    """Whether a date said in full may name a counted one: "two days later, on 7 May"."""
    if first.shift is None or first.shift.base != "previous" or first.part is not None:
        return False
    return None not in (second.year, second.month) and second.shift is None


def _spanning(text: str, expression: Expression) -> Expression:
    """In "Between March 3 and 5" is a range; "on March 3 and 5" two days."""
    sense = expression.sense
    start = expression.span.start
    if (
        isinstance(sense, Pair)
        and sense.listed
        and _BETWEEN.search(text[max(0, start - 10) : start])
    ):
        return msgspec.structs.replace(expression, sense=Pair(sense.first, sense.last))
    return expression


def _modify(
    text: str, expressions: tuple[Expression, ...], prefixes: tuple[Prefixed, ...]
) -> list[Expression]:
    by_end: dict[int, list[Prefixed]] = {}
    for prefix in prefixes:
        by_end.setdefault(prefix.span.end, []).append(prefix)
    modified: list[Expression] = []
    for expression in expressions:
        start = expression.span.start
        end = start - 1 if text[start - 1 : start] in (" ", "-", "\n") else start
        fitting = [p for p in by_end.get(end, []) if _takes(expression, p)]
        if not fitting or not start:
            modified.append(expression)
            continue
        # In "the late-November trip" the article belongs to the trip.
        prefix = fitting[-1 if text[start - 1] == "-" else 0]
        if modified and modified[-1].span.end > prefix.span.start:
            modified.pop()  # "last week" in "the last week of August"
        modified.append(_prefixed(expression, prefix))
    return modified


_OF_POINTS = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
"""Mods of a length before "ago", as mods of the point it leads to (TIMEX3 mod table)."""


def _prefixed(expression: Expression, prefix: Prefixed) -> Expression:
    is_point = isinstance(expression.sense, When)
    mod = _OF_POINTS.get(prefix.mod, prefix.mod) if is_point else prefix.mod
    sense = msgspec.structs.replace(expression.sense, mod=mod)
    span = Span(prefix.span.start, expression.span.end)
    return msgspec.structs.replace(expression, span=span, sense=sense)


def _takes(expression: Expression, prefix: Prefixed) -> bool:
    sense = expression.sense
    if isinstance(sense, Length):
        return "DURATION" in prefix.on and sense.mod is None and not sense.framed
    if not isinstance(sense, When) or sense.mod is not None:
        return False
    if sense.clock is not None:
        return "TIME" in prefix.on
    if sense.shift is not None and expression.rule == "ago":
        return "AGO" in prefix.on
    if sense.year is not None and not _fields(sense) - {"year"} and "YEAR" in prefix.on:
        return True
    return "DATE" in prefix.on and sense.part is None


_FINE = frozenset({"clock", "part"})
_DAYLIKE = frozenset({"day", "weekday", "holiday"})


def _fields(when: When) -> set[str]:
    """The names of the fields that were said."""
    found = {
        name
        for name in (
            "year", "month", "day", "weekday", "season", "quarter", "half", "decade", "century",
            "part", "clock", "shift", "holiday", "week",
        )
        if getattr(when, name) is not None
    }  # fmt: skip
    return found | ({"weekend"} if when.weekend else set())


def _is_day(fields: set[str], when: When) -> bool:
    if when.shift is not None:
        return when.shift.unit == "day" and not fields - {"shift", "part"}
    return bool(fields & _DAYLIKE)


def _join(text: str, expressions: list[Expression]) -> list[Expression]:
    joined: list[Expression] = []
    for expression in expressions:
        merged = _joined(text, joined[-1], expression) if joined else None
        if merged is None:
            joined.append(expression)
        else:
            joined[-1] = merged
    return joined


_CLOSE = 6
"""Characters between the parts of one time: a comma, "on"."""


def _joined(text: str, first: Expression, second: Expression) -> Expression | None:
    """One expression from two that complete each other, or None."""
    a, b = first.sense, second.sense
    if second.span.start - first.span.end > _CLOSE:
        return None
    if not isinstance(a, When) or not isinstance(b, When):
        return None
    gap = text[first.span.end : second.span.start]
    if not _JOINT.fullmatch(gap):
        return None
    said_a, said_b = _fields(a), _fields(b)
    if not _completes(a, said_a, b, said_b, gap):
        return None
    changes = {name: getattr(b, name) for name in said_b}
    for name in ("clock_unit", "zone", "toward", "base", "crossing"):
        if name in ("clock_unit", "zone") and "clock" not in said_b:
            continue
        if (
            name in ("toward", "base")
            and "shift" not in said_b
            and a.toward is not None
        ):
            continue
        changes[name] = getattr(b, name)
    sense = _afternoon(msgspec.structs.replace(a, **changes, mod=a.mod or b.mod))
    span = Span(first.span.start, second.span.end)
    rule = f"{first.rule}+{second.rule}"
    return Expression(span, rule, sense, first.slots + second.slots)


_LATE = frozenset({"AF", "EV", "NI"})
"""Parts of the day in which hours under twelve are hours after noon."""


def _afternoon(when: When) -> When:
    """In "4 o'clock on Friday afternoon" the part of the day says which four it is."""
    if when.clock is None or when.part not in _LATE or when.clock >= 12 * 3600:
        return when
    return msgspec.structs.replace(when, clock=when.clock + 12 * 3600)


def _completes(a: When, said_a: set[str], b: When, said_b: set[str], gap: str) -> bool:
    """Whether the two say different parts of one time, in an order people use."""
    if said_a & said_b:
        return False
    word = gap.strip(" ,\n").lower()
    if said_a <= _FINE and _is_day(said_b, b):
        return word in ("", "on", "of")
    if _is_day(said_a, a) and said_b <= _FINE and not said_a & _FINE:
        return word in ("", "at", "in") and (
            word != "" or "clock" in said_b or "," not in gap
        )
    if (
        "weekday" in said_a <= {"weekday", "part"}
        and {"month", "day"} <= said_b
        and b.shift is None
    ):
        return word in ("", "of", "on")
    if b.shift is not None and said_b == {"shift"} and "year" not in said_a:
        return _in_container(said_a, b.shift.unit, word)
    return False


def _in_container(said: set[str], unit: str, word: str) -> bool:
    if word not in ("", "of"):
        return False
    if unit == "year":
        return (
            bool(said & {"month", "season", "quarter", "half"}) and "shift" not in said
        )
    if unit == "week":
        return said <= {"weekday", "part"} and "weekday" in said
    return False


def _ranges(text: str, expressions: list[Expression]) -> tuple[Expression, ...]:
    """Replace the two ends of a range by one expression that holds both."""
    out: list[Expression] = []
    taken = False
    for first, second in pairwise([*expressions, None]):
        if taken:
            taken = False
            continue
        assert first is not None
        ranged = _ranged(text, first, second) if second else None
        taken = ranged is not None
        out.append(ranged or first)
    return tuple(out)


_BETWEEN_ENDS = 16
"""Characters between the ends of a range: "through" and some blanks."""


def _ranged(text: str, first: Expression, second: Expression) -> Expression | None:
    a, b = first.sense, second.sense
    if second.span.start - first.span.end > _BETWEEN_ENDS:
        return None
    if not isinstance(a, When) or not isinstance(b, When):
        return None
    gap = _RANGE.fullmatch(text[first.span.end : second.span.start])
    if not gap or _fineness(a) != _fineness(b):
        return None
    if not gap["word"] and _fields(a) - {"year"} != _fields(b) - {"year"}:
        return None
    lead = _LEAD.search(text[max(0, first.span.start - 12) : first.span.start])
    word = (gap["word"] or "-").lower()
    fits = {"between": ("and",), "from": ("to", "until", "till", "through", "-")}
    if lead is not None and word not in fits[lead["word"].lower()]:
        return None
    if lead is None and (word in ("and", "until", "till") or _fineness(a) == "clock"):
        return None
    spans = (("first", first.span), ("last", second.span))
    span = Span(first.span.start, second.span.end)
    a = _same_day(text[first.span.start : first.span.end], a, b)
    return Expression(span, f"{first.rule}…{second.rule}", Pair(a, b), spans)


def _same_day(written: str, first: When, last: When) -> When:
    """In "from 3:30 to 5 p.m. on Monday" day and half of the day are said once, at the end."""
    if _fields(first) != {"clock"} or last.clock is None or first.clock is None:
        return first
    is_bare = not any(c.isalpha() for c in written)
    later = first.clock + 12 * 3600
    clock = later if is_bare and later < last.clock else first.clock
    return msgspec.structs.replace(last, clock=clock, clock_unit=first.clock_unit)


def _fineness(when: When) -> str:
    said = _fields(when)
    for name in ("clock", "part"):
        if name in said:
            return "clock"
    if _is_day(said, when):
        return "day"
    return next(
        (n for n in ("month", "season", "quarter", "half", "year") if n in said),
        "other",
    )
