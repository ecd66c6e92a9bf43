"""What has been worked out once for a piece of text is not worked out again."""

from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")

LONGEST = 60
"""Characters of a piece that is remembered: where no blanks are written, none is."""

MOST = 65_536
"""Pieces that are remembered before all are forgotten."""


class Memory(dict[str, _Made]):
    """What `make` makes of each piece, as a dictionary that fills itself.

    A dictionary, and no `lru_cache`: what is found there by the hundred a page must not
    be moved to the front of a list each time. `make` must be a function of its text alone.
    """

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, piece: str) -> _Made:
        made = self.make(piece)
        if len(piece) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[piece] = made
        return made
