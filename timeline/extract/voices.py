"""How certain a plain sentence is of what it tells, in a language with a small table."""

from msgspec.structs import replace

from timeline.extract.draft import Draft
from timeline.extract.plain import Plot
from timeline.extract.reading import Range, Reading
from timeline.extract.status import Verdict
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Quantity, Status

_OF_MODALS = {
    "hearsay": Status.ALLEGED,
    "claim": Status.ALLEGED,
    "deny": Status.DENIED,
    "can": Status.HYPOTHETICAL,
    "would": Status.HYPOTHETICAL,
    "must": Status.PLANNED,
}


def verdict(
    reading: Reading, draft: Draft, known: Plot, ahead: str, tongue: Tongue
) -> Verdict:
    """The status of an event as its sentence puts it.

    `ahead` is its time as text if that lies behind the day of the document, else "":
    what lies ahead is planned.
    """
    group = draft.group
    if group is not None:
        told = _put(reading, group, known, tongue)
        if told is not None:
            return told
        if group.tense in (Tense.PAST, Tense.PERFECT) and not ahead:
            return Verdict(Status.HAPPENED)
    if doubt := _allegedly(reading, Range(draft.first, draft.last), tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    return Verdict(Status.PLANNED, (ahead,)) if ahead else Verdict(Status.HAPPENED)


def _put(reading: Reading, group: Group, known: Plot, tongue: Tongue) -> Verdict | None:
    """What the words of the verb and those that govern it say, or None."""
    said = (reading.said(Range(group.first, max(group.head, group.first) + 1)),)
    verb = next((v for v in known.verbs if v.group.head == group.head), None)
    if verb and verb.opener and verb.opener in tongue.words.conditions:
        return Verdict(Status.HYPOTHETICAL, (verb.opener,))
    group = verb.group if verb else group
    if group.modal == "deny" and known.report:
        at = known.report.group.head
        return Verdict(Status.DENIED, (reading.words[at].text,))
    if group.negated or group.base in tongue.voices.denials:
        return Verdict(Status.DENIED, said)
    if group.modal in _OF_MODALS:
        return Verdict(_OF_MODALS[group.modal], said)
    near = Range(max(0, group.first - 5), min(len(reading.words), group.head + 4))
    if doubt := _allegedly(reading, near, tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    if group.tense is Tense.FUTURE:
        return Verdict(Status.PLANNED, said)
    plans = group.base in tongue.voices.plans and group.tense is not Tense.PARTICIPLE
    return Verdict(Status.PLANNED, said) if plans else None


def _allegedly(reading: Reading, part: Range, tongue: Tongue) -> str | None:
    tails = [word.low for word in reading.words[part.first : part.last]]
    for at, low in enumerate(tails):
        for said in (low, " ".join(tails[at : at + 2])):
            if said in tongue.voices.allegedly:
                return said
    return None


def counted(
    quantities: tuple[Quantity, ...], draft: Draft, cues: Cues
) -> tuple[Quantity, ...]:
    """The quantities of a draft, people counted as what its verb does with them."""
    tongue, group = cues.tongue, draft.group
    slot = tongue.slots.get(group.base) if tongue and group else None
    if slot is None:
        return quantities
    people = cues.quantities.people
    return tuple(
        replace(one, slot=slot) if people & set(one.text.lower().split()) else one
        for one in quantities
    )
