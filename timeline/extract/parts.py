"""A sentence cut into parts: at its marks, then at the words that open a clause.

"Who", "after", "that" and "and" before a new verb open one; a verb of saying ends where
that which is said begins. What the parts then make together is found in `assembly`.
"""

import itertools
from bisect import bisect_left, bisect_right

from timeline.extract.inverted import is_fronted
from timeline.extract.part import Part
from timeline.extract.resuming import Resuming
from timeline.extract.verbs import HANGING, Group, Tense
from timeline.text.clauses import pieces
from timeline.text.words import stretch_start


class Cutter(Resuming):
    """Cuts one sentence into parts."""

    def parts(self) -> list[Part]:
        """All parts of the sentence in order."""
        parts: list[Part] = []
        starts = [word.start for word in self.words]
        for first, last, mark in self._pieces(starts):
            cuts = [first, *self._cuts(first, last), last]
            for start, end in itertools.pairwise(cuts):
                parts.append(self._part(start, end, mark if start == first else ""))
        return self._with_reports(parts)

    def _pieces(self, starts: list[int]) -> list[tuple[int, int, str]]:
        """Word ranges between marks; a mark inside a time expression parts nothing."""
        found: list[tuple[int, int, str]] = []
        for piece in pieces(self.text, self.span):
            first = bisect_left(starts, piece.start)
            last = bisect_left(starts, piece.end)
            if first >= last:
                continue
            if self._is_within_date(first) and found:
                found[-1] = (found[-1][0], last, found[-1][2])
            else:
                found.append((first, last, piece.opened))
        for place in range(len(found) - 2):
            self._move_joint(found, place)
        return found

    def _move_joint(self, found: list[tuple[int, int, str]], place: int) -> None:
        """Move "and" to what it brings: "sold the mill | and, the next day, his son fled"."""
        (first, last, mark), (aside, end, _), (start, stop, _) = found[
            place : place + 3
        ]
        joins = self.words[last - 1].low in ("and", "but") and last - first > 1
        if not joins or aside != last + 1 or self.words[last].low != ",":
            return
        leads = self.words[aside].low in self.cues.grammar.prepositions
        leads = leads or any(aside <= r.first <= aside + 1 for r, _ in self.placed)
        verb = self._next_finite(start - 1, stop)
        if leads and verb is not None and not self._finite_between(aside, end):
            found[place : place + 2] = [(first, last - 1, mark), (last - 1, end, "")]

    def _is_within_date(self, position: int) -> bool:
        dated = self.placed
        return bool(dated) and any(r.first < position < r.last for r, _ in dated)

    def _cuts(self, first: int, last: int) -> list[int]:
        """Where new clauses open inside a piece."""
        cuts: list[int] = []
        start = behind = first
        for position in self.openings[bisect_right(self.openings, first) :]:
            if position >= last:
                break
            if position <= behind:
                continue
            cut = self._cut_at(start, position, last)
            if cut and cut > start:
                cuts.append(cut)
                start = cut
            behind = max(position, cut or 0)
        return cuts

    def _cut_at(self, start: int, position: int, last: int) -> int | None:
        grammar = self.cues.grammar
        low = self.words[position].low
        anew = self._turns_round(start, position) or self._ends_lead(start, position)
        if anew or self.resumes(start, position):
            return position
        if self._leads_to_helper(position) or self._in_content(start, position):
            return None
        if low in grammar.relatives:
            return self._relative_cut(start, position, last)
        if low == "that":
            return position if self._opens_that(start, position, last) else None
        if low in grammar.subordinators:
            return position if self._opens_adverbial(position, last) else None
        if low in grammar.coordinators:
            return position if self._opens_coordinate(start, position, last) else None
        report = self.report_ends.get(position)
        if report is None or report.first < start:
            return None
        if self.words[start].low in grammar.relatives:
            return None
        return self._content_start(report, last)

    def _turns_round(self, start: int, position: int) -> bool:
        """Whether a verb before its subject opens a clause: "when it broke | did he"."""
        if not self.inverted:
            return False
        group = next((g for g in self.inverted if g.first == position), None)
        if group is None:
            return False
        supposes = not is_fronted(self.words, position, self.cues)
        return supposes or self._finite_between(start, position)

    def _leads_to_helper(self, position: int) -> bool:
        """Whether a word belongs to what turns a verb round: "not | until May did he"."""
        return bool(self.inverted) and any(
            stretch_start(self.words, g.first) <= position < g.first
            and is_fronted(self.words, g.first, self.cues)
            and not self._finite_between(position, g.first)
            for g in self.inverted
        )

    def _in_content(self, start: int, position: int) -> bool:
        """Whether "found that those | who paid", "that he | and she" waits for its verb."""
        before = self.thats and [n for n in self.thats if start < n < position]
        that = before[-1] if before else None
        if that is None or self._finite_between(that, position):
            return False
        joins = self.words[position].low in self.cues.grammar.coordinators
        if joins and self._is_finite(position + 1):
            return False  # "Called that a theft and | said"
        if not self._finite_between(position, self._piece_end(position)):
            return False
        return any(g.last == that and g.finite for g in self.groups)

    def _piece_end(self, position: int) -> int:
        """The next mark that can part clauses, or the end."""
        marks = (n for n in range(position, len(self.words)) if self.words[n].is_mark)
        return next(marks, len(self.words))

    def _relative_cut(self, start: int, position: int, last: int) -> int | None:
        if not self._finite_between(position, last):
            return None
        behind = any(g.last == position for g in self.groups)
        behind = behind or self.words[position - 1].low == "of"
        led = self.words[position - 1].low in self.cues.grammar.prepositions
        behind = behind or (led and any(g.last == position - 1 for g in self.groups))
        if self.words[position].low == "what" and behind:
            return None  # "showed what was left", "died of what he ate"
        if self.words[position - 1].low not in self.cues.grammar.prepositions:
            return position
        if self.words[position - 1].low == "of" and self._is_share(start):
            return None
        return position - 1 if position - 1 > start else None

    def _opens_that(self, start: int, position: int, last: int) -> bool:
        if self._is_content(start, position) or self._leads_on(position, last):
            return True
        if not self._finite_between(position, last):
            return False
        if self.words[position - 1].low in ("than", "like", "of"):
            return False  # "Larger than that of Lund", "$14 million of that went"
        verb = position + 1
        while verb < last - 1 and self.words[verb].low.endswith("ly"):
            verb += 1
        if any(g.first == verb for g in self.finite):
            return True
        if self._dated(position - 1) and self._is_cleft(position):
            return True
        before, after = self.words[position - 1], self.words[position + 1]
        grammar = self.cues.grammar
        verb = any(g.last == position for g in self.groups)
        noun = before.low[0].isalpha() and before.low not in grammar.prepositions
        subject = after.low in grammar.nominal or after.low == "even"
        subject = subject or after.low in grammar.subordinators
        subject = subject or (after.low.endswith("s") and self._is_finite(position + 2))
        return noun and not verb and (subject or after.text[0].isupper())

    def _is_cleft(self, position: int) -> bool:
        """Whether no more than "it was in May" stands before a word."""
        before = [g for g in self.finite if g.last <= position]
        if not before or before[-1].base != "be" or not before[-1].first:
            return False
        return self.words[before[-1].first - 1].low == "it"

    def _leads_on(self, position: int, last: int) -> bool:
        """Whether "showed that | in May" stands before what was shown, behind a mark."""
        if position + 1 >= last or self._finite_between(position, last):
            return False
        if self._next_finite(position, len(self.words)) is None:
            return False
        shown = any(g.finite and g.last == position for g in self.groups)
        return shown and self.words[position + 1].low in self.cues.grammar.prepositions

    def _opens_adverbial(self, position: int, last: int) -> bool:
        low = self.words[position].low
        following = self._next_finite(position, last)
        if low == "as" and self._compares(position):
            return False
        if self._is_phrase(position) or self._leads_to_actor(position, following):
            return False
        if following and any(
            w.low == "that" for w in self.words[position + 1 : following.first]
        ):
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

    def _ends_lead(self, start: int, position: int) -> bool:
        """Whether "after the vote on Monday | he left" goes on without a comma here."""
        if position not in self.dated_ends:
            return False
        placed = next(r.first for r, _ in self.placed if r.last == position)
        low = self.words[start].low
        leads = low in self.cues.grammar.prepositions
        leads = leads or low.removesuffix("s") in self.cues.time.short
        return (
            leads and placed > start + 2 and not self._finite_between(start, position)
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
        if counts or low in grammar.adverbs or low.endswith("ly"):
            return False  # "Two days after he left", "shortly after"
        if self.words[position + 1].low in grammar.pronouns or not self._waits(
            position
        ):
            return False
        if any(g.last == position and g.tense is Tense.PARTICIPLE for g in self.groups):
            return False
        return self._is_last(verb)

    def _is_last(self, verb: Group) -> bool:
        """Whether no verb follows but in a relative clause."""
        following = self._next_finite(verb.first, len(self.words))
        if following is None:
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

    def _opens_coordinate(self, start: int, position: int, last: int) -> bool:
        """Whether "and" joins two clauses or verbs, not two things."""
        if self._joins_participles(start, position, last):
            return True
        before = self._finite_between(start, position)
        following = self._next_finite(position, last)
        if following is None or self._joins_numbers(position):
            return False
        if self._in_open_clause(start) or self._in_saying(position):
            return False
        describes = self.words[start].low in (*self.cues.grammar.relatives, "that")
        joins = following.first > position + 1 and self._is_base(position + 1)
        if describes and joins:
            return False  # "Those who pay and keep their word | have seen"
        if not before:
            return following.first == position + 1
        if self.words[position + 1].low == "that":
            return any(verb < position for verb in self.reports)
        grammar = self.cues.grammar
        for word in self.words[position + 1 : following.first]:
            low = word.low
            if (
                low in grammar.relatives
                or low == "that"
                or low in grammar.subordinators
                or low == "but"  # "Has sent food and water, | but there are"
            ):
                return False
        return True

    def _joins_participles(self, start: int, position: int, last: int) -> bool:
        """Whether "built in 1920 | and rebuilt in 1950" begins anew here.

        So do "losing it in 1994 | and winning it in 1998", "after losing it".
        """
        heads = {g.first: g.tense for g in self.groups if g.tense in HANGING}
        follows = self.words[start].low in self.cues.grammar.subordinators
        tense = heads.get(start + follows)
        both = tense is not None and heads.get(position + 1) is tense
        return both and self._dates(start, position) and self._dates(position, last)

    def _in_saying(self, position: int) -> bool:
        """Whether "arguing the mill | and the port cannot wait" still waits for its verb."""
        before = [g for g in self.groups if g.first < position]
        if not before or before[-1].tense is not Tense.GERUND:
            return False
        saying = before[-1]
        between = self.words[saying.last : position]
        named = bool(between) and between[0].low in self.cues.grammar.articles
        marked = any(word.is_mark for word in between)
        return self._says(saying.base) and named and not marked

    def _joins_numbers(self, position: int) -> bool:
        """Whether "or" stands in "three or four floors"."""
        around = (self.words[position - 1], self.words[position + 1])
        numbers = self.cues.quantities.numbers
        if self._dated(position - 1) or self._dated(position + 1):
            return False
        return all(w.low in numbers or w.low[0].isdigit() for w in around)

    def _in_open_clause(self, start: int) -> bool:
        """Whether a relative clause interrupts "since the riots …", still without verb."""
        grammar = self.cues.grammar
        low = self.words[start].low
        if start == 0 or (low != "that" and low not in grammar.relatives):
            return False
        for position in range(start - 1, -1, -1):
            word = self.words[position]
            if word.is_mark or any(g.head == position for g in self.finite):
                return False
            if word.low in grammar.subordinators:
                return True
        return False

    def _content_start(self, report: Group, last: int) -> int | None:
        """Where that which is said begins, behind addressee, date and medium."""
        position = report.last
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
        return (
            position if quoted or self._is_subject(position, following.first) else None
        )

    def _hangs_off(self, position: int, verb: Group, last: int) -> bool:
        """Whether "after" behind some words opens the clause of a verb."""
        subordinators = self.cues.grammar.subordinators
        return any(
            self.words[n].low in subordinators and self._opens_adverbial(n, last)
            for n in range(position + 1, verb.first)
        )

    def _opens_parted(self, position: int, last: int) -> bool:
        """Whether the subject here has its verb behind an aside: "said X, of Y, was"."""
        following = self._next_finite(last, len(self.words))
        if position >= last or following is None:
            return False
        bracket = last < len(self.words) and self.words[last].low in "(["
        resumes = self.words[following.first - 1].low == "," or bracket
        aside = self.words[last : following.first - 1]
        plain = len(aside) > 1 and not any(w.low in self.cues.openers for w in aside)
        return resumes and plain and self._is_subject(position, last)

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
                owns = any(word.low in ("'s", "’s") for word in behind)
                return position if owns else placed.last
        low = self.words[position].low
        adverb = (
            low in self.cues.grammar.adverbs and low not in self.cues.grammar.negations
        )
        if adverb and position + 1 < last and self._leads_to_number(position + 1):
            return position  # "Says | only two of them came"
        return position + 1 if adverb or low == "," else position

    def _leads_to_number(self, position: int) -> bool:
        low = self.words[position].low
        return low[0].isdigit() or low in self.cues.counting
