"""The work of a build that is done in many places: by file, and by pair of mentions.

What a file tells is taken from the cache if it knows it; the rest is done by an engine.

Nothing is lost without a word: of a part whose workers die, each record is tried alone,
and what then still kills its worker becomes a Problem.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from typing import Any

import msgspec
from msgspec.structs import replace

from timeline import plugs
from timeline.dct import inferred
from timeline.engine import Lost, Work, processes
from timeline.known import PICKLED, Known, Task, Told, unpacked
from timeline.merge import join, parts, slices
from timeline.merge.alike import Alike, Pair
from timeline.merge.folder import Folder
from timeline.model import Problem
from timeline.options import Options, Running
from timeline.read import Input, filled, shown, singly, size
from timeline.shelf import Kept
from timeline.tellings import Tellings

SMALL = 150_000
"""Bytes that one process has told before others are ready to help it."""

FEW = 3
"""Parts of a folder that one process has looked through before others could help it."""

ROUND = 16
"""Parts of a folder for each copy of this process; then new copies begin. Whatever a copy
reads, it soon has a second time, since reading counts who refers to it."""

SHARD = 64_000
"""Bytes of small files that a worker gets at once, unless its engine says another."""

MOST = 64
"""Files that a worker gets for so many bytes."""

CLUES = 10_000
"""Documents whose clues of days are held in memory: they matter only to the undated."""


Tell = Callable[[Input, Options, inferred.Loans | None], Told]


class Heard:
    """What all files and parts give, by their places; the tellings as they came."""

    def __init__(self) -> None:
        self.clues = Kept(inferred.Clues, CLUES)
        self.problems: list[Problem] = []
        self._told = Tellings()
        self._of: dict[int, list[int]] = {}

    def take(self, place: int, told: Told) -> None:
        """Take in what a file or part gives."""
        first = len(self._told)
        self._add(told)
        self._of[place] = list(range(first, len(self._told)))
        self.clues.extend(told.clues)
        self.problems += told.problems

    def renew(self, place: int, told: Told) -> None:
        """Take in what some documents of a file or part tell now that more is known."""
        first = len(self._told)
        self._add(told)
        new = {self._id(number): number for number in range(first, len(self._told))}
        self._of[place] = [new.get(self._id(old), old) for old in self._of[place]]
        self.clues.extend(told.clues)
        self.problems += told.problems

    def ids(self, place: int) -> list[str]:
        """The documents of a file or part."""
        return list(map(self._id, self._of[place]))

    def tellings(self) -> Tellings:
        """What is told, in the order of the places."""
        return self._told.chosen(
            chain.from_iterable(own for _, own in sorted(self._of.items()))
        )

    def _add(self, told: Told) -> None:
        for telling in told.tellings:
            self._told.append(telling)

    def _id(self, number: int) -> str:
        return self._told.bare[number].document.id


def tell_each(
    tell: Tell, tasks: Sequence[Task], known: "Known", running: Running
) -> Iterator[tuple[int, Told]]:
    """The place of each task and what it gives, in any order, whoever works on it."""
    left = []
    done = 0
    for place, task in enumerate(tasks):
        told = known.get(task)
        if told is None:
            left.append(place)
            continue
        done += size(task.source)
        yield place, told
    report = _Report(tasks, done, running)
    work = partial(_packed, tell, known.options)
    for place, result in _run(work, [tasks[number] for number in left], running):
        task = tasks[left[place]]
        if isinstance(result, Lost):
            told = _salvaged(work, task, result, running)
        else:
            told = unpacked(result)
            known.put(task, told, result)
        report.done(task)
        yield left[place], told


def scorer(running: Running) -> join.Scorer | None:
    """Who compares pairs of mentions: the workers of an engine that wants to be sent them.

    None if that is left to who looks through the parts of a folder (see `each`).
    """
    name = running.engine or ("processes" if running.jobs > 1 else "serial")
    engine = plugs.load("timeline.engine", name)
    most = getattr(engine, "PAIRS", None)
    if not most or (engine is processes and processes.can_copy()):
        return None
    return partial(_scored, engine, most, running)


def _scored(
    engine: Any,
    most: int,
    running: Running,
    folder: Folder,
    pairs: Sequence[tuple[int, int]],
) -> Iterator[Pair]:
    """What `join.score` gives, in any order."""
    if len(pairs) <= most:
        yield from join.score(folder, pairs)
        return
    held: dict[int, slices.Slice] = {}

    def shards() -> Iterator[list[slices.Slice]]:
        for number, one in enumerate(slices.cut(folder, pairs, most)):
            held[number] = one
            yield [one]

    with closing(engine.run(slices.scored, shards(), running)) as done:
        for number, (result,) in done:
            one = held.pop(number)
            # Nothing in it can kill: there was too little memory, and here may be more.
            is_lost = isinstance(result, Lost)
            yield from Alike.unpacked(slices.scored(one) if is_lost else result)


def each(running: Running) -> parts.Each:
    """Who looks through the parts of a folder: this process, or copies of it as well."""
    if running.jobs < 2 or running.engine not in (None, "processes"):
        return parts.alone
    return partial(_each, running)


def _each(
    running: Running, work: Callable[[int], bytes], count: int
) -> Iterator[tuple[int, bytes]]:
    """What `parts.alone` gives, in any order."""
    if count < FEW or not processes.can_copy():
        yield from parts.alone(work, count)
        return
    copies = replace(running, jobs=min(running.jobs, count))
    for first in range(0, count, ROUND * copies.jobs):
        numbers = range(first, min(count, first + ROUND * copies.jobs))
        with closing(processes.run(work, ([n] for n in numbers), copies)) as done:
            for place, (result,) in done:
                # There was too little memory for two, and may be enough for one.
                number = numbers[place]
                yield number, work(number) if isinstance(result, Lost) else result


# ---- running ----


def _run(
    work: Work, tasks: Sequence[Task], running: Running
) -> Iterator[tuple[int, bytes | Lost]]:
    """The place of each task, and its result, in the order in which they come."""
    if not tasks:
        return
    engine = plugs.load("timeline.engine", running.engine or _engine(tasks, running))
    shards = list(_shards(tasks, running.jobs, getattr(engine, "SHARD", SHARD)))
    sources = filled(task.source for task in tasks)
    items = (
        [replace(tasks[place], source=next(sources)) for place in shard]
        for shard in shards
    )
    with closing(engine.run(work, items, running)) as done:
        for number, results in done:
            yield from zip(shards[number], results, strict=True)


def _engine(tasks: Sequence[Task], running: Running) -> str:
    """One process for little, as many as wanted for more."""
    is_small = sum(size(task.source) for task in tasks) < SMALL
    return "serial" if is_small or running.jobs < 2 else "processes"


def _shards(tasks: Sequence[Task], jobs: int, limit: int) -> Iterator[list[int]]:
    """Places of tasks, neighbours together, and enough shards to keep all workers busy."""
    whole = sum(size(task.source) for task in tasks)
    most = min(limit, whole // (8 * jobs))
    files = MOST * limit // SHARD
    shard: list[int] = []
    held = 0
    for place, task in enumerate(tasks):
        shard.append(place)
        held += size(task.source)
        if held >= most or len(shard) == files:
            yield shard
            shard, held = [], 0
    if shard:
        yield shard


def _salvaged(work: Work, task: Task, lost: Lost, running: Running) -> Told:
    """What can be told of a task on which workers died: each of its records alone."""
    lines = singly(task.source)
    if len(lines) == 1:
        return Told((), (), (_loss(task.source, lost),))
    alone = [replace(task, source=line) for line in lines]
    careful = replace(running, engine="processes", jobs=1)
    found: dict[int, Told] = {}
    for place, result in _run(work, alone, careful):
        found[place] = (
            Told((), (), (_loss(lines[place], result),))
            if isinstance(result, Lost)
            else unpacked(result)
        )
    told = [found[place] for place in sorted(found)]
    return Told(
        tuple(telling for one in told for telling in one.tellings),
        tuple(clues for one in told for clues in one.clues),
        tuple(problem for one in told for problem in one.problems),
    )


def _loss(source: Input, lost: Lost) -> Problem:
    message = f"ended the process that was reading it ({lost.reason}), twice"
    hint = "Leave it out, and please report it: no text should do that."
    line = source.part.line if source.part else None
    return Problem(shown(source.path), "tell", message, hint, line)


class _Report:
    """Tells how many bytes of the work are done."""

    def __init__(self, tasks: Sequence[Task], done: int, running: Running) -> None:
        self._progress = running.progress
        self._done = done
        self._whole = sum(size(task.source) for task in tasks)
        self.done(None)

    def done(self, task: Task | None) -> None:
        """Note that one more is done, or none."""
        self._done += size(task.source) if task else 0
        if self._progress and self._whole:
            self._progress(self._done, self._whole)


# ---- to bytes and back ----


def _packed(tell: Tell, options: Options, task: Task) -> bytes:
    told = tell(task.source, options, task.loans)
    try:
        return msgspec.msgpack.encode(told)
    except (OverflowError, UnicodeError):
        return PICKLED + pickle.dumps(told)  # Years beyond 64 bits, half a surrogate.
