"""What the terminal can do, and what is said on it beside the product."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from types import TracebackType

    from timeline.model import Problem
    from timeline.options import View

LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "zed", "rio", "Hyper")
LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour")
"""Terminals that follow links, by TERM_PROGRAM and TERM."""

PATIENCE = 1.0
"""Seconds of silence before progress is shown."""

_ALIKE = 3
"""Problems of one kind in one file that are shown."""


def view(color: bool, no_color: bool) -> View:
    """How to show things on standard output. No width if it is not a terminal."""
    from timeline.options import View

    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else None
    colour = _has_colour(color, no_color, is_terminal)
    return View(width, colour, _folder() if colour and _has_links(is_terminal) else "")


def _has_colour(color: bool, no_color: bool, is_terminal: bool) -> bool:
    """--no-color > --color > NO_COLOR > FORCE_COLOR > a terminal that is not dumb."""
    if no_color or color:
        return not no_color
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def _has_links(is_terminal: bool) -> bool:
    """Whether what shows the output follows links (OSC 8) and prints none as they are.

    FORCE_HYPERLINK decides; else terminals that are known to. Through screen, tmux and
    pagers other than less they may not come out whole.
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    pager = os.environ.get("PAGER", "less")
    if not is_terminal or "less" not in pager or sys.platform == "win32":
        return False
    if os.environ.get("TMUX") or os.environ.get("TERM", "").startswith("screen"):
        return False
    vte = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in LINKING_PROGRAMS
        or os.environ.get("TERM") in LINKING_TERMS
        or any(os.environ.get(name) for name in ("KONSOLE_VERSION", "WT_SESSION"))
        or (vte.isdecimal() and int(vte) >= 5000)
    )


def _folder() -> str:
    """Address of the folder that we are in, with the host (OSC 8 wants it)."""
    import platform
    from pathlib import Path
    from urllib.parse import quote

    return f"file://{platform.node()}{quote(os.fsencode(Path.cwd()))}/"


def is_long(text: str) -> bool:
    """Whether the text does not fit on the terminal, with a line for the prompt."""
    return text.count("\n") >= shutil.get_terminal_size().lines


def page(text: str) -> None:
    """Show the text in the user's pager, colours and links as they are."""
    os.environ.setdefault("LESS", "-R")
    click.echo_via_pager(text, color=True)


def say(message: str) -> None:
    """A line on standard error."""
    click.echo(message, err=True)


def complain(message: str, hint: str | None = None) -> None:
    """An error and what to do about it, on standard error."""
    from timeline.wording import safe

    say(f"timeline: {safe.line(message)}")
    if hint:
        say(f"  {safe.line(hint)}")


def report(problems: Iterable[Problem]) -> None:
    """Each problem with its file and line, and its hint below, on standard error.

    Of many of one kind in one file, the first few, and how many more there are.
    """
    from timeline.wording import marks, safe

    for (uri, _, hint), alike in groupby(problems, key=_kind):
        found = [*alike]
        for problem in found[:_ALIKE]:
            say(marks.problem(problem))
        if len(found) > _ALIKE:
            say(f"{safe.line(uri)}: {len(found) - _ALIKE:,} more of this kind")
        if hint:
            say(f"  {safe.line(hint)}")


def _kind(problem: Problem) -> tuple[str, str, str | None]:
    return problem.uri, problem.stage, problem.hint


class Progress:
    """Shows on a terminal's standard error how far a run is, once it takes a while.

    Call it with how many bytes are done and how many there are: it shows the share, the
    rate and the time that is left.
    """

    def __init__(self, quiet: bool) -> None:
        self._is_shown = not quiet and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Note that so many of the bytes are done."""
        if not self._is_shown or time.monotonic() - self._begun < PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task("reading", total=total, completed=done)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)


def _bar() -> Any:
    from rich import progress
    from rich.console import Console

    return progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
