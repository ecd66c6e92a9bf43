"""What the events of a folder are measured against: its rhythm and its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log1p, sqrt

from msgspec import Struct

from timeline.civil import DAY
from timeline.model import Basis, DocumentRecord, Event, Granularity, Mention, TimeValue
from timeline.text.stems import content_stems

CENTRAL = 60
"""Terms that make up a centre. Common words are what a story is about: weighing them down
as search engines do chose worse lines in every measurement."""

Vector = Mapping[str, float]


class Folder(Struct, frozen=True):
    """Counts and words of a whole folder. Days are day numbers.

    `named` counts the documents that state a day, `published` those that appeared on it
    or the day after; `most` has the largest count of each kind. `story` is the centre of
    all documents, `told` that of the tellings of each day, `news` that of the documents
    that appeared on it or the day after. `about` weighs the words asked for by how well
    they tell documents apart.
    """

    named: Mapping[int, int]
    published: Mapping[int, int]
    most: Mapping[str, int]
    story: Vector
    told: Mapping[int, Vector]
    news: Mapping[int, Vector]
    about: Vector


def measure(
    events: Sequence[Event], documents: Sequence[DocumentRecord], about: str | None
) -> Folder:
    """What there is to know of the folder. The order of documents does not matter."""
    frequency = Counter(term for document in documents for term in document.terms)
    by_day = _by_day(documents)
    named = _named(events)
    return Folder(
        named=named,
        published={day: len(found) for day, found in by_day.items()},
        most={
            "origins": max((len(event.origins) for event in events), default=0),
            "named": max(named.values(), default=0),
            "published": max(map(len, by_day.values()), default=0),
        },
        story=_centre(frequency),
        told=_told(events),
        news={day: _news(found) for day, found in by_day.items()},
        about=_apart(content_stems(about or ""), frequency, len(documents)),
    )


def day_of(time: TimeValue) -> int | None:
    """The day on which it began, where it was told to the day or finer."""
    return time.start // DAY if time.granularity.fineness >= _DAY else None


_DAY = Granularity.DAY.fineness


def nearness(terms: Sequence[str], centre: Vector) -> float:
    """Cosine of a set of terms with a centre, 0 to 1."""
    if not terms:
        return 0.0
    return fsum(centre.get(term, 0.0) for term in terms) / sqrt(len(terms))


def _by_day(documents: Iterable[DocumentRecord]) -> dict[int, list[DocumentRecord]]:
    """The documents that appeared on each day or the day after: news takes a day."""
    found: dict[int, list[DocumentRecord]] = defaultdict(list)
    for document in documents:
        if document.dct:
            day = document.dct.start // DAY
            found[day].append(document)
            found[day - 1].append(document)
    return found


def _named(events: Iterable[Event]) -> dict[int, int]:
    """How many documents say of each day that something happened on it."""
    documents: dict[int, set[str]] = defaultdict(set)
    for mention in _mentions(events):
        day = day_of(mention.time)
        if day is not None and mention.basis is not Basis.PUBLICATION:
            documents[day].add(mention.document_id)
    return {day: len(ids) for day, ids in documents.items()}


def _mentions(events: Iterable[Event]) -> Iterable[Mention]:
    return (mention for event in events for mention in event.mentions)


def _told(events: Iterable[Event]) -> dict[int, Vector]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for mention in _mentions(events):
        day = day_of(mention.time)
        if day is not None:
            counts[day].update(mention.terms)
    return {day: _centre(found) for day, found in counts.items()}


def _news(documents: Iterable[DocumentRecord]) -> Vector:
    return _centre(Counter(term for document in documents for term in document.terms))


def _centre(counts: Mapping[str, int]) -> Vector:
    """The most frequent terms, a vector of length 1; what occurs once is left out."""
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:CENTRAL]
    often = {term: n for term, n in top if n > 1}
    length = sqrt(sum(n * n for n in often.values()))
    return {term: n / length for term, n in often.items()}


def _apart(terms: Iterable[str], frequency: Mapping[str, int], total: int) -> Vector:
    """How well each word tells documents apart: 0 if all have it, 1 if none."""
    scale = log1p(total) or 1.0
    return {term: 1 - log1p(frequency.get(term, 0)) / scale for term in terms}
