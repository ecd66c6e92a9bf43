"""The stretches of a clause that a line is made of."""

from collections.abc import Container, Iterator, Sequence

from msgspec.structs import replace

from timeline.extract.adverbials import hangs, renames_date, resumes_aside
from timeline.extract.aims import next_aim
from timeline.extract.borders import is_balanced
from timeline.extract.breaking import sudden
from timeline.extract.draft import Draft, carries_on, is_linked
from timeline.extract.finish import EDGES
from timeline.extract.fitting import Bit, joined, with_dashes
from timeline.extract.gapping import cut_before
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.speech import QUOTES
from timeline.extract.stretch_kinds import in_brackets, kind_of, mark_before
from timeline.extract.subjects import is_pointing
from timeline.extract.undated import without_date
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues

_PARTING = frozenset(",;:()–—-")
"""Marks that part what only says more from what says which."""


def stretches(
    reading: Reading, draft: Draft, clauses: Sequence[int], cues: Cues
) -> list[Bit]:
    """The stretches of clauses in order; those of a second verb come as one."""
    bits: list[Bit] = []
    second: list[Bit] = []
    for number, index in enumerate(clauses):
        if number and index - 1 not in clauses and carries_on(reading, index):
            continue
        own = second if number else bits
        clause = reading.clauses[index]
        if number and not draft.statement and _is_told_too(reading, clause):
            continue
        end = cut_before(reading, index, cues)
        clause = _until(clause, min(end, next_aim(reading, draft, clause)))
        for place, bit in _bits(reading, draft, clause, number, cues):
            resumes = own and _resumes_quote(reading, clause, place)
            bracketed = bool(own) and _follows_bracket(
                reading, clause, clause.ranges[place]
            )
            open_ = own and place and not (resumes or is_balanced(own[-1].text))
            if open_ and not bracketed:
                own[-1].text += f", {bit.text}"
            elif resumes or (own and _goes_on(reading, clause, place, draft)):
                own[-1].text += f" {bit.text}"
            else:
                bit.mark = _joint(reading, clause, place, own)
                own.append(bit)
            which = _which(reading, clause, place, cues)
            if which and bit.kind == "subject":
                own.append(Bit("more", reading.said(which), ""))
    bits = with_dashes(bits)
    if not second:
        return bits
    line = joined(second)
    apart = line.startswith("but") or _is_listed(reading, clauses)
    main = sudden(reading, clauses, draft.last, cues) is not None
    return [*bits, Bit("result" if main else "second", line, "," if apart else "")]


def _until(clause: Clause, end: int) -> Clause:
    """A clause without what stands behind a word."""
    if clause.last <= end:
        return clause
    parts = (Range(r.first, min(r.last, end)) for r in clause.ranges if r.first < end)
    return replace(clause, ranges=tuple(parts))


def _is_told_too(reading: Reading, clause: Clause) -> bool:
    """Whether ", and that it fell" is one more thing that the same one says."""
    lows = [word.low for word in reading.words[clause.first : clause.first + 2]]
    return lows == [clause.opener, "that"]


def _is_listed(reading: Reading, clauses: Sequence[int]) -> bool:
    """Whether the second verb stands behind a comma alone: "took it, | lost it"."""
    clause = reading.clauses[clauses[1]]
    return clause.opener == "and" and reading.words[clause.first].low != "and"


def _bits(
    reading: Reading, draft: Draft, clause: Clause, number: int, cues: Cues
) -> Iterator[tuple[int, Bit]]:
    """The stretches of one clause that say something, each with its place."""
    begun = not any(_brings(reading, clause, part, cues) for part in clause.ranges)
    for place, part in enumerate(clause.ranges):
        begun = begun or _brings(reading, clause, part, cues)
        if breaks_in(clause, part):
            continue
        if not begun or (in_brackets(reading, part) and not _tells(clause, part)):
            continue
        if hangs(reading, clause, part, cues):
            continue
        words = opened(reading, clause, part, number, cues)
        text = without_date(reading, words, draft, cues).strip(EDGES)
        if _joins_other(reading, clause, place, text, cues):
            if clause.group is not None and part.last <= clause.group.first:
                continue  # "The law that was passed, and that failed, can go"
            return
        kind = kind_of(reading, clause, place, number, cues) if text else ""
        if _is_left_over(reading, text.lower(), cues) or _only_does(
            reading, clause, part, text
        ):
            continue
        lead = kind == "lead"
        if not text or renames_date(reading, clause, place, cues, lead=lead):
            continue
        if lead and _tells_date(reading, part, draft):
            kind = "core"
        yield place, Bit(kind, text)


def _brings(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether a stretch begins what is said: "said, on Monday, | that the mill"."""
    that = reading.words[part.first].low == "that"
    return that and not is_pointing(reading, clause, part, cues)


def _is_left_over(reading: Reading, low: str, cues: Cues) -> bool:
    """Whether a stretch is no more than "till", or "not" in "not | until May | did they"."""
    turns = bool(reading.inverted) and low in cues.headline.turning
    return turns or low in cues.headline.stranded


def breaks_in(clause: Clause, part: Range) -> bool:
    """Whether a stretch stands between an auxiliary and its verb: "was, | by then, | shut"."""
    group = clause.group
    return group is not None and group.first < part.first and part.last <= group.head


def _which(reading: Reading, clause: Clause, place: int, cues: Cues) -> Range | None:
    """The clause that says which one acts: "the law | that was passed in 2031 | lapsed".

    No mark parts it from a common noun, nor from the verb behind it.
    """
    first = clause.ranges[place].last
    last = clause.ranges[place + 1].first if place + 1 < len(clause.ranges) else first
    if first >= last or not (first == 1 or reading.words[first - 1].text.islower()):
        return None
    inside = [c for c in reading.clauses if first <= c.first < last]
    done = any(g.last == first and g.tense is Tense.PARTICIPLE for g in reading.groups)
    opens = any(
        c.role is Role.RELATIVE or c.opener == "that" or done for c in inside[:1]
    )
    marked = any(word.low in _PARTING for word in reading.words[first:last])
    return Range(first, last) if opens and not marked else None


def _only_does(reading: Reading, clause: Clause, part: Range, text: str) -> bool:
    """Whether nothing but "Speaking" is left of "Speaking on Thursday, | he promised it"."""
    if " " in text or (clause.group and part.last > clause.group.first):
        return False
    if part.last - part.first == 1:
        return False  # "Texting, mail and calls rose"
    return any(g.first == part.first and not g.finite for g in reading.groups)


def _tells(clause: Clause, part: Range) -> bool:
    """Whether a clause that stands in brackets begins with its verb: "(born in Lund)".

    Or is all there: "(and freed on Tuesday)", "(one was freed on Tuesday)".
    """
    group = clause.group
    if group is None:
        return False
    leads = part.first == clause.first < group.first
    whole = clause.role is Role.MAIN and leads and group.last <= part.last
    return whole or (clause.role is Role.PARTICIPLE and group.first == part.first)


def _goes_on(reading: Reading, clause: Clause, place: int, draft: Draft) -> bool:
    """Whether a stretch goes on where a bracket or a date broke in."""
    part, group = clause.ranges[place], clause.group
    if group is not None and group.first < part.first < group.last:
        return True  # "Had, the police say, | fled"
    follows = _follows_bracket(reading, clause, part)
    return follows or _follows_date(reading, clause, place, draft)


def _resumes_quote(reading: Reading, clause: Clause, place: int) -> bool:
    """Whether "The dam," he said, " | failed" goes on with the verb of what is quoted."""
    part, group = clause.ranges[place], clause.group
    if not place or group is None or reading.words[part.first].low not in QUOTES:
        return False
    opens = reading.words[clause.ranges[place - 1].first].low in QUOTES
    return opens and group.first == part.first + 1


def _joins_other(
    reading: Reading, clause: Clause, place: int, text: str, cues: Cues
) -> bool:
    """Whether a stretch only joins what is told elsewhere, or is no clause."""
    coordinators = cues.grammar.coordinators
    joins = reading.words[clause.ranges[place].first].low in coordinators
    aside = joins and place > 0 and clause.role is Role.PARTICIPLE
    return aside or text.lower() in coordinators


def _follows_bracket(reading: Reading, clause: Clause, part: Range) -> bool:
    """Whether a stretch behind the verb goes on where a bracket broke in."""
    behind = clause.group is not None and clause.group.first < part.first
    return behind and reading.words[part.first - 1].low in ")]"


def _follows_date(reading: Reading, clause: Clause, place: int, draft: Draft) -> bool:
    """Whether a stretch is the object that a date parts from its verb.

    "Allowed, on Monday night, the sale".
    """
    if place < 2 or clause.group is None or draft.point is None:
        return False
    verb, date = clause.ranges[place - 2 : place]
    stands = date.first <= draft.point[0].first < date.last
    before = reading.words[date.first : draft.point[0].first]
    if not all(w.low in reading.cues.time.before_date for w in before):
        return False  # "Promised, during a visit on Monday, to go"
    opens = clause.ranges[place].first - draft.point[0].last <= 1
    return stands and opens and clause.group.last == verb.last


def _joint(reading: Reading, clause: Clause, place: int, before: list[Bit]) -> str:
    """The mark that a stretch is joined with: no dash that closes what is left out."""
    part = clause.ranges[place]
    if resumes_aside(reading, clause, place):
        return ""
    mark = mark_before(reading, part)
    if mark != "–" or any(bit.mark == "–" for bit in before):
        return mark
    verb = clause.group.first - part.first if clause.group else -1
    opened_ = any(mark_before(reading, r) == "–" for r in clause.ranges[:place])
    return "" if verb in (0, 1) or opened_ else mark


def opened(
    reading: Reading, clause: Clause, part: Range, number: int, cues: Cues
) -> Range:
    """The range without the word that opens its clause."""
    first, last = part.first, part.last
    if last == clause.last and reading.words[last - 1].low in cues.grammar.coordinators:
        last = max(first + 1, last - 1)
    behind = reading.words[last].low if last < len(reading.words) else ""
    if behind in ("after", "before") and last - first > 1:
        last -= reading.words[last - 1].low in ("shortly", "soon", "immediately")
    that = _brings(reading, clause, part, cues)
    if part.first == clause.first and is_linked(reading, clause):
        return Range(min(first + 2, last), last)
    if number == 0 and (part.first == clause.first or that):
        openers = cues.grammar.coordinators
        if clause.role in (Role.RELATIVE, Role.ADVERBIAL):
            openers = cues.grammar.opening
        elif clause.role is not Role.CONDITION:
            acts = that and clause.group is not None and clause.group.first == first + 1
            acts = acts or is_pointing(reading, clause, part, cues)
            openers = cues.grammar.coordinators if acts else cues.grammar.joining
        while first < last - 1 and (
            reading.words[first].low in openers
            or _is_even(reading, first, openers)
            or (
                reading.words[first].is_mark
                and reading.words[first].low not in '"“„«‘`($€£'
            )
        ):
            first += 1
    return Range(first, last)


def _is_even(reading: Reading, at: int, openers: Container[str]) -> bool:
    """Whether "even | though" stands here."""
    return reading.words[at].low == "even" and reading.words[at + 1].low in openers


def _tells_date(reading: Reading, part: Range, draft: Draft) -> bool:
    """Whether a stretch like "Rescued on Monday by boys" has the verb that the date is of."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return False
    return any(g.first == part.first and not g.finite for g in reading.groups)
