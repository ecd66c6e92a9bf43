"""What single words of a sentence tell of time: what is to come, what is over.

Those that help a verb, and verbs by their form.
"""

from timeline.lang import conjugation
from timeline.lang.tongues import Tongue
from timeline.timex.foreign import due

WILL = 2
"""What surely is to come."""


def was_done(low: str, tongue: Tongue, *, passive: bool) -> bool:
    """Whether a participle behind its infinitive tells what is over: "haber cobrado".

    Behind a modal it may be a passive: "pourrait être prise".
    """
    if not is_participle(low, tongue):
        return False
    going = any(form.base in tongue.voices.going for form in tongue.forms.get(low, ()))
    return going or not passive


def may_be_helped(low: str, tongue: Tongue) -> bool:
    """Whether a word may be a participle, listed or by its ending."""
    guess = tongue.guess
    return low.endswith(guess.participle + guess.closing) or is_participle(low, tongue)


def is_participle(low: str, tongue: Tongue) -> bool:
    """Whether a word is listed as a participle."""
    return tongue.may_be(low, conjugation.PARTICIPLE)


def _was_due(low: str, tongue: Tongue) -> bool:
    """Whether something was to be, which may be over: "debía comenzar el martes"."""
    return tongue.may_be(low, conjugation.IMPERFECT)


def is_of_done(behind: str, tongue: Tongue) -> bool:
    """Whether the clause of a date ends in an infinitive of the perfect: "zu haben"."""
    words = due.beyond(behind.lower())
    helpers = tongue.helpers
    return (
        words[-1:] != []
        and words[-1] in helpers.done
        and not helpers.infinitive.isdisjoint(words[-2:-1])
    )


def tells(low: str, before: str, tongue: Tongue) -> int:
    """2 for a word of the future, 1 for one that may be, -1 for one of the past."""
    helpers = tongue.helpers
    had = low in helpers.have or low in helpers.had
    if had or low in helpers.was or low in helpers.managed:
        return -1
    if low in helpers.will:
        return WILL
    if low in helpers.must:
        return 0 if _was_due(low, tongue) else 1
    if low in helpers.can and not _was_due(low, tongue):
        known = tongue.forms.get(low, ())
        helps = not known or any(form.base in helpers.done for form in known)
        return 0 if helps else 1  # "potrebbe arrivare venerdì", not "hätte"
    if low in helpers.passive and low not in helpers.state:
        return 1
    return _tells_by_form(low, before, tongue)


def _tells_by_form(low: str, before: str, tongue: Tongue) -> int:
    """The same by what form of a verb a word can be."""
    helpers, small = tongue.helpers, tongue.words
    if low in small.prepositions - small.articles:
        return 0  # "entre samedi et lundi"
    forms = tongue.forms.get(low, ())
    kinds = "".join(f.kinds for f in forms if not f.particle)
    if not kinds and forms:
        was = tongue.may_be(low, conjugation.PAST)
        is_ = tongue.may_be(low, conjugation.PRESENT)
        return -1 if was else int(is_)  # "kondigde … aan", "stapt … op"
    if conjugation.PAST in kinds and conjugation.PRESENT in kinds:
        return int(tongue.is_perfect_past and not tongue.is_verb_last)  # "réunit"
    if conjugation.PAST in kinds:
        return 0 if conjugation.PARTICIPLE in kinds else -1
    many = not tongue.is_verb_last and low.endswith(tongue.guess.many)
    many = many and set(kinds) == {conjugation.PRESENT}  # "La dimettono venerdì"
    noun = (before in small.articles and not many) or before in small.prepositions
    noun = noun or before in helpers.infinitive  # "om te verdedigen"
    if conjugation.FUTURE in kinds and conjugation.PARTICIPLE not in kinds:
        return WILL
    if conjugation.PRESENT in kinds and not noun:
        return 0 if conjugation.PARTICIPLE in kinds else 1
    past = tongue.guess.past
    return -1 if past and low.endswith(past) and low not in tongue.guess.never else 0
