"""Plugs are found by file name and by entry point, and imported only when called."""

import sys
from pathlib import Path
from zlib import crc32

import pytest

from timeline import plugs
from timeline.errors import TimelineError, UsageError

BOOM = "raise RuntimeError('imported without being asked for')\n"


@pytest.fixture
def harbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> str:
    """An importable package with its own folder of plugs, and a stranger's plugs."""
    name = f"harbour_{crc32(request.node.name.encode())}"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/boats/__init__.py": "",
        f"{name}/boats/ferry.py": "SPEED = 12\n",
        f"{name}/boats/barge.py": BOOM,
        f"{name}/boats/_hull.py": BOOM,
        f"{name}/boats/notes.txt": "no plug",
        f"{name}_tug.py": "SPEED = 7\n",
        f"{name}-1.0.dist-info/METADATA": f"Name: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/entry_points.txt": (
            f"[{name}.boats]\ntug = {name}_tug\nferry = {name}_tug\n"
            f"wreck = {name}_not_there\n"
        ),
    }
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    return f"{name}.boats"


def test_names_are_sorted_and_nothing_is_imported(harbour: str) -> None:
    assert plugs.names(harbour) == ("barge", "ferry", "tug", "wreck")
    assert not {f"{harbour}.barge", f"{harbour}.ferry"} & sys.modules.keys()


def test_a_module_in_the_folder_is_a_plug_and_wins(harbour: str) -> None:
    ferry = plugs.load(harbour, "ferry")

    assert ferry.__name__ == f"{harbour}.ferry"
    assert ferry.SPEED == 12


def test_another_package_adds_a_plug(harbour: str) -> None:
    assert plugs.load(harbour, "tug").SPEED == 7


@pytest.mark.parametrize("name", ["sub", "_hull", "__init__", "", "ferry.SPEED", "../"])
def test_an_unknown_name_lists_the_choices(harbour: str, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        plugs.load(harbour, name)

    assert caught.value.message == f"unknown boats: {name}"
    assert caught.value.hint == "there are: barge, ferry, tug, wreck"


def test_a_broken_plug_of_another_package_is_told_as_such(harbour: str) -> None:
    with pytest.raises(TimelineError, match=r"'wreck' .*could not be loaded"):
        plugs.load(harbour, "wreck")


def test_a_missing_package_is_our_mistake_and_not_the_user_s() -> None:
    with pytest.raises(ModuleNotFoundError):
        plugs.names("timeline.nowhere")
