"""Verbs in a list, which share a subject or an auxiliary: "was held, tried and freed"."""

from timeline.extract.around import Around
from timeline.extract.embedded import BREAKS
from timeline.extract.verbs import begins_object, object_place


class Listing(Around):
    """What stands around a doubtful form, the other verbs of its list among it."""

    def listed(self, at: int) -> bool:
        """Whether a form behind a comma is one of several: "took it, | lost it and fled".

        A verb behind "and" ends the list. In "met Brenn, elected in May, and left" there is
        nothing that the form is done to; "was held, tried and freed" needs nothing. So it
        is inside "The mine, which opened in 1932, | closed in 1980 and burnt down, is".
        """
        before = [place for place in self.finite if place < at]
        if not before or not self._ends_list(at):
            return False
        if self._embedded(before[-1]) and not self.resumed_after(at):
            return False
        first = self.known[before[-1]]
        if first.passive and not self._has_thing(at):
            between = range(first.last, at)
            by = next((p for p in between if self.words[p].low == "by"), None)
            return by is None or self._tells_days(first.last, by, at)
        if self._follows_date(at) and not first.passive:
            return True  # "Stopped on 3 May, resumed on 5 May and was completed"
        verb = self.cues.verbs.get(self.words[at].low)
        names = verb is not None and verb.base in (
            self.cues.giving | self.cues.names.founding
        )
        return self._has_thing(at) and not names

    def _tells_days(self, first: int, by: int, at: int) -> bool:
        """Whether "was built in 1921 by two men, | sold in 1964 and …" goes on by dates.

        Else it can be those men who are told of.
        """
        dated = any(self.ends_day(place) for place in range(first, by))
        return dated and any(map(self.ends_day, range(at + 1, len(self.words))))

    def _follows_date(self, at: int) -> bool:
        """Whether a day or a year stands before the comma, which nothing describes."""
        if at < 2 or self.words[at - 1].low != ",":
            return False
        return self.ends_day(at - 2)

    def _ends_list(self, at: int) -> bool:
        """Whether the next verb stands right behind "and", at most one mark away."""
        grammar, marks = self.cues.grammar, 0
        for place in range(at + 1, len(self.words) - 1):
            low = self.words[place].low
            if low in ("and", "or"):
                following = place + 1
                last = len(self.words) - 1
                while following < last and self.words[following].low in grammar.adverbs:
                    following += 1
                acts = following in self.finite or following in self.doubtful
                if acts:
                    return True
            marks += low in BREAKS
            if low in BREAKS and self._goes_on(place):
                marks = 0
            dated = self.words[place + 1].text[0].isdigit()
            opens = low in grammar.relatives
            opens = opens or (low in grammar.subordinators and not dated)
            if marks > 1 or opens or (place in self.finite):
                return False
        return False

    def _goes_on(self, place: int) -> bool:
        """Whether another verb of a list stands right behind a comma."""
        comma = self.words[place].low == ","
        return comma and place + 1 in self.doubtful

    def _has_thing(self, at: int) -> bool:
        """Whether something that the verb is done to follows: "it", "Lund", "the town"."""
        place = object_place(self.words, at + 1, self.cues)
        return any(
            begins_object(word, self.cues) for word in self.words[place : place + 1]
        )

    def joins_embedded(self, at: int) -> bool:
        """Whether "and" joins a form to the active verb before, be it of a clause inside.

        Behind its date, or where it has an object: "which opened in May and | closed in
        June", "a man who fled and | seized a van was held".
        """
        if at < 3 or self.words[at - 1].low not in ("and", "but"):
            return False
        before = [place for place in self.finite if place < at]
        if not before or self.known[before[-1]].passive:
            return False
        if not (self.ends_day(at - 2) or self._takes_noun_phrase(at)):
            return False
        return not any(self._ends(place) for place in range(before[-1], at))

    def _takes_noun_phrase(self, at: int) -> bool:
        """Whether "the town", "two men" or "him" stands behind a form."""
        behind = self.words[at + 1 : at + 2]
        grammar, numbers = self.cues.grammar, self.cues.quantities.numbers
        return any(w.low in grammar.nominal or w.low in numbers for w in behind)

    def joins_passive(self, at: int) -> bool:
        """Whether "and opened | by the mayor" goes on with "was built by the town"."""
        if not at or self.words[at - 1].low not in self.cues.grammar.coordinators:
            return False
        before = [place for place in self.finite if place < at]
        return bool(before) and self.known[before[-1]].passive and self.main_before(at)

    def goes_on_passive(self, at: int, place: int) -> bool:
        """Whether "and | broken in 2006" goes on with "was signed in 1992".

        `place` is that of the last word before it which is no adverb.
        """
        before = [n for n in self.finite if n < at]
        while before and not self.known[before[-1]].passive:
            if self.words[before[-1] - 1].low not in (",", "and", "or", "but"):
                return False
            before.pop()  # "Was fined in 2008, | sued in 2009, taken over in 2010"
        if not before or place < 1 or not self.main_before(at):
            return False
        low = self.words[place].low
        dated = any(map(self.ends_day, range(before[-1], place)))
        if low in self.cues.grammar.coordinators:
            return dated or not self.words[place - 1].is_mark
        return low == "," and self.listed(at)

    def lists_content(self, at: int) -> bool:
        """Whether "says that it | failed, was mended and failed again" stands here."""
        opening = self._opening(at)
        if opening is None or self.words[opening].low != "that" or not opening:
            return False
        before = self.known.get(opening - 1)
        comma = next((n for n in range(at, len(self.words)) if self._ends(n)), 0)
        said = before is not None and before.finite and self.words[comma].low == ","
        return said and comma + 1 in self.finite and self._ends_list(comma + 1)
