"""Which files a command line means: files, folders, globs and `-`, each file once."""

import os
import re
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from errno import ELOOP
from glob import glob, has_magic
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from msgspec import Struct

from timeline.model import Problem
from timeline.read import _remote
from timeline.read._input import Input, Listed
from timeline.read._refused import Refused
from timeline.read._streams import PACKINGS

STDIN = "-"

_SUFFIX = re.compile(r"\.(?=\w*[^\W\d])\w{1,10}(?:\.(?:gz|zst))?")
"""A suffix holds a letter: "notes 3.5.2031" has none."""


class _Found(Struct, frozen=True):
    """What one argument stands for."""

    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    listed: Mapping[str, Listed] = {}


def suffix(path: str) -> str:
    """The suffix by which a reader is picked, lower case; "" where there is none."""
    name = Path(path)
    written = name.suffix.lower()
    if written in PACKINGS:
        written = "".join(name.suffixes[-2:]).lower()
    return written if _SUFFIX.fullmatch(written) else ""


def shown(path: str) -> str:
    """The path as text that can be hashed and written; it may not be valid Unicode."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def search(
    paths: Sequence[str], stdin: bytes | None, is_read: Callable[[str], bool]
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """The files meant, sorted, each once; and what was meant but is not there.

    A file named or matched by a glob is always taken; one that lies in a folder only if
    `is_read` says so of its path. The order of `paths` makes no difference.
    """
    found = [_find(path, is_read) for path in dict.fromkeys(paths) if path != STDIN]
    files = _each_once(path for one in found for path in one.files)
    listed = {path: known for one in found for path, known in one.listed.items()}
    inputs = tuple(Input(path, listed=listed.get(path)) for path in files)
    problems = [problem for one in found for problem in one.problems]
    if STDIN in paths and stdin is not None:
        inputs = (Input(STDIN, stdin), *inputs)
    elif STDIN in paths:
        problems.append(_problem(STDIN, "nothing comes in on standard input"))
    return inputs, tuple(sorted(problems, key=lambda problem: problem.uri))


def _find(path: str, is_read: Callable[[str], bool]) -> _Found:
    """What one argument stands for."""
    if _remote.is_remote(path):
        return _elsewhere(path, is_read)
    try:
        if Path(path).is_dir():
            return _folder(path, is_read)
        Path(path).stat()
    except (OSError, ValueError) as error:
        return _absent(path, error, is_read)
    return _Found((str(Path(path)),))


def _elsewhere(path: str, is_read: Callable[[str], bool]) -> _Found:
    """What an address stands for."""
    try:
        listed, is_folder = _remote.search(path)
    except Refused as refusal:
        return _Found(problems=(_problem(path, refusal.message, refusal.hint),))
    if not is_folder:
        return _Found(tuple(listed), listed=listed)
    found = _sorted_out(path, listed, [], is_read)
    return _Found(found.files, found.problems, listed)


def _absent(path: str, error: Exception, is_read: Callable[[str], bool]) -> _Found:
    """What a path stands for that cannot be looked at as it is: a glob, or a problem."""
    if isinstance(error, FileNotFoundError) and has_magic(path):
        return _glob(path, is_read)
    return _Found(problems=(_problem(path, *why(path, error)),))


def why(path: str, error: Exception) -> tuple[str, str]:
    """In words, why a file cannot be opened, and what to do about it."""
    if isinstance(error, FileNotFoundError):
        if Path(path).is_symlink():
            target = shown(str(Path(path).readlink()))
            return f"is a broken link to {target}", "Mend the link or remove it."
        return "does not exist", "Check the spelling and the current folder."
    if isinstance(error, PermissionError):
        return "may not be read", f"Give yourself the right: chmod u+r {shown(path)}"
    if isinstance(error, OSError) and error.errno == ELOOP:
        return "is a link that leads to itself", "Mend the link or remove it."
    words = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {words}", "Check the file system and the spelling."


def _glob(pattern: str, is_read: Callable[[str], bool]) -> _Found:
    # `Path.glob` takes no absolute patterns.
    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207
    if not matches:
        hint = "Check the pattern; `**` matches any number of folders."
        return _Found(problems=(_problem(pattern, "matches no file", hint),))
    found = [_find(match, is_read) for match in matches]
    return _Found(
        tuple(path for one in found for path in one.files),
        tuple(problem for one in found for problem in one.problems),
    )


def _folder(path: str, is_read: Callable[[str], bool]) -> _Found:
    refusals: list[OSError] = []
    files = [file for file in _walk(path, refusals) if not _is_device(file)]
    problems = [_problem(e.filename, *why(e.filename, e)) for e in refusals]
    return _sorted_out(path, files, problems, is_read)


def _sorted_out(
    path: str,
    files: Collection[str],
    problems: list[Problem],
    is_read: Callable[[str], bool],
) -> _Found:
    """What is read of the files in a folder, and in what kinds the others are."""
    kept = tuple(file for file in files if is_read(file))
    skipped = _kinds(file for file in files if not is_read(file))
    if not kept and not problems:
        message = "holds nothing that can be read" + skipped
        hint = "Put text files into the folder, or name the files one by one."
        problems.append(_problem(path, message, hint))
    elif skipped:
        message = "holds files of kinds that no reader is for" + skipped
        hint = "Name such a file itself to have it tried."
        problems.append(Problem(shown(path), "read", message, hint, is_note=True))
    return _Found(kept, tuple(problems))


def _walk(path: str, refusals: list[OSError]) -> Iterator[str]:
    """Every file under the folder, hidden ones left out.

    Links to folders are followed last, and no folder is entered twice, so loops end and
    a file goes by its own name where it has one.
    """
    seen: set[str] = set()
    starts = deque([path])
    while starts:
        for root, folders, files in os.walk(starts.popleft(), onerror=refusals.append):
            real = os.path.realpath(root)
            folders[:] = sorted(_visible(folders)) if real not in seen else []
            if real not in seen:
                yield from (str(Path(root, name)) for name in sorted(_visible(files)))
            seen.add(real)
            inner = (Path(root, name) for name in folders)
            starts.extend(str(path) for path in inner if path.is_symlink())


def _visible(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("."))


def _is_device(path: str) -> bool:
    """Whether reading might never end: pipes, sockets, terminals."""
    mode = _stat(path)
    return mode is not None and not (S_ISREG(mode.st_mode) or S_ISDIR(mode.st_mode))


def _stat(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except OSError:
        return None


def _kinds(paths: Iterable[str]) -> str:
    """Suffixes and how many files have each: ": .png (2), .zip (1)"."""
    counts = Counter(suffix(path) for path in paths)
    listed = ", ".join(
        f"{kind or 'no suffix'} ({counts[kind]})" for kind in sorted(counts)
    )
    return f": {listed}" if listed else ""


def _each_once(paths: Iterable[str]) -> list[str]:
    """The paths sorted, one for each file: its own name before the name of a link."""
    best: dict[tuple[int, int] | str, str] = {}
    order = sorted(dict.fromkeys(paths), key=_preference)
    for path in order:
        found = _stat(path)
        best.setdefault((found.st_dev, found.st_ino) if found else path, path)
    return sorted(best.values())


def _preference(path: str) -> tuple[bool, int, str]:
    return Path(path).is_symlink(), len(path), path


def _problem(path: str, message: str, hint: str | None = None) -> Problem:
    return Problem(shown(path), "read", message, hint)
