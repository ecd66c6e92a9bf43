"""A verb group: where it stands, in which tense, finite or not."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from timeline.lang.cues import Cues
from timeline.text.words import Word


class Tense(StrEnum):
    """Tense or mood of a verb group; the last three are not finite."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


DONE = frozenset((Tense.PAST, Tense.PERFECT))
"""Tenses of what has happened."""

HANGING = frozenset((Tense.PARTICIPLE, Tense.GERUND))
"""Tenses of verbs that hang off another clause."""

NOT_FINITE = HANGING | {Tense.INFINITIVE}


def object_place(words: Sequence[Word], at: int, cues: Cues) -> int:
    """Where what a verb is done to would begin: behind "up" of "set | up | a firm"."""
    particle = at < len(words) and words[at].low in cues.grammar.particles
    return at + 1 if particle else at


def begins_object(word: Word, cues: Cues) -> bool:
    """Whether what a verb is done to can begin with the word behind it: "it", "Lund", "the"."""
    if (
        word.is_mark
        or word.low in cues.time.before_date
        or cues.grammar.is_manner(word.low)
    ):
        return False
    grammar = cues.grammar
    light = (grammar.prepositions, grammar.adverbs, grammar.coordinators)
    return not any(word.low in words for words in light)


class Group(Struct, frozen=True, gc=False):
    """A verb with its auxiliaries: words `first` up to `last`, the verb itself at `head`.

    `subject_end` is where a subject ends that stands behind the first auxiliary ("only then
    did | he | call"), 0 where it stands before.
    """

    first: int
    last: int
    head: int
    base: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    modal: str = ""
    subject_end: int = 0

    @property
    def done(self) -> bool:
        """Whether it tells as a fact what has happened."""
        return self.tense in DONE and not self.negated and not self.modal

    @property
    def finite(self) -> bool:
        """Whether the group can be the verb of a sentence."""
        return self.tense not in NOT_FINITE
