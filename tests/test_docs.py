"""The README says what is: its commands exist and its examples run."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from timeline.cli.commands import timeline as command

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
LINES = re.findall(r"^\$ (timeline .+?)(?:\s+#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(command.commands))
def test_each_command_is_told_of(name: str) -> None:
    assert f"`timeline {name} " in README or f"`timeline {name}`" in README
    assert command.commands[name].help


@pytest.mark.parametrize("name", ["build", "show"])
def test_each_option_is_told_of(name: str) -> None:
    options = [p for p in command.commands[name].params if isinstance(p, click.Option)]
    missing = [o.opts for o in options if not any(f"{n}" in README for n in o.opts)]

    assert [names for names in missing if "--help" not in names] == []


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    ran = []
    for line in LINES:
        result = CliRunner().invoke(command, line.split()[1:])
        ran.append((line, result.exit_code))

    assert len(ran) >= 6
    assert [line for line, code in ran if code] == []


def test_the_shown_output_is_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(
        r"\$ (timeline [^\n]+)\n```\n\n```text\n(.+?)```", README, re.DOTALL
    )
    assert found
    result = CliRunner().invoke(command, found[1].split()[1:])

    assert result.stdout == found[2]
