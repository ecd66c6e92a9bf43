"""Dates in words, as courts and notaries write them: "tres de mayo de dos mil veintiuno"."""

import re
from collections.abc import Iterator

from timeline import civil
from timeline.model import Span
from timeline.timex.foreign.pieces import GAP, Shape, any_of, bounds, starting
from timeline.timex.foreign.said import YEARS, Match, Said, Scan
from timeline.timex.foreign.words import Vocabulary, keyed, plain, rows
from timeline.timex.senses import When

_WORD = re.compile(r"[^\W\d_]+")
_FOUR, _TEN, _TWENTY, _HUNDRED, _THOUSAND = 4, 10, 20, 100, 1000
_REACH = 70
"""Characters of the longest year in words."""


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """The day and the month; the words of the year are read behind them."""
    more, (begin, _) = words.more, bounds(words)
    if not more.days:
        return
    joins = rf"(?:{any_of([*more.joins, *more.month_words])}{GAP})?"
    month = any_of(name for name in words.months if name not in words.short)
    day = rf"{begin}(?P<day>{any_of(rows(more.days))}){GAP}{joins}"
    year = rf"(?:,?{GAP}{joins}(?P<year>(?=[^\W\d_])|\d{{4}}(?!\w|[.,]\d)))?"
    pattern = rf"{day}(?P<month>{month})(?!\w|-\w){year}"
    yield Shape("spelt", re.compile(pattern), starting(rows(more.days)))


def _spelt(scan: Scan, found: Match) -> Said | None:
    """The day, with its year where that is said in figures or in words."""
    words = scan.words
    day = rows(words.more.days)[plain(found["day"])]
    month, year, end = words.months[plain(found["month"])], None, found.end("month")
    if found["year"]:
        year, end = int(found["year"]), found.end()
    elif found["year"] is not None:
        behind = scan.folded[found.end() : found.end() + _REACH]
        year, length = _year(behind, scan)
        end = found.end() + length if year is not None else end
    if year is not None and year not in YEARS:
        return None
    if not civil.is_day(2000 if year is None else year, month, day):
        return None
    when = When(year=year, month=month, day=day)
    return Said(Span(found.start(), end), "locale-date", when)


def _year(text: str, scan: Scan) -> tuple[int | None, int]:
    """The year that a text begins with, in words, and how long they are."""
    known = {word: int(n) for word, n in keyed(scan.words.more.spelt).items()}
    total = part = last = end = at = 0
    for found in _WORD.finditer(text):
        values = _values(found[0], known)
        if values is None or text[at : found.start()].strip(" \u00a0\n-"):
            break
        if values and not _goes_on(last, values[0]):
            break
        for value in values:
            total, part = _added(total, part, value)
        at = found.end()
        last, end = (values[-1], at) if values else (last, end)
    year = total + part
    return (year, end) if total >= _THOUSAND else (None, 0)


def _goes_on(last: int, value: int) -> bool:
    """Whether a number word can go on from another: "twenty-two", not "ten and two"."""
    if last >= _TWENTY or not last or value >= _HUNDRED:
        return True
    return value == _TWENTY if last == _FOUR else last == _TEN and value in range(7, 10)


def _added(total: int, part: int, value: int) -> tuple[int, int]:
    """A sum with one more number word: thousands are whole, hundreds multiply."""
    if value == _THOUSAND:
        return total + (part or 1) * value, 0
    if value == _TWENTY and part % _HUNDRED == _FOUR:
        return total, part + _FOUR * _TWENTY - _FOUR  # "quatre-vingt"
    return total, part * value if value == _HUNDRED and part else part + value


def _values(word: str, known: dict[str, int]) -> list[int] | None:
    """The numbers that a word is made of ("duemilaventuno"); None if it is none.

    What only joins them ("y") has the number 0, and is none by itself.
    """
    values: list[int] = []
    while word:
        part = max((w for w in known if word.startswith(w)), key=len, default="")
        if not part:
            return None
        if known[part]:
            values.append(known[part])
        word = word[len(part) :]
    return values


READERS = {"spelt": _spelt}
