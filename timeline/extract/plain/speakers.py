"""Who speaks in a message: "Eva: Wir haben das Haus geräumt"."""

from timeline.extract.draft import Draft
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue

_MARKS = ' \t,;.!?"“”„«»'


def spoken(line: str, who: str, draft: Draft, reading: Reading) -> str:
    """The line of a message with its speaker before it, where it is in the first person or
    has no subject that stands before its verb."""
    tongue = reading.cues.tongue
    assert tongue is not None
    own = is_own(line, tongue) or _is_bare(line, draft, reading)
    return (
        f"{who}: {line}" if line and own and who.lower() not in line.lower() else line
    )


def is_own(line: str, tongue: Tongue) -> bool:
    """Whether a line is in the first person, by a small word: "abbiamo chiuso", "j'ai vu"."""
    words = [word.strip(_MARKS) for word in line.lower().replace("’", "'").split()]
    elided = [word[: word.index("'") + 1] for word in words if "'" in word]
    return not tongue.words.spoken.isdisjoint((*words, *elided))


def _is_bare(line: str, draft: Draft, reading: Reading) -> bool:
    """Whether a line begins with a verb that may be of its speaker: "vaciamos la casa"."""
    group = draft.group
    if group is None or not group.finite or group.passive:
        return False
    first = line.partition(" ")[0].lower()
    return reading.words[group.first].low == first
