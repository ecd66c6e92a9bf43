"""Work out when: senses and anchors to timexes.

Anchors are chosen in one place, `Story`; `place` does the calendar. What cannot be placed
keeps a TIMEX3 value with `X` for the unknown and no time.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from timeline import civil, edtf
from timeline.model import Kind, Problem, Span, TimeValue, Timex
from timeline.timex import order
from timeline.timex.anchors import is_year
from timeline.timex.beside import with_year_before
from timeline.timex.find import Expression
from timeline.timex.fiscal import GAP, ended, placed_by_end
from timeline.timex.halves import Halves
from timeline.timex.histories import tells_history
from timeline.timex.lengths import length_value
from timeline.timex.lexicon import Lexicon
from timeline.timex.listing import with_years
from timeline.timex.place import place
from timeline.timex.scene import Placed, Scene, way
from timeline.timex.sections import (
    are_feet,
    begins_line,
    depth,
    entry_heads,
    is_heading,
    is_stamp,
    level,
    post_heads,
    quotes,
    time_codes,
)
from timeline.timex.senses import Length, Often, Pair, Several, Shift, Vague, When
from timeline.timex.spans import Unit
from timeline.timex.story import Story
from timeline.timex.tense import PAST
from timeline.timex.titles import is_front, names_incident

_REACH = 80
"""Characters before a date in which the verb of its clause is looked for."""

_CLAUSE = re.compile(r"[.!?;,:]\s")

_HEADS_LOG = re.compile(r"[^\n\w]{0,6}\n\s*\[?[012]\d[:.h]?[0-5]\d\b")
"""What stands behind the two days over which a log runs: it begins on the first."""


def resolve(
    text: str,
    expressions: tuple[Expression, ...],
    dct: TimeValue | None,
    lexicon: Lexicon,
    date_order: str = "auto",
) -> tuple[tuple[Timex, ...], tuple[Problem, ...]]:
    """The timexes of a text, in order, and what was odd (with an empty uri)."""
    codes = time_codes(text)
    expressions = tuple(e for e in expressions if e.span.start not in codes)
    heads = entry_heads(text, (e.span for e in expressions))
    posts = post_heads(text, (e.span for e in expressions))
    starts = heads | posts
    dates = (e for e in expressions if not (_is_day(e) and e.span.start in starts))
    history = tells_history(tuple(dates), dct)
    story = Story(text, dct, history, lexicon.cues)
    expressions = with_years(text, expressions, story.dct, lexicon.cues)
    expressions = with_year_before(text, expressions, lexicon.cues)
    story.entries_go = order.entries_go(expressions, heads)
    vote = order.vote(text, expressions, story.dct, date_order)
    feet = are_feet(text, (e.span for e in expressions))
    halves = Halves(text)
    scene = Scene(text, story, lexicon, halves, vote.day_first, heads, posts, feet)
    timexes: list[Timex] = []
    warnings: list[tuple[int, str, str | None]] = []
    for expression, after in pairwise((*expressions, None)):
        assert expression is not None
        story.leave_entry(expression.span.start)
        if story.has_quotes:
            story.enter(depth(text, expression.span.start))
        told = expression
        if after is not None and after.span.start - expression.span.end <= GAP:
            told = ended(expression, after, scene)
        for placed, timex in _timexes(told, scene):
            timexes.append(timex)
            if placed is not None and placed.warning:
                warnings.append((expression.span.start, placed.warning, None))
    if vote.tie is not None:
        warnings.append((vote.tie.start, *_tie(text, vote.tie, vote.day_first)))
    return tuple(timexes), _problems(text, warnings)


def _is_day(expression: Expression) -> bool:
    """Whether it says a day: at the head of an entry it says from when that is told, and
    is none of the dates of a history."""
    return isinstance(expression.sense, When) and expression.sense.day is not None


def _tie(text: str, span: Span, day_first: bool) -> tuple[str, str]:
    written = text[span.start : span.end]
    reading = "day first" if day_first else "month first"
    message = f"{written!r} can be read two ways; took {reading}"
    return message, "say --date-order dmy or mdy"


def _problems(
    text: str, warnings: list[tuple[int, str, str | None]]
) -> tuple[Problem, ...]:
    """Warnings with their lines, counted once from the start of the text."""
    problems, line, counted = [], 1, 0
    for offset, message, hint in sorted(warnings):
        line, counted = line + text.count("\n", counted, offset), offset
        problems.append(Problem("", "timex", message, hint, line))
    return tuple(problems)


def _timexes(
    expression: Expression, scene: Scene
) -> Iterator[tuple[Placed | None, Timex]]:
    sense, span, rule = expression.sense, expression.span, expression.rule
    match sense:
        case Length():
            if sense.amount and sense.unit in ("month", "year"):
                scene.story.heard_length(
                    sense.amount * (12 if sense.unit == "year" else 1)
                )
            yield (
                None,
                Timex(span, Kind.DURATION, length_value(sense), rule, mod=sense.mod),
            )
        case Often():
            yield None, Timex(span, Kind.SET, sense.value, rule)
        case Vague():
            yield None, Timex(span, Kind.DATE, sense.value, rule)
        case Pair():
            yield from _pair(expression, sense, scene)
        case Several():
            yield from _several(expression, sense, scene)
        case When():
            yield _one(expression, sense, scene)


def _one(expression: Expression, when: When, scene: Scene) -> tuple[Placed, Timex]:
    """One time placed, and remembered for what follows it."""
    span = expression.span
    placed = place(when, span, scene)
    if when.ended is not None:
        placed = placed_by_end(placed, when, when.ended, scene)
    if placed.unit and not (
        _glances_back(when)
        or _is_before(placed.unit, span, scene)
        or _is_of_life(span, scene)
    ):
        scene.story.heard(
            placed.unit,
            span.start,
            compared=_is_compared(when),
        )
    whole = when.year is not None and when.day is not None
    if placed.unit and whole and way(span, scene) == PAST:
        scene.story.told_past(placed.unit)
    if placed.unit and (when.clock is not None or span.start in scene.posts):
        stamps = span.start in scene.posts or span.start in scene.heads
        scene.halves.heard(placed.unit, span, stamps)
    if placed.unit and when.day is not None and begins_line(scene.text, span.start):
        scene.story.log(placed.unit)
    if placed.unit and (when.day is not None or when.weekday is not None):
        _open(placed.unit, span, scene)
    elif placed.unit and span.start in scene.posts:
        scene.story.open_post(placed.unit)  # "Ada Brenn  2:05 PM"
    elif placed.unit and is_year(placed.unit) and _heads_year(span, scene):
        year, rank = civil.ymd(placed.unit.first)[0], level(scene.text, span.start)
        scene.story.open_year(year, rank, span.end)
    return placed, _timex(span, expression.rule, when, placed)


def _heads_year(span: Span, scene: Scene) -> bool:
    """Whether a year has a line of its own, or ends the title of a text that says no other
    date of itself: "Burials 1787"."""
    if is_heading(scene.text, span):
        return True
    ends = scene.text.startswith(("\n", "\r"), span.end)
    return ends and scene.story.written is None and level(scene.text, span.start) == 1


def _open(unit: Unit, span: Span, scene: Scene) -> None:
    """Let what follows a heading, a stamp or the head of a quotation speak from its day."""
    story, text = scene.story, scene.text
    if unit.last != unit.first:
        return
    heads = is_heading(text, span) and not scene.feet
    if heads or is_stamp(text, span, scene.lexicon.cues["stamps"]):
        story.titles.close()
        story.open_section(unit)
    elif span.start in scene.posts:
        story.open_post(unit)
        story.opened_at = span.start
    elif span.start in scene.heads:
        story.open_entry(unit, span.start)
        story.opened_at = span.start
    elif rank := level(text, span.start):
        story.titles.open(unit.first, rank, span.start)
    elif is_front(text, span.start):
        story.titles.open(unit.first, 0, span.start)
    elif names_incident(text, span.start, scene.lexicon.cues["incidents"]):
        story.titles.open_field(unit.first, span)
    if story.has_quotes and (deeper := quotes(text, span)):
        story.open_quote(unit, deeper)


def _glances_back(when: When) -> bool:
    """Whether it leaves the story for a moment: "five years earlier she had …".

    The day before is a scene of its own, on which the story goes on.
    """
    shift = when.shift
    if shift is None or shift.base != "previous" or shift.unit in ("day", "night"):
        return False
    return (shift.amount or 0) < 0


def _is_before(unit: Unit, span: Span, scene: Scene) -> bool:
    """Whether a day is told of by the way: "the force, which had landed on 19 August, …".

    What "had" happened lies before what is told, so a history stays where it is.
    """
    story = scene.story
    day = story.day("previous")
    tells = story.tells_history or story.dct is None
    if not tells or day is None or unit.last >= day:
        return False
    clause = _CLAUSE.split(scene.text[max(0, span.start - _REACH) : span.start])[-1]
    return not scene.lexicon.cues["anterior"].isdisjoint(clause.lower().split())


def _is_of_life(span: Span, scene: Scene) -> bool:
    """Whether a date in brackets is that of a birth or death: "Ada Brenn (DOB 3/22/1971)"."""
    before = scene.text[max(0, span.start - _REACH) : span.start]
    words = before.rpartition("(")[2].lower().replace(":", " ").split()
    if before.rfind("(") <= before.rfind(")") or not words:
        return False
    on = words[-1] in scene.lexicon.cues["on"]
    return words[-1 - on :][0] in scene.lexicon.cues["lives"]


def _is_compared(when: When) -> bool:
    """Whether it hangs on the period reported: "a year ago", "the 1988 period"."""
    if when.ended is not None:
        return False
    return when.quarter == 0 or (when.shift is not None and when.shift.counted)


def _timex(span: Span, rule: str, when: When, placed: Placed) -> Timex:
    kind = Kind.TIME if "T" in placed.value else Kind.DATE
    if placed.value.startswith("P"):
        kind = Kind.DURATION
    mod = None if when.mod == "ORDER" else when.mod
    if when.part == "EM":
        mod = mod or "START"
    time = placed.unit.time if placed.unit else None
    return Timex(span, kind, placed.value, rule, placed.anchor, placed.basis, mod, time)


def _pair(
    expression: Expression, pair: Pair, scene: Scene
) -> Iterator[tuple[Placed | None, Timex]]:
    """A range is one timex whose parts are its ends; ends that disagree stay two."""
    first_span, last_span = _end_spans(expression)
    if _hangs_on_first(pair):
        first = place(pair.first, first_span, scene)
        if first.unit:
            scene.story.heard(first.unit, first_span.start, whole=False)
        last = place(pair.last, last_span, scene)
    else:
        last = place(pair.last, last_span, scene)
        first_when = _lend_year(pair.first, pair.last, last)
        first = _before(first_when, first_span, last, scene)
        last = _in_week(pair, last_span, (first, last), scene)
    for placed in (first, last):
        if placed.unit:
            scene.story.heard(placed.unit, last_span.start, whole=False)
    if first.unit and _HEADS_LOG.match(scene.text, expression.span.end):
        scene.story.heard(first.unit, last_span.start, whole=False)
    ends = (
        _timex(first_span, expression.rule, pair.first, first),
        _timex(last_span, expression.rule, pair.last, last),
    )
    joined = _between(ends, pair)
    if joined is None:
        yield first, ends[0]
        yield last, ends[1]
        return
    yield last, Timex(
        expression.span, ends[0].kind, f"{first.value}/{last.value}", expression.rule,
        last.anchor, last.basis, None, joined, ends,
    )  # fmt: skip


def _hangs_on_first(pair: Pair) -> bool:
    """In "from 10 p.m. on 4 July to 2 a.m. the next day" the end is counted on."""
    shift = pair.last.shift
    return shift is not None and shift.base == "previous"


def _several(
    expression: Expression, several: Several, scene: Scene
) -> Iterator[tuple[Placed | None, Timex]]:
    slots = dict(expression.slots)
    first, second, last = (slots[name] for name in ("first", "second", "last"))
    spans_ = (
        Span(expression.span.start, first.end),
        second,
        Span(last.start, expression.span.end),
    )
    for when, span in zip(several.whens, spans_, strict=True):
        placed = place(when, span, scene)
        if placed.unit:
            scene.story.heard(placed.unit, span.start, whole=False)
        yield placed, _timex(span, expression.rule, when, placed)


def _before(when: When, span: Span, last: Placed, scene: Scene) -> Placed:
    """The first end, placed: in "from Monday to Friday" Monday is the one before Friday."""
    first = place(when, span, scene)
    if when.weekday is None or when.day is not None or when.moved is not None:
        return first
    if first.unit is None or last.unit is None or first.unit.first <= last.unit.first:
        return first
    week_before = msgspec.structs.replace(when, moved=Shift("day", -7))
    return place(week_before, span, scene)


def _in_week(
    pair: Pair, span: Span, ends: tuple[Placed, Placed], scene: Scene
) -> Placed:
    """The last end: in "from 3 p.m. on Monday until Friday" Friday is the next one."""
    (first, last), when = ends, pair.last
    weekdays = pair.first.weekday, when.weekday
    if None in weekdays or pair.first.day or when.day or when.moved or when.shift:
        return last
    if not (first.unit and last.unit) or last.unit.first - first.unit.first <= 7:
        return last
    return place(msgspec.structs.replace(when, moved=Shift("day", -7)), span, scene)


def _between(ends: tuple[Timex, Timex], pair: Pair) -> TimeValue | None:
    first, last = ends[0].time, ends[1].time
    if pair.listed or first is None or last is None or first.start >= last.start:
        return None
    return edtf.between(first, last)


def _end_spans(expression: Expression) -> tuple[Span, Span]:
    slots = dict(expression.slots)
    first, last = slots.get("first"), slots.get("last")
    if first is None or last is None:
        return expression.span, expression.span
    start, end = expression.span.start, expression.span.end
    return Span(start, first.end), Span(last.start, end)


def _lend_year(first: When, last: When, placed: Placed) -> When:
    """In "From 3 March to 5 April 2013": the first end takes the year of the last."""
    if (
        first.year is not None
        or placed.unit is None
        or first.shift
        or first.month is None
    ):
        return first
    year = civil.ymd(placed.unit.first)[0]
    if last.month is not None and first.month > last.month:
        year -= 1
    return msgspec.structs.replace(first, year=year)
