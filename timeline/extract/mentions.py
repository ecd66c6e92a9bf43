"""One mention: everything that is known of an event where it is told."""

import hashlib
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.extract import antecedents, bodies, columns, hosts, narrative, quote
from timeline.extract.account import Account
from timeline.extract.actions import action
from timeline.extract.author import author
from timeline.extract.called import PLACE
from timeline.extract.completeness import (
    Pointed,
    attributed,
    completed,
    is_of_nobody,
    is_of_speaker,
    is_own_act,
    spoken,
)
from timeline.extract.context import around
from timeline.extract.dated import UNSAID, Dated
from timeline.extract.deeds import doer, is_deed
from timeline.extract.draft import Draft, doubts_it
from timeline.extract.headline import headline
from timeline.extract.junk import Sentence, Shape
from timeline.extract.names import split
from timeline.extract.page import Page, is_quoted
from timeline.extract.plain import mentions as plain
from timeline.extract.quantities import quantities
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.status import judge
from timeline.extract.tellers import LOOK_BACK, context_of, teller
from timeline.extract.verbs import Tense
from timeline.extract.verdict import Verdict
from timeline.lang.cues import Cues
from timeline.model import Mention, Span, Status, TimeValue
from timeline.text.stems import content_stems

_ENDS = " |"
"""What a line neither begins nor ends with: a bar between cells."""


def mention(
    page: Page,
    sentence: Sentence,
    dated: Dated,
    *,
    is_alone: bool,
    aside: Span | None = None,
) -> Mention | None:
    """The mention of a dated event; its id depends on document, span and time alone.

    None where no line can be made of its words, unless it is only told in passing.

    It quotes its sentence, but for what is of another time, where it `is_alone` in it,
    else the clauses that tell it. What is told in passing quotes what `aside` says.
    """
    reading, draft, words = page.reading(sentence.ordinal), dated.draft, page.cues
    told_in = quote.clauses(reading, draft)
    is_news = _is_within(dated.time, page.document.dct)
    span = aside
    if span is None:
        span = quote.quoted(reading, draft, is_news) if is_alone else told_in
        span = sentence.span if dated.deed is not None else span
    of = _account if words.tongue is None else plain.account
    found = of(page, sentence, dated, told_in)
    if dated.deed is not None:
        found = columns.of_deed(found, dated.deed, words)
    telling = page.document.text[told_in.start : told_in.end]
    if not found.line and words.verbs and aside is None:
        return None
    return Mention(
        id=_identify(page.document.id, span, dated.time),
        document_id=page.document.id,
        span=span,
        line=page.line(span.start),
        sentence=sentence.ordinal,
        text=page.document.text[span.start : span.end],
        headline=(found.line or telling).strip(_ENDS),
        trigger=found.trigger,
        action=found.action,
        time=dated.time,
        basis=dated.basis,
        status=found.status,
        timex=dated.timex,
        actors=found.actors,
        places=found.places,
        quantities=found.quantities,
        terms=content_stems(telling, page.document.language),
        reporter=found.reporter,
        cues=found.cues,
        context=around(page, sentence, span),
        in_passing=aside is not None,
        is_entry=dated.is_entry,
    )


def _account(page: Page, sentence: Sentence, dated: Dated, told_in: Span) -> Account:
    """What the clauses of a dated event say of it."""
    reading, draft, words = page.reading(sentence.ordinal), dated.draft, page.cues
    trigger, name = action(reading, draft, words)
    verdict = judge(reading, draft, dated.time, dated.day, words)
    charged = page.charge if _is_charged(page, sentence, verdict) else None
    if charged is not None:
        verdict = Verdict(Status.ALLEGED, (charged.who,))
    form, subject = _subject(page, sentence, draft)
    host = _host(page, sentence, draft)
    subject = None if subject and host and subject in host else subject
    line = headline(reading, draft, subject, host, words)
    line = columns.as_written(page, sentence, completed(line, reading, draft, words))
    him = _him(page, sentence, draft) if " him " in line else None
    if him and him != subject:
        line = line.replace(" him ", f" {him} ", 1)
    told = _told_before(page, sentence, draft, name)
    who = teller(page, sentence, draft, (form, subject))
    bare = line
    if (
        dated.basis in UNSAID
        or _is_own_doubt(reading, draft)
        or _is_thought(reading, draft)
        or (subject is None and is_of_nobody(line, words))
    ):
        line = attributed(line, reading, draft, Pointed(who, form, subject), words)
    if not words.names.firms.isdisjoint(reading.lows):
        line = bodies.named(line, draft, context_of(page, sentence), words)
    if who is None:
        turn = page.turn(sentence.span)
        own = is_of_speaker(line, words) or bool(turn and is_own_act(reading, draft))
        who = turn.name if turn else charged.who if charged else None
        if own and (not who or len(who) == 1):  # "A", who answers
            who = author(page.document.text, sentence.span, words) or who
        line = f"{who}: {line}" if own and who else line
    whose = columns.owned_by(page, sentence, draft)
    if whose and whose.rpartition(" ")[2].lower() not in line.lower():
        line = f"{whose}: {line}"
    line = columns.with_amount(page, sentence, line)
    actors, places = _who_and_where(
        page, told_in, sentence.span, (host, subject, him, whose), told
    )
    is_quote = line == bare and is_quoted(page, sentence.span)
    return Account(
        line=told[0]
        if told
        else dated.line or spoken(line, who, words, quoted=is_quote),
        trigger=trigger,
        action=name,
        status=verdict.status,
        cues=verdict.cues,
        actors=actors,
        places=places,
        quantities=quantities(reading, Range(draft.first, draft.last), words),
        reporter=who,
    )


def _is_charged(page: Page, sentence: Sentence, verdict: Verdict) -> bool:
    """Whether something is told as done in a paper that brings a charge."""
    charged = page.charge is not None and page.charge.start <= sentence.span.start
    return charged and verdict.status is Status.HAPPENED


def _is_own_doubt(reading: Reading, draft: Draft) -> bool:
    """Whether a speaker doubts it: "I do not think that it will fall"."""
    if draft.report is None or not doubts_it(reading, draft.report):
        return False
    opens = reading.words[reading.clauses[draft.report].first : draft.first]
    return any(word.low in reading.cues.grammar.speakers for word in opens)


def _is_thought(reading: Reading, draft: Draft) -> bool:
    """Whether someone only thinks so: "he thought that it would fall"."""
    if draft.report is None or not draft.clauses:
        return False
    clause = reading.clauses[draft.report]
    group, behind = clause.group, reading.clauses[draft.clauses[0]].first
    if group is None or group.negated or clause.last != behind:
        return False
    own = reading.words[clause.first].low in reading.cues.grammar.speakers
    return group.base in reading.cues.reporting.thoughts and not own


def _is_within(time: TimeValue, day: TimeValue | None) -> bool:
    return day is not None and day.start <= time.start and time.end <= day.end


def _identify(document: str, span: Span, time: TimeValue) -> str:
    key = f"{document}:{span.start}:{span.end}:{time.edtf}"
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _subject(
    page: Page, sentence: Sentence, draft: Draft
) -> tuple[str | None, str | None]:
    """The pronoun at the head of a draft, and who it is, where that is plain."""
    reading = page.reading(sentence.ordinal)
    form = antecedents.pronoun(reading, draft, page.cues)
    if form is None:
        return None, None
    context = context_of(page, sentence)
    return form, antecedents.person(form, draft, context, page.cues)


def _him(page: Page, sentence: Sentence, draft: Draft) -> str | None:
    return antecedents.him(draft, context_of(page, sentence))


def _host(page: Page, sentence: Sentence, draft: Draft) -> str | None:
    reading = page.reading(sentence.ordinal)
    if is_deed(draft):
        return _known(page, sentence, draft, doer(reading, draft, page.cues))
    if not draft.clauses:
        return None
    clause = reading.clauses[draft.clauses[0]]
    if clause.role is Role.MAIN:
        shared = hosts.shared_subject(reading, draft.clauses[0], page.cues)
        own = _told_of(reading, draft, shared.lower()) if shared else draft
        return _known(page, sentence, own, shared)
    if clause.role not in (Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL):
        return None
    if clause.role is Role.ADVERBIAL and (clause.group is None or clause.group.finite):
        return None
    who = hosts.host(reading, clause, page.names, page.cues)
    if who is None or page.cues.people.get(who) != who:
        return who
    known = _known(page, sentence, _told_of(reading, draft, who), who)
    if known and any(known in reading.said(part) for part in clause.ranges):
        return who  # "After marrying Ada, he": "he" is not Ada.
    return known


def _told_of(reading: Reading, draft: Draft, who: str) -> Draft:
    """The draft, moved to the clause whose subject it shares, a pronoun."""
    for index, clause in enumerate(reading.clauses):
        group = clause.group
        if group and group.first and reading.words[group.first - 1].low == who:
            return replace(draft, clauses=(index,), first=clause.first, group=group)
    return draft


def _known(page: Page, sentence: Sentence, draft: Draft, who: str | None) -> str | None:
    """Who "he" or "him" is, where that is plain; a noun or name as it is."""
    form = page.cues.people.get(who.lower()) if who else None
    if form is None:
        return who
    context = context_of(page, sentence)
    return antecedents.person(form, draft, context, page.cues) or form


def _who_and_where(
    page: Page,
    span: Span,
    around: Span,
    known: Sequence[str | None],
    told: tuple[str, tuple[str, ...], tuple[str, ...]] | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and places of a span, those pointed at first."""
    actors, places = split((*page.names.within(span), *page.titled.within(span)))
    pointed = [name for one in known if one for name in _names_of(page, one, around)]
    if told:
        actors, places = (*told[1], *actors), (*told[2], *places)
    return tuple(dict.fromkeys((*pointed, *actors))), tuple(dict.fromkeys(places))


def _names_of(page: Page, pointed: str, around: Span) -> Iterator[str]:
    """The name that something pointed at is, or the names in its words."""
    if pointed in page.known:
        yield pointed
        return
    for name in page.names.within(around):
        surface = page.document.text[name.start : name.end]
        if name.kind != PLACE and surface in pointed.partition(",")[0]:
            yield name.text


def _told_before(
    page: Page, sentence: Sentence, draft: Draft, name: str
) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """What "the arrest took place" is about: headline, actors and places of the arrest."""
    reading = page.reading(sentence.ordinal)
    group = draft.group
    if (
        group is None
        or not draft.clauses
        or not _is_definite_event(reading, draft, page.cues)
    ):
        return None
    for ordinal in range(
        sentence.ordinal - 1, max(-1, sentence.ordinal - 1 - LOOK_BACK), -1
    ):
        if page.sentences[ordinal].shape is not Shape.PROSE:
            continue
        before = page.reading(ordinal)
        found = narrative.told(before, page.cues)
        if found is None or action(before, found, page.cues)[1] != name:
            continue
        page.superseded.add(ordinal)
        _, subject = _subject(page, page.sentences[ordinal], found)
        line = headline(before, found, subject, None, page.cues)
        actors, places = split(page.names.within(quote.clauses(before, found)))
        return line, actors, places
    return None


def _is_definite_event(reading: Reading, draft: Draft, words: Cues) -> bool:
    """Whether the subject is "the" and an event noun, and the verb says it happened."""
    group = draft.group
    assert group is not None
    subject = [w for w in reading.words[draft.first : group.first] if not w.is_mark]
    subject = [w for w in subject if w.low not in ("that", "and", "but")]
    if group.tense is not Tense.PAST:
        return False  # "The trial is due to begin" tells more than that it is held.
    short = len(subject) == 2 and subject[0].low in (
        "the",
        "this",
        "his",
        "her",
        "their",
    )
    happens = group.base in words.happen or group.base in ("take", "be")
    return short and subject[1].low in words.event_nouns and happens
