"""On Spark: the bytes that one process gives, whatever the shards and whoever dies.

The cluster is one of this machine, its workers on addresses of their own: on one address
Spark finds the files of a dead worker on the shared disk, and nothing is done again.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from timeline import export, known, read, work
from timeline.build import build
from timeline.engine import _spark
from timeline.errors import EngineError
from timeline.merge.folder import Folder
from timeline.merge.pairs import Pairs
from timeline.model import Timeline
from timeline.options import Options, Running, View

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "benchmarks" / "corpus.py"
ARTICLES = 60
TODAY = 30_000  # 2052: after all dates of these documents.

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="its cluster needs /proc"),
    pytest.mark.skipif(not find_spec("pyspark"), reason="needs pyspark: .[spark]"),
    pytest.mark.skipif(not shutil.which("java"), reason="needs Java"),
    # Py4J and Spark leave sockets to the end of the process.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, invented news as records, a file that is empty and one that is binary."""
    found = tmp_path_factory.mktemp("spark") / "in"
    shutil.copytree(ROOT / "samples", found)
    command = [sys.executable, str(CORPUS), str(ARTICLES), str(found / "news.jsonl")]
    subprocess.run(command, check=True)
    (found / "empty.txt").write_bytes(b"")
    (found / "binary.txt").write_bytes(bytes(range(256)) * 9)
    return found


@pytest.fixture(scope="module")
def alone(folder: Path) -> bytes:
    return rendered(built(folder, engine="serial"))


def built(path: Path, **running: object) -> Timeline:
    how = Running(**running)  # type: ignore[arg-type]
    return build([str(path)], Options(today=TODAY), None, how)


def rendered(timeline: Timeline) -> bytes:
    data = export.render("json", timeline, View())
    return data.encode() if isinstance(data, str) else data


def told(number: int) -> str:
    return f"Larkfield, 3 May 2031 – On 3 May 2031 a storm felled {number} oaks.\n"


def test_a_cluster_that_is_not_there_is_said_at_once(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(EngineError, match="nobody answers"):
        built(folder, engine="spark", address=f"spark://127.0.0.1:{port}")


# ---- on this machine ----


@pytest.fixture(scope="module")
def here() -> Iterator[None]:
    """A session of this machine, which all tests of this part use."""
    _spark.session(None, 2)
    yield
    _spark.close()


def in_shards(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Have the work cut into so many shards, or fewer, the last first."""

    def shards(tasks: list[known.Task], jobs: int, limit: int) -> Iterator[list[int]]:
        each = -(-len(tasks) // count)
        places = range(len(tasks))
        yield from (list(places[n : n + each]) for n in places[::each])

    monkeypatch.setattr(work, "_shards", shards)


@pytest.fixture
def in_seven(monkeypatch: pytest.MonkeyPatch) -> None:
    in_shards(monkeypatch, 7)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("count", "pairs"), [(1, 10**9), (3, 4_000), (7, 1_000)])
def test_any_number_of_shards_and_slices_gives_the_same_bytes(
    folder: Path,
    alone: bytes,
    count: int,
    pairs: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from timeline.engine import spark
    from timeline.merge import join

    in_shards(monkeypatch, count)
    monkeypatch.setattr(spark, "PAIRS", pairs)
    if count > 1:  # All but a few are compared by others, or not at all.
        few = join.score

        def score(folder: Folder, these: Pairs) -> list[join.Pair]:
            assert len(these) <= pairs
            return few(folder, these)

        monkeypatch.setattr(join, "score", score)

    assert rendered(built(folder, engine="spark")) == alone


@pytest.mark.usefixtures("here")
def test_more_shards_than_are_done_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.engine import spark

    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(told(number), "utf-8")
    in_shards(monkeypatch, 9)
    monkeypatch.setattr(spark, "_WAVE", 2)
    monkeypatch.setattr(_spark, "parallelism", lambda session: 1)
    said: list[tuple[int, int]] = []
    found = built(tmp_path, engine="spark", progress=lambda *now: said.append(now))

    assert rendered(found) == rendered(built(tmp_path, engine="serial"))
    assert said == sorted(said)
    assert said[-1][0] == said[-1][1]


@pytest.mark.usefixtures("here")
def test_what_the_workers_lack_is_said_in_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv.create(tmp_path / "bare", symlinks=True)
    context = _spark.session(None, 2).sparkContext
    monkeypatch.setattr(context, "pythonExec", str(tmp_path / "bare/bin/python"))
    _spark._prepare.cache_clear()
    with pytest.raises(EngineError) as caught:
        built(folder, engine="spark")
    monkeypatch.undo()
    _spark._prepare.cache_clear()

    assert caught.value.message.startswith("the workers have no pyarrow, fsspec")
    assert "\n" not in caught.value.message


# ---- on a cluster ----

DEFAULTS = """
spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.memory 512m
"""


def daemon(
    folder: Path, host: str, kind: str, *arguments: str
) -> subprocess.Popen[bytes]:
    """A master or a worker with a folder and an address of its own."""
    import pyspark

    home = Path(pyspark.__file__).parent
    own = folder / host
    own.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "SPARK_LOCAL_IP": host,
        "SPARK_LOCAL_DIRS": str(own),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    name = f"org.apache.spark.deploy.{kind}"
    with (folder / f"{host}.log").open("wb") as log:
        return subprocess.Popen(
            [home / "bin/spark-class", name, "--host", host, *arguments],
            **{"stdout": log, "stderr": log, "env": environment},
            start_new_session=True,
        )


def wait_for(is_so: Callable[[], bool], seconds: float = 90) -> None:
    for _ in range(int(seconds * 5)):
        if is_so():
            return
        time.sleep(0.2)
    raise TimeoutError


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a master with two workers, each on a host of its own."""
    _spark.close()
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "spark-defaults.conf").write_text(DEFAULTS)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    address = f"spark://127.0.0.1:{port}"
    log = folder / "127.0.0.1.log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        web = ("--webui-port", "0")
        started = [daemon(folder, "127.0.0.1", "master.Master", "--port", port, *web)]
        try:
            wait_for(lambda: "New state: ALIVE" in log.read_text())
            size = ("--cores", "1", "--memory", "600m", "--work-dir")
            for host in ("127.0.0.2", "127.0.0.3"):
                own = (*size, str(folder / host), *web, address)
                started.append(daemon(folder, host, "worker.Worker", *own))
            wait_for(lambda: log.read_text().count("Registering worker") == 2)
            yield address
        finally:
            _spark.close()
            for process in started:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def deadly(
    monkeypatch: pytest.MonkeyPatch, word: str, ends: Callable[[], None]
) -> None:
    """Have `ends` called by whatever tells a text with that word."""
    before = work._packed

    def packed(tell: work.Tell, options: Options, task: known.Task) -> bytes:
        found, _ = read.read(task.source, options)
        if any(word in raw.text for raw in found):
            ends()
        return before(tell, options, task)

    monkeypatch.setattr(work, "_packed", packed)


def once(mark: Path, generations: int) -> Callable[[], None]:
    """What kills, one time, the ancestor of its process so many generations up.

    At 0 it is all of a host: the worker that Spark began there, with what it has begun.
    """

    def ends() -> None:
        import os
        import signal
        from pathlib import Path

        if mark.exists():
            return
        mark.touch()
        if not generations:
            os.killpg(os.getsid(0), signal.SIGKILL)
            os._exit(1)
        ancestor = os.getppid()
        for _ in range(generations - 1):
            stat = Path(f"/proc/{ancestor}/stat").read_text()
            ancestor = int(stat.rpartition(")")[2].split()[1])
        os.kill(ancestor, signal.SIGKILL)
        os._exit(1)

    return ends


def test_a_cluster_gives_the_same_bytes_of_files_with_an_address(
    folder: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are opened by the workers: here it is only listed which there are."""

    def found(**running: object) -> bytes:
        how = Running(**running)  # type: ignore[arg-type]
        made = build([f"file://{folder}"], Options(today=TODAY), None, how)
        return rendered(made)

    alone = found(engine="serial")
    monkeypatch.delattr(read, "_items")

    assert found(engine="spark", address=cluster) == alone


def test_a_document_that_kills_is_named_and_costs_only_itself(
    tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies() -> None:
        import os
        import signal

        os.kill(os.getpid(), signal.SIGKILL)

    lines = [json.dumps({"text": told(number)}) for number in range(9)]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "a.txt").write_text("On 4 May 2031 the poison killed 3 boars.", "utf-8")
    deadly(monkeypatch, "poison", dies)
    found = built(tmp_path, engine="spark", address=cluster)

    assert [(p.uri, "SIGKILL" in p.message) for p in found.problems] == [
        (str(tmp_path / "a.txt"), True)
    ]
    assert len(found.documents) == 9


def test_what_kills_each_worker_ends_the_run_and_is_named(
    tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kills() -> None:
        import os
        import signal

        os.kill(os.getppid(), signal.SIGKILL)
        os._exit(1)

    (tmp_path / "a.txt").write_text(told(1), "utf-8")
    (tmp_path / "b.txt").write_text("On 4 May 2031 the poison killed 3 boars.", "utf-8")
    in_shards(monkeypatch, 2)
    deadly(monkeypatch, "poison", kills)
    with pytest.raises(EngineError) as caught:
        built(tmp_path, engine="spark", address=cluster)

    assert caught.value.message == f"workers died 4 times on {tmp_path / 'b.txt'}"


@pytest.mark.parametrize(
    "generations",
    [
        pytest.param(1, id="the process of a worker"),
        pytest.param(3, id="an executor"),
        pytest.param(0, id="a host"),  # The last: it does not come back.
    ],
)
@pytest.mark.usefixtures("in_seven")
def test_who_is_killed_loses_and_doubles_nothing(
    generations: int, folder: Path, alone: bytes, cluster: str
) -> None:
    mark = folder.parent / f"killed-{generations}"
    with pytest.MonkeyPatch.context() as patch:
        deadly(patch, "harbour", once(mark, generations))

        assert rendered(built(folder, engine="spark", address=cluster)) == alone
    assert mark.exists()
