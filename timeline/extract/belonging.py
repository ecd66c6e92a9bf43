"""Dates that belong to another thing beside what the clause tells: one of several, a paper,
a judgment, what explains a name.
"""

from timeline.extract.describing import YEAR
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues

_COURT = 5
"""Words from the bracket before the name of a court to the year of its judgment."""

_THAT = frozenset(("that", "those"))


def names_paper(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date only says which paper is meant: "a letter dated | 3 May was found"; not
    of what tells something: "a letter dated 3 May informed her"; or which dates."""
    if _is_of_dates(reading, place, cues):
        return True
    verb = next((g for g in reading.groups if g.last == place.first), None)
    if verb is None or reading.words[verb.head].low not in cues.time.before_date:
        return False
    led = reading.words[0].low in cues.grammar.prepositions
    told = (g for g in reading.groups if g.finite and g.first >= place.last)
    main = next(told, None)
    return not led and main is not None and main.passive


def _is_of_dates(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date says which dates: "recalls milk with use-by dates between | 3 and 9 May".

    Not of what was done "on dates between 3 and 9 May".
    """
    at = place.first
    while at and reading.words[at - 1].low in cues.time.before_date:
        at -= 1
    return (
        at > 1
        and reading.words[at - 1].low == "dates"
        and (reading.words[at - 2].low not in cues.grammar.prepositions)
    )


def ends_item(reading: Reading, place: Range) -> bool:
    """Whether a year ends an item of a list that has run into a sentence: "Law School, 1972
    Brenn was born"."""
    words, first = reading.words, place.first
    if first < 2 or place.last - first > 1 or place.last >= len(words):
        return False
    if len(words[first].text) != YEAR or not words[first].text.isdigit():
        return False
    behind = words[place.last]
    parted = words[first - 1].low == "," and (
        behind.low == ";" or behind.text[0].isupper()
    )
    return parted and any(g.first > place.last for g in reading.groups)


def is_of_included(reading: Reading, place: Range) -> bool:
    """Whether a date is that of one of several: "cut rates, including one cut from May on"."""
    clause = reading.clause_at(place.first)
    part = clause.part_at(place.first) if clause else None
    if part is None or not part.first or reading.words[part.first].low != "including":
        return False
    verb = clause.group if clause else None
    return verb is not None and verb.first < part.first


def is_of_second_charge(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of one more charge: "of the murder in 2010 and of another in 2011"."""
    charge = next(
        (g for g in reversed(reading.groups_before(place.first)) if g.finite), None
    )
    if charge is None or charge.base not in cues.status.charging:
        return False
    dated = [r.last for r, _ in reading.timexes if charge.last <= r.first < place.first]
    between = reading.words[dated[-1] : place.first] if dated else ()
    return any(w.low == "and" for w in between[:2])


def is_of_paper(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date says which one a paper is: "in its report for 2030", "signed the lease
    dated 3 May 2021"; whom "a letter dated 3 May 2021" informs is informed on that day."""
    before = [word.low for word in reading.words[max(0, place.first - 4) : place.first]]
    if before[-1:] == ["dated"] and before[-2:-1] != [","]:
        told = reading.groups_before(place.first)
        return any(g.finite and (g.passive or g.last < place.first) for g in told)
    made = before[-1:] == ["for"] and before[-2:-1] and before[-2] in cues.time.budgets
    if made and not any(g.last == place.first - 1 for g in reading.groups):
        return True
    paper = before[3:] == ["for"] and before[2] in cues.reporting.papers
    return paper and before[0] == "in" and before[1] in cues.grammar.articles


def is_of_judgment(reading: Reading, place: Range) -> bool:
    """Whether a year says where a judgment is reported: "Vale v. Orr, 12 F.3d 4 (Kan. 2013)"."""
    closes = reading.words[place.last : place.last + 3]
    before = [w.low for w in reading.words[: place.first]]
    opened = "(" in before[-_COURT:] and any(w.low == ")" for w in closes)
    return opened and not {"v", "vs", "v.", "vs."}.isdisjoint(before)


def is_of_that(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of "that" in "a flood similar to that in 1918"."""
    before = [word.low for word in reading.words[max(0, place.first - 3) : place.first]]
    small = cues.grammar.prepositions
    if before[1:2] == ["one"] and before[2:3] in (["on"], ["in"]):
        return any(g.finite and g.last == place.first - 2 for g in reading.groups)
    if len(before) < 3 or before[2] not in small or before[1] not in _THAT:
        return False
    return before[0] in small or before[0] in cues.time.comparisons


def is_of_apposition(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of what explains a name: "Hands, a fund set up in 2011, said".

    A paper says what it says when it is published.
    """
    clause = reading.clause_at(place.first)
    if clause is None or clause.group is None or not clause.group.finite:
        return False
    part = clause.part_at(place.first)
    if part is None or part.first == clause.first or part.last > clause.group.first:
        return False
    papers = cues.reporting.papers
    return any(
        group.tense is Tense.PARTICIPLE
        and part.first < group.first < place.first
        and reading.words[group.first - 1].low not in papers
        for group in reading.groups
    )
