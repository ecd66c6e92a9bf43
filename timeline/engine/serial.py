"""One after the other, in this process."""

from collections.abc import Iterable

from timeline.engine import Done, Shard, Work
from timeline.options import Running


def run(work: Work, shards: Iterable[Shard], running: Running) -> Done:
    """The results of each shard, in order. A document that kills, kills the run."""
    for number, shard in enumerate(shards):
        yield number, [work(item) for item in shard]
