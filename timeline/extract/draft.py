"""An event found in a sentence, before it is a mention, and what holds one together."""

from msgspec import Struct

from timeline.extract.breaking import broke_in
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, Kind, Timex

_TIMES = frozenset(("first", "last"))
"""Before a verb: "and last renovated"."""

Point = tuple[Range, Timex]
"""A date with the words it stands in."""


class Gap(Struct, frozen=True, gc=False):
    """Who or what a verb is told of as well, without being said again: "and Torvik on 5 May".

    `thing` is that, `stretch` the words with its date, `rest` those that the verb keeps. It
    is of the `kind` of a subject, an object or a place.
    """

    clause: int
    point: Point
    thing: Range
    stretch: Range
    kind: str
    rest: Range


class Draft(Struct, frozen=True, gc=False):
    """An event found in a sentence: the clauses that tell it and the date that they have.

    `first` and `last` bound the words to be quoted. `noun` is the place of the event noun
    where no verb tells the event; `report` the clause that says who says so; `statement`
    is true where the saying itself is the event. `others` are the dates listed with
    `point` ("on Monday and Friday"), each of which has a draft of its own. A `gap` goes
    without the verb that it is told with.
    """

    clauses: tuple[int, ...]
    first: int
    last: int
    group: Group | None = None
    noun: int | None = None
    point: Point | None = None
    report: int | None = None
    statement: bool = False
    others: tuple[Point, ...] = ()
    gap: Gap | None = None


_DAY = Granularity.DAY.fineness

_LINKED = 4
"""Words of "in which Valk died", at least."""

_LINKS = frozenset(("which", "whom"))


def is_point(timex: Timex) -> bool:
    """Whether the expression puts something on the calendar."""
    return (
        timex.time is not None
        and timex.kind in (Kind.DATE, Kind.TIME)
        and not timex.value.endswith("_REF")
    )


def grouped(reading: Reading, cues: Cues) -> list[tuple[int, ...]]:
    """Clauses that tell one thing: "accepted it and removed them" has one subject."""
    units: list[tuple[int, ...]] = []
    main: int | None = None
    for index, clause in enumerate(reading.clauses):
        joins = clause.role is Role.MAIN and shares_subject(reading, clause, cues)
        joins = joins and not _goes_on_with(reading, index)
        if joins and main is not None and clause.opener != "but":
            before = units[main][-1]
            if before == index - 2 and broke_in(reading, before, cues):
                # "Was walking home when a van hit him | and drove off"
                units[main] = (*units[main], *units.pop())
            units[main] = (*units[main], index)
            continue
        units.append((index,))
        if clause.role is Role.MAIN:
            main = len(units) - 1
    return units


def _goes_on_with(reading: Reading, index: int) -> bool:
    """Whether "and hid" goes on with "the mill burnt, police said, after he left"."""
    if not carries_on(reading, index):
        return False
    before = reading.clauses[:index]
    mains = [n for n, c in enumerate(before) if c.role is Role.MAIN and c.group]
    return bool(mains) and any(c.role is Role.REPORT for c in before[mains[-1] :])


def content(
    reading: Reading, units: list[tuple[int, ...]], teller: int
) -> tuple[int, ...]:
    """The clauses of what a sentence says that someone said, none if nothing is told.

    `teller` is the clause that says who. What stands right behind it comes first.

    Who doubts it belongs to it: "I do not think | that it will fall". So does who told it
    to the one who says so.
    """
    mains = [u for u in units if reading.clauses[u[0]].role is Role.MAIN]
    end = reading.clauses[teller].last
    if _aims(reading, reading.clauses[teller].group):
        return ()  # "Pledged to mend the dam, which …"
    mains = [u for u in mains if not _is_told_inside(reading, u[0], teller)]
    behind = [u for u in mains if reading.clauses[u[0]].first == end]
    said = next(iter(behind + mains), ())
    if not said:
        return said
    said = _with_thought(reading, said)
    before = [i for i in range(said[0]) if i != teller]
    doubts = [i for i in before if doubts_it(reading, i)]
    doubts += [i for i in before if i < teller and _thinks(reading, i, said[0])]
    told = _told_again(reading, teller, said[0])
    return (*(told or doubts[-1:]), *said, *_also(reading, said))


def _is_told_inside(reading: Reading, index: int, teller: int) -> bool:
    """Whether another says it: "agreed, after a day on which Valk had said | that he fled"."""
    clause, told = reading.clauses[index], reading.clauses[teller].group
    if clause.opener != "that" or len(clause.ranges) < 2:
        return False
    lows = (r.first for r in clause.ranges[1:])
    that = next((n for n in lows if reading.words[n].low == "that"), -1)
    return any(g.last == that and g is not told for g in reading.groups)


def _also(reading: Reading, said: tuple[int, ...]) -> tuple[int, ...]:
    """What else is said: "said it was sorry | and that it had paid them"."""
    last, behind = reading.clauses[said[-1]], said[-1] + 1
    if behind >= len(reading.clauses) or reading.clauses[behind].first != last.last:
        return ()
    joins = reading.words[last.last - 1].low in reading.cues.grammar.coordinators
    clause = reading.clauses[behind]
    return (behind,) if joins and clause.opener == "that" and clause.group else ()


def _aims(reading: Reading, teller: Group | None) -> bool:
    """Whether an infinitive stands behind a verb or its date: "vowed on Monday | to go"."""
    following = next(
        (g for g in reading.groups if teller and g.first >= teller.last), None
    )
    if teller is None or following is None or following.tense is not Tense.INFINITIVE:
        return False
    light = reading.cues.time.before_date
    between = reading.words[teller.last : following.first]
    return all(w.low in light or is_dated(reading, w.start) for w in between)


def _with_thought(reading: Reading, said: tuple[int, ...]) -> tuple[int, ...]:
    """What is said with what that only brings: "said | they hoped | prices would fall"."""
    last, behind = reading.clauses[said[-1]], said[-1] + 1
    group = last.group
    if group is None or group.last != last.last or behind >= len(reading.clauses):
        return said
    clause, reporting = reading.clauses[behind], reading.cues.reporting
    brings_ = group.base in reporting.bare | reporting.thoughts
    plain = clause.role is Role.MAIN and clause.opener in ("", None, "that")
    return (*said, behind) if brings_ and plain and clause.first == last.last else said


def _told_again(reading: Reading, teller: int, said: int) -> tuple[int, ...]:
    """The clauses of "Valk said | Brenn had told him | he won" between first and last."""
    found, end = [], reading.clauses[teller].last
    for index in range(teller + 1, said):
        clause = reading.clauses[index]
        if clause.role is Role.RELATIVE and clause.last < end:
            continue  # "Valk, who knew Brenn, said she believed he won"
        finite = clause.group is not None and clause.group.finite
        if clause.role is not Role.REPORT or not finite or clause.first != end:
            return ()
        found.append(index)
        end = clause.last
    return tuple(found) if end == reading.clauses[said].first else ()


def _thinks(reading: Reading, index: int, said: int) -> bool:
    """Whether someone only thinks what is said: "police believe | he fled, the mayor said"."""
    clause, reporting = reading.clauses[index], reading.cues.reporting
    if clause.role is not Role.REPORT or clause.group is None:
        return False
    adjoins = clause.last == reading.clauses[said].first
    return adjoins and clause.group.base in reporting.thoughts | reporting.doubtful


def doubts_it(reading: Reading, index: int) -> bool:
    """Whether a clause says that someone does not say or believe what follows it."""
    clause = reading.clauses[index]
    group = clause.group
    if clause.role is not Role.REPORT or group is None:
        return False
    if group.negated:
        return True
    subject = reading.words[clause.first : group.first]
    return any(word.low in reading.cues.grammar.nobody for word in subject)


def carries_on(reading: Reading, index: int) -> bool:
    """Whether "and killed her" goes on with "when the bus struck", right before it."""
    clause, before = reading.clauses[index], reading.clauses[index - 1]
    if not index or clause.role is not Role.MAIN or before.last != clause.first:
        return False
    finite = before.group is not None and before.group.finite
    return clause.opener in ("and", "or") and before.role is Role.ADVERBIAL and finite


def brings(reading: Reading, clause: Clause) -> bool:
    """Whether "that" opens a clause, at once or behind a name: "told Valk, | that he won".

    Not behind another thing that is told: "a ferry, and, to the joy of many, that it".
    So does what someone thinks inside of another clause: "told why he thinks | it failed".
    """
    if clause.opener == "that" or _is_thought_inside(reading, clause):
        return True
    words, first = reading.words, clause.first
    if words[first].low != "that" or not first:
        return False
    if words[first - 1].low != ",":
        return True
    start = first - 1
    while start and words[start - 1].low != ",":
        start -= 1
    return words[start].text[0].isupper()


def _is_thought_inside(reading: Reading, clause: Clause) -> bool:
    """Whether "thinks" stands right before a clause, and is no verb that it hangs off."""
    first = clause.first
    if clause.role is not Role.MAIN or clause.opener or not first:
        return False
    around = reading.clause_at(first - 1)
    acts = clause.group is not None and clause.group.first == first
    roles = (Role.MAIN, Role.RELATIVE) if acts else (Role.MAIN,)
    if around is None or around.role not in roles:
        return False
    bare = reading.cues.reporting.bare
    ending = (g for g in reading.groups if g.last == first and g.finite)
    # "Vaccines that it hopes | will help"
    hangs = around.role is Role.RELATIVE
    return any((hangs or g is not around.group) and g.base in bare for g in ending)


def is_linked(reading: Reading, clause: Clause) -> bool:
    """Whether a clause begins like "on | which nine people died"."""
    if clause.role is not Role.RELATIVE or clause.last - clause.first < _LINKED:
        return False
    link, opener = reading.words[clause.first : clause.first + 2]
    return link.low in reading.cues.headline.linking and opener.low in _LINKS


_ASIDE = 4
"""Words of the shortest aside with its commas: ", despite protests,"."""


def shares_subject(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause begins "and released": its subject is that of the one before."""
    if clause.group is None or clause.opener not in cues.grammar.coordinators:
        return False
    if clause.group.subject_end:
        return False  # "Nor did the mayor"
    between = range(clause.first + 1, clause.group.first)
    last = reading.words[clause.group.first - 1].low
    if between and last in cues.grammar.vague_subjects:
        return False  # "But there was no word"
    start = _past_aside(reading, between, cues)
    return all(_is_light(reading, place, cues) for place in between[start:])


def _past_aside(reading: Reading, between: range, cues: Cues) -> int:
    """How many words are the aside of "and, | after a night in Lund, | left"."""
    if len(between) < _ASIDE or reading.words[between[0]].low != ",":
        return 0
    opener = reading.words[between[1]].low
    if opener not in cues.grammar.prepositions and opener != "according":
        return 0
    commas = (n for n in range(1, len(between)) if reading.words[between[n]].low == ",")
    return next(commas, -1) + 1


def _is_light(reading: Reading, place: int, cues: Cues) -> bool:
    """Whether a word only says when or how: "and then, | on | Monday, fled"."""
    word = reading.words[place]
    leads = word.low in cues.time.before_date
    return (
        cues.grammar.is_adverb(word.low)
        or word.low == ","
        or word.low in _TIMES
        or is_dated(reading, word.start)
        or (leads and is_dated(reading, reading.words[place + 1].start))
    )


def adds(clause: Clause) -> bool:
    """Whether ", saying" brings what follows alone."""
    return clause.group is not None and clause.group.tense is Tense.GERUND


def report_of(reading: Reading, unit: tuple[int, ...]) -> int | None:
    """The clause that says who says what the unit tells: the last before, else after.

    Not "and analysts say", behind it: they say what follows them.
    """
    clause = reading.clauses[unit[0]]
    seen = clause
    while seen.host is not None and seen.role in (Role.RELATIVE, Role.PARTICIPLE):
        seen = reading.clauses[seen.host]
    if seen.role is Role.REPORT or _answers(reading, clause):
        return None
    first = clause.first
    reports = [i for i, c in enumerate(reading.clauses) if c.role is Role.REPORT]
    reports = [i for i in reports if not _is_said_inside(reading, i, clause)]
    reports = [i for i in reports if not _is_overtaken(reading, i, clause)]
    before = [i for i in reports if reading.clauses[i].first < first]
    joining = reading.cues.grammar.coordinators
    behind = (i for i in reports if reading.clauses[i].first > first)
    after = [i for i in behind if reading.clauses[i].opener not in joining]
    after = [i for i in after if not adds(reading.clauses[i])]
    if reading.words[clause.last - 1].low in joining or _is_by_the_way(reading, clause):
        # "It fell, and, although it rained, police said …"
        after = [i for i in after if reading.clauses[i].last <= clause.ranges[-1].first]
    return before[-1] if before else (after[-1] if after else None)


def _is_said_inside(reading: Reading, report: int, clause: Clause) -> bool:
    """Whether only an aside is said: "the ship, which, | police said, | was lost, is here"."""
    said = reading.clauses[report]
    around = (c for c in reading.clauses if c.role is Role.RELATIVE and c is not clause)
    return any(c.first < said.first and said.last <= c.ranges[-1].first for c in around)


def _is_overtaken(reading: Reading, report: int, clause: Clause) -> bool:
    """Whether "but on Friday it shut" tells what became of what someone "had said | that"."""
    said, group = reading.clauses[report].group, clause.group
    before = said is not None and said.tense is Tense.PLUPERFECT
    told = clause.opener == "but" and group is not None and group.tense is Tense.PAST
    return before and told and reading.clauses[report].last < clause.first


def _is_by_the_way(reading: Reading, clause: Clause) -> bool:
    """Whether who tells it at the end need not tell what stands in brackets.

    Nor ", who was elected in 2004,": that is known without him.
    """
    own = clause.part_at(clause.group.first) if clause.group else None
    if own and own.first and reading.words[own.first - 1].low in "([":
        return True
    host = clause
    while host.host is not None and host.role in (Role.RELATIVE, Role.PARTICIPLE):
        host = reading.clauses[host.host]
    times = [t.time for place, t in reading.timexes if clause.holds(place.first)]
    long = any(time and time.granularity.fineness < _DAY for time in times)
    return long and host.last > clause.last


def _answers(reading: Reading, clause: Clause) -> bool:
    """Whether ", but Norda denied it" is what another says of what was reported."""
    group = clause.group
    says = group is not None and group.base in reading.cues.reporting.all_verbs
    return says and clause.role is Role.MAIN and clause.opener == "but"


def is_coarse(point: Point) -> bool:
    """Whether a date is that of a month or a year."""
    time = point[1].time
    return time is not None and time.granularity.fineness < _DAY


def is_dated(reading: Reading, offset: int) -> bool:
    """Whether an offset lies in a time expression."""
    timexes = reading.timexes
    return bool(timexes) and any(
        t.span.start <= offset < t.span.end for _, t in timexes
    )


def is_bracketed(reading: Reading, place: Range) -> bool:
    """Whether the date stands alone in brackets."""
    around = (place.first - 1, place.last)
    if around[0] < 0 or around[1] >= len(reading.words):
        return False
    return reading.words[around[0]].low in "([" and reading.words[around[1]].low in ")]"
