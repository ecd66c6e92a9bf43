"""Whether a line can stand alone, and what stands in for one that cannot.

A line that lost its subject ("Said its operations were not affected"), or begins with the
word that tied it to its sentence ("When the dam broke"), is no line to print. Then the
words around it are quoted as they stand.
"""

from msgspec import Struct

from timeline.extract.draft import Draft, is_dated
from timeline.extract.finish import EDGES, polished, possessive, with_subject
from timeline.extract.reading import Clause, Range, Reading, Role
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

_FEW = 3
"""Words that a line has too few of to be kept where it cannot stand alone."""


def completed(line: str, reading: Reading, draft: Draft, cues: Cues) -> str:
    """The line, or where it cannot stand alone the words around the event."""
    if not cues.verbs or draft.statement or _stands(line, reading, draft, cues):
        return line
    return _around(reading, draft, cues) or _own_words(line, reading, draft, cues)


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
    if draft.report is None or draft.statement:
        return line
    clause = reading.clauses[draft.report]
    group = clause.group
    if group is None or not group.finite or group.base not in cues.reporting.verbs:
        return line
    before = clause.last <= draft.first
    opener = reading.words[_past_light(reading, clause.first)].low
    if opener in cues.openers and not (before and opener in cues.grammar.coordinators):
        return line  # "He fled, and police said that …": that is not what they said.
    who, teller = _saying(reading, clause, group, before), pointed.teller
    pronoun = who.partition(" ")[0].lower()
    if pronoun in cues.people:
        if pronoun == "it" or (teller is None and not before):
            return line
        verb = reading.said(Range(group.first, group.last))
        who = f"{teller} {verb}" if teller else who
    if line.lower().startswith(who.lower()):
        return line
    line = _of_teller(line, who, reading, pointed) if before else line
    whole = f"{who} {_inside(line, reading)}" if before else f"{line}, {who}"
    whole = polished(with_subject(whole, None, cues), cues)
    return whole if len(whole) <= _ATTRIBUTED else line


def _of_teller(line: str, who: str, reading: Reading, pointed: Pointed) -> str:
    """The line with "she" for one who is told to say it: "Valk said she was ill"."""
    form, name = pointed.form, pointed.subject
    if not form or not name or name.rpartition(" ")[2] not in who.split():
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
        return reading.said(Range(first, group.last)).rstrip(EDGES)
    at = next(n for n, r in enumerate(clause.ranges) if r.first <= group.first < r.last)
    own = clause.ranges[at]
    said = reading.said(Range(_past_light(reading, own.first), own.last)).rstrip(EDGES)
    if not at or group.first > own.first:
        return said
    return f"{reading.said(clause.ranges[at - 1]).rstrip(EDGES)} {said}"


def _inside(line: str, reading: Reading) -> str:
    """The line as it stands inside a sentence: its first letter small, if it is there."""
    first, _, rest = line.partition(" ")
    small = any(word.text == first.lower() for word in reading.words)
    return f"{first.lower()} {rest}" if small else line


def is_of_nobody(line: str, cues: Cues) -> bool:
    """Whether a line begins with a pronoun."""
    return line.partition(" ")[0].lower() in cues.people


def is_of_speaker(line: str, cues: Cues) -> bool:
    """Whether a line is in the first person: "We have sold the mill"."""
    first = line.partition(" ")[0].strip('“”"‘').partition("'")[0].partition("’")[0]
    return first.lower() in cues.grammar.speakers


def spoken(line: str, reporter: str | None, cues: Cues) -> str:
    """A line in the first person with its speaker before it, where he is known."""
    first = line.partition(" ")[0].strip('“”"‘').lower()
    if reporter is None or first not in cues.grammar.speakers or reporter in line:
        return line
    return f"{reporter}: “{line}”" if "“" not in line else f"{reporter}: {line}"


def _stands(line: str, reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a line has a subject and is not tied to words that it has left out."""
    if draft.noun is not None or draft.group is None:
        return " " in line.strip()
    words = [word.strip("“”\"‘’'(),") for word in line.lower().split()]
    words = [word for word in words if word]
    if len(words) < 2 or (len(words) == 2 and words[0] in cues.grammar.vague):
        return False
    if _ties(words[0], draft, reading, cues):
        return False
    if _is_torn(line, words, cues):
        return False
    told_by = draft.group.last - draft.group.first
    if len(words) == 1 + told_by and words[0] in cues.grammar.vague_subjects:
        return False
    verb = reading.words[draft.group.first].low
    said_last = words[-1] == reading.words[draft.group.head].low
    if (
        said_last
        and draft.group.base in cues.reporting.verbs
        and len(words) > told_by + 1
    ):
        return draft.group.passive or draft.report is not None
    told = reading.words[draft.group.head].low in line.lower()
    if not told and draft.group.tense is not Tense.GERUND:
        return False
    if words[0] != verb:
        return True
    return draft.group.finite and draft.group.first == 0


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
    if low in grammar.relatives or low in cues.headline.ties:
        return True
    opens = draft.first == 0 and reading.words[0].low in grammar.subordinators
    return not opens and low in grammar.dependent


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
