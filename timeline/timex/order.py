"""Day first or month first? A vote of the whole text, never a guess per string."""

from itertools import pairwise

from msgspec import Struct

from timeline import civil
from timeline.model import Span
from timeline.timex.find import Expression
from timeline.timex.senses import When

FIGURES = 10
"""A date in figures that can be read one way only outweighs this many spelt-out dates."""


_MONTH_FIRST = frozenset("EST EDT CST CDT MST MDT PST PDT ET CT MT PT".split())
"""Zones of a country that writes the month first."""


_STEPS = 2
"""From one entry to the next, by which the order of entries is told."""


ORDERS = ("dmy", "mdy")
"""What the options call day first and month first."""


class Vote(Struct, frozen=True):
    """How figures are read, and an example where nothing in the text settles it."""

    day_first: bool
    tie: Span | None = None


def vote(
    text: str,
    expressions: tuple[Expression, ...],
    today: int | None,
    date_order: str = "auto",
) -> Vote:
    """Settle the order for a text. Figures over 12 decide, then how dates are spelt out.

    Where both are silent, and `today` is the day of the document, the reading with fewer
    dates after that day is taken; it stays a tie.
    """
    ambiguous = [e.span for e in expressions if _is_open(e)]
    if date_order != "auto":
        return Vote(date_order == "dmy")
    if not ambiguous:
        return Vote(True)
    day_first = sum(_leans(text, expression) for expression in expressions)
    if day_first:
        return Vote(day_first > 0)
    later = _later(expressions, today) if today is not None else 0
    return Vote(later <= 0, ambiguous[0])


def leaning(text: str, expressions: tuple[Expression, ...]) -> tuple[int, str]:
    """How much a text leans: positive for day first, `FIGURES` or more where figures show
    it. With those that do, "" where none does."""
    leans = [(_leans(text, one), one.span) for one in expressions]
    shows = (text[s.start : s.end] for lean, s in leans if abs(lean) >= FIGURES)
    return sum(lean for lean, _ in leans), next(shows, "")


def asks(expressions: tuple[Expression, ...]) -> bool:
    """Whether there are figures that may be read either way."""
    return any(map(_is_open, expressions))


def entries_go(expressions: tuple[Expression, ...], heads: frozenset[int]) -> int:
    """Which way entries with days of no year run: 1 onward, -1 back, 0 where it is open.

    Those that run onward fall once a year: "30 Dec.", "6 Jan.".
    """
    senses = [e.sense for e in expressions if e.span.start in heads]
    days = [
        (s.month, s.day)
        for s in senses
        if isinstance(s, When) and s.year is None and s.month and s.day
    ]
    steps = [(b > a) - (b < a) for a, b in pairwise(days)]
    if len(steps) < _STEPS:
        return 0
    return (steps.count(1) > steps.count(-1)) - (steps.count(1) < steps.count(-1))


def _later(expressions: tuple[Expression, ...], today: int) -> int:
    """How many more dates would lie ahead with the day first than with the month first."""
    later = 0
    for expression in expressions:
        sense = expression.sense
        if not isinstance(sense, When) or not _is_open(expression):
            continue
        if sense.year is not None and sense.month and sense.day:
            later += civil.days(sense.year, sense.day, sense.month) > today
            later -= civil.days(sense.year, sense.month, sense.day) > today
    return later


def _is_open(expression: Expression) -> bool:
    sense = expression.sense
    return isinstance(sense, When) and sense.mod == "ORDER" and sense.month != sense.day


def _leans(text: str, expression: Expression) -> int:
    """Positive for day first. A number above 12 weighs more than a spelt-out date."""
    sense, rule = expression.sense, expression.rule
    if not isinstance(sense, When):
        return 0
    if sense.zone in _MONTH_FIRST:
        return -FIGURES
    if sense.day is None:
        return 0
    if rule.startswith(("numeric-date", "numeric-short", "numeric-day")):
        if "." in text[expression.span.start : expression.span.end]:
            return FIGURES  # Nobody writes the month first with full stops.
        return 0 if sense.mod == "ORDER" else _figures(text, expression.span)
    if rule.startswith("date-day-month"):
        return 1
    return -1 if rule.startswith("date-month-day") else 0


def _figures(text: str, span: Span) -> int:
    """A number above 12 is the day, and shows by its place which order is used."""
    first = text[span.start : span.start + 2]
    return FIGURES if first.isdigit() and int(first) > 12 else -FIGURES
