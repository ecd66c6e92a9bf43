"""Whether a stretch before a verb only says when, where or how: "in May", "shortly after"."""

from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word

_NAMED = 4
"""Words of "the third anniversary of the flood" up to what is said of the day."""


_LENGTH, _EXACT = 3, 5
"""Words of a length of time: "one month after the flood"."""


def is_adverbial(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a stretch before the verb is an adverbial, not the subject."""
    first = reading.words[part.first]
    if first.is_mark and part.last - part.first > 1:
        first = reading.words[part.first + 1]
    grammar = cues.grammar
    if (rest := _past_date(reading, part, cues)) is not None:
        return is_adverbial(reading, rest, cues)
    second = reading.words[part.first + 1] if part.first + 1 < part.last else first
    if second.text[0].isdigit() or second.low in cues.quantities.numbers:
        return first.low in ("in", "at", "on", "by", "with", "after", "before")
    if first.low == "at" and second.low in ("least", "most"):
        return False  # "At least 12 people"
    if first.low in grammar.prepositions or first.low in grammar.subordinators:
        return True
    filler = cues.headline.fillers.fullmatch(reading.said(part))
    adverb = first.low in grammar.adverbs and second.low != "of"
    if (adverb and not _is_of_noun(first, second)) or filler:
        return True
    if _opens_with_verb(reading, part, first):
        return True
    if cues.grammar.is_manner(first.low) and second.low in grammar.prepositions:
        return True  # "Shortly after the vote"
    return any(
        r.first - part.first <= 1 and part.first <= r.first < part.last
        for r, _ in reading.timexes
    )


def _past_date(reading: Reading, part: Range, cues: Cues) -> Range | None:
    """What is left of "on 9 August Ada Brenn" behind the date, if a subject begins there."""
    for place, _ in reading.timexes:
        if place.first - part.first <= 1 and part.first <= place.first:
            behind = reading.words[place.last : part.last]
            begins = behind and behind[0].low in cues.grammar.determiners
            begins = begins or (behind and behind[0].text[0].isupper())
            return Range(place.last, part.last) if begins else None
    return None


def _opens_with_verb(reading: Reading, part: Range, first: Word) -> bool:
    """Whether a stretch is "Opening the dam on Monday" or "Asked about the dam"."""
    group = next((g for g in reading.groups if g.first >= part.first), None)
    if group is None or group.finite or reading.words[group.first] is not first:
        return False
    if any(g.finite for g in reading.groups_in(part)):
        return False  # "Lending by banks rose"
    behind = reading.words[group.last : part.last]
    return bool(behind) and not behind[0].text[0].isupper()


def _is_of_noun(first: Word, second: Word) -> bool:
    """Whether an adverb stands before a subject: "even Norda", not "later Norda"."""
    return first.low in ("even", "only", "also", "just", "almost") and (
        second is not first and second.text[0].isupper()
    )


def renames_date(
    reading: Reading, clause: Clause, place: int, cues: Cues, *, lead: bool
) -> bool:
    """Whether a stretch only says again which day that was, behind its date.

    ", the fourth since the flood," before the subject, ", its third anniversary" behind
    the verb.
    """
    part = clause.ranges[place]
    if not place or reading.words[part.first].low not in cues.grammar.articles:
        return False
    before = clause.ranges[place - 1]
    ends = [r for r, _ in reading.timexes if r.last == before.last]
    if lead:
        return any(r.first - before.first <= 1 for r in ends)
    ahead = reading.words[part.first + 1 : min(part.last, part.first + _NAMED)]
    return bool(ends) and any(word.low in cues.time.days for word in ahead)


def resumes_aside(reading: Reading, clause: Clause, place: int) -> bool:
    """Whether "joined the firm, which he sold, | as a clerk" goes on where an aside ends.

    So does "told the miners, most of whom were ill, | to stay".
    """
    part, group = clause.ranges[place], clause.group
    if not place or group is None or part.first < group.last:
        return False
    before, first = clause.ranges[place - 1], reading.words[part.first]
    if first.low == "to":
        return any(before.last < c.first < part.first for c in reading.clauses)
    leads = first.low in reading.cues.grammar.prepositions or first.text[0].isdigit()
    return leads and any(
        c.role is Role.RELATIVE and before.last <= c.first and c.last + 1 == part.first
        for c in reading.clauses
    )


def hangs(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether "in the days" lacks the clause that says which: "since the dam broke"."""
    if clause.group is None or part.last > clause.group.first:
        return False
    if _waits_for_doing(reading, clause, part):
        return True
    following = reading.words[part.last].low
    # "Nearly | 40 years | after it closed"
    about = cues.quantities.about.fullmatch(reading.words[part.first].low) is not None
    first = reading.words[min(part.first + about, part.last - 1)].low
    adverbial = first in cues.grammar.prepositions
    unit = reading.words[part.last - 1].low in cues.quantities.skip_nouns
    size, count = part.last - part.first, cues.quantities.numbers
    number = first.isdigit() or first in count or (first == "a" and unit)
    # "A year to the day"
    counts = number and size <= (_EXACT if unit and first == "a" else _LENGTH)
    alone = unit or reading.words[part.first].low.removesuffix("s") in cues.time.short
    soon = (cues.grammar.is_manner(first) or alone) and part.last - part.first == 1
    return (adverbial or counts or soon) and following in cues.grammar.subordinators


def _waits_for_doing(reading: Reading, clause: Clause, part: Range) -> bool:
    """Whether "with more towns, mostly in the north," has its verb in ", facing ruin,"."""
    assert clause.group is not None
    if reading.words[clause.first].low != "with":
        return False
    between = (c for c in reading.clauses if part.last <= c.first)
    inside = (c for c in between if c.last <= clause.group.first)
    return any(c.group and c.group.tense is Tense.GERUND for c in inside)
