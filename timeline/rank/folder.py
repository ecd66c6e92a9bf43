"""What the events of a folder are measured against: its rhythm and its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log1p, sqrt

from msgspec import Struct

from timeline.civil import DAY
from timeline.model import (
    Basis,
    DocumentRecord,
    Event,
    Granularity,
    TimeValue,
)
from timeline.text.stems import content_stems

CENTRAL = 60
"""Terms that make up a centre. Common words are what a story is about: weighing them down
as search engines do chose worse lines in every measurement."""

Vector = Mapping[str, float]


class Folder(Struct, frozen=True):
    """Counts and words of a whole folder. Days are day numbers.

    `typical` says of each document how near it is to what the folder is about, 1 for the
    nearest. `named` counts the origins that state a day, each as far as its documents are
    typical; `published` counts the documents that appeared on a day or the day after it.
    `reported` is the day of each dated document. `story` is the centre of all documents,
    `news` that of those that appeared on a day or the day after. `about` weighs the words
    asked for by how well they tell documents apart.
    """

    typical: Mapping[str, float]
    named: Mapping[int, float]
    published: Mapping[int, int]
    reported: Mapping[str, int]
    story: Vector
    news: Mapping[int, Vector]
    about: Vector


def measure(
    events: Iterable[Event], documents: Sequence[DocumentRecord], about: str | None
) -> Folder:
    """What there is to know of the folder. The order of documents does not matter."""
    frequency = Counter(term for document in documents for term in document.terms)
    story = _centre(frequency)
    typical = _typical(documents, story)
    by_day = _by_day(documents)
    return Folder(
        typical=typical,
        named=_named(events, typical),
        published={day: len(found) for day, found in by_day.items()},
        reported={d.id: d.dct.start // DAY for d in documents if d.dct},
        story=story,
        news={day: _news(found) for day, found in by_day.items()},
        about=_apart(content_stems(about or ""), frequency, len(documents)),
    )


def day_of(time: TimeValue) -> int | None:
    """The day on which it began, where it was told to the day or finer.

    What many days saw ("since 3 May") is of none of them.
    """
    fine = time.granularity.fineness >= _DAY and time.end - time.start <= _FEW * DAY
    return time.start // DAY if fine else None


_DAY = Granularity.DAY.fineness

_FEW = 3
"""Days in a row that one event can take: a weekend, a summit."""


def nearness(terms: Sequence[str], centre: Vector) -> float:
    """Cosine of a set of terms with a centre, 0 to 1."""
    if not terms:
        return 0.0
    return fsum(centre.get(term, 0.0) for term in terms) / sqrt(len(terms))


def typicality(event: Event, typical: Mapping[str, float]) -> float:
    """That of the most typical document that tells the event."""
    return max(typical.get(mention.document_id, 0.0) for mention in event.mentions)


def _typical(documents: Iterable[DocumentRecord], story: Vector) -> dict[str, float]:
    """A page of listings that names the story once is not what the folder is about.

    Where no words are known (of a saved timeline, say), all documents are alike.
    """
    near = {document.id: nearness(document.terms, story) for document in documents}
    most = max(near.values(), default=0.0)
    return {id_: amount / most if most else 1.0 for id_, amount in near.items()}


def _named(events: Iterable[Event], typical: Mapping[str, float]) -> dict[int, float]:
    """The origins that state each day; squared, so that what is far off hardly counts."""
    origins: dict[int, dict[str, float]] = defaultdict(dict)
    for event in events:
        day = day_of(event.time)
        if day is None or event.basis is Basis.PUBLICATION:
            continue
        amount = typicality(event, typical) ** 2
        for origin in event.origins:
            origins[day][origin] = max(amount, origins[day].get(origin, 0.0))
    return {day: fsum(amounts.values()) for day, amounts in origins.items()}


def _by_day(documents: Iterable[DocumentRecord]) -> dict[int, list[DocumentRecord]]:
    """The documents that appeared on each day or the day after: news takes a day."""
    found: dict[int, list[DocumentRecord]] = defaultdict(list)
    for document in documents:
        if document.dct:
            day = document.dct.start // DAY
            found[day].append(document)
            found[day - 1].append(document)
    return found


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
