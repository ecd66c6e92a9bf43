"""Who "er" is, or whom a verb without a subject is about, where that is plain."""

from timeline.extract.called import PERSON
from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.extract.plain import subjects
from timeline.extract.plain.clauses import holding
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue
from timeline.model import Span

_LOOK_BACK = 5
"""Sentences among which the subject that goes on is looked for."""


def named(
    page: Page, sentence: Sentence, draft: Draft, line: str, tongue: Tongue
) -> str:
    """The line with the name for "er" or "il", or before a verb that has no subject.

    It is that of the last sentence that has a subject, if that is one person: "Ana Lind
    nació en Lund. En 1930 se trasladó a Torvik." A subject may also stand behind its verb
    ("llegó el tren"), so what can be one refuses.
    """
    reading, group = page.reading(sentence.ordinal), draft.group
    first, _, rest = line.partition(" ")
    if group is None or not group.finite or _is_plural(reading, group, tongue):
        return line
    pronoun = first.lower() in tongue.words.he
    if not pronoun and not _is_bare(reading, draft, group, line, tongue):
        return line
    who = _subject_before(page, sentence, reading, group, tongue)
    if who is None:
        return line
    return f"{who} {rest}" if pronoun else f"{who} {line[:1].lower()}{line[1:]}"


def _is_plural(reading: Reading, group: Group, tongue: Tongue) -> bool:
    finite = group.first if group.head > group.first else group.last - 1
    return reading.words[finite].low.endswith(tongue.guess.many)


def _is_bare(
    reading: Reading, draft: Draft, group: Group, line: str, tongue: Tongue
) -> bool:
    """Whether a line begins with its verb, and no subject can stand behind that."""
    if (
        tongue.words.he
        or not draft.clauses
        or group.base == reading.words[group.head].low
    ):
        return False
    small, words = tongue.words, reading.words
    lead = group.first
    while lead and words[lead - 1].low in small.light:
        lead -= 1
    said = reading.said(Range(lead, group.first + 1)).lower()
    if not line.lower().startswith((said, words[group.first].low)):
        return False
    behind = words[max(group.last, group.head + 1) :][:1]
    if not behind or behind[0].is_mark:
        return True
    low = behind[0].low
    return low in small.prepositions - small.articles | small.of


def _subject_before(
    page: Page, sentence: Sentence, reading: Reading, group: Group, tongue: Tongue
) -> str | None:
    """The one person that the clauses before are about, None where another thing is."""
    index = holding(reading.clauses, group.first)
    ahead = [c for c in reading.clauses[: max(index, 0)] if not c.opener]
    for clause in reversed(ahead):
        found = _of_clause(page, reading, clause, tongue)
        if found is not None:
            return found or None
    earliest = max(-1, sentence.ordinal - 1 - _LOOK_BACK)
    for ordinal in range(sentence.ordinal - 1, earliest, -1):
        if page.sentences[ordinal].shape is not Shape.PROSE:
            return None
        before = page.reading(ordinal)
        for clause in reversed(before.clauses):
            found = None
            if clause.role is Role.MAIN and not clause.opener:
                found = _of_clause(page, before, clause, tongue)
            if found is not None:
                return found or None
    return None


def _of_clause(
    page: Page, reading: Reading, clause: Clause, tongue: Tongue
) -> str | None:
    """Who a clause is about: a name, "" for another thing, None where it says none."""
    part = subjects.subject(reading, clause, tongue)
    if part is None:
        return None
    if reading.words[part.first].low in tongue.words.he:
        return None
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    names = [name for name in page.names.within(span) if name.kind == PERSON]
    return names[0].text if len(names) == 1 else ""
