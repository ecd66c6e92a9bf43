"""Verbs that are said once for several: "Arvo fell on 4 May and Torvik on 5 May".

Behind the first date of such a verb stand others, each with who or what it is told of as
well. Whether that is the subject or the object is seen by which of them it looks like.
"""

import itertools
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline.extract.counting import counted, is_ranked, is_there
from timeline.extract.draft import Draft, Gap, Point, is_point, report_of
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.sharing import (
    SharedVerb,
    are_alike,
    begins_rank,
    is_over,
    is_thing,
    kind_of_thing,
    own_subject,
    stretch_end,
)
from timeline.extract.subjects import head_of, is_plural
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_OF_THEM = frozenset(("them", "whom"))


def gaps(reading: Reading, cues: Cues) -> tuple[Gap, ...]:
    """All of a sentence, in order."""
    points = [p for p in reading.timexes if is_point(p[1])]
    if not points or (len(points) < 2 and reading.lows.isdisjoint(_OF_THEM)):
        return ()
    others = (
        *_instead(reading, points, cues),
        *_respective(reading, points, cues),
        *_shares(reading, points, cues),
    )
    if others:
        return others
    found = (
        gap
        for index, clause in enumerate(reading.clauses)
        if clause.role is Role.MAIN and clause.group and clause.group.finite
        for gap in _of_clause(reading, index, points, cues)
    )
    return tuple(found)


def cut_before(reading: Reading, index: int, cues: Cues) -> int:
    """Where the words of a clause end that are told once; all of them do by default."""
    if not reading.timexes:
        return len(reading.words)
    own = (g.stretch.first for g in gaps(reading, cues) if g.clause == index)
    return next(own, len(reading.words))


def gapped(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The line of one: the verb with who it is told of as well."""
    gap, group = draft.gap, draft.group
    assert gap is not None
    assert group is not None
    clause = reading.clauses[gap.clause]
    thing = reading.said(gap.thing)
    subject = own_subject(reading, clause, group, cues)
    verbs = reading.said(Range(group.first, group.last))
    if gap.kind == "instead":
        verbs = _affirmed(reading, group, cues)
    if gap.kind == "there":
        return f"There {verbs} {thing} {reading.said(gap.rest)}"
    if gap.kind in ("subject", "instead"):
        helper, blank, rest = verbs.partition(" ")
        if helper in ("was", "were"):
            several = _are_several(reading, gap.thing, cues)
            verbs = f"{'were' if several else 'was'}{blank}{rest}"
        return f"{thing} {verbs} {reading.said(gap.rest)}"
    who = reading.said(subject) if subject else ""
    return f"{who} {verbs} {reading.said(gap.rest)} {thing}"


def _are_several(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a noun phrase means more than one: "two of them", "miners"."""
    first = reading.words[part.first].low
    if first in cues.quantities.numbers or first.isdigit():
        return first not in ("one", "1")
    return is_plural(head_of(reading, part), cues)


def drafts_of(found: Sequence[Gap], reading: Reading) -> Iterator[Draft]:
    """The events that are told without their verb."""
    for gap in found:
        if not gap.kind:
            continue  # "Not on Monday"
        clause = reading.clauses[gap.clause]
        group = clause.group
        if group is not None and gap.kind == "instead":
            group = replace(group, negated=False)
        yield Draft(
            (gap.clause,),
            clause.first,
            gap.stretch.last,
            group,
            point=gap.point,
            report=report_of(reading, (gap.clause,)),
            gap=gap,
        )


def _instead(reading: Reading, points: Sequence[Point], cues: Cues) -> Iterator[Gap]:
    """The second date of "did not resign on Monday | but on Tuesday", and "not on Monday"."""
    for first, second in itertools.pairwise(points):
        between = [w.low for w in reading.words[first[0].last : second[0].first]]
        lead = reading.words[: first[0].first]
        while lead and lead[-1].low in cues.time.before_date:
            lead = lead[:-1]
        if between[:1] == [","]:
            between = between[1:]
        opens = between[:1] == ["but"] and cues.time.before_date.issuperset(between[1:])
        at = reading.clause_at(first[0].first)
        if not opens or at is None or at.group is None or at.role is not Role.MAIN:
            continue
        group, index = at.group, reading.clauses.index(at)
        subject = own_subject(reading, at, group, cues)
        direct = bool(lead) and lead[-1].low == "not"
        if subject is None or not (group.negated or direct) or not group.finite:
            continue
        rest = Range(group.last, max(group.last, len(lead) - direct))
        stretch = Range(len(lead) - direct, second[0].last)
        for point in (first, second):
            kind = "instead" if point is second else ""
            yield Gap(index, point, subject, stretch, kind, rest)


def _respective(reading: Reading, points: Sequence[Point], cues: Cues) -> Iterator[Gap]:
    """Those who share a verb, each with its date: "on 3 and 5 May respectively"."""
    if "respectively" not in reading.lows:
        return
    for index, clause in enumerate(reading.clauses):
        group = clause.group
        own = [p for p in points if clause.holds(p[0].first)]
        if group is None or clause.role is not Role.MAIN or len(own) < 2:
            continue
        subject = own_subject(reading, clause, group, cues)
        things = _listed(reading, subject) if subject else []
        if len(things) != len(own) or own[0][0].first < group.last:
            continue
        first = own[0][0].first
        while reading.words[first - 1].low in cues.time.before_date:
            first -= 1
        rest, stretch = Range(group.last, first), Range(first, clause.last)
        for thing, point in zip(things, own, strict=True):
            yield Gap(index, point, thing, stretch, "subject", rest)


def _shares(reading: Reading, points: Sequence[Point], cues: Cues) -> Iterator[Gap]:
    """The parts of "three men were shot: | two on Monday and | one on Tuesday"."""
    clause = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    group = clause.group if clause else None
    if clause is None or group is None or not group.finite:
        return
    if points[0][0].first < group.last:
        return
    at, index = group.last, reading.clauses.index(clause)
    for point in points:
        first = point[0].first
        while first > at and reading.words[first - 1].low in cues.time.before_date:
            first -= 1
        start = first
        while start > at and reading.words[start - 1].low in _OF_THEM | {"of"}:
            start -= 1
        counts = start > at and reading.words[start - 1].low in cues.quantities.numbers
        mark = reading.words[start - 2].low if start - 1 > at else ""
        bare = start == first and at == group.last
        if not counts or mark not in (",", ":", "and") or (bare and mark != ":"):
            return
        thing, stretch = Range(start - 1, first), Range(start - 2, point[0].last)
        yield Gap(
            index, point, thing, stretch, "subject", Range(group.last, group.last)
        )
        at = point[0].last


def _listed(reading: Reading, subject: Range) -> list[Range]:
    """The names of a list: "the towns of | Arvo | and | Torvik"."""
    found: list[Range] = []
    start = subject.first
    for at in range(subject.first, subject.last + 1):
        ends = at == subject.last or reading.words[at].low in (",", "and")
        if reading.words[at].low == "of" and at < subject.last:
            start = at + 1
        if ends:
            found += [Range(start, at)] if start < at else []
            start = at + 1
    return found


def _affirmed(reading: Reading, group: Group, cues: Cues) -> str:
    """A verb without its negation: "did not resign" as "resigned"."""
    words = reading.words[group.first : group.last]
    kept = [w.text for w in words if w.low not in ("not", "n't", "never")]
    past = cues.pasts.get(group.base)
    if len(kept) < len(words) and words[0].low == "did" and past:
        return past
    return " ".join(kept)


def _of_clause(
    reading: Reading, index: int, points: Sequence[Point], cues: Cues
) -> Iterator[Gap]:
    """Those of one verb, from its first date on."""
    clause = reading.clauses[index]
    first = next((p for p in points if clause.holds(p[0].first)), None)
    group = clause.group
    if first is None or group is None or group.base in cues.status.charging:
        return
    between = (g for g in reading.groups if group.last <= g.first < first[0].first)
    if any(g.tense is Tense.INFINITIVE for g in between):
        return  # "Was forced to help Norda in May and Sarn in June"
    verb = SharedVerb(reading, index, group, first, first[0].last <= group.first)
    at = first[0].last
    if verb.leads:
        own = clause.part_at(group.first)
        at = own.last if own else 0
    elif _is_place(reading, at, cues):
        at = stretch_end(reading, at)  # "Was sold in 1932 to Norda | and"
    while at:
        gap = _next(verb, at, points, cues)
        at = 0
        if gap is not None:
            yield gap
            at = gap.stretch.last


def _next(verb: SharedVerb, at: int, points: Sequence[Point], cues: Cues) -> Gap | None:
    """The one that begins behind a word, if one does."""
    reading = verb.reading
    start, joined = _past_joint(reading, at)
    point = next((p for p in points if p[0].first >= start), None)
    if start == at or point is None:
        return None
    thing, stretch = _parts(verb, at, start, point, cues)
    told = any(stretch.first <= g.first < stretch.last for g in reading.groups)
    over = is_over(reading, stretch.last)
    paired = joined or are_alike(verb, thing, cues)
    if told or not over or not is_thing(reading, thing, paired, cues):
        return None
    if is_ranked(reading, thing) and not begins_rank(verb, cues):
        return None
    kind, rest = kind_of_thing(verb, thing, cues)
    if is_there(reading, verb.group):
        kind, rest = counted(reading, Range(verb.group.last, rest.last), thing, cues)
    return Gap(verb.index, point, thing, stretch, kind, rest) if kind else None


def _parts(
    verb: SharedVerb, at: int, start: int, point: Point, cues: Cues
) -> tuple[Range, Range]:
    """What a verb is told of behind a joint, and that with its date."""
    reading, place = verb.reading, point[0]
    led = place.first
    while led > start and reading.words[led - 1].low in cues.time.before_date:
        led -= 1
        if is_ranked(reading, Range(start, led)):
            break  # "The last | on 9 May", "another | on Monday"
    if not verb.leads and led == start and _is_place(reading, place.last, cues):
        behind = Range(place.last, stretch_end(reading, place.last))
        return behind, Range(at, behind.last)
    if not verb.leads:
        return Range(start, led), Range(at, place.last)
    named = place.last
    listed = reading.words[at].low == ";"
    named += listed and [w.low for w in reading.words[named : named + 1]] == [","]
    thing = Range(named, stretch_end(reading, named) if led == start else named)
    return thing, Range(at, thing.last)


def _past_joint(reading: Reading, at: int) -> tuple[int, bool]:
    """Behind a comma, a semicolon and "and", and whether there is an "and"."""
    start, joined = at, False
    while start < len(reading.words) and reading.words[start].low in (",", ";", "and"):
        joined = joined or reading.words[start].low == "and"
        start += 1
    return start, joined


def _is_place(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether "to Norda" begins behind a date."""
    following = reading.words[at : at + 1]
    return any(w.low in cues.grammar.prepositions for w in following)
