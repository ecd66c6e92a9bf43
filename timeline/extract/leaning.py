"""What a sentence takes up from the one before it: "he", "the mine", "later"."""

import itertools

from timeline.extract.draft import Draft
from timeline.extract.reading import Reading
from timeline.lang.cues import Cues
from timeline.text.stems import stem
from timeline.text.words import Word

_LED = 5
"""Words of "during the first great flood", at most."""

_THINGS = frozenset(("it", "them"))
_OF_THEM = frozenset(("them", "him"))


def leans(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether the subject points back (a pronoun, "the …", "later"), or the object does."""
    words = subject(reading, draft)
    if any(w.low in cues.time.continuations for w in words):
        return True
    first = words[0].low if words else ""
    if first in cues.people or first in cues.grammar.definite:
        return True
    if _does_to_it(reading, draft, cues):
        return True
    pairs = itertools.pairwise(reading.words)
    return any(a.low == "the" and b.low in cues.time.of_several for a, b in pairs)


def is_back_then(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence begins "During the epidemic", behind one that spoke of its year."""
    first, *rest = reading.words[:_LED]
    if first.low != "during" or not rest or rest[0].low not in cues.grammar.definite:
        return False
    return any(word.low in cues.event_nouns for word in rest)


def _does_to_it(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether "took hours to bring it under control" has no other thing that "it" can be."""
    group, last = draft.group, reading.clauses[draft.clauses[-1]].last
    if group is None or draft.statement or draft.report is not None:
        return False
    for word in reading.words[group.last : last]:
        if word.low in _THINGS:
            return True
        named = word.text[0].isupper() or word.low in cues.grammar.determiners
        if named or word.is_mark or word.low in cues.openers:
            return False
    return False


def points_back(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether the subject is a pronoun or begins with "these", not with "the"."""
    words = subject(reading, draft)
    first = next(iter(words), None)
    if first is None:
        return False
    if any(word.low in _OF_THEM for word in words):
        return True
    bare = first.low in cues.grammar.definite and first.low not in cues.grammar.articles
    return bare or first.low in cues.people


def subject(reading: Reading, draft: Draft) -> list[Word]:
    """The words before the verb of a draft's clause."""
    clause, group = reading.clauses[draft.clauses[0]], draft.group
    last = group.first if group else clause.last
    return [w for w in reading.words[clause.first : last] if not w.is_mark]


def _goes_with(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence begins "as he got out": what it tells is of that moment."""
    opens, who = (word.low for word in reading.words[:2])
    return opens in cues.time.same_time and cues.people.get(who) == who


def takes_up(reading: Reading, draft: Draft, before: Reading, cues: Cues) -> bool:
    """Whether the subject is a pronoun, or a definite noun, that the last sentence had."""
    words = subject(reading, draft)
    if any(w.low in cues.time.continuations for w in words):
        return True
    if _goes_with(reading, cues):
        return True
    if not words:
        return False
    first = words[0].low
    if cues.people.get(first) == first and first != "it":
        return True
    if first not in cues.grammar.definite:
        return False
    known = {stem(w.low) for w in before.words if len(w.low) > 3}
    return any(
        stem(w.low) in known or (w.low in cues.event_nouns and first != "both")
        for w in words[1:]
        if len(w.low) > 3
    )
