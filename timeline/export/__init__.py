"""Exporters, one file a format: `SUFFIX` and `render(timeline, view) -> str | bytes`.

The file name is the name of the format. Nothing but the timeline and the view reaches
an exporter, and it must accept every timeline.
"""

from types import ModuleType

from timeline import plugs
from timeline.errors import UsageError
from timeline.model import Timeline
from timeline.options import View


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return plugs.names(__name__)


def load(name: str) -> ModuleType:
    """The exporter of that name. UsageError if there is none."""
    if name not in names():
        raise UsageError(f"unknown format: {name}", f"formats: {', '.join(names())}")
    return plugs.load(__name__, name)


def for_suffix(suffix: str) -> str:
    """The format that writes files with this suffix. UsageError if none does."""
    known = {str(load(name).SUFFIX): name for name in names()}
    if suffix.lower() not in known:
        raise UsageError(
            f"no format writes {suffix or 'files without a suffix'}",
            f"suffixes: {', '.join(sorted(known))}; or say --format",
        )
    return known[suffix.lower()]


def render(name: str, timeline: Timeline, view: View) -> str | bytes:
    """The timeline in the format of that name."""
    rendered: str | bytes = load(name).render(timeline, view)
    return rendered
