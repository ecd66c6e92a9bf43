"""Gates for lengths of time, and what is counted from a time said before."""

import re

from timeline.timex.gates.around import (
    LEFT_REACH,
    left_word,
    right_word,
    touches,
)
from timeline.timex.lexicon import Lexicon
from timeline.timex.tense import FUTURE, tense
from timeline.timex.tokens import Tokens

_CLAUSE = 50
"""Characters before a length of time in which its own verb stands."""

_AMOUNT = re.compile(r"(?P<digits>\S*\d\S*)(?:\s(?P<noun>[^\W\d_]+))?\s$")


def unit_relative(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "the day before" without the noun that would make it "the day before the vote"."""
    word = kept.word(last).lower()
    gap, right = right_word(kept, last)
    if word in lexicon.cues["beside"]:
        return gap != " " or right.lower() in lexicon.cues["after_beside"]
    return touches(kept, last) != "-"


def ago(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "two days before" without a noun behind; "on" and "later" only as adverbs."""
    word = kept.word(last).lower()
    gap, right = right_word(kept, last)
    if word in lexicon.cues["counts_to_a_noun"]:
        is_adverb = word in lexicon.cues["beside"]
        return gap != " " or (is_adverb and right.lower() in lexicon.cues["clausal"])
    if word in lexicon.cues["comparative"]:
        return right.lower() not in lexicon.cues["than"] and touches(kept, last) != "-"
    return True


def ahead(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "will meet in three days": how long from now, where the clause looks ahead."""
    gap, right = right_word(kept, last)
    left = left_word(kept, first).lower()
    if left not in lexicon.cues["counts_on"] or touches(kept, last) == "-":
        return False
    if kept.word(first).lower() in lexicon.cues["articles"]:
        return False
    if gap == " " and right.lower() not in lexicon.cues["function"]:
        return False
    start = kept.starts[first]
    clause = kept.text[max(0, start - _CLAUSE) : start]
    if lexicon.cues["is_now"] & set(clause.lower().split()[-2:-1]):
        return True
    return tense(clause, len(clause), len(clause), lexicon.cues) == FUTURE


def a_week_on(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "they leave a week on Friday", not "for the second time in a week on Friday"."""
    return left_word(kept, first).lower() not in lexicon.cues["counts_on"]


def framed(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "the last six weeks", not "will last six weeks"."""
    return left_word(kept, first).lower() not in lexicon.cues["modals"]


def duration(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A length of time: not "a second", "a day" only where it lasts."""
    gap, right = right_word(kept, last)
    if gap == "-" or _is_joined_year(kept, first, lexicon) or _falls(kept, first, last):
        return False
    is_quarter = kept.entries[last].values.get("{span}") == "quarter"
    if kept.word(first).lower() in lexicon.cues["articles"] and last == first + 1:
        if is_quarter or right.lower() in lexicon.cues["after_no_length"]:
            return False
        return not _is_rate(kept, first, lexicon)
    if kept.word(last)[0].isupper() and right[:1].isupper():
        return False
    return not is_quarter or right.lower() not in lexicon.cues["of"]


def _falls(kept: Tokens, first: int, last: int) -> bool:
    """Whether the figures fall: "in 2011 to three years" has a year and a length."""
    numbers = [e.values.get("{number}") for e in kept.entries[first:last] if e.number]
    said = [n for n in numbers if isinstance(n, int)]
    return len(said) > 1 and said[0] > said[-1]


def _is_joined_year(kept: Tokens, first: int, lexicon: Lexicon) -> bool:
    """In "pre-1914 days" a year is told."""
    joined = kept.text[kept.starts[first] - 1 : kept.starts[first]] == "-"
    return joined and left_word(kept, first).lower() in lexicon.cues["joined"]


def _is_rate(kept: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether an amount stands before ("700 seats a week"): then it is told per unit."""
    start = kept.starts[first]
    found = _AMOUNT.search(kept.text[max(0, start - LEFT_REACH) : start])
    if found is None:
        return False
    noun = (found["noun"] or "").lower()
    return not noun or noun.endswith("s") or noun in lexicon.cues["counted"]


def bare_units(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "for weeks", "in years": units without a number."""
    return left_word(kept, first).lower() in lexicon.cues["takes_units"]
