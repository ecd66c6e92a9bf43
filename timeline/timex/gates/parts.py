"""Gates for periods and parts of the day by themselves, and for vague words."""

from timeline.timex.gates.around import left_word, right_word, touches
from timeline.timex.gates.names import lower_or_start, whole_word
from timeline.timex.lexicon import Lexicon
from timeline.timex.tense import FUTURE, tense
from timeline.timex.tokens import Tokens


def vague(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Vague words as adverbs and adjectives of time only."""
    right = right_word(kept, last)[1].lower()
    is_adjective = kept.word(first).lower() in lexicon.cues["present_adjectives"]
    if is_adjective and right in lexicon.cues["after_no_present"]:
        return False
    if kept.word(first) in lexicon.cues["acronyms"]:
        return False
    if first < last and _counts_on(kept, last):
        return False
    return touches(kept, last) != "-" and lower_or_start(kept, first, last, lexicon)


def _counts_on(kept: Tokens, last: int) -> bool:
    """Whether a number follows at once: "the past three summers"."""
    after = last + 1
    if after == len(kept.entries) or kept.gap(after) != " ":
        return False
    return kept.entries[after].number


def period_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "for the year", "the nine months of the year": not "the year of the flood"."""
    if kept.word(last)[0].isupper() or not whole_word(kept, first, last, lexicon):
        return False
    left, (gap, right) = left_word(kept, first).lower(), right_word(kept, last)
    if left in lexicon.cues["of"] and not _follows_units(kept, first):
        return False
    if left not in lexicon.cues["before_period"]:
        return False
    return not right or gap != " " or right.lower() in lexicon.cues["after_period"]


def _follows_units(kept: Tokens, first: int) -> bool:
    """Whether units stand before the preposition: "nine months of the year"."""
    before = first - 2
    if before < 0 or kept.gap(first - 1) != " ":
        return False
    return "{units}" in kept.entries[before].values


def soon(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "soon" of what lies ahead; "soon after" and "he soon left" tell an order."""
    around = {left_word(kept, first).lower(), right_word(kept, last)[1].lower()}
    if around & lexicon.cues["no_soon"] or not vague(kept, first, last, lexicon):
        return False
    start, end = kept.starts[first], kept.ends[last]
    return tense(kept.text, start, end, lexicon.cues) == FUTURE


def part_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "in the night", "by the early hours": after a preposition, before no noun."""
    left = left_word(kept, first).lower()
    gap, right = right_word(kept, last)
    of = lexicon.cues["of"]
    if first == last:
        return False
    if (
        gap == " "
        and right.lower() not in lexicon.cues["function"] | of
        and first + 1 == last
    ):
        return False
    if right.lower() in of:
        return _followed_by_time(kept, last) and (
            not left or left in lexicon.cues["takes_part_of"]
        )
    return left in lexicon.cues["takes_part"]


def _followed_by_time(kept: Tokens, last: int) -> bool:
    """Whether a date can follow: "the night of April 18", not "the morning of the vote"."""
    after = kept.entries[last + 2].values if last + 2 < len(kept.entries) else {}
    return any(label in after for label in ("{month}", "{day}", "{weekday}", "{iso}"))


def quarter_context(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Business quarters, not quarters of a town or quarter-finals."""
    gap, right = right_word(kept, last)
    return gap != "-" and right.lower() not in lexicon.cues["after_no_quarter"]
