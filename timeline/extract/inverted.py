"""Verbs that stand before their subject: "only then did he call", "had he left, we would …".

Only what stands at the head of its clause turns it round: a negation, "only", or the
helper itself, where a condition has no "if".
"""

from collections.abc import Sequence

from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.text.words import Word, stretch_start

_SUBJECT = 9
"""Words of a subject behind its helper, at most."""


def subject_ends(words: Sequence[Word], at: int, cues: Cues) -> range:
    """Where the subject behind the helper at `at` can end; nowhere, if it stands before."""
    if not _begins_subject(words, at + 1, cues):
        return range(0)
    if not (is_fronted(words, at, cues) or _supposes(words, at, cues)):
        return range(0)
    if cues.people.get(words[at + 1].low) == words[at + 1].low:
        return range(at + 2, at + 3)
    last = min(at + _SUBJECT, len(words))
    marks = (n for n in range(at + 2, last) if words[n].is_mark)
    return range(at + 2, next(marks, last))


def is_supposed(words: Sequence[Word], group: Group, first: int, cues: Cues) -> bool:
    """Whether a clause that begins at `first` is a condition without "if": "had he left"."""
    opens = bool(group.subject_end) and group.first == first
    return opens and not is_fronted(words, first, cues)


def denies(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether what turns a clause round denies it: "nor did he", not "not only did he"."""
    first = _first_word(words, at)
    if first == at or words[first].low not in cues.grammar.negations:
        return words[first].low in cues.grammar.prepositions
    low, following = words[first].low, words[first + 1].low
    if low == "not":
        return following not in ("only", "until", "till")
    return not (low == "hardly" or following == "sooner")


def _first_word(words: Sequence[Word], at: int) -> int:
    """The first word of the clause of a helper, behind "and" and quotation marks."""
    first = stretch_start(words, at)
    while first < at and words[first].low in ("and", "but"):
        first += 1
    return first


def _begins_subject(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a subject can begin here: "he", "the", "Lund", "police", "prices"."""
    if at >= len(words) or words[at].is_mark:
        return False
    word, grammar = words[at], cues.grammar
    if word.low == "so" and at + 1 < len(words):
        return words[at + 1].low in grammar.determiners  # "Had so many died"
    if word.low in grammar.determiners or cues.people.get(word.low) == word.low:
        return True
    plural = word.low.endswith("s") or word.low in cues.plurals
    named = word.text[0].isupper() and word.text[0].isalpha()
    small = word.low in grammar.adverbs or word.low in grammar.prepositions
    return named or (plural and not small and word.low not in cues.helpers)


def is_fronted(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether "only then", "not until May", "nor" stands before the helper."""
    first = _first_word(words, at)
    if first >= at:
        return False
    low, following = words[first].low, words[first + 1].low
    grammar = cues.grammar
    if low in grammar.prepositions:
        return following == "no"  # "At no time did he"
    if low not in grammar.fronting:
        return False
    if first + 1 == at:
        return low not in ("only", "not", "no")
    leads = following in grammar.prepositions or following in grammar.subordinators
    leads = leads or following in grammar.adverbs or following in grammar.fronted
    return leads or cues.grammar.is_manner(following)


def _supposes(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a condition begins here without "if", and what would follow is said."""
    if words[at].low not in cues.grammar.supposing or words[-1].low == "?":
        return False
    unreal = ("would", "could", "might")
    if _first_word(words, at) == at:
        behind = words[at + 1 :]
        return any(w.low == "," for w in behind) and any(
            w.low in cues.grammar.modals for w in behind
        )
    before = [word.low for word in words[stretch_start(words, at) : at]]
    opens = not cues.openers.isdisjoint(before)
    return words[at].low == "had" and not opens and any(low in unreal for low in before)
