"""Several dates of one verb: those that are listed, and those that have a thing of their own.

"Se derrumbó en 1962 y en 1987" is two events. So is "Arvo fiel am 4. Mai, Torvik am 5. Mai",
where the verb is said once: its second date stands in a stretch without a verb, beside who
or what it is told of as well.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from timeline import edtf
from timeline.extract.clause import Range
from timeline.extract.draft import Draft, Gap, Point
from timeline.extract.plain.bounded import leads_date
from timeline.extract.plain.gaps import thing_of
from timeline.extract.plain.words import lows
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue


def listed(
    reading: Reading, best: Draft, same: Sequence[Draft], tongue: Tongue
) -> list[Draft]:
    """A draft for each date that is listed with the one that dates a verb best."""
    small = tongue.words
    light = small.coordinators | small.before_date | small.articles | {",", "."}
    light -= small.of - small.articles
    ordered = sorted(same, key=_first)
    at = ordered.index(best)
    chain = [best]
    for step, others in ((-1, reversed(ordered[:at])), (1, ordered[at + 1 :])):
        for other in others:
            pair = (other, chain[0]) if step < 0 else (chain[-1], other)
            if not _are_beside(reading, *pair, light):
                break
            chain.insert(0 if step < 0 else len(chain), other)
    points = [draft.point for draft in chain if draft.point]
    if (one := _either(reading, points, small.alternatives)) is not None:
        rest = tuple(p for p in points if best.point and p[0] != best.point[0])
        return [replace(best, point=one, others=rest)]
    return [
        replace(draft, others=tuple(p for p in points if p != draft.point))
        for draft in chain
    ]


def _either(
    reading: Reading, points: Sequence[Point], words: frozenset[str]
) -> Point | None:
    """The first of dates of which only one is right: "1903 oder 1904", with both as its time."""
    if len(points) < 2:
        return None
    (first, one), (last, other) = points[0], points[-1]
    between = reading.words[first.last : last.first]
    if words.isdisjoint(word.low for word in between) or not (one.time and other.time):
        return None
    return first, replace(one, time=edtf.either(one.time, other.time))


def _first(draft: Draft) -> int:
    assert draft.point is not None
    return draft.point[0].first


def _are_beside(
    reading: Reading, first: Draft, second: Draft, light: frozenset[str]
) -> bool:
    """Whether only small words stand between two dates, which are as fine as each other."""
    assert first.point is not None
    assert second.point is not None
    (a, one), (b, other) = first.point, second.point
    alike = one.time and other.time and one.time.granularity is other.time.granularity
    between = reading.words[a.last : b.first]
    return bool(alike and between) and all(word.low in light for word in between)


# ── Verbs said once ──────────────────────────────────────────────────────────────────


def gap(
    reading: Reading, index: int, group: Group, point: Point, tongue: Tongue
) -> Draft | None:
    """What a stretch without a verb tells with the verb of its host; None if unclear."""
    clause = reading.clauses[index]
    stretch = Range(clause.first, clause.last)
    known = lows(reading.words, tongue)
    thing = thing_of(reading.words, known, stretch, reading.dated_words, tongue)
    if thing is None or clause.host is None:
        return None
    instead = _replaced(reading, clause.host, group, thing, tongue)
    if instead is None:
        return None
    found = Gap(clause.host, point, thing, stretch, "thing", instead)
    return Draft((), 0, clause.last, group, point=point, gap=found)


def _replaced(
    reading: Reading, host: int, group: Group, thing: Range, tongue: Tongue
) -> Range | None:
    """The words of a clause in whose place the thing stands.

    Of several those with an article as it has, else the last: "publicó la novela …, la última".
    """
    words = reading.words
    low = lows(words, tongue).tails
    lead, articles = low[thing.first], tongue.words.articles
    is_led = _is_led(lead, tongue)
    runs = [*_runs(reading, host, group, thing, tongue)]

    def likeness(run: Range) -> tuple[bool, bool, int]:
        apart = run.first > group.first and words[run.first - 1].is_mark
        alike = (words[run.first].low in articles) == (
            words[thing.first].low in articles
        )
        return not apart, alike, run.first

    for run in sorted(runs, key=likeness, reverse=True):
        led = _is_led(low[run.first], tongue)
        if is_led and low[run.first] == lead:
            return run
        if not is_led and not led:
            return run
    return None


def _is_led(low: str, tongue: Tongue) -> bool:
    """Whether a phrase begins with a preposition, or with one that has its article: "au"."""
    small = tongue.words
    fused = low in small.articles and len(low) > 1
    return low in small.prepositions and (fused or low not in small.articles)


def _runs(
    reading: Reading, host: int, group: Group, thing: Range, tongue: Tongue
) -> Iterator[Range]:
    """The phrases of a clause before a stretch, parted at verbs, dates and marks."""
    small, words = tongue.words, reading.words
    low = lows(words, tongue).tails
    verbal = {*range(group.first, group.last), group.head}
    light = small.light - small.articles - small.prepositions
    first = -1
    for part in reading.clauses[host].ranges:
        for at in range(part.first, min(part.last, thing.first)):
            led = low[at] in small.before_date and leads_date(reading, at, tongue)
            ends = at in verbal or at in reading.dated_words or words[at].is_mark
            particle = low[at] in tongue.particles and (
                low[at] not in small.prepositions or words[at + 1].is_mark
            )
            ends = ends or led or low[at] in light or particle
            begins = low[at] in small.prepositions - small.of and not ends
            begins = begins or (first >= 0 and _begins_anew(low, at, tongue))
            if first >= 0 and (ends or begins):
                yield Range(first, at)
                first = -1
            if not ends and first < 0:
                first = at
        if first >= 0:
            yield Range(first, min(part.last, thing.first))
            first = -1


def _begins_anew(low: Sequence[str], at: int, tongue: Tongue) -> bool:
    """Whether an article right behind a noun begins another: "stellte Arvo | das Auto vor"."""
    small = tongue.words
    begins = small.articles - small.genitive - small.prepositions
    led = small.articles | small.prepositions | small.of | small.coordinators
    return tongue.is_verb_last and low[at] in begins and low[at - 1] not in led


def gapped(reading: Reading, draft: Draft, tongue: Tongue) -> list[int]:
    """The places of the words that tell a draft with a gap, without any date."""
    found = draft.gap
    assert found is not None
    small = tongue.words
    places: list[int] = []
    for part in reading.clauses[found.clause].ranges:
        if draft.group and part.first > found.rest.last > draft.group.first:
            break  # what is said of the first of them: "su primera novela, El río"
        for at in range(part.first, min(part.last, found.stretch.first)):
            dated = at in reading.dated_words or (
                reading.words[at].low in small.before_date
                and leads_date(reading, at, tongue)
            )
            if at == found.rest.first:
                places += range(found.thing.first, found.thing.last)
            if not dated and not found.rest.first <= at < found.rest.last:
                places.append(at)
    return places
