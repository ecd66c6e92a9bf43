"""Clauses inside others: which verb belongs to one, and which is still waited for."""

from collections.abc import Sequence

from timeline.extract.contact import doer_start
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word, stretch_start

_TAKES_CLAUSE = frozenset(
    ("say", "think", "believe", "insist", "hope", "fear", "allege", "argue", "contend")
)
"""After these a noun is more likely a new subject than an object."""

_DESCRIBED = 2
"""Words of "a close" before its comma."""

_THING = 2
"""Words of one of several things: "old bats", at most."""

_BEFORE_NOUNS = frozenset(
    ("despite", "following", "including", "regarding", "concerning", "amid")
)
"""Behind these a noun stands, and no clause."""

BREAKS = frozenset(",;:()–—-?!")
"""Marks behind which a new clause can begin."""


def joins_adjectives(words: Sequence[Word], place: int, cues: Cues) -> bool:
    """Whether a comma stands in "a close, | informal club"."""
    if words[place].low != "," or not _DESCRIBED <= place < len(words) - 1:
        return False
    article, first, _, second = words[place - 2 : place + 2]
    one = article.low in ("a", "an") and first.text.islower()
    plain = second.text.isalpha() and second.text.islower()
    return one and plain and second.low not in cues.grammar.bound | cues.openers


class Embedded:
    """The verbs of a sentence that are known so far, and the clauses that they stand in."""

    def __init__(
        self,
        words: Sequence[Word],
        known: dict[int, Group],
        finite: list[int],
        cues: Cues,
    ) -> None:
        self.words, self.known, self.finite, self.cues = words, known, finite, cues
        self.doubtful: tuple[int, ...] = ()
        self.heads = {group.head for group in known.values()}

    def finite_before(self, at: int) -> bool:
        """Whether a finite verb precedes in the same stretch without a new clause."""
        for place in range(at - 1, -1, -1):
            if place in self.finite and self.known[place].base not in _TAKES_CLAUSE:
                return not self._tells_of(place, at)
            if self._parts(place):
                return False
        return False

    def _tells_of(self, place: int, at: int) -> bool:
        """Whether "told the court | a woman" brings one who acts, behind one who is told."""
        told, grammar = self.known[place], self.cues.grammar
        if told.base != "tell" or told.passive:
            return False
        for begins in range(told.last + 1, at):
            word, before = self.words[begins], self.words[begins - 1]
            counts = word.low in self.cues.quantities.numbers or word.text.isdigit()
            counts = counts and self.words[begins + 1].text.islower()
            bound = before.is_mark or before.low in grammar.bound
            behind = self._are_several(before) or self.ends_day(begins - 1)
            named = word.text[0].isupper() and behind
            if (counts or named or word.low in grammar.articles) and not bound:
                return True
        return False

    def _are_several(self, word: Word) -> bool:
        """Whether a word means more than one, whom no name behind it can be: "officers"."""
        small = word.text.islower() and word.low in self.cues.plurals
        plural = word.low.endswith("s") and not word.low.endswith("ss")
        return small or (plural and word.text.islower())

    def describes(self, at: int) -> bool:
        """Whether all verbs before describe a subject: "those who left the camp | need"."""
        before = [place for place in self.finite if place < at]
        return bool(before) and all(self.opener(place) for place in before)

    def finite_after(self, at: int) -> bool:
        """Whether a sure finite verb follows that this form's subject could have."""
        for place in range(at + 1, len(self.words)):
            if place in self.finite:
                return not self.has_pronoun(place)
            low = self.words[place].low
            described = place == at + 1 and low == "as"
            asks = low in self.cues.grammar.asking  # "Explained | how it began"
            goes_on = described or self._lists_gerunds(at, place)
            goes_on = goes_on or self._lists_nouns(place) or self._suffers(at, place)
            if (self._parts(place) and not goes_on) or asks:
                return False
        return False

    def has_pronoun(self, place: int) -> bool:
        """Whether a verb has its own subject: "the mill | it had sold", "ruled | there was"."""
        before = self.words[place - 1].low
        return self.cues.people.get(before) == before or before == "there"

    def _suffers(self, at: int, place: int) -> bool:
        """Whether "a man held | after the fire was freed" tells what was done to him."""
        verb = self.cues.verbs.get(self.words[at].low)
        if verb is None or self.words[place].low not in self.cues.grammar.subordinators:
            return False
        known = self.cues.actions.get(verb.base, verb.base)
        return place == at + 1 and known in self.cues.time.suffering

    def _lists_gerunds(self, at: int, place: int) -> bool:
        """Whether "accused of killing him | and hiding it" goes on with "and"."""
        if self.words[place].low not in self.cues.grammar.coordinators:
            return False
        inside = (self.known.get(n) for n in (*range(at, place), place + 1))
        gerunds = [g.first for g in inside if g and g.tense is Tense.GERUND]
        return len(gerunds) > 1 and gerunds[-1] == place + 1

    def _lists_nouns(self, place: int) -> bool:
        """Whether "accused of theft | and murder was held" has a bare noun behind "and"."""
        if self.words[place].low not in self.cues.grammar.coordinators:
            return False
        return place + 2 in self.finite and self.words[place + 1].text.islower()

    def acts_behind(self, at: int) -> bool:
        """Whether "on the exchanges | in Sarn and Lund was halted" has its verb further on."""
        for place in range(at + 1, len(self.words)):
            if place in self.finite:
                return True
            joins = self.words[place].low in self.cues.grammar.coordinators
            if self._parts(place) and not (joins and place + 2 in self.finite):
                return False
        return False

    def acts_behind_list(self, at: int) -> bool:
        """Whether "men | armed with bats, knives, and hammers fought" acts behind a list."""
        thing: list[Word] = []
        commas, joined = 0, False
        for place in range(at + 1, len(self.words)):
            word = self.words[place]
            if place in self.finite or place in self.doubtful:
                return joined and 0 < len(thing) <= _THING
            if word.low in self.cues.grammar.coordinators and commas > 1 and not thing:
                joined = True
            elif word.low == "," and not joined:
                plain = 0 < len(thing) <= _THING or not commas
                if not plain:
                    return False
                commas, thing = commas + 1, []
            elif (
                word.is_mark
                or word.low in self.cues.openers
                or (commas and not word.text.islower())
            ):
                return False
            else:
                thing.append(word)
        return False

    def main_before(self, at: int) -> bool:
        """Whether a finite verb precedes that is not one of a subordinate clause."""
        return any(place < at and not self._embedded(place) for place in self.finite)

    def _embedded(self, at: int) -> bool:
        """Whether a verb stands in a subordinate clause, or in what one says there.

        "The mayor, who said the dam | was safe, resigned", "who came and | left, resigned"
        """
        if self.opener(at):
            return True
        before = max((place for place in self.finite if place < at), default=None)
        if before is None or any(self._ends(place) for place in range(before, at)):
            return False
        says = self.known[before].base in self.cues.reporting.bare
        joins = at > 0 and self.words[at - 1].low in self.cues.grammar.coordinators
        return (says or joins) and self._embedded(before)

    def asked(self, at: int) -> bool:
        """Whether "why" or "how" at the head of all, or "whom", waits for this verb."""
        opening = self._opening(at)
        if opening is not None and self.words[opening].low == "whom":
            return opening + 1 < at
        opens = self.words[0].low in self.cues.grammar.asking
        return opens and self._opening(at) == 0

    def opener(self, at: int) -> bool:
        """Whether a word that opens a subordinate clause still waits for this verb."""
        return self._opening(at) is not None

    def _opening(self, at: int) -> int | None:
        """Where the word stands that opens a subordinate clause and waits for this verb."""
        grammar = self.cues.grammar
        for place in range(at - 1, -1, -1):
            low = self.words[place].low
            if low in BREAKS or (place in self.known and self.known[place].finite):
                return None
            if low == "time" and self._is_by(place):
                return place
            if low == "as" and self._is_role(place):
                continue  # "As part of a deal | signed in May"
            if place and self.words[place - 1].low == self.words[place + 1].low:
                continue  # "Speaker after speaker | rose"
            if self._is_of_cause(place):
                continue  # "Because of a strike | called in May"
            behind = self.known.get(place + 1)
            gerund = behind is not None and behind.tense is Tense.GERUND
            if gerund and self.words[place + 1].low not in self.cues.event_nouns:
                continue  # "After serving a sentence | imposed in May"
            asks = low in grammar.asking and not place
            if asks or (
                low in grammar.relatives
                or low in grammar.subordinators
                or low in ("that", "what")
            ):
                opens = place + 1 < at or low != "that" or self._describes(place)
                return place if opens else None
        return None

    def _describes(self, that: int) -> bool:
        """Whether "that" right before its verb says which: "the mill | that burnt"."""
        before = self.words[that - 2 : that] if that > 1 else ()
        noun = len(before) == 2 and before[0].low in self.cues.grammar.articles
        return noun and before[1].low.isalpha() and that - 1 not in self.known

    def _is_role(self, place: int) -> bool:
        """Whether "as part of" stands here, not "as supporters of Valk"."""
        after = self.words[place + 1 : place + 3]
        of = len(after) == 2 and after[1].low == "of"
        return of and not after[0].low.endswith("s")

    def _is_of_cause(self, place: int) -> bool:
        """Whether "because of" stands here, which opens no clause."""
        if self.words[place].low != "because":
            return False
        return any(word.low == "of" for word in self.words[place + 1 : place + 2])

    def _is_by(self, place: int) -> bool:
        """Whether "by the" stands before "time": "by the time police came"."""
        before = [word.low for word in self.words[max(0, place - 2) : place]]
        return before == ["by", "the"]

    def is_only_verb(self, at: int) -> bool:
        """Whether "whose term | ends in May," has no other word that could be its verb."""
        opening = self._opening(at)
        if opening is None or opening + 1 >= at:
            return False
        if self.words[opening].low not in self.cues.grammar.relatives:
            return False
        end = self._end(at)
        return not any(
            self.words[place].low in self.cues.verbal
            for place in range(opening + 1, end)
            if place not in (at - 1, at) and self.words[place].text.islower()
        )

    def awaited(self, at: int) -> bool:
        """Whether a subject that a clause breaks in behind still waits for this verb.

        "The hall that was built by the town | collapsed": nothing but the verbs of that
        clause stands before, and none behind that could be the subject's.
        """
        before = [place for place in self.finite if place < at]
        if before and self._is_of_noun(before[-1], at):
            return True
        opening = self._opening(before[0]) if before else None
        leads = bool(before) and before[0] > 0
        if leads and opening is None and self.words[before[0] - 1].low == "that":
            opening = before[0] - 1
        if opening is None or not self._is_subject(opening):
            return False
        opener = self.words[opening].low
        if opener != "that" and opener not in self.cues.grammar.relatives:
            return False
        if any(self._ends(place) for place in range(opening, at)):
            return False
        if not all(self._embedded(place) for place in before[1:]):
            return False
        return not (self.finite_after(at) or self.verb_after_comma(at))

    def ends_day(self, place: int) -> bool:
        """Whether a word can be the last of a day or a year: "Monday", "May", "2030"."""
        text = self.words[place].text
        return text.isdigit() or text in self.cues.names.not_names

    def _is_of_noun(self, verb: int, at: int) -> bool:
        """Whether "the house Valk owned in 2030 | burned" has its own verb here."""
        behind = self.words[self.known[verb].last : at]
        dated = bool(behind) and self.ends_day(at - 1)
        opens = any(w.low in BREAKS or w.low in self.cues.openers for w in behind)
        if not dated or opens or self.finite_after(at):
            return False
        return doer_start(self.words, verb, self.cues) > 0

    def of_claim(self, at: int) -> bool:
        """Whether "the claim that he fled | on Monday | is false" has its content's verb here.

        Both the claim and what it says need a verb, and only one follows.
        """
        opening = self._opening(at)
        if opening is None or self.words[opening].low != "that" or not opening:
            return False
        noun = self.words[opening - 1].low in self.cues.that_nouns
        if not noun or not self._is_subject(opening):
            return False
        end = self._end(at)
        return sum(at < place < end for place in self.finite) == 1

    def _is_subject(self, end: int) -> bool:
        """Whether the words of a stretch before this place can be a subject."""
        grammar, first = self.cues.grammar, stretch_start(self.words, end)
        low = self.words[first].low
        leads = low in grammar.prepositions or low in grammar.subordinators
        return first < end and not leads and low not in grammar.coordinators

    def verb_after_comma(self, at: int) -> bool:
        """Whether a sure verb without a subject of its own follows: ", have proved"."""
        return any(
            place > at and self.words[place - 1].low == "," for place in self.finite
        )

    def _end(self, at: int) -> int:
        """Where the stretch that holds a word ends: at the next mark that can part clauses."""
        ends = (n for n in range(at, len(self.words)) if self._ends(n))
        return next(ends, len(self.words))

    def _ends(self, place: int) -> bool:
        return self.words[place].low in BREAKS

    def _parts(self, place: int) -> bool:
        """Whether a new stretch or clause begins here; "after" before a gerund opens none."""
        low, grammar = self.words[place].low, self.cues.grammar
        if self._is_of_cause(place) or joins_adjectives(self.words, place, self.cues):
            return False
        if low in grammar.subordinators:
            following = self.known.get(place + 1)
            return following is None or following.tense is not Tense.GERUND
        joins = low in grammar.coordinators or low in grammar.relatives
        return joins or low in BREAKS or low in ("that", "so")

    def in_led_aside(self, at: int) -> bool:
        """Whether "Valk, in a letter | sent on Monday, said" stands here."""
        start, end = stretch_start(self.words, at), self._end(at)
        leads = self.words[start].low in self.cues.grammar.prepositions
        commas = [
            self.words[n].low for n in (start - 1, end) if 0 < n < len(self.words)
        ]
        return leads and commas == [",", ","] and end + 1 in self.finite

    def trails(self, at: int) -> bool:
        """Whether ", leaving it below its record | set in May" has no subject here."""
        start = stretch_start(self.words, at)
        opening = self.known.get(start)
        gerund = opening is not None and opening.tense is Tense.GERUND
        comma = start > 0 and self.words[start - 1].low == ","
        said = opening is not None and opening.base in self.cues.reporting.all_verbs
        said = said and self.words[start + 1].low != "to"  # "Adding to what was found"
        return gerund and comma and not said and not self.opener(at)

    def hangs(self, at: int) -> bool:
        """Whether ", despite the cut | made in May" has no subject here: no clause follows
        such a word."""
        start = stretch_start(self.words, at)
        leads = start > 0 and self.words[start].low in _BEFORE_NOUNS
        inner = self.words[start + 2 : at]
        determiners = self.cues.grammar.determiners
        owned = any(w.low in determiners for w in inner)  # "The cut the bank | made"
        behind = self.words[at + 1 : at + 2]
        led = any(w.low in self.cues.grammar.prepositions for w in behind)
        return leads and led and not owned and not self.opener(at)

    def is_age(self, at: int) -> bool:
        """Whether a number says how old someone is: "a boy of nine drowned"."""
        before = self.words[max(0, at - 2) : at]
        if len(before) < 2 or before[1].low not in ("of", "aged"):
            return False
        return before[0].low in self.cues.persons.nouns or before[1].low == "aged"

    def describes_one(self, at: int) -> bool:
        """Whether "a truce that | takes effect" stands here, not "the news that sales rose"."""
        if at < 3 or self.words[at - 1].low != "that" or at + 1 >= len(self.words):
            return False
        article, noun = self.words[at - 3 : at - 1]
        if at > 3 and self.words[at - 4].low in self.cues.openers:
            return False  # "Where the bridge that links the banks | was burnt"
        one = article.low in self.cues.grammar.articles and noun.text.isalpha()
        one = one and noun.text.islower() and noun.low not in self.cues.that_nouns
        behind = range(at + 1, min(at + 3, len(self.words)))
        acts = any(n in self.finite or n in self.doubtful for n in behind)
        return one and not acts and not self.words[at + 1].is_mark
