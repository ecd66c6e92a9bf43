"""What someone is charged with, convicted of or admits: a deed with a date of its own.

"Charged on Monday with stealing a boat on 3 May" tells of the charge and of the theft. Whether
the theft happened is as certain as the word before it makes it.
"""

from collections.abc import Iterator, Sequence

from timeline.extract.draft import Draft, Point
from timeline.extract.reading import Range, Reading
from timeline.extract.subjects import LONGEST, noun_part
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Status

_LINKS = frozenset(("of", "with", "for", "in", "over", "to"))
"""Words between a charge and what was done."""


def charge_of(reading: Reading, place: Range, cues: Cues) -> tuple[Group, Group] | None:
    """The charge and the deed right before a date that is that of the deed, or None.

    "Charged with stealing it in 2029" says nothing of when the charge was brought.
    """
    leading = reading.groups_before(place.first)
    if len(leading) < 2 or leading[-1].tense is not Tense.GERUND:
        return None
    charge, deed = leading[-2:]
    links = deed.first == charge.last or reading.words[deed.first - 1].low in _LINKS
    if charge.tense is Tense.GERUND and _is_joined(reading, deed.first):
        before = [g for g in leading if g.first < charge.first]
        charge = before[-1] if before else charge  # "To stealing it and to burning it"
        links = True
    if charge.base not in cues.status.charging:
        return None
    between = reading.words[charge.last : place.first]
    joined = any(w.low == "and" for w in reading.words[deed.last : place.first])
    dated = any(deed.last <= r.first < place.first for r, _ in reading.timexes)
    parted = any(w.low == "," for w in between) or (joined and dated)
    return (charge, deed) if links and not parted else None


def _is_joined(reading: Reading, first: int) -> bool:
    """Whether "and", or "and to", stands before a deed."""
    before = [word.low for word in reading.words[max(0, first - 2) : first]]
    return before[-1:] == ["and"] or (before[:1] == ["and"] and before[-1] in _LINKS)


def deeds(reading: Reading, points: Sequence[Point], cues: Cues) -> Iterator[Draft]:
    """The deeds of a sentence that have dates, each with what it is done to."""
    for point in points:
        found = charge_of(reading, point[0], cues)
        if found is None or found[1].base not in cues.pasts:
            continue
        deed = found[1]
        parts = (r for c in reading.clauses for r in c.ranges)
        part = next((r for r in parts if r.first <= deed.first < r.last), None)
        if part is not None and _doer(reading, *found, cues):
            end = _end(reading, point[0].last, part.last)
            yield Draft((), deed.first, end, deed, point=point)


def _end(reading: Reading, first: int, last: int) -> int:
    """Where a deed ends: before the next, if one follows with "and" or "and with"."""
    deeds_ = [g.first for g in reading.groups if g.tense is Tense.GERUND]
    for n in range(first, last - 1):
        if reading.words[n].low != "and":
            continue
        link = reading.words[n + 1].low in _LINKS
        if link or n + 1 in deeds_ or n + 2 in deeds_:
            return n
    return last


def is_deed(draft: Draft) -> bool:
    """Whether a draft is one of these."""
    group = draft.group
    return not draft.clauses and group is not None and group.tense is Tense.GERUND


def doer(reading: Reading, draft: Draft, cues: Cues) -> str | None:
    """Who is said to have done a deed, as the sentence calls them."""
    found = charge_of(reading, draft.point[0], cues) if draft.point else None
    part = _doer(reading, *found, cues) if found else None
    return reading.said(part) if part else None


def _doer(reading: Reading, charge: Group, deed: Group, cues: Cues) -> Range | None:
    """Who is charged: the subject of a passive or of "denied", else the object."""
    taken = Range(charge.last, max(charge.last, deed.first - 1))
    owns = charge.passive or charge.base in cues.status.confessing
    if not owns:
        opens = reading.words[taken.first].low
        named = 0 < taken.last - taken.first <= LONGEST
        return taken if named and opens not in cues.grammar.prepositions else None
    clause = reading.clause_of(charge)
    if clause is None:
        return None
    first = reading.words[charge.first - 1] if charge.first else None
    if first and cues.people.get(first.low) == first.low:
        return Range(charge.first - 1, charge.first)
    return noun_part(reading, clause, cues)


def certainty(reading: Reading, draft: Draft, cues: Cues) -> tuple[Status, str]:
    """How certain a deed is by the word that it hangs off, and that word."""
    found = charge_of(reading, draft.point[0], cues) if draft.point else None
    if found is None:
        return Status.HAPPENED, ""
    charge, deed = found
    word = reading.words[charge.head].text
    between = {w.low for w in reading.words[charge.first : deed.first]}
    if charge.base in cues.status.refuting or "not" in between or charge.negated:
        return Status.DENIED, word
    if charge.base in cues.status.proving:
        return Status.HAPPENED, word
    return Status.ALLEGED, word
