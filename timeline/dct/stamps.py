"""Rungs of what machines put on a text: clocks behind a bar, court stamps, addresses.

LARKFIELD | Sat May 3, 2031 7:41 pm EDT           Document 14   Filed 05/03/31   Page 1 of 9
https://news.example/2031/05/03/bridge.html
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from timeline.dct.clue import Clue
from timeline.dct.filename import in_path
from timeline.dct.lines import HEADER
from timeline.dct.page import Page
from timeline.dct.values import words
from timeline.model import Span

ADDRESS = "address"

_STAMPED = 4
"""Lines in which a clock behind a bar, or the address of the text, is looked for."""

_BARS = 4
_VALUE = 60
"""Characters after a bar that hold a date, its clock time and zone."""

_BAR = re.compile(r"\|[ \t]*(?=\w)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d).*[^\W\d_]{2}", re.DOTALL)
_PAGE = re.compile(r"; (?:[A-Z][^\W\d_]* [A-Z]{0,2}\d{1,3}|\d{1,2}:\d\d [AP]M)(?=\s|$)")
_PRINTED_WITHIN = 260
"""Characters of a line, its headline among them, in which the stamp of a paper stands."""

_DOCKET = re.compile(
    r"D(?<!\wD)ocument\s+[\w.-]{1,12}\s+Filed\s+(?P<date>\d\d/\d\d/\d\d(?:\d\d)?)\b"
)
_ADDRESS = re.compile(
    r"[\W_]*(?:[^\W\d_]{2,12}:\s*)?(?P<address>https?://[^\s<>()\"]{4,300})"
)


def is_clocked(text: str) -> bool:
    """Whether a date has a clock time with a.m., p.m. or a zone, as machines write it."""
    return _CLOCK.search(text) is not None


def clocked(page: Page) -> Iterator[Clue]:
    """A date with clock and zone behind a bar, as web pages head their texts."""
    for line in page.head[:_STAMPED]:
        for bar in islice(_BAR.finditer(line.text), _BARS):
            value = line.text[bar.end() : bar.end() + _VALUE]
            for reading in words(value, page).dated[:1]:
                written = value[: reading.span.end]
                if reading.span.start == 0 and is_clocked(written):
                    start = line.span.start + bar.start()
                    skip = Span(start, line.span.start + bar.end() + len(written))
                    yield Clue(HEADER, written, 0.95, reading.value, skip=(skip,))
                    return


def printed(page: Page) -> Iterator[Clue]:
    """The day before the page of a paper or the clock of its site: "…, 2031; Page A1"."""
    for line in page.head[:_STAMPED]:
        found = _PAGE.search(line.text, 0, _PRINTED_WITHIN)
        if found is None:
            continue
        before = line.text[max(0, found.start() - _VALUE) : found.start()]
        for reading in words(before, page).dated[-1:]:
            if reading.span.end == len(before):
                start = found.start() - len(before) + reading.span.start
                skip = Span(line.span.start + start, line.span.start + found.end())
                written = line.text[start : found.end()]
                yield Clue(HEADER, written, 0.95, reading.value, skip=(skip,))
                return


def docket(page: Page) -> Iterator[Clue]:
    """The stamp that American federal courts put on every page; the month comes first."""
    for line in page.head:
        found = _DOCKET.search(line.text)
        if found:
            order = replace(page.options, date_order="mdy")
            for reading in words(found["date"], replace(page, options=order)).dated:
                skip = (line.span,)
                yield Clue(HEADER, found[0], 0.95, reading.value, skip=skip)
            return


def address(page: Page) -> Iterator[Clue]:
    """The date in the address of the web page that a text is from, in one of its first
    lines. Several addresses are a list of links."""
    found = [_ADDRESS.match(line.text) for line in page.head]
    first = next((match for match in found[:_STAMPED] if match), None)
    if first and sum(match is not None for match in found) == 1:
        path = re.split(r"[?#]", first["address"])[0].partition("//")[2]
        yield from in_path(path.rstrip("/"), page, ADDRESS)
