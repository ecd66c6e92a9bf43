"""Where words begin and end: words, figures and marks, with clitics split off.

No word reaches over a blank, and most of what stands between two blanks has been met
before: so a text is split at its blanks, and each chunk cut into words but once.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from timeline.model import Span
from timeline.text.memory import Memory

_WORD = re.compile(
    r"""-[LR][RS]B- | (?>\d+(?:[.,:]\d+)*)(?![^\W\d_]|-[^\W\d_])
    | ['’](?:s|re|ve|ll|d|m)(?!\w) | n['’]t(?!\w)
    | (?:[^\W\d_]\.){2,} | (?:(?:EE|UU|FF|JJ|OO)\.)+
    | [^\W_]+(?:[-‐’'.&][^\W_]+)*
    | [^\w\s]""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"\n>[> ]*")
_STRESS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])")
LISTED = re.compile(r"\((?:[a-h]|[ivx]{1,4})\)(?=\s|\Z)")
"""The marks of things that a sentence lists: "(a) sold, (b) closed"."""

_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)

_Part = tuple[int, int, str, str, bool]
"""A word of a chunk: the fields of a `Word`, its offsets from the start of the chunk."""


BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""What tokenisers have made of them."""


class Word(Struct, frozen=True, gc=False):
    """One word, figure or mark. `low` is its lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str
    is_mark: bool


def words(text: str, span: Span) -> list[Word]:
    """The words of a span in order: "hasn’t" is "has" and "n’t", "U.S." is one.

    "EE. UU." is two, which no full stop parts.
    """
    found: list[Word] = []
    at = span.start
    for chunk in text[at : span.end].split(" "):
        for start, end, word, low, is_mark in _PARTS[chunk]:
            found.append(Word(at + start, at + end, word, low, is_mark))
        at += len(chunk) + 1
    return found


def lows(chunk: str) -> Iterator[str]:
    """The words of what stands between two blanks, in lower case."""
    return (low for _, _, _, low, _ in _PARTS[chunk])


def stretch_start(tokens: Sequence[Word], at: int) -> int:
    """The first word of the stretch between marks that holds the word at `at`, or ends there."""
    while at and not tokens[at - 1].is_mark:
        at -= 1
    return at


def unmarked(text: str) -> str:
    """The text with blanks for marks that are no part of it: those of Markdown around
    stressed words ("the *Halcyon*"), and those before the lines of quoted mail."""
    if "*" in text or "_" in text:
        text = _STRESS.sub(_blanks, text)
    if "(" in text:
        text = LISTED.sub(_blanks, text)
    return _QUOTED.sub(_blanks, text) if "\n>" in text else text


def _blanks(marks: re.Match[str]) -> str:
    return " " * len(marks[0])


def _parts(chunk: str) -> tuple[_Part, ...]:
    """The words of a chunk, clitics split off."""
    if chunk.isalpha():
        return ((0, len(chunk), chunk, chunk.lower(), False),)
    chunk = unmarked(chunk)
    return tuple(
        (start, start + len(word), word, low, _is_mark(word))
        for start, word, low in _parted(chunk)
    )


_PARTS = Memory(_parts)


def _parted(chunk: str) -> Iterator[tuple[int, str, str]]:
    for match in _WORD.finditer(chunk):
        word, start = match[0], match.start()
        if "'" not in word and "’" not in word:
            yield start, word, BRACKETS.get(word) or word.lower()
            continue
        clitic = _CLITIC.search(word)
        if clitic and clitic.start():
            cut = clitic.start()
            yield start, word[:cut], word[:cut].lower()
            word, start = word[cut:], start + cut
        yield start, word, word.lower().replace("’", "'")


def _is_mark(word: str) -> bool:
    """Whether this is punctuation."""
    return not word[0].isalnum() and word[0] not in "'’n"
