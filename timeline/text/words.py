"""Where words begin and end: words, figures and marks, with clitics split off."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from timeline.model import Span

_WORD = re.compile(
    r"""(?>\d+(?:[.,:]\d+)*)(?![^\W\d_]|-[^\W\d_])
    | ['’](?:s|re|ve|ll|d|m)(?!\w) | n['’]t(?!\w)
    | (?:[^\W\d_]\.){2,}
    | [^\W_]+(?:[-‐’'.&][^\W_]+)*
    | [^\w\s]""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


class Word(Struct, frozen=True, gc=False):
    """One word, figure or mark. `low` is its lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.text[0].isalnum() and self.text[0] not in "'’n"


def words(text: str, span: Span) -> list[Word]:
    """The words of a span in order: "hasn’t" is "has" and "n’t", "U.S." is one."""
    found = _WORD.finditer(text, span.start, span.end)
    if _has_apostrophe(text, span):
        return list(_parted(found))
    return [Word(m.start(), m.end(), word := m[0], word.lower()) for m in found]


def _has_apostrophe(text: str, span: Span) -> bool:
    return any(text.find(mark, span.start, span.end) >= 0 for mark in "'’")


def _parted(found: Iterable[re.Match[str]]) -> Iterator[Word]:
    """The words found, clitics split off."""
    for match in found:
        word, start = match[0], match.start()
        if "'" in word or "’" in word:
            clitic = _CLITIC.search(word)
            if clitic and clitic.start():
                cut = clitic.start()
                yield Word(start, start + cut, word[:cut], word[:cut].lower())
                word, start = word[cut:], start + cut
            yield Word(start, match.end(), word, word.lower().replace("’", "'"))
        else:
            yield Word(start, match.end(), word, word.lower())
