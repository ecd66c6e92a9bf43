"""A sentence cut into parts: at its marks, then at the words that open a clause.

"Who", "after", "that" and "and" before a new verb open one; a verb of saying ends where
that which is said begins. What the parts then make together is found in `assembly`.
"""

import itertools
from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from timeline.extract.clause import Role
from timeline.extract.contents import Contents
from timeline.extract.inverted import is_fronted
from timeline.extract.part import Part
from timeline.extract.verbs import HANGING, Group, Tense
from timeline.text.clauses import pieces
from timeline.text.words import stretch_start

_SUBJECT = 2
"""Words of "after Velm", at least."""


_LIST = 6
"""Words of the last things of a list: "milk and a dozen fresh eggs"."""


class Cutter(Contents):
    """Cuts one sentence into parts."""

    def parts(self) -> list[Part]:
        """All parts of the sentence in order."""
        parts: list[Part] = []
        starts = [word.start for word in self.words]
        for first, last, mark in self._pieces(starts):
            cuts = [first, *self._cuts(first, last), last]
            for start, end in itertools.pairwise(cuts):
                parts.append(self._part(start, end, mark if start == first else ""))
        for index, part in enumerate(parts):
            if self._is_parted(parts, index):
                conditions = self.cues.grammar.conditions
                supposes = self.words[part.first].low in conditions
                part.role = Role.CONDITION if supposes else Role.ADVERBIAL
                part.opener = self.words[part.first].low
        return self._with_reports(self._with_lists(parts))

    def _with_lists(self, parts: list[Part]) -> list[Part]:
        """The parts, a relative clause with all things of its list.

        "Norda, which owns mills, ports and a bank, | closed", "a man who bought bread, milk
        and eggs | fled": the subject before it waits for its verb.
        """
        found: list[Part] = []
        for index, part in enumerate(parts):
            if found and part.first < found[-1].last:
                continue
            waits = index > 0 and parts[index - 1].role is Role.PHRASE
            waits = waits and not parts[index - 1].adverbial
            end = 0
            if waits and part.role is Role.RELATIVE and not self._dated(part.last - 1):
                end = self._list_end(parts, index)
            if not end:
                found.append(part)
                continue
            found.append(replace(part, last=end))
            behind = next((p for p in parts if p.first < end < p.last), None)
            if behind is not None:
                found.append(replace(behind, first=end, mark="", bare=True))
        return found

    def _list_end(self, parts: list[Part], index: int) -> int:
        """Where the list that ends a relative clause does, behind its last comma; else 0."""
        things = [*itertools.takewhile(self._is_thing, parts[index + 1 :])]
        behind = next(iter(parts[index + 1 + len(things) :]), None)
        group = behind.group if behind else None
        if behind is None or group is None or behind.mark != ",":
            return 0
        if behind.role is not Role.MAIN or behind.opener:
            return 0
        if behind.bare:
            last = things[-1] if things else None
            ends = last is not None and self._joins_last(
                last.first, last.last, things[:-1]
            )
            return last.last if last is not None and ends else 0
        acts = group.first not in self.reports and not parts[index].mark
        short = group.first - behind.first <= _LIST
        ends = acts and short and self._joins_last(behind.first, group.first, things)
        return group.first if ends else 0

    def _is_thing(self, part: Part) -> bool:
        """Whether a part can be one thing of a list."""
        plain = part.role is Role.PHRASE and part.mark == "," and not part.opener
        light = self.words[part.first].low in self.cues.grammar.prepositions
        return plain and not part.adverbial and not light

    def _joins_last(self, first: int, last: int, things: list[Part]) -> bool:
        """Whether "and" stands before the last thing of a list."""
        opens = first if things else first + 1
        joins = self.cues.grammar.coordinators
        low = self.words[first].low
        light = low in self.cues.grammar.prepositions or (low in joins and not things)
        light = light or any(
            self.words[n].low in self.cues.grammar.determiners
            and self.words[n - 1].low not in joins
            for n in range(first + 1, last)
        )  # "Continues its rapid and lethal | spread"
        return not light and any(w.low in joins for w in self.words[opens : last - 1])

    def _is_parted(self, parts: list[Part], index: int) -> bool:
        """Whether asides part what "after" opens from its verb.

        "After the victim, Anna Lind, 35, | had left", "whether the man who came | was ill".
        """
        part, opener = parts[index], self.words[parts[index].first].low
        grammar = self.cues.grammar
        opens = part.role is Role.PHRASE and opener in grammar.subordinators
        if not index and opener in grammar.prepositions:
            return False  # "After the talks, Mr Brenn, 51, left"
        if not opens or part.last - part.first < _SUBJECT:
            return False
        if self._is_phrase(part.first) or self._dated(part.first + 1):
            return False
        behind = parts[index + 1 :]
        asides = itertools.takewhile(self._breaks_in, behind)
        verb = behind[(count := len(list(asides))) : count + 1]
        return bool(count) and any(
            p.role is Role.MAIN
            and p.bare
            and not p.opener
            and p.group is not None
            and p.group.first not in self.reports
            for p in verb
        )

    def _breaks_in(self, part: Part) -> bool:
        """Whether a part can stand between a subject and its verb."""
        hangs = (Role.RELATIVE, Role.PARTICIPLE)
        noun = part.role is Role.PHRASE and not (part.adverbial or part.opener)
        return part.role in hangs or noun

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
        return self.held_open(found)

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
        if anew or position in self.terms or self.resumes(start, position):
            return position
        if self._leads_to_helper(position) or self._in_content(start, position):
            return None
        if self._asks_in_subject(start, position):
            return None
        if low in grammar.relatives:
            return self._relative_cut(start, position, last)
        if low == "that":
            return position if self._opens_that(start, position, last) else None
        if low in grammar.subordinators:
            opens = self._opens_adverbial(position, last)
            opens = opens or self._waits_for(start, position, last)
            return position - self._is_even(position - 1) if opens else None
        if low in grammar.coordinators:
            return position if self._opens_coordinate(start, position, last) else None
        report = self.report_ends.get(position)
        if report is None or report.first < start:
            return None
        if self.words[start].low in grammar.relatives:
            return None
        return self._content_start(report, last)

    def _asks_in_subject(self, start: int, position: int) -> bool:
        """Whether "a vote on | whether to close it | was held" has its verb behind."""
        asks = [word.low for word in self.words[position + 1 : position + 2]] == ["to"]
        return asks and not self._finite_between(start, position)

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
        led = self.words[position - 1].low
        if led in ("than", "like", "of") or led in self.cues.grammar.contrasts:
            return False  # "Larger than that of Lund", "though that is less"
        verb = position + 1
        while verb < last - 1 and self.cues.grammar.is_manner(self.words[verb].low):
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

    def _waits_for(self, start: int, position: int, last: int) -> bool:
        """Whether the verb stands behind an aside: "left | after Velm, its ally, fell"."""
        grammar = self.cues.grammar
        if position + 1 >= last or last + 1 >= len(self.words):
            return False
        opener, behind = self.words[start].low, self.words[position + 1].low
        hangs = opener in grammar.relatives or opener == "that"
        light = behind in grammar.prepositions or self._dated(position + 1)
        if hangs or light or not self._finite_between(start, position):
            return False
        verb = self._behind_aside(last)
        acts = verb is not None and (verb.passive or verb.first not in self.reports)
        return acts and self._opens_parted(position + 1, last)

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

    def _opens_coordinate(self, start: int, position: int, last: int) -> bool:
        """Whether "and" joins two clauses or verbs, not two things."""
        if self._joins_participles(start, position, last):
            return True
        if self._joins_both(start, position) or self._is_within_date(position):
            return False
        before = self._finite_between(start, position)
        following = self._next_finite(position, last)
        if following is None or self._joins_numbers(position):
            return False
        if self._in_open_clause(start) or self._in_saying(position):
            return False
        describes = self.words[start].low in (*self.cues.grammar.relatives, "that")
        joins = following.first > position + 1 and self._is_base(position + 1)
        if describes and (joins or self._is_awaited(start, position, following)):
            return False  # "Those who pay and keep their word | have seen"
        if not before or self._in_quotation(start, position, following.first):
            return following.first == position + 1
        if self.words[position + 1].low == "that":
            return any(verb < position for verb in self.reports)
        grammar = self.cues.grammar
        for place in range(position + 1, following.first):
            low = self.words[place].low
            if (
                low in grammar.relatives
                or low == "that"
                or low in grammar.subordinators
                or low == "but"  # "Has sent food and water, | but there are"
                or (low in grammar.coordinators and self._is_actor(place + 1))
            ):
                return False
        return True

    def _in_quotation(self, start: int, position: int, verb: int) -> bool:
        """Whether "and" joins two words of a quotation that ends before the verb.

        "Would be “longer | and harder” than most expected"
        """
        words = [word.low for word in self.words[start:verb]]
        before, behind = words[: position - start], words[position - start :]
        if '"' in before or '"' in behind:
            return before.count('"') % 2 == behind.count('"') % 2 == 1
        return before.count("“") > before.count("”") and "”" in behind

    def _is_awaited(self, start: int, position: int, verb: Group) -> bool:
        """Whether "a woman who bought bread | and eggs was robbed" has its only verb here."""
        last = self._is_final(verb.first)
        if not (last and verb.first > position + 1 and self._waits(start)):
            return False
        return self.words[start].low != "that" or not self._is_content(0, start)

    def _joins_both(self, start: int, position: int) -> bool:
        """Whether "both the old | and the new mills get it" has one subject here.

        Or "nobody has | yet died" one verb.
        """
        if any(g.first < position < g.last for g in self.groups):
            return True
        ended = max([g.last for g in self.groups if g.last <= position], default=start)
        return any(word.low == "both" for word in self.words[ended:position])

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
