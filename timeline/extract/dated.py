"""An event with the time that it got, and how it got it."""

from msgspec import Struct

from timeline.extract.draft import Draft
from timeline.extract.tables import Deed
from timeline.model import Basis, TimeValue, Timex

UNSAID = (Basis.PUBLICATION, Basis.INHERITED)
"""How what has no date of its own is dated."""


class Dated(Struct, frozen=True):
    """A draft with the time it got, and how. `day` is the one from which it is told.

    `line` tells it where no words of the text do. `is_entry` says that it is that of a row
    or of an entry with its own date; `deed` is what a column of a table says was done then.
    """

    draft: Draft
    time: TimeValue
    basis: Basis
    timex: Timex | None = None
    day: TimeValue | None = None
    line: str = ""
    is_entry: bool = False
    deed: Deed | None = None
