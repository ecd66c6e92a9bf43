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
_LINKED = re.compile(
    r"!?\[(?=[^\[\]\n]{1,300}(?:\]\(|\Z))"
    r"|\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:[ ]\"[^\"\n]{0,200}\")?\)"
)
"""What stands around the words of a link of Markdown: "[the report](https://…)"."""

_WIKI = re.compile(
    r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?=[^\[\]|\n]{1,200}\]\])|(?<=[^\[\]|\n])\]\]|'{3,5}"
)
"""The marks of a wiki around links and stressed words."""

_NOTED = re.compile(r"<ref\b[^<>\n]*(?:/>|>[^<\n]*</ref>)")
"""A footnote that stands in the text of a wiki."""

_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|br|span|sup|sub|p|a|small|font|mark)\b[^<>\n]{0,200}>"
)
"""A tag of HTML that stresses words or breaks a line."""

_ADDRESS = re.compile(r"\bhttps?://[^\s<>|]*[^\s<>|.,;:!?)\]}\"'”’]")
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

    "EE. UU." is two, which no full stop parts. Only blanks have none.
    """
    said = text[span.start : span.end]
    found = _split(unlinked(said) if has_links(said) else said, span.start)
    return found or _alone(said, span.start)


def _alone(said: str, at: int) -> list[Word]:
    """What is left where all is marks: an address has its own words, "(a)" is one mark."""
    bare = said.strip()
    start = at + said.find(bare)
    whole = Word(start, start + len(bare), bare, bare.lower(), is_mark=True)
    return _split(said, at) or [whole] * bool(bare)


def _split(said: str, at: int) -> list[Word]:
    """The words of a text that begins at an offset."""
    found: list[Word] = []
    for chunk in said.split(" "):
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


def has_links(said: str) -> bool:
    """Whether there may be something that `unlinked` leaves out."""
    if "<" in said and _TAG.search(said):
        return True
    return "](" in said or "://" in said or "]]" in said or "'''" in said


def unlinked(said: str) -> str:
    """A sentence with blanks for where its links lead, for addresses, footnotes and the
    marks of wikis and web pages around what is said."""
    if "<" in said:
        said = _TAG.sub(_blanks, _NOTED.sub(_blanks, said))
    if "](" in said:
        said = _LINKED.sub(_blanks, said)
    if "]]" in said or "'''" in said:
        said = _WIKI.sub(_blanks, said)
    return _ADDRESS.sub(_blanks, said) if "://" in said else said


def unmarked(text: str) -> str:
    """The text with blanks for marks that are no part of it: those of Markdown around
    stressed words ("the *Halcyon*"), and those before the lines of quoted mail."""
    return _unstressed(unlinked(text) if has_links(text) else text)


def _unstressed(text: str) -> str:
    """The same, with all links as they are."""
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
    chunk = _unstressed(chunk)
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
