"""Who a pronoun, a relative clause or "the arrest" points back to, where that is plain."""

import re
from collections.abc import Iterator

from timeline.extract import bodies
from timeline.extract.before import Context, is_about
from timeline.extract.called import UNKNOWN
from timeline.extract.draft import Draft
from timeline.extract.named_before import first_told, named_before, subject_of
from timeline.extract.names import Name, Names
from timeline.extract.reading import Reading, Role
from timeline.extract.subjects import (
    head_of,
    is_plural,
    main_subject,
    noun_part,
    people_in,
)
from timeline.extract.things import acting_before, is_expletive, telling
from timeline.lang.cues import Cues
from timeline.model import Span

_LAST_WORD = re.compile(r"(?P<word>\w+)\.?\Z")

_LONGEST_TITLE = 40
"""Characters before a name among which its title is looked for."""

_LEADING = 3
"""Words before a clause that leads to the main one: "hours after he left"."""

_TITLED_WITHIN = 20_000
"""Characters before a pronoun among which "Mrs Brenn" says that Brenn is no "he"."""


def pronoun(reading: Reading, draft: Draft, cues: Cues) -> str | None:
    """The subject form of the pronoun that begins a draft ("he" for "his"), or None."""
    position = draft.first
    last = draft.group.first if draft.group else draft.last
    if draft.group and draft.group.subject_end:
        position, last = last + 1, draft.group.subject_end
    while position < last:
        word = reading.words[position]
        low = word.low
        if low in cues.people:
            return cues.people[low]
        if low == "one" and reading.words[position + 1 : position + 2]:
            return low if reading.words[position + 1].low == "who" else None
        light = (
            word.is_mark
            or low in cues.grammar.adverbs
            or low in cues.grammar.coordinators
        )
        opens = (
            low in cues.grammar.subordinators
            or low == "that"
            or low in cues.grammar.relatives
        )
        dated = any(r.first <= position < r.last for r, _ in reading.timexes)
        leads = low in cues.time.before_date
        if not (light or opens or dated or leads or cues.grammar.is_manner(low)):
            return None
        position += 1
    return None


def person(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """Who "he" or "she" is: the one person named before it, here or a sentence ago.

    No one who is named behind it: "he left, and Valk wept" is not said of Valk, nor is
    "he left, Valk said".
    """
    # Behind a thing that leads a sentence its name is likelier than one said before.
    ahead = _named_behind(form, draft, context, cues) if form == "it" else None
    found = ahead or _person(form, draft, context, cues)
    found = found or _named_behind(form, draft, context, cues)
    if found is None or _speaks_of(form, found, draft, context):
        return None
    surname = found.rpartition(" ")[2]
    reading = context.reading
    last, report = draft.last, draft.report
    if report is not None and not draft.statement:
        last = max(last, reading.clauses[report].last)
    behind = reading.words[draft.first : last]
    return None if any(word.text == surname for word in behind) else found


def _speaks_of(form: str, found: str, draft: Draft, context: Context) -> bool:
    """Whether a "she" who speaks of "he" is the one that was found for "he".

    "He has left, she said": so the one person named before is she.
    """
    other = {"he": "she", "she": "he"}.get(form)
    reading = context.reading
    report = reading.clauses[draft.report] if draft.report is not None else None
    if other is None or report is None:
        return False
    teller = reading.words[report.first : report.last]
    if not any(word.low == other for word in teller):
        return False
    return _person(other, Draft((), 0, len(reading.words)), context, reading.cues) in (
        found,
        None,
    )


def _person(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    reading, before, names = context.reading, context.before, context.names
    if form == "one":
        people = people_in(names.within(before.span)) if before else []
        return people[-1] if people else None
    if form not in ("he", "she"):
        return _thing(form, draft, context, cues)
    nearest = _clause_subject(reading, draft, names)
    if nearest:
        return _suited(nearest, form, reading, cues)
    ahead = _subject_ahead(reading, draft)
    if ahead is not None:
        people = people_in(names.within(ahead))
        return people[0] if len(set(people)) == 1 else None
    here = Span(reading.span.start, reading.words[draft.first].start)
    own = people_in(names.within(here)) or _possible(reading, names.within(here))
    if own:
        found = own[-1] if len(set(own)) == 1 else subject_of(reading, names)
        if found != own[-1] and not _is_aside(reading, own[-1], names.within(here)):
            found = None  # Of two the last may be meant.
        found = None if _acts_between(reading, found, draft, cues) else found
    else:
        found = _office(reading, draft, cues) or named_before(
            form, draft, context, cues
        )
    return _suited(found, form, reading, cues) if found else None


def _thing(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """What "it" or "they" are: what acts before, who tells it, or what went before."""
    known = form in ("it", "they")
    acting = acting_before(form, draft, context, cues) if known else None
    if found := acting or (telling(form, draft, context, cues) if known else None):
        return found
    if _has_noun_before(draft, context.reading, form, cues):
        return None
    if form == "it":
        expletive = draft.group is None or is_expletive(draft.group, cues)
        return None if expletive else bodies.thing(context, cues)
    return _several(form, context, cues)


def _is_aside(reading: Reading, name: str, before: tuple[Name, ...]) -> bool:
    """Whether who was named last only describes: "a council headed by | Oren Valk"."""
    last = next((one for one in reversed(before) if one.text == name), None)
    at = reading.at(last.start) if last else 0
    return at > 0 and reading.words[at - 1].low in ("by", "of")


def _has_noun_before(draft: Draft, reading: Reading, form: str, cues: Cues) -> bool:
    """Whether a clause with a subject of its own stands before a draft: it may be meant."""
    for clause in reading.clauses:
        group = clause.group
        if clause.first >= draft.first or group is None or group.first >= draft.first:
            continue
        subject = reading.words[clause.first : group.first]
        if all(cues.people.get(word.low) != form for word in subject):
            return True
    return False


def _office(reading: Reading, draft: Draft, cues: Cues) -> str | None:
    """The one who acts before a draft in its sentence: "the head of state met them"."""
    main = first_told(reading, Role.MAIN)
    if main is None or main.last > draft.first:
        return None
    part = main_subject(reading, cues)
    words = reading.words[part.first : part.last] if part else ()
    holds = any(word.low in cues.names.titles for word in words)
    return reading.said(part) if part and holds else None


def _acts_between(reading: Reading, name: str | None, draft: Draft, cues: Cues) -> bool:
    """Whether someone without a name acts between a name and a draft.

    "Valk said that the singer was well before he died": so who died is not plain.
    """
    at = reading.text.rfind(name, reading.span.start, reading.span.end) if name else -1
    behind = reading.at(at) if at >= 0 else 0
    for group in reading.groups:
        if not (group.finite and behind < group.first < draft.first):
            continue
        if reading.words[group.first - 1].low in cues.persons.nouns:
            return True
    return False


def _suited(name: str, form: str, reading: Reading, cues: Cues) -> str | None:
    """The name, unless only titles of the other sex stand before it."""
    men, women = cues.names.men, cues.names.women
    own, others = (men, women) if form == "he" else (women, men)
    surname = name.rpartition(" ")[2]
    end = reading.span.end
    text = reading.text[max(0, end - _TITLED_WITHIN) : end]
    titles = set(_before(f" {surname}", text))
    return None if titles & others and not titles & own else name


def _before(name: str, text: str) -> Iterator[str]:
    """The words before a name wherever it stands, in lower case, without their stops."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        word = _LAST_WORD.search(text, max(0, at - _LONGEST_TITLE), at)
        if word and not text[end : end + 1].isalnum():
            yield word["word"].lower()
        at = text.find(name, end)


def _clause_subject(reading: Reading, draft: Draft, names: Names) -> str | None:
    """The one person before the verb of the clause that a noun's draft stands in."""
    if draft.clauses:
        return None
    for clause in reading.clauses:
        if (
            clause.holds(draft.first)
            and clause.group
            and clause.group.first < draft.first
        ):
            start, end = reading.words[clause.first], reading.words[clause.group.first]
            found = people_in(names.within(Span(start.start, end.start)))
            return found[0] if len(set(found)) == 1 else None
    return None


def _named_behind(form: str, draft: Draft, context: Context, cues: Cues) -> str | None:
    """Who "he" is in a clause that leads to one who acts: "after he was freed, | Valk left"."""
    reading = context.reading
    index = draft.clauses[0] if draft.clauses else len(reading.clauses)
    own, *behind = reading.clauses[index : index + 2] or (None,)
    main = behind[0] if behind else None
    leads = own is not None and own.role is Role.ADVERBIAL and own.first <= _LEADING
    if main is None or not leads or main.role is not Role.MAIN or main.opener:
        return None
    part = noun_part(reading, main, cues)
    if part is None or reading.words[part.first].low in cues.people:
        return None  # "After he was freed, his wife wept"
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    names = context.names.within(span)
    people = people_in(names) or _possible(reading, names)
    noun, said = head_of(reading, part), reading.said(part)
    if form in ("he", "she"):
        single = people[0] if len(people) == 1 else None
        known = single or (said if noun.low in cues.persons.nouns else None)
        return _suited(known, form, reading, cues) if known else None
    if people or noun.low in cues.persons.nouns:
        return None
    article = reading.words[part.first].low in cues.grammar.determiners
    several = is_plural(noun, cues)
    return said if article and several is (form == "they") else None


def _subject_ahead(reading: Reading, draft: Draft) -> Span | None:
    """The subject behind a noun's draft: "before his speech, Valk met them"."""
    if draft.clauses:
        return None
    for clause in reading.clauses:
        group = clause.group
        if clause.holds(draft.first) and group and draft.last < group.first:
            start, end = reading.words[draft.last], reading.words[group.first]
            return Span(start.start, end.start)
    return None


def him(draft: Draft, context: Context) -> str | None:
    """Who the object "him" is: the one person of the sentence before, if not here too.

    With two people there a wrong name would accuse one of what the other did.
    """
    reading, before, names = context.reading, context.before, context.names
    part = reading.words[draft.first : draft.last]
    if before is None or not any(word.low == "him" for word in part):
        return None
    here = people_in(names.within(Span(reading.span.start, reading.span.end)))
    people = people_in(names.within(before.span))
    found = people[0] if len(set(people)) == 1 else None
    return found if found not in here else None


def _possible(reading: Reading, names: tuple[Name, ...]) -> list[str]:
    """Those who act and could be people, if only by their shape.

    "Torvik" of "other Torvik miners" is none of them.
    """
    acting = [n for n in names if n.kind == UNKNOWN and n.subject]
    return [
        name.text
        for name in acting
        if name.text.istitle() and name.text.isalpha() and _acts(reading, name)
    ]


def _acts(reading: Reading, name: Name) -> bool:
    """Whether no noun stands behind a name, which it then only describes."""
    position = reading.at(name.end)
    behind = reading.words[position : position + 1]
    verbs = {group.first for group in reading.groups}
    cues = reading.cues
    small = cues.grammar.prepositions | cues.openers | cues.grammar.adverbs
    return all(
        word.is_mark
        or word.text[0].isupper()
        or position in verbs
        or word.low in small
        or word.low == "'s"
        for word in behind
    )


def _several(form: str, context: Context, cues: Cues) -> str | None:
    """What "they" are: the plural subject of the sentence before.

    Or of one farther off, if those between are of "they" as well.
    """
    since = (r for r in context.earlier if not is_about(r, form))
    before = next(since, None)
    if form != "they" or before is None:
        return None
    part = main_subject(before, cues)
    if part is None:
        return None
    last = before.words[part.last - 1]
    told = last.low in cues.names.papers  # Who only reports it is not meant.
    return before.said(part) if is_plural(last, cues) and not told else None
