"""A part of a sentence, and what is asked of its words where it is cut.

Finite verbs are known by where they begin; all positions are those of words.
"""

from bisect import bisect_left, bisect_right

from msgspec import Struct

from timeline.extract.clause import Role, Tagged
from timeline.extract.contact import doer_start
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_SENTENCING = frozenset(("sentence", "condemn"))
_TERMS = frozenset(("life", "death", "prison", "jail"))


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


class Asked:
    """One sentence, and the questions asked of it; every method only reads."""

    def __init__(self, tagged: Tagged, cues: Cues) -> None:
        self.text, self.span, self.words = tagged.text, tagged.span, tagged.words
        self.groups, self.placed, self.cues = tagged.groups, tagged.timexes, cues
        self.finite = [g for g in tagged.groups if g.finite]
        self.starts = [g.first for g in self.finite]
        self.inverted = [g for g in self.finite if g.subject_end]
        bare = cues.reporting.bare
        says = [g for g in tagged.groups if g.base in bare]
        self.report_ends = {g.last: g for g in says if g.finite or self._adds(g)}
        ends = {place.last for place, _ in tagged.timexes}
        self.behind_dates = ends.intersection(self.starts)
        self.reports = {g.first for g in self.finite if self._reports(g)}
        self.firsts = [g.first for g in tagged.groups]
        clausal = cues.clausal
        behind = self.behind_dates.union(self.report_ends)
        self.dated_ends = {end for end in ends if self._is_actor(end)}
        inside = {n for r, _ in tagged.timexes for n in range(r.first + 1, r.last)}
        openings = [n for n, word in enumerate(self.words) if word.low in clausal]
        if inside:  # "Shortly | before 7 a.m. a lorry overturned"
            openings = [n for n in openings if n not in inside]
        self.thats = [n for n in openings if self.words[n].low == "that"]
        self.actors = self._actors()
        behind |= self.dated_ends | self.actors
        embeds = cues.grammar.relative
        self.terms: set[int] = set()
        if any(self.words[n].low in embeds for n in openings):
            self.terms = self._terms()
            behind.update(self.starts, self.terms)
        self.openings = sorted({*openings, *behind}) if behind else openings

    def _adds(self, group: Group) -> bool:
        """Whether ", saying | the dam was safe" stands here."""
        comma = group.first > 0 and self.words[group.first - 1].low == ","
        return comma and group.tense is Tense.GERUND

    def _reports(self, group: Group) -> bool:
        """Whether a verb can say that something is so: "said", "shows | that"."""
        reporting = self.cues.reporting
        if group.base in reporting.verbs:
            return True
        if group.base not in reporting.showing or group.passive:
            return False
        ends = (
            r.last for r, _ in self.placed if group.last <= r.first <= group.last + 1
        )
        behind = next(ends, group.last)  # "Found on Monday | that it had failed"
        return behind < len(self.words) and self.words[behind].low == "that"

    def _actors(self) -> set[int]:
        """Where a pronoun acts that can end a clause before it: "when it broke | he left"."""
        if len(self.starts) < 2 or not self._is_led(0):
            return set()
        return {start - 1 for start in self.starts[1:] if self._is_actor(start - 1)}

    def _terms(self) -> set[int]:
        """Where "sentenced a man who robbed a bank | to nine years" has its second object."""
        given = [g.last for g in self.groups if g.base in _SENTENCING]
        if not given:
            return set()
        embeds = self.cues.grammar.relative
        opens = [n for n, w in enumerate(self.words) if w.low in embeds]
        first = next((n for n in opens if n > given[0]), len(self.words))
        behind = range(first + 1, len(self.words) - 1)
        return {n for n in behind if self.words[n].low == "to" and self._is_term(n + 1)}

    def _is_term(self, position: int) -> bool:
        """Whether "life" stands here, or "nine years"."""
        word, quantities = self.words[position], self.cues.quantities
        if word.low in _TERMS:
            return True
        units = [
            w.low.removesuffix("s") for w in self.words[position + 1 : position + 4]
        ]
        counts = word.low in quantities.numbers or word.low[0].isdigit()
        return counts and not quantities.skip_nouns.isdisjoint(units)

    def _is_led(self, position: int) -> bool:
        """Whether the sentence, or what is said in it, begins here with "when" or "if"."""
        if self.words[position].low not in self.cues.grammar.subordinators:
            if position:
                return False
            last = len(self.words) - 1
            return any(self._is_led(n + 1) for n in self.thats if n < last)
        return not position or self.words[position - 1].low == "that"

    def _is_actor(self, position: int) -> bool:
        """Whether a pronoun that acts stands here: "he", "we", not "him"."""
        low = self.words[position].low if position < len(self.words) else ""
        return self.cues.people.get(low) == low or low in self.cues.grammar.speakers

    def _is_within_date(self, position: int) -> bool:
        dated = self.placed
        return bool(dated) and any(r.first < position < r.last for r, _ in dated)

    def _is_finite(self, position: int) -> bool:
        return self._finite_between(position, position + 1)

    def _finite_between(self, first: int, last: int) -> bool:
        place = bisect_left(self.starts, first)
        return place < len(self.starts) and self.starts[place] < last

    def _next_finite(self, position: int, last: int) -> Group | None:
        place = bisect_right(self.starts, position)
        found = place < len(self.starts) and self.starts[place] < last
        return self.finite[place] if found else None

    def _next_told(self, position: int, last: int) -> Group | None:
        """The same, but for one of a clause inside: "how many died | is unknown"."""
        following = found = self._next_finite(position, last)
        while found and self._is_inside(position, found):
            position, found = found.first, self._next_finite(found.first, last)
        return found or following

    def _is_inside(self, position: int, verb: Group) -> bool:
        """Whether "how" stands before a verb, or its host's verb right behind it.

        "The talk we had | was short"
        """
        if self._hangs_off_noun(verb):
            return True
        asking = self.cues.grammar.asking
        between = self.words[max(0, position) : verb.first]
        return any(w.low in asking for w in between) or self._is_finite(verb.last)

    def _hangs_off_noun(self, verb: Group) -> bool:
        """Whether "the man police arrested on Monday | was freed" goes on behind a verb."""
        following = self._next_finite(verb.first, len(self.words))
        if following is None or not doer_start(self.words, verb.first, self.cues):
            return False
        between = self.words[verb.last : following.first]
        opens = any(w.is_mark or w.low in self.cues.openers for w in between)
        return self._dated(following.first - 1) and not opens and len(between) > 0

    def _first_group(self, first: int, last: int) -> Group | None:
        """The first verb that begins in a range, finite or not."""
        place = bisect_left(self.firsts, first)
        found = place < len(self.firsts) and self.firsts[place] < last
        return self.groups[place] if found else None

    def _says(self, base: str) -> bool:
        return base in self.cues.reporting.all_verbs

    def _is_content(self, start: int, position: int) -> bool:
        """Whether the "that" at this place brings what was said or is believed."""
        before = [g for g in self.groups if start <= g.first and g.last <= position]
        if position and self.words[position - 1].low in self.cues.grammar.prepositions:
            return False  # "Said the outcome of that vote is not known"
        if before and self._rules_out(before[-1], position):
            return True
        if before and (self._says(before[-1].base) or before[-1].first in self.reports):
            immediate = any(g.first == position + 1 for g in self.finite)
            return not immediate or before[-1].last == position
        if self._is_finite(position + 1):
            return False  # "Fears that led to panic"
        if not position:
            return False
        return self.words[position - 1].low in self.cues.that_nouns or (
            bool(before) and self._is_matter(before[-1], position)
        )

    def _rules_out(self, group: Group, position: int) -> bool:
        """Whether "ruled out" stands before "that", or "is feared"."""
        reporting = self.cues.reporting
        if group.passive and group.last == position:
            return (
                group.base in reporting.bare | reporting.thoughts | reporting.resolving
            )
        phrase = f"{group.base} {self.words[position - 1].low}"
        said = phrase in reporting.denials or phrase in reporting.verbs
        return group.last == position - 1 and said

    def _is_matter(self, group: Group, position: int) -> bool:
        """Whether "it is not in dispute | that" states what follows.

        In "it was the letter that he lost" a noun with its article is singled out.
        """
        subject = self.words[group.first - 1].low if group.first else ""
        if group.base != "be" or subject != "it":
            return False
        between = self.words[group.last : position]
        named = any(
            w.low in self.cues.grammar.nominal or not w.text.islower() for w in between
        )
        return bool(between) and not named

    def _is_share(self, position: int) -> bool:
        """Whether "most of which", "the elder of whom" stands here."""
        near = [word.low for word in self.words[position + 1 : position + 5]]
        place = near.index("of") + 1 if "of" in near[:3] else len(near)
        return place < len(near) and near[place] in self.cues.grammar.relatives

    def _is_base(self, position: int) -> bool:
        """Whether the bare form of a verb stands here, which only a plural can have."""
        word = self.words[position]
        verb = self.cues.verbs.get(word.low)
        return verb is not None and "b" in verb.forms and word.text.islower()

    def _is_phrase(self, position: int) -> bool:
        """Whether "because of" stands here, which opens no clause."""
        after = [word.low for word in self.words[position + 1 : position + 4]]
        if self.words[position].low == "as":
            if after[0] == "of":
                return True  # "As of May"
            noun = after[1:] if after[0] in self.cues.grammar.articles else after
            # "As part of", "as a result of"; not "as supporters of Valk | wept".
            return noun[1:2] == ["of"] and not noun[0].endswith("s")
        return after[:1] == ["of"]

    def _is_gerund(self, position: int) -> bool:
        """Whether a gerund stands here, but for "saying", which has a clause behind it."""
        group = self._first_group(position, position + 1)
        gerund = group is not None and group.tense is Tense.GERUND
        return gerund and group is not None and not self._says(group.base)

    def _is_participle(self, position: int) -> bool:
        """Whether a participle stands here, without a helper of its own."""
        return any(
            g.first == position and g.tense is Tense.PARTICIPLE for g in self.groups
        )

    def _past_light(self, first: int, last: int) -> int:
        """The first word that is no quotation mark and no leading conjunction or "even"."""
        position = first
        while position < last - 1 and (
            self.words[position].is_mark
            or (
                self.words[position].low in ("and", "but", "or")
                and self.words[position + 1].low in self.cues.grammar.relatives
            )
            or self._is_even(position)
        ):
            position += 1
        return position

    def _is_even(self, position: int) -> bool:
        """Whether "even | though" stands here, which belongs to what "though" opens."""
        if position < 0 or self.words[position].low != "even":
            return False
        grammar, low = self.cues.grammar, self.words[position + 1].low
        return low in grammar.subordinators and low not in grammar.prepositions

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
        if not noun or self.words[position].low == "that":
            return position
        return position + 1 + self._is_compound(position, last)

    def _is_compound(self, position: int, last: int) -> bool:
        """Whether "told a | news conference" goes on with a second noun here."""
        words, grammar = self.words[position + 1 : last], self.cues.grammar
        if len(words) < 2 or not words[0].text.isalpha() or not words[0].text.islower():
            return False
        light = grammar.nominal | grammar.prepositions | grammar.adverbs
        if words[0].low in light or words[0].low in self.cues.clausal:
            return False
        begins = words[1].low in grammar.nominal or words[1].low == "that"
        begins = begins or words[1].low in self.cues.time.before_date
        verb = any(g.first == position + 1 for g in self.groups)
        return not verb and (begins or words[1].text[0].isupper())

    def _dated(self, position: int) -> bool:
        return any(r.first <= position < r.last for r, _ in self.placed)

    def _dates(self, first: int, last: int) -> bool:
        """Whether a date stands in a stretch: "founded in 2029, …"."""
        return any(first <= place.first < last for place, _ in self.placed)
