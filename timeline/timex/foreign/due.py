"""Dates that someone is called for or something put off to, and ranges of weekdays.

"Ha citado a declarar el jueves", "ist bis zum 15. Juni einzureichen", "von Montag bis Freitag".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from timeline.lang import conjugation
from timeline.lang.conjugation import Form
from timeline.lang.locales import Locale
from timeline.lang.tongues import Tongue
from timeline.timex.foreign.said import Said

PARTED = re.compile(r"[,;:()«»“”\"]")
WORD = re.compile(r"[^\W\d_]+")

_ATTRIBUTE = 5
"""Words behind a date among which a participle and its noun stand."""

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
    return _moves(WORD.findall(around.lower()), tongue)


def _moves(words: list[str], tongue: Tongue) -> bool:
    """Whether one of some words puts something off."""
    forms = (form for word in words for form in tongue.forms.get(word, ()))
    return any(form.base in tongue.voices.moves for form in forms)


def is_owed(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether something is to be done by a date: "ist bis zum 15. Juni einzureichen"."""
    helpers, words = tongue.helpers, beyond(behind)
    if not tongue.is_verb_last or not words or not words[-1].islower():
        return False
    if helpers.stands.isdisjoint(near(before)[-_NEAR_VERB:]):
        return False
    return ends_in_infinitive(words, tongue)


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
    """The words before a date that no mark parts from it, in lower case."""
    return WORD.findall(PARTED.split(before.lower())[-1])


def beyond(behind: str) -> list[str]:
    """The words behind a date that no mark parts from it."""
    return WORD.findall(PARTED.split(behind)[0])


def is_moved(before: str, behind: str, last: list[str], tongue: Tongue) -> bool:
    """Whether something is put off to the date: "aplazado al viernes"."""
    if tongue.words.toward.isdisjoint(last[-1:]):
        return False
    return _moves(near(before) + beyond(behind.lower()), tongue)


def decided(before: str, behind: str, tongue: Tongue) -> int | None:
    """Which way a date lies where the words around it say so whatever else is told."""
    if _is_of_attribute(before, behind, tongue) or _is_rumour(before, behind, tongue):
        return -1
    words = near(before) + beyond(behind.lower())
    if any(_is_told(word, done, tongue) for word, done in pairwise(words)):
        return 0  # "terá recebido dinheiro em dezembro", not "terá eleições"
    if _is_of_infinitive(before, behind, tongue):
        return 1
    return 0 if _would_be(before, tongue) else None


def _is_told(word: str, done: str, tongue: Tongue) -> bool:
    """Whether two words tell by hearsay, in the form of the future, what was done."""
    said = word in tongue.helpers.hearsay and tongue.may_be(word, conjugation.FUTURE)
    return said and any(participles(done, tongue))


def _is_of_attribute(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether a participle behind a date describes a noun: "der am Sonntag gewählte Landrat"."""
    small, lead = tongue.words, ["", *near(before)]
    while lead[-1] in small.before_date - (small.articles - small.prepositions):
        lead.pop()
    words = beyond(behind)[:_ATTRIBUTE]
    if not tongue.is_verb_last or lead[-1] not in small.articles - small.prepositions:
        return False
    away = tongue.voices.plans | tongue.voices.moves
    for word, noun in pairwise(words):
        named = noun[0].isupper() or not small.genitive
        bases = {form.base for form in participles(word, tongue)}
        if named and bases:
            return bases.isdisjoint(away)
    return False


def _is_of_infinitive(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether a date behind a comma is of what is to be done: ", am Montag zu kommen"."""
    words = beyond(behind)
    small = tongue.words.before_date | tongue.words.articles
    if not tongue.is_verb_last or not words or not PARTED.search(before):
        return False
    alone = all(word in small or not tongue.forms.get(word) for word in near(before))
    return alone and ends_in_infinitive(words, tongue)


def ends_in_infinitive(words: list[str], tongue: Tongue) -> bool:
    """Whether words end in an infinitive with its marker: "zu kommen", "zurückzutreten"."""
    helpers, last = tongue.helpers, words[-1]
    if not last.islower() or last in helpers.done:
        return False
    if words[-2:-1] and words[-2] in helpers.infinitive:
        return tongue.may_be(last, conjugation.INFINITIVE)
    return any(
        tongue.may_be(last.removeprefix(particle + to), conjugation.INFINITIVE)
        for particle in tongue.particles
        for to in helpers.infinitive
        if last.startswith(particle + to)
    )


def participles(word: str, tongue: Tongue) -> Iterator[Form]:
    """What a word may be as a participle, with the ending of an adjective or none."""
    stems = {word.removesuffix(ending) for ending in ("", *tongue.guess.adjective)}
    for stem in sorted(stems):
        for form in tongue.forms.get(stem, ()):
            if conjugation.PARTICIPLE in form.kinds and word.islower():
                yield form


def _is_rumour(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether hearsay tells what is over: "zou in december … hebben vergiftigd"."""
    helpers, words = tongue.helpers, beyond(behind.lower())
    if not tongue.is_verb_last or helpers.hearsay.isdisjoint(near(before)):
        return False
    for at, word in enumerate(words):
        beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        going = word in helpers.stands or word not in helpers.have
        if word in helpers.done and any(
            not going or form.base in tongue.voices.going
            for one in beside
            for form in participles(one, tongue)
        ):
            return True
    return False


def _would_be(before: str, tongue: Tongue) -> bool:
    """Whether the last verb before a date is of what would be: "que cerraría en verano"."""
    if tongue.is_verb_last:
        return False
    told = near(before)
    known = (tongue.forms[word] for word in reversed(told) if word in tongue.forms)
    last = next(known, ())
    helped = not tongue.helpers.hearsay.isdisjoint(told)
    helped = helped and not tongue.words.that.isdisjoint(told)
    return helped or any(conjugation.WOULD in form.kinds for form in last)
