"""An event found, with the time it got and how."""

from msgspec import Struct

from timeline.extract.draft import Draft
from timeline.model import Basis, TimeValue, Timex

UNSAID = (Basis.PUBLICATION, Basis.INHERITED)
"""How what has no date of its own is dated."""


class Dated(Struct, frozen=True):
    """A draft with the time it got, and how. `day` is the one from which it is told.

    `line` tells it where no words of the text do.
    """

    draft: Draft
    time: TimeValue
    basis: Basis
    timex: Timex | None = None
    day: TimeValue | None = None
    line: str = ""
