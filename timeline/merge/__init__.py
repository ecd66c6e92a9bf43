"""Mentions of all documents joined into events: one event, all its tellings."""

from msgspec import Struct

from timeline.merge import blocks, event, join, names, origins, profile
from timeline.model import Event, Link, Origin, Telling


class Merged(Struct, frozen=True):
    """Events by time, origins by age, and the pairs of mentions that were nearly joined."""

    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    near: tuple[Link, ...] = ()


def merge(tellings: tuple[Telling, ...]) -> Merged:
    """Every mention in exactly one event, every document in exactly one origin.

    The order of the tellings does not matter.
    """
    ordered = sorted(tellings, key=lambda telling: telling.document.id)
    documents = [telling.document for telling in ordered]
    learnt = names.learn(m for telling in ordered for m in telling.mentions)
    folder = profile.prepare(ordered, learnt)
    joined = join.join(folder, blocks.pairs(folder))
    known = event.context(folder, documents, found := origins.group(documents))
    events = sorted((event.make(group, known) for group in joined.groups), key=_order)
    return Merged(event.with_unique_ids(events), found, joined.near)


def _order(found: Event) -> tuple[int, int, str, str]:
    return found.time.start, found.time.end, found.id, found.mentions[0].id
