"""Pieces that the patterns of every kind are made of, filled with the words of a locale."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from timeline.lang.locales import Locale
from timeline.timex.foreign.words import Frame, Frames, Vocabulary, around, plain

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,2})"
JOINT = rf"(?:{GAP}|-|(?<='))"
"""What stands between a small word and the next: "mi-mars", "l'automne"."""

AT = r"(?<![\w.,:/+€$£#%-])"
END = r"(?!\w|-\w)"
NEVER = r"(?!)"

FIGURES = "#"
"""Stands for any figures among the words that a shape may start with."""

_ELIDED = re.compile(r"'(?=\w)")
"""What is mostly written on to the next word: "quest'anno", at times "quest' anno"."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+")


class Shape(Struct, frozen=True):
    """A pattern, and the kind of what it finds. `frame` is that of a counted time.

    It can only match at one of `starts`, the words as `tokens` gives them; without them it
    is searched for.
    """

    kind: str
    pattern: re.Pattern[str]
    starts: frozenset[str] | None = None
    frame: Frame | None = None


def tokens(folded: str) -> Iterator[re.Match[str]]:
    """The words and figures of a folded text."""
    return _TOKEN.finditer(folded)


def starting(*groups: Iterable[str], figures: bool = False) -> frozenset[str]:
    """The words that the words and phrases of some groups begin with; or figures."""
    first = (_TOKEN.search(word) for group in groups for word in group)
    known = {FIGURES if m[0][0].isdecimal() else m[0] for m in first if m}
    return frozenset(known | ({FIGURES} if figures else set()))


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest that fits; for nothing if none."""
    known = sorted({*words} - {""}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(literal, known))})" if known else NEVER


def literal(words: str) -> str:
    """A pattern for words with any gap between them; one may follow an elision."""
    parts = (f"'{GAP}?".join(_ELIDED.split(re.escape(part))) for part in words.split())
    return GAP.join(parts)


def bounds(words: Vocabulary) -> tuple[str, str]:
    """What begins and ends a word, where there are blanks between words."""
    return (r"(?<!\w)", r"(?!\w)") if words.is_spaced else ("", "")


def led(frames: Frames) -> str:
    """Words before what they frame, with the gap between, where there are any."""
    return rf"(?:(?P<lead>{any_of(around(frames)[0])}){JOINT})?"


def trailed(frames: Frames) -> str:
    """Words behind what they frame."""
    return rf"{GAP}(?P<trail>{any_of(around(frames)[1])})(?!\w)"


def counted(found: re.Match[str], frames: Frames) -> int | None:
    """What the frame around a match says: -1 the last, 1 the next."""
    before, behind = around(frames)
    groups = found.groupdict()
    lead, trail = groups.get("lead"), groups.get("trail")
    if lead:
        return before[plain(lead)]
    return behind[plain(trail)] if trail else None


def linked(more: Locale) -> str:
    """A joint, and up to two small words with one each: "Ende | des | Jahres"."""
    return rf"{JOINT}(?:{any_of(more.links)}{JOINT}){{0,2}}"


def of_year(more: Locale) -> str:
    """A year behind what is part of it: "de 2019", "des Jahres 2019", ", 2019"."""
    small = any_of({*more.links, *more.joins, *more.year})
    year = r"(?P<year>\d{4})(?!\d|[.,]\d|\s?%)"
    return rf",?{GAP}(?:{small}{JOINT}){{0,3}}{year}"
