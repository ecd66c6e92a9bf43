"""What forbids that two mentions are one event, however alike they sound."""

from collections.abc import Iterable, Iterator
from itertools import product
from math import inf

from timeline.civil import DAY
from timeline.merge.actions import (
    PERSONAL,
    STRANGE,
    action,
    are_said,
    are_two_utterances,
    is_step_of_law,
    may_be_one_action,
    speaks_of_else,
)
from timeline.merge.concepts import is_concept
from timeline.merge.features import (
    ASIDE,
    FEATURES,
    THRESHOLD,
    are_near,
    can_be_short,
    gap,
    said_in_common,
)
from timeline.merge.folder import Folder
from timeline.merge.marks import days
from timeline.merge.profile import LATE, SAYING, Profile
from timeline.model import Granularity, Status

VETO_SENTENCE = "one sentence"
VETO_NUMBERS = "numbers"
VETO_PEOPLE = "people"
VETO_LAW = "law"
VETO_SPEAKERS = "speakers"
VETO_STATUS = "status"
VETO_DATES = "dates"
VETO_SPANS = "spans"
VETO_ACTIONS = "told apart"
VETO_PLACES = "places"
VETO_SURROUNDINGS = "surroundings"

_DAY = Granularity.DAY.fineness

_FEW = 2
"""Days that one event can take and be told of one of them: a night, a weekend."""

COMMON = 0.15
"""What two tellings must say in common if their total is just enough; or two sayings."""

ELSE = 0.25
"""The same of what was done and what someone said who has no word of that."""

LATER = 0.03
"""How much more for each day between, where one is told in passing."""

HEARD = 0.08
"""The same of what was said and what was done, however high their total."""


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
    elif is_step_of_law(one, other):
        yield VETO_LAW
    # What happened is not what was planned or denied; hearsay of it is the same event.
    if one.status is not other.status and not compatible((one.status, other.status)):
        yield VETO_STATUS
    yield from _by_dates(one, other)
    if total < THRESHOLD and _told_apart(one, other, folder):
        yield VETO_ACTIONS
    if _is_elsewhere(one, other, folder):
        yield VETO_PLACES
    if THRESHOLD <= total < inf and _only_around(one, other, total, folder):
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
    return not in_passing or is_step_of_law(one, other)


def _told_apart(one: Profile, other: Profile, folder: Folder) -> bool:
    """A document that tells of two actions, in two sentences not much alike, means two.

    Of two that are known and have nothing to do with each other: who walked in and fired
    is who, two sentences on, shot a guard.
    """
    if one.document_id != other.document_id:
        return False
    return action(one, other, folder) <= STRANGE


def _is_elsewhere(one: Profile, other: Profile, folder: Folder) -> bool:
    """Other places and nobody in common, and neither document hears of the other's place.

    But where one document counts otherwise in either place, these are two things: two were
    held in Torvik, and three in Lund.
    """
    if not one.places or not other.places or one.places & other.places:
        return False
    if one.document_id == other.document_id and _count_otherwise(one, other):
        return True
    if one.actors & other.actors:
        return False
    return not are_near(one, other, folder)


def _count_otherwise(one: Profile, other: Profile) -> bool:
    """Whether the two count one thing, each exactly, and get different figures."""
    slots = one.figures.keys() & other.figures.keys()
    return any(
        mine[0] == mine[1] and mine != its
        for slot in slots
        for mine, its in product(one.figures[slot], other.figures[slot])
        if its[0] == its[1]
    )


def _only_around(one: Profile, other: Profile, total: float, folder: Folder) -> bool:
    """Alike by their documents, days and names: other news of one day, person or court.

    Asked of a pair that would join, not of all that come with the two.
    """
    if _share_nothing(one, other, folder):
        return True
    least = _least_said(one, other, total)
    return least > 0 and said_in_common(one, other, folder) < least


def _share_nothing(one: Profile, other: Profile, folder: Folder) -> bool:
    """Whether two have nothing in common but the day and one kind of action.

    No name, place or figure, nor any word: a shoe was found, and so was a boy. In two
    languages that is no wonder, unless one of them names somebody.
    """
    if one.actors & other.actors or one.places & other.places:
        return False
    if FEATURES["figures"](one, other, folder) > 0 or _numbers(one) & _numbers(other):
        return False
    if one.language != other.language and not (one.actors or other.actors):
        return False
    (mine, _), (its, _) = folder.bags(one)[-1], folder.bags(other)[-1]
    both = (mine & its) - days(one.language)
    return len(both) < 2 and all(map(is_concept, both))


def _numbers(one: Profile) -> frozenset[str]:
    return _NONE.union(*one.marks.values())


_NONE: frozenset[str] = frozenset()


def _least_said(one: Profile, other: Profile, total: float) -> float:
    """What two tellings must say in common: more, the less alike they are in all.

    What happens to a person once needs no more words than its own; what is stated of two
    days and may be one, misdated, always does.
    """
    if are_said(one, other) or are_two_utterances(one, other):
        return COMMON
    if speaks_of_else(one, other):
        return ELSE
    least = HEARD if SAYING in (one.action, other.action) else 0.0
    if one.in_passing or other.in_passing:
        return max(least, ASIDE + COMMON + LATER * gap(one, other) - total)
    if one.action == other.action and one.action in PERSONAL:
        return least
    if gap(one, other) and not one.is_soft and not other.is_soft:
        return COMMON
    return max(least, THRESHOLD + COMMON - total)


def _by_dates(one: Profile, other: Profile) -> Iterator[str]:
    """What forbids it of two that are dated otherwise."""
    if _dates_apart(one, other):
        yield VETO_DATES
    if _is_one_of_days(one, other) or _is_one_of_days(other, one):
        yield VETO_SPANS


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
    return not one.people & other.people and not can_be_short(one.actors, other.actors)


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


def _is_one_of_days(whole: Profile, part: Profile) -> bool:
    """Whether one is of all of several days and the other of one, or few, of them.

    "Since Monday 300 have been arrested" is no arrest of Tuesday; told on two days it is
    one count that grew. What happens to a person once may be told with several days.
    """
    all_, few = whole.time, part.time
    length, least = all_.end - all_.start, few.end - few.start
    if length <= _FEW * DAY or whole.is_soft or part.is_soft or all_.qualifier:
        return False
    if min(all_.granularity.fineness, few.granularity.fineness) < _DAY:
        return False
    if whole.action in PERSONAL and whole.people & part.people:
        return False
    within = all_.start <= few.start and few.end <= all_.end
    counts = all_.start == few.start and least > DAY
    return within and not counts and 2 * least <= length


def compatible(statuses: Iterable[Status]) -> bool:
    """Whether one event can be told with these statuses: hearsay goes with fact."""
    found = set(statuses)
    return len(found) == 1 or found <= {Status.HAPPENED, Status.ALLEGED}


def _reports(report: Profile, dated: Profile) -> bool:
    """Whether the first is dated by a document that came out soon after the second."""
    if not report.is_soft or dated.is_soft:
        return False
    return report.time.start >= dated.time.start and gap(report, dated) <= LATE
