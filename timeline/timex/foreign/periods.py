"""Seasons, quarters, decades, centuries, feasts, weekends, parts of a week or year.

"im Herbst 1989" · "primer trimestre de 2021" · "années 90" · "XIX secolo" · "Pasen 2021"
"""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import structs

from timeline.lang.locales import Locale
from timeline.model import Span
from timeline.timex.foreign.pieces import (
    AT,
    END,
    GAP,
    Shape,
    any_of,
    bounds,
    counted,
    led,
    linked,
    of_year,
    starting,
    trailed,
)
from timeline.timex.foreign.said import (
    ALONE,
    BARE,
    YEARS,
    Match,
    Said,
    Scan,
    next_word,
    span_of,
)
from timeline.timex.foreign.words import (
    Vocabulary,
    around,
    framed_units,
    keyed,
    mods,
    plain,
    pointed,
    rows,
)
from timeline.timex.senses import Shift, Unit, When

_ROMAN = r"x{0,2}(?:ix|iv|v?i{0,3})"
"""Figures up to 29; it fits nothing at all too."""

_ROMANS = {"i": 1, "v": 5, "x": 10}
_REACH = 20
_LATEST = 21
"""The century we live in."""


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """The patterns of periods, each with the words without which it finds nothing."""
    more, (begin, _) = words.more, bounds(words)
    frames = pointed(more)
    rest = rf"(?:{of_year(more)}(?:[/–-]\d\d(?:\d\d)?(?!\d))?|{trailed(frames)})?{END}"

    def shape(kind: str, pattern: str, starts: frozenset[str]) -> Shape:
        return Shape(kind, re.compile(pattern), starts)

    def led_by(names: Iterable[str]) -> frozenset[str]:
        return starting(around(frames)[0], names) if names else frozenset()

    seasons = rows(more.seasons)
    yield shape(
        "season",
        rf"{begin}{led(frames)}(?P<season>{any_of(seasons)}){rest}",
        led_by(seasons),
    )
    parts = rf"(?P<quarter>{any_of(more.quarters)})|(?P<half>{any_of(more.halves)})"
    nth = any_of(word for row in more.nth for word in row)
    yield shape(
        "nth-part",
        rf"{AT}(?P<nth>{nth}){GAP}(?:{parts}){rest}",
        starting(rows(more.nth)),
    )
    feasts = keyed(more.holidays)
    yield shape(
        "feast",
        rf"{begin}{led(frames)}(?P<feast>{any_of(feasts)}){rest}",
        led_by(feasts),
    )
    weekend = f"(?P<weekend>{any_of(more.weekend)})"
    yield shape(
        "weekend",
        rf"{begin}{led(frames)}{weekend}(?:{trailed(frames)})?{END}",
        led_by(more.weekend),
    )
    units = f"(?P<unit>{any_of(framed_units(more))})"
    mod = f"(?P<mod>{any_of(mods(more))}){linked(more)}"
    yield shape(
        "part-of-unit",
        rf"{begin}{mod}{led(frames)}{units}{rest}",
        starting(mods(more)),
    )
    yield from _longer(words, shape)


def _longer(
    words: Vocabulary, shape: Callable[[str, str, frozenset[str]], Shape]
) -> Iterator[Shape]:
    more, (begin, _) = words.more, bounds(words)
    tens = any_of([w for row in more.tens for w in row])
    figures = r"'?(?P<figures>[2-9]0)"
    yield shape(
        "tens",
        rf"{begin}{any_of(more.before_tens)}{GAP}(?:(?P<tens>{tens})|{figures})(?!\w|[.,]\d|\s?%)",
        starting(more.before_tens),
    )
    yield shape(
        "tens",
        rf"{begin}(?:(?P<tens>{tens})|{figures})[ -]?{any_of(more.after_tens)}(?!\w)",
        _with_after(more),
    )
    led_ = rf"{begin}(?P<mod>{any_of(mods(more))}){linked(more)}"
    yield shape("tens", rf"{led_}(?P<tens>{tens}){END}", starting(mods(more)))
    era = (
        f"(?:{GAP}(?:(?P<before>{any_of(more.before_common)})|{any_of(more.common)}))?"
    )
    roman = rf"(?P<roman>{_ROMAN})(?<=[ivx])"
    yield shape(
        "century",
        rf"{begin}{any_of(more.before_century)}{GAP}{roman}{era}{END}",
        starting(more.before_century),
    )
    ordinal = any_of(more.nth_century)
    spelt = f"(?P<spelt>{any_of([*_ordinals(more)])})"
    number = rf"(?:(?P<number>\d\d?){ordinal}|{roman}(?:{ordinal})?|{spelt})"
    yield shape(
        "century",
        rf"{AT}{number}{GAP}{any_of(more.after_century)}{era}{END}",
        _numbers(more),
    )
    eras = keyed(more.eras)
    yield shape("era", rf"{begin}(?P<era>{any_of(eras)}){END}", starting(eras))
    year = r"(?P<year>[1-9]\d{0,3})"
    commons = f"(?:(?P<before>{any_of(more.before_common)})|{any_of(more.common)})"
    yield shape(
        "era-year",
        rf"{AT}(?:{any_of(more.year)}{GAP})?{year}{GAP}?{commons}{END}",
        starting(more.year, figures=True) if more.common else frozenset(),
    )


def _with_after(more: Locale) -> frozenset[str]:
    """Tens as they begin a word, with what follows them in it or not."""
    if not more.after_tens:
        return frozenset()
    tens = [word for row in more.tens for word in row]
    joined = (ten + after for ten in tens for after in more.after_tens)
    return starting(tens, joined, figures=True)


def _numbers(more: Locale) -> frozenset[str]:
    """Numbers of centuries as they begin a word."""
    if not more.after_century:
        return frozenset()
    romans = [*map(_roman, range(1, _LATEST + 1))]
    joined = (roman + ordinal for roman in romans for ordinal in more.nth_century)
    return starting(romans, joined, _ordinals(more), figures=True)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + " i ii iii iv v vi vii viii ix".split(" ")[ones]


def _ordinals(more: Locale) -> dict[str, int]:
    """Ordinals in words to their numbers; the first four as of quarters."""
    spelt = {word: int(n) for word, n in keyed(more.centuries).items()}
    nth = rows(more.nth) if more.centuries else {}
    return spelt | {word: n for word, n in nth.items() if word.isalpha()}


# --- readers


def _season(scan: Scan, found: Match) -> Said | None:
    more, name = scan.words.more, plain(found["season"])
    said = _of_year(scan, found, When(season=rows(more.seasons)[name]), "locale-season")
    if said is None or found["lead"] or not (said.rule == BARE or name in more.unsafe):
        return said
    if said.rule == BARE and _stands_in(scan, found.start()):
        return structs.replace(said, rule=ALONE)
    return said if _is_led(scan, found.start(), more.before_season) else None


def _stands_in(scan: Scan, start: int) -> bool:
    """Whether "in the" stands before a season."""
    before = scan.folded[max(0, start - _REACH) : start].replace("'", "' ").split()
    led = {" ".join(before[-size:]) for size in (1, 2)}
    return not led.isdisjoint(scan.words.more.in_season)


def _nth_part(scan: Scan, found: Match) -> Said | None:
    number = rows(scan.words.more.nth)[plain(found["nth"])]
    if found["half"]:
        when = When(half=number) if number < 3 else None
        return _of_year(scan, found, when, "locale-half") if when else None
    said = _of_year(scan, found, When(quarter=number), "locale-quarter")
    return structs.replace(said, rule="locale-quarter") if said else None


def _feast(scan: Scan, found: Match) -> Said | None:
    more = scan.words.more
    notation = keyed(more.holidays)[plain(found["feast"])]
    if more.case == "upper" and scan.text[slice(*found.span("feast"))].islower():
        return None
    said = _of_year(scan, found, When(holiday=notation), "locale-feast")
    if (
        said is None
        or said.rule != BARE
        or not _is_led(scan, found.start(), more.before_feast)
    ):
        return said
    return structs.replace(said, rule="locale-feast")


def _is_led(scan: Scan, start: int, words: tuple[str, ...]) -> bool:
    """Whether a word before it says that it is a time, not a name or another word."""
    before = scan.folded[max(0, start - _REACH) : start].replace("'", "' ").split()
    return bool(before) and before[-1] in words


def _of_year(scan: Scan, found: Match, when: When, rule: str) -> Said | None:
    """What has a year or a direction; what has neither is `BARE`."""
    toward = counted(found, pointed(scan.words.more))
    year = int(found["year"]) if found["year"] else None
    if year is not None and year not in YEARS:
        return None
    is_bare = year is None and toward is None
    whole = structs.replace(when, year=year, toward=toward)
    return Said(span_of(found), BARE if is_bare else rule, whole)


def _weekend(scan: Scan, found: Match) -> Said | None:
    toward = counted(found, pointed(scan.words.more))
    return Said(span_of(found), "locale-weekend", When(weekend=True, toward=toward))


def _part_of_unit(scan: Scan, found: Match) -> Said | None:
    """ "Ende letzter Woche", "a finales de año", "fin de l'année 2019"."""
    more, written = scan.words.more, plain(found[0])
    if any(weekend in written for weekend in more.weekend):
        return None
    unit: Unit = framed_units(more)[plain(found["unit"])]  # type: ignore[assignment]
    mod = mods(more)[plain(found["mod"])]
    if found["year"]:
        year = int(found["year"])
        is_whole = unit == "year" and year in YEARS
        whole = When(year=year, mod=mod)
        return Said(span_of(found), "locale-year", whole) if is_whole else None
    toward = counted(found, pointed(more)) or 0
    when = When(shift=Shift(unit, toward), mod=mod)
    return Said(span_of(found), "locale-unit", when)


def _tens(scan: Scan, found: Match) -> Said | None:
    """ "Años 80", "fin des années vingt"; "a finales de los ochenta" counts nothing."""
    more, groups = scan.words.more, found.groupdict()
    tens, figures, mod = (groups.get(key) for key in ("tens", "figures", "mod"))
    if mod and next_word(scan, found.end()) in {*scan.words.units, *more.counted}:
        return None
    number = int(figures) if figures else 10 + 10 * rows(more.tens)[plain(tens or "")]
    when = When(decade=1900 + number, mod=mods(more)[plain(mod)] if mod else None)
    return Said(span_of(found), "locale-decade", when)


def _century(scan: Scan, found: Match) -> Said | None:
    groups = found.groupdict()
    if groups.get("number"):
        number = int(found["number"])
    elif groups.get("spelt"):
        number = _ordinals(scan.words.more)[plain(found["spelt"])]
    else:
        if not scan.text[found.start("roman")].isupper():
            return None
        number = _value(found["roman"])
    first = -100 * number if found["before"] else 100 * (number - 1)
    if not 0 < number <= _LATEST or not 0 <= abs(first) // 100 <= _LATEST:
        return None
    return Said(span_of(found), "locale-century", When(century=first))


def _value(roman: str) -> int:
    figures = [_ROMANS[letter] for letter in roman]
    after = [*figures[1:], 0]
    return sum(-n if n < m else n for n, m in zip(figures, after, strict=True))


def _era(scan: Scan, found: Match) -> Said | None:
    """ "L'Ottocento": a name inside a sentence, no number."""
    start = found.start("era")
    before = scan.folded[max(0, start - 8) : start]
    is_named = scan.text[start].isupper() and before[-1:] in ("'", " ")
    if not is_named or before.rstrip()[-1:] in ("", ".", "!", "?", ":"):
        return None
    number = int(keyed(scan.words.more.eras)[plain(found["era"])])
    return Said(span_of(found), "locale-century", When(century=100 * (number - 1)))


def _era_year(scan: Scan, found: Match) -> Said:
    year = int(found["year"])
    when = When(year=1 - year if found["before"] else year)
    return Said(Span(found.start(), found.end()), "locale-year", when)


READERS: dict[str, Callable[[Scan, Match], Said | None]] = {
    "season": _season,
    "nth-part": _nth_part,
    "feast": _feast,
    "weekend": _weekend,
    "part-of-unit": _part_of_unit,
    "tens": _tens,
    "century": _century,
    "era": _era,
    "era-year": _era_year,
}
