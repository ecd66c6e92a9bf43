"""What happened on no day: what would have been, is wont to be, or is still to be said."""

from collections.abc import Iterator

from timeline.extract.draft import Draft
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues


def is_unreal(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether a verb tells of something that happened on no day at all."""
    return (
        is_contrary(reading, clause, group)
        or never_was(reading, group)
        or is_alternative(reading, clause)
        or is_request(reading, group, cues)
        or is_wont(reading, group, cues)
        or is_of_one(reading, clause, group)
    )


def is_wont(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether it tells of habits: "a season that normally ends in May"."""
    around = reading.words[max(0, group.first - 1) : group.last]
    wont = any(word.low in cues.grammar.generic for word in around)
    return wont and group.tense is Tense.PRESENT and not group.negated


def is_of_one(reading: Reading, clause: Clause, group: Group) -> bool:
    """Whether it only tells of what kind something is: "a box like one | that would hold it"."""
    before = reading.words[clause.first - 1].low if clause.first else ""
    hangs = clause.role is Role.RELATIVE and before in ("one", "ones")
    return hangs and group.modal != ""


def is_contrary(reading: Reading, clause: Clause, group: Group) -> bool:
    """Whether it never was: "if it had burnt down, we would be in a fix"."""
    ifs = [c for c in reading.clauses if c.role is Role.CONDITION and c.group]
    unreal = any(c.group and c.group.tense is Tense.PLUPERFECT for c in ifs)
    opens = [word.low for word in reading.words[:2]]
    unreal = unreal or opens == ["but", "for"] or opens[:1] == ["without"]
    unreal = unreal or not {"had it not", "were it not"}.isdisjoint(_runs(reading))
    return unreal and (
        clause in ifs or group.modal in ("would", "could", "might", "'d")
    )


def is_alternative(reading: Reading, clause: Clause) -> bool:
    """Whether it is one of two that may be: "either the driver slept | or the brakes failed"."""
    first = clause.first
    if reading.words[first].low == "that":
        first += 1
    opens = reading.words[first].low == "either"
    if not opens and clause.opener != "or":
        return False
    ahead = (c for c in reading.clauses if c.first < clause.first)
    lows = (reading.words[n].low for c in ahead for n in (c.first, c.first + 1))
    return opens or "either" in lows


def is_request(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether readers are asked for it in a sentence: "if you know more, please tell us"."""
    at = group.first - 1
    return at > 0 and reading.words[at].low in cues.status.requests


def never_was(reading: Reading, group: Group) -> bool:
    """Whether it only says how it would be: "she would have been 90 on Tuesday"."""
    words = [w.low for w in reading.words[group.first : group.last]]
    return group.base == "be" and group.modal == "would" and "have" in words


def _runs(reading: Reading) -> Iterator[str]:
    """Every three words that stand together."""
    lows = [word.low for word in reading.words]
    return (" ".join(lows[n : n + 3]) for n in range(len(lows) - 2))


def is_to_be_said(reading: Reading, draft: Draft) -> bool:
    """Whether nobody has said it yet: "the minister will say | that it has been sold"."""
    report = reading.clauses[draft.report] if draft.report is not None else None
    group = report.group if report else None
    return group is not None and group.tense in (Tense.FUTURE, Tense.MODAL)
