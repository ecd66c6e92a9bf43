"""The chance of each day, from all that is known of a document, and the verdict."""

import math
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil
from timeline.dct.inferred.clues import Said, Says, month_day
from timeline.dct.inferred.events import Match
from timeline.dct.inferred.habits import (
    AHEAD,
    COMING,
    GAPS,
    HISTORIC,
    LATEST,
    MONTHS,
    STRAY,
    WIDTHS,
    Habits,
    coming,
    in_order,
    lag_class,
    named,
    nearest,
    weekdays,
)
from timeline.timex.tense import PAST

PUBLISHED, LATER = 0.4, 0.2
"""Powers to which chances are raised that depend on other evidence: of the weekday on
which a folder is published, and of the dates after the first."""

BEFORE, AFTER = 7, 8
"""Days that are tried before dates without a year, and from all dates on."""

WITHIN = 60
"""Days that a full date may lie outside of those of the dated documents."""

SAME_YEAR, YEARS_AFTER, YEARS_BEFORE = 0.25, (0.28, 0.78), (0.11, 0.7)
"""Chances that the last year said is the document's own, an earlier one (fading with
each year between), a later one."""

ANNOUNCED = (
    (-93, 0.0001), (-31, 0.0024), (-7, 0.015), (-1, 0.04), (0, 0.05), (7, 0.004),
)  # fmt: skip
"""Chance that a text announces a day, by how many days after it the text is at most:
what lies in the next weeks is announced. Tenses are read wrongly, too."""

OVER, NOT_YET = 0.0002, 0.4
"""Chances of a date that seems to lie ahead and is long past, and, compared with others,
of one that seems to be told of and is still to come."""

MOST_WRONG = 3
"""Tenses of one text that are counted as read wrongly, or else its day is wrong."""

POINTED, NOT_POINTED = 0.7, 0.05
"""Chances that "this Saturday", said of what has been, is the document's own day, and
that it is any other one: who writes later says "last Saturday"."""

OWN_DAY = 0.2, 0.6
"""How much seldomer a text that says "yesterday" names its own day: where it names only
one weekday, and where it names several."""

TOO_EARLY = 0.1
"""Chance, compared with others, that the weekday beside an earlier date is before it:
the sentence may announce, or be about something else."""

ENTRIES = 4
"""Dates with their weekdays from which on a text is read as a diary."""

EVENT_SPREAD = 60
"""Days over which chance would spread the days of an event that is another one."""

OUTSIDE = 40
"""Days outside those tried over which a date at the head loses two thirds of belief."""

TRIED = 50
"""Days, the likeliest, of which one is the verdict."""

LIKELY = 12
"""Days kept of the many that are possible."""

Chances = dict[int, float]
"""Log of the chance of each day that is tried."""


class Verdict(Struct, frozen=True):
    """The likeliest day and its chance, with the chances of its month and its year.

    `likely` are the likeliest days with their shares, which may not sum to 1.
    """

    day: int
    exact: float
    week: float
    month: float
    year: float
    likely: tuple[tuple[int, float], ...] = ()


def posterior(
    prior: Chances, said: Sequence[Said], habits: Habits, matches: Sequence[Match]
) -> Chances:
    """The chances of days, once all evidence has been heard. They need not sum to 1."""
    days = dict(prior)
    for day in _more_days(prior, said):
        days.setdefault(day, min(prior.values()))
    head = [one for one in said if one.says is Says.HEAD]
    if head:
        days = _on_date(days, head[0])
    evidence = (*_by_words(said, habits), *(_by_event(m, len(days)) for m in matches))
    for day in days:
        days[day] += PUBLISHED * habits.published[civil.weekday(day)]
        days[day] += sum(one(day) for one in evidence)
    return days


def verdict(chances: Chances) -> Verdict:
    """The day that is likeliest, or where days are near equal, in the likeliest week."""
    top = max(chances.values())
    shares = {day: math.exp(chance - top) for day, chance in sorted(chances.items())}
    total = sum(shares.values())
    shares = {day: share / total for day, share in shares.items()}
    likely = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    tried = (day for day, _ in likely[:TRIED])
    best = max(tried, key=lambda d: (_worth(shares, d), -d))
    year, month, _ = civil.ymd(best)
    dates = [(civil.ymd(day), share) for day, share in shares.items()]
    return Verdict(
        best,
        shares[best],
        _around(shares, best, 7),
        sum(share for date, share in dates if date[:2] == (year, month)),
        sum(share for date, share in dates if date[0] == year),
        tuple(likely[:LIKELY]),
    )


def speaks_for(day: int, said: Said, habits: Habits) -> bool:
    """Whether an expression, alone, makes the day likelier than most."""
    match said.says:
        case Says.WEEKDAY if said.ahead:
            return AHEAD[(said.number - civil.weekday(day)) % 7] > 1 / 7
        case Says.WEEKDAY:
            return habits.alone[(civil.weekday(day) - said.number) % 7] > 1 / 7
        case Says.DATE | Says.MONTH_DAY:
            date = nearest(said, day)
            return date is not None and 0 <= day - date <= 7
        case Says.MONTH:
            return (civil.ymd(day)[1] - said.number) % 12 <= 1
        case Says.YEAR:
            return civil.ymd(day)[0] == said.number
        case Says.HEAD:
            return True
    return False


def _worth(shares: Chances, day: int) -> float:
    return 2 * shares[day] + 2 * _around(shares, day, 1) + _around(shares, day, 7)


def _around(shares: Chances, day: int, reach: int) -> float:
    return sum(shares.get(d, 0.0) for d in range(day - reach, day + reach + 1))


def _more_days(prior: Chances, said: Sequence[Said]) -> set[int]:
    """Days that the document itself proposes, where they are not far from the others."""
    first, last = min(prior), max(prior)
    dates = {one.number for one in said if one.says is Says.DATE}
    full = {date for date in dates if first - WITHIN <= date <= last + WITHIN}
    yearly = {date for date in _yearly(said, first, last) if first <= date <= last}
    return {
        *(day for date in full for day in range(date, date + AFTER)),
        *(day for date in yearly for day in range(date - BEFORE, date + AFTER)),
    }


def _yearly(said: Sequence[Said], first: int, last: int) -> set[int]:
    """The days that dates without a year may be, one a year."""
    middles = range(first, last + 366, 365)
    dates = [one for one in said if one.says is Says.MONTH_DAY]
    found = {nearest(one, middle) for one in dates for middle in middles}
    return {date for date in found if date is not None}


def _on_date(days: Chances, head: Said) -> Chances:
    """Only the days that are the date at the head, one a year."""
    first, last, least = min(days), max(days), min(days.values())
    found = {}
    for middle in range(first, last + 366, 365):
        day = nearest(head, middle)
        if day is not None:
            outside = max(0, first - day, day - last)
            found[day] = days.get(day, least - outside / OUTSIDE)
    return found or days


def _by_words(said: Sequence[Said], habits: Habits) -> list[Callable[[int], float]]:
    """One function from day to log of chance for each kind of evidence in the words."""
    found: list[Callable[[int], float]] = []
    past, ahead = weekdays(said), coming(said)
    if past:
        chances = _latest(said, len(past) > 1, habits)
        found.append(lambda day: _weekdays(day, past, chances))
    if ahead:
        found.append(lambda day: _coming(day, ahead))
    since = [one for one in said if one.says is Says.SINCE]
    if since:
        found.append(lambda day: sum(_since(day, one) for one in since))
    pointed = {one.number for one in said if one.says is Says.POINTED}
    if pointed:
        found.append(lambda day: _pointed(day, pointed))
    dates = [one for one in said if one.says in (Says.DATE, Says.MONTH_DAY)]
    announced = [one for one in dates if one.ahead]
    if announced:
        found.append(lambda day: _announced(day, announced[0]))
    to_come = {_yearless(one) for one in announced}
    dates = in_order(one for one in dates if _yearless(one) not in to_come)
    told = [one for one in dates if one.look == PAST]
    if told:
        found.append(lambda day: _told(day, told))
    if dates:
        found.append(lambda day: _dates(day, dates, habits))
    months = sorted({(s.number, s.ahead) for s in said if s.says is Says.MONTH})
    if months:
        found.append(lambda day: _months(day, months))
    years = [one.number for one in said if one.says is Says.YEAR]
    years += [civil.ymd(one.number)[0] for one in dates if one.says is Says.DATE]
    if years:
        latest = max(years)
        found.append(lambda day: math.log(_year(day, latest)))
    return found


def _yearless(said: Said) -> tuple[int, int]:
    """Month and day of a DATE or MONTH_DAY: what is announced once is so throughout."""
    if said.says is Says.DATE:
        return civil.ymd(said.number)[1:]
    return month_day(said.number)


def _since(day: int, one: Said) -> float:
    """A statement is not made before what it tells of."""
    weekday, date = divmod(one.number, 10_000)
    told = nearest(replace(one, says=Says.MONTH_DAY, number=date), day)
    stated = day - (civil.weekday(day) - weekday) % 7
    return math.log(TOO_EARLY) if told is not None and stated < told else 0.0


def _pointed(day: int, weekdays: set[int]) -> float:
    return math.log(POINTED if civil.weekday(day) in weekdays else NOT_POINTED)


def _latest(said: Sequence[Said], several: bool, habits: Habits) -> Sequence[float]:
    """Chances of the latest past weekday, by days back from the document's day.

    Who says "yesterday" says "today" as well, where others name the weekday.
    """
    shares = habits.latest if several else habits.alone
    if not any(one.says is Says.OFFSET and one.number == -1 for one in said):
        return shares
    own = shares[0] * OWN_DAY[several]
    rest = sum(shares[1:])
    return [share / (own + rest) for share in (own, *shares[1:])]


def _weekdays(day: int, past: Sequence[int], chances: Sequence[float]) -> float:
    """The latest of the past weekdays by the habits of the folder, the others by how far
    they lie before it."""
    own = civil.weekday(day)
    latest, *others = sorted((own - weekday) % 7 for weekday in past)
    gaps = sum(math.log(GAPS[back - latest - 1]) for back in others)
    return math.log(chances[latest]) + gaps


def _coming(day: int, ahead: Sequence[int]) -> float:
    own = civil.weekday(day)
    return sum(math.log(AHEAD[(weekday - own) % 7]) for weekday in ahead)


def _dates(day: int, said: list[Said], habits: Habits) -> float:
    """The first date by the habits of the folder; of the others, the latest past one.

    A diary is as young as its latest entry.
    """
    dates = [date for one in said if (date := nearest(one, day)) is not None]
    if not dates:
        return 0.0
    is_diary = sum(one.weekday is not None for one in said) >= ENTRIES
    first = max(dates) if is_diary else dates[0]
    shares = habits.dates[named(said[0])]
    old = habits.history.get(civil.ymd(first)[1:], 0) / (habits.dated + 2)
    score = math.log(_dated(day - first, shares) + HISTORIC * old)
    others = [date for date in dates if date != first]
    others = [d for d in others if habits.history.get(civil.ymd(d)[1:], 0) < 2]
    if not others:
        return score
    past = [date for date in others if date <= day]
    lag = day - max(past) if past else -1
    return score + LATER * math.log(_dated(lag, LATEST))


def _announced(day: int, said: Said) -> float:
    """What is announced is not over, and of the near future."""
    date = nearest(said, day)
    if date is None:
        return 0.0
    chances = (chance for most, chance in ANNOUNCED if day - date <= most)
    return math.log(next(chances, OVER))


def _told(day: int, said: list[Said]) -> float:
    """What is told of is over, each day of it, though tenses may be read wrongly."""
    dates = {date for one in said if (date := nearest(one, day)) is not None}
    return math.log(NOT_YET) * min(MOST_WRONG, sum(date > day for date in dates))


def _dated(lag: int, shares: Sequence[float]) -> float:
    """Chance of naming one day that lies so far back."""
    number = lag_class(lag)
    return shares[number] / WIDTHS[number] + STRAY


def _months(day: int, months: list[tuple[int, bool]]) -> float:
    own = civil.ymd(day)[1]
    shares = (
        COMING[(month - own) % 12] if ahead else MONTHS[(own - month) % 12]
        for month, ahead in months
    )
    return sum(math.log(share) for share in shares)


def _year(day: int, latest: int) -> float:
    after = civil.ymd(day)[0] - latest
    if after == 0:
        return SAME_YEAR
    chance, fade = YEARS_AFTER if after > 0 else YEARS_BEFORE
    return chance * fade ** abs(after)


def _by_event(match: Match, tried: int) -> Callable[[int], float]:
    """Either the match is right and only its days are possible, or it says nothing."""
    spread = min(tried, EVENT_SPREAD)

    def chance(day: int) -> float:
        right = match.sure * match.days.get(day, 0.0) * spread
        return math.log(1 - match.sure + right)

    return chance
