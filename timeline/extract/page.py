"""A document while it is read: its sentences and names, and the readings made so far."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from msgspec import Struct

from timeline import civil
from timeline.extract import commits, logs, rows, tables
from timeline.extract.charges import Charge, charge
from timeline.extract.junk import Sentence, Shape, body, repeated, sort
from timeline.extract.names import Names, collect
from timeline.extract.reading import Reading, read
from timeline.extract.runins import unglued
from timeline.extract.speech import QUOTES, is_spoken, marks, own_words
from timeline.extract.tables import Row
from timeline.extract.turns import Turn, turn_at, turns
from timeline.lang.cues import Cues, cues
from timeline.model import Anchor, Document, Granularity, Span, TimeValue, Timex
from timeline.text.sentences import sentences

_LINE_END = re.compile(r"\r\n?|\n")


class Page(Struct):
    """A document while it is read: its sentences, names, and readings made so far.

    `starts` are those of the time expressions, `lines` those of the lines, `marks` those
    of the marks of quotations. `titled` are the people named in headings.
    `turns` are those of a conversation, `charge` the one that a paper of a court brings.
    `rows` are those of tables whose columns are named, by the starts of their lines.
    `superseded` are sentences whose event gets its date in a later one ("the arrest took
    place on Thursday"), and so none from the day of the document.
    """

    document: Document
    cues: Cues
    timexes: tuple[Timex, ...]
    starts: list[int]
    sentences: tuple[Sentence, ...]
    names: Names
    titled: Names
    known: frozenset[str]
    lines: list[int]
    marks: list[int]
    turns: tuple[Turn, ...]
    charge: Charge | None
    rows: Mapping[int, Row]
    readings: dict[int, Reading]
    superseded: set[int]
    own: dict[int, list[str]]

    def own_words(self, sentence: Sentence) -> list[str]:
        """What a sentence says outside of quotations, worked out when first asked for."""
        known = self.own.get(sentence.ordinal)
        if known is None:
            span = sentence.span
            known = own_words(self.document.text[span.start : span.end])
            self.own[sentence.ordinal] = known
        return known

    def reading(self, ordinal: int) -> Reading:
        """The reading of a sentence, made when first asked for."""
        known = self.readings.get(ordinal)
        if known is not None:
            return known
        text = self.document.text
        whole = self.sentences[ordinal].span
        span = body(text, self.sentences[ordinal], self.cues)
        if any(t.span.start < span.start < t.span.end for t in self.timexes_in(whole)):
            span = whole  # "3. Mai": no mark of a list
        turn = self.turn(span)
        if turn is not None and span.start < turn.start < span.end:
            span = repeated(text, Span(turn.start, span.end))
        row = self.row(whole)
        cell = row.cell_in(span) if row else None
        span = cell or rows.told(text, span, self.timexes_in(span))
        made = read(text, span, self._own_timexes(span, row), self.cues)
        self.readings[ordinal] = made
        return made

    def row(self, span: Span) -> Row | None:
        """The row of a table with named columns that a sentence stands in."""
        return (
            self.rows.get(self.lines[self.line(span.start) - 1]) if self.rows else None
        )

    def _own_timexes(self, span: Span, row: Row | None) -> tuple[Timex, ...]:
        """The time expressions in a span; of a row without those that are of no day of
        their own."""
        timexes = () if commits.is_change(row) else self.timexes_in(span)
        date = tables.date(row) if row else None
        if date is None or date.time is None:
            return timexes
        return tuple(t for t in timexes if _is_of_row(t, date, date.time))

    def turn(self, span: Span) -> Turn | None:
        """The turn of a conversation that a sentence stands in."""
        return turn_at(self.turns, span) if self.turns else None

    def timexes_in(self, span: Span) -> tuple[Timex, ...]:
        """The time expressions that lie in a span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        if first == last:
            return ()
        found = self.timexes[first:last]
        return tuple(t for t in found if t.span.end <= span.end)

    def line(self, offset: int) -> int:
        """1-based line of an offset."""
        return bisect_right(self.lines, offset)


def _is_of_row(timex: Timex, date: Timex, time: TimeValue) -> bool:
    """Whether what a row says of a time beside its date has a day of its own, or its.

    Not what looks back to another ("in the night"), nor lengths beside a moment: "0:35".
    """
    if timex is date or timex.anchor is not Anchor.PREVIOUS or timex.time is None:
        return True
    is_moment = time.granularity.fineness > Granularity.DAY.fineness
    is_fine = timex.time.granularity.fineness > Granularity.DAY.fineness
    same = timex.time.start // civil.DAY == time.start // civil.DAY
    return same and not (is_moment and is_fine)


def is_quoted(page: Page, span: Span) -> bool:
    """Whether a sentence is what someone is quoted with."""
    text = page.document.text
    return text[span.start] in QUOTES or is_spoken(text, span, page.marks)


def open_page(document: Document, timexes: tuple[Timex, ...]) -> Page:
    """The page of a document: sentences sorted by shape, names collected, nothing read."""
    words = cues(document.language)
    text = document.text
    dates = (timex.span for timex in timexes)
    spans = tuple(unglued(text, sentences(text, document.skip), dates, words))
    sorted_ = sort(text, spans, words)
    told = [s.span for s in sorted_ if s.shape in (Shape.PROSE, Shape.ITEM)]
    lines = [0, *(m.end() for m in _LINE_END.finditer(text))]
    starts = [t.span.start for t in timexes]
    above = [s.span for s in sorted_ if s.shape is Shape.HEADING]
    names, titled = collect(text, told, above, words)
    known = frozenset(name.text for name in names.found)
    changes = commits.rows(text, timexes)
    return Page(
        document,
        words,
        timexes,
        starts,
        sorted_,
        names,
        titled,
        known,
        lines,
        marks(text),
        () if changes else turns(text, (t.span for t in timexes), sorted(known)),
        charge(text, words),
        {
            **tables.rows(text, timexes, words),
            **logs.rows(text, timexes, words),
            **changes,
        },
        readings={},
        superseded=set(),
        own={},
    )
