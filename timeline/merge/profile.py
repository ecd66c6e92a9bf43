"""A mention made ready to be compared."""

from collections.abc import Collection, Hashable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from sys import intern
from typing import Any, TypeVar

from msgspec import Struct

from timeline.civil import DAY
from timeline.lang.cues import cues
from timeline.merge.concepts import classes, concept, concepts
from timeline.merge.figures import Interval, by_slot, counts, is_one_count
from timeline.merge.marks import marks
from timeline.merge.names import Names
from timeline.merge.persons import Persons, persons
from timeline.model import (
    Anchor,
    Basis,
    DocumentRecord,
    Granularity,
    Mention,
    Status,
    TimeValue,
)
from timeline.text.stems import content_stems, fold, stem

LATE = 7
"""Days that news may follow what it tells ("on Saturday" is at most a week ago): a telling
dated only by its document may join one that names an earlier day."""

SAYING = "say"
"""The action of a telling that only tells what someone said."""

UTTERED = frozenset(
    "accuse address announce ask call order promise propose reject respond warn".split()
)
"""Actions that are done by saying so."""

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
    room. `is_soft` says that the day is
    only that of the document: known by then, not when. `figures` maps a slot to the
    intervals stated; `marks` the thing numbered to its numbers: "Flight 370", "the second
    blast", and a table to its row. `persons` are those it happened to, `speaker` the key of
    the person who says so, or "". `concept` is the action as `concepts` marks it, and
    `has_class` says whether they do; `is_light` that it is a verb that names none.
    `counted` are the figures, each with what it counts. `given` sums what of `GIVEN`
    there is.
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
    is_light: bool
    figures: Mapping[str, tuple[Interval, ...]]
    telling: frozenset[float]
    marks: Mapping[str, frozenset[str]]
    persons: Persons
    speaker: str
    counted: frozenset[str]
    given: int

    @property
    def row(self) -> frozenset[str]:
        """The row of a table or log that tells it, nothing where none does."""
        return self.marks.get(_table(self.document_id), frozenset())


_T = TypeVar("_T", bound=Hashable)

_NONE: Mapping[str, Any] = {}


class Reader:
    """What is read in sentences, and in each of a document only once, however many tell it."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._known = frozenset(key[2:] for key in weights if key.startswith("t:"))
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
            self._terms[key] = found & self._known
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


def profile_of(
    order: int,
    mention: Mention,
    document: DocumentRecord,
    names: Names,
    read: Reader,
) -> Profile:
    """The profile of a mention of that document, numbered as said."""
    keys = {name: names.key(mention.document_id, name) for name in mention.actors}
    sites = {name: names.key(mention.document_id, name) for name in mention.places}
    reported = document.dct.start if document.dct else None
    sentence, language = _sentence(mention), document.language
    happened_to = read.persons(sentence, language)
    had = {
        "actors": bool(keys),
        "people": bool(
            people := read.same(
                frozenset(_people(keys, sites.values(), mention, language))
            )
        ),
        "places": bool(sites),
        "figures": bool(mention.quantities),
        "top": reported is not None and mention.sentence <= TOP,
        "ages": bool(happened_to.ages),
    }
    act = concept(mention.action)
    has_class = act in classes(language)
    clauses = told_terms(mention, language)
    telling = frozenset(q.value for q in mention.quantities if is_one_count(q))
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
        concept=act,
        has_class=has_class,
        is_light=not has_class and mention.action in _light(language),
        figures=by_slot(mention) or _NONE,
        telling=read.same(telling),
        marks=_with_row(mention, read.marks(mention, sentence, language)),
        persons=happened_to,
        speaker=_speaker(keys, mention, language),
        counted=read.same(frozenset(counts(mention))),
        given=sum(bit for name, bit in GIVEN.items() if had[name]),
    )


@cache
def _light(language: str) -> frozenset[str]:
    """The stems of verbs that name no action."""
    grammar = cues(language).grammar
    return frozenset(map(stem, grammar.be | grammar.have | grammar.do))


def told_terms(mention: Mention, language: str) -> frozenset[str]:
    """The terms of the clauses that tell something, and the class of what they tell.

    "Stepped down" has no word of "resigned", nor "nahm ihn fest" one of "was held". Of what
    is done by saying so, the class tells nothing of what was said.
    """
    act = concept(mention.action)
    is_told = act in classes(language) and mention.action not in UTTERED
    return concepts(mention.terms, language) | ({act} if is_told else set())


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


def _people(
    keys: Mapping[str, str], sites: Collection[str], mention: Mention, language: str
) -> Iterator[str]:
    """Who is named in full, but for the one who only says so."""
    speaker = keys.get(mention.reporter or "")
    others = (key for key in keys.values() if key != speaker)
    return (k for k in others if k not in sites and _is_person(k, language))


def _with_row(
    mention: Mention, marks: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """With the row that tells it: two of one table tell two things, however alike, unless
    they are the same to the letter, and of the same machine."""
    if not mention.is_entry:
        return marks
    said = f"{mention.text}\0{mention.reporter or ''}"
    row = f"{_text_number(said)}@{mention.time.start}"
    return {**marks, _table(mention.document_id): frozenset((row,))}


def _table(document_id: str) -> str:
    """What a row's table is called among the things that are numbered."""
    return f"#{document_id}"


def _speaker(keys: Mapping[str, str], mention: Mention, language: str) -> str:
    """The person who says so, by a full name."""
    key = keys.get(mention.reporter or "", "")
    return intern(key) if _is_person(key, language) else ""


@lru_cache(maxsize=65_536)
def _is_person(key: str, language: str) -> bool:
    """Whether a key looks like a person's full name.

    Not like a body's, like a post ("U.S. Attorney General") or a letter or two ("M.D.").
    """
    parts = key.split()
    if not 2 <= len(parts) <= 4 or len(parts[-1]) < 2:
        return False
    known = cues(language)
    small = known.grammar.prepositions | known.grammar.determiners
    if parts[0] in small or not known.names.organisations.isdisjoint(parts):
        return False
    return parts[-1] not in _posts(language)


@cache
def _posts(language: str) -> frozenset[str]:
    """Words that end no name of a person: of what post or people somebody is."""
    names = cues(language).names
    return frozenset(map(fold, names.titles | names.demonyms))
