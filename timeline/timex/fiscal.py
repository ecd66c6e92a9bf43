"""Quarters of a business year, which end in whatever month the text says.

"The fourth quarter ended Sept. 30" keeps its number in its value and lies from July to
September.
"""

import msgspec

from timeline import civil
from timeline.timex import spans
from timeline.timex.find import Expression
from timeline.timex.place import place
from timeline.timex.scene import Placed, Scene
from timeline.timex.senses import YEAR_AGO, When
from timeline.timex.spans import Unit
from timeline.timex.story import Story

GAP = 10
"""Characters between a quarter and the day of its end: "ended"."""

_REPORTED = 92
"""Days after its end in which a quarter is reported."""

_OPEN = 15
"""A quarter that ends in the first days of a month is over with the month before."""


def ended(expression: Expression, after: Expression, scene: Scene) -> Expression:
    """The expression, with the month in which its quarter ended where that is said next."""
    sense, end = expression.sense, after.sense
    if not isinstance(sense, When) or not _is_quarter(sense):
        return expression
    gap = scene.text[expression.span.end : after.span.start]
    if gap.strip().lower() not in scene.lexicon.cues["ended"]:
        return expression
    if not isinstance(end, When) or end.month is None:
        return expression
    unit = place(end, after.span, scene).unit
    if unit is None:
        return expression
    sense = msgspec.structs.replace(sense, ended=_month(unit))
    return msgspec.structs.replace(expression, sense=sense)


def _is_quarter(when: When) -> bool:
    is_reported = when.shift is not None and when.shift.unit == "quarter"
    return bool(when.quarter) or (is_reported and when.shift != YEAR_AGO)


def _is_fiscal(reported: Unit, story: Story) -> bool:
    """Whether the quarter reported is, by the calendar, not the one just over."""
    if story.dct is None or story.reported.quarter is None:
        return False
    return not 0 < story.dct - reported.last <= _REPORTED


def _month(unit: Unit) -> int:
    """The month that ends with a unit, counted from year 0."""
    year, month, day = civil.ymd(unit.last)
    return 12 * year + month - 1 - (day <= _OPEN)


def placed_by_end(placed: Placed, when: When, month: int, scene: Scene) -> Placed:
    """The three months up to the one said, with the number said.

    Without one it is that of the quarter reported, where that must be of a business year,
    else the calendar quarter of most of the three.
    """
    if placed.unit and (when.quarter or _is_fiscal(placed.unit, scene.story)):
        year, number = spans.numbers(placed.unit)
    else:
        year, number = (month - 1) // 12, (month - 1) % 12 // 3 + 1
    unit = spans.quarter(year, number, month - (12 * year + 3 * number - 1))
    return msgspec.structs.replace(placed, value=unit.value, unit=unit)
