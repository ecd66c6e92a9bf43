"""The verbs of a sentence: where they stand, in which tense, finite or not.

There is no tagger: a form is read by the words beside it. What is certain (an auxiliary,
"went", "he said") is found first, and what is not ("detained", "orders") is then decided
by whether a subject is still waiting for its verb.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from timeline.extract.doubtful import settled
from timeline.extract.inverted import denies, subject_ends
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.cues import cues as cues_of
from timeline.lang.forms import Verb
from timeline.text.memory import Memory
from timeline.text.stems import stem
from timeline.text.words import Word

_ASIDE = 14
"""Words of an aside between an auxiliary and its verb, at most."""

_PHRASE = 4
"""Words of "the 5 percent" before its participle, at most."""

_LISTING = frozenset((",", "and", "or", "but", "then", "first", "later"))
"""Before a participle that can be one of several which share their auxiliary."""

_ONLY_SAID = frozenset(("said", "told"))
"""What is said or told is no thing that these could describe."""

ENDINGS = ("ed", "ing")
"""Of words that can be verbs, known or not."""


def groups(words: Sequence[Word], cues: Cues) -> list[Group]:
    """Every verb group in order."""
    certain: dict[int, Group] = {}
    doubtful: list[tuple[int, Verb]] = []
    behind, beyond = 0, -1
    for position in _may_be_verbal(words, cues):
        if position < behind or position == beyond:
            continue
        group = verb = None
        low = words[position].low
        if low == "to":
            group = _infinitive(words, position, cues)
        elif low in cues.helpers:
            group = _with_auxiliary(words, position, cues)
        if group is None and (low in cues.verbs or low.endswith(ENDINGS)):
            verb = _lexical(words, position, cues)
        if verb:
            group = _plain(words, position, verb, cues)
            if group is None:
                doubtful.append((position, verb))
        if group:
            certain[position] = group
            behind = group.last
            if position + 1 < group.head and words[position + 1].low == ",":
                behind, beyond = position + 1, group.head  # "Had, he says, | fled"
    found = settled(words, certain, doubtful, cues)
    return [_with_negation(words, group) for group in found]


def _may_be_verbal(words: Sequence[Word], cues: Cues) -> list[int]:
    """Where words stand that could be, or begin, a verb group."""
    verbal = _verbal(cues.language)
    return [position for position, word in enumerate(words) if verbal[word.low]]


@cache
def _verbal(language: str) -> Memory[bool]:
    """Whether a word could be, or begin, a verb group."""
    known = cues_of(language).verbal
    return Memory(lambda low: low in known or low.endswith(ENDINGS))


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
    for end in subject_ends(words, at, cues):
        bound = cues.grammar.bound if end > at + 2 else cues.grammar.articles
        counts = words[end - 2].low == "so"  # "Had so many died"
        light = words[end - 1].low in bound and not counts
        group = None if light else _chained(words, at, end, cues)
        if group is not None and group.head > end - 1:
            negated = group.negated or denies(words, at, cues)
            return msgspec.structs.replace(group, negated=negated, subject_end=end)
    return _chained(words, at, at + 1, cues)


def _chained(words: Sequence[Word], at: int, position: int, cues: Cues) -> Group | None:
    """The group of the auxiliary at `at` and of what follows from a position on."""
    chain, head = [words[at].low], position - 1
    verb, negated, inverted = None, False, position > at + 1
    if not inverted:
        head, verb, negated = _behind_aside(words, at, cues) or (at, None, False)
    while not verb and position < len(words) and position - head < 6:
        word = words[position]
        if word.low in ("not", "n't", "never"):
            negated = True
        elif word.low in cues.grammar.beginning:
            break
        elif _helps(word.low, cues) and word.low[0] != "'":
            chain.append(word.low)
            head = position
        elif verb := _follows(words, position, chain[-1], cues):
            head = position + (word.low == "to")
            if word.low == "to" and verb.base == "be":
                head, verb = _suffered(words, head, verb, cues)
            break
        elif not _may_stand_between(words, position, cues):
            break
        position += 1
    if inverted and verb is None:
        return None
    group = _auxiliary_group(at, head, chain, verb, cues)
    suffers = verb is not None and verb.forms == "t" and words[head - 1].low == "be"
    passive = group.passive or suffers
    return msgspec.structs.replace(group, negated=negated, passive=passive)


def _suffered(
    words: Sequence[Word], at: int, verb: Verb, cues: Cues
) -> tuple[int, Verb]:
    """Where the verb of "was to be | announced" stands, behind "be" at `at`, and which."""
    done = cues.verbs.get(words[at + 1].low) if at + 1 < len(words) else None
    if done is None or "n" not in done.forms:
        return at, verb
    return at + 1, Verb(done.base, verb.forms)


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
        if before is None or before.low in cues.grammar.vague_subjects:
            return True
        return before.low not in cues.grammar.determiners
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
        small = low in grammar.nominal
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


def _behind_aside(
    words: Sequence[Word], at: int, cues: Cues
) -> tuple[int, Verb, bool] | None:
    """Where the verb of "had, the police say, | fled" stands, and whether "not" does so, too."""
    if at + 1 >= len(words) or words[at + 1].low != ",":
        return None
    reach = range(at + 3, min(at + _ASIDE, len(words) - 2))
    end = next((n for n in reach if words[n].low == ","), None)
    if end is None:
        return None
    negated = words[end + 1].low in ("not", "never")
    head = end + 1 + negated
    small = words[head].text.islower()
    verb = _follows(words, head, words[at].low, cues) if small else None
    return (head, verb, negated) if verb else None


def _may_stand_between(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether the word can stand inside a verb group: an adverb, a quotation mark."""
    word = words[at]
    if word.low in cues.grammar.adverbs or word.low in '"“”„«»‘':
        return True
    if word.low == ",":
        return at + 2 < len(words) and (
            words[at + 2].low == "," or words[at - 1].low in cues.grammar.adverbs
        )
    goes_on = word.low in cues.time.continuations
    return (
        goes_on or cues.grammar.is_manner(word.low) or word.low in cues.grammar.between
    )


def _auxiliary_group(
    at: int, head: int, chain: list[str], verb: Verb | None, cues: Cues
) -> Group:
    """The group of a chain of auxiliaries and the verb that they help, if any."""
    if chain[0] == "be" and verb is not None and verb.forms == "n":
        # "It was resolved that the mill | be sold"
        return Group(at, head + 1, head, verb.base, Tense.MODAL, True, modal="shall")
    known = verb or cues.verbs.get(chain[-1])
    bare = "have" if chain[-1] in cues.grammar.have else "be"
    modal = chain[0] if chain[0] in cues.grammar.modals else ""
    passive = verb is not None and verb.forms == "n" and chain[-1] in cues.grammar.be
    tense = _tense(chain, verb, cues)
    base = known.base if known else bare
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
    if head + 1 < len(words) and cues.grammar.is_manner(words[head].low):
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
    verb = cues.verbs.get(word.low) or _unknown(word.low, cues)
    same = verb is not None and verb.base == word.low and "d" in verb.forms
    behind = words[at + 1 : at + 2]
    if same and any(following.low == "of" for following in behind):
        return None  # "The cost of oil", "a set of rules"
    if word.low == "last" and any(_is_past(following, cues) for following in behind):
        return None  # "Which | last | erupted in 1947"
    return verb


def _is_past(word: Word, cues: Cues) -> bool:
    """Whether a word can be a verb in the past."""
    verb = cues.verbs.get(word.low) or _unknown(word.low, cues)
    return verb is not None and "d" in verb.forms


def _unknown(low: str, cues: Cues) -> Verb | None:
    """A verb that no table knows, by its ending."""
    if low.startswith("re-"):
        return cues.verbs.get(low[3:]) or _unknown(low[3:], cues)
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
        doing = Group(at, at + 1, at, verb.base, Tense.GERUND)
        return None if _is_counted(words, at, before, cues) else doing
    after = words[at + 1].low if at + 1 < len(words) else ""
    answers = not at and after == "that" and verb.base in cues.reporting.denials
    if verb.forms == "s" and (words[at].low in cues.voices or answers):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    says = verb.base in cues.reporting.bare and "d" in verb.forms
    held = says and after in cues.reporting.held
    says = says and not (_is_when(words, at, verb, cues) or _is_of_day(words, at, cues))
    says = says and not (after == "as" and verb.base not in ("say", "tell"))
    opens = says and not at and _opens_sentence(words, cues)
    if (verb.forms == "n" and before not in _LISTING) or held or opens:
        # Not in "was signed in 1992 and | broken in 2006", which shares its auxiliary.
        return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
    if verb.forms == "d" or (
        says and not _is_passive_agent(words, at) and not _describes(words, at, cues)
    ):
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    if verb.forms in ("b", "s") and _reports(words, at, verb, cues):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    subject = cues.people.get(before) == before or before in ("who", "which", "we", "i")
    if subject and "d" in verb.forms:
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    object_ = before == "it" and at > 1 and words[at - 2].low in cues.verbs
    noun = before in ("who", "which") and after in cues.helpers  # "In which guns were"
    if subject and verb.forms in ("b", "s", "bn") and not (object_ or noun):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    return None


def _reports(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether "says | that", "thinks | he" stands here; "reports that" mostly is no verb."""
    before, after = words[at - 1].low if at else "", words[at + 1 : at + 2]
    follows = after[0].low if after else ""
    acts = cues.people.get(follows) == follows and verb.base in cues.reporting.bare
    acts = acts and before not in cues.grammar.pronouns
    if not (follows == "that" or acts) or verb.base not in cues.reporting.verbs:
        return False
    if words[at].low in cues.that_nouns:
        return before == "media" and at > 1 and not _has_verb(words, at - 1, cues)
    return before not in cues.grammar.prepositions and before[:1].isalpha()


def _has_verb(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a verb may stand before here: "denied | media reports that he had left"."""
    for word in reversed(words[:at]):
        if word.is_mark:
            return False
        if word.low in cues.helpers or _is_past(word, cues):
            return True
    return False


def _is_counted(words: Sequence[Word], at: int, before: str, cues: Cues) -> bool:
    """Whether a form in "-ing" describes several things that a number counts."""
    counts = before.isdigit() or before in cues.quantities.numbers
    following = words[at + 1 : at + 2] if counts else ()
    return any(w.low.endswith("s") and w.text.islower() for w in following)


def _opens_sentence(words: Sequence[Word], cues: Cues) -> bool:
    """Whether "Announced in May," leads to a subject: "it may open in July"."""
    comma = next((n for n, word in enumerate(words) if word.is_mark), len(words))
    led = len(words) > 1 and words[1].low in cues.grammar.prepositions
    behind = words[comma : comma + 2]
    if not led or len(behind) < 2 or behind[0].low != ",":
        return False
    return behind[1].low in cues.grammar.nominal or behind[1].text[0].isupper()


def _is_when(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether ", announced on Monday," or ", first announced last year," says when it was."""
    place = at - 1
    first = place > 0 and words[place].low == "first"
    place -= first
    if place < 0 or words[place].low != ",":
        return False
    closed = words[at].low not in _ONLY_SAID and _is_closed(words, at, cues)
    if verb.base not in cues.actions and not (first or closed):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    opens = after is not None and after.low in cues.time.before_date
    return opens or (after is not None and after.text in cues.names.not_names)


def _is_closed(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a comma closes the aside of "the tower, | added in 1720, | fell"."""
    return _behind_time(words, at + 1, cues) == ","


def _is_of_day(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a verb stands right behind the date of "a plan | announced last May has".

    Or nothing stands there: "left because of the plan | announced last May".
    """
    if words[at].low in _ONLY_SAID:
        return False
    behind = _behind_time(words, at + 1, cues)
    if _is_led(words, at, cues) and _ends_with_time(words, at + 1, cues):
        return True
    verb = cues.verbs.get(behind)
    return behind in cues.helpers or (
        verb is not None and verb.base in cues.intransitive
    )


def _is_led(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a noun right before here stands in "from the old rate", behind a verb."""
    near = range(at - 2, max(0, at - 2 - _PHRASE), -1)
    first = next((n for n in near if words[n].low in cues.grammar.articles), 0)
    led = first > 0 and words[first - 1].low in cues.grammar.prepositions
    plain = all(w.low.isalnum() and not w.text.istitle() for w in words[first:at])
    return led and plain and _has_verb(words, first - 1, cues)


def _ends_with_time(words: Sequence[Word], first: int, cues: Cues) -> bool:
    """Whether the date that begins at `first` closes its stretch."""
    if first >= len(words) or not _is_of_time(words, first, cues):
        return False
    behind = _behind_time(words, first, cues)
    return not behind or not behind[0].isalnum()


def _behind_time(words: Sequence[Word], first: int, cues: Cues) -> str:
    """The word behind the date that begins at `first`, "" if none does or none follows."""
    place = first
    while place < len(words) and _is_of_time(words, place, cues):
        place += 1
    return words[place].low if first < place < len(words) else ""


def _is_of_time(words: Sequence[Word], place: int, cues: Cues) -> bool:
    """Whether a word can be part of a date; of two figures only the first is."""
    word = words[place]
    if word.text.isdigit():
        return not words[place - 1].text.isdigit()
    named = word.text in cues.names.not_names or word.low in cues.quantities.skip_nouns
    season = word.low in cues.time.seasons
    season = season and words[place - 1].low in cues.time.before_date
    return named or season or word.low in cues.time.before_date


def _describes(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a form is that of "the recently announced ferry", "on alleged gangs".

    And that of "Confirmed wells" at the head of a sentence.
    """
    place = at - 1
    if not at:
        first = words[1] if len(words) > 1 else None
        small = cues.grammar.nominal | cues.grammar.prepositions | {"that"}
        return first is not None and first.text.islower() and first.low not in small
    if place > 0 and words[place].low in cues.grammar.prepositions:
        after = words[at + 1].low if at + 1 < len(words) else ""
        opens = after in cues.grammar.nominal or after == "that"
        return after.isalpha() and not opens
    counts = words[at - 1].text[0].isdigit() and at + 1 < len(words)
    if counts and at > 1 and words[at - 2].low == "from":
        return True  # "To 254 from 139 | reported on Monday"
    if counts and words[at + 1].low.isalpha():
        small = cues.grammar.nominal | cues.grammar.prepositions | {"that"}
        return words[at + 1].low not in small  # "2,532 | confirmed cases"
    if words[at - 1].low.endswith("est") and at > 1:
        return words[at - 2].low in cues.grammar.articles  # "The latest | reported"
    while place > 0 and cues.grammar.is_manner(words[place].low):
        place -= 1
    return 0 <= place < at - 1 and words[place].low in cues.grammar.determiners


def _is_passive_agent(words: Sequence[Word], at: int) -> bool:
    """Whether "told by" or "told to" stands here: both are often said of the one told."""
    return at + 1 < len(words) and words[at + 1].low in ("by", "to")
