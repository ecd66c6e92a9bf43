"""A sentence parted at its dates, where little or nothing is known of its language."""

import itertools
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from timeline.extract import plain
from timeline.extract.draft import Draft, Point, is_point
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import TimeValue

_MARKS = ",;:–—"
"""Marks at which a sentence is parted."""

_LEAST = 2
"""Words beside a date that tell nothing yet."""


class _Verbs(Struct, frozen=True):
    """Where the verbs of a sentence stand, and the "and" just before one."""

    heads: tuple[int, ...] = ()
    joints: tuple[int, ...] = ()


def drafts(reading: Reading) -> list[Draft]:
    """In a language without cues: the sentence, or each stretch of it with its date.

    Where no mark or too little stands between two dates, they share the whole sentence,
    and the first of the finest kind dates it.
    """
    return _parted(reading, [p for p in reading.timexes if is_point(p[1])])


def told(reading: Reading, dct: TimeValue | None, cues: Cues) -> list[Draft]:
    """In a language with a small table: the same, each with the verb that its date has.

    A date that only bounds or describes something dates nothing.
    """
    assert cues.tongue is not None
    known = plain.plot(reading, cues.tongue)
    points = [p for p in reading.timexes if is_point(p[1])]
    points = [p for p in points if plain.dates(reading, p, cues)]
    told_on = [p for p in points if plain.is_of_report(reading, p, known)]
    points = [p for p in points if p not in told_on] or told_on
    whole = Range(0, len(reading.words))
    governed = {p: plain.governing(reading, whole, p, known, cues) for p in points}
    points = [p for p in points if plain.fits(governed[p], p[1].time, dct)]
    told_by = _verbs(reading, points, known, cues.tongue)
    found = []
    for draft in _parted(reading, points, told_by):
        assert draft.point is not None
        part = Range(draft.first, draft.last)
        group = plain.governing(reading, part, draft.point, known, cues)
        found.append(msgspec.structs.replace(draft, group=group))
    return found


def _verbs(
    reading: Reading, points: Sequence[Point], known: plain.Plot, tongue: Tongue
) -> _Verbs:
    """The verbs that can have a date: finite ones, and participles beside one."""
    told_by = [verb.group for verb in known.verbs if verb is not known.report]
    bare = [plain.bare(reading, point, tongue) for point in points]
    heads = [group.head for group in told_by] + [at for at in bare if at >= 0]
    firsts = [group.first for group in told_by] + [at for at in bare if at >= 0]
    before = [first - 1 for first in firsts if first]
    joined = tongue.words.coordinators
    joints = [at for at in before if reading.words[at].low in joined]
    return _Verbs(tuple(heads), tuple(joints))


def _parted(
    reading: Reading, points: Sequence[Point], verbs: _Verbs | None = None
) -> list[Draft]:
    """A draft for each stretch of a sentence that one of these dates dates.

    Where the places of its verbs are known, each stretch must have one of them.
    """
    told_ = sum(word.low.isalpha() for word in reading.words) > len(points) + 1
    if not points or not told_:
        return []
    parts = _stretches(reading, points, verbs or _Verbs())
    verbal = verbs is None or all(_has(part, verbs) for part in parts)
    if not verbal or not all(_tells(reading, part) for part in parts):
        parts = [Range(0, len(reading.words))]
    found = []
    for part in parts:
        own = [p for p in points if part.first <= p[0].first < part.last]
        point = min(own, key=_coarseness)
        found.append(Draft((), part.first, part.last, point=point))
    return found


def _stretches(reading: Reading, points: Sequence[Point], verbs: _Verbs) -> list[Range]:
    """The words of a sentence, parted at the last mark before each further date.

    Where verbs are known, it is parted rather where both parts then have one.
    """
    cuts: list[int] = []
    ends = [*(place.first for place, _ in points[2:]), len(reading.words)]
    for (a, _), (b, _), end in zip(points, points[1:], ends, strict=False):
        between = range(b.first - 1, a.last - 1, -1)
        marks = [i for i in between if reading.words[i].low in _MARKS]
        joints = [i for i in verbs.joints if i in between]
        first = cuts[-1] if cuts else 0
        parting = (
            i
            for i in (*marks, *joints)
            if _has(Range(first, i), verbs) and _has(Range(i, end), verbs)
        )
        cut = next(parting, marks[0] if marks else None)
        cuts += [] if cut is None else [cut]
    return [Range(a, b) for a, b in itertools.pairwise((0, *cuts, len(reading.words)))]


def _has(part: Range, verbs: _Verbs) -> bool:
    """Whether a verb lies in a stretch."""
    return any(part.first <= head < part.last for head in verbs.heads)


def _tells(reading: Reading, part: Range) -> bool:
    """Whether more than a word or two stands beside the date of a stretch."""
    dated = {i for place, _ in reading.timexes for i in range(place.first, place.last)}
    plain_ = (i for i in range(part.first, part.last) if i not in dated)
    return sum(reading.words[i].low.isalpha() for i in plain_) > _LEAST


def _coarseness(point: Point) -> tuple[int, int]:
    """Orders dates from fine to coarse, then by place."""
    place, timex = point
    fineness = timex.time.granularity.fineness if timex.time else 0
    return -fineness, place.first
