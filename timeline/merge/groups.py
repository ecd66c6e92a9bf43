"""Groups of mentions that grow while they are joined: checked, blind to order, no chains."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import chain, product, starmap
from math import inf

from msgspec import Struct

from timeline.civil import DAY
from timeline.merge.actions import is_one_action, may_be_one_action
from timeline.merge.clocks import widest
from timeline.merge.features import THRESHOLD, gap
from timeline.merge.folder import Folder
from timeline.merge.pairs import Totals
from timeline.merge.profile import SAYING, Profile
from timeline.merge.similar import likeness
from timeline.merge.vetoes import (
    VETO_DATES,
    are_told_as_two,
    compatible,
    vetoes,
)
from timeline.merge.window import Window, either, shared
from timeline.model import Basis, Granularity, Status

AVERAGE = 0.9 * THRESHOLD
"""What the members of two groups must reach on average: below `THRESHOLD`, since the
words of tellings differ more than those of the best pair."""

LEANING = 0.8 * THRESHOLD
"""What the second of them must reach with the event's tellings on average."""

LIKEST = 4
"""Pairs of two groups that speak for all others, where both tell one kind of thing."""

LIKENESS = 1.12 * THRESHOLD
"""What these must reach on average, or the members of the one group, each with its likest
of the other: more than all pairs together, being chosen."""

CHOICE = 40
"""Members of a group among which the likest is looked for."""

ONE_KIND = 0.3
"""Share of the pairs of two groups that must tell one action to be of one kind."""

SPOKEN = frozenset({SAYING, "accuse", "warn"})
"""What many do on one day, in words, with one another: no two of these are of one kind."""

SAMPLE = 8
"""Members of a group that are compared: those that joined first are its core."""

SLIP = 3
"""Days by which stated dates of one event may differ."""

WEEKDAYS = 6
"""The same where "on Friday" was read against the date of a document: less than a week."""


class _Group(Struct):
    """Mentions joined so far, in the order they joined. Grows; nothing else here does."""

    members: list[int]
    window: Window
    statuses: set[Status]
    sentences: dict[tuple[str, int], list[int]]

    def absorb(self, other: "_Group") -> None:
        """Take in the members of a smaller group."""
        self.members += other.members
        self.window = shared(self.window, other.window)
        self.statuses |= other.statuses
        for sentence, told in other.sentences.items():
            self.sentences.setdefault(sentence, []).extend(told)


class Groups:
    """The groups so far: of those who joined nobody, none is held."""

    def __init__(self, folder: Folder, totals: Totals) -> None:
        self._folder = folder
        self._totals = totals
        self._of: dict[int, _Group] = {}

    def join(self, one: int, other: int) -> None:
        """Join the groups of two mentions, if all their members allow it."""
        a, b = self._group(one), self._group(other)
        if a is not b and self._agree(a, b):
            self._unite(a, b)

    def join_despite_dates(self, one: int, other: int) -> None:
        """Join two groups whose stated days differ, if they can be one event misdated."""
        a, b = self._group(one), self._group(other)
        pair = self._folder.profiles[one], self._folder.profiles[other]
        if a is not b and may_be_one_action(*pair) and self._can_be_misdated(a, b):
            self._unite(a, b, either(a.window, b.window))

    def join_of_one_kind(self, one: int, other: int) -> None:
        """Join two groups that tell one kind of thing, if the likest members are alike.

        The more tellings, the more they differ in words: an incident is told in a line at
        the top and in detail below. One of the two at least must state its day, or all
        that is done again and again would be one.
        """
        a, b = self._group(one), self._group(other)
        if a is b or self._is_passing(a) or self._is_passing(b):
            return
        is_stated = self._is_stated(a) or self._is_stated(b)
        if is_stated and self._are_of_one_kind(a, b):
            self._unite(a, b)

    def back_up(self, one: int, other: int) -> None:
        """Let the one of the two that is told in passing join the event of the other."""
        profiles = self._folder.profiles
        aside, told = (one, other) if profiles[one].in_passing else (other, one)
        self._lend(aside, told, AVERAGE)

    def passing(self) -> tuple[list[int], list[int]]:
        """What is told in passing: what backs up an event, and what is left."""
        told = [p.order for p in self._folder.profiles if p.in_passing]
        backing = [order for order in told if order in self._of]
        return backing, [order for order in told if order not in self._of]

    def lean_on(self, backing: int, left: int) -> None:
        """Let what is told in passing join the event that its like backs up."""
        self._lend(left, backing, LEANING)

    def _lend(self, aside: int, told: int, least: float) -> None:
        a, b = self._group(aside), self._group(told)
        is_new = a is not b and len(a.members) == 1
        if is_new and self._agree(b, a, least):
            b.absorb(a)
            self._of[aside] = self._of[told] = b

    def all(self) -> tuple[tuple[int, ...], ...]:
        """The members, sorted, of every group that somebody dates."""
        groups = (g for order, g in self._of.items() if g.members[0] == order)
        told = [tuple(sorted(g.members)) for g in groups if not self._is_passing(g)]
        alone = (p for p in self._folder.profiles if p.order not in self._of)
        told += [(p.order,) for p in alone if not p.in_passing]
        return tuple(sorted(told))

    def _group(self, order: int) -> _Group:
        return self._of.get(order) or _alone(self._folder.profiles[order])

    def _is_passing(self, group: _Group) -> bool:
        """Whether nobody dates what a group tells: those with a date come first."""
        return self._folder.profiles[group.members[0]].in_passing

    def _is_stated(self, group: _Group) -> bool:
        """Whether one of its core states its day."""
        return not all(p.is_soft for p in self._profiles(group.members[:SAMPLE]))

    def _unite(self, a: _Group, b: _Group, window: Window | None = None) -> None:
        larger, smaller = sorted((a, b), key=lambda g: (-len(g.members), g.members[0]))
        larger.absorb(smaller)
        larger.window = window or larger.window
        for member in (larger.members[0], *smaller.members):
            self._of[member] = larger

    def _agree(self, a: _Group, b: _Group, least: float = AVERAGE) -> bool:
        """Nothing forbids any two to be one event, and the cores are alike on average."""
        return self._can_be_one(a, b) and self._are_alike(self._core(a, b), least)

    def _are_of_one_kind(self, a: _Group, b: _Group) -> bool:
        """Nothing forbids any two to be one event, and the likest are very much alike."""
        if not self._can_be_one(a, b):
            return False
        pairs = self._core(a, b)
        of_one_kind = sum(starmap(_tell_one_action, pairs))
        if of_one_kind < ONE_KIND * len(pairs) or _name_others(pairs):
            return False
        if not self._are_free(pairs):
            return False
        likest = nlargest(LIKEST, starmap(self._likeness, pairs))
        return _is_enough(likest) or self._have_likes(a, b)

    def _have_likes(self, a: _Group, b: _Group) -> bool:
        """Whether the core of the smaller group finds its likes in the larger one."""
        larger, smaller = sorted((a, b), key=_size, reverse=True)
        choice = self._profiles(larger.members[:CHOICE])
        likest = [
            max(self._likeness(one, other) for other in choice)
            for one in self._profiles(smaller.members[:SAMPLE])
        ]
        return _is_enough(likest)

    def _can_be_one(self, a: _Group, b: _Group) -> bool:
        is_possible = shared(a.window, b.window).is_possible
        return is_possible and self._can_be_told_as_one(a, b)

    def _core(self, a: _Group, b: _Group) -> list[tuple[Profile, Profile]]:
        """The first members of the one with those of the other."""
        ones = self._profiles(a.members[:SAMPLE])
        others = self._profiles(b.members[:SAMPLE])
        return list(product(ones, others))

    def _can_be_told_as_one(self, a: _Group, b: _Group) -> bool:
        """Their statuses go together, and no sentence tells of both as of two."""
        if not compatible(a.statuses | b.statuses):
            return False
        larger, smaller = sorted((a.sentences, b.sentences), key=len, reverse=True)
        profiles = self._folder.profiles
        return not any(
            are_told_as_two(profiles[one], profiles[other])
            for sentence in smaller.keys() & larger.keys()
            for one, other in product(smaller[sentence], larger[sentence])
        )

    def _can_be_misdated(self, a: _Group, b: _Group) -> bool:
        """Strong evidence, and no document tells of both days.

        Who names the earlier day must have written on the later day or after: else the
        two are news of two days, as daily events are.
        """
        if not self._can_be_told_as_one(a, b):
            return False
        ones, others = self._stated(a), self._stated(b)
        if not ones or not others or _documents(ones) & _documents(others):
            return False
        pairs = list(product(ones[:SAMPLE], others[:SAMPLE]))
        return (
            all(starmap(_can_be_a_slip, pairs))
            and _written_after_both((*ones, *others))
            and self._are_alike(pairs, THRESHOLD, {VETO_DATES})
        )

    def _are_alike(
        self,
        pairs: Sequence[tuple[Profile, Profile]],
        least: float,
        allowed: AbstractSet[str] = frozenset(),
    ) -> bool:
        """On average, and with no veto but those allowed: looked for first, being cheap."""
        if not self._are_free(pairs, allowed):
            return False
        totals = [self._likeness(*pair) for pair in pairs]
        if sum(totals) / len(totals) < least:
            return False
        return all(
            total >= THRESHOLD or self._are_free([pair], allowed, total)
            for pair, total in zip(pairs, totals, strict=True)
        )

    def _are_free(
        self,
        pairs: Iterable[tuple[Profile, Profile]],
        allowed: AbstractSet[str] = frozenset(),
        total: float = inf,
    ) -> bool:
        """Whether no veto but those allowed forbids any of the pairs."""
        found = (vetoes(*pair, total, self._folder) for pair in pairs)
        return all(veto in allowed for veto in chain.from_iterable(found))

    def _likeness(self, one: Profile, other: Profile) -> float:
        """The total of two mentions: most that meet in a group were scored before."""
        total = self._totals.get(one.order, other.order)
        return likeness(one, other, self._folder) if total is None else total

    def _stated(self, group: _Group) -> list[Profile]:
        """Members that state their day: the others cannot contradict one.

        Nor can a day that was taken over from another sentence: it is ours before it is
        anyone's slip.
        """
        found = (p for p in self._profiles(group.members) if not p.is_soft)
        return [p for p in found if p.basis is not Basis.INHERITED]

    def _profiles(self, members: Iterable[int]) -> list[Profile]:
        return [self._folder.profiles[member] for member in members]


def _alone(profile: Profile) -> _Group:
    time = profile.time
    window = Window(*widest(time), None, None)
    if profile.is_soft:
        window = Window(None, None, time.start, time.start)
    sentence = (profile.document_id, profile.sentence)
    return _Group(
        [profile.order], window, {profile.status}, {sentence: [profile.order]}
    )


def _is_enough(likest: Sequence[float]) -> bool:
    return sum(likest) >= LIKENESS * len(likest)


def _size(group: _Group) -> int:
    return len(group.members)


def _documents(profiles: Iterable[Profile]) -> set[str]:
    return {profile.document_id for profile in profiles}


def _name_others(pairs: Iterable[tuple[Profile, Profile]]) -> bool:
    """Whether both sides name people in full, and nobody both."""
    ones, others = (
        set(chain.from_iterable(profile.people for profile in side))
        for side in zip(*pairs, strict=True)
    )
    return bool(ones and others) and ones.isdisjoint(others)


def _tell_one_action(one: Profile, other: Profile) -> bool:
    """Whether both tell a thing done, of one kind: what is only said is of no kind."""
    return is_one_action(one, other) and one.action not in SPOKEN


def _can_be_a_slip(one: Profile, other: Profile) -> bool:
    """Each a day, and not too far apart."""
    fine = Granularity.DAY.fineness
    sides = (one, other)
    explicit = all(m.basis is Basis.EXPLICIT for m in sides)
    return gap(one, other) <= (SLIP if explicit else WEEKDAYS) and all(
        m.time.granularity.fineness >= fine for m in sides
    )


def _written_after_both(profiles: Sequence[Profile]) -> bool:
    latest = max(profile.time.start for profile in profiles) // DAY
    return all(p.report_day is None or p.report_day >= latest for p in profiles)
