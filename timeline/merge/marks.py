"""Numbers that tell one thing from another like it: Flight 370, the second blast."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from timeline.errors import LanguageError
from timeline.lang.table import table
from timeline.text.memory import Memory
from timeline.text.stems import content_stems, fold, stem

_TOKEN = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")

_ORDINAL = re.compile(r"(?P<number>\d{1,3})(?:st|nd|rd|th)")

_CODE = re.compile(r"(?P<head>[A-Z][A-Za-z]{0,9})[-–]?(?P<number>\d{1,6}[A-Za-z]?)")

_YEARS = range(1800, 2200)


def marks(text: str, language: str, counted: str = "") -> dict[str, frozenset[str]]:
    """Numbers that tell one thing from another like it, by the thing numbered.

    `counted` holds the figures of the text, which count and do not name.

    >>> marks("The second blast hit Flight 370.", "en")
    {'blast': frozenset({'2'}), 'flight': frozenset({'370'})}
    """
    if not any(map(_telling(language).__getitem__, text.split())):
        return {}  # Most texts number nothing.
    tokens = _TOKEN.findall(text)
    known = list(map(_numbers(language).__getitem__, tokens))
    found: dict[str, set[str]] = defaultdict(set)
    counts = frozenset(_TOKEN.findall(counted))
    for place, number in enumerate(known):
        if number is None:
            continue
        around = "".join(tokens[place - 1 : place]), "".join(tokens[place + 1 :][:1])
        for head, said in _marked(tokens[place], number, *around, language):
            if said not in counts:
                found[head].add(said)
    return {head: frozenset(numbers) for head, numbers in sorted(found.items())}


class _Number(Struct, frozen=True):
    """What a token says as a number: which one of several, of which head, or just so."""

    ordinal: str
    code: tuple[str, str] | None


@cache
def _numbers(language: str) -> Memory[_Number | None]:
    """What each token says as a number; None of those that say nothing."""
    return Memory(lambda token: _number(token, language))


@cache
def _telling(language: str) -> Memory[bool]:
    """Whether a token that stands between two blanks says something as a number."""
    known = _numbers(language)
    return Memory(lambda chunk: any(map(known.__getitem__, _TOKEN.findall(chunk))))


def _number(token: str, language: str) -> _Number | None:
    ordinals, calendar = _calendar(language)
    nth = _ORDINAL.fullmatch(fold(token))
    ordinal = nth["number"] if nth else ordinals.get(fold(token), "")
    code = _CODE.fullmatch(token)
    head = fold(code["head"]) if code else ""
    named = (head, code["number"]) if code and head not in calendar else None
    is_number = ordinal or named or token.isdecimal()
    return _Number(ordinal, named) if is_number else None


def _marked(
    token: str, number: _Number, before: str, following: str, language: str
) -> Iterator[tuple[str, str]]:
    """What is numbered by a token, and its number."""
    calendar = _calendar(language)[1]
    if number.ordinal and following and fold(following) not in calendar:
        yield stem(following), number.ordinal
    if number.code:
        yield number.code
    if not (before[:1].isupper() and token.isdecimal()) or fold(before) in calendar:
        return
    if int(token[:5]) not in _YEARS and content_stems(before, language):
        yield stem(before), token


@cache
def days(language: str) -> frozenset[str]:
    """The stems of weekdays, months and other words of dates."""
    return frozenset(map(stem, _calendar(language)[1]))


@cache
def _calendar(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """Ordinal words with their number, and the words that make a number a date."""
    try:
        words = table(language).words
    except LanguageError:
        return {}, frozenset()
    ordinals = {fold(word): str(n) for word, n in words.get("ordinal", {}).items()}
    kinds = ("month", "weekday", "wday", "unit", "units", "season", "part", "times")
    calendar = frozenset(
        fold(word).rstrip(".") for kind in kinds for word in words.get(kind, {})
    )
    return ordinals, calendar
