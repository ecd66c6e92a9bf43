"""On Apache Spark: a session of this machine, or of the cluster that the address names.

A row is a shard: its place, and its items as bytes. A worker has each shard done by a
process of its own, so that a text that kills is named and costs only itself; a worker that
dies is replaced by Spark, and its shard done again. A file is opened where it is told:
workers must see it under the same path, or it has an address.
"""

import os
import pickle
import re
import socket
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from timeline.engine import Done, Results, Shard, Work, _spark, processes
from timeline.errors import EngineError
from timeline.options import Running

SHARD = 4_000_000
"""Bytes that a worker gets at once, 10 to 20 s of work: a task costs Spark 0.2 s."""

PAIRS = 50_000
"""The same of pairs: less than a second of work, for which a megabyte is sent."""

_WAVE = 32
"""Shards of a job at the least. Their results are held here until all are done."""

_SENT = 64_000_000
"""Bytes that are sent with a job, more or less: what they are read from is no part of it."""

_AT_ONCE = 2
"""Jobs. The second has work for those whom the last shards of the first leave idle."""

_TASK = re.compile(r"Task (\d+) in stage")


class _Unseen(Struct, frozen=True):
    """What a worker answers that has not all files of its shard."""

    path: str
    host: str


_Answer = Results | _Unseen | Exception
_Wave = dict[int, Shard]
_Rows = list[tuple[int, bytes]]


def run(work: Work, shards: Iterable[Shard], running: Running) -> Done:
    """The results of each shard, as they come.

    EngineError if there are no workers that can do it, if they do not see the files, or
    if workers die of a shard again and again; it says of which files that was.
    """
    session = _spark.session(running.address, running.jobs)
    pool = ThreadPoolExecutor(_AT_ONCE)
    begun: deque[tuple[_Wave, Future[_Rows]]] = deque()
    numbered = enumerate(shards)
    is_done = False
    try:
        while True:
            size = max(_WAVE, 2 * _spark.parallelism(session))
            while len(begun) < _AT_ONCE:
                wave, rows = _wave(numbered, size)
                if not wave:
                    break
                begun.append((wave, pool.submit(_collected, session, work, rows)))
            if not begun:
                break
            yield from _results(work, *begun.popleft())
        is_done = True
    finally:
        if not is_done:
            _spark.cancel(session)
        pool.shutdown(wait=is_done, cancel_futures=True)


def _wave(numbered: Iterator[tuple[int, Shard]], size: int) -> tuple[_Wave, _Rows]:
    """The next shards by their numbers, and the rows that are sent for them."""
    wave: _Wave = {}
    rows: _Rows = []
    sent = 0
    for number, shard in islice(numbered, size):
        wave[number] = shard
        rows.append((len(rows), zlib.compress(pickle.dumps(shard, -1), 1)))
        sent += len(rows[-1][1])
        if sent >= _SENT:
            break
    return wave, rows


def _collected(session: Any, work: Work, rows: _Rows) -> _Rows:
    """What the workers answer, by the place of the shard in the wave."""
    stage = _stage(work, str(Path.cwd()))
    # One row a task: left to itself, Spark would make two tasks of them on two cores.
    found = (
        session.createDataFrame(rows, "place long, shard binary")
        .repartitionByRange(len(rows), "place")
        .mapInArrow(stage, "place long, answer binary")
    )
    return [(row[0], bytes(row[1])) for row in found.collect()]


def _results(
    work: Work, wave: _Wave, future: Future[_Rows]
) -> Iterator[tuple[int, Results]]:
    """The wave's results by the numbers of its shards, in order."""
    numbers = list(wave)
    try:
        rows = future.result()
    except EngineError:
        raise
    except Exception as error:
        raise _in_words(error, list(wave.values())) from error
    for place, packed in sorted(rows):
        number = numbers[place]
        answer: _Answer = pickle.loads(zlib.decompress(packed))
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, _Unseen):
            _check_gone(answer)
            answer = [work(item) for item in wave[number]]
        yield number, answer


def _check_gone(unseen: _Unseen) -> None:
    """EngineError if a file that a worker does not see is there."""
    if Path(unseen.path).exists():
        hint = "Put the files where all workers see them under the same path."
        message = f"{unseen.path}: is here, but not on the worker {unseen.host}"
        raise EngineError(message, hint)


def _in_words(error: Exception, shards: list[Shard]) -> EngineError:
    """Why a job was given up, with the files on which it was."""
    said = _TASK.search(str(error))
    found = _spark.in_words(error)
    if said is None or found.hint:
        return found
    shard = shards[int(said[1])]
    first, last = str(shard[0]), str(shard[-1])
    names = first if len(shard) == 1 else f"{first} … {last} ({len(shard)} in all)"
    hint = (
        "--engine processes on these finds out which one it is, if it is one of them."
    )
    return EngineError(f"workers died {_spark.TRIES} times on {names}", hint)


# ---- on the workers ----


def _stage(work: Work, folder: str) -> Callable[[Any], Any]:
    """What Spark calls with shards, in batches."""
    from pyspark import cloudpickle

    packed = cloudpickle.dumps(partial(_answer, work))

    # Nothing of ours may be named in it: it comes before our code can be found.
    def stage(batches: Iterator[Any]) -> Iterator[Any]:
        import os
        import pickle
        import sys
        import zlib

        import pyarrow

        # The code's path starts at the folder of the worker, which who tells a shard leaves.
        sys.path[:] = [os.path.abspath(place) for place in sys.path]  # noqa: PTH100
        answer = pickle.loads(packed)
        for batch in batches:
            for row in batch.to_pylist():
                said = answer(pickle.loads(zlib.decompress(row["shard"])), folder)
                given = {"place": [row["place"]], "answer": [said]}
                yield pyarrow.RecordBatch.from_pydict(given)

    return stage


def _answer(work: Work, shard: Shard, folder: str) -> bytes:
    """The results of the shard, or what else is to be said, as bytes."""
    unseen = [
        name for item in shard if (name := item.file) and not _is_seen(folder, name)
    ]
    answer: _Answer
    if unseen:
        answer = _Unseen(unseen[0], socket.gethostname())
    else:
        answer = _done(partial(_there, folder, work), shard)
    return zlib.compress(pickle.dumps(answer), 1)


def _done(work: Work, shard: Shard) -> Results | Exception:
    """The results of the shard, by a process of its own."""
    try:
        return next(iter(processes.run(work, [shard], Running(jobs=1))))[1]
    except Exception as error:
        return error


def _is_seen(folder: str, name: str) -> bool:
    """Whether the file is there; one that may not be looked at is."""
    try:
        return Path(folder, name).exists()
    except (OSError, ValueError):
        return True


def _there(folder: str, work: Work, item: Any) -> bytes:
    """The result of an item whose path is as good in that folder as it was here."""
    with suppress(OSError):
        os.chdir(folder)
    return work(item)
