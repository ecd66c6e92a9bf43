"""Tables with a heading: which column says when, which says what, and what a date is of.

"| Case | Opened | Closed | Notes |" over rows: a case was opened and closed, each on its
day, and its notes are of the day it was opened.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain, groupby

from msgspec import Struct

from timeline.extract.rows import holds
from timeline.lang.columns import columns
from timeline.lang.cues import Cues
from timeline.model import Span, Timex
from timeline.text.cells import INDENT, in_cells

_LONGEST = 60
"""Characters of the longest name of a column."""

_FEWEST = 2
"""Columns of a table."""

_RULE = re.compile(r"[\s|:+=-]+")
"""The line below the heading of a table in Markdown."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")

_BREAK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|(?<=[a-z])(?=[A-Z])")
"""An aside in the name of a column, or where its words are joined: "openedOn"."""

_WORD = re.compile(r"[^\W\d_]+")

_WORDS = 3
"""Words that name what happened on the dates of a column, at most: "tape found"."""

_ZONE = 8
"""Characters beside a date in its cell, at most: " CEST", ", 10.15", ", night"."""


class Kind(Enum):
    """What stands in a column."""

    WHEN = auto()
    NOTED = auto()
    DEED = auto()
    DUE = auto()
    ASIDE = auto()
    TOLD = auto()
    NAMED = auto()
    AMOUNT = auto()
    OTHER = auto()


class Column(Struct, frozen=True):
    """What stands in a column; the name of what happened on its dates."""

    kind: Kind
    name: str


class Row(Struct, frozen=True):
    """The cells of a row, empty ones too, what the columns of its table are, and its dates."""

    span: Span
    cells: tuple[Span, ...]
    columns: tuple[Column, ...]
    timexes: tuple[Timex, ...]

    def cell(self, kind: Kind) -> Span | None:
        """The first cell of a kind that says something."""
        return next((cell for cell, one in self.pairs() if one.kind is kind), None)

    def cell_in(self, span: Span) -> Span | None:
        """What a sentence says of what happened, if a column is named for that."""
        told = self.cell(Kind.TOLD)
        if told is None or told.end <= span.start or span.end <= told.start:
            return None
        return Span(max(told.start, span.start), min(told.end, span.end))

    def pairs(self) -> Iterator[tuple[Span, Column]]:
        """The cells that say something, with their columns."""
        pairs = zip(self.cells, self.columns, strict=False)
        return ((cell, one) for cell, one in pairs if cell.start < cell.end)


def rows(text: str, timexes: Sequence[Timex], cues: Cues) -> Mapping[int, Row]:
    """The rows of all tables with a heading that is known, by the start of their lines."""
    starts = [timex.span.start for timex in timexes]
    found: dict[int, Row] = {}
    for table in chain(_parted(text), _spaced(text)):
        first = table[0].span
        dated = bisect_left(starts, first.start)
        if dated < len(starts) and starts[dated] < first.end:
            continue
        head = columns_of([text[c.start : c.end] for c in table[0].cells], cues)
        for line in table[1:] if head else ():
            if not _RULE.fullmatch(text, line.span.start, line.span.end):
                bounds = line.span.start, line.span.end
                left, right = (bisect_left(starts, at) for at in bounds)
                own = tuple(t for t in timexes[left:right] if t.span.end <= bounds[1])
                placed = _below(table[0], line) if line.is_spaced else line.cells
                cells = tuple(_filled(text, cell) for cell in placed)
                found[bounds[0]] = Row(line.span, cells, head, own)
    return found


def _filled(text: str, cell: Span) -> Span:
    """A cell, empty where it has no more than a mark: "-"."""
    said = any(map(str.isalnum, text[cell.start : cell.end]))
    return cell if said else Span(cell.start, cell.start)


class _Line(Struct, frozen=True):
    """A line of a table and its cells; where gaps part them, any may be empty."""

    span: Span
    cells: tuple[Span, ...]
    is_spaced: bool = False


def _parted(text: str) -> Iterator[list[_Line]]:
    """The tables whose cells are parted by bars or tabs."""
    if "|" not in text and "\t" not in text:
        return
    for is_row, group in groupby(_lines(text), key=lambda line: _is_row(text, line)):
        lines = [_Line(line, _cells(text, line)) for line in group] if is_row else []
        if len(lines) >= _FEWEST:
            yield lines


def _spaced(text: str) -> Iterator[list[_Line]]:
    """The tables whose cells are parted by gaps: each cell is of the column above it.

    Lines that are deeply indented go on with the cell above, and are no row.
    """
    table: list[_Line] = []
    for line in _lines(text) if "  " in text else ():
        cells = in_cells(text, line)
        goes_on = bool(table) and text.startswith(INDENT, line.start)
        if cells:
            table.append(_Line(line, cells, is_spaced=True))
        elif not goes_on or line.start == line.end:
            if len(table) >= _FEWEST:
                yield table
            table = []
    if len(table) >= _FEWEST:
        yield table


def _below(head: _Line, line: _Line) -> tuple[Span, ...]:
    """The cells of a row by the columns of its table, empty where nothing stands."""
    placed: dict[int, Span] = {}
    for cell in line.cells:
        start, end = cell.start - line.span.start, cell.end - line.span.start
        gap = [
            max(start, one.start - head.span.start)
            - min(end, one.end - head.span.start)
            for one in head.cells
        ]
        column = gap.index(min(gap))
        known = placed.get(column, cell)
        placed[column] = Span(known.start, cell.end)
    empty = Span(line.span.end, line.span.end)
    return tuple(placed.get(column, empty) for column in range(len(head.cells)))


def date(row: Row) -> Timex | None:
    """The date of what a row tells: of the column that says when it was or was noted.

    Else of the one deed that has a column: of several it is not known of which it tells.
    """
    columns_ = [*_dates(row)]
    told = next((c.name for c in row.columns if c.kind is Kind.TOLD), "")
    of_told = [timex for c, timex in columns_ if c.name == told]
    if of_told:
        return of_told[0]  # "Decision", "Decision date"
    dated = [(c.kind, timex) for c, timex in columns_]
    for kind in (Kind.WHEN, Kind.OTHER, Kind.NOTED):
        own = [timex for one, timex in dated if one is kind]
        if own:
            return max(own, key=_fineness)
    single = sum(column.kind is Kind.DEED for column in row.columns) == 1
    deeds_ = [timex for one, timex in dated if one is Kind.DEED]
    if deeds_:
        return deeds_[0] if single else None
    asides = [timex for one, timex in dated if one is Kind.ASIDE]
    return asides[0] if len(asides) == 1 == len(dated) else None


class Deed(Struct, frozen=True):
    """What a date in a row is of: "the mill: opened"; `is_due` if it is to be done by then."""

    timex: Timex
    line: str
    name: str
    is_due: bool


def deeds(row: Row, text: str) -> Iterator[Deed]:
    """What the dates of a row are of that have a column named for it."""
    about = _about(row, text)
    own, told = date(row), row.cell(Kind.TOLD)
    if about not in (None, told) and own and told and _is_word(text, told):
        what = text[told.start : told.end].lower()
        yield Deed(own, f"{_called(row, text, about)}: {what}", what, False)
    elif not tells(row, text):
        own = None
    for column, timex in _dates(row):
        is_due = column.kind is Kind.DUE
        noted = column.kind is Kind.NOTED and own is None
        is_deed = noted or (column.kind is Kind.DEED and timex != own)
        if about is not None and (is_due or is_deed):
            line = f"{_called(row, text, about)}: {column.name}"
            yield Deed(timex, line, column.name, is_due)


def tells(row: Row, text: str) -> bool:
    """Whether a row tells something in words of its own, not only when it was "opened"."""
    own, told = date(row), row.cell(Kind.TOLD)
    if own is None and any(_dates(row)):
        return told is not None and any(holds(told, timex) for timex in row.timexes)
    if own is None:
        return True
    of = next(column.kind for column, timex in _dates(row) if timex == own)
    if told is not None and _is_word(text, told):
        return False  # "Decision: Refused"
    if of not in (Kind.DEED, Kind.NOTED):
        return True
    return told is not None and (told != _about(row, text) or _says(row))


def _is_word(text: str, cell: Span) -> bool:
    """Whether a cell holds no more than one word: "Refused"."""
    return text[cell.start : cell.end].isalpha()


def _says(row: Row) -> bool:
    """Whether what a row tells is no mere name: "Event", not "Task" or "Summary"."""
    names = (column.name for column in row.columns if column.kind is Kind.TOLD)
    return columns().named.isdisjoint(names)


def owner(row: Row, text: str) -> str:
    """What a row is about, where a cell beside what happened names it, or ""."""
    named = row.cell(Kind.NAMED)
    return text[named.start : named.end] if named and row.cell(Kind.TOLD) else ""


def is_noted(row: Row) -> bool:
    """Whether a row is of the day when it was written down, which does not lie ahead."""
    own = date(row)
    return any(column.kind is Kind.NOTED and t == own for column, t in _dates(row))


def amounts(row: Row, text: str) -> Iterator[tuple[str, str]]:
    """How much a row says it was, below which names: "debit", "61.20"."""
    for cell, column in row.pairs() if row.cell(Kind.TOLD) else ():
        if column.kind is Kind.AMOUNT:
            yield column.name, text[cell.start : cell.end]


def _dates(row: Row) -> Iterator[tuple[Column, Timex]]:
    """The dates that have a cell of their own, or two, each with its column."""
    for cell, column in row.pairs():
        own = [
            t for t in row.timexes if cell.start <= t.span.start < cell.end and t.time
        ]
        if own and _rest(cell, own) <= _ZONE:
            yield column, max(own, key=_fineness)


def _rest(cell: Span, own: Sequence[Timex]) -> int:
    """Characters of a cell that are none of its dates."""
    dated = sum(min(t.span.end, cell.end) - t.span.start for t in own)
    return cell.end - cell.start - dated


def _fineness(timex: Timex) -> int:
    return timex.time.granularity.fineness if timex.time else 0


def _about(row: Row, text: str) -> Span | None:
    """What a row is about: the cell that names it, else the first in words, or of all."""
    named = row.cell(Kind.NAMED)
    if named is not None:
        return named
    dates = {timex.span.start for timex in row.timexes}
    cells = [
        cell
        for cell, column in row.pairs()
        if cell.start not in dates and column.kind in (Kind.OTHER, Kind.TOLD)
    ]
    words = (cell for cell in cells if _in_words(text[cell.start : cell.end]))
    return next(words, cells[0] if cells else None)


def _called(row: Row, text: str, about: Span) -> str:
    """What a row is about, a number with the name of its column: "invoice 7701"."""
    said = text[about.start : about.end]
    name = next(column.name for cell, column in row.pairs() if cell == about)
    return said if _in_words(said) or not name else f"{name.capitalize()} {said}"


def _in_words(said: str) -> bool:
    """Whether a cell is no number and no sign: "SEC-881", "x"."""
    plain = (w for w in said.split() if w.strip(".,").isalpha() and len(w) > 2)
    return next(plain, None) is not None


def _lines(text: str) -> Iterator[Span]:
    """The lines as a page counts them, empty ones too: they part tables."""
    return (Span(*m.span(1)) for m in _LINE.finditer(text))


def _is_row(text: str, line: Span) -> bool:
    """Whether a line has bars or tabs between its cells."""
    written = text[line.start : line.end].strip()
    return written.strip("|").count("|") >= _FEWEST - 1 or "\t" in written


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a row, without the blanks around them."""
    written = text[line.start : line.end]
    mark = "|" if "|" in written else "\t"
    cells, start = [], line.start
    for part in written.split(mark):
        bare = part.strip()
        begun = start + (len(part) - len(part.lstrip()) if bare else 0)
        cells.append(Span(begun, begun + len(bare)))
        start += len(part) + 1
    framed = mark == "|" and written.lstrip().startswith("|")
    return tuple(cells[1:] if framed else cells)


def columns_of(names: Sequence[str], cues: Cues) -> tuple[Column, ...]:
    """What the columns are that a heading names; none where it is no heading."""
    if any(len(name) > _LONGEST for name in names):
        return ()
    found = [_column(name, cues) for name in names]
    best = min(
        (n for n, one in enumerate(found) if one.kind is Kind.TOLD),
        default=None,
        key=lambda n: columns().told.index(found[n].name),
    )
    found = [
        Column(Kind.NAMED if one.name in columns().named else Kind.OTHER, one.name)
        if one.kind is Kind.TOLD and n != best
        else one
        for n, one in enumerate(found)
    ]
    known = any(one.kind not in (Kind.OTHER, Kind.NAMED) for one in found)
    return tuple(found) if known else ()


def _column(name: str, cues: Cues) -> Column:
    """What stands below a name."""
    words = _WORD.findall(_BREAK.sub(" ", name).lower())
    whole, known = " ".join(words), columns()
    rest = [word for word in words if word not in known.when]
    kinds = (
        (Kind.DUE, known.due), (Kind.ASIDE, known.aside), (Kind.TOLD, known.told),
        (Kind.NAMED, known.named), (Kind.NOTED, known.noted), (Kind.AMOUNT, known.amounts),
    )  # fmt: skip
    for said in (whole, " ".join(rest)):
        found = next((kind for kind, names in kinds if said in names), None)
        if said != whole and found in (Kind.TOLD, Kind.NAMED, Kind.AMOUNT):
            found = None  # "Decision date" is no decision
        if found is not None:
            return Column(found, " ".join(rest) if found is Kind.DUE and rest else said)
    if any(word in known.due for word in words):
        return Column(Kind.DUE, " ".join(rest) or whole)
    if words and not rest:
        return Column(Kind.WHEN, whole)
    if len(rest) <= _WORDS and any(_is_deed(word, cues) for word in rest):
        return Column(Kind.DEED, " ".join(rest))
    return Column(Kind.OTHER, " ".join(rest) or whole)


def _is_deed(word: str, cues: Cues) -> bool:
    """Whether a word says what happened: "resolved", "born", "arrival"."""
    verb = cues.verbs.get(word)
    done = verb is not None and not {"d", "n"}.isdisjoint(verb.forms)
    return done or word in cues.event_nouns or word in columns().deeds
