"""For which clauses of a sentence a date counts, besides the one that holds it."""

import itertools
from collections.abc import Sequence

from timeline.extract.breaking import broke_in
from timeline.extract.draft import Point, is_coarse
from timeline.extract.occasions import is_of_blow
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues

_AT_ONCE = frozenset(("shortly", "soon", "immediately", "right", "moments"))
"""Before "after" these say that something came at once."""

_HARM = frozenset(("kill", "die", "injure", "destroy", "burn", "collapse", "flood"))
"""Classes of what one blow does."""

Owned = dict[tuple[int, ...], list[Point]]
"""The dates of each unit."""


def owned(
    reading: Reading,
    units: list[tuple[int, ...]],
    free: Sequence[Point],
    said: Sequence[Point],
    cues: Cues,
) -> Owned:
    """The dates of each unit: its own, those it is lent, those of a whole sentence.

    `free` are those that can date a verb, `said` all that no noun has.
    """
    own: Owned = {unit: dates_in(reading, unit, free) for unit in units}
    _cleave(reading, units, own)
    _lend(reading, units, own, said, cues)
    _speak(reading, units, own, cues)
    _scope(reading, units, own, cues)
    _join(reading, units, own, cues)
    return own


def dates_in(
    reading: Reading, unit: tuple[int, ...], points: Sequence[Point]
) -> list[Point]:
    """The dates that stand in the clauses of a unit."""
    return [
        p for p in points if any(reading.clauses[i].holds(p[0].first) for i in unit)
    ]


def _scope(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: Owned,
    cues: Cues,
) -> None:
    """Let a date count for more than its clause, where it plainly does.

    A date at the head of the sentence also dates what follows ("On Friday he met them,
    after which he was arrested"); "when" and "as" clauses lend theirs to the main clause.
    """
    mains = [u for u in units if reading.clauses[u[0]].role is Role.MAIN]
    if not mains or not mains[0]:
        return
    head = mains[0]
    _lead(reading, units, head, own)
    main = reading.clauses[head[0]]
    if own[head] or main.opener == "that" or _is_cleft(reading, main):
        return
    for unit in units:
        clause = reading.clauses[unit[0]]
        if not own[unit] or _is_inside(reading, clause, main, own[unit][0]):
            continue
        past = main.group is not None and main.group.tense is Tense.PAST
        birth = clause.group is not None and clause.group.base in ("bear", "born")
        leads = clause.role is Role.PARTICIPLE and not clause.first and past
        if leads and not birth and not is_coarse(own[unit][0]):
            own[head] = own[unit][:1]  # "Seized on Friday, he was taken to Lund"
            return
        if past and _accompanies(clause, main, own[unit][0], cues):
            own[head], own[unit] = own[unit][:1], []
            return
        shares = _lends(reading, clause, main, own[unit][0], cues)
        if shares and _is_soon(reading, clause):
            own[head] = own[unit][:1]
            return
        supposes = clause.role is Role.CONDITION and clause.opener != "whether"
        if shares or supposes:
            own[head], own[unit] = own[unit][:1], []
            return


def _is_inside(reading: Reading, clause: Clause, main: Clause, point: Point) -> bool:
    """Whether "who left the firm | when it failed in 2010" is all of another time.

    Not "shot a man who fled | when they stopped him on Monday".
    """
    around = reading.clauses[clause.host] if clause.host is not None else None
    if around is None or main.group is None or clause.role is not Role.ADVERBIAL:
        return False
    if around.role is not Role.RELATIVE or around.group is None:
        return False
    now = around.group.tense is Tense.PRESENT or is_coarse(point)
    return now and main.group.last <= around.first and around.last == clause.first


def _accompanies(clause: Clause, main: Clause, point: Point, cues: Cues) -> bool:
    """Whether a day is that of both: "foiled an attack, | thwarting a raid on 3 May"."""
    group, told = clause.group, main.group
    if group is None or told is None or group.tense is not Tense.GERUND:
        return False
    # "Signed a lease, | starting in May": it is the lease that does.
    begins = cues.actions.get(group.base) in ("launch", "end")
    behind = clause.role is Role.PARTICIPLE and clause.first >= told.last and not begins
    other = (cues.reporting.verbs, cues.grammar.have, cues.time.alluding)
    acts = told.base not in cues.state and not told.negated
    acts = acts and group.base not in cues.state
    acts = acts and not any(group.base in bases for bases in other)
    return behind and acts and not is_coarse(point)


def _join(
    reading: Reading, units: list[tuple[int, ...]], own: Owned, cues: Cues
) -> None:
    """Give both of what one blow did its day: "two were killed and a third was hurt on Monday".

    Other deeds that "and" joins may be of other days ("he was born and she died in 1950").
    """
    for before, unit in itertools.pairwise(units):
        first, clause = reading.clauses[before[-1]], reading.clauses[unit[0]]
        joined = clause.role is Role.MAIN is first.role and clause.opener == "and"
        if own[before] or not own[unit] or not joined or first.last != clause.first:
            continue
        day = next((p for p in own[unit] if not is_coarse(p)), None)
        harmed = _is_harm(first, cues) and _is_harm(clause, cues)
        if day is not None and harmed and not reading.words[first.last - 1].is_mark:
            own[before] = [day]


def _is_harm(clause: Clause, cues: Cues) -> bool:
    """Whether a clause tells in the plain past what became of someone or something."""
    group = clause.group
    if group is None or group.tense is not Tense.PAST or group.negated or group.modal:
        return False
    return cues.actions.get(group.base) in _HARM


def _lead(
    reading: Reading, units: list[tuple[int, ...]], head: tuple[int, ...], own: Owned
) -> None:
    """Let the date at the head of a sentence count for the clauses joined to the first."""
    leading = [p for p in own[head] if _leads(reading, head, p)]
    for unit in units:
        clause = reading.clauses[unit[0]]
        if own[unit] or unit == head or not leading:
            continue
        sequel = clause.role is Role.RELATIVE and clause.opener in ("after", "upon")
        if sequel or (clause.role is Role.MAIN and clause.opener in ("and", "while")):
            own[unit] = leading[:1]


def _lends(
    reading: Reading, clause: Clause, main: Clause, point: Point, cues: Cues
) -> bool:
    """Whether the date of a clause is that of the main clause as well."""
    group = main.group
    inverted = group is not None and group.subject_end > 0
    if clause.role is not Role.ADVERBIAL or (group and group.negated):
        return False  # "He was not hurt when the dam burst on Friday" tells of the dam.
    if not clause.holds(point[0].first):
        return False  # "Little changed until 1950, when the railway came"
    done = group is not None and group.tense is Tense.PERFECT
    if group and done and clause.opener == "after" and clause.first >= group.last:
        return False  # "Has died after being hit by a van on Monday": it was hit then.
    if group and group.tense is Tense.PLUPERFECT and is_coarse(point):
        return False  # "Had sold two ships, while its rival bought three last year"
    gerund = clause.group is not None and not clause.group.finite
    if clause.opener == "after" and gerund and is_coarse(point):
        return False  # "After leaving the navy in 1980 he opened a bar": in what year?
    if is_of_blow(reading, point[0], cues):
        return False  # "As the town was hit by Tuesday's quake" is no "as" of that day.
    return _shares_time(reading, clause, inverted, cues)


def _is_soon(reading: Reading, clause: Clause) -> bool:
    """Whether "two hours" or "shortly" stands before "after it burst on Monday"."""
    before = reading.words[clause.first - 1].low if clause.first else ""
    if clause.opener != "after":
        return False
    return before.removesuffix("s") in reading.cues.time.short or before in _AT_ONCE


def _shares_time(reading: Reading, clause: Clause, inverted: bool, cues: Cues) -> bool:
    """Whether a clause with a date is of one time with its main clause.

    "When" and "as" say so, and "not until" does; in "he resigned after meeting them on
    Friday" the date is that of both.
    """
    if clause.group is None:
        return False
    if clause.group.finite:
        turned = clause.opener in ("until", "till", "after") and inverted
        turned = turned or clause.opener == "by"  # "By the time police came"
        turned = turned or (clause.opener == "after" and _is_soon(reading, clause))
        return turned or clause.opener in cues.time.same_time
    return clause.opener in ("after", "while", "when")


def _cleave(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: Owned,
) -> None:
    """Give the date of "it was on Friday that the dam burst" to the bursting."""
    for unit, following in itertools.pairwise(units):
        clause = reading.clauses[unit[0]]
        opener = reading.words[reading.clauses[following[0]].first].low
        if (
            opener in ("that", "when", "before")
            and own[unit]
            and _is_cleft(reading, clause)
        ):
            own[following], own[unit] = own[unit], []


def _is_cleft(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is no more than "it was"."""
    group = clause.group
    if group is None or group.base != "be":
        return False
    subject = [w.low for w in reading.words[clause.first : group.first]]
    return subject[-1:] == ["it"]


def _lend(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: Owned,
    said: Sequence[Point],
    cues: Cues,
) -> None:
    """Give "on Friday, when the riots began" its date: it is that of the riots.

    So is that of "until Friday, when they began", which dates nothing else. What broke
    into something, as in "was walking on Friday when", is told with that.
    """
    for unit in units:
        clause = reading.clauses[unit[0]]
        if own[unit] or clause.opener != "when" or not clause.first:
            continue
        broke = broke_in(reading, unit[0] - 1, cues) is not None
        for point in said:
            before = reading.words[point[0].first - 1].low if point[0].first else ""
            if broke and before not in cues.time.bounds:
                continue  # Not "the worst since May 2010, when 40 died"
            if _is_of_saying(reading, unit, point):
                continue  # "Two died, police said on Friday, when their car crashed"
            behind = reading.words[point[0].last : clause.first]
            still = clause.group is not None and clause.group.base == "be"
            if still and not behind and any(point in own[u] for u in units):
                continue  # "Left Lund in 1962 when she was four"
            if point[0].last <= clause.first and all(w.is_mark for w in behind):
                own[unit] = [point]


def _is_of_saying(reading: Reading, unit: tuple[int, ...], point: Point) -> bool:
    """Whether a date only says when it was said what stands on both sides of that."""
    says, told = reading.clause_at(point[0].first), reading.clauses[unit[0]].group
    if says is None or says.role is not Role.REPORT:
        return False
    if told is None or not told.finite:
        return False  # "He told reporters on Tuesday, when asked"
    before = [
        c for c in reading.clauses if c.role is Role.MAIN and c.first < says.first
    ]
    return bool(before) and before[-1].last < says.first


def _speak(
    reading: Reading,
    units: list[tuple[int, ...]],
    own: Owned,
    cues: Cues,
) -> None:
    """Give the date of ", speaking on Friday," to what is told: when that was said.

    So is that of "the report, released on Friday, said", and of "asked on Friday, he said".
    """
    head = next((u for u in units if reading.clauses[u[0]].role is Role.MAIN), None)
    says = next((u for u in units if reading.clauses[u[0]].role is Role.REPORT), None)
    for unit in units:
        clause = reading.clauses[unit[0]]
        hangs = clause.role is Role.PARTICIPLE
        if not hangs or clause.group is None or not own[unit]:
            continue
        if not clause.first:
            teller = says if clause.group.base in cues.reporting.asking else None
        elif clause.group.base in cues.reporting.speaking:
            teller = head
        elif clause.group.base in cues.reporting.publishing:
            teller = next((u for u in units if _says_it(reading, clause, u[0])), None)
        else:
            continue
        if teller is not None and not own[teller]:
            own[teller], own[unit] = own[unit][:1], []


def _says_it(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a participle stands inside of a clause that says who says so."""
    report = reading.clauses[index]
    if report.role is not Role.REPORT or report.group is None:
        return False
    return report.first < clause.first and clause.last <= report.group.first


def _leads(reading: Reading, unit: tuple[int, ...], point: Point) -> bool:
    """Whether the date stands before the subject, at the head of its clause.

    Only who says so may stand before it ("According to the army, on Friday …").
    """
    clause = reading.clauses[unit[0]]
    before = [c for c in reading.clauses if c.first < clause.first]
    heads = clause.first <= 2 or all(c.role is Role.REPORT for c in before)
    return point[0].first - clause.first <= 2 and heads
