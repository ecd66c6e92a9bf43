"""The verbs of a sentence in a language that has only a small table (`lang.tongues`)."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.plain.finite import Finite
from timeline.extract.plain.negation import Negation
from timeline.extract.plain.openers import Openers
from timeline.extract.plain.recent import Recent
from timeline.extract.plain.wished import Wished
from timeline.extract.plain.words import (
    BREAKS,
    GUESSED,
    QUOTES,
    Finder,
    Tokens,
    participle,
)
from timeline.extract.verbs import Group, Tense
from timeline.lang import conjugation
from timeline.lang.conjugation import Form
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_FAR = 30
"""Words between an auxiliary and its participle where that closes the clause."""

_HELPED = frozenset((Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT))
"""Tenses of an auxiliary with a participle."""


class Verb(Struct, frozen=True, gc=False):
    """A verb group with its place in the sentence.

    `opener` is the word that brought its clause, "" for a main clause.
    """

    group: Group
    opener: str = ""


class Scanned(Struct, frozen=True):
    """The verb groups of a sentence in order, and the words that may open a clause."""

    groups: tuple[Group, ...]
    openers: dict[int, str]


def scanned(words: Sequence[Word], dated: frozenset[int], tongue: Tongue) -> Scanned:
    """The finite verbs of a sentence and what can open a clause. No word of `dated` is one."""
    return _Scan(words, dated, tongue).scanned()


class _Scan(Finder):
    """Reads the words of a sentence from left to right."""

    def __init__(
        self, words: Sequence[Word], dated: frozenset[int], tongue: Tongue
    ) -> None:
        super().__init__(Tokens(words, dated, tongue))
        self.finite = Finite(self.tokens)
        self.negation, self.recent = Negation(self.tokens), Recent(self.tokens)
        self.wished = Wished(self.tokens)
        self.used: set[int] = set()

    def scanned(self) -> Scanned:
        found: list[Group] = []
        openers: dict[int, str] = {}
        openers_ = Openers(self.tokens)
        for at in range(len(self.words)):
            if at in self.used or at in self.dated:
                continue
            if opener := openers_.opener(at):
                openers[at] = opener
            elif group := self._helped_too(at, found) or self._group(at):
                self.used.update((group.head, at))
                found.append(self.negation.marked(group))
        return Scanned(tuple(found), openers)

    def _group(self, at: int) -> Group | None:
        """The finite verb group that begins at a word, with or without an auxiliary."""
        if self.words[at].is_mark or self.tokens.owns(at):
            return None
        if self._is_within(at) or self.finite.is_attribute(at):
            return None
        if self.finite.is_second(at):
            return Group(at, at + 1, at, self.tails[at], Tense.PAST)
        made = self.recent.group(at) or self.wished.group(at)
        made = made or self._to_be_done(at) or self._with_helper(at)
        return made or self.finite.group(at, self.used)

    def _to_be_done(self, at: int) -> Group | None:
        """What will be done, where the auxiliary is of the future: "será dinamitado"."""
        helpers, forms = self.tongue.helpers, self.tongue.forms.get(self.tails[at], ())
        auxiliary = any(
            conjugation.FUTURE in form.kinds
            and form.base in helpers.done | helpers.been
            for form in forms
        )
        found = self._participle(at) if auxiliary else None
        return self._made(at, found, Tense.FUTURE, passive=True) if found else None

    def _is_within(self, at: int) -> bool:
        """Whether a verb stands before the finite one that closes its clause.

        "Haben sollen", "der am Dienstag beginnen sollte".
        """
        helpers, behind = self.tongue.helpers, self.tails[at + 1 : at + 2]
        if not self.tongue.is_verb_last or not behind:
            return False
        finite = (
            helpers.hearsay | helpers.can | helpers.must | helpers.had | helpers.have
        )
        if self.tails[at - 1] in helpers.infinitive and at:
            return True
        closes = at + 2 >= len(self.words) or self.words[at + 2].is_mark
        infinitive = closes and self.tokens.as_infinitive(self.tails[at])
        helped = self.tails[at] in helpers.been or infinitive
        return bool(helped) and behind[0] in finite | helpers.would | helpers.will

    def _helped_too(self, at: int, found: Sequence[Group]) -> Group | None:
        """A participle behind "and" that shares the auxiliary before: "detenido y acusado"."""
        small, form = self.tongue.words, participle(self.tails[at], self.tongue)
        if not at or not found or form is None or not self.tokens.is_small(at):
            return None
        before, joint = found[-1], self._joint(at)
        helped = before.head > before.first or self._shares(before)
        helped = helped and before.tense in _HELPED
        if helped and not before.modal and self._is_listed(at, before):
            return Group(at, at + 1, at, form.base, before.tense, before.passive)
        then = self.tails[joint] in small.then and self.tails[joint - 1] == ","
        end = joint - 1 if then else joint + 1
        between = self.tails[before.head + 1 : end]
        if not helped or before.modal or self._is_parted(before.head + 1, end):
            return None
        if self.tongue.is_verb_last:
            end = at + 1
            while end < len(self.words) and self.tails[end] in self.tongue.helpers.been:
                end += 1
            closes = end == len(self.words) or self.words[end].is_mark
            closes = closes and self.tails[at] not in self.tongue.helpers.been
            joined = closes and between[:1] and between[0] in small.coordinators
            joined = joined or (closes and self._is_resumed(at, between))
        else:
            joined = self.tails[joint] in small.coordinators | small.then
        if not joined:
            return None
        return Group(at, at + 1, at, form.base, before.tense, before.passive)

    def _is_parted(self, first: int, last: int) -> bool:
        """Whether a mark parts two places: none before another participle of a list."""
        for at in range(first, last):
            listed = not self.tongue.is_verb_last and self.tails[at] == ","
            if listed and participle(self.tails[at + 1], self.tongue):
                continue  # "fut construite, endommagée et reconstruite"
            if self.tails[at] in BREAKS:
                return True
        return False

    def _is_resumed(self, at: int, between: Sequence[str]) -> bool:
        """Whether "and" and a day lead to a participle: "gestaakt … en zondag hervat"."""
        small, joint = self.tongue.words, at - 1
        while joint and joint in self.dated:
            joint -= 1
        joins = self.tails[joint] in small.coordinators and joint < at - 1
        return joins and not small.genitive and BREAKS.isdisjoint(between)

    def _shares(self, group: Group) -> bool:
        """Whether a participle has the auxiliary of the one before it."""
        perfect = group.tense is Tense.PERFECT or group.passive
        return perfect and not self.tongue.is_verb_last

    def _is_listed(self, at: int, before: Group) -> bool:
        """Whether dates part listed participles: "è triplicato nel 2004, raddoppiato nel 2005"."""
        if self.tongue.is_verb_last or self.tails[at - 1] != ",":
            return False
        between = self.tails[before.head + 1 : at - 1]
        dated = at - 2 in self.dated and not self.dated.isdisjoint((at + 1, at + 2))
        goes_on = not self.tongue.words.coordinators.isdisjoint(self.tails[at:])
        return dated and goes_on and BREAKS.isdisjoint(between)

    def _joint(self, at: int) -> int:
        """The place of "and" before a participle, past a date: "y, en 1936, deportada"."""
        joint = at - 1
        small = self.tongue.words
        while joint > 0 and (
            joint in self.dated
            or self.tails[joint] == ","
            or self.tails[joint] in small.before_date - small.coordinators
        ):
            joint -= 1
        return joint if not self.tongue.is_verb_last else at - 1

    def _with_helper(self, at: int) -> Group | None:
        low, helpers = self.tails[at], self.tongue.helpers
        known = helpers.have | helpers.had | helpers.was | helpers.passive
        known |= helpers.became | helpers.owed
        found = self._participle(at) if low in known else None
        group = self._of_participle(at, found) if found else None
        if group is None and low in helpers.hearsay:
            found = self._participle(at, perfect=True)
            modal = "must" if found and self._is_due(found) else "hearsay"
            if found and self.tails[found[0]] in helpers.ought:
                modal = "would"  # "aurait dû être achevé"
            group = self._made(at, found, Tense.MODAL, modal=modal) if found else None
        return group or self._with_infinitive(at)

    def _is_due(self, found: tuple[int, Form]) -> bool:
        """Whether something is to be done by a date: "soll bis Mai saniert sein"."""
        small, (head, form) = self.tongue.words, found
        behind = self.tails[head + 1 : head + 2]
        done = bool(behind) and behind[0] in self.tongue.helpers.done
        if not done or form.base in self.tongue.voices.going or not self.dated:
            return False
        at = min(self.dated)
        while at and self.tails[at - 1] in small.before_date - small.until:
            at -= 1
        return at > 0 and self.tails[at - 1] in small.until

    def _of_participle(self, at: int, found: tuple[int, Form]) -> Group | None:
        """What an auxiliary makes of a participle; None where it may yet be the future."""
        low, helpers = self.tails[at], self.tongue.helpers
        if low in helpers.owed and not self.tongue.is_verb_last:
            return self._made(at, found, Tense.MODAL, passive=True, modal="must")
        if low in helpers.have:
            stands = self._stands(at, found)
            tense = Tense.PRESENT if stands else Tense.PERFECT
            return self._made(at, found, tense, passive=stands)
        if low in helpers.had:
            inside = self.tails[min(at, found[0]) + 1 : max(at, found[0])]
            passive = not helpers.been.isdisjoint(inside)
            return self._made(at, found, Tense.PLUPERFECT, passive=passive)
        if low in helpers.was | helpers.became:
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
                if not found and modal == "would" and not self.tongue.is_verb_last:
                    continue  # "iba al volante"
                found = found or (at, Form(low, "s"))
                return self._made(at, found, Tense.MODAL, modal=modal)
        if low in helpers.managed:
            found = self._infinitive(at) or self._participle(at)
            if found:
                return self._made(at, found, Tense.PAST)
        if found := self._should_have(at) or self._owed(at):
            return self._made(at, found, Tense.MODAL, modal="must")
        planned = self._participle(at) if low in helpers.state else None
        if planned and planned[1].base in self.tongue.voices.plans:
            return self._made(at, planned, Tense.PRESENT, passive=True)
        if low in helpers.state or low in helpers.had | helpers.have | helpers.was:
            return self._made(at, (at, Form(low, "s")), Tense.PLUPERFECT)
        return None

    def _should_have(self, at: int) -> tuple[int, Form] | None:
        """What was to be done and was not: "had in september moeten vliegen"."""
        helpers = self.tongue.helpers
        if not self.tongue.is_verb_last or self.tails[at] not in helpers.had:
            return None
        places = [place for place in self._ahead(at) if self.tokens.is_small(place)]
        last = places[-2:]
        if helpers.must.isdisjoint(self.tails[place] for place in last):
            return None
        forms = ((p, self.tokens.as_infinitive(self.tails[p])) for p in last)
        known = ((p, f) for p, f in forms if f and self.tails[p] not in helpers.must)
        return next(known, None)

    def _owed(self, at: int) -> tuple[int, Form] | None:
        """What is to be done: "hat den Preis zu zahlen", "ist zurückzuzahlen"."""
        helpers, low = self.tongue.helpers, self.tails[at]
        if not self.tongue.is_verb_last or low not in helpers.have | helpers.had:
            return None
        end = at + 1
        while end < len(self.words) and (
            end in self.dated
            or not (self.tails[end] in BREAKS or self.tails[end][0] in ".!?")
        ):
            end += 1
        last = self.tails[end - 1]
        if end - 1 <= at or not self.words[end - 1].text[0].islower():
            return None
        if self.tails[end - 2] in helpers.infinitive and end - 2 > at:
            form = self.tokens.as_infinitive(last)
            return (end - 1, form) if form else None
        for particle in self.tongue.particles:
            for to in helpers.infinitive:
                verb = last.removeprefix(particle + to)
                if verb != last and self.tokens.as_infinitive(verb):
                    return end - 1, Form(particle + verb, "b")
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
            form = form or self._closing_participle(at, place)
            form = form or self._helped_participle(place)
            if form and self.words[place].text[0].islower():
                around = self.tails[max(at + 1, place - 2) : place + 3]
                ended = any(low in self.tongue.helpers.done for low in around)
                if perfect and self.tongue.is_verb_last and not ended:
                    return None
                return place, form
        if not self.tongue.is_verb_last:
            return None
        return self._before(at) or (None if perfect else self._across(at))

    def _across(self, at: int) -> tuple[int, Form] | None:
        """The participle said once: "wurde leicht, seine Beifahrerin schwer verletzt"."""
        commas, openers = 0, self.tongue.words.openers
        for place in range(at + 1, min(len(self.words), at + _FAR)):
            low, form = self.tails[place], participle(self.tails[place], self.tongue)
            commas += low == ","
            finite = self.tokens.is_finite(place) and form is None
            if finite or low in openers or (low in BREAKS and low != ",") or commas > 2:
                return None
            closes = place + 1 == len(self.words) or self.words[place + 1].is_mark
            if commas and form and closes and self.tokens.is_small(place):
                alone = self.tails[place - 1] == "," and commas < 2
                return None if alone else (place, form)
        return None

    def _helped_participle(self, place: int) -> Form | None:
        """An unlisted word as a participle, where only one has such an ending: "a franchi"."""
        low, ends = self.tails[place], self.tongue.guess.helped
        if not ends or len(low) < GUESSED or not low.endswith(ends):
            return None
        small = self.tongue.words
        light = small.light | small.prepositions | small.openers
        known = low in light or low in self.tongue.guess.never or self.heads[place]
        return None if known or low in self.tongue.forms else Form(low, "n")

    def _closing_participle(self, at: int, place: int) -> Form | None:
        """An unlisted word as a participle, where it closes the clause of a passive."""
        helpers, low = self.tongue.helpers, self.tails[place]
        known = low in self.tongue.forms or low in self.tongue.guess.never
        if not self.tongue.is_verb_last or known:
            return None
        closes = place + 1 == len(self.words) or self.words[place + 1].is_mark
        passive = self.tails[at] in helpers.was | helpers.passive
        ended = low.endswith(self.tongue.guess.closing) and len(low) >= GUESSED
        return Form(low, "n") if closes and passive and ended else None

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
            form = self.tokens.as_infinitive(low)
            light = low in self.tongue.helpers.been
            if linked and form and not light and self.tokens.is_small(place):
                return place, form
            passive = participle(low, self.tongue) if is_far else None
            behind = self.tails[place + 1 : place + 2]
            then = participle(behind[0], self.tongue) if is_far and behind else None
            if light and then and self.tokens.is_small(place + 1):
                return place + 1, then  # "zal in juli worden gepubliceerd"
            if passive and behind and behind[0] in self.tongue.helpers.been:
                return place, passive
        closing = (
            self.tokens.as_infinitive(self.tails[at - 1]) if is_far and at else None
        )
        small = closing and at - 1 not in self.used and self.tokens.is_small(at - 1)
        return (at - 1, closing) if closing and small else None

    def _ahead(self, at: int) -> list[int]:
        """Where what goes with an auxiliary can stand."""
        found, far, aside = [], self.tongue.is_verb_last, 0
        for place in range(at + 1, min(len(self.words), at + (_FAR if far else 9))):
            low = self.tails[place]
            if place < aside or place in self.dated or low in QUOTES:
                continue
            if low == ",":
                aside = self._past_aside(place)
                if aside > place:
                    continue
            if low in BREAKS or (low in self.tongue.words.openers and place > at + 1):
                break
            if low in self.tongue.helpers.been and not far:
                continue
            found.append(place)
            light = low in self.tongue.words.light or low in self.tongue.helpers.links
            if not far and not light and not low.endswith(("mente", "ment")):
                break
        return found

    def _past_aside(self, at: int) -> int:
        """Behind the comma that closes ", wie sie mitteilte," from one at `at`, or `at`."""
        quoting = self.tails[at + 1 : at + 2]
        if not quoting or quoting[0] not in self.tongue.words.quoting:
            return at
        for end in range(at + 2, min(len(self.words), at + 12)):
            if self.tails[end] == ",":
                return end + 1
        return at
