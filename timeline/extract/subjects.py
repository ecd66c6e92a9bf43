"""Noun phrases that act: the subject of a clause, its last word, its people."""

from timeline.extract.called import PERSON
from timeline.extract.names import Name
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.lang.inflect import ends_as_plural
from timeline.text.words import Word

_NO = frozenset(("no", "not", "never"))
"""Between a subject and its verb these belong to the verb."""

_LISTED = 12
"""Words of a list of names at the head of a sentence."""

LONGEST = 6
"""Words of a noun phrase that may stand in for a pronoun."""


def head_of(reading: Reading, part: Range) -> Word:
    """The last word of a noun phrase."""
    words = reading.words[part.first : part.last]
    return next((w for w in reversed(words) if not w.is_mark), words[-1])


def is_plural(word: Word, cues: Cues) -> bool:
    """Whether a noun means several: "miners", "police", not "bus"."""
    several = word.low in cues.plurals
    several = several or (word.low in cues.quantities.numbers and word.low != "one")
    return several or ends_as_plural(word.low)


def is_pointing(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether "that" is no more than "the": "that mill was sold", "Norda, that mill's owner,".

    At the head of a sentence, or of an aside that has no verb.
    """
    words, first = reading.words, part.first
    light = cues.grammar.coordinators
    while first < part.last - 1 and (words[first].is_mark or words[first].low in light):
        first += 1
    if words[first].low != "that" or clause.group is None or part.last - first < 2:
        return False
    behind = words[first + 1]
    if behind.is_mark or behind.low in cues.grammar.nominal or not behind.low.isalpha():
        return False
    end = min(clause.group.first, part.last)
    if all(w.is_mark or w.low in light for w in words[:first]):
        return end > first + 1 and not is_plural(words[end - 1], cues)
    owns = any(w.low == "'s" for w in words[first : part.last])
    return owns and part.last <= clause.group.first and first > clause.first


def people_in(names: tuple[Name, ...]) -> list[str]:
    """The people among names."""
    return [name.text for name in names if name.kind == PERSON]


def main_subject(before: Reading, cues: Cues) -> Range | None:
    """The words before the first main verb, if they are a short noun phrase."""
    main = next((c for c in before.clauses if c.role is Role.MAIN and c.group), None)
    return noun_part(before, main, cues) if main else None


def noun_part(before: Reading, main: Clause, cues: Cues) -> Range | None:
    """The words before the verb of a clause, if they are a short noun phrase."""
    if main.group is None:
        return None
    if main.group.subject_end:
        return Range(main.group.first + 1, main.group.subject_end)
    return _noun_before(before, main, main.group, cues)


def _noun_before(
    before: Reading, main: Clause, group: Group, cues: Cues
) -> Range | None:
    """The same, where they stand before it."""
    ahead = _ahead(before, main, group)
    first, last = ahead.first, ahead.last
    for placed, _ in before.timexes:
        if placed.first <= first + 1 and first < placed.last <= last:
            first = placed.last
    inside = (r.first for r, _ in before.timexes if first < r.first and r.last == last)
    last = next(inside, last)
    while last > first + 1 and before.words[last - 1].low in cues.time.before_date:
        last -= 1  # "Norda | on Monday | announced"
    while first < last and (
        before.words[first].is_mark
        or before.words[first].low in cues.grammar.coordinators
        or (first == main.first and before.words[first].low == main.opener)
        or cues.headline.fillers.fullmatch(before.words[first].low)
    ):
        first += 1
    denies = (n for n in range(first + 1, last) if before.words[n].low in _NO)
    last = next(denies, last)  # "The mill | no longer pays"
    while last > first and before.words[last - 1].low in cues.grammar.adverbs:
        last -= 1
    while last > first and before.words[last - 1].is_mark:
        last -= 1
    if last < group.first and before.words[last].low == ".":
        last += 1  # That of "Inc."
    words = before.words[first:last]
    if not 1 <= len(words) <= LONGEST or words[0].low in cues.grammar.pronouns:
        return None
    if words[0].low in cues.grammar.prepositions or any(w.low == "," for w in words):
        return None
    return Range(first, last)


def _ahead(before: Reading, main: Clause, group: Group) -> Range:
    """The words of a clause before its verb, those of the same stretch if there are any."""
    last = group.first
    own = main.part_at(last)
    if own is None or own.first > last:
        return Range(main.first, last)
    parted = _parted(before, main, own) if own.first == last else own
    return (
        Range(parted.first, min(parted.last, last))
        if parted
        else Range(main.first, last)
    )


def _parted(before: Reading, main: Clause, own: Range) -> Range | None:
    """ "The woman" in "the woman, who was ill, died": a clause stands before the verb."""
    inside = [c for c in before.clauses if c.role is Role.RELATIVE]
    for part in main.ranges:
        parts = any(part.last <= c.first and c.last <= own.first for c in inside)
        if parts and part.last < own.first:
            return part
    return None


def whole_list(
    reading: Reading, group: Group | None, end: int, last: str | None, cues: Cues
) -> str | None:
    """All of "Lund, Sarn and Torvik, | who were asked", of which the last is known."""
    helper = reading.words[group.first].low if group else ""
    part = Range(0, end)
    names = last and helper in cues.grammar.several and end <= _LISTED
    if not names or not reading.said(part).endswith(f" and {last}"):
        return None
    alone = not any(g.first < end for g in reading.groups)
    opens = reading.words[0].low in cues.grammar.prepositions | cues.openers
    return reading.said(part) if alone and not opens else None
