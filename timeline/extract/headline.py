"""One line for an event, made of the words of its sentence by leaving words out.

Out go: the date (the column beside has it), who reported it, brackets, relative clauses,
leading fillers; then, only as far as needed, appositions and what trails behind. A
negation, a modal, "alleged" or a figure is never cut.
"""

import re
from collections.abc import Sequence

from timeline.extract.draft import Draft, goes_on, is_dated
from timeline.extract.finish import EDGES, polished, possessive, with_subject
from timeline.extract.fitting import Bit, fitted, joined
from timeline.extract.hosts import is_adverbial
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import head_of, is_plural
from timeline.extract.undated import without_date, without_date_of
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LIST = 6
"""Things of a list that are looked at."""
_THING = 6
"""Words of one of them."""
_LETTERS = re.compile(r"[\W_]+")


def headline(
    reading: Reading, draft: Draft, subject: str | None, host: str | None, cues: Cues
) -> str:
    """The line for a draft. `subject` replaces a pronoun, `host` a relative's opener."""
    if draft.noun is not None or not draft.clauses:
        bits = [Bit("core", _phrase(reading, draft, cues))]
    elif draft.statement:
        bits = _statement(reading, draft, cues)
    else:
        bits = _bits(reading, draft, host, cues)
    line = fitted(bits, _verb(reading, draft), cues)
    line = with_subject(line, subject, cues)
    return _verbatim(polished(line, cues, _ends(reading)), reading)


def _ends(reading: Reading) -> set[str]:
    """The words with which clauses end: "to rein them in", "struck and killed her"."""
    words, ends = reading.words, set()
    for clause in reading.clauses:
        for part in clause.ranges:
            plain = (w.low for w in words[part.last - 1 : part.first : -1])
            ends.add(next((low for low in plain if low[0].isalnum()), ""))
    return ends


def _verbatim(line: str, reading: Reading) -> str:
    """The line without the marks of a quotation of which words were left out."""
    said = _LETTERS.sub("", reading.text[reading.span.start : reading.span.end])
    for quotation in _QUOTATION.findall(line):
        if _LETTERS.sub("", quotation) not in said:
            line = line.replace(quotation, quotation[1:-1])
    return line


def _phrase(reading: Reading, draft: Draft, cues: Cues) -> str:
    """A noun with its date; "the girl found on Friday" as "the girl was found"."""
    part, group = Range(draft.first, draft.last), draft.group
    done = group is not None and group.tense is Tense.PARTICIPLE
    if draft.noun is not None or group is None or not done:
        return without_date(reading, part, draft, cues)
    before = Range(part.first, group.first)
    behind = without_date(reading, Range(group.first, part.last), draft, cues)
    subject = without_date(reading, before, draft, cues)
    if group.base in cues.status.planned or not subject.strip():
        return f"{subject} {behind}"
    return f"{subject} {_passive(reading, before, cues)} {behind}"


def _passive(reading: Reading, subject: Range, cues: Cues) -> str:
    """The auxiliary that a participle behind a noun phrase goes without."""
    prepositions = cues.grammar.prepositions
    inside = range(subject.first + 1, subject.last)
    last = next((n for n in inside if reading.words[n].low in prepositions), 0)
    head = head_of(reading, Range(subject.first, last or subject.last))
    return "were" if is_plural(head, cues) else "was"


def _verb(reading: Reading, draft: Draft) -> str:
    """The word that the line must not lose."""
    if draft.statement and len(draft.clauses) > 1:
        said = reading.clauses[draft.clauses[1]].group
        return reading.words[said.head].text if said else ""
    return reading.words[draft.group.head].text if draft.group else ""


# ── Stretches ────────────────────────────────────────────────────────────────────────


def _bits(reading: Reading, draft: Draft, host: str | None, cues: Cues) -> list[Bit]:
    bits = _clauses(reading, draft, draft.clauses, cues)
    clause = reading.clauses[draft.clauses[0]]
    if clause.role in (Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL):
        bits = _subordinate(reading, draft, bits, host, cues)
    elif host and bits:
        bits[
            0
        ].text = f"{host} {_auxiliary(reading, draft, cues)}{bits[0].text.lstrip()}"
    elif bits and (there := _counted(reading, clause, cues)):
        bits[-1] = Bit("core", without_date(reading, there, draft, cues))
    bits += _going_on(reading, draft, cues)
    return _leading(reading, draft) + bits + _trailing(reading, draft, cues)


def _going_on(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """The second verb of "when the bus struck and killed her", if that is all there is."""
    index = draft.clauses[-1] + 1
    if index >= len(reading.clauses) or not goes_on(reading, index):
        return []
    clause = reading.clauses[index]
    part = Range(clause.first, clause.last)
    return [Bit("tail", without_date(reading, part, draft, cues), "")]


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
    later = any(w.low.endswith("s") or w.low in cues.plurals for w in nouns)
    return Range(group.last, part.last) if counts and later else None


def _leading(reading: Reading, draft: Draft) -> list[Bit]:
    """The condition that stands before what it conditions: "if the dam breaks"."""
    first = min(draft.clauses)
    if not first or reading.clauses[first - 1].role is not Role.CONDITION:
        return []
    clause = reading.clauses[first - 1]
    part = Range(clause.first, clause.last)
    return [Bit("lead", without_date_of(reading, part, draft))]


def _auxiliary(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The auxiliary that "and released" shares with "was arrested", or ""."""
    group = draft.group
    before = [g for g in reading.groups if g.finite and group and g.last <= group.first]
    if group is None or not before or not before[-1].passive or group.passive:
        return ""
    behind = reading.words[group.last : group.last + 1]
    if any(w.low in cues.grammar.determiners or w.text[0].isupper() for w in behind):
        return ""  # It has an object: "was founded and launched a store".
    bare = group.last - group.first == 1 and reading.words[group.head].low in cues.verbs
    if not bare or "n" not in cues.verbs[reading.words[group.head].low].forms:
        return ""
    return reading.said(Range(before[-1].first, before[-1].head)) + " "


def _clauses(
    reading: Reading, draft: Draft, clauses: Sequence[int], cues: Cues
) -> list[Bit]:
    """The stretches of clauses in order; those of a second verb come as one."""
    bits: list[Bit] = []
    second: list[Bit] = []
    for number, index in enumerate(clauses):
        clause = reading.clauses[index]
        if number and index - 1 not in clauses and goes_on(reading, index):
            continue
        own: list[Bit] = second if number else bits
        opened = all(reading.words[p.first].low != "that" for p in clause.ranges)
        for place, part in enumerate(clause.ranges):
            opened = opened or reading.words[part.first].low == "that"
            if _in_brackets(reading, part) or not opened:
                continue
            if _hangs(reading, clause, part, cues):
                continue
            words = _opened(reading, clause, part, number, cues)
            text = without_date(reading, words, draft, cues)
            low = text.strip(EDGES).lower()
            joins = reading.words[part.first].low in cues.grammar.coordinators
            aside = joins and place and clause.role is Role.PARTICIPLE
            if aside or low in cues.grammar.coordinators:
                break  # What it joins is told elsewhere, or not a clause.
            if text.strip(EDGES):
                kind = _kind(reading, clause, place, number, cues)
                if kind == "lead" and _tells_date(reading, part, draft):
                    kind = "core"
                own.append(Bit(kind, text, _mark_before(reading, part)))
    return [*bits, Bit("second", joined(second))] if second else bits


def _statement(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """ "The ministry said that …" or "…, the ministry said", as the sentence has it."""
    report, *said = draft.clauses
    clause = reading.clauses[report]
    who: list[Bit] = []
    for place, part in enumerate(clause.ranges):
        if not _in_brackets(reading, part):
            words = _saying(reading, clause, _opened(reading, clause, part, 0, cues))
            text = without_date(reading, words, draft, cues)
            kind = _kind(reading, clause, place, 0, cues) if clause.group else "said"
            if kind == "lead" and not is_adverbial(reading, part, cues):
                continue  # It belongs to a date or place before it.
            who.append(Bit("said" if kind in ("core", "tail") else kind, text))
    if not said:
        return who
    content = _clauses(reading, draft, said, cues)
    content = [bit for bit in content if bit.text.strip().lower() != "that"]
    main = reading.clauses[said[0]]
    verb = clause.group.first if clause.group else clause.first
    if content and main.group and verb < main.group.first:
        that = any(reading.words[r.first].low == "that" for r in main.ranges)
        content[0].text = ("that " if that else "") + content[0].text.lstrip()
        return [*who, *content]
    return [*content, *who]


def _saying(reading: Reading, clause: Clause, part: Range) -> Range:
    """The range up to the verb of saying: not the medium, nor the place."""
    group = clause.group
    if group is None or not part.first <= group.first < part.last:
        return part
    inverted = group.first <= part.first + 1 and clause.first == part.first
    if inverted or group.base == "tell":
        return part
    return Range(part.first, group.last)


def _opened(
    reading: Reading, clause: Clause, part: Range, number: int, cues: Cues
) -> Range:
    """The range without the word that opens its clause."""
    first, last = part.first, part.last
    if last == clause.last and reading.words[last - 1].low in cues.grammar.coordinators:
        last = max(first + 1, last - 1)
    that = reading.words[first].low == "that"
    if number == 0 and (part.first == clause.first or that):
        openers = cues.grammar.coordinators | {"that"}
        if clause.role in (Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION):
            openers = openers | cues.grammar.relatives | cues.grammar.subordinators
            if clause.role is Role.CONDITION:
                openers = cues.grammar.coordinators
        while first < last - 1 and (
            reading.words[first].low in openers
            or (
                reading.words[first].is_mark
                and reading.words[first].low not in '"“„«‘`($€£'
            )
        ):
            first += 1
    return Range(first, last)


def _kind(reading: Reading, clause: Clause, place: int, number: int, cues: Cues) -> str:
    """What a range is to its clause, by where the verb stands."""
    verb = next(
        (
            i
            for i, r in enumerate(clause.ranges)
            if clause.group and r.first <= clause.group.first < r.last
        ),
        0,
    )
    if place == verb:
        return "core"
    part = clause.ranges[place]
    first = reading.words[part.first]
    if place > verb:
        low = first.low
        if not number and _is_listed(reading, clause, place, cues):
            return "core"
        apposition = low in cues.grammar.determiners or low in cues.names.titles
        apposition = apposition or first.text[0].isupper()
        return "apposition" if apposition and not number else "tail"
    assert clause.group is not None
    own = clause.ranges[verb]
    has_subject = _has_subject(reading, own, clause.group, cues)
    lead = is_adverbial(reading, part, cues)
    if has_subject:
        between = {w.low for w in reading.words[own.first : clause.group.first]}
        return "lead" if lead or not between & {"and", "or"} else "core"
    earlier = [r for r in clause.ranges[:place] if not is_adverbial(reading, r, cues)]
    if lead:
        return "lead"
    if earlier and _is_name(reading, part):
        return "name"
    return "apposition" if earlier else "subject"


def _is_listed(reading: Reading, clause: Clause, place: int, cues: Cues) -> bool:
    """Whether a stretch is one of several things: "the mill, | the port | and the dam".

    A list ends with "and" before its last thing, or in its last stretch.
    """
    for part in clause.ranges[place : place + _LIST]:
        words = reading.words[part.first : min(part.last, part.first + _THING)]
        if any(group.first == part.first for group in reading.groups):
            return False
        if part.first and reading.words[part.first - 1].low != ",":
            return False
        for word in words:
            if word.low in cues.grammar.prepositions | cues.grammar.relatives:
                break
            if word.low in ("and", "or"):
                return True
    return False


def _hangs(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether "in the days" lacks the clause that says which: "since the dam broke"."""
    if clause.group is None or part.last > clause.group.first:
        return False
    following = reading.words[part.last].low
    adverbial = reading.words[part.first].low in cues.grammar.prepositions
    return adverbial and following in cues.grammar.subordinators


def _limits(clause: Clause, draft: Draft, cues: Cues) -> bool:
    """Whether "did not fall" holds only "until he left", and must not be said without."""
    group = draft.group
    return group is not None and group.negated and clause.opener in cues.time.limits


def _tells_date(reading: Reading, part: Range, draft: Draft) -> bool:
    """Whether a stretch like "Rescued on Monday by boys" has the verb that the date is of."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return False
    return any(g.first == part.first and not g.finite for g in reading.groups)


def _has_subject(reading: Reading, own: Range, group: Group, cues: Cues) -> bool:
    """Whether a stretch has its verb's subject, not "company" of "the Lund, Ore., company"."""
    grammar = cues.grammar
    light = grammar.adverbs | grammar.coordinators
    before = reading.words[own.first : group.first]
    before = tuple(w for w in before if not w.is_mark and w.low not in light)
    if not before or before[0].low in grammar.prepositions:
        return False
    bare = len(before) == 1 and before[0].text.islower()
    several = before[0].low.endswith("s") or before[0].low in cues.plurals
    return (
        not bare
        or several
        or before[0].low in grammar.pronouns | grammar.vague_subjects
    )


def _is_name(reading: Reading, part: Range) -> bool:
    """Whether a stretch is a bare name: "the adviser, Anna Berg, resigned"."""
    words = [w for w in reading.words[part.first : part.last] if not w.is_mark]
    return 0 < len(words) <= 4 and all(w.text[0].isupper() for w in words)


def _mark_before(reading: Reading, part: Range) -> str:
    """The mark that joins a stretch to what stands before it, not that of an aside."""
    before = reading.words[part.first - 1] if part.first else None
    if before is None or before.low in ")]" or not before.is_mark:
        return ""
    colon = before.low == ":" or reading.words[part.first - 2].low == ":"
    return "–" if before.low in "-–—" else ":" if colon else ","


def _in_brackets(reading: Reading, part: Range) -> bool:
    return part.first > 0 and reading.words[part.first - 1].low in "(["


def _subordinate(
    reading: Reading, draft: Draft, bits: list[Bit], host: str | None, cues: Cues
) -> list[Bit]:
    """A line of its own for a clause that hangs off a name: "X turned it over"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or host is None or not bits:
        return bits
    if clause.role is Role.ADVERBIAL or group.tense is Tense.GERUND:
        return _finite(reading, draft, host, cues) or bits
    if clause.role is Role.RELATIVE and clause.opener == "whose":
        bits[0].text = f"{possessive(host)} {bits[0].text.lstrip()}"
        return bits
    if clause.role is Role.RELATIVE and clause.opener == "whom":
        before = reading.said(Range(clause.first + 1, group.last))
        rest = Range(group.last, clause.last)
        behind = without_date(reading, rest, draft, cues).strip()
        return [Bit("core", f"{before} {host} {behind}")]
    if _lacks_subject(reading, clause, group, cues):
        done = group.tense is Tense.PARTICIPLE and group.base not in cues.status.planned
        plural = host.endswith("s") and not host.endswith(("us", "ss", "is"))
        plural = plural and not host[0].isupper()
        passive = (" were" if plural else " was") if done else ""
        if reading.words[group.head].low in cues.headline.ties:
            return bits
        bits[0].text = f"{host}{passive} {bits[0].text.lstrip()}"
    return bits


def _finite(reading: Reading, draft: Draft, host: str, cues: Cues) -> list[Bit] | None:
    """ "Before assuming the post in May" as "X assumed the post".

    Only where all of it is past: "it will close, costing jobs" has cost none.
    """
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    past = cues.pasts.get(group.base) if group else None
    if group is None or past is None or group.tense is not Tense.GERUND:
        return None
    begun = reading.words[group.first].low in cues.grammar.have
    if group.negated or group.passive or not (begun or _is_past(reading, clause)):
        return None
    rest = Range(group.head + 1, clause.last)
    behind = without_date(reading, rest, draft, cues).strip()
    return [Bit("core", f"{host} {past} {behind}")]


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether what a clause hangs off is told as done."""
    seen = clause
    while seen.host is not None and seen.role is not Role.MAIN:
        seen = reading.clauses[seen.host]
    done = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    group = seen.group
    return group is not None and group.tense in done and not group.negated


def _lacks_subject(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether the name before a clause is its subject: "who led", not "where he led"."""
    if clause.opener in ("whose", "where", "what"):
        return False
    if clause.role is Role.PARTICIPLE:
        return group.tense is not Tense.GERUND
    between = reading.words[clause.first + 1 : group.first]
    if between and between[0].low in cues.grammar.relatives:
        return False
    return all(
        w.low in cues.grammar.adverbs
        or w.low.endswith("ly")
        or w.low in cues.time.before_date
        or w.is_mark
        or is_dated(reading, w.start)
        for w in between
    )


def _trailing(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """Undated clauses that follow, which complete the line if there is room."""
    bits: list[Bit] = []
    end = max(reading.clauses[i].last for i in draft.clauses)
    for index, clause in enumerate(reading.clauses):
        if index in draft.clauses or clause.first < end:
            continue
        limits = _limits(clause, draft, cues)
        if clause.last > draft.last and not limits:
            continue
        gap = reading.words[end : clause.first]
        if clause.role is Role.RELATIVE or any(not w.is_mark for w in gap):
            break
        end = clause.last
        content = clause.role is Role.MAIN and clause.opener == "that"
        if content or clause.role in (Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE):
            part = Range(clause.first, clause.last)
            comma = clause.first and reading.words[clause.first - 1].low == ","
            whole = limits or clause.opener == "that"
            kind = "tail" if comma else "result" if whole else "more"
            text = without_date(reading, part, draft, cues)
            if content and bits:
                bits[-1].text += f" {text.lstrip()}"
                continue
            bits.append(Bit(kind, text, "," if comma else ""))
    return bits
