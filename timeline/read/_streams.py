"""Files of many records: unpacked and cut where a line ends, never held whole."""

import gzip
import io
import zlib
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO, cast

from msgspec import Struct

from timeline.read import _remote
from timeline.read._refused import Refused, missing

BLOCK = 64_000
"""Bytes of records told in one go, a tenth of a second of work: small enough that all
workers end together, large enough that handing them over costs nothing."""

PACKINGS = (".gz", ".zst")

_SKIP = 1_000_000
_CHUNK = 128_000

_KEPT_HINT = "What stands before that place is read."


class Block(Struct, frozen=True):
    """Whole lines of a file, the first of them line `line`, and where they stand in it.

    `data` is None where they are one line that is too long.
    """

    start: int
    end: int
    line: int
    data: bytes | None


def is_packed(path: str) -> bool:
    """Whether the bytes of the file are not those of its text."""
    return Path(path).suffix.lower() in PACKINGS


def opened(path: str, data: bytes | None) -> BinaryIO:
    """The file as a stream of bytes, unpacked. Refused where that needs a package."""
    match Path(path).suffix.lower():
        case ".gz":
            # It closes no file but one that it has opened itself.
            is_here = data is None and not _remote.is_remote(path)
            packed = path if is_here else raw(path, data)
            return cast(BinaryIO, gzip.open(packed))
        case ".zst":
            return cast(BinaryIO, io.BufferedReader(_Zstd(path, data), BLOCK))
        case _:
            return raw(path, data)


def digest(path: str, data: bytes | None) -> str:
    """SHA-256 of the file's bytes as they are, in hex."""
    with raw(path, data) as file:
        return file_digest(cast(io.BufferedIOBase, file), "sha256").hexdigest()


def raw(path: str, data: bytes | None) -> BinaryIO:
    """The file as a stream of its bytes as they are."""
    if data is not None:
        return io.BytesIO(data)
    return _remote.opened(path) if _remote.is_remote(path) else Path(path).open("rb")


def blocks(file: BinaryIO, limit: int) -> Iterator[Block]:
    """The lines of the file, a block at a time. Lines longer than `limit` come empty.

    Refused in the middle where a packed file is damaged or breaks off.
    """
    at, line = 0, 1
    while True:
        data, is_long, skipped = _lines(file, limit)
        if not data:
            return
        kept = data.rfind(b"\n") + 1 if is_long else len(data)
        if kept:
            yield Block(at, at + kept, line, data[:kept])
            line += data.count(b"\n", 0, kept)
        end = at + len(data) + skipped
        if is_long:
            yield Block(at + kept, end, line, None)
            line += 1
        at = end


def _lines(file: Any, limit: int) -> tuple[bytes, bool, int]:
    """About a block of whole lines; whether the last is too long; how much was skipped."""
    data = b""
    try:
        data = file.read1(BLOCK)
        if not data or data.endswith(b"\n"):
            return data, False, 0
        data += file.readline(limit)
        length = len(data) - data.rfind(b"\n", 0, -1) - 1
        if data.endswith(b"\n") or length < limit:
            return data, False, 0
        return data, True, _skipped(file)
    except (OSError, EOFError, zlib.error) as error:
        if data:  # It is good; the next call comes upon the same error.
            return data, False, 0
        message = f"is damaged or breaks off: {error}"
        raise Refused(message, _KEPT_HINT) from error


def _skipped(file: BinaryIO) -> int:
    """Bytes passed over to the end of the line."""
    count = 0
    while piece := file.readline(_SKIP):
        count += len(piece)
        if piece.endswith(b"\n"):
            break
    return count


class _Zstd(io.RawIOBase):
    """A zstd file, unpacked frame by frame. EOFError if the last one breaks off.

    The reader of the library takes a file that breaks off for one that ends.
    """

    def __init__(self, path: str, data: bytes | None) -> None:
        try:
            import zstandard
        except ImportError as error:
            message = "is packed with zstd, which needs an optional package"
            raise missing(message, "zstd") from error
        self._library: Any = zstandard
        self._file = raw(path, data)
        self._frame: Any = None
        self._packed = b""
        self._ready = b""

    def readable(self) -> bool:
        """True: it is for reading only."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill as much of the buffer as one chunk of the file gives."""
        while not self._ready and self._more():
            pass
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def close(self) -> None:
        """Close the file as well."""
        self._file.close()
        super().close()

    def _more(self) -> bool:
        """Unpack a chunk; whether there was one."""
        self._packed = self._packed or self._file.read(_CHUNK)
        if not self._packed:
            if self._frame is not None:
                raise EOFError("the last frame is not complete")
            return False
        if self._frame is None:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            self._ready = self._frame.decompress(self._packed)
        except self._library.ZstdError as error:
            raise OSError(str(error)) from error
        self._packed = self._frame.unused_data
        if self._frame.eof:
            self._frame = None
        return True
