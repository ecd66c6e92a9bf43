"""Read the table of time words that dateparser's locales lack (`lang/locales.toml`)."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import msgspec
from msgspec import Struct

from timeline.errors import LanguageError

Words = tuple[str, ...]
Row = tuple[str, ...]


class Locale(Struct, frozen=True, forbid_unknown_fields=True):
    """What else is known of the time words of one language; all lower case.

    `case` is how weekdays are written inside a sentence, `order` that of full dates
    (default: the locale's). `joins` stand between day, month and year, `ordinals` after
    the figures of a day, `articles` between weekday and day, `after_year` after a year and
    with it. A bare year needs `before_year`, or `weakly_before_year` and nothing that it
    could count, or `bare_year`; a bare month needs `before_month`, or is in `months_in`.
    `to` and `and` join the ends of a range and the items of a list.
    """

    case: str = ""
    order: str = ""
    joins: Words = ()
    ordinals: Words = ()
    articles: Words = ()
    before_year: Words = ()
    weakly_before_year: Words = ()
    after_year: Words = ()
    bare_year: bool = False
    before_month: Words = ()
    prepositions: Words = ()
    """Dropped where the phrases of the locale begin with them ("в прошлом году")."""
    start: Words = ()
    mid: Words = ()
    end: Words = ()
    to: Words = ()
    and_: Words = msgspec.field(default=(), name="and")
    between: Words = ()
    """Before two items of a list that they make the ends of a range."""
    from_: Words = msgspec.field(default=(), name="from")
    """Before the first end of a range whose other end is behind `to`."""
    before_decade: Words = ()
    """Before a year that names its decade ("años 1980"); so `after_decade` ("1980er")."""
    after_decade: Words = ()
    last: Words = ()
    next: Words = ()
    before_last: Words = ()
    """As `last`, of the one before that; so `after_next`: "übernächsten ~"."""
    after_next: Words = ()
    pointing: Words = ()
    """Before a weekday close by, which on it stands for today: "este viernes"."""
    week: Words = ()
    """Forms that `last` and `next` go with; so `month` and `year`."""
    month: Words = ()
    year: Words = ()
    decade: Words = ()
    """Forms of the unit, in counted times."""
    ahead: Words = ()
    """What makes a counted time one to come ("dentro de 2 días") and nothing else."""
    later: Words = ()
    """Behind a counted time that follows what was last told: "dos días después"."""
    about: Words = ()
    """Between the mark of a counted time and its number: "hace unos 3 años"."""
    less: Words = ()
    """The same, where it is no longer ago: "hace menos de 3 años"."""
    not_after: Words = ()
    """A weekday or a word like "mañana" after one of these is something else."""
    words: Words = ()
    """Short names of months and weekdays that are words too: they need day and year."""
    unsafe: Words = ()
    """Full names that are words too: they need a date beside them."""
    numbers: tuple[Words, ...] = ()
    """From one on."""
    counts: dict[str, Words] = {}
    """More number words, by their value; so `roughly`, of numbers that are about so much
    ("une vingtaine de")."""
    roughly: dict[str, Words] = {}
    months: tuple[Row, ...] = ()
    """More forms, in rows from January on; so `weekdays`, from Monday on."""
    months_in: tuple[Row, ...] = ()
    weekdays: tuple[Row, ...] = ()
    parts: dict[str, Words] = {}
    """TIMEX3 part of day to what may follow a day."""
    phrases: dict[str, Words] = {}
    """ "-1 day NI" to phrases for last night; an empty key to what is no time at all. With
    "told" behind it is counted from what was told last ("am Tag darauf")."""
    this: Words = ()
    """As `last` and `next`, of the one close by ("este verano")."""
    links: Words = ()
    """What may stand, up to twice, between a part and the whole: "Ende des Jahres"."""
    month_of: Words = ()
    """Between `last` and the name of a month: "el pasado mes de mayo"."""
    before_short: Words = ()
    """Before day and month in figures alone: "am 3.12."."""
    first: Words = ()
    """Words for the first of a month."""
    days: tuple[Words, ...] = ()
    """Words for the days of a month, from the first on."""
    month_words: Words = ()
    """Between such a day and its month: "tres días del mes de mayo"."""
    spelt: dict[str, Words] = {}
    """Number words that years are made of, by value; 0 is what only joins them."""
    seasons: tuple[Words, ...] = ()
    """From spring on."""
    nth: tuple[Words, ...] = ()
    """Ordinals, from the first on, before `quarters` and `halves`."""
    final: Words = ()
    """Before the last day or week of something ("letzten"), `of_what` behind it."""
    of_what: Words = ()
    days_many: Words = ()
    """Days, weeks, months and years, as many are called."""
    quarters: Words = ()
    halves: Words = ()
    fiscal: Words = ()
    """Years and quarters of the books: "ejercicio"; `latest` stand before the last one."""
    latest: Words = ()
    before_century: Words = ()
    """Before the number of a century ("siglo XIX"); so `after_century` ("19. Jahrhundert")."""
    after_century: Words = ()
    nth_century: Words = ()
    """Behind the figures before `after_century`: "19e"."""
    centuries: dict[str, Words] = {}
    """Number of a century to its ordinal in words; so `eras`, to its name ("Ottocento")."""
    eras: dict[str, Words] = {}
    tens: tuple[Words, ...] = ()
    """Words for the twenties to the nineties, with `before_tens` or `after_tens`."""
    before_tens: Words = ()
    after_tens: Words = ()
    weekend: Words = ()
    holidays: dict[str, Words] = {}
    """Notation of a feast (`timex/holidays.py`) to its names."""
    before_common: Words = ()
    """Behind a year before the common era; so `common` of one in it."""
    common: Words = ()
    day: Words = ()
    """Forms that `following`, `preceding` and `same` go with."""
    day_parts: dict[str, Words] = {}
    """TIMEX3 part of day to its nouns: "mañana siguiente", "noche del jueves"."""
    following: Words = ()
    """As `last`, of the next after what was told: "~ siguiente"; so `preceding`, `same`."""
    preceding: Words = ()
    same: Words = ()
    before_told: Words = ()
    """What a preposition and its article make of themselves before such: "al"."""
    following_day: Words = ()
    """The same of days and their parts alone: "am nächsten Tag"."""
    earlier: Words = ()
    """As `later`, of what came before it: "dos días antes"."""
    complements: Words = ()
    """Behind such a time they make it hang on something else: "dos días antes de la boda"."""
    compared: Words = ()
    """Among the three words before it what is told is compared with it."""
    prepositional: Words = ()
    """Those that do so before one of `determiners`: "due giorni dopo la strage"."""
    determiners: Words = ()
    some: Words = ()
    """Instead of a number: "hace unos años"."""
    night_before: Words = ()
    """Before the day on which a night ends: "Nacht zum Freitag"."""
    to_day: Words = ()
    """Between the two days of a night."""
    at_clock: Words = ()
    """Before an hour, which then needs nothing else; `before_clock` needs more."""
    before_clock: Words = ()
    before_length: Words = ()
    """Before a number in words they make a length of it: "na vier uur"."""
    hours: Words = ()
    """Behind a time on the clock: "Uhr"."""
    is_hour: bool = False
    """Whether those words only stand behind times on the clock, not behind a number of hours."""
    half_past: Words = ()
    half_to: Words = ()
    noon: dict[str, Words] = {}
    """Hours that have a name: "minuit"; `before_noon` stand before them."""
    before_noon: Words = ()
    clock_parts: dict[str, Words] = {}
    """TIMEX3 part of day to what may follow an hour: "de la noche"."""
    after_clock: Words = ()
    """Small words that may follow an hour without more, where nouns would be counted."""
    on_day: Words = ()
    """Between a time on the clock and its day: "a las 9 del lunes"."""
    every: Words = ()
    """Before what comes again: "cada lunes"; `often` are words for that, by TIMEX3 value."""
    often: dict[str, Words] = {}
    back: Words = ()
    """Behind a counted time that is over; `back_before` before it, `ahead_before` before one
    to come."""
    back_before: Words = ()
    ahead_before: Words = ()
    month_here: Words = ()
    """Behind a day of the month that is now; `month_told` of the one told last."""
    month_told: Words = ()
    month_case: str = ""
    """As `case`, of a month alone."""
    counted: Words = ()
    """Behind a figure that is then no year: "2021 euros"."""
    goals: Words = ()
    """Before a date that is set, not told of: "aplazado para el 3 de mayo"."""
    of: Words = ()
    """Before a date that says which thing is meant: "acta de la sesión del 6 de abril"."""
    stamps: Words = ()
    """Headers of quoted mail that say when it was sent: "Gesendet"."""
    judgments: Words = ()
    """What a court's paper is headed with, in which a case is told from its last full date on."""
    laws: Words = ()
    """Nouns of what is cited by its date."""
    next_date: Words = ()
    """Behind a date that follows what was told; so do the words of `following`."""
    day_number: Words = ()
    """Before the figures of a day without its month: "el día 15"."""
    future: Words = ()
    """How verbs of the future end; `not_future` are words that end so too."""
    not_future: Words = ()
    after_bare_year: Words = ()
    """Verbs behind a round figure that is a year: "1850 wurde"."""
    before_bare_year: Words = ()
    """Verbs of one, behind which a figure counts nothing: "wurde 2009 Abgeordneter"."""
    after_year_alone: Words = ()
    """Words behind a figure that it cannot count: "brach 1783 aus"."""
    before_count: Words = ()
    """Small words before a figure that is no year: "stieg auf 1923"."""
    numbered: Words = ()
    """Nouns before their number: "Zimmer 1998"."""
    past: Words = ()
    participle: Words = ()
    """Endings of participles, behind a year alone between commas."""
    """How verbs of the past end."""
    before_season: Words = ()
    """Before a season with nothing but "last year" behind it, or one in `unsafe`."""
    in_season: Words = ()
    """Before one without its year in what was or will be: "fue cerrada en otoño"."""
    before_feast: Words = ()
    """Before a feast without its year."""
    after_weekday: Words = ()
    """Words that may follow an `unsafe` name of a weekday ("na terça ele …")."""
    before_weekday: Words = ()


def locale(language: str) -> Locale:
    """What the table has for a language; an empty locale where it has nothing."""
    return _locales().get(language, Locale())


@cache
def _locales() -> dict[str, Locale]:
    text = resources.files(__package__).joinpath("locales.toml").read_text("utf-8")
    try:
        found = tomllib.loads(text)
        return {code: _locale(rows) for code, rows in found.items()}
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LanguageError(f"lang/locales.toml: {error}") from None


_PLAIN = frozenset({"case", "order", "month_case"})


def _locale(rows: dict[str, Any]) -> Locale:
    split = {k: v if k in _PLAIN else _split(v) for k, v in rows.items()}
    return msgspec.convert(split, Locale)


def _split(value: Any) -> Any:
    """Lists written as "a, b" cut up, also inside tables and in rows of alternatives."""
    if isinstance(value, str):
        return tuple(word.strip() for word in value.split(",") if word.strip())
    if isinstance(value, dict):
        return {key: _split(item) for key, item in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], str):
        return tuple(_split(item) for item in value)
    return value
