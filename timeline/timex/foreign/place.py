"""Put what was said in the words of a locale on the calendar."""

from collections.abc import Callable, Iterator

from msgspec import structs

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.lang.locales import Locale
from timeline.model import Anchor, Basis, Granularity, Kind, Span, TimeValue, Timex
from timeline.timex import spans
from timeline.timex.foreign.fields import (
    finish,
    has_fields,
    in_fields,
    in_year,
    nameless,
    unplaced,
)
from timeline.timex.foreign.near import Near, Placed, Story
from timeline.timex.foreign.said import OFTEN, VAGUE, Said
from timeline.timex.senses import Shift, When
from timeline.timex.spans import Unit

_GRAIN = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
}

Ask = Callable[[str, int], tuple[int, str] | None]
"""From words and a base day to a day and the unit it stands for."""


def timexes(
    text: str,
    finds: tuple[Said, ...],
    dct: TimeValue | None,
    ask: Ask,
    more: Locale,
) -> Iterator[Timex]:
    """What was said as timexes, in order; `ask` values words that no table values.

    A date without its year is of that of the heading above it, near the document's day,
    or in a text without one near what was told last.
    """
    story = Story(text, finds, dct, more)
    for found in finds:
        near = story.near(found)
        if found.rule == VAGUE:
            value = found.when.mod or ""
            yield Timex(found.span, Kind.DATE, value, VAGUE, basis=Basis.RELATIVE)
        elif found.rule == OFTEN:
            yield Timex(found.span, Kind.SET, found.words, OFTEN)
        elif found.last is None:
            placed = _place(found, near, ask)
            if placed is not None:
                story.heard(found, placed, near)
                yield _timex(found.span, found.rule, found.when, placed)
        else:
            *_, last = pair = [*_pair(found, found.last, near)]
            story.heard(found, last[0], near)
            yield from (timex for _, timex in pair)


def _timex(span: Span, rule: str, when: When, placed: Placed) -> Timex:
    kind = Kind.TIME if "T" in placed.value else Kind.DATE
    mod = when.mod or ("START" if when.part == "EM" else None)
    time = placed.unit.time if placed.unit else None
    return Timex(span, kind, placed.value, rule, placed.anchor, placed.basis, mod, time)


def _pair(found: Said, last: When, near: Near) -> Iterator[tuple[Placed, Timex]]:
    """A range is one timex whose parts are its ends; the items of a list are several."""
    first_span, last_span = found.ends or (found.span, found.span)
    end = in_fields(structs.replace(found, when=last), near)
    if _are_weekdays(found.when, last) and not found.is_listed:
        yield from _from_to(found, last, end, near)
        return
    items = [(first_span, found.when), *found.between]
    told = [(span, _lent(found, when, end, near), when) for span, when in items]
    told.append((last_span, end, last))
    if found.is_listed or any(placed.unit is None for _, placed, _ in told):
        yield from ((p, _timex(span, found.rule, when, p)) for span, p, when in told)
        return
    ends = tuple(_timex(span, found.rule, when, p) for span, p, when in told)
    yield end, _range(found, ends, end)


def _range(found: Said, ends: tuple[Timex, ...], end: Placed) -> Timex:
    """One timex from the first of some to the last."""
    first, final = ends[0].time, ends[-1].time
    assert first is not None
    assert final is not None
    value, time = f"{ends[0].value}/{ends[-1].value}", edtf.between(first, final)
    return Timex(
        found.span, Kind.DATE, value, found.rule, end.anchor, end.basis, None, time, ends
    )  # fmt: skip


def _are_weekdays(first: When, last: When) -> bool:
    """Whether a range goes from a weekday to another of no date: "da lunedì a mercoledì"."""
    ends = first, last
    return all(w.weekday is not None and w.day is None and not w.shift for w in ends)


def _from_to(
    found: Said, last: When, end: Placed, near: Near
) -> Iterator[tuple[Placed, Timex]]:
    """Days of one week on: what is to come from its first day, what is over up to its last."""
    begun = in_fields(structs.replace(found, last=None), near)
    spans_ = found.ends or (found.span, found.span)
    assert found.when.weekday is not None
    assert last.weekday is not None
    days = (last.weekday - found.when.weekday) % 7
    if begun.unit is not None and end.unit is not None:
        ahead = found.when.toward == 1
        first = begun.unit.first if ahead else end.unit.first - days
        begun = finish(found.when, spans.day(first), end.basis, end.anchor)
        end = finish(last, spans.day(first + days), end.basis, end.anchor)
    pairs = zip(spans_, (begun, end), (found.when, last), strict=True)
    told = tuple(_timex(span, found.rule, when, p) for span, p, when in pairs)
    if begun.unit is None or end.unit is None:
        yield from zip((begun, end), told, strict=True)
        return
    yield end, _range(found, told, end)


def _lent(found: Said, when: When, end: Placed, near: Near) -> Placed:
    """One of several days, with the year and the anchor of the last."""
    is_weekday = when.weekday is not None and when.day is None
    if end.unit is not None and when.year is None and not is_weekday:
        year, month, _ = civil.ymd(end.unit.first)
        over = (
            when.month is not None and when.month > month
        )  # "entre diciembre y enero"
        when = structs.replace(when, year=year - over)
    placed = in_fields(structs.replace(found, when=when), near)
    return structs.replace(placed, anchor=end.anchor, basis=end.basis)


def _place(found: Said, near: Near, ask: Ask) -> Placed | None:
    """What was said on the calendar."""
    when, shift, dct = found.when, found.when.shift, near.dct
    if shift is None:
        return in_fields(found, near)
    is_there = shift.amount == 0 and shift.unit != "day" and not when.crossing
    if shift.base == "previous" or (is_there and (dct is None or near.is_history)):
        return _following(when, shift, near.told)
    if not _can_anchor(dct, shift):
        return unplaced(_unknown(when), when)
    assert dct is not None
    base = dct.start // DAY
    if shift.amount is None:
        answer = ask(found.words, base)
        if answer is None:
            return None
        unit = _container(*answer, 0)
    else:
        back = when.crossing and shift.amount == 0 and when.toward is None
        unit = _container(base, shift.unit, shift.amount - back)
    anchor = Anchor.PREVIOUS if near.in_entry else Anchor.DCT
    return finish(when, _inside(when, unit), Basis.RELATIVE, anchor)


def _following(when: When, shift: Shift, told: Unit | None) -> Placed:
    """A time counted from the one that was told last, if that is as fine."""
    grain = _GRAIN[shift.unit].fineness
    if told is None or shift.amount is None or told.time.granularity.fineness < grain:
        return unplaced(_unknown(when), when)
    unit = _container(told.first, shift.unit, shift.amount)
    whole = _inside(structs.replace(when, weekday=None), unit)
    return finish(when, whole, Basis.RELATIVE, Anchor.PREVIOUS)


def _can_anchor(dct: TimeValue | None, shift: Shift) -> bool:
    """Whether the document date is as fine as what is counted from it."""
    if dct is None:
        return False
    return dct.end - dct.start <= DAY or (
        dct.granularity.fineness >= _GRAIN[shift.unit].fineness
        and shift.amount is not None
    )


def _container(base: int, unit: str, amount: int) -> Unit:
    """The day, week, month or year `amount` away from the one that holds the base."""
    year, month, _ = civil.ymd(base)
    match unit:
        case "day":
            return spans.day(base + amount)
        case "week":
            return spans.week(base + 7 * amount)
        case "month":
            return spans.month(*civil.add_months(year, month, amount))
        case "decade":
            return spans.decade(year + 10 * amount)
    return spans.years(year + amount)


def _inside(when: When, unit: Unit) -> Unit:
    """The named part of a container: "jueves de la semana pasada"."""
    year, month, _ = civil.ymd(unit.first)
    if unit.time.granularity is Granularity.MONTH and when.day is not None:
        is_day = civil.is_day(year, month, when.day)
        return spans.day(civil.days(year, month, when.day)) if is_day else unit
    if when.weekday is not None and when.day is None:
        return spans.day(unit.first + when.weekday)
    if unit.time.granularity is Granularity.YEAR and has_fields(when):
        return in_year(when, year) or unit
    return unit


def _unknown(when: When) -> str:
    assert when.shift is not None
    if has_fields(when):
        return nameless(when)
    if when.weekday is not None:
        return f"XXXX-WXX-{when.weekday + 1}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(
        when.shift.unit, "XXXX"
    )
