"""The day of a feast in a year, from the notation of the language tables.

`12-25` is fixed, `02-last` the last day of a month, `easter-2` counts from Western Easter,
`11/3#4` is the fourth (`#-1` the last) weekday 3 (Thursday) of November, `+1` the day after it.
"""

import re

from timeline import civil

_NOTATION = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d|last)|easter(?P<offset>[+-]\d+)?"
    r"|(?P<of>\d\d)/(?P<weekday>\d)#(?P<nth>-?\d)(?P<plus>\+\d)?"
)


def holiday(notation: str, year: int) -> int:
    """Day number of the feast. ValueError if the notation is none of these."""
    found = _NOTATION.fullmatch(notation)
    if not found:
        raise ValueError(f"not a feast: {notation!r}")
    if found["month"]:
        month = int(found["month"])
        last = civil.month_length(year, month)
        day = last if found["day"] == "last" else int(found["day"])
        return civil.days(year, month, day)
    if found["of"]:
        day = _nth(year, int(found["of"]), int(found["weekday"]), int(found["nth"]))
        return day + int(found["plus"] or 0)
    return civil.easter(year) + int(found["offset"] or 0)


def _nth(year: int, month: int, weekday: int, nth: int) -> int:
    if nth < 0:
        last = civil.days(year, month, civil.month_length(year, month))
        return last - (civil.weekday(last) - weekday) % 7
    first = civil.days(year, month)
    return first + (weekday - civil.weekday(first)) % 7 + 7 * (nth - 1)
