"""The time words of one locale, folded, and the questions asked of them."""

from collections.abc import Iterator

from msgspec import Struct

from timeline.lang.locales import Locale

Frames = tuple[tuple[int, tuple[str, ...]], ...]
"""How far off, and the frames that say so."""

_SAME = str.maketrans("’ʼ‘`şţ", "''''șț")
"""Spelt differently, meant the same; letter for letter, so that offsets stay."""


class Frame(Struct, frozen=True):
    """What may stand around a number and a unit: "hace {2} {días}", "{2} {дня} назад".

    `follows` is true where it is counted from what was told last: "{2} {días} después".
    """

    befores: tuple[str, ...]
    afters: tuple[str, ...]
    sign: int
    units: dict[str, str]
    follows: bool = False


class Vocabulary(Struct, frozen=True):
    """Names to numbers (months from 1, weekdays from 0), phrases and what else there is.

    `short` are abbreviated names. `phrases` maps fixed phrases to "-1 day NI" (amount,
    unit, part of day). `own_numbers` is a pattern of number words whose values only the
    locale's own parser knows.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    short: frozenset[str]
    phrases: dict[str, str]
    frames: tuple[Frame, ...]
    own_numbers: str
    order: str
    is_spaced: bool
    more: Locale

    @property
    def units(self) -> dict[str, str]:
        """Forms of units to the unit, as they are counted."""
        return self.frames[0].units if self.frames else {}


def fold(text: str) -> str:
    """Lower case with one kind of apostrophe, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_SAME)


def plain(words: str) -> str:
    """A word or phrase as the vocabulary has it: single spaces, no full stop."""
    return " ".join(words.rstrip(".").split()).replace("' ", "'")


def leads(more: Locale) -> dict[str, int]:
    """What stands before a weekday, a date or a unit, and which way it points."""
    return {
        frame[:-1].strip(): sign for frame, sign in _framed(more) if frame[-1] == "~"
    }


def trails(more: Locale) -> dict[str, int]:
    """What stands after a weekday, a date or a unit, and which way it points."""
    return {frame[1:].strip(): sign for frame, sign in _framed(more) if frame[0] == "~"}


def _framed(more: Locale) -> Iterator[tuple[str, int]]:
    yield from ((frame, -1) for frame in more.last)
    yield from ((frame, 1) for frame in more.next)
    yield from ((frame, -2) for frame in more.before_last)
    yield from ((frame, 2) for frame in more.after_next)


def around(frames: Frames) -> tuple[dict[str, int], dict[str, int]]:
    """Words before "~" and words behind it to what their frame counts."""
    before = {f[:-1].strip(): n for n, fs in frames for f in fs if f[-1] == "~"}
    behind = {f[1:].strip(): n for n, fs in frames for f in fs if f[0] == "~"}
    return before, behind


def pointed(more: Locale) -> Frames:
    """Frames of the last, this and the next one, counted from the document's date."""
    near = (-1, more.last), (0, more.this), (1, more.next)
    return (-2, more.before_last), *near, (2, more.after_next)


def told(more: Locale) -> Frames:
    """Frames of the one before, the same and the next, counted from what was told."""
    return (-1, more.preceding), (0, more.same), (1, more.following)


def rows(table: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Words of rows to the number of their row, from one on."""
    return {plain(word): i for i, words in enumerate(table, 1) for word in words}


def keyed(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Words of a table to their key."""
    return {plain(word): key for key, words in table.items() for word in words}


def framed_units(more: Locale) -> dict[str, str]:
    """Forms of units that may be last or next."""
    rows = (("week", more.week), ("month", more.month), ("year", more.year))
    return {word: unit for unit, words in rows for word in words}


def parts(more: Locale) -> dict[str, str]:
    """Words for a part of the day to its TIMEX3 code."""
    return {word: code for code, words in more.parts.items() for word in words}


def mods(more: Locale) -> dict[str, str]:
    """Words for the beginning, middle and end to their TIMEX3 mods."""
    rows = (("START", more.start), ("MID", more.mid), ("END", more.end))
    return {word: mod for mod, words in rows for word in words}


def numbers(more: Locale) -> dict[str, int]:
    """Number words to their values."""
    return rows(more.numbers) | {w: int(n) for w, n in keyed(more.counts).items()}


def roughly(more: Locale) -> dict[str, int]:
    """Number words that are about so much to their values."""
    return {word: int(n) for word, n in keyed(more.roughly).items()}
