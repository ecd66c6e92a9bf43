"""Words that say what a date is the date of: "Published:", "Sent", "Expires on"."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, convert

from timeline.dct.clue import Role
from timeline.patterns import any_of


class Label(Struct, frozen=True):
    """A label in a line. `role` is None for dates of other things: birth, expiry.

    `end` is where the words for the date begin, `until` where the next label stands.
    """

    role: Role | None
    has_colon: bool
    start: int
    end: int
    until: int


class Wording(Struct, frozen=True):
    """The table of labels, as written in `labels.toml`."""

    written: tuple[str, ...]
    updated: tuple[str, ...]
    held: tuple[str, ...]
    other: tuple[str, ...]
    minutes: tuple[str, ...]
    notes: tuple[str, ...]
    boxes: frozenset[str]
    meetings: tuple[str, ...]
    fillers: tuple[str, ...]
    quoted: tuple[str, ...]
    byline: tuple[str, ...]
    numbered: tuple[str, ...]
    thousands: tuple[str, ...]


@cache
def wording() -> Wording:
    """The table, read once."""
    text = files(__package__).joinpath("labels.toml").read_text("utf-8")
    return convert(tomllib.loads(text), Wording)


@lru_cache(maxsize=64)  # Several rungs look at the same lines.
def labels(line: str) -> tuple[Label, ...]:
    """The labels of a line, in order. One stands first, or after a mark that divides."""
    if "{{" in line:
        return ()  # The template of a wiki: "{{cite news|date=3 May 2031}}"
    head, inner = _label_patterns()
    first = head.match(line)
    found = [first] if first else []
    found += inner.finditer(line, first.end() if first else 0)
    ends = [*(match.start() for match in found), len(line)][1:]
    return tuple(_label(match, end) for match, end in zip(found, ends, strict=True))


def may_end(line: str) -> bool:
    """Whether a line could end in a label, by its last word."""
    return line.rstrip().rstrip(":：=* \t").lower().endswith(_last_words())


def quoted_start(text: str) -> int:
    """Where a message begins that is quoted below an own one; else the text's length."""
    found = _quoted_pattern().search(text)
    return found.start() if found and text[: found.start()].strip() else len(text)


def without_labels(text: str) -> str:
    """The text without labels that say of a date before them what it is the date of:
    "3 May 2031 last updated at 10:05"."""
    return _after_pattern().sub(" ", text)


def has_other(line: str) -> bool:
    """Whether the line has a word anywhere that dates other things: born, due, expires."""
    return _other_pattern().search(line) is not None


def is_minutes(line: str) -> bool:
    """Whether the line begins as the heading of minutes does, and names a body."""
    found = _minutes_pattern().match(line)
    return found is not None and _body_pattern().match(line, found.end()) is not None


def are_notes(line: str) -> bool:
    """Whether a line is the heading of notes of what was said, or of what was seen."""
    return line[-1:] not in ".!?" and _notes_pattern().match(line) is not None


def has_year(text: str) -> bool:
    """Whether a year may be spelt out: "a tres de mayo de dos mil veintiuno"."""
    return _thousands_pattern().search(text) is not None


def without_numbers(text: str) -> str:
    """The text with blanks for what only numbers it: "Pressemitteilung Nr. 12/2021"."""
    return _number_pattern().sub(lambda found: " " * len(found[0]), text)


def is_filler(text: str) -> bool:
    """Whether the words may stand around a date in a line that is only its date."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?", text.lower())
    fillers = _fillers()
    return all(word in fillers or word.rstrip(".") in fillers for word in words)


def _label(match: re.Match[str], until: int) -> Label:
    name = re.sub(r"\s+", " ", match["label"].lower())
    return Label(
        _roles()[name], bool(match["colon"]), match.start("label"), match.end(), until
    )


@cache
def _roles() -> dict[str, Role | None]:
    known = wording()
    roles: dict[str, Role | None] = dict.fromkeys(known.other)
    roles |= dict.fromkeys(known.held, Role.HELD)
    roles |= dict.fromkeys(known.updated, Role.UPDATED)
    return roles | dict.fromkeys(known.written, Role.WRITTEN)


@cache
def _last_words() -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.split()[-1] for name in _roles()))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in wording().fillers)


@cache
def _label_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label at the head of a line, behind markup; one behind a mark that divides.

    Of that mark the first character comes first: so `re` skips to such.
    """
    label = rf"""\**(?P<label>{_alternatives(_roles())})(?!\w)\**
        [ \t]*(?P<colon>[:：=]?)"""
    head = rf"[\s\ufeff*_|\#•·=(\[<-]*{label}"
    inner = rf"""[|•·;—–\t/(,.:\s](?:
        (?<=[|•·;—–\t/(])\s*|(?<=,)\s|(?<=\s)-\s|(?<=\s)\s+|(?<=[.:])\s+){label}"""
    flags = re.IGNORECASE | re.VERBOSE
    return re.compile(head, flags), re.compile(inner, flags)


@cache
def _quoted_pattern() -> re.Pattern[str]:
    above = _alternatives(wording().quoted)
    return re.compile(
        rf"^[ \t>*_-]{{0,20}}(?:{above})\b[ \t:*_-]*$", re.IGNORECASE | re.MULTILINE
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    return _anywhere((*wording().written, *wording().updated))


@cache
def _other_pattern() -> re.Pattern[str]:
    return _anywhere(wording().other)


@cache
def _body_pattern() -> re.Pattern[str]:
    """A few articles, then a name or a meeting; "minutes of panic" has neither."""
    meetings = _alternatives(wording().meetings)
    return re.compile(
        rf"[\W_]*(?:[^\W\d_]{{1,5}}['’\s]\s?){{0,2}}(?:[A-ZÀ-ÞЀ-Я\d]|(?i:{meetings}))"
    )


def _anywhere(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(entries)})(?!\w)", re.IGNORECASE)


@cache
def _minutes_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{_alternatives(wording().minutes)})", re.IGNORECASE)


@cache
def _notes_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[\W_]*(?:{_alternatives(wording().notes)})(?!\w)", re.IGNORECASE
    )


@cache
def _thousands_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(wording().thousands)})", re.IGNORECASE
    )


@cache
def _number_pattern() -> re.Pattern[str]:
    marks = _alternatives(wording().numbered)
    return re.compile(
        rf"(?<!\w)(?:{marks})[.:]?\s?\d{{1,9}}(?:[/ .-]\d{{1,9}}){{0,3}}(?!\w|[.]\d)",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, blanks standing for any."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return any_of(re.escape(word).replace(r"\ ", r"[ \t]+") for word in ordered)
