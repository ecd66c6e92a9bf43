"""A document as the rungs look at it: its first lines, its last lines, its language."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from timeline.dct.labels import quoted_start
from timeline.model import RawDocument, Span
from timeline.options import Options

_HEAD_LINES = 10
_FOOT_LINES = 6

_HEAD_SIZE = 20_000
_FOOT_SIZE = 4_000
"""Characters in which those lines are looked for."""

_LINE_SIZE = 300
"""Characters kept of a line: what says a date stands at the start of a long one."""

# Starting at line starts only keeps this linear in texts that are all blanks.
_LINE = re.compile(r"(?<![^\r\n\ufeff])[^\S\r\n]*\S[^\r\n]*")
_MAIL_BLOCK = re.compile(
    r"(?:(?P<name>[A-Z][\w-]{0,40}):[ \t][^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*\r?\n){2,60}"
)
_MAIL_NAME = re.compile(
    r"^(?:From|To|Sent|Subject|Received|Message-I[Dd]):", re.MULTILINE
)


_COMMITS = re.compile(r"\s*commit [0-9a-f]{7,64}\b[^\n]*\n(?:[A-Z]\w+:[ ])")
"""How the log of a program begins: its dates are those of its changes, one by one."""

_RECORD = re.compile(
    r"(?P<file>.+?\.(?:jsonl|ndjson|csv|tsv))#.+", re.DOTALL | re.IGNORECASE
)


class Line(Struct, frozen=True):
    """A line with something in it. `text` is cut where the line is long."""

    text: str
    span: Span

    @property
    def is_whole(self) -> bool:
        """Whether `text` is all of it."""
        return len(self.text) == self.span.end - self.span.start


class Page(Struct, frozen=True):
    """`mail` is the block of mail headers that the text begins with, line by line."""

    raw: RawDocument
    options: Options
    language: str
    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    mail: tuple[Line, ...] = ()


def page(raw: RawDocument, options: Options, language: str) -> Page:
    """The document's lines that may say its date; none of front matter or quoted mail."""
    start = body_start(raw)
    text = raw.text[: quoted_start(raw.text)]
    end = min(start + _HEAD_SIZE, len(text))
    block = _MAIL_BLOCK.match(raw.text, start, end)
    mail: tuple[Line, ...] = ()
    if block and _MAIL_NAME.search(block[0]):
        mail = tuple(_lines(raw.text, *block.span()))
    if _COMMITS.match(raw.text, start):
        return Page(raw, options, language, (), ())
    first = tuple(islice(_lines(raw.text, start, end), _HEAD_LINES))
    head = max(mail, first, key=len)
    foot = _foot(text, head[-1].span.end if head else start)
    return Page(raw, options, language, head, foot, mail)


def file_of(uri: str) -> str:
    """The path of the file that a uri names, without the name of a record in it."""
    record = _RECORD.fullmatch(uri)
    return record["file"] if record else uri


def body_start(raw: RawDocument) -> int:
    """Where the text begins, after a byte order mark and front matter."""
    return raw.skip[0].end if raw.skip and raw.skip[0].start == 0 else 0


def _foot(text: str, head_end: int) -> tuple[Line, ...]:
    start = max(head_end, len(text) - _FOOT_SIZE)
    return tuple(_lines(text, start, len(text)))[-_FOOT_LINES:]


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for found in _LINE.finditer(text, start, end):
        yield Line(found[0][:_LINE_SIZE], Span(*found.span()))
