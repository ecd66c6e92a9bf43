"""All mentions made ready to be compared, and how rare each of their features is."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from math import fsum, log, sqrt
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from timeline.merge.concepts import concepts
from timeline.merge.figures import counts
from timeline.merge.names import Names
from timeline.merge.profile import Profile, Reader, profile_of, told_terms
from timeline.model import DocumentRecord, Mention, Telling
from timeline.tellings import Tellings
from timeline.text.stems import content_stems

BACKGROUND = 400
"""Documents imagined beside the folder that hold none of its words. Without them, a word
in both of two documents would count for nothing."""

_REMEMBERED = 1 << 18
"""Pairs of documents whose likeness is kept, and sets of names whose rarity is."""

_BAGS = 1 << 14
"""Mentions whose bags are: some 40 MB."""

_AT_HAND = 1 << 9
"""Documents that others can be compared with at once."""

_GRAIN = 2.0**-36
"""Of which 100,000 terms and more can be summed without any rounding."""

Bag = tuple[frozenset[str], float]
"""Terms, and the length of the vector of their weights."""

Bags = Callable[[Profile], tuple[Bag, ...]]

Vector = tuple[tuple[str, ...], float]
"""The terms of a document that another has too, and the length of the vector of the weights
of all its terms."""


class Quoted(Struct, frozen=True, gc=False):
    """A mention, and what it is compared by."""

    profile: Profile
    mention: Mention


class Folder(Struct, frozen=True):
    """All profiles, by `order`, and what is learnt from all documents together.

    Or some of them, with what comparing these needs of it.

    `weights` is the rarity of a term ("t:blast"), actor ("a:"), place ("p:") or figure
    ("q:killed=12"), from 0 (in every document) to 1 (in one); `squares` has those of
    the terms alone, squared. `rarity` sums the weights of names, given by the letter of
    their kind and their keys. `vectors` has the terms of each document, by id;
    `likeness` compares two documents, the earlier in the folder first; `scales` has how
    like it the documents are that tell the story of one (see `stories`); `hears` says
    whether a document, given by id, has all words of the key of a name. `bags` gives
    the terms of the clauses that tell something, then all those of the sentence where
    it has more; `said` the same without the words of names. `mention` gives the
    mention of an order, where the folder has them.
    """

    profiles: tuple[Profile, ...]
    documents: Mapping[str, DocumentRecord]
    names: Names
    weights: Mapping[str, float]
    squares: Mapping[str, float]
    rarity: Callable[[str, frozenset[str]], float]
    vectors: Mapping[str, Vector]
    likeness: Callable[[str, str], float]
    scales: Mapping[str, float]
    hears: Callable[[str, str], bool]
    bags: Bags
    said: Bags
    mention: Callable[[int], Mention]

    def quoted(self, order: int) -> Quoted:
        """The mention of that order with its profile."""
        return Quoted(self.profiles[order], self.mention(order))


def prepare(tellings: Sequence[Telling], names: Names) -> Folder:
    """Profiles of all mentions, numbered in the order of the tellings."""
    known = Tellings.of(tellings)
    documents = {document.id: document for document in known.documents}
    weights = _weights(known, names)
    numbers = array("Q", chain.from_iterable(map(known.numbers, range(len(known)))))
    read = Reader(weights)
    profiles: dict[int, Profile] = {}
    firsts = [0, *accumulate(len(known.numbers(place)) for place in range(len(known)))]
    # What is of one day is compared together, and should lie together in memory.
    days = [d.dct.start if d.dct else 0 for d in known.documents]
    for place in sorted(range(len(known)), key=days.__getitem__):
        telling = known[place]
        read.forget()
        numbered = zip(told(telling), known.numbers(place), strict=True)
        in_order = enumerate(sorted(numbered, key=_place), firsts[place])
        for order, (mention, number) in in_order:
            profiles[order] = profile_of(order, mention, telling.document, names, read)
            numbers[order] = number
    folder = assembled(_by_order(profiles), documents, names, weights)
    return replace(folder, mention=lambda order: known.mention(numbers[order]))


def _by_order(profiles: Mapping[int, Profile]) -> tuple[Profile, ...]:
    return tuple(map(profiles.__getitem__, range(len(profiles))))


def _place(numbered: tuple[Mention, int]) -> tuple[int, int, int, int, str, str]:
    """Where in its document a mention is; of those of one place, what it says."""
    mention = numbered[0]
    span, time = mention.span, mention.time
    return span.start, span.end, time.start, time.end, mention.action, mention.id


def assembled(
    profiles: tuple[Profile, ...],
    documents: Mapping[str, DocumentRecord],
    names: Names,
    weights: Mapping[str, float],
) -> Folder:
    """A folder of these profiles. `documents` are theirs, by id."""
    squares = _squares(weights)
    vectors = _vectors(documents, squares)
    return Folder(
        profiles,
        documents,
        names,
        weights,
        squares,
        _rarity(weights),
        vectors,
        _likeness(vectors, squares),
        {},
        _hears(documents),
        _bags(squares, _nothing),
        _bags(squares, _named),
        _nowhere,
    )


def _nowhere(order: int) -> Mention:
    raise LookupError(f"no mention {order} is held where it is only compared")


def _squares(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of terms, squared: multiples of `_GRAIN`, so that sums of them are exact.

    So the order in which terms are read does not matter.
    """
    return {
        intern(key[2:]): round(w * w / _GRAIN) * _GRAIN
        for key, w in weights.items()
        if key.startswith("t:")
    }


def told(telling: Telling) -> Iterator[Mention]:
    """All that a document tells, with a date or in passing."""
    yield from telling.mentions
    yield from telling.asides


def _length(terms: Iterable[str], squares: Mapping[str, float]) -> float:
    """Length of the vector of the terms' weights."""
    return sqrt(sum(map(squares.__getitem__, terms)))


def _weights(tellings: Sequence[Telling], names: Names) -> dict[str, float]:
    """Inverse document frequency, smoothed and scaled so that the rarest have 1."""
    used: dict[str, Counter[str]] = {kind: Counter() for kind in "tapq"}
    for telling in tellings:
        id_, language = telling.document.id, telling.document.language
        terms = {*concepts(telling.document.terms, language)}
        actors: set[str] = set()
        places: set[str] = set()
        counted: set[str] = set()
        for mention in told(telling):
            terms |= told_terms(mention, language)
            actors.update(mention.actors)
            places.update(mention.places)
            counted.update(counts(mention))
        used["t"].update(terms)
        used["a"].update({names.key(id_, actor) for actor in actors})
        used["p"].update({names.key(id_, place) for place in places})
        used["q"].update(counted)
    total = len(tellings) + BACKGROUND
    rarest = log(total / 1.5)
    return {
        f"{kind}:{key}": log(total / (n + 0.5)) / rarest
        for kind, frequency in used.items()
        for key, n in frequency.items()
    }


def _rarity(weights: Mapping[str, float]) -> Callable[[str, frozenset[str]], float]:
    """A function that sums weights; it remembers its answers."""

    @lru_cache(maxsize=_REMEMBERED)
    def rarity(kind: str, keys: frozenset[str]) -> float:
        return fsum(weights[f"{kind}:{key}"] for key in keys)

    return rarity


def _vectors(
    documents: Mapping[str, DocumentRecord], squares: Mapping[str, float]
) -> dict[str, Vector]:
    found = {}
    for id_, document in documents.items():
        terms = concepts(document.terms, document.language)
        shared = tuple(term for term in terms if squares[term] < 1)
        found[id_] = shared, _length(terms, squares)
    return found


def likeness_to(one: Vector, squares: Mapping[str, float]) -> Callable[[Vector], float]:
    """A function that gives the cosine of this vector and another."""
    terms, length = one
    square = {term: squares[term] for term in terms}.get

    def likeness(other: Vector) -> float:
        norm = length * other[1]
        return sum(filter(None, map(square, other[0]))) / norm if norm else 0.0

    return likeness


def _likeness(
    vectors: Mapping[str, Vector], squares: Mapping[str, float]
) -> Callable[[str, str], float]:
    """A function that compares two documents, given by id; it remembers its answers."""

    @lru_cache(maxsize=_AT_HAND)
    def to(one: str) -> Callable[[Vector], float]:
        return likeness_to(vectors[one], squares)

    @lru_cache(maxsize=_REMEMBERED)
    def likeness(one: str, other: str) -> float:
        return to(one)(vectors[other])

    return likeness


def _hears(documents: Mapping[str, DocumentRecord]) -> Callable[[str, str], bool]:
    """A function that looks up the words of a name in a document."""

    @lru_cache(maxsize=_REMEMBERED)
    def hears(document_id: str, key: str) -> bool:
        document = documents[document_id]
        return set(content_stems(key, document.language)).issubset(document.terms)

    return hears


def _bags(
    squares: Mapping[str, float], less: Callable[[Profile], frozenset[str]]
) -> Bags:
    """A function that gives the bags of a profile, less some terms of it.

    It remembers those asked for last.
    """
    known: dict[int, tuple[Bag, ...]] = {}

    def bags(profile: Profile) -> tuple[Bag, ...]:
        found = known.get(profile.order)
        if found is None:
            if len(known) >= _BAGS:
                known.clear()
            without = less(profile)
            clauses = frozenset(profile.clauses) - without
            whole = clauses.union(profile.rest) - without
            some = (clauses, whole) if profile.rest else (clauses,)
            found = tuple((terms, _length(terms, squares)) for terms in some)
            known[profile.order] = found
        return found

    return bags


_NO_TERMS: frozenset[str] = frozenset()


def _nothing(profile: Profile) -> frozenset[str]:
    return _NO_TERMS


def _named(profile: Profile) -> frozenset[str]:
    """The terms of who speaks, of whom and where: none of these is what is said."""
    keys = profile.actors | profile.places
    return _NO_TERMS.union(*(_name_terms(key, profile.language) for key in keys))


@lru_cache(maxsize=_REMEMBERED)
def _name_terms(key: str, language: str) -> frozenset[str]:
    return concepts(content_stems(key, language), language)
