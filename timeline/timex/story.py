"""What is known while a text is read: the document date and the times said so far."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import islice

from msgspec import Struct

from timeline import civil
from timeline.civil import DAY
from timeline.model import Granularity, TimeValue
from timeline.text.accounts import is_account
from timeline.timex import sections, spans
from timeline.timex.midnight import Log
from timeline.timex.senses import Base
from timeline.timex.spans import Unit
from timeline.timex.titles import Titles, is_review

OWN_TIME = 150
"""A history is written at least this many days after what it tells."""

LEAP, LONG_LEAP = 2, 8
"""Years that a story leaps in mid-sentence: by a bare year, by a fuller date."""

_YEAR = 366
"""Days of a year, at most."""

_NUMBER = r"(?:[\[(]?\d{1,3}(?:\.\d{1,3})*[\]).]?\s+)?"
"""That of a paragraph: "[3] In", "3.2 In"."""

_HEAD = re.compile(rf"(?:^|[.!?:]\s+|\n\s*){_NUMBER}[\"“]?(?:\w+ )?(?:\w+ )?$")

_FRONT = re.compile(r"(?:^|[.!?]\s+|\n\s*)(?P<first>\w+) (?:[\w'’-]+ ){1,7}$")
_FRONT_REACH = 80
"""Characters before a time in which the phrase it ends may begin a sentence."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]|\n\s*\n")

_GOES_ON = re.compile(r"\d{4} [^\W\d_]")
"""A year with a subject behind it: "in 1984 the mine"."""

_OPEN_ASIDE = re.compile(r", (?P<verb>[a-z]+)(?: [a-z]+){0,5} $")
_ENDED_ASIDE = re.compile(r"[^,.;:\n]{3,24},")
_LEAD_IN = 60
"""Characters before the date of an aside: ", called by the union on"."""

_LATE, _MORNING = 17 * 3600, 6 * 3600
"""Seconds of a day from which it is late, and up to which it is early."""

LATELY = 3
"""Days before its own on which what a report tells may go on."""

_STOPS = frozenset(".!?”\"'")
"""What a sentence ends with."""

_LINE_END = re.compile(r"\n\s*\n|(?<![a-z,])\n|\n(?![a-z])")
"""The end of a line that is not wrapped in mid-sentence."""

_ONE_LINE_END = re.compile(r"(?<!\n)\n(?![ \t\r]*\n)(?![a-z])")
"""The same, with no blank line behind it."""

_ASIDE = re.compile(r",\s(?:\w+\s){0,2}\w+(?:ed|n|t)\s(?:[\w’'-]+\s){1,5}$")
"""A participle behind a comma, up to its year."""

_NEXT_DONE = re.compile(r"[^,]*(?:, \d{4})?, (?:then )?[a-z]+[dnt] [^,.;]{0,40}$")
"""From a date to that of what was done next: "March 2009, tried in | June"."""

_PARAGRAPHS = 5_000
"""Characters of two paragraphs, at most."""

_DAY, _SEASON = Granularity.DAY.fineness, Granularity.SEASON.fineness

_FINENESS = {"month": Granularity.MONTH.fineness, "year": Granularity.YEAR.fineness}
"""How fine a time must be so that "that month", "that year" can mean it; else a day."""

_LASTING = frozenset({"decade", "century", "millennium"})


class _YearAbove(Struct, frozen=True):
    """A heading that is a year: how high it ranks, and up to where no other ended it."""

    year: int
    rank: int
    until: int


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
        self.dct = dct.start // DAY if dct and _is_day(dct) else None
        self.written = self.dct
        known = None if tells_history else self.dct
        self._day: int | None = known
        self._month: int | None = known
        self._year: int | None = known
        if dct and self.dct is None and not tells_history:
            self._year = dct.start // DAY
        self.quarter: tuple[int, int] | None = None
        self.quarter_lag = 0
        self.reports_longer = False
        self.in_section = False
        self.is_account = dct is not None and is_account(text)
        self.has_quotes = text.startswith(">") or "\n>" in text
        self._depth = 0
        self._days: dict[int, tuple[int | None, ...]] = {}
        self._told: dict[int, int] = {}
        self._told_at = 0
        self._said: tuple[Unit, int] | None = None
        self._in_own_time = False
        self._own_said_at: int | None = None
        self.stamp: int | None = None
        self._own: tuple[int | None, ...] | None = None
        self._entry_end: int | None = None
        self.titles = Titles(text, is_review(text, cues["reviews"]))
        self._night: int | None = None
        self._evening: tuple[int, int] | None = None
        self._log = Log()
        self._year_line: _YearAbove | None = None
        self._year_rules = False
        self.last_entry: int | None = None
        self.entries_go = 0
        self.opened_at = 0
        self.outlived: int | None = None

    @property
    def last_said(self) -> tuple[Unit, int] | None:
        """The time said last and the offset at which it was, if any was."""
        return self._said

    def day(self, base: Base) -> int | None:
        """The day that a phrase hangs on, or None where none is known."""
        return self.dct if base == "dct" and self.dct is not None else self._day

    def has_told(self, day: int) -> bool:
        """Whether a day is the last of its weekday that was told."""
        return self._told.get(civil.weekday(day)) == day

    def unit(self, base: Base, unit: str) -> int | None:
        """A day inside the last-said time that is at least as fine as the unit."""
        if base == "story":
            base = "previous" if self.tells_history or self.dct is None else "dct"
        if base == "dct" and self.dct is not None:
            return self.dct
        if unit in ("year", *_LASTING) and self._year is not None:
            return self._year
        if unit in ("month", "quarter", "half"):
            return self._month
        return self._day

    def day_near(self, at: int) -> int | None:
        """The day told in the same sentence or the one before: "by the end of the day"."""
        ends = _SENTENCE_END.finditer(self._text, self._told_at, at)
        near = bool(self._told) and next(islice(ends, 1, None), None) is None
        return self._day if near else None

    def year_said(self) -> int | None:
        """The year, if one is what was said last: "in 2009", then "the following spring"."""
        said = self._said[0] if self._said is not None else None
        return civil.ymd(said.first)[0] if said and _is_year(said) else None

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
        if self._said is not None and _is_year(self._said[0]):
            said, said_at = self._said
            if self._is_near(said_at, at) and not self._is_aside(said_at):
                return said.first, said.last
        if self._month is not None:
            return self._month, self._month
        if self._year is None:
            return (self.dct, self.dct) if self._in_own_time and self.dct else None
        year = civil.ymd(self._year)[0]
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
        heads = _HEAD.search(self._text[max(0, said_at - 24) : said_at])
        gone = self.dct is not None and self.dct - said.last > LONG_LEAP * _YEAR
        day = said.time.granularity.fineness >= _DAY
        if not self._joined(at):
            leads = heads is not None and gone and _is_year(said)
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
        between = self._text[said_at:at].lower()
        joins = self._joining | self._follows
        joined = ";" in between or not joins.isdisjoint(between.split())
        joined = joined or _NEXT_DONE.match(between) is not None
        return said.last if joined else None

    def _is_aside(self, at: int) -> bool:
        """Whether a year is that of an aside: "the dam, completed in | 1978, was due in"."""
        closed = self._text[at + 4 : at + 5] == ","
        return closed and _ASIDE.search(self._text[max(0, at - 60) : at]) is not None

    def _joined(self, at: int) -> bool:
        """Whether a date heads a clause: "…, and in | June the mill burnt"."""
        before = self._text[max(0, at - 24) : at].split()
        return len(before) > 1 and before[-2].lower().rstrip(",") in self._joining

    def _is_near(self, said_at: int, at: int) -> bool:
        """Whether one sentence holds what was said and an offset behind it."""
        return not _SENTENCE_END.search(self._text, said_at, at)

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
            return self._day
        told_here = not _LINE_END.search(self._text, self._told_at, at)
        heads_line = sections.begins_line(self._text, at)
        before = self._text[max(0, at - 3) : at].rstrip()
        entry = self._text[at : at + 4].isdigit() and before[-1:] in _STOPS
        if heads_line or entry:
            return self._log_day(own, titled is not None)
        if told_here or self._goes_on(at):
            if self._day is not None:
                self.titles.tell_clock(self._day)
            return self._day
        return own

    def is_aside(self, at: int) -> bool:
        """Whether the day is that of an aside: "the strike, called on Monday, starts at noon"."""
        before = self._text[max(0, self._told_at - _LEAD_IN) : self._told_at]
        behind = self._text[self._told_at : at]
        opened = _OPEN_ASIDE.search(before) if _ENDED_ASIDE.match(behind) else None
        verb = opened["verb"] if opened else ""
        return verb in self._done or (bool(verb) and verb.endswith(self._endings))

    def is_next_morning(self, day: int, seconds: int) -> bool:
        """Whether a clock time ends a night that began on a day: "last night; the fire was
        out at 5:30"."""
        ends = day == self._night and seconds < spans.NOON
        return ends and (self.dct is None or day < self.dct)

    def since_evening(self, day: int, seconds: int, at: int) -> str | None:
        """What is told from a clock of the evening of a day up to one of the small hours:
        "began at 6 p.m. on Monday | and ended at 2 a.m."; None where there is no such."""
        if self._evening is None or self._evening[0] != day or seconds >= _MORNING:
            return None
        return self._text[self._evening[1] : at]

    def log(self, moment: Unit) -> None:
        """Remember the time of day at the head of a line, with the day that is written."""
        self._log.begin(moment.first, _clock(moment))

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
        """Whether a paragraph goes on to a place from the one before, and a day of late.

        Lines that no blank line parts are each a thing of their own.
        """
        day, dct = self._day, self.dct
        if day is None or dct is None or day > dct:
            return False
        if self.is_account:
            return True
        if day < dct - LATELY:
            return False
        if at - self._told_at > _PARAGRAPHS:
            return False
        between = self._text[self._told_at : at]
        return between.count("\n\n") == 1 and not _ONE_LINE_END.search(between)

    def open_year(self, year: int, rank: int, at: int) -> None:
        """A year that has a line of its own is that of the dates below it."""
        self._year_line = _YearAbove(year, rank, at)
        self._year_rules = True

    def _year_above(self, at: int) -> int | None:
        """The year of the heading above, unless a title as high stands between."""
        headed = self._year_line
        if headed is None:
            return None
        ranks = sections.titles(self._text, headed.until, at) if headed.rank else ()
        if any(rank <= headed.rank for rank in ranks):
            self._year_line = None
            return None
        self._year_line = _YearAbove(headed.year, headed.rank, at)
        return headed.year

    def open_section(self, found: Unit) -> None:
        """A date in a heading is the day from which the text below it speaks."""
        if self.tells_history or found.first == self.dct:
            return
        self._year_rules = False
        self.dct = self._day = self._month = self._year = found.first
        self.in_section = True

    def open_post(self, found: Unit) -> None:
        """A message speaks from its day and hour, up to the next one."""
        self._own = self._entry_end = None
        self.stamp = _clock(found)
        self.open_section(found)

    def open_entry(self, found: Unit, at: int) -> None:
        """A date at the head of an entry is the day from which its paragraph speaks, and
        in a text without a date all up to the next one."""
        if self._own is None:
            self._own = self.dct, self._day, self._month, self._year
        has_own = self._own[0] is not None
        self._entry_end = sections.entry_end(self._text, at) if has_own else None
        self.stamp = _clock(found)
        self.last_entry = found.first
        self.open_section(found)

    def leave_entry(self, at: int) -> None:
        """Go on at an offset: behind the entry as before it."""
        if (
            self._own is not None
            and self._entry_end is not None
            and at > self._entry_end
        ):
            self.dct, self._day, self._month, self._year = self._own
            self._own = self._entry_end = self.stamp = None
            self.in_section = False

    def open_quote(self, found: Unit, depth: int) -> None:
        """Mail quoted that deep speaks from a day, and what is around it from its own."""
        if depth == self._depth:
            self.open_section(found)
        elif depth > self._depth:
            self._days[depth] = (found.first,) * 4

    def enter(self, depth: int) -> None:
        """Go on with text quoted that deep; where nothing dates it, as before."""
        if depth == self._depth:
            return
        self._days[self._depth] = (self.dct, self._day, self._month, self._year)
        if depth in self._days:
            self.dct, self._day, self._month, self._year = self._days[depth]
            self.in_section = depth > 0
        self._days = {d: days for d, days in self._days.items() if d <= depth}
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
        heads = self._heads_sentence(at) or self._heads_clause(at)
        if whole and not heads and self._is_by_the_way(found):
            return
        if whole and self._is_far(found) and not heads:
            self._year = self._year if self.tells_history else found.first
            return
        fineness, first = found.time.granularity.fineness, found.first
        self._follow_night(found)
        if fineness >= _DAY:
            late = (_clock(found) or 0) >= _LATE
            self._evening = (found.first, at) if late else None
        if fineness >= _DAY and found.last - first <= 3:
            self._day = self._month = self._year = first
            self._told_at = at
            self.titles.tell_day(first)
            if found.last == first:
                self._told[civil.weekday(first)] = first
        elif fineness >= _SEASON:
            self._month = self._year = first
        elif found.time.granularity is Granularity.YEAR and self._year_differs(found):
            self._month, self._year = None, found.first
        if found.time.granularity is Granularity.QUARTER and not compared:
            self._heard_quarter(found)

    def _follow_night(self, found: Unit) -> None:
        """A night that was told goes on until another day is."""
        if spans.is_night(found):
            self._night = found.first
        elif found.time.granularity.fineness >= _DAY and found.first != self._night:
            self._night = None

    def _heard_quarter(self, found: Unit) -> None:
        """A quarter not over is reported only where none was before it: a fiscal one.

        The one before the quarter reported is compared with.
        """
        said = spans.numbers(found)
        is_over = self.dct is None or found.last < self.dct
        if self.quarter is None or (is_over and said >= self.quarter):
            self.quarter, self.reports_longer = said, False
            self.quarter_lag = spans.lag(found)

    def told_past(self, found: Unit) -> None:
        """A whole date told as past: where it lies after the text's own day, that is not
        the day of its writing ("Date of inspection"), and it goes on from there."""
        if self.dct is not None and found.first > self.dct:
            self.outlived = max(found.last, self.outlived or 0)

    def heard_length(self, months: float) -> None:
        """Remember that figures of more than a quarter ("the nine months") are told."""
        if 6 <= months <= 12:
            self.reports_longer = True

    def _heads_sentence(self, at: int) -> bool:
        """Whether at most a word or two stand between a sentence's start and the time, or
        a noun after which the sentence tells what came: "After the coup of 6 May 1974"."""
        if _HEAD.search(self._text[max(0, at - 24) : at]):
            return True
        front = _FRONT.search(self._text[max(0, at - _FRONT_REACH) : at])
        return front is not None and front["first"].lower() in self._follows

    def _heads_clause(self, at: int) -> bool:
        """Whether a clause begins with a year: "it fell, and in 1984 the mine shut"."""
        if not _GOES_ON.match(self._text, at):
            return False
        before = self._text[max(0, at - 24) : at].split()
        return len(before) > 1 and (
            before[-2][-1] in ",;" or before[-2].lower() in self._joining
        )

    def _is_own_time(self, found: Unit) -> bool:
        if not self.tells_history or self.dct is None:
            return False
        return found.last >= self.dct - OWN_TIME

    def _is_by_the_way(self, found: Unit) -> bool:
        """Whether a year is only glanced at where a title names the day that is told of."""
        return bool(self.titles) and self.dct is None and _is_year(found)

    def _is_far(self, found: Unit) -> bool:
        is_bare = found.time.granularity is Granularity.YEAR
        if self._year is None or not (is_bare or self.tells_history):
            return False
        years = abs(civil.ymd(found.first)[0] - civil.ymd(self._year)[0])
        return years > (LEAP if is_bare else LONG_LEAP)

    def _year_differs(self, found: Unit) -> bool:
        return (
            self._year is None or civil.ymd(self._year)[0] != civil.ymd(found.first)[0]
        )


def _clock(unit: Unit) -> int | None:
    """The time of day of a moment, in seconds; one of UTC is hardly that of who writes."""
    fine = unit.time.granularity.fineness > _DAY and unit.time.zone != "UTC"
    return unit.time.start % DAY if fine else None


def _is_year(unit: Unit) -> bool:
    return unit.time.granularity is Granularity.YEAR


def _is_day(time: TimeValue) -> bool:
    return time.end - time.start <= DAY
