"""Gates for words that are names, titles or other words as well."""

import re

from timeline.model import Span
from timeline.timex.gates.around import (
    LEFT_REACH,
    begins,
    is_name_part,
    left_word,
    right_word,
    starts,
)
from timeline.timex.lexicon import Lexicon
from timeline.timex.sections import heads_entry
from timeline.timex.tokens import Tokens

_ITEM = frozenset(("- ", "* ", "+ ", "• ", "– ", "— ", "**"))
"""The mark of an item."""

_BEHIND = re.compile(r"(?:[.!?]|\n)\n$")
"""Ends what stands above a line that goes on with nothing."""

_OWNED = re.compile(r"['’]s\s(?P<word>[^\W\d_]+)")


def month_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A bare month name: after a word that takes a time, or where it can be no name."""
    word, left = kept.word(first), left_word(kept, first)
    gap, right = right_word(kept, last)
    if right[:1].isdigit() and gap == " ":
        return False
    if _heads(kept, first, last):
        return True
    if word.islower() and not whole_word(kept, first, last, lexicon):
        return False
    if word.isupper() and len(word) <= 4 and not left.isupper():
        return False
    if left.lower() in lexicon.cues["prepositions"]:
        return (
            not is_name_part(gap, right, lexicon) or word not in lexicon.cues["names"]
        )
    if word.isupper() and len(word) <= 4:
        return False
    if word.rstrip(".") in lexicon.cues["names"]:
        return _is_adjective(left, gap, right, lexicon)
    return not is_name_part(gap, right, lexicon) and not (
        left[:1].isupper() and not starts(kept, first)
    )


def _heads(kept: Tokens, first: int, last: int) -> bool:
    """Whether it heads an item of a chronicle or diary: "- March: the dam breaks"."""
    start = kept.starts[first]
    before = kept.text[max(0, start - 3) : start]
    is_item = before[-2:] in _ITEM or _BEHIND.search(before) is not None
    return is_item and heads_entry(kept.text, Span(start, kept.ends[last]))


def _is_adjective(left: str, gap: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a noun is told apart by it: "the March vote", not "the March on Lorva"."""
    if left.lower() not in lexicon.cues["determiners"]:
        return False
    return gap == " " and right.islower() and right not in lexicon.cues["function"]


def season_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A season by its name only: not "fall" the verb, not a spring of water."""
    if _heads(kept, first, last):
        return True
    if not kept.word(last).islower():
        return False
    if right_word(kept, last)[1] in lexicon.cues["after_no_season"]:
        return False
    return left_word(kept, first).lower() in lexicon.cues["before_season"]


def holiday_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A feast, not what is named after it ("Christmas tree", "Easter Island")."""
    gap, right = right_word(kept, last)
    if kept.word(last)[0].isdigit():
        return True
    if not kept.word(last)[0].isupper():
        return False
    if gap == " " and right.lower() in lexicon.cues["festive"]:
        return False
    return not (
        gap == " " and right[:1].isupper() and kept.text[kept.ends[last]] != "."
    )


def lower_or_start(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not capitalised in mid-sentence, where it would be part of a name."""
    word = kept.word(last)
    if not word[0].isupper():
        return True
    gap, right = right_word(kept, last)
    is_name = is_name_part(gap, right, lexicon)
    return first == last and begins(kept, first) and not is_name


def deictic(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not capitalised in mid-sentence ("USA Today"); at its start a name may follow."""
    if _is_of_an_age(kept, first, last, lexicon):
        return False
    return kept.word(last)[0].islower() or begins(kept, first)


def _is_of_an_age(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether no day is meant: "today's world", "the leaders of tomorrow"."""
    owned = _OWNED.match(kept.text, kept.ends[last])
    if owned and owned["word"].lower() in lexicon.cues["of_an_age"]:
        return True
    before = kept.text[max(0, kept.starts[first] - LEFT_REACH) : kept.starts[first]]
    who, of = (["", "", *before.lower().split()])[-2:]
    return of in lexicon.cues["of"] and who in lexicon.cues["people_of"]


def untitled(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not written as a title: "This Week", a programme; a heading has it at its start."""
    titled = all(kept.word(at)[0].isupper() for at in range(first, last + 1))
    if not titled or kept.word(last).isupper():
        return True
    lead = kept.text[max(0, kept.starts[first] - 3) : kept.starts[first]]
    return not lead.strip() or "\n" in lead or lead.rstrip()[-1] in ".!?:"


def whole_word(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not the first half of a compound ("monday-ish")."""
    end = kept.ends[last]
    return not (
        kept.text[end : end + 1] == "-" and kept.text[end + 1 : end + 2].islower()
    )


def no_unit_behind(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not "Friday last" of "Friday last week"."""
    gap, right = right_word(kept, last)
    return gap != " " or right.lower() not in lexicon.cues["weeks"]


def weekday_any(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "on a Sunday in June": any one; "a Sunday rally" was on the last."""
    gap, right = right_word(kept, last)
    return gap != " " or right.lower() in lexicon.cues["function"] | lexicon.cues["of"]
