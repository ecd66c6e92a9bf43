"""Events as they are made: on disk where they are many, beside the folder in memory."""

from collections import Counter
from collections.abc import Iterable, Sequence
from sys import intern

from msgspec.structs import replace

from timeline.merge.context import Context
from timeline.merge.event import make
from timeline.model import Event, Link
from timeline.shelf import Kept
from timeline.tellings import shared, thrifty
from timeline.text.spelling import digest

MOST = 5_000
"""Events that are held in memory, some 50 MB."""

Order = tuple[int, int, str]


def make_all(groups: Iterable[Sequence[int]], known: Context) -> Sequence[Event]:
    """The events of these groups, in their order, each with an id of its own.

    Where ids are equal, all but the first in time get another.
    """
    made = Kept(Event, MOST, _thrifty)
    orders: list[Order] = []
    for members in groups:
        event = make(members, known)
        orders.append(order(event))
        made.extend([event])
    seen: Counter[str] = Counter()
    for place in sorted(range(len(made)), key=orders.__getitem__):
        id_ = orders[place][-1]
        seen[id_] += 1
        if seen[id_] > 1:
            own = digest(f"{id_}:{seen[id_]}")
            made.change(place, replace(made[place], id=own))
    return made


def order(event: Event) -> Order:
    """Events by time, then by what they say."""
    return event.time.start, event.time.end, event.id


def _thrifty(event: Event) -> Event:
    """The same event, sharing what its parts have in common with each other or others."""
    mentions = tuple(map(thrifty, event.mentions))
    words = {word: word for m in mentions for word in (m.id, m.text, m.headline)}
    return replace(
        event,
        time=shared(event.time),
        headline=words.get(event.headline, event.headline),
        summary=words.get(event.summary, event.summary),
        mentions=mentions,
        origins=tuple(map(intern, event.origins)),
        actors=tuple(map(intern, event.actors)),
        places=tuple(map(intern, event.places)),
        links=tuple(
            Link(
                words.get(link.mention_id, link.mention_id),
                words.get(link.other_id, link.other_id),
                link.score,
                link.margin,
                tuple(map(shared, link.reasons)),
            )
            for link in event.links
        ),
    )
