"""What a document tells in passing: events that it names and does not date.

"A man was charged on Friday with the murder of a guard who was shot at the port": the
shooting has no date here. Alone it would make no line of a timeline; but where others
date it, this document tells of it too.
"""

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from timeline.extract import quote
from timeline.extract.actions import action, is_event_noun, is_of_verb, verb_class
from timeline.extract.anchored import is_pointed_at
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft, is_dated, report_of
from timeline.extract.junk import Shape
from timeline.extract.lexical import ENDINGS
from timeline.extract.mentions import mention
from timeline.extract.page import Page
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues, cues
from timeline.model import Basis, Granularity, Mention, Span, Status, TimeValue
from timeline.text.memory import Memory
from timeline.text.stems import stem
from timeline.text.words import lows

_DONE = frozenset((Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE, Tense.GERUND))
_NOT_SO = frozenset((Role.REPORT, Role.CONDITION))
_TOLD = frozenset((Status.HAPPENED, Status.ALLEGED))

_MOST = 200
"""Asides of one document: the rest of a book adds nothing to the news."""


def asides(page: Page, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The undated events of a dated document, one for each class of action a sentence.

    None of a class that the sentence tells with a date.
    """
    dct = page.document.dct
    if dct is None or dct.granularity is not Granularity.DAY or not page.cues.verbs:
        return ()
    dated: dict[int, list[Mention]] = defaultdict(list)
    for one in mentions:
        dated[one.sentence].append(one)
    return tuple(itertools.islice(_untold(page, dct, dated), _MOST))


def _untold(
    page: Page, day: TimeValue, dated: Mapping[int, Sequence[Mention]]
) -> Iterator[Mention]:
    """The asides in order, of what is not told with a date, or before."""
    told = {(one.sentence, one.action) for own in dated.values() for one in own}
    for sentence in page.sentences:
        if sentence.shape not in (Shape.PROSE, Shape.HEADING):
            continue
        if not _may_tell(page.document.text, sentence.span, page.cues):
            continue
        reading = page.reading(sentence.ordinal)
        for draft in _drafts(reading, page.cues):
            key = sentence.ordinal, action(reading, draft, page.cues)[1]
            if key in told:
                continue
            words = _quote(reading, draft, dated.get(sentence.ordinal, ()))
            undated = Dated(draft, day, Basis.PUBLICATION, day=day)
            one = mention(page, sentence, undated, is_alone=True, aside=words)
            if one is not None and one.status in _TOLD:
                told.add(key)
                yield _apart(one)


def _quote(reading: Reading, draft: Draft, dated: Iterable[Mention]) -> Span:
    """All of the sentence, since there is no date to vouch for.

    But where it is told in what the sentence tells with a date, that is quoted again.
    """
    told_in = quote.clauses(reading, draft)
    spans = (one.span for one in dated)
    holding = [s for s in spans if s.start <= told_in.start and told_in.end <= s.end]
    return min(holding, key=_length, default=None) or quote.whole(reading, draft)


def _length(span: Span) -> int:
    return span.end - span.start


def _may_tell(text: str, span: Span, cues: Cues) -> bool:
    """Whether `_drafts` could find something, seen without reading the sentence."""
    chunks = text[span.start : span.end].split(" ")
    return any(map(_telling(cues.language).__getitem__, chunks))


@cache
def _telling(language: str) -> Memory[bool]:
    """Whether a word between two blanks can name an action as done."""
    words = cues(language)
    return Memory(lambda chunk: any(_can_name(low, words) for low in lows(chunk)))


def _can_name(low: str, cues: Cues) -> bool:
    if low in cues.telling or low == "did":
        return True
    if not low.endswith(ENDINGS) or low in cues.verbs:
        return False
    base = stem(low)
    return base in cues.actions or base in cues.phrasal


def _apart(one: Mention) -> Mention:
    """The mention with an id of its own: two of one sentence have the same span."""
    key = f"{one.id}:{one.action}"
    id_ = hashlib.sha256(key.encode()).hexdigest()[:12]
    return msgspec.structs.replace(one, id=id_)


def _drafts(reading: Reading, cues: Cues) -> Iterator[Draft]:
    """The undated clauses whose verb has a class, then such nouns.

    And harms in a clause whose date is not theirs: "was charged on Friday after a blast".
    """
    verbs = [g for g in reading.groups if _is_done(reading, g, cues)]
    nouns = _nouns(reading, cues)
    if not verbs and not nouns:
        return
    for index, clause in enumerate(reading.clauses):
        if clause.group in verbs and _is_so(reading, clause):
            report = report_of(reading, (index,))
            yield Draft(
                (index,), clause.first, clause.last, clause.group, report=report
            )
    for position in nouns:
        part = reading.clause_at(position)
        if part is None or part.role in _NOT_SO:
            continue
        if _has_date(reading, part) and not _is_cause(reading, position, cues):
            continue
        if reading.words[part.first].low not in cues.grammar.conditions:
            yield Draft((), part.first, part.last, noun=position)


def _nouns(reading: Reading, cues: Cues) -> list[int]:
    """Where undated nouns stand that name an event."""
    if cues.event_nouns.keys().isdisjoint(reading.lows):
        return []
    verbs = {group.head for group in reading.groups}
    return [
        position
        for position, word in enumerate(reading.words)
        if word.low in cues.event_nouns
        and is_event_noun(reading, position, cues)
        and position not in verbs
        and not is_dated(reading, word.start)
        and not is_of_verb(reading, position, cues)
    ]


def _is_done(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a verb tells something of a class as done."""
    if group.negated or group.modal or group.tense not in _DONE:
        return False
    return bool(verb_class(reading, group, cues))


def _is_so(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what is so, and has no date."""
    return clause.role not in _NOT_SO and not _has_date(reading, clause)


def _is_cause(reading: Reading, noun: int, cues: Cues) -> bool:
    """Whether a noun names the harm that the rest follows: "after the blast"."""
    kind = cues.event_nouns[reading.words[noun].low]
    return kind in cues.time.harms and is_pointed_at(reading, noun, cues)


def _has_date(reading: Reading, clause: Clause) -> bool:
    return any(clause.holds(place.first) for place, _ in reading.timexes)
