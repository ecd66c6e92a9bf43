"""How fast tagging is, beside dateparser's own search, as a ratio in one run.

    python tests/benchmarks/speed.py FILE_OR_FOLDER...

Times are of this process alone (CPU), the best of several rounds, after one to warm up;
dateparser is asked about the first kilobytes only, or it would take all day.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from timeline import edtf, timex
from timeline.model import Document, Source

ROUNDS = 5
DATEPARSER_KB = 20


def texts(paths: list[str]) -> list[str]:
    files = [
        f
        for p in map(Path, paths)
        for f in (sorted(p.rglob("*")) if p.is_dir() else [p])
    ]
    return [f.read_text("utf-8", errors="replace") for f in files if f.is_file()]


def best(work: Callable[[], object], rounds: int) -> float:
    work()
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def main(paths: list[str]) -> None:
    day = edtf.parse("2018-10-15")
    documents = [
        Document("x", Source("x", "text", ""), t, "en", day) for t in texts(paths)
    ]
    size = sum(len(d.text) for d in documents)
    ours = size / best(lambda: [timex.tag(d) for d in documents], ROUNDS)
    some = "\n\n".join(d.text for d in documents)[: DATEPARSER_KB * 1000]
    theirs = len(some) / best(lambda: search_dates(some, languages=["en"]), 1)
    print(f"{len(documents)} texts, {size / 1e3:.0f} thousand characters")  # noqa: T201
    print(f"timeline   {ours / 1e6:8.3f} million characters a second")  # noqa: T201
    print(f"dateparser {theirs / 1e6:8.3f} million characters a second")  # noqa: T201
    print(f"ratio      {ours / theirs:8.1f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
