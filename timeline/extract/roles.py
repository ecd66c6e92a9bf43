"""What a part of a sentence is: a clause of its own, one that hangs off it, a report."""

from timeline.extract.clause import Role
from timeline.extract.inverted import is_supposed
from timeline.extract.part import Asked, Part
from timeline.extract.verbs import HANGING, Group, Tense


class Roles(Asked):
    """Gives each part of one sentence its role."""

    def _part(self, first: int, last: int, mark: str) -> Part:
        grammar = self.cues.grammar
        verb = self._first_group(first, last)
        finite = self._next_told(first - 1, last) if verb else None
        start = self._past_light(first, last)
        low = self.words[start].low
        following = self.words[start + 1].low if start + 1 < last else ""
        if low == "that" and first and not self.words[first - 1].is_mark:
            shown = not finite and any(g.last == start for g in self.finite)
            if shown or self._is_content(0, start):
                role = Role.MAIN if finite else Role.PHRASE
                return Part(role, first, last, finite, low, mark)
            if finite and self._is_result(first):
                return Part(Role.ADVERBIAL, first, last, finite, low, mark)
            return Part(Role.RELATIVE, first, last, finite, low, mark)
        relative = low in grammar.relatives or (
            following in grammar.relatives and low in grammar.prepositions
        )
        if finite and (relative or self._is_share(start)):
            return Part(Role.RELATIVE, first, last, finite, low, mark)
        comma = last < len(self.words) and self.words[last].low == ","
        cut = bool(first) and not mark and comma and self.words[first - 1].low != ","
        circumstance = self._circumstance(start, verb, finite, cut)
        if circumstance is not None:
            return Part(circumstance, first, last, finite or verb, low, mark)
        adverb = grammar.is_adverb(low)
        if finite:
            opener = low if low in grammar.coordinators else ""
            bare_ = finite.first <= start + adverb
            return Part(Role.MAIN, first, last, finite, opener, mark, bare=bare_)
        bare = verb if verb and verb.first == start + adverb else None
        if bare and self._hangs(bare, first, last, mark):
            return Part(Role.PARTICIPLE, first, last, bare, "", mark)
        if self._goes_on(verb, first):
            return Part(Role.PARTICIPLE, first, last, verb, "", mark)
        opener = low if low in grammar.contrasts else ""
        adverbial = low in grammar.prepositions or any(
            r.first - start <= 1 and start <= r.first < last for r, _ in self.placed
        )
        return Part(Role.PHRASE, first, last, None, opener, mark, adverbial)

    def _circumstance(
        self, start: int, verb: Group | None, finite: Group | None, cut: bool
    ) -> Role | None:
        """What a clause is that says when or if: "when it fell", "had he left"."""
        low, grammar = self.words[start].low, self.cues.grammar
        if low in grammar.subordinators:
            opens = finite or (verb and verb.first == start + 1)
            dated = any(r.first == start + 1 for r, _ in self.placed)
            dated = dated or self._counts_up(start)
            parted = cut and verb is None  # "After Velm, its ally, | fell"
            if (opens or parted) and not dated:
                return Role.CONDITION if low in grammar.conditions else Role.ADVERBIAL
        if finite and low == "by" and self._is_by_then(start):
            return Role.ADVERBIAL
        if (
            finite
            and finite.subject_end
            and is_supposed(self.words, finite, start, self.cues)
        ):
            return Role.CONDITION
        return None

    def _counts_up(self, start: int) -> bool:
        """Whether "as many as nine" stands here."""
        return [w.low for w in self.words[start : start + 3 : 2]] == ["as", "as"]

    def _is_by_then(self, start: int) -> bool:
        """Whether "by the time police came" opens here."""
        lows = [word.low for word in self.words[start : start + 3]]
        return lows == ["by", "the", "time"]

    def _hangs(self, verb: Group, first: int, last: int, mark: str) -> bool:
        """Whether a verb without a subject hangs off another: "founded in 2029, …"."""
        if mark:
            return verb.tense in HANGING
        leads = not first and self._dates(first, last)
        done = verb.tense is Tense.GERUND and self.words[first].low == "having"
        return leads and (done or verb.tense is Tense.PARTICIPLE)

    def _goes_on(self, verb: Group | None, first: int) -> bool:
        """Whether "and rebuilt in 1950" stands behind another participle and its date."""
        if verb is None or verb.tense not in HANGING or not first:
            return False
        joins = verb.first == first + 1 and self.words[first].low in ("and", "but")
        return joins and not self.words[first - 1].is_mark

    def _is_result(self, position: int) -> bool:
        """Whether "so" or "such" waits for this "that": "so loud that it was heard"."""
        for place in range(position - 1, max(-1, position - 8), -1):
            word = self.words[place]
            if word.is_mark or any(g.first == place for g in self.finite):
                return False
            if word.low in ("so", "such"):
                return place + 1 < position
        return False

    def _with_reports(self, parts: list[Part]) -> list[Part]:
        """The same parts, those that only say who says so marked as reports."""
        mains = [self._is_main(part) for part in parts]
        quoted = [self._is_quoted(part) for part in parts]
        main, quotes = sum(mains), sum(quoted)
        for index, part in enumerate(parts):
            others = main > mains[index] or quotes > quoted[index]
            more = self._says_more(parts, index)
            if more or self._is_report(parts, index, others):
                part.role = Role.REPORT
                main -= part.group is not None
        return parts

    def _is_main(self, part: Part) -> bool:
        return part.role is Role.MAIN and part.group is not None and part.group.finite

    def _is_quoted(self, part: Part) -> bool:
        return self.words[part.first].low in '"“„«‘'

    def _is_report(self, parts: list[Part], index: int, others: bool) -> bool:
        part = parts[index]
        phrases = self.cues.reporting.phrases
        head = self.words[self._past_light(part.first, part.last)]
        opens = phrases.may_open(head.low) and not self._is_name(part)
        phrase = phrases.match(self.text, head.start) if opens else None
        if phrase and phrase.end() <= self.words[part.last - 1].end:
            inverted = self.words[part.first].low in self.cues.verbs
            return not inverted or part.group is None or part.group.first == part.first
        if part.role is Role.RELATIVE or not others or part.mark == ";":
            return False
        group = part.group
        if group is not None and self._emerges(part, group):
            return True
        if group is None or group.first not in self.reports or group.passive:
            return self._is_inverted(part)
        told = part.role in (Role.MAIN, Role.ADVERBIAL)
        if not told or self._is_in_list(parts, index):
            return False
        following = parts[index + 1] if index + 1 < len(parts) else None
        apart = following and (following.mark == ";" or following.opener == "but")
        if following and apart and following.role is Role.MAIN and not index:
            return False  # "She wrote to the bank; no answer came."
        if following and not following.mark and part.last == following.first:
            if following.opener == "that" and following.role is not Role.RELATIVE:
                before = self.words[part.first - 1].low if part.first else ""
                return before not in self.cues.grammar.adverbs  # "Just as he said that"
            if following.role is Role.MAIN and not following.opener:
                return group.base in self.cues.reporting.bare
        waits = not self._is_inserted(following)
        waits = waits and self._has_waited(parts[:index], part)
        return self._says_no_more(part, group, waits=waits)

    def _is_inserted(self, following: Part | None) -> bool:
        """Whether ", said the minister, | is safe" only breaks in, or a quotation follows."""
        if following is None:
            return False
        quoted = following.mark == ":" or self._is_quoted(following)
        return quoted or (following.bare and following.mark == ",")

    def _has_waited(self, before: list[Part], part: Part) -> bool:
        """Whether a subject that an aside follows goes on with a verb of saying.

        "The Board (VHB) | declared an emergency", "the union, which is old, | announced".
        """
        if part.mark in (")", "]"):
            return True
        waits = part.mark == "," and bool(before) and before[0].role is Role.PHRASE
        if not waits or before[0].adverbial or any(map(self._is_quoted, before)):
            return False
        return not any(self._is_main(p) or p.role is Role.ADVERBIAL for p in before)

    def _says_more(self, parts: list[Part], index: int) -> bool:
        """Whether ", saying | the dam had failed" brings what follows."""
        group, behind = parts[index].group, parts[index + 1 : index + 2]
        hangs = parts[index].role is Role.PARTICIPLE
        brings = hangs and group is not None and group.last in self.report_ends
        return brings and any(not p.mark and self._is_main(p) for p in behind)

    def _is_name(self, part: Part) -> bool:
        """Whether a part begins with "Per Dahl", or inside of a sentence with "Per"."""
        at = self._past_light(part.first, part.last)
        if self.words[at].text[0].islower():
            return False
        following = self.words[at + 1 : at + 2]
        return at > 0 or any(word.text[0].isupper() for word in following)

    def _is_in_list(self, parts: list[Part], index: int) -> bool:
        """Whether "was seen on 3 May, | reported on 4 May | and mended" is no saying."""
        before, after = parts[index - 1 : index], parts[index + 1 : index + 2]
        if not before or not after or parts[index].mark != ",":
            return False
        passive = before[0].group is not None and before[0].group.passive
        joins = after[0].opener == "and" and after[0].group is not None
        bare = after[0].group is not None and after[0].group.first == after[0].first + 1
        return passive and joins and bare and parts[index].bare

    def _emerges(self, part: Part, group: Group) -> bool:
        """Whether ", it emerged on Monday," says since when something is known."""
        subject = self.words[part.first : group.first]
        said = group.base in self.cues.reporting.emerging
        said = said or (group.passive and group.first in self.reports)
        alone = [word.low for word in subject] == ["it"] and part.mark == ","
        return alone and said and self._says_no_more(part, group)

    def _is_inverted(self, part: Part) -> bool:
        """ "replies his colleague" after a quotation: the verb stands first, in any form."""
        if part.mark not in (",", "–", "-", "—"):
            return False
        first = self._past_light(part.first, part.last)
        return self.words[first].low in self.cues.replies

    def _says_no_more(self, part: Part, group: Group, *, waits: bool = False) -> bool:
        """Whether nothing of what is said follows the verb: "the Kremlin said Sunday"."""
        bare = group.first == self._past_light(part.first, part.last)
        behind = (g for g in self.finite if group.last <= g.first < part.last)
        if bare and (not waits or any(behind)):
            return True
        position = group.last
        if group.base == "tell":
            position = self._addressee_end(position, part.last)
        elif position < part.last and not self._says_how(position):
            return False
        elif group.base == "add" and self.words[position].low == "to":
            return False  # "Added to the gloom"
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
