"""Where a word like "after" opens a clause, and where it only leads to a noun."""

import itertools

from timeline.extract.resuming import Resuming
from timeline.extract.verbs import Group, Tense
from timeline.text.words import stretch_start


class Circumstances(Resuming):
    """Tells clauses that say when or why from phrases that do."""

    def _opens_adverbial(self, position: int, last: int) -> bool:
        low = self.words[position].low
        following = self._next_finite(position, last)
        if self._opens_nothing(position):
            return False
        if self._is_phrase(position) or self._leads_to_actor(position, following):
            return False
        if following and self._opens_beside(position, following, last):
            following = None
        gerund = any(
            g.first == position + 1 and g.tense is Tense.GERUND for g in self.groups
        )
        if gerund and low not in ("as", "so", "that"):
            return True
        if following is None or self._leads_to_noun(position, following):
            return False
        between = self.words[position + 1 : following.first]
        if any(
            w.low in self.cues.grammar.subordinators and w.low != "as" for w in between
        ):
            return low in ("while", "because", "although", "though", "if")
        if between or low in ("as", "than"):
            return True
        helps = self.words[position + 1].low in self.cues.helpers
        return low not in ("so", "once") and not helps

    def _opens_nothing(self, position: int) -> bool:
        """Whether "his once close family", "speaker after speaker", "as old as" stands here."""
        low = self.words[position].low
        around = [w.low for w in self.words[max(0, position - 1) : position + 2]]
        if low == "once" and around[0] in self.cues.grammar.articles:
            return True
        if low == "as" and (around[0] == "such" or self._compares(position)):
            return True
        return around[0] == around[-1]

    def _opens_beside(self, position: int, verb: Group, last: int) -> bool:
        """Whether a verb is of a clause beside: "since May and whose post | was filled".

        Or of one inside, and no other follows: "named after a queen who | died".
        """
        between = [word.low for word in self.words[position : verb.first]]
        grammar = self.cues.grammar
        alone = self._next_finite(verb.first, last) is None
        relative = any(low in grammar.relatives for low in between[2:])
        return (
            "that" in between
            or (alone and relative)
            or any(
                low in grammar.coordinators and behind in grammar.relatives
                for low, behind in itertools.pairwise(between)
            )
        )

    def _leads_to_actor(self, position: int, verb: Group | None) -> bool:
        """Whether "after the vote on Monday | he left" has no verb behind "after"."""
        if (
            verb is None
            or self.words[position].low not in self.cues.grammar.prepositions
        ):
            return False
        ends = [n for n in self.dated_ends if position < n < verb.first]
        starts = [r.first for r, _ in self.placed if r.last in ends]
        return bool(ends) and min(starts) > position + 2

    def _leads_to_noun(self, position: int, verb: Group) -> bool:
        """Whether "since" belongs to a subject: "the vote since the flood is on Friday".

        It does if what stands before it is a noun that would have no verb.
        """
        grammar, low = self.cues.grammar, self.words[position - 1].low
        if self.words[position].low == "as":
            return self._names_role(position, verb)
        if self.words[position].low not in self.cues.time.anchors or not position:
            return False
        counts = low.removesuffix("s") in self.cues.quantities.skip_nouns
        if counts or low in grammar.adverbs or self.cues.grammar.is_manner(low):
            return False  # "Two days after he left", "shortly after"
        if self._ends_list(position):
            return False
        if self.words[position + 1].low in grammar.pronouns or not self._waits(
            position
        ):
            return False
        if any(self._is_done(g) for g in self.groups if g.last == position):
            return False
        return self._is_last(verb)

    def _is_done(self, group: Group) -> bool:
        """Whether a participle may have its clause behind it: "shut | after it burnt".

        So it has in a headline ("man held | after a house burnt"), not in "a man held |
        after the fire in May | was freed".
        """
        start = stretch_start(self.words, group.first)
        known = self.cues.actions.get(group.base, group.base)
        suffers = known in self.cues.time.suffering and start < group.first
        article = self.words[start].low in self.cues.grammar.articles
        return group.tense is Tense.PARTICIPLE and not (suffers or article)

    def _ends_list(self, position: int) -> bool:
        """Whether "shut the mill in Lund, Sarn and Velm" stands before a word."""
        first = stretch_start(self.words, position)
        listed = any(word.low == "and" for word in self.words[first + 1 : position])
        comma = first > 0 and self.words[first - 1].low == ","
        return listed and comma and self._finite_between(0, first)

    def _is_last(self, verb: Group) -> bool:
        """Whether no verb follows but in a relative clause."""
        following = self._next_finite(verb.first, len(self.words))
        if following is None or following.first in self.reports:
            return True
        between = {w.low for w in self.words[verb.last : following.first]}
        return bool(between & self.cues.grammar.relative)

    def _names_role(self, position: int, verb: Group) -> bool:
        """Whether "as" says what someone is: "that his time | as mayor is over"."""
        if not self._is_last(verb):
            return False
        first = position
        while first and not (
            self.words[first - 1].is_mark or self.words[first - 1].low == "that"
        ):
            first -= 1
        grammar, opener = self.cues.grammar, self.words[first].low
        opens = opener in grammar.prepositions or opener in grammar.subordinators
        named = any(g.last == position and not g.finite for g in self.groups)
        named = named or (first > 0 and self.words[first - 1].low == "that")
        waits = named and position - first > 1 and not opens
        return waits and not self._finite_between(first, position)

    def _compares(self, position: int) -> bool:
        """Whether "as" is the first of "as ready as it could be", or the second."""
        near = self.words[max(0, position - 3) : position + 4]
        return sum(word.low == "as" for word in near) > 1
