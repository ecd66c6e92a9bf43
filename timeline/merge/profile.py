"""Mentions made ready to be compared, and how rare each of their features is."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import accumulate, chain
from math import fsum, inf, log, sqrt
from sys import intern
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from timeline.civil import DAY
from timeline.errors import LanguageError
from timeline.lang.cues import cues
from timeline.lang.table import table
from timeline.merge.names import Names
from timeline.merge.persons import Persons, persons
from timeline.model import (
    Anchor,
    Basis,
    DocumentRecord,
    Granularity,
    Mention,
    Status,
    Telling,
    TimeValue,
)
from timeline.tellings import Tellings
from timeline.text.memory import Memory
from timeline.text.stems import content_stems, fold, stem

BACKGROUND = 400
"""Documents imagined beside the folder that hold none of its words. Without them, a word
in both of two documents would count for nothing."""

LATE = 7
"""Days that news may follow what it tells ("on Saturday" is at most a week ago): a telling
dated only by its document may join one that names an earlier day."""

_REMEMBERED = 1 << 18
"""Pairs of documents whose likeness is kept, and sets of names whose rarity is."""

_BAGS = 1 << 14
"""Mentions whose bags are: some 40 MB."""

_AT_HAND = 1 << 9
"""Documents that others can be compared with at once."""

Bag = tuple[frozenset[str], float]
"""Terms, and the length of the vector of their weights."""

Vector = tuple[tuple[str, ...], float]
"""The terms of a document that another has too, and the length of the vector of the weights
of all its terms."""

Interval = tuple[float, float]
"""What a figure can be, both ends included."""


SAYING = "say"
"""The action of a telling that only tells what someone said."""

TOP = 2
"""The last sentence, from 0, of what stands at the top of a document."""

GIVEN = {"actors": 1, "people": 2, "places": 4, "figures": 8, "top": 16, "ages": 32}
"""What a mention may have, as bits: names, figures, a place at the top of dated news, ages."""


class Profile(Struct, frozen=True, gc=False):
    """What comparing needs of one mention, worked out once.

    `order` numbers mentions by document (as `merge` puts them) and place. What is called
    as in `Mention` is as there. `words` is one number for one text. `report_day` is the
    day number of the document's date. `clauses` are the terms of the clauses that tell
    it, and `rest` what else the whole sentence has: sets would take five times the
    room. `is_soft` says that the day is only that of the document: known by then, not
    when. `figures` maps a slot to the intervals stated; `marks` the thing numbered to
    its numbers: "Flight 370", "the second blast". `persons` are those it happened to,
    `speaker` the key of the person who says so, or "". `concept` is the action as
    `concepts` marks it, and `has_class` says whether they do. `counted` are the
    figures, each with what it counts. `given` sums what of `GIVEN` there is.
    """

    order: int
    document_id: str
    sentence: int
    words: int
    action: str
    time: TimeValue
    basis: Basis
    status: Status
    in_passing: bool
    report_day: int | None
    actors: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    clauses: tuple[str, ...]
    rest: tuple[str, ...]
    is_soft: bool
    language: str
    concept: str
    has_class: bool
    figures: Mapping[str, tuple[Interval, ...]]
    telling: frozenset[float]
    marks: Mapping[str, frozenset[str]]
    persons: Persons
    speaker: str
    counted: frozenset[str]
    given: int


class Quoted(Struct, frozen=True, gc=False):
    """A mention, and what it is compared by."""

    profile: Profile
    mention: Mention


Bags = Callable[[Profile], tuple[Bag, ...]]


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
    read = _Reader(weights)
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
            profiles[order] = _profile(order, mention, telling.document, names, read)
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
    return {
        intern(key[2:]): w * w for key, w in weights.items() if key.startswith("t:")
    }


def told(telling: Telling) -> Iterator[Mention]:
    """All that a document tells, with a date or in passing."""
    yield from telling.mentions
    yield from telling.asides


def figures(mention: Mention) -> list[str]:
    """The figures of a mention, each with what it counts."""
    return [f"{q.slot}={q.value:g}" for q in mention.quantities]


def concepts(terms: Iterable[str], language: str) -> frozenset[str]:
    """Terms with all words for one class of action made one: who is held is arrested.

    >>> concepts(("detain", "mayor"), "en") == concepts(("arrest", "mayor"), "en")
    True
    """
    return frozenset(map(_concepts(language).__getitem__, terms))


@cache
def _concepts(language: str) -> Memory[str]:
    """Each term to its concept. Interned, since sets of them are compared very often."""
    kinds = _kinds(language)
    return Memory(lambda term: intern(kinds.get(term, term)))


@cache
def _kinds(language: str) -> Mapping[str, str]:
    """The stem of every word for an action to the class, marked as one: "=arrest"."""
    found: dict[str, str] = {}
    for form, name in cues(language).classes.items():
        found.setdefault(stem(form), f"={name}")
    return found


@cache
def _classes(language: str) -> frozenset[str]:
    """All classes of action that the words of a language are put to, marked."""
    return frozenset(_kinds(language).values())


def _length(terms: Iterable[str], squares: Mapping[str, float]) -> float:
    """Length of the vector of the terms' weights."""
    return sqrt(fsum(squares[term] for term in terms))


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
            terms |= concepts(mention.terms, language)
            actors.update(mention.actors)
            places.update(mention.places)
            counted.update(figures(mention))
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
    """A function that gives the cosine of this vector and another.

    `fsum` is exact, so the order in which terms are read does not matter.
    """
    terms, length = one
    square = {term: squares[term] for term in terms}.get

    def likeness(other: Vector) -> float:
        norm = length * other[1]
        return fsum(filter(None, map(square, other[0]))) / norm if norm else 0.0

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


_T = TypeVar("_T", bound=Hashable)

_NONE: Mapping[str, Any] = {}


class _Reader:
    """What is read in sentences, and in each of a document only once, however many tell it."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._terms: dict[tuple[str, str], frozenset[str]] = {}
        self._persons: dict[tuple[str, str], Persons] = {}
        self._marks: dict[tuple[str, str, str], Mapping[str, frozenset[str]]] = {}
        self._met: dict[Hashable, Any] = {}

    def forget(self) -> None:
        """Another document has other sentences."""
        self._terms, self._persons, self._marks = {}, {}, {}

    def same(self, found: _T) -> _T:
        """The equal value that was met first: most are met often, above all the empty."""
        known: _T = self._met.setdefault(found, found)
        return known

    def terms(self, sentence: str, language: str) -> frozenset[str]:
        """The terms of the sentence that something is known of."""
        key = sentence, language
        if key not in self._terms:
            found = concepts(content_stems(sentence, language), language)
            known = (term for term in found if f"t:{term}" in self._weights)
            self._terms[key] = frozenset(known)
        return self._terms[key]

    def persons(self, sentence: str, language: str) -> Persons:
        """Those it happened to."""
        key = sentence, language
        if key not in self._persons:
            self._persons[key] = self.same(persons(sentence, language))
        return self._persons[key]

    def marks(
        self, mention: Mention, sentence: str, language: str
    ) -> Mapping[str, frozenset[str]]:
        """What is numbered in the sentence."""
        counted = " ".join(quantity.text for quantity in mention.quantities)
        key = sentence, language, counted
        if key not in self._marks:
            self._marks[key] = marks(*key) or _NONE
        return self._marks[key]


def _profile(
    order: int,
    mention: Mention,
    document: DocumentRecord,
    names: Names,
    read: _Reader,
) -> Profile:
    keys = {name: names.key(mention.document_id, name) for name in mention.actors}
    sites = {name: names.key(mention.document_id, name) for name in mention.places}
    reported = document.dct.start if document.dct else None
    sentence, language = _sentence(mention), document.language
    happened_to = read.persons(sentence, language)
    had = {
        "actors": bool(keys),
        "people": bool(
            people := read.same(frozenset(_people(keys, mention, language)))
        ),
        "places": bool(sites),
        "figures": bool(mention.quantities),
        "top": reported is not None and mention.sentence <= TOP,
        "ages": bool(happened_to.ages),
    }
    concept = intern(f"={mention.action}")
    clauses = concepts(mention.terms, language)
    telling = frozenset(q.value for q in mention.quantities if is_telling(q.value))
    return Profile(
        order=order,
        document_id=document.id,
        sentence=mention.sentence,
        words=_text_number(mention.text),
        action=intern(mention.action),
        time=read.same(mention.time),
        basis=mention.basis,
        status=mention.status,
        in_passing=mention.in_passing,
        report_day=None if reported is None else read.same(reported // DAY),
        actors=read.same(frozenset(keys.values())),
        people=people,
        places=read.same(frozenset(sites.values())),
        clauses=read.same(tuple(clauses)),
        rest=read.same(tuple(read.terms(sentence, language) - clauses)),
        is_soft=is_soft(mention, reported),
        language=language,
        concept=concept,
        has_class=concept in _classes(language),
        figures=_figures(mention) or _NONE,
        telling=read.same(telling),
        marks=read.marks(mention, sentence, language),
        persons=happened_to,
        speaker=_speaker(keys, mention, language),
        counted=read.same(frozenset(figures(mention))),
        given=sum(bit for name, bit in GIVEN.items() if had[name]),
    )


def _text_number(text: str) -> int:
    """A number that no other text has: of 64 bits, so none is met twice."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def _sentence(mention: Mention) -> str:
    """The sentence that the quote is from: a clause alone has few words to compare."""
    context = mention.context
    before = context.before[len(context.before) - context.lead :]
    return before + mention.text + context.after[: context.tail]


def is_soft(mention: Mention, reported: int | None) -> bool:
    """Whether nothing but the document says the day: none is stated, or only an hour.

    `reported` is the start of the document's date, in civil seconds.
    """
    if mention.basis is Basis.PUBLICATION:
        return True
    if mention.timex is None or mention.timex.anchor is not Anchor.PREVIOUS:
        return False
    is_hour = mention.time.granularity.fineness > Granularity.PART_OF_DAY.fineness
    same_day = reported is not None and mention.time.start // DAY == reported // DAY
    return is_hour and same_day


def _people(keys: Mapping[str, str], mention: Mention, language: str) -> Iterator[str]:
    """Who is named in full, but for the one who only says so."""
    speaker = keys.get(mention.reporter or "")
    others = (key for key in keys.values() if key != speaker)
    return (key for key in others if _is_person(key, language))


def _speaker(keys: Mapping[str, str], mention: Mention, language: str) -> str:
    """The person who says so, by a full name."""
    key = keys.get(mention.reporter or "", "")
    return intern(key) if _is_person(key, language) else ""


@lru_cache(maxsize=_REMEMBERED)
def _is_person(key: str, language: str) -> bool:
    """Whether a key looks like a person's full name.

    Not like a body's, like a post ("U.S. Attorney General") or a letter or two ("M.D.").
    """
    parts = key.split()
    if not 2 <= len(parts) <= 4 or len(parts[-1]) < 2:
        return False
    names = cues(language).names
    return names.organisations.isdisjoint(parts) and parts[-1] not in _posts(language)


@cache
def _posts(language: str) -> frozenset[str]:
    """Words that end no name of a person: of what post or people somebody is."""
    names = cues(language).names
    return frozenset(map(fold, names.titles | names.demonyms))


# Figures

_ABOUT = 0.1
"""How far from "about 5,800" the true figure may be, as a share of it."""


def interval(value: float, bound: str | None) -> Interval:
    """What the true figure can be: "more than 4,000" is anything from 4,000 up."""
    match bound:
        case "min":
            return value, inf
        case "max":
            return 0.0, value
        case "about":
            return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


def _figures(mention: Mention) -> dict[str, tuple[Interval, ...]]:
    found: dict[str, list[Interval]] = defaultdict(list)
    for quantity in mention.quantities:
        found[quantity.slot].append(interval(quantity.value, quantity.bound))
    return {slot: tuple(intervals) for slot, intervals in found.items()}


def is_telling(value: float) -> bool:
    """Whether a figure is unlikely to be the same by chance: 748, but not 2 or 500."""
    digits = f"{value:.0f}".rstrip("0")
    return value >= 10 and len(digits) > 1


# Marks

_TOKEN = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")
_ORDINAL = re.compile(r"(?P<number>\d{1,3})(?:st|nd|rd|th)")
_CODE = re.compile(r"(?P<head>[A-Z][A-Za-z]{0,9})[-–]?(?P<number>\d{1,6}[A-Za-z]?)")
_YEARS = range(1800, 2200)


def marks(text: str, language: str, counted: str = "") -> dict[str, frozenset[str]]:
    """Numbers that tell one thing from another like it, by the thing numbered.

    `counted` holds the figures of the text, which count and do not name.

    >>> marks("The second blast hit Flight 370.", "en")
    {'blast': frozenset({'2'}), 'flight': frozenset({'370'})}
    """
    tokens = _TOKEN.findall(text)
    known = list(map(_numbers(language).__getitem__, tokens))
    if not any(known):
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    counts = frozenset(_TOKEN.findall(counted))
    for place, number in enumerate(known):
        if number is None:
            continue
        around = "".join(tokens[place - 1 : place]), "".join(tokens[place + 1 :][:1])
        for head, said in _marked(tokens[place], number, *around, language):
            if said not in counts:
                found[head].add(said)
    return {head: frozenset(numbers) for head, numbers in sorted(found.items())}


class _Number(Struct, frozen=True):
    """What a token says as a number: which one of several, of which head, or just so."""

    ordinal: str
    code: tuple[str, str] | None


@cache
def _numbers(language: str) -> Memory[_Number | None]:
    """What each token says as a number; None of those that say nothing."""
    return Memory(lambda token: _number(token, language))


def _number(token: str, language: str) -> _Number | None:
    ordinals, calendar = _calendar(language)
    nth = _ORDINAL.fullmatch(fold(token))
    ordinal = nth["number"] if nth else ordinals.get(fold(token), "")
    code = _CODE.fullmatch(token)
    head = fold(code["head"]) if code else ""
    named = (head, code["number"]) if code and head not in calendar else None
    is_number = ordinal or named or token.isdecimal()
    return _Number(ordinal, named) if is_number else None


def _marked(
    token: str, number: _Number, before: str, following: str, language: str
) -> Iterator[tuple[str, str]]:
    """What is numbered by a token, and its number."""
    calendar = _calendar(language)[1]
    if number.ordinal and following and fold(following) not in calendar:
        yield stem(following), number.ordinal
    if number.code:
        yield number.code
    if not (before[:1].isupper() and token.isdecimal()) or fold(before) in calendar:
        return
    if int(token[:5]) not in _YEARS and content_stems(before, language):
        yield stem(before), token


@cache
def _calendar(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """Ordinal words with their number, and the words that make a number a date."""
    try:
        words = table(language).words
    except LanguageError:
        return {}, frozenset()
    ordinals = {fold(word): str(n) for word, n in words.get("ordinal", {}).items()}
    kinds = ("month", "weekday", "wday", "unit", "units", "season", "part", "times")
    calendar = frozenset(
        fold(word).rstrip(".") for kind in kinds for word in words.get(kind, {})
    )
    return ordinals, calendar
