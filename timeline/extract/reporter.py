"""Who says so: the subject of the verb of saying, or what "according to" names."""

from timeline.extract.kinds import ORGANISATION, PERSON
from timeline.extract.names import Name, Names
from timeline.extract.reading import Clause, Range, Reading
from timeline.lang.cues import Cues
from timeline.model import Span

_LONGEST = 7
"""Words of a nameless reporter ("a spokesman for the city's fire service")."""


def reporter(
    reading: Reading, clause: Clause, names: Names, person: str | None, cues: Cues
) -> str | None:
    """The reporter that a clause names. `person` is who "he" or "she" would be."""
    part = _who(reading, clause, cues)
    if part is None or part.first >= part.last:
        return None
    if part.last - part.first == 1 and reading.words[part.first].low in cues.people:
        return person
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    found = tuple(n for n in names.within(span) if not _possesses(reading, n, part))
    for kind in (PERSON, ORGANISATION):
        for name in found:
            if name.kind == kind:
                return name.text
    plain = [n for n in found if n.subject]
    if plain:
        return plain[0].text
    nameless = _plain(reading, part, cues)
    return _known(nameless, names) or nameless if nameless else None


def _possesses(reading: Reading, name: Name, part: Range) -> bool:
    """Whether the name only says whose: "Torvik's central bank"."""
    position = reading.at(name.end)
    return position < part.last - 1 and reading.words[position].low in ("'s", "’s", "'")


def _known(noun: str, names: Names) -> str | None:
    """The one organisation of the document that "the committee" can be."""
    low = noun.lower()
    found = {
        name.text
        for name in names.found
        if name.kind == ORGANISATION and name.text.lower().endswith(f" {low}")
    }
    return found.pop() if len(found) == 1 else None


def _who(reading: Reading, clause: Clause, cues: Cues) -> Range | None:
    """The words that name the reporter."""
    first = clause.first
    while first < clause.last - 1 and reading.words[first].is_mark:
        first += 1
    phrase = cues.reporting.phrases.match(reading.text, reading.words[first].start)
    if phrase and phrase.end() < reading.words[clause.last - 1].end:
        return _undated(reading, Range(reading.at(phrase.end()), clause.last))
    if clause.group is None or clause.group.first <= first:
        behind = clause.group.last if clause.group else first + 1
        return _undated(reading, Range(behind, clause.last))
    return _undated(reading, Range(first, clause.group.first))


def _undated(reading: Reading, part: Range) -> Range:
    """The range without the dates at its ends."""
    first, last = part.first, part.last
    for placed, _ in reading.timexes:
        if placed.first - first <= 1 and first <= placed.first < last:
            first = placed.last
        elif first < placed.first < last:
            last = placed.first
    while first < last and reading.words[first].is_mark:
        first += 1
    while last > first and reading.words[last - 1].is_mark:
        last -= 1
    return Range(first, last)


def _plain(reading: Reading, part: Range, cues: Cues) -> str | None:
    """The noun phrase without article and adverbs; None if it points at something else."""
    first, last = part.first, part.last
    while first < last and reading.words[first].low in cues.grammar.coordinators:
        first += 1
    if first < last and reading.words[first].low in ("the", "a", "an"):
        first += 1
    while last > first and (
        reading.words[last - 1].low in cues.grammar.adverbs
        or reading.words[last - 1].low in cues.grammar.prepositions
    ):
        last -= 1
    for position in range(first, last):
        if reading.words[position].is_mark and reading.words[position].low not in "'’-":
            last = position
            break
    if first >= last or reading.words[first].low in cues.grammar.vague_subjects:
        return None
    if reading.words[first].low in cues.grammar.pronouns:
        return None
    return reading.said(Range(first, min(last, first + _LONGEST)))
