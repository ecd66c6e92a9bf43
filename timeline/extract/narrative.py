"""Events without a time expression: the news of the day, and a story that goes on.

Only what is plain gets a date. The news stands in the first sentences and tells what was
done; a report goes on with what was done, has been done or goes on; a story goes on where
a sentence in the past tense takes up the one before it.
"""

from collections.abc import Container, Sequence

from timeline import civil
from timeline.extract.actions import verb_class
from timeline.extract.draft import Draft, content, grouped, report_of
from timeline.extract.elsewhen import (
    counts_on,
    is_background,
    is_of_life,
    is_of_past,
    is_while,
    recalls,
)
from timeline.extract.leaning import subject, takes_up
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.standing import is_always, stands
from timeline.extract.tells import is_silent
from timeline.extract.unreal import is_to_be_said
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import TimeValue

LEAD = 3
"""Sentences of prose at the head of a document that can tell the news of its day."""

HEAD = 2
"""Sentences of prose at the head of a report that tell its news, whatever their verb."""

_SAID = 3
"""Words behind "said" below which nothing was said: "said so."."""

_KIND = 2
"""Words of a subject that names a kind of thing."""

RECENT = 7 * civil.DAY
"""Seconds before the day of a report within which what it reports on happened."""

CHAIN, STORY = 3, 6
"""Sentences in a row that can inherit one date: in any text, in a history."""

_NEWS = frozenset((Tense.PAST, Tense.PERFECT, Tense.PROGRESSIVE, Tense.PRESENT))
_PAST = frozenset((Tense.PAST,))
_REPORTED = frozenset((Tense.PAST, Tense.PERFECT, Tense.PROGRESSIVE))
_SAYING = frozenset((Tense.PAST, Tense.PERFECT, Tense.PRESENT))
_QUOTES = '"“„«‘`'


def news(reading: Reading, dct: TimeValue, elsewhen: bool, cues: Cues) -> Draft | None:
    """The event that a lead sentence tells as news, or None.

    `elsewhen` says that the text has told of another day: what is past from then on may
    be of that day.
    """
    if reading.words[0].low in _QUOTES or _is_generic(reading, cues):
        return None
    if any(is_background(reading, placed, dct, cues) for placed in reading.timexes):
        return None
    if not _has(reading, _NEWS, cues):
        return None
    said = _announcement(reading, cues)
    draft = said or told(reading, cues)
    if draft is None or draft.group is None:
        return None
    group = draft.group
    if is_of_past(reading, group, cues):
        return None
    if said is not None:
        return said
    if group.tense not in _NEWS or group.negated:
        return None
    if group.tense is Tense.PRESENT and group.passive:
        return None
    if group.tense is Tense.PAST and (
        elsewhen or recalls(reading, cues) or counts_on(reading, cues)
    ):
        return None
    told_plainly = group.tense in (Tense.PERFECT, Tense.PROGRESSIVE)
    return draft if told_plainly or _acts(reading, group, cues) else None


def is_of_court(reading: Reading, draft: Draft) -> bool:
    """Whether the court, or who acts in it, does what a draft tells; or someone says it."""
    if draft.statement or draft.report is not None:
        return True
    court = reading.cues.time.court
    return any(word.low in court for word in subject(reading, draft))


def lead(reading: Reading, dct: TimeValue, elsewhen: bool, cues: Cues) -> Draft | None:
    """What the head of a news report tells of its day beyond what `news` takes, or None.

    What is said that day, how things stand with someone or something that has a name of
    its own, what goes on. Nothing of a first person, no definition, no look back.
    """
    first = reading.words[0].low
    if first in _QUOTES or first in cues.grammar.negations:
        return None
    if any(is_background(reading, placed, dct, cues) for placed in reading.timexes):
        return None
    draft = _saying(reading, cues) or _state(reading, cues)
    group = draft.group if draft else None
    if group is None or group.negated or group.tense not in _NEWS:
        return None
    if is_of_past(reading, group, cues):
        return None
    past = group.tense is Tense.PAST
    return None if past and (elsewhen or counts_on(reading, cues)) else draft


def _state(reading: Reading, cues: Cues) -> Draft | None:
    """How things stand: no definition, nothing of a first person, no look back."""
    refused = (cues.grammar.speakers, cues.time.background, cues.grammar.generic)
    if "?" in reading.lows or not all(map(reading.lows.isdisjoint, refused)):
        return None
    draft = _stands(reading, cues)
    group = draft.group if draft else None
    if draft is None or group is None or _defines(reading, group, cues):
        return None
    empty = _says(group, cues) and draft.last - group.last < _SAID
    return None if empty or is_always(reading, draft, group, cues) else draft


def _says(group: Group, cues: Cues) -> bool:
    """Whether a verb only says who says so; what has been confirmed is told by it."""
    return group.base in cues.reporting.bare and not group.passive


def _presents(draft: Draft, group: Group, cues: Cues) -> bool:
    """Whether a verb of saying has an object: "announced a new line of pumps"."""
    return group.base in cues.actions and draft.last - group.last >= _SAID


def _defines(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether it says what something is or has: "is a mine", "is one of", "has two"."""
    if group.base == "have" and group.tense is Tense.PRESENT:
        return True
    if group.passive and reading.words[group.head].low in cues.grammar.defining:
        return group.tense is Tense.PRESENT
    if group.base != "be" or group.last >= len(reading.words):
        return False
    if group.tense is Tense.PRESENT and _is_kind(reading, group, cues):
        return True
    behind = next(
        (
            w.low
            for w in reading.words[group.last :]
            if not cues.grammar.is_adverb(w.low)
        ),
        "",
    )
    grammar = cues.grammar
    if behind in grammar.defining and group.tense is Tense.PRESENT:
        return True
    return behind in grammar.nominal or behind in _QUOTES


def _is_kind(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a bare plural is the subject: "pumps are", which is said of all of them."""
    subject = reading.words[: group.first]
    last = subject[-1].low if subject else ""
    plural = last.endswith("s") and last not in cues.event_nouns
    bare = len(subject) <= _KIND and all(word.low.isalpha() for word in subject)
    counted = any(word.low in cues.quantities.numbers for word in subject)
    named = any(word.low in cues.grammar.nominal for word in subject)
    return plural and bare and not counted and not named


def may_report(sentence: str, words: Sequence[str], cues: Cues) -> bool:
    """Whether `reported` could find something, seen without reading the sentence.

    `words` are its own, without those that it quotes.
    """
    if sentence[0] in _QUOTES or sentence[-1] == "?":
        return False
    if not cues.time.background.isdisjoint(words):
        return False
    if not (cues.past.isdisjoint(words) and cues.begun.isdisjoint(words)):
        return True
    return "ed " in f"{' '.join(words)} "


def said(reading: Reading, cues: Cues) -> Draft | None:
    """What someone with a name is told to have said behind the lead of a report, or None.

    What it speaks of may be of any time; the saying is of the day of the report.
    """
    says = any(_is_of(group, _SAYING) for group in reading.groups)
    if reading.words[0].low in _QUOTES or not says:
        return None
    draft = _saying(reading, cues)
    group = draft.group if draft else None
    if draft is None or group is None or not _is_of(group, _SAYING):
        return None
    clause = reading.clauses[draft.clauses[0]]
    own = {word.low for word in reading.words[clause.first : group.last]}
    refused = cues.time.background | cues.grammar.generic | cues.people.keys()
    dated = any(clause.holds(placed.first) for placed, _ in reading.timexes)
    dated = dated or is_of_past(reading, group, cues)
    refuses = dated or own & refused or stands(reading, draft, cues)
    return None if refuses else draft


def may_say(sentence: str, cues: Cues) -> bool:
    """Whether `said` could find something, seen without reading the sentence."""
    if sentence[0] in _QUOTES:
        return False
    words = sentence.lower().split()
    return not (cues.said.isdisjoint(words) and cues.says.isdisjoint(words))


def reported(reading: Reading, dct: TimeValue, cues: Cues) -> Draft | None:
    """The event that a sentence behind the lead reports as done or going on, or None.

    Nothing that looks back ("previously", "had"), tells of habits or of another time.
    """
    lows = reading.unquoted
    if not lows.isdisjoint(cues.time.background) or "?" in lows:
        return None
    if not lows.isdisjoint(cues.grammar.generic) or reading.words[0].low in _QUOTES:
        return None
    if not _has(reading, _REPORTED, cues):
        return None
    if any(is_background(reading, placed, dct, cues) for placed in reading.timexes):
        return None
    draft = _announcement(reading, cues) or told(reading, cues)
    group = draft.group if draft else None
    if draft is None or group is None or not _is_of(group, _REPORTED):
        return None
    if stands(reading, draft, cues):
        return None
    now = group.tense is not Tense.PAST
    if is_of_past(reading, group, cues) or (not now and counts_on(reading, cues)):
        return None
    return None if now and any(is_while(reading, p) for p in reading.timexes) else draft


def _has(reading: Reading, tenses: Container[Tense], cues: Cues) -> bool:
    """Whether something is told in one of the tenses, seen without parting the sentence."""
    return any(
        _is_of(g, tenses) and _may_tell(reading, g, cues) for g in reading.groups
    )


def _is_of(group: Group, tenses: Container[Tense]) -> bool:
    return group.tense in tenses and not group.negated


def _may_tell(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether `told` or `_announcement` could take a verb."""
    if group.base in cues.actions:
        return True
    return not _is_idle(reading, group, cues) and not _says(group, cues)


def _is_idle(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a verb tells a state, and not with its particle an action: "ran aground"."""
    named = verb_class(reading, group, cues)
    if group.base not in cues.state or named != cues.actions.get(group.base, ""):
        return False
    return not _does(reading, group, cues)


def continuation(
    reading: Reading, before: Reading, cues: Cues, own: bool = False
) -> Draft | None:
    """The event of a sentence that goes on with the one before it, or None.

    `own`, here and below: what the writer did counts as well, as in an account of his.
    """
    draft = _past(reading, cues, own)
    if draft is None:
        return None
    writes = own and _is_of_writer(reading, draft, cues)
    return draft if writes or takes_up(reading, draft, before, cues) else None


def goes_on(reading: Reading, cues: Cues, own: bool = False) -> Draft | None:
    """What a sentence tells that goes on with a history, whoever does it, or None."""
    draft = _past(reading, cues, own)
    if draft is None or draft.group is None:
        return None
    told = verb_class(reading, draft.group, cues)
    return draft if told in cues.time.of_a_day or told in cues.time.harms else None


def _past(reading: Reading, cues: Cues, own: bool) -> Draft | None:
    """What a sentence tells that is past and done, and says nothing of another time."""
    if reading.timexes or not _has(reading, _PAST, cues):
        return None
    if recalls(reading, cues) or counts_on(reading, cues):
        return None
    draft = _announcement(reading, cues) or told(reading, cues, own)
    if draft is None or draft.group is None:
        return None
    if draft.report is not None and not draft.statement:
        return None
    group = draft.group
    if group.tense is not Tense.PAST or group.negated:
        return None
    if is_of_life(reading, group, cues):
        return None
    acts = _acts(reading, group, cues) or (own and _is_of_writer(reading, draft, cues))
    if not acts or _is_generic(reading, cues):
        return None
    goes = reading.words[group.head].low.endswith("ing")  # "Were questioning it"
    return None if goes else draft


def _is_of_writer(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether "I" or "we" did it, and not "later": whatever verb says what."""
    own = cues.grammar.speakers - cues.grammar.anyone
    return reading.words[draft.first].low in own and "later" not in reading.lows


def _announcement(reading: Reading, cues: Cues) -> Draft | None:
    """ "The firm has announced that …": the announcing is the event."""
    if not _may_be_said(reading, cues):
        return None
    units = grouped(reading, cues)
    clause = reading.clauses[units[0][0]]
    group = clause.group
    if clause.role is not Role.REPORT or group is None or not group.finite:
        return None
    tells = group.base in cues.actions or group.base in cues.reporting.showing
    if not tells or group.tense not in _NEWS or group.negated:
        return None
    if not _has_subject(reading, clause, group, cues):
        return None
    said = content(reading, units, units[0][0])
    report, last = units[0][0], len(reading.words)
    return Draft((report, *said), 0, last, group, report=report, statement=True)


def _may_be_said(reading: Reading, cues: Cues) -> bool:
    """Whether a clause could say who says so, seen without parting the sentence."""
    reporting = cues.reporting
    return (
        any(group.base in reporting.asserting for group in reading.groups)
        or not cues.replies.isdisjoint(reading.lows)
        or not reporting.phrases.keys.isdisjoint(reading.runs)
    )


def _saying(reading: Reading, cues: Cues) -> Draft | None:
    """ "The mayor said that …": what is said is new, whatever it speaks of."""
    if not _may_be_said(reading, cues):
        return None
    units = grouped(reading, cues)
    concedes = reading.clauses[units[0][0]].opener in cues.grammar.contrasts
    teller = units[concedes and len(units) > 1][0]
    clause = reading.clauses[teller]
    group = clause.group
    if clause.role is not Role.REPORT or group is None or not group.finite:
        return None
    if not _has_subject(reading, clause, group, cues):
        return None
    said = content(reading, units, teller)
    if not said or _holds(reading, group, said):
        return None
    last = len(reading.words)
    return Draft((teller, *said), 0, last, group, report=teller, statement=True)


def _holds(reading: Reading, says: Group, said: tuple[int, ...]) -> bool:
    """Whether someone only says how something is: "says it is vital that they know"."""
    clause = reading.clauses[said[0]]
    group = clause.group
    if says.tense is not Tense.PRESENT or group is None or group.base != "be":
        return False
    subject = reading.words[group.first - 1].low if group.first else ""
    return subject == "it" and group.tense is Tense.PRESENT and not group.negated


def told(reading: Reading, cues: Cues, own: bool = False) -> Draft | None:
    """A draft for the main clause of a sentence that tells what was done, undated.

    `own`: what the writer did counts as well, "I" or "we", as in a diary.
    """
    draft = _stands(reading, cues, own)
    group = draft.group if draft else None
    if draft is None or group is None:
        return None
    if _says(group, cues) and not _presents(draft, group, cues):
        return None
    if _is_idle(reading, group, cues) or is_to_be_said(reading, draft):
        return None
    return draft


def done(reading: Reading, cues: Cues, own: bool) -> Draft | None:
    """What someone writes on the spot that was done, or has been, with whatever verb.

    Also by himself, if `own`.
    """
    if "?" in reading.lows or reading.words[0].low in _QUOTES:
        return None
    draft = told(reading, cues, own)
    group = draft.group if draft else None
    return draft if group is not None and _is_of(group, _REPORTED) else None


def in_state(reading: Reading, cues: Cues) -> Draft | None:
    """What someone writes on the spot of how things stand: "The bridge is closed"."""
    draft = told(reading, cues)
    group = draft.group if draft else None
    if draft is None or group is None or group.negated or not group.passive:
        return None
    subject = reading.words[draft.first : group.first]
    vague = cues.grammar.empty | cues.grammar.vague
    named = any(w.low not in vague and w.text[0].isalnum() for w in subject)
    return draft if named and group.tense is Tense.PRESENT else None


def _stands(reading: Reading, cues: Cues, own: bool = False) -> Draft | None:
    """A draft for the main clause of a sentence, be it of a state or of an action."""
    for unit in grouped(reading, cues):
        clause = reading.clauses[unit[0]]
        if clause.role is not Role.MAIN or clause.group is None:
            continue
        group = clause.group
        if not group.finite or not _has_subject(reading, clause, group, cues, own):
            return None
        if is_silent(reading, clause, cues):
            return None
        first = min(reading.clauses[i].first for i in unit)
        last = max(reading.clauses[i].last for i in unit)
        return Draft(unit, first, last, group, report=report_of(reading, unit))
    return None


def _has_subject(
    reading: Reading, clause: Clause, group: Group, cues: Cues, own: bool = False
) -> bool:
    """Whether someone or something does it, not "it", "this" or "there".

    Nor a first person, who is someone only where `own`.
    """
    subject = [w for w in reading.words[clause.first : group.first] if not w.is_mark]
    while subject and (
        subject[0].low in cues.grammar.coordinators or subject[0].low == "that"
    ):
        subject = subject[1:]
    if not subject:
        return False
    vague = cues.grammar.vague_subjects
    empty = cues.grammar.vague_subjects if own else cues.grammar.empty
    if subject[-1].low in empty or subject[-1].low in cues.grammar.anyone:
        return False
    if subject[0].low in ("this", "it") and subject[1].low in cues.grammar.prepositions:
        return False
    return not (subject[0].low in vague and subject[1].low in cues.grammar.adverbs)


def _acts(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether the verb tells an action: of a class, or with an event noun beside it."""
    if verb_class(reading, group, cues):
        return True
    if group.passive or group.base in cues.happen:
        return group.base not in cues.state
    return _does(reading, group, cues)


def _does(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether the verb is empty and its object an event: "had a long talk"."""
    ahead = reading.words[group.last : group.last + 6]
    named = any(w.low in cues.event_nouns for w in ahead)
    return named and group.base in cues.light and group.tense is not Tense.PRESENT


def _is_generic(reading: Reading, cues: Cues) -> bool:
    return not cues.grammar.generic.isdisjoint(reading.lows)
