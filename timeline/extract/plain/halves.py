"""What stands behind a semicolon without a date: "entgleiste am Montag; zwei starben".

It is told of the day of what stands before it, as a sentence of its own would be.
"""

from collections.abc import Iterator, Sequence

from timeline import civil, edtf
from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.plain.clauses import holding, told_in
from timeline.extract.reading import Reading
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Granularity, TimeValue

RECENT = 7 * civil.DAY
"""Seconds before its document in which what is reported lies."""


def halves(
    reading: Reading, found: Sequence[Draft], dct: TimeValue, cues: Cues
) -> Iterator[tuple[Draft, TimeValue]]:
    """The events told behind a semicolon, each with the day of what is told before it."""
    tongue = cues.tongue
    assert tongue is not None
    if not any(word.low == ";" for word in reading.words):
        return
    told = {draft.group.head for draft in found if draft.group}
    for index, clause in enumerate(reading.clauses):
        group = clause.group
        if group is None or group.head in told or not _is_half(reading, clause):
            continue
        states = group.base in tongue.voices.states
        if states or not group.done or group.negated or group.modal:
            continue
        if _is_of_none(reading, clause, tongue):
            continue
        day = _day(reading, found, clause, dct)
        if day is not None:
            kept = told_in(reading, index, frozenset())
            last = max(reading.clauses[at].last for at in kept)
            yield Draft(kept, clause.first, last, group), day


def _is_half(reading: Reading, clause: Clause) -> bool:
    """Whether a clause begins behind a semicolon and has no time of its own."""
    before = reading.words[clause.first - 1].low if clause.first else ""
    dated = any(
        clause.first <= place.first < clause.last for place, _ in reading.timexes
    )
    return clause.role is Role.MAIN and before == ";" and not dated


def _is_of_none(reading: Reading, clause: Clause, tongue: Tongue) -> bool:
    """Whether it is told of nobody, or of other times."""
    small = tongue.words
    refused = small.none | small.background | small.since | small.spoken | small.later
    inside = reading.words[clause.first : clause.last]
    return not refused.isdisjoint(word.low for word in inside)


def _day(
    reading: Reading, found: Sequence[Draft], clause: Clause, dct: TimeValue
) -> TimeValue | None:
    """The day of the last event told before a clause in a main one, if it is recent."""
    for draft in reversed(found):
        group, point = draft.group, draft.point
        if group is None or point is None or group.head >= clause.first:
            continue
        index, time = holding(reading.clauses, group.head), point[1].time
        main = index >= 0 and reading.clauses[index].role is Role.MAIN
        if not main or not group.done or group.negated or time is None:
            return None
        fine = time.granularity.fineness >= Granularity.DAY.fineness
        recent = dct.start - RECENT <= time.start and time.end <= dct.end
        day = edtf.day(time.start // civil.DAY)
        return day if fine and recent and time.end <= day.end else None
    return None
