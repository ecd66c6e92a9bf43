"""What files told, kept on disk: a file that is unchanged is not told again.

One SQLite database, which several runs may use at once and which survives being killed.
A row is found by a hash of all that its value depends on, and checked when it is read:
what is damaged is as if it were not there. The cache never stops a run; where it cannot
be used, the run goes on without it, and says so once.
"""

import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

FILE = "told-1.sqlite"
"""The number is that of the table's format."""

LARGEST = 2_000_000_000
"""Bytes. Beyond that, what was not used for the most runs is dropped."""

_PATIENCE = 10.0
"""Seconds to wait for another run that is writing."""

_BATCH = 200
"""Rows written at once. A run that is killed loses no more than these."""

_TABLE = """create table if not exists
told (key blob primary key, used integer not null, value blob not null)"""

_ROW = "select value from told where key = ?"

_BESIDE = ("-journal", "-wal", "-shm")
"""How the files end that SQLite keeps beside a database; the last two, of older runs."""

_METADATA = (".dist-info", ".egg-info")
"""Folders that are called after an installed package and its version."""


class Info(Struct, frozen=True):
    """Where the cache is, how many files and parts it knows, and its size in bytes."""

    path: str
    rows: int
    size: int


class Cache:
    """An open cache: of one process and thread, while others may have it open too."""

    def __init__(self, folder: str, say: Callable[[str], None] | None = None) -> None:
        self._path = Path(folder, FILE)
        self._say = say
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._run = 0
        self._base: sqlite3.Connection | None = None
        with self._guarded():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._base = _connected(self._path)
            self._run = _number(self._base, "user_version") + 1

    def get(self, key: bytes) -> bytes | None:
        """The value of the key as it was put, if there is one and it is not damaged."""
        value = None
        with self._guarded(), suppress(zlib.error):
            row = self._row(key)
            if row is not None:
                value = zlib.decompress(row[0])
                self._used.append(key)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value. It is on the disk when the cache is closed, if not before."""
        self._new[key] = zlib.compress(value, 1)
        if len(self._new) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what is new, and make room where there is too much."""
        self._write()
        with self._guarded():
            if self._base is not None:
                _make_room(self._base, self._run)
                self._base.close()

    def _row(self, key: bytes) -> tuple[bytes] | None:
        if self._base is None:
            return None
        row: tuple[bytes] | None = self._base.execute(_ROW, (key,)).fetchone()
        return row

    def _write(self) -> None:
        """Put down what is new, and that the rest was used in this run."""
        new, used = self._new, self._used
        self._new, self._used = {}, []
        if self._base is None or not (new or used):
            return
        with self._guarded():
            self._base.execute("begin immediate")
            self._base.execute(f"pragma user_version = {self._run}")
            self._base.executemany(
                "update told set used = ? where key = ?", [(self._run, k) for k in used]
            )
            self._base.executemany(
                "insert or replace into told values (?, ?, ?)",
                [(key, self._run, value) for key, value in new.items()],
            )
            self._base.execute("commit")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Go on without the cache where it fails; remove it where it is damaged."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            is_damaged = not isinstance(error, OSError | sqlite3.OperationalError)
            if self._base is not None:
                with suppress(sqlite3.Error):
                    self._base.close()
            self._base = None
            if is_damaged:
                _remove(self._path)
            if self._say:
                self._say(_in_words(self._path, error, is_damaged))


def info(folder: str) -> Info:
    """What is in the cache of that folder, which need not be there."""
    path = Path(folder, FILE)
    rows = 0
    with suppress(sqlite3.Error):
        if path.exists():
            base = _connected(path)
            rows = int(base.execute("select count(*) from told").fetchone()[0])
            base.close()
    return Info(str(path), rows, sum(file.stat().st_size for file in _files(path)))


def clear(folder: str) -> Info:
    """Remove the cache of that folder, and say what it was. OSError if it stays."""
    was = info(folder)
    _remove(Path(folder, FILE))
    return was


@cache
def code_version() -> bytes:
    """A hash of all code and tables that tell, ours and that of installed packages."""
    package = Path(__file__).parent
    found = sha256(sys.version.encode())
    for path in sorted(p for p in package.rglob("*") if p.suffix in (".py", ".toml")):
        found.update(f"\0{path.relative_to(package).as_posix()}\0".encode())
        found.update(path.read_bytes())
    for name in sorted(_installed()):
        found.update(f"\0{name}".encode())
    return found.digest()


def _installed() -> set[str]:
    """Names and versions of all packages that can be imported."""
    names: set[str] = set()
    for folder in map(Path, sys.path):
        with suppress(OSError):
            names.update(p.name for p in folder.iterdir() if p.suffix in _METADATA)
    return names


def _connected(path: Path) -> sqlite3.Connection:
    """The database, made if it is not there. sqlite3.DatabaseError if it is none.

    It keeps SQLite's rollback journal: to change over to a write-ahead log fails at once,
    however patient the caller is, while another run is making the same database.
    """
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        base.execute("pragma synchronous = normal")
        base.execute(_TABLE)
    except BaseException:
        base.close()
        raise
    return base


def _number(base: sqlite3.Connection, name: str) -> int:
    return int(base.execute(f"pragma {name}").fetchone()[0])


def _make_room(base: sqlite3.Connection, run: int) -> None:
    """Drop what earlier runs used last, oldest first, until a fifth is free again."""
    pages = _number(base, "page_count") - _number(base, "freelist_count")
    excess = pages * _number(base, "page_size") - LARGEST
    if excess <= 0:
        return
    excess += LARGEST // 5
    sizes = base.execute(
        "select used, sum(length(value)) from told where used < ? group by used", (run,)
    ).fetchall()
    for used, size in sorted(sizes):
        if excess > 0:
            base.execute("delete from told where used = ?", (used,))
            excess -= size


def _files(path: Path) -> list[Path]:
    """The database, and what SQLite keeps beside it."""
    names = (path, *(path.with_name(path.name + end) for end in _BESIDE))
    return [name for name in names if name.exists()]


def _remove(path: Path) -> None:
    for file in _files(path):
        file.unlink(missing_ok=True)


def _in_words(path: Path, error: Exception, is_damaged: bool) -> str:
    if is_damaged:
        return f"the cache {path} is damaged ({error}); it is begun anew"
    return f"the cache {path} is not used: {error}"
