"""The rung of file and folder names: `2022-01-08-title.txt`, `2022/01/08/title.txt`."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from timeline import civil, edtf
from timeline.dct.clue import Clue, Role
from timeline.dct.page import Page, file_of
from timeline.dct.values import words
from timeline.model import Granularity, TimeValue

FILE_NAME = "file-name"

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"

_MARKED = re.compile(
    rf"(?<![^\W_]){_YEAR}(?P<mark>[-_. ]){_MONTH}(?P=mark){_DAY}(?!\d)"
)
_PLAIN = re.compile(
    rf"[^\W\d_]{{0,20}}{_YEAR}{_MONTH}{_DAY}(?:T?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?Z?)?"
)
_FIGURES = re.compile(
    r"(?<![^\W_])\d{1,2}(?P<mark>[-._])\d{1,2}(?P=mark)(?:19|20)\d\d(?!\d)"
)
_YEAR_MONTH = re.compile(rf"(?<![^\W_]){_YEAR}[-_.]{_MONTH}(?!\d|[-_. ]\d)")
_FOLDERS = re.compile(rf"(?<![^/]){_YEAR}(?:[/_.-]?{_MONTH}(?:[/_.-]?{_DAY})?)?(?=/)")
_SPELT = re.compile(
    rf"(?<![^/]){_YEAR}/(?P<month>[^\W\d_]{{3,10}})/(?P<day>\d{{1,2}})(?=/)"
)
_RUN = re.compile(r"[^\W_]+")

_Dated = tuple[str, TimeValue | None, TimeValue | None]
"""What is written, what it means, and what it means with day and month exchanged."""


def file_name(page: Page) -> Iterator[Clue]:
    """The day in the name of the file, else in the names of its folders."""
    return in_path(file_of(page.raw.source.uri).replace("\\", "/"), page, FILE_NAME)


def in_path(path: str, page: Page, rung: str) -> Iterator[Clue]:
    """The day in the last part of a path, else in the parts before it."""
    folders, _, name = path.rpartition("/")
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    named = tuple(_in_name(stem, page))
    for clue in named or _in_folders(f"{folders}/", page):
        yield replace(clue, rung=rung)


def _in_name(stem: str, page: Page) -> Iterator[Clue]:
    """The date in a file name, if there is one and only one."""
    plain = (_PLAIN.fullmatch(run) for run in _RUN.findall(stem))
    ways: tuple[tuple[float, list[_Dated]], ...] = (
        (0.93, [_dated(found) for found in _MARKED.finditer(stem)]),
        (0.88, [_dated(found) for found in plain if found]),
        (0.9, [*_in_figures(stem, page), *_spelt(stem, page)]),
        (0.6, [_dated(found) for found in _YEAR_MONTH.finditer(stem)]),
    )
    for confidence, dated in ways:
        real = {value: (text, other) for text, value, other in dated if value}
        if len(real) == 1:
            ((value, (text, other)),) = real.items()
            sure = confidence if value.granularity is Granularity.DAY else 0.6
            yield Clue(FILE_NAME, text, sure, value, other=other)
        if real:
            return


def _dated(found: re.Match[str]) -> _Dated:
    return found[0], _value(found), None


def _in_figures(stem: str, page: Page) -> Iterator[_Dated]:
    """Dates that end in the year: "08.01.2022"."""
    for found in _FIGURES.finditer(stem):
        for reading in words(found[0].replace("_", "."), page).dated:
            yield found[0], reading.value, reading.other


def _spelt(stem: str, page: Page) -> Iterator[_Dated]:
    """Dates with the month in letters: "minutes-3-may-2031"."""
    text = re.sub(r"[-_.]", " ", stem)
    if re.search(_YEAR, text) and re.search(r"[^\W\d_]{3}", text):
        for reading in words(text.title(), page).dated:
            written = stem[reading.span.start : reading.span.end]
            if any(character.isalpha() for character in written):
                yield written, reading.value, reading.other


def _in_folders(folders: str, page: Page) -> Iterator[Clue]:
    """The date in the names of the folders; where only a year is, that much."""
    spelt = _SPELT.search(folders)
    if spelt:
        written = "{day} {month} {year}".format_map(spelt.groupdict()).title()
        for reading in words(written, page).dated:
            yield Clue(FILE_NAME, spelt[0], 0.85, reading.value)
            return
    for found in [*_FOLDERS.finditer(folders)][-1:]:
        value = _value(found)
        if value:
            role = Role.WRITTEN if found["month"] else Role.YEAR
            yield Clue(
                FILE_NAME, found[0], 0.85 if found["day"] else 0.6, value, role=role
            )


def _value(found: re.Match[str]) -> TimeValue | None:
    """The day, month or year that was matched; None if the calendar has no such day."""
    groups = found.groupdict()
    year, month, day = (int(groups.get(name) or 0) for name in ("year", "month", "day"))
    if not month:
        return edtf.years(year)
    if not day:
        return edtf.month(year, month)
    if civil.is_day(year, month, day):
        return edtf.day(civil.days(year, month, day))
    return None
