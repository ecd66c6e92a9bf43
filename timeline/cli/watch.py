"""Build again whenever something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from glob import has_magic
from pathlib import Path

from timeline.errors import MissingExtra, UsageError

SETTLED = 500
"""Milliseconds without a change after which one is taken to be complete."""


def forever(paths: Sequence[str], own: Sequence[str], build: Callable[[], int]) -> int:
    """Build now and after each change below the paths, until Ctrl-C.

    Changes of the files in `own`, which the build itself writes, are none. UsageError if
    there is nothing to watch; MissingExtra without the package that does it.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtra("--watch", "watch") from error
    folders = sorted({_watched(path) for path in paths})
    written = {str(Path(path).resolve()) for path in own}

    def counts(change: object, path: str) -> bool:
        return str(Path(path).resolve()) not in written and not _is_hidden(path)

    code = build()
    for _ in watch(*folders, watch_filter=counts, debounce=SETTLED, step=50):
        code = build()
    return code


def _watched(path: str) -> str:
    """The file or folder itself; of a glob, the folder in which it begins to vary."""
    fixed = Path(path)
    while has_magic(str(fixed)):
        fixed = fixed.parent
    if path == "-" or not fixed.exists():
        raise UsageError(
            f"{path}: cannot be watched", "--watch takes files and folders"
        )
    return str(fixed)


def _is_hidden(path: str) -> bool:
    """Drafts of editors and of our own output begin with a point."""
    return Path(path).name.startswith(".")
