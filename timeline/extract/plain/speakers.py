"""Who speaks in a message: "Eva: Wir haben das Haus geräumt"."""

from timeline.extract.author import author
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence
from timeline.extract.page import Page
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue

_MARKS = ' \t,;.!?"“”„«»'


def speaker(page: Page, sentence: Sentence, line: str) -> str | None:
    """Who wrote the message that a line is of, or the mail, if it is in the first person."""
    turn = page.turn(sentence.span)
    if turn is not None:
        return turn.name
    tongue = page.cues.tongue
    own = tongue is not None and is_own(line, tongue)
    return author(page.document.text, sentence.span, page.cues) if own else None


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
    """Whether a line is in the first person, by a small word or the ending of its first:
    "abbiamo chiuso", "j'ai vu", "vaciamos la casa"."""
    words = [word.strip(_MARKS) for word in line.lower().replace("’", "'").split()]
    elided = [word[: word.index("'") + 1] for word in words if "'" in word]
    ours = bool(words) and words[0].endswith(tongue.guess.ours)
    return ours or not tongue.words.spoken.isdisjoint((*words, *elided))


def _is_bare(line: str, draft: Draft, reading: Reading) -> bool:
    """Whether a line begins with a verb that may be of its speaker: "vaciamos la casa"."""
    group = draft.group
    if group is None or not group.finite or group.passive:
        return False
    first = line.partition(" ")[0].lower()
    return reading.words[group.first].low == first
