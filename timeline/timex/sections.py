"""From which day a part of the text speaks: below headings, in entries, in quoted mail."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from timeline.model import Span

_HEAD_REACH, _TRAIL_REACH = 9, 5
"""Characters of marks before and after a date that has a line of its own."""

_LINE = 200
"""Longer lines are no headers of mail."""

ENTRY_LEADS = frozenset(("Le", "El", "Il", "Am", "Den", "Op", "A.D.", "AD"))
"""What may stand before the date of an entry: "Le 3 mars 1793. Arrivé", "A.D. 1204."."""

_LEAD, _LEADING = 12, " \t\r\ufeff*_'#>-–—•·|([~"
"""Characters of marks before a date that begins a line, at most, and which."""

_INDENTED = 40
"""Characters before the first word of a line, at most."""

_BEHIND = re.compile(
    r"(?:\][ \t]|[)\]*_']*+(?: *+\t[*_]*"
    r"|[ \t]*+(?:[.:|–—][*_]*(?:[ \t]?[–—])?|-++(?=[ \t]))))[ \t]*+"
    r"[^\s.:|–—-]"
    r"|[ ]{2,}\S"
)
"""What stands behind the date of an entry: a mark, or a gap, then its text."""

_FEWEST_FEET = 2
"""Dates below what is of them by which a text is told so."""

_ASIDE = re.compile(r" [(\[][^\W\d_]{2,10}\.?[)\]]")
"""The weekday behind a date that has a line of its own: "2031-05-03 (Sat)"."""

_MARKS = " \t\r\n#*=_-–—:.[]()"
"""What may stand beside a date that has a line of its own."""

_CLOCK = re.compile(
    r"(?:^|[ T])(?:\d\d[:.h]?|\d[:h]|(?<=[eE] )\d\.)\d\d(?:[:.]\d\d)?(?:[,.]\d+)?(?: ?[A-Z]{1,4})?$"
)
_DAY = re.compile(r"\d\d?/\d\d?$")
"""Day and month alone, as they head the lines of notes: "24/3 Seen by Dr Valk"."""

_FIGURES = re.compile(
    r"(?:\d\d?(?P<mark>[/.-])\d\d?(?P=mark)(?:\d\d){1,2}|\d{4}-\d\d-\d\d)$"
)
_OPENS = re.compile(r"[ \t]+(?:[A-Z]|\d+\w*[ ][A-Z])")
"""A whole date in figures, as it heads the lines of notes, and what stands behind it:
"07/03/20 WR Dr Valk: better"."""

_MONTH = r"(?:\d\d?/|[A-Z][a-z]{2,8}\.? )?"
_YEARS = re.compile(
    rf"{_MONTH}[12]\d{{3}}(?:[ \t]?[-–—/][ \t]?(?:{_MONTH}[12]\d{{3}}|\d\d))?$"
)
"""A year or two, as they head the lines of a life: "1998–2004 Studied in Lund", "09/1999 –
12/2007 Clerk"."""

_BEFORE_YEAR = (
    r"(?:\d\d?[/.-](?:\d\d?[/.-])?"
    r"|(?:\d\d?(?:\.|er)? (?:de )?)?[^\W\d_]{3,9}+\.? (?:de )?)?"
)
_FIRST_YEAR = re.compile(rf"{_BEFORE_YEAR}[12]\d{{3}}\b")
_NEXT_YEAR = re.compile(rf"[ \t]*+\n[ \t]*+(?:since )?{_BEFORE_YEAR}[12]\d{{3}}\b")
_WORDED = re.compile(r"\d\d?(?:\.|er)? (?:de )?[^\W\d_]{3,9}+\.? (?:de )?[12]\d{3}$")
"""A whole date in words, as it may head such lines as well: "14. Juni 1944 Brand"."""

_NEXT = 160
"""Characters of a line behind which the next begins with a year as well."""

_CODE = re.compile(r"^[ \t]*[\[(]?(?P<at>\d\d:\d\d:\d\d)\b", re.MULTILINE)
_FEWEST_CODES, _NEAR_NOUGHT, _LONGEST = 3, 300, 6 * 3600
"""Lines with time codes, seconds up to the first, and of the longest recording."""

_BLANK = re.compile(r"\n[ \t\r]*\n")

_ENTRY = 5_000
"""Characters of the longest entry."""

LOWEST = 6
"""How low a title of Markdown can rank: "###### …"."""

_TITLE = re.compile(r"^(?P<marks>#{1,6})[ \t]+\S", re.MULTILINE)
_YEAR = re.compile(r"^[ \t#*=_–—-]*(?P<year>1\d{3}|20\d\d)[ \t*:=_–—-]*$", re.MULTILINE)
_ENDS = (*".!?", "")
"""A first line that ends so is a sentence, or nothing."""

_POSTED = 60
"""Characters of the longest line that says who wrote what stands below it, and when."""

_BY = re.compile(
    r"[ \t]*(?P<name>\S(?:[^\n]*\S)?)??(?:[ \t]*(?P<mark>[,·•|–—\[(:@-]+)[ \t]*"
    r"|(?:[ ]{2,}|\t[ \t]*))"
)
"""What stands before the date of such a line: a name and a mark."""

_GAP = "  "
"""What parts name and date where no mark does."""

_SIGNED = re.compile(
    r"\][ \t]+(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})[ \t]*\r?\n(?=[^\s\[])"
)
"""Who wrote what stands below, behind when: "[2031-05-03 14:05] Ada Brenn"."""

_VERSION = re.compile(r"\d\.\d")
"""That of a program, which is no name."""

_ZONE = re.compile(r"^ [+-]\d{4}\b")
_POST_CLOCK = re.compile(r"\d\D{1,12}\d{1,2}:\d\d|\d\d?:\d\d[ ]?[AaPp]\.?[Mm]\.?$")
"""A day with its time of day, or that alone: "Ada Brenn  2:05 PM"."""

_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_FIELD = re.compile(
    r"[ \t>*]*+(?P<name>[^\W\d_]{1,12}(?: e[lm])?)[ \u00a0]?\*?:\*?[ \t]++\S"
)
"""A header of a mail ("Sent: …")."""


_LINE_END = re.compile(r"\n\s*\n|(?<![a-z,])\n|\n(?![a-z])")
"""The end of a line that is not wrapped in mid-sentence."""

_ONE_LINE_END = re.compile(r"(?<!\n)\n(?![ \t\r]*\n)(?![a-z])")
"""The same, with no blank line behind it."""


def begins_line(text: str, at: int) -> bool:
    """Whether an offset is the first of its line, but for marks: "| 14:05", "- **14:05**"."""
    if not at or "\n" in text[max(0, at - 3) : at]:
        return True
    before = text[max(0, at - _INDENTED) : at].rpartition("\n")
    return bool(before[1]) and not before[2].strip(_LEADING)


def are_one_line(text: str, start: int, end: int) -> bool:
    """Whether two offsets are in one line; one that a sentence runs over is wrapped."""
    return not _LINE_END.search(text, start, end)


def is_next_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the second offset is in the paragraph after that of the first. Lines that
    no blank line parts are each a thing of their own."""
    between = text[start:end]
    return between.count("\n\n") == 1 and not _ONE_LINE_END.search(between)


def is_heading(text: str, span: Span) -> bool:
    """Whether a date has a line of its own, as in diaries, minutes and chronicles."""
    before = text[max(0, span.start - _HEAD_REACH) : span.start]
    _, newline, lead = before.rpartition("\n")
    if not newline and len(before) == span.start:
        newline = "\n"  # the first line of the text
    aside = _ASIDE.match(text, span.end)
    end = aside.end() if aside else span.end
    trail, ends, _ = text[end : end + _TRAIL_REACH].partition("\n")
    if not newline or not (ends or end + _TRAIL_REACH > len(text)):
        return False
    return not (lead + trail).strip(_MARKS)


def are_feet(text: str, spans: Iterable[Span]) -> bool:
    """Whether dates with lines of their own stand below what is of them, as on pages that
    tell how an outage goes on: the last line is one, the first is none."""
    alone = [span for span in spans if is_heading(text, span)]
    if len(alone) < _FEWEST_FEET or text[alone[-1].end :].strip(_MARKS):
        return False
    above = text[: alone[0].start].strip(_MARKS)
    ahead = (text[a.end : b.start].strip(_MARKS) for a, b in pairwise(alone))
    return bool(above) and all(ahead)


def year_headings(text: str) -> Iterator[tuple[int, int]]:
    """The years that have a line of their own, with where each ends."""
    return ((found.end(), int(found["year"])) for found in _YEAR.finditer(text))


def entry_heads(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The starts of the dates that head an entry each: of a diary, a log or a chronicle.

    Such a date begins a line and has a mark behind it, or is a clock time there: "3 May.
    Left Lund", "[2 May] Rain", "- 09:02 – alarm", "0910 engines stopped". One makes none,
    but for the stamp of a post and below days that have lines of their own.
    """
    spans = [*spans]
    found = [span.start for span in spans if heads_entry(text, span)]
    is_post = found == [1] and text.startswith("[")
    if len(found) == 1 and not is_post:
        headed = sum(is_heading(text, span) for span in spans)
        return frozenset(found) if headed > 1 else frozenset()
    return frozenset(found)


def heads_entry(text: str, span: Span) -> bool:
    """Whether a date or clock stands where that of an entry does."""
    begun = text.rfind("\n", max(0, span.start - _LEAD), span.start) + 1
    if not begun and span.start > _LEAD:
        return False
    lead = text[begun : span.start].strip(_LEADING)
    if lead and lead not in ENTRY_LEADS:
        return False
    if _BEHIND.match(text, span.end):
        return True
    written = text[span.start : span.end]
    is_bare = _CLOCK.search(written) or _DAY.fullmatch(written)
    is_year = _YEARS.fullmatch(written) or _WORDED.fullmatch(written)
    if is_year and lists_years(text, begun, span.end):
        return True
    if _FIGURES.fullmatch(written) and _OPENS.match(text, span.end):
        return True
    behind = text[span.end : span.end + 3].lstrip("*_")
    return is_bare is not None and behind[:1] in (" ", "\t", ",")


def lists_years(text: str, begun: int, end: int) -> bool:
    """Whether a line that begins with a year stands beside another, and goes on with words."""
    if text[end : end + 1] not in (" ", "\t") or not text[end : end + 3].strip():
        return False
    before = text.rfind("\n", max(0, begun - 1 - _NEXT), max(0, begun - 1)) + 1
    above = _FIRST_YEAR.match(text, before, begun) is not None
    line = text.find("\n", end, end + _NEXT)
    return above or (line >= 0 and _NEXT_YEAR.match(text, line) is not None)


def post_heads(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The starts of the dates of lines that say who wrote what stands below, and when.

    "Ada Brenn, [03.06.2031 14:12]", "@ada · Mar 3, 2031", "Posted: 3 May 2031, 18:41". It
    takes two that are marked alike; words before a colon must be the same in both.
    """
    found = [(kind, span.start) for span in spans if (kind := _posted(text, span))]
    kinds = Counter(kind for kind, _ in found)
    return frozenset(start for kind, start in found if kinds[kind] > 1)


def _posted(text: str, span: Span) -> str:
    """What marks a line as such, "" if it is none."""
    begun = text.rfind("\n", max(0, span.start - _POSTED), span.start) + 1
    if not begun and span.start > _POSTED:
        return ""
    if signed_behind(text, span):
        return "]"
    by = _BY.fullmatch(text, begun, span.start)
    end = text.find("\n", span.end, span.end + _LEAD)
    if by is None or not by["name"] or end < 0 or not text[end:].strip():
        return ""
    if "|" in by["name"] or by["name"][0] in "|+" or _VERSION.search(by["name"]):
        return ""  # The row of a table, or "## 2.1 – 3 May 2031" over what is new in it
    parted = (
        text[end + 1 : end + 2] in "\r\n" and ":" not in text[span.start : span.end]
    )
    behind = _ZONE.sub("", text[span.end : end])
    if parted or any(map(str.isalnum, behind)):
        return ""
    if by["mark"] is None:  # "#2  ada_77  3 May 2031, 21:59"
        return _GAP if _POST_CLOCK.search(text, span.start, span.end) else ""
    return by["name"] + ":" if by["mark"] == ":" else by["mark"]


def signed_behind(text: str, span: Span) -> str:
    """Who has a line of his own behind the date of a post in brackets, or ""."""
    if not text.endswith("[", 0, span.start) or not begins_line(text, span.start):
        return ""
    signed = _SIGNED.match(text, span.end)
    return signed["name"] if signed else ""


def time_codes(text: str) -> frozenset[int]:
    """The starts of the times that count from the beginning of a recording: "[00:03:10] Ada:
    …". They begin near nought, run on, and end before the day does."""
    found = [*_CODE.finditer(text)] if "00:0" in text else []
    if len(found) < _FEWEST_CODES:
        return frozenset()
    clocks = (map(int, one["at"].split(":")) for one in found)
    times = [h * 3600 + m * 60 + s for h, m, s in clocks]
    runs = times == sorted(times) and times[0] < _NEAR_NOUGHT and times[-1] < _LONGEST
    return frozenset(one.start("at") for one in found) if runs else frozenset()


def entry_end(text: str, at: int) -> int:
    """Where the paragraph ends that an entry is written in; no farther off than `_ENTRY`."""
    end = _BLANK.search(text, at, at + _ENTRY)
    return end.start() if end else min(len(text), at + _ENTRY)


def level(text: str, at: int) -> int:
    """How high the title ranks in whose line an offset lies: 1 for the first line of a text
    or "# …", 2 for "## …", 0 where the line is no title."""
    begun = text.rfind("\n", max(0, at - _LINE), at) + 1
    marks = _TITLE.match(text, begun)
    if marks:
        return len(marks["marks"])
    end = text.find("\n", at, begun + _LINE)
    is_first = end >= 0 and begun < _LINE and not text[:begun].strip("\ufeff \t\r\n")
    return int(is_first and text[at:end].rstrip()[-1:] not in _ENDS)


def titles(text: str, start: int, end: int) -> Iterator[int]:
    """How high each title of Markdown ranks that begins between two offsets: 1 for "# …"."""
    return (len(title["marks"]) for title in _TITLE.finditer(text, start, end))


class YearLine(Struct, frozen=True):
    """A heading that is a year: how high it ranks, and up to where no other ended it."""

    year: int
    rank: int
    until: int

    def reaching(self, text: str, at: int) -> "YearLine | None":
        """The same up to an offset, unless a title as high stands between."""
        ranks = titles(text, self.until, at) if self.rank else ()
        if any(rank <= self.rank for rank in ranks):
            return None
        return YearLine(self.year, self.rank, at)


def depth(text: str, at: int) -> int:
    """How often the line around an offset is quoted with ">"."""
    return _marks(text, text.rfind("\n", max(0, at - _LINE), at) + 1)


def _marks(text: str, begun: int) -> int:
    marks = _QUOTED.match(text, begun, begun + _LINE)
    return marks[0].count(">") if marks else 0


def quotes(text: str, span: Span) -> int:
    """The depth of the quotation that the date of "On …, Tova wrote:" opens, or 0."""
    end = text.find("\n", span.end, span.end + _LINE)
    line = text[span.end : max(end, span.end)].rstrip()
    if end < 0 or not line.endswith(":"):
        return 0
    return _marks(text, end + 1) or _marks(text, end + 2)


def is_stamp(text: str, span: Span, names: frozenset[str]) -> bool:
    """Whether a date fills a header among headers: "Sent: …", then "To: …", or the last one
    below who wrote it: "Author: Ada <ada@…>"."""
    begun = text.rfind("\n", max(0, span.start - _LINE), span.start) + 1
    field = _FIELD.match(text, begun, span.start + 1)
    if field is None or field["name"].lower() not in names:
        return False
    end = text.find("\n", span.end, span.end + _LINE)
    if end >= 0 and _FIELD.match(text, end + 1, end + _LINE):
        return True
    above = text[text.rfind("\n", 0, max(0, begun - 1)) + 1 : begun].rstrip()
    return above.endswith(">") and "@" in above and _FIELD.match(above) is not None
