"""What stands beside an expression and makes one with it: a weekday and "last week", a day
and its hour, "noche del" and a day."""

import re
from itertools import pairwise

from msgspec import Struct, structs

from timeline import civil
from timeline.model import Span
from timeline.timex.beside import within
from timeline.timex.foreign.pieces import GAP, any_of, linked
from timeline.timex.foreign.said import ALONE, BARE, OFTEN, VAGUE, Said, Scan
from timeline.timex.foreign.words import (
    Vocabulary,
    around,
    keyed,
    mods,
    plain,
    rows,
    told,
)
from timeline.timex.sections import heads_entry, is_heading
from timeline.timex.senses import When

_MAX_JOINT = 24
"""Characters between two expressions that make one."""

_MAX_GAP = 14
"""The same where only small words may stand there."""

_REACH = 40
"""Characters before an expression in which what belongs to it begins."""

_SMALL = r"(?:[^\W\d_]{1,4}['\s]\s*){0,2}"
"""Up to two small words before a date."""

_JOINT = re.compile(r"\s+(?:[^\W\d_]{1,5}['\s]\s*){0,2}")
"""Nothing, or a preposition and an article: "jueves de la semana pasada"."""

_NUMBERED = re.compile(r"\d/(?P<year>(?:19|20)\d\d),?\s(?:de|do|del)\s$")
"""What numbers a law with its year: "Ley 3/2004, de | 29 de diciembre"."""

_NOON = 43_200
"""Seconds after midnight."""

_IN_YEAR = ("month", "season", "quarter", "half", "holiday")
_WITH_MOD = ("season", "quarter", "half", "decade", "century", "year")


class Beside(Struct, frozen=True):
    """Patterns of what stands between the expressions of a locale, and before them."""

    range: re.Pattern[str]
    between: re.Pattern[str]
    joint: re.Pattern[str]
    aside: re.Pattern[str]
    from_: re.Pattern[str]
    until: re.Pattern[str]
    clock: re.Pattern[str]
    on_day: re.Pattern[str]
    to_day: re.Pattern[str]
    part: re.Pattern[str]
    mod: re.Pattern[str]
    night: re.Pattern[str]
    next: re.Pattern[str]


_SHORT = 2
"""Letters of words that stand before an hour as well as before an end: "a"."""


def beside(words: Vocabulary) -> Beside:
    """The patterns of a locale."""
    more = words.more
    to, either = any_of(more.to), any_of([*more.to, *more.and_])
    ends = {word.split()[0] for word in more.to if len(word.split()[0]) > _SHORT}
    at = any_of(
        at for at in (*more.at_clock, *more.before_clock) if at.split()[0] not in ends
    )  # "am Donnerstag bis 14 Uhr" is no hour of its own
    small = any_of([*more.on_day, *more.articles])
    following = [*around(told(more))[1], *more.next_date]
    nights = any_of(more.day_parts.get("NI", ()))
    link = linked(more)
    return Beside(
        re.compile(rf"\s*[-–—]\s*|,?\s+{either}\s+(?:[^\W\d_]{{1,4}}\s+){{0,2}}"),
        re.compile(
            rf"(?<!\w){any_of(more.between)}\s+(?:{any_of(more.articles)}\s+)?$"
        ),
        re.compile(rf",?\s+{any_of(more.and_)}\s+{_SMALL}"),
        re.compile(rf",\s[^,.;:()\n]{{1,60}},\s+{any_of(more.and_)}\s+{_SMALL}"),
        re.compile(rf"(?<!\w){any_of(more.from_)}\s*$"),
        re.compile(rf"\s+{to}\s+{_SMALL}"),
        re.compile(rf",?{GAP}(?:{at}{GAP})?|\s?[-–—|·(]\s?|,?{GAP}\("),
        re.compile(rf",?{GAP}(?:{small}{GAP}){{0,2}}"),
        re.compile(rf"{GAP}{any_of(more.to_day)}{GAP}(?:{any_of(more.links)}{GAP})?"),
        re.compile(rf"(?<!\w)(?P<part>{any_of(keyed(more.day_parts))}){link}$"),
        re.compile(rf"(?<!\w)(?P<mod>{any_of(mods(more))}){link}$"),
        re.compile(rf"(?<!\w){nights}{GAP}{any_of(more.night_before)}{GAP}$"),
        re.compile(rf"{GAP}{any_of(following)}(?!\w)"),
    )


def joined(scan: Scan, finds: list[Said], by: Beside) -> list[Said]:
    """The expressions with what belongs to them; without what needs another beside it."""
    whole: list[Said] = []
    completed = _listed(_completed(scan, finds, by), scan, by)
    lent = _in_year_before(_lent(completed, scan, by), scan, by)
    for found in _spanned(lent, scan, by):
        led = _led(scan, found, by) if found.rule != BARE else found
        while whole and whole[-1].span.end > led.span.start:
            whole.pop()
        whole.append(led)
    return [said for said in whole if said.rule != BARE]


# --- two expressions that make one


def _in_year_before(finds: list[Said], scan: Scan, by: Beside) -> list[Said]:
    """Dates with the year said right before them: "im Jahr 2009, am | 3. Mai"."""
    made = list(finds)
    for at, (first, second) in enumerate(pairwise(finds), 1):
        gap = scan.folded[first.span.end : second.span.start]
        beside = gap.startswith(",") and by.on_day.fullmatch(gap) is not None
        if beside and not first.last and not second.last:
            made[at] = structs.replace(second, when=within(first.when, second.when))
    return made


def _completed(scan: Scan, finds: list[Said], by: Beside) -> list[Said]:
    """A weekday and "last week", a date and "last year", a day and its hour."""
    made: list[Said] = []
    for found in finds:
        whole = _whole(scan, made[-1], found, by) if made else None
        if whole is None:
            made.append(found)
        else:
            made[-1] = whole
    return made


def _whole(scan: Scan, first: Said, second: Said, by: Beside) -> Said | None:
    gap = scan.folded[first.span.end : second.span.start]
    if len(gap) > _MAX_JOINT or first.last or second.last:
        return None
    if (
        first.rule == OFTEN
        and second.when.clock is not None
        and by.clock.fullmatch(gap)
    ):
        return structs.replace(first, span=Span(first.span.start, second.span.end))
    when = _explained(first.when, second.when, gap) or _in_unit(first, second, gap)
    when = when or _on_clock(scan, first, second, gap, by)
    when = when or _in_brackets(first, second, gap)
    when = when or _night(scan, first, second, gap, by) or _to_day(first, second, gap)
    if when is None:
        return None
    end = second.span.end + (
        gap.strip() == "(" and scan.text[second.span.end :][:1] == ")"
    )
    rule = first.rule if second.rule == BARE else f"{first.rule}+{second.rule}"
    if first.rule in (BARE, ALONE):
        rule = second.rule
    return Said(Span(first.span.start, end), rule, when, words=second.words)


def _explained(first: When, second: When, gap: str) -> When | None:
    """ "Ayer, jueves": the weekday says nothing new."""
    is_day = first.shift is not None and first.shift.unit == "day" and not first.part
    is_weekday = second.weekday is not None and second.day is None and not second.toward
    if not is_day or not is_weekday or gap.strip() not in ("", ","):
        return None
    return structs.replace(first, part=second.part)


def _to_day(first: Said, second: Said, gap: str) -> When | None:
    """ "Heute vor 50 Jahren", "oggi, 50 anni fa": some day of that year or month."""
    if gap.strip() not in ("", ","):
        return None
    for day, counted in ((first.when, second.when), (second.when, first.when)):
        shift = counted.shift
        today = day.shift is not None and (day.shift.unit, day.shift.amount) == (
            "day",
            0,
        )
        if today and day.part is None and shift and shift.unit in ("year", "month"):
            back = shift.base != "previous" and (shift.amount or 0) < 0
            return counted if back else None
    return None


def _in_unit(first: Said, second: Said, gap: str) -> When | None:
    if gap.isspace() and first.when.shift and second.when.weekday is not None:
        first, second = second, first  # "vorige week dinsdag"
    when, shift = first.when, second.when.shift
    if shift is None or when.shift or when.year or when.toward or when.decade:
        return None
    is_day_of_week = when.weekday is not None and when.day is None
    if shift.unit != ("week" if is_day_of_week else "year"):
        return None
    if not is_day_of_week and not _has(when, _IN_YEAR):
        return None
    if len(gap) > _MAX_GAP or not _JOINT.fullmatch(gap):
        return None
    return structs.replace(when, shift=shift)


def _on_clock(
    scan: Scan, first: Said, second: Said, gap: str, by: Beside
) -> When | None:
    """ "Donnerstag um 21.40 Uhr", "a las 21.40 del jueves"; none is made of a day that has a
    line of its own and the clock that begins the next."""
    if "\n" in gap and (
        is_heading(scan.text, first.span) or heads_entry(scan.text, second.span)
    ):
        return None
    day, clock = first.when, second.when
    if clock.clock is None:
        day, clock = clock, day
    if clock.clock is None or day.clock is not None or not is_day(day):
        return None
    if is_day(clock) or ("\n" in gap and day is second.when and day.year is not None):
        return None  # The end of a message, and the head of the next
    pattern = by.clock if day is first.when else by.on_day
    if not pattern.fullmatch(gap):
        return None
    seconds = _of_part(clock.clock, None if day.crossing else day.part)
    morning = day.crossing and seconds < _NOON
    timed = structs.replace(day, clock=seconds, clock_unit=clock.clock_unit)
    return structs.replace(
        timed, zone=clock.zone, days=day.days + morning, part=None, crossing=False
    )


def _of_part(clock: int, part: str | None) -> int:
    """ "Donnerstagabend um 8 Uhr" is in the evening."""
    evening = part in ("EV", "AF") or (part == "NI" and clock >= _NOON / 2)
    return clock + _NOON if evening and clock < _NOON else clock


def _in_brackets(first: Said, second: Said, gap: str) -> When | None:
    """ "Montag (3. Januar)", "Sonntag, 9.1.", "quarta-feira, dia 12"."""
    day, date = first.when, second.when
    is_weekday = day.weekday is not None and day.day is None and day.clock is None
    is_date = date.day is not None and date.year is None and date.shift is None
    if not is_weekday or not is_date or date.weekday is not None:
        return None
    if gap.strip() not in ("", "(", ","):
        return None
    return structs.replace(date, weekday=day.weekday, part=day.part or date.part)


def _night(scan: Scan, first: Said, second: Said, gap: str, by: Beside) -> When | None:
    """ "Nacht von Montag auf Dienstag", "nuit du 28 février au 1er mars"."""
    if not (is_day(first.when) and is_day(second.when) and by.to_day.fullmatch(gap)):
        return None
    led = by.part.search(_before(scan, first.span.start))
    part = keyed(scan.words.more.day_parts).get(plain(led["part"])) if led else None
    if part not in ("NI", "EM"):
        return None
    when, year = first.when, second.when.year
    lacks_year = when.month is not None and when.year is None and year is not None
    if lacks_year:
        when = structs.replace(when, year=year)
    return structs.replace(when, part="NI", crossing=True)


def _has(when: When, fields: tuple[str, ...]) -> bool:
    return any(getattr(when, field) is not None for field in fields)


def is_day(when: When) -> bool:
    """Whether it names a day."""
    of_day = when.shift is not None and when.shift.unit == "day"
    return of_day or _has(when, ("weekday", "day", "holiday"))


def _listed(finds: list[Said], scan: Scan, by: Beside) -> list[Said]:
    """The months of a list, of which only the first is led: "en marzo, mayo y junio"."""
    made = list(finds)
    for last in range(len(finds)):
        first = last
        while first and _is_month(made[first], bare=True):
            gap = scan.folded[made[first - 1].span.end : made[first].span.start]
            joint = by.joint.fullmatch(gap) if first == last else gap.strip() == ","
            if not joint:
                break
            first -= 1
        if first < last and _is_month(made[first], bare=False):
            for at in range(first + 1, last + 1):
                made[at] = structs.replace(made[at], rule=made[first].rule)
    return made


def _is_month(said: Said, *, bare: bool) -> bool:
    """Whether it is a month alone; a bare one has nothing that says it is a time."""
    fields = (said.when.day, said.when.shift, said.when.mod, said.last)
    is_alone = said.when.month is not None and all(field is None for field in fields)
    return is_alone and (said.rule == BARE) is bare


# --- words before an expression


def _before(scan: Scan, start: int) -> str:
    return scan.folded[max(0, start - _REACH) : start]


def _led(scan: Scan, said: Said, by: Beside) -> Said:
    """With "noche del", "Nacht zum", "finales de" before it."""
    when, before = said.when, _before(scan, said.span.start)
    if when.day is not None and when.month is not None and when.year is None:
        numbered = _NUMBERED.search(before)
        if numbered is not None:
            dated = structs.replace(when, year=int(numbered["year"]))
            return structs.replace(said, when=dated)
        after = by.next.match(scan.folded, said.span.end) if not said.last else None
        if after is not None:
            span = Span(said.span.start, after.end())
            when = structs.replace(when, base="previous")
            return structs.replace(said, span=span, when=when)
    if is_day(when) and when.clock is None and when.part in (None, "NI"):
        return _of_part_of_day(scan, said, before, by)
    if said.last or when.mod or when.clock or not _has(when, _WITH_MOD):
        return said
    led = by.mod.search(before)
    if led is None or when.month is not None:
        return said
    ordinal = before[: led.start()].split()[-1:]
    if ordinal and ordinal[0] in rows(scan.words.more.nth):
        return said  # "la prima metà del secolo"
    mod = mods(scan.words.more)[plain(led["mod"])]
    return _from(said, led, len(before), structs.replace(when, mod=mod))


def _of_part_of_day(scan: Scan, said: Said, before: str, by: Beside) -> Said:
    when = said.when
    if by.night.search(before) and not said.last and not when.part:
        night = structs.replace(when, days=-1, part="NI", crossing=True)
        led = by.night.search(before)
        assert led is not None
        return _from(said, led, len(before), night)
    led = by.part.search(before)
    if led is None:
        return said
    part = keyed(scan.words.more.day_parts)[plain(led["part"])]
    if said.last is not None:
        is_one = part == "NI" and not said.is_listed
        night = structs.replace(when, part="NI", crossing=True)
        return _from(said, led, len(before), night) if is_one else said
    crossing = when.crossing and part == "NI"
    if when.part and not crossing:
        return said
    return _from(said, led, len(before), structs.replace(when, part=part))


def _from(said: Said, led: re.Match[str], reach: int, when: When) -> Said:
    """One expression that begins with what was found before it."""
    start = said.span.start - reach + led.start()
    span = Span(start, said.span.end)
    return structs.replace(said, span=span, when=when, last=None, ends=None)


# --- what one lends to the other


def _lent(finds: list[Said], scan: Scan, by: Beside) -> list[Said]:
    """ "Del 28 de febrero al 3 de marzo de 2011": the first has the second's year."""
    lent = list(finds)
    for i, (found, after) in enumerate(pairwise(finds)):
        gap = scan.folded[found.span.end : after.span.start]
        if len(gap) <= _MAX_GAP and by.range.fullmatch(gap):
            lent[i] = _with_year(found, after.when)
            lent[i + 1] = structs.replace(after, is_end=not _are_apart(found, gap, by))
    return lent


def _are_apart(found: Said, gap: str, by: Beside) -> bool:
    """Whether "and" only lists two months, of which the second may be the earlier one."""
    is_month = found.when.month is not None and found.when.day is None
    return is_month and by.joint.fullmatch(gap) is not None


def _with_year(found: Said, after: When) -> Said:
    when = found.when
    if when.month is None or after.month is None or after.year is None:
        return found
    if when.year is not None or when.shift is not None or found.last is not None:
        return found
    year = after.year - (when.month > after.month)
    if when.day is not None and not civil.is_day(year, when.month, when.day):
        return found
    return structs.replace(found, when=structs.replace(when, year=year))


def _spanned(finds: list[Said], scan: Scan, by: Beside) -> list[Said]:
    """ "Entre el lunes y el miércoles", "vom 3. Mai bis zum 5. Juni" as one."""
    made: list[Said] = []
    for found in finds:
        # "between 25 January, the first day of the rising, and 30 June"
        aside = len(made) > 1 and made[-1].rule == VAGUE
        first = made[-2 if aside else -1] if made else None
        if first is not None and _is_span(first, found, scan, by):
            made = made[:-1] if aside else made
            span = Span(first.span.start, found.span.end)
            ends = first.span, found.span
            made[-1] = structs.replace(first, span=span, last=found.when, ends=ends)
        else:
            made.append(found)
    return made


def _is_span(first: Said, last: Said, scan: Scan, by: Beside) -> bool:
    """Whether two times are the ends of what lies between them."""
    if first.last or last.last or BARE in (first.rule, last.rule):
        return False
    gap = scan.folded[first.span.end : last.span.start]
    alike = is_day(first.when) == is_day(last.when)
    hours = (first.when.clock is None, last.when.clock is None)
    if first.when.shift or last.when.shift or not alike or hours[0] != hours[1]:
        return False
    before = _before(scan, first.span.start)
    if by.joint.fullmatch(gap) or by.aside.fullmatch(gap):
        return by.between.search(before) is not None
    led = by.until.fullmatch(gap) is not None
    return led and by.from_.search(before) is not None
