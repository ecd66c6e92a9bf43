"""Put one calendar sense on the calendar: from fields and an anchor to an interval.

Each resolver takes the coarsest field that was said and works down from it. Direction
(last or coming Friday) comes from what was said, else from tense, else from distance.
"""

import re
from collections.abc import Callable

import msgspec

from timeline import civil
from timeline.model import Anchor, Basis, Span
from timeline.timex import spans
from timeline.timex.holidays import holiday
from timeline.timex.scene import Placed, Scene, anchor_of, finish, unplaced, way
from timeline.timex.sections import begins_line, is_heading
from timeline.timex.senses import When, fields, is_day
from timeline.timex.sequence import day_before
from timeline.timex.shifts import inside, over_already, shifted
from timeline.timex.spans import Unit
from timeline.timex.tense import EITHER, FUTURE, NEAREST, PAST, UNKNOWN
from timeline.timex.yearless import mismatch, yearless

_DOTTED = re.compile(r"(?:\w+ )?\d\d?\.\d\d")
"""A time of day by the twelve hours, of an evening that was told: "at 10.25"."""

_CLAUSE = 24
"""Characters before a midnight in which a verb may say that it ends something."""


def place(when: When, span: Span, scene: Scene) -> Placed:
    """Put one calendar sense on the calendar, as far as it goes."""
    if when.mod == "ORDER" and scene.day_first and when.day is not None:
        when = msgspec.structs.replace(when, month=when.day, day=when.month)
    if when.clock == 0 and _ends_day(when, span, scene):
        when = msgspec.structs.replace(when, clock=86400)
    if when.shift is not None:
        shift = over_already(when, when.shift, span, scene)
        return shifted(when, shift, span, scene)
    for said, resolver in _RESOLVERS:
        if getattr(when, said) is not None and getattr(when, said) is not False:
            return resolver(when, span, scene)
    return Placed("XXXX", None, Anchor.NONE, Basis.RELATIVE)


def _ends_day(when: When, span: Span, scene: Scene) -> bool:
    """Whether "midnight" is the end of the day said with it: a bound, or a plan."""
    if scene.text[span.start].isdigit() or not is_day(fields(when), when):
        return False
    before = scene.text[max(0, span.start - _CLAUSE) : span.start].lower().split()
    if when.mod == "BEFORE" or scene.lexicon.cues["ending"] & set(before):
        return True
    return when.mod is None and way(span, scene) == FUTURE


def _year(when: When, span: Span, scene: Scene) -> Placed:
    year = when.year
    assert year is not None
    if when.month is None or when.day is None:
        unit = _part_of_year(when, year, scene)
        return finish(when, unit, Anchor.NONE, Basis.EXPLICIT)
    if not civil.is_day(year, when.month, when.day):
        value = f"{year:04}-{when.month:02}"
        return Placed(value, None, Anchor.NONE, Basis.EXPLICIT)
    number = civil.days(year, when.month, when.day)
    unit = spans.day(number) if when.week is None else spans.week(number)
    warning = mismatch(when, number)
    return finish(when, unit, Anchor.NONE, Basis.EXPLICIT, warning)


def _part_of_year(when: When, year: int, scene: Scene) -> Unit:
    """The month, season, quarter, half, week or feast of a known year, or all of it."""
    if when.week:
        return spans.week(civil.from_iso_week(year, when.week))
    if when.holiday is not None:
        return _feast(when, when.holiday, year)
    if when.quarter == 0:
        if scene.story.reported.is_longer:
            return spans.years(year)
        return spans.quarter(year, _quarter_near(scene), scene.story.reported.lag)
    return inside(when, spans.years(year))


def _quarter_near(scene: Scene) -> int:
    if scene.story.reported.quarter:
        return scene.story.reported.quarter[1]
    day = scene.story.dct
    return ((civil.ymd(day)[1] + 2) // 3 - 2) % 4 + 1 if day is not None else 4


def _decade(when: When, span: Span, scene: Scene) -> Placed:
    assert when.decade is not None
    return finish(when, spans.decade(when.decade), Anchor.NONE, Basis.EXPLICIT)


def _century(when: When, span: Span, scene: Scene) -> Placed:
    assert when.century is not None
    return finish(when, spans.century(when.century), Anchor.NONE, Basis.EXPLICIT)


def _month(when: When, span: Span, scene: Scene) -> Placed:
    month, day = when.month, when.day
    assert month is not None

    def unit_in(year: int) -> Unit | None:
        if day is None:
            return spans.month(year, month)
        if not civil.is_day(year, month, day):
            return None
        number = civil.days(year, month, day)
        return spans.week(number) if when.week is not None else spans.day(number)

    unknown = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    return yearless(when, span, scene, unknown, unit_in)


def _season(when: When, span: Span, scene: Scene) -> Placed:
    number = when.season
    assert number is not None
    unknown = f"XXXX-{spans.SEASONS[number - 1]}"
    return yearless(when, span, scene, unknown, lambda year: spans.season(year, number))


def _quarter(when: When, span: Span, scene: Scene) -> Placed:
    number = when.quarter
    assert number is not None
    return yearless(
        when, span, scene, f"XXXX-Q{number}", lambda y: spans.quarter(y, number)
    )


def _half(when: When, span: Span, scene: Scene) -> Placed:
    number = when.half
    assert number is not None
    return yearless(
        when, span, scene, f"XXXX-H{number}", lambda y: spans.half(y, number)
    )


def _holiday(when: When, span: Span, scene: Scene) -> Placed:
    notation = when.holiday
    assert notation is not None

    def unit_in(year: int) -> Unit:
        return _feast(when, notation, year)

    return yearless(when, span, scene, "XXXX-XX-XX", unit_in)


def _feast(when: When, notation: str, year: int) -> Unit:
    """The day of a feast, or in "Easter week" the week around it."""
    number = holiday(notation, year)
    return spans.day(number) if when.week is None else spans.week(number)


def _day(when: When, span: Span, scene: Scene) -> Placed:
    """A day of a month that was said before ("the 8th"), or of the month now told."""
    heads = span.start in scene.heads  # Entries follow each other.
    near = scene.story.unit("previous", "month")
    near = scene.story.last_entry or near if heads else near
    assert when.day is not None
    if near is None:
        return unplaced(f"XXXX-XX-{when.day:02}", when)
    year, month, _ = civil.ymd(near)
    if when.weekday is not None:
        return _day_and_weekday(when, when.day, near)
    look, now = way(span, scene), scene.story.dct
    for amount in (0, 1, -1) if look == FUTURE or heads else (0, -1, 1):
        y, m = civil.add_months(year, month, amount)
        fits = civil.is_day(y, m, when.day)
        number = civil.days(y, m, when.day)
        against = not scene.story.tells_history and look == PAST
        against = against and now is not None and number > now
        if fits and (number >= near if heads else not against):
            return finish(when, spans.day(number), Anchor.PREVIOUS, Basis.RELATIVE)
    return unplaced(f"XXXX-XX-{when.day:02}", when)


def _day_and_weekday(when: When, day: int, near: int) -> Placed:
    """Reads "Monday the 25th": the nearest month in which the two agree."""
    year, month, _ = civil.ymd(near)
    around = [civil.add_months(year, month, n) for n in range(-_MONTHS, _MONTHS + 1)]
    numbers = [civil.days(y, m, day) for y, m in around if civil.is_day(y, m, day)]
    agreeing = [n for n in numbers if civil.weekday(n) == when.weekday] or numbers
    best = min(agreeing, key=lambda number: (abs(number - near), number))
    return finish(when, spans.day(best), Anchor.PREVIOUS, Basis.RELATIVE)


_SOON = 3
"""Days after its first on which a log goes on below a weekday."""

_MONTHS = 6
"""Months looked through, each way, for one in which day and weekday agree."""


def _weekday(when: When, span: Span, scene: Scene) -> Placed:
    weekday = when.weekday
    assert weekday is not None
    headed = _headed(when, weekday, span, scene)
    if headed is not None:
        unit = spans.day(headed + (weekday - civil.weekday(headed)) % 7)
        return finish(when, unit, Anchor.PREVIOUS, Basis.RELATIVE)
    base = scene.story.day(when.base)
    if base is None or (when.base == "dct" and scene.story.dct is None):
        return unplaced(f"XXXX-WXX-{weekday + 1}", when)
    back = (civil.weekday(base) - weekday) % 7
    ahead = (weekday - civil.weekday(base)) % 7
    if when.toward is None or when.toward == 0:
        same_day = not back
        look = UNKNOWN if same_day else _way_of_message(span, scene)
        forward = look in (FUTURE, NEAREST) or (when.toward == 0 and look == UNKNOWN)
        forward = forward or (look == EITHER and ahead < back)
        number = base + ahead if forward else base - back
        told_on = None if forward else day_before(span, scene)
        if told_on is not None and number > told_on:
            unit = spans.day(number - 7)
            return finish(when, unit, Anchor.PREVIOUS, Basis.RELATIVE)
    elif when.toward < 0:
        # Who means yesterday says so: on a Wednesday "last Tuesday" is eight days ago.
        yesterday = back == 1 and base == scene.story.dct
        number = base - (back or 7) - 7 * yesterday
    else:
        number = base + (ahead or 7)
    if when.toward and when.base == "previous" and scene.story.has_told(number):
        number += 7 * when.toward  # "the previous Friday", after one was told
    unit = spans.day(number + 7 * when.weeks + when.days)
    return finish(when, unit, anchor_of(when, scene), Basis.RELATIVE)


def _way_of_message(span: Span, scene: Scene) -> int:
    """Which way a weekday lies; of what is arranged in a message ahead: "Hearing on Monday"."""
    look = way(span, scene)
    if look != UNKNOWN or scene.story.stamp is None:
        return look
    line = scene.text[max(0, span.start - _CLAUSE) : span.start].rpartition("\n")[2]
    words = line.replace(":", " ").lower().split()
    arranged = not scene.lexicon.cues["arranged_nouns"].isdisjoint(words)
    return FUTURE if arranged else look


def _headed(when: When, weekday: int, span: Span, scene: Scene) -> int | None:
    """The day that a weekday with a line of its own follows: that of the heading above, or
    in a text without a date the last one told ("Week of 5 May"); in a log its own, if the
    next such day is near."""
    plain = when.toward is None and not when.weeks and not when.days
    if not plain or not is_heading(scene.text, span):
        return None
    own = scene.story.dct
    if own is not None and not scene.story.in_section:
        ahead = (weekday - civil.weekday(own)) % 7
        return own if scene.story.titles.log_begun and ahead <= _SOON else None
    return scene.story.day("previous")


def _weekend(when: When, span: Span, scene: Scene) -> Placed:
    base = scene.story.day(when.base)
    if base is None or (when.base == "dct" and scene.story.dct is None):
        return unplaced("XXXX-WXX-WE", when)
    look = way(span, scene)
    toward = when.toward
    if toward is None:
        toward = 0 if look == FUTURE or civil.weekday(base) >= 5 else -1
    return finish(
        when, spans.weekend(base + 7 * toward), anchor_of(when, scene), Basis.RELATIVE
    )


def _of_day(when: When, span: Span, scene: Scene) -> Placed:
    """A time of day alone belongs to the day that is being told."""
    base = scene.story.clock_day(span.start)
    dct = scene.story.dct
    if (
        base is not None
        and dct is not None
        and base > dct
        and not scene.story.tells_history
        and not begins_line(scene.text, span.start)
    ):
        # What has been cannot be on a day that was only announced.
        look = way(span, scene)
        base = dct if look == PAST else base
    if (
        base is not None
        and dct is not None
        and base < dct
        and not scene.story.tells_history
    ):
        aside = scene.story.is_aside(span.start) and way(span, scene) != PAST
        base = dct if aside else base
    if base is None:
        return unplaced("XXXX-XX-XX", when)
    moment = _by_halves(when, base, span, scene)
    if moment is not None:
        base, clock = divmod(moment, civil.DAY)
        when = msgspec.structs.replace(when, clock=clock)
        return finish(when, spans.day(base), Anchor.PREVIOUS, Basis.RELATIVE)
    base += _beside_stamp(when, base, span, scene)
    if when.clock is not None and begins_line(scene.text, span.start):
        base += scene.story.past_midnight(base, when.clock)
    elif when.clock is not None and _is_past_midnight(base, when.clock, span, scene):
        base += 1
    if when.clock is not None and scene.story.is_next_morning(base, when.clock):
        if _DOTTED.fullmatch(scene.text, span.start, span.end):
            when = msgspec.structs.replace(when, clock=when.clock + spans.NOON)
        else:
            base += 1
    return finish(when, spans.day(base), Anchor.PREVIOUS, Basis.RELATIVE)


def _by_halves(when: When, day: int, span: Span, scene: Scene) -> int | None:
    """The moment that a clock without its half of the day means, beside others with it."""
    if when.clock is None or when.zone is not None:
        return None
    back = scene.lexicon.cues["anterior"] | scene.lexicon.cues["looks_back"]
    before = scene.text[max(0, span.start - _CLAUSE) : span.start].lower().split()
    is_before = not back.isdisjoint(before)
    return scene.halves.moment(day, when.clock, span, way(span, scene), is_before)


def _is_past_midnight(day: int, clock: int, span: Span, scene: Scene) -> bool:
    """Whether a clock ends what an evening began, and is not told as gone by then:
    "found at 9 p.m. on Monday after she had left at 2 a.m."."""
    told = scene.story.since_evening(day, clock, span.start)
    back = scene.lexicon.cues["anterior"] | scene.lexicon.cues["looks_back"]
    return told is not None and back.isdisjoint(told.lower().split())


def _beside_stamp(when: When, base: int, span: Span, scene: Scene) -> int:
    """Days from that of a message: "arrives at 8:30", written at noon, is tomorrow."""
    stamp = scene.story.stamp
    if stamp is None or when.clock is None or base != scene.story.dct:
        return 0
    if span.start in scene.posts or begins_line(scene.text, span.start):
        return 0  # A message, row or line of its own, below the one with the date
    look = way(span, scene)
    if look == FUTURE and when.clock < stamp:
        return 1
    return -1 if look == PAST and when.clock > stamp else 0


_RESOLVERS: tuple[tuple[str, Callable[[When, Span, Scene], Placed]], ...] = (
    ("year", _year),
    ("decade", _decade),
    ("century", _century),
    ("month", _month),
    ("season", _season),
    ("quarter", _quarter),
    ("half", _half),
    ("holiday", _holiday),
    ("day", _day),
    ("weekday", _weekday),
    ("weekend", _weekend),
    ("clock", _of_day),
    ("part", _of_day),
)
