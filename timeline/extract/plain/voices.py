"""How certain a plain sentence is of what it tells, in a language with a small table."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from timeline.extract.clause import Role
from timeline.extract.draft import Draft
from timeline.extract.plain import clefts
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.plot import Plot
from timeline.extract.plain.words import BREAKS, lows
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.extract.verdict import Verdict
from timeline.lang.conjugation import INFINITIVE
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Quantity, Status

_ACCUSING = frozenset(("accuse", "charge"))
"""Classes of what someone is said to have done."""

_NEAR = 3
"""Words from a verb on among which the one that accuses stands: "está imputado"."""

_OF_MODALS = {
    "hearsay": Status.ALLEGED,
    "claim": Status.ALLEGED,
    "deny": Status.DENIED,
    "can": Status.HYPOTHETICAL,
    "would": Status.HYPOTHETICAL,
    "must": Status.PLANNED,
}


def verdict(
    reading: Reading, draft: Draft, known: Plot, ahead: str | None, tongue: Tongue
) -> Verdict:
    """The status of an event as its sentence puts it.

    `ahead` is its time as text if that lies behind the day of the document, None if it
    lies before: what lies ahead is planned, what is over may be told in a story's future.
    """
    group = draft.group
    if group is not None:
        told = _put(reading, draft, group, known, tongue)
        in_story = ahead is None and group.tense is Tense.FUTURE
        helper = reading.words[group.first]
        if in_story and helper.low in tongue.helpers.hearsay:
            return Verdict(Status.ALLEGED, (helper.text,))  # "terá recebido dinheiro"
        if told is not None and not (in_story and told.status is Status.PLANNED):
            return told
        if group.tense in (Tense.PAST, Tense.PERFECT) and not ahead:
            return Verdict(Status.HAPPENED)
    if doubt := _allegedly(reading, Range(draft.first, draft.last), tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    return Verdict(Status.PLANNED, (ahead,)) if ahead else Verdict(Status.HAPPENED)


def _put(
    reading: Reading, draft: Draft, group: Group, known: Plot, tongue: Tongue
) -> Verdict | None:
    """What the words of the verb and those that govern it say, or None."""
    said = (reading.said(Range(group.first, max(group.head, group.first) + 1)),)
    verb = next((v for v in known.verbs if v.group.head == group.head), None)
    index = holding(reading.clauses, group.head)
    if index >= 0 and reading.clauses[index].role is Role.CONDITION:
        return Verdict(Status.HYPOTHETICAL, (reading.clauses[index].opener,))
    group = verb.group if verb else group
    if rumoured := _rumoured(reading, index, tongue):
        return rumoured
    if group.modal == "deny" and known.report:
        at = known.report.group.head
        return Verdict(Status.DENIED, (reading.words[at].text,))
    if group.negated and _is_at_last(reading, draft, tongue):
        return Verdict(Status.HAPPENED)
    if group.negated or _denies(reading, group, known, tongue):
        return Verdict(Status.DENIED, said)
    if word := accused(reading, draft, group, tongue):
        return Verdict(Status.ALLEGED, (word,))
    if status := _of_modal(reading, group, index, tongue):
        return Verdict(status, said)
    near = Range(max(0, group.first - 5), min(len(reading.words), group.head + 4))
    if doubt := _allegedly(reading, near, tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    if group.tense is Tense.FUTURE:
        return Verdict(Status.PLANNED, said)
    plans = group.base in tongue.voices.plans
    return Verdict(Status.PLANNED, said) if plans else None


def _of_modal(
    reading: Reading, group: Group, index: int, tongue: Tongue
) -> Status | None:
    """What the modal of a verb makes of it."""
    if group.modal == "would" and index >= 0 and _is_said(reading, index, tongue):
        return Status.PLANNED
    if group.modal == "hearsay" and _is_supposed(reading, group, tongue):
        return Status.HYPOTHETICAL
    return _OF_MODALS.get(group.modal)


def _rumoured(reading: Reading, index: int, tongue: Tongue) -> Verdict | None:
    """What a clause only brings as reported: "informations selon lesquelles", "wonach".

    Denied where its host denies the reports.
    """
    if index < 0 or not clefts.is_reported(reading, reading.clauses[index], tongue):
        return None
    clause = reading.clauses[index]
    host = reading.clauses[clause.host].group if clause.host is not None else None
    base = host.base if host else ""
    denied = base in tongue.voices.denials or tongue.classes.get(base) == "reject"
    status = Status.DENIED if denied else Status.ALLEGED
    return Verdict(status, (reading.words[clause.first].text,))


def _is_supposed(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether what would be hangs on a condition: "serait finie si la ville n'avait pas"."""
    conditions = (c for c in reading.clauses if c.role is Role.CONDITION)
    return any(
        c.opener in tongue.words.conditions and not c.holds(group.head)
        for c in conditions
    )


def _is_at_last(reading: Reading, draft: Draft, tongue: Tongue) -> bool:
    """Whether something was not done until its date: "no se reabrió hasta 1956"."""
    place = draft.point[0] if draft.point else None
    before = reading.words[place.first - 1].low if place and place.first else ""
    return before in tongue.words.until


def _denies(reading: Reading, group: Group, known: Plot, tongue: Tongue) -> bool:
    """Whether a verb denies what follows it: "negó haber huido"; not "negó los cargos"."""
    if group.base not in tongue.voices.denials:
        return False
    brings = known.report is not None and known.report.group.head == group.head
    low, end = reading.words, max(group.last, group.head + 1)
    small = tongue.words
    skipped = (small.before_date | small.of) - small.articles
    dated = reading.dated_words
    while end < len(low) - 1 and (low[end].is_mark or end in dated):
        end += 1
    if end - 1 in dated and low[end].low in skipped:
        end += 1  # "ha smentito martedì di voler lasciare"
    behind = lows(low[end:], tongue).tails
    if not tongue.is_verb_last and _denies_doing(behind, tongue):
        return True
    if tongue.helpers.infinitive:
        return brings or not tongue.helpers.infinitive.isdisjoint(behind)
    first = " ".join(behind[:1])
    infinitive = any(tongue.may_be(one, INFINITIVE) for one in (first, f"{first}e"))
    return brings or infinitive or not tongue.helpers.done.isdisjoint(behind[:1])


def _denies_doing(behind: Sequence[str], tongue: Tongue) -> bool:
    """Whether an infinitive of the perfect stands behind where and when: "a nié … avoir fui".

    Not where a preposition brings it: "negó el cargo por haber huido".
    """
    small = tongue.words
    away = small.prepositions - small.of
    for before, one in pairwise(("", *behind)):
        if one in BREAKS:
            return False
        if one in tongue.helpers.done:
            return before not in away
    return False


def _is_infinitive(low: str, tongue: Tongue) -> bool:
    """Whether a word is an infinitive, or the auxiliary of one."""
    if low in tongue.helpers.done:
        return True
    endings = tongue.guess.infinitive
    like = bool(endings) and low.endswith(endings) and low not in tongue.guess.never
    return like or tongue.may_be(low, INFINITIVE)


def _is_said(reading: Reading, index: int, tongue: Tongue) -> bool:
    """Whether a clause is what someone said would be: "a annoncé qu'il partirait"."""
    clause = reading.clauses[index]
    host = reading.clauses[clause.host].group if clause.host is not None else None
    return bool(host) and clause.opener in tongue.words.that


def accused(reading: Reading, draft: Draft, group: Group, tongue: Tongue) -> str | None:
    """The verb that accuses someone of what has the date: "acusado de haber matado en 2019"."""
    low = lows(reading.words, tongue).tails
    near = low[group.head : group.head + _NEAR]
    classes = {tongue.classes.get(group.base), *map(tongue.classes.get, near)}
    if draft.point is None or _ACCUSING.isdisjoint(classes):
        return None
    at, end = max(group.last, group.head + 1), draft.point[0].first
    later = len(low) if tongue.is_verb_last else end
    done = any(_is_infinitive(one, tongue) for one in low[at:later])
    return reading.words[group.head].text if done and at < end else None


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
