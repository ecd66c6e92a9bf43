"""Where that which is said begins: behind who says it, to whom, when and where.

"The minister said on Monday in a speech | the men who fled would be fined".
"""

import itertools

from timeline.extract.circumstances import Circumstances
from timeline.extract.verbs import Group

Piece = tuple[int, int, str]
"""The words of a stretch between marks, and the mark before it."""


_DASHES = frozenset("–—-")


class Contents(Circumstances):
    """Finds the beginning of what a verb of saying brings."""

    def _content_start(self, report: Group, last: int) -> int | None:
        """Where that which is said begins, behind addressee, date and medium."""
        position = report.last
        if report.passive and self._is_participle(position):
            return None  # "Were confirmed | infected, but the count is low"
        if report.base == "tell":
            position = self._addressee_end(position, last)
        moved = True
        while moved and position < last:
            ahead = self._absorbed(position, last)
            moved, position = ahead > position, ahead
        following = self._next_finite(position - 1, last)
        if following and self._hangs_off(position, following, last):
            return None  # "Confirmed the flu in Lund after a man came"
        if following is None:
            return position if self._opens_parted(position, last) else None
        if self.words[position].low == "that":
            return position
        if following.first <= position:
            return None
        quoted = self.words[position].low in '"“„«‘'
        subject = quoted or self._is_subject(position, following.first)
        subject = subject or self._is_described(position, following, last)
        return position if subject else None

    def _is_described(self, position: int, verb: Group, last: int) -> bool:
        """Whether "those | who left" is a subject whose verb follows: "will be fined"."""
        relatives = self.cues.grammar.relative - {"what"}
        inside = range(position + 1, verb.first)
        opening = next((n for n in inside if self.words[n].low in relatives), None)
        if opening is None or not self._is_subject(position, opening):
            return False
        following = self._next_finite(verb.first, last)
        joins = self.cues.grammar.coordinators
        while following and self.words[following.first - 1].low in joins:
            following = self._next_finite(following.first, last)
        return following is not None

    def _hangs_off(self, position: int, verb: Group, last: int) -> bool:
        """Whether "after" behind some words opens the clause of a verb."""
        subordinators = self.cues.grammar.subordinators
        return any(
            self.words[n].low in subordinators and self._opens_adverbial(n, last)
            for n in range(position + 1, verb.first)
        )

    def _opens_parted(self, position: int, last: int) -> bool:
        """Whether the subject here has its verb behind an aside: "said X, of Y, was"."""
        following = self._behind_aside(last)
        if position >= last or following is None:
            return False
        bracket = last < len(self.words) and self.words[last].low in "(["
        before = self.words[following.first - 1].low
        resumes = before == "," or bracket
        resumes = resumes or (before in _DASHES and self._is_dash(last))
        aside = self.words[last : following.first - 1]
        clausal = self.cues.openers
        if len(aside) > 1 and aside[1].low in self.cues.grammar.relatives:
            clausal = frozenset()  # "Said Valk, who had left, was ill"
        elif any(word.low == "and" for word in aside[2:]):
            clausal, resumes = clausal - {"and"}, True  # "Said Lund and Velm were"
        plain = len(aside) > 1 and not any(w.low in clausal for w in aside)
        return resumes and plain and self._is_subject(position, last)

    def _is_dash(self, position: int) -> bool:
        """Whether a dash stands here: "said the mill | – the last one – would close"."""
        return position < len(self.words) and self.words[position].low in _DASHES

    def _is_subject(self, position: int, verb: int) -> bool:
        """Whether the words before a verb can be its subject: no stray preposition."""
        word = self.words[position]
        grammar = self.cues.grammar
        if word.low in grammar.prepositions and not self._leads_to_figure(position):
            return False
        if word.low in grammar.coordinators:
            return False
        if self.words[verb - 1].low in grammar.coordinators:
            return False
        between = [w.low for w in self.words[position:verb]]
        return not any(
            low in grammar.relatives
            or (low in grammar.asking and before in grammar.prepositions)
            or (low == "that" and before not in grammar.prepositions)
            for before, low in itertools.pairwise(["", *between])
        )

    def _leads_to_figure(self, position: int) -> bool:
        """Whether a figure is led up to here: "about 300 people", "over two-thirds"."""
        quantities = self.cues.quantities
        ahead = self.words[position + 1].low if position + 1 < len(self.words) else ""
        figure = ahead[:1].isdigit() or ahead in self.cues.counting
        return figure and bool(quantities.about.fullmatch(self.words[position].low))

    def _absorbed(self, position: int, last: int) -> int:
        """Behind a date, a medium ("in a statement") or an adverb at this place."""
        medium = self.cues.reporting.media.match(self.text, self.words[position].start)
        if medium:
            end = medium.end()
            while position < last and self.words[position].start < end:
                position += 1
            return position
        skipped = position
        while skipped < last and self.words[skipped].low in self.cues.time.before_date:
            skipped += 1
        for placed, _ in self.placed:
            if placed.first in (position, skipped) and placed.last > placed.first:
                behind = self.words[placed.last : placed.last + 1]
                owns = any(word.low == "'s" for word in behind)
                return position if owns else placed.last
        low = self.words[position].low
        adverb = (
            low in self.cues.grammar.adverbs and low not in self.cues.grammar.negations
        )
        if adverb and position + 1 < last and self._leads_to_number(position + 1):
            return position  # "Says | only two of them came", "says | too many came"
        return position + 1 if adverb or low == "," else position

    def _leads_to_number(self, position: int) -> bool:
        low = self.words[position].low
        many = low in self.cues.standing.many
        return low[0].isdigit() or low in self.cues.counting or many

    def _behind_aside(self, end: int) -> Group | None:
        """The next verb behind a mark; behind ", who fled," that which a comma precedes."""
        behind = [g for g in self.finite if g.first > end]
        opener = self.words[end + 1].low if end + 1 < len(self.words) else ""
        if opener not in self.cues.grammar.relatives:
            return next(iter(behind), None)
        return next((g for g in behind if self.words[g.first - 1].low == ","), None)

    def held_open(self, found: list[Piece]) -> list[Piece]:
        """The pieces, "who, despite a ban, | fled" as one of them."""
        place = 0
        while place + 2 < len(found):
            if self._waits_for_verb(*found[place : place + 3]):
                first, _, mark = found[place]
                found[place : place + 3] = [(first, found[place + 2][1], mark)]
            place += 1
        return found

    def _waits_for_verb(self, opening: Piece, aside: Piece, behind: Piece) -> bool:
        """Whether "who" waits for a verb that stands behind what commas part off."""
        first, last, _ = opening
        relatives = self.cues.grammar.relatives
        ends = self.words[last - 1].low in relatives
        if not ends and self.words[first].low not in relatives:
            return False
        told = not ends and self._finite_between(first, last)
        if told or aside[2] != "," or behind[2] != ",":
            return False
        verb = self._next_finite(behind[0] - 1, behind[1])
        near = verb is not None and verb.first <= behind[0] + 1
        return near and self._first_group(aside[0], aside[1]) is None
