"""From bytes to text, offsets holding: line ends and byte order marks are kept."""

import codecs
import re
from itertools import pairwise

from timeline.lang.detect import SAMPLE, all_code_pages, code_pages, recognize
from timeline.read._refused import Refused

BOM = "\ufeff"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (
        codecs.BOM_UTF32_LE,
        "utf-32-le",
    ),  # begins like the mark of UTF-16, so comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NUL_ZONE = 8_000
"""Bytes in which a NUL means binary; git decides the same way. Log files that lost power
have NULs further on."""

_SAMPLE = 64_000
"""Bytes that an encoding is guessed from. Enough for the statistics, quick at any size."""

_CONTROLS = bytes({*range(32), 127} - {*b"\b\t\n\v\f\r\x1b"})
_CONTROL_SHARE = 0.05
_UNDECODABLE_SHARE = 0.3

_SURE = 3
"""Known words in the decoded sample from which a guess is as good as certain."""

_BINARY = Refused(
    "is a binary file, not text", "Convert it to text, or leave it out of the folder."
)
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s'’./,:;()⺀-￯-](?=[^\W\d_])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a file, and a note where its encoding is unsure. Refused if binary."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if _is_binary(data):
        raise _BINARY
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        start = max(0, error.start - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    if _is_damaged_utf8(sample):
        return _replaced(data, "utf-8")
    return _guessed(data, sample)


def _marked(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        return _replaced(data, encoding)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in data[:_NUL_ZONE] or controls > _CONTROL_SHARE * len(sample)


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether most of what is not ASCII is well-formed UTF-8, which is no accident."""
    text = sample.decode("utf-8", "replace")
    return len(_NOT_ASCII.findall(text)) >= 2 * text.count("\ufffd")


def _replaced(data: bytes, encoding: str) -> tuple[str, str | None]:
    text = data.decode(encoding, "replace")
    count = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    return text, f"is damaged {encoding.upper()}: {count} places could not be decoded"


def _guessed(data: bytes, sample: bytes) -> tuple[str, str | None]:
    encoding, is_sure = _guess(sample)
    text = data.decode(encoding, "replace")
    return (
        text,
        None if is_sure else f"does not say its encoding; {encoding} is a guess",
    )


def _guess(sample: bytes) -> tuple[str, bool]:
    """The likeliest 8-bit encoding, and whether the text so read makes sense.

    The statistics leave several sister encodings of nearly equal merit (they read French
    as Baltic); the words of the text and the custom of its language decide among them.
    """
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=[*all_code_pages()], threshold=0.3)
    pages = [
        page
        for match in found
        for page in (match.encoding, *match.could_be_from_charset)
    ]
    if not pages:
        return _last_resort(sample), False
    language, _ = recognize(sample.decode(pages[0], "replace"))
    merits = {page: _merit(sample, page) for page in (*pages, *code_pages(language))}
    best = max(merits, key=lambda page: merits[page])
    is_usual, sense, _ = merits[best]
    return best, is_usual and sense >= _SURE


def _merit(sample: bytes, encoding: str) -> tuple[bool, int, int]:
    """Whether the language so read uses the encoding; how much sense it makes; rank."""
    text = sample.decode(encoding, "replace")[:SAMPLE]
    language, words = recognize(text)
    usual = code_pages(language)
    rank = usual.index(encoding) if encoding in usual else len(usual)
    return encoding in usual, words - _oddities(text), -rank


def _oddities(text: str) -> int:
    """Capitals and symbols within words, as in "d\u00c8j\u2021": signs of a wrong encoding."""
    camels = sum(a.islower() and b.isupper() for a, b in pairwise(text))
    return camels + len(_SYMBOL_IN_WORD.findall(text)) + 3 * text.count("\ufffd")


def _last_resort(sample: bytes) -> str:
    """An encoding that keeps at least the ASCII. Refused if there is too little of it."""
    if len(sample.decode("ascii", "ignore")) < (1 - _UNDECODABLE_SHARE) * len(sample):
        raise _BINARY
    return "cp1252"
