"""The words of a language as tokens meet them: surface form to classes and values."""

import re
from collections.abc import Iterable
from functools import cache

from timeline.lang.table import Prefix, Rule, Table, Value, table
from timeline.timex.grammar import Automaton, Element, flatten
from timeline.timex.joints import joints
from timeline.timex.numerals import numeric
from timeline.timex.senses import Sense

CAPITALISED = frozenset({"{month}", "{weekday}", "{wday}", "{weekdays}"})
"""Classes whose words never stand in lower case, except by mistake."""

TILE = re.compile(
    r"""FY(?:\d{4}|\d\d)(?!\w)
    |[^\W\d_]{2,}+
    |[QH][1-4](?!\w)
    |[1-4]Q(?:20)?\d\d(?!\w)
    |[^\W\d_](?:(?:\.[^\W\d_])+\b\.?)?
    |\d{4}-\d\d-\d\dT[\d:.,]*\d(?:Z|[+-]\d\d:?\d\d)?
    |\d{4}-W\d\d(?:-\d)?
    |\d\d?/\d{4}(?=[-–]\d\d?/\d{4}(?!\d))
    |\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:\d\d:\d\d
    |\d{8}T\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)
    |\d\d:\d\d(?:(?::\d\d(?:[.,]\d+)?)?Z|:\d\d(?:[.,]\d+)?[+-]\d\d:?\d\d)(?![\w:])
    |\d+(?:[.,:/\-–]\d+)*(?:[ap]\.m\.?|['’]s(?![^\W\d_])|[^\W\d_]+)?
    |['’‘]\d\d(?:s(?![^\W\d_]))?(?![\d,.]\d|\w)
    |[^\w'’‘]+
    |.""",
    re.VERBOSE | re.DOTALL,
)
"""A word or number, or what lies between; blanks stand around chunks."""

_AROUND = '.,;:!?()[]"“”»«'

_BEFORE_NUMBER = frozenset("$€£¥§#@/\\-+.,:_=&*%'’^<>")
"""A number right after one of these is no date: prices, paths, versions, identifiers."""

_AFTER_NUMBER = frozenset("%°€$£_@=\\/+#*")

_YEAR = 4
"""Figures of a year."""

_WORD_BEFORE = re.compile(r"[^\W\d_]+$")

_KEY = re.compile(r"(?:[^\n]*\n)?[\w.@-]+=\"?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d:")
"""Dates and times as logs have them behind a key: "time=2031-05-03T14:05:01Z"."""

_MONTH = re.compile(r"\b\d\d?/\d{4}$")
"""The month before the mark of "09/1999-12/2007"."""

_MONTHLY = 7
"""Characters of such a month, at most."""

_STRESS = "*_"
"""Marks of Markdown around words that are stressed."""

_MARKED = ("'", "’", "‘", "FY")
"""What stands before the figures of a short or a fiscal year."""

KNOWN, ANCHORED = 1, 2
"""Marks of a chunk: it has a word that some rule knows; it has an anchor."""

_OF_TENSE = (
    "future planned possible scheduled past infinitive asks arranged timetabled done_after"
    " invites foretold done"
).split()
"""Cue lists of which one must hold a word that tells a tense."""

MAX_KEPT = 200_000
"""Chunks remembered before the memory is cleared: hostile text has endless new ones."""

MAX_CHUNK, MAX_NUMBER = 64, 40
"""Longer chunks are not remembered, longer numbers are none."""


class Entry:
    """What a token is: its symbol in the automaton and its value in each class."""

    __slots__ = ("anchor", "dotted", "number", "numeric", "symbol", "values")

    def __init__(
        self, symbol: int, values: dict[str, Value | tuple[int, ...] | float]
    ) -> None:
        self.symbol = symbol
        self.values = values
        self.dotted = False
        self.numeric = False
        self.anchor = False
        self.number = "{number}" in values or "{ordinal}" in values


Piece = tuple[int, int, Entry]
"""A token in its chunk: half-open offsets, and what it can be."""


class Lexicon:
    """Automaton, words and rules of one language, ready for finding."""

    def __init__(self, language: Table) -> None:
        self.rules: tuple[Rule | Prefix, ...] = (*language.rule, *language.prefix)
        self.cues = {name: frozenset(words) for name, words in language.cues.items()}
        self.cues["tense"] = frozenset().union(*(self.cues[name] for name in _OF_TENSE))
        self.joints = joints(self.cues)
        self.number_gaps = {" ", "-", *(f" {w} " for w in self.cues["number_and"])}
        self.says = language.says
        self.automaton = Automaton(
            (
                (i, rule.pattern, isinstance(rule, Rule) and rule.meaning != "nothing")
                for i, rule in enumerate(self.rules)
            ),
            language.phrases,
        )
        self.words = self._words(language)
        self._memory = _Memory(self)
        self._numbers: dict[str, Entry | None] = {}
        self.senses: dict[tuple[int, str], Sense | None] = {}

    def _words(self, language: Table) -> dict[str, Entry]:
        values: dict[str, dict[str, Value]] = {}
        dotted: set[str] = set()
        phrased = (
            phrase for phrases in language.phrases.values() for phrase in phrases
        )
        literals = self.automaton.words | {
            item.label
            for phrase in phrased
            for flat in flatten(phrase, {})
            for item in flat
            if isinstance(item, Element)
        }
        rows: list[tuple[str, str, Value]] = [
            (word, word, 0) for word in sorted(literals)
        ]
        rows += [
            ("{" + kind + "}", word, value)
            for kind, words in language.words.items()
            for word, value in words.items()
        ]
        for label, word, value in rows:
            is_name = label in CAPITALISED and (
                word in self.cues["common"] or word.endswith(".")
            )
            for surface in _surfaces(word, is_name):
                values.setdefault(surface, {})[label] = value
                if word.endswith(".") and word.count(".") == 1:
                    dotted.add(surface)
        entries = {
            surface: self.entry(_derived(found)) for surface, found in values.items()
        }
        for surface in dotted:
            entries[surface].dotted = True
        for entry in entries.values():
            # "Nineteen ninety-seven" is spelt with numbers only.
            entry.anchor = entry.anchor or entry.values.get("{number}") in (
                17,
                18,
                19,
                20,
            )
        return entries

    def entry(self, values: dict[str, Value | tuple[int, ...] | float]) -> Entry:
        """An entry with the symbol for these classes."""
        made = Entry(self.automaton.symbol(frozenset(values)), values)
        made.anchor = not self.automaton.anchors.isdisjoint(values)
        return made

    def marks(self, chunks: list[str]) -> bytes:
        """For each chunk between blanks: 0, KNOWN or ANCHORED."""
        if len(self._memory) > MAX_KEPT:
            self._memory = _Memory(self)
        return bytes(map(self._memory.__getitem__, chunks))

    def pieces(self, chunk: str) -> tuple[Piece, ...]:
        """The tokens of a chunk that has a mark."""
        return self._memory.pieces.get(chunk) or self.cut(chunk)

    def cut(self, chunk: str) -> tuple[Piece, ...]:
        """What some rule can use of the text between two blanks."""
        core = chunk.strip(_AROUND)
        if core.isalpha():
            entry = self.words.get(core)
            start = chunk.index(core)
            return (
                (self._piece(chunk, start, start + len(core), entry),) if entry else ()
            )
        found: list[Piece] = []
        for tile in TILE.finditer(chunk):
            entry = self.word(tile[0])
            if entry is None or (entry.numeric and not _is_free(chunk, *tile.span())):
                continue
            found.append(self._piece(chunk, *tile.span(), entry))
        return tuple(found)

    def _piece(self, chunk: str, start: int, end: int, entry: Entry) -> Piece:
        dotted = entry.dotted and chunk[end : end + 1] == "."
        return start, end + dotted, entry

    def word(self, tile: str) -> Entry | None:
        """What a tile without its blank can be, or None."""
        entry = self.words.get(tile)
        if entry is None and (tile[:1].isdigit() or tile.startswith(_MARKED)):
            return self.number(tile)
        return entry

    def number(self, text: str) -> Entry | None:
        """What a token that begins with a digit, an apostrophe or "FY" can be, or None."""
        if text in self._numbers:
            return self._numbers[text]
        values = numeric(text) if len(text) < MAX_NUMBER else {}
        found = self.entry(values) if values else None
        if found is not None:
            found.numeric = True
        if len(self._numbers) > MAX_KEPT:
            self._numbers.clear()
        self._numbers[text] = found
        return found


class _Memory(dict[str, int]):
    """Chunks met so far; a new one is worked out the first time that it is met."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self._lexicon = lexicon
        self.pieces: dict[str, tuple[Piece, ...]] = {}

    def __missing__(self, chunk: str) -> int:
        pieces = self._lexicon.cut(chunk)
        mark = 0
        if pieces:
            mark = ANCHORED if any(entry.anchor for _, _, entry in pieces) else KNOWN
        if len(chunk) < MAX_CHUNK:
            self[chunk] = mark
            if pieces:
                self.pieces[chunk] = pieces
        return mark


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that has a table."""
    return Lexicon(table(language))


def _surfaces(word: str, capitalised: bool) -> Iterable[str]:
    """The spellings of a table word in running text."""
    bare = word.removesuffix(".") if word.count(".") == 1 else word
    spellings = [bare.capitalize(), bare.upper()]
    return dict.fromkeys(spellings if capitalised else [bare, *spellings])


def _derived(values: dict[str, Value]) -> dict[str, Value | tuple[int, ...] | float]:
    """Classes that follow from others: an ordinal up to 31 can be a day of a month."""
    found: dict[str, Value | tuple[int, ...] | float] = dict(values)
    unit = values.get("{unit}") or values.get("{units}")
    if unit:
        found["{span}"] = unit
    ordinal = values.get("{ordinal}")
    if isinstance(ordinal, int) and ordinal <= 31:
        found["{day}"] = found["{dayth}"] = ordinal
    return found


def _is_free(chunk: str, start: int, end: int) -> bool:
    """Whether a numeric token's neighbours leave it a number of its own."""
    before = chunk[start - 1] if start else " "
    if chunk[start] in "'’" and end - start == 3:
        return True  # "Q4'22"
    if before in "[(" and start > 1 and chunk[start - 2].isalnum():
        return False  # "sshd[1984]"
    if not chunk[:start].rpartition("\n")[2].strip(_STRESS):
        before = " "  # "**3 May 2031**"
    joint = _is_joint(chunk, start, end)
    if (before in _BEFORE_NUMBER and not joint) or before.isalnum():
        return False
    stressed = not chunk[end:].partition("\n")[0].strip(_STRESS + _AROUND)
    return stressed or chunk[end] not in _AFTER_NUMBER


def _is_joint(chunk: str, start: int, end: int) -> bool:
    """Whether the mark before a number joins it to a word: "mid-1990s", "ended.5 May", or
    to the key of a log.

    Behind a hyphen a day needs a month: "Jan-06", not "gate-1".
    """
    mark = chunk[start - 1]
    if mark in '="' and _KEY.fullmatch(chunk, 0, start):
        return _STAMP.match(chunk, start, end) is not None
    two_before = chunk[start - 2] if start > 1 else " "
    near = max(0, start - 1 - _MONTHLY)
    is_month = mark == "-" and "/" in chunk[start:end]
    if is_month and _MONTH.search(chunk, near, start - 1):
        return True
    if mark == "-":
        word = _WORD_BEFORE.search(chunk, 0, start - 1)
        is_short = end - start < _YEAR and chunk[start:end].isdigit()
        if is_short and word and not word[0][0].isupper():
            return False
        return two_before.isalpha() or two_before == "-"
    return mark in ".,:'’" and (two_before.isalpha() or two_before in ' \n\t)”"')
