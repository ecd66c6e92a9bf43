"""One line for an event, made of the words of its sentence by leaving words out.

Out go: the date (the column beside has it), who reported it, brackets, relative clauses,
leading fillers; then, only as far as needed, appositions and what trails behind. A
negation, a modal, "alleged" or a figure is never cut.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.antecedents import is_adverbial
from timeline.extract.draft import Draft, is_dated
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

LENGTH = 90
"""Characters to which a line is cut."""

ROOM = 104
"""Characters that a line may have before it is cut at all."""

SHORT = 45
"""Characters below which a line is rather cut than robbed of what trails."""

BARE = 60
"""Characters below which a cut line often lacks what its verb needs ("had a talk")."""

LONGEST = 140
"""Characters it may have where cutting more would change what it says."""

_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?…)\]])")
_APART = re.compile(r"``|''|\s(?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b)|-[LR][RS]B-")
"""Marks that a tokeniser has left in the text."""
_DOUBLE_MARK = re.compile(r"(?:[,;]\s*)+(?=[,;.])|(?<=[,;:])\s*[,;]")
_STOP_BEFORE_QUOTE = re.compile(r"[.,;](?=[\"”’‘“»]$)")
_EDGES = " \t\r\n,;:.–—-…"
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("(", ")"))
_BOUNDARY = re.compile(
    r",\s|\s[–—-]\s|\s(?=(?:who|which|that|where|when|while|as|after|before|because|amid|following|including|with|despite|in|on|at|for|from|by|to|and|under|over|during|against|into)\s)"
)


class _Bit(Struct, gc=False):
    """A stretch of the headline: lead, subject, apposition, core or tail.

    `dash` says that a dash stands before it in the sentence, not a comma.
    """

    kind: str
    text: str
    dash: bool = False


def headline(
    reading: Reading, draft: Draft, subject: str | None, host: str | None, cues: Cues
) -> str:
    """The line for a draft. `subject` replaces a pronoun, `host` a relative's opener."""
    if draft.noun is not None or not draft.clauses:
        part = Range(draft.first, draft.last)
        bits = [_Bit("core", _without_date(reading, part, draft, cues))]
    elif draft.statement:
        bits = _statement(reading, draft, cues)
    else:
        bits = _bits(reading, draft, host, cues)
    line = _fitted(bits, _verb(reading, draft), cues)
    line = _with_subject(line, subject, cues)
    return _polished(line, cues)


def _verb(reading: Reading, draft: Draft) -> str:
    """The word that the line must not lose."""
    if draft.statement and len(draft.clauses) > 1:
        said = reading.clauses[draft.clauses[1]].group
        return reading.words[said.head].text if said else ""
    return reading.words[draft.group.head].text if draft.group else ""


# ── Stretches ────────────────────────────────────────────────────────────────────────


def _bits(reading: Reading, draft: Draft, host: str | None, cues: Cues) -> list[_Bit]:
    bits = _clauses(reading, draft, draft.clauses, cues)
    clause = reading.clauses[draft.clauses[0]]
    if clause.role in (Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL):
        bits = _subordinate(reading, draft, bits, host, cues)
    elif host and bits:
        bits[
            0
        ].text = f"{host} {_auxiliary(reading, draft, cues)}{bits[0].text.lstrip()}"
    return _leading(reading, draft) + bits + _trailing(reading, draft, cues)


def _leading(reading: Reading, draft: Draft) -> list[_Bit]:
    """The condition that stands before what it conditions: "if the dam breaks"."""
    first = min(draft.clauses)
    if not first or reading.clauses[first - 1].role is not Role.CONDITION:
        return []
    clause = reading.clauses[first - 1]
    part = Range(clause.first, clause.last)
    return [_Bit("lead", _without_date_of(reading, part, draft))]


def _auxiliary(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The auxiliary that "and released" shares with "was arrested", or ""."""
    group = draft.group
    before = [g for g in reading.groups if g.finite and group and g.last <= group.first]
    if group is None or not before or not before[-1].passive or group.passive:
        return ""
    bare = group.last - group.first == 1 and reading.words[group.head].low in cues.verbs
    if not bare or "n" not in cues.verbs[reading.words[group.head].low].forms:
        return ""
    return reading.said(Range(before[-1].first, before[-1].head)) + " "


def _clauses(
    reading: Reading, draft: Draft, clauses: Sequence[int], cues: Cues
) -> list[_Bit]:
    """The stretches of clauses in order; those of a second verb come as one."""
    bits: list[_Bit] = []
    second: list[_Bit] = []
    for number, index in enumerate(clauses):
        clause = reading.clauses[index]
        own: list[_Bit] = second if number else bits
        opened = clause.opener != "that"
        for place, part in enumerate(clause.ranges):
            opened = opened or reading.words[part.first].low == "that"
            if _in_brackets(reading, part) or not opened:
                continue
            words = _opened(reading, clause, part, number, cues)
            text = _without_date(reading, words, draft, cues)
            if text.strip(_EDGES):
                kind = _kind(reading, clause, place, number, cues)
                own.append(_Bit(kind, text, _behind_dash(reading, part)))
    return [*bits, _Bit("second", _joined(second))] if second else bits


def _statement(reading: Reading, draft: Draft, cues: Cues) -> list[_Bit]:
    """ "The ministry said that …" or "…, the ministry said", as the sentence has it."""
    report, *said = draft.clauses
    clause = reading.clauses[report]
    who: list[_Bit] = []
    for place, part in enumerate(clause.ranges):
        if not _in_brackets(reading, part):
            words = _saying(reading, clause, _opened(reading, clause, part, 0, cues))
            text = _without_date(reading, words, draft, cues)
            kind = _kind(reading, clause, place, 0, cues) if clause.group else "said"
            who.append(_Bit("said" if kind in ("core", "tail") else kind, text))
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
    first = part.first
    that = reading.words[first].low == "that"
    if number == 0 and (part.first == clause.first or that):
        openers = cues.grammar.coordinators | {"that"}
        if clause.role in (Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION):
            openers = openers | cues.grammar.relatives | cues.grammar.subordinators
            if clause.role is Role.CONDITION:
                openers = cues.grammar.coordinators
        while first < part.last - 1 and (
            reading.words[first].low in openers
            or (
                reading.words[first].is_mark
                and reading.words[first].low not in '"“„«‘($€£'
            )
        ):
            first += 1
    return Range(first, part.last)


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
        apposition = low in cues.grammar.determiners or low in cues.names.titles
        apposition = apposition or first.text[0].isupper()
        return "apposition" if apposition and not number else "tail"
    assert clause.group is not None
    own = clause.ranges[verb]
    has_subject = clause.group.first - own.first > 1
    if reading.words[own.first].low in cues.grammar.prepositions:
        has_subject = False
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


def _is_name(reading: Reading, part: Range) -> bool:
    """Whether a stretch is a bare name: "the adviser, Anna Berg, resigned"."""
    words = [w for w in reading.words[part.first : part.last] if not w.is_mark]
    return 0 < len(words) <= 4 and all(w.text[0].isupper() for w in words)


def _behind_dash(reading: Reading, part: Range) -> bool:
    return part.first > 0 and reading.words[part.first - 1].low in "-–—"


def _in_brackets(reading: Reading, part: Range) -> bool:
    return part.first > 0 and reading.words[part.first - 1].low in "(["


def _subordinate(
    reading: Reading, draft: Draft, bits: list[_Bit], host: str | None, cues: Cues
) -> list[_Bit]:
    """A line of its own for a clause that hangs off a name: "X turned it over"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or host is None or not bits:
        return bits
    if clause.role is Role.ADVERBIAL:
        return _finite(reading, draft, host, cues) or bits
    if clause.role is Role.RELATIVE and clause.opener == "whom":
        before = reading.said(Range(clause.first + 1, group.last))
        rest = Range(group.last, clause.last)
        behind = _without_date(reading, rest, draft, cues).strip()
        return [_Bit("core", f"{before} {host} {behind}")]
    if _lacks_subject(reading, clause, group, cues):
        bits[0].text = f"{host} {bits[0].text}"
    return bits


def _finite(reading: Reading, draft: Draft, host: str, cues: Cues) -> list[_Bit] | None:
    """ "Before assuming the post in May" as "X assumed the post"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    past = cues.pasts.get(group.base) if group else None
    if group is None or past is None or group.tense is not Tense.GERUND:
        return None
    rest = Range(group.head + 1, clause.last)
    behind = _without_date(reading, rest, draft, cues).strip()
    return [_Bit("core", f"{host} {past} {behind}")]


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


def _trailing(reading: Reading, draft: Draft, cues: Cues) -> list[_Bit]:
    """Undated clauses that follow, which complete the line if there is room."""
    bits: list[_Bit] = []
    end = max(reading.clauses[i].last for i in draft.clauses)
    for index, clause in enumerate(reading.clauses):
        if index in draft.clauses or clause.first < end or clause.last > draft.last:
            continue
        gap = reading.words[end : clause.first]
        if clause.role is Role.RELATIVE or any(not w.is_mark for w in gap):
            break
        end = clause.last
        if clause.role in (Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE):
            part = Range(clause.first, clause.last)
            comma = clause.first and reading.words[clause.first - 1].low == ","
            kind = "tail" if comma else "more"
            bits.append(_Bit(kind, _without_date(reading, part, draft, cues)))
    return bits


def _without_date(reading: Reading, part: Range, draft: Draft, cues: Cues) -> str:
    """The words of a range less the date of the draft, with the words that lead to it."""
    point = draft.point
    if part.first >= part.last:
        return ""
    whole = reading.said(part)
    if point is None or not cues.verbs:
        return whole
    offset = reading.words[part.first].start
    for placed, timex in reversed(reading.timexes):
        listed = any(timex is other for _, other in draft.others)
        same = (
            listed
            or timex is point[1]
            or (
                timex.time is not None
                and point[1].time is not None
                and timex.time.start <= point[1].time.start
                and point[1].time.end <= timex.time.end
            )
        )
        if not same or not part.first <= placed.first < part.last:
            continue
        first = placed.first
        if draft.noun is None or not _possessive(reading, placed):
            while first > part.first and (
                reading.words[first - 1].low in cues.time.before_date
                or (draft.others and reading.words[first - 1].low in ("and", ","))
            ):
                first -= 1
        last = placed.last + _possessive(reading, placed)
        start = reading.words[first].start - offset
        end = reading.words[last - 1].end - offset if last > first else start
        whole = whole[: max(0, start)] + " " + whole[max(0, end) :]
    return _BLANKS.sub(" ", whole)


def _without_date_of(reading: Reading, part: Range, draft: Draft) -> str:
    """The words of a range up to the date of the draft, if that is in it."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return reading.said(part)
    last = point[0].first
    while last > part.first and reading.words[last - 1].low in ("on", "in", "at", "by"):
        last -= 1
    return reading.said(Range(part.first, last))


def _possessive(reading: Reading, placed: Range) -> bool:
    return placed.last < len(reading.words) and reading.words[placed.last].low in (
        "'s",
        "’s",
    )


# ── Fitting ──────────────────────────────────────────────────────────────────────────


def _fitted(bits: list[_Bit], verb: str, cues: Cues) -> str:
    """The line, shortened by whole stretches and then at a border of clauses."""
    fillers = cues.headline.fillers
    bits = [
        b
        for b in bits
        if b.kind != "lead" or not fillers.fullmatch(b.text.strip(_EDGES))
    ]
    named = any(b.kind == "name" for b in bits)
    kinds = ("tail", "more", "apposition", "second", "lead", *(("subject",) * named))
    for kind in kinds:
        for bit in [b for b in reversed(bits) if b.kind == kind]:
            if len(_joined(bits)) <= ROOM:
                return _joined(bits)
            if len(bits) > 1 and not _keeps(bit.text, cues):
                fewer = [b for b in bits if b is not bit]
                if kind in ("tail", "more") and len(_joined(fewer)) < SHORT:
                    return _cut(_joined(bits), verb, cues)
                bits = fewer
    line = _joined(bits)
    return line if len(line) <= ROOM else _cut(line, verb, cues)


def _joined(bits: Sequence[_Bit]) -> str:
    """The stretches with commas where the sentence had them."""
    line = ""
    previous = ""
    for bit in bits:
        text = bit.text.strip(" \t\r\n,;.")
        tight = bit.kind == "more"
        tight = tight or (previous == "subject" and bit.kind in ("core", "said"))
        tight = tight or (previous == "name" and bit is bits[1])
        tight = tight or (previous == "said" and bit.kind != "said")
        tight = tight or (bit.kind == "second" and not bit.text.startswith("but"))
        if line:
            line += " " if tight else " – " if bit.dash else ", "
        line += text
        previous = bit.kind
    return line


def _keeps(text: str, cues: Cues) -> bool:
    """Whether a stretch holds a word or figure that must not be lost."""
    lows = text.lower().replace("’", "'").split()
    words = {low.strip(".,;:\"“”'") for low in lows}
    return bool(words & cues.status.keep) or any(low.endswith("n't") for low in lows)


def _cut(line: str, verb: str, cues: Cues) -> str:
    """The line up to its last border within the length, if nothing vital is lost."""
    least = max(35, line.find(verb) + len(verb) + 1)
    borders = [m.start() for m in _BOUNDARY.finditer(line)]
    late = [b for b in borders if max(least, LENGTH) < b <= LONGEST]
    borders = [b for b in borders if least <= b <= LENGTH]
    if late and late[0] <= ROOM and (not borders or borders[-1] < BARE):
        borders.append(late[0])
    for border in reversed(borders):
        rest = line[border:]
        if not _keeps(rest, cues) and _balanced(line[:border]):
            return line[:border]
    if len(line) <= LONGEST:
        return line
    ends = [*borders[-1:], *late[:1], line.rfind(" ", 0, LONGEST)]
    end = ends[0]
    return line[: end if end > 0 else LONGEST]


def _balanced(text: str) -> bool:
    return (
        all(text.count(a) <= text.count(b) for a, b in _PAIRS)
        and text.count('"') % 2 == 0
    )


# ── Finish ───────────────────────────────────────────────────────────────────────────


def _with_subject(line: str, subject: str | None, cues: Cues) -> str:
    """The name for a pronoun that begins the line."""
    stripped = _without_fillers(line.lstrip(' "“”„«‘’,;:.–—-'), cues)
    first, _, rest = stripped.partition(" ")
    low = first.lower()
    if subject and rest and low == "one,":
        return f"{subject}, {rest}"
    if subject and rest and low in cues.people:
        if cues.people[low] == low and low != "it":
            return f"{subject} {rest}"
        if low in ("his", "her", "their"):
            return f"{subject}{'’' if subject.endswith('s') else '’s'} {rest}"
    return stripped


def _without_fillers(line: str, cues: Cues) -> str:
    while filler := cues.headline.fillers.match(line):
        rest = line[filler.end() :]
        if not rest.startswith((",", " ")) or len(rest) < 10:
            break
        if rest.split(maxsplit=1)[0] in cues.headline.governed:
            break
        bare = rest.startswith(" ") and rest.strip()[:1].islower()
        if bare and filler[0].lower() in ("so", "or", "too"):
            break
        line = rest.lstrip(" ,")
    return line


def _polished(line: str, cues: Cues) -> str:
    """First letter large, no stray marks, no word left hanging at the end."""
    line = _APART.sub("", line)
    line = _DOUBLE_MARK.sub("", _BEFORE_MARK.sub("", _BLANKS.sub(" ", line)))
    line = _STOP_BEFORE_QUOTE.sub("", line.strip(_EDGES))
    for opening, closing in _PAIRS:
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "") if opening != "‘" else line
            line = line.replace(closing, "") if closing not in "’“" else line
    if line.count('"') % 2:
        line = line.replace('"', "")
    while " " in line and line.rpartition(" ")[2].lower() in cues.headline.dangling:
        line = line.rpartition(" ")[0].rstrip(_EDGES)
    return capitalised(line.strip(_EDGES))


def capitalised(line: str) -> str:
    """The line with its first letter large, but for a name such as "iPad"."""
    return line if line[1:2].isupper() else line[:1].upper() + line[1:]
