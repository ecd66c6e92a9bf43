"""Which words can be verbs: those of the table, and others by their ending."""

from collections.abc import Sequence

from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.stems import stem
from timeline.text.words import Word

ENDINGS = ("ed", "ing")
"""Of words that can be verbs, known or not."""


def lexical(words: Sequence[Word], at: int, cues: Cues) -> Verb | None:
    """The verb that the word may be a form of. Capitals inside a sentence are names."""
    word = words[at]
    if not word.low[0].isalpha() or (at and word.text[0].isupper()):
        return None
    if word.low in cues.not_gerund:
        return None
    verb = cues.verbs.get(word.low) or by_ending(word.low, cues)
    same = verb is not None and verb.base == word.low and "d" in verb.forms
    behind = words[at + 1 : at + 2]
    if same and any(following.low == "of" for following in behind):
        return None  # "The cost of oil", "a set of rules"
    if word.low == "last" and any(_is_past(following, cues) for following in behind):
        return None  # "Which | last | erupted in 1947"
    return verb


def _is_past(word: Word, cues: Cues) -> bool:
    """Whether a word can be a verb in the past."""
    verb = cues.verbs.get(word.low) or by_ending(word.low, cues)
    return verb is not None and "d" in verb.forms


def by_ending(low: str, cues: Cues) -> Verb | None:
    """A verb that no table knows, by its ending."""
    if low.startswith("re-"):
        return cues.verbs.get(low[3:]) or by_ending(low[3:], cues)
    if not cues.verbs or not low.isalpha():
        return None
    if low.endswith("ed") and len(low) > 4 and low not in cues.not_past:
        if low.startswith("un"):
            return None
        return Verb(stem(low), "dn")
    if low.endswith("ing") and len(low) > 5 and low not in cues.not_gerund:
        return Verb(stem(low), "g")
    return None


def has_verb(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a verb may stand before here: "denied | media reports that he had left"."""
    for word in reversed(words[:at]):
        if word.is_mark:
            return False
        if word.low in cues.helpers or _is_past(word, cues):
            return True
    return False
