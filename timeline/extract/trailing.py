"""The clauses before and behind those of an event that its line is not said without."""

from timeline.extract.borders import COUNTS_FROM, is_balanced
from timeline.extract.breaking import broke_in
from timeline.extract.draft import Draft, brings, carries_on
from timeline.extract.fitting import Bit
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.undated import without_date, without_date_of
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues

_PLACED = frozenset(("of", "to", "from"))
"""These lead to a place as well: "the town of Lund, where", "fled to Lund, where"."""


_LONG = 90
"""Characters of a clause behind which asides in it go."""

_LENGTH = 2
"""Words of "a day", "two weeks"."""


def leading(reading: Reading, draft: Draft) -> list[Bit]:
    """The condition that stands before what it conditions: "if the dam breaks"."""
    first = min(draft.clauses)
    clause = reading.clauses[first - 1] if first else None
    if clause is not None and _is_resolved(reading, draft):
        return [Bit("lead", f"{reading.said(Range(clause.first, clause.last))} that")]
    if clause is None or not (clause.role is Role.CONDITION or is_by_then(clause)):
        return []
    if reading.clauses[first].role is Role.RELATIVE:
        return []  # "Goes free if he wins a trial | that begins in May"
    if is_object(reading, clause) or clause.opener == "whether":
        return []  # "Asked whether he would go, he left"
    part = Range(clause.first, clause.last)
    return [Bit("lead", without_date_of(reading, part, draft))]


def _is_resolved(reading: Reading, draft: Draft) -> bool:
    """Whether "that the mill be sold" is no line without "it was resolved"."""
    return _is_bidden(reading, reading.clauses[min(draft.clauses)])


def _is_bidden(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what someone wants done: "that the mill be sold"."""
    group = clause.group
    bare = group is not None and reading.words[group.first].low == "be"
    return bare and clause.opener == "that"


def is_by_then(clause: Clause) -> bool:
    """Whether "by the time police came" says until when something had happened."""
    return clause.role is Role.ADVERBIAL and clause.opener == "by"


def trailing(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """What follows that completes the line: what was bidden, else what has no date."""
    end = max(reading.clauses[i].last for i in draft.clauses)
    for clause in reading.clauses:
        if clause.first == end and _is_bidden(reading, clause):
            said = reading.said(Range(clause.first, clause.last))
            return [Bit("result", said, "")]  # "ordered that they be handed over"
    return _undated(reading, draft, cues)


def _undated(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """Undated clauses that follow, which complete the line if there is room."""
    bits: list[Bit] = []
    content = False
    end = max(reading.clauses[i].last for i in draft.clauses)
    for index, clause in enumerate(reading.clauses):
        if index in draft.clauses or clause.first < end:
            continue
        limits = _limits(clause, draft, cues) or _measures(reading, clause, draft, cues)
        if clause.last > draft.last and not limits:
            continue
        gap = reading.words[end : clause.first]
        aside = clause.role is Role.RELATIVE and bool(gap or bits)
        told = is_object(reading, clause) or is_of_all(reading, clause, cues)
        told = told or bool(bits and not is_balanced(bits[-1].text))
        aside = aside and not (told and not gap)
        joined = reading.words[clause.first - 1].low in cues.grammar.coordinators
        if aside or joined or any(not w.is_mark for w in gap):
            break
        teller = clause.role is Role.REPORT and not brings(reading, clause)
        teller = teller or _is_parted(reading, index)
        if teller or _is_of_date(reading, draft, clause, cues):
            break
        end = clause.last
        if clause.role is Role.RELATIVE:
            bits.append(_restriction(reading, draft, clause, cues))
        goes_on = brings(reading, clause) or (content and not gap)
        content = clause.role is Role.MAIN and goes_on
        if content or clause.role in (Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE):
            comma = clause.first and reading.words[clause.first - 1].low == ","
            governed = reading.words[clause.first - 1].low in cues.grammar.prepositions
            whole = limits or opens_that(reading, clause) or governed
            whole = whole or _is_asked(reading, clause) or _is_cited(reading, clause)
            whole = whole or _broke_in(reading, index, draft, cues)
            kind = "tail" if comma else "result" if whole else "more"
            text = _unbroken(reading, clause, draft, cues)
            if content and bits:
                bits[-1].text += f" {text.lstrip()}"
                continue
            if comma and bits and not is_balanced(bits[-1].text):
                bits[-1].text += f", {text.lstrip()}"
                continue
            bits.append(Bit(kind, text, "," if comma else ""))
    return bits


def _is_parted(reading: Reading, index: int) -> bool:
    """Whether ", meaning that" ends before "if it falls", and what it means comes later."""
    clause, behind = reading.clauses[index], reading.clauses[index + 1 : index + 2]
    waits = reading.words[clause.last - 1].low == "that"
    supposes = (Role.CONDITION, Role.ADVERBIAL)
    return waits and any(other.role in supposes for other in behind)


def _unbroken(reading: Reading, clause: Clause, draft: Draft, cues: Cues) -> str:
    """A long clause without what breaks into it: "although a case, which was new, | failed"."""
    whole = without_date(reading, Range(clause.first, clause.last), draft, cues)
    if len(whole) <= _LONG:
        return whole
    parts = [clause.ranges[0]]
    for part in clause.ranges[1:]:
        aside = part.first - parts[-1].last > 1
        if aside and reading.words[parts[-1].last].low == ",":
            parts.append(part)
        else:
            parts[-1] = Range(parts[-1].first, part.last)
    texts = [without_date(reading, part, draft, cues).strip() for part in parts]
    return " ".join(texts) if len(parts) > 1 else whole


def tied(bits: list[Bit], behind: list[Bit], cues: Cues) -> list[Bit]:
    """The stretches and those behind them, "the day" and "before he died" as one."""
    found: list[Bit] = []
    for bit in bits + behind:
        opener = bit.text.lstrip().partition(" ")[0].lower()
        if found and opener in COUNTS_FROM and _ends_in_unit(found[-1].text, cues):
            found[-1].text += f" {bit.text.lstrip()}"
        else:
            found.append(bit)
    return [b for b in found if b is found[0] or not _is_length(b.text, cues)]


def _is_length(text: str, cues: Cues) -> bool:
    """Whether a stretch is no more than "a day", which counts from nothing."""
    words = text.lower().strip(" ,").split()
    return len(words) == _LENGTH and _ends_in_unit(text.rstrip(" ,"), cues)


def _ends_in_unit(text: str, cues: Cues) -> bool:
    """Whether a stretch ends with a length of time: "two weeks"."""
    last = text.rstrip().rpartition(" ")[2].lower().removesuffix("s")
    return last in cues.quantities.skip_nouns


def _broke_in(reading: Reading, index: int, draft: Draft, cues: Cues) -> bool:
    """Whether a clause tells what happened in the one before: "had parked | when hit"."""
    before = index - 1
    return before in draft.clauses and broke_in(reading, before, cues) is not None


def scene(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """The place behind which "where" tells what happened there: "in Torvik"."""
    clause = reading.clauses[draft.clauses[0]]
    last = clause.first - 1
    if clause.opener != "where" or last < 1 or reading.words[last].low != ",":
        return []
    first = last
    while first and reading.words[first - 1].text[0].isupper():
        first -= 1
    leads = reading.words[first - 1].low if first else ""
    if first == last or leads not in cues.names.before_places | _PLACED:
        return []
    name = reading.said(Range(first, last))
    told = reading.said(Range(clause.first, clause.last))
    at = leads if leads in cues.names.before_places else "in"
    return [] if name in told else [Bit("tail", f"{at} {name}", "")]


def going_on(reading: Reading, draft: Draft, cues: Cues) -> list[Bit]:
    """The second verb of "when the bus struck and killed her", if that is all there is."""
    index = draft.clauses[-1] + 1
    if index >= len(reading.clauses) or not carries_on(reading, index):
        return []
    clause = reading.clauses[index]
    part = Range(clause.first, clause.last)
    return [Bit("tail", without_date(reading, part, draft, cues), "")]


def _restriction(reading: Reading, draft: Draft, clause: Clause, cues: Cues) -> Bit:
    """Which one is meant: "a letter | that he wrote", or who "those | who fled" are."""
    before = reading.words[clause.first - 1].low
    grammar = cues.grammar
    bare = before in grammar.vague or before in grammar.determiners
    bare = bare or is_cleft(reading, draft) or is_object(reading, clause)
    bare = bare or brings_content(reading, clause, cues)
    bare = bare or before in cues.quantities.skip_nouns  # "The way | that it was done"
    bare = bare or is_of_all(reading, clause, cues)
    text = without_date(reading, Range(clause.first, clause.last), draft, cues)
    return Bit("result" if bare else "more", text, "")


def is_of_all(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether nothing else says which "people" are meant: "is open to people | who pay"."""
    noun = clause.first - 1
    if clause.role is not Role.RELATIVE or noun < 1:
        return False
    before = reading.words[noun - 1].low
    if reading.words[noun].low in cues.grammar.definite:
        return True  # "Those | that don't"
    plural = reading.words[noun].low in cues.plurals
    return plural and (before in cues.grammar.prepositions or before in cues.verbs)


def is_object(reading: Reading, clause: Clause) -> bool:
    """Whether a verb right before a clause takes it: "to find out | where it leaks"."""
    before = reading.words[clause.first - 1].low if clause.first else ""
    end = clause.first - (before == "out")
    opens, *asks = (w.low for w in reading.words[clause.first : clause.first + 2])
    if opens in reading.cues.grammar.prepositions and asks == ["what"]:
        return True  # "Keeping an eye | on what happens"
    return any(group.last in (end, clause.first) for group in reading.groups)


def brings_content(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause says what a noun before it is of: "signs | that prices fall".

    Or what someone is to be told: "to convince miners | that it is safe".
    """
    if not opens_that(reading, clause):
        return False
    before, grammar = reading.words[clause.first - 1].low, cues.grammar
    told = reading.groups_before(clause.first)[-1:]
    if any(g.base in cues.reporting.addressed and not g.finite for g in told):
        return True
    return any(
        before in nouns for nouns in (cues.that_nouns, grammar.surely, grammar.weighing)
    )


def opens_that(reading: Reading, clause: Clause) -> bool:
    """Whether "that" opens a clause, be its verb behind an aside."""
    return clause.opener == "that" or reading.words[clause.first].low == "that"


def _is_cited(reading: Reading, clause: Clause) -> bool:
    """Whether "was quoted" waits for what he said: "as saying that it would hold"."""
    says = reading.groups_in(Range(clause.first, clause.first + 2))[:1]
    return clause.opener == "as" and any(
        g.tense is Tense.GERUND and g.base in reading.cues.reporting.verbs for g in says
    )


def _is_asked(reading: Reading, clause: Clause) -> bool:
    """Whether a verb waits for what is asked: "too early to say | whether it will hold"."""
    return clause.opener == "whether" and is_object(reading, clause)


def is_cleft(reading: Reading, draft: Draft) -> bool:
    """Whether "it was the drugs" waits for what they did: "that killed him"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or group.base != "be" or not group.first:
        return False
    return reading.words[group.first - 1].low == "it"


def _is_of_date(reading: Reading, draft: Draft, clause: Clause, cues: Cues) -> bool:
    """Whether "in the quarter | that ended in May" goes where its date goes."""
    if draft.point is None or draft.point[0].last != clause.first:
        return False
    unit = reading.words[clause.first - 1].low in cues.quantities.skip_nouns
    acts = clause.group is not None and clause.group.first == clause.first + 1
    return unit and acts and clause.role is Role.RELATIVE


def _limits(clause: Clause, draft: Draft, cues: Cues) -> bool:
    """Whether "did not fall" holds only "until he left", and must not be said without."""
    group = draft.group
    return group is not None and group.negated and clause.opener in cues.time.limits


def _measures(reading: Reading, clause: Clause, draft: Draft, cues: Cues) -> bool:
    """Whether "it could be months" waits for what it counts to: "before it reopens"."""
    group = draft.group
    if group is None or group.base != "be" or clause.opener not in ("before", "since"):
        return False
    subject = reading.words[group.first - 1].low if group.first else ""
    return subject in cues.grammar.vague_subjects
