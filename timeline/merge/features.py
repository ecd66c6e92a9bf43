"""How far two mentions agree: named features, each from -1 to 1, and what each weighs.

The weights were set so that dates, names and words have to come together: no feature alone
reaches the threshold, except a sentence that was copied. They are round numbers near what a
logistic regression finds; moved by a fifth, none of them changes much.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import inf, log

from timeline.civil import DAY
from timeline.merge.actions import (
    action,
    are_said,
    is_known_action,
    may_be_one_action,
)
from timeline.merge.clocks import holds, slack
from timeline.merge.figures import Interval, is_telling
from timeline.merge.folder import Bag, Bags, Folder
from timeline.merge.persons import NOBODY, agreement
from timeline.merge.profile import TOP, Profile
from timeline.model import Basis

THRESHOLD = 0.45

ASIDE = 1.1 * THRESHOLD
"""What is told in passing must be liker, having no date that could speak against it."""

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

ENOUGH = 5
"""Terms of a telling that are not in another by chance."""

FOREIGN = 0.4
"""How far the words agree of two tellings of one kind of action in two languages: what
they cannot have in common speaks neither for nor against."""

NEUTRAL = 0.6
"""How near, as a share of the way to a neighbour, says nothing for or against."""

SAME_DAYS = 0.1
"""What the documents say at least where both tellings state their day: an event that all
the world tells of is told in documents that have nothing else in common."""

SELF = 0.18
"""What two tellings of one document gain from being in it."""


def _words(one: Profile, other: Profile, folder: Folder) -> float:
    """How far the words agree, of the clauses or of the sentences: whichever is more.

    One word in common is little, but for two tellings of one time in the same words. Of two
    kinds of action only the clauses: that a sentence tells of the other as well, in the
    same words, makes them no more one.
    """
    bags = folder.said if are_said(one, other) else folder.bags
    words = _in_words(one, other, bags, folder)
    return words if one.language == other.language else _across(one, other, words)


def _across(one: Profile, other: Profile, words: float) -> float:
    """How far the words agree of two languages."""
    return max(FOREIGN, words) if is_known_action(one, other) else words


def said_in_common(one: Profile, other: Profile, folder: Folder) -> float:
    """What words other than names, copies and figures come to.

    Where one only tells what someone said, who it was is no more than a speaker.
    """
    words = _in_words(one, other, folder.said, folder)
    if one.language != other.language:
        words = _across(one, other, words)
    return (
        WEIGHTS["words"] * words
        + WEIGHTS["copied"] * _copied(one, other, folder)
        + WEIGHTS["figures"] * _figures(one, other, folder)
    )


def _in_words(one: Profile, other: Profile, bags: Bags, folder: Folder) -> float:
    mine, its = bags(one), bags(other)
    if not may_be_one_action(one, other):
        mine, its = mine[:1], its[:1]
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
    alike = sum(map(folder.squares.__getitem__, shared)) / (long * short)
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


def are_near(one: Profile, other: Profile, folder: Folder) -> bool:
    """Whether the document of the one names the place of the other too, or the reverse.

    A quarter and its city, a ship and its sea are named together somewhere.
    """
    mine, its = one.document_id, other.document_id
    return any(folder.hears(mine, place) for place in other.places) or any(
        folder.hears(its, place) for place in one.places
    )


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
        return 0.3 if can_be_short(one, other) else apart
    return shared / min(folder.rarity(kind, one), folder.rarity(kind, other))


def can_be_short(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a surname that nobody was found for may stand for a full name."""
    surnames = _surnames(one) | _surnames(other)
    return bool(surnames) and not (one | other).isdisjoint(surnames)


@lru_cache(maxsize=65_536)
def _surnames(keys: frozenset[str]) -> frozenset[str]:
    """The last words of the full names."""
    return frozenset(key.rpartition(" ")[2] for key in keys if " " in key)


def _deed(one: Profile, other: Profile, folder: Folder) -> float:
    """The same action of the same person: 1; of another person: two events, -1.

    What one person says in a day is much, so that he speaks is no deed.
    """
    if not one.people or not other.people or are_said(one, other):
        return 0.0
    same = max(0.0, action(one, other, folder)) ** 2
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
    low, high = sorted((_figure(a), _figure(b)))
    near = low > 0 and high / low <= 2
    if max(a[0], b[0]) <= min(a[1], b[1]):
        return 0.3 if near else 0.0
    return -0.2 if near else -0.6


def _figure(bounds: Interval) -> float:
    return bounds[0] if bounds[1] == inf else sum(bounds) / 2


def _date(one: Profile, other: Profile, folder: Folder) -> float:
    """How far the dates speak for one event: see `DATES`."""
    days = gap(one, other)
    soft = one.is_soft + other.is_soft
    if not days and soft == 1:
        sure = DATES["one stated"], DATES["none stated"]
        return sure[1] + (sure[0] - sure[1]) * _precision(one, other)
    if not days and soft:
        return DATES["none stated"]
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


def gap(one: Profile, other: Profile) -> int:
    """Whole days from the end of the earlier time to the later, rounded up; 0: overlap, or
    as near as two clocks are, or a part of a day and a time in it."""
    a, b = one.time, other.time
    later = a.start if a.start > b.start else b.start
    apart = later - (a.end if a.end < b.end else b.end)
    if apart < 0:
        return 0
    # Neither clocks nor the parts of a day reach as far as a day.
    if apart < DAY and (apart < slack(a) + slack(b) or holds(a, b)):
        return 0
    return apart // DAY + 1


def _position(one: Profile, other: Profile, folder: Folder) -> float:
    """Both at the top of their documents, and these of one day."""
    if one.document_id == other.document_id:
        return 0.0
    if one.report_day is None or one.report_day != other.report_day:
        return 0.0
    last = max(one.sentence, other.sentence)
    return 1.0 if last == 0 else 0.5 if last <= TOP else 0.0


Feature = Callable[[Profile, Profile, Folder], float]

FEATURES: Mapping[str, Feature] = {
    "words": _words,
    "copied": _copied,
    "actors": _actors,
    "places": _places,
    "action": action,
    "deed": _deed,
    "figures": _figures,
    "persons": _persons,
    "documents": _documents,
    "date": _date,
    "position": _position,
}
