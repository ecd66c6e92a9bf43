"""The events of a sentence in a language with a small table, and when they were."""

import msgspec

from timeline.extract import narrative
from timeline.extract.dated import Dated
from timeline.extract.genre import is_dated, tells_plainly
from timeline.extract.headed import of_entry
from timeline.extract.junk import Sentence, Shape
from timeline.extract.notes import says_hour, told_in
from timeline.extract.page import Page
from timeline.extract.plain import drafts as plain_drafts
from timeline.extract.plain import news as plain
from timeline.extract.plain.halves import halves
from timeline.extract.progress import Flow, explicit, is_day, seen_from
from timeline.extract.unsaid import could_lean, on_day_before
from timeline.model import Basis


def told_plainly(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """The events of a sentence in a language with a small table."""
    entry = flow.entries.get(sentence.ordinal)
    several = len({date.span.start for date in flow.entries.values()}) > 1
    own = several and entry is not None and entry.time is not None
    timed = own and entry is not None and says_hour(page, sentence, entry)
    if own and not timed and (told := _of_its_entry(page, sentence, flow)):
        return told
    reading = page.reading(sentence.ordinal)
    seen, dct = seen_from(page, sentence, flow), page.document.dct
    found = plain_drafts.told(reading, seen, page.cues)
    if sentence.shape is Shape.HEADING and entry is None:
        return [explicit(one) for one in found if one.group and one.group.finite]
    if not found and timed and (told := _of_its_entry(page, sentence, flow)):
        return told
    if not found:
        return _plain_news(page, sentence, flow)
    tongue = page.cues.tongue
    assert tongue is not None
    dated = [
        msgspec.structs.replace(explicit(one), day=seen)
        for one in found
        if not plain_drafts.only_describes(reading, one, tongue)
    ]
    if dct is not None and is_day(dct):
        behind = halves(reading, found, dct, page.cues)
        dated += [Dated(draft, day, Basis.INHERITED) for draft, day in behind]
    if dct is None or not is_day(dct) or flow.lead >= narrative.LEAD or flow.elsewhen:
        return dated
    draft = plain.beside(reading, found, dct, page.cues)
    return [*dated, Dated(draft, dct, Basis.PUBLICATION)] if draft else dated


def _of_its_entry(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """What a sentence tells of the date of its entry."""
    entry = flow.entries[sentence.ordinal]
    draft = told_in(page, sentence, entry, flow.listed)
    return [of_entry(draft, entry, page, sentence)] if draft else []


def _plain_news(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """What a sentence without a date of its own tells of the day of the document."""
    dct, tongue = page.document.dct, page.cues.tongue
    if not tells_plainly(page, sentence) or dct is None or not is_day(dct):
        return []
    assert tongue is not None
    reading = page.reading(sentence.ordinal)
    if flow.kind.is_minutes:
        draft = plain.decided(reading, dct, page.cues)
        return [Dated(draft, dct, Basis.PUBLICATION)] if draft else []
    if flow.lead < narrative.LEAD:
        is_head = flow.lead < narrative.HEAD and flow.kind.reports
        draft = plain.news(reading, dct, flow.elsewhen, is_head, page.cues)
        if draft:
            return [Dated(draft, dct, Basis.PUBLICATION)]
    if not is_dated(page) or flow.day is None:
        return []
    draft = plain.reported(reading, dct, page.cues)
    if draft is None:
        return []
    if could_lean(flow, sentence) and plain.leans(reading, draft, tongue):
        return on_day_before(flow, draft, dct)
    return [Dated(draft, *flow.day)]
