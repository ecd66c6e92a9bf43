"""Mentions of all documents joined into events: one event, all its tellings."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.merge import blocks, correct, event, join, names, origins, profile, series
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


def merge(tellings: tuple[Telling, ...], overrides: Sequence[Override] = ()) -> Merged:
    """Every mention in exactly one event, every document in exactly one origin.

    The order of the tellings does not matter. `overrides` are made last.
    """
    ordered = sorted(tellings, key=lambda telling: telling.document.id)
    documents = [telling.document for telling in ordered]
    learnt = names.learn(m for telling in ordered for m in telling.mentions)
    folder = profile.prepare(ordered, learnt)
    joined = join.join(folder, blocks.pairs(folder))
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
