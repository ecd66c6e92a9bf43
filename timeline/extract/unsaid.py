"""Sentences without a usable date: what they tell as news, or going on with a story."""

import msgspec

from timeline import civil, edtf
from timeline.extract import leaning, minutes, narrative
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.elsewhen import is_long_after
from timeline.extract.genre import Genre, is_dated, tells_plainly
from timeline.extract.headed import of_entry
from timeline.extract.junk import Sentence, Shape
from timeline.extract.notes import told_in
from timeline.extract.page import Page
from timeline.extract.progress import Flow, glances, is_day
from timeline.extract.reading import Reading, Role
from timeline.extract.speech import is_spoken
from timeline.extract.verbs import Tense
from timeline.model import Basis, Granularity, Kind, TimeValue, Timex

_ONWARD = ("the next ", "the following ")
"""Before a length of time that begins with what was told."""

_LEADS = len("Throughout ")
"""Characters before one at the head of a sentence."""

_UNSAID = ("XXXX-XX-XX", "XXXX-WXX")
"""Values of a day and a week of which nothing is known (TIMEX3)."""

_OF_BUSINESS = ("XXXX-Q", "XXXX-H")
"""Begin values of parts of a business year that is not said."""

_FRESH = 366 * civil.DAY
"""Seconds before the day of a statement from which its writer tells day by day."""

_PASSAGE = 2
"""Sentences of long ago in a row that make a look back, behind which nothing is new."""


def by_narrative(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """The event of a sentence without a usable date, if a careful reader would date it."""
    entry = flow.entries.get(sentence.ordinal)
    if any(_is_of_unsaid(page, sentence, t) for t in page.timexes_in(sentence.span)):
        return []
    if entry is not None and entry.time is not None:
        draft = told_in(page, sentence, entry, flow.listed, own=not flow.posted)
        if draft is None or _goes_back_on(page, sentence, flow, draft, entry.time):
            return []
        return [of_entry(draft, entry, page, sentence)]
    decided = _decided(page, sentence, flow)
    if decided:
        return [decided]
    draft = _continued(page, sentence, flow)
    if draft and flow.story:
        time = flow.story.time
        if flow.kind.narrates:
            time = edtf.day(time.start // civil.DAY)
        return [_of_its_day(Dated(draft, time, Basis.INHERITED))]
    return _told_today(page, sentence, flow)


def _goes_back_on(
    page: Page, sentence: Sentence, flow: Flow, draft: Draft, moment: TimeValue
) -> bool:
    """Whether a message goes on with what was before its day: "The same happened in 2017.
    Nobody was punished"."""
    if flow.last is None or flow.before is None or draft.group is None:
        return False
    turn = page.turn(sentence.span)
    goes_on = turn is not None and turn == page.turn(flow.before.span)
    ago = flow.last.time.end <= moment.start - civil.DAY
    return goes_on and ago and draft.group.tense is Tense.PAST


def _told_today(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """What a sentence tells of the day of its document: as news, or further on."""
    dct = page.document.dct
    if not tells_plainly(page, sentence) or dct is None or not is_day(dct):
        return []
    if page.turn(sentence.span) is not None:
        return []  # What someone is asked about was before that day.
    if is_spoken(page.document.text, sentence.span, page.marks):
        return []
    if flow.kind.argues and not flow.kind.reports:
        return []  # A column: what it says of today are its reasons.
    if flow.lead < narrative.LEAD:
        reading = page.reading(sentence.ordinal)
        draft = narrative.news(reading, dct, flow.elsewhen, page.cues)
        if draft is None and flow.lead < narrative.HEAD and flow.kind.reports:
            draft = narrative.lead(reading, dct, flow.elsewhen, page.cues)
        if draft:
            return [_of_day(draft, dct, flow)]
    return _reported(page, sentence, flow, dct) if is_dated(page) else []


def _is_of_unsaid(page: Page, sentence: Sentence, timex: Timex) -> bool:
    """Whether a time is counted from one that the text does not say: "the next day", "over
    the next two years he sold all"."""
    if timex.time is not None:
        return False
    said = page.document.text[timex.span.start : timex.span.end].lower()
    lasts = timex.kind is Kind.DURATION and said.startswith(_ONWARD)
    leads = timex.span.start - sentence.span.start <= _LEADS
    unsaid = timex.value in _UNSAID or timex.value.startswith(_OF_BUSINESS)
    return (lasts and leads) or unsaid


def _of_day(draft: Draft, dct: TimeValue, flow: Flow) -> Dated:
    """A draft of the day of the document, or of that of which a form tells."""
    if flow.incident is not None:
        return Dated(draft, flow.incident, Basis.INHERITED)
    return Dated(draft, dct, Basis.PUBLICATION)


def _decided(page: Page, sentence: Sentence, flow: Flow) -> Dated | None:
    """What minutes tell of their meeting, which is that of the document."""
    dct = page.document.dct
    if not flow.kind.is_minutes or dct is None or sentence.shape is Shape.HEADING:
        return None
    draft = minutes.decided(page.reading(sentence.ordinal), page.cues)
    return Dated(draft, dct, Basis.PUBLICATION) if draft else None


def _reported(
    page: Page, sentence: Sentence, flow: Flow, dct: TimeValue
) -> list[Dated]:
    """What a sentence in the body of a report tells of the day that the report is about.

    What has been done or goes on by now is of the day that the report is written, and so
    is what is said of news that is older than a day, or of no day.
    One that leans on the sentence before ("He founded it in 2019. The town gave …") is of
    that one's day if that is recent, and else tells none.
    """
    kind = flow.kind
    if not _may_report(flow):
        return []
    text = page.document.text[sentence.span.start : sentence.span.end]
    reports = narrative.may_report(text, page.own_words(sentence), page.cues)
    if not reports and not narrative.may_say(text, page.cues):
        return []
    reading = page.reading(sentence.ordinal)
    draft = narrative.reported(reading, dct, page.cues) if reports else None
    draft = draft or narrative.said(reading, page.cues)
    if draft is None:
        return []
    past = draft.group is not None and draft.group.tense is Tense.PAST
    if past and _is_of_story(kind, reading, draft):
        return []
    if flow.day is None and past and not (draft.statement and not reading.timexes):
        return []
    says = any(clause.role is Role.REPORT for clause in reading.clauses)
    if past and not says and _is_looking_back(flow, reading, draft, page):
        return []
    known = flow.day is not None and flow.day[1] is Basis.INHERITED
    if past and not known and is_long_after(reading, draft, page.cues):
        return []
    if (
        flow.day is None
        or not past
        or (draft.statement and flow.day[0].end < dct.start)
    ):
        return [Dated(draft, dct, Basis.PUBLICATION)]
    if could_lean(flow, sentence) and leaning.leans(reading, draft, page.cues):
        return [_of_its_day(one) for one in on_day_before(flow, draft, dct)]
    return [Dated(draft, *flow.day)]


def _may_report(flow: Flow) -> bool:
    """Whether a text may tell in its body what is of the day that it is about."""
    kind = flow.kind
    if kind.looks_back or kind.is_personal or kind.is_numbered:
        return False
    if kind.argues and (flow.day is None or flow.day[1] is Basis.PUBLICATION):
        return False
    return flow.day is not None or kind.reports


def _is_of_story(kind: Genre, reading: Reading, draft: Draft) -> bool:
    """Whether what is past is of an account, or of the case that a court hears."""
    if kind.of_trial and not narrative.is_of_court(reading, draft):
        return True
    return kind.is_account


def _is_looking_back(flow: Flow, reading: Reading, draft: Draft, page: Page) -> bool:
    """Whether a sentence goes on telling of years gone by."""
    if flow.looks_back >= _PASSAGE:
        return True
    if flow.looks_back > 0 and leaning.is_back_then(reading, page.cues):
        return True
    near = flow.looks_back > 0 and flow.last is not None
    return near and leaning.points_back(reading, draft, page.cues)


def could_lean(flow: Flow, sentence: Sentence) -> bool:
    """Whether the sentence before tells of another day than the report's."""
    last, day = flow.last, flow.day
    return bool(last and day and _goes_on(flow, sentence) and last.time != day[0])


def on_day_before(flow: Flow, draft: Draft, dct: TimeValue) -> list[Dated]:
    """The draft on the day of the sentence before, if that is recent; else none."""
    last, day = flow.last, flow.day
    assert last is not None
    assert day is not None
    recent = day[0].start <= last.time.start and last.time.end <= dct.end
    if not recent or not _can_pass_on(last):
        return []
    return [Dated(draft, last.time, Basis.INHERITED)]


def _of_its_day(dated: Dated) -> Dated:
    """What goes on with what was told at an hour, on its day: the hour is that one's alone."""
    if dated.time.granularity.fineness <= Granularity.DAY.fineness:
        return dated
    day = edtf.day(dated.time.start // civil.DAY)
    return msgspec.structs.replace(dated, time=day)


def _goes_on(flow: Flow, sentence: Sentence) -> bool:
    """Whether a sentence stands in the paragraph of the one before it."""
    return flow.before is not None and flow.before.paragraph == sentence.paragraph


def _continued(page: Page, sentence: Sentence, flow: Flow) -> Draft | None:
    """What a sentence tells that goes on with the one before it, or with the story."""
    story, before, kind = flow.story, flow.before, flow.kind
    chain = narrative.STORY if kind.narrates else narrative.CHAIN
    if story is None or before is None or flow.passed >= chain:
        return None
    if not _can_pass_on(story) or not (kind.is_account or _goes_on(flow, sentence)):
        return None
    if _lies_ahead(page, story):
        return None
    if flow.last is not None and glances(page, before, flow.last):
        return None
    reading, earlier = page.reading(sentence.ordinal), page.reading(before.ordinal)
    deed, own = False, kind.is_account and _is_fresh(page, sentence, story)
    if flow.last is not None:
        draft = narrative.continuation(reading, earlier, page.cues, own)
        if draft is not None and (kind.is_account or _goes_on(flow, sentence)):
            return draft
        deed = kind.of_trial and not narrative.is_of_court(earlier, flow.last.draft)
    plain = sentence.shape is Shape.PROSE or kind.is_account
    goes_on = plain and tells_plainly(page, sentence) and (kind.narrates or deed)
    return narrative.goes_on(reading, page.cues, own) if goes_on else None


def _lies_ahead(page: Page, story: Dated) -> bool:
    """Whether what was told is still to come, so that nothing that is past goes on with it:
    "She speaks again on Tuesday. The court also heard a guard"."""
    dct = page.document.dct
    return dct is not None and is_dated(page) and story.time.start >= dct.end


def _is_fresh(page: Page, sentence: Sentence, story: Dated) -> bool:
    """Whether a writer tells of a day not long ago, and how he spent no more than it.

    Who looks back on his life goes from a day to what took years.
    """
    dct = page.document.dct
    lasts = any(t.kind is Kind.DURATION for t in page.timexes_in(sentence.span))
    near = dct is not None and dct.start - story.time.start <= _FRESH
    return near and not lasts and is_dated(page)


def _can_pass_on(dated: Dated) -> bool:
    group = dated.draft.group
    told = group is not None and group.finite and not group.modal
    return told and is_day(dated.time) and dated.basis is not Basis.PUBLICATION
