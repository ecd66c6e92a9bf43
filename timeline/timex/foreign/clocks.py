"""Times on the clock: "um 21.40 Uhr", "a las nueve de la noche", "à 21h40"."""

import re
from collections.abc import Iterator

from timeline.model import Span
from timeline.timex.foreign.pieces import AT, GAP, Shape, any_of, bounds, starting
from timeline.timex.foreign.said import BARE, Match, Said, Scan, next_word
from timeline.timex.foreign.words import Vocabulary, keyed, numbers, plain
from timeline.timex.sections import begins_line, heads_entry
from timeline.timex.senses import When
from timeline.timex.zones import ahead, offset

_FIGURES = r"(?P<hour>[01]?\d|2[0-3])(?!\d)"
_SECONDS = r"(?<=:\d\d):(?P<second>[0-5]\d)(?:[.,]\d{3,6})?(?!\d)"
_ZONE = r"(?P<zone>z|[+-]\d\d:?\d\d(?!:?\d))?"
_MINUTES = (
    r"(?:[.:,]|[^\S\n]?h[^\S\n]?)(?P<minute>[0-5]\d)(?!\d)"
    rf"(?:{_SECONDS}(?:[^\S\n]?{_ZONE}))?"
)
_COUNT = re.compile(r"\d[^\S\n]?h?[^\S\n]?\Z")
"""Before "à 5 h" it tells how long something takes: "3 h à 5 h"."""

_UNTIL = re.compile(
    r"\s?[-–—]\s?(?:[01]?\d|2[0-4])(?:[.:]|[^\S\n]?h[^\S\n]?)[0-5]\d(?!\d)"
    r"(?P<unit>\s?(?:h|uhr|uur)\b)?"
)
"""The end of what a line of an agenda sets: "14:00 – 15:00 Repas"."""

_REACH = 5
_NOON, _HOURS = 12, 24
_SMALL = 6
"""Hours of the night before which none is of the evening."""


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """A clock time with a word before it, and one that a day beside it must tell."""
    more, (begin, end) = words.more, bounds(words)
    if not more.hours:
        return
    hour = any_of(more.hours)
    behind = rf"(?P<unit>\s?{hour}(?!\w))(?:[^\S\n]{{1,3}}(?P<more>[0-5]\d)(?!\w|[.,/:-]\d))?"
    spelt = f"(?P<spelt>{any_of(numbers(more))})(?!\\w)"
    half = rf"(?:{GAP}(?P<half>{any_of(more.half_past)})(?!\w))?"
    part = rf"(?:{GAP}(?P<part>{any_of(keyed(more.clock_parts))})(?!\w))?"
    figures = rf"{_FIGURES}(?:{_MINUTES})?(?:{behind})?"
    to = rf"(?:(?P<to>{any_of(more.half_to)}){GAP})?"
    said = rf"{to}(?:{spelt}{half}(?:{GAP}{hour}(?!\w))?|{figures}){part}"
    strong = rf"(?P<strong>{any_of(more.at_clock)})"
    lead = rf"(?:{strong}|(?P<weak>{any_of(more.before_clock)})){GAP}"
    noon = rf"(?P<said>(?P<noon>{any_of(keyed(more.noon))})(?!\w))"
    led = rf"{begin}(?:{any_of(more.before_noon)}){GAP}{noon}{end}"
    yield Shape("noon", re.compile(led), starting(more.before_noon))
    starts = starting(more.at_clock, more.before_clock)
    yield Shape("clock", re.compile(rf"{begin}{lead}(?P<said>{said}){end}"), starts)
    hours = rf"(?P<hour>\d\d?)(?!\d)(?=[.:]\d|\s?{hour})"
    alone = rf"{AT}(?P<said>{hours}(?:{_MINUTES})?(?:{behind})?{part}){end}"
    yield Shape("clock", re.compile(alone), starting(figures=True))


def _clock(scan: Scan, found: Match) -> Said | None:
    """The hour and minute, where enough says that it is a time on the clock."""
    groups = found.groupdict()
    hour, until = _hour(scan, groups), _until(scan, found)
    if hour is None or not (until or _is_clock(scan, found, groups)):
        return None
    minute = groups["minute"] or groups["more"]
    clock = hour * 3600 + int(minute or 0) * 60
    if groups.get("half"):
        clock += 1800
    if groups.get("to"):
        clock -= 1800
    clock += int(groups["second"] or 0)
    unit = "minute" if minute or clock % 3600 else "hour"
    unit = "second" if groups["second"] else unit
    zone = offset(*ahead(groups["zone"]))
    is_sure = groups.get("strong") or groups.get("weak") or scan.words.more.is_hour
    led = begins_line(scan.text, found.start()) and heads_entry(
        scan.text, Span(found.start(), found.end("said"))
    )
    start = found.start() if led else found.start("said")
    span = Span(start, until or found.end("said"))
    is_sure = is_sure or until or _heads_line(scan.text, span)
    rule = "locale-clock" if is_sure else BARE
    return Said(span, rule, When(clock=clock % 86400, clock_unit=unit, zone=zone))


def _until(scan: Scan, found: Match) -> int | None:
    """Where the end of a stretch ends that begins a line of an agenda, if it is one."""
    if not begins_line(scan.text, found.start("said")):
        return None
    until = _UNTIL.match(scan.folded, found.end("said"))
    if until is None or ("." in until[0] and not until["unit"]):
        return None  # "10.05-12.05: Ausstellung"
    return until.end()


def _heads_line(text: str, span: Span) -> bool:
    """Whether a time begins a line of a log or an agenda: "9h00 - Ouverture". A point
    between its figures makes an amount of it where no mark follows: "10.15 Euro"."""
    if not begins_line(text, span.start) or not heads_entry(text, span):
        return False
    parted = text[span.end : span.end + 3].lstrip()[:1]
    return "." not in text[span.start : span.end] or not parted.isalnum()


def _noon(scan: Scan, found: Match) -> Said:
    """An hour that has a name."""
    hour = int(keyed(scan.words.more.noon)[plain(found["noon"])])
    span = Span(found.start("said"), found.end("said"))
    return Said(span, "locale-clock", When(clock=hour * 3600, clock_unit="hour"))


def _hour(scan: Scan, groups: dict[str, str | None]) -> int | None:
    more, spelt, written = scan.words.more, groups.get("spelt"), groups.get("hour")
    hour = numbers(more).get(plain(spelt), 99) if spelt else int(written or 99)
    part = keyed(more.clock_parts).get(plain(groups["part"] or ""))
    evening = part in ("AF", "EV") or (part == "NI" and hour >= _SMALL)
    if evening and hour <= _NOON:
        hour = 0 if hour == _NOON and part == "NI" else hour % _NOON + _NOON
    return hour if hour < _HOURS else None


def _is_clock(scan: Scan, found: Match, groups: dict[str, str | None]) -> bool:
    """Whether a number is no count: "alle 8 persone", "après 8 heures de débats"."""
    more, word = scan.words.more, next_word(scan, found.end())
    is_led = groups.get("strong") or groups.get("weak")
    counts = is_led or not groups["minute"]  # not "8.5.2011 14:05"
    if counts and _COUNT.search(
        scan.folded[max(0, found.start() - _REACH) : found.start()]
    ):
        return False
    unit = plain((groups.get("unit") or "").strip())
    if counts and word in more.complements and not groups.get("strong"):
        return False
    if groups.get("spelt") and groups.get("weak") in more.before_length:
        return bool(groups["part"])
    if groups.get("to") and is_led:
        return True  # "um halb acht"
    if groups["minute"] or groups["part"] or groups.get("half"):
        return bool(
            groups.get("strong") or unit or ":" in found["said"] or "h" in found["said"]
        )
    if unit or (groups.get("spelt") and _has_unit(scan, found)):
        return True
    return bool(groups.get("strong")) and (not word or word in more.after_clock)


def _has_unit(scan: Scan, found: Match) -> bool:
    last = found["said"].split()[-1]
    return last in scan.words.more.hours or plain(last) in scan.words.more.hours


READERS = {"clock": _clock, "noon": _noon}
