"""Lines of logs as rows: which part says when, what happened, and on which machine.

Of web servers ('10.0.0.8 - - [10/Oct/2031:13:55:36 +0200] "GET /a" 200'), in keys and values
('time=… level=error msg="disk full"'), with the headers of syslog and CEF.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.extract.tables import Column, Kind, Row, columns_of
from timeline.lang.cues import Cues
from timeline.model import Span, Timex
from timeline.text.cells import KEYED, STAMP

_LINE = re.compile(
    r"^(?:\S+ \S+ \S+ \[\d\d/|<\d{1,3}>|[A-Z][a-z]{2} [^|\n]{6,80} CEF:\d+\||"
    + KEYED
    + r")[^\n]*",
    re.MULTILINE,
)
"""A line that may be one of a log."""

_STAMPED = re.compile(rf"^{STAMP}[^\n]*", re.MULTILINE)
"""A line that may name the part of a program which wrote it."""

_BY_PART = re.compile(
    r"(?P<when>\S{10}[ T]\S{8,})(?:[ |]++(?:\[[^\]\n]*\]|[A-Z]{4,8}\b))*+[ |]++"
    r"(?P<named>[\w$-]++(?:[.][\w$-]++)++)(?::[\w<>]++)*+[ ]*+(?:-|:)[ ](?P<told>\S.*)"
)
"""Such a line: "2031-05-03 14:05:01 [main] WARN com.norda.Pump - Pump 4 stopped"."""

_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<named>\S+) \S+ \S+ \[(?=.*\])(?P<when>\S+)[^\]]*+\] \"(?P<told>[^\"]*)\""
        r"(?: (?P<status>\d{3}) .*)?",
        r"(?:<\d+>)?(?P<when>.*?) (?P<named>\S+) CEF:\d+\|(?:[^|]*\|){4}(?P<told>[^|]*)\|.*",
        r"<\d{1,3}>(?:\d{1,2} )?+(?P<when>\S+) (?P<named>\S+) \S+ \S+ \S+ (?:-|\[.*?\]) "
        r"(?P<told>.*)",
        r"<\d+>(?P<when>[A-Z][a-z]{2} [ \d]\d [\d:]+) (?P<named>\S+) (?P<told>.*)",
    )
)
"""What stands where in each kind of them."""

_KINDS = {
    "when": Kind.WHEN,
    "named": Kind.NAMED,
    "told": Kind.TOLD,
    "status": Kind.AMOUNT,
}

_PAIR = re.compile(
    r"(?<![\w.@-])(?P<key>[\w.@-]+)=(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<bare>\S*))"
)
_Parts = tuple[tuple[Span, Column], ...]

_FEWEST = 3
"""Keys with their values that make a line of a log."""


def rows(text: str, timexes: Sequence[Timex], cues: Cues) -> Mapping[int, Row]:
    """The lines of a log whose parts are known, by their starts."""
    starts = [timex.span.start for timex in timexes]
    found: dict[int, Row] = {}
    for span, parts in _parted(text, cues):
        first, last = (bisect_left(starts, at) for at in (span.start, span.end))
        if parts and first < last:
            cells, columns = zip(*parts, strict=True)
            own = tuple(timexes[first:last])
            found[span.start] = Row(span, cells, columns, own)
    return found


def _parted(text: str, cues: Cues) -> Iterator[tuple[Span, _Parts]]:
    """The lines that may be of a log, with their parts, if they are known."""
    if "=" in text or '] "' in text or "<" in text:
        for line in _LINE.finditer(text):
            span = Span(*line.span())
            yield span, _shaped(text, span, _SHAPES) or _keyed(text, span, cues)
    for line in _STAMPED.finditer(text):
        span = Span(*line.span())
        yield span, _shaped(text, span, (_BY_PART,))


def _shaped(text: str, line: Span, shapes: Iterable[re.Pattern[str]]) -> _Parts:
    """The parts of a line by their places."""
    for shape in shapes:
        found = shape.fullmatch(text, line.start, line.end)
        if found:
            return tuple(
                (Span(*found.span(name)), Column(kind, name))
                for name, kind in _KINDS.items()
                if name in shape.groupindex and found[name] is not None
            )
    return ()


def _keyed(text: str, line: Span, cues: Cues) -> _Parts:
    """The parts of a line by their keys."""
    pairs = [*_PAIR.finditer(text, line.start, line.end)]
    if len(pairs) < _FEWEST:
        return ()
    columns = columns_of([pair["key"] for pair in pairs], cues)
    return tuple(zip(map(_value, pairs), columns, strict=True)) if columns else ()


def _value(pair: re.Match[str]) -> Span:
    quoted = pair["quoted"] is not None
    return Span(*pair.span("quoted" if quoted else "bare"))
