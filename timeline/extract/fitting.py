"""A line made to fit: whole stretches go first, then what lies behind a border of clauses."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from timeline.extract.borders import firm, is_sound, is_whole, keeps, loose
from timeline.extract.finish import EDGES
from timeline.lang.cues import Cues

LENGTH = 104
"""Characters to which a line is cut."""

ROOM = 110
"""Characters that a line may have before it is cut at all."""

UNCUT = 130
"""Characters that a line may have before a clause is cut short in its middle."""

BARE = 60
"""Characters below which a cut line often lacks what its verb needs ("had a talk")."""

SHORT = 25
"""Characters below which a line is left as it is rather than mended."""

LONGEST = 160
"""Characters it may have where cutting more would change what it says."""

WHOLE = 240
"""Characters of a line that is left whole where no cut is sound."""


_JOINTS = {"–": " – ", ":": ": "}

_HOSTS = ("tail", "apposition", "second", "more")
"""Stretches behind the verb that a clause right behind them can hang off."""

_LAST = ("tail", "more", "second")
"""Stretches that are rather cut than left out, if little else is said."""


_Borders = Callable[[str, Cues], Iterator[int]]
"""What finds the borders of a kind in a line."""


class Bit(Struct, gc=False):
    """A stretch of the headline: lead, subject, apposition, core or tail.

    `mark` is what joins it to what is before it: a comma, dash or colon, or nothing.
    """

    kind: str
    text: str
    mark: str = ","


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
    line = joined(bits)
    for kind in kinds:
        for bit in [b for b in reversed(bits) if b.kind == kind]:
            if len(line) <= ROOM:
                return line
            if kind == "more" and (len(line) <= UNCUT or _carries(bits, bit)):
                break
            if kind == "more" and len(line) <= LONGEST and _says_which(bit, cues):
                continue
            if kind == "subject" and not _is_named(bits, bit):
                continue
            kept = _is_kept(bit, line, cues) or _is_joined(bits, bit)
            if len(bits) > 1 and not kept:
                fewer = _without(bits, bit)
                if all(b.kind == "said" for b in fewer):
                    continue  # "Valk said" tells nothing.
                if kind in _LAST and len(joined(fewer)) < BARE:
                    return _cut(line, verb, cues)
                _close(bits, bit)
                bits, line = fewer, joined(fewer)
    line = _cut(line, verb, cues)
    return line if is_whole(line, cues) else _mended(line, verb, cues)


def _is_kept(bit: Bit, line: str, cues: Cues) -> bool:
    """Whether a stretch holds what must not be lost, not only of a thing that it describes.

    "To accept an offer | that could cost taxpayers millions" goes where there is no room.
    """
    tight = _says_which(bit, cues) and bit.kind == "more" and len(line) > LONGEST
    return keeps(bit.text, cues) and not tight


def _says_which(bit: Bit, cues: Cues) -> bool:
    """Whether "A doctor | who was shot in his kitchen" tells which one is meant."""
    opener = bit.text.lstrip().partition(" ")[0].lower()
    return opener == "that" or opener in cues.grammar.relatives


def _without(bits: list[Bit], bit: Bit) -> list[Bit]:
    """The stretches but for one, and what hangs off it without a mark.

    "The ferry sank, with many refusing to leave | unless they were paid"
    """
    at = bits.index(bit)
    behind = at + 1
    if bit.kind in _HOSTS:
        while behind < len(bits) and _is_hanging(bits[behind]):
            behind += 1
    if bit.kind == "tail":
        while behind < len(bits) and _is_listed(bits[behind]):
            behind += 1
    return bits[:at] + bits[behind:]


def _is_listed(bit: Bit) -> bool:
    """Whether a stretch hangs off one before it: "with Lund, | Sarn, | and Velm at risk".

    Or says what that is: "including Norda, | the largest mill".
    """
    return bit.kind == "apposition" and bit.mark == ","


def _is_hanging(bit: Bit) -> bool:
    return bit.kind in ("more", "result") and not bit.mark


def _is_named(bits: list[Bit], bit: Bit) -> bool:
    """Whether the name of whom a stretch describes follows: "its adviser, | Ada Brenn"."""
    behind = bits.index(bit) + 1
    return behind < len(bits) and bits[behind].kind == "name"


def _is_joined(bits: list[Bit], bit: Bit) -> bool:
    """Whether "and" goes on with a stretch: "Valk, of Lund, lives there, | and has left"."""
    behind = bits.index(bit) + 1
    core = behind < len(bits) and bits[behind].kind == "core"
    return core and bits[behind].text.lstrip().startswith("and ")


def _carries(bits: list[Bit], bit: Bit) -> bool:
    """Whether what hangs off a stretch has stayed: "who walked | because she had no car"."""
    behind = bits.index(bit) + 1
    return behind < len(bits) and bits[behind].kind in ("more", "tail")


def _close(bits: list[Bit], bit: Bit) -> None:
    """Take the mark that closes an aside from the stretch behind it: the aside goes."""
    behind = bits.index(bit) + 1
    if behind >= len(bits):
        return
    if bit.mark == bits[behind].mark == "–" or bits[behind].text.startswith("to "):
        bits[behind].mark = ""


def _mended(line: str, verb: str, cues: Cues) -> str:
    """A line that lost what its end waits for ("said that the mill"), without that end."""
    least = max(SHORT, line.find(verb) + len(verb))
    borders = {*firm(line, cues), *loose(line, cues)}
    for border in sorted((b for b in borders if b >= least), reverse=True):
        if is_sound(line[:border], line[border:], cues):
            return line[:border]
    return line


def joined(bits: Sequence[Bit]) -> str:
    """The stretches with commas where the sentence had them."""
    line = previous = ""
    described = doubled = False
    for bit in bits:
        text = bit.text.strip(" \t\r\n,;.")
        tight = not bit.mark or bit.kind == "more"
        verb = bit.kind in ("core", "said")
        tight = tight or (previous == "subject" and verb and not doubled)
        tight = tight or (previous == "name" and not described)
        if bit.mark != ":" or text.startswith("that "):
            tight = tight or (previous == "said" and bit.kind != "said")
        if line:
            line += " " if tight else _JOINTS.get(bit.mark, ", ")
        line += text
        doubled = previous == bit.kind == "subject" and bit.mark == ","
        described = bit.kind == "name" and previous == "subject"
        previous = bit.kind
    return line


def with_dashes(bits: list[Bit]) -> list[Bit]:
    """The stretches, those of a list between dashes as one: "three towns – A, B and C –"."""
    opens = next((n for n, bit in enumerate(bits) if bit.mark == "–"), len(bits))
    ends = range(opens + 1, len(bits))
    end = next((n for n in ends if bits[n].mark != ","), len(bits))
    if end >= len(bits) or bits[end].mark != "–" or end - opens < 2:
        return bits
    listed = Bit("apposition", joined(bits[opens:end]), "–")
    return [*bits[:opens], listed, *bits[end:]]


def _cut(line: str, verb: str, cues: Cues) -> str:
    """The line up to its last sound border within the length; whole, if there is none.

    A longer line is better than a broken one.
    """
    if len(line) <= UNCUT:
        return line
    least = max(BARE, line.find(verb) + len(verb) + 1)
    for border in sorted(_between(line, firm, least, LENGTH, cues), reverse=True):
        return line[:border]
    if len(line) <= LONGEST:
        return line
    for border in sorted(_between(line, loose, least, LENGTH, cues), reverse=True):
        return line[:border]
    for find in (firm, loose):
        for border in sorted(_between(line, find, LENGTH + 1, LONGEST, cues)):
            if border >= least:
                return line[:border]
    return line if len(line) <= WHOLE else line[: line.rfind(" ", 0, LONGEST)]


def _between(
    line: str, find: _Borders, least: int, most: int, cues: Cues
) -> Iterator[int]:
    """The sound borders of a kind within some lengths."""
    for border in find(line, cues):
        if least <= border <= most and is_sound(line[:border], line[border:], cues):
            yield border
