"""Gates: may these words be a time here? Each looks only at the nearest words.

A gate gets the tokens, the first and last index of the phrase and the lexicon, and
answers yes or no. A refusal is kept for `timeline explain`.
"""

import re
from collections.abc import Callable

from timeline.timex.lexicon import Lexicon
from timeline.timex.tense import FUTURE, tense
from timeline.timex.tokens import Tokens

_LEFT_WORD = re.compile(r"([^\W\d_]+)(?:[.,:;]?[\"“”’')\]]*\s+|[-–]|[\"“”'(\[]+)?$")
_RIGHT_WORD = re.compile(r"(?P<gap>[\s\-–’'\"”)]*)(?P<word>[^\W_]+)")
_LEFT_REACH, _RIGHT_REACH = 28, 32
_CLAUSE = 50
"""Characters before a length of time in which its own verb stands."""

Gate = Callable[[Tokens, int, int, Lexicon], bool]


def left_word(kept: Tokens, first: int) -> str:
    """The word right before the phrase, as written, or "" at a break."""
    start = kept.starts[first]
    found = _LEFT_WORD.search(kept.text[max(0, start - _LEFT_REACH) : start])
    return found[1] if found else ""


def right_word(kept: Tokens, last: int) -> tuple[str, str]:
    """What separates the phrase from the next word, and that word ("" at a break)."""
    end = kept.ends[last]
    found = _RIGHT_WORD.match(kept.text, end, end + _RIGHT_REACH)
    return (found["gap"], found["word"]) if found else ("", "")


def _touches(kept: Tokens, last: int) -> str:
    end = kept.ends[last]
    return kept.text[end : end + 1]


def not_more_digits(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """The number at the end is not the start of a longer one (",000"), nor a street's."""
    gap, right = right_word(kept, last)
    if gap == " " and right in lexicon.cues["named_places"]:
        return False
    if not kept.entries[last].numeric:
        return True
    end = kept.ends[last]
    rest = kept.text[end : end + 2]
    return not (len(rest) == 2 and rest[0] in ",.:/-–" and rest[1].isdigit())


def whole_word(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not the first half of a compound ("monday-ish")."""
    end = kept.ends[last]
    return not (
        kept.text[end : end + 1] == "-" and kept.text[end + 1 : end + 2].islower()
    )


def month_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A bare month name: after a word that takes a time, or where it can be no name."""
    word, left = kept.word(first), left_word(kept, first)
    gap, right = right_word(kept, last)
    if right[:1].isdigit() and gap == " ":
        return False
    if word.islower() and not whole_word(kept, first, last, lexicon):
        return False
    if word.isupper() and len(word) <= 4 and not left.isupper():
        return False
    if left.lower() in lexicon.cues["prepositions"]:
        return (
            not _is_name_part(gap, right, lexicon) or word not in lexicon.cues["names"]
        )
    if word.isupper() and len(word) <= 4:
        return False
    if word.rstrip(".") in lexicon.cues["names"]:
        return _is_adjective(left, gap, right, lexicon)
    return not _is_name_part(gap, right, lexicon) and not (
        left[:1].isupper() and not _starts(kept, first)
    )


def _is_adjective(left: str, gap: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a noun is told apart by it: "the March vote", not "the March on Lorva"."""
    if left.lower() not in lexicon.cues["determiners"]:
        return False
    return gap == " " and right.islower() and right not in lexicon.cues["function"]


def _is_name_part(gap: str, right: str, lexicon: Lexicon) -> bool:
    is_word = right.lower() in lexicon.cues["function"]
    return gap == " " and right[:1].isupper() and not is_word


def _starts(kept: Tokens, first: int) -> bool:
    """Whether the word before the phrase begins a sentence."""
    before = kept.text[
        max(0, kept.starts[first] - _LEFT_REACH) : kept.starts[first]
    ].rstrip()
    cut = before[: -len(left_word(kept, first)) or None].rstrip()
    return not cut or cut[-1] in ".!?\n:"


def year_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A four-digit number that is a year, by its neighbours."""
    left, (gap, right) = left_word(kept, first).lower(), right_word(kept, last)
    if (
        not not_more_digits(kept, first, last, lexicon)
        or left in lexicon.cues["numbered"]
    ):
        return False
    if right.lower() in lexicon.cues["counted"] and gap.strip() in ("", "-"):
        return False
    joined = kept.text[kept.starts[first] - 1 : kept.starts[first]] == "-"
    if joined and left not in lexicon.cues["joined"]:
        return False
    value = kept.entries[last].values.get("{year}")
    if isinstance(value, int) and not 1500 <= value <= 2100:
        return left in lexicon.cues["takes_year"] and not _plural(gap, right)
    if left in lexicon.cues["takes_year"] or not right:
        return True
    return not _plural(gap, right) or joined or left in ("", "s")


def _plural(gap: str, right: str) -> bool:
    """Whether a lower-case plural noun follows: then the number counts it."""
    return gap == " " and right.islower() and len(right) > 4 and right.endswith("s")


def year_short(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """An apostrophe and two digits after a word that takes a year."""
    return left_word(kept, first).lower() in lexicon.cues["takes_year"] - {
        "the",
        "and",
    } | {"class"}


def season_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A season by its name only: not "fall" the verb, not a spring of water."""
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


def day_of_month(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "The 8th" with a preposition before and no noun behind."""
    if kept.word(last).lower() == "month":
        return True
    if not any(c.isdigit() for c in kept.word(last)):
        return False
    left, right = left_word(kept, first).lower(), right_word(kept, last)[1]
    plain = (
        _touches(kept, last) in ("", ".", ",", ";", ")", "\n")
        or right.lower() in lexicon.cues["function"]
    )
    return (
        left in ("on", "by", "since", "until", "from", "to", "and", "before", "after")
        and plain
    )


def unit_relative(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "The day before" without the noun that would make it "the day before the vote"."""
    word = kept.word(last).lower()
    gap, right = right_word(kept, last)
    if word in ("before", "after"):
        return gap != " " or right.lower() in lexicon.cues["function"] - {
            "the",
            "a",
            "an",
            "he",
            "she",
            "they",
        }
    return _touches(kept, last) != "-"


def ago(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "Two days before" without a noun behind; "on" and "later" only as adverbs."""
    word = kept.word(last).lower()
    gap, right = right_word(kept, last)
    if word in ("before", "on", "previously"):
        return gap != " " or (
            right.lower() in ("and", "but", "or", "when") and word == "before"
        )
    if word in ("later", "earlier"):
        return right.lower() not in ("than",) and _touches(kept, last) != "-"
    return True


def clock(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "10:30" is a time unless scores or ratios stand around it."""
    left = left_word(kept, first)
    if left.lower() in lexicon.cues["before_no_clock"]:
        return False
    is_name = left[:1].isupper() and left.lower() not in lexicon.cues["prepositions"]
    if is_name and first == last and kept.text[kept.starts[first] - 1] == " ":
        return (
            _starts(kept, first)
            or left in lexicon.cues["before_clock"]
            or left.isupper()
        )
    return not_more_digits(kept, first, last, lexicon)


def lower_or_start(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not capitalised in mid-sentence, where it would be part of a name."""
    word = kept.word(last)
    if not word[0].isupper():
        return True
    gap, right = right_word(kept, last)
    is_name = _is_name_part(gap, right, lexicon)
    return first == last and _begins(kept, first) and not is_name


def deictic(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not capitalised in mid-sentence ("USA Today"); at its start a name may follow."""
    return kept.word(last)[0].islower() or _begins(kept, first)


def untitled(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Not written as a title: "This Week", a programme; a heading has it at its start."""
    titled = all(kept.word(at)[0].isupper() for at in range(first, last + 1))
    if not titled or kept.word(last).isupper():
        return True
    lead = kept.text[max(0, kept.starts[first] - 3) : kept.starts[first]]
    return not lead.strip() or "\n" in lead or lead.rstrip()[-1] in ".!?:"


def _begins(kept: Tokens, first: int) -> bool:
    before = kept.text[max(0, kept.starts[first] - 4) : kept.starts[first]].rstrip(
        " \"“‘'`("
    )
    return not before or before[-1] in ".!?\n:"


def vague(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Vague words as adverbs and adjectives of time only."""
    word = kept.word(first).lower()
    right = right_word(kept, last)[1]
    if word == "current" and right.lower() in ("affairs", "account", "accounts"):
        return False
    if word == "now" and kept.word(first) == "NOW":
        return False
    if first < last and _counts_on(kept, last):
        return False
    return _touches(kept, last) != "-" and lower_or_start(kept, first, last, lexicon)


def period_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "for the year", "the nine months of the year": not "the year of the flood"."""
    if kept.word(last)[0].isupper() or not whole_word(kept, first, last, lexicon):
        return False
    left, (gap, right) = left_word(kept, first).lower(), right_word(kept, last)
    if left == "of" and not _follows_units(kept, first):
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


def ahead(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "will meet in three days": how long from now, where the clause looks ahead."""
    gap, right = right_word(kept, last)
    if left_word(kept, first).lower() != "in" or _touches(kept, last) == "-":
        return False
    if kept.word(first).lower() in ("a", "an"):
        return False
    if gap == " " and right.lower() not in lexicon.cues["function"] - {"of"}:
        return False
    start = kept.starts[first]
    clause = kept.text[max(0, start - _CLAUSE) : start]
    return tense(clause, len(clause), len(clause), lexicon.cues) == FUTURE


def clock_bare(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "at 1615": four figures after a word that takes a time of day."""
    gap, right = right_word(kept, last)
    if right.lower() in lexicon.cues["counted"] or _plural(gap, right):
        return False
    is_four = kept.ends[last] - kept.starts[last] == 4
    return is_four and left_word(kept, first).lower() in lexicon.cues["takes_clock"]


def _counts_on(kept: Tokens, last: int) -> bool:
    """Whether a number follows at once: "the past three summers"."""
    after = last + 1
    if after == len(kept.entries) or kept.gap(after) != " ":
        return False
    return kept.entries[after].number


def weekday_any(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "on a Sunday in June": any one; "a Sunday rally" was on the last."""
    gap, right = right_word(kept, last)
    return gap != " " or right.lower() in lexicon.cues["function"] | {"of"}


def after_on(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "on 3/24": figures without a year are a date after such words only."""
    left = left_word(kept, first).lower()
    gap, right = right_word(kept, last)
    if gap == " " and right.lower() not in lexicon.cues["function"]:
        return False
    plain = not_more_digits(kept, first, last, lexicon)
    return plain and left in lexicon.cues["takes_day"]


def part_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "In the night", "by the early hours": after a preposition, before no noun."""
    left = left_word(kept, first).lower()
    gap, right = right_word(kept, last)
    if kept.word(first).lower() != "the" and first == last:
        return False
    if (
        gap == " "
        and right.lower() not in lexicon.cues["function"] | {"of"}
        and first + 1 == last
    ):
        return False
    if right.lower() == "of" and not _followed_by_time(kept, last):
        return False
    if right == "of":
        return left in ("in", "on", "at", "by", "from", "until", "during", "since", "")
    return left in (
        "in",
        "at",
        "during",
        "by",
        "until",
        "since",
        "through",
        "into",
        "throughout",
        "late",
        "early",
        "for",
        "all",
        "before",
    )


def _followed_by_time(kept: Tokens, last: int) -> bool:
    """Whether a date can follow: "the night of April 18", not "the morning of the vote"."""
    after = kept.entries[last + 2].values if last + 2 < len(kept.entries) else {}
    return any(label in after for label in ("{month}", "{day}", "{weekday}", "{iso}"))


def quarter_context(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Business quarters, not quarters of a town or quarter-finals."""
    gap, right = right_word(kept, last)
    return gap != "-" and right.lower() not in ("of", "final", "finals", "century")


def duration(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A length of time: not "a second", "a day" only where it lasts."""
    words = [kept.word(i).lower() for i in range(first, last + 1)]
    gap, right = right_word(kept, last)
    if gap in ("-",) or kept.text[kept.ends[last] : kept.ends[last] + 4] == "-old":
        return False
    if words[0] in ("a", "an") and len(words) == 2:
        return not _is_rate(kept, first, lexicon) and (
            right.lower() not in ("when", "that", "of", "in", "to")
            and words[1] != "quarter"
        )
    if kept.word(last)[0].isupper() and right[:1].isupper():
        return False
    return words[-1] not in ("quarter", "quarters") or right.lower() not in ("of",)


_AMOUNT = re.compile(r"(?P<digits>\S*\d\S*)(?:\s(?P<noun>[^\W\d_]+))?\s$")


def _is_rate(kept: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether an amount stands before ("700 seats a week"): then it is told per unit."""
    start = kept.starts[first]
    found = _AMOUNT.search(kept.text[max(0, start - _LEFT_REACH) : start])
    if found is None:
        return False
    noun = (found["noun"] or "").lower()
    return not noun or noun.endswith("s") or noun in lexicon.cues["counted"]


def bare_units(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "For weeks", "in years": units without a number."""
    return left_word(kept, first).lower() in (
        "for",
        "in",
        "over",
        "within",
        "after",
        "lasted",
        "took",
    )


GATES: dict[str, Gate] = {
    gate.__name__: gate
    for gate in (
        not_more_digits,
        whole_word,
        month_alone,
        year_alone,
        year_short,
        season_alone,
        holiday_alone,
        day_of_month,
        unit_relative,
        ago,
        clock,
        lower_or_start,
        deictic,
        untitled,
        vague,
        part_alone,
        period_alone,
        soon,
        ahead,
        weekday_any,
        after_on,
        clock_bare,
        quarter_context,
        duration,
        bare_units,
    )
}
