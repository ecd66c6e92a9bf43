"""Which mentions are worth comparing: never all with all.

Time is cut into `cells`, and inside a cell mentions are compared when they share one of
their `rarest` features, of hot ones only the best of a few (`meetings`). So the number of
pairs grows with the number of mentions, not with its square.

Rows of one table or log are not compared with each other: they tell two things, unless
they are the same to the letter (see `vetoes`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain
from operator import itemgetter

from timeline.civil import DAY
from timeline.merge.actions import is_one_action
from timeline.merge.cells import Block, Home, cells_of, counting, home_of, packed_block
from timeline.merge.folder import Folder
from timeline.merge.meetings import best, met_in
from timeline.merge.profile import Profile
from timeline.merge.rarest import Keys, keys_of

LIKEST = 8
"""Of those told in passing that back up an event, how many another is compared with."""


def pairs(folder: Folder) -> Iterator[tuple[int, int]]:
    """The pairs (lower, higher order) worth comparing, each once, in fixed order."""
    meetings = Meetings(folder)
    return chain.from_iterable(map(meetings.pairs, range(len(meetings.sizes))))


class Meetings:
    """The cells in order, each with its pairs worth comparing. No pair is in two cells.

    `sizes` has the number of those at home in each cell.
    """

    def __init__(self, folder: Folder) -> None:
        self._profiles = folder.profiles
        self._keys = keys_of(folder, folder.profiles)
        met: dict[Home, Home] = {}
        homes = map(home_of, folder.profiles)
        self._homes = [met.setdefault(home, home) for home in homes]
        self._cells = sorted(cells_of(self._homes).items(), key=itemgetter(0))
        self.sizes = [len(block.home) for _, block in self._cells]

    def pairs(self, place: int) -> Iterator[tuple[int, int]]:
        """The pairs (lower, higher order) of a cell, each once, in fixed order.

        What is told in passing is worth it only with what is of its kind, there being no
        date that tells: a killing backs up no charge of murder, though that speaks of it.
        """
        profiles, homes = self._profiles, self._homes
        (size, cell), block = self._cells[place]
        for one, others in best(met_in(block, self._keys)):
            mine = homes[one]
            # Whoever is told in passing counts in the only cell of who is told of a day.
            is_plain = not size and mine.first == mine.last
            for other in others:
                its = homes[other]
                if its.is_guest and not is_one_action(profiles[one], profiles[other]):
                    continue
                if (is_plain and its.is_guest) or cell == counting(mine, its, size):
                    yield (one, other) if one < other else (other, one)


def between(
    folder: Folder, backing: Sequence[int], left: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing of those told in passing: of one backing and one left."""
    asides = Asides(folder, backing, left)
    return chain.from_iterable(map(asides.pairs, range(len(asides.sizes))))


class Asides:
    """The days of those told in passing, each with its pairs of one backing and one left.

    Such pairs are of one day and one kind, nothing else speaking for them but their words.
    `sizes` has how many there are on each day.
    """

    def __init__(
        self, folder: Folder, backing: Sequence[int], left: Sequence[int]
    ) -> None:
        self._profiles = [folder.profiles[order] for order in (*backing, *left)]
        days: dict[int, Block] = defaultdict(packed_block)
        for place, profile in enumerate(self._profiles):
            block = days[profile.time.start // DAY]
            (block.home if place < len(backing) else block.guests).append(place)
        self._days = [block for _, block in sorted(days.items())]
        self._keys = keys_of(folder, self._profiles)
        self.sizes = [len(block.home) + len(block.guests) for block in self._days]

    def pairs(self, place: int) -> Iterator[tuple[int, int]]:
        """The pairs of a day: each of those left has the `LIKEST` it shares most with."""
        profiles = self._profiles
        for one, others in _likest(self._days[place], self._keys, profiles):
            for other in others:
                yield profiles[other].order, profiles[one].order


def _likest(
    block: Block, keys: Keys, profiles: Sequence[Profile]
) -> Iterator[tuple[int, list[int]]]:
    """Each guest with those at home, of its kind, with which it shares most."""
    guests = set(block.guests)
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, others in met_in(block, keys).items():
        for other in guests.intersection(others):
            if is_one_action(profiles[one], profiles[other]):
                found[other].append((-others[other], one))
    for guest, met in sorted(found.items()):
        yield guest, [one for _, one in nsmallest(LIKEST, met)]
