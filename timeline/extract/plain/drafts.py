"""A sentence parted at its dates, where little or nothing is known of its language."""

import itertools
from collections.abc import Mapping, Sequence

import msgspec

from timeline.extract.bounds import counted_back, from_then
from timeline.extract.clause import Role
from timeline.extract.draft import Draft, Point, is_point
from timeline.extract.plain import (
    bounded,
    called,
    clauses,
    contents,
    dates,
    means,
    order,
    several,
    sharing,
    states,
    voices,
)
from timeline.extract.plain.clauses import told_in
from timeline.extract.plain.fits import fits
from timeline.extract.plain.plot import Plot, plot
from timeline.extract.plain.wished import WISH
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import TimeValue

_MARKS = ",;:–—"
"""Marks at which a sentence is parted."""

_FEW = 4
"""Words beside its date of a clause that only brings what became known."""

_LEAST = 2
"""Words beside a date that tell nothing yet."""


def drafts(reading: Reading) -> list[Draft]:
    """In a language without cues: the sentence, or each stretch of it with its date.

    Where no mark or too little stands between two dates, they share the whole sentence,
    and the first of the finest kind dates it.
    """
    return _parted(reading, [p for p in reading.timexes if is_point(p[1])])


def told(reading: Reading, dct: TimeValue | None, cues: Cues) -> list[Draft]:
    """In a language with a small table: a draft for each verb that has a date.

    A date that only bounds or describes something dates nothing, nor does that of who says
    so where what is said has its own.
    """
    assert cues.tongue is not None
    if reading.words[-1].low == "?":
        return []  # nobody says that it was so
    known = plot(reading, cues.tongue)
    if _ends_in_doubt(reading, known, cues.tongue):
        return []
    points = [p for p in reading.timexes if is_point(p[1])]
    points = [_from_then(reading, p, known, dct, cues) for p in points]
    points = [p for p in points if dates.dates(reading, p, known, dct, cues)]
    if not known.verbs:
        return _parted(reading, points)
    others = [
        p for p in points if not dates.is_of_report(reading, p, known, cues.tongue)
    ]
    points = others or points
    drafts_ = (dates.governed(reading, p, known, cues) for p in points)
    found = [d for d in drafts_ if d and fits(reading, d, dct, cues.tongue)]
    found = [d for d in found if not (d.group and d.group.modal == WISH)]
    found = [d for d in found if not states.only_stands(reading, d, cues)]
    found = [d for d in found if not contents.only_points(reading, d, cues.tongue)]
    found = [d for d in found if not called.off(reading, d.group, cues.tongue)]
    report = known.report.group if known.report else None
    by_verb: dict[int, list[Draft]] = {}
    for draft in found:
        by_verb.setdefault(_place(draft), []).append(draft)
    found = [
        draft
        for same in by_verb.values()
        for draft in several.listed(
            reading, _best(reading, same, cues.tongue), same, cues.tongue
        )
    ]
    finest = [d for d in found if not _only_brings(reading, d, by_verb)]
    every = sharing.shared(reading, sorted(finest, key=_place), cues.tongue)
    return _with_clauses(reading, every, report, cues.tongue)


def _ends_in_doubt(reading: Reading, known: Plot, tongue: Tongue) -> bool:
    """Whether a sentence denies something whose verb nobody knows: "komme heute nicht"."""
    negations = tongue.words.negations
    if negations.isdisjoint(reading.lows):
        return False
    ends = reading.words[-1].is_mark and len(reading.words) > 1
    last = reading.words[-1 - ends].low
    denied = any(verb.group.negated for verb in known.verbs)
    return not known.verbs or (last in negations and not denied)


def only_describes(reading: Reading, draft: Draft, tongue: Tongue) -> bool:
    """Whether a date is of what someone who is told of is accused of: "detuvo a dos hombres
    acusados de robar un banco en 2024"."""
    group = draft.group
    if group is None or group.tense is not Tense.PARTICIPLE:
        return False
    index = clauses.holding(reading.clauses, group.head)
    main = reading.clauses[index].group if index >= 0 else None
    within = main is not None and main.head != group.head
    return within and voices.accused(reading, draft, group, tongue) is not None


def _from_then(
    reading: Reading, point: Point, known: Plot, dct: TimeValue | None, cues: Cues
) -> Point:
    """A date since which something has been done, as the days from then on.

    So are those since "less than two weeks ago".
    """
    assert cues.tongue is not None
    if back := counted_back(point[1], dct):
        return point[0], msgspec.structs.replace(point[1], time=back)
    if dct is None or not bounded.may_last(reading, point, cues.tongue):
        return point
    draft = dates.governed(reading, point, known, cues)
    group = draft.group if draft else None
    lasts = bounded.lasts(reading, point, group, cues.tongue)
    days = from_then(point[1], dct) if lasts else None
    return (point[0], msgspec.structs.replace(point[1], time=days)) if days else point


def _only_brings(
    reading: Reading, draft: Draft, by_verb: Mapping[int, list[Draft]]
) -> bool:
    """Whether a verb only brings what has a date of its own: "el jueves se supo que"."""
    index = clauses.holding(reading.clauses, draft.group.head) if draft.group else -1
    if index < 0 or draft.group != reading.clauses[index].group:
        return False
    own = reading.clauses[index]
    told = sum(part.last - part.first for part in own.ranges)
    said = [c for c in reading.clauses if c.host == index and c.role is Role.MAIN]
    brings = any(c.group and c.group.head in by_verb for c in said)
    return brings and told <= _FEW + sum(
        place.last - place.first
        for place, _ in reading.timexes
        if own.holds(place.first)
    )


def _place(draft: Draft) -> int:
    """The word that tells an event, or the thing that its verb is told of as well."""
    if draft.gap is not None:
        return draft.gap.thing.first
    if draft.group is not None:
        return draft.group.head
    return draft.first if draft.noun is None else draft.noun


def _best(reading: Reading, same: Sequence[Draft], tongue: Tongue) -> Draft:
    """The draft with the finest date, rather not that of a thing: "gegen das Urteil vom"."""

    def order(draft: Draft) -> tuple[int, bool, int]:
        assert draft.point is not None
        fine, place = _fineness(draft)
        first = bounded.past_articles(reading, draft.point, tongue)
        of = first > 0 and reading.words[first - 1].low in tongue.words.of
        means_ = of and means.is_means(reading, draft.point, tongue)
        return fine, of and not means_ and not draft.point[1].parts, place

    return min(same, key=order)


def _fineness(draft: Draft) -> tuple[int, int]:
    assert draft.point is not None
    return _coarseness(draft.point)


def _with_clauses(
    reading: Reading, found: Sequence[Draft], report: Group | None, tongue: Tongue
) -> list[Draft]:
    """The drafts, each with the clauses that tell it; who says so is not one of them."""
    parts = reading.clauses
    indexes = {c.group.head: i for i, c in enumerate(parts) if c.group}
    telling = [draft.group for draft in found if draft.group and draft.group.finite]
    aside = [
        i
        for i, clause in enumerate(parts)
        if clause.role is Role.PARTICIPLE
        and any(clause.holds(d.group.head) for d in found if d.group)
    ]
    own = {*aside} | {clauses.holding(parts, d.gap.thing.first) for d in found if d.gap}
    own |= {
        indexes.get(group.head, -1) for group in (*telling, *filter(None, [report]))
    }
    own |= {h for at in [*own] if (h := _causing(reading, at, tongue)) >= 0}
    drafts_ = []
    for draft in found:
        finite = draft.group if draft.group and draft.group.finite else None
        index = indexes.get(finite.head, -1) if finite else -1
        if draft.gap is not None:
            drafts_.append(_with_gap(reading, draft, index))
        elif index >= 0:
            kept = told_in(reading, index, frozenset(own))
            if report is not None and finite == report:
                kept = tuple(range(len(parts)))
            first, last = parts[kept[0]].first, max(parts[i].last for i in kept)
            changed = msgspec.structs.replace(
                draft, clauses=kept, first=first, last=last
            )
            drafts_.append(changed)
        else:
            drafts_.append(draft)
    return [d if d.gap else _with_whom(reading, d, tongue) for d in drafts_]


def _causing(reading: Reading, index: int, tongue: Tongue) -> int:
    """The clause that says only that something came of it: ", lo que provocó que"; or -1."""
    host = reading.clauses[index].host if index >= 0 else None
    group = reading.clauses[host].group if host is not None else None
    causes = group is not None and group.base in tongue.voices.causes
    relative = host is not None and reading.clauses[host].role is Role.RELATIVE
    return host if causes and relative and host is not None else -1


def _with_gap(reading: Reading, draft: Draft, index: int) -> Draft:
    """The draft with the clause whose verb it shares, from there on to its own date."""
    assert draft.gap is not None
    first = reading.clauses[draft.gap.clause].first
    kept = (draft.gap.clause,) if index >= 0 else ()
    return msgspec.structs.replace(
        draft, clauses=kept, first=first, last=draft.gap.stretch.last
    )


def _with_whom(reading: Reading, draft: Draft, tongue: Tongue) -> Draft:
    """The draft from the words on that it is about: "el alcalde, quien fue detenido"."""
    whom = order.about(reading, draft, tongue)
    if whom is None or whom.first >= draft.first:
        return draft
    return msgspec.structs.replace(draft, first=whom.first)


def _parted(reading: Reading, points: Sequence[Point]) -> list[Draft]:
    """A draft for each stretch of a sentence that one of these dates dates."""
    told_ = sum(word.low.isalpha() for word in reading.words) > len(points) + 1
    if not points or not told_:
        return []
    parts = _stretches(reading, points)
    if not all(_tells(reading, part) for part in parts):
        parts = [Range(0, len(reading.words))]
    found = []
    for part in parts:
        own = [p for p in points if part.first <= p[0].first < part.last]
        point = min(own, key=_coarseness)
        found.append(Draft((), part.first, part.last, point=point))
    return found


def _stretches(reading: Reading, points: Sequence[Point]) -> list[Range]:
    """The words of a sentence, parted at the last mark before each further date."""
    cuts: list[int] = []
    for (a, _), (b, _) in itertools.pairwise(points):
        between = range(b.first - 1, a.last - 1, -1)
        cut = next((i for i in between if reading.words[i].low in _MARKS), None)
        cuts += [] if cut is None else [cut]
    return [Range(a, b) for a, b in itertools.pairwise((0, *cuts, len(reading.words)))]


def _tells(reading: Reading, part: Range) -> bool:
    """Whether more than a word or two stands beside the date of a stretch."""
    plain_ = (i for i in range(part.first, part.last) if i not in reading.dated_words)
    return sum(reading.words[i].low.isalpha() for i in plain_) > _LEAST


def _coarseness(point: Point) -> tuple[int, int]:
    """Orders dates from fine to coarse, then by place."""
    place, timex = point
    fineness = timex.time.granularity.fineness if timex.time else 0
    return -fineness, place.first
