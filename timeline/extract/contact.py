"""Clauses that hang off a noun without a word between: "the man | police arrested | died"."""

from collections.abc import Sequence

from timeline.lang.cues import Cues
from timeline.text.words import Word, stretch_start

FLOATING = frozenset(("each", "both", "all", "also"))
"""Between a subject and its verb: "they each filed one"."""

_NEAR = 5
"""Words of "the two old ships", at most."""


def doer_start(words: Sequence[Word], at: int, cues: Cues) -> int:
    """Where "police" begins in "the man police | arrested", whose verb is at `at`; else 0.

    Whether a verb follows for which the man has waited, the caller must see.
    """
    first = stretch_start(words, at)
    while first < at and words[first].low in cues.grammar.coordinators:
        first += 1
    start = _subject_start(words, at, cues)
    first = _article(words, first, start, cues)
    opens = words[first].low in cues.grammar.articles and words[first].low != "its"
    if not opens or start - first < 2:
        return 0
    noun = words[start - 1]
    small = cues.grammar.bound | cues.grammar.adverbs | cues.helpers | cues.openers
    plain = noun.text.isalpha() and noun.text.islower() and noun.low not in small
    inside = any(word.low in cues.openers for word in words[first:start])
    return start if plain and not inside and noun.low not in cues.names.titles else 0


def _article(words: Sequence[Word], first: int, start: int, cues: Cues) -> int:
    """The article of the noun before `start`; `first` where it has none of its own."""
    articles = cues.grammar.articles
    near = range(start - 2, max(first, start - _NEAR), -1)
    return next((n for n in near if words[n].low in articles), first)


def _subject_start(words: Sequence[Word], at: int, cues: Cues) -> int:
    """Where the short subject right before a verb begins: "he", "police", "Oren Valk"."""
    if at > 1 and words[at - 1].low in FLOATING:
        at -= 1  # "The plans they each | filed"
    before = words[at - 1] if at else None
    if before is None or before.is_mark:
        return 0
    if cues.people.get(before.low) == before.low or before.low == "police":
        article = at > 1 and words[at - 2].low in cues.grammar.articles
        return at - 1 - (article and before.low == "police")
    start = at
    while start and words[start - 1].text[0].isupper():
        start -= 1
    if start == at and at > 2 and words[at - 2].low in cues.grammar.articles:
        return at - 2
    return start if start < at else 0
