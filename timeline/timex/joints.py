"""What may stand between and before expressions that belong together, as patterns.

The words are those of the language table; blanks, commas, dashes and brackets are here.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

Cues = Mapping[str, frozenset[str]]


class Joints(Struct, frozen=True):
    """Patterns for the gaps between two expressions, and for what stands before one.

    `joined` lies between parts of one time, `ranged` between the ends of a range,
    `listed` between items, `of_year` between a month and its year, `namely` before a date
    that names a counted one, `closes` between a bracket and the day of the clocks in and
    before it. `between` and `lead` end before a range. `counted` lies between a length and
    the date of the event that it is counted from ("ten days before the vote on"), and
    `lasts` ends before a length that lasts.
    """

    cues: Cues
    joined: re.Pattern[str]
    ranged: re.Pattern[str]
    listed: re.Pattern[str]
    of_year: re.Pattern[str]
    namely: re.Pattern[str]
    closes: re.Pattern[str]
    between: re.Pattern[str]
    lead: re.Pattern[str]
    counted: re.Pattern[str]
    lasts: re.Pattern[str]


def joints(cues: Cues) -> Joints:
    """The patterns of a language."""

    def words(*names: str) -> str:
        return _any(word for name in names for word in cues[name])

    def made(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    the = rf"(?:{words('the')}\s+)?"
    return Joints(
        cues,
        joined=made(rf"\s*,?\s+(?:{words('of_day', 'of_clock')}\s+)?|\s*,\s*|-"),
        ranged=made(
            rf"\s+(?:{words('goes_on')}\s+)?(?P<word>{words('to_end', 'and_end')})\s+"
            r"|\s?[-–]\s?"
        ),
        listed=made(rf"\s*(?:,|,?\s*{words('lists')}|/)\s*"),
        of_year=made(rf"(?:\s[^\W\d_]{{1,12}}){{0,2}}\s{words('of_year')}\s"),
        namely=made(rf",\s{words('namely')}\s{the}"),
        closes=made(rf"\)?,?\s?(?:{words('on_day')}\s)?"),
        between=made(rf"\b{words('between')}\s+$"),
        counted=made(
            rf"\s(?P<side>{words('beside')})"
            rf"(?:(?:\s[^\W\d_]+){{1,6}}\s{words('dates_event')}|\s{words('the')})?\s"
        ),
        lasts=made(rf"\b{words('takes_units')}\s+$"),
        lead=made(
            rf"\b(?P<word>{words('from', 'between')})\s+{the}$"
            rf"|\b(?P<begun>{words('begun')})\s+(?:{words('namely')}\s+)?{the}$"
        ),
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(set(words)))) + ")"
