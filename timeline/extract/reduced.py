"""Clauses cut down to a verb that stands behind its noun: "the girl found on Monday"."""

from itertools import islice

from timeline.extract.contact import FLOATING, doer_start
from timeline.extract.draft import is_dated
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity
from timeline.text.words import Word

_OVER = frozenset(("over", "for", "with", "of"))
"""Between who is arrested and what for."""

_SUSPICION = "suspicion"
"""Of what is not known to have been done: "arrested on suspicion of murder on Sunday"."""

_BEFORE = frozenset((Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE))
"""Tenses of what was done to a thing before it is spoken of."""

_JOINS = frozenset(("and", ",", "on", "in"))
"""Between the dates of a list."""

_LEADING = 3
"""Words of "between the years"."""

_MOSTLY = frozenset(("hardest", "worst", "best", "most", "least"))
"""Before a participle these are no nouns: "the markets hardest hit"."""

_MOST = 12
"""Dates of a list that are looked at from one of them."""

_NEAR = 6
"""Words between a participle and the date that belongs to it, at most."""


def reduced_by(reading: Reading, place: Range, cues: Cues) -> Group | None:
    """The participle that a date stands behind: "the girl found on Friday is well".

    Or the last date of a list: "pictures taken on 2 May and 7 May".
    """
    place = _first_of_list(reading, place)
    before = reading.groups_before(place.first)
    if not before:
        return None
    group = before[-1]
    if _is_of_noun(reading, group, place, cues):
        return group
    if group.tense is not Tense.PARTICIPLE:
        return None
    heads = reading.clause_of(group) is not None
    if heads or place.first - group.last > _NEAR or group.first == 0:
        return None
    verb = reading.words[group.head].low
    later = any(g.passive and g.first >= place.last for g in reading.groups)
    names = (
        later and verb in cues.time.before_date
    )  # "The lease dated | 3 May | was sold"
    measures = names or verb in cues.time.comparisons
    own = _is_of_charge(reading, group, place, cues)
    if measures or own or _is_of_occasion(reading, group, place, cues):
        return None
    if is_period(reading.words[group.first - 1], reading.words[group.head], cues):
        return None
    between = reading.words[group.last : place.first]
    noun = reading.words[group.first - 1]
    if any(w.low in ",;:()–—" or w.low in cues.openers for w in between):
        return None
    plain = noun.low.isalpha() and not is_dated(reading, noun.start)
    plain = plain and noun.low not in _MOSTLY
    # "Was declared resolved at 4.35"
    beside = (g for g in before[:-1] if g.head == group.first - 1)
    plain = plain and not any(g.finite for g in beside)
    plain = plain and noun.low not in cues.grammar.adverbs
    plain = plain and noun.low not in cues.people  # "Found two of them | hidden"
    plain = plain and not cues.grammar.is_manner(noun.low)
    plain = plain and noun.low not in cues.grammar.prepositions
    plain = plain and noun.low not in cues.helpers and noun.low not in cues.openers
    plain = plain and not _is_attribute(reading, group, cues)
    leading = reading.words[place.first - 1].low
    if leading == "for" and group.base in cues.status.planned:
        # "The vote, originally set for Monday": by now it is not.
        return None if cues.grammar.is_manner(noun.low) else group
    if leading in cues.grammar.prepositions and leading not in ("on", "in", "at"):
        return None
    return group if plain and group.base not in ("bear", "base") else None


def is_of_hardest(reading: Reading, place: Range) -> bool:
    """Whether a date is that of what befell "one of the towns hardest hit by it | in 2010"."""
    before = reading.groups_before(place.first)
    last = before[-1] if before else None
    if last is None or last.tense is not Tense.PARTICIPLE or not last.first:
        return False
    near = place.first - last.last <= _NEAR
    return near and reading.words[last.first - 1].low in _MOSTLY


def _first_of_list(reading: Reading, place: Range) -> Range:
    """The first of the dates that "and" or a comma joins to one."""
    return next(iter(listed_with(reading, place)), place)


def listed_with(reading: Reading, place: Range) -> list[Range]:
    """The dates before one in its list: "on 2 May, 5 May and | 7 May".

    No list is "freed on Monday, and | on Tuesday left".
    """
    found: list[Range] = []
    behind: list[str] = []
    for earlier, timex in islice(reading.timexes_before(place.first), _MOST):
        first = found[0].first if found else place.first
        between = [word.low for word in reading.words[earlier.last : first]]
        if not between or timex.time is None or not _JOINS.issuperset(between):
            break
        found.insert(0, earlier)
        behind = between
    if behind[:2] == [",", "and"]:
        return found[1:]
    leads = (
        reading.words[max(0, found[0].first - _LEADING) : found[0].first]
        if found
        else ()
    )
    return [] if any(word.low == "between" for word in leads) else found


def _is_of_noun(reading: Reading, group: Group, place: Range, cues: Cues) -> bool:
    """Whether "the man police arrested | on Monday" has its verb and date here.

    Another verb has the man: "was freed" behind, "they are looking for" before.
    """
    floats = group.first > 0 and reading.words[group.first - 1].low in FLOATING
    if reading.clause_of(group) is not None or not (group.finite or floats):
        return False
    between = reading.words[group.last : place.first]
    doer = doer_start(reading.words, group.first, cues)
    if not doer or not all(word.low in cues.time.before_date for word in between):
        return False
    if any(g.finite and g.first == place.last for g in reading.groups):
        return True
    return _is_of_object(reading, group, doer, place)


def _is_of_object(reading: Reading, group: Group, doer: int, place: Range) -> bool:
    """Whether "is repairing the ship it bought | in 2010" dates what was done before.

    In "shut the mill it opened on Friday" the day may be that of either.
    """
    owner = reading.clause_at(doer)
    around = owner.group if owner is not None else None
    if around is None or not around.finite or around.last >= doer:
        return False
    time = next((t.time for p, t in reading.timexes if p == place), None)
    fine = time is None or time.granularity.fineness >= Granularity.DAY.fineness
    if around.tense in DONE and fine:
        return False
    acts = any(g.first < doer <= g.last for g in reading.groups)
    cues = reading.cues
    ends = reading.words[doer - 1].low in cues.grammar.particles
    ends = ends or group.base in cues.state
    return not (acts or ends) and group.tense in _BEFORE


def of_object(reading: Reading, group: Group, start: int, cues: Cues) -> int:
    """Where a thing begins whose phrase does at `start`: "was glad | the bridge it built".

    So is it behind "pay back | the loan it took".
    """
    led = reading.words[start].low in cues.grammar.particles
    if not led and not any(g.base == "be" and g.last == start for g in reading.groups):
        return start
    places = range(start, group.first)
    articles = cues.grammar.articles
    return next((n for n in places if reading.words[n].low in articles), start)


def _is_of_occasion(reading: Reading, group: Group, place: Range, cues: Cues) -> bool:
    """Whether "during a rally held on Monday, he left" says when he left."""
    words, noun = reading.words, reading.words[group.first - 1].low
    leads = words[0].low in cues.time.on_occasions
    alone = not any(g.finite and g.first < group.first for g in reading.groups)
    ends = place.last < len(words) and words[place.last].low == ","
    return leads and alone and ends and noun in cues.time.occasions


def _is_of_charge(reading: Reading, group: Group, place: Range, cues: Cues) -> bool:
    """Whether "arrested over the theft | on 2 May" says when the theft was."""
    noun = place.first - 1
    while noun > group.last and reading.words[noun].low in cues.time.before_date:
        noun -= 1
    if cues.actions.get(group.base) not in cues.time.justice:
        return False
    done = cues.event_nouns.get(reading.words[noun].low)
    if done != "steal" and done not in cues.time.harms:
        return False
    between = [word.low for word in reading.words[group.last : noun]]
    return any(low in _OVER for low in between) and _SUSPICION not in between


def is_of_figure(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of a figure before it: "to 254 from 139 reported on Saturday"."""
    first = place.first
    while first and reading.words[first - 1].low in cues.time.before_date:
        first -= 1
    told = next((g for g in reading.groups if g.last == first), None)
    if told is None or told.tense is not Tense.PARTICIPLE or not told.first:
        return False
    if told.first < 2 or reading.words[told.first - 2].low != "from":
        return False
    counted = reading.words[told.first - 1].text[0].isdigit()
    return counted and any(g.finite and g.first < told.first for g in reading.groups)


def publishes(reading: Reading, participle: Group, cues: Cues) -> bool:
    """Whether a clause tells what a paper said when it was published.

    "A study released on Friday said that": so it is of the saying that the date is.
    """
    if participle.base not in cues.reporting.publishing:
        return False
    if not is_of_paper(reading, participle.first, cues):
        return False
    around = reading.clause_at(participle.first)
    if around is None or around.group is None:
        return False
    says = around.role is Role.REPORT and around.group.tense is Tense.PRESENT
    says = says and len(reading.timexes) == 1  # What it says may have its own
    return says or around.group.tense is Tense.PAST


def is_of_paper(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether a paper stands before a word: "a study | released", "a review of it | released"."""
    words, papers = reading.words, cues.reporting.papers
    if words[at - 1].low in papers:
        return True
    near = range(at - 2, max(0, at - 1 - _NEAR), -1)
    of = next((n for n in near if words[n].low in cues.grammar.prepositions), 0)
    return of > 0 and words[of - 1].low in papers


def _is_attribute(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a participle stands before its noun: "nine flood related calls"."""
    behind = reading.words[group.last : group.last + 1]
    grammar = cues.grammar
    small = grammar.prepositions | grammar.adverbs | cues.openers | {"to"}
    after = reading.words[group.last + 1 : group.last + 2]
    if any(word.low in cues.time.before_date for word in after):
        small |= grammar.particles
    return any(
        word.text.islower()
        and word.low not in small
        and word.low not in grammar.determiners
        and word.low not in cues.time.before_date
        and not cues.grammar.is_manner(word.low)
        and not is_dated(reading, word.start)
        for word in behind
    )


def is_period(noun: Word, participle: Word, cues: Cues) -> bool:
    """Whether two words speak of a stretch of time that has an end: "quarter ended"."""
    nouns, verb = cues.quantities.skip_nouns, cues.verbs.get(participle.low)
    ends = verb is not None and cues.actions.get(verb.base) in ("end", "launch")
    return ends and (noun.low in nouns or noun.low.removesuffix("s") in nouns)
