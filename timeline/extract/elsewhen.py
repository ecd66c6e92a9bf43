"""Whether a sentence speaks of another time than the day of its report."""

import itertools

from timeline import civil
from timeline.extract.deeds import charge_of
from timeline.extract.describing import describes
from timeline.extract.draft import Draft
from timeline.extract.idle import is_counted
from timeline.extract.occasions import is_occasion
from timeline.extract.perfects import is_before_perfect
from timeline.extract.plans import is_of_called_off, is_planned_for
from timeline.extract.quantities import is_measure
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.tells import is_asked, is_called_off
from timeline.extract.timely import is_for_period, is_to_come
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.phrases import Phrases
from timeline.model import Kind, TimeValue, Timex
from timeline.text.words import stretch_start

_PARTS = frozenset(
    ("day", "eve", "morning", "afternoon", "evening", "night", "weekend")
)
"""Behind "on the" and before "of" these are of another thing than the report."""

_AHEAD = 6
"""Words at the head of a sentence that can say how long after another thing it was."""

_COUNTED = 8
"""Words behind a verb among which it is counted from another time."""

_LATELY = 31 * civil.DAY
"""Seconds before the day of a report within which it may tell that a plan is off."""

_NEAR = 40
"""Characters behind "said" in which "at the time" is of it."""

_FROM = frozenset(("after", "later", "before", "earlier", "prior"))
"""Behind a length of time these count it from another thing."""


def recalls(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence begins by looking back: "previously, the mine was"."""
    return any(word.low in cues.time.background for word in reading.words[:2])


def counts_on(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence begins like "two days after the flood" or "within hours", or what
    it tells was "on the day he died"."""
    if not _PARTS.isdisjoint(reading.lows) and _is_on_its_day(reading, cues):
        return True
    units, words = cues.quantities.skip_nouns, reading.words[:_AHEAD]
    lows = [word.low for word in words]
    if lows[:2] in (["on", "the"], ["in", "the"]):
        if lows[0] == "on" and lows[3:4] == ["of"] and lows[2] in _PARTS:
            return True  # "On the morning of the vote"
        if lows[4:5] == ["of"] and is_measure(lows[3], cues):
            return True  # "In the last year of the war"
    for before, word in itertools.pairwise(words):
        if is_measure(before.low, cues):
            if word.low in _FROM or word.low.isdigit():
                return True  # "Two days after", "on day 2"
        elif before.low == "within" and word.low.removesuffix("s") in units:
            return True
    return False


def _is_on_its_day(reading: Reading, cues: Cues) -> bool:
    """Whether "on the day he died", "on the night of the raid" says when all before it was.

    Not in what someone says, of whatever time that is.
    """
    words = reading.words
    for at in range(len(words) - 3):
        on, the, part, behind = (word.low for word in words[at : at + 4])
        if on != "on" or the != "the" or part not in _PARTS:
            continue
        if behind == "that":
            behind = words[at + 4].low if at + 4 < len(words) else ""
        points = behind == "of" or behind in cues.grammar.articles
        points = points or cues.people.get(behind) == behind
        said = any(
            c.role is Role.REPORT and c.first < at and c.group and c.group.finite
            for c in reading.clauses
        )
        if points and not said:
            return True
    return False


def is_long_after(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a past is counted from another: "was found | two hours later", or drawn out."""
    group = draft.group
    if group is None or draft.statement:
        return False
    near = reading.words[max(0, group.first - 1) : group.last]
    if any(word.low in cues.time.in_the_end for word in near):
        return True
    units = cues.quantities.skip_nouns
    behind = [word.low for word in reading.words[group.last : group.last + _COUNTED]]
    return any(
        low == "later" and before.removesuffix("s") in units
        for before, low in itertools.pairwise(behind)
    )


def is_of_life(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a verb in the past tells of a whole youth: "grew up there", "spent her youth"."""
    time = cues.time
    behind = reading.words[group.last].low if group.last < len(reading.words) else ""
    if not {group.base, f"{group.base} {behind}"}.isdisjoint(time.lifelong):
        return True
    if group.tense is not Tense.PAST or time.of_youth.isdisjoint(reading.lows):
        return False
    near = itertools.pairwise(reading.words)
    return any(
        a.low in cues.grammar.articles and b.low in time.of_youth for a, b in near
    )


def is_of_past(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether what a verb in the past tells is of no day of late.

    "Norda recently cut its prices", "during her career she wrote", "said at the time".
    Nor is what has long been so.
    """
    time = cues.time
    inside = reading.words[group.first : group.last]
    if any(word.low in time.enduring for word in inside):
        return True
    if group.tense is not Tense.PAST:
        return False
    if any(
        w.low in time.looking_back for w in reading.words[group.first - 1 : group.last]
    ):
        return True
    if is_of_life(reading, group, cues):
        return True
    says = group.base in cues.reporting.verbs
    if says:  # What is said may be of any time: "said it was the worst for decades".
        said = reading.words[group.last - 1].end
        if time.at_that_time.search(reading.text, said, said + _NEAR):
            return True
    elif not time.back_then.keys.isdisjoint(reading.runs) and _has(
        reading, time.back_then
    ):
        return True
    ahead = reading.words[: min(group.first, _AHEAD)]
    if any(word.low in time.of_lives for word in ahead):
        return ahead[0].low in cues.grammar.prepositions
    return any(_is_lately(place, timex, group) for place, timex in reading.timexes)


def _has(reading: Reading, said: Phrases) -> bool:
    span = reading.span
    return said.search(reading.text, span.start, span.end) is not None


def _is_lately(place: Range, timex: Timex, group: Group) -> bool:
    """Whether "recently" or "in the past" stands beside a verb, or before it."""
    beside = place.first <= group.last and group.first - _AHEAD <= place.last
    return timex.value == "PAST_REF" and beside


def _was_called(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a time is that for which something was set, held or not."""
    planned = is_planned_for(reading, place, cues)
    own = reading.clause_at(place.first)
    hung = own.group if own is not None and own.role is Role.PARTICIPLE else None
    if hung is not None and is_called_off(reading, hung, cues):
        return True  # "The vote, expected to be held in May, was called off"
    return planned or is_of_called_off(reading, place, cues)


def is_background(
    reading: Reading, placed: tuple[Range, Timex], dct: TimeValue, cues: Cues
) -> bool:
    """Whether a time expression speaks of another time, of habits or of a long while."""
    place, timex = placed
    asked = (
        c for c in reading.clauses if c.opener == "whether" or is_asked(reading, c)
    )
    if any(clause.holds(place.first) for clause in asked):
        return False  # "Are finding out whether he left on Friday"
    if _is_of_aside(reading, placed, dct) or is_counted(reading, placed):
        return False  # "Raised its rate for the third time this year"
    late = timex.time is not None and timex.time.end > dct.start - _LATELY
    if late and _was_called(reading, place, cues):
        return False  # "A strike called for Friday has been called off"
    coming = timex.time is not None and timex.time.start >= dct.end
    if any(is_before_perfect(reading, g, placed, dct, cues) for g in reading.groups):
        return False  # "Has apologised for missing the vote on Monday"
    if coming and any(_looks_to(reading, g, placed, cues) for g in reading.groups):
        return False  # "Welcomed the plan to reopen the mine in June"
    aside = describes(reading, place, cues) and not _is_of_subject(reading, place)
    if aside and not is_occasion(reading, placed, cues):
        return False
    spoken = charge_of(reading, place, cues) or is_for_period(reading, placed, cues)
    if spoken or _is_of_cause(reading, place, cues):
        return False
    before = reading.words[place.first - 1].low if place.first else ""
    if timex.time is not None:
        ahead = timex.time.start >= dct.end and before in cues.time.bounds
        within = dct.start <= timex.time.start and timex.time.end <= dct.end
        return not (within or ahead)  # "Has been put off until May" is news.
    if timex.kind is Kind.SET:
        return True
    lasts = timex.kind is Kind.DURATION and before == "for"
    return lasts and _is_of_verb(reading, place)


def _looks_to(
    reading: Reading, group: Group, placed: tuple[Range, Timex], cues: Cues
) -> bool:
    """Whether a day ahead is that of what a verb speaks of: "called for a vote in June"."""
    asks = group.finite and group.base in cues.status.ahead
    asks = asks and not group.negated and group.last <= placed[0].first
    return asks or is_to_come(reading, group, placed, cues)


def _is_of_aside(reading: Reading, placed: tuple[Range, Timex], dct: TimeValue) -> bool:
    """Whether only what someone did before is dated, long ago or before what is done now.

    "Ada Brenn, who ruled Norda until 1985, | has died".
    """
    place, time = placed[0], placed[1].time
    own = reading.clause_at(place.first)
    main = next((c for c in reading.clauses if c.role is Role.MAIN and c.group), None)
    if own is None or main is None or own.role is not Role.RELATIVE:
        return False
    ago = time is not None and time.end < dct.start - _LATELY
    done = main.group is not None and main.group.tense is Tense.PERFECT
    around = itertools.pairwise(main.ranges)
    inside = any(a.last <= own.first and own.last <= b.first for a, b in around)
    return inside and (ago or done)


def _is_of_cause(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether only why something is so is dated: "because of the strike in May, | it lost"."""
    start = stretch_start(reading.words, place.first)
    causes = [word.low for word in reading.words[start : start + 2]]
    leads = causes[0] in cues.time.causes or " ".join(causes) in cues.time.causes
    return leads and not any(start <= g.first < place.first for g in reading.groups)


def _is_of_verb(reading: Reading, place: Range) -> bool:
    """Whether a length of time is that of what a finite verb tells.

    It is not in "has launched an appeal to feed them for a year".
    """
    leading = reading.groups_before(place.first)
    return not leading or leading[-1].finite


def _is_of_subject(reading: Reading, place: Range) -> bool:
    """Whether what is told is of the time described: "last year's results were hurt".

    In "third-quarter profit fell" it is the news.
    """
    heads = [g.head for g in reading.groups if g.finite]
    joined = "-" in reading.words[place.last - 1].text
    return bool(heads) and place.first < heads[0] and not joined


def is_while(reading: Reading, placed: tuple[Range, Timex]) -> bool:
    """Whether a time expression is of no day: "in recent weeks", "over three months"."""
    place, timex = placed
    vague = timex.time is None and timex.value != "PRESENT_REF"
    return vague and _is_of_verb(reading, place)
