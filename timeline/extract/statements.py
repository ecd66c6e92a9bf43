"""The line of a saying that is the event itself: "The ministry said that …"."""

from collections.abc import Iterator

from msgspec.structs import replace

from timeline.extract.adverbials import is_adverbial
from timeline.extract.bits import breaks_in, opened, stretches
from timeline.extract.draft import Draft, is_dated
from timeline.extract.finish import CLOSED_BY, EDGES
from timeline.extract.fitting import Bit, joined
from timeline.extract.hosts import shared_subject
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.speech import QUOTES
from timeline.extract.stretch_kinds import in_brackets, kind_of
from timeline.extract.trailing import (
    brings_content,
    is_cleft,
    is_object,
    is_of_all,
    leading,
    tied,
    trailing,
)
from timeline.extract.undated import without_date
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues

_ROOM = 150
"""Characters of what is quoted in full."""

ENDS_QUOTE = frozenset("\"”»’'")
"""Marks that close a quotation."""

_CLOSING = ' .,;”"»'
"""Marks at the end of what was said."""


def statement(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """ "The ministry said that …" or "…, the ministry said", as the sentence has it."""
    report, *said = draft.clauses
    clause = reading.clauses[report]
    who = list(_tellers(reading, draft, clause, cues))
    if not said:
        return who
    shared = shared_subject(reading, report, cues)
    if shared and who and clause.group:
        verbs = reading.said(Range(clause.group.first, clause.group.last))
        who[0].text = f"{shared} {verbs}"
    content = _content(reading, draft, said, cues)
    main = reading.clauses[said[0]]
    verb = clause.group.first if clause.group else clause.first
    if not (content and main.group and verb < main.group.first):
        content = _quoted(reading, clause, main, content)
        _close(content, who)
        lead = leading(reading, draft) if report > said[0] else []
        return [*lead, *content, *who]  # "If it rains, | it will fail, | he said"
    # "Showed that | when it broke | he left" has its "that" apart.
    alone = (c.first for c in reading.clauses if c.group is None)
    opens = {*(r.first for r in main.ranges), *({clause.last} & {*alone})}
    that = any(reading.words[place].low == "that" for place in opens)
    when = _under(reading, clause, main)
    content[0].text = ("that " if that else "") + when + content[0].text.lstrip()
    if who and verb == _first_word(reading, clause, cues):
        content[-1].text = content[-1].text.rstrip(_CLOSING)
        _close(content, who)
        return [*content, *who]  # "As a result, said Valk, the mill is shut"
    opener = reading.words[clause.first]
    if who and opener.low in cues.grammar.subordinators and verb < _end(clause):
        who[0].text = who[0].text.strip().removeprefix(f"{opener.text} ")
    content[0].text = _inside(content[0].text, cues)
    if who and _only_cites(reading, clause, cues):
        who[-1].text = f"{who[-1].text.strip()},"
    if clause.group and clause.group.base in cues.reporting.emerging and not that:
        content[0].text = f"that {content[0].text}"
    return [*who, *content]


def _end(clause: Clause) -> int:
    """Where the first stretch of a clause ends: "after the talks, | Brenn said"."""
    return clause.ranges[0].last


def _quoted(
    reading: Reading, teller: Clause, main: Clause, content: list[Bit]
) -> list[Bit]:
    """What is quoted before who said so, word for word, where there is room for it."""
    words = reading.words
    closes = teller.first - (words[teller.first].low not in ENDS_QUOTE)
    if not content or closes <= main.first or words[main.first].low not in QUOTES:
        return content
    inside = words[main.first + 1 : closes]
    if words[closes].low not in ENDS_QUOTE or any(w.low in QUOTES for w in inside):
        return content
    if any(w.low in QUOTES for w in words[teller.last - 1 : teller.last + 2]):
        return content  # "We knew," he said, "that it would fail"
    said = reading.said(Range(main.first + 1, closes)).strip(_CLOSING)
    if len(said) > _ROOM:
        return content
    return [Bit("core", f"{words[main.first].text}{said}")]


def _close(content: list[Bit], who: list[Bit]) -> None:
    """End a quotation before who said it: "“I will stay”, Valk told the paper"."""
    said = "".join(bit.text for bit in content)
    opening = said.lstrip()[:1]
    closing = CLOSED_BY.get(opening)
    if not closing or not who or said.count(closing) > (opening == closing):
        return
    content[-1].text = content[-1].text.rstrip(_CLOSING) + closing
    who[0].text = who[0].text.lstrip(f"{_CLOSING}{closing}")


def _inside(text: str, cues: Cues) -> str:
    """What is said behind who says it: its "The" is small there."""
    first, blank, rest = text.lstrip(f'{EDGES}“”"').partition(" ")
    small = first.lower() in cues.grammar.articles
    return f"{first.lower()}{blank}{rest}" if small else text


def _only_cites(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause is "According to a report published on Monday,"."""
    group = clause.group
    cites = reading.words[clause.first].low == "according" and group is not None
    shown = cues.actions.get(group.base) if group else None
    return cites and shown in ("announce", "release")


def _tellers(
    reading: Reading, draft: Draft, clause: Clause, cues: Cues
) -> Iterator[Bit]:
    """The stretches of who says so."""
    for place, part in enumerate(clause.ranges):
        if in_brackets(reading, part) or breaks_in(clause, part):
            continue
        words = opened(reading, clause, part, 0, cues)
        words = _saying(reading, clause, words, cues)
        if clause.group and _only_cites(reading, clause, cues):
            words = Range(words.first, max(words.first + 1, clause.group.first))
        text = without_date(reading, words, draft, cues)
        kind = kind_of(reading, clause, place, 0, cues) if clause.group else "said"
        if kind != "lead" or _circumscribes(reading, part, cues):
            group = clause.group
            tight = group is not None and group.first < part.first <= group.head
            said = "said" if kind in ("core", "tail") or tight else kind
            yield Bit(said, text, "" if tight else ",")


def _content(reading: Reading, draft: Draft, said: list[int], cues: Cues) -> list[Bit]:
    """The stretches of what is said."""
    content = stretches(reading, draft, said, cues)
    content = [bit for bit in content if bit.text.strip().lower() != "that"]
    joint = reading.words[reading.clauses[said[-1]].first - 1]
    joins = joint.low in cues.grammar.coordinators and len(said) > 1
    for bit in content[1:] if joins else ():
        if bit.text.lstrip().startswith("that "):  # "Sorry | and that it had paid"
            bit.text, bit.mark = f"{joint.text} {bit.text.lstrip()}", ""
    if [bit.kind for bit in content[:2]] == ["subject", "core"]:
        content[1].text = f"{content[0].text} {content[1].text.lstrip()}"
        content = content[1:]  # That of the teller can be left out, this one cannot.
    if reading.clauses[said[0]].role is Role.REPORT:
        mark = content[0].mark  # Nobody tells what follows but that one.
        content = [Bit("core", joined(content), mark)]
    return tied(content, _circumstances(reading, draft, said, cues), cues)


def _under(reading: Reading, teller: Clause, main: Clause) -> str:
    """What is said holds only if, or with it who "he" is: "said | if it rains, | he goes"."""
    assert main.group is not None
    verb, people = main.group.first, reading.cues.people
    roles = [Role.CONDITION]
    if any(word.low in people for word in reading.words[verb - 1 : verb]):
        roles.append(Role.ADVERBIAL)
    ahead = (c for c in reading.clauses if teller.last <= c.first < c.last <= verb)
    parts = [Range(c.first, c.last) for c in ahead if c.role in roles]
    return "".join(f"{reading.said(part).strip(EDGES)}, " for part in parts)


def _first_word(reading: Reading, clause: Clause, cues: Cues) -> int:
    """The first word of a clause behind its adverbials, if it has any."""
    rest = [r for r in clause.ranges if not is_adverbial(reading, r, cues)]
    return rest[0].first if rest and len(clause.ranges) > 1 else -1


def _opens(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether nothing but adverbials stands before a stretch of its clause."""
    before = (r for r in clause.ranges if r.first < part.first)
    return all(is_adverbial(reading, other, cues) for other in before)


def _circumscribes(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a stretch before who says so tells more than where: "in a letter".

    What is none of an adverbial belongs to a date or place before it, and "speaking in
    Lund" goes.
    """
    says = cues.verbs.get(reading.words[part.first].low)
    spoken = says is not None and "g" in says.forms
    return is_adverbial(reading, part, cues) and not spoken


def _circumstances(
    reading: Reading, draft: Draft, said: list[int], cues: Cues
) -> list[Bit]:
    """When, why or if what is said is so: "it could be months | before it reopens"."""
    end = reading.clauses[said[-1]].last
    behind = next((c for c in reading.clauses if c.first >= end), None)
    own = reading.clauses[said[-1]].group
    inner = replace(draft, clauses=tuple(said), group=own)
    roles = (Role.ADVERBIAL, Role.CONDITION)
    if behind is None:
        return []
    if that := _parted_content(reading, draft, behind, cues):
        return [that]
    asked = brings_content(reading, behind, cues) or (
        behind.role is Role.RELATIVE
        and (
            is_object(reading, behind)
            or _says_which(reading, behind, cues)
            or is_of_all(reading, behind, cues)
        )
    )
    if not (behind.role in roles or asked or is_cleft(reading, inner)):
        return []
    return trailing(reading, inner, cues)


def _parted_content(
    reading: Reading, draft: Draft, teller: Clause, cues: Cues
) -> Bit | None:
    """What is said goes on behind its teller: "We knew," he said, | "that it would fail"."""
    if teller is not reading.clauses[draft.clauses[0]]:
        return None
    end = teller.last
    that = next((c for c in reading.clauses if c.first >= end), None)
    if that is None or that.role is not Role.MAIN:
        return None
    opens = next(w.low for w in reading.words[end:] if not w.is_mark)
    part = Range(that.first, that.last)
    said = without_date(reading, part, draft, cues).strip(f"{_CLOSING}“")
    return Bit("core", said, "") if opens == "that" else None


def _says_which(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether "those" or "anyone" before a clause waits for it: "a third of those | who fled"."""
    before, grammar = reading.words[clause.first - 1].low, cues.grammar
    return before in grammar.definite or before in grammar.pronouns


def _saying(reading: Reading, clause: Clause, part: Range, cues: Cues) -> Range:
    """The range up to the verb of saying: not the medium, nor the place."""
    group = clause.group
    if group is None or not part.first <= group.first < part.last:
        return part
    inverted = group.first <= part.first + 1 and _opens(reading, clause, part, cues)
    says = group.base in cues.reporting.all_verbs
    if inverted or not says or _addresses(reading, group, part):
        return part  # "According to a paper made public" says it with all its words.
    return Range(part.first, min(part.last, group.last))


def _addresses(reading: Reading, group: Group, part: Range) -> bool:
    """Whether who is told stands behind the verb: "warned miners on Monday | that"."""
    if group.base == "tell":
        return True
    if group.passive or group.base not in reading.cues.reporting.addressed:
        return False
    behind = reading.words[group.last : part.last][:1]
    light = reading.cues.grammar.prepositions
    return not any(
        w.is_mark or w.low in light or is_dated(reading, w.start) for w in behind
    )
