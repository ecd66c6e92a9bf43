"""What was planned and then put off or called off: nothing happens on its date.

"Der Prozess, der am Dienstag beginnen sollte, wurde verschoben", "la reunión prevista para
el lunes se canceló".
"""

from timeline.extract.clause import Role
from timeline.extract.plain.clauses import holding
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue

_DUE = frozenset(("must", "would", "hearsay"))
"""Modals of what is to happen: "sollte", "zou", "doveva"."""


def off(reading: Reading, group: Group | None, tongue: Tongue) -> bool:
    """Whether the sentence of a verb goes on that what it plans was put off."""
    index = holding(reading.clauses, group.head) if group else -1
    if group is None or index < 0:
        return False
    own = reading.clauses[index]
    passive = group.passive or group.tense is not Tense.PAST
    told = group.tense is not Tense.PERFECT and passive
    planned = group.base in tongue.voices.plans and told
    is_within = own.group is None or own.group.head != group.head
    host = own if is_within or own.host is None else reading.clauses[own.host]
    adds = is_within or own.role in (Role.RELATIVE, Role.PARTICIPLE)
    due = planned or group.modal in _DUE
    behind = reading.clauses[index + 1 : index + 2]
    beside = any(c.role is Role.MAIN and not c.opener for c in behind)
    if beside and _lifts(behind[0].group, group, tongue):
        return due  # "Devait comparaître lundi, mais l'audience a été reportée"
    return adds and due and _lifts(host.group, group, tongue)


def _lifts(verb: Group | None, group: Group, tongue: Tongue) -> bool:
    """Whether a verb tells as done that something was put off or called off."""
    if verb is None or verb.head == group.head or verb.negated or verb.modal:
        return False
    lapses = verb.base in tongue.voices.lapses
    if not verb.done and not (lapses and verb.tense is Tense.PRESENT):
        return False
    lifted = lapses or tongue.classes.get(verb.base) == "lift"
    return lifted or verb.base in tongue.voices.moves
