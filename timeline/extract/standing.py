"""What a report tells that is no event of its day: how things stand, and with whom.

Behind the head of a report "he has pleaded not guilty" recalls what readers know, "some
experts are calling for it" names nobody who could be asked, and "the crisis is affecting
trade" says how things are.
"""

from timeline.extract.deadlines import is_due
from timeline.extract.draft import Draft
from timeline.extract.leaning import subject
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word

_DEED = 2
"""Words of "the decision"."""

_BY_NOW = frozenset((Tense.PERFECT, Tense.PROGRESSIVE, Tense.PRESENT))
"""Tenses of what is so on the day on which it is said, since whenever."""


def stands(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether what the body of a report tells without a date is no news of its day."""
    group = draft.group
    if group is None:
        return False
    told = _opened(subject(reading, draft), cues)
    if _is_of_some(told, draft, cues) or _quotes_himself(reading, draft, cues):
        return True
    if draft.statement:
        return False
    if group.passive and group.base in cues.standing.purposes:
        return True
    if group.base in cues.standing.meanings and _is_deed(told, cues):
        return True
    if group.tense not in _BY_NOW:
        return False
    if group.base in cues.standing.stances:
        return True
    goes_on = group.tense is not Tense.PERFECT and not group.passive
    return goes_on and group.base in cues.standing.effects and not counts(told, cues)


def _is_deed(told: list[Word], cues: Cues) -> bool:
    """Whether a subject begins with "the" or "his" and is what was done: "the decision"."""
    if len(told) < _DEED or told[0].low not in cues.grammar.determiners:
        return False
    return any(
        w.low in cues.standing.deeds or w.low in cues.event_nouns for w in told[1:]
    )


def _opened(words: list[Word], cues: Cues) -> list[Word]:
    """The words of a subject without those that lead to it: "but | some experts"."""
    light = cues.grammar.coordinators | cues.grammar.adverbs | cues.time.continuations
    for place, word in enumerate(words):
        if word.low not in light:
            return words[place:]
    return []


def _is_of_some(told: list[Word], draft: Draft, cues: Cues) -> bool:
    """Whether it is told of nobody in particular, nobody vouches for it, none are counted.

    "Some experts are calling it a risk", "people have been cancelling", "analysts say".
    What was done to some is news: "some bodies have been found".
    """
    if not told or counts(told, cues):
        return False
    if draft.report is not None and not draft.statement:
        return False
    words, first = cues.standing, told[0].low
    pair = f"{first} {told[1].low}" if len(told) > 1 else first
    if draft.statement and len(told) == 1 and first in words.pundits:
        return True
    if _thinks(draft, cues) and not words.many.isdisjoint((first, pair)):
        return True
    suffers = draft.group is not None and draft.group.passive
    return (first in words.unnamed and not suffers) or pair in words.unnamed


def _thinks(draft: Draft, cues: Cues) -> bool:
    """Whether it is only told what someone thinks: "think that the dam is safe"."""
    group = draft.group
    if not draft.statement or group is None:
        return False
    return group.tense is Tense.PRESENT and group.base in cues.reporting.thoughts


def _quotes_himself(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether someone is only quoted on himself: "Valk told the Post: We do what we can".

    What he announces is news.
    """
    group = draft.group
    if not draft.statement or group is None or group.base in cues.actions:
        return False
    for index in draft.clauses[1:2]:
        said = reading.clauses[index]
        verb = said.group.first if said.group else said.last
        words = [w for w in reading.words[said.first : verb] if not w.is_mark]
        own = cues.grammar.speakers - cues.grammar.anyone
        return any(word.low in own for word in _opened(words, cues)[:1])
    return False


def counts(words: list[Word], cues: Cues) -> bool:
    """Whether a subject says how many it speaks of."""
    count = cues.quantities
    return any(
        word.text[0].isdigit()
        or word.low in count.numbers
        or word.low in count.scales
        or word.low.removesuffix("s") in count.scales
        or word.low in count.round
        for word in words
    )


def is_always(reading: Reading, draft: Draft, group: Group, cues: Cues) -> bool:
    """Whether the present tells how things are, not what one does: "the virus is known for".

    It is news where someone says so, where some are counted ("nine miners are ill") and
    where it is an action: "the president thanks the world".
    """
    if group.tense is not Tense.PRESENT or draft.report is not None:
        return False
    if group.passive:
        return _is_done_to(reading, group, cues)
    acts = group.base in cues.actions or group.base in cues.reporting.verbs
    return not (
        acts
        or is_due(reading, group, cues)
        or _is_somewhere(reading, group, cues)
        or counts(subject(reading, draft), cues)
    )


def _is_done_to(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether "is run by a fund" is so for good: not "is being run", "is set", "is accused"."""
    words = [word.low for word in reading.words[group.first : group.last]]
    status = cues.status
    told = (
        status.planned
        | status.charging
        | cues.reporting.all_verbs
        | cues.actions.keys()
    )
    return "being" not in words and group.base not in told and words[-1] not in told


def _is_somewhere(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether something "is without power", "is in danger", or "is about to open"."""
    grammar, words = cues.grammar, reading.words[group.last :]
    behind = (word.low for word in words if not grammar.is_adverb(word.low))
    return group.base == "be" and next(behind, "") in grammar.prepositions
