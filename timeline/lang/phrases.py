"""Phrases of a table as one pattern, and the words without which none can be found."""

import re
from collections.abc import Iterator
from sys import maxsize

from msgspec import Struct

from timeline.patterns import any_of

Words = frozenset[str]

_NEVER = re.compile(r"(?!)")
_RUN = re.compile(r"[^\W_]+")


class Phrases(Struct, frozen=True):
    """A pattern for any of some phrases, and words without which none can be found.

    `keys` has a word of each phrase, `heads` the word that it begins with, "" where that
    is a mark or a figure; `inner` a word of each that anything may stand before.
    """

    compiled: re.Pattern[str]
    keys: Words = frozenset()
    heads: Words = frozenset()
    inner: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """As a regular expression."""
        return self.compiled.pattern

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The phrase that begins here."""
        return self.compiled.match(text, start)

    def may_open(self, low: str) -> bool:
        """Whether one of the phrases could begin with a word, or with a part of it."""
        return low in self.heads or not low.isalnum() or "" in self.heads

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase that the whole text is."""
        return self.compiled.fullmatch(text)

    def search(
        self, text: str, start: int = 0, end: int = maxsize
    ) -> re.Match[str] | None:
        """The first phrase between two offsets."""
        return self.compiled.search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = maxsize
    ) -> Iterator[re.Match[str]]:
        """Every phrase between two offsets."""
        return self.compiled.finditer(text, start, end)

    def may_be(self, line: str) -> bool:
        """Whether a whole line could be one of the phrases, by its words alone."""
        first = _RUN.match(line)
        head = first[0].lower() if first and not first[0][0].isdigit() else ""
        if head in self.heads:
            return True
        low = line.lower()
        return any(map(low.__contains__, self.inner))


def runs(low: str) -> list[str]:
    """The letters and figures of which a word is made, without what joins them."""
    return _RUN.findall(low)


def spaced(word: str) -> str:
    """The words that a table joins by "_" where blanks part its entries."""
    return word.replace("_", " ")


def phrases(written: str) -> Phrases:
    """Any of the phrases; "{number}" and "…" stand for figures and anything."""
    said = [spaced(phrase.strip()) for phrase in written.split("|")]
    said = [phrase for phrase in said if phrase]
    if not said:
        return Phrases(_NEVER)
    made = sorted(map(_phrase, said), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{any_of(made)})(?!\w)", re.IGNORECASE)
    inner = {_key(phrase) for phrase in said if phrase.startswith("…")}
    heads = (_RUN.match(phrase) for phrase in said if not phrase.startswith("…"))
    return Phrases(
        pattern,
        keys=frozenset(map(_key, said)),
        heads=frozenset(head[0].lower() if head else "" for head in heads),
        inner=tuple(sorted(inner)),
    )


def _key(phrase: str) -> str:
    """The longest word of a phrase, "" if it has none."""
    return max(runs(phrase.replace("{number}", "").lower()), key=len, default="")


def _phrase(phrase: str) -> str:
    made = r"\s+".join(re.escape(word) for word in phrase.split())
    made = made.replace("'", "['’]").replace(re.escape("{number}"), r"\d+")
    made = re.sub(
        r"(\w)\\s\+…", r"\1\\b.*", made
    )  # "Posted at noon", not "posted attic".
    return made.replace(r"\s+…", ".*").replace("…", ".*")
