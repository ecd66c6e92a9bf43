"""Dates of what is set for later, holds from then on or stands so: notices and resolutions.

"Decidió abrir la piscina el 1 de junio", "ab Montag gilt", "ist am 28. Mai geschlossen".
"""

from timeline.lang import conjugation
from timeline.lang.tongues import Tongue
from timeline.timex.foreign import due
from timeline.timex.foreign.due import WORD
from timeline.timex.foreign.said import Said


def opens(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether a sentence tells when something is open: "öffnet von Montag bis Freitag"."""
    for word in WORD.findall(f"{before} {behind}".lower()):
        for form in tongue.forms.get(word, ()):
            if tongue.classes.get(form.base) in ("open", "close") and (
                conjugation.PRESENT in form.kinds
            ):
                return True
    return False


def begins(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether something is so from a date on: "ab Montag gilt", "cerrar a partir del lunes".

    Not where the verb nearest to it tells what was done.
    """
    ahead = due.near(before)
    led = {" ".join(ahead[-size:]) for size in (1, 2, 3)}
    if led.isdisjoint(tongue.words.begins):
        return False
    helpers = tongue.helpers
    past = (helpers.have | helpers.had | helpers.was | helpers.managed) - helpers.stands
    for word in (*reversed(ahead), *due.beyond(behind.lower())):
        kinds = "".join(f.kinds for f in tongue.forms.get(word, ()) if not f.particle)
        if word in past or (conjugation.PAST in kinds and kinds.isalpha()):
            return conjugation.PRESENT in kinds
        if conjugation.INFINITIVE in kinds or conjugation.PRESENT in kinds:
            return True
    return True


def stands(before: str, behind: str, tongue: Tongue) -> str:
    """The class of the verb by which something stands so then: "ist am 28. Mai geschlossen".

    "-" where it has none, "" where nothing stands so, as what has been done does not.
    """
    helpers = tongue.helpers
    words = due.near(before) + due.beyond(behind.lower())
    known = helpers.stands & (helpers.be or helpers.have)
    at = next((i for i, word in enumerate(words) if word in known), -1)
    elided = {f"{word}'" for word in words if len(word) == 1}
    done = helpers.been | helpers.reflexive
    if at < 0 or not done.isdisjoint({*words, *elided}):
        return ""
    rest = words[at + 1 :] if not tongue.is_verb_last else words
    forms = [form for word in rest for form in due.participles(word, tongue)]
    if not forms or any(form.base in tongue.voices.going for form in forms):
        return ""
    return tongue.classes.get(forms[-1].base, "-")


_SETTING = frozenset(("announce", "order", "ask", "promise", "propose", "pass", "rule"))
"""Classes of verbs by which something is to be done or to happen later."""


def of_task(before: str, behind: str, tongue: Tongue) -> int | None:
    """1 where someone resolved or promised to do something then, 0 where he announced it.

    "Decidió abrir la piscina el 1 de junio", "kondigde de opening op 1 juni aan".
    """
    words, after = due.near(before), due.beyond(behind.lower())
    sets = [at for at, word in enumerate(words) if _sets(word, tongue)]
    if not sets:
        closing = tongue.is_verb_last and any(_announces(w, tongue) for w in after)
        return 0 if closing and _has_event(words, tongue) else None
    if tongue.is_verb_last:
        tasked = bool(after) and due.ends_in_infinitive(due.beyond(behind), tongue)
    else:
        inside = enumerate(words[sets[-1] + 1 :], sets[-1] + 1)
        led = tongue.words.prepositions | tongue.words.light
        tasked = any(
            tongue.may_be(word, conjugation.INFINITIVE)
            and ({words[at - 1], f"{words[at - 1]}'"} & led or at == sets[-1] + 1)
            for at, word in inside
        )
    if tasked:
        return 1
    told = _announces(words[sets[-1]], tongue)
    return 0 if told and _has_event(words[sets[-1] + 1 :], tongue) else None


def _announces(word: str, tongue: Tongue) -> bool:
    """Whether a verb only brings what happens: "anunció la apertura"."""
    forms = tongue.forms.get(word, ())
    return any(tongue.classes.get(form.base) == "announce" for form in forms)


def _sets(word: str, tongue: Tongue) -> bool:
    """Whether a verb tells what someone resolved, promised or announced."""
    voices = tongue.voices
    for form in tongue.forms.get(word, ()):
        setting = tongue.classes.get(form.base) in _SETTING
        told = conjugation.PAST in form.kinds or conjugation.PARTICIPLE in form.kinds
        if told and (setting or form.base in voices.resolving | voices.plans):
            return True
    return False


def _has_event(words: list[str], tongue: Tongue) -> bool:
    """Whether some words name what happens."""
    return any(word in tongue.nouns for word in words)


_SHUT = ("open", "close", "sign")
"""Classes of verbs by which something is open or shut: "gesloten" is signed as well."""


def of_state(said: Said, around: tuple[str, str], tongue: Tongue) -> int | None:
    """0 for a day on which something stands so, 1 for a weekday of what is shut then."""
    lead = due.near(around[0])[-1:]
    if not (tongue.words.since | tongue.words.from_on).isdisjoint(lead):
        return None  # "seit Montag ist die Brücke gesperrt"
    action, is_state = stands(*around, tongue), tongue.helpers.be
    shut = action in _SHUT
    if said.when.month is not None:
        return 0 if shut or (action and is_state) else None
    weekday = said.when.weekday is not None and said.last is None
    return 1 if shut and is_state and weekday else None
