"""What happens: the word that names the action, and its class."""

from timeline.extract.breaking import sudden
from timeline.extract.denials import dates_deed, deed_denied
from timeline.extract.draft import Draft, is_dated
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.text.stems import stem

_SO_FAR = frozenset((Tense.PERFECT, Tense.PLUPERFECT, Tense.PROGRESSIVE))
"""Tenses of what is so by the day on which it is said, also as "said it had sunk"."""

_OBJECT = 3
"""Words that may stand between a verb and its particle."""

_REACH = 7
"""Words between a light verb and the event noun that carries its meaning."""


def action(reading: Reading, draft: Draft, cues: Cues) -> tuple[str, str]:
    """The trigger as the text has it, and its class, or its stem where it has none."""
    if draft.noun is not None:
        return _noun(reading, draft.noun, cues)
    group = draft.group
    if draft.statement:
        return _stated(reading, draft, group, cues)
    if group is None:
        return _first_named(reading, Range(draft.first, draft.last), cues)
    group = sudden(reading, draft.clauses, draft.last, cues) or group
    return _verb(reading, group, draft, cues)


def _stated(
    reading: Reading, draft: Draft, group: Group | None, cues: Cues
) -> tuple[str, str]:
    """What was said to be so by now ("5,800 have been detained"), else the saying."""
    for index in draft.clauses[1:]:
        said = reading.clauses[index].group
        if said and said.tense in _SO_FAR:
            name = verb_class(reading, said, cues)
            if name:
                return reading.words[said.head].text, name
    if group is None:
        return "", "say"
    return reading.words[group.head].text, cues.actions.get(group.base, "say")


def event_noun(reading: Reading, part: Range, cues: Cues) -> int | None:
    """The first word of a range that names an event as a noun."""
    for position in range(part.first, part.last):
        if not is_event_noun(reading, position, cues):
            continue
        if not any(group.head == position for group in reading.groups):
            return position
    return None


def is_event_noun(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a word can name an event as a noun.

    None names an illness ("cardiac arrest") or a month ("on 1 March").
    """
    words = reading.words
    if words[position].low not in cues.event_nouns:
        return False
    if is_dated(reading, words[position].start):
        return False
    return not position or words[position - 1].low not in cues.ailing


def verb_class(reading: Reading, group: Group, cues: Cues) -> str:
    """The class of a verb with its particle ("shut down"), or "".

    The verb itself where only its particle keeps it out of a class: "march into".
    """
    phrasal = cues.phrasal.get(group.base, ())
    until = _until_time(reading, group.last, cues) if phrasal else group.last
    # "Shots | were fired"
    subject = reading.words[group.first - 1 : group.first] if group.passive else []
    for rest in phrasal:
        last = min(until, group.last + len(rest) + _OBJECT)
        ahead = [w.low for w in (*subject, *reading.words[group.last : last])]
        if _contains(ahead, rest, cues):
            phrase = " ".join((group.base, *rest))
            return cues.actions[phrase] or phrase
    return cues.actions.get(group.base, "")


def _until_time(reading: Reading, first: int, cues: Cues) -> int:
    """Where the words end that can belong to a verb: who was "fired on Monday" lives."""
    times = (span.first for span, _ in reading.timexes if span.first >= first)
    end = min(times, default=len(reading.words))
    prepositional = end > first and (
        reading.words[end - 1].low in cues.grammar.prepositions
    )
    return end - 1 if prepositional else end


def _contains(ahead: list[str], rest: tuple[str, ...], cues: Cues) -> bool:
    """Whether a particle follows, at once or behind a short object ("tore it down").

    So may a preposition with its noun: "took nine men into custody". Whose it is says
    nothing: who fell to his death fell to death.
    """
    articles = cues.grammar.articles
    said = tuple(low for low in rest if low not in articles)
    near = [low for low in ahead if low not in articles]
    for start in range(len(near) - len(said) + 1):
        if tuple(near[start : start + len(said)]) == said:
            leads = said[0] in cues.grammar.prepositions
            return start == 0 or len(said) == 1 or leads
    return False


def is_of_verb(reading: Reading, noun: int, cues: Cues) -> bool:
    """Whether a noun is part of a verb of another class: who opened fire burnt nothing."""
    own = cues.event_nouns[reading.words[noun].low]
    for group in reading.groups:
        rest = tuple(word.low for word in reading.words[group.last : noun + 1])
        if rest in cues.phrasal.get(group.base, ()):
            return cues.actions[" ".join((group.base, *rest))] != own
    return False


def _verb(reading: Reading, group: Group, draft: Draft, cues: Cues) -> tuple[str, str]:
    plain = verb_class(reading, group, cues)
    subject = Range(draft.first, group.first)
    happens = group.base in cues.happen or (
        group.base == "take"
        and reading.words[group.last : group.last + 1]
        and reading.words[group.last].low == "place"
    )
    if happens or (group.base == "be" and not plain):
        noun = event_noun(reading, subject, cues)
        if noun is not None:
            return _noun(reading, noun, cues)
    if group.base in cues.light and not group.passive:
        ahead = Range(group.last, min(group.last + _REACH, draft.last))
        noun = event_noun(reading, ahead, cues)
        if noun is not None and (not plain or plain in ("launch", "end", "announce")):
            return _noun(reading, noun, cues)
    if plain:
        return reading.words[group.head].text, plain
    return _embedded(reading, group, draft, cues)


def _embedded(
    reading: Reading, group: Group, draft: Draft, cues: Cues
) -> tuple[str, str]:
    """The action of a verb without a class: "began to withdraw", "was found dead"."""
    deed = deed_denied(reading, draft, cues)
    if deed is not None and not dates_deed(draft, deed):
        return reading.words[group.head].text, stem(group.base)
    for other in reading.groups:
        if group.last <= other.first <= group.last + 3 and not other.finite:
            found = verb_class(reading, other, cues)
            if found and other.first < draft.last:
                return reading.words[other.head].text, found
    if group.base in cues.state or group.base == "be":
        clause = reading.clauses[draft.clauses[0]] if draft.clauses else None
        own = clause.part_at(group.first) if clause else None
        noun = event_noun(reading, own or Range(draft.first, draft.last), cues)
        if noun is not None:
            return _noun(reading, noun, cues)
    return reading.words[group.head].text, stem(group.base)


def _noun(reading: Reading, position: int, cues: Cues) -> tuple[str, str]:
    word = reading.words[position]
    if not is_event_noun(reading, position, cues):
        return word.text, stem(word.low)
    return word.text, cues.event_nouns[word.low]


def _first_named(reading: Reading, part: Range, cues: Cues) -> tuple[str, str]:
    """The first word of a line without a verb that names an action."""
    for position in range(part.first, part.last):
        if is_event_noun(reading, position, cues):
            return _noun(reading, position, cues)
        verb = cues.verbs.get(reading.words[position].low)
        if verb and verb.base in cues.actions:
            return reading.words[position].text, cues.actions[verb.base]
    return "", ""


def named(word: str, cues: Cues) -> str:
    """The class of what a word names as done, "" where it has none: "closed", "birth"."""
    verb = cues.verbs.get(word)
    noun = cues.event_nouns.get(word, "")
    return cues.actions.get(verb.base, noun) if verb is not None else noun
