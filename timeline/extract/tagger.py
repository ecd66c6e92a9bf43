"""The verbs of a sentence: where they stand, in which tense, finite or not.

There is no tagger: a form is read by the words beside it. What is certain (an auxiliary,
"went", "he said") is found first, and what is not ("detained", "orders") is then decided
by whether a subject is still waiting for its verb.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from timeline.extract.auxiliaries import with_auxiliary
from timeline.extract.doubtful import settled
from timeline.extract.lexical import ENDINGS, lexical
from timeline.extract.unaided import infinitive, unaided
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.lang.cues import cues as cues_of
from timeline.lang.forms import Verb
from timeline.text.memory import Memory
from timeline.text.words import Word


def groups(words: Sequence[Word], cues: Cues) -> list[Group]:
    """Every verb group in order."""
    certain: dict[int, Group] = {}
    doubtful: list[tuple[int, Verb]] = []
    behind, beyond = 0, -1
    for position in _may_be_verbal(words, cues):
        if position < behind or position == beyond:
            continue
        group = verb = None
        low = words[position].low
        if low == "to":
            group = infinitive(words, position, cues)
        elif low in cues.helpers:
            group = with_auxiliary(words, position, cues)
        if group is None and (low in cues.verbs or low.endswith(ENDINGS)):
            verb = lexical(words, position, cues)
        if verb:
            group = unaided(words, position, verb, cues)
            if group is None:
                doubtful.append((position, verb))
        if group:
            certain[position] = group
            behind = group.last
            if position + 1 < group.head and words[position + 1].low == ",":
                behind, beyond = position + 1, group.head  # "Had, he says, | fled"
    found = settled(words, certain, doubtful, cues)
    return [_with_negation(words, group) for group in found]


def _may_be_verbal(words: Sequence[Word], cues: Cues) -> list[int]:
    """Where words stand that could be, or begin, a verb group."""
    verbal = _verbal(cues.language)
    return [position for position, word in enumerate(words) if verbal[word.low]]


@cache
def _verbal(language: str) -> Memory[bool]:
    """Whether a word could be, or begin, a verb group."""
    known = cues_of(language).verbal
    return Memory(lambda low: low in known or low.endswith(ENDINGS))


def _with_negation(words: Sequence[Word], group: Group) -> Group:
    """The group, negated if "never" or "not" stands before it."""
    if (
        group.negated
        or not group.first
        or words[group.first - 1].low not in ("never", "not")
    ):
        return group
    return msgspec.structs.replace(group, negated=True)
