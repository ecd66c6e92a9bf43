"""Which sentences tell an event, and when: by a date, as news, or going on with a story."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct, field

from timeline import civil, edtf
from timeline.extract import blows, leaning, minutes, narrative
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.entries import (
    by_lines,
    by_years,
    entries,
    incident,
    is_notice,
    told_in,
)
from timeline.extract.events import bounded, drafts
from timeline.extract.genre import LATELY, Genre, is_dated, is_prose, tells_plainly
from timeline.extract.headed import holds_date, of_entry, refined
from timeline.extract.junk import Sentence, Shape
from timeline.extract.lives import lives
from timeline.extract.occasions import is_of_blow, is_subject_event
from timeline.extract.page import Page
from timeline.extract.plain import drafts as plain_drafts
from timeline.extract.plain import news as plain
from timeline.extract.reading import Reading, Role
from timeline.extract.speech import is_spoken
from timeline.extract.verbs import Tense
from timeline.model import Basis, Granularity, Kind, TimeValue, Timex

_PASSAGE = 2
"""Sentences of long ago in a row that make a look back, behind which nothing is new."""

_DAY = Granularity.DAY.fineness

_PAUSE = 5
"""Sentences in a row that tell nothing, behind which a history goes on all the same."""


class _Flow(Struct):
    """Where the telling stands: the last date, how often it was passed on, entries.

    `listed` says that the entries are those of a list by years.
    `day` is the day that the report is about, with the basis of a sentence that only
    goes on telling of it; `incident` is the one that a form gives for what it tells.
    `looks_back` counts the sentences of long ago since one of late.
    """

    kind: Genre
    entries: Mapping[int, Timex]
    listed: bool
    incident: TimeValue | None = None
    lead: int = 0
    elsewhen: bool = False
    day: tuple[TimeValue, Basis] | None = None
    looks_back: int = 0
    blows: dict[str, TimeValue] = field(default_factory=dict)
    last: Dated | None = None
    story: Dated | None = None
    before: Sentence | None = None
    passed: int = 0
    silent: int = 0


def told(page: Page, kind: Genre) -> Iterator[tuple[Sentence, Dated]]:
    """Every event of a document of that kind with its sentence."""
    headed = entries(page)
    listed = by_years(page, headed) or by_lines(page, headed)
    flow = _Flow(kind, headed, listed, incident(page), elsewhen=kind.looks_back)
    for sentence in page.sentences:
        if sentence.shape is Shape.JUNK or is_notice(
            page, sentence, flow.entries.get(sentence.ordinal)
        ):
            continue
        dated = [*_lived(page, sentence), *_dated(page, sentence, flow)]
        dated = _of_blows(page, flow, sentence, dated)
        if flow.day is None and flow.lead < narrative.LEAD:
            flow.day = _day_of(page, sentence, dated)
        flow.elsewhen = flow.elsewhen or any(
            _is_elsewhen(page, one) and not _glances(page, sentence, one)
            for one in dated
        )
        if dated:
            ago = all(_is_long_ago(page, one) for one in dated)
            flow.looks_back = flow.looks_back + 1 if ago else 0
        flow.lead += is_prose(sentence)
        flow.passed = (
            flow.passed + 1 if dated and dated[0].basis is Basis.INHERITED else 0
        )
        _pass(page, flow, sentence, dated)
        day = _seen_from(page, sentence, flow)
        in_row = holds_date(sentence, flow.entries.get(sentence.ordinal))
        for one in dated:
            yield sentence, msgspec.structs.replace(one, day=day, is_entry=in_row)


def _pass(page: Page, flow: _Flow, sentence: Sentence, dated: list[Dated]) -> None:
    """Remember what a sentence told; a history goes on behind one that tells nothing
    and names no date."""
    flow.silent = 0 if dated else flow.silent + 1
    stays = flow.kind.narrates and sentence.shape is Shape.PROSE
    stays = stays and not any(t.time for t in page.timexes_in(sentence.span))
    flow.last = dated[-1] if dated else None
    if dated or not stays or flow.silent > _PAUSE:
        flow.story = flow.last
    flow.before = sentence


def _of_blows(
    page: Page, flow: _Flow, sentence: Sentence, dated: list[Dated]
) -> list[Dated]:
    """What "the quake" did on the day of that quake; all else as it is."""
    known = page.cues.verbs and page.cues.tongue is None
    if not known or not (dated or any(t.time for t in page.timexes_in(sentence.span))):
        return dated
    reading = page.reading(sentence.ordinal)
    return [*blows.settled(reading, dated, flow.blows, page.cues)]


def _lived(page: Page, sentence: Sentence) -> Iterator[Dated]:
    """The birth and the death of someone, which stand in brackets behind his name."""
    if not page.cues.verbs and page.cues.tongue is None:
        return
    for draft, timex, line in lives(page, sentence):
        assert timex.time is not None
        yield Dated(draft, timex.time, timex.basis, timex, line=line)


def _day_of(
    page: Page, sentence: Sentence, dated: list[Dated]
) -> tuple[TimeValue, Basis] | None:
    """The day that a report is about: that of the first event it tells, if it is recent.

    What is news is the day's of the document; what happened "on Tuesday" that Tuesday's.
    """
    dct = page.document.dct
    if dct is None or not _is_day(dct) or not dated:
        return None
    first = dated[0]
    if first.basis is Basis.PUBLICATION:
        return dct, Basis.PUBLICATION
    group, time = first.draft.group, first.time
    if group is None or not group.finite or group.modal or not _is_day(time):
        return None
    if _glances(page, sentence, first):
        return None
    recent = dct.start - narrative.RECENT <= time.start and time.end <= dct.end
    start = edtf.day(time.start // civil.DAY)
    return (start, Basis.INHERITED) if recent and time.end <= start.end else None


def _glances(page: Page, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date only says which harm did it: "was hit by Tuesday's earthquake"."""
    point = dated.draft.point
    reading = page.reading(sentence.ordinal)
    return point is not None and is_of_blow(reading, point[0], page.cues)


def _is_elsewhen(page: Page, dated: Dated) -> bool:
    """Whether an event lies outside the day of the document."""
    dct = page.document.dct
    return dct is None or dated.time.end <= dct.start or dct.end <= dated.time.start


def _is_long_ago(page: Page, dated: Dated) -> bool:
    """Whether an event lies so far before the document that it is no part of its news."""
    dct = page.document.dct
    return dct is not None and dated.time.end < dct.start - LATELY


def _dated(page: Page, sentence: Sentence, flow: _Flow) -> list[Dated]:
    """The events of one sentence: with dates of their own, else by narrative."""
    timexes = page.timexes_in(sentence.span)
    if page.cues.tongue is not None:
        return _plainly(page, sentence, flow)
    if not page.cues.verbs:
        if sentence.shape is Shape.HEADING:
            return []
        return [*map(_explicit, plain_drafts.drafts(page.reading(sentence.ordinal)))]
    entry = flow.entries.get(sentence.ordinal)
    finer = refined(page, sentence, entry, flow.listed) if timexes else None
    if finer:
        return [finer]
    if any(t.time is not None or t.kind is Kind.DURATION for t in timexes):
        day = _seen_from(page, sentence, flow)
        found = drafts(page.reading(sentence.ordinal), day, page.cues)
        if sentence.shape is Shape.HEADING:
            found = tuple(filter(_heads, found))
        if found:
            return [*map(_explicit, found), *_beside(page, sentence, flow, found)]
    if sentence.shape is Shape.HEADING and sentence.ordinal not in flow.entries:
        return []
    return [
        msgspec.structs.replace(
            one, draft=bounded(page.reading(sentence.ordinal), one.draft)
        )
        for one in _by_narrative(page, sentence, flow)
    ]


def _seen_from(page: Page, sentence: Sentence, flow: _Flow) -> TimeValue | None:
    """The day from which a sentence speaks: that of its message, else of its document."""
    entry = flow.entries.get(sentence.ordinal) if page.turn(sentence.span) else None
    if entry is None or entry.time is None or not _is_day(entry.time):
        return page.document.dct
    return edtf.day(entry.time.start // civil.DAY)


def _plainly(page: Page, sentence: Sentence, flow: _Flow) -> list[Dated]:
    """The events of a sentence in a language with a small table."""
    entry = flow.entries.get(sentence.ordinal)
    several = len({date.span.start for date in flow.entries.values()}) > 1
    if several and entry is not None and entry.time is not None:
        draft = told_in(page, sentence, entry, flow.listed)
        if draft:
            return [of_entry(draft, entry, page, sentence)]
    if sentence.shape is Shape.HEADING and entry is None:
        return []
    reading = page.reading(sentence.ordinal)
    seen, dct = _seen_from(page, sentence, flow), page.document.dct
    found = plain_drafts.told(reading, seen, page.cues)
    if not found:
        return _plain_news(page, sentence, flow)
    dated = [msgspec.structs.replace(_explicit(one), day=seen) for one in found]
    if dct is None or not _is_day(dct) or flow.lead >= narrative.LEAD or flow.elsewhen:
        return dated
    draft = plain.beside(reading, found, dct, page.cues)
    return [*dated, Dated(draft, dct, Basis.PUBLICATION)] if draft else dated


def _plain_news(page: Page, sentence: Sentence, flow: _Flow) -> list[Dated]:
    """What a sentence without a date of its own tells of the day of the document."""
    dct, tongue = page.document.dct, page.cues.tongue
    if not tells_plainly(page, sentence) or dct is None or not _is_day(dct):
        return []
    assert tongue is not None
    reading = page.reading(sentence.ordinal)
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
    if _could_lean(flow, sentence) and plain.leans(reading, draft, tongue):
        return _leaning(flow, draft, dct)
    return [Dated(draft, *flow.day)]


def _explicit(draft: Draft) -> Dated:
    assert draft.point is not None
    timex = draft.point[1]
    assert timex.time is not None
    return Dated(draft, timex.time, timex.basis, timex)


def _by_narrative(page: Page, sentence: Sentence, flow: _Flow) -> list[Dated]:
    """The event of a sentence without a usable date, if a careful reader would date it."""
    entry = flow.entries.get(sentence.ordinal)
    if entry is not None and entry.time is not None:
        draft = told_in(page, sentence, entry, flow.listed)
        return [of_entry(draft, entry, page, sentence)] if draft else []
    decided = _decided(page, sentence, flow)
    if decided:
        return [decided]
    draft = _continued(page, sentence, flow)
    if draft and flow.story:
        time = flow.story.time
        if flow.kind.narrates:
            time = edtf.day(time.start // civil.DAY)
        return [Dated(draft, time, Basis.INHERITED)]
    dct = page.document.dct
    if not tells_plainly(page, sentence) or dct is None or not _is_day(dct):
        return []
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


def _of_day(draft: Draft, dct: TimeValue, flow: _Flow) -> Dated:
    """A draft of the day of the document, or of that of which a form tells."""
    if flow.incident is not None:
        return Dated(draft, flow.incident, Basis.INHERITED)
    return Dated(draft, dct, Basis.PUBLICATION)


def _decided(page: Page, sentence: Sentence, flow: _Flow) -> Dated | None:
    """What minutes tell of their meeting, which is that of the document."""
    dct = page.document.dct
    if not flow.kind.is_minutes or dct is None or sentence.shape is Shape.HEADING:
        return None
    draft = minutes.decided(page.reading(sentence.ordinal), page.cues)
    return Dated(draft, dct, Basis.PUBLICATION) if draft else None


def _heads(draft: Draft) -> bool:
    """Whether a heading tells an event: "Annual report 2031" is only called so."""
    timex = draft.point[1] if draft.point else None
    fine = timex is not None and timex.time is not None and _is_day(timex.time)
    return fine or (draft.group is not None and draft.group.finite)


def _beside(
    page: Page, sentence: Sentence, flow: _Flow, found: Sequence[Draft]
) -> list[Dated]:
    """The news that a lead tells in its main clause, where only what hangs off it is dated.

    "Police have arrested a man who fled on Monday."
    """
    dct = page.document.dct
    if sentence.shape is not Shape.PROSE or dct is None or not _is_day(dct):
        return []
    reading = page.reading(sentence.ordinal)
    if flow.lead >= narrative.LEAD or any(_is_main(reading, d) for d in found):
        return []
    if any(_leads_from_long_ago(page, reading, d) for d in found):
        return []
    if any(is_subject_event(reading, d, page.cues) for d in found):
        return []
    placed = {p[0].first for d in found for p in (d.point, *d.others) if p}
    rest = tuple(p for p in reading.timexes if p[0].first not in placed)
    draft = narrative.news(reading.dated(rest), dct, flow.elsewhen, page.cues)
    if draft is None:
        return []
    return [Dated(bounded(reading, draft, found), dct, Basis.PUBLICATION)]


def _leads_from_long_ago(page: Page, reading: Reading, draft: Draft) -> bool:
    """Whether a draft of years ago stands before the main verb: "Racing him in 2009, Valk"."""
    main = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    if draft.point is None or main is None or main.group is None:
        return False
    time, dct = draft.point[1].time, page.document.dct
    ago = time is not None and dct is not None and time.end < dct.start - LATELY
    own = next((c for c in reading.clauses if c.holds(draft.point[0].first)), main)
    leads = draft.point[0].last <= main.group.first
    first = reading.words[main.first].low
    leads = leads and first in page.cues.time.anchors
    return ago and (own.first < main.first or leads)


def _is_main(reading: Reading, draft: Draft) -> bool:
    return draft.statement or any(
        reading.clauses[i].role is Role.MAIN for i in draft.clauses
    )


def _reported(
    page: Page, sentence: Sentence, flow: _Flow, dct: TimeValue
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
    if (
        flow.day is None
        or not past
        or (draft.statement and flow.day[0].end < dct.start)
    ):
        return [Dated(draft, dct, Basis.PUBLICATION)]
    if _could_lean(flow, sentence) and leaning.leans(reading, draft, page.cues):
        return _leaning(flow, draft, dct)
    return [Dated(draft, *flow.day)]


def _may_report(flow: _Flow) -> bool:
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


def _is_looking_back(flow: _Flow, reading: Reading, draft: Draft, page: Page) -> bool:
    """Whether a sentence goes on telling of years gone by."""
    if flow.looks_back >= _PASSAGE:
        return True
    near = flow.looks_back > 0 and flow.last is not None
    return near and leaning.points_back(reading, draft, page.cues)


def _could_lean(flow: _Flow, sentence: Sentence) -> bool:
    """Whether the sentence before tells of another day than the report's."""
    last, day = flow.last, flow.day
    return bool(last and day and _goes_on(flow, sentence) and last.time != day[0])


def _leaning(flow: _Flow, draft: Draft, dct: TimeValue) -> list[Dated]:
    """The draft on the day of the sentence before, if that is recent; else none."""
    last, day = flow.last, flow.day
    assert last is not None
    assert day is not None
    recent = day[0].start <= last.time.start and last.time.end <= dct.end
    if not recent or not _can_pass_on(last):
        return []
    return [Dated(draft, last.time, Basis.INHERITED)]


def _goes_on(flow: _Flow, sentence: Sentence) -> bool:
    """Whether a sentence stands in the paragraph of the one before it."""
    return flow.before is not None and flow.before.paragraph == sentence.paragraph


def _continued(page: Page, sentence: Sentence, flow: _Flow) -> Draft | None:
    """What a sentence tells that goes on with the one before it, or with the story."""
    story, before, kind = flow.story, flow.before, flow.kind
    chain = narrative.STORY if kind.narrates else narrative.CHAIN
    if story is None or before is None or flow.passed >= chain:
        return None
    if not _can_pass_on(story) or not (kind.is_account or _goes_on(flow, sentence)):
        return None
    if flow.last is not None and _glances(page, before, flow.last):
        return None
    reading, earlier = page.reading(sentence.ordinal), page.reading(before.ordinal)
    deed = False
    if flow.last is not None:
        draft = narrative.continuation(reading, earlier, page.cues)
        if draft is not None and _goes_on(flow, sentence):
            return draft
        deed = kind.of_trial and not narrative.is_of_court(earlier, flow.last.draft)
    goes_on = sentence.shape is Shape.PROSE and (kind.narrates or deed)
    return narrative.goes_on(reading, page.cues) if goes_on else None


def _is_day(time: TimeValue) -> bool:
    return time.granularity.fineness >= _DAY


def _can_pass_on(dated: Dated) -> bool:
    group = dated.draft.group
    told = group is not None and group.finite and not group.modal
    return told and _is_day(dated.time) and dated.basis is not Basis.PUBLICATION
