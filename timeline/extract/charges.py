"""Papers that bring a charge: all that they say was done is only alleged.

"The Grand Jury charges:", "Plaintiff Orvik Ltd, by its counsel, alleges as follows:".
"""

import re
from functools import lru_cache

from msgspec import Struct

from timeline.lang.cues import Cues

_OPENING = 6_000
"""Characters in which a paper says who charges whom."""

_BRINGS = re.compile(r":[ \t]*$", re.MULTILINE)
"""The end of a line behind which something is alleged."""


class Charge(Struct, frozen=True):
    """Who alleges what stands behind an offset."""

    start: int
    who: str


def charge(text: str, cues: Cues) -> Charge | None:
    """The charge that a text brings, if it is such a paper."""
    accusers, alleging = cues.status.accusers.pattern, cues.status.alleging.pattern
    if not accusers or not alleging:
        return None
    if not _BRINGS.search(text, 0, _OPENING):
        return None
    found = _pattern(accusers, alleging).search(text, 0, _OPENING)
    if found is None:
        return None
    return Charge(found.end(), " ".join(found["who"].partition(",")[0].split()))


@lru_cache(maxsize=8)
def _pattern(accusers: str, alleging: str) -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t]*(?P<who>(?:[^\n.:]{{0,60}}[ \t])?(?i:{accusers})\b[^\n.:]{{0,80}}?),?[ \t]+"
        rf"(?i:{alleging})\b[^\n.:]{{0,60}}:[ \t]*$",
        re.MULTILINE,
    )
