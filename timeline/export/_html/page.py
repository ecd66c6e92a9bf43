"""The page put together: template, style, script, and what the browser may do with it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from timeline.export._html import data, listing, sources
from timeline.model import Timeline
from timeline.wording import dates, marks, safe

TEMPLATE = "page.html.jinja"
STYLE = "style.css"
SCRIPTS = (
    *("calendar.js", "list.js", "filters.js"),
    *("shapes.js", "strip.js", "moving.js", "main.js"),
)
"""The parts of one script, in the order in which the browser reads them."""

_NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
"""Code points that no HTML document may hold."""


def page(timeline: Timeline, root: str) -> str:
    """The timeline as one HTML document, at the end of this way back to its sources."""
    shelf = marks.shelf(timeline)
    links = sources.links(timeline.documents, root)
    events = listing.events(timeline, shelf, links)
    style, script = _text(STYLE), "\n".join(map(_text, SCRIPTS))
    text = _template().render(
        title=safe.line(timeline.title) or "Timeline",
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(data.text(timeline, shelf)),
        span=dates.span_words(tuple(ranked.event.time for ranked in timeline.events)),
        months=listing.months(events),
        number=len(events),
        origins=len(timeline.origins),
        documents=tuple(sources.documents(timeline, shelf, links)),
        unplaced=sources.unplaced(timeline, shelf, links),
        problems=timeline.problems,
        meanings=listing.meanings(events),
        version=timeline.version,
    )
    return f"{text.strip()}\n"


def policy(style: str, script: str) -> str:
    """The content security policy: this style, this script, and nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def clean(value: object) -> object:
    """What is put into the page: text without characters that no page may hold."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if value.isascii() and value.isprintable():
        return value
    return _NO_CHARACTER.sub("\ufffd", safe.block(value))


@cache
def _template() -> Template:
    """The template. All that it is given is escaped, but for what is Markup."""
    environment = Environment(
        autoescape=True,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals |= {"plural": marks.plural, "problem_words": marks.problem}
    return environment.from_string(_text(TEMPLATE))


def _text(name: str) -> str:
    return files("timeline.export._html").joinpath(name).read_text("utf-8").strip()
