"""The rung of the dateline, with which agencies and papers open a report.

ALMATY, Jan. 8 (Reuters) —       Kabul, 8 January —       (ANSA) - ROMA, 8 GEN -
MOSCOW, January 8. /TASS/.       GENEVA (8 January 2022) –
LARKFIELD, Ohio--(WIRE)--May 3, 2031--
"""

import re
from collections.abc import Iterator

from timeline.dct.clue import Clue
from timeline.dct.labels import is_filler, labels
from timeline.dct.page import Line, Page
from timeline.dct.values import words
from timeline.model import Span

DATELINE = "dateline"

_LINES = 8
"""Lines in which a report begins: headline, byline, summary come before it."""

_ZONE = 140
"""Characters of the line in which a dateline ends."""

_PLACE_WORDS = 8
_CLOSING = 60

_AGENCY = r"\([^()]{2,40}\)|/[^/\s][^/]{0,30}/|\[[^\[\]]{2,40}\]"
_CREDIT = re.compile(rf"[\s\ufeff*_]*(?:(?:{_AGENCY})\s?[-–—:]?)?")
_WIRE = re.compile(rf"[\s–—-]{{0,4}}(?:{_AGENCY})[\s–—-]{{0,4}}$")
_PARTICLES = frozenset("de del la le el of upon am an der den sur di da do al".split())
_CLOSE = re.compile(
    rf"""\)?[.,]?\s?(?:
        (?:{_AGENCY})\s?(?:[.:,]?\s?[-–—―]{{1,2}}\s?|[.:]\s)      # (NNA) — or /NNA/.
        |(?:--?|–|[—―])\s|[—―]|--                               # — alone
    )\s?(?P<opening>\W{{0,3}}\w)""",
    re.VERBOSE,
)

_PLACED = re.compile(
    r"[\s\ufeff*_]*(?!(?:In|On|At|By|Since|Until|From|Am|Im|Seit|En|À|Dès|Il|A)\b)"
    r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3},\s(?:(?:den|le|el)\s)?"
)
"""A place and a comma, before a day with its year and a full stop: "Lund, 3 May 2031. The"."""

_STOP = re.compile(r"\.\s(?P<opening>\W{0,3}[^\W\d_])")


def dateline(page: Page) -> Iterator[Clue]:
    """The first dateline. Without a year it has no value, but a month and a day."""
    for line in page.head[:_LINES]:
        clue = _dateline(line, page)
        if clue:
            yield clue
            return


def _dateline(line: Line, page: Page) -> Clue | None:
    zone = line.text[:_ZONE]
    said = words(zone, page).readings if _is_promising(zone) else ()
    if not said:
        return None
    span = said[0].span
    close = _CLOSE.match(zone, span.end, span.end + _CLOSING)
    if close is None and said[0].value and _PLACED.fullmatch(zone, 0, span.start):
        close = _STOP.match(zone, span.end)
    if (
        not close
        or not _is_opening(close["opening"])
        or not _is_place(zone[: span.start])
        or labels(zone[: span.start])
    ):
        return None
    before = zone[: span.start]
    if before.count("(") > before.count(")") and not close[0].startswith(")"):
        return None  # A life: "Ada Brenn (Torvik, 12 March 1888 – Lund, …)"
    text = zone[: close.start("opening")]
    value, month_day, other = said[0].value, said[0].month_day, said[0].other
    skip = Span(line.span.start, line.span.start + len(text))
    return Clue(DATELINE, text.strip(), 0.94, value, month_day, other, skip=(skip,))


def _is_promising(zone: str) -> bool:
    """Whether there are figures, and after them a mark that may close: a cheap first look."""
    return re.search(r"\d[^-–—―/.]*[-–—―/.]", zone) is not None


def _is_place(before: str) -> bool:
    """Whether the words before the date are a place: "SAN PEDRO DE ATACAMA, Chile,"."""
    credit = _CREDIT.match(before)
    rest = _WIRE.sub("", before[credit.end() :] if credit else before)
    tokens = re.findall(r"[^\s,/()]+", rest)
    while tokens and is_filler(tokens[-1]) and tokens[-1].lower() != "on":
        tokens.pop()
    return 0 < len(tokens) <= _PLACE_WORDS and all(
        token[0].isupper() or token.lower() in _PARTICLES for token in tokens
    )


def _is_opening(opening: str) -> bool:
    """Whether what follows the dash begins a text: "— a cold day — the gate fell"."""
    return not opening[-1].islower()
