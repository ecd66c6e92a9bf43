"""Which firm or body "it" or "the company" is, where that is plain."""

import re
from collections.abc import Iterator

from timeline.extract.before import Context, is_about, is_quoted
from timeline.extract.called import ORGANISATION, PERSON, UNKNOWN
from timeline.extract.draft import Draft
from timeline.extract.finish import possessive
from timeline.extract.names import Name
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import (
    LONGEST,
    head_of,
    is_plural,
    main_subject,
    noun_part,
)
from timeline.lang.cues import Cues
from timeline.model import Span

_TELLING = 3
"""Words of "the company said" at the end of a line, at most."""

_WORD = re.compile(r"[a-z]+")


def thing(context: Context, cues: Cues) -> str | None:
    """What "it" is: the body that acts in the sentence before, if it is alone.

    Or in one farther off, if those between go on about "it".
    """
    since = (r for r in context.earlier if not (is_about(r, "it") or is_quoted(r)))
    before = next(since, None)
    if before is None:
        return None
    if apposed := _apposed(before, cues):
        return apposed
    part = main_subject(before, cues)
    if part is None:
        return None
    head = head_of(before, part)
    if _is_defined(before, part, context):
        return before.said(part)
    organised = head.low in cues.names.organisations
    known = organised or _ending(before, part, context) is not None
    if not known and not (before is context.before and _is_thing(before, part, cues)):
        return None
    behind = Span(head.end, before.span.end)
    rivals = [n for n in context.names.within(behind) if n.kind != PERSON]
    nouns = (w.low in cues.names.organisations for w in before.words[part.last :])
    return None if rivals or any(nouns) else before.said(part)


def _apposed(reading: Reading, cues: Cues) -> str | None:
    """The one thing that a sentence explains: "the new pump, Orvik 4, was shown"."""
    main = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    if main is None or main.group is None:
        return None
    subject = reading.words[main.first : main.group.first]
    comma = next((n for n, w in enumerate(subject) if w.low == ","), 0)
    part = Range(main.first, main.first + comma)
    if not 1 < comma <= LONGEST or not _is_thing(reading, part, cues):
        return None
    joins = any(w.low in cues.grammar.coordinators for w in subject)
    dated = any(place.first < part.last for place, _ in reading.timexes)
    return None if joins or dated else reading.said(part)


def _is_thing(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a noun phrase means one thing and no person: "the newest pump"."""
    head, first = head_of(reading, part), reading.words[part.first].low
    owned = first in cues.grammar.articles and part.last - part.first > 1
    people = cues.persons.nouns | cues.names.titles
    return owned and not is_plural(head, cues) and head.low not in people


def _is_defined(reading: Reading, part: Range, context: Context) -> bool:
    """Whether a sentence says what its subject is: "Lund Light is a lighthouse on Torv"."""
    head = head_of(reading, part)
    inside = Span(reading.words[part.first].start, head.end)
    if not any(n.end == head.end for n in context.names.within(inside)):
        return False
    verb = next((g for g in reading.groups if g.first >= part.last), None)
    if verb is None or verb.base != "be":
        return False
    between = reading.words[part.last : verb.first]
    behind = reading.words[verb.last : verb.last + 1]
    defines = any(word.low in ("a", "an", "the") for word in behind)
    return defines and all(word.is_mark for word in between)


def _ending(reading: Reading, part: Range, context: Context) -> Name | None:
    """The name that a noun phrase ends in, if it is not a person's or a place's."""
    head = head_of(reading, part)
    inside = Span(reading.words[part.first].start, head.end)
    ends = [n for n in context.names.within(inside) if n.end == head.end]
    return ends[-1] if ends and ends[-1].kind in (ORGANISATION, UNKNOWN) else None


def named(line: str, draft: Draft, context: Context, cues: Cues) -> str:
    """The line with the name of the firm for "the company", where it is plain which.

    It is that of the last sentence in which a firm acts, and the line does not name it.
    """
    found = _mentioned(line, cues)
    if found is None or _names_firm(draft, context):
        return line
    name = _firm(context, cues)
    if name is None or name.partition(" ")[0] in line:
        return line
    first, last = found
    noun = line[first:last].rpartition(" ")[2]
    if noun not in cues.names.any_firm and noun not in name.lower():
        return line
    if line[last : last + 2] in ("'s", "’s"):
        return f"{line[:first]}{possessive(name)}{line[last + 2 :]}"
    return f"{line[:first]}{name}{line[last:]}"


def _mentioned(line: str, cues: Cues) -> tuple[int, int] | None:
    """Where "the company" stands at the head of a line, or behind it as who says so."""
    first = 0
    if not line.startswith("The "):
        first = line.rfind(", the ") + 2
        if first < 2 or line.count(" ", first) > _TELLING:
            return None
    noun = _WORD.match(line, first + 4)
    if noun is None or noun[0] not in cues.names.firms:
        return None
    behind = line[noun.end() :].strip().partition(" ")[0]
    describes = behind in cues.grammar.prepositions or behind in cues.grammar.relative
    return None if describes else (first, noun.end())


def _names_firm(draft: Draft, context: Context) -> bool:
    """Whether the sentence names a firm itself before the draft ends."""
    reading = context.reading
    own = Span(reading.span.start, reading.words[draft.last - 1].end)
    names = context.names.within(own)
    return any(name.kind == ORGANISATION and name.subject for name in names)


def _firm(context: Context, cues: Cues) -> str | None:
    """The firm that acts in the last sentence that names one, if none is named since."""
    since: set[str] = set()
    for earlier in context.earlier:
        for clause in _tellers(earlier):
            if found := _acting(earlier, clause, context, cues):
                name, part = found
                whole = earlier.said(part).removeprefix("The ").removeprefix("the ")
                whole = whole.rstrip(".")
                return whole if since <= {name.text} else None
        names = context.names.within(earlier.span)
        since |= {name.text for name in names if name.kind == ORGANISATION}
    return None


def _tellers(reading: Reading) -> Iterator[Clause]:
    """The clauses of a sentence that have a subject to be taken up."""
    main = (Role.MAIN, Role.REPORT)
    return (c for c in reading.clauses if c.role in main and c.group is not None)


def _acting(
    reading: Reading, clause: Clause, context: Context, cues: Cues
) -> tuple[Name, Range] | None:
    """The firm that is the subject of a clause, with its words."""
    part = noun_part(reading, clause, cues) or first_named(reading, clause)
    name = _ending(reading, part, context) if part else None
    if part is None or name is None:
        return None
    lows = {word.lower() for word in name.text.split()}
    private = lows.isdisjoint(cues.names.public | cues.names.papers)
    known = private and not lows.isdisjoint(cues.names.organisations)
    return (name, part) if known else None


def first_named(reading: Reading, report: Clause) -> Range | None:
    """The name before an aside: "Norda Inc., the maker of boats, said it …"."""
    part, group = report.ranges[0], report.group
    if group is None or part.last > group.first or part.last - part.first > LONGEST:
        return None
    return part if head_of(reading, part).text[0].isupper() else None
