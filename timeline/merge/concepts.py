"""Words for one class of action, made one."""

from collections.abc import Iterable, Mapping
from functools import cache
from sys import intern

from timeline.lang.cues import cues
from timeline.text.memory import Memory
from timeline.text.stems import stem


def concepts(terms: Iterable[str], language: str) -> frozenset[str]:
    """Terms with all words for one class of action made one: who is held is arrested.

    >>> concepts(("detain", "mayor"), "en") == concepts(("arrest", "mayor"), "en")
    True
    """
    return frozenset(map(_concepts(language).__getitem__, terms))


@cache
def _concepts(language: str) -> Memory[str]:
    """Each term to its concept. Interned, since sets of them are compared very often."""
    kinds = _kinds(language)
    return Memory(lambda term: intern(kinds.get(term, term)))


@cache
def _kinds(language: str) -> Mapping[str, str]:
    """The stem of every word for an action to the class, marked as one: "=arrest"."""
    found: dict[str, str] = {}
    for form, name in cues(language).classes.items():
        found.setdefault(stem(form), f"={name}")
    return found


def concept(action: str) -> str:
    """The class of an action, marked as `concepts` marks it."""
    return intern(f"={action}")


def is_concept(term: str) -> bool:
    """Whether a term stands for all words of a class of action."""
    return term.startswith("=")


@cache
def classes(language: str) -> frozenset[str]:
    """All classes of action that the words of a language are put to, marked."""
    return frozenset(_kinds(language).values())
