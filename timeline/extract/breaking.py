"""What broke into something that went on: "he was walking home when a van struck him"."""

from collections.abc import Sequence

from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_OPENER = "when"


def broke_in(reading: Reading, index: int, cues: Cues) -> Group | None:
    """The verb of the clause behind this one, if what that tells broke into this."""
    clause, behind = reading.clauses[index], reading.clauses[index + 1 : index + 2]
    if not behind or behind[0].opener != _OPENER:
        return None
    if not _goes_on(reading, clause, cues):
        return None
    # "In contrast to Friday, when the dam burst, it was quiet" tells of two days.
    is_behind = clause.group is None or clause.group.last <= behind[0].first
    return behind[0].group if is_behind and _happens(reading, behind[0], cues) else None


def sudden(
    reading: Reading, clauses: Sequence[int], last: int, cues: Cues
) -> Group | None:
    """The verb of what broke into what these clauses tell, if it stands before `last`."""
    found = (broke_in(reading, index, cues) for index in clauses)
    return next((g for g in found if g and g.last <= last), None)


def _goes_on(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause tells what was so or going on, or had just been done."""
    group = clause.group
    if group is None or group.passive or clause.role is not Role.MAIN:
        return False
    if group.tense is Tense.PAST:
        return group.base in cues.state or _is_progressive(reading, group)
    return group.tense is Tense.PLUPERFECT


def _happens(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause tells what happened at once."""
    group = clause.group
    if group is None or group.negated:
        return False
    if group.tense is not Tense.PAST or _is_progressive(reading, group):
        return False
    return group.passive or group.base not in cues.state


def _is_progressive(reading: Reading, group: Group) -> bool:
    is_helped = group.last - group.first > 1
    return is_helped and reading.words[group.head].low.endswith("ing")
