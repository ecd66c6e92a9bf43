"""Verb forms that could be another: "detained", "orders".

They are decided by the words around them, and by whether a subject still waits for its
verb.
"""

from collections.abc import Sequence

from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.words import Word

_TAKES_CLAUSE = frozenset(("say", "think", "believe", "insist", "hope", "fear"))
"""After these a noun is more likely a new subject than an object."""

_CITED = 6
"""Words behind "according to" among which its noun stands."""

_PAIR = 6
"""Words before a form among which "between" is looked for."""

_BREAKS = frozenset(",;:()–—-")
"""Marks behind which a new clause can begin."""


def settled(
    words: Sequence[Word],
    certain: dict[int, Group],
    doubtful: list[tuple[int, Verb]],
    cues: Cues,
) -> list[Group]:
    """All groups in order, each doubtful form decided in the light of those before."""
    if not doubtful:
        return [certain[at] for at in sorted(certain)]
    sure = sorted(group.first for group in certain.values() if group.finite)
    around = _Around(words, certain, sure, cues)
    around.doubtful = tuple(at for at, verb in doubtful if "d" in verb.forms)
    for at, verb in doubtful:
        if _finds(words, at, verb, cues):
            certain[at] = Group(at, at + 1, at, verb.base, Tense.PAST)
            around.heads.add(at)
            sure.append(at)
    sure.sort()
    doubtful = [(at, verb) for at, verb in doubtful if at not in certain]
    for at, verb in doubtful:
        group = _decided(words, at, verb, around, cues)
        if group:
            certain[at] = group
            around.heads.add(group.head)
            if group.finite:
                sure.append(at)
                sure.sort()
    return [certain[at] for at in sorted(certain)]


def _finds(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether "found | that" stands here: who is told something is no one who found it."""
    if "d" not in verb.forms or not at or at + 1 >= len(words):
        return False
    reporting, before = cues.reporting, words[at - 1]
    says = verb.base in reporting.verbs or verb.base in cues.finding
    small = before.low in cues.grammar.determiners or before.is_mark
    shown = says and verb.base not in reporting.addressed and not small
    return shown and words[at + 1].low == "that"


class _Around:
    """What stands before and after a doubtful form."""

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
                return True
            if self._parts(place):
                return False
        return False

    def said_of_name(self, at: int) -> bool:
        """Whether "that" and a name stand right before: "said that China uses cash"."""
        first = at
        while first and self.words[first - 1].text[0].isupper():
            first -= 1
        return 0 < first < at and self.words[first - 1].low == "that"

    def describes(self, at: int) -> bool:
        """Whether all verbs before describe a subject: "those who left the camp | need"."""
        before = [place for place in self.finite if place < at]
        return bool(before) and all(self.opener(place) for place in before)

    def finite_after(self, at: int) -> bool:
        """Whether a sure finite verb follows that this form's subject could have."""
        for place in range(at + 1, len(self.words)):
            if place in self.finite:
                return True
            described = place == at + 1 and self.words[place].low == "as"
            if self._parts(place) and not described:
                return False
        return False

    def in_aside(self, at: int) -> bool:
        """Whether ", a base for men | sent abroad, was" stands here."""
        before = [n for n in range(at) if self.words[n].low in _BREAKS]
        if not before or self.words[before[-1]].low != ",":
            return False
        start, first = before[-1], before[-2] + 1 if len(before) > 1 else 0
        grammar = self.cues.grammar
        if self.words[first].low in grammar.prepositions | grammar.opening:
            return False  # "In May, the mill closed, was sold"
        if self.counts(at + 1):
            return False
        opens = self.words[start + 1].low in grammar.articles
        return opens and start + 1 < at and self.verb_after_comma(at)

    def only_dated(self, at: int) -> bool:
        """Whether ", announced Friday," stands here, which says when something was."""
        after = [word.low for word in self.words[at + 1 : at + 4]]
        if "," not in after[1:] or not self.finite_beyond(at):
            return False
        return not self.closes_aside(at)

    def finite_beyond(self, at: int) -> bool:
        """Whether a sure finite verb stands anywhere behind."""
        return any(place > at for place in self.finite)

    def main_before(self, at: int) -> bool:
        """Whether a finite verb precedes that is not one of a subordinate clause."""
        return any(place < at and not self.opener(place) for place in self.finite)

    def new_subject(self, at: int) -> bool:
        """Whether ", and her deputy, X," brought a subject that has no verb yet."""
        for place in range(at - 1, 0, -1):
            if place in self.known and self.known[place].finite:
                return False
            low = self.words[place].low
            if low in ("and", "but") and self.words[place - 1].low in (",", ";"):
                return self.main_before(at)
        return False

    def joins_passive(self, at: int) -> bool:
        """Whether "and opened | by the mayor" goes on with "was built by the town"."""
        if not at or self.words[at - 1].low not in self.cues.grammar.coordinators:
            return False
        before = [place for place in self.finite if place < at]
        return bool(before) and self.known[before[-1]].passive and self.main_before(at)

    def between(self, at: int) -> bool:
        """Whether "between raw and | cooked meat" stands here, which joins two things."""
        before = [word.low for word in self.words[max(0, at - _PAIR) : at - 1]]
        return "between" in before and not any(low in _BREAKS for low in before)

    def has_object(self, at: int) -> bool:
        """Whether "issued | a statement" follows a subject that has no other verb."""
        words, grammar = self.words[at + 1 : at + 3], self.cues.grammar
        if len(words) < 2 or words[0].low not in grammar.articles:
            return False
        verb = self.cues.verbs.get(self.words[at].low)
        gives = verb is None or verb.base in self.cues.giving
        timed = words[1].low in self.cues.quantities.skip_nouns
        return not (gives or timed or self.opener(at) or self.finite_before(at))

    def closes_aside(self, at: int) -> bool:
        """Whether "Valk, the mayor, | put" stands here: the verb behind an apposition."""
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
        named = name.text[0].isupper() and noun.low in articles
        return named or (
            says and self.words[first].low in articles and noun.text[0].isupper()
        )

    def opener(self, at: int) -> bool:
        """Whether a word that opens a subordinate clause still waits for this verb."""
        grammar = self.cues.grammar
        for place in range(at - 1, -1, -1):
            low = self.words[place].low
            if low in _BREAKS or (place in self.known and self.known[place].finite):
                return False
            if (
                low in grammar.relatives
                or low in grammar.subordinators
                or low in ("that", "what")
            ):
                return place + 1 < at or low != "that"
        return False

    def resumed_after(self, at: int) -> bool:
        """Whether a verb follows right after a comma: ", was arrested"."""
        return (
            any(
                place > at and self.words[self._past_light(place)].low in ",)–-—"
                for place in self.finite
            )
            or any(
                place > at
                and self.words[place - 1].low in (",", ")")
                and self.words[place + 1 : place + 2]
                and self.words[place + 1].low != "by"
                for place in self.doubtful
            )
            or any(self._states(place) for place in range(at + 2, len(self.words) - 1))
        )

    def _states(self, place: int) -> bool:
        """Whether ", claims that" stands here."""
        verb = self.cues.verbs.get(self.words[place].low)
        if verb is None or "s" not in verb.forms or self.words[place - 1].low != ",":
            return False
        after = self.words[place + 1].low
        return after == "to" or after in self.cues.grammar.determiners

    def _past_light(self, place: int) -> int:
        """The word before a verb and its adverbs."""
        place -= 1
        while place and self.words[place].low in self.cues.grammar.adverbs:
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

    def verb_after_comma(self, at: int) -> bool:
        """Whether a sure verb without a subject of its own follows: ", have proved"."""
        return any(
            place > at and self.words[place - 1].low == "," for place in self.finite
        )

    def adverbial(self, at: int) -> bool:
        """Whether the form closes "During an event held there, X spoke": a subject follows."""
        start = at
        while start and not self.words[start - 1].is_mark:
            start -= 1
        leads = self.words[start].low in self.cues.grammar.prepositions
        return leads and self._led(at)

    def behind_lead(self, at: int) -> bool:
        """Whether the form says more of "Under the treaty, | signed in May, X lost"."""
        start = at - 1
        while start and not self.words[start - 1].is_mark:
            start -= 1
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
        start = at
        while start and not self.words[start - 1].is_mark:
            start -= 1
        noun = self.words[at - 1].low
        stretch = noun in self.cues.quantities.skip_nouns
        stretch = stretch or noun.removesuffix("s") in self.cues.quantities.skip_nouns
        return stretch and self.words[start].low in self.cues.grammar.prepositions

    def _ends(self, place: int) -> bool:
        return self.words[place].low in _BREAKS

    def _parts(self, place: int) -> bool:
        """Whether a new stretch or clause begins here; "after" before a gerund opens none."""
        low, grammar = self.words[place].low, self.cues.grammar
        if low in grammar.subordinators:
            following = self.known.get(place + 1)
            return following is None or following.tense is not Tense.GERUND
        joins = low in grammar.coordinators or low in grammar.relatives
        return joins or low in _BREAKS or low in ("that", "so")


def _decided(
    words: Sequence[Word], at: int, verb: Verb, around: _Around, cues: Cues
) -> Group | None:
    place = at - 1
    while place >= 0 and _is_light(words[place], cues):
        place -= 1
    before = words[place] if place >= 0 else None
    after = words[at + 1].low if at + 1 < len(words) else ""
    if "d" in verb.forms:
        if at and words[at - 1].low == "-" and words[at - 1].end == words[at].start:
            return None  # "A Lund, N.J.-based maker"
        if place in around.heads and words[place].low not in cues.event_nouns:
            return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
        tense = _past_or_participle(before, after, at, around, cues)
        if tense is None:
            return None
        if verb.base in cues.intransitive and before and before.text[0].isalpha():
            tense = Tense.PAST
        return Group(at, at + 1, at, verb.base, tense)
    if before and _is_present(words, before, at, verb, around):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    return None


def _is_light(word: Word, cues: Cues) -> bool:
    return (
        word.low in cues.grammar.adverbs
        or word.low.endswith("ly")
        or word.low in '"“”„«»‘’'
    )


def _past_or_participle(
    before: Word | None, after: str, at: int, around: _Around, cues: Cues
) -> Tense | None:
    """How to read "detained": past, participle, or (None) an adjective."""
    grammar = cues.grammar
    if before is None:
        return Tense.PARTICIPLE
    low = before.low
    if low in grammar.determiners or low in grammar.prepositions:
        return Tense.PAST if low == "that" else None
    if low == "(" or around.compares(at):
        return Tense.PARTICIPLE
    number = low[0].isdigit() or (low in cues.quantities.numbers and low != "one")
    if number and after not in grammar.determiners:
        counted = after.isalpha() and after not in grammar.prepositions
        return None if counted else Tense.PARTICIPLE
    if after == "by" and not (around.counts(at + 2) or around.joins_passive(at)):
        return Tense.PARTICIPLE
    if low in _BREAKS:
        return _after_comma(after, at, around, cues)
    if low in grammar.coordinators:
        joins = around.main_before(at) and not around.between(at)
        return Tense.PAST if joins else Tense.PARTICIPLE
    if low in grammar.pronouns:
        acts = cues.people.get(low, low) == low or around.opener(at)
        return Tense.PAST if acts else Tense.PARTICIPLE
    if low in grammar.relatives or around.has_object(at):
        return Tense.PAST
    return _in_clause(after, at, around)


def _in_clause(after: str, at: int, around: _Around) -> Tense:
    """How to read a form with a noun before it, by the other verbs of its clause."""
    if around.opener(at):
        prepositions = around.cues.grammar.prepositions
        waits = around.verb_after_comma(at) or around.finite_after(at)
        waits = waits and after in prepositions
        return Tense.PARTICIPLE if waits else Tense.PAST
    other = around.finite_before(at) or around.finite_after(at) or around.period(at)
    other = other or around.in_aside(at)
    return Tense.PARTICIPLE if other or around.adverbial(at) else Tense.PAST


def _after_comma(after: str, at: int, around: _Around, cues: Cues) -> Tense:
    """ ", accused of treason, was …" against ", the minister, resigned on Monday"."""
    takes_object = after in cues.grammar.determiners or after[:1].isdigit()
    if around.only_dated(at) or around.behind_lead(at):
        return Tense.PARTICIPLE
    if around.new_subject(at) or around.closes_aside(at):
        return Tense.PAST
    if around.main_before(at):
        return Tense.PAST if takes_object else Tense.PARTICIPLE
    return Tense.PARTICIPLE if around.resumed_after(at) else Tense.PAST


def _is_present(
    words: Sequence[Word], before: Word, at: int, verb: Verb, around: _Around
) -> bool:
    """Whether "orders" or "demand" is a verb: it has a subject and what a verb takes."""
    cues = around.cues
    grammar = cues.grammar
    if _cites(words, at):
        return False
    low, after = before.low, words[at + 1] if at + 1 < len(words) else None
    if (
        low in grammar.determiners
        or low in grammar.prepositions
        or (around.finite_before(at) and not around.describes(at))
    ):
        return False
    if low == "," and after is not None and "s" in verb.forms:
        takes = after.low == "to" or after.low in grammar.determiners
        return takes and not around.main_before(at)
    if not low[0].isalpha() or low in grammar.coordinators or after is None:
        return False
    noun = words[at].low in cues.event_nouns or words[at].low in cues.plural_nouns
    if "s" in verb.forms and around.said_of_name(at):
        return True
    takes = after.low in grammar.nominal
    takes = takes or after.low in ("that", "to") or after.text[0].isupper()
    if "s" in verb.forms:
        name = before.text[0].isupper() and before.text not in cues.names.demonyms
        name = name or low in grammar.pronouns or low in grammar.relatives
        if noun:
            article = after.low in grammar.determiners and after.low != "that"
            return takes and (name or article)
        waits = after.is_mark and around.opener(at)
        return takes or waits or after.low in grammar.prepositions
    plural = low.endswith("s") and not low.endswith("ss")
    if plural and verb.base in cues.reporting.bare and after.is_mark:
        return around.main_before(at)
    return takes and (plural or low in ("people", "they", "we")) and not noun


def _cites(words: Sequence[Word], at: int) -> bool:
    """Whether a form stands in "according to Census Bureau estimates"."""
    for place in range(at - 1, 0, -1):
        if words[place].is_mark or at - place > _CITED:
            return False
        if words[place].low == "to" and words[place - 1].low == "according":
            return True
    return False
