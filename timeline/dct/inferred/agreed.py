"""What a doubtful document date leaves certain: expressions that mean one and the same
time whichever of the likely days it is.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from timeline.model import Span, Timex
from timeline.timex import Tagged

ENOUGH = 2 / 3
"""Share of belief that must lie on days from which an expression means the same:
twice as likely right as wrong."""


def agreed(tagged: Tagged, votes: Sequence[tuple[float, Tagged]]) -> Tagged:
    """The expressions, each with the time that enough of the days give it, else as it was.

    `votes` are shares of belief with what the text means if written on that day.
    """
    shares: dict[tuple[Span, str], float] = defaultdict(float)
    meant: dict[tuple[Span, str], Timex] = {}
    for share, vote in votes:
        for timex in vote.timexes:
            if timex.time is not None:
                shares[timex.span, timex.time.edtf] += share
                meant[timex.span, timex.time.edtf] = timex
    sure = {
        span: meant[span, text] for (span, text), s in shares.items() if s >= ENOUGH
    }
    return replace(tagged, timexes=tuple(sure.get(t.span, t) for t in tagged.timexes))
