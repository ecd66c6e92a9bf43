"""Captions that lost their stop and run on into the lead: seen by a verb too many.

"The depot has burnt down Torvik firemen have found two bodies." has two finite verbs and
nothing that joins them. What goes on anew begins with a capital that a small word stands
before, or with a word that begins sentences.
"""

import itertools
import re

from timeline.lang.cues import Cues
from timeline.model import Span

_TOKEN = re.compile(r"[^\W_](?:[\w'’-]|[.](?=\w))*|[^\w\s]")

FEWEST = 3
"""Words of the shortest caption."""

SHORTEST = 40
"""Characters of the shortest text behind one."""

LONGEST = 40
"""Words and marks among which both verbs are looked for."""

_APART = 12
"""Words, at most, from the beginning of a sentence to its verb."""


_ASIDE = 28
"""The same, with what stands between commas."""


def caption_end(text: str, span: Span, cues: Cues) -> int | None:
    """Where the sentence behind a caption begins, or None if none is seen."""
    words = _opening(text, span)
    told = joined = False
    for place, word in enumerate(words):
        if word[0][0].isupper() and place >= FEWEST and told:
            if span.end - word.start() < SHORTEST:
                return None
            occasion = words[place - 1][0] in cues.event_nouns
            begins = _begins(words, place, cues) and _goes_on(words, place, cues)
            if begins and (occasion or not joined):
                return word.start()
        low = word[0].lower()
        if not low[0].isalnum():
            return None
        if _joins(low, cues) and not _joins_things(words, place, cues):
            return None
        joined = joined or low in cues.grammar.subordinators
        says = _says(low, cues)
        told = not says and (told or _is_verb(words, place, cues))
    return None


def _joins_things(words: list[re.Match[str]], place: int, cues: Cues) -> bool:
    """Whether "and" stands between two small words, no verb behind: "fire and looting"."""
    near = [word[0] for word in words[max(0, place - 1) : place + 2]]
    joins = words[place][0] in cues.grammar.coordinators and len(near) > 2
    if not joins or not (near[0].islower() and near[2].islower()):
        return False
    light = near[2] in cues.helpers or near[2] in cues.people
    return not light and not _is_verb(words, place + 1, cues)


def is_told(text: str, span: Span, cues: Cues) -> bool:
    """Whether words tell something whole: a verb, and none of saying that still waits."""
    words = _opening(text, span)
    told = waits = False
    for place in range(1, len(words)):
        low = words[place][0].lower()
        verb = cues.verbs.get(low)
        if verb is not None and verb.base in cues.reporting.verbs:
            told = waits = True
        elif _is_verb(words, place, cues):
            told, waits = True, False
    return told and not waits


def begins_clause(text: str, span: Span, cues: Cues) -> bool:
    """Whether words begin with a subject and its verb, nothing between them that parts."""
    words = _opening(text, span)
    for place in range(1, min(len(words), _APART)):
        low = words[place][0].lower()
        if _is_verb(words, place, cues):
            return place + 1 < len(words)
        if not low[0].isalnum() or _joins(low, cues) or _says(low, cues):
            return False
    return False


def _opening(text: str, span: Span) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for word in _TOKEN.finditer(text, span.start, span.end):
        if len(found) == LONGEST:
            break
        found.append(word)
    return found


def _joins(low: str, cues: Cues) -> bool:
    """Whether a word can join two clauses, or the verb what is said to it."""
    grammar = cues.grammar
    if low in grammar.subordinators and low not in grammar.prepositions:
        return True
    if low in grammar.relatives or low == "that":
        return True
    return low in grammar.coordinators or low in grammar.asking


def _says(low: str, cues: Cues) -> bool:
    """Whether a word says or thinks something, which then has a verb of its own."""
    verb, reporting = cues.verbs.get(low), cues.reporting
    return verb is not None and (
        verb.base in reporting.all_verbs or verb.base in reporting.bare
    )


def _is_verb(words: list[re.Match[str]], place: int, cues: Cues) -> bool:
    """Whether a small word can be finite: an auxiliary, a past, "miners strike"."""
    word = words[place][0]
    if word in cues.helpers:
        return _is_finite(word, cues)
    verb = cues.verbs.get(word)
    if verb is None or not place:
        return False
    several = words[place - 1][0].endswith("s")
    return "d" in verb.forms or "s" in verb.forms or (several and word == verb.base)


def _is_finite(word: str, cues: Cues) -> bool:
    grammar = cues.grammar
    if word in grammar.modals:
        return True
    forms = grammar.be | grammar.have | grammar.do
    return word in forms and word not in ("be", "been", "being", "having")


def _begins(words: list[re.Match[str]], place: int, cues: Cues) -> bool:
    """Whether a capital begins something new: no name goes on with it, no phrase."""
    grammar = cues.grammar
    before, word = words[place - 1][0], words[place][0]
    after = words[place + 1][0] if place + 1 < len(words) else ""
    bound = grammar.bound
    if before.lower() in bound or before.lower() in cues.helpers:
        return False
    noun = words[place - 2][0].lower() in grammar.articles
    if before in cues.verbs and not (noun or before in cues.event_nouns):
        return False
    hyphened = "-" in before and not before[0].isupper()  # Not "in Port-au-Lund".
    if hyphened or words[place].start() - words[place - 1].end() != 1:
        return False
    if word in cues.names.not_names or before.lower() in cues.names.titles:
        return False
    if before.lower() in cues.quantities.numbers or before in grammar.surely:
        return False
    if before[0].islower() or before[0].isdigit():
        return True
    naming = cues.names
    opens = word.lower() in naming.openers or word in naming.demonyms
    if opens and after[:1].islower():
        return True
    lands = word in naming.countries or naming.country_phrases.fullmatch(
        f"{word} {after}"
    )
    return bool(lands) and before not in naming.lone


def _goes_on(words: list[re.Match[str]], place: int, cues: Cues) -> bool:
    """Whether a subject with its auxiliary follows."""
    grammar, aside, seen = cues.grammar, False, 0
    ends = grammar.pronouns | grammar.relatives | grammar.subordinators | {"that"}
    for before, word in itertools.pairwise(words[place : place + _ASIDE]):
        low, seen = word[0].lower(), seen + (not aside)
        if seen >= _APART:
            return False
        if low == ",":
            aside = not aside
        elif not low[0].isalnum() or (low in ends and not aside):
            return False
        elif low in cues.helpers and not aside:
            shares = before[0] in grammar.coordinators  # "Bought Brenn Oil and | will"
            return word[0] == low and _is_finite(low, cues) and not shares
    return False
