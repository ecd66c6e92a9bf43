"""Find what is said in the words of a locale: the longest at the earliest place."""

from collections.abc import Iterator

from msgspec import Struct

from timeline.timex.foreign.joins import Beside, beside, joined
from timeline.timex.foreign.patterns import shapes
from timeline.timex.foreign.pieces import FIGURES, Shape, tokens
from timeline.timex.foreign.read import read
from timeline.timex.foreign.said import NO_TIME, Match, Said, Scan
from timeline.timex.foreign.words import Vocabulary, fold


class Finder(Struct, frozen=True):
    """The words of a locale and the patterns made of them: those that start with a word,
    by that word, and those that are searched for."""

    words: Vocabulary
    started: dict[str, tuple[Shape, ...]]
    searched: tuple[Shape, ...]
    beside: Beside


def finder(words: Vocabulary) -> Finder:
    """What finds the times that are said in the words of a locale."""
    made = shapes(words)
    started: dict[str, list[Shape]] = {}
    for shape in made:
        for word in shape.starts or ():
            started.setdefault(word, []).append(shape)
    searched = tuple(shape for shape in made if shape.starts is None)
    by_word = {word: tuple(found) for word, found in started.items()}
    return Finder(words, by_word, searched, beside(words))


def find(text: str, by: Finder) -> tuple[Said, ...]:
    """The time expressions of a text in order, none in another. Linear in its length."""
    scan = Scan(text, fold(text), by.words)
    met = sorted(_met(scan, by), key=lambda said: (said.span.start, -said.span.end))
    kept: list[Said] = []
    for said in met:
        if not kept or kept[-1].span.end <= said.span.start:
            kept.append(said)
    return tuple(said for said in joined(scan, kept, by.beside) if said.rule != NO_TIME)


def _met(scan: Scan, by: Finder) -> Iterator[Said]:
    for shape, found in _matches(scan.folded, by):
        said = read(scan, shape, found)
        if said is not None:
            yield said


def _matches(folded: str, by: Finder) -> Iterator[tuple[Shape, Match]]:
    """What the patterns find: each at the words that it may start with."""
    figures = by.started.get(FIGURES, ())
    for token in tokens(folded):
        word = token[0]
        shapes_ = by.started.get(word) or (figures if word[0].isdecimal() else ())
        for shape in shapes_:
            found = shape.pattern.match(folded, token.start())
            if found is not None:
                yield shape, found
    for shape in by.searched:
        yield from ((shape, found) for found in shape.pattern.finditer(folded))
