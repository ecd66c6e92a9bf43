"""Rungs of lines that are dates and nothing else, at the head or the foot of a text.

Larkfield, 3 May 2031            By Ann Lee | Saturday, 3 May 2031, 10:05 GMT | 4 min read
"""

import re
from collections.abc import Iterable, Iterator

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.dct.clue import Clue, Role
from timeline.dct.labels import (
    has_other,
    is_filler,
    labels,
    may_end,
    without_labels,
    without_numbers,
    wording,
)
from timeline.dct.page import Line, Page
from timeline.dct.values import Reading, is_day, words
from timeline.model import Span, TimeValue
from timeline.text.cells import KEYED, gaps

HEADER = "header"
FOOTER = "footer"
COPYRIGHT = "copyright"

_LONGEST = 120
"""Characters of a date line, with place, names and reading time."""

_BANNER = 0.45
"""Confidence in "3 May 2031, updated at 10:05": some papers head each page with the
day on which it is fetched. So no undated document borrows from it."""

_BARS = 4
"""Bars of a row with three cells."""

_DIARY = 200_000
_ABOVE = 20_000
_ENTRIES = 40
"""How far, up and down, and for how many lines dates are looked for that make a diary."""

_STAMPED = re.compile(
    r"^[ \t]*+\[?(?:\d{4}-\d\d-\d\d|\d\d?(?P<mark>[/.-])\d\d?(?P=mark)(?:\d{4}|\d\d))\b",
    re.MULTILINE,
)
_MESSAGE = re.compile(
    r"[ \t]{0,3}\[?\d{1,4}[./-]\d\d?[./-]\d{1,4},? (?:at )?\d\d?[:.]\d\d[^\]\n-]{0,12}(?:\]| -)"
    r" [^:\n]{1,40}: \S"
)
"""A message of a chat: "[03/05/31, 14:05] Ada: Torvik"."""

_NOTES = 3
"""Days at the heads of lines in the shortest notes."""

_KEYS = re.compile(KEYED)

_DATE = "\0"
"""Stands for a time expression where the words around it are looked at."""

_NAME = r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f][\w.'’&-]*"
_SMALL = "near|upon|on|at|sur|am|de|del|della|di|du|do|da|von|van"
_NAMES = re.compile(rf"{_NAME}(?:[ \t]+(?:(?:{_SMALL})[ \t]+)?{_NAME}){{0,4}}")
"""A name, or several words of one: "Camp near Torvik", "Norden upon Lind"."""
_DIVIDER = re.compile(r"\s[-–—]+\s|\0-|[,;:|·•/()\[\]–—*_#=~<]|\s{2,}")
_FIGURES = re.compile(
    r"(?<!\d)[+-]\d\d:?\d\d\b|\b\d{1,3}[ -]?min(?:ute)?s?\b"
    r"|\b\d{1,2}(?:h(?:\d\d)?|[:.]\d\d(?:[AaPp][Mm])?)\b|\b[0-2]\d[0-5]\d(?= [A-Z]{2,3}T\b)"
)
"""Time zones, reading times, and clock times that were not taken for any."""

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^\w\n]{0,5}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^[^\r\n]{4,60}$", re.MULTILINE)


def lone_head(page: Page) -> Iterator[Clue]:
    """The first of the first lines that is a date."""
    return _lone(page.head, page, HEADER)


def lone_foot(page: Page) -> Iterator[Clue]:
    """The first of the last lines that is a date."""
    return _lone(page.foot, page, FOOTER)


def copyright_year(page: Page) -> Iterator[Clue]:
    """The year of a copyright line: shown as evidence, never made a date."""
    for line in (*page.foot, *page.head):
        found = _COPYRIGHT.search(line.text) if line.is_whole else None
        if found:
            value = edtf.years(int(found["year"]))
            skip = (line.span,)
            text = line.text.strip()
            yield Clue(COPYRIGHT, text, 0.3, value, role=Role.YEAR, skip=skip)
            return


def _lone(lines: tuple[Line, ...], page: Page, rung: str) -> Iterator[Clue]:
    """The first line that is a date, unless the text is a diary, dated day by day."""
    for line, before in zip(lines, ("", *(x.text for x in lines)), strict=False):
        found = None if _ends_in_other(before) else date_line(line, page, rung)
        if found:
            last = rung == FOOTER and _ends_diary(found, page)
            yield from () if last or _is_diary(found, page) else (found,)
            return


def date_line(
    line: Line, page: Page, rung: str, role: Role = Role.WRITTEN
) -> Clue | None:
    """The date of a line that holds one date, names and fillers, and nothing else."""
    text = line.text
    if len(text) > _LONGEST or text.lstrip().startswith(">") or is_row(text):
        return None
    if _MESSAGE.match(text):
        return None
    found = words(text, page)
    days = {reading.value for reading in found.dated}
    if len(days) != 1 or has_other(text):
        return None
    if any(label.start < found.dated[0].span.end for label in labels(text)):
        return None
    names = _names(_once(text, found.dated[0]), found.spans)
    if names is None or (names and not is_day(found.dated[0])):
        return None
    first = found.dated[0]
    if _is_field(text[: first.span.start]):
        return None
    confidence = 0.85 if names else 0.93 if is_day(first) else 0.78
    if without_labels(text[first.span.end :]) != text[first.span.end :]:
        confidence, role = _BANNER, Role.UPDATED
    written, skip = text.strip(), (line.span,)
    return Clue(rung, written, confidence, first.value, None, first.other, role, skip)


def _is_field(before: str) -> bool:
    """Whether words before a date name a field that no label is: "Policy begun: 3 May"."""
    name = before.rstrip(" \t*_").rpartition(" ")[2]
    return name.endswith(":") and not is_filler(name) and not is_byline(before)


def _once(text: str, reading: Reading) -> str:
    """The text with a year that stands before its date as well blanked out."""
    year = re.match(r"\d{4}", reading.value.edtf) if reading.value else None
    lead = text[: reading.span.start]
    if year is None or lead.split() != [year[0]]:
        return text
    return " " * len(lead) + text[reading.span.start :]


def is_row(text: str) -> bool:
    """Whether a line is the row of a table, not one of a form: "| Date | 3 May 2031 |"."""
    bare = text.lstrip()
    if bare[:1].isdigit() and gaps(text, 0, len(text)):
        return True
    if _KEYS.match(bare):
        return True  # A line of a log: "date=2031-05-03 time=14:05 action=deny"
    return text.count("|") >= _BARS and bare.startswith("|")


def is_byline(text: str) -> bool:
    """Whether the words are names after "by", with or without "on" at the end."""
    first, _, rest = text.strip().partition(" ")
    return first.lower().rstrip(":") in wording().byline and _is_names(rest)


def is_place(text: str) -> bool:
    """Whether the words are fillers, perhaps after a name: "Larkfield this"."""
    bare = text.strip(" \t–—-|·•,")
    name = _NAMES.match(bare)
    return is_filler(bare[name.end() :] if name else bare)


def _names(text: str, spans: Iterable[Span]) -> tuple[str, ...] | None:
    """The names in a date line; None if there is anything else, so that it is none."""
    before, mark, after = _marked(text, spans).partition(_DATE)
    marked = before + mark + without_numbers(without_labels(after))
    names = []
    for part in _DIVIDER.split(_FIGURES.sub(" ", marked)):
        bare = part.replace(_DATE, " ").strip()
        if is_filler(bare) and not any(character.isdecimal() for character in bare):
            continue
        if not is_byline(bare) and (_DATE in part or not _NAMES.fullmatch(bare)):
            return None
        names.append(bare)
    return tuple(names) if len(names) <= 3 else None


def _marked(text: str, spans: Iterable[Span]) -> str:
    """The text with a mark in place of each span."""
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start] + _DATE + text[span.end :]
    return text


def _is_names(text: str) -> bool:
    """Whether it is a name or two: "Ann Lee and Bo Marsh on"."""
    parts = [part.strip() for part in re.split(r",|\s(?:and|&)\s", text)]
    return all(_NAMES.match(part) or not part for part in parts) and len(parts) <= 3


def _ends_in_other(line: str) -> bool:
    """Whether a line ends in a label for dates of other things: "Date of birth:"."""
    found = labels(line) if may_end(line) else ()
    return bool(found) and found[-1].role is None and not line[found[-1].end :].strip()


def _ends_diary(clue: Clue, page: Page) -> bool:
    """Whether lines that are dates stand above the last one, each earlier than the next."""
    start = clue.skip[0].start
    above = _ENTRY.findall(page.raw.text, max(0, start - _ABOVE), start)[-_ENTRIES:]
    lines = (Line(written, clue.skip[0]) for written in above)
    found = (date_line(line, page, clue.rung) for line in lines)
    days = [one.value.start for one in (*found, clue) if one and one.value]
    return len(days) >= _NOTES and days == sorted(set(days))


def _is_diary(clue: Clue, page: Page) -> bool:
    """Whether other lines that are dates follow, each later than the one before, or
    several begin with a date in figures."""
    days = [clue.value.start] if clue.value else []
    text = page.raw.text
    if len({found[0] for found in _STAMPED.finditer(text, 0, _DIARY)}) >= _NOTES:
        return True
    for found in _ENTRY.finditer(text, clue.skip[0].end, _DIARY):
        if len(days) > _ENTRIES:
            break
        line = Line(found[0], Span(*found.span()))
        entry = date_line(line, page, clue.rung)
        if entry and entry.value:
            days.append(entry.value.start)
        elif clue.value and (following := _day_without_year(line, page)):
            days.append(_in_year(following, clue.value))
    return len(days) > 1 and days == sorted(set(days))


def _day_without_year(line: Line, page: Page) -> tuple[int, int] | None:
    """Month and day of a line that is a date without its year, and nothing else."""
    found = words(line.text, page)
    days = {reading.month_day for reading in found.readings}
    if len(found.readings) != 1 or None in days or is_row(line.text):
        return None
    rest = _marked(line.text, found.spans).replace(_DATE, "")
    return None if any(map(str.isalnum, rest)) else days.pop()


def _in_year(day: tuple[int, int], value: TimeValue) -> int:
    """The start of a day in the year of a date, in seconds."""
    return civil.days(civil.ymd(value.start // DAY)[0], *day) * DAY
