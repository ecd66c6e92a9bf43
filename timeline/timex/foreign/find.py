"""Find what is said in the words of a locale: the longest at the earliest place."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from timeline import civil
from timeline.model import Span
from timeline.timex.foreign.patterns import Shape, any_of
from timeline.timex.foreign.read import NO_TIME, Said, Scan, read
from timeline.timex.foreign.words import Vocabulary, fold
from timeline.timex.senses import When

_MAX_JOINT = 14
"""Characters between two expressions that make one."""

_JOINT = re.compile(r"\s+(?:[^\W\d_]{1,5}['\s]\s*){0,2}")
"""Nothing, or a preposition and an article: "jueves de la semana pasada"."""


def find(text: str, words: Vocabulary, shapes: tuple[Shape, ...]) -> tuple[Said, ...]:
    """The time expressions of a text in order, none in another. Linear in its length."""
    scan = Scan(text, fold(text), words)
    met = sorted(_met(scan, shapes), key=lambda said: (said.span.start, -said.span.end))
    kept: list[Said] = []
    for said in met:
        if not kept or kept[-1].span.end <= said.span.start:
            kept.append(said)
    whole = _lent(scan, _completed(scan, kept))
    return tuple(said for said in whole if said.rule != NO_TIME)


def _met(scan: Scan, shapes: tuple[Shape, ...]) -> Iterator[Said]:
    for shape in shapes:
        for found in shape.pattern.finditer(scan.folded):
            said = read(scan, shape, found)
            if said is not None:
                yield said


# --- neighbours


def _completed(scan: Scan, finds: list[Said]) -> list[Said]:
    """A weekday and "last week", a date and "last year" make one expression."""
    joined: list[Said] = []
    for found in finds:
        whole = _whole(scan, joined[-1], found) if joined else None
        if whole is None:
            joined.append(found)
        else:
            joined[-1] = whole
    return joined


def _whole(scan: Scan, first: Said, second: Said) -> Said | None:
    gap = scan.folded[first.span.end : second.span.start]
    if len(gap) > _MAX_JOINT or first.last or second.last:
        return None
    when = _explained(first.when, second.when, gap) or _in_unit(first, second, gap)
    if when is None:
        return None
    span = Span(first.span.start, second.span.end)
    return Said(span, f"{first.rule}+{second.rule}", when, words=second.words)


def _explained(first: When, second: When, gap: str) -> When | None:
    """ "Ayer, jueves": the weekday says nothing new."""
    is_day = first.shift is not None and first.shift.unit == "day" and not first.part
    is_weekday = second.weekday is not None and second.day is None and not second.toward
    if not is_day or not is_weekday or gap.strip() not in ("", ","):
        return None
    return structs.replace(first, part=second.part)


def _in_unit(first: Said, second: Said, gap: str) -> When | None:
    when, shift = first.when, second.when.shift
    if shift is None or when.shift or when.year or when.toward or when.decade:
        return None
    is_day_of_week = when.weekday is not None and when.day is None
    if shift.unit != ("week" if is_day_of_week else "year"):
        return None
    return structs.replace(when, shift=shift) if _JOINT.fullmatch(gap) else None


def _lent(scan: Scan, finds: list[Said]) -> list[Said]:
    """ "Del 28 de febrero al 3 de marzo de 2011": the first has the second's year."""
    more = scan.words.more
    words = any_of([*more.to, *more.and_])
    joint = re.compile(rf"\s*[-–—]\s*|,?\s+{words}\s+(?:[^\W\d_]{{1,4}}\s+){{0,2}}")
    lent = list(finds)
    for i, (found, after) in enumerate(pairwise(finds)):
        gap = scan.folded[found.span.end : after.span.start]
        if len(gap) <= _MAX_JOINT and joint.fullmatch(gap):
            lent[i] = _with_year(found, after.when)
    return lent


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
