"""Read dates in words and in figures, months and years."""

import re
from collections.abc import Callable

from msgspec import structs

from timeline import civil
from timeline.model import Span
from timeline.timex.foreign.said import (
    BARE,
    NO_TIME,
    REACH,
    YEARS,
    Match,
    Said,
    Scan,
    figure,
    is_cased,
    next_word,
    part_of_day,
    said_toward,
    span_of,
)
from timeline.timex.foreign.words import mods, plain
from timeline.timex.sections import lists_years
from timeline.timex.senses import Shift, When
from timeline.timex.zones import ahead, offset

_ASIDE = re.compile(r" ([^\W\d_]+)(?:,| und\b)")
"""A word alone behind a year, up to a comma or "and"."""

_CLOSES = re.compile(r" ([^\W\d_]+)(?: (?:worden |gewesen )?([^\W\d_]+))?(?=[,.;]|$)")
"""A word behind a year, and its auxiliary, where they close a clause."""

_LIKELY = range(1800, 2101)
"""Years where little speaks for one."""

_STREET = re.compile(r"([^\W\d_]{3,}) (?:d[a-z]{1,2} )?$")
"""What stands before a date that is a name: "Rue du 4-Septembre", "Hospital 12 de Octubre"."""

_ABBREVIATION = 4
"""Characters of the longest of those before a number: "S. 2003", "Art. 1998"."""

_LAST_HOUR = 23

_DAYS = re.compile(r"\d\d?")

_ENDS = re.compile(r"[.!?:;\n]\s")
"""What ends the sentence before a year."""

_SENTENCE = 120
"""Characters before a year in which its verb may stand."""


def _is_date(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; in some year, where none is given."""
    if year is not None and year not in YEARS:
        return False
    return civil.is_day(2000 if year is None else year, month, day)


def _date(scan: Scan, found: Match) -> Said | None:
    words, name = scan.words, plain(found["month"])
    month, day, year = words.months[name], _day(found), figure(found, "year")
    weekday = found.groupdict().get("weekday")
    if name in words.more.words and year is None and not weekday:
        return None
    if year is None and not weekday and _is_name(scan, found):
        return Said(span_of(found), NO_TIME, When())
    if not _is_date(year, month, day):
        # Swallowed whole: "31 de febrero de 2011" is not February 2011 either.
        return Said(span_of(found), NO_TIME, When()) if 0 < day <= 31 else None
    when = When(
        year=year,
        month=month,
        day=day,
        weekday=words.weekdays[plain(weekday)] if weekday else None,
        part=part_of_day(scan, found),
        toward=said_toward(scan, found),
    )
    return Said(span_of(found), "locale-date", when)


def _is_name(scan: Scan, found: Match) -> bool:
    """Whether a date is what a street or a hospital is called."""
    month = scan.text[found.start("month") : found.end("month")]
    if scan.words.more.case != "lower" or not month.istitle():
        return False
    before = _STREET.search(scan.text[max(0, found.start() - REACH) : found.start()])
    small = {*scan.words.more.links, *scan.words.more.before_year}
    return before is not None and before[1].istitle() and before[1].lower() not in small


def _day(found: Match) -> int:
    """The day of the month; 1 where a word says so."""
    return int(found["day"] or 1)


def _days(scan: Scan, found: Match) -> Said | None:
    """Two days of one month: a range, or two that are listed."""
    last, first = _date(scan, found), int(found["first"])
    if last is None or last.rule == NO_TIME or not 0 < first < _day(found):
        return None
    start = found.start("day") if found["day"] else found.start("one")
    ends = Span(found.start(), found.end("first")), Span(start, found.end())
    groups = found.groupdict()
    if groups.get("night") and not _is_night(scan, found.start()):
        return None
    is_and = groups.get("and") is not None
    listed = _DAYS.finditer(scan.folded, *found.span("listed"))
    between = tuple((span_of(one), _of_month(last.when, int(one[0]))) for one in listed)
    days = [first, *(when.day or 0 for _, when in between), _day(found)]
    if days != sorted(set(days)):
        return None
    is_listed = bool(between) or (is_and and not _is_between(scan, found.start()))
    when = _of_month(last.when, first)
    whole = Said(span_of(found), "locale-days", when, last.when, is_listed, ends)
    return structs.replace(whole, between=between)


def _of_month(when: When, day: int) -> When:
    """Another day of the month."""
    return When(year=when.year, month=when.month, day=day)


def _is_night(scan: Scan, start: int) -> bool:
    """Whether two days are those of one night: "nacht van 6 op 7 januari"."""
    before = scan.folded[max(0, start - REACH) : start].split()
    return not set(scan.words.more.day_parts.get("NI", ())).isdisjoint(before)


def _day_of_month(scan: Scan, found: Match) -> Said | None:
    """ "El 3 del corriente", "am 3. desselben Monats"."""
    day = int(found["day"])
    if not 0 < day <= 31:
        return None
    shift = Shift("month", 0, "previous" if found["told"] else "dct")
    return Said(span_of(found), "locale-date", When(day=day, shift=shift))


def _day_number(scan: Scan, found: Match) -> Said | None:
    """ "El próximo día 15"."""
    when = When(day=int(found["day"]), toward=said_toward(scan, found))
    return (
        Said(span_of(found), "locale-date", when) if 0 < (when.day or 0) <= 31 else None
    )


def _is_between(scan: Scan, start: int) -> bool:
    """Whether what is listed are the ends of a range: "entre el 3 y el 5 de marzo"."""
    before = " ".join(scan.folded[max(0, start - REACH) : start].split())
    return any(f" {before}".endswith(f" {word}") for word in scan.words.more.between)


def _figures(scan: Scan, found: Match) -> Said | None:
    """The order of day and month is the locale's, unless it cannot be."""
    year, month, day = (figure(found, name) for name in ("year", "month", "day"))
    if year is not None and len(found["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if month is None or (year is not None and year not in YEARS):
        return None
    if day is None:
        whole = When(year=year, month=month)
        return Said(span_of(found), "locale-date", whole) if 1 <= month <= 12 else None
    is_day_first = found.start("day") < found.start("month")
    if month > 12 or (is_day_first and scan.words.order == "MDY" and day <= 12):
        month, day = day, month
    if not _is_date(year, month, day):
        return None
    when = When(year=year, month=month, day=day)
    hour = figure(found, "hour")
    if hour is not None:
        if hour > _LAST_HOUR:
            return None
        second, minute = figure(found, "second"), figure(found, "minute") or 0
        when = structs.replace(
            when,
            clock=hour * 3600 + minute * 60 + (second or 0),
            clock_unit="minute" if second is None else "second",
            zone=offset(*ahead(found["zone"])),
        )
    return Said(span_of(found), "numeric-date", when)


def _short(scan: Scan, found: Match) -> Said | None:
    """ "Am 3.12.", "Sonntag, 9.1."; the words before it are not part of it."""
    month, day = int(found["month"]), int(found["day"])
    if not _is_date(None, month, day):
        return None
    span = Span(found.start("day"), found.end())
    return Said(span, "numeric-date", When(month=month, day=day))


def _month(scan: Scan, found: Match) -> Said | None:
    """A month needs its year, or a word before it that times have."""
    more, name = scan.words.more, plain(found["month"])
    year, toward = figure(found, "year"), said_toward(scan, found)
    is_inside = any(name in row for row in more.months_in)
    is_said = is_inside or toward or found["mod"] or found["before"]
    is_name = name not in scan.words.short and name not in more.words
    if name in more.words or (year is None and not is_name):
        return None
    if year is None and not is_cased(scan, found.start("month"), more.month_case):
        return None
    if year is None and not is_said:  # the second of "en marzo y junio"
        return Said(span_of(found), BARE, When(month=scan.words.months[name]))
    if year is not None and year not in YEARS:
        return None
    mod = mods(more)[plain(found["mod"])] if found["mod"] else None
    start = found.start("mod" if mod else "lead" if found["lead"] else "name")
    when = When(year=year, month=scan.words.months[name], toward=toward, mod=mod)
    return Said(Span(start, found.end()), "locale-month", when)


def _year(scan: Scan, found: Match) -> Said | None:
    groups, year, last = found.groupdict(), int(found["year"]), figure(found, "last")
    if not _is_year(scan, found, year, last):
        return None
    mod = mods(scan.words.more).get(plain(groups.get("strong") or ""))
    start = found.start("strong" if mod else "year")
    end = found.end() - found[0].startswith("(")
    span, when = Span(start, end), When(year=year, mod=mod)
    if last is None:
        return Said(span, "locale-year", when)
    last += year - year % 100 if last < 100 else 0
    if not year < last <= YEARS[-1]:
        return None
    ends = Span(start, found.end("year")), Span(found.start("last"), end)
    is_listed = bool(groups.get("and")) and not _is_between(scan, found.start("year"))
    return Said(span, "locale-years", when, When(year=last), is_listed, ends)


def _is_year(scan: Scan, found: Match, year: int, last: int | None) -> bool:
    """Whether a figure is a year, by what stands around it."""
    groups = found.groupdict()
    is_bare, is_weak = groups.get("bare") is not None, groups.get("weak") is not None
    if year not in (_LIKELY if is_weak else YEARS):
        return False
    if groups.get("line") is not None:
        marked = scan.text[found.end() : found.end() + 4].lstrip(" \t")[:1] in ":–—|"
        return marked or lists_years(scan.text, found.start(), found.end())
    if next_word(scan, found.end()) in scan.words.more.counted and not groups.get(
        "and"
    ):
        return False
    if is_bare:
        return _stands_alone(scan, found, year)
    return not (is_weak and last is None and year % 10 == 0 and _is_count(scan, found))


def _decade(scan: Scan, found: Match) -> Said | None:
    year = int(found["year"])
    if year not in YEARS:
        return None
    return Said(span_of(found), "locale-decade", When(decade=year))


def _is_count(scan: Scan, found: Match) -> bool:
    """Whether a word follows that the figure could count: "de 2000 personas"."""
    after = scan.folded[found.end() : found.end() + 2]
    return after[:1].isspace() and after[1:].isalpha()


def _stands_alone(scan: Scan, found: Match, year: int) -> bool:
    """A year without a preposition: "1998 wurde er geboren", "Er starb 1998."."""
    after = scan.text[found.end() : found.end() + 2]
    is_told = next_word(scan, found.end()) in scan.words.more.after_bare_year
    if (year % 50 == 0 and not is_told) or after[:1] in ("-", "€", "$", "°"):
        return False
    line = scan.text[max(0, found.start() - REACH) : found.start()].rpartition("\n")[2]
    before, likely = line.split(), is_told or year in _LIKELY
    if after[:1].isspace() and (after[1:].isupper() or after[1:].isdigit()):
        one = before[-1:] != [] and before[-1] in scan.words.more.before_bare_year
        return one and after[1:].isupper() and likely
    if not before:
        return likely or _goes_on(scan, found)
    word = before[-1]
    if word[0].islower():
        counted = word.lower() in scan.words.more.before_count
        follows = _goes_on(scan, found) or _is_done(scan, found)
        return not counted and (likely or follows)
    if word[-1] in ".:;":
        return likely and (word[-1] != "." or len(word) > _ABBREVIATION)
    if word[-1] == "," and (_is_done(scan, found) or _closes_line(scan, found)):
        return likely or _is_done(scan, found)
    word = word.removesuffix(",")
    if not word.isalpha():
        return False
    closes = _CLOSES.match(scan.folded, found.end())
    if closes and closes[1].endswith(scan.words.more.participle):
        helped = closes[2] in scan.words.more.after_bare_year
        return helped or (not closes[2] and _is_told_of(scan, found))
    return _goes_on(scan, found) and _is_told_of(scan, found)


def _is_done(scan: Scan, found: Match) -> bool:
    """Whether a participle alone stands behind a figure: ", 1612 begonnen und"."""
    aside = _ASIDE.match(scan.folded, found.end())
    return aside is not None and aside[1].endswith(scan.words.more.participle)


def _closes_line(scan: Scan, found: Match) -> bool:
    """Whether a figure ends its line: "Der Bürgermeister eröffnet das Bad, 1962."."""
    return scan.text[found.end() : found.end() + 2].strip(".")[:1] in ("", "\n", "\r")


def _goes_on(scan: Scan, found: Match) -> bool:
    """Whether what follows a figure is nothing that it could count: "1783 aus"."""
    return next_word(scan, found.end()) in scan.words.more.after_year_alone


def _is_told_of(scan: Scan, found: Match) -> bool:
    """Whether a verb of the past stands before a figure: "hatte Brenn 2012 zu …"."""
    more, text = scan.words.more, scan.text
    told = text[max(0, found.start() - _SENTENCE) : found.start()]
    words = _ENDS.split(told)[-1].split()
    numbered = words[-1].lower().rstrip(",") in more.numbered
    verbs = (w for w in words if w.islower() or w == words[0])
    return not numbered and any(
        w.lower() in more.after_bare_year or w.endswith(more.past) for w in verbs
    )


READERS: dict[str, Callable[[Scan, Match], Said | None]] = {
    "date": _date,
    "days": _days,
    "day-of-month": _day_of_month,
    "day-number": _day_number,
    "short": _short,
    "figures": _figures,
    "month": _month,
    "year": _year,
    "decade": _decade,
}
