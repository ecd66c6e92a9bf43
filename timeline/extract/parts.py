"""A sentence cut into parts: at its marks, then at the words that open a clause.

"Who", "after", "that" and "and" before a new verb open one; a verb of saying ends where
that which is said begins. What the parts then make together is found in `assembly`.
"""

import itertools
from bisect import bisect_left, bisect_right

from msgspec import Struct

from timeline.extract.clause import Role, Tagged
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.text.clauses import pieces


class Part(Struct, gc=False):
    """A stretch of words that is a clause, or a piece of one. `mark` stands before it.

    `adverbial` is true of a stretch that begins like "In May" or "After that", `bare` of
    one that begins with its verb.
    """

    role: Role
    first: int
    last: int
    group: Group | None
    opener: str
    mark: str
    adverbial: bool = False
    bare: bool = False


class Cutter:
    """Cuts one sentence into parts; every method only reads."""

    def __init__(self, tagged: Tagged, cues: Cues) -> None:
        self.text, self.span, self.words = tagged.text, tagged.span, tagged.words
        self.groups, self.placed, self.cues = tagged.groups, tagged.timexes, cues
        self.finite = [g for g in tagged.groups if g.finite]
        self.starts = [g.first for g in self.finite]
        bare = cues.reporting.bare
        self.report_ends = {g.last: g for g in self.finite if g.base in bare}
        ends = {place.last for place, _ in tagged.timexes}
        self.behind_dates = ends.intersection(self.starts)
        self.reports = {g.first for g in self.finite if g.base in cues.reporting.verbs}
        self.firsts = [g.first for g in tagged.groups]
        clausal = cues.clausal
        behind = self.behind_dates.union(self.report_ends)
        self.openings = [
            position
            for position, word in enumerate(self.words)
            if word.low in clausal or position in behind
        ]

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
        return found

    def _is_within_date(self, position: int) -> bool:
        return any(r.first < position < r.last for r, _ in self.placed)

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
        if self._resumes(start, position):
            return position
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

    def _resumes(self, start: int, position: int) -> bool:
        """Whether the verb behind a relative clause stands here: "a man who fled | was"."""
        helps = self.words[position].low in self.cues.helpers
        if not helps and position not in self.behind_dates:
            return False
        grammar = self.cues.grammar
        opener = self.words[start].low
        if opener in grammar.subordinators:
            is_small = self.words[position].text.islower()
            if not is_small or not self._is_finite(position):
                return False
            if self._is_gerund(start + 1):
                return not self._finite_between(start, position)
            return self._waits(start) and self._finite_between(start, position)
        if opener in grammar.prepositions and start + 1 < position:
            opener = self.words[start + 1].low
        if opener != "that" and opener not in grammar.relatives:
            return False
        earlier = [g for g in self.finite if start <= g.first and g.last <= position]
        own = any(g.first == position for g in self.finite)
        if not own or len(earlier) != 1 or self._says(earlier[0].base):
            return False
        if self.words[start].low == "that" and self._is_content(0, start):
            return False
        return not any(
            self._parts_clauses(place) for place in range(earlier[0].last, position)
        )

    def _parts_clauses(self, position: int) -> bool:
        """Whether a word can part two clauses: a mark, "and", a pronoun that acts.

        Not that of "who pay $9 and keep their word": there "and" joins two verbs.
        """
        word, cues = self.words[position], self.cues
        if word.is_mark:
            return word.low not in "$€£¥#%"
        if word.low in cues.grammar.coordinators:
            return not self._is_base(position + 1)
        acts = cues.people.get(word.low, word.low) == word.low
        return word.low in cues.openers or (word.low in cues.grammar.pronouns and acts)

    def _is_base(self, position: int) -> bool:
        """Whether the bare form of a verb stands here, which only a plural can have."""
        word = self.words[position]
        verb = self.cues.verbs.get(word.low)
        return verb is not None and "b" in verb.forms and word.text.islower()

    def _waits(self, position: int) -> bool:
        """Whether what stands before a word in its piece is a subject without a verb.

        "The failure to see the leak before it was found | has cost him his post."
        """
        first = position
        while first and not self.words[first - 1].is_mark:
            first -= 1
        grammar = self.cues.grammar
        low = self.words[first].low
        opens = low in grammar.prepositions or low in grammar.subordinators
        opens = opens or low in grammar.coordinators
        return (
            first < position and not opens and not self._finite_between(first, position)
        )

    def _is_gerund(self, position: int) -> bool:
        """Whether a gerund stands here, but for "saying", which has a clause behind it."""
        return any(
            g.first == position and g.tense is Tense.GERUND and not self._says(g.base)
            for g in self.groups
        )

    def _is_finite(self, position: int) -> bool:
        return any(g.first == position for g in self.finite)

    def _relative_cut(self, start: int, position: int, last: int) -> int | None:
        if not self._finite_between(position, last):
            return None
        behind = any(g.last == position for g in self.groups)
        behind = behind or self.words[position - 1].low == "of"
        if self.words[position].low == "what" and behind:
            return None  # "showed what was left" has its object there.
        if self.words[position - 1].low not in self.cues.grammar.prepositions:
            return position
        return position - 1 if position - 1 > start + self._is_share(start) else None

    def _is_share(self, position: int) -> bool:
        """Whether "most of which" stands here."""
        behind = [word.low for word in self.words[position + 1 : position + 3]]
        return behind[:1] == ["of"] and behind[-1] in self.cues.grammar.relatives

    def _opens_that(self, start: int, position: int, last: int) -> bool:
        if self._is_content(start, position):
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
        before, after = self.words[position - 1], self.words[position + 1]
        grammar = self.cues.grammar
        verb = any(g.last == position for g in self.groups)
        noun = before.low[0].isalpha() and before.low not in grammar.prepositions
        subject = after.low in grammar.determiners or after.low in grammar.pronouns
        subject = subject or after.low in grammar.subordinators or after.low == "even"
        subject = subject or (after.low.endswith("s") and self._is_finite(position + 2))
        return noun and not verb and (subject or after.text[0].isupper())

    def _is_content(self, start: int, position: int) -> bool:
        """Whether the "that" at this place brings what was said or is believed."""
        before = [g for g in self.groups if start <= g.first and g.last <= position]
        if before and self._says(before[-1].base):
            immediate = any(g.first == position + 1 for g in self.finite)
            return not immediate or before[-1].last == position
        if self._is_finite(position + 1):
            return False  # "Fears that led to panic"
        return position > 0 and self.words[position - 1].low in self.cues.that_nouns

    def _says(self, base: str) -> bool:
        reporting = self.cues.reporting
        return base in reporting.verbs or base in reporting.doubtful

    def _opens_adverbial(self, position: int, last: int) -> bool:
        low = self.words[position].low
        following = self._next_finite(position, last)
        if low == "as" and self._compares(position):
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
        if following is None:
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

    def _compares(self, position: int) -> bool:
        """Whether "as" is the first of "as ready as it could be", or the second."""
        near = self.words[max(0, position - 3) : position + 4]
        return sum(word.low == "as" for word in near) > 1

    def _opens_coordinate(self, start: int, position: int, last: int) -> bool:
        """Whether "and" joins two clauses or verbs, not two things."""
        before = self._finite_between(start, position)
        following = self._next_finite(position, last)
        if following is None or self._joins_numbers(position):
            return False
        if self._in_open_clause(start):
            return False
        describes = self.words[start].low in (*self.cues.grammar.relatives, "that")
        joins = following.first > position + 1 and self._is_base(position + 1)
        if describes and joins:
            return False  # "Those who pay and keep their word | have seen"
        if not before:
            return following.first == position + 1
        grammar = self.cues.grammar
        for word in self.words[position + 1 : following.first]:
            low = word.low
            if (
                low in grammar.relatives
                or low == "that"
                or low in grammar.subordinators
            ):
                return False
        return True

    def _joins_numbers(self, position: int) -> bool:
        """Whether "or" stands in "three or four floors"."""
        around = (self.words[position - 1], self.words[position + 1])
        numbers = self.cues.quantities.numbers
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
        if word.low in grammar.prepositions or word.low in grammar.coordinators:
            return False
        if self.words[verb - 1].low in grammar.coordinators:
            return False
        between = (w.low for w in self.words[position:verb])
        return not any(low in grammar.relatives or low == "that" for low in between)

    def _addressee_end(self, position: int, last: int) -> int:
        grammar = self.cues.grammar
        first = position
        while position < last:
            word = self.words[position]
            name = word.text[0].isupper() or word.low in ("of", "'s", "’s")
            if position == first and word.low in grammar.pronouns:
                return position + 1
            if not name and not (word.low in grammar.determiners and position == first):
                break
            position += 1
        lower = (
            position < last
            and position - first <= 1
            and self.words[position].text.islower()
        )
        noun = lower and self.words[position].low not in grammar.prepositions
        return position + 1 if noun and self.words[position].low != "that" else position

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
                return placed.last
        low = self.words[position].low
        adverb = (
            low in self.cues.grammar.adverbs and low not in self.cues.grammar.negations
        )
        return position + 1 if adverb or low == "," else position

    def _finite_between(self, first: int, last: int) -> bool:
        place = bisect_left(self.starts, first)
        return place < len(self.starts) and self.starts[place] < last

    def _next_finite(self, position: int, last: int) -> Group | None:
        place = bisect_right(self.starts, position)
        found = place < len(self.starts) and self.starts[place] < last
        return self.finite[place] if found else None

    def _first_group(self, first: int, last: int) -> Group | None:
        """The first verb that begins in a range, finite or not."""
        place = bisect_left(self.firsts, first)
        found = place < len(self.firsts) and self.firsts[place] < last
        return self.groups[place] if found else None

    # ── Roles ────────────────────────────────────────────────────────────────────────

    def _part(self, first: int, last: int, mark: str) -> Part:
        grammar = self.cues.grammar
        verb = self._first_group(first, last)
        finite = self._next_finite(first - 1, last) if verb else None
        start = self._past_light(first, last)
        low = self.words[start].low
        following = self.words[start + 1].low if start + 1 < last else ""
        if low == "that" and first and not self.words[first - 1].is_mark:
            if self._is_content(0, start):
                role = Role.MAIN if finite else Role.PHRASE
                return Part(role, first, last, finite, low, mark)
            if finite and self._is_result(first):
                return Part(Role.ADVERBIAL, first, last, finite, low, mark)
            return Part(Role.RELATIVE, first, last, finite, low, mark)
        relative = low in grammar.relatives or (
            following in grammar.relatives and low in grammar.prepositions
        )
        relative = relative or self._is_share(start)
        if finite and relative:
            return Part(Role.RELATIVE, first, last, finite, low, mark)
        if (
            low in grammar.subordinators
            and (finite or (verb and verb.first == start + 1))
            and not any(r.first == start + 1 for r, _ in self.placed)
        ):
            role = Role.CONDITION if low in grammar.conditions else Role.ADVERBIAL
            return Part(role, first, last, finite or verb, low, mark)
        adverb = low.endswith("ly") or low in grammar.adverbs
        if finite:
            opener = low if low in grammar.coordinators else ""
            bare_ = finite.first <= start + adverb
            return Part(Role.MAIN, first, last, finite, opener, mark, bare=bare_)
        bare = verb if verb and verb.first == start + adverb else None
        if bare and mark and bare.tense in (Tense.PARTICIPLE, Tense.GERUND):
            return Part(Role.PARTICIPLE, first, last, verb, "", mark)
        leads = not first and self._dates(first, last)
        if bare and leads and bare.tense is Tense.PARTICIPLE:
            return Part(Role.PARTICIPLE, first, last, verb, "", mark)
        opener = low if low in grammar.contrasts else ""
        adverbial = low in grammar.prepositions or any(
            r.first - start <= 1 and start <= r.first < last for r, _ in self.placed
        )
        return Part(Role.PHRASE, first, last, None, opener, mark, adverbial)

    def _dates(self, first: int, last: int) -> bool:
        """Whether a date stands in a stretch: "founded in 2029, …"."""
        return any(first <= place.first < last for place, _ in self.placed)

    def _is_result(self, position: int) -> bool:
        """Whether "so" or "such" waits for this "that": "so loud that it was heard"."""
        for place in range(position - 1, max(-1, position - 8), -1):
            word = self.words[place]
            if word.is_mark or any(g.first == place for g in self.finite):
                return False
            if word.low in ("so", "such"):
                return place + 1 < position
        return False

    def _past_light(self, first: int, last: int) -> int:
        """The first word that is no quotation mark and no leading conjunction or adverb."""
        position = first
        while position < last - 1 and (
            self.words[position].is_mark
            or (
                self.words[position].low in ("and", "but", "or")
                and self.words[position + 1].low in self.cues.grammar.relatives
            )
        ):
            position += 1
        return position

    def _with_reports(self, parts: list[Part]) -> list[Part]:
        """The same parts, those that only say who says so marked as reports."""
        main = sum(self._is_main(part) for part in parts)
        quotes = sum(self._is_quoted(part) for part in parts)
        for index, part in enumerate(parts):
            others = main > self._is_main(part) or quotes > self._is_quoted(part)
            if self._is_report(parts, index, others):
                part.role = Role.REPORT
                main -= part.group is not None
        return parts

    def _is_main(self, part: Part) -> bool:
        return part.role is Role.MAIN and part.group is not None and part.group.finite

    def _is_quoted(self, part: Part) -> bool:
        return self.words[part.first].low in '"“„«‘'

    def _is_report(self, parts: list[Part], index: int, others: bool) -> bool:
        part = parts[index]
        offset = self.words[self._past_light(part.first, part.last)].start
        phrase = self.cues.reporting.phrases.match(self.text, offset)
        if phrase and phrase.end() <= self.words[part.last - 1].end:
            inverted = self.words[part.first].low in self.cues.verbs
            return not inverted or part.group is None or part.group.first == part.first
        if part.role is Role.RELATIVE or not others or part.mark == ";":
            return False
        group = part.group
        if group is None or group.first not in self.reports or group.passive:
            return self._is_inverted(part)
        if part.role not in (Role.MAIN, Role.ADVERBIAL):
            return False
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following and not following.mark and part.last == following.first:
            if following.opener == "that" and following.role is not Role.RELATIVE:
                before = self.words[part.first - 1].low if part.first else ""
                return before not in self.cues.grammar.adverbs  # "Just as he said that"
            if following.role is Role.MAIN and not following.opener:
                return group.base in self.cues.reporting.bare
        return self._says_no_more(part, group)

    def _is_inverted(self, part: Part) -> bool:
        """ "replies his colleague" after a quotation: the verb stands first, in any form."""
        first = self._past_light(part.first, part.last)
        verb = self.cues.verbs.get(self.words[first].low)
        if verb is None or verb.base not in self.cues.reporting.verbs:
            return False
        return part.mark in (",", "–", "-", "—") and "s" in verb.forms

    def _says_no_more(self, part: Part, group: Group) -> bool:
        """Whether nothing of what is said follows the verb: "the Kremlin said Sunday"."""
        if group.first == self._past_light(part.first, part.last):
            return True
        position = group.last
        if group.base == "tell":
            position = self._addressee_end(position, part.last)
        elif position < part.last and not self._says_how(position):
            return False
        return not any(
            g.finite or g.tense is Tense.INFINITIVE
            for g in self.groups
            if group.last <= g.first < part.last
        )

    def _says_how(self, position: int) -> bool:
        """Whether the word after a verb of saying tells when, where or to whom."""
        word = self.words[position]
        grammar = self.cues.grammar
        if word.low in grammar.prepositions or word.low in grammar.adverbs:
            return word.low != "of" and not self._counts(position + 1)
        return (word.is_mark and word.low not in "$€£¥#") or self._dated(position)

    def _counts(self, position: int) -> bool:
        """Whether "at least 20 lives" or "over 20" stands here, and no time or place."""
        if position >= len(self.words) or self._dated(position):
            return False
        return self.words[position].low in ("least", "most")

    def _dated(self, position: int) -> bool:
        return any(r.first <= position < r.last for r, _ in self.placed)
