"""Mentions of all documents joined into events: one event, all its tellings."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.merge import (
    blocks,
    correct,
    event,
    join,
    names,
    origins,
    profile,
    series,
    stories,
)
from timeline.merge.pairs import Pairs
from timeline.model import Event, Link, Origin, Problem, Telling
from timeline.options import Override
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
    tellings: tuple[Telling, ...],
    overrides: Sequence[Override] = (),
    scorer: join.Scorer = join.score,
) -> Merged:
    """Every mention with a date in exactly one event, every document in exactly one origin.

    The order of the tellings does not matter. `overrides` are made last. `scorer` compares
    the pairs, which is most of the work; whoever does it, the result is the same.
    """
    ordered = sorted(tellings, key=lambda telling: telling.document.id)
    documents = [telling.document for telling in ordered]
    learnt = names.learn(m for telling in ordered for m in profile.told(telling))
    folder = profile.prepare(ordered, learnt)
    folder, joined = _joined(folder, scorer)
    known = event.context(folder, documents, found := origins.group(documents))
    made = correct.correct(
        joined.groups,
        [key(one.mention) for one in folder.profiles] if overrides else (),
        overrides,
        lambda groups: event.make_all(groups, known),
    )
    events = tuple(sorted(made.events, key=event.order))
    return Merged(
        series.with_series(events, documents, folder), found, joined.near, made.problems
    )


def _joined(
    folder: profile.Folder, scorer: join.Scorer
) -> tuple[profile.Folder, join.Joined]:
    """The folder with its stories, and its mentions gathered. Pairs are needed no longer."""
    pairs = Pairs(blocks.pairs(folder))
    folder = stories.scaled(folder, pairs)
    return folder, join.join(folder, pairs, scorer)
