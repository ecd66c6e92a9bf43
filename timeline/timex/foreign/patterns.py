"""Patterns of dates, months, years, weekdays and relative words, filled with the words
of a locale. All are bounded: no match can run away."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from timeline.timex.foreign import (
    clocks,
    fiscal,
    following,
    often,
    periods,
    portions,
    spelt,
)
from timeline.timex.foreign.pieces import (
    AT,
    GAP,
    JOINT,
    NEVER,
    Shape,
    any_of,
    bounds,
    linked,
    starting,
)
from timeline.timex.foreign.words import (
    Frame,
    Vocabulary,
    framed_units,
    leads,
    mods,
    numbers,
    parts,
    roughly,
    trails,
)

Row = tuple[str, str, frozenset[str] | None]
"""Kind, pattern and what it starts with."""

_FIGURES = starting(figures=True)


def shapes(words: Vocabulary) -> tuple[Shape, ...]:
    """The patterns of a locale; of two finds of one length the earlier shape's stands."""
    rows = [*_dates(words), *_figures(words), *_months(words), *_years(words)]
    rows += [*_weekdays(words), *_relatives(words)]
    made = [Shape(kind, re.compile(p), starts) for kind, p, starts in rows]
    made += [*periods.shapes(words), *following.shapes(words), *clocks.shapes(words)]
    made += [*often.shapes(words), *spelt.shapes(words), *fiscal.shapes(words)]
    made += portions.shapes(words)
    made += [_counted(words, frame) for frame in words.frames]
    if not words.is_spaced:
        made = [replace(s, starts=None) if s.starts else s for s in made]
    return tuple(shape for shape in made if shape.starts != frozenset())


# --- pieces


def _day(words: Vocabulary) -> str:
    """Figures of a day, with what may stand before the month; or a word for the first."""
    more = words.more
    ordinals, joins = any_of(more.ordinals), rf"(?:{any_of(more.joins)}{GAP}?)?"
    first = rf"(?P<one>{any_of(more.first)}){GAP}"
    return rf"(?:(?P<day>\d\d?)(?:{ordinals}{GAP}?|{GAP}|[-/])|{first}){joins}"


def _month(words: Vocabulary) -> str:
    full = any_of(name for name in words.months if name not in words.short)
    short = any_of(name for name in words.months if name in words.short)
    return rf"(?P<month>(?:{full}(?!\w)|{short}(?!\w)\.?))"


def _year(words: Vocabulary) -> str:
    """A year after a month, with the word that belongs to it."""
    joins, after = any_of(words.more.joins), any_of(words.more.after_year)
    year = rf"(?P<year>\d{{4}})(?!\d|[.,]\d|\s?%)(?:{GAP}?{after}(?!\w))?"
    return rf"(?:,?{GAP}|[-/])(?:{joins}{GAP})?{year}"


def _lead(words: Vocabulary) -> str:
    return rf"(?:(?P<lead>{any_of(leads(words.more))}){GAP})?"


def _trail(words: Vocabulary) -> str:
    return rf"{GAP}(?P<trail>{any_of(trails(words.more))})(?!\w)"


def _part(words: Vocabulary, gap: str = GAP) -> str:
    return rf"(?:{gap}(?P<part>{any_of(parts(words.more))})(?!\w))?"


# --- kinds


def _dates(words: Vocabulary) -> Iterator[Row]:
    """Day and month in words, with or without year and weekday; two days of a month."""
    more, day, month, year = words.more, _day(words), _month(words), _year(words)
    article = rf"(?:{any_of(more.articles)}{GAP})?"
    full = any_of({*words.weekdays} - words.short)
    short = any_of(words.short.intersection(words.weekdays))
    weekday = rf"(?:(?P<weekday>{full}|{short}\.?),?{GAP}{article})?"
    rest = rf"(?:{year}|{_trail(words)})?{_part(words)}"
    names = [*leads(more), *words.weekdays, *more.first]
    starts = starting(names, figures=True)
    yield "date", rf"{AT}{_lead(words)}{weekday}{day}{month}{rest}", starts
    yield "date", rf"{AT}{month}{GAP}(?P<day>\d\d?){year}", starting(words.months)
    after = any_of(more.after_year)
    whole = rf"{AT}(?P<year>\d{{4}})\.?{GAP}?{after},?{GAP}{day}{month}"
    yield "date", whole, _FIGURES if more.after_year else frozenset()
    yield from _several_days(words, day, month, rf"(?:{year})?")
    yield from _numbered(words)
    if words.order == "YMD":
        yield "date", rf"{AT}{_year_first(words)}", None


def _several_days(words: Vocabulary, day: str, month: str, year: str) -> Iterator[Row]:
    """Days of one month: "3 al 5 de mayo", "3., 5. und 7. Mai", "3./4. Mai"."""
    more = words.more
    night = f"(?P<night>{any_of({*more.to_day} - {*more.to, *more.and_})})"
    to = rf"{any_of(more.to)}|(?P<and>{any_of(more.and_)})|{night}"
    small = rf"(?:{any_of([*more.articles, *more.on_day])}{JOINT})?"
    joint = rf"(?:\s?[-–—]\s?|{GAP}(?:{to}){GAP}{small})"
    ordinal = rf"(?:{any_of(more.ordinals)})?"
    listed = rf"(?P<listed>(?:,{GAP}{small}\d\d?{ordinal}){{0,6}})"
    first = r"(?P<first>\d\d?)"
    yield "days", rf"{AT}{first}{ordinal}{listed},?{joint}{day}{month}{year}", _FIGURES
    yield "days", rf"{AT}{first}\.?(?P<listed>)/{day}{month}{year}", _FIGURES


def _numbered(words: Vocabulary) -> Iterator[Row]:
    """Days without the name of a month: "3 del corriente", "día 15", "am 3.12."."""
    more = words.more
    here = f"(?P<here>{any_of(more.month_here)})|(?P<told>{any_of(more.month_told)})"
    number = rf"(?P<day>\d\d?)(?:{any_of(more.ordinals)})?"
    starts = _FIGURES if more.month_here else frozenset()
    yield "day-of-month", rf"{AT}{number}{GAP}(?:{here})(?!\w)", starts
    number = rf"{any_of(more.day_number)}{GAP}(?P<day>\d\d?)(?!\w|[.,:/]\d|\s?%)"
    alone = rf"(?<!\w){_lead(words)}{number}(?!{GAP}{any_of(more.joins)}\s)"
    starts = starting(leads(more), more.day_number) if more.day_number else frozenset()
    yield "day-number", alone, starts
    short = r"(?P<day>\d\d?)(?P<sep>[./])(?P<month>\d\d?)(?:(?<=/\d)|(?<=/\d\d)|\.)"
    names = [n for n in words.weekdays if n not in words.short or n in more.unsafe]
    days = rf"(?:{any_of(names)}){GAP}|(?:{any_of(words.weekdays)}\.?),{GAP}"
    before = rf"(?<!\w)(?:{any_of(more.before_short)}{GAP}|{days})"
    known = starting(more.before_short, words.weekdays)
    starts = known if more.before_short else frozenset()
    yield "short", rf"{before}{short}(?![\w/]|\.\d)", starts


def _year_first(words: Vocabulary) -> str:
    """ "2022. január 6-án", "2022 m. sausio 6 d."."""
    after, ordinals = any_of(words.more.after_year), any_of(words.more.ordinals)
    year = rf"(?:(?P<year>\d{{4}})(?:\.|{GAP}?{after})?,?{GAP})?"
    day = rf"(?P<day>\d\d?)(?!\d|[.,:]\d|\s?%)(?:{GAP}?{ordinals})?(?!\w)"
    return rf"{year}{_month(words)}{GAP}{day}"


def _figures(words: Vocabulary) -> Iterator[Row]:
    """Dates in figures only."""
    at, end = r"(?<![\w.,:/+-])", r"(?![\w/]|-(?!\d\d:)|[.,:]\d)"
    time = r"(?P<hour>\d\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    clock = rf"(?:t{time}(?P<zone>z|[+-]\d\d:?\d\d)?)?"
    day, month, year = r"(?P<day>\d\d?)", r"(?P<month>\d\d?)", r"(?P<year>\d{4})"
    short = r"(?<=\d\d[./]\d\d[./])\d\d|(?<=\d/\d/)\d\d|(?<=\d/\d\d/)\d\d"
    short += r"|(?<=\d\d-\d\d-)\d\d(?=,?[^\S\n]\d\d:\d\d)"
    any_year = rf"(?P<year>\d{{4}}|{short})"
    rows = (
        rf"{at}{year}-(?P<month>\d\d)-(?P<day>\d\d){clock}{end}",
        rf"{at}{day}\.\s?{month}\.\s?{any_year}{end}",
        rf"{at}{day}(?P<sep>[/-]){month}(?P=sep){any_year}{end}",
        rf"{at}{year}(?P<sep>\.\s?|/){month}(?P=sep){day}\.?{end}",
    )
    yield from (("figures", row, _FIGURES) for row in rows)
    if any(name.endswith(("月", "월")) for name in words.months):
        yield "figures", _MARKED, None
        yield "year", r"(?<!\d)(?P<year>\d{4})\s?[年년]", None


_MARKED = (
    r"(?<!\d)(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d\d?)\s?[月월]"
    r"(?:\s?(?P<day>\d\d?)\s?[日일号號])?"
)
"""Figures each with the sign for what it counts."""


def _months(words: Vocabulary) -> Iterator[Row]:
    before = any_of([*words.more.before_month, *words.more.between])
    mod = f"(?P<mod>{any_of(mods(words.more))}){linked(words.more)}"
    mod = f"(?:{mod}|(?P<before>{before}){JOINT})?"
    name = rf"(?:{any_of(words.more.month_of)}{JOINT})?(?P<name>{_month(words)})"
    rest = rf"(?:{_year(words)}|(?:{_trail(words)})?(?!{GAP}?\d\d?(?!\d)))"
    at = r"(?<![\w.,:/+€$£#%])"
    more = words.more
    starts = starting(
        mods(more),
        more.before_month,
        more.between,
        leads(more),
        more.month_of,
        words.months,
    )
    yield "month", rf"{at}{mod}{_lead(words)}{name}{rest}", starts


def _years(words: Vocabulary) -> Iterator[Row]:
    more, article = words.more, any_of(words.more.articles)
    to = rf"\s?[-–—/]\s?|{GAP}{any_of(more.to)}{GAP}"
    last = (
        rf"(?:(?:{to}|{GAP}(?P<and>{any_of(more.and_)}){GAP}(?:{article}{GAP})?)"
        r"(?P<last>\d{4}|\d\d))?"
    )
    years = rf"(?P<year>\d{{4}}){last}"
    after = rf"{GAP}?{any_of(more.after_year)}(?!\w)"
    end = r"(?!\w|-\w|[.,:/]\d|\s?%)"
    strong, weak = [*more.before_year, *more.between], more.weakly_before_year
    before = (
        rf"(?:(?P<strong>{any_of([*strong, *mods(more)])})|(?P<weak>{any_of(weak)}))"
    )
    ten = [*more.after_decade]
    tens = rf"{AT}(?P<year>\d{{3}}0){any_of(ten)}(?!\w)"
    yield "decade", tens, _FIGURES if ten else frozenset()
    tens = rf"{AT}{any_of(more.before_decade)}{GAP}(?P<year>\d{{3}}0){end}"
    yield "decade", tens, starting(more.before_decade)
    starts = starting(strong, weak, mods(more))
    yield "year", rf"{AT}{before}{JOINT}{years}(?:{after}|{end})", starts
    mod = rf"(?P<strong>{any_of(mods(more))}){linked(more)}"
    yield "year", rf"{AT}{mod}{years}{end}", starting(mods(more))
    yield "year", rf"{AT}{years}{after}", _FIGURES if more.after_year else frozenset()
    yield "year", rf"\({years}\)", None
    behind = r"(?=[^\S\n]*[:–—|]\s|[^\S\n]+[^\W\d_])"
    yield "year", rf"(?:(?<![^\n])|(?<=\n[-*•|] ))(?P<line>){years}{behind}", _FIGURES
    if more.bare_year:
        yield "year", rf"{AT}(?P<bare>){years}{end}", _FIGURES


def _weekdays(words: Vocabulary) -> Iterator[Row]:
    (begin, end), unsafe = bounds(words), words.more.unsafe
    full = any_of(n for n in words.weekdays if n not in words.short or n in unsafe)
    day = r"\s?\((?P<day>\d\d?)(?:[/.](?P<month>\d\d?)\.?)?\)"
    bare = r"(?:[^\S\n](?P<number>\d\d?)(?=,(?!\d)|[;)]|\.?\n|\.?$|\.\s[^\W\d_]))?"
    rest = rf"(?:{_trail(words)})?{_part(words, GAP + '?')}{end}(?:{day}|{bare})"
    # Searched for: "Donnerstagabend" is one word.
    yield "weekday", rf"{begin}{_lead(words)}(?P<weekday>{full}){rest}", None


def _relatives(words: Vocabulary) -> Iterator[Row]:
    begin, end = bounds(words)
    units = framed_units(words.more)
    phrase, unit = f"(?P<phrase>{any_of(words.phrases)})", f"(?P<unit>{any_of(units)})"
    known = leads(words.more)
    lead = f"(?P<lead>{any_of(known)})"
    yield "phrase", rf"{begin}{phrase}{end}{_part(words)}", starting(words.phrases)
    yield "unit", rf"{begin}{lead}{GAP}{unit}{end}", starting(known)
    yield "unit", rf"{begin}{unit}{_trail(words)}", starting(units)


def _counted(words: Vocabulary, frame: Frame) -> Shape:
    begin, end = bounds(words)
    more, own = words.more, words.own_numbers
    number = rf"(?P<number>\d{{1,3}}|{any_of(numbers(more))}|{own or NEVER}){JOINT}"
    vague = rf"(?P<some>{any_of(more.some)}){GAP}"
    rough = rf"(?P<roughly>{any_of(roughly(more))}){JOINT}"
    about = f"(?P<about>{any_of(more.about)})|(?P<less>{any_of(more.less)})"
    about = rf"(?:(?:{about}){GAP})?"
    unit = f"(?P<unit>{any_of(frame.units)})"
    before = f"(?P<before>{any_of(frame.befores)}){GAP}" if any(frame.befores) else ""
    after = f"{GAP}(?P<after>{any_of(frame.afters)}){end}" if any(frame.afters) else ""
    pattern = rf"{begin}{before}(?:{about}{number}|{rough}|{vague}){unit}{end}{after}"
    led = [*more.about, *more.less]
    counts = starting(led, numbers(more), more.some, roughly(more), figures=True)
    starts = None if own and not before else counts
    if before:
        starts = starting(frame.befores)
    return Shape("counted", re.compile(pattern), starts, frame)
