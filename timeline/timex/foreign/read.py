"""What a match says: a sense, or nothing where its surroundings speak against it."""

import re
from collections.abc import Callable

from msgspec import structs

from timeline.timex.foreign import (
    clocks,
    dates,
    fiscal,
    following,
    often,
    periods,
    portions,
    spelt,
)
from timeline.timex.foreign.pieces import Shape
from timeline.timex.foreign.said import (
    LONGEST,
    NO_TIME,
    REACH,
    VAGUE,
    Match,
    Said,
    Scan,
    figure,
    hangs_on,
    is_cased,
    next_word,
    part_of_day,
    said_toward,
    span_of,
)
from timeline.timex.foreign.words import (
    framed_units,
    numbers,
    plain,
    roughly,
)
from timeline.timex.senses import Shift, When

_MODS = ("APPROX", "START", "MID", "END")

_LAST_WORD = re.compile(r"[^\W\d_]+-?$")


def read(scan: Scan, shape: Shape, found: Match) -> Said | None:
    """The sense of a match of a shape; None is no time after all."""
    if shape.frame is not None:
        return _counted(scan, shape, found)
    return _READERS[shape.kind](scan, found)


def _weekday(scan: Scan, found: Match) -> Said | None:
    words, name = scan.words, plain(found["weekday"])
    if _is_other(scan, found.start()) or _is_unsafe(scan, found, name):
        return None
    if not is_cased(scan, found.start("weekday"), words.more.case):
        return None
    if not 0 < (figure(found, "day") or figure(found, "number") or 1) <= LONGEST:
        return None
    when = When(
        month=figure(found, "month"),
        day=figure(found, "day") or figure(found, "number"),
        weekday=words.weekdays[name],
        part=part_of_day(scan, found),
        toward=said_toward(scan, found),
    )
    return Said(span_of(found), "locale-weekday", when)


def _is_unsafe(scan: Scan, found: Match, name: str) -> bool:
    """Whether a name that is a word too has nothing beside it that says it is a day."""
    more = scan.words.more
    if name not in more.unsafe or found["day"] or found["part"] or found["trail"]:
        return False
    before = scan.folded[
        max(0, found.start("weekday") - REACH) : found.start("weekday")
    ]
    last = _LAST_WORD.search(before.rstrip())
    if not last or last[0] not in more.before_weekday:
        return True
    word = next_word(scan, found.end())
    return scan.folded[found.end() : found.end() + 1] == "-" or (
        word != "" and word not in more.after_weekday
    )


def _is_other(scan: Scan, start: int) -> bool:
    """Whether the word before makes it something else: "cada jueves", "la mañana"."""
    before = scan.folded[max(0, start - REACH) : start].rstrip(" \u00a0")
    last = _LAST_WORD.search(before)
    return last is not None and last[0] in scan.words.more.not_after


def _phrase(scan: Scan, found: Match) -> Said | None:
    meaning = scan.words.phrases[plain(found["phrase"])].split()
    if not meaning:
        return Said(span_of(found), NO_TIME, When())
    amount, unit, *rest = meaning
    is_told = "told" in rest
    if is_told and hangs_on(scan, found):
        return None
    is_one = " " not in plain(found["phrase"])
    if is_one and _is_other(scan, found.start()) and not is_told:
        return None
    is_noun = is_told or "START" in rest or "END" in rest
    if not is_noun and not is_cased(scan, found.start(), "lower"):
        return None
    mod = next((word for word in rest if word in _MODS), None)
    said = next((word for word in rest if word not in ("told", *_MODS)), None)
    part = part_of_day(scan, found)
    if part and unit != "day":
        return None
    shift = _shift(unit, int(amount))
    when = When(
        shift=structs.replace(shift, base="previous") if is_told else shift,
        part=part or ("NI" if said == "CN" else said),
        crossing=said == "CN" and not part,
        mod=mod,
    )
    return Said(span_of(found), "locale-phrase", when)


def _unit(scan: Scan, found: Match) -> Said | None:
    unit = framed_units(scan.words.more)[plain(found["unit"])]
    when = When(shift=_shift(unit, said_toward(scan, found)))
    return Said(span_of(found), "locale-unit", when)


def _counted(scan: Scan, shape: Shape, found: Match) -> Said | None:
    """A number of units ago; where only the locale knows the number, words to ask it."""
    frame, more = shape.frame, scan.words.more
    assert frame is not None
    unit = frame.units[plain(found["unit"])]
    if frame.follows and hangs_on(scan, found):
        return None
    if found["some"]:
        return None if frame.follows else _vague(found, frame.sign)
    rough = roughly(more).get(plain(found["roughly"] or ""))
    written = plain(found["number"] or "")
    number = numbers(more).get(written, rough)
    if written.isdigit():
        number = int(written)
    if number == 0:
        return None
    shift = _shift(unit, None if number is None else frame.sign * number)
    if frame.follows:
        shift = structs.replace(shift, base="previous")
    around = found.groupdict()
    before, after = plain(around.get("before") or ""), plain(around.get("after") or "")
    words = f"{before} {written} {plain(found['unit'])} {after}".strip()
    mod = "APPROX" if found["about"] or rough else None
    if found["less"] and frame.sign < 0 and not frame.follows:
        mod = "AFTER"
    when = When(shift=shift, mod=mod)
    return Said(span_of(found), "locale-counted", when, words=words)


def _vague(found: Match, sign: int) -> Said:
    """ "Hace unos años" is no time on the calendar."""
    when = When(mod="PAST_REF" if sign < 0 else "FUTURE_REF")
    return Said(span_of(found), VAGUE, when)


def _shift(unit: str, amount: int | None) -> Shift:
    match unit:
        case "decade":
            return Shift("decade", amount)
        case "week":
            return Shift("week", amount)
        case "month":
            return Shift("month", amount)
        case "year":
            return Shift("year", amount)
    return Shift("day", amount)


_READERS: dict[str, Callable[[Scan, Match], Said | None]] = {
    "weekday": _weekday,
    "phrase": _phrase,
    "unit": _unit,
    **dates.READERS,
    **periods.READERS,
    **following.READERS,
    **clocks.READERS,
    **often.READERS,
    **spelt.READERS,
    **fiscal.READERS,
    **portions.READERS,
}
