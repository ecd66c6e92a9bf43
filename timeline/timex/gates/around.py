"""What stands right beside a phrase."""

import re

from timeline.timex.lexicon import Lexicon
from timeline.timex.tokens import Tokens

# Of the text before the phrase, read backwards: so a match begins where the phrase does.
_LEFT_WORD = re.compile(
    r"(?!\s*?\n[ \t\r]*\n)\n?(?:\s+[\"“”’')\]]*[.,:;]?|[-–]|[\"“”'(\[]+)?([^\W\d_]+)"
)
_RIGHT_WORD = re.compile(r"(?P<gap>[\s\-–’'\"”)]*)(?P<word>[^\W_]+)")
LEFT_REACH, RIGHT_REACH = 28, 32


def left_word(kept: Tokens, first: int) -> str:
    """The word right before the phrase, as written, or "" at a break."""
    start = kept.starts[first]
    found = _LEFT_WORD.match(kept.text[max(0, start - LEFT_REACH) : start][::-1])
    return found[1][::-1] if found else ""


def right_word(kept: Tokens, last: int) -> tuple[str, str]:
    """What separates the phrase from the next word, and that word ("" at a break)."""
    end = kept.ends[last]
    found = _RIGHT_WORD.match(kept.text, end, end + RIGHT_REACH)
    return (found["gap"], found["word"]) if found else ("", "")


def touches(kept: Tokens, last: int) -> str:
    """The character right behind the phrase, or "" at the end of the text."""
    end = kept.ends[last]
    return kept.text[end : end + 1]


def is_name_part(gap: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word follows, with which the phrase may be one name."""
    is_word = right.lower() in lexicon.cues["function"]
    return gap == " " and right[:1].isupper() and not is_word


def starts(kept: Tokens, first: int) -> bool:
    """Whether the word before the phrase begins a sentence."""
    before = kept.text[
        max(0, kept.starts[first] - LEFT_REACH) : kept.starts[first]
    ].rstrip()
    cut = before[: -len(left_word(kept, first)) or None].rstrip()
    return not cut or cut[-1] in ".!?\n:"


def begins(kept: Tokens, first: int) -> bool:
    """Whether the phrase itself begins a sentence."""
    before = kept.text[max(0, kept.starts[first] - 4) : kept.starts[first]].rstrip(
        " \"“‘'`("
    )
    return not before or before[-1] in ".!?\n:"


def is_plural(gap: str, right: str) -> bool:
    """Whether a lower-case plural noun follows: then the number counts it."""
    return gap == " " and right.islower() and len(right) > 4 and right.endswith("s")
