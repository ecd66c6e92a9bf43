"""Changes of programs as rows: what each commit or release did, and when that was.

The log of git, and the change logs of Debian (dated below its items), RPM and GNU.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from timeline.extract.tables import Column, Kind, Row
from timeline.model import Span, Timex

_COMMIT = re.compile(
    r"^commit [0-9a-f]{7,64}\b[^\n]*\n(?:[A-Z]\w+:[^\n]*\n){0,4}?"
    r"(?:Author)?Date:[ ]++(?P<date>[^\n]+)\n(?:[A-Z]\w+:[^\n]*\n){0,2}"
    r"\s*\n(?P<line>[ ]{4}(?P<told>\S[^\n]*))",
    re.MULTILINE,
)
"""A commit with its date, and the first line of what it says."""

_HASH = r"(?=\w*\d)[0-9a-f]{7,40}"
_SINGLE = re.compile(
    r"^(?P<line>[*|/\\_ ]*+(?:(?P<date>\d{4}-\d\d-\d\d(?: [\d:]{5,8}(?: [+-]\d{4})?)?)[ ,]+"
    rf"{_HASH}|{_HASH} (?:- )?[(]?(?P<day>\d{{4}}-\d\d-\d\d)[)]?)[ ,-]+(?P<told>\S[^\n]*))",
    re.MULTILINE,
)
"""A commit in one line: "* 2031-05-03 9f2c1e7 Add a pump"."""

_BELOW = re.compile(
    r"^\S+ \([^()\n]+\)[^;\n]*; urgency=[^\n]*\n(?P<items>(?:[ ]{2}[^\n]*\n|[ \t]*\n)++)"
    r" -- [^\n<]+<[^\n>]+>[ ]++(?P<date>[^\n]+)",
    re.MULTILINE,
)
_ABOVE = re.compile(
    r"^(?:\* (?P<of_rpm>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{4})|(?P<of_gnu>\d{4}-\d\d-\d\d))"
    r"[ ]++[^\n<]+<[^\n>]+@[^\n>]+>[^\n]*\n(?P<items>(?:[ \t]*\n|[ \t-][^\n]*\n?)++)",
    re.MULTILINE,
)
"""The items of a release with the date below, and above them."""

_VERSION = re.compile(
    r"^(?:#{1,4} +)?(?!Section|Chapter|Part)(?:[A-Z][\w-]* ){0,3}\[?v?\d+\.\d+[\w.+-]*\]?"
    r"(?:\([^()\n]*\))? *(?:[,:(–—-]{1,2} *(?:[Rr]eleased (?:on )?)?|[Rr]eleased (?:on )?)"
    r"(?P<date>[^\n]{4,30}?) *\)?[ \t]*$",
    re.MULTILINE,
)
"""The heading of a release, which ends in its date."""

_ITEM = re.compile(
    r"^(?P<line>[ \t]*[*-][ ]+(?P<told>\S[^\n]*(?:\n(?![ \t]*[*-][ ])[ \t]+\S[^\n]*)*))",
    re.MULTILINE,
)
_MERGE = re.compile(r"Merge (?:branch|pull request|remote|tag|commit)\b")
"""A commit that only joins others."""


_FEWEST = 2
"""Releases with dates that make a change log."""


def is_change(row: Row | None) -> bool:
    """Whether a row says what a change did."""
    return row is not None and row.columns[-1] is _TOLD


def rows(text: str, timexes: Sequence[Timex]) -> Mapping[int, Row]:
    """The lines that say what a change did, by their starts, with its date."""
    starts = [timex.span.start for timex in timexes]
    found: dict[int, Row] = {}
    changes = (*_commits(text), *_releases(text), *_versions(text, starts))
    for line, told, date in changes:
        first = bisect_left(starts, date.start)
        if first < len(starts) and starts[first] < date.end:
            cells, columns = (date, told), (_WHEN, _TOLD)
            found[line.start] = Row(line, cells, columns, (timexes[first],))
    return found


_WHEN, _TOLD = Column(Kind.WHEN, "date"), Column(Kind.TOLD, "change")


def _commits(text: str) -> Iterator[tuple[Span, Span, Span]]:
    """The line of each commit, what it tells, and the date."""
    whole = _COMMIT.finditer(text) if "\nDate:" in text else ()
    for found in (*whole, *_SINGLE.finditer(text)):
        if not _MERGE.match(found["told"]):
            name = "date" if found["date"] else "day"
            line, told, date = (Span(*found.span(n)) for n in ("line", "told", name))
            yield line, told, date


def _releases(text: str) -> Iterator[tuple[Span, Span, Span]]:
    """The same of the items of releases."""
    below = _BELOW.finditer(text) if "; urgency=" in text else ()
    above = _ABOVE.finditer(text) if "@" in text else ()
    for found in (*below, *above):
        name = next(
            (n for n in ("of_rpm", "of_gnu") if found.groupdict().get(n)), "date"
        )
        date = Span(*found.span(name))
        for item in _ITEM.finditer(text, *found.span("items")):
            yield Span(*item.span("line")), Span(*item.span("told")), date


def _versions(text: str, starts: Sequence[int]) -> Iterator[tuple[Span, Span, Span]]:
    """The same of the items below headings that are versions with a date."""
    heads = []
    for found in _VERSION.finditer(text):
        first = bisect_left(starts, found.start("date"))
        if first < len(starts) and starts[first] < found.end("date"):
            heads.append(found)
    if len(heads) < _FEWEST:
        return
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        date = Span(*head.span("date"))
        for item in _ITEM.finditer(text, head.end(), end):
            yield Span(*item.span("line")), Span(*item.span("told")), date
