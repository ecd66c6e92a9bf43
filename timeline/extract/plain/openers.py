"""The words that open a clause: "que", "nachdem", and ", die" where its verb closes it."""

from timeline.extract.plain.words import BREAKS, Finder, participle


class Openers(Finder):
    """Finds the words of a sentence that may open a clause."""

    def opener(self, at: int) -> str:
        """The word that opens a clause here, or ""."""
        small, low = self.tongue.words, self.tails[at]
        if low in small.quoting - small.openers - small.relatives:
            behind = self.tongue.forms.get("".join(self.tails[at + 1 : at + 2]), ())
            said = any(form.base in self.tongue.voices.verbs for form in behind)
            return low if said else ""
        whole = self.heads[at] + low
        if whole in small.openers and self.heads[at]:
            return whole
        if self.heads[at] in small.openers:
            return self.heads[at]
        if low in small.quoting and self._goes_with(at):
            return ""
        if low in small.openers or (low in small.leading and self._leads(at)):
            points = self.tongue.is_verb_last and low in small.that & small.relative
            verb = at + 1 < len(self.words) and self.tokens.is_finite(at + 1)
            return "" if points and verb and self._leads(at) else low
        if low in small.since and self._begins(at):
            return low
        return self._relative(at) if low in small.relatives else ""

    def _relative(self, at: int) -> str:
        """The word that opens a clause behind a comma or right behind a noun, or ""."""
        small, low = self.tongue.words, self.tails[at]
        if not at:
            return "" if low in small.articles else low
        before = self.words[at - 1].low
        led = before in small.prepositions and at > 1 and self.words[at - 2].low == ","
        if low in small.articles and not self._closes(at):
            return ""
        if led and before in small.since and self._begins(at - 1):
            return ""  # ", seit die Brücke 2007 eröffnet wurde"
        if before in ",(" or led:
            return low
        light = small.articles | small.prepositions | small.light | small.coordinators
        noun = before.isalpha() and before not in light and at - 1 not in self.dated
        return low if noun and low in small.bare and self._closes(at) else ""

    def _goes_with(self, at: int) -> bool:
        """Whether a word stands between two participles: "dada como desaparecida"."""
        if not 0 < at < len(self.words) - 1:
            return False
        near = (self.tails[at - 1], self.tails[at + 1])
        return all(participle(low, self.tongue) for low in near)

    def _leads(self, at: int) -> bool:
        """Whether a word begins a sentence or stands behind a mark."""
        return not at or self.words[at - 1].is_mark

    def _begins(self, at: int) -> bool:
        """Whether a clause that its verb closes says since when: "seit es 2007 öffnete"."""
        if not self.tongue.is_verb_last or at + 1 in self.dated:
            return False
        end = at + 1
        while end < len(self.words) and self.tails[end] not in BREAKS:
            end += 1
        while end - 1 > at and self.words[end - 1].is_mark:
            end -= 1
        last = end - 1
        if last < at + 3 or not self.words[last].text[0].islower():
            return False
        goes_on = end + 1 < len(self.words) and self.tails[end] == ","
        goes_on = goes_on and self.tokens.is_finite(end + 1)
        if at and not any(map(self.tokens.is_finite, range(at))):
            return False
        if any(map(self.tokens.is_finite, range(at + 1, last - 1))):
            return False
        if self.tokens.is_finite(last) and not participle(
            self.tails[last], self.tongue
        ):
            return True
        helped = self.tokens.is_finite(last - 1) and self.tokens.is_small(last - 1)
        return helped and (at > 0 or goes_on)

    def _closes(self, at: int) -> bool:
        """Whether the clause behind a word ends with its verb, as one that it opens does.

        "…, der Zug sei entgleist" is no such clause, "…, der entgleist ist" is one.
        """
        end = at + 1
        while end < len(self.words) and self.tails[end] not in BREAKS:
            end += 1
        while end - 1 > at and self.words[end - 1].is_mark:
            end -= 1
        noun = at + 1
        while noun < end and not self.words[noun].text[0].isupper():
            noun += 1
        second = noun + 1 < end - 1 and self.tokens.is_finite(noun + 1)
        if second or end - 1 <= at:
            return False
        helped = any(map(self.tokens.is_finite, range(max(at + 1, end - 4), end - 1)))
        last = self.tails[end - 1]
        led = participle(last, self.tongue) or self.tokens.as_infinitive(last)
        return self.tokens.is_finite(end - 1) or bool(helped and led)
