"""Inputs that have an address are read as files of this machine are."""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from timeline import build as module
from timeline.build import build
from timeline.model import Timeline
from timeline.options import Options, Running
from timeline.read import Input, _streams, divide, expand, filled, read

SAMPLES = Path(__file__).parent.parent / "samples"

FILES = {
    "/b/2031/a.txt": b"Larkfield, 3 May 2031 - A storm felled 12 oaks on Friday.",
    "/b/.drafts/c.txt": b"On 4 May 2031 nothing happened.",
    "/b/s/d.md": b"# Notes\n\nOn 5 May 2031 the bridge fell.",
    "/b/s/.hidden.md": b"On 6 May 2031 nothing happened.",
    "/b/image.bin": b"12",
    "/c.d/e.txt": b"On 7 May 2031 the bridge was mended.",
}


@pytest.fixture(autouse=True)
def store() -> Iterator[fsspec.AbstractFileSystem]:
    """A store in memory."""
    found = fsspec.filesystem("memory")
    found.pipe(FILES)
    yield found
    found.store.clear()
    found.pseudo_dirs[:] = [""]


def built(*paths: str) -> Timeline:
    return build(paths, Options(today=30_000), None, Running(engine="serial"))


@pytest.mark.parametrize(
    ("address", "files"),
    [
        ("memory://b", ["memory://b/2031/a.txt", "memory://b/s/d.md"]),
        ("memory://b/", ["memory://b/2031/a.txt", "memory://b/s/d.md"]),
        ("memory://b/2031/a.txt", ["memory://b/2031/a.txt"]),
        ("memory://b/image.bin", ["memory://b/image.bin"]),
        ("memory://b/**/*.md", ["memory://b/s/d.md"]),
        ("memory://c.d", ["memory://c.d/e.txt"]),
        ("memory://b/.drafts", ["memory://b/.drafts/c.txt"]),
    ],
)
def test_an_address_means_files(address: str, files: list[str]) -> None:
    inputs, _ = expand([address])

    assert [source.path for source in inputs] == files
    assert [source.listed.size for source in inputs if source.listed] == [
        len(FILES[path.removeprefix("memory:/")]) for path in files
    ]


def test_files_that_nobody_reads_are_counted() -> None:
    _, (problem,) = expand(["memory://b"])

    assert problem.uri == "memory://b"
    assert problem.message.endswith(": .bin (1)")
    assert problem.is_note


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("memory://nothing", "does not exist"),
        ("memory://b/*.pdf", "does not exist"),
        ("gopher://b/a.txt", "cannot be read: Protocol not known: gopher"),
        ("https+unknown://[", "cannot be read: Protocol not known: https+unknown"),
    ],
)
def test_what_cannot_be_listed_is_a_problem(address: str, message: str) -> None:
    inputs, (problem,) = expand([address])

    assert (inputs, problem.uri, problem.message) == ((), address, message)
    assert problem.hint


def test_a_file_that_is_gone_or_broken_is_a_problem(
    store: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = read(Input("memory://b/gone.txt"), Options())

    def breaks(self: object, size: int = -1) -> bytes:
        raise RuntimeError("503: slow down\nid 7")

    monkeypatch.setattr(type(store.open("/c.d/e.txt", "rb")), "read", breaks)
    broken = read(Input("memory://c.d/e.txt"), Options())

    assert [p.message for p in gone[1]] == ["does not exist"]
    assert [p.message for p in broken[1]] == ["cannot be read: 503: slow down"]


def test_records_are_cut_and_unpacked(
    store: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_streams, "BLOCK", 500)
    lines = [{"text": f"On {n} June 2031 a storm felled oaks."} for n in range(1, 30)]
    data = "\n".join(map(json.dumps, lines)).encode()
    store.pipe({"/feed/a.jsonl": data, "/feed/b.jsonl.gz": gzip.compress(data)})

    found = built("memory://feed")

    assert found.problems == ()
    assert [d.source.uri for d in found.documents if d.source.uri.endswith("#29")] == [
        "memory://feed/a.jsonl#29",
        "memory://feed/b.jsonl.gz#29",
    ]
    assert len(found.documents) == 58


def tellings(found: Timeline) -> list[tuple[int, str]]:
    """When and in which words each telling tells. Ties of events go by document."""
    return sorted(
        (mention.time.start, mention.text)
        for ranked in found.events
        for mention in ranked.event.mentions
    )


def test_what_is_told_is_that_of_the_same_files_here() -> None:
    here, there = built(str(SAMPLES)), built(f"file://{SAMPLES}")

    assert tellings(there) == tellings(here)
    assert [d.source.uri for d in there.documents] == [
        f"file://{d.source.uri}" for d in here.documents
    ]


def test_a_packed_file_that_is_gone_meanwhile_is_a_problem(
    store: fsspec.AbstractFileSystem,
) -> None:
    lines = [json.dumps({"text": f"On {n} June 2031 it rained."}) for n in range(1, 9)]
    store.pipe("/feed/b.jsonl.gz", gzip.compress("\n".join(lines).encode()))
    parts, _ = divide(expand(["memory://feed"])[0], Options())
    store.rm("/feed/b.jsonl.gz")
    (left,) = filled(parts)

    assert [p.message for p in read(left, Options())[1]] == ["does not exist"]


def test_what_is_unchanged_is_told_once(
    store: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_now: list[str] = []
    before = module.read

    def read(source: Input, options: Options) -> object:
        read_now.append(source.path)
        return before(source, options)

    def built_again() -> list[str]:
        read_now.clear()
        how = Running(engine="serial", cache=str(tmp_path))
        found = build(["memory://b"], Options(today=30_000), None, how)
        assert len(found.documents) == 2
        return sorted(set(read_now))

    monkeypatch.setattr(module, "read", read)

    assert built_again() == ["memory://b/2031/a.txt", "memory://b/s/d.md"]
    assert built_again() == []
    store.pipe({"/b/s/d.md": b"On 9 May 2031 the bridge fell."})
    assert built_again() == ["memory://b/s/d.md"]


def test_without_the_library_the_problem_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    _, (problem,) = expand(["s3://bucket/archive"])

    assert problem.message == "needs an optional package"
    assert problem.hint == "pip install 'timeline[remote]'"
