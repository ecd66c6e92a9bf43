"""Which date of a sentence dates which of its events.

A date belongs to the verb of its clause; the date of a verb of saying to the saying; the
date inside "since his visit on Friday" to the visit. What is said on a day is an event of
that day only where nothing in it has a date of its own.
"""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from timeline.extract.bounds import is_since, reaching, since_then
from timeline.extract.deeds import deeds
from timeline.extract.draft import (
    Draft,
    Point,
    brings,
    content,
    grouped,
    is_point,
    report_of,
)
from timeline.extract.gapping import drafts_of, gaps
from timeline.extract.governing import governing_dates, own_beside_called
from timeline.extract.idle import dates_verb, lasted_until
from timeline.extract.nouns import nominal, says_enough
from timeline.extract.progress import is_day
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.scope import dates_in, owned
from timeline.extract.tells import tells_event
from timeline.extract.timely import fits
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.model import TimeValue


def drafts(reading: Reading, dct: TimeValue | None, cues: Cues) -> tuple[Draft, ...]:
    """The dated events of a sentence, in order of their words."""
    reach = reaching(reading, dct, cues)
    points = [reach.get(p[0].first, p) for p in reading.timexes]
    points = [p for p in points if is_point(p[1]) or p[0].first in reach]
    if not points:
        return ()
    units = grouped(reading, cues)
    asked = reading.words[-1].low == "?"
    without = [] if asked else _gapped(reading, dct, cues)
    gone = {g.point[0].first for g in gaps(reading, cues)} if without else set()
    points = [p for p in points if p[0].first not in gone]
    named = [
        d
        for p in _of_nouns(reading, points, cues) * (not asked)
        for d in nominal(reading, p, points, dct, cues)
    ]
    taken = {
        d.point[0].first
        for d in named
        if d.point and (d.point in points or says_enough(reading, d, cues))
    }
    free = [
        p
        for p in points
        if p[0].first not in taken
        and (p[0].first in reach or dates_verb(reading, p, cues))
    ]
    named = [d for d in named if says_enough(reading, d, cues)]
    named += deeds(reading, points, cues)
    kept = {d.point[0].first for d in named if d.point}
    said = [p for p in reading.timexes if is_point(p[1]) and p[0].first not in kept]
    own = owned(reading, units, free, said, cues)
    since_then(reading, units, own, dct, cues)
    _hand_up(reading, units, own, dct, cues)
    fitting = {u: [p for p in own[u] if fits(reading, u, p, dct, cues)] for u in units}
    found = [d for u in units for d in _unit_drafts(reading, u, fitting[u], cues)]
    asides = all(_is_aside(reading.clauses[d.clauses[0]]) for d in found)
    found += [
        said
        for said in _statements(reading, units, own, cues)
        if asides or _announces(reading, said, found, cues)
    ]
    found = _without_background(found + without + named)
    return tuple(
        sorted(_bounded_spans(reading, found), key=lambda d: (d.first, d.last))
    )


def _of_nouns(
    reading: Reading, points: Sequence[Point], cues: Cues
) -> tuple[Point, ...]:
    """The points as nouns have them: "the flood" of "since the flood in 2010" was in 2010."""
    own = {p[0].first: p for p in reading.timexes}
    return tuple(
        own[p[0].first] if is_since(reading, p[0], cues) else p for p in points
    )


def _hand_up(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: dict[tuple[int, ...], list[Point]],
    dct: TimeValue | None,
    cues: Cues,
) -> None:
    """Give the main verb a date that the tense of a relative clause behind it rules out.

    "Signed a deal that gives it 40 per cent of the mine | on Monday", but not "won what is
    the worst fight since the war | in 1991".
    """
    for main, unit in itertools.pairwise(units):
        told, clause = reading.clauses[main[0]], reading.clauses[unit[0]]
        hangs = clause.role is Role.RELATIVE and clause.host == main[0]
        if own[main] or not (hangs and told.role is Role.MAIN and told.group):
            continue
        tense = clause.group.tense if clause.group else None
        if told.group.done and tense is Tense.PRESENT:
            fine = [p for p in own[unit] if not fits(reading, unit, p, dct, cues)]
            fine = [p for p in fine if p[1].time and is_day(p[1].time)]
            fine = [p for p in fine if not _is_of_told(reading, clause, p)]
            own[main] = [p for p in fine if fits(reading, main, p, dct, cues)][:1]


def _is_of_told(reading: Reading, clause: Clause, point: Point) -> bool:
    """Whether a date is that of what someone says in a clause: "which he says he sold in May"."""
    verbs = (g for g in reading.groups_before(point[0].first) if g.finite)
    return any(clause.group and g.first >= clause.group.last for g in verbs)


def _gapped(reading: Reading, dct: TimeValue | None, cues: Cues) -> list[Draft]:
    """The events whose verb is said with another: "and Torvik on 5 May"."""
    return [
        draft
        for draft in drafts_of(gaps(reading, cues), reading)
        if draft.point
        and fits(reading, draft.clauses, draft.point, dct, cues)
        and tells_event(reading, reading.clauses[draft.clauses[0]], cues)
    ]


def _is_aside(clause: Clause) -> bool:
    """Whether a clause says more of what is told, or since when: "since the war began"."""
    since = clause.role is Role.ADVERBIAL and clause.opener == "since"
    return since or clause.role in (Role.RELATIVE, Role.PARTICIPLE)


# ── Events told by verbs ─────────────────────────────────────────────────────────────


def _unit_drafts(
    reading: Reading, unit: tuple[int, ...], points: list[Point], cues: Cues
) -> Iterator[Draft]:
    """The events of a unit: one, or one for each clause (or date) of its own."""
    lead = reading.clauses[unit[0]]
    if not points or lead.role is Role.REPORT:
        return
    if not any(tells_event(reading, reading.clauses[i], cues) for i in unit):
        return
    parts = [(i, dates_in(reading, (i,), points)) for i in unit]
    if sum(bool(own) for _, own in parts) > 1:
        for index, own in parts:
            if own:
                yield from _dated(reading, (index,), own)
        return
    dated = [i for i, own in parts if own]
    apart = bool(dated) and dated[0] != unit[0]
    if apart and lead.group and _is_apart(reading, lead.group, dated[0], cues):
        unit = tuple(dated)
    elif apart and (
        _is_before_verb(reading.clauses[dated[0]], points)
        or any(lasted_until(reading, point) for point in points)
    ):
        # "He left and on Friday returned", "left and worked in Lund until 1950"
        unit = tuple(i for i in unit if i >= dated[0])
    yield from _dated(reading, unit, points)


def _is_before_verb(clause: Clause, points: list[Point]) -> bool:
    """Whether a date stands between the word that opens a clause and its verb."""
    verb = clause.group.first if clause.group else clause.first
    return any(clause.first < p[0].first < verb for p in points)


def _is_apart(reading: Reading, lead: Group, later: int, cues: Cues) -> bool:
    """Whether a verb is not of the time of a later one that shares its subject.

    It tells how things stand; or it is past, and the other one is not ("won the vote and
    hopes to govern soon", "was worn and must be mended by May").
    """
    if lead.tense is Tense.PRESENT or lead.base in cues.state:
        return True
    group = reading.clauses[later].group
    ahead = (Tense.PRESENT, Tense.FUTURE, Tense.MODAL, Tense.PROGRESSIVE)
    if group is None or group.modal == "would":
        return False
    if lead.tense is Tense.PERFECT and group.tense is Tense.PAST:
        return True  # "Has burnt down twice and was last rebuilt in 1950"
    return lead.tense in DONE and group.tense in ahead


def _dated(
    reading: Reading, unit: tuple[int, ...], points: list[Point]
) -> Iterator[Draft]:
    group = next((c.group for i in unit if (c := reading.clauses[i]).group), None)
    first = min(reading.clauses[i].first for i in unit)
    last = max(reading.clauses[i].last for i in unit)
    report = report_of(reading, unit)
    governing = governing_dates(reading, points, group)
    governing += own_beside_called(reading, points, governing, group)
    for point in governing:
        others = tuple(p for p in governing if p is not point)
        yield Draft(unit, first, last, group, point=point, report=report, others=others)


# ── The saying as the event ──────────────────────────────────────────────────────────


def _statements(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: dict[tuple[int, ...], list[Point]],
    cues: Cues,
) -> Iterator[Draft]:
    """What was said, dated by its saying, where it has no date of its own.

    The clauses of the draft are the report, then what was said.
    """
    for unit in units:
        clause = reading.clauses[unit[0]]
        if clause.role is not Role.REPORT or not own[unit]:
            continue
        teller = unit[0]
        if clause.group is None or not clause.group.finite:
            reports = [
                i for i, c in enumerate(reading.clauses) if c.role is Role.REPORT
            ]
            teller = next((i for i in reports if _is_finite(reading, i)), teller)
        said = content(reading, units, teller)
        bare = clause.group and clause.group.base in cues.reporting.bare
        if not said and (bare or _is_cited(reading, clause)):
            return
        yield Draft(
            (teller, *said),
            0,
            len(reading.words),
            clause.group,
            point=own[unit][0],
            report=unit[0],
            statement=True,
        )
        return


def _announces(reading: Reading, said: Draft, found: list[Draft], cues: Cues) -> bool:
    """Whether a saying is an event beside what is said, which has a date of its own.

    "Announced on 2 May that she would step down in June" is, and what a report "published
    on 2 May" found; "said on 2 May that nine had died on 1 May" only tells from when we
    know it.
    """
    group, point = said.group, said.point
    if group is None or not group.finite or point is None or said.report is None:
        return False
    if any(d.point and d.point[0] == point[0] for d in found):
        return False
    lent = not reading.clauses[said.report].holds(point[0].first)
    return lent or (group.base in cues.actions and group.base in cues.reporting.verbs)


def _is_cited(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only names its source: "according to a study led by Brenn"."""
    group = clause.group
    behind = reading.words[group.last : group.last + 1] if group else ()
    return any(word.low == "by" for word in behind)


def _is_finite(reading: Reading, index: int) -> bool:
    group = reading.clauses[index].group
    return group is not None and group.finite


# ── Spans ────────────────────────────────────────────────────────────────────────────


def _without_background(found: list[Draft]) -> list[Draft]:
    """Drop a noun's date where a verb's draft already has the same point."""
    verbs = {d.point[0].first for d in found if d.noun is None and d.point}
    return [
        d
        for d in found
        if d.noun is None or (d.point and d.point[0].first not in verbs)
    ]


def bounded(reading: Reading, draft: Draft, others: Sequence[Draft] = ()) -> Draft:
    """A draft with the clauses that follow it and are not those of `others`."""
    return next(_bounded_spans(reading, [draft, *others]))


def _bounded_spans(reading: Reading, found: list[Draft]) -> Iterator[Draft]:
    """Each draft with the words to quote: its clauses and the undated ones that follow."""
    busy = {i for d in found for i in d.clauses}
    for draft in found:
        if draft.statement or not draft.clauses:
            yield draft
            continue
        last = _extended(reading, draft, busy)
        yield msgspec.structs.replace(draft, last=last)


def _extended(reading: Reading, draft: Draft, busy: set[int]) -> int:
    """The end moved behind trailing clauses that no other event owns."""
    last, content = draft.last, False
    for index, clause in enumerate(reading.clauses):
        if clause.first < last:
            continue
        content = brings(reading, clause) or (content and clause.first == last)
        if index in busy or clause.role is Role.REPORT:
            break
        if clause.role is Role.MAIN and not content:
            break
        if any(not word.is_mark for word in reading.words[last : clause.first]):
            break
        last = clause.last
    return last
