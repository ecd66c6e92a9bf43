"""What a match says: a sense, or nothing where its surroundings speak against it."""

import re
from collections.abc import Callable

from msgspec import Struct, structs

from timeline import civil
from timeline.model import Span
from timeline.timex.foreign.patterns import Shape
from timeline.timex.foreign.words import (
    Vocabulary,
    framed_units,
    leads,
    mods,
    numbers,
    parts,
    plain,
    trails,
)
from timeline.timex.senses import Shift, When

_YEARS = range(1000, 2101)
_LIKELY_YEARS = range(1800, 2101)
"""Where little speaks for a year."""

_REACH = 30
"""Characters looked back at for the word before, or for the beginning of a sentence."""

_LAST_WORD = re.compile(r"[^\W\d_]+-?$")
_BEGINS = re.compile(r"[.!?:;\n•*\-–—\"“”„«»(\[|][\s\"“”„«»(\['*_#>|]*$")

NO_TIME = "no-time"
"""The rule of what only looks like a time ("hoy en día"): nothing else is found in it."""


class Scan(Struct, frozen=True):
    """A text as it is and folded, and the words it is read with."""

    text: str
    folded: str
    words: Vocabulary


class Said(Struct, frozen=True):
    """An expression as said.

    `last` is the other end of a range or list. `words` say a shift whose amount no table
    of ours knows.
    """

    span: Span
    rule: str
    when: When
    last: When | None = None
    is_listed: bool = False
    ends: tuple[Span, Span] | None = None
    words: str = ""


Match = re.Match[str]


def read(scan: Scan, shape: Shape, found: Match) -> Said | None:
    """The sense of a match of a shape; None is no time after all."""
    if shape.frame is not None:
        return _counted(scan, shape, found)
    return _READERS[shape.kind](scan, found)


def _span(found: Match) -> Span:
    return Span(found.start(), found.end())


def _figure(found: Match, name: str) -> int | None:
    written = found.groupdict().get(name)
    return int(written) if written else None


def _toward(scan: Scan, found: Match) -> int | None:
    groups = found.groupdict()
    lead, trail = groups.get("lead"), groups.get("trail")
    if lead:
        return leads(scan.words.more)[plain(lead)]
    return trails(scan.words.more)[plain(trail)] if trail else None


def _part(scan: Scan, found: Match) -> str | None:
    written = found.groupdict().get("part")
    return parts(scan.words.more)[plain(written)] if written else None


def _is_date(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; in some year, where none is given."""
    if year is not None and year not in _YEARS:
        return False
    return civil.is_day(2000 if year is None else year, month, day)


# --- dates in words and in figures


def _date(scan: Scan, found: Match) -> Said | None:
    words, name = scan.words, plain(found["month"])
    month, day, year = words.months[name], int(found["day"]), _figure(found, "year")
    weekday = found.groupdict().get("weekday")
    if name in words.more.words and year is None and not weekday:
        return None
    if not _is_date(year, month, day):
        # Swallowed whole: "31 de febrero de 2011" is not February 2011 either.
        return Said(_span(found), NO_TIME, When()) if 0 < day <= 31 else None
    when = When(
        year=year,
        month=month,
        day=day,
        weekday=words.weekdays[plain(weekday)] if weekday else None,
        part=_part(scan, found),
        toward=_toward(scan, found),
    )
    return Said(_span(found), "locale-date", when)


def _days(scan: Scan, found: Match) -> Said | None:
    """Two days of one month: a range, or two that are listed."""
    last, first = _date(scan, found), int(found["first"])
    if last is None or last.rule == NO_TIME or not 0 < first < int(found["day"]):
        return None
    when = When(year=last.when.year, month=last.when.month, day=first)
    ends = (
        Span(found.start(), found.end("first")),
        Span(found.start("day"), found.end()),
    )
    is_listed = found["and"] is not None and not _is_between(scan, found.start())
    return Said(_span(found), "locale-days", when, last.when, is_listed, ends)


def _is_between(scan: Scan, start: int) -> bool:
    """Whether what is listed are the ends of a range: "entre el 3 y el 5 de marzo"."""
    before = " ".join(scan.folded[max(0, start - _REACH) : start].split())
    return any(f" {before}".endswith(f" {word}") for word in scan.words.more.between)


def _figures(scan: Scan, found: Match) -> Said | None:
    """The order of day and month is the locale's, unless it cannot be."""
    year, month, day = (_figure(found, name) for name in ("year", "month", "day"))
    if year is not None and len(found["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if month is None or (year is not None and year not in _YEARS):
        return None
    if day is None:
        whole = When(year=year, month=month)
        return Said(_span(found), "locale-date", whole) if 1 <= month <= 12 else None
    is_day_first = found.start("day") < found.start("month")
    if month > 12 or (is_day_first and scan.words.order == "MDY" and day <= 12):
        month, day = day, month
    if not _is_date(year, month, day):
        return None
    return Said(_span(found), "numeric-date", When(year=year, month=month, day=day))


# --- months and years


def _month(scan: Scan, found: Match) -> Said | None:
    """A month needs its year, or a word before it that times have."""
    more, name = scan.words.more, plain(found["month"])
    year, toward = _figure(found, "year"), _toward(scan, found)
    is_inside = any(name in row for row in more.months_in)
    is_said = is_inside or toward or found["mod"] or found["before"]
    is_name = name not in scan.words.short and name not in more.words
    if name in more.words or (year is None and not (is_said and is_name)):
        return None
    if year is not None and year not in _YEARS:
        return None
    mod = mods(more)[plain(found["mod"])] if found["mod"] else None
    start = found.start("mod" if mod else "lead" if found["lead"] else "name")
    when = When(year=year, month=scan.words.months[name], toward=toward, mod=mod)
    return Said(Span(start, found.end()), "locale-month", when)


def _year(scan: Scan, found: Match) -> Said | None:
    groups, year, last = found.groupdict(), int(found["year"]), _figure(found, "last")
    if not _is_year(scan, found, year, last):
        return None
    mod = mods(scan.words.more).get(plain(groups.get("strong") or ""))
    start = found.start("strong" if mod else "year")
    end = found.end() - found[0].startswith("(")
    span, when = Span(start, end), When(year=year, mod=mod)
    if last is None:
        return Said(span, "locale-year", when)
    last += year - year % 100 if last < 100 else 0
    if not year < last <= _YEARS[-1]:
        return None
    ends = Span(start, found.end("year")), Span(found.start("last"), end)
    is_listed = bool(groups.get("and")) and not _is_between(scan, found.start("year"))
    return Said(span, "locale-years", when, When(year=last), is_listed, ends)


def _is_year(scan: Scan, found: Match, year: int, last: int | None) -> bool:
    """Whether a figure is a year, by what stands around it."""
    groups = found.groupdict()
    is_bare, is_weak = groups.get("bare") is not None, groups.get("weak") is not None
    if year not in (_LIKELY_YEARS if is_bare or is_weak else _YEARS):
        return False
    if is_bare:
        return _stands_alone(scan, found, year)
    return not (is_weak and last is None and year % 10 == 0 and _is_count(scan, found))


def _decade(scan: Scan, found: Match) -> Said | None:
    year = int(found["year"])
    if year not in _YEARS:
        return None
    return Said(_span(found), "locale-decade", When(decade=year))


def _is_count(scan: Scan, found: Match) -> bool:
    """Whether a word follows that the figure could count: "de 2000 personas"."""
    after = scan.folded[found.end() : found.end() + 2]
    return after[:1].isspace() and after[1:].isalpha()


def _stands_alone(scan: Scan, found: Match, year: int) -> bool:
    """A year without a preposition: "1998 wurde er geboren", "Er starb 1998."."""
    after = scan.text[found.end() : found.end() + 2]
    if year % 50 == 0 or after[:1] in ("-", "€", "$", "°"):
        return False
    if after[:1].isspace() and (after[1:].isupper() or after[1:].isdigit()):
        return False
    line = scan.text[max(0, found.start() - _REACH) : found.start()].rpartition("\n")[2]
    before = line.split()
    return not before or before[-1][0].islower() or before[-1][-1] in ".:;"


# --- weekdays and relative words


def _weekday(scan: Scan, found: Match) -> Said | None:
    words, name = scan.words, plain(found["weekday"])
    if name in words.more.unsafe or _is_other(scan, found.start()):
        return None
    if not _is_cased(scan, found.start("weekday"), words.more.case):
        return None
    when = When(
        weekday=words.weekdays[name],
        part=_part(scan, found),
        toward=_toward(scan, found),
    )
    return Said(_span(found), "locale-weekday", when)


def _is_other(scan: Scan, start: int) -> bool:
    """Whether the word before makes it something else: "cada jueves", "la mañana"."""
    before = scan.folded[max(0, start - _REACH) : start].rstrip(" \u00a0")
    last = _LAST_WORD.search(before)
    return last is not None and last[0] in scan.words.more.not_after


def _is_cased(scan: Scan, start: int, case: str) -> bool:
    """Whether a word is written as its language writes it inside a sentence."""
    is_upper = scan.text[start].isupper()
    if case == "upper":
        return is_upper
    if case != "lower" or not is_upper:
        return True
    before = scan.text[max(0, start - _REACH) : start]
    return not before.strip() or _BEGINS.search(before) is not None


def _phrase(scan: Scan, found: Match) -> Said | None:
    meaning = scan.words.phrases[plain(found["phrase"])].split()
    if not meaning:
        return Said(_span(found), NO_TIME, When())
    if _is_other(scan, found.start()) or not _is_cased(scan, found.start(), "lower"):
        return None
    amount, unit, *rest = meaning
    part = _part(scan, found)
    if part and unit != "day":
        return None
    when = When(
        shift=_shift(unit, int(amount)), part=part or (rest[0] if rest else None)
    )
    return Said(_span(found), "locale-phrase", when)


def _unit(scan: Scan, found: Match) -> Said | None:
    unit = framed_units(scan.words.more)[plain(found["unit"])]
    when = When(shift=_shift(unit, _toward(scan, found)))
    return Said(_span(found), "locale-unit", when)


def _counted(scan: Scan, shape: Shape, found: Match) -> Said | None:
    """A number of units ago; where only the locale knows the number, words to ask it."""
    frame = shape.frame
    assert frame is not None
    written, unit = plain(found["number"]), plain(found["unit"])
    number = numbers(scan.words.more).get(written)
    if written.isdigit():
        number = int(written)
    if number == 0:
        return None
    shift = _shift(frame.units[unit], None if number is None else frame.sign * number)
    if frame.follows:
        shift = structs.replace(shift, base="previous")
    words = f"{frame.before} {written} {unit} {frame.after}".strip()
    when = When(shift=shift, mod="APPROX" if found["about"] else None)
    return Said(_span(found), "locale-counted", when, words=words)


def _shift(unit: str, amount: int | None) -> Shift:
    match unit:
        case "week":
            return Shift("week", amount)
        case "month":
            return Shift("month", amount)
        case "year":
            return Shift("year", amount)
    return Shift("day", amount)


_READERS: dict[str, Callable[[Scan, Match], Said | None]] = {
    "date": _date,
    "days": _days,
    "figures": _figures,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "weekday": _weekday,
    "phrase": _phrase,
    "unit": _unit,
}
