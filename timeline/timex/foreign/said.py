"""What a match is handed on as, and what the readers of every kind share."""

import re

from msgspec import Struct

from timeline.model import Span
from timeline.timex.foreign.words import Vocabulary, leads, parts, plain, trails
from timeline.timex.senses import When

YEARS = range(1000, 2101)

NO_TIME = "no-time"
"""The rule of what only looks like a time ("hoy en día"): nothing else is found in it."""

BARE = "bare"
"""The rule of what is a time only with another beside it: "autunno", "12.30"."""

ALONE = "alone"
"""The rule of a season that only a sentence of what was or will be makes a time."""

VAGUE = "locale-vague"
"""The rule of what is some time before or after ("hace unos años"); `mod` says which."""

OFTEN = "locale-often"
"""The rule of what comes again ("cada lunes"); `words` are its TIMEX3 value."""

LONGEST = 31
"""Days of a month, at most."""

REACH = 30
"""Characters looked back at for the word before, or for the beginning of a sentence."""

_BEGINS = re.compile(r"[.!?:;\n•*\-–—\"“”„«»(\[|][\s\"“”„«»(\['*_#>|]*$")

_NEXT = re.compile(r"[^\S\n]{1,2}([^\W\d_]+'?)")


class Scan(Struct, frozen=True):
    """A text as it is and folded, and the words it is read with."""

    text: str
    folded: str
    words: Vocabulary


class Said(Struct, frozen=True):
    """An expression as said.

    `last` is the other end of a range or list, `between` what is listed between the two.
    `words` say a shift whose amount no table of ours knows. `is_past` is true where the
    sentence tells what has been, `is_ahead` where what is or is to come, `is_before` where it
    looks back from what was told ("había salido el 3 de mayo"), `is_end` where it
    ends what the one before begins, `is_of` where a date only says which thing is meant
    ("the minutes of 6 April"), `is_cited` where that is a law, `is_saying` where it is told
    when someone said so.
    """

    span: Span
    rule: str
    when: When
    last: When | None = None
    is_listed: bool = False
    ends: tuple[Span, Span] | None = None
    between: tuple[tuple[Span, When], ...] = ()
    words: str = ""
    is_past: bool = False
    is_ahead: bool = False
    is_before: bool = False
    is_end: bool = False
    is_of: bool = False
    is_cited: bool = False
    is_saying: bool = False


Match = re.Match[str]


def span_of(found: Match) -> Span:
    """The span of a match."""
    return Span(found.start(), found.end())


def next_word(scan: Scan, end: int) -> str:
    """The word behind an offset, with its apostrophe; nothing behind a mark."""
    found = _NEXT.match(scan.folded, end)
    return found[1] if found else ""


def hangs_on(scan: Scan, found: Match) -> bool:
    """Whether it is counted from what comes next ("dos días después de la boda"), or only
    what is told is compared with ("gegenüber dem Vorjahr")."""
    more, word = scan.words.more, next_word(scan, found.end())
    if word in more.complements:
        return True
    before = scan.folded[max(0, found.start() - REACH) : found.start()].split()[-3:]
    if not set(more.compared).isdisjoint(before):
        return True
    last = found[0].split()[-1]
    return last in more.prepositional and word in more.determiners


def figure(found: Match, name: str) -> int | None:
    """The number that a group of a match holds, None where it has none."""
    written = found.groupdict().get(name)
    return int(written) if written else None


def said_toward(scan: Scan, found: Match) -> int | None:
    """The direction that the words around a match say: -1 last, 1 next."""
    groups = found.groupdict()
    lead, trail = groups.get("lead"), groups.get("trail")
    if lead:
        return leads(scan.words.more)[plain(lead)]
    return trails(scan.words.more)[plain(trail)] if trail else None


def part_of_day(scan: Scan, found: Match) -> str | None:
    """The TIMEX3 part of day that the match ends in, None where it ends in none."""
    written = found.groupdict().get("part")
    return parts(scan.words.more)[plain(written)] if written else None


def is_cased(scan: Scan, start: int, case: str) -> bool:
    """Whether a word is written as its language writes it inside a sentence."""
    is_upper = scan.text[start].isupper()
    if case == "upper":
        return is_upper
    if case != "lower" or not is_upper:
        return True
    before = scan.text[max(0, start - REACH) : start]
    return not before.strip() or _BEGINS.search(before) is not None
