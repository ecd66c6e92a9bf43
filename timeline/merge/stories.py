"""How near two documents must be to tell one story: nearer in some folders than in others.

In a folder on one crisis all documents are alike, in one of mixed news few are. So a
document's own neighbours are the measure (Zelnik-Manor and Perona's local scaling, 2004):
whoever is as near as the nearest few tells its story.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from msgspec.structs import replace

from timeline.merge.profile import Folder

NEIGHBOURS = 5
"""Documents that are taken to tell the story of another: the one of these that is least
like it sets the scale. With the nearest alone, a reprint would make strangers of all."""


def scaled(folder: Folder, pairs: Iterable[tuple[int, int]]) -> Folder:
    """The folder with the scale of each document, from those it is compared with at all."""
    ids = list(folder.documents)
    numbers = {id_: number for number, id_ in enumerate(ids)}
    of = [numbers[profile.mention.document_id] for profile in folder.profiles]
    # A pair of documents is held as one number: there may be very many.
    met = {of[a] * len(ids) + of[b] for a, b in pairs if of[a] != of[b]}
    near: dict[str, list[float]] = defaultdict(list)
    for pair in sorted(met):
        one, other = ids[pair // len(ids)], ids[pair % len(ids)]
        alike = folder.likeness(one, other)
        near[one].append(alike)
        near[other].append(alike)
    scales = {
        id_: nlargest(NEIGHBOURS, found)[-1]
        for id_, found in near.items()
        if len(found) >= NEIGHBOURS
    }
    return replace(folder, scales=scales)
