"""What is known while a text is read: the document date and the times said so far."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from timeline import civil
from timeline.civil import DAY
from timeline.model import Granularity, TimeValue
from timeline.text.accounts import is_account
from timeline.timex import anchors, clauses, sections, spans
from timeline.timex.anchors import LONG_LEAP, Anchors, is_year
from timeline.timex.midnight import Log
from timeline.timex.reported import Reported
from timeline.timex.sections import YearLine
from timeline.timex.senses import Base
from timeline.timex.small_hours import Night
from timeline.timex.spans import Unit
from timeline.timex.titles import Titles, is_review

OWN_TIME = 150
"""A history is written at least this many days after what it tells."""

_YEAR = 366
"""Days of a year, at most."""

LATELY = 3
"""Days before its own on which what a report tells may go on."""

_STOPS = frozenset(".!?”\"'")
"""What a sentence ends with."""

_PARAGRAPHS = 5_000
"""Characters of two paragraphs, at most."""

_DAY, _SEASON = Granularity.DAY.fineness, Granularity.SEASON.fineness

_FINENESS = {"month": Granularity.MONTH.fineness, "year": Granularity.YEAR.fineness}
"""How fine a time must be so that "that month", "that year" can mean it; else a day."""

_LASTING = frozenset({"decade", "century", "millennium"})


class Story:
    """Anchors for one text: mutable, local to `resolve`, never handed on.

    `tells_history` means that dates without a year follow the story, not the document
    date (Strötgen & Gertz call such texts narratives). `cues` are the words of the language.
    """

    def __init__(
        self,
        text: str,
        dct: TimeValue | None,
        tells_history: bool,
        cues: Mapping[str, AbstractSet[str]],
    ) -> None:
        self._text = text
        self._joining, self._follows = cues["lists"], cues["follows"]
        self._done = cues.get("done", frozenset()) | cues.get("calling", frozenset())
        self._endings = tuple(cues.get("past_ending", ()))
        self.tells_history = tells_history
        own = dct.start // DAY if dct and _is_day(dct) else None
        known = None if tells_history else own
        year = dct.start // DAY if dct and not tells_history else None
        self._anchors = Anchors(own, known, known, year)
        self.written = own
        self.reported = Reported()
        self.in_section = False
        self.is_account = dct is not None and is_account(text)
        self.has_quotes = text.startswith(">") or "\n>" in text
        self._depth = 0
        self._quoted: dict[int, Anchors] = {}
        self._told: dict[int, int] = {}
        self._told_at = 0
        self._said: tuple[Unit, int] | None = None
        self._in_own_time = False
        self._own_said_at: int | None = None
        self.stamp: int | None = None
        self._around: Anchors | None = None
        self._entry_end: int | None = None
        self.titles = Titles(text, is_review(text, cues["reviews"]))
        self._night = Night()
        self._log = Log()
        self._year_line: YearLine | None = None
        self._year_rules = False
        self.last_entry: int | None = None
        self.entries_go = 0
        self.opened_at = 0
        self.outlived: int | None = None

    @property
    def dct(self) -> int | None:
        """The day that the text speaks from here, or None where none is known."""
        return self._anchors.own

    @property
    def last_said(self) -> tuple[Unit, int] | None:
        """The time said last and the offset at which it was, if any was."""
        return self._said

    def day(self, base: Base) -> int | None:
        """The day that a phrase hangs on, or None where none is known."""
        return self.dct if base == "dct" and self.dct is not None else self._anchors.day

    def has_told(self, day: int) -> bool:
        """Whether a day is the last of its weekday that was told."""
        return self._told.get(civil.weekday(day)) == day

    def unit(self, base: Base, unit: str) -> int | None:
        """A day inside the last-said time that is at least as fine as the unit."""
        if base == "story":
            base = "previous" if self.tells_history or self.dct is None else "dct"
        if base == "dct" and self.dct is not None:
            return self.dct
        if unit in ("year", *_LASTING) and self._anchors.year is not None:
            return self._anchors.year
        if unit in ("month", "quarter", "half"):
            return self._anchors.month
        return self._anchors.day

    def day_near(self, at: int) -> int | None:
        """The day told in the same sentence or the one before: "by the end of the day"."""
        told_at = self._told_at
        near = bool(self._told) and clauses.are_neighbours(self._text, told_at, at)
        return self._anchors.day if near else None

    def year_said(self) -> int | None:
        """The year, if one is what was said last: "in 2009", then "the following spring"."""
        said = self._said[0] if self._said is not None else None
        return civil.ymd(said.first)[0] if said and is_year(said) else None

    def pointed_at(self, unit: str, at: int) -> int | None:
        """A day of the time that "that year" means: said before it in the same sentence,
        far from the story or not, else as of any other phrase."""
        if self._said is not None:
            said, said_at = self._said
            is_fine = said.time.granularity.fineness >= _FINENESS.get(unit, _DAY)
            if is_fine and self._is_near(said_at, at):
                return said.first
        return self.unit("previous", unit)

    def near(self, at: int) -> tuple[int, int] | None:
        """First and last day of the time that a date without its year should be near to.

        In a history, a year said before it in its sentence: "in 1998, when on 7 October".
        Below a heading that is a year, that one, but for what an entry recalls.
        """
        if (headed := self._headed(at)) is not None:
            return headed
        heads_line = self._year_rules or sections.begins_line(self._text, at)
        if heads_line and (year := self._year_above(at)) is not None:
            return civil.days(year), civil.days(year, 12, 31)
        if self.dct is not None and not self.tells_history:
            return self.dct, self.outlived or self.dct
        own_at = self._own_said_at
        if self.dct is not None and own_at is not None and self._is_near(own_at, at):
            return self.dct, self.dct  # "He fell ill last year, and died on 28 January"
        if self._said is not None and is_year(self._said[0]):
            said, said_at = self._said
            is_aside = clauses.is_year_of_aside(self._text, said_at)
            if self._is_near(said_at, at) and not is_aside:
                return said.first, said.last
        if self._anchors.month is not None:
            return self._anchors.month, self._anchors.month
        if self._anchors.year is None:
            return (self.dct, self.dct) if self._in_own_time and self.dct else None
        year = civil.ymd(self._anchors.year)[0]
        return civil.days(year), civil.days(year, 12, 31)

    def _headed(self, at: int) -> tuple[int, int] | None:
        """The time that heads the sentence, where the date heads a clause joined to it.

        "In 1998 the mine shut, and in June the mill burnt"; not "shut in June", unless the
        year is long gone. Days, and times long gone by, need not stand at the head.
        """
        if self._said is None:
            return None
        said, said_at = self._said
        if not self._is_near(said_at, at):
            return None
        heads = clauses.opens_sentence(self._text, said_at)
        gone = self.dct is not None and self.dct - said.last > LONG_LEAP * _YEAR
        day = said.time.granularity.fineness >= _DAY
        if not self._joined(at):
            leads = heads and gone and is_year(said)
            return (said.first, said.last) if leads else None
        return (said.first, said.last) if heads or gone or day else None

    def carried(self, at: int) -> int | None:
        """The last day of the date that shares its year with one that "and" joins to it.

        "He was arrested in May 2010 and charged in June"; not where that was of late.
        """
        if self._said is None or self.dct is None or self.tells_history:
            return None
        if self._joined(at):
            return None  # "…, and in June it shut": it may have been of late
        said, said_at = self._said
        fine = said.time.granularity.fineness >= _SEASON
        gone = self.dct - said.last > _YEAR // 2
        if not (fine and gone and self._is_near(said_at, at)):
            return None
        joins = self._joining | self._follows
        joined = clauses.goes_on_from(self._text, said_at, at, joins)
        return said.last if joined else None

    def _joined(self, at: int) -> bool:
        return clauses.is_joined(self._text, at, self._joining)

    def _is_near(self, said_at: int, at: int) -> bool:
        return clauses.share_sentence(self._text, said_at, at)

    def clock_day(self, at: int) -> int | None:
        """The day of a clock time: the one told in the same line, else the one that a title
        above names, else the text's own.

        A line that a sentence runs over is wrapped, and goes on. A time at the head of
        a line is an entry of a log or of minutes, and so are four figures at that of a
        sentence.
        """
        titled = self.titles.day(at)
        own = self.dct if titled is None else titled
        if own is None or (self.tells_history and titled is None):
            return self._anchors.day
        told_here = sections.are_one_line(self._text, self._told_at, at)
        heads_line = sections.begins_line(self._text, at)
        before = self._text[max(0, at - 3) : at].rstrip()
        entry = self._text[at : at + 4].isdigit() and before[-1:] in _STOPS
        if heads_line or entry:
            return self._log_day(own, titled is not None)
        if told_here or self._goes_on(at):
            if self._anchors.day is not None:
                self.titles.tell_clock(self._anchors.day)
            return self._anchors.day
        return own

    def is_aside(self, at: int) -> bool:
        """Whether the day is that of an aside: "the strike, called on Monday, starts at noon"."""
        verb = clauses.verb_of_aside(self._text, self._told_at, at)
        return verb in self._done or (bool(verb) and verb.endswith(self._endings))

    def is_next_morning(self, day: int, seconds: int) -> bool:
        """Whether a clock time ends a night that began on a day: "last night; the fire was
        out at 5:30"."""
        return self._night.is_next_morning(day, seconds, self.dct)

    def since_evening(self, day: int, seconds: int, at: int) -> str | None:
        """What is told from a clock of the evening of a day up to one of the small hours:
        "began at 6 p.m. on Monday | and ended at 2 a.m."; None where there is no such."""
        evening = self._night.evening_before(day, seconds)
        return None if evening is None else self._text[evening:at]

    def log(self, moment: Unit) -> None:
        """Remember the time of day at the head of a line, with the day that is written."""
        self._log.begin(moment.first, spans.time_of_day(moment))

    def past_midnight(self, day: int, clock: int) -> int:
        """Days by which the lines of a log have run over the one they began on."""
        return self._log.past_midnight(day, clock)

    def _log_day(self, own: int, is_said: bool) -> int:
        """The day of a line of a log: its own, or the one of which clock times were told
        before the log, if nothing heads it and no later one is its own."""
        clocked = self.titles.begin_log(own)
        if clocked is None or is_said or self.in_section:
            return own
        return min(clocked, own)

    def _goes_on(self, at: int) -> bool:
        """Whether a paragraph goes on to a place from the one before, and a day of late."""
        day, dct = self._anchors.day, self.dct
        if day is None or dct is None or day > dct:
            return False
        if self.is_account:
            return True
        if day < dct - LATELY:
            return False
        if at - self._told_at > _PARAGRAPHS:
            return False
        return sections.is_next_paragraph(self._text, self._told_at, at)

    def open_year(self, year: int, rank: int, at: int) -> None:
        """A year that has a line of its own is that of the dates below it."""
        self._year_line = YearLine(year, rank, at)
        self._year_rules = True

    def _year_above(self, at: int) -> int | None:
        """The year of the heading above, unless a title as high stands between."""
        if self._year_line is not None:
            self._year_line = self._year_line.reaching(self._text, at)
        return self._year_line.year if self._year_line is not None else None

    def open_section(self, found: Unit) -> None:
        """A date in a heading is the day from which the text below it speaks."""
        if self.tells_history or found.first == self.dct:
            return
        self._year_rules = False
        self._anchors = anchors.on(found.first)
        self.in_section = True

    def open_post(self, found: Unit) -> None:
        """A message speaks from its day and hour, up to the next one."""
        self._around = self._entry_end = None
        self.stamp = spans.time_of_day(found)
        self.open_section(found)

    def open_entry(self, found: Unit, at: int) -> None:
        """A date at the head of an entry is the day from which its paragraph speaks, and
        in a text without a date all up to the next one."""
        if self._around is None:
            self._around = self._anchors
        has_own = self._around.own is not None
        self._entry_end = sections.entry_end(self._text, at) if has_own else None
        self.stamp = spans.time_of_day(found)
        self.last_entry = found.first
        self.open_section(found)

    def leave_entry(self, at: int) -> None:
        """Go on at an offset: behind the entry as before it."""
        if (
            self._around is not None
            and self._entry_end is not None
            and at > self._entry_end
        ):
            self._anchors = self._around
            self._around = self._entry_end = self.stamp = None
            self.in_section = False

    def open_quote(self, found: Unit, depth: int) -> None:
        """Mail quoted that deep speaks from a day, and what is around it from its own."""
        if depth == self._depth:
            self.open_section(found)
        elif depth > self._depth:
            self._quoted[depth] = anchors.on(found.first)

    def enter(self, depth: int) -> None:
        """Go on with text quoted that deep; where nothing dates it, as before."""
        if depth == self._depth:
            return
        self._quoted[self._depth] = self._anchors
        if depth in self._quoted:
            self._anchors = self._quoted[depth]
            self.in_section = depth > 0
        self._quoted = {d: own for d, own in self._quoted.items() if d <= depth}
        self._depth = depth

    def heard(
        self, found: Unit, at: int, whole: bool = True, compared: bool = False
    ) -> None:
        """Remember a time said at an offset; in a history not the time of its writing.

        A year that is far from the story does not move it, unless it is said at the head
        of a sentence or clause or is not a `whole` expression but the end of a range. A
        quarter that was only `compared` with ("a year ago") is not the one reported.
        """
        if self._is_own_time(found):
            self._in_own_time = True  # "He died yesterday. On August 24 he had …"
            self._own_said_at = at
            return
        self._said = found, at
        heads = clauses.heads_sentence(self._text, at, self._follows)
        heads = heads or clauses.heads_clause(self._text, at, self._joining)
        if whole and not heads and self._is_by_the_way(found):
            return
        if whole and not heads and self._anchors.is_far(found, self.tells_history):
            if not self.tells_history:
                self._anchors = replace(self._anchors, year=found.first)
            return
        self._night = self._night.told(found, at)
        self._anchors = self._anchors.told(found)
        if anchors.is_told_day(found):
            self._told_at = at
            self.titles.tell_day(found.first)
            if found.last == found.first:
                self._told[civil.weekday(found.first)] = found.first
        if found.time.granularity is Granularity.QUARTER and not compared:
            self.reported = self.reported.heard(found, self.dct)

    def told_past(self, found: Unit) -> None:
        """A whole date told as past: where it lies after the text's own day, that is not
        the day of its writing ("Date of inspection"), and it goes on from there."""
        if self.dct is not None and found.first > self.dct:
            self.outlived = max(found.last, self.outlived or 0)

    def heard_length(self, months: float) -> None:
        """Remember that figures of more than a quarter ("the nine months") are told."""
        self.reported = self.reported.heard_length(months)

    def _is_own_time(self, found: Unit) -> bool:
        if not self.tells_history or self.dct is None:
            return False
        return found.last >= self.dct - OWN_TIME

    def _is_by_the_way(self, found: Unit) -> bool:
        """Whether a year is only glanced at where a title names the day that is told of."""
        return bool(self.titles) and self.dct is None and is_year(found)


def _is_day(time: TimeValue) -> bool:
    return time.end - time.start <= DAY
