"""Put neighbouring expressions together: modifiers, date and time, ranges.

The table's rules find the parts; here "early" joins "March", "5 p.m." joins "Friday",
"May" joins "last year", and "from … to …" makes two dates one range.
"""

import msgspec

from timeline.model import Span
from timeline.timex.find import Expression, Found, Prefixed
from timeline.timex.joins import join
from timeline.timex.joints import Joints
from timeline.timex.lends import lend_days, lend_events, lend_years
from timeline.timex.ranges import ranges, spanning
from timeline.timex.senses import Length, When, fields


def compose(text: str, found: Found, joints: Joints) -> tuple[Expression, ...]:
    """The expressions of a text with their modifiers and neighbours joined, in order."""
    modified = _modify(text, found.expressions, found.prefixes)
    joined = lend_days(text, join(text, modified, joints), joints)
    dated = lend_events(text, lend_years(text, joined, joints), joints)
    return ranges(text, [spanning(text, e, joints) for e in dated], joints)


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
        before = by_end.get(end, [])
        if text[start - 1 : start] == "~":
            about = Span(start - 1, start)
            before = [Prefixed(about, "APPROX", ("DURATION", "TIME", "YEAR", "DATE"))]
        fitting = [p for p in before if _takes(expression, p)]
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
    if sense.year is not None and not fields(sense) - {"year"} and "YEAR" in prefix.on:
        return True
    return "DATE" in prefix.on and sense.part is None
