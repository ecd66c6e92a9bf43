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
    before_decade: Words = ()
    """Before a year that names its decade ("años 1980"); so `after_decade` ("1980er")."""
    after_decade: Words = ()
    last: Words = ()
    next: Words = ()
    pointing: Words = ()
    """Before a weekday close by, which on it stands for today: "este viernes"."""
    week: Words = ()
    """Forms that `last` and `next` go with; so `month` and `year`."""
    month: Words = ()
    year: Words = ()
    ahead: Words = ()
    """What makes a counted time one to come ("dentro de 2 días") and nothing else."""
    later: Words = ()
    """Behind a counted time that follows what was last told: "dos días después"."""
    about: Words = ()
    """Between the mark of a counted time and its number: "hace unos 3 años"."""
    not_after: Words = ()
    """A weekday or a word like "mañana" after one of these is something else."""
    words: Words = ()
    """Short names of months and weekdays that are words too: they need day and year."""
    unsafe: Words = ()
    """Full names that are words too: they need a date beside them."""
    numbers: tuple[Words, ...] = ()
    """From one on."""
    months: tuple[Row, ...] = ()
    """More forms, in rows from January on; so `weekdays`, from Monday on."""
    months_in: tuple[Row, ...] = ()
    weekdays: tuple[Row, ...] = ()
    parts: dict[str, Words] = {}
    """TIMEX3 part of day to what may follow a day."""
    phrases: dict[str, Words] = {}
    """ "-1 day NI" to phrases for last night; an empty key to what is no time at all."""


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


_PLAIN = frozenset({"case", "order"})


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
