"""Dates that say from when on, and how long a look back is: the days that lie between.

"Since Monday, 14 people have been arrested" and "over the past three months" tell of all
the days up to the report; "more than three years ago" is of about three years ago. A
state that lasts is background, which has no date ("has led the party since 2010").
"""

import bisect
import itertools
from collections.abc import Sequence

import msgspec

from timeline import civil, edtf
from timeline.extract.compared import is_than_done
from timeline.extract.draft import Point, is_dated, is_point
from timeline.extract.periods import LENGTH, moved, placed
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Basis, Granularity, Kind, Qualifier, TimeValue, Timex

_LEADING = 3
"""Words of "more than 40"."""

_LEAST = 2 * civil.DAY
"""Seconds of a look back that is more than the news of the day."""

_NAMED = 12
"""Words of "since the opening of the new port in", at most."""

_OF_THAT = frozenset(("of", "before", "until", "that", "when"))
"""Behind a length of time these say of which other time it is."""

_FIGURE = 6
"""Words of "from about 12,000 people | in 1951", at most."""

_OR = "or"

_DURING = frozenset(("over", "within", "throughout", "in"))
_COMING = frozenset(("next", "coming"))
"""Around a length of time, for one that begins with the report."""

_DAY = Granularity.DAY.fineness
_UNITS = {Granularity.YEAR: "Y", Granularity.MONTH: "M", Granularity.WEEK: "W"}

AFTER = frozenset(("AFTER", "ON_OR_AFTER"))
BEFORE = frozenset(("BEFORE", "ON_OR_BEFORE"))
"""TIMEX3 modifiers of "less than two weeks ago" and "more than two weeks ago"."""


def reaching(reading: Reading, dct: TimeValue | None, cues: Cues) -> dict[int, Point]:
    """The dates that bound what is told as the days they leave for it, by first word.

    Nothing of a text without a day of its own, but for what is counted back.
    """
    found = (_reached(reading, point, dct, cues) for point in reading.timexes)
    return {point[0].first: point for point in found if point}


def since_then(
    reading: Reading,
    units: Sequence[tuple[int, ...]],
    own: dict[tuple[int, ...], list[Point]],
    dct: TimeValue | None,
    cues: Cues,
) -> None:
    """Give "300 have fled | since fighting began on 3 May" the days from then on."""
    for unit, behind in itertools.pairwise(units):
        clause, since = reading.clauses[unit[-1]], reading.clauses[behind[0]]
        then = own[behind][0] if since.opener == "since" and own[behind] else None
        group = clause.group
        if then is None or dct is None or own[unit] or group is None:
            continue
        days, done = from_then(then[1], dct), (Tense.PERFECT, Tense.PLUPERFECT)
        lasts = group.tense in done and not group.negated
        if days is not None and lasts and group.base not in cues.state:
            own[unit] = [(then[0], msgspec.structs.replace(then[1], time=days))]


def _reached(
    reading: Reading, point: Point, dct: TimeValue | None, cues: Cues
) -> Point | None:
    place, timex = point
    time = _changed(reading, point, cues) or placed(reading, point)
    time = time or _either(reading, point, cues)
    time = time or _within_day(reading, point, cues)
    time = time or _coming_days(reading, point, dct)
    if time is None and _is_ago(reading, place, cues) and is_point(timex):
        time = counted_back(timex, dct)
    elif time is None and dct is not None and _tells_of_while(reading, point, cues):
        time = _up_to(reading, point, dct, cues)
    if time is None:
        return None
    counted = timex.kind is Kind.DURATION
    basis = Basis.RELATIVE if counted else timex.basis
    return place, msgspec.structs.replace(timex, time=time, basis=basis)


def _up_to(
    reading: Reading, point: Point, dct: TimeValue, cues: Cues
) -> TimeValue | None:
    """The days up to that of the report: "since Monday", "over the past three months"."""
    place, timex = point
    before = reading.words[place.first - 1].low if place.first else ""
    if timex.kind is Kind.DURATION or (_is_decade(timex) and before != "in"):
        return _past_days(reading, point, dct, cues)
    return from_then(timex, dct) if is_since(reading, place, cues) else None


def is_since(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date says from when on: "since 2010", "since its foundation in 2010"."""
    at = place.first - 1
    if at < 0 or reading.words[at].low == "since":
        return at >= 0
    last = max(-1, at - _NAMED)
    small = cues.grammar.prepositions | cues.grammar.articles
    if at and reading.words[at - 1].low in cues.grammar.articles:
        at -= 1  # "In the heady 1990s"
    if reading.words[at].low not in small:
        return False
    while at > last and reading.words[at].low != "since":
        at -= 1
    words = reading.words[max(at - 1, 0) : place.first]
    if at == last or any(word.is_mark for word in words[1:]):
        return False
    if words[0].low in cues.helpers:
        return False  # "Has since been sold in 2010"
    clause = reading.clause_at(place.first)
    if clause is not None and clause.opener == "since" and clause.first >= at:
        return False
    others = (r.first for r, _ in reading.timexes)
    verbs = (group.first for group in reading.groups)
    return not any(at < n < place.first for n in (*others, *verbs))


def _changed(reading: Reading, point: Point, cues: Cues) -> TimeValue | None:
    """From the first to the second date of "fell from 12 in 1951 to 7 in 2001"."""
    then, time = _changed_from(reading, point[0], cues), point[1].time
    if then is None or then[1].time is None or time is None:
        return None
    return edtf.between(then[1].time, time)


def _either(reading: Reading, point: Point, cues: Cues) -> TimeValue | None:
    """From the first to the last of "on 3 or 4 May", "in 1903 or in 1904": one of them."""
    time = point[1].time
    if time is None or _OR not in reading.lows:
        return None
    at = bisect.bisect_left(reading.timexes, point[0].first, key=lambda p: p[0].first)
    near = reading.timexes[max(0, at - 1) : at + 2]
    for (first, before), (last, behind) in itertools.pairwise(near):
        between = [word.low for word in reading.words[first.last : last.first]]
        if between[:1] != [_OR] or not cues.time.before_date.issuperset(between[1:]):
            continue
        one, other = before.time, behind.time
        if one and other and one.granularity is other.granularity:
            return edtf.either(one, other)
    return None


def _within_day(reading: Reading, point: Point, cues: Cues) -> TimeValue | None:
    """The day of what was done "after 10 a.m. on Monday": the clock only bounds it."""
    place, time = point[0], point[1].time
    if time is None or time.granularity.fineness <= Granularity.DAY.fineness:
        return None
    before = reading.words[place.first - 1].low if place.first else ""
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if before not in cues.time.within_day or group is None or not group.done:
        return None
    if place.first > 1 and reading.words[place.first - 2].low in cues.time.bounds:
        return None  # "Worked until after midnight"
    alone = place.first == 1 or place.first >= group.last
    if not alone or group.tense is not Tense.PAST:
        return None  # "And before three o'clock the first stones flew" is no line alone
    return edtf.day(time.start // civil.DAY)


def is_within_day(timex: Timex) -> bool:
    """Whether the clock of a time was found to bound it only, so that its day is left."""
    is_day = timex.time is not None and timex.time.granularity is Granularity.DAY
    return timex.kind is Kind.TIME and is_day


def begins_change(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is the first of "fell from 12,000 in 1951 to 7,000 in 2001"."""
    for later, _ in reading.timexes_from(place.last):
        if later.first - place.last > _FIGURE + 1:
            break
        point = _changed_from(reading, later, cues)
        if point is not None and point[0] == place:
            return True
    return False


def _changed_from(reading: Reading, place: Range, cues: Cues) -> Point | None:
    """The first date of "fell from 12,000 in 1951 to 7,000 in 2001", for the second."""
    earlier = next(reading.timexes_before(place.first), None)
    if earlier is None or earlier[1].time is None:
        return None
    first = earlier[0]
    near = 1 < place.first - first.last <= _FIGURE + 1
    if not near or reading.words[first.last].low != "to":
        return None
    if not _is_figure(reading, first.last + 1, cues):
        return None
    for at in range(first.first - 1, max(-1, first.first - 1 - _FIGURE), -1):
        if reading.words[at].low == "from":
            return earlier if _is_figure(reading, at + 1, cues) else None
    return None


def _is_figure(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether a number stands near here: "12,000", "£ 4", "more than 40"."""
    return any(
        word.text[0].isdigit() or word.low in cues.quantities.numbers
        for word in reading.words[at : at + _LEADING]
        if not is_dated(reading, word.start)
    )


def counted_back(timex: Timex, dct: TimeValue | None) -> TimeValue | None:
    """The time of "more than" or "less than two weeks ago"."""
    time = timex.time
    if time is None or timex.mod is None:
        return None
    if timex.mod in BEFORE:
        about = Qualifier.APPROXIMATE
        return edtf.make(time.start, time.end, time.granularity, about, time.zone)
    if timex.mod not in AFTER or dct is None or dct.start <= time.start:
        return None
    return edtf.make(time.start, dct.end, time.granularity, Qualifier.APPROXIMATE)


def _is_ago(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is counted back and nothing bounds it: "more than a week ago"."""
    ago = reading.words[place.last - 1].low == "ago"
    before = reading.words[place.first - 1].low if place.first else ""
    return (
        ago and before not in cues.time.bounds and before not in cues.time.comparisons
    )


def _tells_of_while(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether the verb of a date tells what has been done, again or for a while, by now.

    So does a plain past with a length: "closed nine schools over the past two years".
    """
    place = point[0]
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if group is None or group.negated:
        return False
    past = group.tense is Tense.PAST and _is_only_length(reading, point, clause, group)
    if group.tense is not Tense.PERFECT and not past:
        return False
    if is_than_done(reading, place, cues):
        return False
    return group.base not in cues.state and group.base not in cues.reporting.verbs


def _is_only_length(
    reading: Reading, point: Point, clause: Clause | None, group: Group
) -> bool:
    """Whether a length of time is that of a past, which has no date beside it.

    It is not in "lost it in the last two years of the war", nor in "criticised on Monday
    | the rise over the past year".
    """
    place, timex = point
    if clause is None or timex.kind is not Kind.DURATION:
        return False
    behind = reading.words[place.last : place.last + 1]
    if any(word.low in _OF_THAT for word in behind):
        return False
    start = clause.first if place.first < group.first else group.last
    if any(start <= g.first < place.first for g in reading.groups):
        return False
    own = (t.time for r, t in reading.timexes if clause.holds(r.first))
    return not any(own)


def _past_days(
    reading: Reading, point: Point, dct: TimeValue, cues: Cues
) -> TimeValue | None:
    """The days of "over the past three months": those up to the day of the report."""
    place, timex = point
    value = "P10Y" if _is_decade(timex) else timex.value
    length = LENGTH.fullmatch(value)
    lows = {word.low for word in reading.words[place.first : place.last]}
    before = reading.words[place.first - 1].low if place.first else ""
    looks = before in cues.time.lookback and not lows.isdisjoint(cues.time.just_past)
    if length is None or not looks:
        return None
    number, unit = int(length[1]), length[2]
    last = dct.end // civil.DAY - 1
    start = moved(last, -number, unit) * civil.DAY
    if dct.end - start <= _LEAST:
        return None
    return edtf.make(start, dct.end, Granularity.DAY)


def _is_decade(timex: Timex) -> bool:
    """Whether "over the last decade" is meant, which are the ten years up to now."""
    time = timex.time
    decade = time is not None and time.granularity is Granularity.DECADE
    return decade and timex.basis is Basis.RELATIVE


def _coming_days(
    reading: Reading, point: Point, dct: TimeValue | None
) -> TimeValue | None:
    """The days of what "will close over the next two years": those from the report on.

    "Over the next year" is twelve months as well, and no year of the calendar.
    """
    place, timex = point
    before = reading.words[place.first - 1].low if place.first else ""
    if dct is None or before not in _DURING:
        return None
    words = reading.words[place.first : place.last]
    if not any(word.low in _COMING for word in words):
        return None
    begins = _looked_from(reading, point, dct)
    if begins is None:
        return None
    length = LENGTH.fullmatch(timex.value)
    unit = _UNITS.get(timex.time.granularity) if timex.time else None
    if length is None and (unit is None or before == "in"):
        return None
    number, unit = (int(length[1]), length[2]) if length else (1, unit or "")
    end = moved(begins.start // civil.DAY, number, unit)
    return edtf.make(begins.start, end * civil.DAY, begins.granularity)


def is_while_to_come(reading: Reading, point: Point) -> bool:
    """Whether a date is all the time from now on: "agreed to buy nine over the next decade"."""
    place = point[0]
    before = reading.words[place.first - 1].low if place.first else ""
    words = reading.words[place.first : place.last]
    coming = any(word.low in _COMING for word in words)
    return coming and before in _DURING and before != "in"


def _looked_from(reading: Reading, point: Point, dct: TimeValue) -> TimeValue | None:
    """The day from which what is to come is told: that of the report, or of who said so.

    "Said on Monday that it would close over the next year"; in a story nobody says so.
    """
    clause = reading.clause_at(point[0].first)
    group = clause.group if clause else None
    if group is None or group.modal != "would":
        return dct if group and group.tense is Tense.FUTURE else None
    said = [c for c in reading.clauses if c.role is Role.REPORT]
    if not said:
        time = point[1].time
        return dct if time is not None and time.start >= dct.end else None
    dates = (
        t.time for c in said for place, t in reading.timexes if c.holds(place.first)
    )
    day = next((time for time in dates if time is not None), dct)
    return day if day.granularity.fineness <= _DAY else None


def from_then(timex: Timex, dct: TimeValue) -> TimeValue | None:
    """The days from a time on to that of the report, if it lies before that."""
    time = timex.time
    return edtf.between(time, dct) if time and time.end <= dct.start else None
