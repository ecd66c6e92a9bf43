"""Which of the dates of a clause are those of its verb."""

import itertools

from timeline.extract.draft import Point
from timeline.extract.reading import Range, Reading
from timeline.extract.timely import is_called_for, is_for_period
from timeline.extract.verbs import Group

_AS_OF = 3
"""Words of "as of late", at most."""

_LISTING = frozenset(
    ("and", ",", "on", "in", "again", "also", "then", "at", "from", "early", "late")
)
"""Words between one date and the next of a list."""


def own_beside_called(
    reading: Reading, points: list[Point], governing: list[Point], group: Group | None
) -> list[Point]:
    """The day of a call beside that of what is called: "on 3 May called a vote for 9 May"."""
    if len(governing) != 1 or not is_called_for(reading, governing[0], group):
        return []
    assert group is not None
    others = [p for p in points if p[0].last <= group.first]
    others = [p for p in others if not _says_how_it_stands(reading, p)]
    return [p for p in others if not _refines(governing[0], p)][:1]


def governing_dates(
    reading: Reading, points: list[Point], group: Group | None
) -> list[Point]:
    """The finest date of a clause; both of "on Monday and on Friday"; else the nearest."""
    points = [p for p in points if not _is_of_one(reading, p, group)] or points
    points = [p for p in points if not _says_how_it_stands(reading, p)] or points
    points = [p for p in points if not _is_of_subject(reading, p, group)] or points
    finest = [p for p in points if not any(_refines(q, p) for q in points)]
    if len(finest) == 1:
        return finest
    own = [p for p in finest if not is_for_period(reading, p, reading.cues)]
    finest = _with_verb(reading, own or finest, group)
    if len(finest) == 1:
        return finest
    if _is_list(reading, finest):
        return finest
    if group is None:
        return finest[:1]
    return [min(finest, key=lambda p: (abs(p[0].first - group.head), p[0].first))]


def _says_how_it_stands(reading: Reading, point: Point) -> bool:
    """Whether a date is only that of "as of Monday, no talks were planned for Friday"."""
    before = [w.low for w in reading.words[: point[0].first]]
    if any(w.low == "and" for w in reading.words[point[0].last : point[0].last + 1]):
        return False  # "As of the end of 2023 and 2022"
    return before[:2] == ["as", "of"] and len(before) <= _AS_OF


def _is_of_one(reading: Reading, point: Point, group: Group | None) -> bool:
    """Whether a date is that of one of several: "made nine calls, the last at 11 p.m."."""
    clause = reading.clause_of(group)
    part = next(
        (
            r
            for r in (clause.ranges if clause else ())
            if r.first <= point[0].first < r.last
        ),
        None,
    )
    if group is None or part is None or part.first <= group.last:
        return False
    opener, *_ = reading.words[part.first : part.last]
    return opener.low in ("the", "one") and part.first + 1 < point[0].first


def _is_of_subject(reading: Reading, point: Point, group: Group | None) -> bool:
    """Whether a date is that of a verb in the subject: "who is accused of lying in 2010 | left"."""
    clause = reading.clause_of(group)
    if group is None or clause is None or point[0].last > group.first:
        return False
    return any(
        not g.finite and clause.first <= g.first and g.last <= point[0].first
        for g in reading.groups
    )


def _with_verb(
    reading: Reading, points: list[Point], group: Group | None
) -> list[Point]:
    """The dates without those of an aside: "the strike, due on Monday, began on Friday".

    Nor those inside what leads to the subject: "after meeting Lind on Monday and Valk on
    Tuesday, she left on Friday". At its head one is of the verb.
    """
    if group is None:
        return points
    clause = reading.clause_of(group)
    ranges = clause.ranges if clause else ()
    own = next((r for r in ranges if r.first <= group.first < r.last), None)
    if own is None or not any(own.first <= p[0].first < own.last for p in points):
        return points
    asides = [r for r in ranges[1:] if r.last <= own.first]
    return [
        p
        for p in points
        if not any(r.first <= p[0].first < r.last for r in asides)
        and not _is_inside(reading, p, Range(ranges[0].first, own.first))
    ]


def _is_inside(reading: Reading, point: Point, lead: Range) -> bool:
    """Whether more than "early on" stands between the head of a sentence and its date."""
    if not lead.first <= point[0].first < lead.last:
        return False
    grammar, time = reading.cues.grammar, reading.cues.time
    small = grammar.prepositions | grammar.coordinators | time.before_date
    return any(
        not (w.is_mark or w.low in small or grammar.is_adverb(w.low))
        for w in reading.words[lead.first : point[0].first]
    )


def _refines(fine: Point, coarse: Point) -> bool:
    """Whether one date is a finer one within the other, or repeats it."""
    a, b = fine[1].time, coarse[1].time
    if a is None or b is None or fine[0] == coarse[0]:
        return False
    within = b.start <= a.start and a.end <= b.end
    if (a.start, a.end) == (b.start, b.end):
        return fine[0].first < coarse[0].first
    return within


def _is_list(reading: Reading, points: list[Point]) -> bool:
    """Whether dates are listed: "on 3 May, on 5 May and again on Friday"."""
    for number, (one, other) in enumerate(itertools.pairwise(points), start=2):
        between = {w.low for w in reading.words[one[0].last : other[0].first]}
        if not between or not between <= _LISTING:
            return False
        if "and" not in between and number == len(points):
            return False
    return True
