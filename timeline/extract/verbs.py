"""The verbs of a sentence: where they stand, in which tense, finite or not.

There is no tagger: a form is read by the words beside it. What is certain (an auxiliary,
"went", "he said") is found first, and what is not ("detained", "orders") is then decided
by whether a subject is still waiting for its verb.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from timeline.lang.cues import Cues, Verb
from timeline.text.stems import stem
from timeline.text.words import Word


class Tense(StrEnum):
    """Tense or mood of a verb group; the last three are not finite."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


_TAKES_CLAUSE = frozenset(("say", "think", "believe", "insist", "hope", "fear"))
"""After these a noun is more likely a new subject than an object."""

NOT_FINITE = frozenset((Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND))


class Group(Struct, frozen=True, gc=False):
    """A verb with its auxiliaries: words `first` up to `last`, the verb itself at `head`."""

    first: int
    last: int
    head: int
    base: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    modal: str = ""

    @property
    def finite(self) -> bool:
        """Whether the group can be the verb of a sentence."""
        return self.tense not in NOT_FINITE


def groups(words: Sequence[Word], cues: Cues) -> list[Group]:
    """Every verb group in order."""
    certain: dict[int, Group] = {}
    doubtful: list[tuple[int, Verb]] = []
    position = 0
    while position < len(words):
        group = verb = None
        low = words[position].low
        if low == "to":
            group = _infinitive(words, position, cues)
        elif low in cues.helpers:
            group = _with_auxiliary(words, position, cues)
        if group is None and (low in cues.verbs or low.endswith(("ed", "ing"))):
            verb = _lexical(words, position, cues)
        if verb:
            group = _plain(words, position, verb, cues)
            if group is None:
                doubtful.append((position, verb))
        if group:
            certain[position] = group
            position = group.last
        else:
            position += 1
    found = _settled(words, certain, doubtful, cues)
    return [_with_negation(words, group) for group in found]


def _with_negation(words: Sequence[Word], group: Group) -> Group:
    """The group, negated if "never" or "not" stands before it."""
    if (
        group.negated
        or not group.first
        or words[group.first - 1].low not in ("never", "not")
    ):
        return group
    return msgspec.structs.replace(group, negated=True)


# ── Auxiliaries ──────────────────────────────────────────────────────────────────────


def _with_auxiliary(words: Sequence[Word], at: int, cues: Cues) -> Group | None:
    """A group that begins with a modal or a form of be, have, do."""
    if not _is_auxiliary(words, at, cues):
        return None
    chain, head, negated, verb = [words[at].low], at, False, None
    position = at + 1
    while position < len(words) and position - head < 6:
        word = words[position]
        if word.low in ("not", "n't", "never"):
            negated = True
        elif _helps(word.low, cues) and word.low[0] != "'":
            chain.append(word.low)
            head = position
        elif verb := _follows(words, position, chain[-1], cues):
            head = position + (word.low == "to")
            break
        elif not _may_stand_between(words, position, cues):
            break
        position += 1
    group = _auxiliary_group(at, head, chain, verb, cues)
    return msgspec.structs.replace(group, negated=negated)


def _helps(low: str, cues: Cues) -> bool:
    """Whether the word is a form of be, have or do."""
    grammar = cues.grammar
    return low in grammar.be or low in grammar.have or low in grammar.do


def _is_auxiliary(words: Sequence[Word], at: int, cues: Cues) -> bool:
    low = words[at].low
    before = words[at - 1] if at else None
    if low[0] == "'" or low == "am":
        return before is not None and (
            before.low in cues.grammar.pronouns
            or before.low in cues.grammar.relatives
            or before.low in cues.grammar.vague_subjects
        )
    if low in cues.grammar.modals:
        if words[at].text[0].isupper() and at:
            return False
        return before is None or before.low not in cues.grammar.determiners
    return low not in ("being", "been") or before is None or before.text.isalpha()


def _follows(words: Sequence[Word], at: int, last: str, cues: Cues) -> Verb | None:
    """The verb at `at` (or after "to" there), if it can follow the auxiliary `last`."""
    grammar = cues.grammar
    low = words[at].low
    if low == "to":
        if last in grammar.modals or at + 1 >= len(words):
            return None
        low = words[at + 1].low
        verb = cues.verbs.get(low)
        if verb and "b" in verb.forms and last not in grammar.do:
            return Verb(verb.base, "t")
        small = low in grammar.determiners or low in grammar.pronouns
        if verb is None and last in grammar.be and low.isalpha() and not small:
            return Verb(stem(low), "t") if words[at + 1].text.islower() else None
        return None
    verb = cues.verbs.get(low) or _unknown(low, cues)
    if verb is None:
        return None
    wanted = "b" if last in grammar.modals or last in grammar.do else "n"
    if last in grammar.be and "g" in verb.forms:
        return Verb(verb.base, "g")
    return Verb(verb.base, wanted) if wanted in verb.forms else None


def _may_stand_between(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether the word can stand inside a verb group: an adverb, a quotation mark."""
    word = words[at]
    if word.low in cues.grammar.adverbs or word.low in '"“”„«»‘':
        return True
    if word.low == ",":
        return at + 2 < len(words) and (
            words[at + 2].low == "," or words[at - 1].low in cues.grammar.adverbs
        )
    return word.low.endswith("ly") or word.low in ("however", "therefore", "reported")


def _auxiliary_group(
    at: int, head: int, chain: list[str], verb: Verb | None, cues: Cues
) -> Group:
    """The group of a chain of auxiliaries and the verb that they help, if any."""
    known = verb or cues.verbs.get(chain[-1])
    modal = chain[0] if chain[0] in cues.grammar.modals else ""
    passive = verb is not None and verb.forms == "n" and chain[-1] in cues.grammar.be
    tense = _tense(chain, verb, cues)
    base = known.base if known else "be"
    return Group(at, head + 1, head, base, tense, passive, modal=modal)


def _tense(chain: list[str], verb: Verb | None, cues: Cues) -> Tense:
    first = chain[0]
    if first in cues.grammar.modals:
        return Tense.FUTURE if first in ("will", "'ll", "wo", "shall") else Tense.MODAL
    if verb and verb.forms == "t":
        return Tense.FUTURE if first in cues.grammar.be else Tense.MODAL
    if first in ("being", "been", "having"):
        return Tense.GERUND
    if first in cues.grammar.have and (len(chain) > 1 or (verb and verb.forms == "n")):
        return Tense.PLUPERFECT if first == "had" else Tense.PERFECT
    if first in ("was", "were", "had", "did"):
        return Tense.PAST
    if verb and verb.forms == "g" and first in cues.grammar.be:
        return Tense.PROGRESSIVE
    return Tense.PRESENT


# ── Verbs without auxiliary ──────────────────────────────────────────────────────────


def _infinitive(words: Sequence[Word], at: int, cues: Cues) -> Group | None:
    if at + 1 >= len(words):
        return None
    head = at + 1
    if head + 1 < len(words) and words[head].low.endswith("ly"):
        head += 1
    verb = cues.verbs.get(words[head].low)
    if verb is None or "b" not in verb.forms or words[head].text[0].isupper():
        return None
    return Group(at, head + 1, head, verb.base, Tense.INFINITIVE)


def _lexical(words: Sequence[Word], at: int, cues: Cues) -> Verb | None:
    """The verb that the word may be a form of. Capitals inside a sentence are names."""
    word = words[at]
    if not word.low[0].isalpha() or (at and word.text[0].isupper()):
        return None
    if word.low in cues.not_gerund:
        return None
    return cues.verbs.get(word.low) or _unknown(word.low, cues)


def _unknown(low: str, cues: Cues) -> Verb | None:
    """A verb that no table knows, by its ending."""
    if not cues.verbs or not low.isalpha():
        return None
    if low.endswith("ed") and len(low) > 4 and low not in cues.not_past:
        if low.startswith("un"):
            return None
        return Verb(stem(low), "dn")
    if low.endswith("ing") and len(low) > 5 and low not in cues.not_gerund:
        return Verb(stem(low), "g")
    return None


def _plain(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> Group | None:
    """A group where the form alone (or with the word before) leaves no doubt."""
    before = words[at - 1].low if at else ""
    if before in cues.grammar.determiners and before not in ("that", "this"):
        return None
    if verb.forms == "g":
        return Group(at, at + 1, at, verb.base, Tense.GERUND)
    if verb.forms == "n":
        return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
    if words[at].low == "says":
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    says = verb.base in cues.reporting.bare and "d" in verb.forms
    if verb.forms == "d" or (says and not _is_passive_agent(words, at)):
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    after = words[at + 1].low if at + 1 < len(words) else ""
    if (
        after == "that"
        and verb.forms in ("b", "s")
        and verb.base in cues.reporting.verbs
    ):
        noun = before not in cues.grammar.prepositions and before[:1].isalpha()
        if (noun and words[at].low not in cues.that_nouns) or before == "media":
            return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    subject = cues.people.get(before) == before or before in ("who", "which", "we", "i")
    if subject and "d" in verb.forms:
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    if subject and verb.forms in ("b", "s"):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    return None


def _is_passive_agent(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].low == "by"


# ── Doubtful forms ───────────────────────────────────────────────────────────────────


def _settled(
    words: Sequence[Word],
    certain: dict[int, Group],
    doubtful: list[tuple[int, Verb]],
    cues: Cues,
) -> list[Group]:
    """All groups in order, each doubtful form decided in the light of those before."""
    sure = sorted(group.first for group in certain.values() if group.finite)
    pasts = tuple(at for at, verb in doubtful if "d" in verb.forms)
    for at, verb in doubtful:
        around = _Around(words, certain, sure, cues)
        around.doubtful = pasts
        group = _decided(words, at, verb, around, cues)
        if group:
            certain[at] = group
            if group.finite:
                sure.append(at)
                sure.sort()
    return [certain[at] for at in sorted(certain)]


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
        return any(
            self._connected(place, at)
            for place in self.finite
            if place < at and self.known[place].base not in _TAKES_CLAUSE
        )

    def finite_after(self, at: int) -> bool:
        """Whether a sure finite verb follows that this form's subject could have."""
        return any(self._connected(at, place) for place in self.finite if place > at)

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

    def opener(self, at: int) -> bool:
        """Whether a word that opens a subordinate clause still waits for this verb."""
        grammar = self.cues.grammar
        for place in range(at - 1, -1, -1):
            low = self.words[place].low
            if low in ",;:()–—" or (place in self.known and self.known[place].finite):
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
        return any(
            place > at and self.words[place - 1].low in (",", ")", "–", "-", "—")
            for place in self.finite
        ) or any(
            place > at
            and self.words[place - 1].low in (",", ")")
            and self.words[place + 1 : place + 2]
            and self.words[place + 1].low != "by"
            for place in self.doubtful
        )

    def _connected(self, first: int, last: int) -> bool:
        grammar = self.cues.grammar
        for word in self.words[first + 1 : last]:
            low = word.low
            if (
                low in ",;:()–—"
                or low in grammar.coordinators
                or low in grammar.relatives
            ):
                return False
            if low in grammar.subordinators or low == "that":
                return False
        return True


def _decided(
    words: Sequence[Word], at: int, verb: Verb, around: _Around, cues: Cues
) -> Group | None:
    place = at - 1
    while place >= 0 and _is_light(words[place], cues):
        place -= 1
    before = words[place] if place >= 0 else None
    after = words[at + 1].low if at + 1 < len(words) else ""
    if "d" in verb.forms:
        if place in around.heads and words[place].low not in cues.event_nouns:
            return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
        tense = _past_or_participle(before, after, at, around, cues)
        if tense is None:
            return None
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
    number = low[0].isdigit() or (low in cues.quantities.numbers and low != "one")
    if number and after not in grammar.determiners:
        counted = after.isalpha() and after not in grammar.prepositions
        return None if counted else Tense.PARTICIPLE
    if after == "by":
        return Tense.PARTICIPLE
    if low in ",;:()–—-":
        return _after_comma(after, at, around, cues)
    if low in grammar.coordinators:
        return Tense.PAST if around.main_before(at) else Tense.PARTICIPLE
    if low in grammar.pronouns:
        return Tense.PAST if cues.people.get(low, low) == low else Tense.PARTICIPLE
    if low in grammar.relatives or around.opener(at):
        return Tense.PAST
    if around.finite_before(at) or around.finite_after(at):
        return Tense.PARTICIPLE
    return Tense.PAST


def _after_comma(after: str, at: int, around: _Around, cues: Cues) -> Tense:
    """ ", accused of treason, was …" against ", the minister, resigned on Monday"."""
    takes_object = after in cues.grammar.determiners or after[:1].isdigit()
    if around.new_subject(at):
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
    low, after = before.low, words[at + 1] if at + 1 < len(words) else None
    if (
        low in grammar.determiners
        or low in grammar.prepositions
        or around.finite_before(at)
    ):
        return False
    if low == "," and after is not None and "s" in verb.forms:
        takes = after.low == "to" or after.low in grammar.determiners
        return takes and not around.main_before(at)
    if not low[0].isalpha() or low in grammar.coordinators or after is None:
        return False
    noun = words[at].low in cues.event_nouns or words[at].low in cues.plural_nouns
    takes = after.low in grammar.determiners or after.low in grammar.pronouns
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
    return takes and (plural or low in ("people", "they", "we")) and not noun
