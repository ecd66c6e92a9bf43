"""Whether a word by itself is the finite verb of its clause."""

from timeline.extract.plain.words import (
    BREAKS,
    GUESSED,
    Finder,
    attribute,
    participle,
)
from timeline.extract.verbs import Group, Tense
from timeline.lang import conjugation
from timeline.lang.conjugation import Form

_FAR = 30
"""Words behind a verb among which its particle stands."""

_PLAIN = (
    (conjugation.PAST, Tense.PAST, ""),
    (conjugation.FUTURE, Tense.FUTURE, ""),
    (conjugation.WOULD, Tense.MODAL, "would"),
    (conjugation.PRESENT, Tense.PRESENT, ""),
    (conjugation.IMPERFECT, Tense.PLUPERFECT, ""),
)
"""What a finite form tells, by the first of its kinds that is listed here."""


class Finite(Finder):
    """Finds verbs that stand without an auxiliary."""

    def group(self, at: int, used: set[int]) -> Group | None:
        """A finite verb that stands alone."""
        word, low = self.words[at], self.tails[at]
        if not word.text[-1].isalpha() or (at and not self.tokens.is_small(at)):
            return None
        if self.tongue.is_verb_last and (self._is_helped(at) or self._is_aside(at)):
            return None
        known = [f for f in self.tongue.forms.get(low, ()) if self._fits(at, f)]
        known.sort(key=lambda form: not form.particle)
        for kind, tense, modal in _PLAIN:
            for form in known:
                if kind in form.kinds and self._can_be(at, kind):
                    return Group(at, at + 1, at, form.base, tense, modal=modal)
        many = [f for f in known if conjugation.INFINITIVE in f.kinds]
        bare = (
            self.tongue.is_verb_last and many and self._can_be(at, conjugation.PRESENT)
        )
        first = not used or self._opens(at)
        first = first and bool(at or not self.tongue.words.genitive)  # "Zeugen zufolge"
        if bare and (first or self._closes_clause(at)):
            return Group(at, at + 1, at, self._whole(at, many[0].base), Tense.PRESENT)
        guessed = self._is_guessed(low) or self._may_be_past(at)
        if guessed and self._can_be(at, conjugation.PAST):
            return Group(at, at + 1, at, low, Tense.PAST)
        return None

    def _whole(self, at: int, base: str) -> str:
        """The verb of many with its particle: "gehen … davon aus" is of "ausgehen"."""
        for place in range(at + 1, min(len(self.words), at + _FAR)):
            low = self.tails[place]
            if low in BREAKS:
                break
            if low in self.tongue.particles and low + base in self.tongue.forms:
                return low + base if self._closes(place) else base
        return base

    def _opens(self, at: int) -> bool:
        """Whether a verb stands behind a mark, or second to a date there: "; morgen fahren wir"."""
        while at and at - 1 in self.dated:
            at -= 1
        return at > 0 and self.tails[at - 1] in {",", ";", ":"}

    def _closes_clause(self, at: int) -> bool:
        """Whether a verb of many may close a clause without another: "dass sie bleiben"."""
        behind = self.words[at + 1 : at + 2]
        if behind and not behind[0].is_mark:
            return False
        helpers = self.tongue.helpers
        modal = helpers.can | helpers.must | helpers.managed | helpers.will
        modal |= helpers.would | helpers.hearsay
        for before in range(at - 1, -1, -1):
            low = self.tails[before]
            if low in self.tongue.words.openers:
                return True
            if low in BREAKS or low in modal or self.tokens.is_finite(before):
                return False
        return False

    def is_attribute(self, at: int) -> bool:
        """Whether a participle describes the noun behind it: "die am Montag eröffnete Schau"."""
        tongue, small = self.tongue, self.tongue.words
        if not tongue.is_verb_last or at + 1 >= len(self.words):
            return False
        noun = self.words[at + 1].text[0].isupper() or not small.genitive
        if not noun or not attribute(self.tails[at], tongue):
            return False
        if at - 1 not in self.dated:
            return self._is_led(at)
        before = at - 1
        skipped = small.before_date - (small.articles - small.prepositions)
        skipped |= small.purposes
        while before >= 0 and (before in self.dated or self.tails[before] in skipped):
            before -= 1
        return before >= 0 and self.tails[before] in small.articles - small.prepositions

    def _is_led(self, at: int) -> bool:
        """Whether an article with a preposition behind it waits for a noun before a word.

        "Der vom Gericht bestellte Gutachter".
        """
        small = self.tongue.words
        for before in range(at - 2, -1, -1):
            if self.tails[before] in BREAKS or self.tokens.is_finite(before):
                return False
            led = self.tails[before + 1] in small.prepositions
            if led and self.tails[before] in small.articles - small.prepositions:
                return True
        return False

    def is_second(self, at: int) -> bool:
        """Whether a word that is not known stands where the verb does: right behind a date."""
        small, low = self.tongue.words, self.tails[at]
        if (
            not self.tongue.is_verb_last
            or at - 1 not in self.dated
            or not low.isalpha()
        ):
            return False
        start = at - 1
        while start and (
            start - 1 in self.dated or self.tails[start - 1] in small.before_date
        ):
            start -= 1
        led = not start or self.tails[start - 1] in {*BREAKS, *small.coordinators}
        led = led and at + 1 < len(self.words) and not self.words[at + 1].is_mark
        past = low.endswith(self.tongue.guess.second) and low not in self.tongue.forms
        past = past and not self.tokens.is_finite(at)
        return led and past and self.tokens.is_small(at)

    def _is_guessed(self, low: str) -> bool:
        """Whether an unlisted word ends as a past tense does."""
        past = self.tongue.guess.past
        return bool(past) and low.endswith(past) and self._is_unlisted(low)

    def _is_unlisted(self, low: str) -> bool:
        """Whether a word of some length may be a verb that is not listed."""
        known = low in self.tongue.guess.never or low in self.tongue.forms
        return len(low) >= GUESSED and not known

    def _may_be_past(self, at: int) -> bool:
        """Whether a word with a weak ending of the past stands where a verb does."""
        guess, low, small = self.tongue.guess, self.tails[at], self.tongue.words
        if not at or not guess.weak or not low.endswith(guess.weak):
            return False
        if not self._is_unlisted(low):
            return False
        before = self.tails[at - 1]
        led = before in small.articles | small.prepositions | small.openers
        led = led and before not in small.light - small.articles
        return not led and not self.heads[at] and before not in BREAKS

    def _is_aside(self, at: int) -> bool:
        """Whether a participle closes an aside before the verb: ", 1890 erbaut, wurde"."""
        if participle(self.tails[at], self.tongue) is None:
            return False
        end = at + 1
        while end < len(self.words) and self.tails[end] not in BREAKS:
            end += 1
        verb = end + 1 < len(self.words) and self.tails[end] == ","
        small, first = self.tongue.words, self.tails[at + 1] if at + 1 < end else ","
        closes = first == "," or first in small.coordinators
        leads = at > 0 and self.tails[at - 1] in {",", *small.coordinators}
        closes = closes or (leads and not small.genitive)
        helpers = self.tongue.helpers
        every = (
            helpers.have | helpers.had | helpers.was | helpers.passive | helpers.state
        )
        if not verb or not closes:
            return False
        told = (
            (leads or at - 1 in self.dated)
            and self.tokens.is_finite(end + 1)
            and small.genitive
        )
        return bool(told) or self.tails[end + 1] in every

    def _is_helped(self, at: int) -> bool:
        """Whether a participle stands before the auxiliary that closes its clause."""
        helpers, end = self.tongue.helpers, at + 1
        while end < len(self.tails) and self._is_participle(end):
            end += 1  # "vermisst gemeldet worden war", "vernichtet zu haben"
        end += not helpers.infinitive.isdisjoint(self.tails[end : end + 1])
        after = self.tails[end : end + 1]
        every = (
            helpers.have | helpers.had | helpers.was | helpers.passive | helpers.been
        )
        helped = bool(after) and after[0] in every
        return helped and participle(self.tails[at], self.tongue) is not None

    def _is_participle(self, at: int) -> bool:
        """Whether a word is listed as a participle, and no auxiliary."""
        low, helpers = self.tails[at], self.tongue.helpers
        if low in helpers.been or low in helpers.done:
            return False
        return self.tongue.may_be(low, conjugation.PARTICIPLE)

    def _fits(self, at: int, form: Form) -> bool:
        """Whether the particle of a form stands behind it, before its clause ends."""
        if not form.particle:
            return True
        for place in range(at + 1, min(len(self.words), at + _FAR)):
            if self.tails[place] == form.particle and self._closes(place):
                return True
            if self._is_idiom(place, form.particle):
                return True
            if self.tails[place] in BREAKS:
                return False
        return False

    def _is_idiom(self, at: int, particle: str) -> bool:
        """Whether words stand for a particle: "om het leven" for the one of "omkomen"."""
        said = (" ".join(self.tails[at : at + size]) for size in (2, 3))
        return any(f"{words}:{particle}" in self.tongue.words.idioms for words in said)

    def _closes(self, at: int) -> bool:
        """Whether a particle closes its clause: not "um" in "kommt um acht"."""
        small, behind = self.tongue.words, self.words[at + 1 : at + 2]
        if not behind or behind[0].is_mark:
            return True
        low = behind[0].low
        if self.tails[at] in small.prepositions | small.articles:
            opens = small.openers | small.when | small.relatives - small.articles
            return low in small.coordinators | opens
        return not behind[0].text[0].isupper()

    def _can_be(self, at: int, kind: str) -> bool:
        """Whether a form is a verb here and no noun or adjective."""
        small = self.tongue.words
        before = self.tails[at - 1] if at else ""
        led = before in BREAKS or before in small.coordinators
        if kind == conjugation.PRESENT and led and not self.tongue.is_verb_last:
            return not participle(self.tails[at], self.tongue)  # ", construit en 1890"
        if kind not in (conjugation.PRESENT, conjugation.PAST):
            return before not in small.prepositions - small.articles  # "festa de verão"
        if kind == conjugation.PRESENT and self._closes_aside(at):
            return False
        if self.tails[at] in self.tongue.nouns and before in self.tongue.forms:
            return False  # "dictará sentencia"
        behind = self.tails[at + 1 : at + 2]
        led = self.tails[at] in small.prepositions and not self.tongue.is_verb_last
        if led and not small.prepositions.issuperset(behind):
            return False  # "entre 1402 et 1410"
        if kind == conjugation.PAST and not self.tongue.is_verb_last:
            return True
        near = self.tails[max(0, at - 2) : max(0, at - 1)]
        article = (
            bool(near) and near[0] in small.articles and self.tokens.is_small(at - 1)
        )
        if (
            article
            and self.tails[at] in self.tongue.nouns
            and before not in self.tongue.forms
        ):
            return False
        elided = self.heads[at] in small.articles
        led = before in small.articles or before in small.prepositions
        return not elided and not led

    def _closes_aside(self, at: int) -> bool:
        """Whether a word ends a few between commas: ", ancien juge, a démissionné"."""
        if self.tongue.is_verb_last or self.tails[at + 1 : at + 2] != (",",):
            return False
        before = self.tails[max(0, at - 3) : at]
        return "," in before[:-1] and self.tongue.words.persons.isdisjoint(before)
