"""A folder looked through part by part: who meets whom, how near their documents are, scores.

A part is some days, or one of which very much is told. Whoever looks through it has the
memory of this process: it is given by its number, and only what is found travels, as
bytes. So any number of processes can share the work; what comes out is the same.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from timeline.merge import blocks, join, stories
from timeline.merge.alike import Alike
from timeline.merge.folder import Folder
from timeline.merge.pairs import Pairs
from timeline.merge.stories import Distances
from timeline.model import Origin
from timeline.shelf import Shelf

Each = Callable[[Callable[[int], bytes], int], Iterable[tuple[int, bytes]]]
"""Applies work to each number below a count: gives all numbers and results, in any order."""

HOME = 1_000
"""Mentions at home in the cells of a part, at the least: half a second of work."""

PASSING = 2_000
"""The same of those told in passing."""


def alone(work: Callable[[int], bytes], count: int) -> Iterator[tuple[int, bytes]]:
    """One after the other, in this process."""
    return ((number, work(number)) for number in range(count))


def looked_through(
    folder: Folder, shelf: Shelf, each: Each, beside: Callable[[], tuple[Origin, ...]]
) -> tuple[Folder, tuple[Origin, ...]]:
    """The folder with its stories, and what is found `beside`, at once.

    The parts are put on the shelf, for `scored` or `pairs`.
    """
    meetings = blocks.Meetings(folder)
    shares = list(_shares(meetings.sizes, HOME))
    library = stories.Library(folder)

    def look(number: int) -> bytes:
        if not number:
            return _ENCODER.encode(beside())
        pairs = Pairs(chain.from_iterable(map(meetings.pairs, shares[number - 1])))
        distances = library.distances(pairs)
        return _ENCODER.encode(
            (*pairs.packed(), *distances.packed(), library.nearest(distances))
        )

    origins: tuple[Origin, ...] = ()
    near = stories.Nearest()
    for number, packed in each(look, 1 + len(shares)):
        if not number:
            origins = _ORIGINS.decode(packed)
            continue
        shelf.put([packed])
        near.note(_DECODER.decode(packed)[-1])
    return replace(folder, scales=library.scales(near)), origins


def scored(folder: Folder, shelf: Shelf, each: Each) -> Alike:
    """What `join.score` gives of the pairs of all parts, in any order."""
    library = stories.Library(folder)

    def score(number: int) -> bytes:
        ones, others, keys, alike, _ = _DECODER.decode(shelf.get(number))
        distances = Distances(array("Q", keys), array("d", alike))
        pairs = Pairs.unpacked(ones, others)
        return Alike(join.score(library.with_known(distances), pairs)).packed()

    return _opened(each(score, len(shelf)))


def pairs(shelf: Shelf) -> Pairs:
    """The pairs of all parts."""
    found = Pairs(())
    for number in range(len(shelf)):
        ones, others, *_ = _DECODER.decode(shelf.get(number))
        found.extend(Pairs.unpacked(ones, others))
    return found


def scored_later(
    each: Each, folder: Folder, backing: Sequence[int], left: Sequence[int]
) -> Alike:
    """The same of those told in passing, which only the groups make worth comparing."""
    asides = blocks.Asides(folder, backing, left)
    shares = list(_shares(asides.sizes, PASSING))

    def score(number: int) -> bytes:
        found = chain.from_iterable(map(asides.pairs, shares[number]))
        return Alike(join.score(folder, found)).packed()

    return _opened(each(score, len(shares)))


def _opened(done: Iterable[tuple[int, bytes]]) -> Alike:
    found = Alike()
    for _, packed in done:
        found.extend(Alike.unpacked(packed))
    return found


def _shares(sizes: Sequence[int], least: int) -> Iterator[list[int]]:
    """Places of things of these sizes, neighbours together, so much in all or more."""
    share: list[int] = []
    held = 0
    for place, size in enumerate(sizes):
        share.append(place)
        held += size
        if held >= least:
            yield share
            share, held = [], 0
    if share:
        yield share


_Found = tuple[bytes, bytes, bytes, bytes, list[tuple[int, list[tuple[float, int]]]]]

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Found)
_ORIGINS = msgspec.msgpack.Decoder(tuple[Origin, ...])
