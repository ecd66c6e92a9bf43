"""Where a clause inside another ends, and the one around it goes on with its verb."""

from timeline.extract.roles import Roles
from timeline.text.words import stretch_start


class Resuming(Roles):
    """Finds the verb for which a subject has waited since a clause broke in."""

    def resumes(self, start: int, position: int) -> bool:
        """Whether the verb behind a relative clause stands here: "a man who fled | was"."""
        if self._acts_anew(start, position) or self._ends_embedded(start, position):
            return True
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
                told = self.words[start + 2].low == "that"  # "After learning that"
                return not told and not self._finite_between(start, position)
            return self._waits(start) and self._finite_between(start, position)
        if opener in grammar.prepositions and start + 1 < position:
            opener = self.words[start + 1].low
        if opener != "that" and opener not in grammar.relatives:
            return False
        return self._resumes_behind(start, position, opener)

    def _resumes_behind(self, start: int, position: int, opener: str) -> bool:
        """The same, where a word opens a relative clause."""
        earlier = [g for g in self.finite if start <= g.first and g.last <= position]
        own = any(g.first == position for g in self.finite)
        if not own or len(earlier) != 1 or self._says(earlier[0].base):
            return False
        settling = self.cues.reporting.settling
        inner = (g for g in self.groups if earlier[0].last <= g.first < position)
        if any(g.base in settling and g.last < position for g in inner):
            return False  # "Those who want to ensure it | is safe"
        if opener == "what" and earlier[0].last == position:
            return False  # "What we have is a flood": it has no other subject.
        if self.words[start].low == "that" and self._is_content(0, start):
            return False
        return not self._parted(earlier[0].last, position)

    def _ends_embedded(self, start: int, position: int) -> bool:
        """Whether the verb that a subject still waits for stands here.

        "The man who shot the judge | died", "the claim that the dam broke | is wrong": the
        last verb of its stretch, where the one before belongs to the clause inside.
        """
        if not self._is_finite(position):
            return False
        opening = self._embedding(position)
        joined = self.words[position - 1].low in self.cues.grammar.coordinators
        if opening is None or joined:
            return False
        earlier = [g for g in self.finite if opening < g.first < position]
        if not earlier or earlier[-1].last <= start < position:
            return False  # It has a subject of its own: "who said | banks lent".
        last = self._is_final(position)
        if self._parted(earlier[-1].last, position, joins=last):
            return False
        if position in self.reports and not self._says(earlier[-1].base):
            return True
        end = self._stretch_end(position)
        following = self._next_finite(position, min(end + 2, len(self.words)))
        return following is None or self._parted(position + 1, following.first)

    def _is_final(self, position: int) -> bool:
        """Whether no verb behind the one here could be one for which a subject has waited.

        "A nurse who knew Valk and Brenn | said that he had fled"
        """
        later = self._next_finite(position, len(self.words))
        behind = self.words[position + 1 : later.first] if later else ()
        openers = self.cues.grammar.opening | {"that"}
        return later is None or any(word.low in openers for word in behind)

    def _parted(self, first: int, last: int, *, joins: bool = False) -> bool:
        """Whether a clause ends between two words, at "and" only if that `joins` nothing."""
        coordinators = self.cues.grammar.coordinators if joins else frozenset()
        return any(
            self._parts_clauses(place)
            for place in range(first, last)
            if self.words[place].low not in coordinators
        )

    def _embedding(self, position: int) -> int | None:
        """Where a clause opens that stands between a subject and its verb, up to here."""
        first = stretch_start(self.words, position)
        relatives = self.cues.grammar.relatives
        for place in range(first + 1, position):
            low = self.words[place].low
            if low == "that" or (low in relatives and low != "what"):
                acts = first not in self.firsts and self._waits(place)
                return place if acts else None
        return None

    def _stretch_end(self, position: int) -> int:
        """The next word from here on that is a mark or opens a clause."""
        while position < len(self.words):
            word = self.words[position]
            if word.is_mark or word.low in self.cues.openers:
                return position
            position += 1
        return position

    def _acts_anew(self, start: int, position: int) -> bool:
        """Whether "when he came on Friday | he met them" begins its main clause here."""
        told = self._finite_between(start, position) or self._is_gerund(start + 1)
        if self.words[start].low not in self.cues.grammar.subordinators or not told:
            return False
        if position in self.actors and self._is_led(start):
            return self._has_last(position)  # "When it broke | he left"
        if position not in self.dated_ends:
            return False
        return self._next_finite(position, len(self.words)) is not None

    def _has_last(self, position: int) -> bool:
        """Whether a pronoun has the last verb, but for clauses that only hang off it."""
        end = self._stretch_end(position + 1)
        if self._next_finite(position + 1, end):
            return False
        behind = [w.low for w in self.words[end : end + 2] if not w.is_mark]
        hangs = self.cues.grammar.subordinators | {"even"}
        return self.starts[-1] == position + 1 or not hangs.isdisjoint(behind[:1])

    def _parts_clauses(self, position: int) -> bool:
        """Whether a word can part two clauses: a mark, "and", a pronoun that acts.

        Not that of "who pay $9 and keep their word": there "and" joins two verbs.
        """
        word, cues = self.words[position], self.cues
        if word.is_mark:
            return word.low not in '$€£¥#%“”"'
        if self._is_within_date(position):
            return False
        if word.low in cues.grammar.coordinators:
            return not self._is_base(position + 1)
        if word.low in cues.openers and self._is_phrase(position):
            return False
        acts = cues.people.get(word.low, word.low) == word.low
        if word.low == "one" and not self._is_finite(position + 1):
            return False  # "Killed one man"
        return word.low in cues.openers or (word.low in cues.grammar.pronouns and acts)

    def _past_dates(self, position: int) -> int:
        """Behind "on Monday": "police said on Monday | the man who shot him is here"."""
        while position < len(self.words) - 1 and (
            self._dated(position)
            or (
                self.words[position].low in self.cues.grammar.prepositions
                and self._dated(position + 1)
            )
        ):
            position += 1
        return position

    def _waits(self, position: int) -> bool:
        """Whether what stands before a word in its piece is a subject without a verb.

        "The failure to see the leak before it was found | has cost him his post."
        """
        first = stretch_start(self.words, position)
        grammar = self.cues.grammar
        told = [g for g in self.finite if first <= g.first and g.last < position]
        behind = self.words[told[0].last].low if told else ""
        reporting = self.cues.reporting
        brings = reporting.bare - reporting.addressed
        says = len(told) == 1 and told[0].base in brings
        asking = self.cues.grammar.asking
        asked = [n for n in range(first, position) if self.words[n].low in asking]
        if asked and told and told[-1].last <= asked[-1]:
            first = asked[-1] + 1  # "Asked how | the man who fled got out"
        elif says and behind not in self.cues.openers:
            first = self._past_dates(told[0].last)
        low = self.words[first].low
        opens = low in grammar.prepositions or low in grammar.subordinators
        opens = opens or low in grammar.coordinators
        if first >= position or opens:
            return False
        return not self._finite_between(first, position)
