"""The verbs of a sentence in a language that has only a small table (`lang.tongues`).

No clause is parsed. A word that opens a clause of its own ("que", "die") takes the next
finite verb for it, and what is left are the main verbs, in order.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline.extract.verbs import Group, Tense
from timeline.lang import tongues
from timeline.lang.tongues import Form, Tongue
from timeline.text.words import Word

_FAR = 30
"""Words between an auxiliary and its participle where that closes the clause."""

_GUESSED = 5
"""Letters of the shortest verb that is known by its ending alone."""

_BREAKS = frozenset(",;:()–—-[]")
_QUOTES = frozenset("\"“”„«»'‘’")

_PLAIN = (
    (tongues.PAST, Tense.PAST, ""),
    (tongues.FUTURE, Tense.FUTURE, ""),
    (tongues.WOULD, Tense.MODAL, "would"),
    (tongues.PRESENT, Tense.PRESENT, ""),
    (tongues.IMPERFECT, Tense.PLUPERFECT, ""),
)
"""What a finite form tells, by the first of its kinds that is listed here."""


class Verb(Struct, frozen=True, gc=False):
    """A verb group with its place in the sentence.

    `opener` is the word that brought its clause, "" for a main clause.
    """

    group: Group
    opener: str = ""


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


def verbs(words: Sequence[Word], dated: frozenset[int], tongue: Tongue) -> list[Verb]:
    """The finite verbs of a sentence in order. No word of `dated` is one."""
    return _Scan(words, dated, tongue).verbs()


def participle(low: str, tongue: Tongue) -> Form | None:
    """What a word is as a participle, listed or by its ending."""
    for form in tongue.forms.get(low, ()):
        if tongues.PARTICIPLE in form.kinds:
            return form
    return Form(low, "n") if _is_like_participle(low, tongue) else None


def _is_like_participle(low: str, tongue: Tongue) -> bool:
    guess = tongue.guess
    if len(low) < _GUESSED or low in guess.never or not low.endswith(guess.participle):
        return False
    if not guess.opening:
        return bool(guess.participle)
    rests = (low.removeprefix(particle) for particle in ("", *tongue.particles))
    return any(rest.startswith(guess.opening) and len(rest) > 4 for rest in rests)


class _Scan:
    """Reads the words of a sentence from left to right."""

    def __init__(
        self, words: Sequence[Word], dated: frozenset[int], tongue: Tongue
    ) -> None:
        self.words, self.dated, self.tongue = words, dated, tongue
        known = lows(words, tongue)
        self.heads, self.tails = known.heads, known.tails
        self.used: set[int] = set()

    def verbs(self) -> list[Verb]:
        found: list[Verb] = []
        waiting: list[str] = []
        for at, word in enumerate(self.words):
            if word.low == ";":
                waiting = []
            if at in self.used or at in self.dated:
                continue
            if opener := self._opener(at):
                waiting.append(opener)
                continue
            group = self._group(at)
            if group is None:
                continue
            self.used.update((group.head, at))
            opener = waiting.pop() if waiting else self._shared(at, found)
            found.append(Verb(self._with_negation(group), opener))
        return found

    def _opener(self, at: int) -> str:
        """The word that opens a clause here, or ""."""
        small, low = self.tongue.words, self.tails[at]
        if self.heads[at] in small.openers:
            return self.heads[at]
        if low in small.openers:
            return low
        if low not in small.relatives or not at:
            return ""
        before = self.words[at - 1].low
        led = before in small.prepositions and at > 1 and self.words[at - 2].low == ","
        return low if before == "," or led else ""

    def _shared(self, at: int, found: Sequence[Verb]) -> str:
        """The opener of a clause that this verb goes on with: "que mató y huyó"."""
        before = at - 1
        while before >= 0 and self.tails[before] in self.tongue.words.light:
            before -= 1
        joined = before >= 0 and self.tails[before] in self.tongue.words.coordinators
        return found[-1].opener if joined and found else ""

    # ── Groups ───────────────────────────────────────────────────────────────────────

    def _group(self, at: int) -> Group | None:
        """The finite verb group that begins at a word, with or without an auxiliary."""
        if self.words[at].is_mark:
            return None
        return self._with_helper(at) or self._plain(at)

    def _with_helper(self, at: int) -> Group | None:
        low, helpers = self.tails[at], self.tongue.helpers
        known = helpers.have | helpers.had | helpers.was | helpers.passive
        found = self._participle(at) if low in known else None
        group = self._of_participle(at, found) if found else None
        if group is None and low in helpers.hearsay:
            found = self._participle(at, perfect=True)
            group = (
                self._made(at, found, Tense.MODAL, modal="hearsay") if found else None
            )
        return group or self._with_infinitive(at)

    def _of_participle(self, at: int, found: tuple[int, Form]) -> Group | None:
        """What an auxiliary makes of a participle; None where it may yet be the future."""
        low, helpers = self.tails[at], self.tongue.helpers
        if low in helpers.have:
            stands = self._stands(at, found)
            tense = Tense.PRESENT if stands else Tense.PERFECT
            return self._made(at, found, tense, passive=stands)
        if low in helpers.had:
            return self._made(at, found, Tense.PLUPERFECT)
        if low in helpers.was:
            return self._made(at, found, Tense.PAST, passive=True)
        if low in helpers.will and self._infinitive(at):
            return None
        return self._made(at, found, Tense.PRESENT, passive=True)

    def _with_infinitive(self, at: int) -> Group | None:
        low, helpers = self.tails[at], self.tongue.helpers
        if low in helpers.will and (found := self._infinitive(at)):
            return self._made(at, found, Tense.FUTURE)
        for modal, words in (
            ("can", helpers.can),
            ("must", helpers.must),
            ("would", helpers.would),
        ):
            if low in words:
                found = self._infinitive(at) or self._participle(at)
                found = found or (at, Form(low, "s"))
                return self._made(at, found, Tense.MODAL, modal=modal)
        if low in helpers.state or low in helpers.had | helpers.have | helpers.was:
            return self._made(at, (at, Form(low, "s")), Tense.PLUPERFECT)
        return None

    def _stands(self, at: int, found: tuple[int, Form]) -> bool:
        """Whether "is" and a participle tell how things stand: "è chiuso"."""
        helpers, (head, form) = self.tongue.helpers, found
        if self.tails[at] not in helpers.be or form.base in self.tongue.voices.going:
            return False
        around = self.tails[min(at, head) + 1 : max(at, head) + 2]
        before = {self.heads[at], *self.tails[max(0, at - 1) : at]}
        return helpers.been.isdisjoint(around) and before.isdisjoint(helpers.reflexive)

    def _made(
        self,
        at: int,
        found: tuple[int, Form],
        tense: Tense,
        *,
        passive: bool = False,
        modal: str = "",
    ) -> Group:
        head, form = found
        first, last = min(at, head), max(at, head) + 1
        if self.tongue.is_verb_last and head > at:
            last = at + 1
        return Group(first, last, head, form.base, tense, passive, modal=modal)

    def _participle(self, at: int, *, perfect: bool = False) -> tuple[int, Form] | None:
        """The participle that goes with an auxiliary, ahead of it or just before it."""
        for place in self._ahead(at):
            form = participle(self.tails[place], self.tongue)
            if form and self.words[place].text[0].islower():
                around = self.tails[max(at + 1, place - 2) : place + 3]
                ended = any(low in self.tongue.helpers.done for low in around)
                if perfect and self.tongue.is_verb_last and not ended:
                    return None
                return place, form
        return self._before(at) if self.tongue.is_verb_last else None

    def _before(self, at: int) -> tuple[int, Form] | None:
        """The participle before an auxiliary that closes its clause."""
        place = at - 1
        while place > 0 and self.tails[place] in self.tongue.helpers.been:
            place -= 1
        if place <= 0 or place in self.used or not self.words[place].text[0].islower():
            return None
        form = participle(self.tails[place], self.tongue)
        return (place, form) if form else None

    def _infinitive(self, at: int) -> tuple[int, Form] | None:
        """The infinitive that goes with a modal verb; a passive's is its participle."""
        links, is_far = self.tongue.helpers.links, self.tongue.is_verb_last
        linked = is_far or not links or self.tails[at] not in self.tongue.helpers.will
        for place in self._ahead(at):
            low = self.tails[place]
            if low in links:
                linked = True
                continue
            form = self._as_infinitive(low)
            light = low in self.tongue.helpers.been
            if linked and form and not light and self._is_small(place):
                return place, form
            passive = participle(low, self.tongue) if is_far else None
            behind = self.tails[place + 1 : place + 2]
            if passive and behind and behind[0] in self.tongue.helpers.been:
                return place, passive
        closing = self._as_infinitive(self.tails[at - 1]) if is_far and at else None
        small = closing and at - 1 not in self.used and self._is_small(at - 1)
        return (at - 1, closing) if closing and small else None

    def _as_infinitive(self, low: str) -> Form | None:
        for form in self.tongue.forms.get(low, ()):
            if tongues.INFINITIVE in form.kinds:
                return form
        endings = self.tongue.guess.infinitive
        like = len(low) >= _GUESSED and bool(endings) and low.endswith(endings)
        return Form(low, "b") if like and low not in self.tongue.guess.never else None

    def _ahead(self, at: int) -> list[int]:
        """Where what goes with an auxiliary can stand."""
        found, far = [], self.tongue.is_verb_last
        for place in range(at + 1, min(len(self.words), at + (_FAR if far else 9))):
            low = self.tails[place]
            if low in _BREAKS or (low in self.tongue.words.openers and place > at + 1):
                break
            if place in self.dated or low in _QUOTES:
                continue
            if low in self.tongue.helpers.been and not far:
                continue
            found.append(place)
            light = low in self.tongue.words.light or low in self.tongue.helpers.links
            if not far and not light and not low.endswith(("mente", "ment")):
                break
        return found

    def _plain(self, at: int) -> Group | None:
        """A finite verb that stands alone."""
        word, low = self.words[at], self.tails[at]
        if not word.text[-1].isalpha() or (at and not self._is_small(at)):
            return None
        if self.tongue.is_verb_last and self._is_helped(at):
            return None
        known = [f for f in self.tongue.forms.get(low, ()) if self._fits(at, f)]
        known.sort(key=lambda form: not form.particle)
        for kind, tense, modal in _PLAIN:
            for form in known:
                if kind in form.kinds and self._can_be(at, kind):
                    return Group(at, at + 1, at, form.base, tense, modal=modal)
        for form in known if self.tongue.is_verb_last and not self.used else ():
            if tongues.INFINITIVE in form.kinds and self._can_be(at, tongues.PRESENT):
                return Group(at, at + 1, at, form.base, Tense.PRESENT)
        if self._is_guessed(low) and self._can_be(at, tongues.PAST):
            return Group(at, at + 1, at, low, Tense.PAST)
        return None

    def _is_guessed(self, low: str) -> bool:
        """Whether an unlisted word ends as a past tense does."""
        guess = self.tongue.guess
        if len(low) < _GUESSED or not guess.past or not low.endswith(guess.past):
            return False
        return low not in guess.never and low not in self.tongue.forms

    def _is_helped(self, at: int) -> bool:
        """Whether a participle stands before the auxiliary that closes its clause."""
        after, helpers = self.tails[at + 1 : at + 2], self.tongue.helpers
        every = (
            helpers.have | helpers.had | helpers.was | helpers.passive | helpers.been
        )
        helped = bool(after) and after[0] in every
        return helped and participle(self.tails[at], self.tongue) is not None

    def _is_small(self, at: int) -> bool:
        text = self.words[at].text
        return text[len(self.heads[at]) :][:1].islower()

    def _fits(self, at: int, form: Form) -> bool:
        """Whether the particle of a form stands behind it, before its clause ends."""
        if not form.particle:
            return True
        for place in range(at + 1, min(len(self.words), at + _FAR)):
            if self.tails[place] == form.particle:
                behind = self.words[place + 1 : place + 2]
                return True if not behind else not behind[0].text[0].isupper()
            if self.tails[place] in _BREAKS:
                return False
        return False

    def _can_be(self, at: int, kind: str) -> bool:
        """Whether a form is a verb here and no noun or adjective."""
        small = self.tongue.words
        before = self.tails[at - 1] if at else ""
        if kind not in (tongues.PRESENT, tongues.PAST):
            return True
        if kind == tongues.PAST and not self.tongue.is_verb_last:
            return True
        return before not in small.articles and before not in small.prepositions

    def _with_negation(self, group: Group) -> Group:
        """The group, marked as negated where a word beside it denies it."""
        small = self.tongue.words
        first, last = max(0, group.first - 3), max(group.last, group.head)
        if self.tongue.is_verb_last:
            last = max(group.first + 1, group.head)
            while last < len(self.words) and self.tails[last] not in _BREAKS:
                last += 1
        for at in range(first, min(last, len(self.words))):
            denies = (
                self.heads[at] in small.negations or self.tails[at] in small.negations
            )
            only = self.tails[at + 1 : at + 2]
            apart = any(low in _BREAKS for low in self.tails[at : group.first])
            if denies and not apart and not (only and only[0] in small.only):
                return replace(group, negated=True)
        return group
