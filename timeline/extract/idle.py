"""Dates that date no event: they bound, measure or describe, or are compared with."""

import re

from timeline.extract.belonging import (
    ends_item,
    is_of_apposition,
    is_of_included,
    is_of_judgment,
    is_of_paper,
    is_of_second_charge,
    is_of_that,
    names_paper,
)
from timeline.extract.bounds import AFTER, BEFORE, begins_change, is_since
from timeline.extract.bracketed import dates_verb_from_brackets, is_cited
from timeline.extract.compared import is_compared
from timeline.extract.deadlines import UNTIL, is_last_day
from timeline.extract.deeds import charge_of
from timeline.extract.describing import describes
from timeline.extract.draft import Point, is_bracketed
from timeline.extract.occasions import is_occasion
from timeline.extract.plans import (
    begins_deed,
    is_awaited,
    is_of_called_off,
    is_planned_for,
    is_unpaid,
)
from timeline.extract.reading import Range, Reading, Role
from timeline.extract.recalled import is_of_recalled
from timeline.extract.reduced import is_of_figure, is_of_hardest
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Basis, Granularity, Kind
from timeline.text.words import stretch_start

_DAY = Granularity.DAY.fineness
_YEAR = Granularity.YEAR.fineness

_AT_LAST = "end-of-unit"
"""The rule that reads "the end of the day"."""

_YEARS = re.compile(r"\d{4} ?[-–] ?\d{2,4}")
"""Two years with a dash."""

_RANKED = 8
"""Words of "the fourth such attack in the city | this year", at most."""


def dates_verb(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date can date the verb of its clause: it bounds and describes nothing."""
    place, timex = point
    if bounds_told(reading, point, cues) or is_occasion(reading, point, cues):
        return True
    if timex.mod in BEFORE or timex.mod in AFTER:
        return False
    if _is_bounded(reading, place, cues) or _is_phrase(reading, point, cues):
        return False
    before = [w.low for w in reading.words[max(0, place.first - 3) : place.first]]
    ends = before[-1:] == ["to"] and not _is_set_to(reading, place, cues)
    if ends or before[-2:] == ["for", "the"] or _is_habit(reading, point):
        return False
    short = before[:-1] if before[-1:] == ["."] else before
    if short and short[-1] in cues.time.lives:
        return False
    if _is_term(reading, place, cues) or names_paper(reading, place, cues):
        return False
    if describes(reading, place, cues) or charge_of(reading, place, cues):
        return False
    if is_compared(reading, place, cues) or _is_of_other(reading, point, cues):
        return False
    if is_bracketed(reading, place):
        return dates_verb_from_brackets(reading, place, cues)
    return not is_cited(reading, place) and not _is_lifespan(reading, place)


def _is_bounded(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether "since", "until at least" or "up to the" stands before a date."""
    lows = [w.low for w in reading.words[max(0, place.first - 4) : place.first]]
    before = lows[:-2] if lows[-2:] == ["at", "least"] else lows[-3:]
    ways = before[-2:] in (["back", "to"], ["forward", "to"])
    told = reading.groups_before(place.first)  # "Was put | back to July"
    moved = ways and any(g.base in cues.status.shifting for g in told)
    if not before or moved:
        return False
    bounds = cues.time.bounds
    if before[-1] in bounds or " ".join(before[-2:]) in bounds:
        return True
    light = before[-1] in ("the", "about")
    if light and len(before) > 1 and before[-2] in bounds:
        return True
    return is_since(reading, place, cues)


def bounds_told(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date bounds what it is told of: by then, from then on or until then."""
    return (
        is_last_day(reading, point, cues)
        or is_not_until(reading, point, cues)
        or lasted_until(reading, point)
    )


def lasted_until(reading: Reading, point: Point) -> bool:
    """Whether something went on until some year: "worked in a factory until 1950".

    Of news, that is background; a day says when something is over, which is told apart.
    """
    place, time = point[0], point[1].time
    led = place.first > 0 and reading.words[place.first - 1].low in UNTIL
    if not led or time is None or time.granularity.fineness > _YEAR:
        return False
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if clause is None or group is None or group.negated or clause.role is not Role.MAIN:
        return False
    if [w.low for w in reading.words[place.last : place.last + 2]] == [",", "when"]:
        return False  # What came then tells it.
    own = (t for r, t in reading.timexes if clause.holds(r.first) and t.time)
    return group.tense is Tense.PAST and sum(1 for _ in own) == 1


def _is_phrase(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a time is meant as in a saying: "will not change overnight", "could overnight".

    "At the end of the day, it has to pay"
    """
    place, timex = point
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    behind = reading.words[place.last : place.last + 1]
    is_day = timex.time is not None and timex.time.granularity is Granularity.DAY
    ends = timex.rule == _AT_LAST and is_day
    if ends and behind and behind[0].low == ",":
        return group is None or group.tense in (Tense.PRESENT, Tense.MODAL)
    rapid = reading.words[place.first].low in cues.time.rapid
    if not rapid or group is None:
        return False
    return group.negated or group.tense is Tense.MODAL


def _is_set_to(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether something moves to a date, which else only ends "data to the end of April".

    Or ends what is counted: "in the three months to March".
    """
    before = reading.groups_before(place.first)
    unit = reading.words[place.first - 2].low if place.first > 1 else ""
    if unit.removesuffix("s") in cues.quantities.skip_nouns:
        return True
    moving, ahead = cues.status.shifting, cues.status.ahead
    return any(g.base in moving or g.base in ahead for g in before)


def is_not_until(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether something was so from a date on: "not until 1975 was it", "was not until 1975"."""
    place = point[0]
    first = place.first - 1
    if first < 1 or reading.words[first].low not in UNTIL:
        return False
    if reading.words[first - 1].low == "not":
        return True
    before = reading.groups_before(place.first)
    told = before[-1] if before else None
    behind = any(g.finite and g.first >= place.last for g in reading.groups)
    bounds = (Tense.PAST, Tense.PLUPERFECT, Tense.FUTURE)
    looks = told is not None and (told.tense in bounds or told.modal == "would")
    denied = looks and told is not None and told.negated
    return denied and not behind


def _is_of_other(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date is that of something beside what its clause tells."""
    place = point[0]
    return (
        begins_deed(reading, place, cues)
        or is_of_second_charge(reading, place, cues)
        or is_awaited(reading, place, cues)
        or is_of_called_off(reading, place, cues)
        or _bounds_span(reading, place)
        or begins_change(reading, place, cues)
        or is_of_that(reading, place, cues)
        or is_of_apposition(reading, place, cues)
        or _is_shifted(reading, place, cues)
        or _is_not_this(reading, place, cues)
        or is_counted(reading, point)
        or is_planned_for(reading, place, cues)
        or is_of_paper(reading, place, cues)
        or is_of_judgment(reading, place)
        or is_of_figure(reading, place, cues)
        or is_of_included(reading, place)
        or ends_item(reading, place)
        or is_of_hardest(reading, place)
        or is_of_recalled(reading, place, cues)
    )


def _bounds_span(reading: Reading, place: Range) -> bool:
    """Whether a date is one end of "between 2005 and January 2009"."""
    before = next(reading.timexes_before(place.first), None)
    after = next(reading.timexes_from(place.last), None)
    return bool(
        (before and before[1].time and _is_between(reading, before[0], place))
        or (after and after[1].time and _is_between(reading, place, after[0]))
    )


def _is_between(reading: Reading, ahead: Range, behind: Range) -> bool:
    """Whether two dates are the ends of "between 2005 and January 2009"."""
    if not ahead.first or behind.first - ahead.last != 1:
        return False
    opens, joins = reading.words[ahead.first - 1].low, reading.words[ahead.last].low
    return opens == "between" and joins == "and"


def _is_shifted(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether dates are those between which something moved: "from 3 May to 10 May".

    So is the one of "was postponed | from 3 May": it no longer is of that day.
    """
    before = reading.groups_before(place.first)
    opens = reading.words[place.first - 1].low if place.first else ""
    words = {w.low for w in reading.words[place.first : place.last]}
    spans = "to" in words and "from" in words
    if not before or (opens != "from" and not spans):
        return False
    return before[-1].base in cues.status.shifting


def _is_not_this(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is said not to be the one: "on Monday, not Tuesday,"."""
    first = place.first
    while first and reading.words[first - 1].low in cues.time.before_date:
        first -= 1
    before = [word.low for word in reading.words[max(0, first - 2) : first]]
    return before in ([",", "not"], ["and", "not"])


def is_counted(reading: Reading, point: Point) -> bool:
    """Whether a year only says of how many: "the third this year", "the worst this month".

    So it does in "was the fourth such attack in Lund this year" and "for the third time
    this year", not in "won her third race this year".
    """
    place, timex = point
    opens = reading.words[place.first].low == "this" and place.first > 1
    if not opens or timex.time is None or timex.time.granularity.fineness >= _DAY:
        return False
    for at in range(place.first - 1, max(0, place.first - _RANKED), -1):
        which, before = reading.words[at].low, reading.words[at - 1].low
        ranks = which in ("second", "third") or which.endswith(("th", "st"))
        if ranks and before in ("the", "a", "its", "his", "her", "their"):
            bare = at == place.first - 1 and before in ("the", "a")
            return bare or _names_rank(reading, at - 1)
        if reading.words[at].is_mark or any(g.last == at + 1 for g in reading.groups):
            return False
    return False


def _names_rank(reading: Reading, at: int) -> bool:
    """Whether "the fourth" is what something was: behind "was", a comma or "for"."""
    before = reading.words[at - 1].low if at else ""
    return before in (",", "for") or any(
        g.base == "be" and g.last == at for g in reading.groups
    )


def _is_term(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date says when something falls due, or is told of it: "payable on 2 July to
    those on the register | on 8 June"."""
    if _falls_due(reading, place, cues):
        return True
    before = next(reading.timexes_before(place.first), None)
    if before is None or not _falls_due(reading, before[0], cues):
        return False
    return before[0].first >= stretch_start(reading.words, place.first)


def _falls_due(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date stands right behind "due": "bonds due March 1", "the rent, due May 1,"."""
    first = place.first
    while first and reading.words[first - 1].low in ("on", "in", "by"):
        first -= 1
    if first < 2:
        return False
    kind, term = (word.low for word in reading.words[first - 2 : first])
    if cues.time.terms.isdisjoint((term, f"{kind} {term}")):
        return False
    aside = reading.words[first - 2].low == "," and first > 2
    noun = reading.words[first - 2 - aside]
    light = noun.low in cues.helpers or noun.low in cues.grammar.adverbs
    light = light or noun.low in cues.event_nouns
    told = not aside and any(g.finite and g.head == first - 2 for g in reading.groups)
    light = light or told  # "Fell due on 1 April"
    return noun.low.isalnum() and not light and not is_unpaid(reading, place, cues)


def _is_habit(reading: Reading, point: Point) -> bool:
    """Whether something is so every year: "it spreads in winter"."""
    place, timex = point
    fine = timex.time is not None and timex.time.granularity.fineness > _DAY
    if fine and _is_timetable(reading, point):
        return True
    if fine and any(other.kind is Kind.SET for _, other in reading.timexes):
        return True  # "On air daily at 9 a.m."
    yearless = timex.basis is not Basis.EXPLICIT or timex.time is None
    if yearless and any(
        other.kind is Kind.SET and 0 <= place.first - r.last <= 1
        for r, other in reading.timexes
    ):
        return True  # "Every year on 12 September"
    clause = reading.clause_at(place.first)
    told = clause.group.tense if clause and clause.group else None
    if yearless and clause is not None and told is Tense.PRESENT:
        inside = (r for r, other in reading.timexes if other.kind is Kind.SET)
        if any(clause.holds(r.first) for r in inside):
            return True  # "Floods the town each year in the rains of May"
    season = timex.time is not None and timex.time.granularity is Granularity.SEASON
    if not season or place.last - place.first > 1 or not place.first:
        return False
    main = next((g for g in reading.groups if g.finite), None)
    bare = reading.words[place.first - 1].low in ("in", "during", "the")
    return bare and main is not None and main.tense is Tense.PRESENT


def _is_timetable(reading: Reading, point: Point) -> bool:
    """Whether hours are those of every day: "the curfew runs | from 10 p.m. to 5 a.m."."""
    place, timex = point
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if group is None or group.tense is not Tense.PRESENT:
        return False
    rule = timex.rule
    ends = "…" in rule or bool(timex.parts)
    alone = all(other.rule == rule for _, other in reading.timexes)
    return ends and alone and rule.startswith("clock") and "+" not in rule


def _is_lifespan(reading: Reading, place: Range) -> bool:
    """ "Ada Brenn 1955-2011": two years behind a name are those of a life or of a work."""
    if place.first < 2 or not _YEARS.fullmatch(reading.said(place)):
        return False
    name = reading.words[place.first - 1].text
    return name[0].isupper() and reading.words[place.first - 2].text[0].isupper()
