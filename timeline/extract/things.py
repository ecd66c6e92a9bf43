"""What "it" and "they" can be in a sentence itself: what acts beside them, who tells it."""

from timeline.extract import bodies
from timeline.extract.before import Context
from timeline.extract.called import PERSON
from timeline.extract.draft import Draft, is_dated
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import head_of, is_plural, noun_part, people_in
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.model import Span


def acting_before(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """What acts in "the plane had circled | before it fell", "when it fell | it burnt".

    Not where that acts on another, which may be meant: "the plane hit a ship before it sank".
    """
    reading = context.reading
    main = _clause_beside(reading, draft)
    if main is None or main.group is None or draft.group is None:
        return None
    part = _noun_subject(reading, main, cues)
    behind = reading.words[main.group.last : reading.clauses[draft.clauses[0]].first]
    behind = tuple(w for w in behind if not is_dated(reading, w.start))
    articles = cues.grammar.determiners
    if part is None or any(w.low in articles or w.text[0].isupper() for w in behind):
        return None
    head, first = head_of(reading, part), reading.words[part.first].low
    if first in cues.quantities.numbers or first[0].isdigit():
        return None  # "Two died when their car crashed"
    if is_plural(head, cues) is not (form == "they"):
        return None
    inside = Span(reading.words[part.first].start, head.end)
    person = head.low in cues.persons.nouns or people_in(context.names.within(inside))
    if form == "it" and (person or is_expletive(draft.group, cues)):
        return None
    return reading.said(part)


def _clause_beside(reading: Reading, draft: Draft) -> Clause | None:
    """The main clause that a draft hangs off, or the one that leads to it."""
    own = reading.clauses[draft.clauses[0]] if draft.clauses else None
    if own is None:
        return None
    before = [c for c in reading.clauses if c.first < own.first and c.group]
    main = before[-1] if before else None
    if main is None or main.group is None:
        return None
    hangs = own.role is Role.ADVERBIAL and main.role is Role.MAIN
    led = own.role is Role.MAIN and main.role is Role.ADVERBIAL and not own.opener
    leads = led and main.group.finite and len(before) == 1
    return main if hangs or leads else None


def _noun_subject(reading: Reading, clause: Clause, cues: Cues) -> Range | None:
    """The subject of a clause, if that is no pronoun."""
    part = noun_part(reading, clause, cues)
    if part is None or any(
        w.low in cues.people for w in reading.words[part.first : part.last]
    ):
        return None
    return part


def telling(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """Who says of "it" or "they" what the draft tells: "the bank said it will close"."""
    reading, group = context.reading, draft.group
    if draft.report is None or group is None or draft.statement:
        return None
    report = reading.clauses[draft.report]
    if report.group is None or not report.group.finite or report.last > draft.first:
        return None
    if _has_subject_between(reading, report, draft, cues):
        return None  # "Officials said | the ship was warned | before it sank"
    part = noun_part(reading, report, cues) or bodies.first_named(reading, report)
    if part is None or (form == "it" and is_expletive(group, cues)):
        return None
    head = head_of(reading, part)
    if form == "they":
        return reading.said(part) if is_plural(head, cues) else None
    if body := _spoken_for(reading, part, cues):
        return reading.said(body)
    inside = Span(reading.words[part.first].start, head.end)
    people = [n for n in context.names.within(inside) if n.kind == PERSON]
    lone = head.text[0].isupper() or head.low in cues.names.organisations
    if reading.words[part.first].low in cues.names.titles:
        return None  # "The Head of Planning said that it": of something else
    return reading.said(part) if lone and not people else None


def _spoken_for(reading: Reading, part: Range, cues: Cues) -> Range | None:
    """ "The airline" of "a spokesman for the airline", which is what "it" is."""
    for at in range(part.first + 1, part.last - 1):
        speaks = reading.words[at - 1].low in cues.persons.nouns | cues.names.titles
        if speaks and reading.words[at].low == "for":
            return Range(at + 1, part.last)
    return None


def _has_subject_between(
    reading: Reading, report: Clause, draft: Draft, cues: Cues
) -> bool:
    """Whether what is said has a subject with a noun before a clause that hangs off it."""
    inside = (c for c in reading.clauses if report.last <= c.first < draft.first)
    told = (c for c in inside if c.group and c.group.last <= draft.first)
    return any(_noun_subject(reading, c, cues) for c in told)


def is_expletive(group: Group, cues: Cues) -> bool:
    """Whether "it" before the verb may stand for what follows: "it was said that"."""
    says = group.base in cues.reporting.verbs or group.base in cues.state
    if group.base in cues.reporting.addressed:
        return False
    return group.base in cues.expletive or (group.passive and says)
