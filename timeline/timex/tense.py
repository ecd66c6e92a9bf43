"""Which way a clause looks, from the words around a time expression.

No tagger: the nearest cue to the left in the sentence decides, else the nearest to the
right. A participle after a modal ("will be held") looks ahead.
"""

import re
from collections.abc import Mapping

PAST, UNKNOWN, FUTURE = -1, 0, 1

_REACH = 160
"""Characters looked at on each side; a clause is seldom longer."""

_WORD = re.compile(r"['’]?[^\W\d_]+")
_BREAK = re.compile(r"[.!?;](?=\s+[\"“(]?[A-Z])|\n\s*\n")
_GENITIVE = re.compile(r"['’]s\b")


def tense(text: str, start: int, end: int, cues: Mapping[str, frozenset[str]]) -> int:
    """PAST, FUTURE or UNKNOWN for the expression at `text[start:end]`."""
    if _GENITIVE.match(text, end):
        return UNKNOWN
    before = _left(text, start)
    if before and before[-1] in cues["until"]:
        return PAST if _after(text, end, cues) == PAST else FUTURE
    if before and before[-1] == "by":
        return PAST if "had" in _right(text, end)[:6] else UNKNOWN
    if before[-3:] in (["as", "soon", "as"], ["as", "early", "as"]):
        return FUTURE
    for at in range(len(before) - 1, -1, -1):
        found = _cue(before, at, cues)
        if found != UNKNOWN:
            return found
    return _after(text, end, cues)


def _left(text: str, start: int) -> list[str]:
    """The words of the sentence before the expression, in lower case."""
    window = text[max(0, start - _REACH) : start]
    cut = 0
    for found in _BREAK.finditer(window):
        cut = found.end()
    return _WORD.findall(window[cut:].lower())


def _right(text: str, end: int) -> list[str]:
    """The words of the sentence after the expression, in lower case."""
    window = text[end : end + _REACH]
    stop = _BREAK.search(window)
    return _WORD.findall(window[: stop.start() if stop else None].lower())


def _after(text: str, end: int, cues: Mapping[str, frozenset[str]]) -> int:
    words = _right(text, end)
    readings = (_cue(words, at, cues) for at in range(len(words)))
    return next((found for found in readings if found != UNKNOWN), UNKNOWN)


def _cue(words: list[str], at: int, cues: Mapping[str, frozenset[str]]) -> int:
    word = words[at]
    if word in cues["future"]:
        return PAST if cues["over"] & set(words[max(0, at - 3) : at]) else FUTURE
    if word in cues["past"] or _is_past_form(word, cues):
        if word in cues["commits"] and words[at + 1 : at + 2] in (["to"], ["for"]):
            return FUTURE
        before = words[max(0, at - 3) : at]
        ahead = "be" in before and cues["modals"] & set(before)
        return (
            FUTURE
            if ahead or (before and before[-1] in cues["modals"] - {"to"})
            else PAST
        )
    if word == "to" and at and words[at - 1] in cues["to_be"]:
        return FUTURE
    return UNKNOWN


def _is_past_form(word: str, cues: Mapping[str, frozenset[str]]) -> bool:
    return word.endswith("ed") and len(word) > 3 and word not in cues["not_past"]
