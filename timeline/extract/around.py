"""What stands around a verb form that could be another: verbs, openers, asides."""

from collections.abc import Sequence

from timeline.extract.embedded import BREAKS, Embedded
from timeline.extract.speech import QUOTES
from timeline.lang.cues import Cues
from timeline.lang.inflect import ends_as_plural
from timeline.text.words import Word, stretch_start

_YEAR = 4
"""Figures of a year."""

_PAIR = 6
"""Words before a form among which "between" is looked for."""

_QUOTES = QUOTES | {"”", "»", "’"}
"""Marks that open a quotation, and that close one."""

_PERIOD = 4
"""Words of "in the nine months"."""

_BOTH = 2
"""Commas around an aside."""

_DASHES = frozenset("–—-")
"""Marks that an aside can stand between, as between commas."""


def past_day(words: Sequence[Word], at: int, cues: Cues) -> int:
    """One past the weekday of "declared on Monday | that"; the place itself, if none is."""
    day = at + any(word.low == "on" for word in words[at : at + 1])
    named = any(word.text in cues.names.not_names for word in words[day : day + 1])
    return day + 1 if named else at


class Around(Embedded):
    """What stands before and after a doubtful form."""

    def said_of_name(self, at: int) -> bool:
        """Whether "that" and a name stand right before: "said that China uses cash"."""
        first = at
        while first and self.words[first - 1].text[0].isupper():
            first -= 1
        return 0 < first < at and self.words[first - 1].low == "that"

    def in_aside(self, at: int) -> bool:
        """Whether ", a base for men | sent abroad, was" stands here."""
        before = [n for n in range(at) if self.words[n].low in BREAKS]
        if before and self._dashes(before[-1]):
            return self._between_dashes(before[-1], at)
        if not before or self.words[before[-1]].low != ",":
            return False
        start, first = before[-1], before[-2] + 1 if len(before) > 1 else 0
        grammar = self.cues.grammar
        if self.words[first].low in grammar.prepositions | grammar.opening:
            return False  # "In May, the mill closed, was sold"
        if self.counts(at + 1):
            return False
        opens = self.words[start + 1].low in grammar.articles
        resumes = self.verb_after_comma(at) or self._resumed_by_form(first, start, at)
        return opens and start + 1 < at and resumes

    def _resumed_by_form(self, first: int, comma: int, at: int) -> bool:
        """Whether "The test, a trial | made in Lund, involved nine men" goes on so.

        A noun with its article, or a name, stands alone at the head of the sentence.
        """
        head = self.words[first:comma]
        if first or not head:
            return False
        named = all(word.text[0].isupper() for word in head)
        noun = head[0].low in self.cues.grammar.articles or named
        light = self.cues.openers | self.cues.grammar.adverbs
        if not noun or (named and head[0].low in light):
            return False
        end = self._end(at)
        comma = end < len(self.words) and self.words[end].low == ","
        return comma and end + 1 in self.doubtful and not self.compares(end + 1)

    def _between_dashes(self, start: int, at: int) -> bool:
        """Whether "the sum – a third of that | spent – is" stands here."""
        low = self.words[start + 1].low
        noun = low in self.cues.grammar.articles or low in self.cues.quantities.numbers
        end = next((n for n in range(at, len(self.words)) if self._dashes(n)), None)
        if not noun or end is None or any(place < start for place in self.finite):
            return False
        while end < len(self.words) and self._dashes(end):
            end += 1
        verb = (
            self.cues.verbs.get(self.words[end].low) if end < len(self.words) else None
        )
        return end in self.finite or (verb is not None and "s" in verb.forms)

    def before_dashes(self, at: int) -> bool:
        """Whether "money | given to Lund – which is poor – is spent" stands here."""
        stops = (n for n in range(at + 1, len(self.words)) if self._ends(n))
        start = next(stops, None)
        if start is None or not self._dashes(start):
            return False
        while start < len(self.words) and self._dashes(start):
            start += 1
        end = next((n for n in range(start, len(self.words)) if self._dashes(n)), None)
        opens = start < len(self.words) and (
            self.words[start].low in self.cues.grammar.relatives
        )
        while end is not None and end < len(self.words) and self._dashes(end):
            end += 1
        return opens and end in self.finite

    def _dashes(self, place: int) -> bool:
        return self.words[place].low in _DASHES

    def ends_date(self, at: int) -> bool:
        """Whether a number is the year of "the law of 2010 | banned knives"."""
        text, before = self.words[at].text, self.words[at - 1] if at > 1 else None
        if before is None or len(text) != _YEAR or not text.isdigit():
            return False
        dated = before.text in self.cues.names.not_names
        return dated or before.low in self.cues.grammar.prepositions

    def only_dated(self, at: int) -> bool:
        """Whether ", announced Friday," stands here, which says when something was."""
        after = [word.low for word in self.words[at + 1 : at + 4]]
        if "," not in after[1:] or not self.finite_beyond(at):
            return False
        return not self.closes_aside(at)

    def finite_beyond(self, at: int) -> bool:
        """Whether a sure finite verb stands anywhere behind."""
        return any(place > at for place in self.finite)

    def resumes_quote(self, at: int) -> bool:
        """Whether "The dam," he said, " | failed" goes on with the verb of what is quoted."""
        if at < 2 or self.words[at - 1].low not in QUOTES:
            return False
        marks = [n for n in range(at - 1) if self.words[n].low in _QUOTES]
        if len(marks) < 2 or self.words[at - 2].low != ",":
            return False
        opening, closing = marks[-2:]
        said = [n for n in self.finite if closing < n < at]
        waits = not any(opening < n < closing for n in self.finite)
        says = any(self.known[n].base in self.cues.reporting.verbs for n in said)
        return waits and says and closing - opening > 1

    def new_subject(self, at: int) -> bool:
        """Whether ", and her deputy, X," brought a subject that has no verb yet."""
        for place in range(at - 1, 0, -1):
            if place in self.known and self.known[place].finite:
                return False
            low = self.words[place].low
            if low in ("and", "but") and self.words[place - 1].low in (",", ";"):
                return self.main_before(at)
        return False

    def is_stated(self, at: int) -> bool:
        """Whether "that the dam | failed is clear" begins a sentence up to here."""
        articles = self.cues.grammar.articles
        opens = self.words[0].low == "that" and self.words[1].low in articles
        return opens and min(self.finite, default=at) > at and self.finite_after(at)

    def between(self, at: int) -> bool:
        """Whether "between raw and | cooked meat" stands here, which joins two things."""
        before = [word.low for word in self.words[max(0, at - _PAIR) : at - 1]]
        return "between" in before and not any(low in BREAKS for low in before)

    def is_behind_day(self, at: int) -> bool:
        """Whether "appeared before a judge on Monday | charged with" stands here.

        Whom a judge charges would stand right behind.
        """
        opening = self._opening(at)
        verb = self.cues.verbs.get(self.words[at].low)
        if opening is None or verb is None or not self.ends_day(at - 1):
            return False
        leads = self.words[opening].low in self.cues.grammar.prepositions
        done = self.cues.actions.get(verb.base)
        return leads and done in self.cues.time.justice and self.main_before(opening)

    def is_suffered(self, at: int) -> bool:
        """Whether "the man | arrested after the march was freed" has its verb further on.

        Who arrests arrests someone, who would stand right behind.
        """
        cues = self.cues
        verb = cues.verbs.get(self.words[at].low)
        article = self.words[stretch_start(self.words, at)].low in cues.grammar.articles
        if verb is None or not article or not self.finite_beyond(at):
            return False
        done = cues.actions.get(verb.base)
        return done in cues.time.justice or done in ("kill", "injure")

    def is_of_them(self, at: int) -> bool:
        """Whether "the last of them | sailed in April" has no other verb."""
        of = at > 1 and self.words[at - 2].low == "of"
        return of and not (self.main_before(at) or self.finite_beyond(at))

    def has_object(self, at: int) -> bool:
        """Whether "issued | a statement" follows a subject that has no other verb."""
        grammar, first = self.cues.grammar, past_day(self.words, at + 1, self.cues)
        words = self.words[first : first + 2]
        if len(words) < 2 or words[0].low not in grammar.articles:
            return False
        verb = self.cues.verbs.get(self.words[at].low)
        gives = verb is None or verb.base in self.cues.giving
        timed = words[1].low in self.cues.quantities.skip_nouns
        if first > at + 1 and not gives:
            return True  # "Because the firm argued on Monday the mill must close"
        return not (gives or timed or self.opener(at) or self.finite_before(at))

    def ends_relative(self, at: int) -> bool:
        """Whether "the trial, which began in May, | continues" goes on with its verb."""
        cues = self.cues
        noun = (
            self.words[at].low in cues.event_nouns
            or self.words[at].low in cues.plural_nouns
        )
        after = self.words[at + 1]
        ends = after.is_mark or after.low in cues.grammar.prepositions
        opens = (n for n in range(at) if self.words[n].low == ",")
        opened = next(opens, at - 1) + 1
        return ends and not noun and self.words[opened].low in cues.grammar.relatives

    def ends_led_aside(self, at: int) -> bool:
        """Whether "Valk, of the harbour office, | lives in Lund" stands here."""
        commas = [n for n in range(at) if self.words[n].is_mark]
        if len(commas) != 2 or self.words[at + 1].low not in self.cues.grammar.bound:
            return False
        named = all(word.text[0].isupper() for word in self.words[: commas[0]])
        led = self.words[commas[0] + 1].low in self.cues.grammar.prepositions
        return named and led and commas[1] == at - 1

    def closes_aside(self, at: int) -> bool:
        """Whether "Valk, the mayor, | put" stands here: the verb behind an apposition.

        Or behind an age: "police say Valk, 40, | opened fire".
        """
        before = [place for place in self.finite if place < at]
        says = bool(before) and self.known[before[-1]].base in self.cues.reporting.bare
        if self.words[at - 1].low != "," or (before and not says):
            return False
        first = before[-1] + 1 if before else 0
        commas = [n for n in range(first + 1, at - 1) if self.words[n].low == ","]
        if len(commas) != 1 or self.words[first].low in self.cues.grammar.prepositions:
            return False
        articles = self.cues.grammar.articles
        name, noun = self.words[commas[0] - 1], self.words[commas[0] + 1]
        aged = says and commas[0] + 2 == at - 1 and noun.text.isdigit()
        named = name.text[0].isupper() and (noun.low in articles or aged)
        if name.low in self.cues.grammar.adverbs:
            return False  # "Already, the strike, called on Monday, is"
        return named or (
            says and self.words[first].low in articles and noun.text[0].isupper()
        )

    def is_waited_for(self, at: int) -> bool:
        """Whether "who, despite a ban, | fled" has its verb here, or "left and, after a
        night in Lund, | returned"."""
        commas = [n for n in range(1, at) if self.words[n].low == ","]
        if len(commas) < _BOTH or commas[-1] != at - 1:
            return False
        first = stretch_start(self.words, commas[-2])
        relatives = self.cues.grammar.relatives
        opens = self.words[commas[-2] - 1].low in relatives
        opens = opens or self.words[first].low in relatives
        if self._goes_on_behind(commas[-2], at):
            first, opens = commas[-2], True
        return opens and not any(first <= n < at for n in self.known)

    def _goes_on_behind(self, comma: int, at: int) -> bool:
        """Whether "and" stands before the comma of "and, after a night in Lund, | left"."""
        joins = self.words[comma - 1].low in self.cues.grammar.coordinators
        low = self.words[comma + 1].low
        light = low in self.cues.grammar.prepositions or low == "according"
        return joins and light and self.main_before(at)

    def resumed_after(self, at: int) -> bool:
        """Whether a verb follows right after a comma: ", was arrested"."""
        ends = (n for n in range(at, len(self.words)) if self.words[n].low == ";")
        end = next(ends, len(self.words))
        return (
            any(
                at < place < end and self.words[self._past_light(place)].low in ",)–-—"
                for place in self.finite
            )
            or any(
                at < place < end
                and self.words[place - 1].low in (",", ")")
                and self.words[place + 1 : place + 2]
                and self.words[place + 1].low != "by"
                and not self.compares(place)
                for place in self.doubtful
            )
            or any(
                self._states(n) for n in range(at + 2, min(end, len(self.words) - 1))
            )
        )

    def _states(self, place: int) -> bool:
        """Whether ", claims that" stands here, or ", spans the" with a verb of no list."""
        word, after = self.words[place], self.words[place + 1]
        if self.words[place - 1].low != ",":
            return False
        verb, grammar = self.cues.verbs.get(word.low), self.cues.grammar
        takes = after.low == "to" or after.low in grammar.determiners
        takes = takes or after.text[0].isdigit()
        if verb is None:
            return self._may_be_verb(word) and (
                takes or after.low in grammar.prepositions
            )
        takes = takes or self._leads_to_noun(place) or self.ends_participle(place)
        return "s" in verb.forms and takes

    def ends_participle(self, place: int) -> bool:
        """Whether "the lease, signed in 2009, | ends on Friday" has its verb here.

        No other may be one: what stands before the first comma has none, nor what follows.
        """
        words, cues = self.words, self.cues
        commas = [n for n in range(1, place) if words[n].low == ","]
        if len(commas) < _BOTH or commas[-1] != place - 1 or place + 1 >= len(words):
            return False
        verb, after = cues.verbs.get(words[commas[0] + 1].low), words[place + 1]
        describes = verb is not None and not {"d", "n"}.isdisjoint(verb.forms)
        leads = after.low in cues.grammar.prepositions or after.low == "."
        told = any(n < commas[0] or n > place for n in self.finite)
        head = words[0].low in cues.grammar.determiners or words[0].text[0].isupper()
        return describes and leads and head and not told

    def _may_be_verb(self, word: Word) -> bool:
        """Whether a word that no list has looks like a verb in the present: "spans"."""
        ends = ends_as_plural(word.low)
        known = word.low in self.cues.plural_nouns
        return ends and word.text.isalpha() and word.text.islower() and not known

    def takes_noun(self, place: int) -> bool:
        """Whether "takes effect" stands here: no noun such as "costs", nor "scores of"."""
        low, cues = self.words[place].low, self.cues
        verb = cues.verbs.get(low)
        nouns = low in cues.event_nouns or low in cues.plural_nouns
        acts = verb is not None and verb.forms == "s" and not nouns
        return acts and self._leads_to_noun(place)

    def _leads_to_noun(self, place: int) -> bool:
        """Whether a plain word stands behind, as a noun would behind its verb."""
        after, grammar = self.words[place + 1], self.cues.grammar
        small = grammar.bound | grammar.adverbs
        return after.text.isalpha() and after.text.islower() and after.low not in small

    def _past_light(self, place: int) -> int:
        """The word before a verb, its adverbs and the quotation that it opens."""
        place -= 1
        light = self.cues.grammar.adverbs | QUOTES
        while place and self.words[place].low in light:
            place -= 1
        return place

    def compares(self, at: int) -> bool:
        """Whether the form is "compared" before "with": no one then compares anything."""
        after = self.words[at + 1 : at + 2]
        prepositions = self.cues.grammar.prepositions
        return self.words[at].low in self.cues.time.comparisons and any(
            word.low in prepositions for word in after
        )

    def counts(self, at: int) -> bool:
        """Whether a figure stands here, as in "rose by 22"."""
        figure = self.words[at].text[0] if at < len(self.words) else ""
        return figure.isdigit() or figure in tuple("$€£")

    def adverbial(self, at: int) -> bool:
        """Whether the form closes "During an event held there, X spoke": a subject follows."""
        start = stretch_start(self.words, at)
        start += self.words[start].low in self.cues.grammar.coordinators
        leads = self.words[start].low in self.cues.grammar.prepositions
        return leads and self._led(at)

    def behind_lead(self, at: int) -> bool:
        """Whether the form says more of "Under the treaty, | signed in May, X lost"."""
        start = stretch_start(self.words, at - 1)
        leads = self.words[start].low in self.cues.grammar.prepositions
        return not start and leads and self._led(at)

    def _led(self, at: int) -> bool:
        """Whether a comma behind a form is followed by a subject and its verb."""
        grammar = self.cues.grammar
        comma = next((p for p in range(at, len(self.words)) if self._ends(p)), None)
        if comma is None or self.words[comma].low != ",":
            return False
        after = self.words[comma + 1 : comma + 2]
        if any(word.low in grammar.coordinators for word in after):
            return False  # "On Friday he chaired the council, and he spoke"
        for place in range(comma + 1, len(self.words)):
            low = self.words[place].low
            joins = low in self.cues.grammar.coordinators
            if self._ends(place) or (low in self.cues.openers and not joins):
                return False
            if place in self.known and self.known[place].finite:
                report = self.known[place].base in self.cues.reporting.verbs
                goes_on = place + 2 < len(self.words) and not self._ends(place + 1)
                return place > comma + 1 and (goes_on or not report)
            if place in self.doubtful and place > comma + 1:
                return True
        return False

    def period(self, at: int) -> bool:
        """Whether the form closes "for the year ended May 31"."""
        start = stretch_start(self.words, at)
        noun = self.words[at - 1].low
        stretch = noun in self.cues.quantities.skip_nouns
        stretch = stretch or noun.removesuffix("s") in self.cues.quantities.skip_nouns
        led = {self.words[start].low}
        if self.words[at].low in ("ended", "ending"):
            led.update(w.low for w in self.words[max(start, at - _PERIOD) : at - 1])
        return stretch and not led.isdisjoint(self.cues.grammar.prepositions)
