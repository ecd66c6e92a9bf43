"""What a phrase without a date of its own hangs on."""

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil
from timeline.model import Granularity
from timeline.timex.spans import Unit

LEAP, LONG_LEAP = 2, 8
"""Years that a story leaps in mid-sentence: by a bare year, by a fuller date."""

_DAY, _SEASON = Granularity.DAY.fineness, Granularity.SEASON.fineness


class Anchors(Struct, frozen=True):
    """The day that a text speaks from, its `own`, and the times that it told last.

    `day`, `month` and `year` are the first day of the time told last that is at least as
    fine; None where there is none.
    """

    own: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def told(self, found: Unit) -> "Anchors":
        """Those after a time was told."""
        fineness, first = found.time.granularity.fineness, found.first
        if is_told_day(found):
            return Anchors(self.own, first, first, first)
        if fineness >= _SEASON:
            return replace(self, month=first, year=first)
        if is_year(found) and self._years_to(found) != 0:
            return replace(self, month=None, year=first)
        return self

    def is_far(self, found: Unit, tells_history: bool) -> bool:
        """Whether a time lies years from those told: a bare year, in a history any time."""
        is_bare = is_year(found)
        if not (is_bare or tells_history):
            return False
        years = self._years_to(found)
        return years is not None and years > (LEAP if is_bare else LONG_LEAP)

    def _years_to(self, found: Unit) -> int | None:
        """How many years lie between a time and the year told last, if one was."""
        if self.year is None:
            return None
        return abs(civil.ymd(found.first)[0] - civil.ymd(self.year)[0])


def on(day: int) -> Anchors:
    """Those of a text that speaks from a day and has told of nothing yet."""
    return Anchors(day, day, day, day)


def is_told_day(unit: Unit) -> bool:
    """Whether a time is a day, or a few: what follows may go on from it."""
    is_fine = unit.time.granularity.fineness >= _DAY
    return is_fine and unit.last - unit.first <= 3


def is_year(unit: Unit) -> bool:
    """Whether a time is a whole year."""
    return unit.time.granularity is Granularity.YEAR
