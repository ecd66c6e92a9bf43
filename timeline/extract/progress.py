"""Where the telling of a document stands, and what is asked of it again and again."""

from collections.abc import Mapping

from msgspec import Struct, field

from timeline import civil, edtf
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.genre import Genre, is_dated
from timeline.extract.junk import Sentence
from timeline.extract.occasions import is_of_blow
from timeline.extract.page import Page
from timeline.model import Basis, Granularity, TimeValue, Timex

_DAY = Granularity.DAY.fineness


class Flow(Struct):
    """Where the telling stands: the last date, how often it was passed on, entries.

    `listed` says that the entries are those of a list by years, `posted` that they are what
    readers or members wrote, as below an article.
    `day` is the day that the report is about, with the basis of a sentence that only
    goes on telling of it; `incident` is the one that a form gives for what it tells.
    `looks_back` counts the sentences of long ago since one of late.
    """

    kind: Genre
    entries: Mapping[int, Timex]
    listed: bool
    posted: bool = False
    incident: TimeValue | None = None
    lead: int = 0
    elsewhen: bool = False
    day: tuple[TimeValue, Basis] | None = None
    looks_back: int = 0
    blows: dict[str, TimeValue] = field(default_factory=dict)
    last: Dated | None = None
    story: Dated | None = None
    before: Sentence | None = None
    passed: int = 0
    silent: int = 0


_SMALL_HOURS = 6 * 3600
"""Seconds of a day up to which a log of the evening before goes on."""


def is_day(time: TimeValue) -> bool:
    """Whether a time was said to the day or finer."""
    return time.granularity.fineness >= _DAY


def glances(page: Page, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date only says which harm did it: "was hit by Tuesday's earthquake"."""
    point = dated.draft.point
    reading = page.reading(sentence.ordinal)
    return point is not None and is_of_blow(reading, point[0], page.cues)


def explicit(draft: Draft) -> Dated:
    """A draft with the date that it says itself."""
    assert draft.point is not None
    timex = draft.point[1]
    assert timex.time is not None
    return Dated(draft, timex.time, timex.basis, timex)


def seen_from(page: Page, sentence: Sentence, flow: Flow) -> TimeValue | None:
    """The day from which a sentence speaks: that of its message, else of its document.

    A guess at that of the document makes no plan of what stands in an entry.
    """
    entry = flow.entries.get(sentence.ordinal)
    own = page.turn(sentence.span) is not None or not is_dated(page)
    own = own or (page.document.dct is None and page.row(sentence.span) is None)
    if not own and not (entry is not None and _runs_over(page, flow, entry)):
        return page.document.dct
    if entry is None or entry.time is None or not is_day(entry.time):
        return page.document.dct
    return edtf.day(entry.time.start // civil.DAY)


def _runs_over(page: Page, flow: Flow, entry: Timex) -> bool:
    """Whether a line of a log that began on the day of its document is of the small hours
    of the next."""
    dct, time = page.document.dct, entry.time
    if dct is None or time is None or time.granularity.fineness <= _DAY:
        return False
    begun = next(iter(flow.entries.values())).time
    own = begun is not None and dct.start <= begun.start < dct.end
    return own and 0 <= time.start - dct.end < _SMALL_HOURS
