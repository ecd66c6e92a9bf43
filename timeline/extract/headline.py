"""One line for an event, made of the words of its sentence by leaving words out.

Out go: the date (the column beside has it), who reported it, brackets, relative clauses,
leading fillers; then, only as far as needed, appositions and what trails behind. A
negation, a modal, "alleged" or a figure is never cut.
"""

import re
from collections.abc import Iterator

from timeline.extract.bits import stretches
from timeline.extract.borders import is_whole, without_open_clause
from timeline.extract.breaking import sudden
from timeline.extract.contact import doer_start
from timeline.extract.deeds import is_deed
from timeline.extract.draft import Draft
from timeline.extract.finish import EDGES, polished, with_subject
from timeline.extract.fitting import WHOLE, Bit, fitted
from timeline.extract.gapping import gapped
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.statements import statement
from timeline.extract.subjects import head_of, is_plural
from timeline.extract.subordinates import auxiliary, done, with_host
from timeline.extract.trailing import going_on, leading, scene, tied, trailing
from timeline.extract.undated import particles, without_date
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Kind

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_ONE = frozenset(("a", "an"))
"""Behind a comma these say what someone is, and list nothing."""

_THINGS = frozenset(("it", "they"))
"""Pronouns that need not be of a person."""

_LETTERS = re.compile(r"[\W_]+")


_DATES = 2
"""Dates of a line of a log that tells of another day."""


def headline(
    reading: Reading, draft: Draft, subject: str | None, host: str | None, cues: Cues
) -> str:
    """The line for a draft. `subject` replaces a pronoun, `host` a relative's opener."""
    if draft.gap is not None:
        bits = [Bit("core", gapped(reading, draft, cues))]
    elif is_deed(draft):
        bits = [Bit("core", done(reading, draft, host, cues))]
    elif draft.noun is not None or not draft.clauses:
        bits = [Bit("core", _phrase(reading, draft, cues))]
    elif draft.statement:
        bits = statement(reading, draft, cues)
    else:
        bits = _bits(reading, draft, host, cues)
    verb = _verb(reading, draft, cues)
    line = fitted(bits, verb, cues)
    line = with_subject(_without_clock(line, reading), subject, cues)
    if not is_whole(line, cues):
        whole = without_date(reading, Range(draft.first, draft.last), draft, cues)
        line = with_subject(whole, subject, cues) if len(whole) <= WHOLE else line
        if not is_whole(line, cues):
            line = without_open_clause(line, verb, cues)
    line = _closed(line, reading, draft, cues)
    waits = line.rstrip(EDGES).rpartition(" ")[2] in cues.headline.dangling
    ends = _ends(reading, cues) if waits else ()
    return _verbatim(polished(line, cues, ends), reading)


def _without_clock(line: str, reading: Reading) -> str:
    """The line of a log without when it was written, where it tells of another day: "09:11
    Car found that was stolen on 3 May", not "7:30 train was late on 3 May"."""
    if len(reading.timexes) < _DATES or reading.timexes[0][0].first:
        return line
    place, timex = reading.timexes[0]
    clock = reading.said(place)
    rest = line[len(clock) :].lstrip(EDGES)
    is_cut = timex.kind is Kind.TIME and line.startswith(clock) and rest[:1].isupper()
    return rest if is_cut else line


def _closed(line: str, reading: Reading, draft: Draft, cues: Cues) -> str:
    """The line without the comma of an aside that went: "The barge, | was lost".

    And behind a list: "Lund, Sarn and Torvik, | will join".
    """
    group = draft.group
    if group is None or not group.finite or draft.statement:
        return line
    verb = reading.words[group.first].text
    subject, comma, rest = line.partition(f", {verb} ")
    if not comma:
        return line
    ends = range(group.first - 1, group.first + 1)
    aside = any(_breaks_in(c) and c.last in ends for c in reading.clauses)
    behind = subject.partition(", ")[2].partition(" ")[0]
    listed = " and " in subject.rpartition(", ")[2] and behind not in _ONE
    listed = listed and not behind[:1].isdigit()  # "The brothers, 19 and 20,"
    opener = subject.partition(" ")[0].lower()
    opens = opener in cues.grammar.prepositions or opener in cues.openers
    told = {reading.words[g.head].text for g in reading.groups if g.finite}
    opens = opens or not told.isdisjoint(subject.split())
    if opens or ("," in subject and not (listed and aside)):
        return line
    return f"{subject} {verb} {rest}"


def _breaks_in(clause: Clause) -> bool:
    """Whether a clause can stand between a subject and its verb: "citing the flu"."""
    group = clause.group
    hangs = group is not None and group.tense is Tense.GERUND
    return clause.role is Role.RELATIVE or (hangs and clause.role is not Role.MAIN)


def _ends(reading: Reading, cues: Cues) -> set[str]:
    """Small words that end clauses: "to rein them in", "struck and killed her"."""
    grammar = cues.grammar
    kinds = (
        grammar.prepositions,
        grammar.pronouns,
        grammar.vague_subjects,
        grammar.adverbs,
        grammar.determiners,
        cues.people,
    )
    parts = (part for clause in reading.clauses for part in clause.ranges)
    heads = {group.head for group in reading.groups}
    last = {part.last - 1 for clause in reading.clauses for part in clause.ranges}
    told = {reading.words[n].low for n in heads & last}  # "How deadly it is"
    ends = {head_of(reading, part).low for part in parts}
    ends |= set(_objects(reading, cues))
    ends -= cues.headline.stranded
    ends |= set(particles(reading))
    final = [word.low for word in reading.words if not word.is_mark][-2:]
    if final[-1:] == ["to"] and final[0] in cues.helpers:
        ends.add("to")  # "If they have to."
    return told | {low for low in ends if any(low in kind for kind in kinds)}


def _objects(reading: Reading, cues: Cues) -> Iterator[str]:
    """The "her" of "killed her | in 2009", which no noun follows."""
    for place, _ in reading.timexes:
        at = place.first - 1
        while at > 0 and reading.words[at].low in cues.time.before_date:
            at -= 1
        low = reading.words[at].low
        led = at > 0 and reading.words[at - 1].low in cues.grammar.prepositions
        led = led or any(g.last == at for g in reading.groups)
        if led and low in cues.people:
            yield low


def _verbatim(line: str, reading: Reading) -> str:
    """The line without the marks of a quotation of which words were left out."""
    quotations = _QUOTATION.findall(line)
    if not quotations:
        return line
    said = _LETTERS.sub("", reading.text[reading.span.start : reading.span.end])
    for quotation in quotations:
        if _LETTERS.sub("", quotation) not in said:
            line = line.replace(quotation, quotation[1:-1])
    return line


def _phrase(reading: Reading, draft: Draft, cues: Cues) -> str:
    """A noun with its date; "the girl found on Friday" as "the girl was found"."""
    part, group = Range(draft.first, draft.last), draft.group
    doer = doer_start(reading.words, group.first, cues) if group else 0
    if group and draft.noun is None and part.first < doer < group.first:
        return _done_by(reading, draft, doer, cues)
    done = group is not None and group.tense is Tense.PARTICIPLE
    if draft.noun is not None or group is None or not done:
        return without_date(reading, part, draft, cues)
    before = Range(part.first, group.first)
    behind = without_date(reading, Range(group.first, part.last), draft, cues)
    subject = without_date(reading, before, draft, cues)
    named = reading.words[group.first - 1].text[0].isupper()
    link = subject.split()[-2:-1]
    bare = named and any(
        word.islower() and word not in cues.grammar.prepositions for word in link
    )
    bare = bare or _counts(reading, Range(group.last, part.last), cues)
    bare = bare or _takes(reading, group.base, group.last, cues)
    if bare or not subject.strip():
        return f"{subject} {behind}"
    return f"{subject} {_passive(reading, before, cues)} {behind}"


def _done_by(reading: Reading, draft: Draft, doer: int, cues: Cues) -> str:
    """ "The man police arrested on Monday" as "police arrested the man"."""
    group = draft.group
    assert group is not None
    acts = reading.said(Range(doer, group.last))
    subject = _meant(reading, doer, cues)
    if subject is not None:
        acts = f"{reading.said(subject)} {reading.said(Range(doer + 1, group.last))}"
    thing = reading.said(Range(draft.first, doer))
    thing = thing[:1].lower() + thing[1:]
    rest = Range(group.last, draft.last)
    return f"{acts} {thing} {without_date(reading, rest, draft, cues)}"


def _meant(reading: Reading, doer: int, cues: Cues) -> Range | None:
    """Who "it" is in "Norda is repairing the ship | it bought in May", if that is plain."""
    owner = reading.clause_at(doer)
    before = owner.group if owner else None
    if owner is None or before is None or before.last >= doer:
        return None
    subject = Range(owner.first, before.first)
    parted = any(w.is_mark for w in reading.words[subject.first : subject.last])
    return subject if not parted and _is_it(reading, doer, cues) else None


def _is_it(reading: Reading, doer: int, cues: Cues) -> bool:
    """Whether "it" or "they" stands here: most likely who the rest is told of.

    So is "he" behind a name alone.
    """
    low = reading.words[doer].low
    named = reading.words[0].text[0].isupper() and reading.groups[0].first == 1
    return cues.people.get(low) == low and (named or low in _THINGS)


def _counts(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a figure follows: "duties totalled about $3 million" is no passive."""
    first = part.first
    if first < part.last and cues.quantities.about.match(reading.words[first].low):
        first += 1
    return first < part.last and reading.words[first].text[0] in "0123456789$€£"


def _takes(reading: Reading, base: str, at: int, cues: Cues) -> bool:
    """Whether a form has an object: in "Norda posted a loss" nobody was posted."""
    behind = reading.words[at : at + 1]
    small = cues.grammar.articles | cues.people.keys()
    owned = any(word.low in small for word in behind)
    return owned and base not in cues.giving


def _passive(reading: Reading, subject: Range, cues: Cues) -> str:
    """The auxiliary that a participle behind a noun phrase goes without."""
    prepositions = cues.grammar.prepositions
    inside = range(subject.first + 1, subject.last)
    last = next((n for n in inside if reading.words[n].low in prepositions), 0)
    head = head_of(reading, Range(subject.first, last or subject.last))
    return "were" if is_plural(head, cues) else "was"


def _verb(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The word that the line must not lose."""
    broke = sudden(reading, draft.clauses, draft.last, cues)
    if broke:
        return reading.words[broke.head].text
    if draft.statement and len(draft.clauses) > 1:
        said = reading.clauses[draft.clauses[1]].group
        return reading.words[said.head].text if said else ""
    return reading.words[draft.group.head].text if draft.group else ""


def _bits(reading: Reading, draft: Draft, host: str | None, cues: Cues) -> list[Bit]:
    bits = stretches(reading, draft, draft.clauses, cues)
    clause = reading.clauses[draft.clauses[0]]
    if clause.role in (Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL):
        bits = with_host(reading, draft, bits, host, cues)
    elif host and bits:
        while len(bits) > 1 and bits[0].kind == "lead":
            del bits[0]  # "And, | after a night in Lund, | left"
        helper = auxiliary(reading, draft, cues)
        bits[0].text = f"{host} {helper}{bits[0].text.lstrip()}"
    elif bits and (there := _counted(reading, clause, cues)):
        bits[-1] = Bit("core", without_date(reading, there, draft, cues))
    bits += going_on(reading, draft, cues)
    behind = trailing(reading, draft, cues) or scene(reading, draft, cues)
    lead = leading(reading, draft)
    if lead and bits and lead[0].text.endswith(" that"):
        bits[0].mark = ""
    return lead + tied(bits, behind, cues)


def _counted(reading: Reading, clause: Clause, cues: Cues) -> Range | None:
    """ "They were 40 miners trapped below" without its first words, which say nothing."""
    group, words = clause.group, reading.words
    part = clause.ranges[-1]
    if group is None or group.base != "be" or group.negated or group.last >= part.last:
        return None
    if not part.first < group.first or words[group.first - 1].low != "they":
        return None
    number = cues.quantities.numbers
    ahead = words[group.last : group.last + 3]
    counts = any(w.low in number or w.low[0].isdigit() for w in ahead)
    told = [g for g in reading.groups if group.last < g.first < part.last]
    nouns = [words[g.first - 1] for g in told[:1]]
    later = any(is_plural(w, cues) for w in nouns)
    return Range(group.last, part.last) if counts and later else None
