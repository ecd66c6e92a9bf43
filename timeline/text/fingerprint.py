"""What is kept of a document once it is told: words, copies and credits, not its text."""

import re
import struct
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from zlib import crc32

from timeline.model import Document, DocumentRecord, Span
from timeline.patterns import any_of
from timeline.text.memory import Memory
from timeline.text.sentences import sentences
from timeline.text.stems import content_stems, fold

MAX_CHARACTERS = 1_000_000
"""Only so much of a text is looked at: longer ones are archives, not copies."""

MAX_TERMS = 4_000

SHINGLE_WORDS = 5

SKETCH = 128
"""Shingles kept. The error of a share estimated from them is about 1/sqrt(SKETCH)."""

MIN_SENTENCE_WORDS = 6
"""Shorter sentences ("No one was hurt.") are written twice by chance."""

_WORD = re.compile(r"\w+")

_WINDOW = 40
"""Characters looked at on either side of a name for what makes it a credit."""


def record(document: Document) -> DocumentRecord:
    """The document without its text: terms, sampled shingles, sentences, credits."""
    prose = _prose(document)[:MAX_CHARACTERS]
    return DocumentRecord(
        id=document.id,
        source=document.source,
        language=document.language,
        length=len(document.text),
        dct=document.dct,
        dct_basis=document.dct_basis,
        dct_confidence=document.dct_confidence,
        dct_evidence=document.dct_evidence,
        terms=tuple(sorted(content_stems(prose, document.language)[:MAX_TERMS])),
        shingles=_packed(_SHINGLE, shingles(prose)),
        sentences=_packed(_SENTENCE, sentence_hashes(document.text, document.skip)),
        agencies=agencies(prose),
        pages=tuple(_line(document.text, offset) for offset in document.pages),
    )


def shingles_of(record: DocumentRecord) -> tuple[int, ...]:
    """The hashes of `shingles` that a record keeps."""
    return _unpacked(_SHINGLE, record.shingles)


def sentences_of(record: DocumentRecord) -> tuple[int, ...]:
    """The hashes of `sentence_hashes` that a record keeps."""
    return _unpacked(_SENTENCE, record.sentences)


_SHINGLE, _SENTENCE = "I", "Q"
"""How the hashes are packed, by the letters of `struct`: in 4 and in 8 bytes."""


def _packed(kind: str, hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}{kind}", *hashes)


def _unpacked(kind: str, packed: bytes) -> tuple[int, ...]:
    count = len(packed) // struct.calcsize(f"<{kind}")
    return struct.unpack(f"<{count}{kind}", packed)


def _line(text: str, offset: int) -> int:
    """The line, from 1, that begins there, or next after it."""
    begins = offset == 0 or text[offset - 1] == "\n"
    return text.count("\n", 0, offset) + (1 if begins else 2)


def shingles(text: str) -> tuple[int, ...]:
    """The `SKETCH` smallest hashes of the text's word 5-grams, sorted, without repeats.

    Broder's bottom-k sketch: of two texts, the hashes below the smaller of their largest
    ones are a fair sample of all their shingles, so the share found in both estimates
    the share of text in both. A text shorter than five words is one shingle.
    """
    words = _folded_words(text).encode().split()
    grams = zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False)
    hashes = set(map(crc32, map(b" ".join, grams)))
    if words and not hashes:
        hashes = {crc32(b" ".join(words))}
    return tuple(_smallest(hashes))


def _smallest(hashes: set[int]) -> list[int]:
    """The `SKETCH` smallest, sorted. As they are spread evenly, few others are sorted."""
    bound = 3 * SKETCH * 2**31 // max(len(hashes), 1)
    low = [one for one in hashes if one < bound]
    return sorted(low if len(low) >= SKETCH else hashes)[:SKETCH]


def sentence_hashes(text: str, skip: tuple[Span, ...] = ()) -> tuple[int, ...]:
    """Hashes of the sentences of six words or more: case, accents, points ignored.

    Nothing in `skip` is part of a sentence.
    """
    return tuple(sorted(set(_sentence_hashes(text, skip))))


def agencies(text: str) -> tuple[str, ...]:
    """Names of the agencies the text credits, sorted. Being mentioned is no credit."""
    names = _table()["spellings"]
    found = {
        names[match["name"]]
        for match in _name_pattern().finditer(text)
        if _is_credit(text, match.start(), match.end())
    }
    return tuple(sorted(found))


def _prose(document: Document) -> str:
    """The author's words: the text without the document's skipped spans."""
    parts, start = [], 0
    for span in sorted(document.skip, key=lambda s: s.start):
        parts.append(document.text[start : max(start, span.start)])
        start = max(start, span.end)
    parts.append(document.text[start:])
    return " ".join(parts)


def _folded_words(text: str) -> str:
    """All words of a text, folded, with one blank between two."""
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def _cut(chunk: str) -> str:
    """The words of what stands between two blanks; no word reaches over one."""
    folded = fold(chunk)
    return folded if folded.isalnum() else " ".join(_WORD.findall(folded))


_FOLDED = Memory(_cut)


def _sentence_hashes(text: str, skip: tuple[Span, ...]) -> Iterator[int]:
    for span in sentences(text, skip):
        if span.end > MAX_CHARACTERS:
            return
        words = _folded_words(text[span.start : span.end])
        if words.count(" ") + 1 >= MIN_SENTENCE_WORDS:
            yield int.from_bytes(blake2b(words.encode(), digest_size=6).digest())


def _is_credit(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    credit = _credit_patterns()
    return any(pattern.search(before) for pattern in credit["before"]) or any(
        pattern.match(after) for pattern in credit["after"]
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    """Spelling to name, and the cue words of all languages, from `agencies.toml`."""
    rows = tomllib.loads(
        files(__package__).joinpath("agencies.toml").read_text("utf-8")
    )
    return {
        "spellings": {s: name for name, group in rows["names"].items() for s in group},
        **{
            side: {cue: lang for lang, cues in rows[side].items() for cue in cues}
            for side in ("before", "after", "between")
        },
    }


def _alternatives(words: dict[str, str]) -> str:
    """A pattern for any of the words, longest first."""
    return any_of(_longest_first(words))


def _longest_first(words: dict[str, str]) -> list[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]


@cache
def _name_pattern() -> re.Pattern[str]:
    """Any name as a whole. Its first letter comes first: so `re` skips to that."""
    names = _longest_first(_table()["spellings"])
    whole = any_of(rf"{name[0]}(?<!\w{name[0]}){name[1:]}" for name in names)
    return re.compile(rf"(?P<name>{whole})(?!\w)")


@cache
def _credit_patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    table = _table()
    between = rf"(?:\s+(?:{_alternatives(table['between'])}))*"
    cue = rf"(?<!\w)(?:{_alternatives(table['before'])}){between}:?\s+$"
    return {
        "before": (
            re.compile(cue, re.IGNORECASE),
            re.compile(r"[(\[/©]\s*(?:the\s+)?$", re.IGNORECASE),
            re.compile(r"(?:^|[.\n”\"])\s*[-–—]+\s*$"),
        ),
        "after": (
            re.compile(rf"\s+(?:{_alternatives(table['after'])})(?!\w)", re.IGNORECASE),
            re.compile(r"\)?\s*[-–—]{1,2}\s"),
        ),
    }
