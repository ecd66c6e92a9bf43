"""Mentions of all documents joined into events: one event, all its tellings."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial

from msgspec import Struct

from timeline.merge import (
    blocks,
    correct,
    event,
    join,
    names,
    origins,
    parts,
    profile,
    series,
)
from timeline.merge.alike import Pair
from timeline.merge.pairs import Pairs
from timeline.model import Event, Link, Origin, Problem, Telling
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
        return _merged(tellings, overrides, scorer, each)


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


def _merged(
    tellings: Sequence[Telling],
    overrides: Sequence[Override],
    scorer: join.Scorer | None,
    each: parts.Each,
) -> Merged:
    ordered = _ordered(Tellings.of(tellings))
    documents = ordered.documents
    learnt = names.learn(m for telling in ordered for m in profile.told(telling))
    folder = profile.prepare(ordered, learnt)
    with closing(Shelf()) as shelf:
        folder, own = parts.looked_through(
            folder, shelf, each, lambda: origins.group(documents)
        )
        joined = _joined(folder, shelf, scorer, each)
    known = event.context(folder, documents, own, joined.totals)
    made = correct.correct(
        joined.groups,
        [key(folder.mention(p.order)) for p in folder.profiles] if overrides else (),
        overrides,
        lambda groups: event.make_all(groups, known),
    )
    events = tuple(sorted(made.events, key=event.order))
    return Merged(
        series.with_series(events, documents, folder), own, joined.near, made.problems
    )


def _ordered(tellings: Tellings) -> Tellings:
    ids = [document.id for document in tellings.documents]
    return tellings.chosen(sorted(range(len(ids)), key=ids.__getitem__))


def _joined(
    folder: profile.Folder,
    shelf: Shelf,
    scorer: join.Scorer | None,
    each: parts.Each,
) -> join.Joined:
    """The mentions gathered."""
    if scorer is None:
        found = parts.scored(folder, shelf, each)
        return join.join(folder, found, partial(parts.scored_later, each))

    def later(
        folder: profile.Folder, backing: Sequence[int], left: Sequence[int]
    ) -> Iterable[Pair]:
        return scorer(folder, Pairs(blocks.between(folder, backing, left)))

    return join.join(folder, scorer(folder, parts.pairs(shelf)), later)
