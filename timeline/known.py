"""What a file tells, and what an earlier build knew of it."""

import pickle
from hashlib import file_digest, sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from timeline import edtf
from timeline.cache import Cache, code_version
from timeline.civil import DAY
from timeline.dct import inferred
from timeline.model import Problem, Telling
from timeline.options import Options, Running
from timeline.read import Input, is_remote, shown

PICKLED = b"P"
"""What a pickle is marked with; MessagePack of a `Told` begins with another byte."""


class Told(Struct, frozen=True):
    """What one file or part gives: its documents' tellings, clues of days, problems."""

    tellings: tuple[Telling, ...]
    clues: tuple[inferred.Clues, ...]
    problems: tuple[Problem, ...]


class Task(Struct, frozen=True):
    """A file or part to tell, and what others lend to its documents."""

    source: Input
    loans: inferred.Loans | None = None

    def __str__(self) -> str:
        return shown(self.source.path)

    @property
    def file(self) -> str | None:
        """The file that must be there where the task is done.

        None if it is brought, or has an address that is as good from everywhere.
        """
        is_theirs = self.source.data is not None or is_remote(self.source.path)
        return None if is_theirs else self.source.path


def unpacked(packed: bytes) -> Told:
    """What was told, of the bytes that say it."""
    if packed.startswith(PICKLED):
        told: Told = pickle.loads(packed.removeprefix(PICKLED))
        return told
    return _DECODER.decode(packed)


_DECODER = msgspec.msgpack.Decoder(Told)


class Known:
    """The cache, as one build may use it: by content, code, options and lent dates."""

    def __init__(self, options: Options, running: Running) -> None:
        self.options = options
        self._cache = Cache(running.cache, running.say) if running.cache else None
        self._context = code_version() if self._cache else b""
        self._context += msgspec.msgpack.encode(_that_matter(options))
        self._digests: dict[Input, str] = {}

    def get(self, task: Task) -> Told | None:
        """What the task gave in an earlier build, if it would give the same now."""
        digest = _digest(task.source) if self._cache else None
        if self._cache is None or digest is None:
            return None
        self._digests[task.source] = digest
        for today in (None, self.options.today):
            packed = self._cache.get(self._key(task, digest, today))
            told = unpacked(packed) if packed else None
            if told and (today is not None or self._is_lasting(told)):
                return _of_file(told, task.source)
        return None

    def put(self, task: Task, told: Told, packed: bytes) -> None:
        """Keep what the task gave, unless the file was changed meanwhile."""
        digest = self._digests.pop(task.source, None)
        if self._cache is None or digest is None or packed.startswith(PICKLED):
            return
        if any(problem.stage == "tell" for problem in told.problems):
            return  # It may have been for want of memory.
        if _is_of(task.source, digest, told):
            today = None if self._is_lasting(told) else self.options.today
            self._cache.put(self._key(task, digest, today), packed)

    def close(self) -> None:
        """Leave the cache to others."""
        if self._cache is not None:
            self._cache.close()

    def _key(self, task: Task, digest: str, today: int | None) -> bytes:
        part = task.source.part
        place = (part.line, part.repeats) if part else None
        parts = (shown(task.source.path), digest, place, today, _sorted(task.loans))
        return sha256(self._context + msgspec.msgpack.encode(parts)).digest()

    def _is_lasting(self, told: Told) -> bool:
        """Whether it would be told so on any day from today on: no date is in doubt.

        The day of the run decides only about dates of documents that are after it.
        """
        today = self.options.today
        return today is None or all(
            _is_before(evidence.value, today)
            for telling in told.tellings
            for evidence in telling.document.dct_evidence
        )


def _that_matter(options: Options) -> Options:
    """The options without those that only select from what is told."""
    neutral = Options()
    changes = {name: getattr(neutral, name) for name in _SELECTING}
    return replace(options, **changes)


_SELECTING = (
    "today since until match about actor place source status basis min_sources "
    "min_origins min_confidence max_events max_dates per_date around window zoom title "
    "overrides"
).split()
"""Options that are no part of what a file tells, and the day, which is looked at apart."""


def _digest(source: Input) -> str | None:
    """SHA-256 of what is read, in hex; None where it cannot be read.

    Of a file with an address, that of what its store says of it.
    """
    if source.part is not None:
        return source.part.digest
    if source.listed is not None:
        return source.listed.version
    if source.data is not None:
        return sha256(source.data).hexdigest()
    try:
        with Path(source.path).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _is_of(source: Input, digest: str, told: Told) -> bool:
    """Whether the documents are of the file as it was when its digest was taken."""
    digests = {telling.document.source.digest for telling in told.tellings}
    if source.part is None and source.listed is not None:
        return len(digests) == 1  # What a store calls its version is no digest of ours.
    return digests == {source.part.file if source.part else digest}


def _of_file(told: Told, source: Input) -> Told:
    """The same of a file of which only other parts have changed."""
    file = source.part.file if source.part else None
    if file is None or all(t.document.source.digest == file for t in told.tellings):
        return told
    return replace(told, tellings=tuple(_in(file, one) for one in told.tellings))


def _in(file: str, telling: Telling) -> Telling:
    source = replace(telling.document.source, digest=file)
    return replace(telling, document=replace(telling.document, source=source))


def _is_before(value: str | None, today: int) -> bool:
    """Whether a date begins before the day, as far as it says one."""
    if value is None or value.startswith("X"):
        return True
    try:
        return edtf.parse(value).start // DAY <= today
    except ValueError:
        return False


_Lists = tuple[list[tuple[str, inferred.Lent]], list[tuple[str, inferred.Followed]]]


def _sorted(loans: inferred.Loans | None) -> _Lists | None:
    return (
        (sorted(loans.dates.items()), sorted(loans.orders.items())) if loans else None
    )
