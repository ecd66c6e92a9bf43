"""A session on Spark: opened, checked and given our code; closed when this process ends.

Only what Spark Connect has too is used of a session once it is open.
"""

import atexit
import io
import json
import marshal
import re
import socket
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from timeline.errors import EngineError, MissingExtra

TRIES = 4
"""Times that a shard is begun before its dying workers end the run, as Spark counts."""

_PATIENCE = 300.0
"""Seconds until a cluster must have begun to work."""

_KNOCK = 10.0
"""Seconds until the master of a cluster must have answered."""

_NEEDED = ("pyarrow", "fsspec", "msgspec", "charset-normalizer", "dateparser")
"""What a worker imports that is not ours and not Spark's."""

_SAME = ("charset-normalizer", "dateparser")
"""Packages on whose version the result depends."""

_OPEN = ExitStack()
"""What is to be closed when this process ends, the last first."""

_MODULE = re.compile(r"No module named '?([\w.]+)")
_VERSIONS = re.compile(
    r"PYTHON_VERSION_MISMATCH|worker has different version|different minor versions"
)
_JAVA_HINT = "Install Java 17 or newer, and set JAVA_HOME where it is not on the PATH."
_SAME_HINT = "Install the same there, and set PYSPARK_PYTHON to that Python."


def session(address: str | None, jobs: int) -> Any:
    """A session with our code on its workers: the one that is open, or a new one.

    The workers are `jobs` processes of this machine, or those of the cluster at
    `address`. EngineError, in one line, if they cannot be had or could not do the work.
    """
    try:
        import pyarrow  # noqa: F401
        import pyspark  # noqa: F401
    except ImportError as error:
        raise MissingExtra("--engine spark", "spark") from error
    atexit.unregister(close)
    atexit.register(close)
    if address and address.startswith("sc://"):
        found = _connected(address)
    else:
        found = _current(address) or _started(address or f"local[{jobs},{TRIES}]")
    _prepare(found)
    return found


def close() -> None:
    """End what was started here: session, Java machine, files."""
    _prepare.cache_clear()
    _OPEN.close()


def parallelism(found: Any) -> int:
    """Tasks that run at once, as far as the session tells."""
    if _is_remote(found):
        return int(found.conf.get("spark.default.parallelism", "0") or 0)
    return int(found.sparkContext.defaultParallelism)


def cancel(found: Any) -> None:
    """End what still runs. Nothing is raised: what is abandoned may be gone already."""
    with suppress(Exception):
        if _is_remote(found):
            found.interruptAll()
        else:
            found.sparkContext.cancelAllJobs()


def in_words(error: BaseException) -> EngineError:
    """What went wrong on a cluster, in one line and with what to do about it."""
    said = str(error)
    if missing := _MODULE.search(said):
        return EngineError(f"the workers have no {missing[1]}", _SAME_HINT)
    if _VERSIONS.search(said):
        own = ".".join(map(str, sys.version_info[:2]))
        return EngineError(
            f"the workers have another Python than {own}, which runs here", _SAME_HINT
        )
    line = next((part for part in said.splitlines() if part.strip()), "")
    return EngineError(f"Spark: {type(error).__name__}: {line.strip()[:300]}")


# ---- opening and closing ----


def _is_remote(found: Any) -> bool:
    return type(found).__module__.startswith("pyspark.sql.connect")


def _current(address: str | None) -> Any:
    """The session that is open in this process, if it is of that cluster."""
    from pyspark.sql import SparkSession

    found = SparkSession.getActiveSession()
    if found is None or address in (None, found.sparkContext.master):
        return found
    raise EngineError(
        f"a session on {found.sparkContext.master} is open in this process",
        "Stop it first: there can be one only.",
    )


def _connected(address: str) -> Any:
    """A session of Spark Connect."""
    from pyspark.sql import SparkSession

    _knock(address)
    try:
        found = SparkSession.builder.remote(address).getOrCreate()
    except ImportError as error:
        hint = "pip install 'pyspark[connect]'"
        raise EngineError(f"{address}: needs Spark Connect", hint) from error
    except Exception as error:
        raise in_words(error) from error
    _OPEN.callback(_ended, found)
    return found


def _started(master: str) -> Any:
    """A session of a Java machine of our own, which says nothing on this terminal."""
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    if master.startswith("spark://"):
        _knock(master)
    conf = SparkConf(loadDefaults=False).setMaster(master).setAppName("timeline")
    conf.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    conf.set("spark.driver.maxResultSize", "0")
    # Rows are few and large: compiling plans for them costs more than it gives.
    conf.set("spark.sql.codegen.wholeStage", "false")
    conf.set("spark.sql.adaptive.enabled", "false")
    if master.startswith("local"):
        conf.set("spark.driver.host", "127.0.0.1")
        conf.set("spark.driver.bindAddress", "127.0.0.1")
        # Java only hands on: compiling it with care costs more than it gives.
        conf.set("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
    log = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the Java machine is)
    _OPEN.callback(log.close)
    try:
        gateway = launch_gateway(conf, {"stdout": log, "stderr": log})
        _OPEN.callback(_shut, gateway)
        context = SparkContext(conf=conf, gateway=gateway)
    except Exception as error:
        raise _no_start(error, log) from error
    if master.startswith("local"):
        context.pythonExec = sys.executable
    found = SparkSession(context)
    _OPEN.callback(_ended, found)
    return found


def _no_start(error: Exception, log: Any) -> EngineError:
    """Why there is no session, as far as Java said."""
    if "JAVA_GATEWAY_EXITED" in str(error):
        log.seek(0)
        lines = log.read().decode("utf-8", "replace").splitlines()
        said = next((line for line in lines if not line.startswith("WARNING")), "")
        return EngineError(f"Spark does not start: {said[:200]}", _JAVA_HINT)
    return in_words(error)


def _knock(address: str) -> None:
    """EngineError at once where nobody listens: Spark itself would try for minutes."""
    places = address.partition("://")[2].partition("/")[0].split(",")
    for place in places:
        host, _, port = place.partition(";")[0].rpartition(":")
        with suppress(OSError, ValueError):
            socket.create_connection((host.strip("[]"), int(port)), _KNOCK).close()
            return
    hint = "Start the cluster, or check host and port."
    raise EngineError(f"{address}: nobody answers", hint)


def _ended(found: Any) -> None:
    with suppress(Exception):
        found.stop()


def _shut(gateway: Any) -> None:
    """End the Java machine, which lives as long as its standard input is open."""
    from pyspark import SparkContext

    with suppress(Exception):
        gateway.shutdown()
    with suppress(Exception):
        gateway.proc.stdin.close()
        gateway.proc.wait(_KNOCK)
    SparkContext._gateway = SparkContext._jvm = None


# ---- what the workers need ----


@lru_cache(maxsize=1)
def _prepare(found: Any) -> None:
    """Check the workers, and give them our code."""
    _check(_bounded(lambda: _probed(found)))
    data = _zipped(Path(__file__).parent.parent)
    # It stays as long as the session: workers fetch it whenever they start.
    folder = _OPEN.enter_context(tempfile.TemporaryDirectory(prefix="timeline-"))
    path = Path(folder, f"timeline-{sha256(data).hexdigest()[:16]}.zip")
    path.write_bytes(data)
    if _is_remote(found):
        found.addArtifacts(str(path), pyfile=True)
        return
    found.sparkContext.addPyFile(str(path))
    sys.path[:] = [place for place in sys.path if place != str(path)]


def _zipped(package: Path) -> bytes:
    """The package with its tables, the same bytes for the same code.

    Its code is compiled, by the Python that the workers have too: from an archive, each
    of their processes would do it anew.
    """
    files = (path for path in package.rglob("*") if path.is_file())
    kept = {path: path.read_bytes() for path in files if path.suffix != ".pyc"}
    # In an archive, tables are found only in folders that say they are packages.
    modules = {path.with_name("__init__.py"): b"" for path in kept}
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        for path, content in sorted((modules | kept).items()):
            place = path.relative_to(package.parent)
            archive.writestr(ZipInfo(place.as_posix()), content)
            if path.suffix == ".py":
                compiled = _compiled(place, content)
                archive.writestr(ZipInfo(f"{place.as_posix()}c"), compiled)
    return data.getvalue()


def _compiled(place: Path, source: bytes) -> bytes:
    """A module as Python keeps it, to be taken as it is."""
    header = MAGIC_NUMBER + (1).to_bytes(4, "little") + source_hash(source)
    return header + marshal.dumps(compile(source, str(place), "exec"))


def _bounded(ask: Callable[[], list[str]]) -> list[str]:
    """The answers of the workers. EngineError if none has been given in time."""
    pool = ThreadPoolExecutor(1)
    answer: Future[list[str]] = pool.submit(ask)
    try:
        return answer.result(_PATIENCE)
    except TimeoutError as error:
        message = f"no worker began within {_PATIENCE:g} seconds"
        hint = "Check that the cluster has workers with free cores and memory."
        raise EngineError(message, hint) from error
    except Exception as error:
        raise in_words(error) from error
    finally:
        pool.shutdown(wait=False)


def _probed(found: Any) -> list[str]:
    """Version of Python and packages on the workers, as JSON."""
    from pyspark.sql.functions import udf

    names = _NEEDED

    # Nothing of ours is on the workers yet, and pyarrow is what is asked for.
    def probe(_: int) -> str:
        import importlib.metadata
        import json
        import sys

        known = {"python": ".".join(map(str, sys.version_info[:2]))}
        for name in names:
            try:
                known[name] = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                known[name] = ""
        return json.dumps(known)

    count = max(2, parallelism(found))
    rows = found.range(0, count, 1, count).select(udf(probe, useArrow=False)("id"))
    return [row[0] for row in rows.collect()]


def _check(answers: list[str]) -> None:
    """EngineError if a worker lacks something, or has it in a version that matters."""
    for known in map(json.loads, sorted(set(answers))):
        own = ".".join(map(str, sys.version_info[:2]))
        if known["python"] != own:
            message = f"the workers have Python {known['python']}, here it is {own}"
            raise EngineError(message, _SAME_HINT)
        if missing := [name for name in _NEEDED if not known[name]]:
            raise EngineError(f"the workers have no {', '.join(missing)}", _SAME_HINT)
        for name in _SAME:
            if known[name] != _version(name):
                message = f"the workers have {name} {known[name]}, here it is {_version(name)}"
                raise EngineError(message, _SAME_HINT)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
