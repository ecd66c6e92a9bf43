"""Who a pronoun means that the sentences before name, as long as they go on about one."""

import itertools

from timeline.extract.before import Context, is_about, is_quoted
from timeline.extract.draft import Draft
from timeline.extract.names import Names
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.speech import is_in_quotation
from timeline.extract.subjects import head_of, main_subject, people_in
from timeline.lang.cues import Cues
from timeline.model import Span

_DOERS = ("er", "or", "ist", "man")
"""How words end that say what someone does: "a diver", "a sailor"."""

_OWNED = frozenset(("his", "her"))
"""What is of him or of her begins with these."""


def _has_rival(reading: Reading, draft: Draft, form: str) -> bool:
    """Whether a clause before a draft has a subject that is not the pronoun itself."""
    for clause in reading.clauses:
        if clause.role is not Role.MAIN or clause.group is None:
            continue
        if not clause.last <= draft.first or clause.group.first <= clause.first:
            continue
        subject = reading.words[clause.first : clause.group.first]
        if all(word.low != form for word in subject):
            return True
    return False


def named_before(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """The person of the last sentence that names one, if those since go on about him.

    Who acts earlier in the same sentence is likelier meant, named or not: then no one. Nor
    is it plain of whom of two someone says something.
    """
    if _has_rival(context.reading, draft, form) or _is_of_teller(context, draft):
        return None
    told = draft.report is not None and not draft.statement
    before = itertools.takewhile(lambda e: not _is_of_self(e, cues), context.earlier)
    for earlier in before:
        if is_about(earlier, form):
            if led := _led_by(earlier, form, context.names):
                return led
            continue
        people = people_in(context.names.within(earlier.span))
        if people:
            said = context.reading.words[draft.first : draft.last]
            acts = any(word.low == form for word in said)  # Not "his album is out"
            if acts and _may_be_object(draft, earlier, context.names, cues):
                return None
            if len(set(people)) == 1:
                return people[0]
            plain = not told and not _bids(earlier, cues)
            return subject_of(earlier, context.names) if plain else None
        if found := _nameless(earlier, cues):
            return found
        if not is_quoted(earlier) and all(
            cues.people.get(w.low) != form for w in earlier.words
        ):
            return None
    return None


def _is_of_teller(context: Context, draft: Draft) -> bool:
    """Whether "his" is of one who tells it and has no name: "a man says his son fled"."""
    reading = context.reading
    report = reading.clauses[draft.report] if draft.report is not None else None
    if report is None or report.group is None or draft.first < report.last:
        return False
    owns = any(w.low in _OWNED for w in reading.words[draft.first : draft.first + 2])
    light = reading.cues.grammar.coordinators
    begins = [
        w
        for w in reading.words[report.first : report.group.first]
        if w.low not in light
    ]
    return owns and any(word.low in ("a", "an") for word in begins[:1])


def _is_of_self(earlier: Reading, cues: Cues) -> bool:
    """Whether someone tells of himself: whom he calls "he" is no one named before."""
    if earlier.words[0].low not in cues.grammar.speakers - cues.grammar.anyone:
        return False
    return not is_in_quotation(earlier.text, earlier.span)


def first_told(reading: Reading, *roles: Role) -> Clause | None:
    """The first clause of these roles that has a verb."""
    return next((c for c in reading.clauses if c.role in roles and c.group), None)


def _may_be_object(draft: Draft, earlier: Reading, names: Names, cues: Cues) -> bool:
    """Whether what is suffered may be so by whom the sentence before acts upon.

    "Holm told of a diver in the wreck. He was pulled out": not Holm, but who "shot a diver"
    was arrested.
    """
    main = first_told(earlier, Role.MAIN, Role.REPORT)
    told, group = draft.group, main.group if main else None
    if told is None or group is None or not told.passive or group.passive:
        return False
    times, actions = cues.time, cues.actions
    if (
        actions.get(told.base) in times.justice
        and actions.get(group.base) in times.harms
    ):
        return False
    ahead = Span(earlier.span.start, earlier.words[group.first].start)
    if not people_in(names.within(ahead)):
        return False
    behind = Span(earlier.words[group.last - 1].end, earlier.span.end)
    nouns = itertools.pairwise(earlier.words[group.last :])
    others = any(
        word.low in cues.persons.nouns
        or (before.low in ("a", "an") and word.low.endswith(_DOERS))
        for before, word in nouns
    )
    return others or bool(people_in(names.within(behind)))


def _bids(earlier: Reading, cues: Cues) -> bool:
    """Whether someone has another do something, who may be "he": "Valk invited Brenn"."""
    main = first_told(earlier, Role.MAIN)
    group = main.group if main else None
    return group is not None and group.base in cues.headline.aiming


def _led_by(earlier: Reading, form: str, names: Names) -> str | None:
    """Who acts before "he" in a sentence: "Valk is ill, and the mill he had is sold"."""
    at = next(word.start for word in earlier.words if word.low == form)
    ahead = names.within(Span(earlier.span.start, at))
    people = people_in(tuple(name for name in ahead if name.subject))
    return people[0] if len(set(people)) == 1 else None


def _nameless(before: Reading, cues: Cues) -> str | None:
    """ "The gunman" where "a gunman" acts in a sentence that speaks of no other person."""
    part = main_subject(before, cues)
    if part is None or part.last - part.first < 2:
        return None
    nouns = [w for w in before.words if w.low in cues.persons.nouns]
    head = head_of(before, part)
    if nouns != [head] or before.words[part.first].low not in ("a", "an", "the"):
        return None
    return f"the {before.said(Range(part.first + 1, part.last))}"


def subject_of(reading: Reading, names: Names) -> str | None:
    """The one person that the first main verb of a sentence has as its subject."""
    main = first_told(reading, Role.MAIN)
    if main is None or main.group is None:
        return None
    start = reading.words[main.first].start
    span = Span(start, reading.words[main.group.first].start)
    people = people_in(tuple(n for n in names.within(span) if n.subject))
    return people[0] if len(set(people)) == 1 else None
