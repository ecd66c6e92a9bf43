"""Do two mentions tell one event? Vetoes first, then a sum of named features.

The amount of a feature is how far the two agree (`features`) times its weight; the score is
the sum of amounts. Two mentions are alike from `THRESHOLD` on, if nothing forbids it
(`vetoes`).
"""

from collections.abc import Mapping
from itertools import repeat
from math import fsum, inf

from msgspec import Struct

from timeline.merge.features import (
    DATES,
    FEATURES,
    NEUTRAL,
    SELF,
    WEIGHTS,
    Feature,
)
from timeline.merge.folder import Folder
from timeline.merge.profile import GIVEN, Profile
from timeline.merge.vetoes import vetoes


class Score(Struct, frozen=True):
    """How alike two mentions are. `reasons` are (feature, amount), and sum to `total`."""

    total: float
    reasons: tuple[tuple[str, float], ...]
    vetoes: tuple[str, ...] = ()


def compare(one: Profile, other: Profile, folder: Folder) -> Score:
    """How alike two mentions are, with reasons. Symmetric."""
    one, other = (one, other) if one.order < other.order else (other, one)
    amounts = [
        (name, round(WEIGHTS[name] * feature(one, other, folder), 4))
        for name, feature in FEATURES.items()
    ]
    reasons = tuple((name, amount) for name, amount in amounts if amount)
    total = fsum(amount for _, amount in reasons)
    return Score(total, reasons, tuple(vetoes(one, other, total, folder)))


def likeness(
    one: Profile, other: Profile, folder: Folder, least: float = -inf
) -> float:
    """The total of `compare` alone; -inf where it is sure to be less than `least`.

    Features that have nothing to say of these two are not looked at, and no more are where
    what is left can no longer make up for what is missing.
    """
    if one.order > other.order:
        one, other = other, one
    given = one.given & other.given
    if one.words == other.words:
        given |= _COPIED
    a, b, scales = one.document_id, other.document_id, folder.scales
    # Else what the documents say is not bounded as in `_MOST`.
    is_measured = a == b or (a in scales and b in scales)
    steps = _STEPS[is_measured][given]
    amounts = []
    said = _ROUNDING - least
    for feature, weight, left in steps:
        amount = weight * feature(one, other, folder)
        if amount:
            amounts.append(amount)
            said += amount
        if said + left < 0:
            return -inf
    return fsum(map(round, amounts, repeat(4)))


_ORDER = (
    "copied date position documents action deed words figures places actors persons"
)
"""The cheap first, then those that say most. Of two documents it is known already."""

_COPIED = 1 << len(GIVEN)
"""Two mentions have it if their words are the same: most have not."""

_NEEDS: Mapping[str, int] = {
    "copied": _COPIED,
    "actors": GIVEN["actors"],
    "places": GIVEN["places"],
    "deed": GIVEN["people"],
    "figures": GIVEN["figures"],
    "position": GIVEN["top"],
}
"""What a feature needs both mentions to have, or it says nothing."""

_MOST = {"date": DATES["same"], "documents": max(1 - NEUTRAL, SELF)}
"""What a feature can say at most, where that is less than 1."""

Step = tuple[Feature, float, float]
"""A feature, its weight, and the most that all that come after it can add."""


def _steps(given: int, is_measured: bool) -> tuple[Step, ...]:
    """The features that can say something where both mentions have this, in order."""
    most = _MOST if is_measured else _MOST | {"documents": 1.0}
    if not given & GIVEN["ages"]:
        most = most | {"persons": 0.0}
    steps: list[Step] = []
    left = 0.0
    for name in reversed(_ORDER.split()):
        if not _NEEDS.get(name, 0) & ~given:
            steps.append((FEATURES[name], WEIGHTS[name], left))
            left += WEIGHTS[name] * most.get(name, 1.0)
    return tuple(reversed(steps))


_STEPS = tuple(
    tuple(_steps(given, is_measured) for given in range(2 * _COPIED))
    for is_measured in (False, True)
)
"""By whether `stories` has measured both documents, and by what both mentions have: as in
`GIVEN`, and `_COPIED`."""


_ROUNDING = 0.001
"""More than the rounding of all amounts can add up to."""
