"""Dates that someone is called for or something put off to, and ranges of weekdays.

"Ha citado a declarar el jueves", "ist bis zum 15. Juni einzureichen", "von Montag bis Freitag".
"""

import re
from collections.abc import Iterator

from msgspec import structs

from timeline.lang import conjugation
from timeline.lang.locales import Locale
from timeline.lang.tongues import Tongue
from timeline.timex.foreign.said import Said

_PARTED = re.compile(r"[,;:()«»“”\"]")
_WORD = re.compile(r"[^\W\d_]+")

_NEAR_VERB = 8
"""Words before a date among which the verb of its clause stands."""


def is_weekly(said: Said, before: list[str], more: Locale) -> bool:
    """Whether it is from one weekday to another, which may be so every week."""
    last = said.last
    if last is None or said.is_listed or not set(before[-2:]).isdisjoint(more.between):
        return False
    return all(one.weekday is not None and one.day is None for one in (said.when, last))


def ends(said: Said) -> Iterator[Said]:
    """The ends of a range, each by itself."""
    assert said.last is not None
    assert said.ends is not None
    for span, when in zip(said.ends, (said.when, said.last), strict=True):
        yield structs.replace(said, span=span, when=when, last=None, ends=None)


def is_of_move(around: str, tongue: Tongue) -> bool:
    """Whether a sentence puts something off: "reportée de lundi à mercredi"."""
    forms = (tongue.forms.get(word, ()) for word in _WORD.findall(around.lower()))
    return any(form.base in tongue.voices.moves for known in forms for form in known)


def is_owed(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether something is to be done by a date: "ist bis zum 15. Juni einzureichen"."""
    helpers = tongue.helpers
    words = _WORD.findall(_PARTED.split(behind)[0])
    if not tongue.is_verb_last or not words or not words[-1].islower():
        return False
    if helpers.stands.isdisjoint(near(before)[-_NEAR_VERB:]):
        return False
    if words[-2:-1] and words[-2] in helpers.infinitive:
        return tongue.may_be(words[-1], conjugation.INFINITIVE)
    return any(
        tongue.may_be(words[-1].removeprefix(particle + to), conjugation.INFINITIVE)
        for particle in tongue.particles
        for to in helpers.infinitive
        if words[-1].startswith(particle + to)
    )


def is_summons(before: str, tongue: Tongue) -> bool:
    """Whether someone is called to do something then: "ha citado a declarar el jueves"."""
    if tongue.is_verb_last:
        return False
    small = tongue.words
    words = ["", *near(before)]
    while words[-1] in small.before_date:
        words.pop()
    led = len(words) > 2 and words[-2] in small.prepositions - small.of
    if not led or not tongue.may_be(words[-1], conjugation.INFINITIVE):
        return False
    calls = tongue.voices.summons
    known = (tongue.forms.get(word, ()) for word in words[:-2])
    return any(form.base in calls for forms in known for form in forms)


def near(before: str) -> list[str]:
    """The words before a date that no mark parts from it."""
    return _WORD.findall(_PARTED.split(before.lower())[-1])


def is_moved(before: str, behind: str, last: list[str], tongue: Tongue) -> bool:
    """Whether something is put off to the date: "aplazado al viernes"."""
    if tongue.words.toward.isdisjoint(last[-1:]):
        return False
    words = _WORD.findall(_PARTED.split(before.lower())[-1])
    words += _WORD.findall(_PARTED.split(behind.lower())[0])
    forms = (form for word in words for form in tongue.forms.get(word, ()))
    return any(form.base in tongue.voices.moves for form in forms)
