"""The words of a sentence as they are looked up, and what one may be by its form."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.lang import conjugation
from timeline.lang.conjugation import Form
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

GUESSED = 5
"""Letters of the shortest verb that is known by its ending alone."""

BREAKS = frozenset(",;:()–—-[]")
"""Marks that end what a verb goes with."""

QUOTED = frozenset('"“”„«»')
"""Marks of quotations but for single ones, which may be apostrophes."""

QUOTES = frozenset("\"“”„«»'‘’")


class Lows(Struct, frozen=True):
    """The words of a sentence as they are looked up: "l'uomo" is "l'" and "uomo"."""

    heads: tuple[str, ...]
    tails: tuple[str, ...]


def lows(words: Sequence[Word], tongue: Tongue) -> Lows:
    """The words in lower case, elided articles and joined pronouns apart."""
    heads, tails, joined = [], [], tongue.words.joined
    for word in words:
        head, mark, tail = word.low.replace("’", "'").partition("'")
        cut = bool(mark and tail)
        heads.append(f"{head}'" if cut else "")
        low = tail if cut else word.low
        if joined and "-" in low:
            ending = next((end for end in joined if low.endswith(end)), "")
            low = low.removesuffix(ending)
        tails.append(low)
    return Lows(tuple(heads), tuple(tails))


def participle(low: str, tongue: Tongue) -> Form | None:
    """What a word is as a participle, listed or by its ending."""
    if low in tongue.guess.nouns:
        return None
    for form in tongue.forms.get(low, ()):
        if conjugation.PARTICIPLE in form.kinds:
            return form
    return Form(low, "n") if _is_like_participle(low, tongue) else None


def is_to_say(low: str, tongue: Tongue) -> bool:
    """Whether a word is a verb of saying within another: "conviene recordar que"."""
    within = (conjugation.INFINITIVE, conjugation.PARTICIPLE)
    return any(
        form.base in tongue.voices.verbs and any(kind in form.kinds for kind in within)
        for form in tongue.forms.get(low, ())
    )


def attribute(low: str, tongue: Tongue) -> Form | None:
    """What a word is as a participle with the ending of an adjective: "veröffentlichte"."""
    for ending in tongue.guess.adjective:
        stem = low.removesuffix(ending)
        if stem != low and (form := participle(stem, tongue)):
            return form
    return None


def _is_like_participle(low: str, tongue: Tongue) -> bool:
    guess = tongue.guess
    if len(low) < GUESSED or low in guess.never or not low.endswith(guess.participle):
        return False
    if not guess.opening:
        return bool(guess.participle)
    rests = (low.removeprefix(particle) for particle in ("", *tongue.particles))
    return any(rest.startswith(guess.opening) and len(rest) > 4 for rest in rests)


class Tokens:
    """The words of a sentence, those that are part of a date, and how they are looked up."""

    def __init__(
        self, words: Sequence[Word], dated: frozenset[int], tongue: Tongue
    ) -> None:
        self.words, self.dated, self.tongue = words, dated, tongue
        known = lows(words, tongue)
        self.heads, self.tails = known.heads, known.tails

    def is_finite(self, at: int) -> bool:
        """Whether a word can be the finite verb of its clause."""
        low, helpers = self.tails[at], self.tongue.helpers
        if self.owns(at):
            return False
        every = helpers.have | helpers.had | helpers.was | helpers.passive
        every |= (
            helpers.hearsay | helpers.can | helpers.must | helpers.state | helpers.will
        )
        known = (form for form in self.tongue.forms.get(low, ()) if not form.particle)
        finite = {conjugation.PAST, conjugation.PRESENT}
        return low in every or any(finite & set(form.kinds) for form in known)

    def owns(self, at: int) -> bool:
        """Whether a word that can be a verb says whose the noun behind it is: "zijn vrouw"."""
        small, behind = self.tongue.words, self.tails[at + 1 : at + 2]
        if self.tails[at] not in small.articles or not behind:
            return False
        if at and self.tails[at - 1] in small.it:
            return False  # "Er zijn drie mensen gewond"
        noun = self.words[at + 1].text[0].isalpha() and at + 1 not in self.dated
        light = small.light | small.negations | small.prepositions | small.articles
        light |= small.persons
        helped = participle(behind[0], self.tongue) or behind[0] in light
        return noun and not helped

    def as_infinitive(self, low: str) -> Form | None:
        """What a word is as an infinitive, listed or by its ending."""
        for form in self.tongue.forms.get(low, ()):
            if conjugation.INFINITIVE in form.kinds:
                return form
        endings = self.tongue.guess.infinitive
        like = len(low) >= GUESSED and bool(endings) and low.endswith(endings)
        return Form(low, "b") if like and low not in self.tongue.guess.never else None

    def is_small(self, at: int) -> bool:
        """Whether a word begins with a small letter behind what is elided before it."""
        text = self.words[at].text
        return text[len(self.heads[at]) :][:1].islower()


class Finder:
    """What looks for something among the words of a sentence."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.tongue, self.words = tokens, tokens.tongue, tokens.words
        self.heads, self.tails, self.dated = tokens.heads, tokens.tails, tokens.dated
