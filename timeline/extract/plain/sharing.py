"""Which clauses without a date have that of another.

What happened "when the bridge fell on Monday" happened then, and so did both of what "and"
joins before a day: "dos murieron y cinco resultaron heridos el lunes".
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.extract.clause import Role
from timeline.extract.draft import Draft
from timeline.extract.plain import clauses
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue
from timeline.model import Granularity


def shared(reading: Reading, found: Sequence[Draft], tongue: Tongue) -> list[Draft]:
    """The drafts, and those of the clauses that have a date of theirs too."""
    heads = {draft.group.head for draft in found if draft.group}
    dated = {
        clauses.holding(reading.clauses, place.first) for place, _ in reading.timexes
    }
    more: list[Draft] = []
    for draft in found:
        for other in _others(reading, draft, tongue):
            clause = reading.clauses[other]
            free = clause.group is not None and other not in dated
            if free and clause.group and clause.group.head not in heads:
                heads.add(clause.group.head)
                whole = replace(draft, first=0, last=len(reading.words))
                more.append(replace(whole, group=clause.group, noun=None))
    return [*found, *more]


def _others(reading: Reading, draft: Draft, tongue: Tongue) -> Iterator[int]:
    """The clauses that can have the date of a draft."""
    if draft.group is None or draft.point is None or not draft.group.done:
        return
    index = clauses.holding(reading.clauses, draft.group.head)
    if index < 0:
        return
    own = reading.clauses[index]
    if own.role is Role.ADVERBIAL and own.opener in tongue.words.when:
        host = reading.clauses[own.host].group if own.host is not None else None
        if own.host is not None and host is not None and host.done:
            yield own.host
    elif index and _is_joined(reading, index, draft, tongue):
        yield index - 1


def _is_joined(reading: Reading, index: int, draft: Draft, tongue: Tongue) -> bool:
    """Whether "and" joins a clause to the one before, and its day stands behind both."""
    before, own = reading.clauses[index - 1], reading.clauses[index]
    assert draft.point is not None
    assert draft.group is not None
    time, place = draft.point[1].time, draft.point[0]
    alike = (before.host, before.opener) == (own.host, own.opener)
    joined = reading.words[own.first].low in tongue.words.coordinators
    parted = own.first > 0 and reading.words[own.first - 1].is_mark
    is_day = time is not None and time.granularity.fineness >= Granularity.DAY.fineness
    behind = place.first > draft.group.first
    known = draft.group.base in tongue.classes
    return (
        alike
        and joined
        and not parted
        and is_day
        and behind
        and known
        and before.group is not None
        and before.group.done
    )
