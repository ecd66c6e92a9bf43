"""Date the undated: by what they say, and by the dated documents around them.

Each day near the dated documents gets a chance: more, the more dated documents around
it are like this one; more or less, by the weekdays, dates, months and years that the
text names, read by the habits of its folder; more, if an event that a dated document
puts on a day would then be "yesterday" or "on Friday". The day that stands out is taken,
with its share of belief; no inference is as sure as a date that is said, and without a
dated document nothing is inferred. No clock, and no order of files, plays a part.

clues (one document) → habits, neighbours, events, landmarks, series (the folder) → days
→ Lent

Before that, who does not show whether the day or the month comes first follows who does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.dct.inferred.agreed import agreed
from timeline.dct.inferred.around import Around, Neighbour
from timeline.dct.inferred.clues import Clues, Said, clues
from timeline.dct.inferred.days import Verdict, posterior, speaks_for, verdict
from timeline.dct.inferred.events import Events, Match, rarity
from timeline.dct.inferred.habits import Habits, habits
from timeline.dct.inferred.landmarks import Landmark, counted, landmarks
from timeline.dct.inferred.likeness import weights
from timeline.dct.inferred.orders import Followed, Orders, follow, shown
from timeline.dct.inferred.series import first_date, in_series
from timeline.model import DocumentRecord, Evidence, Telling, TimeValue

__all__ = [
    "Clues",
    "Followed",
    "Given",
    "Lent",
    "Loans",
    "Orders",
    "agreed",
    "clues",
    "follow",
    "infer",
    "shown",
]

TRUSTED = 0.5
"""Documents whose own date is less sure than this lend it to nobody."""

BOILERPLATE = 3
"""Documents from which on the same words around an expression are not the author's."""

CALIBRATION = ((0.0, 0.0), (0.25, 0.2), (0.5, 0.36), (0.8, 0.6), (1.0, 0.79))
"""Share of belief in a day to how often such a day was right: corner points drawn by
hand through some fifteen hundred placings of news texts in 50 folders of four languages,
a third of each folder undated, without those that say their own day in full. The end
stays below 0.8: a day that nobody says in full is never among those to be relied on. Even
a dateline is often of the day before."""

MIN_WEEK = 0.1
"""Share of belief in the week around the day below which nothing is said."""

SURE = 0.5
"""From this confidence on, "on Friday" is placed by an inferred day."""


class Lent(Struct, frozen=True):
    """An inferred date with how often such a date is right, and why.

    `anchor` is the part of it that is more likely right than not, to resolve relative
    expressions against: the day, its month, its year, or nothing. `likely` are the
    likeliest days with their shares of belief, for what comes out alike from all of them.
    """

    date: TimeValue
    confidence: float
    evidence: tuple[Evidence, ...]
    anchor: TimeValue | None = None
    likely: tuple[tuple[int, float], ...] = ()


Given = dict[str, Lent]
"""Document id to its inferred date."""


class Loans(Struct, frozen=True):
    """What documents of one file or part get from others: dates, orders of day and month."""

    dates: Given = {}
    orders: Orders = {}

    def of(self, ids: Iterable[str]) -> "Loans":
        """Those of some documents."""
        own = tuple(ids)
        dates = {i: self.dates[i] for i in own if i in self.dates}
        orders = {i: self.orders[i] for i in own if i in self.orders}
        return Loans(dates, orders)

    def __contains__(self, document_id: str) -> bool:
        return document_id in self.dates or document_id in self.orders

    def __bool__(self) -> bool:
        return bool(self.dates or self.orders)


class _Folder(Struct, frozen=True):
    """What all documents together tell."""

    around: Around
    habits: Habits
    events: Events
    landmarks: dict[str, Landmark]
    firsts: dict[str, Said]
    """The first date in each dated document, by its id."""


def infer(tellings: Sequence[Telling], found: Sequence[Clues]) -> Given:
    """Dates for those undated documents that the dated ones can place.

    `found` are the clues of all documents; their order, and that of tellings, is free.
    """
    tellings = sorted(tellings, key=lambda telling: telling.document.id)
    undated = [t.document for t in tellings if t.document.dct is None]
    dated = [t for t in tellings if _day(t.document) is not None]
    if not undated or not dated:
        return {}
    said = _without_boilerplate(found)
    folder = _folder(dated, [t.document for t in tellings], said)
    given = {}
    for record in undated:
        lent = _place(record, said[record.id], folder)
        if lent:
            given[record.id] = lent
    return given


def _day(record: DocumentRecord) -> int | None:
    if record.dct is None or record.dct_confidence < TRUSTED:
        return None
    is_day = record.dct.end - record.dct.start == DAY
    return record.dct.start // DAY if is_day else None


def _without_boilerplate(found: Sequence[Clues]) -> dict[str, Clues]:
    places = Counter(p for one in found for p in {said.place for said in one.said})
    return {
        one.document_id: replace(
            one,
            said=tuple(
                said
                for said in one.said
                if not said.place or places[said.place] < BOILERPLATE
            ),
        )
        for one in found
    }


def _folder(
    dated: Sequence[Telling],
    records: Sequence[DocumentRecord],
    said: dict[str, Clues],
) -> _Folder:
    days = [_day(telling.document) or 0 for telling in dated]
    weight = weights(records)
    mentions = [mention for telling in dated for mention in telling.mentions]
    clues = [said[telling.document.id] for telling in dated]
    firsts = {
        own.document_id: first for own in clues if (first := first_date(own.said))
    }
    return _Folder(
        Around([(d, t.document) for d, t in zip(days, dated, strict=True)], weight),
        habits(list(zip(days, clues, strict=True))),
        Events(mentions, rarity(weight)),
        landmarks(mentions),
        firsts,
    )


def _matches(
    own: Clues, near: Sequence[Neighbour], folder: _Folder
) -> tuple[Match, ...]:
    """What its expressions say beside those of dated documents."""
    return (
        *folder.events.matches(own.said, folder.habits.alone),
        *counted(own.said, folder.landmarks),
        *in_series(own.said, near, folder.firsts),
    )


def _place(record: DocumentRecord, own: Clues, folder: _Folder) -> Lent | None:
    near = folder.around.near(record)
    matches = _matches(own, near, folder)
    prior = folder.around.prior(near)
    best = verdict(posterior(prior, own.said, folder.habits, matches))
    if best.week < MIN_WEEK:
        return None
    confidence = round(_calibrated(best.exact), 2)
    evidence = (
        *_words(best.day, own.said, folder.habits),
        *_told(best.day, matches),
        *_like(best.day, near),
        _belief(best),
    )
    anchor = _anchor(best, confidence)
    return Lent(edtf.day(best.day), confidence, evidence, anchor, best.likely)


def _calibrated(share: float) -> float:
    """How often days with this share of belief are right."""
    for (x1, y1), (x2, y2) in pairwise(CALIBRATION):
        if share <= x2:
            return y1 + (y2 - y1) * (share - x1) / (x2 - x1)
    return CALIBRATION[-1][1]


def _anchor(best: Verdict, confidence: float) -> TimeValue | None:
    year, month, _ = civil.ymd(best.day)
    if confidence >= SURE:
        return edtf.day(best.day)
    if best.month >= SURE:
        return edtf.month(year, month)
    return edtf.years(year) if best.year >= SURE else None


def _belief(best: Verdict) -> Evidence:
    """What is surer than the day: "within a week 40%, in 2031-05 71%"."""
    month = civil.day_text(best.day).rpartition("-")[0]
    text = f"within a week {best.week:.0%}, in {month} {best.month:.0%}"
    return Evidence("belief", text, civil.day_text(best.day))


def _words(day: int, said: Sequence[Said], habits: Habits) -> list[Evidence]:
    """The expressions that speak for the day, as written."""
    texts = dict.fromkeys(one.text for one in said if speaks_for(day, one, habits))
    return [Evidence("content", text, civil.day_text(day)) for text in list(texts)[:5]]


def _told(day: int, matches: Sequence[Match]) -> list[Evidence]:
    """Dated tellings of the same event, each with the words that it is called by here."""
    return [
        Evidence("event", f"{match.said}: {match.told}", civil.day_text(match.day))
        for match in matches
        if match.days.get(day)
    ][:3]


def _like(day: int, near: Sequence[Neighbour]) -> list[Evidence]:
    """The documents that are most alike, of those from around the day."""
    around = [one for one in near if abs(one.day - day) <= 7]
    return [Evidence("neighbour", o.uri, civil.day_text(o.day)) for o in around[:3]]
