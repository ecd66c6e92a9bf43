"""Do two mentions tell one event? Vetoes first, then a sum of named features.

A feature says how far two mentions agree, from -1 to 1; its amount is that times its
weight; the score is the sum of amounts. Two mentions are alike from `THRESHOLD` on. The
weights were set so that dates, names and words have to come together: no feature alone
reaches the threshold, except a sentence that was copied. They are round numbers near what a
logistic regression finds; moved by a fifth, none of them changes much.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from math import fsum, inf, log

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.persons import NOBODY, agreement
from timeline.merge.profile import (
    GIVEN,
    LATE,
    SAYING,
    TOP,
    Bag,
    Folder,
    Interval,
    Profile,
    is_telling,
)
from timeline.model import Basis, Status

THRESHOLD = 0.45

WEIGHTS = {
    "words": 0.40,
    "copied": 0.40,
    "actors": 0.12,
    "places": 0.08,
    "action": 0.12,
    "deed": 0.16,
    "figures": 0.25,
    "persons": 0.25,
    "documents": 0.50,
    "date": 0.20,
    "position": 0.20,
}

RELATED = (
    frozenset({"attack", "die", "explode", "injure", "kill", "shoot"}),
    frozenset({"collapse", "crash"}),
    frozenset({"destroy", "die", "flood", "kill", "quake", "storm"}),
    frozenset({"attack", "hit"}),
    frozenset({"crash", "hit"}),
    frozenset({"flood", "hit"}),
    frozenset({"hit", "quake"}),
    frozenset({"hit", "storm"}),
    frozenset({"attack", "clash", "protest", "strike"}),
    frozenset({"burn", "destroy", "explode"}),
    frozenset({"arrest", "kidnap", "seize"}),
    frozenset({"attack", "kidnap", "seize"}),
    frozenset({"accuse", "charge"}),
    frozenset({"convict", "rule", "try"}),
    frozenset({"appoint", "propose", "ask"}),
    frozenset({"announce", "appoint", "propose"}),
    frozenset({"announce", "order", "pass", "sign"}),
    frozenset({"announce", "release"}),
    frozenset({"release", "rescue"}),
    frozenset({"dismiss", "resign", "lay_off"}),
    frozenset({"fall", "resign"}),
    frozenset({"elect", "vote", "win", "lose"}),
    frozenset({"address", "announce", "warn"}),
    frozenset({"announce", "launch", "open"}),
    frozenset({"call", "meet", "visit"}),
    frozenset({"buy", "sell", "sign"}),
    frozenset({"calm", "restore", "retake"}),
    frozenset({"ban", "close", "sanction"}),
)
"""Classes of action that can name one event: who was sacked may be said to have resigned.

Whom a van hit, or that it crashed, and who died of it are told apart: what tells of both
backs up both.
"""

_RELATED_PAIRS = frozenset(pair for group in RELATED for pair in product(group, group))

DATES: Mapping[str, float] = {
    "same": 0.50,
    "one stated": -0.10,
    "none stated": -0.30,
    "report": -0.20,
    "report of another": -0.40,
    "told again": 0.0,
    "two reports": -1.0,
    "next day": -0.30,
    "days apart": -1.0,
}
"""What two dates say of two tellings: one time stated by both; one or none of them states
it; the document of one came out up to `LATE` days after the day the other states (less for
each day), and of the same or another action; two documents of different days that state
none; and two stated days that differ."""

PERSONAL = frozenset(
    "appoint arraign arrest charge convict die dismiss elect resign".split()
)
"""Actions that happen to one person: to another person is another event."""

STEPS = frozenset("accuse arraign arrest charge convict release try".split())
"""Steps of the law. Whoever tells one tells what it is about as well, in the same words;
it is another event all the same."""

ENOUGH = 5
"""Terms of a telling that are not in another by chance."""

NEUTRAL = 0.6
"""How near, as a share of the way to a neighbour, says nothing for or against."""

SAME_DAYS = 0.1
"""What the documents say at least where both tellings state their day: an event that all
the world tells of is told in documents that have nothing else in common."""

SAID = 0.5
"""What it says that both tellings tell what someone said, as all speak all the time."""

STRANGE = -1.0
"""What two actions say that have nothing to do with each other."""

OWN = ("words", "copied", "actors", "figures", "persons", "deed")
"""Features of what two tellings say themselves."""

SPOKEN = ("words", "copied", "figures")
"""The same of two that only tell what someone said: who it was is no more than a speaker."""

COMMON = 0.15
"""What these must come to, at least, in two documents or of what was said."""

SELF = 0.18
"""What two tellings of one document gain from being in it."""

VETO_SENTENCE = "one sentence"
VETO_NUMBERS = "numbers"
VETO_PEOPLE = "people"
VETO_LAW = "law"
VETO_SPEAKERS = "speakers"
VETO_STATUS = "status"
VETO_DATES = "dates"
VETO_ACTIONS = "told apart"
VETO_PLACES = "places"
VETO_SURROUNDINGS = "surroundings"


class Score(Struct, frozen=True):
    """How alike two mentions are. `reasons` are (feature, amount), and sum to `total`."""

    total: float
    reasons: tuple[tuple[str, float], ...]
    vetoes: tuple[str, ...] = ()


def compare(one: Profile, other: Profile, folder: Folder) -> Score:
    """How alike two mentions are, with reasons. Symmetric."""
    one, other = (one, other) if one.order < other.order else (other, one)
    amounts = [
        (name, round(WEIGHTS[name] * feature(one, other, folder), 4))
        for name, feature in _FEATURES.items()
    ]
    reasons = tuple((name, amount) for name, amount in amounts if amount)
    total = fsum(amount for _, amount in reasons)
    return Score(total, reasons, tuple(vetoes(one, other, total, folder)))


def likeness(
    one: Profile, other: Profile, folder: Folder, least: float = -inf
) -> float:
    """The total of `compare` alone; -inf where it is sure to be less than `least`.

    Features that have nothing to say of these two are not looked at, and no more are where
    what is left can no longer make up for what is missing.
    """
    if one.order > other.order:
        one, other = other, one
    steps = _STEPS[_is_measured(one, other, folder)][one.given & other.given]
    amounts = []
    said = _ROUNDING - least
    for feature, weight, left in steps:
        amount = weight * feature(one, other, folder)
        if amount:
            amounts.append(amount)
            said += amount
        if said + left < 0:
            return -inf
    return fsum([round(amount, 4) for amount in amounts])


# Vetoes


def vetoes(one: Profile, other: Profile, total: float, folder: Folder) -> Iterator[str]:
    """What forbids that the two are one event, however alike they sound."""
    is_one_text = one.document_id == other.document_id
    is_one_sentence = is_one_text and one.sentence == other.sentence
    # A sentence that tells two things means two, unless they are sides of one.
    if is_one_sentence and not are_sides(one, other):
        yield VETO_SENTENCE
    if one.marks and other.marks and _numbered_apart(one, other):
        yield VETO_NUMBERS
    if one.action == other.action:
        yield from _by_others(one, other)
    elif _is_step_of_law(one, other):
        yield VETO_LAW
    # What happened is not what was planned or denied; hearsay of it is the same event.
    if one.status is not other.status and not compatible((one.status, other.status)):
        yield VETO_STATUS
    if _dates_apart(one, other):
        yield VETO_DATES
    if total < THRESHOLD and _told_apart(one, other, folder):
        yield VETO_ACTIONS
    if _is_elsewhere(one, other, folder):
        yield VETO_PLACES
    if THRESHOLD <= total < inf and _only_around(one, other, folder):
        yield VETO_SURROUNDINGS


def are_sides(one: Profile, other: Profile) -> bool:
    """Whether two tellings of a sentence can be sides of one event, told with one date.

    Who opened fire, killing a man, did one thing; who was charged with it is another.
    """
    if not (one.in_passing or other.in_passing):
        return False
    return may_be_one_action(one, other)


def are_told_as_two(one: Profile, other: Profile) -> bool:
    """Whether a sentence tells of both as of two events.

    What it tells in passing beside another thing keeps nothing apart, but for a step of
    the law: "a woman died on Friday after a hit-and-run" tells of one accident.
    """
    in_passing = one.in_passing or other.in_passing
    return not in_passing or _is_step_of_law(one, other)


def _told_apart(one: Profile, other: Profile, folder: Folder) -> bool:
    """A document that tells of two actions, in two sentences not much alike, means two.

    Of two that are known and have nothing to do with each other: who walked in and fired
    is who, two sentences on, shot a guard.
    """
    if one.document_id != other.document_id:
        return False
    return _action(one, other, folder) <= STRANGE


def _is_elsewhere(one: Profile, other: Profile, folder: Folder) -> bool:
    """Other places and nobody in common, and neither document hears of the other's place.

    A quarter and its city, a ship and its sea are named together somewhere.
    """
    if not one.places or not other.places or one.places & other.places:
        return False
    if one.actors & other.actors:
        return False
    mine, its = one.document_id, other.document_id
    return not any(folder.hears(mine, place) for place in other.places) and not any(
        folder.hears(its, place) for place in one.places
    )


def _only_around(one: Profile, other: Profile, folder: Folder) -> bool:
    """Alike by their documents, days and places alone: news of one day and court, say.

    Asked of a pair that would join, not of all that come with the two, and of two kinds of
    action in two documents, or of two things said.
    """
    if _are_said(one, other):
        return _common(SPOKEN, one, other, folder) < COMMON
    is_one_text = one.document_id == other.document_id
    if is_one_text or may_be_one_action(one, other):
        return False
    return _common(OWN, one, other, folder) < COMMON


def _common(
    names: Iterable[str], one: Profile, other: Profile, folder: Folder
) -> float:
    """What these features come to."""
    return fsum(WEIGHTS[name] * _FEATURES[name](one, other, folder) for name in names)


def _by_others(one: Profile, other: Profile) -> Iterator[str]:
    """What forbids it of one action, to or by two people."""
    if _to_others(one, other):
        yield VETO_PEOPLE
    if _said_by_others(one, other):
        yield VETO_SPEAKERS


def _to_others(one: Profile, other: Profile) -> bool:
    """What happened to Anna Orlin did not happen to Boris Tamm."""
    if one.action not in PERSONAL or not one.people or not other.people:
        return False
    return not one.people & other.people and not _can_be_short(one.actors, other.actors)


def _is_step_of_law(one: Profile, other: Profile) -> bool:
    """To be charged with a killing is not to kill, nor to be arrested for it."""
    if one.action not in STEPS and other.action not in STEPS:
        return False
    return not may_be_one_action(one, other)


def _said_by_others(one: Profile, other: Profile) -> bool:
    """What Anna Orlin said is not what Boris Tamm said."""
    mine, its = one.speaker, other.speaker
    if one.action != SAYING or not mine or not its:
        return False
    return set(mine.split()).isdisjoint(its.split())


def _numbered_apart(one: Profile, other: Profile) -> bool:
    """Flight 370 is not Flight 17, the second blast not the first."""
    return any(
        numbers.isdisjoint(other.marks[head])
        for head, numbers in one.marks.items()
        if head in other.marks
    )


def _dates_apart(one: Profile, other: Profile) -> bool:
    """Neither do the times overlap, nor is one of them only that of a later report.

    A later report must be of the same action, or it tells what came after.
    """
    days = gap(one, other)
    if not days:
        return False
    if one.is_soft and other.is_soft:
        return days > LATE
    return not _reports(one, other) and not _reports(other, one)


def compatible(statuses: Iterable[Status]) -> bool:
    """Whether one event can be told with these statuses: hearsay goes with fact."""
    found = set(statuses)
    return len(found) == 1 or found <= {Status.HAPPENED, Status.ALLEGED}


def gap(one: Profile, other: Profile) -> int:
    """Whole days from the end of the earlier time to the later, rounded up; 0: overlap."""
    a, b = one.time, other.time
    later = a.start if a.start > b.start else b.start
    apart = later - (a.end if a.end < b.end else b.end)
    return 0 if apart < 0 else apart // DAY + 1


def _reports(report: Profile, dated: Profile) -> bool:
    """Whether the first is dated by a document that came out soon after the second."""
    if not report.is_soft or dated.is_soft:
        return False
    return report.time.start >= dated.time.start and gap(report, dated) <= LATE


# Features


def _words(one: Profile, other: Profile, folder: Folder) -> float:
    """How far the words agree, of the clauses or of the sentences: whichever is more.

    One word in common is little, but for two tellings of one time in the same words.
    """
    bags = folder.said if _are_said(one, other) else folder.bags
    mine, its = bags(one), bags(other)
    shared = mine[-1][0] & its[-1][0]
    if not shared:
        return 0.0
    sentences = _in_common(mine[-1], its[-1], shared, folder)
    if len(shared) == 1 and (mine[-1] != its[-1] or _times_differ(one, other)):
        sentences /= 2
    if len(mine) == len(its) == 1:
        return sentences
    shared = shared & mine[0][0] & its[0][0]
    if not shared:
        return sentences
    clauses = _in_common(mine[0], its[0], shared, folder)
    if len(shared) == 1 and (mine[0] != its[0] or _times_differ(one, other)):
        clauses /= 2
    return clauses if clauses > sentences else sentences


def _in_common(one: Bag, other: Bag, shared: frozenset[str], folder: Folder) -> float:
    """Cosine of the terms, weighted by rarity, and the share of the shorter in the longer.

    That a few words all stand in a longer text is no wonder: the share counts in full from
    `ENOUGH` terms on.
    """
    (mine, long), (its, short) = one, other
    if long < short:
        long, short = short, long
    if not short:
        return 0.0
    alike = fsum(map(folder.squares.__getitem__, shared)) / (long * short)
    within = alike * long / short
    fewest = len(mine) if len(mine) < len(its) else len(its)
    enough = fewest / ENOUGH if fewest < ENOUGH else 1.0
    return alike + (within - alike) * enough / 2


def _times_differ(one: Profile, other: Profile) -> bool:
    a, b = one.time, other.time
    return (a.start, a.end) != (b.start, b.end)


def _persons(one: Profile, other: Profile, folder: Folder) -> float:
    """Whether those it happened to, if nobody names them, can be the same."""
    if one.persons is NOBODY or other.persons is NOBODY:
        return 0.0
    return agreement(one.persons, other.persons)


def _documents(one: Profile, other: Profile, folder: Folder) -> float:
    """How near the two documents are, by the measure of their neighbours (`stories`).

    With too few neighbours to measure by, as they stand.
    """
    a, b = one.document_id, other.document_id
    if a == b:
        return SELF
    alike = folder.likeness(a, b)
    mine, its = folder.scales.get(a), folder.scales.get(b)
    if mine is None or its is None:
        return alike
    scale = mine if mine < its else its
    near = (alike / scale if alike < scale else 1.0) - NEUTRAL
    if near < SAME_DAYS and not one.is_soft and not other.is_soft:
        return SAME_DAYS
    return near


def _copied(one: Profile, other: Profile, folder: Folder) -> float:
    """The same words in the same order, and enough of them."""
    if one.words != other.words:
        return 0.0
    apart = one.document_id != other.document_id
    return float(apart and len(one.clauses) > 3)


def _actors(one: Profile, other: Profile, folder: Folder) -> float:
    """Share of the rarer side's names that both have.

    Less than nothing if they have none in common, least if each names a person in full.
    """
    if not one.actors or not other.actors:
        return 0.0
    apart = -1.0 if one.people and other.people else -0.3
    return _overlap(one.actors, other.actors, "a", folder, apart)


def _places(one: Profile, other: Profile, folder: Folder) -> float:
    """As actors. Other places speak more against than the same speak for."""
    if not one.places or not other.places:
        return 0.0
    return _overlap(one.places, other.places, "p", folder, apart=-1.0)


def _overlap(
    one: frozenset[str],
    other: frozenset[str],
    kind: str,
    folder: Folder,
    apart: float,
) -> float:
    both = one & other
    shared = folder.rarity(kind, both) if both else 0.0
    if not shared:
        return 0.3 if _can_be_short(one, other) else apart
    return shared / min(folder.rarity(kind, one), folder.rarity(kind, other))


def _can_be_short(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a surname that nobody was found for may stand for a full name."""
    surnames = _surnames(one) | _surnames(other)
    return bool(surnames) and not (one | other).isdisjoint(surnames)


@lru_cache(maxsize=65_536)
def _surnames(keys: frozenset[str]) -> frozenset[str]:
    """The last words of the full names."""
    return frozenset(key.rpartition(" ")[2] for key in keys if " " in key)


def _action(one: Profile, other: Profile, folder: Folder) -> float:
    """1 for one class of action; less where it is only near, or also spoken of.

    `STRANGE` for two of different kinds where neither sentence speaks of the other's: who
    fled did not kill.
    """
    a, b = one.action, other.action
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0 if a != SAYING else SAID
    if one.concept in other.clauses or other.concept in one.clauses:
        return 0.6
    if (a, b) in _RELATED_PAIRS:
        return 0.4
    if not one.has_class or not other.has_class:
        return -0.4
    hears = one.concept in other.rest or other.concept in one.rest
    return -0.5 if hears else STRANGE


def _are_said(one: Profile, other: Profile) -> bool:
    """Whether both tellings only tell what someone said."""
    return one.action == SAYING and other.action == SAYING


def may_be_one_action(one: Profile, other: Profile) -> bool:
    """Whether the actions are not two: the same, related, or one of them not known."""
    return not (one.has_class and other.has_class) or is_one_action(one, other)


def is_one_action(one: Profile, other: Profile) -> bool:
    """Whether the actions are the same or related."""
    a, b = one.action, other.action
    return a == b or (a, b) in _RELATED_PAIRS


def _deed(one: Profile, other: Profile, folder: Folder) -> float:
    """The same action of the same person: 1; of another person: two events, -1.

    What one person says in a day is much, so that he speaks is no deed.
    """
    if not one.people or not other.people or _are_said(one, other):
        return 0.0
    same = max(0.0, _action(one, other, folder)) ** 2
    if one.people & other.people:
        return same
    return 0.0 if one.actors & other.actors else -same


def _figures(one: Profile, other: Profile, folder: Folder) -> float:
    """The best agreement over the slots both count; disagreeing is a little against.

    A figure that is not round speaks for itself: 23 pirates are 23 suspects.
    """
    if not one.figures or not other.figures:
        return 0.0
    agreements = [
        _agreement(a, b)
        for slot, mine in one.figures.items()
        for a in mine
        for b in other.figures.get(slot, ())
    ]
    if one.telling & other.telling:
        agreements.append(0.8)
    return max(agreements, default=0.0)


def _agreement(a: Interval, b: Interval) -> float:
    """1 for one exact figure that is not round, less for rounder or looser ones."""
    if a == b:
        return 1.0 if is_telling(a[0]) else 0.5
    if max(a[0], b[0]) <= min(a[1], b[1]):
        return 0.3
    low, high = sorted((_figure(a), _figure(b)))
    return -0.2 if low and high / low <= 2 else -0.6


def _figure(bounds: Interval) -> float:
    return bounds[0] if bounds[1] == inf else sum(bounds) / 2


def _date(one: Profile, other: Profile, folder: Folder) -> float:
    """How far the dates speak for one event: see `DATES`."""
    days = gap(one, other)
    soft = one.is_soft + other.is_soft
    if not days and soft:
        return DATES[("one stated", "none stated")[soft - 1]]
    if not days:
        return DATES["same"] * _precision(one, other)
    if not soft:
        return DATES["next day" if days == 1 else "days apart"]
    if soft == 2:
        return DATES["told again" if one.words == other.words else "two reports"]
    known = "report" if may_be_one_action(one, other) else "report of another"
    return DATES[known] - 0.02 * days


def _precision(one: Profile, other: Profile) -> float:
    """1 for one stated day; the longer the longer time, the less, and if inherited."""
    sure = 0.7 if Basis.INHERITED in (one.basis, other.basis) else 1.0
    a, b = one.time, other.time
    longest = max(a.end - a.start, b.end - b.start)
    return sure if longest <= DAY else sure / (1 + log(longest / DAY) / log(7))


def _position(one: Profile, other: Profile, folder: Folder) -> float:
    """Both at the top of their documents, and these of one day."""
    if one.document_id == other.document_id:
        return 0.0
    if one.report_day is None or one.report_day != other.report_day:
        return 0.0
    last = max(one.sentence, other.sentence)
    return 1.0 if last == 0 else 0.5 if last <= TOP else 0.0


Feature = Callable[[Profile, Profile, Folder], float]

_FEATURES: Mapping[str, Feature] = {
    "words": _words,
    "copied": _copied,
    "actors": _actors,
    "places": _places,
    "action": _action,
    "deed": _deed,
    "figures": _figures,
    "persons": _persons,
    "documents": _documents,
    "date": _date,
    "position": _position,
}

_ORDER = (
    "copied date action documents words figures deed position places actors persons"
)
"""The cheap first, then those that say most. Of two documents it is known already."""

_NEEDS: Mapping[str, int] = {
    "actors": GIVEN["actors"],
    "places": GIVEN["places"],
    "deed": GIVEN["people"],
    "figures": GIVEN["figures"],
    "position": GIVEN["top"],
}
"""What a feature needs both mentions to have, or it says nothing."""

_MOST = {"date": DATES["same"], "documents": max(1 - NEUTRAL, SELF)}
"""What a feature can say at most, where that is less than 1."""

Step = tuple[Feature, float, float]
"""A feature, its weight, and the most that all that come after it can add."""


def _steps(given: int, is_measured: bool) -> tuple[Step, ...]:
    """The features that can say something where both mentions have this, in order."""
    most = _MOST if is_measured else _MOST | {"documents": 1.0}
    if not given & GIVEN["ages"]:
        most = most | {"persons": 0.0}
    steps: list[Step] = []
    left = 0.0
    for name in reversed(_ORDER.split()):
        if not _NEEDS.get(name, 0) & ~given:
            steps.append((_FEATURES[name], WEIGHTS[name], left))
            left += WEIGHTS[name] * most.get(name, 1.0)
    return tuple(reversed(steps))


_STEPS = tuple(
    tuple(_steps(given, is_measured) for given in range(1 << len(GIVEN)))
    for is_measured in (False, True)
)
"""By whether `stories` has measured both documents, and by what both mentions have."""


def _is_measured(one: Profile, other: Profile, folder: Folder) -> bool:
    """Whether what the documents say is bounded as in `_MOST`."""
    a, b = one.document_id, other.document_id
    return a == b or (a in folder.scales and b in folder.scales)


_ROUNDING = 0.001
"""More than the rounding of all amounts can add up to."""
