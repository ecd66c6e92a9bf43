"""Ways to run the per-file work. One file per engine; its name is the engine's name.

An engine has `run(work, shards, running)`, which applies `work` to each item of each
shard and yields `(number, results)` for every shard, in any order: its place among the
shards, from 0, and a result or a `Lost` for each of its items. `work` is a function that
can be pickled, gives bytes, and is as good on another machine as here. The shards are
taken one by one as workers are free, so that there need never be many at once. What
`work` raises is raised by `run`.

An item says as a string what it is; its `file` is the path of what must be found where
the work is done, or None. An engine may have `SHARD`, the bytes that a shard should hold,
and `PAIRS`, the pairs of mentions that it wants to compare at once; without it, these are
compared where the build runs.
"""

from collections.abc import Callable, Generator, Sequence
from typing import Any

from msgspec import Struct


class Lost(Struct, frozen=True):
    """What stands for the result of an item on which worker after worker died."""

    reason: str


Work = Callable[[Any], bytes]
Shard = Sequence[Any]
Results = list[bytes | Lost]
Done = Generator[tuple[int, Results], None, None]

__all__ = ["Done", "Lost", "Results", "Shard", "Work"]
