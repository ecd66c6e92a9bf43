"""Whether a line can stand alone, and what stands in for one that cannot.

A line that lost its subject ("Said its operations were not affected"), or begins with the
word that tied it to its sentence ("When the dam broke"), is no line to print. Then the
words around it are quoted as they stand.
"""

from msgspec import Struct

from timeline.extract.draft import Draft, is_dated
from timeline.extract.finish import EDGES, polished, possessive, with_subject
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import is_pointing
from timeline.extract.undated import without_date
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

LONGEST = 220
"""Characters of the words that may stand in for a line."""


class Pointed(Struct, frozen=True):
    """Whom pronouns point to: `teller` is who "he said" is.

    `form` is the pronoun that a line begins with in its sentence, `subject` who it is.
    """

    teller: str | None
    form: str | None = None
    subject: str | None = None


_ATTRIBUTED = 180
"""Characters of a line with who says so."""

_ELIDED = ("'s ", "’s ")
"""What is left of "what's going on" without its first word."""

_NOMINAL = frozenset(("what",))
"""Of the relatives those that open a subject: "what happens to the dam"."""

_PAST = frozenset((Tense.PAST, Tense.PLUPERFECT))

_MEDIUM = 5
"""Words of "said in a written statement", which does not tell what was said."""

_BREAKS = frozenset(("(", "[", "–", "—", "-"))

_FEW = 3
"""Words that a line has too few of to be kept where it cannot stand alone."""


def completed(line: str, reading: Reading, draft: Draft, cues: Cues) -> str:
    """The line, or where it cannot stand alone the words around the event.

    It is empty where no words make a line: nobody prints "Rejected that view".
    """
    whole = draft.statement or draft.gap is not None
    if not cues.verbs or whole or _stands(line, reading, draft, cues):
        return line
    around = None if _is_misdated(reading, draft) else _around(reading, draft, cues)
    found = around or _own_words(line, reading, draft, cues)
    if _is_short(line, reading, draft) and found.count(" ") > _FEW:
        return line  # "He resigned on Monday and left on Tuesday" is of two days.
    return "" if _is_broken(found, reading, draft, cues) else found


def _is_short(line: str, reading: Reading, draft: Draft) -> bool:
    """Whether a line is no more than "he resigned", and tells one of several things."""
    group, point = draft.group, draft.point
    if group is None or point is None or line.count(" ") != 1:
        return False
    verbs = (reading.words[group.head].low, reading.cues.pasts.get(group.base, ""))
    acts = group.base in reading.cues.actions
    acts = acts and line.partition(" ")[0].lower() != reading.words[group.first].low
    others = any(place != point[0] for place, _ in reading.timexes)
    return acts and others and line.lower().rpartition(" ")[2] in verbs


def _is_misdated(reading: Reading, draft: Draft) -> bool:
    """Whether the words around an aside tell what is so now: "it helps Lund, | hit on Monday".

    Its date would be taken for that of the help.
    """
    own = reading.clauses[draft.clauses[0]] if draft.clauses else None
    if own is not None and own.role is Role.ADVERBIAL and own.opener == "since":
        # "Has met doubts since it was announced | in May", but "has since been sold"
        before = reading.words[own.first - 1].low if own.first else ""
        return before not in reading.cues.helpers
    if own is None or own.role not in (Role.RELATIVE, Role.PARTICIPLE):
        return False
    planned = own.group is not None and own.group.base in reading.cues.status.planned
    if planned and own.role is Role.PARTICIPLE:
        return False  # "The match, planned for Friday, is off"
    mains = (c.group for c in reading.clauses if c.first < own.first)
    return any(g and g.finite and g.tense not in _PAST for g in mains)


def _is_broken(line: str, reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a line begins with its verb, or like "to which", or is one word."""
    words = [word.strip("“”\"‘’'(),") for word in line.lower().split()]
    words = [word for word in words if word]
    if len(words) < 2 or line.startswith(_ELIDED):
        return True
    group = draft.group
    if draft.noun is not None or group is None or not group.first:
        return False
    if words[-1] in cues.said and group.base not in cues.reporting.verbs:
        return True  # "In its report, published on Monday, Norda said"
    if not draft.clauses and words[0] in cues.grammar.prepositions:
        return True
    if _is_bare(words, reading, group, cues):
        return True
    if line.partition(" ")[0] in cues.acronyms:
        return False
    if words[0] in cues.grammar.relatives - _NOMINAL or _is_torn(line, words, cues):
        return True
    return words[0] == reading.words[group.first].low


def attributed(
    line: str,
    reading: Reading,
    draft: Draft,
    pointed: Pointed,
    cues: Cues,
) -> str:
    """The line with who says so, as the sentence has it.

    "He was leaving" is said of no one; "his aides said he was leaving" is. And of what
    has no date of its own only the saying is of the day of the report.
    """
    if not line or draft.report is None or draft.statement:
        return line
    clause = reading.clauses[draft.report]
    group = clause.group
    if group is None or not group.finite or group.base not in cues.reporting.verbs:
        return line
    before = clause.last <= draft.first
    opener = reading.words[_past_light(reading, clause.first)].low
    if opener in cues.openers and not (before and opener in cues.grammar.joining):
        return line  # "He fled, and police said that …": that is not what they said.
    first = first_teller(reading, draft.report) if before else draft.report
    who, teller = _saying(reading, clause, group, before), pointed.teller
    if first != draft.report:
        start = _past_light(reading, reading.clauses[first].first)
        while reading.words[start].low in cues.openers and start < group.first:
            start += 1  # "After police said they believe"
        who = reading.said(Range(start, group.last)).rstrip(EDGES)
    pronoun = who.partition(" ")[0].lower()
    if pronoun in cues.people:
        if teller is None and (pronoun == "it" or not before):
            return line
        verb = reading.said(Range(group.first, _told(reading, clause, group)))
        known = _with_article(teller, cues) if teller and pronoun == "it" else teller
        who = f"{known} {verb}" if known else who
    if line.lower().startswith(who.lower()) or _says_no_one(who, reading, group):
        return line
    own = _of_teller(line, who, reading, pointed) if before else line
    led = reading.words[group.last : draft.first + 1] if before else ()
    quotes = any(word.low == ":" for word in led)
    told = f"{who}: {own}" if quotes else f"{who} {_inside(own, reading)}"
    whole = told if before else f"{line}, {who}"
    ends = (line.rpartition(" ")[2],)  # "Police believe he killed her"
    whole = polished(with_subject(whole, None, cues), cues, ends)
    return whole if len(whole) <= _ATTRIBUTED else line


def _with_article(teller: str, cues: Cues) -> str:
    """Who says so as a sentence has it: "the document", "his lawyer", "Ada Brenn"."""
    first = teller.partition(" ")[0]
    bare = first.islower() and first not in cues.grammar.nominal
    return f"the {teller}" if bare else teller


def _says_no_one(who: str, reading: Reading, group: Group) -> bool:
    """Whether "said in a speech" does not tell who."""
    if not who.startswith(reading.words[group.first].text):
        return False
    behind = who.partition(" ")[2].partition(" ")[0].lower()
    return not behind or behind in reading.cues.grammar.prepositions


def first_teller(reading: Reading, report: int) -> int:
    """The first of clauses like "Valk says | he believes", each of which brings the next."""
    clauses = reading.clauses
    while report and clauses[report - 1].role is Role.REPORT:
        if clauses[report - 1].last != clauses[report].first:
            break
        report -= 1
    return report


def _of_teller(line: str, who: str, reading: Reading, pointed: Pointed) -> str:
    """The line with "she" for one who is told to say it: "Valk said she was ill"."""
    form, name = pointed.form, pointed.subject
    said = [word.strip(EDGES) for word in who.split()]
    if not form or not name or name.rpartition(" ")[2] not in said:
        return line
    people = reading.cues.people
    for known in (possessive(name), name):
        if line.lower().startswith(f"{known} ".lower()):
            own = (w.low for w in reading.words if people.get(w.low) == form)
            word = next((low for low in own if (low == form) == (known is name)), form)
            return f"{word}{line[len(known) :]}"
    return line


def _saying(reading: Reading, clause: Clause, group: Group, before: bool) -> str:
    """Who says so, with the verb: "the mayor, Ada Brenn, said", "said the mayor".

    Behind what is said the name is enough: "Ada Brenn told reporters".
    """
    if before:
        first = _past_light(reading, clause.first)
        while reading.words[first].low in reading.cues.grammar.coordinators:
            first += 1  # "But she said"
        return reading.said(Range(first, _told(reading, clause, group))).rstrip(EDGES)
    at = next(n for n, r in enumerate(clause.ranges) if r.first <= group.first < r.last)
    own = clause.ranges[at]
    said = reading.said(Range(_past_light(reading, own.first), own.last)).rstrip(EDGES)
    if not at or group.first > own.first:
        return said
    return f"{reading.said(clause.ranges[at - 1]).rstrip(EDGES)} {said}"


def _told(reading: Reading, clause: Clause, group: Group) -> int:
    """One past a verb of saying, and past who is told: "told the court | on Friday"."""
    if group.base != "tell":
        return group.last
    own = clause.part_at(group.first)
    assert own is not None
    for place in range(group.last, own.last):
        word = reading.words[place]
        led = word.low in reading.cues.time.before_date - reading.cues.grammar.articles
        if word.is_mark or led or is_dated(reading, word.start):
            return place
    return own.last


def _inside(line: str, reading: Reading) -> str:
    """The line as it stands inside a sentence: its first letter small, if it is there."""
    first, _, rest = line.partition(" ")
    small = any(word.text == first.lower() for word in reading.words)
    return f"{first.lower()} {rest}" if small else line


def is_of_nobody(line: str, cues: Cues) -> bool:
    """Whether a line begins with a pronoun."""
    return line.partition(" ")[0].lower() in cues.people


def is_of_something(line: str, cues: Cues) -> bool:
    """Whether a line begins with "it" or "they", which can be anything.

    Not with the "it" of "it is said that the mill has burnt".
    """
    first, _, rest = line.lower().partition(" ")
    return cues.people.get(first) in ("it", "they") and " that " not in rest


def is_of_speaker(line: str, cues: Cues) -> bool:
    """Whether a line is in the first person: "We have sold the mill"."""
    first = line.partition(" ")[0].strip('“”"‘').partition("'")[0].partition("’")[0]
    return first.lower() in cues.grammar.speakers


def spoken(line: str, reporter: str | None, cues: Cues, *, quoted: bool) -> str:
    """A line in the first person with its speaker before it, where he is known.

    And one of what is `quoted` that begins with a pronoun which nobody knows.
    """
    first = line.partition(" ")[0].strip('“”"‘').lower()
    own = first in cues.grammar.speakers or (quoted and first in cues.people)
    known = reporter is None or reporter.lower() in line.lower()
    if not line or reporter is None or known or not own:
        return line
    return f"{reporter}: “{line}”" if "“" not in line else f"{reporter}: {line}"


def _stands(line: str, reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a line has a subject and is not tied to words that it has left out."""
    if draft.noun is not None or draft.group is None:
        return " " in line.strip()
    if (
        not draft.clauses
        and line.partition(" ")[0].lower() in cues.grammar.prepositions
    ):
        return False
    words = [word.strip("“”\"‘’'(),") for word in line.lower().split()]
    words = [word for word in words if word]
    if len(words) < 2 or (len(words) == 2 and words[0] in cues.grammar.vague):
        return False
    if _ties(words[0], draft, reading, cues):
        return False
    if _is_torn(line, words, cues) or _is_bare(words, reading, draft.group, cues):
        return False
    told_by = draft.group.last - draft.group.first
    if len(words) == 1 + told_by and words[0] in cues.grammar.vague_subjects:
        return words[0] == "one" and _breaks_off(reading, draft)
    verb = reading.words[draft.group.first].low
    said_last = words[-1] == reading.words[draft.group.head].low
    if (
        said_last
        and draft.group.base in cues.reporting.verbs
        and len(words) > told_by + 1
    ):
        helped = not cues.grammar.be.isdisjoint(words[-3:-1])  # "Was | first reported"
        return helped or draft.group.passive or draft.report is not None
    told = reading.words[draft.group.head].low in line.lower()
    if not told and draft.group.tense is not Tense.GERUND:
        return False
    if words[0] != verb:
        return True
    return draft.group.finite and draft.group.first == 0


def _breaks_off(reading: Reading, draft: Draft) -> bool:
    """Whether the words before belong to another: "two were held (| one was freed)"."""
    before = reading.words[draft.first - 1].low if draft.first else ""
    return before in _BREAKS


def _is_bare(words: list[str], reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a line is no more than "The move came", "The Post said in a report".

    "The attack came" says what happened, and so does "My brother came".
    """
    said = words.index(low) if (low := reading.words[group.head].low) in words else 0
    suffers = group.passive or group.tense is Tense.PARTICIPLE
    if low in cues.said and group.base in cues.reporting.bare and not suffers:
        behind = words[said + 1 : said + 2]
        whole = any(g.finite for g in reading.groups if g.first >= group.last)
        if not whole and any(word in cues.grammar.prepositions for word in behind):
            return len(words) - said <= _MEDIUM
    empty = group.base in cues.headline.hollow and group.tense is Tense.PAST
    last = words[-1] == reading.words[group.head].low
    if not (empty and last and len(words) <= _FEW):
        return False
    blow = any(cues.event_nouns.get(word) in cues.time.harms for word in words)
    return not blow and not _comes_in_person(words, cues)


def _comes_in_person(words: list[str], cues: Cues) -> bool:
    """Whether the subject of a line is someone: "My brother came", "We came"."""
    people = cues.persons.nouns | cues.names.titles | cues.grammar.speakers
    return not people.isdisjoint(words)


def _is_torn(line: str, words: list[str], cues: Cues) -> bool:
    """Whether a line begins like "to which", "'s going on" or "with miners hurt"."""
    if line.lower().startswith(_ELIDED):
        return True
    if words[0] in cues.grammar.prepositions and words[1] in cues.grammar.relatives:
        return True
    return words[0] == "with" and "," not in line


def _ties(low: str, draft: Draft, reading: Reading, cues: Cues) -> bool:
    """Whether no line begins with a word, unless its sentence does so too."""
    grammar = cues.grammar
    if _is_lead(low, draft, reading) or (low == "that" and _points(reading, cues)):
        return False
    if low in grammar.relatives or low in cues.headline.ties:
        return True
    opens = draft.first == 0 and reading.words[0].low in grammar.subordinators
    return not opens and low in grammar.dependent


def _points(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence begins with "that mill", not with what is said of it."""
    first = reading.clauses[0]
    return is_pointing(reading, first, first.ranges[0], cues)


def _is_lead(low: str, draft: Draft, reading: Reading) -> bool:
    """Whether a word begins what leads to a subject: "of the 40 miners, 12 were saved"."""
    clause = reading.clauses[draft.clauses[0]] if draft.clauses else None
    if clause is None or clause.role is not Role.MAIN or len(clause.ranges) < 2:
        return False
    if low not in reading.cues.grammar.prepositions:
        return False
    if clause.group is None:
        return False
    leads = [r for r in clause.ranges[:-1] if r.last <= clause.group.first]
    return any(_begins_with(reading, lead, low) for lead in leads)


def _begins_with(reading: Reading, lead: Range, low: str) -> bool:
    """Whether a stretch without a verb begins with a word, behind "and"."""
    joins = reading.cues.grammar.coordinators
    words = (w for w in reading.words[lead.first : lead.last] if not w.is_mark)
    first = next((word.low for word in words if word.low not in joins), "")
    return first == low and not reading.groups_in(lead)


def _around(reading: Reading, draft: Draft, cues: Cues) -> str | None:
    """The shortest stretch that holds the event and begins where a clause does.

    Where none before it has a subject, the sentence up to the end of its main clause.
    """
    aside = (Role.RELATIVE, Role.PARTICIPLE)
    starts = {0, *(c.first for c in reading.clauses if c.role not in aside)}
    for first in sorted((s for s in starts if s < draft.first), reverse=True):
        start = _past_light(reading, first)
        said = reading.said(Range(start, _verb_end(reading, first, draft)))
        if len(said) > LONGEST:
            return None
        if start and _ties(reading.words[start].low, draft, reading, cues):
            continue
        if start and any(
            g.first == start and g.tense is Tense.GERUND for g in reading.groups
        ):
            continue  # "Released a film, | saying it was shot on Sunday"
        if any(word.low == ";" for word in reading.words[start : draft.first]):
            continue  # "The dam failed; the army came": that is another sentence.
        if _has_noun(reading, first, draft.first):
            return polished(with_subject(said, None, cues), cues)
    mains = (c.last for c in reading.clauses if c.role is Role.MAIN and c.group)
    last = next((last for last in mains if last > draft.last), draft.last)
    said = reading.said(Range(_past_light(reading, draft.first), last))
    return (
        polished(with_subject(said, None, cues), cues)
        if last > draft.last and len(said) <= LONGEST
        else None
    )


def _verb_end(reading: Reading, first: int, draft: Draft) -> int:
    """The end of a draft, or of the clause that begins before it and has its verb later."""
    around = (c for c in reading.clauses if c.first == first and c.group)
    ends = (c.last for c in around if c.group and c.group.first >= draft.last)
    return max(draft.last, next(ends, 0))


def _own_words(line: str, reading: Reading, draft: Draft, cues: Cues) -> str:
    """The words of the event itself, where the line has lost even its verb."""
    part = Range(_past_light(reading, draft.first), draft.last)
    own = polished(without_date(reading, part, draft, cues), cues)
    few = line.count(" ") < _FEW and own.count(" ") > line.count(" ") + 1
    return own if few and len(own) <= LONGEST else line


def _past_light(reading: Reading, first: int) -> int:
    """The first word that is no mark."""
    while first < len(reading.words) - 1 and reading.words[first].is_mark:
        first += 1
    return first


def _has_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether something undated stands in a stretch that can be a subject."""
    return any(
        word.low.isalpha() and not is_dated(reading, word.start)
        for word in reading.words[first:last]
    )


_SHORT = 4
"""Letters of words such as "shed", which are no form of a verb for their end."""


def is_own_act(reading: Reading, draft: Draft) -> bool:
    """Whether who writes a message leaves himself out: "Loaded 40 boxes"."""
    if draft.group is not None and draft.group.first > draft.first:
        return False
    low, cues = reading.words[draft.first].low, reading.cues
    verb = cues.verbs.get(low)
    if verb is None:
        return low.endswith("ed") and len(low) > _SHORT and low not in cues.not_past
    return "d" in verb.forms
