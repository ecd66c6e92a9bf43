"""Filters: each says of one event whether it stays."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

from timeline.civil import DAY
from timeline.errors import UsageError
from timeline.model import DocumentRecord, Event, Ranked, TimeValue
from timeline.options import Options
from timeline.text.stems import fold
from timeline.wording.marks import sources

Filter = Callable[[Event], bool]

_WORD = re.compile(r"\w+")


def kept(
    ranked: Sequence[Ranked], documents: Iterable[DocumentRecord], options: Options
) -> tuple[Ranked, ...]:
    """The events that pass every filter of the options, in the order they came."""
    filters = tuple(_filters(tuple(documents), options))
    return tuple(row for row in ranked if all(passes(row.event) for passes in filters))


def _filters(documents: Sequence[DocumentRecord], options: Options) -> Iterator[Filter]:
    if options.since is not None:
        yield _since(options.since.start)
    if options.until is not None:
        yield _until(options.until.end)
    if options.match is not None:
        yield _match(options.match)
    if options.around is not None:
        yield _around(options.around, options.window)
    if options.actor is not None:
        yield _named(options.actor, _actors)
    if options.place is not None:
        yield _named(options.place, _places)
    if options.source is not None:
        yield _source(options.source, documents)
    if options.status:
        yield lambda event: event.status in options.status
    if options.basis:
        yield lambda event: event.basis in options.basis
    yield lambda event: sources(event) >= options.min_sources
    yield lambda event: len(event.origins) >= options.min_origins
    yield lambda event: event.confidence >= options.min_confidence


def _since(start: int) -> Filter:
    """Inclusive: what was not over before."""
    return lambda event: event.time.end > start


def _until(end: int) -> Filter:
    """Inclusive: what began before the end of the last day."""
    return lambda event: event.time.start < end


def _around(time: TimeValue, window: int) -> Filter:
    """So many days before and after, none of it dated more vaguely than all of that.

    What is dated to a decade lies around each of its days, and near none of them.
    """
    start, end = time.start - window * DAY, time.end + window * DAY

    def is_near(event: Event) -> bool:
        when = event.time
        overlaps = when.start < end and when.end > start
        return overlaps and when.end - when.start <= end - start

    return is_near


def _match(pattern: str) -> Filter:
    """A regular expression found in the headline, a quote or a name, case ignored."""
    try:
        wanted = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise UsageError(
            f"--match: {pattern!r} is no regular expression: {error}",
            "put a backslash before characters like ( ) [ ] + * ? to search for them",
        ) from None
    return lambda event: any(wanted.search(text) for text in _texts(event))


def _texts(event: Event) -> Iterator[str]:
    yield event.headline
    yield from (mention.text for mention in event.mentions)
    yield from event.actors
    yield from event.places


def _named(name: str, names: Callable[[Event], Iterator[str]]) -> Filter:
    """All words of the name, accents and case ignored, in one name of the event."""
    wanted = frozenset(_words(name))
    return lambda event: any(wanted <= frozenset(_words(n)) for n in names(event))


def _actors(event: Event) -> Iterator[str]:
    yield from event.actors
    for mention in event.mentions:
        yield from mention.actors


def _places(event: Event) -> Iterator[str]:
    yield from event.places
    for mention in event.mentions:
        yield from mention.places


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _source(pattern: str, documents: Iterable[DocumentRecord]) -> Filter:
    """Told by a document whose uri, file name, title or publisher fits the pattern."""
    fitting = {
        d.id for d in documents if any(_fits(text, pattern) for text in _called(d))
    }
    return lambda event: any(m.document_id in fitting for m in event.mentions)


def _called(document: DocumentRecord) -> Iterator[str]:
    source = document.source
    names = (source.uri, PurePath(source.uri).name, source.title, source.publisher)
    yield from (name for name in names if name)


def _fits(text: str, pattern: str) -> bool:
    return fnmatchcase(fold(text), fold(pattern))
