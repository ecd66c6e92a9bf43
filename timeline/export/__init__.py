"""Exporters, one file a format: `SUFFIX` and `render(timeline, view) -> str | bytes`.

The file name is the name of the format. Nothing but the timeline and the view reaches
an exporter, and it must accept every timeline. It may also have

- `losses(timeline, view)`: what the format cannot say of this timeline, a line each;
- `pieces(timeline, view)`: the same bytes one after the other, where they may be many;
- `NEEDS`: the package it cannot do without, and the extra that brings it;
- `IS_BINARY = True`, if what it makes is no text.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType

from timeline import plugs
from timeline.errors import MissingExtra, UsageError
from timeline.model import Timeline
from timeline.options import View


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return plugs.names(__name__)


def load(name: str) -> ModuleType:
    """The exporter of that name. UsageError if there is none."""
    return plugs.load(__name__, name)


def for_file(file: str) -> str:
    """The format that writes files of this name: that with the longest fitting suffix.

    UsageError if none does.
    """
    known = {str(load(name).SUFFIX): name for name in names()}
    fitting = [suffix for suffix in known if file.lower().endswith(suffix)]
    if not fitting:
        dot = file.rpartition(".")
        raise UsageError(
            f"no format writes {f'.{dot[2]}' if dot[1] else 'files without a suffix'}",
            f"suffixes: {', '.join(sorted(known))}; or say --format",
        )
    return known[max(fitting, key=len)]


def check(name: str) -> None:
    """Raise MissingExtra if a package that the format needs is not there."""
    package, extra = getattr(load(name), "NEEDS", ("", ""))
    if package and find_spec(package) is None:
        raise MissingExtra(f"the format {name}", extra)


def is_binary(name: str) -> bool:
    """Whether the format is nothing to read as text."""
    return bool(getattr(load(name), "IS_BINARY", False))


def render(name: str, timeline: Timeline, view: View) -> str | bytes:
    """The timeline in the format of that name."""
    check(name)
    rendered: str | bytes = load(name).render(timeline, view)
    return rendered


def pieces(name: str, timeline: Timeline, view: View) -> Iterator[bytes]:
    """The same as bytes, one piece after the other where the format has pieces."""
    check(name)
    make = getattr(load(name), "pieces", None)
    if make:
        yield from make(timeline, view)
        return
    data = render(name, timeline, view)
    yield data.encode("utf-8", "replace") if isinstance(data, str) else data


def losses(name: str, timeline: Timeline, view: View) -> tuple[str, ...]:
    """What the format cannot say of this timeline, a line each."""
    say = getattr(load(name), "losses", None)
    return tuple(say(timeline, view)) if say else ()
