"""Markdown, with or without front matter.

Marks of headings, code and links stay in the text: offsets must hold. Of the front
matter only lines `key: value` are read; a full YAML parser would turn dates into values
before anyone can see how they were written, and would not tell where they stand.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from timeline.model import Hint, Problem, RawDocument, Span
from timeline.read._decode import decode
from timeline.read._source import mark, remarks, source

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_LONGEST = 20_000
"""Characters within which front matter must end; else the line is a rule, not its start."""

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_LINE = re.compile(
    r"^(?P<key>\w[\w -]{0,40}?)[ \t]*:[ \t]+(?P<value>\S(?:.*\S)?)\s*?$", re.MULTILINE
)
_QUOTED = re.compile(r"""(?P<quote>["'])(?P<value>[^"']*)(?P=quote)""")
_COMMENT = re.compile(r"\s#")
_HEADING = re.compile(r"\ufeff?\s*# +(?P<title>\S.{0,300})")

_DATES = {
    "published": "published",
    "date-published": "published",
    "datepublished": "published",
    "publish-date": "published",
    "publishdate": "published",
    "publication-date": "published",
    "published-at": "published",
    "pubdate": "published",
    "date": "date",
    "created": "date",
    "updated": "updated",
    "date-modified": "updated",
    "modified": "updated",
    "last-modified": "updated",
    "lastmod": "updated",
}
"""Keys that date a document, by the name that the hint gets."""

_PUBLISHERS = ("publisher", "source", "site", "author")
_LANGUAGES = ("language", "lang")


class _Entry(Struct, frozen=True):
    """One line of front matter. `span` is that of the value in the text."""

    key: str
    value: str
    span: Span


def sniff(data: bytes) -> bool:
    """Whether it begins with the line that opens front matter."""
    return re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n\w[\w -]*:", data) is not None


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The file as it is, its front matter set aside."""
    text, note = decode(data)
    yield from remarks(uri, note)
    front = _FRONT_MATTER.match(text, 0, _LONGEST)
    entries = tuple(_entries(text, front)) if front else ()
    body = front.end() if front else 0
    title = _first(entries, ["title"]) or _heading(text, body)
    publisher = _first(entries, _PUBLISHERS)
    yield RawDocument(
        source(uri, "markdown", data, title, publisher),
        text,
        _first(entries, _LANGUAGES),
        tuple(_hints(entries)),
        (Span(*front.span()),) if front else mark(text),
    )


def _entries(text: str, front: re.Match[str]) -> Iterator[_Entry]:
    for line in _LINE.finditer(text, *front.span("lines")):
        value, start = _scalar(line["value"]), line.start("value")
        if value:
            start += line["value"].index(value)
            key = re.sub(r"[ _]", "-", line["key"].lower())
            yield _Entry(key, value, Span(start, start + len(value)))


def _scalar(written: str) -> str:
    """The value without its quotes, or without the comment after it."""
    quoted = _QUOTED.match(written)
    return quoted["value"] if quoted else _COMMENT.split(written)[0].rstrip()


def _hints(entries: Iterable[_Entry]) -> Iterator[Hint]:
    for entry in entries:
        if entry.key in _DATES:
            yield Hint("front-matter", _DATES[entry.key], entry.value, entry.span)


def _first(entries: Iterable[_Entry], keys: Iterable[str]) -> str | None:
    """The value of the first of the keys that is there."""
    values = {entry.key: entry.value for entry in entries}
    return next((values[key] for key in keys if key in values), None)


def _heading(text: str, start: int) -> str | None:
    """The title of the first-level heading that the text begins with."""
    found = _HEADING.match(text, start)
    return found["title"].rstrip("# \t\r") if found else None
