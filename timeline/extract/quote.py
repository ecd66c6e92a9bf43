"""Which words of its sentence a mention quotes.

A quotation vouches for its date: what at the ends of the sentence is of another time is
left out. That is who says so and how things stand, which are of the day of the document,
and what has a date of its own. In the middle it stays: a quotation is one piece.
"""

from timeline.extract.draft import Draft
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.verbs import Tense
from timeline.model import Span

_LONGEST = 600
"""Characters of a quotation that tells more than its clauses; longer are tables, run-ons."""

_NOW = frozenset((Tense.PRESENT, Tense.PROGRESSIVE, Tense.PERFECT, Tense.FUTURE))
"""Tenses of what is so on the day of the document."""


def clauses(reading: Reading, draft: Draft) -> Span:
    """The clauses that tell an event, with the full stop that closes them."""
    return _closed(reading, draft.first, draft.last)


def quoted(reading: Reading, draft: Draft, is_news: bool) -> Span:
    """The sentence without what at its ends is of another time.

    `is_news` says that the event is of the day of the document, as is who says so.
    """
    told = clauses(reading, draft)
    if not draft.clauses and not is_news and _stands_now(reading, draft):
        return told
    first, last = _bounds(reading, draft, is_news)
    if not first and last == len(reading.words):
        return whole(reading, draft)
    span = _closed(reading, first, last)
    return span if span.end - span.start <= _LONGEST else told


def whole(reading: Reading, draft: Draft) -> Span:
    """The sentence, unless it is too long to be read as a quotation."""
    end = max(reading.span.end, reading.words[-1].end)
    span = Span(reading.words[0].start, end)
    return span if span.end - span.start <= _LONGEST else clauses(reading, draft)


def _stands_now(reading: Reading, draft: Draft) -> bool:
    """Whether the event is told by a phrase in a clause about how things stand now."""
    around = (c for c in reading.clauses if c.holds(draft.first))
    return any(c.group is not None and c.group.tense in _NOW for c in around)


def _bounds(reading: Reading, draft: Draft, is_news: bool) -> tuple[int, int]:
    """The first word of the quotation, and one past its last."""
    foreign = _foreign(reading, draft, is_news)
    ranges = sorted(
        (part.first, part.last, foreign[index])
        for index, clause in enumerate(reading.clauses)
        for part in clause.ranges
    )
    first, last = 0, len(reading.words)
    for _, end, is_foreign in ranges:
        if not is_foreign or end > draft.first:
            break
        first = end
    for start, _, is_foreign in reversed(ranges):
        if not is_foreign or start < draft.last:
            break
        last = start
    return first, last


def _foreign(reading: Reading, draft: Draft, is_news: bool) -> list[bool]:
    """For each clause whether it is of another time; what hangs off one that is, is so."""
    found: list[bool] = []
    for index, clause in enumerate(reading.clauses):
        if index in draft.clauses:
            found.append(False)
        elif _is_dated_else(reading, clause, draft):
            found.append(True)
        elif clause.role in (Role.MAIN, Role.REPORT, Role.PHRASE):
            found.append(not is_news and _is_now(clause))
        else:
            found.append(found[-1] if found else False)
    return found


def _is_dated_else(reading: Reading, clause: Clause, draft: Draft) -> bool:
    own = [point[1] for point in (draft.point, *draft.others) if point]
    return any(
        timex.time is not None and timex not in own and clause.holds(place.first)
        for place, timex in reading.timexes
    )


def _is_now(clause: Clause) -> bool:
    """Whether a clause tells who says so, or how things stand."""
    if clause.role is Role.REPORT:
        return True
    return clause.group is not None and clause.group.tense in _NOW


def _closed(reading: Reading, first: int, last: int) -> Span:
    """The span of some words without loose marks, but with the full stop at the end."""
    words = reading.words
    while first < last - 1 and words[first].low in "”»,;:)–—-.":
        first += 1
    while last - 1 > first and words[last - 1].low in "“„«(,;:–—-":
        last -= 1
    if last >= len(words) - 1:
        return Span(words[first].start, max(reading.span.end, words[-1].end))
    return Span(words[first].start, words[last - 1].end)
