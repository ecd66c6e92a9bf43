"""Regular expressions made of tables: any of many words, found in few steps."""

from collections.abc import Iterable
from itertools import groupby


def any_of(patterns: Iterable[str]) -> str:
    """A pattern for the first of the given ones that fits, to be put in brackets.

    It finds what they find joined by "|". But those that begin with one letter share it:
    so of hundreds only the few are tried that begin as the text does.
    """
    parted = groupby(patterns, key=_begins_with_letter)
    return "|".join(
        _sharing(list(group)) if begins else "|".join(group) for begins, group in parted
    )


def _begins_with_letter(pattern: str) -> bool:
    """Whether it begins with a letter that must be there."""
    bare = pattern[1:2] not in ("?", "*", "+", "{") and "|" not in pattern
    return pattern[:1].isalpha() and bare


def _sharing(patterns: list[str]) -> str:
    """The patterns with their first letters outside of brackets."""
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())
