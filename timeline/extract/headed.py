"""Events of entries: a line of a log, a row of a table, a paragraph of a diary has its date."""

import msgspec

from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.entries import are_named, holds
from timeline.extract.junk import Sentence
from timeline.extract.notes import at_hour, told_in
from timeline.extract.page import Page
from timeline.model import Basis, Timex


def holds_date(sentence: Sentence, entry: Timex | None) -> bool:
    """Whether a sentence has the date of its entry in it: a row of a table, a line of a log."""
    return entry is not None and holds(sentence, entry)


def refined(
    page: Page, sentence: Sentence, entry: Timex | None, listed: bool
) -> Dated | None:
    """What an entry tells of a day that lies within the year at its head, or has beside
    years that it only names: a row of a table has its date in a cell of its own."""
    timexes = page.timexes_in(sentence.span)
    hour = at_hour(page, sentence, entry) if entry is not None else None
    if hour is not None:
        noted, timex = hour
        return Dated(noted, timex.time, timex.basis, timex) if timex.time else None
    if entry is None or entry not in timexes or len(timexes) == 1:
        return None
    if entry == timexes[0] and not are_named(timexes[1:], entry):
        return None
    draft = told_in(page, sentence, entry, listed)
    if draft is None:
        return None
    points = page.reading(sentence.ordinal).timexes
    others = tuple(point for point in points if point[1] != entry)
    draft = msgspec.structs.replace(draft, others=others)
    return of_entry(draft, entry, page, sentence)


def of_entry(draft: Draft, entry: Timex, page: Page, sentence: Sentence) -> Dated:
    """A draft with the date of its entry: its own where it stands in the same sentence."""
    assert entry.time is not None
    timexes = page.reading(sentence.ordinal).timexes
    own = next((point for point in timexes if point[1] == entry), None)
    if own is None and holds_date(sentence, entry):
        return Dated(draft, entry.time, entry.basis, entry)  # Before who says it
    if own is not None:
        draft = msgspec.structs.replace(draft, point=own)
        return Dated(draft, entry.time, entry.basis, entry)
    return Dated(draft, entry.time, Basis.INHERITED)
