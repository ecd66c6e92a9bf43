"""What is put on the shelf comes back, from memory or disk, and nothing is left behind."""

import os
import tempfile
from contextlib import closing
from pathlib import Path
from typing import IO

import msgspec
import pytest

from timeline.errors import EngineError
from timeline.shelf import Kept, Shelf

THINGS = [b"one", b"", b"three" * 100, b"four"]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of files that have no other."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("most", [0, 3, 10, 10**6])
def test_what_is_put_there_comes_back(most: int) -> None:
    with closing(Shelf(most)) as shelf:
        shelf.put(THINGS[:1])
        shelf.put(THINGS[1:])

        assert [shelf.get(number) for number in range(len(shelf))] == THINGS


def test_its_file_has_no_name(disk: Path) -> None:
    with closing(Shelf(0)) as shelf:
        shelf.put([b"something"])

        assert shelf.get(0) == b"something"
        assert not [*disk.iterdir()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="has no copies of processes")
def test_a_copy_of_the_process_reads_it_too(disk: Path) -> None:
    with closing(Shelf(0)) as shelf:
        shelf.put(THINGS)
        child = os.fork()
        if not child:
            found = [shelf.get(number) for number in range(len(THINGS))]
            os._exit(0 if found == THINGS else 1)

        assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_damage_is_told_in_one_line(
    disk: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[IO[bytes]] = []
    before = tempfile.TemporaryFile

    def temporary(buffering: int) -> IO[bytes]:
        opened.append(before(buffering=buffering))
        return opened[0]

    monkeypatch.setattr(tempfile, "TemporaryFile", temporary)
    shelf = Shelf(0)
    shelf.put([b"something"])
    if damage == "cut":
        opened[0].truncate(2)
    else:
        opened[0].seek(3)
        opened[0].write(b"E")

    with closing(shelf), pytest.raises(EngineError, match="not give back") as raised:
        shelf.get(0)
    assert str(disk) in str(raised.value)


def test_where_the_disk_is_full_memory_holds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(buffering: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    shelf = Shelf(0)
    shelf.put([b"something"])

    assert shelf.get(0) == b"something"


class Thing(msgspec.Struct, frozen=True):
    """Something that can be kept."""

    name: str
    size: int = 0


@pytest.mark.parametrize("most", [0, 2, 100])
def test_values_are_kept_in_order(most: int) -> None:
    things = [Thing("one"), Thing("two", 10**30), Thing("\ud800"), Thing("four", 4)]
    kept = Kept(Thing, most)
    kept.extend(things[:1])
    kept.extend(things[1:])

    assert [*kept] == things
    assert [*kept.some([2, 0])] == [things[2], things[0]]
    assert (kept[3], kept[1:3]) == (things[3], things[1:3])
    with pytest.raises(IndexError):
        kept[4]


def test_a_value_that_comes_from_the_disk_is_made_thrifty() -> None:
    name = "one and the same"
    kept = Kept(Thing, 0, lambda thing: Thing(name, thing.size))
    kept.extend([Thing("".join([*name]), 1)])

    assert kept[0].name is name
    assert kept[0] == Thing(name, 1)
