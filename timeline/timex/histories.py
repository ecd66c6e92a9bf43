"""Which texts tell history: their dates follow the story, not the day of writing."""

from collections import Counter
from collections.abc import Iterable

from timeline import civil
from timeline.civil import DAY
from timeline.model import TimeValue
from timeline.timex.find import Expression
from timeline.timex.senses import Pair, When

AGAINST = 3
"""Years that outweigh a weekday or a "yesterday"."""

MIN_YEARS = 5
"""Fewer full years than this say nothing about the kind of text."""


def tells_history(expressions: tuple[Expression, ...], dct: TimeValue | None) -> bool:
    """Whether the text tells history: most of its years lie well before its own date."""
    senses = [expression.sense for expression in expressions]
    ends = [(s.first, s.last) if isinstance(s, Pair) else (s,) for s in senses]
    return are_history((w for pair in ends for w in pair if isinstance(w, When)), dct)


def _is_deictic(when: When) -> bool:
    """Whether a time is named by where it lies from the day of writing."""
    weekday = when.weekday is not None and when.day is None
    return weekday or (when.shift is not None and when.shift.base == "dct")


def are_history(
    whens: Iterable[When], dct: TimeValue | None, against_head: int = AGAINST
) -> bool:
    """Whether they are those of a history.

    News names years too, but beside them weekdays, "yesterday" and "last week", which
    histories lack. `against_head` are the years that outweigh each of these where one
    stands before all years.
    """
    years: Counter[int] = Counter()
    deictic, leads = 0, False
    for when in whens:
        if when.year is not None:
            years[when.year] += 1
        elif _is_deictic(when):
            leads = leads or not years
            deictic += 1
    total = years.total()
    if total < MIN_YEARS or total <= (against_head if leads else AGAINST) * deictic:
        return False
    if dct is None:
        return True
    own = civil.ymd(dct.start // DAY)[0]
    return sum(n for year, n in years.items() if year < own) > 0.75 * total
