"""Cut a text into the few tokens that can be part of a time expression.

The text is split at blanks; a memory tells at once which chunks hold a word that some
rule knows, and which an anchor, without which no rule fits. Only runs of known chunks
around an anchor are cut into tokens. Splitting, adding up offsets and looking up run in
C, so that text without times costs next to nothing.
"""

from collections.abc import Iterator
from itertools import accumulate

from timeline.timex.lexicon import ANCHORED, TILE, Entry, Lexicon

RUN = 14
"""Chunks looked at on each side of an anchor; no pattern is longer."""

_BEFORE_NUMBER = frozenset("$€£¥§#@/\\-+.,:_=&*%'’^~<>")
"""A number right after one of these is no date: prices, paths, versions, identifiers."""

_AFTER_NUMBER = frozenset("%°€$£_@=\\/+#*")


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
    for start, end in _runs(text, lexicon):
        for found in TILE.finditer(text, start, end):
            entry = lexicon.word(found[0].removeprefix(" "))
            if entry is not None:
                _keep(kept, entry, found.end(), found.start(), lexicon)
    return kept


def _runs(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches in which an anchor stands among known words."""
    chunks = text.split(" ")
    sizes = list(accumulate(map(len, chunks)))
    marks = lexicon.marks(chunks)
    done, count = -1, len(chunks)
    for anchor in [i for i, mark in enumerate(marks) if mark == ANCHORED]:
        if anchor <= done:
            continue
        first = last = anchor
        bound = max(done + 1, anchor - RUN)
        while first > bound and marks[first - 1]:
            first -= 1
        bound = min(count - 1, anchor + RUN)
        while last < bound and marks[last + 1]:
            last += 1
        yield sizes[first - 1] + first if first else 0, sizes[last] + last
        done = last


def _keep(kept: Tokens, entry: Entry, end: int, start: int, lexicon: Lexicon) -> None:
    """Add a token, or join it to the number before it."""
    text, ends, entries = kept.text, kept.ends, kept.entries
    if text[start] == " ":
        start += 1
    if entry.numeric and not _is_free(text, start, end):
        return
    if entry.dotted and text[end : end + 1] == ".":
        end += 1
    if entry.number and entries and entries[-1].number:
        if _repeats(kept, entry, start, end):
            ends[-1] = end + 1
            return
        joined = _joined(kept, entry, text[ends[-1] : start], lexicon)
        if joined is not None:
            entries[-1], ends[-1] = joined, end
            return
    kept.starts.append(start)
    ends.append(end)
    entries.append(entry)


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether a numeric token's neighbours leave it a number of its own."""
    before = text[start - 1] if start else " "
    if text[start] in "'’" and end - start == 3:
        return True  # "Q4'22"
    if (before in _BEFORE_NUMBER and not _is_joint(text, start)) or before.isalnum():
        return False
    return end == len(text) or text[end] not in _AFTER_NUMBER


def _is_joint(text: str, start: int) -> bool:
    """Whether the mark before a number joins it to a word: "mid-1990s", "ended.5 May"."""
    mark = text[start - 1]
    two_before = text[start - 2] if start > 1 else " "
    if mark == "-":
        return two_before.isalpha() or two_before == "-"
    return mark in ".,:'’" and (two_before.isalpha() or two_before in ' \n\t)”"')


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
    if gap not in (" ", "-", " and "):
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
    if 10 <= first <= 21 and 10 <= second <= 99 and gap != " and ":
        return lexicon.entry(
            {"{year}": first * 100 + second, "{number}": first * 100 + second}
        )
    total = _sum_or_product(first, second, gap)
    if total is None:
        return None
    said_as_year = "{year}" in kept.entries[-1].values or (first, gap) == (2, " ")
    year = {"{year}": total} if said_as_year and 1000 <= total <= 2199 else {}
    return lexicon.entry({"{number}": total, **year})


def _sum_or_product(first: int, second: int, gap: str) -> int | None:
    """English number words: a smaller one after a larger one adds, hundred multiplies."""
    if second in (100, 1000) and first < second and gap == " ":
        return first * second
    unit = 10 if first % 100 else 100 if first % 1000 else 1000
    if first % 100 and (first % 10 or first % 100 < 20):
        unit = 0
    if 0 < second < unit and (gap != " and " or first % 100 == 0):
        return first + second
    return None
