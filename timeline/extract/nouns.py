"""Events told by a noun or a participle: "since his visit on Friday", "the girl found on Monday".

The date then is the noun's and not the verb's of its clause.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.extract.bracketed import dates_verb_from_brackets
from timeline.extract.compared import is_compared
from timeline.extract.draft import Draft, Point, is_bracketed, is_dated
from timeline.extract.occasions import is_occasion, is_possessive
from timeline.extract.reading import Range, Reading
from timeline.extract.reduced import (
    listed_with,
    of_object,
    publishes,
    reduced_by,
)
from timeline.extract.subjects import is_plural
from timeline.extract.tells import fits, is_called_off
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, TimeValue
from timeline.text.words import Word

_DAY = Granularity.DAY.fineness
_CHARGED = frozenset(("with", "of", "for", "over", "to"))
"""Between a charge and what it is about."""

_COUNTED_ON = frozenset(("later", "earlier", "afterwards"))
"""What ends in these is counted from another thing that was done: no noun has such a date."""

_COUNTS = frozenset(("count", "counts", "charge", "charges"))
"""Before "of" and what was done: "admitted 12 counts of theft"."""

_DATED = "dated"
"""Before the date of a paper, which tells nothing by itself."""

_NO_NOUN = frozenset(("that", "until", "till"))
"""No date behind one of these is that of a noun before it."""

_OF_WHOM = frozenset(("of", "from"))
"""Lead to what someone belongs to."""

_OF = 2
"""Words of "member of", before what someone is a member of."""

_REACH = 8
"""Words between an event noun and the date that belongs to it, at most."""


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
    if reduced is not None and (
        publishes(reading, reduced, cues) or is_called_off(reading, reduced, cues)
    ):
        return
    if reduced is not None and _is_other_paper(reading, reduced):
        return
    if reduced is not None:
        listed = {r.first for r in listed_with(reading, place)}
        draft = _cut_down(reading, reduced, point, cues)
        others = tuple(p for p in points if p[0].first in listed)
        yield replace(draft, others=others) if others else draft
        return
    noun = _noun_after(reading, place, cues)
    if noun is not None and is_possessive(reading, place):
        end = _phrase_end(reading, noun, cues)
        start = place.last + (reading.words[place.last].low in ("'s", "’s", "'"))
        if place.first and reading.words[place.first - 1].low in ("the", "a", "an"):
            start = place.first - 1
        yield Draft((), start, end, noun=noun, point=point)
        return
    noun = _noun_before(reading, place, cues)
    counted = reading.words[place.last - 1].low in _COUNTED_ON
    if noun is None or counted:
        return  # "Was charged with her murder | two days later"
    start = _phrase_start(reading, noun, cues)
    unfit = any(
        c.holds(place.first) and not fits(reading, (i,), point, dct, cues)
        for i, c in enumerate(reading.clauses)
    )
    unfit = unfit or _is_late(reading, noun, place, dct)
    unfit = unfit or _is_in_subject(reading, Range(start, noun), place, cues)
    if unfit or _is_anchored(reading, start, place, points, cues):
        end = max(place.last + is_bracketed(reading, place), noun + 1)
        if [w.low for w in reading.words[end : end + 1]] == ["of"]:
            end = _phrase_end(reading, end - 1, cues)
        yield Draft((), start, end, noun=noun, point=point)


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
    for position in range(place.first - 1, max(-1, place.first - 1 - _REACH), -1):
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
    end = _phrase_end(reading, owned or place.last - 1, cues)
    if reduced.finite and owned is None:
        start, end = of_object(reading, reduced, start, cues), place.last
    return Draft((), start, end, reduced, point=point)


def _described(reading: Reading, participle: Group, cues: Cues) -> int:
    """The first word of whom or what a participle behind its noun tells of.

    "A member of the council arrested on Monday" tells of the member: no council is. Nor is
    "emergency" declared alone where "a state of emergency" is.
    """
    words, start = reading.words, _phrase_start(reading, participle.first, cues)
    if start < _OF:
        return start
    if _is_held(reading, participle, start, cues):
        return _phrase_start(reading, start - 1, cues)
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
    return _phrase_start(reading, start - 1, cues)


def _is_held(reading: Reading, participle: Group, start: int, cues: Cues) -> bool:
    """Whether "a conference of doctors held on Monday" tells of the conference."""
    words, base = reading.words, participle.base
    happens = base in cues.time.taking_place or base in cues.status.planned
    happens = happens or words[participle.head].low in cues.status.planned
    event = words[start - 2].low in cues.time.occasions | cues.event_nouns.keys()
    return happens and event and words[start - 1].low == "of"


def _phrase_start(reading: Reading, noun: int, cues: Cues) -> int:
    """The first word of the noun phrase that ends in `noun`."""
    position = noun
    grammar = cues.grammar
    while position > 0:
        before = reading.words[position - 1]
        if before.is_mark and before.low not in "\"“”'’‘-$€£¥":
            break
        if before.low in grammar.prepositions or before.low in grammar.coordinators:
            break
        if before.low in grammar.subordinators or before.low in cues.time.bounds:
            break
        if before.low in grammar.asking or _is_other_date(reading, position, noun):
            break
        opens = before.low == "that" and position <= noun
        told = opens and any(
            g.finite and g.last == position - 1 for g in reading.groups
        )
        if opens and (told or reading.words[position].low in grammar.determiners):
            break  # "Said that | a body found on Friday was hers"
        if any(
            (g.finite or g.tense in (Tense.INFINITIVE, Tense.GERUND))
            and g.first <= position - 1 < g.last
            for g in reading.groups
        ):
            break
        position -= 1
    leads = position and position + 1 < noun and reading.words[position - 1].low == "to"
    if leads and reading.words[position + 1].low in grammar.nominal:
        return position + 1  # "To screen | the film shown on Friday"
    return position


def _is_other_date(reading: Reading, position: int, noun: int) -> bool:
    """Whether a date ends here that does not describe the noun: "on Monday | a man"."""
    articles = reading.cues.grammar.articles
    opens = reading.words[position].low in articles and position < noun
    return opens and is_dated(reading, reading.words[position - 1].start)


def _phrase_end(reading: Reading, noun: int, cues: Cues) -> int:
    """Behind the noun and an "of …" or "in …" that describes it."""
    position, words, skipped = noun + 1, reading.words, 0
    if position >= len(words) or words[position].low not in cues.grammar.prepositions:
        return position
    while position < len(words) and position - noun - skipped <= _REACH:
        word = words[position]
        titled = word.low == "." and words[position - 1].low in cues.names.titles
        if past := _past_land(words, position, cues):
            position, skipped = past, past - position
            continue
        if word.is_mark and not titled:
            break
        acts = (g for g in reading.groups if g.first == position)
        if any(g.finite or g.tense is Tense.INFINITIVE for g in acts):
            break
        if _joins_adjectives(reading, position, cues):
            position += 2
            continue
        if word.low in cues.openers or word.low in cues.time.bounds:
            break
        position += 1
    return _past_head(reading, position, cues) if position - noun > _REACH else position


def _joins_adjectives(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether "and" stands in "of 12 rich | and | poor nations", with the noun behind both."""
    around = reading.words[position - 1 : position + 3]
    if len(around) < 4 or around[1].low not in ("and", "or"):
        return False
    first, _, second, noun = around
    small = cues.grammar.nominal | cues.grammar.prepositions | cues.openers
    plain = all(w.text.islower() and w.low.isalpha() for w in (first, second, noun))
    plain = plain and not any(w.low in small for w in (first, second, noun))
    verb = any(g.first in (position + 1, position + 2) for g in reading.groups)
    return plain and not verb and not first.low.endswith("s")


def _past_head(reading: Reading, position: int, cues: Cues) -> int:
    """Behind the noun for which "in the small northern | city of Lund" waits, and its name."""
    words, grammar = reading.words, cues.grammar
    heads = {group.first for group in reading.groups}
    small = grammar.prepositions | grammar.coordinators | grammar.adverbs | cues.openers
    while position < len(words) and position not in heads:
        word = words[position]
        if word.is_mark or word.low in small or is_dated(reading, word.start):
            break
        position += 1
    of = words[position : position + 2]
    if len(of) < 2 or of[0].low != "of" or not of[1].text[0].isupper():
        return position
    behind = range(position + 2, len(words))
    return next((n for n in behind if not words[n].text[0].isupper()), len(words))


def _past_land(words: Sequence[Word], position: int, cues: Cues) -> int:
    """Behind ", Ore.," of "the mayor of a Lund, Ore., suburb", else 0."""
    around = words[max(0, position - 2) : position + 5]
    if len(around) < 5 or around[2].low != "," or not around[3].text[0].isupper():
        return 0
    if around[0].low not in cues.grammar.articles or not around[1].text[0].isupper():
        return 0
    last = next((n for n in (4, 5) if n < len(around) and around[n].low == ","), 0)
    return position + last - 1 if last else 0


def _is_anchored(
    reading: Reading, start: int, place: Range, points: Sequence[Point], cues: Cues
) -> bool:
    """Whether the noun phrase with the date hangs off "since", "before", "despite" …

    After "after" the verb is mostly of the same day ("resigned after the vote on
    Monday"), so there the date is the noun's alone only if the verb has another.
    """
    if is_bracketed(reading, place):
        return not dates_verb_from_brackets(reading, place, cues)
    before = _before(reading, start)
    if before[-1:] == ["for"] and before[0] in cues.status.planned:
        return False
    if _is_days_off(before, cues):
        return True
    if _is_told_later(reading, start, place, points, cues):
        return True
    if _is_charge(reading, start, cues):
        return True
    if _anchors(before, cues):
        if before[-1] in cues.time.loose:
            own = next(t.time for r, t in points if r == place)
            coarse = own is not None and own.granularity.fineness < _DAY
            clause = reading.clause_at(place.first)
            return coarse or any(
                r != place and (clause is None or clause.holds(r.first))
                for r, _ in points
            )
        return True
    of = place.first > 0 and reading.words[place.first - 1].low == "of"
    of = of or _is_owned(reading, start, place, points)
    return of and before[-1:] == ["of"]


def _is_owned(
    reading: Reading, start: int, place: Range, points: Sequence[Point]
) -> bool:
    """Whether "the tale of | his death in June 2015" has the month or year of the death."""
    own = next(t.time for r, t in points if r == place)
    coarse = own is not None and own.granularity.fineness < _DAY
    return coarse and reading.words[start].low in reading.cues.people


def _is_charge(reading: Reading, start: int, cues: Cues) -> bool:
    """Whether a noun phrase is what someone is charged with: "of | the murder of Valk"."""
    leading = [g for g in reading.groups_before(start) if g.finite]
    link = reading.words[start - 1].low if start else ""
    opens = reading.words[start].low in cues.grammar.articles
    if leading and leading[-1].last == start:  # "Denied | the murder of Valk"
        return leading[-1].base in cues.status.confessing
    charged = bool(leading) and leading[-1].base in cues.status.charging
    counted = start > 1 and reading.words[start - 2].low in _COUNTS
    return charged and (opens or counted) and link in _CHARGED


def _is_told_later(
    reading: Reading, start: int, place: Range, points: Sequence[Point], cues: Cues
) -> bool:
    """Whether the verb behind a noun and its date has one, too: "his death on 3 May | was
    announced on Monday"."""
    group = next((g for g in reading.groups if g.first >= place.last), None)
    clause = reading.clause_of(group)
    if group is None or clause is None or not group.finite:
        return False
    if clause.first != start - (clause.opener == "that"):
        return False
    if reading.words[place.first - 1].low == "for":
        return False  # "Its loss for the third quarter narrowed from a year earlier"
    later = (r for r, _ in points if r.first >= group.last and clause.holds(r.first))
    return not all(is_compared(reading, r, cues) for r in later)


def _is_days_off(before: list[str], cues: Cues) -> bool:
    """Whether "the day | after" or "the eve | of" a thing is no day of its own."""
    if len(before) < 2 or before[-1] not in ("after", "before", "of"):
        return False
    unit = before[0].removesuffix("s")
    length = unit in cues.quantities.skip_nouns and unit not in cues.time.short
    return before[0] == "eve" if before[-1] == "of" else length


def is_pointed_at(reading: Reading, noun: int, cues: Cues) -> bool:
    """Whether a noun names what came before or went before the rest: "after the blast"."""
    return _anchors(_before(reading, _phrase_start(reading, noun, cues)), cues)


def _before(reading: Reading, start: int) -> list[str]:
    """The two words before a phrase."""
    return [word.low for word in reading.words[max(0, start - 2) : start]]


def _anchors(before: list[str], cues: Cues) -> bool:
    anchors = cues.time.anchors
    return bool(before) and (before[-1] in anchors or " ".join(before) in anchors)
