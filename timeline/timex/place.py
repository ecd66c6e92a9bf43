"""Put one calendar sense on the calendar: from fields and an anchor to an interval.

Each resolver takes the coarsest field that was said and works down from it. Direction
(last or coming Friday) comes from what was said, else from tense, else from distance.
"""

from collections.abc import Callable

import msgspec
from msgspec import Struct

from timeline import civil
from timeline.model import Anchor, Basis, Span
from timeline.timex import spans
from timeline.timex.holidays import holiday
from timeline.timex.lexicon import Lexicon
from timeline.timex.senses import Shift, When
from timeline.timex.spans import Unit
from timeline.timex.story import Story
from timeline.timex.tense import FUTURE, NEAREST, PAST, UNKNOWN, is_done, tense

CONTRARY, CONTRARY_DAY = 6, 4
"""How many times farther a month or a day may be before distance overrules tense."""

AHEAD = 1.3
"""News without a tense tells rather of what was than of what will be."""

MONTH_AHEAD = 5
"""The same of a bare month, which has most often been."""

AHEAD_IN_HISTORY = 0.7
"""A story goes on: days ahead of the last time said count less than days back."""

WEEKDAY_YEARS = 3
"""Years looked through, each way, for one in which weekday and date agree."""


class Placed(Struct, frozen=True):
    """A sense with its value, and what it hung on."""

    value: str
    unit: Unit | None
    anchor: Anchor
    basis: Basis
    warning: str | None = None


class Scene(Struct, frozen=True):
    """All that a resolver may look at: the text, the story so far, the language."""

    text: str
    story: Story
    lexicon: Lexicon
    day_first: bool


def place(when: When, span: Span, scene: Scene) -> Placed:
    """Put one calendar sense on the calendar, as far as it goes."""
    if when.mod == "ORDER" and scene.day_first and when.day is not None:
        when = msgspec.structs.replace(when, month=when.day, day=when.month)
    if when.shift is not None:
        return _shifted(when, _over(when, when.shift, span, scene), scene)
    for said, resolver in _RESOLVERS:
        if getattr(when, said) is not None and getattr(when, said) is not False:
            return resolver(when, span, scene)
    return Placed("XXXX", None, Anchor.NONE, Basis.RELATIVE)


def _finish(
    when: When, unit: Unit, anchor: Anchor, basis: Basis, warning: str | None = None
) -> Placed:
    """Add the time of day and the modifier."""
    if when.clock is not None:
        unit = spans.clock(unit.first, when.clock, when.clock_unit, when.zone)
    elif when.part is not None:
        unit = spans.part(unit.first, when.part, when.crossing)
    unit = spans.modified(unit, when.mod)
    return Placed(unit.value, unit, anchor, basis, warning)


def _look(span: Span, scene: Scene) -> int:
    return tense(scene.text, span.start, span.end, scene.lexicon.cues)


def _unplaced(value: str, when: When) -> Placed:
    if when.clock is not None:
        value += f"T{when.clock // 3600:02}:{when.clock // 60 % 60:02}"
    elif when.part is not None:
        value += f"T{when.part}"
    return Placed(value, None, Anchor.NONE, Basis.RELATIVE)


def _anchor(when: When, scene: Scene) -> Anchor:
    story = scene.story
    if when.base == "previous" or story.dct is None or story.tells_history:
        return Anchor.PREVIOUS
    return Anchor.PREVIOUS if story.in_section else Anchor.DCT


def _shifted(when: When, shift: Shift, scene: Scene) -> Placed:
    base = scene.story.unit(shift.base, shift.unit)
    dct_given = shift.base != "previous" and scene.story.dct is not None
    anchor = Anchor.DCT if dct_given and not scene.story.in_section else Anchor.PREVIOUS
    if base is None or (shift.base == "dct" and scene.story.dct is None):
        return _unplaced(_unknown(shift), when)
    if shift.unit in ("second", "minute", "hour"):
        size = {"second": "S", "minute": "M", "hour": "H"}[shift.unit]
        return Placed(f"PT{abs(shift.amount or 0)}{size}", None, anchor, Basis.RELATIVE)
    reported = _reported(shift, scene)
    if reported:
        return _finish(when, reported, Anchor.PREVIOUS, Basis.RELATIVE)
    unit = _container(base, shift)
    return _finish(when, _inside(when, unit), anchor, Basis.RELATIVE)


def _over(when: When, shift: Shift, span: Span, scene: Scene) -> Shift:
    """The last one is meant by "since year-end" and by "fell this weekend" on a Monday."""
    day = scene.story.dct
    if shift == Shift("weekend", 0) and day is not None and civil.weekday(day) < 2:
        return Shift("weekend", -1 if _look(span, scene) == PAST else 0)
    is_end = shift == Shift("year", 0) and (when.month, when.day) == (12, 31)
    if is_end and is_done(scene.text, span.start, scene.lexicon.cues):
        return Shift("year", -1)
    return shift


def _reported(shift: Shift, scene: Scene) -> Unit | None:
    """The quarter that the text reports ("the quarter"), or the period a year before.

    In business news "a year ago" means the latter.
    """
    if not shift.counted or not scene.story.quarter:
        return None
    year, number = scene.story.quarter
    if (shift.unit, shift.amount) == ("quarter", -1):
        return spans.quarter(year, number)
    if (shift.unit, shift.amount) not in (("year", -1), ("quarter", -5)):
        return None
    if scene.story.reports_longer:
        return spans.years(year - 1)
    return spans.quarter(year - 1, number)


def _unknown(shift: Shift) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(
        shift.unit, "XXXX"
    )


def _container(base: int, shift: Shift) -> Unit:
    amount = shift.amount or 0
    year, month, _ = civil.ymd(base)
    if shift.unit in _YEARS:
        size, unit_of = _YEARS[shift.unit]
        return unit_of(year + size * amount)
    if shift.unit in _DAYS:
        size, unit_of = _DAYS[shift.unit]
        return unit_of(base + size * amount)
    if shift.unit == "half":
        return spans.half(year, 1 if month < 7 else 2)
    if shift.unit == "month":
        return spans.month(*civil.add_months(year, month, amount))
    year, month = civil.add_months(year, month, 3 * amount)
    return spans.quarter(year, (month + 2) // 3)


_YEARS: dict[str, tuple[int, Callable[[int], Unit]]] = {
    "year": (1, spans.years),
    "decade": (10, spans.decade),
    "century": (100, spans.century),
    "millennium": (1000, spans.millennium),
}
_DAYS: dict[str, tuple[int, Callable[[int], Unit]]] = {
    "day": (1, spans.day),
    "night": (1, spans.day),
    "week": (7, spans.week),
    "fortnight": (14, spans.week),
    "weekend": (7, spans.weekend),
}


def _inside(when: When, unit: Unit) -> Unit:
    """The named part of a container: "May last year", "Friday last week"."""
    year, month, _ = civil.ymd(unit.first)
    if when.weekday is not None and when.nth is not None:
        return spans.day(holiday(f"{month:02}/{when.weekday}#{when.nth}", year))
    if when.weekday is not None and unit.last - unit.first == 6:
        return spans.day(unit.first + when.weekday)
    if when.month is not None:
        day = when.day
        if day and civil.is_day(year, when.month, day):
            return spans.day(civil.days(year, when.month, day))
        return spans.month(year, when.month)
    if when.season is not None:
        return spans.season(year, when.season)
    if when.quarter:
        return spans.quarter(year, when.quarter)
    if when.half is not None:
        return spans.half(year, when.half)
    return unit


# --- fields without a container, coarse to fine


def _year(when: When, span: Span, scene: Scene) -> Placed:
    year = when.year
    assert year is not None
    if when.month is None or when.day is None:
        unit = _part_of_year(when, year, scene)
        return _finish(when, unit, Anchor.NONE, Basis.EXPLICIT)
    if not civil.is_day(year, when.month, when.day):
        value = f"{year:04}-{when.month:02}"
        return Placed(value, None, Anchor.NONE, Basis.EXPLICIT)
    number = civil.days(year, when.month, when.day)
    unit = spans.day(number) if when.week is None else spans.week(number)
    warning = _mismatch(when, number)
    return _finish(when, unit, Anchor.NONE, Basis.EXPLICIT, warning)


def _part_of_year(when: When, year: int, scene: Scene) -> Unit:
    """The month, season, quarter, half, week or feast of a known year, or all of it."""
    if when.week:
        return spans.week(civil.from_iso_week(year, when.week))
    if when.holiday is not None:
        return _feast(when, when.holiday, year)
    if when.quarter == 0:
        if scene.story.reports_longer:
            return spans.years(year)
        return spans.quarter(year, _quarter_near(scene))
    return _inside(when, spans.years(year))


def _quarter_near(scene: Scene) -> int:
    if scene.story.quarter:
        return scene.story.quarter[1]
    day = scene.story.dct
    return ((civil.ymd(day)[1] + 2) // 3 - 2) % 4 + 1 if day is not None else 4


def _mismatch(when: When, number: int) -> str | None:
    if when.weekday is None or civil.weekday(number) == when.weekday:
        return None
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    said, true = names[when.weekday], names[civil.weekday(number)]
    return f"{civil.day_text(number)} is a {true}, the text says {said}"


def _decade(when: When, span: Span, scene: Scene) -> Placed:
    assert when.decade is not None
    return _finish(when, spans.decade(when.decade), Anchor.NONE, Basis.EXPLICIT)


def _century(when: When, span: Span, scene: Scene) -> Placed:
    assert when.century is not None
    return _finish(when, spans.century(when.century), Anchor.NONE, Basis.EXPLICIT)


def _yearless(
    when: When,
    span: Span,
    scene: Scene,
    unknown: str,
    unit_in: Callable[[int], Unit | None],
) -> Placed:
    """A date without its year: the year in which it lies best, by word, tense, distance."""
    told = scene.story.unit(when.base, "month") if when.base == "previous" else None
    near = (told, told) if told is not None else scene.story.near
    if near is None:
        return _unplaced(unknown, when)
    year = civil.ymd(near[0])[0]
    candidates = [unit_in(y) for y in range(year - 1, year + 2)]
    units = [unit for unit in candidates if unit is not None]
    if when.weekday is not None and when.day is not None:
        units = _agreeing(when, year, unit_in) or units
    if not units:
        return _unplaced(unknown, when)
    unit = _best(when, span, scene, units, near)
    warning = _mismatch(when, unit.first) if when.day is not None else None
    return _finish(when, unit, _anchor(when, scene), Basis.RELATIVE, warning)


def _agreeing(
    when: When, year: int, unit_in: Callable[[int], Unit | None]
) -> list[Unit]:
    """Units of the years around in which the weekday said agrees with the date."""
    around = (unit_in(y) for y in range(year - WEEKDAY_YEARS, year + WEEKDAY_YEARS + 1))
    return [
        u for u in around if u is not None and civil.weekday(u.first) == when.weekday
    ]


def _best(
    when: When, span: Span, scene: Scene, units: list[Unit], near: tuple[int, int]
) -> Unit:
    if when.toward is not None:
        return _toward(when.toward, units, near[0])
    look = UNKNOWN
    if not scene.story.tells_history and scene.story.dct is not None:
        look = _look(span, scene)
    if look == PAST and is_done(scene.text, span.start, scene.lexicon.cues):
        units = [unit for unit in units if unit.first <= near[1]] or units
    ahead = (
        AHEAD_IN_HISTORY
        if scene.story.tells_history or scene.story.dct is None
        else AHEAD
    )
    return min(units, key=lambda unit: (_cost(unit, near, look, ahead), unit.first))


def _cost(unit: Unit, near: tuple[int, int], look: int, factor: float) -> float:
    """Days between the unit and the anchor; against the tense they count more."""
    if unit.first <= near[1] and near[0] <= unit.last:
        return 0
    ahead = unit.first > near[1]
    distance = unit.first - near[1] if ahead else near[0] - unit.last
    if (ahead and look == PAST) or (not ahead and look == FUTURE):
        return distance * (CONTRARY if unit.last > unit.first else CONTRARY_DAY)
    if look != UNKNOWN or not ahead:
        return distance  # NEAREST, too
    is_month = unit.last > unit.first and factor >= 1
    return distance * factor * (MONTH_AHEAD if is_month else 1)


def _toward(toward: int, units: list[Unit], near: int) -> Unit:
    """Last: over for a while; next: not yet begun; this: nearest to the anchor's year."""
    if toward < 0:
        past = [u for u in units if u.last < near - 30 or u.last == u.first < near]
        return past[-1] if past else units[0]
    if toward > 0:
        coming = [u for u in units if u.first > near]
        return coming[0] if coming else units[-1]
    year = civil.ymd(near)[0]
    same = [u for u in units if civil.ymd(u.first)[0] == year]
    return same[0] if same else units[0]


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
    return _yearless(when, span, scene, unknown, unit_in)


def _season(when: When, span: Span, scene: Scene) -> Placed:
    number = when.season
    assert number is not None
    unknown = f"XXXX-{spans.SEASONS[number - 1]}"
    return _yearless(
        when, span, scene, unknown, lambda year: spans.season(year, number)
    )


def _quarter(when: When, span: Span, scene: Scene) -> Placed:
    number = when.quarter
    assert number is not None
    return _yearless(
        when, span, scene, f"XXXX-Q{number}", lambda y: spans.quarter(y, number)
    )


def _half(when: When, span: Span, scene: Scene) -> Placed:
    number = when.half
    assert number is not None
    return _yearless(
        when, span, scene, f"XXXX-H{number}", lambda y: spans.half(y, number)
    )


def _holiday(when: When, span: Span, scene: Scene) -> Placed:
    notation = when.holiday
    assert notation is not None

    def unit_in(year: int) -> Unit:
        return _feast(when, notation, year)

    return _yearless(when, span, scene, "XXXX-XX-XX", unit_in)


def _feast(when: When, notation: str, year: int) -> Unit:
    """The day of a feast, or in "Easter week" the week around it."""
    number = holiday(notation, year)
    return spans.day(number) if when.week is None else spans.week(number)


def _day(when: When, span: Span, scene: Scene) -> Placed:
    """A day of a month that was said before ("the 8th"), or of the month now told."""
    near = scene.story.unit("previous", "month")
    assert when.day is not None
    if near is None:
        return _unplaced(f"XXXX-XX-{when.day:02}", when)
    year, month, _ = civil.ymd(near)
    look = _look(span, scene)
    now = scene.story.dct if scene.story.dct is not None else near
    for amount in (0, 1, -1) if look == FUTURE else (0, -1, 1):
        y, m = civil.add_months(year, month, amount)
        fits = civil.is_day(y, m, when.day)
        number = civil.days(y, m, when.day)
        against = look == PAST and not scene.story.tells_history and number > now
        if fits and not against:
            return _finish(when, spans.day(number), Anchor.PREVIOUS, Basis.RELATIVE)
    return _unplaced(f"XXXX-XX-{when.day:02}", when)


def _weekday(when: When, span: Span, scene: Scene) -> Placed:
    weekday = when.weekday
    assert weekday is not None
    base = scene.story.day(when.base)
    if base is None or (when.base == "dct" and scene.story.dct is None):
        return _unplaced(f"XXXX-WXX-{weekday + 1}", when)
    back = (civil.weekday(base) - weekday) % 7
    ahead = (weekday - civil.weekday(base)) % 7
    if when.toward is None or when.toward == 0:
        same_day = not back
        look = UNKNOWN if same_day else _look(span, scene)
        forward = look in (FUTURE, NEAREST) or (when.toward == 0 and look == UNKNOWN)
        number = base + ahead if forward else base - back
    elif when.toward < 0:
        number = base - (back or 7)
    else:
        number = base + (ahead or 7)
    unit = spans.day(number + 7 * when.weeks + when.days)
    return _finish(when, unit, _anchor(when, scene), Basis.RELATIVE)


def _weekend(when: When, span: Span, scene: Scene) -> Placed:
    base = scene.story.day(when.base)
    if base is None or (when.base == "dct" and scene.story.dct is None):
        return _unplaced("XXXX-WXX-WE", when)
    look = _look(span, scene)
    toward = when.toward
    if toward is None:
        toward = 0 if look == FUTURE or civil.weekday(base) >= 5 else -1
    return _finish(
        when, spans.weekend(base + 7 * toward), _anchor(when, scene), Basis.RELATIVE
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
    ):
        # What has been cannot be on a day that was only announced.
        look = _look(span, scene)
        base = dct if look == PAST else base
    if base is None:
        return _unplaced("XXXX-XX-XX", when)
    return _finish(when, spans.day(base), Anchor.PREVIOUS, Basis.RELATIVE)


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
