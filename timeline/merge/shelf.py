"""What was found and is needed later, on disk where it would take too much memory.

The file has no name: it is gone with the last process that has it open, however that ends.
"""

import os
import tempfile
from contextlib import suppress
from typing import IO
from zlib import crc32

from msgspec import Struct

from timeline.errors import EngineError

MOST = 64_000_000
"""Bytes that are held in memory."""

_HINT = "TMPDIR can name another folder, on a disk that is sound."


class _Place(Struct, frozen=True):
    """Where something is in the file, and a sum by which damage shows."""

    start: int
    size: int
    sum: int


class Shelf:
    """Bytes by number, put there by one process and read by it and its copies."""

    def __init__(self, most: int | None = None) -> None:
        self._most = MOST if most is None else most
        self._held: dict[int, bytes] = {}
        self._size = 0
        self._places: dict[int, _Place] = {}
        self._file: IO[bytes] | None = None
        self._end = 0

    def __len__(self) -> int:
        return len(self._held) + len(self._places)

    def put(self, number: int, data: bytes) -> None:
        """Keep the bytes. They are held in memory, too, if the disk takes no more."""
        if self._size + len(data) > self._most:
            with suppress(OSError):
                self._write(number, data)
                return
        self._held[number] = data
        self._size += len(data)

    def get(self, number: int) -> bytes:
        """The bytes that were put there. EngineError if the disk does not give them back."""
        if number in self._held:
            return self._held[number]
        place = self._places[number]
        data = self._read(place)
        if crc32(data) != place.sum:
            where = tempfile.gettempdir()
            message = f"{where}: does not give back what was written there"
            raise EngineError(message, _HINT)
        return data

    def close(self) -> None:
        """Throw all away."""
        self._held, self._places = {}, {}
        if self._file is not None:
            self._file.close()

    def _write(self, number: int, data: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (outlives this)
        self._file.seek(self._end)
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._places[number] = _Place(self._end, len(data), crc32(data))
        self._end += len(data)

    def _read(self, place: _Place) -> bytes:
        """What the file has there, or less: without moving where copies read, if it can."""
        if self._file is None:
            return b""
        with suppress(OSError):
            if hasattr(os, "pread"):
                return os.pread(self._file.fileno(), place.size, place.start)
            self._file.seek(place.start)
            return self._file.read(place.size)
        return b""
