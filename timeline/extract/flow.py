"""Which sentences tell an event, and when: by a date, as news, or going on with a story."""

from collections.abc import Iterator, Sequence

import msgspec

from timeline import civil, edtf
from timeline.extract import blows, narrative, tables
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.entries import (
    by_lines,
    by_years,
    entries,
    incident,
    is_notice,
    posts,
)
from timeline.extract.events import bounded, drafts
from timeline.extract.genre import LATELY, Genre, is_dated, is_prose
from timeline.extract.headed import holds_date, refined
from timeline.extract.junk import Sentence, Shape
from timeline.extract.lives import lives
from timeline.extract.occasions import is_subject_event
from timeline.extract.page import Page
from timeline.extract.plain import drafts as plain_drafts
from timeline.extract.progress import Flow, explicit, glances, is_day, seen_from
from timeline.extract.reading import Reading, Role
from timeline.extract.smaller import told_plainly
from timeline.extract.tables import Row
from timeline.extract.unsaid import by_narrative
from timeline.extract.verbs import Tense
from timeline.model import Basis, Kind, TimeValue

_SURE = 0.5
"""From this confidence on, what lies behind an inferred day lies ahead."""

_PAUSE = 5
"""Sentences in a row that tell nothing, behind which a history goes on all the same."""


def told(page: Page, kind: Genre) -> Iterator[tuple[Sentence, Dated]]:
    """Every event of a document of that kind with its sentence."""
    posted = posts(page)
    headed = posted or entries(page)
    listed = by_years(page, headed) or by_lines(page, headed)
    flow = Flow(
        kind, headed, listed, bool(posted), incident(page), elsewhen=kind.looks_back
    )
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
            _is_elsewhen(page, one) and not glances(page, sentence, one)
            for one in dated
        )
        if dated:
            ago = all(_is_long_ago(page, one) for one in dated)
            flow.looks_back = flow.looks_back + 1 if ago else 0
        elif _names_long_ago(page, sentence):
            flow.looks_back += 1
        flow.lead += is_prose(sentence)
        flow.passed = (
            flow.passed + 1 if dated and dated[0].basis is Basis.INHERITED else 0
        )
        _pass(page, flow, sentence, dated)
        day = _seen_surely(page, sentence, flow)
        in_row = holds_date(sentence, flow.entries.get(sentence.ordinal))
        row = page.row(sentence.span)
        in_row = in_row or row is not None
        day = None if row is not None and tables.is_noted(row) else day
        for one in dated:
            yield sentence, msgspec.structs.replace(one, day=day, is_entry=in_row)


def _seen_surely(page: Page, sentence: Sentence, flow: Flow) -> TimeValue | None:
    """The day behind which lies what a sentence plans: that of its message or entry; that of
    its document if it is no bad guess."""
    day, dct = seen_from(page, sentence, flow), page.document.dct
    sure = is_dated(page) or page.document.dct_confidence >= _SURE
    return day if sure or day is not dct else None


def _pass(page: Page, flow: Flow, sentence: Sentence, dated: list[Dated]) -> None:
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
    page: Page, flow: Flow, sentence: Sentence, dated: list[Dated]
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
    if dct is None or not is_day(dct) or not dated:
        return None
    first = dated[0]
    if first.basis is Basis.PUBLICATION:
        return dct, Basis.PUBLICATION
    group, time = first.draft.group, first.time
    if group is None or not group.finite or group.modal or not is_day(time):
        return None
    if glances(page, sentence, first):
        return None
    recent = dct.start - narrative.RECENT <= time.start and time.end <= dct.end
    start = edtf.day(time.start // civil.DAY)
    return (start, Basis.INHERITED) if recent and time.end <= start.end else None


def _is_elsewhen(page: Page, dated: Dated) -> bool:
    """Whether an event lies outside the day of the document."""
    dct = page.document.dct
    return dct is None or dated.time.end <= dct.start or dct.end <= dated.time.start


def _is_long_ago(page: Page, dated: Dated) -> bool:
    """Whether an event lies so far before the document that it is no part of its news."""
    dct = page.document.dct
    return dct is not None and dated.time.end < dct.start - LATELY


def _names_long_ago(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence that tells nothing speaks of a year gone by: "the flu of 1918 was
    worse"."""
    dct = page.document.dct
    times = [t for t in page.timexes_in(sentence.span) if t.basis is Basis.EXPLICIT]
    return dct is not None and any(
        t.time is not None and t.time.end < dct.start - LATELY for t in times
    )


def _dated(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """The events of one sentence: with dates of their own, else by narrative."""
    row = page.row(sentence.span)
    if row is not None and not _is_read(page, sentence, row):
        return [*_of_columns(page, sentence, row)]
    found = _in_words(page, sentence, flow)
    return [*_of_columns(page, sentence, row), *found] if row is not None else found


def _is_read(page: Page, sentence: Sentence, row: Row) -> bool:
    """Whether a sentence in a row says what happened, and not who noted it or where."""
    text = page.document.text
    if not tables.tells(row, text) or text[sentence.span.start] == "(":
        return False
    told = row.cell(tables.Kind.TOLD)
    return told is None or row.cell_in(sentence.span) is not None


def _of_columns(page: Page, sentence: Sentence, row: Row) -> Iterator[Dated]:
    """What the columns of a row say was done on their dates, at its first sentence."""
    if sentence.span.start > min(cell.start for cell, _ in row.pairs()):
        return
    draft = Draft((), 0, len(page.reading(sentence.ordinal).words))
    for deed in tables.deeds(row, page.document.text):
        timex = deed.timex
        if timex.time is not None:
            yield Dated(
                draft, timex.time, timex.basis, timex, line=deed.line, deed=deed
            )


def _in_words(page: Page, sentence: Sentence, flow: Flow) -> list[Dated]:
    """What the words of one sentence tell."""
    timexes = page.timexes_in(sentence.span)
    if page.cues.tongue is not None:
        return told_plainly(page, sentence, flow)
    if not page.cues.verbs:
        if sentence.shape is Shape.HEADING:
            return []
        return [*map(explicit, plain_drafts.drafts(page.reading(sentence.ordinal)))]
    entry = flow.entries.get(sentence.ordinal)
    finer = refined(page, sentence, entry, flow.listed) if timexes else None
    if finer:
        return [finer]
    if any(t.time is not None or t.kind is Kind.DURATION for t in timexes):
        day = seen_from(page, sentence, flow)
        found = drafts(page.reading(sentence.ordinal), day, page.cues)
        if sentence.shape is Shape.HEADING:
            found = tuple(d for d in found if _heads(d) and not _fills(page, d))
        if found:
            return [*map(explicit, found), *_beside(page, sentence, flow, found)]
    if sentence.shape is Shape.HEADING and sentence.ordinal not in flow.entries:
        return []
    return [
        msgspec.structs.replace(
            one, draft=bounded(page.reading(sentence.ordinal), one.draft)
        )
        for one in by_narrative(page, sentence, flow)
    ]


def _heads(draft: Draft) -> bool:
    """Whether a heading tells an event: "Annual report 2031" is only called so, and so is
    "Log of 3 to 9 May"."""
    timex = draft.point[1] if draft.point else None
    time = timex.time if timex is not None else None
    fine = time is not None and is_day(time) and time.end - time.start <= civil.DAY
    return fine or (draft.group is not None and draft.group.finite)


def _fills(page: Page, draft: Draft) -> bool:
    """Whether a date fills a field of a form with others in its line: "Name: Brenn   DOB:
    3 May 1958"."""
    if draft.point is None or (draft.group is not None and draft.group.finite):
        return False
    text, at = page.document.text, draft.point[1].span.start
    line = text[page.lines[page.line(at) - 1] : at].rstrip()
    return line.endswith(":") and (line.count(":") > 1 or "  " in line)


def _beside(
    page: Page, sentence: Sentence, flow: Flow, found: Sequence[Draft]
) -> list[Dated]:
    """The news that a lead tells in its main clause, where only what hangs off it is dated.

    "Police have arrested a man who fled on Monday."
    """
    dct = page.document.dct
    if sentence.shape is not Shape.PROSE or dct is None or not is_day(dct):
        return []
    reading = page.reading(sentence.ordinal)
    if flow.lead >= narrative.LEAD or _tells_main(reading, found, dct):
        return []
    if any(_leads_from_long_ago(page, reading, d) for d in found):
        return []
    if any(is_subject_event(reading, d, page.cues) for d in found):
        return []
    placed = {p[0].first for d in found for p in (d.point, *d.others) if p}
    rest = tuple(p for p in reading.timexes if p[0].first not in placed)
    other = reading.dated(rest)
    draft = narrative.news(other, dct, flow.elsewhen, page.cues)
    heads = flow.lead < narrative.HEAD and flow.kind.reports
    if draft is None and heads and all(_is_relative(reading, d) for d in found):
        draft = narrative.lead(other, dct, flow.elsewhen, page.cues)
    if draft is None or (flow.lead and _is_known_for(page, reading, found, draft)):
        return []
    return [Dated(bounded(reading, draft, found), dct, Basis.PUBLICATION)]


def _is_relative(reading: Reading, draft: Draft) -> bool:
    """Whether a draft only says more of something: "Brenn, | which fell in March"."""
    roles = (reading.clauses[i].role for i in draft.clauses)
    return any(role is Role.RELATIVE for role in roles)


def _is_known_for(
    page: Page, reading: Reading, found: Sequence[Draft], draft: Draft
) -> bool:
    """Whether it says who someone is: "the expert led the study of the slide | of 2004".

    That is told behind the news, without a name, and of what was long ago.
    """
    group = draft.group
    if group is None or group.tense is not Tense.PAST or group.passive:
        return False
    idle = group.base in page.cues.state
    return idle and all(_is_long_ago(page, explicit(d)) for d in found)


def _leads_from_long_ago(page: Page, reading: Reading, draft: Draft) -> bool:
    """Whether a draft of years ago stands before the main verb: "Racing him in 2009, Valk"."""
    main = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    if draft.point is None or main is None or main.group is None:
        return False
    time, dct = draft.point[1].time, page.document.dct
    ago = time is not None and dct is not None and time.end < dct.start - LATELY
    own = reading.clause_at(draft.point[0].first) or main
    leads = draft.point[0].last <= main.group.first
    first = reading.words[main.first].low
    leads = leads and first in page.cues.time.anchors
    return ago and (own.first < main.first or leads)


def _tells_main(reading: Reading, found: Sequence[Draft], dct: TimeValue) -> bool:
    """Whether drafts tell what the main clause does, or more of it on another day.

    In "she has been named and takes up the post in June" that is still to be told.
    """
    mains = [
        i for i, c in enumerate(reading.clauses) if c.role is Role.MAIN and c.group
    ]
    told = {i for draft in found for i in draft.clauses}
    if any(draft.statement for draft in found):
        return True
    if told.isdisjoint(mains):
        return False
    group = reading.clauses[mains[0]].group
    content = any(reading.clauses[i].opener == "that" for i in told)
    if mains[0] in told or group is None or content:
        return True
    times = [draft.point[1].time for draft in found if draft.point]
    ahead = all(time is not None and time.start >= dct.end for time in times)
    return not (group.tense is Tense.PERFECT or (ahead and group.tense is Tense.PAST))
