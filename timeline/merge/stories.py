"""How near two documents must be to tell one story: nearer in some folders than in others.

In a folder on one crisis all documents are alike, in one of mixed news few are. So a
document's own neighbours are the measure (Zelnik-Manor and Perona's local scaling, 2004):
whoever is as near as the nearest few tells its story.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappush, heappushpop

from msgspec.structs import replace

from timeline.merge.pairs import distinct
from timeline.merge.profile import Folder

NEIGHBOURS = 5
"""Documents that are taken to tell the story of another: the one of these that is least
like it sets the scale. With the nearest alone, a reprint would make strangers of all."""

FLOOR = 0.2
"""How like one another two documents on one story are at least, in a small folder."""


def scaled(folder: Folder, pairs: Iterable[tuple[int, int]]) -> Folder:
    """The folder with the scale of each document, from those it is compared with at all."""
    ids = list(folder.documents)
    numbers = {id_: number for number, id_ in enumerate(ids)}
    of = [numbers[profile.mention.document_id] for profile in folder.profiles]
    apart = ((of[a], of[b]) for a, b in pairs if of[a] != of[b])
    near: dict[str, list[float]] = defaultdict(list)
    for one, other in distinct(apart, len(ids)):
        alike = folder.likeness(ids[one], ids[other])
        _note(near[ids[one]], alike)
        _note(near[ids[other]], alike)
    scales = {
        id_: max(found[0], FLOOR)
        for id_, found in near.items()
        if len(found) == NEIGHBOURS
    }
    return replace(folder, scales=scales)


def _note(nearest: list[float], alike: float) -> None:
    """Keep the largest of what was noted, as a heap: the least of these comes first."""
    if len(nearest) < NEIGHBOURS:
        heappush(nearest, alike)
    else:
        heappushpop(nearest, alike)
