"""What was found and is needed later, on disk where it would take too much memory.

The file has no name: it is gone with the last process that has it open, however that ends.
"""

import os
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TypeVar, overload
from zlib import crc32

import msgspec

from timeline.errors import EngineError

MOST = 64_000_000
"""Bytes that are held in memory."""

_HINT = "TMPDIR can name another folder, on a disk that is sound."


class Shelf:
    """Bytes by number, put there by one process and read by it and its copies."""

    def __init__(self, most: int | None = None) -> None:
        self._most = MOST if most is None else most
        self._held: dict[int, bytes] = {}
        self._size = 0
        # Where each ends in the file, and a sum by which damage shows.
        self._ends = array("Q")
        self._sums = array("I")
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return len(self._ends)

    def put(self, found: Iterable[bytes]) -> None:
        """Keep these, with the next numbers.

        They are held in memory, too, if the disk takes no more.
        """
        found = list(found)
        size = sum(map(len, found))
        if self._size + size > self._most:
            with suppress(OSError):
                self._write(found)
                return
        self._held.update(enumerate(found, len(self)))
        self._size += size
        self._ends.extend([self._end] * len(found))
        self._sums.extend([0] * len(found))

    def get(self, number: int) -> bytes:
        """The bytes of that number. EngineError if the disk does not give them back."""
        if number in self._held:
            return self._held[number]
        start = self._ends[number - 1] if number else 0
        data = self._read(start, self._ends[number] - start)
        if crc32(data) != self._sums[number]:
            where = tempfile.gettempdir()
            message = f"{where}: does not give back what was written there"
            raise EngineError(message, _HINT)
        return data

    def close(self) -> None:
        """Throw all away."""
        self._held = {}
        if self._file is not None:
            self._file.close()

    def __del__(self) -> None:
        self.close()

    @property
    def _end(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _write(self, found: Sequence[bytes]) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (outlives this)
        end = self._end
        self._file.seek(end)
        rest = memoryview(b"".join(found))
        while rest:
            rest = rest[self._file.write(rest) :]
        for data in found:
            end += len(data)
            self._ends.append(end)
            self._sums.append(crc32(data))

    def _read(self, start: int, size: int) -> bytes:
        """What the file has there, or less: without moving where copies read, if it can."""
        if self._file is None:
            return b""
        with suppress(OSError):
            if hasattr(os, "pread"):
                return os.pread(self._file.fileno(), size, start)
            self._file.seek(start)
            return self._file.read(size)
        return b""


_Value = TypeVar("_Value")


class Kept(Sequence[_Value]):
    """Values in the order in which they were given, all but the first `most` on disk.

    There they are as MessagePack, so what is asked for twice is made twice. `thrifty`
    gives the equal of one so made that takes less memory.
    """

    def __init__(
        self,
        kind: type[_Value],
        most: int,
        thrifty: Callable[[_Value], _Value] = lambda value: value,
    ) -> None:
        self._most = most
        self._thrifty = thrifty
        self._first: list[_Value] = []
        self._shelf = Shelf(0)
        self._odd: dict[int, _Value] = {}
        self._decoder = msgspec.msgpack.Decoder(kind)

    def __len__(self) -> int:
        return len(self._first) + len(self._shelf)

    @overload
    def __getitem__(self, place: int) -> _Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_Value]: ...
    def __getitem__(self, place: int | slice) -> _Value | Sequence[_Value]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        found = self._at(place)
        return found if place < len(self._first) else self._thrifty(found)

    def __iter__(self) -> Iterator[_Value]:
        return map(self._at, range(len(self)))

    def some(self, places: Iterable[int]) -> Iterator[_Value]:
        """Those of these places, for those who keep none of them."""
        return map(self._at, places)

    @property
    def has_room(self) -> bool:
        """Whether the next one would be held in memory."""
        return len(self) < self._most and not len(self._shelf)

    def change(self, place: int, value: _Value) -> None:
        """Put another in that place, in memory."""
        if place < len(self._first):
            self._first[place] = value
        else:
            self._odd[place] = value

    def extend(self, values: Iterable[_Value]) -> None:
        """Keep these behind the others."""
        rest = list(values)
        if not len(self._shelf):
            fitting = max(0, self._most - len(self._first))
            self._first += rest[:fitting]
            rest = rest[fitting:]
        if rest:
            packed = [self._packed(value, n) for n, value in enumerate(rest, len(self))]
            self._shelf.put(packed)

    def _at(self, place: int) -> _Value:
        if place < len(self._first):
            return self._first[place]
        if place in self._odd:
            return self._odd[place]
        return self._decoder.decode(self._shelf.get(place - len(self._first)))

    def _packed(self, value: _Value, place: int) -> bytes:
        """The value as bytes, or none: years beyond 64 bits and half surrogates stay."""
        try:
            return msgspec.msgpack.encode(value)
        except (OverflowError, UnicodeError):
            self._odd[place] = value
            return b""
