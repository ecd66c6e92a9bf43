"""The words of a stretch less the date of the event, which the column beside has."""

import re

from timeline.extract.draft import Draft
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues

_BLANKS = re.compile(r"\s+")


def without_date(reading: Reading, part: Range, draft: Draft, cues: Cues) -> str:
    """The words of a range less the date of the draft, with the words that lead to it."""
    point = draft.point
    if part.first >= part.last:
        return ""
    whole = reading.said(part)
    if point is None or not cues.verbs:
        return whole
    offset = reading.words[part.first].start
    for placed, timex in reversed(reading.timexes):
        listed = any(timex is other for _, other in draft.others)
        same = (
            listed
            or timex is point[1]
            or (
                timex.time is not None
                and point[1].time is not None
                and timex.time.start <= point[1].time.start
                and point[1].time.end <= timex.time.end
            )
        )
        if not same or not part.first <= placed.first < part.last:
            continue
        first = placed.first
        if draft.noun is None or not _possessive(reading, placed):
            while first > part.first and (
                reading.words[first - 1].low in cues.time.before_date
                or (draft.others and reading.words[first - 1].low in ("and", ","))
            ):
                first -= 1
        last = placed.last + _possessive(reading, placed)
        start = reading.words[first].start - offset
        end = reading.words[last - 1].end - offset if last > first else start
        whole = whole[: max(0, start)] + " " + whole[max(0, end) :]
    return _BLANKS.sub(" ", whole)


def without_date_of(reading: Reading, part: Range, draft: Draft) -> str:
    """The words of a range up to the date of the draft, if that is in it."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return reading.said(part)
    last = point[0].first
    while last > part.first and reading.words[last - 1].low in ("on", "in", "at", "by"):
        last -= 1
    return reading.said(Range(part.first, last))


def _possessive(reading: Reading, placed: Range) -> bool:
    return placed.last < len(reading.words) and reading.words[placed.last].low in (
        "'s",
        "’s",
    )
