"""Forms of `timeline tag`, one file a form: `render(document, tagged, view) -> str`.

The file name is the name of the form.
"""

from collections.abc import Iterable, Iterator
from types import ModuleType

from timeline import plugs
from timeline.model import Document, Timex
from timeline.options import View
from timeline.timex import Tagged


def names() -> tuple[str, ...]:
    """The names of all forms, sorted."""
    return plugs.names(__name__)


def load(name: str) -> ModuleType:
    """The form of that name. UsageError if there is none."""
    return plugs.load(__name__, name)


def render(
    name: str, documents: Iterable[tuple[Document, Tagged]], view: View
) -> Iterator[str]:
    """The documents in that form, one after the other."""
    form = load(name)
    for document, tagged in documents:
        yield str(form.render(document, tagged, view))


def expressions(tagged: Tagged) -> tuple[Timex, ...]:
    """The expressions as TIMEX3 counts them: the two ends of a range are two."""
    return tuple(part for timex in tagged.timexes for part in timex.parts or (timex,))
