"""Verbs in the past subjunctive: what was asked for, or done where "after" brings it.

"Pidió que fuera destituido" is no dismissal, "después de que fuera destituido" is one.
"""

import re

from timeline.extract.plain.words import BREAKS, Finder, participle
from timeline.extract.verbs import Group, Tense
from timeline.lang.conjugation import INFINITIVE, PAST, Form
from timeline.lang.tongues import Tongue

WISH = "wish"
"""The modal of what someone wants done."""

_EDGE = r"(?<!\w){}(?!\w)"

_CLAUSE = 12
"""Words between "that" and its verb, at most."""


class Wished(Finder):
    """Finds such verbs, which have "that" before them."""

    def group(self, at: int) -> Group | None:
        """The group of such a verb, with its participle where it makes a passive."""
        if not self.tongue.guess.wished:
            return None
        helps = self.tails[at] in self.tongue.helpers.wish
        form = None if helps else self._form(self.tails[at])
        if not (helps or form) or (that := self._that(at)) < 0:
            return None
        tense, modal = (Tense.PAST, "") if self._is_fact(that) else (Tense.MODAL, WISH)
        if form is not None:
            return Group(at, at + 1, at, form.base, tense, modal=modal)
        for place in range(at + 1, min(at + 3, len(self.words))):
            done = participle(self.tails[place], self.tongue)
            if done is None:
                continue
            if done.base in self.tongue.voices.going:
                return None
            return Group(at, place + 1, place, done.base, tense, True, modal=modal)
        return None

    def _form(self, low: str) -> Form | None:
        """What a word is by the form that this one is made of: "recibiera", "recibieron"."""
        for pair in self.tongue.guess.wished:
            ending, source = pair.split(":")
            if not low.endswith(ending):
                continue
            for form in self.tongue.forms.get(low.removesuffix(ending) + source, ()):
                if PAST in form.kinds or INFINITIVE in form.kinds:
                    return form if low not in self.tongue.forms else None
        return None

    def _that(self, at: int) -> int:
        """The place of the "that" before a verb, with no other verb between; or -1."""
        that = self.tongue.words.that
        for place in range(at - 1, max(-1, at - _CLAUSE), -1):
            if self.tails[place] in that or self.heads[place] in that:
                return place
            if self.tails[place] in BREAKS or self.tokens.is_finite(place):
                return -1
        return -1

    def _is_fact(self, that: int) -> bool:
        """Whether "after" stands before "that", or what caused it: "provocó que"."""
        small, causes = self.tongue.words, self.tongue.voices.causes
        forms = self.tongue.forms.get(self.tails[that - 1], ()) if that else ()
        if any(form.base in causes and PAST in form.kinds for form in forms):
            return True
        before = that - 1
        if before > 0 and self.tails[before] in small.of:
            before -= 1
        return before >= 0 and self.tails[before] in small.facts


def stated(line: str, word: str, tongue: Tongue) -> str:
    """A line with such a verb as one of what was done: "fuera" is "fue"."""
    done = _indicative(word, tongue)
    return re.sub(_EDGE.format(re.escape(word)), done, line, count=1) if done else line


def _indicative(low: str, tongue: Tongue) -> str:
    """The past tense that a past subjunctive stands for, "" where that is not known."""
    pairs = [pair.split(":") for pair in tongue.guess.stated]
    whole = dict(pairs)
    if low in whole:
        return whole[low]
    for pair in tongue.guess.wished if low not in tongue.forms else ():
        ending, source = pair.split(":")
        if not low.endswith(ending):
            continue
        many = low.removesuffix(ending) + source
        known = tongue.forms.get(many, ())
        bases = {form.base for form in known if PAST in form.kinds}
        if not bases or ending.endswith(("n", "m")):
            return many if bases else ""
        ones = (many.removesuffix(a) + b for a, b in pairs if many.endswith(a))
        return next((one for one in ones if _is_past(one, bases, tongue)), "")
    return ""


def _is_past(low: str, bases: set[str], tongue: Tongue) -> bool:
    return any(f.base in bases and PAST in f.kinds for f in tongue.forms.get(low, ()))
