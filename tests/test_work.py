"""Same bytes whoever does the work, whatever the cache knows, whatever dies meanwhile."""

import contextlib
import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner

from timeline import build as module
from timeline import cache, export, known, read, work
from timeline.build import build
from timeline.cli.commands import timeline as command
from timeline.engine import Done, Shard, Work, processes
from timeline.errors import TimelineError
from timeline.model import Document, Timeline, Timex
from timeline.options import Options, Running, View
from timeline.read import _streams

ROOT = Path(__file__).parent.parent

TODAY = 30_000  # 2052: after all dates of these documents.

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


TOLD = (
    "the tide gate at Larkfield broke and {} boats sank",
    "miners in Upper Quenby found {} fossils",
    "the council of Port Ansel sold {} trams to Vessany",
    "Judge Orla Finch freed {} prisoners in Merrow",
    "a storm felled {} oaks along the Tamsin road",
)


def told(number: int) -> str:
    """A text for each number, some alike, none the same."""
    day, thing = 1 + number % 28, TOLD[number % len(TOLD)].format(number + 2)
    return f"Larkfield, {day} May 2031 – On {day} May 2031 {thing}.\nIt rained on Friday.\n"


def rendered(timeline: Timeline) -> bytes:
    data = export.render("json", timeline, View())
    return data.encode() if isinstance(data, str) else data


def built(path: Path, options: Options | None = None, **running: object) -> bytes:
    how = Running(**running)  # type: ignore[arg-type]
    return rendered(build([str(path)], options or Options(today=TODAY), None, how))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files, records, packed records, an undated letter, and two that cannot be read.

    Of the records ten are a part.
    """
    monkeypatch.setattr(_streams, "BLOCK", 1500)
    found = tmp_path / "in"
    found.mkdir()
    for number in range(12):
        (found / f"{number:02}.txt").write_text(told(number), "utf-8")
    lines = [json.dumps({"id": n % 20, "text": told(n)}) for n in range(40)]
    lines[7] = "no record"
    (found / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    with gzip.open(found / "old.jsonl.gz", "wb") as file:
        file.write("\n".join(lines[:15]).encode())
    packed = zstandard.ZstdCompressor().compress("\n".join(lines[:15]).encode())
    (found / "older.jsonl.zst").write_bytes(packed)
    (found / "letter.txt").write_text("The gate broke on Friday. 6 boats sank.\n")
    (found / "empty.txt").write_bytes(b"")
    (found / "binary.txt").write_bytes(bytes(range(256)) * 9)
    return found


# ---- workers ----


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_any_number_of_workers_gives_the_same_bytes(folder: Path, jobs: int) -> None:
    alone = built(folder, engine="serial")

    assert built(folder, engine="processes", jobs=jobs) == alone


def test_workers_may_be_new_interpreters(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(folder, engine="serial")
    monkeypatch.setattr("timeline.engine.processes._start_method", lambda: "spawn")

    assert built(folder, engine="processes", jobs=2) == alone


def test_little_is_done_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(told(1))
    monkeypatch.delattr("timeline.engine.processes.run")

    assert built(tmp_path, jobs=8)


def test_progress_counts_every_byte_once(folder: Path) -> None:
    said: list[tuple[int, int]] = []
    build(
        [str(folder / "feed.jsonl")],
        Options(),
        None,
        Running(engine="serial", progress=lambda *now: said.append(now)),
    )

    size = (folder / "feed.jsonl").stat().st_size
    assert said == sorted(said)
    assert said[0] == (0, size)
    assert said[-1] == (size, size)


def _deadly(monkeypatch: pytest.MonkeyPatch, deaths: Callable[[str], bool]) -> None:
    """Readers that kill their process where `deaths` says so of a text."""
    monkeypatch.setattr("timeline.engine.processes._start_method", lambda: "fork")
    before = work._packed

    def packed(tell: work.Tell, options: Options, task: known.Task) -> bytes:
        found, _ = read.read(task.source, options)
        if any(deaths(raw.text) for raw in found):
            os.kill(os.getpid(), signal.SIGKILL)
        return before(tell, options, task)

    monkeypatch.setattr(work, "_packed", packed)


@LINUX
def test_a_document_that_kills_is_named_and_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(told(number))
    (tmp_path / "5.txt").unlink()
    without = json.loads(built(tmp_path))
    (tmp_path / "5.txt").write_text("poison")
    _deadly(monkeypatch, lambda text: text == "poison")

    found = json.loads(built(tmp_path, engine="processes", jobs=2))

    (problem,) = found["problems"]
    assert problem["uri"] == str(tmp_path / "5.txt")
    assert "SIGKILL" in problem["message"]
    assert found["events"] == without["events"]


@LINUX
def test_a_record_that_kills_is_named_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"text": told(number)}) for number in range(30)]
    lines[20] = json.dumps({"text": "poison"})
    (tmp_path / "feed.jsonl").write_text("\n".join(lines))
    _deadly(monkeypatch, lambda text: text == "poison")

    found = json.loads(built(tmp_path, engine="processes", jobs=2))

    assert [(p["uri"], p["line"]) for p in found["problems"]] == [
        (str(tmp_path / "feed.jsonl"), 21)
    ]
    assert len(found["documents"]) == 29


@LINUX
def test_a_worker_that_is_killed_from_outside_loses_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(folder, engine="serial")
    mark = tmp_path / "once"

    def only_once(text: str) -> bool:
        if "17 boats" not in text or mark.exists():
            return False
        mark.touch()
        return True

    _deadly(monkeypatch, only_once)

    assert built(folder, engine="processes", jobs=2) == alone
    assert mark.exists()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs interval timers")
@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_a_record_without_end_is_given_up_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    before = module.extract

    def extract(document: Document, timexes: tuple[Timex, ...]) -> object:
        while "quicksand" in document.text:
            with contextlib.suppress(Exception):
                sum(range(1000))
        return before(document, timexes)

    lines = [json.dumps({"text": told(number)}) for number in range(9)]
    lines[4] = json.dumps({"text": "On 4 May 2031 the quicksand took 3 boars."})
    (tmp_path / "feed.jsonl").write_text("\n".join(lines))
    monkeypatch.setattr("timeline.engine.processes._start_method", lambda: "fork")
    monkeypatch.setattr(module, "extract", extract)
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    was = signal.getsignal(signal.SIGVTALRM)
    found = json.loads(built(tmp_path, engine=engine, jobs=2))

    (problem,) = found["problems"]
    assert problem["uri"] == f"{tmp_path / 'feed.jsonl'}#5"
    assert problem["message"].startswith("took more than 1 seconds of computing")
    assert len(found["documents"]) == 8
    assert signal.getsignal(signal.SIGVTALRM) == was


def test_pairs_that_others_compare_give_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(folder, engine="serial")
    calls: list[str] = []
    before = processes.run

    def run(job: Work, shards: Iterable[Shard], running: Running) -> Done:
        calls.append(getattr(job, "__name__", ""))
        return before(job, shards, running)

    monkeypatch.setattr(processes, "_start_method", lambda: "spawn")
    monkeypatch.setattr(processes, "PAIRS", 200)
    monkeypatch.setattr(processes, "run", run)

    assert built(folder, engine="processes", jobs=2) == alone
    assert "scored" in calls


def test_a_file_whose_reading_has_no_end_is_given_up_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(source: object, options: Options) -> object:
        while True:
            pass

    (tmp_path / "a.txt").write_text(told(1))
    monkeypatch.setattr(module, "read", read)
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    found = json.loads(built(tmp_path))

    assert [p["uri"] for p in found["problems"]] == [str(tmp_path / "a.txt")]


def test_what_a_worker_raises_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(told(1))
    wrong = Options(doc_date="the day after never")
    messages = []
    for engine in ("serial", "processes"):
        with pytest.raises(TimelineError) as caught:
            built(tmp_path, wrong, engine=engine)
        messages.append((caught.value.message, caught.value.hint))

    assert messages[0] == messages[1]
    assert messages[0][1]


def test_a_bug_in_one_document_costs_only_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(told(1))
    (tmp_path / "b.txt").write_text("Boom on 6 May 2031.")

    def fails(document: object, timexes: object) -> object:
        if getattr(document, "text", "").startswith("Boom"):
            raise ZeroDivisionError("no reason")
        return extract(document, timexes)

    extract = module.extract
    monkeypatch.setattr(module, "extract", fails)
    found = json.loads(built(tmp_path))

    assert [p["uri"] for p in found["problems"]] == [str(tmp_path / "b.txt")]
    assert "ZeroDivisionError" in found["problems"][0]["message"]
    assert found["problems"][0]["stage"] == "tell"
    assert found["events"]


# ---- Ctrl-C ----

INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from timeline.cli import main
main()
"""
"""A shell lets what it starts in the background ignore Ctrl-C; so do their children."""


def _children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def _is_there(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except OSError:
        return False


def _waited(condition: Callable[[], object]) -> bool:
    """Whether the condition comes true in good time."""
    for _ in range(600):
        if condition():
            return True
        time.sleep(0.05)
    return False


@LINUX
@pytest.mark.parametrize(
    ("signs", "codes"),
    [
        ((signal.SIGINT,), {130}),
        ((signal.SIGTERM,), {-signal.SIGTERM}),
        ((signal.SIGKILL,), {-signal.SIGKILL}),
    ],
    ids=["Ctrl-C", "TERM", "KILL"],
)
def test_no_process_outlives_the_run(
    tmp_path: Path, signs: tuple[int, ...], codes: set[int]
) -> None:
    lines = [json.dumps({"text": told(n) * 9}) for n in range(6_000)]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines))
    (tmp_path / "tmp").mkdir()
    arguments = ["build", "feed.jsonl", "-o", "out.json", "--jobs", "3", "--no-cache"]
    run = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *arguments],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "tmp")},
    )
    assert _waited(lambda: len(_children(run.pid)) == 3)
    workers = _children(run.pid)
    for sign in signs:
        os.killpg(run.pid, sign) if sign == signal.SIGINT else run.send_signal(sign)
    _, said = run.communicate(timeout=60)

    assert run.returncode in codes
    assert said == b""
    assert _waited(lambda: not any(map(_is_there, workers)))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["feed.jsonl", "tmp"]
    assert list((tmp_path / "tmp").iterdir()) == []


@LINUX
def test_watching_builds_again_until_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(told(1))
    arguments = ["build", "in", "-o", "in/out.md", "-o", "out.json", "--watch"]
    run = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *arguments, "--no-cache", "-q"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    out = tmp_path / "out.json"

    def has(uri: str) -> bool:
        return out.exists() and uri.encode() in out.read_bytes()

    assert _waited(lambda: has("in/a.txt"))
    time.sleep(0.5)  # Until it watches.
    (tmp_path / "in" / "b.txt").write_text(told(2))
    assert _waited(lambda: has("in/b.txt"))
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)

    assert run.returncode == 130
    assert said == b""


# ---- the cache ----


class _Counted:
    """How many files and parts were told anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        before = module.tell

        def tell(source: read.Input, options: Options, given: object) -> known.Told:
            self.told.append(Path(source.path).name)
            return before(source, options, given)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "tell", tell)

    def since(self) -> list[str]:
        found, self.told = self.told, []
        return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> _Counted:
    return _Counted(monkeypatch)


def test_a_second_build_tells_nothing_anew(
    folder: Path, tmp_path: Path, counted: _Counted
) -> None:
    fresh = built(folder)
    first = built(folder, cache=str(tmp_path / "c"))
    assert counted.since()
    second = built(folder, cache=str(tmp_path / "c"))

    assert fresh == first == second
    # What gave no document is looked at again: that costs nothing.
    assert counted.since() == ["binary.txt", "empty.txt"]


def test_only_what_is_new_is_told(
    folder: Path, tmp_path: Path, counted: _Counted
) -> None:
    for name in ("empty.txt", "binary.txt", "letter.txt"):
        (folder / name).unlink()
    built(folder, cache=str(tmp_path / "c"))
    counted.since()
    (folder / "new.txt").write_text(told(99))
    (folder / "03.txt").write_text(told(98))
    with (folder / "feed.jsonl").open("a") as file:
        file.write("\n" + json.dumps({"text": told(97)}))
    found = built(folder, cache=str(tmp_path / "c"))

    # Of the feed its last part only, although all its records name another digest now.
    assert sorted(counted.since()) == ["03.txt", "feed.jsonl", "new.txt"]
    assert found == built(folder)


def test_undated_documents_are_told_again_if_others_date_them_otherwise(
    tmp_path: Path, counted: _Counted
) -> None:
    found = tmp_path / "in"
    found.mkdir()
    (found / "letter.txt").write_text("The tide gate at Larkfield broke on Friday.\n")
    (found / "a.txt").write_text("8 May 2031\n\nThe tide gate at Larkfield broke.\n")
    built(found, cache=str(tmp_path / "c"))
    counted.since()
    built(found, cache=str(tmp_path / "c"))
    assert counted.since() == []
    (found / "a.txt").write_text("9 June 2031\n\nThe tide gate at Larkfield broke.\n")
    second = built(found, cache=str(tmp_path / "c"))

    assert counted.since() == ["a.txt", "letter.txt"]
    assert second == built(found)


@pytest.mark.parametrize(
    "options",
    [
        Options(today=TODAY, date_order="mdy"),
        Options(today=TODAY, language="de"),
        Options(today=TODAY, doc_date="2031-05-30"),
        Options(today=22_000),
        Options(today=TODAY, max_bytes=100),
    ],
    ids=["order", "language", "date", "today", "size"],
)
def test_other_options_give_other_tellings(
    folder: Path, tmp_path: Path, options: Options
) -> None:
    built(folder, cache=str(tmp_path / "c"))

    assert built(folder, options, cache=str(tmp_path / "c")) == built(folder, options)


def test_options_that_only_select_and_later_days_tell_nothing_anew(
    tmp_path: Path, counted: _Counted
) -> None:
    (tmp_path / "a.txt").write_text(told(1))
    built(tmp_path / "a.txt", cache=str(tmp_path / "c"))
    counted.since()
    options = Options(today=TODAY + 9, match="boats", max_events=1, title="Boats")
    second = built(tmp_path / "a.txt", options, cache=str(tmp_path / "c"))

    assert counted.since() == []
    assert second == built(tmp_path / "a.txt", options)


def test_a_date_after_the_day_of_the_run_is_seen_anew_each_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Date: 2031-05-08\n\nThe gate broke on Friday.\n")
    day = 22_407  # 2031-05-08
    for today in (day - 9, day + 9, day - 5, day - 9, day + 1):
        options = Options(today=today)
        with_cache = built(tmp_path / "a.txt", options, cache=str(tmp_path / "c"))

        assert with_cache == built(tmp_path / "a.txt", options)


def test_other_code_has_tellings_of_its_own(
    tmp_path: Path, counted: _Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(told(1))
    built(tmp_path / "a.txt", cache=str(tmp_path / "c"))
    counted.since()
    monkeypatch.setattr(known, "code_version", lambda: b"another")
    built(tmp_path / "a.txt", cache=str(tmp_path / "c"))

    assert counted.since() == ["a.txt"]


def _overwritten(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)


def _bitten(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in range(5000, len(data), 97):
        data[at] ^= 0xFF
    file.write_bytes(data)


def _short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _flipped(file: Path) -> None:
    """One letter of a value is another."""
    with sqlite3.connect(file) as base:
        for key, value in base.execute("select key, value from told").fetchall():
            other = value[:-20] + bytes([value[-20] ^ 1]) + value[-19:]
            base.execute("update told set value = ? where key = ?", (other, key))
    base.close()


@pytest.mark.parametrize("damage", [_overwritten, _bitten, _short, _flipped])
def test_a_damaged_cache_is_begun_anew(
    folder: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    place, said = str(tmp_path / "c"), []
    fresh = built(folder, cache=place)
    damage(tmp_path / "c" / cache.FILE)

    assert built(folder, cache=place, say=said.append) == fresh
    assert len(said) <= 1
    assert built(folder, cache=place, say=said.append) == fresh
    assert len(said) <= 1
    assert cache.info(place).rows


def test_a_locked_cache_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, said = str(tmp_path / "c"), []
    fresh = built(folder, cache=place)
    monkeypatch.setattr(cache, "_PATIENCE", 0.05)
    other = sqlite3.connect(tmp_path / "c" / cache.FILE, isolation_level=None)
    other.execute("begin immediate")
    (folder / "new.txt").write_text(told(50))

    assert built(folder, cache=place, say=said.append) == built(folder)
    assert len(said) == 1
    assert "locked" in said[0]
    other.close()
    (folder / "new.txt").unlink()
    assert built(folder, cache=place) == fresh


def test_a_cache_that_cannot_be_written_is_said_once(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    said: list[str] = []

    found = built(folder, cache=str(tmp_path / "file" / "c"), say=said.append)

    assert found == built(folder)
    assert len(said) == 1


def test_a_full_disk_is_said_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cache._connected

    def full(path: Path) -> sqlite3.Connection:
        base = before(path)
        base.execute("pragma max_page_count = 8")
        return base

    monkeypatch.setattr(cache, "_connected", full)
    said: list[str] = []

    found = built(folder, cache=str(tmp_path / "c"), say=said.append)

    assert found == built(folder)
    assert len(said) == 1
    assert "full" in said[0]


def test_the_cache_makes_room(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "c")
    built(folder, cache=place)
    rows = cache.info(place).rows
    monkeypatch.setattr(cache, "LARGEST", 1000)
    (tmp_path / "a.txt").write_text(told(1))
    built(tmp_path / "a.txt", cache=place)

    assert cache.info(place).rows < rows
    assert built(folder, cache=place) == built(folder)


def test_several_runs_share_a_cache(folder: Path, tmp_path: Path) -> None:
    arguments = ["build", str(folder), "--format", "json", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment["TIMELINE_CACHE"] = str(tmp_path / "c")
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "timeline", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for _ in range(3)
    ]
    outputs = [run.communicate(timeout=120) for run in runs]

    assert len({out for out, _ in outputs}) == 1
    assert not any(b"cache" in said for _, said in outputs)
    assert cache.info(str(tmp_path / "c")).rows


def test_a_run_waits_for_the_one_that_makes_the_cache(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "c").mkdir()
    path = tmp_path / "c" / cache.FILE
    with contextlib.closing(
        sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    ) as other:
        other.execute("create table another (run)")
        other.execute("begin immediate")
        other.execute("insert into another values (1)")
        finish = threading.Timer(0.3, other.execute, ("commit",))
        finish.start()
        with contextlib.closing(cache.Cache(str(tmp_path / "c"), said.append)) as ours:
            ours.put(b"key", b"value")
        finish.join()

    assert said == []
    assert cache.info(str(tmp_path / "c")).rows == 1


def test_clearing_removes_all(folder: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "c")
    built(folder, cache=place)

    assert cache.clear(place).rows
    assert list((tmp_path / "c").iterdir()) == []
    assert cache.info(place).rows == 0


# ---- the command line ----


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--engine", "steam"], "'steam' is none of: processes, serial"),
        (["--jobs", "0"], "not in the range"),
    ],
    ids=["engine", "jobs"],
)
def test_wrong_use_is_said(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(command, ["build", str(tmp_path), *arguments])

    assert result.exit_code == 2
    assert words in result.stderr


def test_the_cache_can_be_looked_at_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "c"))
    (tmp_path / "a.txt").write_text(told(1))
    path = str(tmp_path / "a.txt")

    def said(*arguments: str) -> str:
        result = CliRunner().invoke(command, arguments)
        assert result.exit_code == 0
        return result.stdout

    said("build", path, "--no-cache")
    assert ": 0 files and parts, 0.0 MB" in said("cache", "info")
    said("build", path, "--engine", "processes=here", "--jobs", "1")
    assert ": 1 files and parts, " in said("cache")
    assert said("cache", "clear").endswith(" MB, removed\n")
    assert not list((tmp_path / "c").iterdir())
