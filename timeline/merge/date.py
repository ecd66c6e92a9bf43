"""Which date an event gets, of all that its tellings state.

Of all stated dates the finest, down to the day; a time of day only where half the origins
that name a day name one. Where days differ, that of the most origins. The date is always
one that a telling states; documents' own dates serve only when none states one.
"""

from collections.abc import Iterable, Mapping, Sequence

from timeline.civil import DAY
from timeline.merge.context import Context
from timeline.merge.folder import Quoted
from timeline.model import Basis, Granularity, Mention, TimeValue


def stating(told: Sequence[Quoted]) -> list[Mention]:
    """The tellings that date the event: those that state a day, else an hour, else all.

    A day taken over from another sentence is stated where no other is.
    """
    days = [q.mention for q in told if not q.profile.is_soft]
    days = [m for m in days if m.basis is not Basis.INHERITED] or days
    hours = [q.mention for q in told if q.mention.basis is not Basis.PUBLICATION]
    return days or hours or [q.mention for q in told]


def time_of(stated: Sequence[Mention], known: Context) -> TimeValue:
    """When the event was, of the dates that its tellings state (one at least).

    Of publication days the earliest; else the finest date that the others bear out.
    """
    if all(m.basis is Basis.PUBLICATION for m in stated):
        return min((m.time for m in stated), key=lambda t: (t.start, t.end))
    backers = _backers(stated, known)
    days = [m.time for m in stated if m.time.granularity.fineness <= _DAY]
    finer = [m.time for m in stated if m.time.granularity.fineness > _DAY]
    if finer and (not days or _half_name_one(finer, days, backers)):
        return _preferred(finer, backers)
    return _preferred(days, backers)


_DAY = Granularity.DAY.fineness


def _half_name_one(
    finer: Sequence[TimeValue],
    days: Sequence[TimeValue],
    backers: Mapping[TimeValue, set[str]],
) -> bool:
    day_origins: set[str] = set()
    for time in days:
        if time.granularity is Granularity.DAY:
            day_origins |= backers[time]
    finer_origins = set().union(*(backers[time] for time in finer))
    return len(finer_origins) >= len(day_origins - finer_origins)


def _backers(mentions: Iterable[Mention], known: Context) -> dict[TimeValue, set[str]]:
    """The origins that state each date, or a time inside it."""
    mentions = tuple(mentions)
    return {
        time: {
            known.origins[m.document_id]
            for m in mentions
            if time.start <= m.time.start and m.time.end <= time.end
        }
        for time in {m.time for m in mentions}
    }


def _preferred(
    times: Sequence[TimeValue], backers: Mapping[TimeValue, set[str]]
) -> TimeValue:
    """The shortest; of those of its length the one most origins name, then the earliest."""
    shortest = min(time.end - time.start for time in times)
    short = [time for time in times if time.end - time.start == shortest]
    return min(
        short,
        key=lambda t: (-len(backers[t]), t.qualifier is not None, t.start, t.edtf),
    )


def basis_of(mentions: Sequence[Mention], time: TimeValue) -> Basis:
    """The surest basis on which the chosen date was stated."""
    stating = [
        m.basis
        for m in mentions
        if (m.time.start, m.time.end) == (time.start, time.end)
    ]
    return min(stating, key=tuple(Basis).index)


def names_day(one: TimeValue, other: TimeValue) -> bool:
    """Whether it names the other, or the day of it: "in June" does not name 6 June."""
    longest = max(DAY, other.end - other.start)
    return overlaps(one, other) and one.end - one.start <= longest


def overlaps(one: TimeValue, other: TimeValue) -> bool:
    """Whether the two have an instant in common; both half-open."""
    return one.start < other.end and other.start < one.end
