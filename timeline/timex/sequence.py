"""What a sentence says to be before a day that it has named: "said on Monday he fell on Friday".

Read days later, the nearest Friday would lie behind the Monday on which it was told of.
"""

import re

from timeline.model import Granularity, Span
from timeline.timex.scene import Scene
from timeline.timex.tense import PAST, Cues, direction

_REACH = 160
"""Characters from one time to the other, at most."""

_SAID_NEAR = 7
"""Words before a day among which someone says something: "told the court in Lund on"."""

_WORD = re.compile(r"['’]?[^\W\d_]+")
_BREAK = re.compile(r"[.!?;:](?=\s)|\n\s*\n")


def day_before(span: Span, scene: Scene) -> int | None:
    """The day up to which what is past at a span must have been, or None.

    It is that of the last time said, in the same sentence and by then over, if someone
    tells there of the other, or what is told there came after it: "held on Monday after".
    """
    said = scene.story.last_said
    if said is None:
        return None
    unit, at = said
    own = scene.story.dct
    is_day = unit.time.granularity.fineness >= Granularity.DAY.fineness
    if own is None or not is_day or unit.first != unit.last or unit.last > own:
        return None
    between = scene.text[at : span.start] if span.start - at <= _REACH else ""
    if not between or _BREAK.search(between):
        return None
    cues = scene.lexicon.cues
    words = _WORD.findall(between.lower())[1:]
    if not cues["lists"].isdisjoint(words) or not cues["turning"].isdisjoint(words):
        return None
    before = _before(scene.text[max(0, at - _REACH) : at])
    if "," in between and not cues["describing"].isdisjoint(before):
        return None  # "Police, who said on Monday he was safe, found him on Friday"
    came_after = not cues["afterwards"].isdisjoint(words)
    return unit.first if came_after or _is_told(before, words, cues) else None


def _before(ahead: str) -> list[str]:
    """The last words before a day in its sentence, in lower case."""
    breaks = [found.end() for found in _BREAK.finditer(ahead)]
    return _WORD.findall(ahead[breaks[-1] if breaks else 0 :].lower())[-_SAID_NEAR:]


def _is_told(before: list[str], words: list[str], cues: Cues) -> bool:
    """Whether someone says on the one day what was done on the other.

    "Said in Lund on Monday", "on Monday the court heard", not "said the man shot on Monday".
    """
    if direction(words[:1], cues) == PAST:
        return False  # "The strike announced on Monday was called off on Tuesday"
    spoken = next((n for n in _backwards(before) if before[n] in cues["telling"]), None)
    if spoken is not None:
        behind = before[spoken + 1 :]
        whom = (
            before[spoken] in cues["telling_whom"] and direction(behind, cues) != PAST
        )
        direct = not behind or behind[0] in cues["telling_in"]
        return (whom or direct) and direction(words, cues) == PAST
    if not cues["on"].issuperset(before):
        return False
    first = next((n for n, word in enumerate(words) if word in cues["telling"]), None)
    return first is not None and direction(words[first + 1 :], cues) == PAST


def _backwards(words: list[str]) -> range:
    return range(len(words) - 1, -1, -1)
