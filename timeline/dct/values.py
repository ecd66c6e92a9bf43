"""From words to days: what dates a few words state, by the rules for running text."""

import re

from msgspec import Struct
from msgspec.structs import replace

from timeline import edtf
from timeline.civil import DAY
from timeline.dct.labels import has_year
from timeline.dct.page import Page, body_start
from timeline.model import Basis, Document, Granularity, Kind, Span, TimeValue, Timex
from timeline.timex import Tagged, tag

_VOTERS = 10_000
"""Characters of the document that settle whether 3/5/2031 is in May or in March."""

_KEPT = (Granularity.DAY, Granularity.MONTH)
"""What a document can be dated to. A year alone says too little to resolve "Friday"."""

_ORDINAL_DAY = re.compile(r"(?<=\d(?:st|nd|rd|th) )day (?=of )", re.IGNORECASE)
_HYPHENS = re.compile(r"\b\d{1,2}(?P<mark>[-.])[^\W\d_]{3,9}(?P=mark)\d{4}\b")
_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"\b\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{2,4}\b")
_YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)-(?P<day>\d\d)")


class Reading(Struct, frozen=True):
    """A date in a few words: its value, or month and day where the year is not said.

    `other` is the value in the other order of day and month, where nothing decides.
    """

    span: Span
    value: TimeValue | None = None
    month_day: tuple[int, int] | None = None
    other: TimeValue | None = None


class Words(Struct, frozen=True):
    """The dates that a few words state, and all spans in them that speak of time."""

    readings: tuple[Reading, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def dated(self) -> tuple[Reading, ...]:
        """The readings that have a value."""
        return tuple(reading for reading in self.readings if reading.value)


def may_date(text: str, page: Page) -> bool:
    """Whether there is a figure, without which no words are a date, or a year in words."""
    if _FIGURE.search(text) is not None:
        return True
    return page.language != "en" and has_year(text)


def words(text: str, page: Page) -> Words:
    """What the words say of time. Clock times are dropped, coarse dates kept to months.

    English comes first: its table also reads figures, which are the same in every
    language, and it is the fastest. Of "14. September 2031" it sees the month alone.
    """
    if not may_date(text, page):
        return Words()
    best = Words()
    for language in dict.fromkeys(("en", page.language)):
        found = _words(text, language, page)
        if any(map(is_day, found.dated)):
            return found
        best = best if best.readings and (best.dated or not found.dated) else found
    return best


def is_day(reading: Reading) -> bool:
    """Whether a date is that of one day."""
    value = reading.value
    return value is not None and value.granularity is Granularity.DAY


def stated(text: str, page: Page) -> Reading | None:
    """The date that a field holds: EDTF, or words with exactly one date in them."""
    try:
        return Reading(Span(0, len(text)), as_day(edtf.parse(text)))
    except ValueError:
        dated = words(text, page).dated
    return dated[0] if len(dated) == 1 else None


def as_day(value: TimeValue) -> TimeValue:
    """The day of a moment; anything coarser as it is."""
    if value.granularity.fineness > Granularity.DAY.fineness:
        return edtf.day(value.start // DAY)
    return value


def _words(text: str, language: str, page: Page) -> Words:
    plain, removed = _plain(text)
    timexes = _tagged(plain, language, page, page.options.date_order).timexes
    spans = [_restored(timex.span, removed) for timex in timexes]
    readings = [
        _settled(reading, text, language, page)
        for timex, span in zip(timexes, spans, strict=True)
        if (reading := _reading(timex, span))
    ]
    return Words(tuple(readings), tuple(spans))


def _plain(text: str) -> tuple[str, Span | None]:
    """The text as rules for prose know it, and what was taken out: "3rd [day] of May"."""
    text = _HYPHENS.sub(lambda date: date[0].replace(date["mark"], " "), text)
    day = _ORDINAL_DAY.search(text)
    if not day:
        return text, None
    return text[: day.start()] + text[day.end() :], Span(*day.span())


def _restored(span: Span, removed: Span | None) -> Span:
    """Where a span stood before that was taken out."""
    if removed is None:
        return span
    length = removed.end - removed.start
    start = span.start + length * (span.start >= removed.start)
    return Span(start, span.end + length * (span.end > removed.start))


def _tagged(text: str, language: str, page: Page, order: str) -> Tagged:
    """Time expressions of the text without a document date: nothing is filled in."""
    return tag(Document("", page.raw.source, text, language), order)


def _reading(timex: Timex, span: Span) -> Reading | None:
    """What an expression says of the day; None if it is relative, a range or vague."""
    if timex.kind not in (Kind.DATE, Kind.TIME) or timex.mod or timex.parts:
        return None
    yearless = _YEARLESS.match(timex.value)
    if yearless:
        return Reading(span, None, (int(yearless["month"]), int(yearless["day"])))
    if timex.time is None or timex.basis is not Basis.EXPLICIT or timex.time.qualifier:
        return None
    value = as_day(timex.time)
    return Reading(span, value) if value.granularity in _KEPT else None


def _settled(reading: Reading, text: str, language: str, page: Page) -> Reading:
    """The reading in the order of day and month that the whole document votes for."""
    written = text[reading.span.start : reading.span.end]
    if page.options.date_order != "auto" or not _is_open(written, page):
        return reading
    by_order = [_first(written, language, page, order) for order in ("dmy", "mdy")]
    if None in by_order or by_order[0] == by_order[1]:
        return reading
    start = body_start(page.raw)
    voters = f"{written}\n\n{page.raw.text[start : start + _VOTERS]}"
    voted = _first(voters, language, page, "auto") or by_order[0]
    other = by_order[voted == by_order[0]] if _is_tie(voters, language, page) else None
    return replace(reading, value=voted, other=other)


def _is_open(written: str, page: Page) -> bool:
    """Whether day and month may change places: only English has both orders, and not
    with points between the figures."""
    figures = _FIGURES.search(written)
    return figures is not None and figures["mark"] != "." and page.language == "en"


def _first(text: str, language: str, page: Page, order: str) -> TimeValue | None:
    """The day that a text begins with, if it begins with a date."""
    found = _tagged(text, language, page, order).timexes
    time = found[0].time if found and found[0].span.start == 0 else None
    return as_day(time) if time else None


def _is_tie(text: str, language: str, page: Page) -> bool:
    """Whether the vote ended in a tie, of which the tagger tells unless told the order."""
    problems = [_tagged(text, language, page, o).problems for o in ("auto", "dmy")]
    return len(problems[0]) > len(problems[1])
