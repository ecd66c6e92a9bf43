"""Who says what a sentence tells, where that is said around it as well."""

from collections.abc import Iterator

from timeline.extract import antecedents
from timeline.extract.before import Context
from timeline.extract.called import ORGANISATION, PERSON
from timeline.extract.completeness import first_teller
from timeline.extract.draft import Draft, adds
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page, is_quoted
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.reporter import reporter, who_adds
from timeline.extract.speech import QUOTES
from timeline.lang.cues import Cues
from timeline.model import Span

About = tuple[str | None, str | None]
"""The pronoun at the head of what is told, and who that is."""

LOOK_BACK = 6
"""Sentences among which "the arrest" or who "he" is are looked for."""


def teller(page: Page, sentence: Sentence, draft: Draft, about: About) -> str | None:
    """Who says so: in the sentence, or around it where the words are quoted.

    `about` is what the draft tells of.
    """
    reading = page.reading(sentence.ordinal)
    if draft.report is not None:
        clause = reading.clauses[draft.report]
        clause = who_adds(reading, clause) if adds(clause) else clause
        if _pronoun(reading, clause, page.cues):
            clause = reading.clauses[first_teller(reading, draft.report)]
        pronoun = _pronoun(reading, clause, page.cues)
        if pronoun == "it":
            return _source(page, sentence)
        who = _who_says(page, sentence, pronoun, about) if pronoun else None
        return reporter(reading, clause, page.names, who, page.cues)
    following = page.sentences[sentence.ordinal + 1 : sentence.ordinal + 2]
    text = page.document.text
    if not following or following[0].paragraph != sentence.paragraph:
        return _going_on(page, sentence)
    announced = page.cues.reporting.announced.match(text, following[0].span.start)
    if announced:
        found = page.names.within(Span(announced.end(), following[0].span.end))
        return found[0].text if found else None
    if _is_open(text, sentence.span) and (
        found_behind := _quoting(page, sentence, following[0])
    ):
        return found_behind
    return _going_on(page, sentence)


def _pronoun(reading: Reading, clause: Clause, words: Cues) -> str | None:
    """The pronoun that says so: "he" of "it was late, he said", "its" of "its owner said"."""
    lows = (reading.words[part.first].low for part in clause.ranges)
    return next((low for low in lows if low in words.people), None)


def _source(page: Page, sentence: Sentence) -> str | None:
    """What "it" is that says so: the paper or body that did in the sentence before."""
    found = _told_last(page, sentence)
    people = {name.text for name in page.names.found if name.kind == PERSON}
    return None if found in people else found


def _told_last(page: Page, sentence: Sentence) -> str | None:
    """Who says what the sentence before tells."""
    before = context_of(page, sentence).before
    reports = before.clauses if before else ()
    clause = next((c for c in reports if c.role is Role.REPORT), None)
    if before is None or clause is None:
        return None
    return reporter(before, clause, page.names, None, page.cues)


def _going_on(page: Page, sentence: Sentence) -> str | None:
    """Who was quoted before, where a quotation goes on: "I saw it," Valk said. "I fled."."""
    if not is_quoted(page, sentence.span):
        return None
    for ordinal in range(sentence.ordinal - 1, -1, -1)[:LOOK_BACK]:
        before = page.sentences[ordinal]
        if before.paragraph != sentence.paragraph:
            return None
        reading = page.reading(ordinal)
        reports = () if QUOTES.isdisjoint(reading.lows) else reading.clauses
        clause = next((c for c in reports if c.role is Role.REPORT), None)
        if clause is not None:
            who = _speaker(page, before)
            return reporter(reading, clause, page.names, who, page.cues)
        if not is_quoted(page, before.span):
            return None
    return None


def _is_open(text: str, span: Span) -> bool:
    """Whether a quotation opens in a sentence and runs on behind it."""
    part = text[span.start : span.end]
    return part[:1] in "“„«" and part.count("“") + part.count("„") > part.count("”")


def _quoting(page: Page, sentence: Sentence, following: Sentence) -> str | None:
    """The speaker named after a quotation that runs over two sentences."""
    reading = page.reading(following.ordinal)
    clause = next((c for c in reading.clauses if c.role is Role.REPORT), None)
    if clause is None:
        return None
    who = _speaker(page, sentence)
    return reporter(reading, clause, page.names, who, page.cues)


def _who_says(page: Page, sentence: Sentence, pronoun: str, about: About) -> str | None:
    """Who "he said" is: as a rule the one of whom it is said.

    "She died in the hall, he said" is not said by her, but by who spoke last.
    """
    form, subject = about
    if {pronoun, form} != {"he", "she"}:
        return subject or _speaker(page, sentence)
    told = _told_last(page, sentence)
    firms = {name.text for name in page.names.found if name.kind == ORGANISATION}
    return None if told == subject or told in firms else told


def _speaker(page: Page, sentence: Sentence) -> str | None:
    """Who "he said" is: the one person of the sentence before."""
    context = context_of(page, sentence)
    if context.before is None:
        return None
    whole = Draft((), 0, len(context.reading.words))
    return antecedents.person("he", whole, context, page.cues)


def _earlier(page: Page, sentence: Sentence) -> Iterator[Reading]:
    """The readings of the sentences before, the nearest first, while they are prose.

    In a conversation those of the same turn.
    """
    after, turn = sentence, page.turn(sentence.span)
    for ordinal in range(sentence.ordinal - 1, -1, -1)[:LOOK_BACK]:
        before = page.sentences[ordinal]
        if after.paragraph - before.paragraph > 1 or before.shape is not Shape.PROSE:
            return
        if page.turn(before.span) != turn:
            return
        yield page.reading(ordinal)
        after = before


def context_of(page: Page, sentence: Sentence) -> Context:
    """A sentence with those before it."""
    reading = page.reading(sentence.ordinal)
    earlier = tuple(_earlier(page, sentence))
    return Context(reading, earlier, page.names)
