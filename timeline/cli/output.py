"""Where results go: standard output, or files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from timeline.cli import screen
from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.model import Timeline
    from timeline.options import View

STDOUT = "-"

FILE_WIDTH = 80
"""Columns of a text file."""


class Output(NamedTuple):
    """A format and where to write it: a path, or `-` for standard output."""

    format: str
    path: str = STDOUT


def chosen(paths: Sequence[str], form: str | None) -> tuple[Output, ...]:
    """What to write. The format is that of --format, else that of the suffix."""
    if form and len(paths) > 1:
        raise UsageError(
            "--format is for one output, and several are given",
            "leave it out: the suffix of each file says its format",
        )
    if not paths:
        return (Output(form or "terminal"),)
    return tuple(Output(form or _format(path), path) for path in paths)


def _format(path: str) -> str:
    from timeline import export

    return "terminal" if path == STDOUT else export.for_file(Path(path).name)


def possible(outputs: Sequence[Output]) -> tuple[Output, ...]:
    """The outputs that have a folder to go to; a complaint for each other.

    Asked before a long run, not after it. UsageError if none is left, or if one is no
    text and would go to a terminal; MissingExtra if a format lacks its package.
    """
    from timeline import export

    for output in outputs:
        export.check(output.format)
        if output.path == STDOUT and sys.stdout.isatty():
            _check_is_text(output.format)
    kept = tuple(output for output in outputs if _has_folder(output.path))
    if not kept:
        raise UsageError("nothing can be written", "make the folder, or name another")
    return kept


def _check_is_text(form: str) -> None:
    from timeline import export

    if export.is_binary(form):
        raise UsageError(
            f"{form} is nothing that a terminal can show",
            f"write it to a file: -o timeline{export.load(form).SUFFIX}",
        )


def _has_folder(path: str) -> bool:
    folder = Path(path).parent
    if path == STDOUT or folder.is_dir():
        return True
    screen.complain(f"{path}: there is no folder {folder}; not written")
    return False


def deliver(
    timeline: Timeline, outputs: Sequence[Output], view: View, is_paged: bool
) -> bool:
    """Write the timeline everywhere it should go; whether all of it worked."""
    from timeline import export

    worked = True
    for output in outputs:
        if output.path == STDOUT:
            put(export.render(output.format, timeline, view), is_paged)
            continue
        data = export.pieces(output.format, timeline, _of_file(view, output.path))
        try:
            write(Path(output.path), data)
        except OSError as error:
            worked = False
            screen.complain(f"{output.path}: {error.strerror}; not written")
    return worked


def _of_file(view: View, path: str) -> View:
    """The same for a file, which is no terminal and may lie in another folder."""
    from msgspec.structs import replace

    width = None if view.oneline or view.wide else FILE_WIDTH
    return replace(view, width=width, colour=False, links="", root=_root(path))


def _root(path: str) -> str:
    """The way from the folder of a file back to the one we are in; empty if it is that."""
    try:
        way = os.path.relpath(Path.cwd(), Path(path).resolve().parent)
    except ValueError:  # another drive
        return ""
    return "" if way == "." else quote(way.replace(os.sep, "/")) + "/"


def report_losses(timeline: Timeline, outputs: Sequence[Output], view: View) -> None:
    """What the formats cannot say of this timeline, each once, on standard error."""
    from timeline import export

    said: dict[str, list[str]] = {}
    for output in outputs:
        name = output.format if output.path == STDOUT else output.path
        for loss in export.losses(output.format, timeline, view):
            said.setdefault(loss, []).append(name)
    for loss, names in said.items():
        screen.say(f"{', '.join(names)}: {loss}")


def put(data: str | bytes, is_paged: bool = False) -> None:
    """Write to standard output: a terminal in its own encoding, anything else UTF-8.

    With `is_paged`, a text that is longer than the terminal goes through a pager.
    """
    if isinstance(data, str) and sys.stdout.isatty():
        if is_paged and screen.is_long(data):
            screen.page(data)
            return
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(data.encode(encoding, "replace").decode(encoding))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(_encoded(data))
    sys.stdout.buffer.flush()


def _encoded(data: str | bytes) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Put the pieces where a reader sees the old file or the new one, never a part.

    Links are followed. What is no regular file (`/dev/null`, a pipe) is written to.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        _put_into(target, pieces)
        return
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        _put_into(draft, pieces)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _put_into(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)
