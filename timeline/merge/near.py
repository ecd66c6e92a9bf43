"""Pairs that were nearly joined, and how a score is shown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.merge.alike import Pair
from timeline.merge.features import THRESHOLD
from timeline.merge.folder import Folder
from timeline.merge.similar import Score, compare
from timeline.merge.vetoes import VETO_SENTENCE
from timeline.model import Link
from timeline.wording.vetoes import PREFIX

NEAR_EACH = 2
"""Near-misses kept for one mention."""


def near(
    folder: Folder,
    scored: Iterable[Pair],
    groups: Sequence[tuple[int, ...]],
) -> tuple[Link, ...]:
    """Pairs that were nearly joined, likest first, with what kept them apart."""
    home = {member: i for i, group in enumerate(groups) for member in group}
    told: dict[int, int] = defaultdict(int)
    found = []
    for pair in scored:
        one, other = pair.one, pair.other
        if one not in home or other not in home or home[one] == home[other]:
            continue
        if max(told[one], told[other]) >= NEAR_EACH:
            continue
        score = compare(folder.profiles[one], folder.profiles[other], folder)
        if VETO_SENTENCE in score.vetoes:
            continue
        told[one] += 1
        told[other] += 1
        found.append(link(folder, one, other, score))
    return tuple(found)


def link(folder: Folder, one: int, other: int, score: Score) -> Link:
    """A score as it is shown; what forbade the join is a reason of amount 0."""
    return Link(
        mention_id=folder.mention(one).id,
        other_id=folder.mention(other).id,
        score=round(score.total, 4),
        margin=round(score.total - THRESHOLD, 4),
        reasons=(*score.reasons, *((f"{PREFIX}{veto}", 0.0) for veto in score.vetoes)),
    )
