"""A date without its year: the year in which it lies best, by word, tense, distance."""

from collections.abc import Callable

from timeline import civil
from timeline.model import Basis, Span
from timeline.timex.scene import Placed, Scene, anchor_of, finish, unplaced, way
from timeline.timex.senses import When
from timeline.timex.spans import Unit
from timeline.timex.tense import FUTURE, PAST, UNKNOWN, is_done, is_told

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


def mismatch(when: When, number: int) -> str | None:
    """What is to be said where the weekday said is not that of the date, or None."""
    if when.weekday is None or civil.weekday(number) == when.weekday:
        return None
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    said, true = names[when.weekday], names[civil.weekday(number)]
    return f"{civil.day_text(number)} is a {true}, the text says {said}"


def yearless(
    when: When,
    span: Span,
    scene: Scene,
    unknown: str,
    unit_in: Callable[[int], Unit | None],
) -> Placed:
    """A date without its year: the year in which it lies best, by word, tense, distance."""
    told = _told(when, scene)
    near = (told, told) if told is not None else scene.story.near(span.start)
    if near is None:
        return unplaced(unknown, when)
    year = civil.ymd(near[0])[0]
    candidates = [unit_in(y) for y in range(year - 1, year + 2)]
    units = [unit for unit in candidates if unit is not None]
    if when.weekday is not None and when.day is not None:
        units = _agreeing(when, year, unit_in) or units
    if not units:
        return unplaced(unknown, when)
    unit = _carried(when, span, scene, unit_in) or _best(when, span, scene, units, near)
    warning = mismatch(when, unit.first) if when.day is not None else None
    return finish(when, unit, anchor_of(when, scene), Basis.RELATIVE, warning)


def _told(when: When, scene: Scene) -> int | None:
    """A day of what "the following March" comes after: of the year or month told last.

    "That March" is of the same year.
    """
    if when.base != "previous":
        return None
    year = scene.story.year_said()
    if year is None:
        return scene.story.unit("previous", "month")
    if not when.toward:
        return civil.days(year, 7)
    return civil.days(year, 11, 30) if when.toward > 0 else civil.days(year)


def _carried(
    when: When, span: Span, scene: Scene, unit_in: Callable[[int], Unit | None]
) -> Unit | None:
    """The later date of "arrested in May 2010 and charged in June": of the same year."""
    said = scene.story.carried(span.start)
    if said is None or when.toward is not None or when.weekday is not None:
        return None
    dct, year = scene.story.dct, civil.ymd(said)[0]
    units = (unit_in(y) for y in (year, year + 1))  # "In November 2010 … in March"
    later = next((unit for unit in units if unit and unit.first > said), None)
    if later is None or dct is None or later.first > dct:
        return None
    return later if way(span, scene) != FUTURE else None


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
    if span.start in scene.heads:
        units = _in_order(units, scene) or units
        return min(units, key=lambda unit: (_cost(unit, near, look, 1), unit.first))
    story = scene.story
    goes_on = story.tells_history or story.dct is None or story.outlived is not None
    if not goes_on or story.outlived is not None:
        look = way(span, scene)
    if goes_on and look == PAST:
        look = UNKNOWN
    cues = scene.lexicon.cues
    if look == PAST and (
        is_done(scene.text, span.start, cues)
        or is_told(scene.text, span.start, span.end, cues)
    ):
        units = [unit for unit in units if unit.first <= near[1]] or units
    ahead = AHEAD_IN_HISTORY if goes_on else AHEAD
    return min(units, key=lambda unit: (_cost(unit, near, look, ahead), unit.first))


def _in_order(units: list[Unit], scene: Scene) -> list[Unit]:
    """Those that go on from the entry before, if entries run one way."""
    last, step = scene.story.last_entry, scene.story.entries_go
    return [u for u in units if last is not None and (u.first - last) * step >= 0]


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
