"""Cut a text into the few tokens that can be part of a time expression.

The text is split at blanks; a memory tells at once which chunks hold a word that some
rule knows, and which an anchor, without which no rule fits. Only runs of known chunks
around an anchor become tokens. Splitting, adding up offsets and looking up run in
C, so that text without times costs next to nothing.
"""

from collections.abc import Iterator
from itertools import accumulate

from timeline.timex.lexicon import ANCHORED, Entry, Lexicon

RUN = 18
"""Chunks looked at on each side of an anchor; no pattern is longer."""

_PLAIN = (" ", "-")
"""Between number words; the others are words ("two hundred and five")."""


class Tokens:
    """Kept tokens in order, as parallel lists; offsets are half-open."""

    __slots__ = ("ends", "entries", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entries: list[Entry] = []

    def word(self, index: int) -> str:
        """The token's own characters."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What lies between a token and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]]


def tokens(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens of a text that some rule can use."""
    kept = Tokens(text)
    starts, ends, entries = kept.starts, kept.ends, kept.entries
    chunks = text.split(" ")
    for first, last, offset in _runs(chunks, lexicon):
        at = offset
        for chunk in chunks[first : last + 1]:
            for start, end, entry in lexicon.pieces(chunk):
                if entry.number and _joins(kept, entry, at + start, at + end, lexicon):
                    continue
                starts.append(at + start)
                ends.append(at + end)
                entries.append(entry)
            at += len(chunk) + 1
    return kept


def _runs(chunks: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """First and last chunk, and offset, of stretches of known words around an anchor."""
    sizes = list(accumulate(map(len, chunks)))
    marks = lexicon.marks(chunks)
    done, count = -1, len(chunks)
    while (anchor := marks.find(ANCHORED, done + 1)) >= 0:
        first = last = anchor
        bound = max(done + 1, anchor - RUN)
        while first > bound and marks[first - 1]:
            first -= 1
        bound = min(count - 1, anchor + RUN)
        while last < bound and marks[last + 1]:
            last += 1
        yield first, last, sizes[first - 1] + first if first else 0
        done = last


def _joins(kept: Tokens, entry: Entry, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number belongs to a number before it, and if so, make it one with that."""
    _close(kept, start, lexicon)
    if not kept.entries or not kept.entries[-1].number:
        return False
    if _repeats(kept, entry, start, end):
        kept.ends[-1] = end + 1
        return True
    joined = _joined(kept, entry, kept.text[kept.ends[-1] : start], lexicon)
    if joined is None:
        return False
    kept.entries[-1], kept.ends[-1] = joined, end
    return True


def _close(kept: Tokens, start: int, lexicon: Lexicon) -> None:
    """Drop the "and" of "two hundred | and | five", which some pattern knows as a word."""
    if len(kept.entries) < 2 or not kept.entries[-2].number:
        return
    first = kept.entries[-2].values.get("{number}")
    gap = kept.text[kept.ends[-2] : start]
    spelt = isinstance(first, int) and first >= 100 and not first % 100
    if spelt and gap != " " and gap in lexicon.number_gaps:
        for column in (kept.starts, kept.ends, kept.entries):
            column.pop()


def _repeats(kept: Tokens, entry: Entry, start: int, end: int) -> bool:
    """Whether a number in brackets says the number before it again: "five (5) years"."""
    last = kept.ends[-1]
    if (
        start - last != 2
        or kept.text[last:start] != " ("
        or kept.text[end : end + 1] != ")"
    ):
        return False
    return entry.values.get("{number}") == kept.entries[-1].values.get("{number}")


def _joined(kept: Tokens, entry: Entry, gap: str, lexicon: Lexicon) -> Entry | None:
    """One number from two number words ("twenty-five", "two hundred"), if they make one."""
    if gap not in lexicon.number_gaps:
        return None
    first = kept.entries[-1].values.get("{number}")
    if not isinstance(first, int) or kept.word(len(kept.entries) - 1)[0].isdigit():
        return None
    ordinal = entry.values.get("{ordinal}")
    if isinstance(ordinal, int) and ordinal < 10 and first in range(20, 100, 10):
        value = first + ordinal
        days = {"{day}": value, "{dayth}": value} if value <= 31 else {}
        return lexicon.entry({"{ordinal}": value, **days})
    second = entry.values.get("{number}")
    if not isinstance(second, int):
        return None
    if 10 <= first <= 21 and 10 <= second <= 99 and gap in _PLAIN:
        return lexicon.entry(
            {"{year}": first * 100 + second, "{number}": first * 100 + second}
        )
    total = _sum_or_product(first, second, gap)
    if total is None:
        return None
    said_as_year = "{year}" in kept.entries[-1].values or (first, gap) == (2, " ")
    year = {"{year}": total} if said_as_year and 1000 <= total <= 2199 else {}
    long = {"{longyear}": total} if 1100 <= total <= 2199 else {}
    return lexicon.entry({"{number}": total, **year, **long})


def _sum_or_product(first: int, second: int, gap: str) -> int | None:
    """English number words: a smaller one after a larger one adds, hundred multiplies."""
    if second in (100, 1000) and first < second and gap == " ":
        return first * second
    if second == 100 and first > 1000 and first % 1000 < 10 and gap == " ":
        return first - first % 10 + first % 10 * 100  # "One thousand seven hundred"
    unit = 10 if first % 100 else 100 if first % 1000 else 1000
    if first % 100 and (first % 10 or first % 100 < 20):
        unit = 0
    if 0 < second < unit and (gap in _PLAIN or first % 100 == 0):
        return first + second
    return None
