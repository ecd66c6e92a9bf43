"""What a time hangs on that does not say all of its date: what was told, and where."""

import re
from bisect import bisect_right
from operator import itemgetter

from msgspec import Struct, structs

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.lang.locales import Locale
from timeline.model import Anchor, Basis, Granularity, TimeValue
from timeline.timex import spans
from timeline.timex.foreign.joins import is_day
from timeline.timex.foreign.said import Said
from timeline.timex.histories import are_history
from timeline.timex.midnight import Log
from timeline.timex.sections import (
    begins_line,
    depth,
    entry_end,
    entry_heads,
    is_heading,
    is_stamp,
    post_heads,
    quotes,
    year_headings,
)
from timeline.timex.spans import Unit

GONE = 2
"""Years that the last full date of a paragraph lies back, if what follows goes on there."""

_LEAD = 30

_HEAD = re.compile(
    r"(?:^|[.!?:»”\"]\s+|\n\s*)[^\w\n]{0,2}(?:[\w'’]+\s){0,3}(?:[\w]+['’])?$"
)
"""The head of a sentence, with up to three words."""

_LINE = re.compile(r"\n[ \t]*(?![ \ta-zß-öø-ÿ])")
"""The end of a line that is not wrapped in mid-sentence."""

_BLANK = re.compile(r"\n\s*\n")

_STOP = re.compile(r"[.!?]\s|\n")

_SENTENCE = 300
"""Characters of a sentence, at most."""

_CASE = 400
"""Characters in which the heading of a judgment stands."""

_MARKS = " \t#*_-"

_YEAR = Granularity.YEAR.fineness


class Near(Struct, frozen=True):
    """What a date without its year hangs on: the document's date, the year of the
    heading above, what was placed last. `follows` is true in a story of another time,
    `is_history` where that is all the text; `scene` is the day of hours without one.
    `in_entry` says that `dct` is the day of the entry or message that it stands in."""

    dct: TimeValue | None
    year: int | None
    told: Unit | None
    follows: bool = False
    is_history: bool = False
    scene: Unit | None = None
    in_entry: bool = False

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last day of the nearest of these, None where there is none."""
        if self.year is not None:
            return civil.days(self.year), civil.days(self.year, 12, 31)
        if self.dct is not None and not self.follows:
            return self.dct.start // DAY, (self.dct.end - 1) // DAY
        if self.told is None or self.told.time.granularity.fineness < _YEAR:
            return None
        return self.told.first, self.told.last

    @property
    def anchor(self) -> Anchor:
        """What that is."""
        is_own = self.year is None and self.dct is not None and not self.follows
        return Anchor.DCT if is_own and not self.in_entry else Anchor.PREVIOUS


class Placed(Struct, frozen=True):
    """A value, and the stretch of the calendar that it is, where it is one."""

    value: str
    unit: Unit | None
    basis: Basis
    anchor: Anchor = Anchor.NONE


def entry_day(text: str, finds: tuple[Said, ...]) -> TimeValue | None:
    """The day of the first entry of a diary or message of a chat, None in other texts."""
    heads = _heads(text, finds)
    for said in finds:
        when = said.when
        if said.span.start in heads and when.year and when.month and when.day:
            return edtf.day(civil.days(when.year, when.month, when.day))
    return None


def _heads(
    text: str, finds: tuple[Said, ...], stamps: frozenset[str] = frozenset()
) -> dict[int, bool]:
    """Where the dates start that head entries, and whether each has a line of its own or
    fills a header of mail, which `stamps` name."""
    spans = [said.span for said in finds]
    run_in = entry_heads(text, spans) | post_heads(text, spans)
    days = (said.span for said in finds if said.when.day is not None)
    alone = [span.start for span in days if is_heading(text, span)]
    alone = alone if len(alone) > 1 else []
    sent = (span.start for span in spans if is_stamp(text, span, stamps))
    return {**dict.fromkeys(run_in, False), **dict.fromkeys((*alone, *sent), True)}


def is_case(text: str, more: Locale) -> bool:
    """Whether a text is headed as what a court decided: "Urteil vom 3. Mai 2031"."""
    lines = (line.strip(_MARKS).lower() for line in text[:_CASE].splitlines())
    first = (word.rstrip(":") for line in lines for word in line.split(maxsplit=1)[:1])
    return not frozenset(more.judgments).isdisjoint(first)


def _is_later(found: Said, entry: Unit) -> bool:
    """Whether an hour is told as past before it has come: "è uscito alle 21.30" at nine."""
    clock = entry.time.granularity.fineness > Granularity.DAY.fineness
    hour = found.when.clock
    return clock and hour is not None and hour > entry.time.start % DAY


_AGAINST_HEAD = 6
"""Years that outweigh a weekday before them all: reports open with theirs, not histories."""


class Story:
    """What was told up to a place: mutable, local to `timexes`.

    In a history, and in a paragraph whose last full date is long gone, dates without a
    year go on from there.
    """

    def __init__(
        self,
        text: str,
        finds: tuple[Said, ...],
        dct: TimeValue | None,
        more: Locale,
    ) -> None:
        whens = (w for said in finds for w in (said.when, said.last) if w is not None)
        self._text, self._dct = text, dct
        self._is_history = dct is not None and are_history(whens, dct, _AGAINST_HEAD)
        self._years = [*year_headings(text)]
        self._heads = _heads(text, finds, frozenset(more.stamps))
        self._is_case = is_case(text, more)
        self._entry: Unit | None = None
        self._entry_end = self._opened = 0
        self._back: Unit | None = None
        self._back_at = 0
        self._told: Unit | None = None
        self._scene: Unit | None = None
        self._dated: Unit | None = None
        self._seen = self._told_at = 0
        self._log = Log()
        self._has_quotes = text.startswith(">") or "\n>" in text
        self._quoted: dict[int, Unit] = {}

    def near(self, found: Said) -> Near:
        """What an expression hangs on; an hour at the head of a line of a log that has run
        over midnight on the day behind."""
        near, clock = self._near(found), found.when.clock
        if clock is None or is_day(found.when):
            return near
        if not begins_line(self._text, found.span.start):
            return near
        dct = near.dct.start // DAY if near.dct is not None else None
        day = near.scene.first if near.scene is not None else dct
        days = self._log.past_midnight(day, clock) if day is not None else 0
        return (
            structs.replace(near, scene=spans.day(day + days)) if days and day else near
        )

    def _near(self, found: Said) -> Near:
        start = found.span.start
        entry = self._quote(start) if self._has_quotes else None
        if start < self._entry_end and start not in self._heads:
            entry = entry or self._entry
        if entry is None and self._goes_on(found) and self._entry is not None:
            return Near(self._dct, None, self._entry, True, scene=self._entry)
        if entry is not None:
            day, scene = edtf.day(entry.first), entry
            told = self._told_here(found)
            if told is not None:
                scene = told
            elif found.is_past and _is_later(found, scene):
                scene = spans.day(scene.first - 1)
            return Near(day, None, self._last(start), scene=scene, in_entry=True)
        above = bisect_right(self._years, found.span.start, key=itemgetter(0)) - 1
        year = self._years[above][1] if above >= 0 else None
        if not self._is_history and _LINE.search(
            self._text, self._seen, found.span.start
        ):
            self._dated = None
        self._seen = max(self._seen, found.span.start)
        if self._dated is not None and found.when.toward is None:
            last = self._last(start)
            dated = self._dated if last is self._told or last is None else last
            history = self._is_history
            return Near(self._dct, year, dated, True, history, self._day(found))
        return Near(self._dct, year, self._last(start), scene=self._day(found))

    def _goes_on(self, found: Said) -> bool:
        """Whether the head of an entry lacks the year of the one before, in a text with a
        date of its own: "12 luglio 1916", then "13 luglio"."""
        heads = self._dct is not None and found.span.start in self._heads
        return heads and found.when.year is None and found.when.month is not None

    def _told_here(self, found: Said) -> Unit | None:
        """The day that the sentence of an hour has told, behind the head of its entry:
        "gisteravond pas om 20.15 uur"."""
        told, start = self._told, found.span.start
        if told is None or found.when.clock is None or self._told_at <= self._opened:
            return None
        near = start - self._told_at < _SENTENCE
        stays = near and not _STOP.search(self._text, self._told_at, start)
        return told if stays and told.first == told.last else None

    def _quote(self, at: int) -> Unit | None:
        """When the mail was written that is quoted around an offset, if its head says so."""
        quoted = depth(self._text, at)
        self._quoted = {d: unit for d, unit in self._quoted.items() if d <= quoted}
        return self._quoted.get(quoted)

    def _last(self, start: int) -> Unit | None:
        """The time told last; what a sentence looks back to is none for the next."""
        if self._back is None or _STOP.search(self._text, self._back_at, start):
            return self._told
        return self._back

    def _day(self, found: Said) -> Unit | None:
        """The time to whose day an hour belongs: told in its sentence, or told of in one
        before, but not a day to come."""
        if found.when.clock is None:
            return None
        start, end = self._told_at, found.span.start
        if found.is_ahead and _BLANK.search(self._text, start, end):
            return None  # "De voorzitter sluit de vergadering om 21.50 uur"
        if end - start < _SENTENCE and not _STOP.search(self._text, start, end):
            return self._told
        scene, dct = self._scene, self._dct
        is_ahead = scene is not None and dct is not None and scene.time.start > dct.end
        return None if is_ahead else scene

    def heard(self, found: Said, placed: Placed, near: Near) -> None:
        """Remember what was placed."""
        if placed.unit is None or found.is_cited:
            return
        self._back = None
        if found.is_before and self._told is not None:
            self._back, self._back_at = placed.unit, found.span.end
            return
        self._told, self._told_at = placed.unit, found.span.end
        self._open(found, placed.unit)
        said = found.is_saying and self._scene is not None
        if not said and (not found.is_of or self._dct is None):
            self._scene = placed.unit
        if self._dct is None:
            return
        is_full = placed.basis is Basis.EXPLICIT and self._may_lead(found, placed.unit)
        if is_full or (near.follows and placed.anchor is Anchor.PREVIOUS):
            self._dated = placed.unit
        elif placed.basis is Basis.EXPLICIT or placed.anchor is Anchor.DCT:
            self._dated = None if not self._is_history else self._dated

    def _open(self, found: Said, unit: Unit) -> None:
        """Let a line of a log, what is quoted of mail or an entry begin with its date."""
        start, clock = found.span.start, found.when.clock
        is_stamp = clock is not None and is_day(found.when)
        if is_stamp and begins_line(self._text, start):
            self._log.begin(unit.first, clock)
        if unit.first != unit.last:
            if start in self._heads:
                self._entry = None
                self._entry_end = 0
            return
        deeper = quotes(self._text, found.span) if self._has_quotes else 0
        if deeper:
            self._quoted[deeper] = unit
        if start in self._heads:
            own_line = self._heads[start]
            end = len(self._text) if own_line else entry_end(self._text, start)
            self._entry, self._entry_end = unit, end
            self._opened = found.span.end

    def _may_lead(self, found: Said, unit: Unit) -> bool:
        """Whether a full date may be that of a story which is told from there: in news
        one at the head of a sentence."""
        assert self._dct is not None
        years = civil.ymd(self._dct.start // DAY)[0] - civil.ymd(unit.last)[0]
        fineness = unit.time.granularity.fineness
        if self._is_history or self._dated is not None:
            return fineness >= _YEAR and years >= (0 if self._is_history else 1)
        if self._is_case and not found.is_of:
            return fineness >= Granularity.DAY.fineness and years >= 1
        before = self._text[max(0, found.span.start - _LEAD) : found.span.start]
        is_gone = fineness >= Granularity.MONTH.fineness and years >= GONE
        return is_gone and _HEAD.search(before) is not None
