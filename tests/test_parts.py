"""Parts of a folder give the same bytes in any number and order, whoever looks through them."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline import export, work
from timeline.build import tell
from timeline.engine import processes
from timeline.merge import merge, parts
from timeline.model import Telling
from timeline.options import Options, Running, View
from timeline.read import Input

TOLD = (
    "the tide gate at Larkfield broke and {} boats sank",
    "miners in Upper Quenby found {} fossils of the Tamsin whale",
    "the council of Port Ansel sold {} trams to Vessany",
    "Judge Orla Finch freed {} prisoners in Merrow",
)


@pytest.fixture(scope="module")
def tellings() -> tuple[Telling, ...]:
    """Many documents that tell of three weeks, of most days more than one."""
    return tuple(
        telling
        for number in range(60)
        for telling in tell(Input(f"{number}.txt", _text(number)), Options()).tellings
    )


def _text(number: int) -> bytes:
    day = 1 + number % 20
    said = (TOLD[(number + n) % len(TOLD)].format(number // 9 + 3) for n in range(3))
    lines = (f"On {day + n} May 2031 {one}." for n, one in enumerate(said))
    return "\n".join((f"Larkfield, {day} May 2031", *lines, "Rain fell.")).encode()


def backwards(work: Callable[[int], bytes], count: int) -> Iterator[tuple[int, bytes]]:
    return ((number, work(number)) for number in reversed(range(count)))


@pytest.mark.parametrize("home", [1, 7, 10**6])
@pytest.mark.parametrize("passing", [1, 10**6])
def test_any_number_of_parts_in_any_order_gives_the_same(
    tellings: tuple[Telling, ...],
    home: int,
    passing: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = merge(tellings)
    monkeypatch.setattr(parts, "HOME", home)
    monkeypatch.setattr(parts, "PASSING", passing)

    assert merge(tellings, each=backwards) == expected
    assert any(len(event.mentions) > 1 for event in expected.events)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few documents are many parts, and copies of this process look through them."""
    monkeypatch.setattr(parts, "HOME", 5)
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr("timeline.engine.processes._start_method", lambda: "fork")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("jobs", [2, 3])
def test_copies_of_this_process_give_the_same(
    tellings: tuple[Telling, ...], jobs: int
) -> None:
    shared = work.each(Running(jobs=jobs))

    assert merge(tellings, each=shared) == merge(tellings)


@pytest.mark.usefixtures("shared")
def test_a_part_on_which_copies_die_is_looked_through_here(
    tellings: tuple[Telling, ...],
) -> None:
    here = os.getpid()

    def deadly(look: Callable[[int], bytes], count: int) -> Iterator[tuple[int, bytes]]:
        def dying(number: int) -> bytes:
            if number == 1 and os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            return look(number)

        yield from work.each(Running(jobs=2))(dying, count)

    assert merge(tellings, each=deadly) == merge(tellings)


@pytest.mark.usefixtures("shared")
def test_what_fails_in_a_copy_fails_here(tellings: tuple[Telling, ...]) -> None:
    def failing(number: int) -> bytes:
        raise ValueError(f"part {number}")

    with pytest.raises(ValueError, match="part"):
        list(work.each(Running(jobs=2))(failing, 4))


def test_where_no_copy_can_be_made_all_is_done_here(
    tellings: tuple[Telling, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr("timeline.engine.processes._start_method", lambda: "spawn")
    monkeypatch.delattr(processes, "run")

    assert merge(tellings, each=work.each(Running(jobs=2))) == merge(tellings)


@pytest.mark.usefixtures("shared")
def test_a_build_by_several_gives_the_same_bytes(tmp_path: Path) -> None:
    from timeline.build import build

    lines = [json.dumps({"id": n, "text": _text(n).decode()}) for n in range(60)]
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    alone, shared = (
        export.render("json", build([str(path)], Options(), None, running), View())
        for running in (Running(), Running(jobs=2, engine="processes"))
    )

    assert shared == alone


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_found_may_be_kept_on_disk(
    tellings: tuple[Telling, ...], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = merge(tellings)
    monkeypatch.setattr("timeline.shelf.MOST", 100)

    assert merge(tellings, each=work.each(Running(jobs=jobs))) == expected


@pytest.mark.usefixtures("shared")
def test_copies_may_begin_anew_for_each_part(
    tellings: tuple[Telling, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = merge(tellings)
    monkeypatch.setattr(work, "ROUND", 1)

    assert merge(tellings, each=work.each(Running(jobs=2))) == expected


@pytest.mark.parametrize("most", [0, 2])
def test_what_is_told_and_made_may_be_on_disk(
    tellings: tuple[Telling, ...], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = merge(tellings)
    monkeypatch.setattr("timeline.tellings.MOST", most)
    monkeypatch.setattr("timeline.merge.made.MOST", most)

    assert merge(tellings) == expected
