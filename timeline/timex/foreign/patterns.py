"""Patterns filled with the words of a locale. All are bounded: no match can run away."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from timeline.timex.foreign.words import (
    Frame,
    Vocabulary,
    framed_units,
    leads,
    mods,
    numbers,
    parts,
    trails,
)

_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,2})"
_AT = r"(?<![\w.,:/+€$£#%-])"
_NEVER = r"(?!)"


class Shape(Struct, frozen=True):
    """A pattern, and the kind of what it finds. `frame` is that of a counted time."""

    kind: str
    pattern: re.Pattern[str]
    frame: Frame | None = None


def shapes(words: Vocabulary) -> tuple[Shape, ...]:
    """The patterns of a locale; of two finds of one length the earlier shape's stands."""
    rows = [*_dates(words), *_figures(words), *_months(words), *_years(words)]
    rows += [*_weekdays(words), *_relatives(words)]
    made = [Shape(kind, re.compile(pattern)) for kind, pattern in rows]
    for frame in words.frames:
        made.append(Shape("counted", re.compile(_counted(words, frame)), frame))
    return tuple(made)


# --- pieces


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest that fits; for nothing if none."""
    known = sorted({*words} - {""}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_literal, known))})" if known else _NEVER


def _literal(words: str) -> str:
    return _GAP.join(re.escape(part) for part in words.split())


def _bounds(words: Vocabulary) -> tuple[str, str]:
    return (r"(?<!\w)", r"(?!\w)") if words.is_spaced else ("", "")


def _day(words: Vocabulary) -> str:
    """Figures of a day, with what may stand before the month."""
    ordinals, joins = any_of(words.more.ordinals), any_of(words.more.joins)
    return rf"(?P<day>\d\d?)(?:{ordinals}{_GAP}?|{_GAP}|[-/])(?:{joins}{_GAP}?)?"


def _month(words: Vocabulary) -> str:
    full = any_of(name for name in words.months if name not in words.short)
    short = any_of(name for name in words.months if name in words.short)
    return rf"(?P<month>(?:{full}(?!\w)|{short}(?!\w)\.?))"


def _year(words: Vocabulary) -> str:
    """A year after a month, with the word that belongs to it."""
    joins, after = any_of(words.more.joins), any_of(words.more.after_year)
    year = rf"(?P<year>\d{{4}})(?!\d|[.,]\d|\s?%)(?:{_GAP}?{after}(?!\w))?"
    return rf"(?:,?{_GAP}|[-/])(?:{joins}{_GAP})?{year}"


def _lead(words: Vocabulary) -> str:
    return rf"(?:(?P<lead>{any_of(leads(words.more))}){_GAP})?"


def _trail(words: Vocabulary) -> str:
    return rf"{_GAP}(?P<trail>{any_of(trails(words.more))})(?!\w)"


def _part(words: Vocabulary, gap: str = _GAP) -> str:
    return rf"(?:{gap}(?P<part>{any_of(parts(words.more))})(?!\w))?"


# --- kinds


def _dates(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Day and month in words, with or without year and weekday; two days of a month."""
    more, day, month, year = words.more, _day(words), _month(words), _year(words)
    article = rf"(?:{any_of(more.articles)}{_GAP})?"
    weekday = rf"(?:(?P<weekday>{any_of(words.weekdays)})\.?,?{_GAP}{article})?"
    rest = rf"(?:{year}|{_trail(words)})?{_part(words)}"
    yield "date", rf"{_AT}{_lead(words)}{weekday}{day}{month}{rest}"
    yield "date", rf"{_AT}{month}{_GAP}(?P<day>\d\d?){year}"
    after = any_of(more.after_year)
    yield "date", rf"{_AT}(?P<year>\d{{4}})\.?{_GAP}?{after},?{_GAP}{day}{month}"
    to = rf"{any_of(more.to)}|(?P<and>{any_of(more.and_)})"
    joint = rf"(?:\s?[-–—]\s?|{_GAP}(?:{to}){_GAP}{article})"
    first = rf"(?P<first>\d\d?)(?:{any_of(more.ordinals)})?"
    yield "days", rf"{_AT}{first}{joint}{day}{month}(?:{year})?"
    if words.order == "YMD":
        yield "date", rf"{_AT}{_year_first(words)}"


def _year_first(words: Vocabulary) -> str:
    """ "2022. január 6-án", "2022 m. sausio 6 d."."""
    after, ordinals = any_of(words.more.after_year), any_of(words.more.ordinals)
    year = rf"(?:(?P<year>\d{{4}})(?:\.|{_GAP}?{after})?,?{_GAP})?"
    day = rf"(?P<day>\d\d?)(?!\d|[.,:]\d|\s?%)(?:{_GAP}?{ordinals})?(?!\w)"
    return rf"{year}{_month(words)}{_GAP}{day}"


def _figures(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Dates in figures only."""
    at, end = r"(?<![\w.,:/+-])", r"(?![\w/-]|[.,:]\d)"
    clock = r"(?:t[\d:.]{5,15}z?)?"
    day, month, year = r"(?P<day>\d\d?)", r"(?P<month>\d\d?)", r"(?P<year>\d{4})"
    short = r"(?P<year>\d{4}|(?<=\d\d[./]\d\d[./])\d\d)"
    yield "figures", rf"{at}{year}-(?P<month>\d\d)-(?P<day>\d\d){clock}{end}"
    yield "figures", rf"{at}{day}\.\s?{month}\.\s?{short}{end}"
    yield "figures", rf"{at}{day}(?P<sep>[/-]){month}(?P=sep){short}{end}"
    yield "figures", rf"{at}{year}(?P<sep>\.\s?|/){month}(?P=sep){day}\.?{end}"
    yield (
        "figures",
        (
            r"(?<!\d)(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d\d?)\s?[月월]"
            r"(?:\s?(?P<day>\d\d?)\s?[日일号號])?"
        ),
    )
    yield "year", r"(?<!\d)(?P<year>\d{4})\s?[年년]"


def _months(words: Vocabulary) -> Iterator[tuple[str, str]]:
    joint = rf"(?:{_GAP}|-|(?<='))"
    before = any_of(words.more.before_month)
    mod = (
        rf"(?:(?P<mod>{any_of(mods(words.more))}){joint}|(?P<before>{before}){joint})?"
    )
    rest = rf"(?:{_year(words)}|{_trail(words)})?(?!{_GAP}?\d\d?(?!\d))"
    at = r"(?<![\w.,:/+€$£#%])"
    yield "month", rf"{at}{mod}{_lead(words)}(?P<name>{_month(words)}){rest}"


def _years(words: Vocabulary) -> Iterator[tuple[str, str]]:
    more = words.more
    joint = rf"(?:{_GAP}|-|(?<='))"
    to = rf"\s?[-–—/]\s?|{_GAP}{any_of(more.to)}{_GAP}"
    last = (
        rf"(?:(?:{to}|{_GAP}(?P<and>{any_of(more.and_)}){_GAP})(?P<last>\d{{4}}|\d\d))?"
    )
    years = rf"(?P<year>\d{{4}}){last}"
    after = rf"{_GAP}?{any_of(more.after_year)}(?!\w)"
    end = r"(?!\w|-\w|[.,:/]\d|\s?%)"
    strong = any_of([*more.before_year, *more.between, *mods(more)])
    before = rf"(?:(?P<strong>{strong})|(?P<weak>{any_of(more.weakly_before_year)}))"
    yield "decade", rf"{_AT}(?P<year>\d{{3}}0){any_of(more.after_decade)}(?!\w)"
    yield "decade", rf"{_AT}{any_of(more.before_decade)}{_GAP}(?P<year>\d{{3}}0){end}"
    yield "year", rf"{_AT}{before}{joint}{years}(?:{after}|{end})"
    yield "year", rf"{_AT}{years}{after}"
    yield "year", rf"\({years}\)"
    if more.bare_year:
        yield "year", rf"{_AT}(?P<bare>){years}{end}"


def _weekdays(words: Vocabulary) -> Iterator[tuple[str, str]]:
    begin, end = _bounds(words)
    full = any_of(name for name in words.weekdays if name not in words.short)
    rest = rf"(?:{_trail(words)})?{_part(words, _GAP + '?')}{end}"
    yield "weekday", rf"{begin}{_lead(words)}(?P<weekday>{full}){rest}"


def _relatives(words: Vocabulary) -> Iterator[tuple[str, str]]:
    begin, end = _bounds(words)
    phrase = f"(?P<phrase>{any_of(words.phrases)})"
    unit = f"(?P<unit>{any_of(framed_units(words.more))})"
    lead = f"(?P<lead>{any_of(leads(words.more))})"
    yield "phrase", rf"{begin}{phrase}{end}{_part(words)}"
    yield "unit", rf"{begin}{lead}{_GAP}{unit}{end}"
    yield "unit", rf"{begin}{unit}{_trail(words)}"


def _counted(words: Vocabulary, frame: Frame) -> str:
    begin, end = _bounds(words)
    known = any_of(numbers(words.more))
    number = rf"(?P<number>\d{{1,3}}|{known}|{words.own_numbers or _NEVER})"
    about = rf"(?:(?P<about>{any_of(words.more.about)}){_GAP})?"
    unit = f"(?P<unit>{any_of(frame.units)})"
    before = f"{_literal(frame.before)}{_GAP}" if frame.before else ""
    after = f"{_GAP}{_literal(frame.after)}{end}" if frame.after else ""
    return rf"{begin}{before}{about}{number}{_GAP}{unit}{end}{after}"
