"""The quarter that a report is of: "a year ago" and "net income" are of the same one."""

from msgspec import Struct
from msgspec.structs import replace

from timeline.timex import spans
from timeline.timex.spans import Unit


class Reported(Struct, frozen=True):
    """The year and number of the quarter, and by how many months it `lag`s behind that
    of the calendar; whether figures of more than a quarter are told as well."""

    quarter: tuple[int, int] | None = None
    lag: int = 0
    is_longer: bool = False

    def heard(self, found: Unit, own: int | None) -> "Reported":
        """A quarter not over is reported only where none was before it: a fiscal one.

        The one before the quarter reported is compared with. `own` is the day of the text.
        """
        said = spans.numbers(found)
        is_over = own is None or found.last < own
        if self.quarter is None or (is_over and said >= self.quarter):
            return Reported(said, spans.lag(found))
        return self

    def heard_length(self, months: float) -> "Reported":
        """Figures of more than a quarter are told ("the nine months"), or are not."""
        return replace(self, is_longer=True) if 6 <= months <= 12 else self
