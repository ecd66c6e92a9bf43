"""How the dated documents of a folder speak of days, which the undated will do alike.

One paper says "on Friday" on that very Friday, another says "today" then and means by
"Friday" a day two or three days back; one begins each report with its date, another
names only old dates. The tables here are what news does on the whole (shares counted
over news of six kinds, in four languages); each folder's own counts are added to them.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from timeline import civil
from timeline.dct.inferred.clues import Clues, Said, Says, month_day


class Named(StrEnum):
    """How a date is said."""

    PLAIN = "plain"
    WITH_WEEKDAY = "with weekday"
    WITH_YEAR = "with year"


ALONE = (0.20, 0.27, 0.22, 0.19, 0.05, 0.04, 0.03)
"""Share of texts whose only past weekday is their own day, the day before, …"""

LATEST_OF = (0.45, 0.25, 0.16, 0.10, 0.02, 0.01, 0.01)
"""The same of the latest weekday in texts with several: who tells the course of things
tells it up to now."""

GAPS = (0.42, 0.21, 0.16, 0.10, 0.06, 0.05)
"""Share of the other weekdays that lie 1, 2, … days before the latest."""

AHEAD = (0.27, 0.19, 0.15, 0.12, 0.10, 0.07, 0.10)
"""Share of coming weekdays that lie 0, 1, … days after the document's day."""

LAGS = (-1, 0, 1, 7, 31, 366)
"""Ends of the classes of how many days a date lies before the document's day: after it,
that day, the day before, the week, the month, the year, and longer ago."""

WIDTHS = (200, 1, 1, 6, 24, 300, 3000)
"""Days over which the dates of a class are spread."""

FIRST = {
    Named.PLAIN: (0.24, 0.11, 0.06, 0.12, 0.25, 0.19, 0.03),
    Named.WITH_WEEKDAY: (0.24, 0.33, 0.08, 0.21, 0.07, 0.03, 0.04),
    Named.WITH_YEAR: (0.13, 0.16, 0.05, 0.08, 0.12, 0.08, 0.38),
}
"""Share of each class among the first dates that documents say, by how they are said:
"Monday 5 May" is of these days, "5 May 2022" is most often history."""

LATEST = (0.15, 0.10, 0.05, 0.20, 0.30, 0.15, 0.05)
"""As `FIRST`, for the latest of the other dates that is not after the document."""

MONTHS = (0.07, 0.17, 0.21, 0.13, 0.05, 0.07, 0.07, 0.04, 0.05, 0.05, 0.05, 0.04)
"""Share of bare months that are the document's own, the one before, … 11 before."""

COMING = (0.03, 0.18, 0.22, 0.10, 0.16, 0.14, 0.05, 0.04, 0.02, 0.02, 0.02, 0.02)
"""Share of bare months told of as to come that are the own, the next, … 11 after."""

STRENGTH = 3
"""Documents of the folder that weigh as much as a general table."""

AGREEING = 6
"""Years looked through, each way, for one in which a weekday and a date agree."""

OLD = 7
"""A date said by documents that are all more days away than this is history."""

HISTORIC = 0.3
STRAY = 0.001
"""Chances of a date that has to do with history, or with nothing (a date of birth)."""


class Habits(Struct, frozen=True):
    """Chances. `alone` and `latest` are by days back from the document's day to the only
    weekday it names, or the latest of several; `dates` by class; `published` is the log
    of the chance of each weekday. `history` counts documents by month and day of old
    dates they name, among `dated`.
    """

    alone: tuple[float, ...]
    latest: tuple[float, ...]
    dates: Mapping[Named, tuple[float, ...]]
    published: tuple[float, ...]
    history: dict[tuple[int, int], int]
    dated: int


def habits(documents: Sequence[tuple[int, Clues]]) -> Habits:
    """What documents, each with its day, tell of how their folder speaks."""
    alone, latest = _general(ALONE), _general(LATEST_OF)
    dates = {named: _general(table) for named, table in FIRST.items()}
    published = [1.0] * 7
    history: Counter[tuple[int, int]] = Counter()
    dated = 0
    for day, clues in documents:
        published[civil.weekday(day)] += 1
        past = weekdays(clues.said)
        if past:
            # A paper that says "today" never names its own day, be it with others or not.
            back = min((civil.weekday(day) - weekday) % 7 for weekday in past)
            alone[back] += 1
            latest[back] += 1
        said = [one for one in in_order(clues.said) if one.says is Says.DATE]
        if said:
            dated += 1
            dates[named(said[0])][lag_class(day - said[0].number)] += 1
            old = {s.number for s in said if abs(day - s.number) > OLD}
            history.update({civil.ymd(d)[1:] for d in old})
    return Habits(
        _shares(alone), _shares(latest),
        {named: _shares(counts) for named, counts in dates.items()},
        tuple(math.log(share) for share in _shares(published)), dict(history), dated,
    )  # fmt: skip


def weekdays(said: Sequence[Said]) -> list[int]:
    """Past weekdays, each once, in order of the text."""
    past = (s.number for s in said if s.says is Says.WEEKDAY and not s.ahead)
    return list(dict.fromkeys(past))


def coming(said: Sequence[Said]) -> list[int]:
    """Weekdays that lie ahead, each once, in order of the text."""
    ahead = (s.number for s in said if s.says is Says.WEEKDAY and s.ahead)
    return list(dict.fromkeys(ahead))


def in_order(said: Iterable[Said]) -> list[Said]:
    """Dates with their weekday beside them first: who writes "Monday 5 May" means one of
    the days around."""
    return sorted(said, key=lambda one: one.weekday is None)


def named(said: Said) -> Named:
    """How a DATE or MONTH_DAY is said; of a dated document, every date has a year."""
    if said.weekday is not None:
        return Named.WITH_WEEKDAY
    is_full = said.says is Says.DATE and str(civil.ymd(said.number)[0]) in said.text
    return Named.WITH_YEAR if is_full else Named.PLAIN


def lag_class(lag: int) -> int:
    """The class of a date that many days before the document's day."""
    return next((n for n, end in enumerate(LAGS) if lag <= end), len(LAGS))


def nearest(said: Said, day: int) -> int | None:
    """The day that a date means in a document of a day; None if no year near has it.

    A date with its weekday is of a year in which they agree, if there is one near.
    """
    if said.says is Says.DATE:
        return said.number
    year = civil.ymd(day)[0]
    days = _of_years(said, range(year - 1, year + 2))
    if said.weekday is not None:
        years = range(year - AGREEING, year + AGREEING + 1)
        agree = [d for d in _of_years(said, years) if civil.weekday(d) == said.weekday]
        days = agree or days
    return min(days, key=lambda d: abs(d - day), default=None)


def _of_years(said: Said, years: Iterable[int]) -> list[int]:
    month, number = month_day(said.number)
    return [
        civil.days(y, month, number) for y in years if civil.is_day(y, month, number)
    ]


def _general(table: Sequence[float]) -> list[float]:
    """Counts that a folder's own are added to."""
    return [STRENGTH * share for share in table]


def _shares(counts: Sequence[float]) -> tuple[float, ...]:
    total = sum(counts)
    return tuple(count / total for count in counts)
