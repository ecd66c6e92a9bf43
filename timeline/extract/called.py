"""What a name is by its words alone, wherever it stands."""

import re
from collections.abc import Sequence

from msgspec import Struct

from timeline.lang.cues import Cues
from timeline.text.stems import fold

PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"

UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}s?|(?:[{UPPER}]\.){{2,4}}")
_INITIALS = 2
"""Letters that can be those of someone's first names."""

_ROMAN = re.compile(r"[IVXLC]+")


class Called(Struct, frozen=True, gc=False):
    """A name as it is written, and what that says of it.

    `key` is what it is compared by, `lows` are its words in lower case. `kind` is
    `UNKNOWN` where only what stands around the name can tell.
    """

    words: tuple[str, ...]
    text: str
    key: str
    lows: tuple[str, ...]
    kind: str


def called(words: tuple[str, ...], is_titled: bool, cues: Cues) -> Called:
    """The name of these words, behind a title or not."""
    text = " ".join(words)
    lows = tuple(word.lower() for word in words)
    return Called(words, text, key_of(text), lows, _kind(words, lows, is_titled, cues))


def key_of(text: str) -> str:
    """A name as it is compared: folded, without hyphens and stops."""
    return fold(text).replace("-", " ").replace(".", "")


def _kind(
    words: tuple[str, ...], lows: tuple[str, ...], is_titled: bool, cues: Cues
) -> str:
    naming, text = cues.names, " ".join(words)
    if len(lows) > 1 and words[0] in naming.place_starts and not is_titled:
        return PLACE
    if text in naming.countries or naming.country_phrases.fullmatch(text):
        return PLACE
    if not naming.organisations.isdisjoint(lows) or _is_acronym(words):
        return ORGANISATION
    if len(lows) > 1 and (lows[-1] in naming.places or lows[0] in naming.places):
        return PLACE
    return PERSON if is_titled else UNKNOWN


def _is_acronym(words: Sequence[str]) -> bool:
    """Whether a name is an acronym, or begins with a long one: "LNR South Lund"."""
    first = words[0]
    if not ACRONYM.fullmatch(first) or _ROMAN.fullmatch(first):
        return False
    return len(words) == 1 or (len(first) > _INITIALS and not words[1].isupper())
