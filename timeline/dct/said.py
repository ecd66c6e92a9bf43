"""Rungs that say it: labels before dates, the crawler's header, headings of minutes.

Published: 3 May 2031 | Updated: 5 May 2031      Minutes of the Board held on 3 May 2031
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from timeline.dct.clue import Clue, Role
from timeline.dct.labels import (
    Label,
    are_notes,
    has_other,
    is_minutes,
    labels,
    without_numbers,
    wording,
)
from timeline.dct.lines import FOOTER, HEADER, date_line, is_byline, is_place, is_row
from timeline.dct.page import Line, Page
from timeline.dct.stamps import is_clocked
from timeline.dct.values import Reading, may_date, words
from timeline.model import Span

_VALUE = 120
"""Characters after a label in which its date is looked for."""

_REST = 8
"""Words that may follow a date whose label has no colon: "by Ann Lee in Larkfield". With
more, it is a sentence: "Published on 3 May 2031, the report blames the harbour board"."""

_PLACE = 4
"""Words that may stand between a label with colon and its date: "Circuit Court, ..."."""

_MINUTES = 250
"""Longest heading of minutes, in characters."""

_NOTES = 120
"""Longest heading of notes, which is the first line."""

_BELOW = 2
"""Lines below that heading in which the day may stand."""

_MARKS = " \t\ufeff,;|•·*_#()[]–—-"

_APART = re.compile(r"[,;:(|–—-]\s*(?:\w+,? )?$|\bon $")
"""What stands before the day of a heading, perhaps with a weekday between."""

_ROW = re.compile(
    r"[ \t]*(?:\d\d?(?P<mark>[/.-])\d\d?(?P=mark)(?:\d\d){1,2}|\d{4}-\d\d-\d\d)[ \t]+\S"
)
"""A line of a docket or a log."""

_CRAWLER = re.compile(r"\ufeff?\s*date[ \t]+(?P<date>\d{4}-\d\d-\d\d)(?!\w)[ \t]*")


def crawler(page: Page) -> Iterator[Clue]:
    """` date 2022-01-08 ` right before the text, as some crawlers write it."""
    found = _CRAWLER.match(page.head[0].text) if page.head else None
    if found:
        start = page.head[0].span.start
        skip = Span(start, start + found.end())
        for reading in words(found["date"], page).dated:
            yield Clue(HEADER, found[0].strip(), 0.98, reading.value, skip=(skip,))


def minutes(page: Page) -> Iterator[Clue]:
    """The day of the meeting in the heading of its minutes, or in the lines below that go
    on with it: "MINUTES OF THE PARISH COUNCIL", then "held in the Hall on 3 May 2031"."""
    lines = page.head
    for at, line in enumerate(lines):
        if len(line.text) > _MINUTES or not is_minutes(line.text.rstrip()):
            continue
        for below in lines[at : at + 1 + _BELOW]:
            dated = words(below.text, page).dated if len(below.text) <= _MINUTES else ()
            if below is not line and (has_other(below.text) or not dated):
                continue
            if len(dated) == 1:
                value, other = dated[0].value, dated[0].other
                text, skip = below.text.strip(), (below.span,)
                yield Clue(HEADER, text, 0.95, value, None, other, Role.HELD, skip)
            if dated:
                break


def notes(page: Page) -> Iterator[Clue]:
    """The day of a call or visit in the heading of the notes of it, apart from what it was
    about: "Call with the harbour master, 3 May 2031"."""
    heading = page.head[0].text.rstrip() if page.head else ""
    if not heading or len(heading) > _NOTES or not are_notes(heading):
        return
    dated = words(heading, page).dated
    if len(dated) == 1 and _APART.search(heading[: dated[0].span.start]):
        value, other, skip = dated[0].value, dated[0].other, (page.head[0].span,)
        yield Clue(HEADER, heading.strip(), 0.95, value, None, other, Role.HELD, skip)


def labelled_head(page: Page) -> Iterator[Clue]:
    """The dates behind labels in the first lines."""
    return _labelled(page.head, page, HEADER)


def labelled_foot(page: Page) -> Iterator[Clue]:
    """The dates behind labels in the last lines."""
    return _labelled(page.foot, page, FOOTER)


def _labelled(lines: tuple[Line, ...], page: Page, rung: str) -> Iterator[Clue]:
    """The dates behind labels, or in the line after a label that stands alone."""
    of_subject = any(map(_is_of_box, lines))
    is_docket = sum(_ROW.match(line.text) is not None for line in lines) > 1
    for line, following in zip_longest(lines, lines[1:]):
        if of_subject and line.text.lstrip().startswith("|"):
            continue
        if is_docket and _ROW.match(line.text):
            continue  # "05/03/2031  14  ORDER. Signed on 05/02/2031"
        is_dated = may_date(line.text, page) or (
            following and may_date(following.text, page)
        )
        if not is_dated or _CRAWLER.match(line.text) or is_row(line.text):
            continue
        for label in labels(line.text):
            if label.role is None or _is_in_prose(label, line.text):
                continue
            reading = _behind(label, line.text[label.end : label.until], page)
            if reading:
                yield _clue(rung, line, label, reading)
            elif following and not line.text[label.end :].strip(":*_ \t"):
                found = date_line(following, page, rung, label.role)
                yield from (found,) if found else ()


def _is_of_box(line: Line) -> bool:
    """Whether a line is a row of the box that an encyclopaedia has at its head."""
    bar, _, rest = line.text.strip().partition("|")
    name, _, value = rest.partition("|")
    return not bar and bool(value) and name.strip(" *_").lower() in wording().boxes


def _is_in_prose(label: Label, text: str) -> bool:
    """Whether a label goes on with a sentence: "under the treaty, signed on 3 May 2031"."""
    before = text[: label.start].strip(_MARKS)
    if label.has_colon or not before:
        return False
    if len(before.split()) > _REST and not text.lstrip().startswith("|"):
        return True
    if labels(text)[0] is not label:
        return False
    return before[-1] != "." and not (is_place(before) or is_byline(before))


def _behind(label: Label, value: str, page: Page) -> Reading | None:
    """The date behind a label, if it comes at once and no sentence goes on after it."""
    value = without_numbers(value)
    for reading in words(value[:_VALUE], page).readings:
        before, after = value[: reading.span.start], value[reading.span.end :]
        if label.has_colon and len(before.split()) <= _PLACE:
            return reading
        # Without a colon "Posted 3 May" may begin a sentence; a year makes that unlikely.
        is_placed = is_place(before) or is_byline(before)
        is_line = len(after.split()) <= _REST
        written = value[reading.span.start : reading.span.end]
        if reading.value and is_placed and (is_line or is_clocked(written)):
            return reading
    return None


def _clue(rung: str, line: Line, label: Label, reading: Reading) -> Clue:
    """What a label says. The whole line is skipped unless prose goes on before or after it."""
    end = label.end + reading.span.end
    text = line.text[label.start : end].strip()
    is_all = line.is_whole and len(line.text[end : label.until].split()) <= _REST
    is_led = len(line.text[: label.start].split()) > _REST
    start = line.span.start + (label.start if is_led else 0)
    skip = Span(start, line.span.end if is_all else line.span.start + end)
    return Clue(
        rung,
        text,
        0.97 if label.has_colon else 0.93,
        reading.value,
        reading.month_day,
        reading.other,
        label.role or Role.WRITTEN,
        (skip,),
    )
