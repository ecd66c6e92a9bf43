"""Which names mean the same person, body or place: learnt over the whole folder.

Three steps. *Words*: spellings of one word are gathered under the most frequent of them,
by what transliterations leave alone and by edit distance. *Full names*: those with the
same last word and given names that can be one person's. *Short names*: a surname or an
acronym stands for the one full name that fits it in its document, else in the folder;
where two fit, it stands for itself, so two people with one surname stay two.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from sys import intern

from msgspec import Struct

from timeline.model import Mention
from timeline.text.spelling import skeleton, words

_INTRODUCED = re.compile(r"[\s,]*[(\[“\"](?P<acronym>\w[\w.\-]{1,9})[)\]”\"]")

_ONE_EDIT_FROM = 6
_TWO_EDITS_FROM = 9
"""Letters from which one, and from which two letters may differ. Iran is not Iraq, and
Karim not Kasim."""

_SILENT_FROM = 5
"""Letters from which the last e of a surname is taken to be silent."""

_INITIALS = 2
"""Letters up to which a given name is read as an initial: "K.", "Mo", "Ed"."""

_MAX_WORD = 24
"""Longer words are not looked at for misspellings: their variants are too many."""


class Names(Struct, frozen=True):
    """What each name in each document stands for.

    `keys` maps a document id, then a name as written, to a key that all names of one
    bearer share; `labels` maps a key to the bearer's most frequent full spelling.
    """

    keys: Mapping[str, Mapping[str, str]]
    labels: Mapping[str, str]

    def key(self, document_id: str, name: str) -> str:
        """The key of a name as written in a document; unknown names are their own."""
        known = self.keys.get(document_id)
        return (known and known.get(name)) or " ".join(words(name))

    def label(self, key: str) -> str:
        """How to write the bearer of a key."""
        return self.labels.get(key, key)


class _Use(Struct, frozen=True, gc=False):
    """One name in one mention. `order` numbers the mention."""

    document_id: str
    name: str
    order: int
    is_place: bool


class _Full(Struct, frozen=True):
    """A bearer of a full name: its key, the words of that key, acronyms it goes by.

    `unsure` are the forms by which it goes only where its name is told as well: two initials
    of what is no place, unless they were introduced.
    """

    key: str
    words: tuple[str, ...]
    acronyms: frozenset[str]
    unsure: frozenset[str]


def learn(mentions: Iterable[Mention]) -> Names:
    """Gather the names of all mentions. The order of mentions does not matter."""
    introduced: set[tuple[str, str]] = set()
    uses = sorted(_uses(mentions, introduced), key=attrgetter("document_id"))
    spellings = _spellings(uses)
    full_keys = _full_names(uses, spellings)
    sites = {
        full_keys[use.name] for use in uses if use.is_place and use.name in full_keys
    }
    bearers = _bearers(full_keys, _introduced(introduced, full_keys), sites)
    keys = _resolve(uses, full_keys, bearers, spellings)
    return Names(keys, _labels(uses, keys))


def _uses(
    mentions: Iterable[Mention], introduced: set[tuple[str, str]]
) -> Iterator[_Use]:
    """The names of each mention; what acronyms are introduced is noted."""
    for order, mention in enumerate(mentions):
        id_, places = intern(mention.document_id), set(mention.places)
        known = dict.fromkeys((*mention.actors, *mention.places))
        named = [intern(name) for name in known if words(name)]
        introduced.update(_acronyms(mention.text, named))
        for name in named:
            yield _Use(id_, name, order, name in places)


def _acronyms(text: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Full names with the acronym that is given in parentheses behind them."""
    for name in names:
        at = text.find(name) if len(words(name)) > 1 else -1
        match = _INTRODUCED.match(text, at + len(name)) if at >= 0 else None
        if match:
            yield name, "".join(words(match["acronym"]))


# Words


class _Word(Struct, frozen=True):
    """A folded word of names: in how many documents, and in what mentions, by order."""

    text: str
    documents: int
    mentions: "array[int]"
    is_place: bool


def _spellings(uses: Sequence[_Use]) -> dict[str, str]:
    """Each word to the most frequent spelling of it.

    Words join a more frequent one they are a variant of, never one another: no chains.
    """
    chosen: dict[str, str] = {}
    leaders: dict[str, list[_Word]] = defaultdict(list)
    for word in _by_frequency(uses):
        keys = sorted(_near_keys(word.text))
        near = {c.text: c for key in keys for c in leaders[key]}
        fitting = [c for c in near.values() if _is_variant(word, c)]
        if fitting:
            chosen[word.text] = min(fitting, key=lambda c: _closeness(word, c)).text
            continue
        chosen[word.text] = word.text
        for key in _near_keys(word.text):
            leaders[key].append(word)
    return chosen


def _by_frequency(uses: Sequence[_Use]) -> list[_Word]:
    documents: Counter[str] = Counter()
    mentions: dict[str, array[int]] = defaultdict(lambda: array("L"))
    places = set()
    for _, own in groupby(uses, key=attrgetter("document_id")):
        told: dict[str, set[int]] = defaultdict(set)
        for use in own:
            for word in words(use.name):
                told[word].add(use.order)
                if use.is_place:
                    places.add(word)
        documents.update(told.keys())
        for word, orders in told.items():
            mentions[word].extend(orders)
    found = [
        _Word(word, count, mentions[word], word in places)
        for word, count in documents.items()
    ]
    return sorted(found, key=lambda w: (-w.documents, -len(w.mentions), w.text))


def _near_keys(word: str) -> set[str]:
    """Words within the allowed distance share one of these (Garbe's symmetric deletes)."""
    keys = {word, skeleton(word)}
    for _ in range(_allowed(word)):
        keys |= {key[:i] + key[i + 1 :] for key in keys for i in range(1, len(key))}
    return keys


def _allowed(word: str) -> int:
    """How many letters of another spelling of the word may differ."""
    if len(word) < _ONE_EDIT_FROM or len(word) > _MAX_WORD:
        return 0
    return 1 if len(word) < _TWO_EDITS_FROM else 2


def _is_variant(word: _Word, leader: _Word) -> bool:
    """Whether the rarer word is another spelling of the leader.

    Not if one mention names both, side by side. Edited letters, other than a sound spelt
    in another way, need more: a leader twice as frequent (else all but a slip of the pen
    in a long word is too much), no country or city (Slovenia), and more than a letter at
    the end (Ivanov and Ivanova are two people).
    """
    if not set(word.mentions).isdisjoint(leader.mentions):
        return False
    one, other = skeleton(word.text), skeleton(leader.text)
    if one == other:
        return True
    if one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    if word.is_place or leader.is_place:
        return False
    allowed = _allowed(min(word.text, leader.text, key=len))
    if 2 * word.documents > leader.documents:
        return _edits(word.text, leader.text) <= allowed - 1
    return _edits(word.text, leader.text) <= allowed


def _closeness(word: _Word, leader: _Word) -> tuple[int, int, str]:
    return _edits(word.text, leader.text), -leader.documents, leader.text


@lru_cache(maxsize=65_536)
def _edits(one: str, other: str) -> int:
    """Letters that differ, as written or by sound, whichever is less."""
    from rapidfuzz.distance import OSA

    by_sound = OSA.distance(skeleton(one), skeleton(other))
    return int(min(OSA.distance(one, other), by_sound))


# Full names


def _full_names(
    uses: Sequence[_Use], spellings: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Each full name as written to the words of its bearer's fullest name."""
    counts = Counter(use.name for use in uses if len(words(use.name)) > 1)
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name in counts:
        spelt = tuple(spellings[word] for word in words(name))
        groups[_surname(spelt[-1])].append((name, spelt))
    found: dict[str, tuple[str, ...]] = {}
    for last in sorted(groups):
        members = groups[last]
        members.sort(key=lambda m: (-len(m[1]), -counts[m[0]], m[1], m[0]))
        found |= _group_by_given(members)
    return found


def _surname(word: str) -> str:
    """The word without a silent e: Anna Clark is Anna Clarke."""
    return word[:-1] if len(word) >= _SILENT_FROM and word.endswith("e") else word


def _group_by_given(
    members: Sequence[tuple[str, tuple[str, ...]]],
) -> dict[str, tuple[str, ...]]:
    """Full names with one last word, each put to the one bearer it fits, if just one."""
    found: dict[str, tuple[str, ...]] = {}
    bearers: dict[tuple[str, ...], None] = {}
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, spelt in members:
        if spelt in bearers:
            found[name] = spelt
            continue
        firsts = sorted({skeleton(word)[0] for word in spelt[:-1]})
        near = dict.fromkeys(b for first in firsts for b in by_first[first])
        fitting = [b for b in near if _can_be_one(spelt[:-1], b[:-1])]
        found[name] = fitting[0] if len(fitting) == 1 else spelt
        if len(fitting) != 1:
            bearers[spelt] = None
            for first in firsts:
                by_first[first].append(spelt)
    return found


def _can_be_one(given: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether each given name (or initial) is one of the fuller name's, in order."""
    if skeleton("".join(given)) == skeleton("".join(fuller)):
        return True
    rest = iter(fuller)
    return all(any(_is_given(name, other) for other in rest) for name in given)


def _is_given(name: str, other: str) -> bool:
    bare, full = skeleton(name), skeleton(other)
    if bare == full:
        return True
    if min(len(bare), len(full)) <= _INITIALS:
        return bare[0] == full[0]
    close = min(len(bare), len(full)) >= _ONE_EDIT_FROM
    return close and bare[0] == full[0] and _edits(name, other) <= 1


# Short names


def _introduced(
    given: Iterable[tuple[str, str]], full_keys: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, ...], set[str]]:
    """Acronyms given in parentheses after a full name: "Port Authority (PAL)"."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, acronym in given:
        found[full_keys[name]].add(acronym)
    return found


def _bearers(
    full_keys: Mapping[str, tuple[str, ...]],
    introduced: Mapping[tuple[str, ...], set[str]],
    sites: AbstractSet[tuple[str, ...]],
) -> dict[tuple[str, ...], _Full]:
    initials: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, bearer in full_keys.items():
        initials[bearer].add("".join(word[0] for word in words(name)))
        initials[bearer].add("".join(word[0] for word in bearer))
    found = {}
    for bearer in sorted(initials):
        given = introduced.get(bearer, set())
        acronyms = frozenset(initials[bearer] | given)
        # Else the "US" would be any Ulla Sand.
        short = {a for a in acronyms - given if len(a) <= _INITIALS}
        unsure = frozenset() if bearer in sites else frozenset(f"({a})" for a in short)
        found[bearer] = _Full(" ".join(bearer), bearer, acronyms, unsure)
    return found


def _resolve(
    uses: Sequence[_Use],
    full_keys: Mapping[str, tuple[str, ...]],
    bearers: Mapping[tuple[str, ...], _Full],
    spellings: Mapping[str, str],
) -> dict[str, dict[str, str]]:
    """The key of every name in every document."""
    everywhere = _short_forms(bearers.values())
    places = {words(use.name)[-1] for use in uses if use.is_place}
    keys: dict[str, dict[str, str]] = {}
    for document_id, names in _names_by_document(uses):
        own = keys[document_id] = {}
        used = sorted({full_keys[name] for name in names if name in full_keys})
        here = _short_forms(bearers[bearer] for bearer in used)
        for name in names:
            if name in full_keys:
                own[name] = bearers[full_keys[name]].key
                continue
            word = spellings[words(name)[0]]
            single = None if word in places else _form(name, word)
            fits = here.get(single or "") or everywhere.get(single or "", [])
            is_own = single in here or not fits or single not in fits[0].unsure
            own[name] = fits[0].key if len(fits) == 1 and is_own else word
    return keys


def _names_by_document(uses: Sequence[_Use]) -> Iterator[tuple[str, list[str]]]:
    for document_id, own in groupby(uses, key=attrgetter("document_id")):
        yield document_id, list(dict.fromkeys(use.name for use in own))


def _form(name: str, word: str) -> str:
    """How a single-word name is looked up: acronyms, by their capitals, as such."""
    bare = name.strip("\"'“”‘’().,")
    return f"({word})" if bare.isupper() and len(bare) > 1 else word


def _short_forms(bearers: Iterable[_Full]) -> dict[str, list[_Full]]:
    """Last word, first word and acronyms of each bearer, to those who go by it.

    First words count only where no last word is the same.
    """
    last: dict[str, list[_Full]] = defaultdict(list)
    first: dict[str, list[_Full]] = defaultdict(list)
    for bearer in bearers:
        last[bearer.words[-1]].append(bearer)
        first[bearer.words[0]].append(bearer)
        for acronym in sorted(bearer.acronyms):
            last[f"({acronym})"].append(bearer)
    return {**first, **last}


def _labels(
    uses: Sequence[_Use], keys: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Each key to its most frequent full spelling.

    Accents and hyphens are settled last, among the spellings with the same letters.
    """
    spellings: dict[str, dict[tuple[str, ...], dict[str, set[str]]]] = {}
    for use in uses:
        by_letters = spellings.setdefault(keys[use.document_id][use.name], {})
        by_name = by_letters.setdefault(words(use.name), {})
        by_name.setdefault(use.name, set()).add(use.document_id)
    return {key: _label(by_letters) for key, by_letters in spellings.items()}


def _label(by_letters: Mapping[tuple[str, ...], Mapping[str, set[str]]]) -> str:
    def documents(letters: tuple[str, ...]) -> int:
        return len(set().union(*by_letters[letters].values()))

    best = min(by_letters, key=lambda w: (-min(len(w), 2), -documents(w), w))
    by_name = by_letters[best]
    return min(by_name, key=lambda name: (-len(by_name[name]), name))
