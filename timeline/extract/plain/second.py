"""A clause with its subject first and its verb second, where verbs close clauses.

"Nachdem der Minister zurücktrat" is "Der Minister trat zurück".
"""

from collections.abc import Sequence

from timeline.extract.clause import Clause
from timeline.extract.plain import subjects
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue
from timeline.text.words import Word


def put(reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue) -> str:
    """A clause with its subject first and its verb second, "" where it is so or unclear."""
    group = clause.group
    if group is None:
        return ""
    verb = finite(group)
    small, first = tongue.words, 0
    skipped = small.coordinators | small.light - small.persons
    while first < len(places) and (
        reading.words[places[first]].is_mark
        or reading.words[places[first]].low in skipped
    ):
        first += 1
    rest = places[first:]
    if not rest or verb not in rest:
        return ""
    if rest[0] == verb and reading.words[verb - 1].low in small.coordinators:
        return ""
    if rest[0] == verb and clause.first == verb and subjects.goes_on(reading, clause):
        return ""  # "trat ein, wurde 2009 Abgeordneter": of who did what came before
    if rest[0] == verb:
        subject = _subject(reading, rest[1:], group, tongue)
        behind = [at for at in rest if at != verb and at not in subject]
        if not subject:
            return _fronted(reading, rest, group, tongue)
        return second(reading, reading.joined(subject), [verb, *behind], group, tongue)
    if not clause.opener:
        return ""
    subject = _subject(reading, rest, group, tongue)
    behind = [at for at in rest if at not in subject]
    if not subject:
        return ""
    return second(reading, reading.joined(subject), behind, group, tongue)


def _fronted(
    reading: Reading, rest: Sequence[int], group: Group, tongue: Tongue
) -> str:
    """A clause that begins with its verb, with where it was in front: "Hier wurde …"."""
    words, small = reading.words, tongue.words
    ahead = [*rest[1:]]
    if len(ahead) < 3 or not small.genitive:
        return ""
    size = 0
    while words[ahead[size]].low in small.light and size < len(ahead) - 2:
        size += 1
    if not size:
        size = _phrase(words, ahead, tongue)
    if not size or ahead[size - 1] - ahead[0] != size - 1 or group.head in ahead[:size]:
        return ""
    lead = reading.joined(ahead[:size])
    return second(reading, lead, [rest[0], *ahead[size:]], group, tongue)


def _phrase(words: Sequence[Word], ahead: Sequence[int], tongue: Tongue) -> int:
    """How many words are a preposition and its noun: "in der Lagerhalle"; 0 where unclear."""
    small, size = tongue.words, 1
    if words[ahead[0]].low not in small.prepositions:
        return 0
    while size < len(ahead) - 1 and words[ahead[size]].text[0].islower():
        size += 1
    size += size < len(ahead) - 1
    after = words[ahead[size]]
    if after.text[0].isupper():
        return 0  # "in der Innenstadt Tempo 30"
    goes_on = after.low in small.of | small.genitive | small.coordinators
    return 0 if goes_on or after.is_mark or size < 2 else size


def second(
    reading: Reading, subject: str, rest: Sequence[int], group: Group, tongue: Tongue
) -> str:
    """A subject, the finite verb, what else there is, and the particle of the verb."""
    at = finite(group)
    verb, particle = _apart(reading.words[at].text, group.base, tongue)
    behind = [one for one in rest if one != at]
    while behind and reading.words[behind[-1]].low in ".!":
        behind.pop()
    return " ".join(filter(None, (subject, verb, reading.joined(behind), particle)))


def finite(group: Group) -> int:
    """The place of the finite verb: the first of those that stand apart, else the last."""
    return group.first if group.head > group.first else max(group.last - 1, group.head)


def _apart(verb: str, base: str, tongue: Tongue) -> tuple[str, str]:
    """A finite verb and the particle written on to it: "zurücktrat" is "trat … zurück"."""
    for particle in tongue.particles:
        rest = verb.removeprefix(particle)
        known = tongue.forms.get(rest, ()) if rest != verb else ()
        if any(form.particle == particle and form.base == base for form in known):
            return rest, particle
    return verb, ""


def _subject(
    reading: Reading, places: Sequence[int], group: Group, tongue: Tongue
) -> list[int]:
    """The places of the noun phrase that these begin with, none where that is unclear."""
    words, small = reading.words, tongue.words
    if not places:
        return []
    lead = words[places[0]]
    if lead.low in small.persons:
        return [places[0]]
    named = lead.text[0].isupper() or lead.text[0].isdigit()
    named = named or lead.low in small.articles
    named = named or lead.low in reading.cues.quantities.numbers
    every = lead.low in reading.cues.names.breakers and _is_many(lead.low, tongue)
    if not (named or every) or lead.low in small.prepositions:
        return []
    found = [places[0]]
    noun = False
    for at in places[1:]:
        low, before = words[at].low, words[found[-1]]
        if low == "." and at == found[-1] + 1 and at + 1 in places:
            found.append(at)  # "Frau Dr. Berg"
            continue
        whole = noun and not small.genitive and words[at].text[0].islower()
        if (
            whole
            and low not in small.of
            and before.low not in small.of | small.articles
        ):
            break  # "vond een duiker | scheuren"
        noun = _is_noun(reading, words[at], tongue) or (noun and low not in small.of)
        verbal = group.first <= at < group.last or at == group.head
        ends = (
            words[at].is_mark
            or at in reading.dated_words
            or verbal
            or at != found[-1] + 1
        )
        light = (
            low in small.light | small.negations | small.prepositions | tongue.particles
        )
        agent = group.passive and bool(small.genitive)  # "von der Polizei"
        led = low in small.of and not agent and not ends
        article = low in small.articles and before.low not in small.of
        genitive = low in small.genitive and before.text[0].isupper()
        counted = low[0].isdigit() or low in reading.cues.quantities.numbers
        article = article or (counted and len(found) > 1 and before.low not in small.of)
        article = article or (
            low in reading.cues.names.breakers and _is_many(low, tongue)
        )
        article = article or (
            len(found) == 1 and subjects.is_object(words[at], before, tongue)
        )
        if ends or (light and not led) or (article and not genitive):
            break
        found.append(at)
    nouns = any(not words[at].text.islower() for at in found)
    whole = not words[found[-1]].text.islower() or not small.genitive
    return (
        found
        if whole and (nouns or not small.genitive) and len(found) <= subjects.SUBJECT
        else []
    )


def _is_many(low: str, tongue: Tongue) -> bool:
    """Whether a word counts without a number: "mehrere"."""
    small = tongue.words
    return low not in small.articles | small.coordinators | small.prepositions


def _is_noun(reading: Reading, word: Word, tongue: Tongue) -> bool:
    """Whether a small word behind an article can be no adjective: those end in "e"."""
    small, names = tongue.words, reading.cues.names
    if word.low in names.organisations | names.titles:
        return True
    light = small.articles | small.of | small.adjectives | small.light
    return word.low.isalpha() and not word.low.endswith("e") and word.low not in light
