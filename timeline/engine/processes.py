"""On all cores of this machine: worker processes that each hold one shard at a time.

A worker has a pipe of its own, so it is known what a worker that dies was busy with:
the items of that shard are tried once more, one by one, and what kills a second worker
is given up. Workers end with their pipe, hence with this process, however it ends.
"""

import gc
import multiprocessing
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import NamedTuple

from timeline.engine import Done, Lost, Results, Shard, Work
from timeline.errors import EngineError
from timeline.options import Running

PAIRS = 40_000
"""Pairs of mentions that a worker that is no copy of this process compares at once: some
tenths of a second."""

_READY = "ready"

_STILLBORN = 3
"""Workers that may die before they are ready, for each that is wanted."""

_PATIENCE = 5.0
"""Seconds that a worker has to end by itself."""


class _Task(NamedTuple):
    """Items of a shard, the first of them at place `first` in it."""

    shard: int
    first: int
    items: Shard
    is_second_try: bool = False


class _Worker:
    """A process, this end of its pipe, and what it is busy with."""

    def __init__(self, work: Work, others: list["_Worker"]) -> None:
        method = _start_method()
        context = multiprocessing.get_context(method)
        self.connection, theirs = context.Pipe()
        # A copy of this process has copies of these, and no pipe ends while one is open.
        ours = [worker.connection for worker in (self, *others)]
        copied = ours if method == "fork" else []
        self.task: _Task | None = None
        self.is_ready = False
        process = getattr(context, "Process")  # noqa: B009 (typed for one platform only)
        self.process = process(target=_serve, args=(work, theirs, copied), daemon=True)
        with _interrupts_held():
            self.process.start()
        theirs.close()

    def part(self, is_abandoned: bool) -> None:
        """Close the pipe, at which an idle worker ends; kill one that is not wanted."""
        self.connection.close()
        if is_abandoned:
            self.process.terminate()

    def join(self) -> None:
        """Wait until the process has ended. Copies of its pipe must be closed before."""
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def run(work: Work, shards: Iterable[Shard], running: Running) -> Done:
    """The results of each shard, as they come. EngineError if no worker can be started."""
    crew = _Crew(work, shards)
    is_done = False
    try:
        crew.hire(running.jobs)
        yield from crew.results()
        is_done = True
    finally:
        crew.dismiss(is_abandoned=not is_done)


class _Crew:
    """The workers, what is left to do, and what is done of shards that are not complete."""

    def __init__(self, work: Work, shards: Iterable[Shard]) -> None:
        self._work = work
        self._shards = enumerate(shards)
        self._again: deque[_Task] = deque()
        self._workers: list[_Worker] = []
        self._is_all_taken = False
        self._stillborn = 0
        self._partial: dict[int, dict[int, bytes | Lost]] = {}
        self._sizes: dict[int, int] = {}

    def hire(self, count: int) -> None:
        """Start so many workers."""
        for _ in range(count):
            self._workers.append(_Worker(self._work, self._workers))

    def dismiss(self, is_abandoned: bool) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.part(is_abandoned)
        for worker in reversed(self._workers):
            worker.join()

    def results(self) -> Done:
        """Hand out the shards and gather what comes back."""
        while True:
            for worker in self._workers:
                if worker.is_ready and worker.task is None:
                    self._employ(worker)
            busy = [w for w in self._workers if w.task or not w.is_ready]
            if self._is_all_taken and not any(worker.task for worker in busy):
                return
            for connection in wait([worker.connection for worker in busy]):
                worker = next(w for w in busy if w.connection is connection)
                yield from self._heard(worker)

    def _employ(self, worker: _Worker) -> None:
        """Give the worker something to do, if there is anything left."""
        worker.task = self._next()
        if worker.task is None:
            return
        # A worker that has died meanwhile is noticed when it is listened to.
        with suppress(OSError):
            worker.connection.send(worker.task.items)

    def _next(self) -> _Task | None:
        """What is to be tried again, else the next shard; None if there is neither."""
        if self._again:
            return self._again.popleft()
        number, items = next(self._shards, (0, None))
        self._is_all_taken = items is None
        if items is None:
            return None
        self._sizes[number] = len(items)
        return _Task(number, 0, items)

    def _heard(self, worker: _Worker) -> Done:
        """Take what the worker says, or note that it is dead."""
        try:
            reply = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._buried(worker)
            return
        if isinstance(reply, Exception):
            raise reply
        task, worker.task = worker.task, None
        worker.is_ready = True
        if task is not None:
            yield from self._completed(task, reply)

    def _buried(self, worker: _Worker) -> Done:
        """Replace a dead worker. What it was busy with is tried once more, item by item."""
        worker.part(is_abandoned=True)
        worker.join()
        self._workers.remove(worker)
        if not worker.is_ready:
            self._stillborn += 1
            if self._stillborn > _STILLBORN * (len(self._workers) + 1):
                raise EngineError(
                    "the worker processes cannot be started", "--jobs 1 does without"
                )
        task = worker.task
        if task and task.is_second_try:
            reason = _cause(worker.process.exitcode)
            yield from self._completed(task, [Lost(reason)])
        elif task:
            self._again.extend(
                _Task(task.shard, place, (item,), is_second_try=True)
                for place, item in enumerate(task.items)
            )
        self.hire(1)

    def _completed(self, task: _Task, results: Results) -> Done:
        """The shard with all its results, if these were the last."""
        found = self._partial.setdefault(task.shard, {})
        found.update(enumerate(results, task.first))
        if len(found) == self._sizes[task.shard]:
            del self._partial[task.shard], self._sizes[task.shard]
            yield task.shard, [found[place] for place in sorted(found)]


def _cause(code: int | None) -> str:
    """Why a process ended, as far as its exit code says."""
    if code is None or code >= 0:
        return f"exit code {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"


def can_copy() -> bool:
    """Whether a worker is a copy of this process, with all that this has in memory.

    Then `work` need not be sent to it, and may be any function.
    """
    return _start_method() == "fork"


def _start_method() -> str:
    """A copy of this process where that is safe: it is there at once, with all tables.

    Threads would be copied in the middle of what they do, and libraries of macOS may not
    be used in a copy; there a worker is a new interpreter.
    """
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if is_safe else "spawn"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until a process is started, which ignores it from its first moment."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Work, connection: Connection, copied: list[Connection]) -> None:
    """The life of a worker: shards in, results out, until the pipe is closed."""
    for copy in copied:
        copy.close()
    # Else looking for garbage would write to all that is shared with who was copied.
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        connection.send(_READY)
        while True:
            connection.send(_answer(work, connection.recv()))


def _answer(work: Work, shard: Shard) -> Results | Exception:
    try:
        return [work(item) for item in shard]
    except Exception as error:
        error.add_note(traceback.format_exc())
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            return EngineError(f"{type(error).__name__}: {error}")
        return error
