"""What all documents tell: where that is much, on disk until somebody asks for it."""

from array import array
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, TypeVar, overload

from msgspec.structs import replace

from timeline.model import DocumentRecord, Mention, Telling, Timex
from timeline.shelf import Kept

MOST = 50_000
"""Mentions that are held in memory, some 50 MB."""


class Tellings(Sequence[Telling]):
    """Tellings by place, whole only when asked for; of each mention, by number as well.

    The numbers of a telling are those of its mentions, then those of its asides.
    """

    def __init__(
        self, tellings: Iterable[Telling] = (), most: int | None = None
    ) -> None:
        self._mentions = Kept(Mention, MOST if most is None else most, thrifty)
        self.bare: list[Telling] = []
        """The tellings without their mentions and asides."""
        self._firsts = array("Q")
        self._dated = array("L")
        self._asides = array("L")
        for telling in tellings:
            self.append(telling)

    @classmethod
    def of(cls, tellings: Sequence[Telling]) -> "Tellings":
        """The same tellings, if they are no such already."""
        return tellings if isinstance(tellings, Tellings) else cls(tellings)

    def append(self, telling: Telling) -> None:
        """Take in one more."""
        record = _thrifty_record(telling.document)
        self.bare.append(replace(telling, document=record, mentions=(), asides=()))
        self._firsts.append(len(self._mentions))
        self._dated.append(len(telling.mentions))
        self._asides.append(len(telling.asides))
        told = (*telling.mentions, *telling.asides)
        self._mentions.extend(map(thrifty, told) if self._mentions.has_room else told)

    def chosen(self, places: Iterable[int]) -> "Tellings":
        """Those of these places, in their order."""
        found = Tellings()
        found._mentions = self._mentions
        for place in places:
            found.bare.append(self.bare[place])
            found._firsts.append(self._firsts[place])
            found._dated.append(self._dated[place])
            found._asides.append(self._asides[place])
        return found

    @property
    def documents(self) -> list[DocumentRecord]:
        """The documents, in order."""
        return [telling.document for telling in self.bare]

    def numbers(self, place: int) -> range:
        """The numbers of all that the telling tells."""
        first = self._firsts[place]
        return range(first, first + self._dated[place] + self._asides[place])

    def mention(self, number: int) -> Mention:
        """The mention of that number."""
        return self._mentions[number]

    def __len__(self) -> int:
        return len(self.bare)

    @overload
    def __getitem__(self, place: int) -> Telling: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Telling]: ...
    def __getitem__(self, place: int | slice) -> Telling | Sequence[Telling]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        told = tuple(self._mentions.some(self.numbers(place)))
        dated = self._dated[place]
        return replace(self.bare[place], mentions=told[:dated], asides=told[dated:])


# ---- words that many have in common, held once ----

_Value = TypeVar("_Value", bound=Hashable)


def thrifty(mention: Mention) -> Mention:
    """The same mention, sharing what it has in common with others."""
    return replace(
        mention,
        document_id=intern(mention.document_id),
        # Of a short telling all is printed.
        headline=_either(mention.text, mention.headline),
        trigger=intern(mention.trigger),
        action=intern(mention.action),
        time=shared(mention.time),
        timex=mention.timex and _shared_in(mention.timex),
        actors=shared(tuple(map(intern, mention.actors))),
        places=shared(tuple(map(intern, mention.places))),
        quantities=shared(mention.quantities),
        reporter=mention.reporter and intern(mention.reporter),
        terms=tuple(map(intern, mention.terms)),
    )


def _thrifty_record(record: DocumentRecord) -> DocumentRecord:
    return replace(
        record,
        id=intern(record.id),
        terms=tuple(map(intern, record.terms)),
        dct_evidence=shared(record.dct_evidence),
    )


def _either(one: str, other: str) -> str:
    """The first of two that are equal, else the other."""
    return one if one == other else other


def shared(value: _Value) -> _Value:
    """The equal one that was met first: many documents tell of one day and one town."""
    same: _Value = _met(value)
    return same


@lru_cache(maxsize=65_536)
def _met(value: Any) -> Any:
    return value


def _shared_in(timex: Timex) -> Timex:
    return replace(
        timex,
        value=intern(timex.value),
        rule=intern(timex.rule),
        time=timex.time and shared(timex.time),
    )
