"""Events told by a noun or a participle: "since his visit on Friday", "the girl found on Monday".

The date then is the noun's and not the verb's of its clause.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.extract.anchored import is_anchored
from timeline.extract.draft import Draft, Point, is_bracketed, is_dated
from timeline.extract.nounphrase import REACH, phrase_end, phrase_start
from timeline.extract.occasions import is_occasion, is_possessive
from timeline.extract.reading import Range, Reading
from timeline.extract.reduced import listed_with, of_object, publishes, reduced_by
from timeline.extract.subjects import is_plural
from timeline.extract.tells import is_called_off
from timeline.extract.timely import fits
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import TimeValue

_COUNTED_ON = frozenset(("later", "earlier", "afterwards"))
"""What ends in these is counted from another thing that was done: no noun has such a date."""

_DATED = "dated"
"""Before the date of a paper, which tells nothing by itself."""

_NO_NOUN = frozenset(("that", "until", "till"))
"""No date behind one of these is that of a noun before it."""

_OF_WHOM = frozenset(("of", "from"))
"""Lead to what someone belongs to."""

_OF = 2
"""Words of "member of", before what someone is a member of."""


def nominal(
    reading: Reading,
    point: Point,
    points: Sequence[Point],
    dct: TimeValue | None,
    cues: Cues,
) -> Iterator[Draft]:
    """The event noun that a date belongs to, where it is not its clause's verb."""
    place = point[0]
    if is_occasion(reading, point, cues):
        return
    reduced = reduced_by(reading, place, cues)
    if reduced is not None:
        yield from _reduced(reading, reduced, point, points, cues)
        return
    noun = _noun_after(reading, place, cues)
    if noun is not None and is_possessive(reading, place):
        yield _possessed(reading, noun, point, cues)
        return
    noun = _noun_before(reading, place, cues)
    counted = reading.words[place.last - 1].low in _COUNTED_ON
    if noun is None or counted:
        return  # "Was charged with her murder | two days later"
    start = phrase_start(reading, noun, cues)
    unfit = any(
        c.holds(place.first) and not fits(reading, (i,), point, dct, cues)
        for i, c in enumerate(reading.clauses)
    )
    unfit = unfit or _is_late(reading, noun, place, dct)
    unfit = unfit or _is_in_subject(reading, Range(start, noun), place, cues)
    if unfit or is_anchored(reading, start, place, points, cues):
        end = max(place.last + is_bracketed(reading, place), noun + 1)
        if [w.low for w in reading.words[end : end + 1]] == ["of"]:
            end = phrase_end(reading, end - 1, cues)
        yield Draft((), start, end, noun=noun, point=point)


def _reduced(
    reading: Reading, reduced: Group, point: Point, points: Sequence[Point], cues: Cues
) -> Iterator[Draft]:
    """What a verb behind its noun tells, on each of the days that are listed there."""
    if publishes(reading, reduced, cues) or is_called_off(reading, reduced, cues):
        return
    if _is_other_paper(reading, reduced):
        return
    listed = {r.first for r in listed_with(reading, point[0])}
    draft = _cut_down(reading, reduced, point, cues)
    others = tuple(p for p in points if p[0].first in listed)
    yield replace(draft, others=others) if others else draft


def _possessed(reading: Reading, noun: int, point: Point, cues: Cues) -> Draft:
    """What a noun behind its date tells: "Monday's vote"."""
    place = point[0]
    start = place.last + (reading.words[place.last].low in ("'s", "’s", "'"))
    if place.first and reading.words[place.first - 1].low in ("the", "a", "an"):
        start = place.first - 1
    end = phrase_end(reading, noun, cues)
    return Draft((), start, end, noun=noun, point=point)


def _is_in_subject(reading: Reading, phrase: Range, place: Range, cues: Cues) -> bool:
    """Whether a noun and its date only describe the subject of the verb that follows.

    "A study of the trial over the flood in 2029 | found"
    """
    clause = reading.clause_at(phrase.first)
    group = clause.group if clause else None
    if clause is None or group is None or not group.finite or group.first < place.last:
        return False
    if group.tense is Tense.PERFECT:
        return False  # "Detectives investigating his murder in May | have arrested two"
    between = reading.words[phrase.last + 1 : place.first]
    behind = reading.words[place.last : group.first]
    apart = any(w.low not in cues.time.before_date for w in between)
    apart = apart or any(cues.people.get(w.low) == w.low for w in behind)
    if apart or any(word.is_mark for word in behind):
        return False
    lead = phrase.first <= clause.first + 1
    link = "" if lead else reading.words[phrase.first - 1].low
    return link in cues.grammar.prepositions and link != "of"


def _is_late(reading: Reading, noun: int, place: Range, dct: TimeValue | None) -> bool:
    """Whether a noun stands right before a date that a perfect cannot have.

    "Has paid for the damage of the flood two weeks ago"
    """
    clause = reading.clause_at(noun)
    behind = reading.words[noun + 1 : place.first]
    near = all(word.low in ("on", "in") for word in behind[:1]) and len(behind) <= 1
    if clause is None or clause.group is None or not near:
        return False
    time = next((t.time for r, t in reading.timexes if r == place), None)
    past = dct is not None and time is not None and time.end <= dct.start
    group = clause.group
    return past and group.tense is Tense.PERFECT and group.last < noun


def _is_other_paper(reading: Reading, dated: Group) -> bool:
    """Whether "dated" only says which paper is meant: "signed the lease | dated 3 May".

    So it does in "the letters | dated 3 May | were burnt": not on that day.
    """
    finite = (g for g in reading.groups if g.finite)
    told = any(g.passive or g.last <= dated.first for g in finite)
    return told and reading.words[dated.head].low == _DATED


def says_enough(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a noun's draft says more than "the long talks": where, about what or whose."""
    if draft.noun is None:
        group = draft.group
        what = [g for g in reading.groups if group and g.last == group.first]
        acts = bool(what) and what[0].tense is Tense.PARTICIPLE
        # "An engineer kidnapped and presumed | killed in 2010"
        return not acts or reading.words[what[0].head].low in cues.event_nouns
    grammar = cues.grammar
    told, which = 0, False
    for position in range(draft.first, draft.last):
        word = reading.words[position]
        if is_dated(reading, word.start):
            which = which or draft.first < position < draft.noun
            continue
        which = which or _tells_which(reading, position, cues)
        light = word.low in grammar.prepositions or word.low in grammar.adverbs
        light = light or word.low in grammar.determiners
        someone = cues.people.get(word.low) in ("he", "she", "they")
        which = which or someone
        told += someone or (word.low[0].isalnum() and not light)
    return told > 1 and which


def _tells_which(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a word can say which one is meant: a name, "of", "'s"; no "devastating".

    Not a preposition that only leads to a date.
    """
    word, behind = reading.words[position], reading.words[position + 1 : position + 2]
    if word.low in cues.grammar.prepositions:
        return any(not is_dated(reading, following.start) for following in behind)
    return (word.text[0].isupper() and position > 0) or word.low == "'s"


def _noun_after(reading: Reading, place: Range, cues: Cues) -> int | None:
    """The event noun that a date describes: "the 2029 mayoral election"."""
    verbs = {g.head for g in reading.groups if g.finite}
    for position in range(place.last, min(place.last + 4, len(reading.words))):
        word = reading.words[position]
        if word.is_mark and word.low not in ("'", "’"):
            return None
        if position in verbs:
            return None
        if word.low in cues.event_nouns:
            return position
        if word.low in cues.grammar.prepositions or word.low in cues.openers:
            return None
    return None


def _noun_before(reading: Reading, place: Range, cues: Cues) -> int | None:
    """The event noun that ends the noun phrase before a date, without a verb between."""
    verbs = {g.head for g in reading.groups if g.finite or g.tense is Tense.INFINITIVE}
    for position in range(place.first - 1, max(-1, place.first - 1 - REACH), -1):
        word = reading.words[position]
        if position in verbs or word.low in ",;:–—" or word.low in _NO_NOUN:
            return None
        if any(r.first <= position < r.last for r, _ in reading.timexes):
            return None
        if word.low == "anniversary":
            return None  # It is of another day than what it is the anniversary of.
        if word.low in cues.event_nouns and _is_noun(reading, position, cues):
            return position
    return None


def _is_noun(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether the word is used as a noun: an article, adjective or name before it."""
    if position == 0 or reading.words[position].text[0].isupper():
        return False
    if _is_modifier(reading, position, cues):
        return False
    before = reading.words[position - 1]
    return before.low != "to" and not any(
        g.first <= position < g.last and g.finite for g in reading.groups
    )


def _is_modifier(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a noun only says of what kind the next one is: "seven hours of talk time"."""
    following = reading.words[position + 1 : position + 2]
    if (
        not following
        or not following[0].text.isalpha()
        or following[0].text[0].isupper()
    ):
        return False
    low, grammar = following[0].low, cues.grammar
    small = low in cues.openers or low in grammar.prepositions or low in grammar.adverbs
    verb = any(g.first <= position + 1 < g.last for g in reading.groups)
    return not (
        small
        or verb
        or cues.grammar.is_manner(low)
        or is_dated(reading, following[0].start)
        or low in cues.time.before_date
        or low in cues.event_nouns
        or low in grammar.determiners
        or low in grammar.pronouns
    )


def _cut_down(reading: Reading, reduced: Group, point: Point, cues: Cues) -> Draft:
    """What a verb behind its noun tells: "the girl found on Friday"."""
    place = point[0]
    start = _described(reading, reduced, cues)
    owned = _noun_after(reading, place, cues) if is_possessive(reading, place) else None
    end = phrase_end(reading, owned or place.last - 1, cues)
    if reduced.finite and owned is None:
        start, end = of_object(reading, reduced, start, cues), place.last
    return Draft((), start, end, reduced, point=point)


def _described(reading: Reading, participle: Group, cues: Cues) -> int:
    """The first word of whom or what a participle behind its noun tells of.

    "A member of the council arrested on Monday" tells of the member: no council is. Nor is
    "emergency" declared alone where "a state of emergency" is.
    """
    words, start = reading.words, phrase_start(reading, participle.first, cues)
    if start < _OF:
        return start
    if _is_held(reading, participle, start, cues):
        return phrase_start(reading, start - 1, cues)
    noun, link = words[participle.first - 1], words[start - 1].low
    bare = start == participle.first - 1 and noun.text.islower() and link == "of"
    if is_plural(noun, cues):
        return start
    if not bare:
        people = cues.persons.nouns | cues.names.titles
        suffers = cues.actions.get(participle.base) in cues.time.suffering
        hangs = link in cues.names.before_places | _OF_WHOM
        of_person = words[start - 2].low in people and noun.low not in people
        if not (suffers and hangs and of_person):
            return start
    return phrase_start(reading, start - 1, cues)


def _is_held(reading: Reading, participle: Group, start: int, cues: Cues) -> bool:
    """Whether "a conference of doctors held on Monday" tells of the conference."""
    words, base = reading.words, participle.base
    happens = base in cues.time.taking_place or base in cues.status.planned
    happens = happens or words[participle.head].low in cues.status.planned
    event = words[start - 2].low in cues.time.occasions | cues.event_nouns.keys()
    return happens and event and words[start - 1].low == "of"
