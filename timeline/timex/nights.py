"""Which night "overnight" is in a note: what its writer set going is of the night to come.

"12 March. Left the films to dry overnight." A report tells so of the night before.
"""

import re

from timeline.model import Span
from timeline.timex.scene import Scene
from timeline.timex.spans import NOON

_REACH = 160
"""Characters before it that hold its clause."""

_CLAUSE = re.compile(r"[.!?;:,]\s+|\n[\s>*+•#–—-]*+|\d\d[:.]\d\d\s+")
_WORD = re.compile(r"[^\W\d_]+")


def lies_ahead(span: Span, scene: Scene) -> bool:
    """Whether "overnight" is the night that follows the day of a note.

    It is behind a verb that nobody stands before ("Incubated overnight"), unless that says
    what the weather or the sleeper did, and in entries behind what such verbs do to things
    ("were incubated overnight", "left to dry overnight").
    """
    story, cues = scene.story, scene.lexicon.cues
    if scene.text[span.start : span.end].lower() not in cues["overnight"]:
        return False
    if story.stamp is not None and story.stamp < NOON:
        return False
    begun = max(0, span.start - _REACH)
    clause = _CLAUSE.split(scene.text[begun : span.start])[-1]
    words = _WORD.findall(clause.lower())
    if not words or not cues["overnight_gone"].isdisjoint(words):
        return False
    if words[0] in cues["overnight_noted"] or words[0].endswith("ed"):
        return True
    after = _WORD.findall(scene.text[span.end : span.end + _REACH].partition(".")[0])
    was = cues["overnight_was"]
    return (
        story.in_section
        and not was.isdisjoint(words)
        and not cues["overnight_set"].isdisjoint(words)
        and was.isdisjoint(after)
    )
