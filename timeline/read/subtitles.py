"""Subtitles: what is said, without the numbers and times of its pieces.

When a piece is shown says nothing of when what it tells took place.
"""

import re
from collections.abc import Iterator

from timeline.model import Problem, RawDocument
from timeline.read._decode import BOM, decode
from timeline.read._source import remarks, source

SUFFIXES = (".srt", ".vtt")

_CUE = re.compile(
    r"^(?:[^\n]*\n)?[ \t]*(?:\d+:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[^\n]*\n"
    r"(?P<words>(?:[^\n]*\S[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
_TAG = re.compile(r"<[^<>\n]{0,80}>|\{\\[^{}\n]{0,40}\}")
_ENDS = (".", "!", "?", "…", '"', "”", "]", ")", "♪")


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The words of all pieces; a line for each that ends a sentence."""
    text, note = decode(data)
    yield from remarks(uri, note)
    said = "".join(_pieces(text.removeprefix(BOM).replace("\r\n", "\n")))
    yield RawDocument(source(uri, "subtitles", data), said.strip() + "\n")


def _pieces(text: str) -> Iterator[str]:
    """What each piece says, and whether the next one goes on with it."""
    for cue in _CUE.finditer(text):
        words = " ".join(_TAG.sub("", cue["words"]).split())
        if words:
            yield words + ("\n" if words.endswith(_ENDS) else " ")
