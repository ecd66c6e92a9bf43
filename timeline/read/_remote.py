"""Files that an address names (`s3://`, `gs://`, `hdfs://`, `file://`), through fsspec.

They are listed once, where the command runs, and opened where they are told. Whatever a
store's library raises becomes Refused, in one line.
"""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, BinaryIO, cast

from timeline.read._input import Listed
from timeline.read._refused import Refused, missing

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")

_BLOCK = 128_000
"""Bytes asked of a stream at once. How much is fetched ahead is the store's business."""


def is_remote(path: str) -> bool:
    """Whether the path is an address. A drive of Windows is none."""
    return _ADDRESS.match(path) is not None


def opened(path: str) -> BinaryIO:
    """The file as a stream of bytes, as they lie there."""
    with _in_words():
        store, name = _store(path)
        raw = _Raw(store.open(name, "rb"))
    return cast(BinaryIO, io.BufferedReader(raw, _BLOCK))


def search(path: str) -> tuple[Mapping[str, Listed], bool]:
    """The files that the address means, and whether it is that of a folder.

    Hidden ones are left out. Refused if there are none.
    """
    path = path.rstrip("/")
    with _in_words():
        store, name = _store(path)
        is_pattern = bool(_MAGIC.search(name)) and not store.exists(name)
        if not is_pattern and store.isfile(name):
            return {path: _listed(store.info(name))}, False
        list_ = store.glob if is_pattern else store.find
        found = list_(name, detail=True)
        fixed = _MAGIC.split(name)[0].rpartition("/")[0] if is_pattern else name
        files = {
            _address(store, path, name, file): _listed(info)
            for file, info in found.items()
            if info["type"] == "file" and "/." not in file[len(fixed) :]
        }
        if not files:
            raise FileNotFoundError
    return files, not is_pattern


def _store(path: str) -> tuple[Any, str]:
    """The file system of an address, and what the file is called there."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise missing("needs an optional package", "remote") from error
    found: tuple[Any, str] = url_to_fs(path)
    return found


def _address(store: Any, path: str, name: str, file: str) -> str:
    """Where a file is that the store calls so, given the same of another."""
    tail = name.lstrip("/")
    if path.endswith(tail):
        return path.removesuffix(tail) + file.lstrip("/")
    return str(store.unstrip_protocol(file))


def _listed(info: Mapping[str, Any]) -> Listed:
    """Whatever the store says makes the version: tags, times, numbers."""
    said = sorted((key, str(value)) for key, value in info.items())
    return Listed(int(info.get("size") or 0), sha256(repr(said).encode()).hexdigest())


@contextmanager
def _in_words() -> Iterator[None]:
    """Libraries of stores raise what they like; here it is one line."""
    hint = "Check the address, and that you may read there."
    try:
        yield
    except Refused:
        raise
    except FileNotFoundError as error:
        raise Refused("does not exist", hint) from error
    except ImportError as error:
        said = "Install it here and on all workers."
        raise Refused(f"cannot be opened: {error}", said) from error
    except Exception as error:
        said = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise Refused(f"cannot be read: {said[:200]}", hint) from error


class _Raw(io.RawIOBase):
    """A file of a store, whose failures are Refused."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        """True: it is for reading only."""
        return True

    def seekable(self) -> bool:
        """Whether the store can begin anywhere."""
        return bool(self._file.seekable())

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place, as `io` has it."""
        with _in_words():
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        """Bytes from the beginning."""
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as one read goes."""
        with _in_words():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file of the store as well."""
        self._file.close()
        super().close()
