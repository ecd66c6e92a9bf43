"""Verbs with an auxiliary: "had, the police say, fled", "was to be sold", "never would he go"."""

from collections.abc import Sequence

import msgspec

from timeline.extract.inverted import denies, subject_ends
from timeline.extract.lexical import by_ending
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.stems import stem
from timeline.text.words import Word

_ASIDE = 14
"""Words of an aside between an auxiliary and its verb, at most."""


def with_auxiliary(words: Sequence[Word], at: int, cues: Cues) -> Group | None:
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
    verb = cues.verbs.get(low) or by_ending(low, cues)
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
