"""How much an event matters, as a sum of named parts.

Counting comes first: timeline summarization has found that the number of texts that name
a day tells better than anything else whether it belongs in a timeline (Gholipour Ghalandari
and Ifrim, ACL 2020). Counts are of origins, not files, on a logarithmic scale against the
largest in the folder, and a text counts as far as it is about what the folder is about.
Among what happened on one day, words decide: how near a telling is to what the folder is
about, and to the news of that day. Years, vague dates and what was first reported long
afterwards are held down, so that background ("in power since 1989") does not crowd out
the story.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum, log, log1p

from msgspec import Struct

from timeline.civil import DAY
from timeline.model import DocumentRecord, Event, Granularity, Mention, Ranked, Status
from timeline.rank.folder import (
    Folder,
    Vector,
    day_of,
    measure,
    nearness,
    typicality,
)
from timeline.rank.repeats import repeated
from timeline.text.stems import content_stems

WEIGHTS = {
    "origins": 0.14,
    "date": 0.10,
    "published": 0.04,
    "story": 0.22,
    "day": 0.22,
    "typical": 0.10,
    "position": 0.04,
    "precise": 0.05,
    "fresh": 0.03,
    "line": 0.03,
    "status": 0.02,
    "figures": 0.01,
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
    Granularity.DAY: 1.0,
}
"""How precise a date is."""

_FINER = 0.6
"""An hour is mostly that of a detail, a programme or a stamp: the day tells the story."""

_WEEK = 7
"""Days on either side among which a day stands out, and within which a report is news."""

_READABLE = range(40, 241)
"""Characters of a line that is read in one go."""

_STOPS = frozenset(".!?…。！？")
_CLOSING = "\"”'’»)]"


REPEATED = 0.5
"""Share of its score that an event loses which is no news any more, but told before."""


class _Line(Struct, frozen=True):
    """An event, the telling that stands for it, and how near that is to its centres."""

    event: Event
    told: Mention
    day: int | None
    story: float
    news: float
    is_repeated: bool


class _Scale(Struct, frozen=True):
    """The folder, and the largest of each count and nearness in it."""

    folder: Folder
    origins: int
    named: float
    story: float
    news: float


def scored(
    events: Iterable[Event], documents: Iterable[DocumentRecord], about: str | None
) -> tuple[Ranked, ...]:
    """Every event with score and reasons, best first; ties by time and id."""
    events = sorted(events, key=lambda e: (e.time.start, e.time.end, e.id))
    folder = measure(events, tuple(documents), about)
    again = repeated(events)
    lines = [_line(event, folder, event.id in again) for event in events]
    scale = _scale(lines, folder)
    return tuple(sorted((_ranked(line, scale) for line in lines), key=_best_first))


def _best_first(row: Ranked) -> float:
    return -row.score


def _line(event: Event, folder: Folder, is_repeated: bool) -> _Line:
    told = event.telling
    day = day_of(event.time)
    news = {} if day is None else folder.news.get(day, {})
    story, of_day = nearness(told.terms, folder.story), nearness(told.terms, news)
    return _Line(event, told, day, story, of_day, is_repeated)


def _scale(lines: Sequence[_Line], folder: Folder) -> _Scale:
    return _Scale(
        folder,
        origins=max((len(line.event.origins) for line in lines), default=0),
        named=max(folder.named.values(), default=0.0),
        story=max((line.story for line in lines), default=0.0),
        news=max((line.news for line in lines), default=0.0),
    )


def _ranked(line: _Line, scale: _Scale) -> Ranked:
    about = scale.folder.about
    share = ABOUT * max(about.values(), default=0.0)
    amounts = [
        (name, round((1 - share) * WEIGHTS[name] * part(line, scale), 4))
        for name, part in _PARTS.items()
    ]
    amounts.append(("about", round(share * _relevance(line.event, about), 4)))
    if line.is_repeated:
        loss = REPEATED * fsum(amount for _, amount in amounts)
        amounts.append(("told before", -round(loss, 4)))
    reasons = tuple((name, amount) for name, amount in amounts if amount)
    return Ranked(line.event, round(fsum(amount for _, amount in reasons), 4), reasons)


# The parts, each from 0 to 1


def _origins(line: _Line, scale: _Scale) -> float:
    return _against(len(line.event.origins), scale.origins)


def _date(line: _Line, scale: _Scale) -> float:
    """How many origins name the day."""
    if line.day is None:
        return 0.0
    return _against(scale.folder.named.get(line.day, 0.0), scale.named)


def _published(line: _Line, scale: _Scale) -> float:
    """How many documents came out on the day or the day after, against the busiest day
    of the weeks around it: a burst in the rhythm that the folder has just then."""
    if line.day is None:
        return 0.0
    published = scale.folder.published
    around = range(line.day - _WEEK, line.day + _WEEK + 1)
    return _against(
        published.get(line.day, 0), max(published.get(day, 0) for day in around)
    )


def _story(line: _Line, scale: _Scale) -> float:
    """How near the telling is to what the folder is about."""
    return line.story / scale.story if scale.story else 0.0


def _day(line: _Line, scale: _Scale) -> float:
    """How near it is to the news of its day."""
    return line.news / scale.news if scale.news else 0.0


def _typical(line: _Line, scale: _Scale) -> float:
    """How near the documents that tell it are to what the folder is about."""
    return typicality(line.event, scale.folder.typical)


def _position(line: _Line, scale: _Scale) -> float:
    """How near to the top of a document it is told."""
    return 1 / (1 + min(mention.sentence for mention in line.event.mentions) / 4)


def _precise(line: _Line, scale: _Scale) -> float:
    """Of days in a row each is less sure to be the one."""
    time = line.event.time
    days = (time.end - time.start) // DAY if time.granularity is Granularity.DAY else 1
    return _PRECISE.get(time.granularity, _FINER) / (1 + log(max(1, days)))


def _fresh(line: _Line, scale: _Scale) -> float:
    """How soon it was reported; what is first told years later is background."""
    reported = scale.folder.reported
    days = [
        reported[mention.document_id] - line.event.time.start // DAY
        for mention in line.event.mentions
        if mention.document_id in reported
    ]
    if not days:
        return 0.5
    return 1 / (1 + log1p(max(0, min(map(abs, days)) - _WEEK) / _WEEK))


def _reads(line: _Line, scale: _Scale) -> float:
    """Whether the quote is a whole sentence, not too long, that names someone or a place."""
    text = line.event.summary.strip()
    begins, ends = text[:1], text.rstrip(_CLOSING)[-1:]
    whole = begins.isalnum() and not begins.islower() and ends in _STOPS
    named = bool(line.told.actors or line.told.places)
    return (2 * whole + named + (len(text) in _READABLE)) / 4


def _status(line: _Line, scale: _Scale) -> float:
    return {Status.HAPPENED: 1.0, Status.HYPOTHETICAL: 0.0}.get(line.event.status, 0.5)


def _figures(line: _Line, scale: _Scale) -> float:
    return float(any(mention.quantities for mention in line.event.mentions))


_PARTS: Mapping[str, Callable[[_Line, _Scale], float]] = {
    "origins": _origins,
    "date": _date,
    "published": _published,
    "story": _story,
    "day": _day,
    "typical": _typical,
    "position": _position,
    "precise": _precise,
    "fresh": _fresh,
    "line": _reads,
    "status": _status,
    "figures": _figures,
}


def _against(count: float, most: float) -> float:
    """A count on a logarithmic scale, 1 for the largest."""
    return log1p(count) / log1p(most) if most else 0.0


def _relevance(event: Event, about: Vector) -> float:
    """Share of the wanted words, rare ones first, in the event's tellings and names."""
    if not any(about.values()):
        return 0.0
    found = {term for mention in event.mentions for term in mention.terms}
    for name in (*event.actors, *event.places):
        found.update(content_stems(name))
    return fsum(about[term] for term in about if term in found) / fsum(about.values())
