"""A line made to fit: whole stretches go first, then what lies behind a border of clauses."""

import re
from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.finish import EDGES, PAIRS
from timeline.lang.cues import Cues

LENGTH = 90
"""Characters to which a line is cut."""

ROOM = 104
"""Characters that a line may have before it is cut at all."""

SHORT = 45
"""Characters below which a line is rather cut than robbed of what trails."""

BARE = 60
"""Characters below which a cut line often lacks what its verb needs ("had a talk")."""

LONGEST = 140
"""Characters it may have where cutting more would change what it says."""

_BOUNDARY = re.compile(
    r",\s|\s[–—-]\s|\s(?=(?:who|which|that|where|when|while|as|after|before|because|amid|following|including|with|despite|in|on|at|for|from|by|to|and|under|over|during|against|into)\s)"
)


class Bit(Struct, gc=False):
    """A stretch of the headline: lead, subject, apposition, core or tail.

    `dash` says that a dash stands before it in the sentence, not a comma, and `tight` that
    nothing does.
    """

    kind: str
    text: str
    dash: bool = False
    tight: bool = False


def fitted(bits: list[Bit], verb: str, cues: Cues) -> str:
    """The line, shortened by whole stretches and then at a border of clauses."""
    fillers = cues.headline.fillers
    bits = [
        b
        for b in bits
        if b.kind != "lead" or not fillers.fullmatch(b.text.strip(EDGES))
    ]
    named = any(b.kind == "name" for b in bits)
    kinds = ("tail", "more", "apposition", "second", "lead", *(("subject",) * named))
    for kind in kinds:
        for bit in [b for b in reversed(bits) if b.kind == kind]:
            if len(joined(bits)) <= ROOM:
                return joined(bits)
            if len(bits) > 1 and not _keeps(bit.text, cues):
                fewer = [b for b in bits if b is not bit]
                if kind in ("tail", "more") and len(joined(fewer)) < SHORT:
                    return _cut(joined(bits), verb, cues)
                bits = fewer
    line = joined(bits)
    return line if len(line) <= ROOM else _cut(line, verb, cues)


def joined(bits: Sequence[Bit]) -> str:
    """The stretches with commas where the sentence had them."""
    line = ""
    previous = ""
    for bit in bits:
        text = bit.text.strip(" \t\r\n,;.")
        tight = bit.tight or bit.kind == "more"
        tight = tight or (previous == "subject" and bit.kind in ("core", "said"))
        tight = tight or (previous == "name" and bit is bits[1])
        tight = tight or (previous == "said" and bit.kind != "said")
        tight = tight or (bit.kind == "second" and not bit.text.startswith("but"))
        if line:
            line += " " if tight else " – " if bit.dash else ", "
        line += text
        previous = bit.kind
    return line


def _keeps(text: str, cues: Cues) -> bool:
    """Whether a stretch holds a word or figure that must not be lost."""
    lows = text.lower().replace("’", "'").split()
    words = {low.strip(".,;:\"“”'") for low in lows}
    return bool(words & cues.status.keep) or any(low.endswith("n't") for low in lows)


def _cut(line: str, verb: str, cues: Cues) -> str:
    """The line up to its last border within the length, if nothing vital is lost."""
    least = max(35, line.find(verb) + len(verb) + 1)
    borders = [m.start() for m in _BOUNDARY.finditer(line)]
    late = [b for b in borders if max(least, LENGTH) < b <= LONGEST]
    borders = [b for b in borders if least <= b <= LENGTH]
    if late and late[0] <= ROOM and (not borders or borders[-1] < BARE):
        borders.append(late[0])
    for border in reversed(borders):
        kept, rest = line[:border], line[border:]
        if not _keeps(rest, cues) and _balanced(kept) and not _awaits(kept, rest, cues):
            return kept
    if len(line) <= LONGEST:
        return line
    ends = [*borders[-1:], *late[:1], line.rfind(" ", 0, LONGEST)]
    end = ends[0]
    return line[: end if end > 0 else LONGEST]


def _awaits(kept: str, rest: str, cues: Cues) -> bool:
    """Whether what is kept is not said without the rest: "proved | to be false"."""
    before, after = kept.lower().split()[-2:], rest.lower().split()[:2]
    if any(word in cues.headline.awaiting for word in before):
        return True
    verb = cues.verbs.get(before[-1]) if before else None
    if verb and verb.base in cues.headline.incomplete:
        return True
    if after[:1] == ["that"]:
        return bool(verb)
    return after[:1] == ["to"] and bool(verb or after[1:] == ["be"])


def _balanced(text: str) -> bool:
    return (
        all(text.count(a) <= text.count(b) for a, b in PAIRS)
        and text.count('"') % 2 == 0
    )
