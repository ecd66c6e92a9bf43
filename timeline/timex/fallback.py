"""Languages without a table of ours: the words of dateparser's locales, and its values.

The only file that knows dateparser. Its locale data is read without importing the
package (0.3 ms instead of 70); its parser is asked only about phrases that are counted
in number words of the locale, which no table of ours values, and then with the language
and the base given, so that it never looks at the clock.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache, lru_cache
from importlib import util
from pathlib import Path
from typing import Any

from msgspec import Struct

from timeline import civil
from timeline.lang.cues import cues
from timeline.lang.locales import Locale, locale
from timeline.model import Document, Timex
from timeline.timex.foreign.ahead import directed
from timeline.timex.foreign.find import Finder, find, finder
from timeline.timex.foreign.place import timexes
from timeline.timex.foreign.words import Frame, Vocabulary, fold, plain

_MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_UNITS = ("day", "week", "month", "year")

_CODE = re.compile(r"[a-z]{2,3}")
_SHIFT = re.compile(
    r"(?:(?P<back>\d\d?|\\1) (?P<unit>day|week|month|year) ago"
    r"|in (?P<on>\d\d?|\\1) (?P<unit2>day|week|month|year))"
)
_DIGITS = re.compile(r"\(\\d.*?\)(?!\*)")
"""The figure in a phrase of the locale data: `(\\d++[.,]?\\d*+)`."""

_PLAIN_PATTERN = re.compile(r"[^\W\d_][\w()|?\[\]' ]*")
"""Number words as the locale data writes them, without look-around and repetition."""


def tag_locale(document: Document) -> tuple[Timex, ...]:
    """The time expressions of a text in any language that dateparser has words for."""
    language = document.language.lower().partition("-")[0]
    by = _finder(language)
    if by is None:
        return ()

    def ask(phrase: str, base: int) -> tuple[int, str] | None:
        return _value(language, phrase, base)

    found = find(document.text, by)
    tongue = cues(language).tongue
    more = locale(language)
    told = tuple(directed(document.text, found, document.dct, tongue, more))
    return tuple(timexes(document.text, told, document.dct, ask, more))


@cache
def _finder(language: str) -> Finder | None:
    """The words of a language and the patterns made of them; None if it has none."""
    info = _info(language)
    if info is None:
        return None
    return finder(_vocabulary(info, locale(language)))


def _info(language: str) -> dict[str, Any] | None:
    """What dateparser's data files know of a language."""
    package = util.find_spec("dateparser") if _CODE.fullmatch(language) else None
    if package is None or not package.submodule_search_locations:
        return None
    folder = Path(
        package.submodule_search_locations[0], "data", "date_translation_data"
    )
    path = folder / f"{language}.py"
    spec = util.spec_from_file_location(f"_locale_{language}", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    info: dict[str, Any] = module.info
    return info


def _vocabulary(info: dict[str, Any], more: Locale) -> Vocabulary:
    months = _names(info, _MONTHS, (*more.months, *more.months_in), 1)
    weekdays = _names(info, _WEEKDAYS, more.weekdays, 0)
    return Vocabulary(
        months=months,
        weekdays=weekdays,
        short=frozenset({*_short(months), *_short(weekdays)}),
        phrases=_phrases(info, more),
        frames=tuple(_frames(info, more)),
        own_numbers="" if more.numbers else _number_words(info),
        order=more.order or info.get("date_order") or "DMY",
        is_spaced=info.get("no_word_spacing") != "True",
        more=more,
    )


def _names(
    info: dict[str, Any], keys: list[str], rows: tuple[tuple[str, ...], ...], first: int
) -> dict[str, int]:
    """Names to numbers. Of a name that stands for two ("mar" in no language should) the
    first stays."""
    known: dict[str, int] = {}
    for number, key in enumerate(keys, first):
        forms = [*info.get(key, ()), *(row[number - first] for row in rows)]
        for form in forms:
            if form.strip() and not form[0].isdigit():
                known.setdefault(plain(fold(form)), number)
    return known


def _short(names: dict[str, int]) -> Iterator[str]:
    """Abbreviations: forms much shorter than another of the same name."""
    for name, number in names.items():
        longest = max(len(n) for n, other in names.items() if other == number)
        if len(name) <= 3 < longest or (len(name) <= 5 and longest >= len(name) + 2):
            yield name


def _phrases(info: dict[str, Any], more: Locale) -> dict[str, str]:
    """Fixed phrases ("ayer", "letzte Woche") to what they mean; ours overrule."""
    known: dict[str, str] = {}
    for key, phrases in info.get("relative-type", {}).items():
        shift = _shift(key)
        if shift is not None:
            meaning = f"{shift.sign * int(shift.amount)} {shift.unit}"
            known |= {_bare(plain(fold(phrase)), more): meaning for phrase in phrases}
    for meaning, ours in more.phrases.items():
        known |= {plain(fold(phrase)): meaning for phrase in ours}
    return known


def _bare(phrase: str, more: Locale) -> str:
    """Without the preposition that it hangs on: "прошлом году", but "i dag"."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and first in more.prepositions else phrase


class _Shift(Struct, frozen=True):
    """Which way, how many (or a place-holder) and of what."""

    sign: int
    amount: str
    unit: str


def _shift(key: str) -> _Shift | None:
    """What a key of the locale data says: "1 day ago", "in \\1 week"."""
    found = _SHIFT.fullmatch(key)
    if found is None:
        return None
    if found["unit"]:
        return _Shift(-1, found["back"], found["unit"])
    return _Shift(1, found["on"], found["unit2"])


def _frames(info: dict[str, Any], more: Locale) -> Iterator[Frame]:
    """What stands around number and unit, each with the units that may stand in it."""
    common = {plain(fold(form)): unit for unit in _UNITS for form in info.get(unit, ())}
    common |= dict.fromkeys(more.decade, "decade")
    for (before, after, sign), units in _templates(info).items():
        is_clear = sign < 0 or before in more.ahead or after in more.ahead
        if is_clear and (before or after) and not before.startswith(("-", "–", "−")):
            words = {w: unit for w, unit in (common | units).items() if len(w) > 1}
            yield Frame((before,), (after,), sign, words)
    for sign, befores, afters in (
        (-1, ("",), more.back),
        (-1, more.back_before, ("",)),
        (1, more.ahead_before, ("",)),
    ):
        if befores and afters:
            yield Frame(befores, afters, sign, common)
    for sign, told in ((1, more.later), (-1, more.earlier)):
        if told:
            yield Frame(("",), told, sign, common, follows=True)


def _templates(info: dict[str, Any]) -> dict[tuple[str, str, int], dict[str, str]]:
    rows: dict[tuple[str, str, int], dict[str, str]] = {}
    for key, templates in info.get("relative-type-regex", {}).items():
        shift = _shift(key)
        for template in templates if shift else ():
            before, word, after = _taken_apart(template, info)
            if shift is not None:
                rows.setdefault((before, after, shift.sign), {})[plain(word)] = (
                    shift.unit
                )
    return rows


def _taken_apart(template: str, info: dict[str, Any]) -> tuple[str, str, str]:
    """Before the figure, the unit, and what follows it: "acum 3 de zile", "3 дня назад"."""
    marks = {
        w for key in ("ago", "in") for form in info.get(key, ()) for w in form.split()
    }
    before, _, rest = _DIGITS.sub("\0", fold(template)).partition("\0")
    *unit, last = rest.split() or [""]
    if unit and (not before.strip() or last in marks):
        return before.strip(), " ".join(unit), last
    return before.strip(), " ".join([*unit, last]), ""


def _number_words(info: dict[str, Any]) -> str:
    """A pattern of the words that the locale turns into figures."""
    patterns = []
    for row in info.get("simplifications", ()):
        for words, figures in row.items():
            if (
                figures.isdigit()
                and len(figures) <= 2
                and _PLAIN_PATTERN.fullmatch(words)
            ):
                patterns.append(words.replace("(", "(?:"))
    return f"(?:{'|'.join(patterns)})" if patterns else ""


@lru_cache(maxsize=4096)
def _value(language: str, phrase: str, base: int) -> tuple[int, str] | None:
    """What dateparser makes of a phrase: a day, and the unit it stands for."""
    from dateparser.date import DateDataParser

    year, month, day = civil.ymd(base)
    if not 1 < year < 9999:
        return None
    settings = {
        "RELATIVE_BASE": datetime.combine(date(year, month, day), time()),
        "PARSERS": ["relative-time"],
        "TIMEZONE": "UTC",
    }
    parser = DateDataParser(languages=[language], settings=settings)
    found = parser.get_date_data(phrase)
    if found.date_obj is None or found.period not in _UNITS:
        return None
    said = found.date_obj
    return civil.days(said.year, said.month, said.day), found.period
