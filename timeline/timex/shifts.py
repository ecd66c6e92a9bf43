"""Times counted from another: "last week", "two days later", "May last year"."""

from collections.abc import Callable

from timeline import civil
from timeline.model import Anchor, Basis, Span
from timeline.timex import spans
from timeline.timex.holidays import holiday
from timeline.timex.nights import lies_ahead
from timeline.timex.scene import Placed, Scene, finish, unplaced, way
from timeline.timex.senses import Shift, When
from timeline.timex.spans import Unit
from timeline.timex.tense import FUTURE, PAST, is_done


def shifted(when: When, shift: Shift, span: Span, scene: Scene) -> Placed:
    """A time so many units away from its anchor, and the part of it that was named."""
    if shift.base == "previous" and (shift.amount == 0 or shift.unit in _YEARS):
        base = scene.story.pointed_at(shift.unit, span.start)
    elif shift == Shift("day", 0, "story") and (told := _same_day(span, scene)):
        base = told
    else:
        base = scene.story.unit(shift.base, shift.unit)
    dct_given = shift.base != "previous" and scene.story.dct is not None
    anchor = Anchor.DCT if dct_given and not scene.story.in_section else Anchor.PREVIOUS
    if base is None or (shift.base == "dct" and scene.story.dct is None):
        return unplaced(_unknown(shift), when)
    if shift.unit in _SECONDS:
        if (moment := _before_stamp(shift, scene)) is not None:
            return Placed(moment.value, moment, Anchor.PREVIOUS, Basis.RELATIVE)
        size = {"second": "S", "minute": "M", "hour": "H"}[shift.unit]
        return Placed(f"PT{abs(shift.amount or 0)}{size}", None, anchor, Basis.RELATIVE)
    reported = _reported(shift, scene)
    if reported:
        return finish(when, reported, Anchor.PREVIOUS, Basis.RELATIVE)
    unit = _container(base, shift)
    if _is_yet_to_come(unit, shift, span, scene):
        return unplaced(_unknown(shift), when)
    return finish(when, inside(when, unit), anchor, Basis.RELATIVE)


_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


def _before_stamp(shift: Shift, scene: Scene) -> Unit | None:
    """The moment so long before that of a message: "left ten minutes ago"."""
    stamp, amount = scene.halves.stamp, shift.amount or 0
    if shift.base != "dct" or stamp is None or amount >= 0:
        return None
    size = _SECONDS[shift.unit]
    day, clock = divmod(int(stamp + amount * size), civil.DAY)
    unit = "hour" if size > 60 else "minute"
    floor = 3600 if size > 60 else 60
    return spans.clock(day, clock - clock % floor, unit, None)


def _is_yet_to_come(unit: Unit, shift: Shift, span: Span, scene: Scene) -> bool:
    """Whether what is told as past would be after its report: "he left the next day".

    Then it was counted from a day that the text does not say.
    """
    own = scene.story.written
    if shift.base != "previous" or own is None or unit.first <= own:
        return False
    return (shift.amount or 0) > 0 and way(span, scene) == PAST


def _same_day(span: Span, scene: Scene) -> int | None:
    """The day just told, for "later in the day": not where a past one lies ahead."""
    told, own = scene.story.day_near(span.start), scene.story.dct
    if told is None or own is None:
        return told
    return None if told < own and way(span, scene) == FUTURE else told


def over_already(when: When, shift: Shift, span: Span, scene: Scene) -> Shift:
    """The last one is meant by "since year-end" and by "fell this weekend" on a Monday; in
    notes, "overnight" is to come."""
    day = scene.story.dct
    if shift == Shift("weekend", 0) and day is not None and civil.weekday(day) < 2:
        return Shift("weekend", -1 if way(span, scene) == PAST else 0)
    if shift == Shift("day", -1) and when.part == "NI" and lies_ahead(span, scene):
        return Shift("day", 0)
    is_end = shift == Shift("year", 0) and (when.month, when.day) == (12, 31)
    if is_end and is_done(scene.text, span.start, scene.lexicon.cues):
        return Shift("year", -1)
    return shift


def _reported(shift: Shift, scene: Scene) -> Unit | None:
    """The quarter that the text reports ("the quarter"), or the period a year before.

    In business news "a year ago" means the latter.
    """
    if not shift.counted or not scene.story.reported.quarter:
        return None
    (year, number), lag = scene.story.reported.quarter, scene.story.reported.lag
    if (shift.unit, shift.amount) == ("quarter", -1):
        return spans.quarter(year, number, lag)
    if (shift.unit, shift.amount) not in (("year", -1), ("quarter", -5)):
        return None
    if scene.story.reported.is_longer:
        return spans.years(year - 1)
    return spans.quarter(year - 1, number, lag)


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


def inside(when: When, unit: Unit) -> Unit:
    """The named part of a container: "May last year", "Friday last week"."""
    year, month, _ = civil.ymd(unit.first)
    if when.weekday is not None and when.nth is not None:
        return spans.day(holiday(f"{month:02}/{when.weekday}#{when.nth}", year))
    if when.weekday is not None and unit.last - unit.first == 6:
        return spans.day(unit.first + when.weekday)
    if when.day is not None and when.month is None:
        last = civil.month_length(year, month)
        return spans.day(civil.days(year, month, min(when.day, last)))
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
