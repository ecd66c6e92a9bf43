"""Whether a verb group is denied by a word beside it: "no", "kein", "ni … ni"."""

from msgspec.structs import replace

from timeline.extract.plain.words import BREAKS, Finder, attribute
from timeline.extract.verbs import Group

_SUBJECT = 9
"""Words before a verb among which "neither" stands."""

_CLAUSE = 20
"""Words of the longest clause whose verb a word at its head denies."""

_DESCRIBED = 4
"""Words from "not" to a participle that it belongs to, at most."""


class Negation(Finder):
    """Finds what denies a verb among the words of its sentence."""

    def _only_limits(self, at: int) -> bool:
        """Whether a negation only limits: "n'a rouvert qu'en 1956"."""
        small = self.tongue.words
        if not {self.heads[at], self.tails[at]} & small.partial:
            return False
        for place in range(at, min(len(self.words), at + _SUBJECT)):
            if self.tails[place] in small.full:
                return False
            if place > at and {self.heads[place], self.tails[place]} & small.only:
                return True
        return False

    def _is_neither(self, first: int) -> bool:
        """Whether neither this nor that does it: "ni el alcalde ni su adjunto vino".

        Nor does nobody; "keine zwei Stunden nach dem Brand" only says when.
        """
        at, small = first - 1, self.tongue.words
        when = small.bounds | small.later
        while at >= 0 and first - at < _SUBJECT and self.tails[at] not in BREAKS:
            if self.tails[at] in when:
                return False
            if self.tails[at] in small.neither and at not in self.dated:
                return True
            at -= 1
        return False

    def _reach(self, group: Group) -> int:
        """From where on a word may deny a verb: all its clause, where it closes that."""
        near, end = max(0, group.first - 3), max(group.last, group.head + 1)
        behind = self.words[end : end + 1]
        if not self.tongue.is_verb_last or (behind and not behind[0].is_mark):
            return near
        small, at = self.tongue.words, group.first
        ends = BREAKS | small.coordinators
        while at and self.tails[at - 1] not in ends and group.first - at < _CLAUSE:
            at -= 1
            if self.tails[at] in small.openers | small.that:
                return min(near, at)
            if self.tokens.is_finite(at):
                break
        return near

    def _describes(self, at: int) -> bool:
        """Whether what is not so only describes a noun: "eine nicht angemeldete Waffe"."""
        small = self.tongue.words
        if not self.tongue.is_verb_last or not at:
            return False
        if self.tails[at - 1] in small.indefinite:
            return True
        if self.tails[at - 1] not in small.articles:
            return False
        behind = range(at + 1, min(len(self.words) - 1, at + _DESCRIBED))
        return any(attribute(self.tails[place], self.tongue) for place in behind)

    def _contrasts(self, at: int) -> bool:
        """Whether only one of two is denied: "no fue el conductor sino su hermano"."""
        small = self.tongue.words
        for place in range(at + 1, min(len(self.words), at + _SUBJECT)):
            low = self.tails[place]
            if low in BREAKS or low in small.openers:
                return False
            if low in small.contrasts:
                behind = self.tails[place + 1 : place + 4]
                finite = map(self.tokens.is_finite, range(place + 1, place + 3))
                return bool(behind) and not any(finite)
        return False

    def _joins_another(self, at: int, group: Group) -> bool:
        """Whether "and" behind a verb leads to another: "war stillgelegt und wird nicht"."""
        if self.tails[at] not in self.tongue.words.coordinators:
            return False
        end = at + 1
        while end < len(self.words) and self.tails[end] not in BREAKS:
            end += 1
        whole = group.head > group.first
        return whole or any(map(self.tokens.is_finite, range(at + 1, end)))

    def marked(self, group: Group) -> Group:
        """The group, marked as negated where a word beside it denies it."""
        small = self.tongue.words
        first, last = self._reach(group), max(group.last, group.head)
        if self.tongue.is_verb_last:
            last = max(group.first + 1, group.head)
            while last < len(self.words) and self.tails[last] not in BREAKS:
                last += 1
        if self._is_neither(group.first):
            return replace(group, negated=True)
        for at in range(first, min(last, len(self.words))):
            if at > group.head and self.tails[at] in small.openers:
                break
            if at > group.head and self._joins_another(at, group):
                break
            denies = (
                self.heads[at] in small.negations or self.tails[at] in small.negations
            )
            only = self.tails[at + 1 : at + 2]
            apart = any(low in BREAKS for low in self.tails[at : group.first])
            apart = apart or self._only_limits(at)
            apart = apart or self._contrasts(at) or self._describes(at)
            if denies and not apart and not (only and only[0] in small.only):
                return replace(group, negated=True)
        return group
