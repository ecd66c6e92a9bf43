"""How much an event matters, as a sum of named parts.

Counting comes first: timeline summarization has found that the number of texts that name
a day tells better than anything else whether it belongs in a timeline (Gholipour Ghalandari
and Ifrim, ACL 2020). Counts are of origins, not files, and on a logarithmic scale against
the largest in the folder. Among what happened on one day, words decide: how near a telling
is to what the folder is about, and to what all say of that day. Years and vague dates are
held down, so that background ("in power since 1989") does not crowd out the story.
"""

from collections.abc import Callable, Iterable, Mapping
from math import fsum, log, log1p

from timeline.civil import DAY
from timeline.model import DocumentRecord, Event, Granularity, Ranked, Status
from timeline.rank.folder import Folder, Vector, day_of, measure, nearness
from timeline.text.stems import content_stems

WEIGHTS = {
    "origins": 0.22,
    "date": 0.14,
    "published": 0.06,
    "story": 0.25,
    "day": 0.19,
    "position": 0.05,
    "precise": 0.05,
    "status": 0.02,
    "figures": 0.02,
}
"""What each part can add at most; they sum to 1."""

ABOUT = 0.5
"""What relevance adds at most, where words are given; the other parts share the rest. It
adds less the more documents have the words: what all are about tells nothing apart."""

_PRECISE = {
    Granularity.MILLENNIUM: 0.0,
    Granularity.CENTURY: 0.0,
    Granularity.DECADE: 0.05,
    Granularity.YEAR: 0.1,
    Granularity.SEASON: 0.3,
    Granularity.QUARTER: 0.3,
    Granularity.MONTH: 0.4,
    Granularity.WEEK: 0.7,
}
"""How precise a date is; a day and finer is 1."""


def scored(
    events: Iterable[Event], documents: Iterable[DocumentRecord], about: str | None
) -> tuple[Ranked, ...]:
    """Every event with score and reasons, best first; ties by time and id."""
    events = sorted(events, key=lambda e: (e.time.start, e.time.end, e.id))
    folder = measure(events, tuple(documents), about)
    rows = [_ranked(event, folder) for event in events]
    return tuple(sorted(rows, key=lambda row: -row.score))


def _ranked(event: Event, folder: Folder) -> Ranked:
    share = ABOUT * max(folder.about.values(), default=0.0)
    amounts = [
        (name, round((1 - share) * WEIGHTS[name] * part(event, folder), 4))
        for name, part in _PARTS.items()
    ]
    amounts.append(("about", round(share * _relevance(event, folder.about), 4)))
    reasons = tuple((name, amount) for name, amount in amounts if amount)
    return Ranked(event, round(fsum(amount for _, amount in reasons), 4), reasons)


# The parts, each from 0 to 1


def _origins(event: Event, folder: Folder) -> float:
    return _against(len(event.origins), folder.most["origins"])


def _date(event: Event, folder: Folder) -> float:
    """How many documents name the day."""
    day = day_of(event.time)
    return (
        0.0 if day is None else _against(folder.named.get(day, 0), folder.most["named"])
    )


def _published(event: Event, folder: Folder) -> float:
    """How many documents came out on the day or the day after: the folder's rhythm."""
    day = day_of(event.time)
    if day is None:
        return 0.0
    return _against(folder.published.get(day, 0), folder.most["published"])


def _story(event: Event, folder: Folder) -> float:
    """How near the telling is to what the folder is about."""
    return nearness(_terms(event), folder.story)


def _day(event: Event, folder: Folder) -> float:
    """How near it is to what is told of its day, and to the news of the day."""
    day = day_of(event.time)
    if day is None:
        return 0.0
    told, news = folder.told.get(day, {}), folder.news.get(day, {})
    terms = _terms(event)
    return (nearness(terms, told) + nearness(terms, news)) / 2


def _position(event: Event, folder: Folder) -> float:
    """How near to the top of a document it is told."""
    return 1 / (1 + min(mention.sentence for mention in event.mentions) / 4)


def _precise(event: Event, folder: Folder) -> float:
    days = max(1, (event.time.end - event.time.start) // DAY)
    return _PRECISE.get(event.time.granularity, 1 / (1 + log(days)))


def _status(event: Event, folder: Folder) -> float:
    return {Status.HAPPENED: 1.0, Status.HYPOTHETICAL: 0.0}.get(event.status, 0.5)


def _figures(event: Event, folder: Folder) -> float:
    return float(any(mention.quantities for mention in event.mentions))


_PARTS: Mapping[str, Callable[[Event, Folder], float]] = {
    "origins": _origins,
    "date": _date,
    "published": _published,
    "story": _story,
    "day": _day,
    "position": _position,
    "precise": _precise,
    "status": _status,
    "figures": _figures,
}


def _against(count: int, most: int) -> float:
    """A count on a logarithmic scale, 1 for the largest."""
    return log1p(count) / log1p(most) if most else 0.0


def _terms(event: Event) -> tuple[str, ...]:
    """The terms of the telling that stands for the event."""
    mentions = event.mentions
    best = next((m for m in mentions if m.text == event.summary), mentions[0])
    return best.terms


def _relevance(event: Event, about: Vector) -> float:
    """Share of the wanted words, rare ones first, in the event's tellings and names."""
    if not any(about.values()):
        return 0.0
    found = {term for mention in event.mentions for term in mention.terms}
    for name in (*event.actors, *event.places):
        found.update(content_stems(name))
    return fsum(about[term] for term in about if term in found) / fsum(about.values())
