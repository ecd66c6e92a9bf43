"""What a participle tells of the noun that it describes, as a sentence of its own."""

from collections.abc import Sequence

from timeline.extract.plain import subjects
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.words import attribute, participle
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue


def sentence(
    reading: Reading, places: Sequence[int], group: Group, tongue: Tongue
) -> str:
    """What was done to something: "la ley aprobada en 2003" is "La ley fue aprobada"."""
    helpers, words = tongue.helpers.passed, reading.words
    at, form = group.head, attribute(words[group.head].low, tongue)
    if tongue.is_verb_last and form and at + 1 < len(words):
        behind = [place for place in places if place > at]
        whom, done = reading.joined([places[0], *behind]), _stem(words[at].low, tongue)
    else:
        part = subjects.described(reading, places, at, tongue)
        whom = subjects.said(reading, part, tongue) if part else ""
        done = reading.joined([place for place in places if place >= at])
    stated = dict(pair.split(":") for pair in tongue.guess.stated)
    if whom and words[at].low in stated:  # "O pintor, morto em 1987," died
        return f"{whom} {stated[words[at].low]}{done[len(words[at].low) :]}"
    if group.base in tongue.voices.going:
        helpers = tongue.helpers.gone
    done = done[:1].lower() + done[1:]
    guessed = group.base == words[at].low
    if not whom:
        bare = at == 0 and bool(helpers) and not tongue.words.he and not guessed
        many = bare and words[at].low.endswith(tongue.guess.plural)
        return f"{helpers[many]} {done}" if bare else ""
    bare = not tongue.is_verb_last and not _is_led(reading, whom, tongue)
    if not helpers or guessed or bare or group.base in tongue.voices.plans:
        return f"{whom} {done}"
    if (
        tongue.is_verb_last
        and words[at].low == done
        and whom.lower().startswith("die ")
    ):
        return f"{whom}, {done}"
    lead, _, last = whom.rpartition(" ")
    being = dict(pair.split(":") for pair in tongue.helpers.being)
    if lead and last.lower() in being:
        return f"{lead} {being[last.lower()]} {done}"
    many = _is_plural(whom, words[at].low, tongue) and not _does_one(
        reading, at, tongue
    )
    return f"{whom} {helpers[many]} {done}"


def _is_led(reading: Reading, whom: str, tongue: Tongue) -> bool:
    """Whether a noun has an article, a number or a name: not "cuadros pintados"."""
    first = whom.partition(" ")[0]
    known = tongue.words.articles | tongue.words.persons | tongue.words.he
    known |= reading.cues.quantities.numbers.keys()
    elided = "'" in first.replace("’", "'")
    return not first[:1].islower() or elided or first.lower() in known


def _stem(low: str, tongue: Tongue) -> str:
    """A participle without the ending of an adjective."""
    ends = (
        low.removesuffix(end) for end in tongue.guess.adjective if low.endswith(end)
    )
    return next((stem for stem in ends if participle(stem, tongue)), low)


def _does_one(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether the verb behind what leads a clause is that of one: "die … Studie stützt"."""
    index = holding(reading.clauses, at)
    group = reading.clauses[index].group if index >= 0 else None
    if not tongue.is_verb_last or group is None or group.first <= at:
        return False
    return not reading.words[group.first].low.endswith((*tongue.guess.many, "sind"))


def _is_plural(whom: str, participle_: str, tongue: Tongue) -> bool:
    """Whether many are told of: by the ending of the participle, else by the article."""
    if not tongue.is_verb_last:
        one = participle_.removesuffix("s")
        odd = one != participle_ and participle(one, tongue) is None
        return participle_.endswith(tongue.guess.plural) and not odd
    first, last = whom.split(maxsplit=1)[0].lower(), whom.rsplit(maxsplit=1)[-1]
    if first in tongue.words.either:
        return last.endswith(tongue.guess.plural)
    return first not in tongue.words.one or first.isdigit()
