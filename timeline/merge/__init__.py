"""Mentions of all documents joined into events: one event, all its tellings."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from timeline.merge import (
    blocks,
    correct,
    join,
    made,
    names,
    origins,
    parts,
    series,
)
from timeline.merge.alike import Pair
from timeline.merge.context import context
from timeline.merge.folder import Folder, prepare, told
from timeline.merge.pairs import Pairs
from timeline.model import (
    Conflict,
    DocumentRecord,
    Event,
    Link,
    Origin,
    Problem,
    Telling,
)
from timeline.options import Override
from timeline.shelf import Shelf
from timeline.tellings import Tellings
from timeline.text.spelling import key


class Merged(Struct, frozen=True):
    """Events by time, origins by age, and the pairs of mentions that were nearly joined.

    `problems` are the corrections that fit no event.
    """

    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    near: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


def merge(
    tellings: Sequence[Telling],
    overrides: Sequence[Override] = (),
    scorer: join.Scorer | None = None,
    each: parts.Each = parts.alone,
) -> Merged:
    """Every mention with a date in exactly one event, every document in exactly one origin.

    The order of the tellings does not matter. `overrides` are made last. `each` looks
    through the parts of the folder, and `scorer`, if there is one, compares the pairs;
    whoever does it, the result is the same.
    """
    with _nothing_thrown_away():
        found = _found(tellings, overrides, scorer, each)
        # The folder, which took most of the memory, is gone by now.
        events = tuple(map(found.event, found.order))
        return Merged(events, found.origins, found.near, found.problems)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Nothing made here refers to itself, so looking for such garbage finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Found(Struct, frozen=True):
    """The events as they were made, their places in order, and the updates of some."""

    made: Sequence[Event]
    order: Sequence[int]
    updates: Mapping[int, Sequence[Conflict]]
    origins: tuple[Origin, ...]
    near: tuple[Link, ...]
    problems: tuple[Problem, ...]

    def event(self, place: int) -> Event:
        """The event that was made in that place."""
        event = self.made[place]
        if place not in self.updates:
            return event
        conflicts = (*event.conflicts, *self.updates[place])
        return replace(event, conflicts=conflicts)


def _found(
    tellings: Sequence[Telling],
    overrides: Sequence[Override],
    scorer: join.Scorer | None,
    each: parts.Each,
) -> _Found:
    ordered = _ordered(Tellings.of(tellings))
    documents = ordered.documents
    learnt = names.learn(m for telling in ordered for m in told(telling))
    folder = prepare(ordered, learnt)
    with closing(Shelf()) as shelf:
        folder, own = parts.looked_through(
            folder, shelf, each, lambda: origins.group(documents)
        )
        joined = _joined(folder, shelf, scorer, each)
    known = context(folder, documents, own, joined.totals)
    corrected = correct.correct(
        joined.groups,
        [key(folder.mention(p.order)) for p in folder.profiles] if overrides else (),
        overrides,
        lambda groups: made.make_all(groups, known),
    )
    orders = [made.order(event) for event in corrected.events]
    order = sorted(range(len(orders)), key=orders.__getitem__)
    in_order = zip(order, map(corrected.events.__getitem__, order), strict=True)
    updates = series.updates(in_order, documents, folder)
    return _Found(
        corrected.events, order, updates, own, joined.near, corrected.problems
    )


def _ordered(tellings: Tellings) -> Tellings:
    ages = [_age(document) for document in tellings.documents]
    return tellings.chosen(sorted(range(len(ages)), key=ages.__getitem__))


def _age(document: DocumentRecord) -> tuple[bool, int, int, bytes, bytes, str]:
    """Order of documents: by date, then by what they say: the longest first.

    Where they lie and what their files are called settles nothing but the order of those
    that say the same, or another name for a folder would make other events.
    """
    start = document.dct.start if document.dct else 0
    said = -document.length, document.sentences, document.shingles
    return document.dct is None, start, *said, document.id


def _joined(
    folder: Folder,
    shelf: Shelf,
    scorer: join.Scorer | None,
    each: parts.Each,
) -> join.Joined:
    """The mentions gathered."""
    if scorer is None:
        found = parts.scored(folder, shelf, each)
        return join.join(folder, found, partial(parts.scored_later, each))

    def later(
        folder: Folder, backing: Sequence[int], left: Sequence[int]
    ) -> Iterable[Pair]:
        return scorer(folder, Pairs(blocks.between(folder, backing, left)))

    return join.join(folder, scorer(folder, parts.pairs(shelf)), later)
