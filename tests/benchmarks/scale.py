"""Stage by stage: documents and megabytes a second, memory, and how both grow.

    python tests/benchmarks/scale.py [COUNT…] [--jobs N] [--files PATH…]

For each count (100, 1000 and 10000 unless given) so many articles of `corpus.py` are told,
merged, ranked and rendered in a process of its own, then built again from the cache. With
`--files`, these are measured instead. Seconds are of the clock for telling and merging with
several jobs and for the cache, else of this process (CPU). Growth is the exponent between the
first count and the last: 1 is linear. Last, the same articles' dates are looked for by
dateparser's search, and by chrono-node where node can load it.
"""

import argparse
import json
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus import articles, write

from timeline import build as pipeline
from timeline import export, merge, rank, timex, work
from timeline.edtf import parse
from timeline.model import Document, Source, Timeline
from timeline.options import Options, Running, View

COLUMNS = "docs MB mentions events tell again merge rank json docs/s MB/s peak".split()

ASKED = 200
"""Articles that the searches of others are asked about; dateparser takes its time."""

CHRONO = """
const chrono = require("chrono-node");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const now = new Date(2011, 3, 1);
const run = () => texts.forEach((text) => chrono.parse(text, now));
run();
const begun = process.hrtime.bigint();
run();
console.log(Number(process.hrtime.bigint() - begun) / 1e9);
"""


def timed(work: Callable[[], Any], clock: Callable[[], float]) -> tuple[Any, float]:
    begun = clock()
    return work(), clock() - begun


def written(timeline: Timeline, folder: str) -> None:
    """The JSON export, in a file."""
    with Path(folder, "timeline.json").open("wb") as file:
        file.writelines(export.pieces("json", timeline, View()))


def measure(paths: Sequence[str], jobs: int, folder: str) -> dict[str, Any]:
    """One build, stage by stage; then its telling once more, from the cache."""
    options = Options()
    running = Running(jobs=jobs, cache=folder)
    clock = time.process_time if jobs == 1 else time.perf_counter
    pipeline.build([str(Path(__file__).parents[2] / "samples")], options)  # Warm.
    plain = Running(jobs=jobs)
    (tellings, problems), tell = timed(
        lambda: pipeline.tell_all(paths, options, None, plain), clock
    )
    merged, joining = timed(
        lambda: merge.merge(tellings, (), work.scorer(plain), work.each(plain)), clock
    )
    records = tuple(tellings.documents)
    ranked, ranking = timed(
        lambda: rank.rank(merged.events, records, options), time.process_time
    )
    timeline = Timeline("", ranked, records, merged.origins, (), problems, "")
    _, writing = timed(lambda: written(timeline, folder), time.process_time)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    pipeline.tell_all(paths, options, None, running)
    _, again = timed(
        lambda: pipeline.tell_all(paths, options, None, running), time.perf_counter
    )
    size = sum(record.length for record in records) / 1e6
    whole = tell + joining + ranking + writing
    return {
        "docs": len(records),
        "MB": size,
        "mentions": sum(len(telling.mentions) for telling in tellings),
        "events": len(merged.events),
        "tell": tell,
        "again": again,
        "merge": joining,
        "rank": ranking,
        "json": writing,
        "docs/s": len(records) / whole,
        "MB/s": size / whole,
        "peak": peak,
    }


def apart(paths: Sequence[str], jobs: int) -> dict[str, Any]:
    """The measurement in a process of its own: memory that was had is not given back."""
    folder = tempfile.mkdtemp()
    try:
        command = [sys.executable, __file__, "--measure", folder, "--jobs", str(jobs)]
        done = subprocess.run(
            [*command, "--files", *paths], check=True, stdout=subprocess.PIPE
        )
    finally:
        shutil.rmtree(folder)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def exponents(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How each stage and the memory grow with the number of documents."""
    first, last = rows[0], rows[-1]
    more = math.log(last["docs"] / first["docs"])
    return {
        name: math.log(last[name] / first[name]) / more
        for name in ("tell", "merge", "rank", "json", "peak")
        if first[name] > 0.01
    }


def beside(texts: Sequence[str]) -> None:
    """How long finding the dates takes here, with dateparser and with chrono-node."""
    from dateparser.search import search_dates

    day = parse("2011-04-01")
    documents = [Document("x", Source("x", "text", ""), t, "en", day) for t in texts]
    some = texts[: len(texts) // 10]
    for _ in range(2):  # The first warms up.
        _, ours = timed(lambda: [*map(timex.tag, documents)], time.process_time)
    _, slow = timed(
        lambda: [search_dates(text, languages=["en"]) for text in some],
        time.process_time,
    )
    say(f"tagging {len(texts)} articles: timeline {ours:.2f} s")
    say(
        f"dateparser's search: {slow * len(texts) / len(some) / ours:.1f} times as long"
    )
    try:
        chrono = subprocess.run(
            ["node", "-e", CHRONO],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
        )
        say(f"chrono-node: {float(chrono.stdout) / ours:.1f} times as long")
    except (OSError, subprocess.CalledProcessError):
        say("chrono-node: not here (npm install chrono-node; NODE_PATH=…/node_modules)")


def say(text: str) -> None:
    print(text)  # noqa: T201


def row(cells: Sequence[object]) -> str:
    texts = (f"{c:.2f}" if isinstance(c, float) else str(c) for c in cells)
    return " ".join(f"{text:>9}" for text in texts)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1000, 10_000])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--files", nargs="+", default=[])
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        say(json.dumps(measure(given.files, given.jobs, given.measure)))
        return
    say(row(COLUMNS))
    if given.files:
        say(row([apart(given.files, given.jobs)[name] for name in COLUMNS]))
        return
    rows = []
    for count in given.counts:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"{count}.jsonl")
            write(count, path)
            rows.append(apart([str(path)], given.jobs))
        say(row([rows[-1][name] for name in COLUMNS]))
    if len(rows) > 1:
        growth = exponents(rows)
        say(" · ".join(f"{name} grows by n^{growth[name]:.2f}" for name in growth))
    beside([article["text"] for article in articles(ASKED)])


if __name__ == "__main__":
    main()
