"""How many: counted things in a telling, with the number as a value.

"Dozens" counts as 24 or more, "hundreds" as 200 or more (the table says why), "a dozen"
as about 12.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Quantity
from timeline.text.stems import stem

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_CLOCK = re.compile(r"0\d.*")
"""No figure has a nought in front but a clock, a date or a code: "08.51"."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SWAPPED = str.maketrans(",.", ".,")
_REACH = 8
_NUMBERED = frozenset(
    ("aged", "age", "number", "no", "article", "section", "page", "chapter")
)
_DYING = frozenset(("die", "perish", "vanish", "disappear", "flee", "drown", "succumb"))


class _Number(Struct, gc=False):
    """A number at words `first` up to `last`."""

    first: int
    last: int
    value: float


def quantities(reading: Reading, part: Range, cues: Cues) -> tuple[Quantity, ...]:
    """The quantities in a range of words; never a year, an age or a time."""
    dated = reading.dated_words
    found: list[Quantity] = []
    position = part.first
    while position < part.last:
        low = reading.words[position].low
        if not ("0" <= low[0] <= "9" or low in cues.counting or "-" in low):
            position += 1
            continue
        number = None
        if position not in dated:
            number = _number(reading, position, part.last, cues)
        quantity = number and _quantity(reading, number, part.last, cues)
        if quantity:
            found.append(quantity)
        position = number.last if number else position + 1
    return tuple(dict.fromkeys(found))


def _number(reading: Reading, at: int, last: int, cues: Cues) -> _Number | None:
    """The number that begins here, if one does: "3 thousand", "two dozen"."""
    word, table = reading.words[at], cues.quantities
    before = reading.words[at - 1].low if at else ""
    if word.low in table.round:
        return _Number(at, at + 1, table.round[word.low])
    if word.low in table.scales and before in ("a", "several"):
        times = 2 if before == "several" else 1
        return _Number(at - (times == 1), at + 1, times * table.scales[word.low])
    value = _value(word.low, cues)
    if value is None:
        return None
    end = at + 1
    while end < last and reading.words[end].low in table.scales:
        value *= table.scales[reading.words[end].low]
        end += 1
    return _Number(at, end, value)


def _value(low: str, cues: Cues) -> float | None:
    """What a figure or a number word is worth: "2,500", "twelve", "twenty-one"."""
    if "0" <= low[0] <= "9":
        if _CLOCK.fullmatch(low):
            return None
        if "," in cues.quantities.decimals:
            low = low.translate(_SWAPPED)
        return float(low.replace(",", "")) if _FIGURE.fullmatch(low) else None
    numbers = cues.quantities.numbers
    if low in numbers:
        return numbers[low]
    if "-" not in low:
        return None
    tens, _, ones = low.partition("-")
    return (
        numbers[tens] + numbers[ones] if tens in numbers and ones in numbers else None
    )


def _quantity(
    reading: Reading, number: _Number, last: int, cues: Cues
) -> Quantity | None:
    words, table = reading.words, cues.quantities
    before = words[number.first - 1].low if number.first else ""
    after = words[number.last].low if number.last < len(words) else ""
    money = before in table.currencies
    if (
        not money
        and after not in table.percent
        and _counts_nothing(reading, number, cues)
    ):
        return None
    bound, start = _bound(reading, number.first - money, cues)
    vague = words[number.last - 1].low if number.value > 1 else ""
    vague = vague if _value(words[number.first].low, cues) is None else ""
    if vague in table.round:
        bound = bound or "min"
    elif vague in table.scales:
        bound = bound or "about"
    if money or after in table.currencies or after.rstrip("s") in table.currencies:
        slot, stop = "money", number.last + (not money)
    elif after in table.percent:
        slot, stop = "percent", number.last + 1
    else:
        slot, stop = _slot(reading, number, last, cues)
    text = reading.said(Range(start, stop))
    return Quantity(slot, number.value, text, bound) if slot else None


def _counts_nothing(reading: Reading, number: _Number, cues: Cues) -> bool:
    """Years, ages, parts of names ("Flight 370"), numbered and measured things."""
    words, at, end = reading.words, number.first, number.last
    before = words[at - 1] if at else None
    after = words[end] if end < len(words) else None
    if after is None or is_measure(after.low, cues):
        return True
    if _YEAR.fullmatch(words[at].text) and not after.low.endswith("s"):
        return True
    if before is None:
        return False
    if before.low in (",", "(") and after.low in (",", ")", "."):
        return True
    if after.low in cues.grammar.prepositions and _is_thing(reading, at - 1, cues):
        return True
    if before.low in _NUMBERED:
        return True
    name = (
        before.text[0].isupper()
        and at > 1
        and not cues.quantities.about.fullmatch(before.low)
    )
    return name and words[at].text[0].isdigit()


def is_measure(low: str, cues: Cues) -> bool:
    """Whether a word counts time or another measure: "day", "hours", "metres"."""
    skipped = cues.quantities.skip_nouns
    return low in skipped or low.removesuffix("s") in skipped


def _is_thing(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a noun stands before the number, which then only names it: "gate 3 of"."""
    word = reading.words[position]
    grammar = cues.grammar
    small = word.low in grammar.prepositions or word.low in grammar.determiners
    small = small or word.low in grammar.coordinators or word.low in grammar.adverbs
    return word.low.isalpha() and not small and _group_at(reading, position) is None


def _bound(reading: Reading, at: int, cues: Cues) -> tuple[str | None, int]:
    """The bound said before a number, and where its words begin."""
    table = cues.quantities
    for size in (3, 2, 1):
        if at - size < 0:
            continue
        phrase = " ".join(w.low for w in reading.words[at - size : at])
        for name, pattern in (
            ("min", table.minimum),
            ("max", table.maximum),
            ("about", table.about),
        ):
            if pattern.fullmatch(phrase):
                return name, at - size
    return None, at


def _slot(reading: Reading, number: _Number, last: int, cues: Cues) -> tuple[str, int]:
    """What is counted, and where its words end."""
    words, grammar = reading.words, cues.grammar
    at, end = number.first, number.last
    noun, head, position = "", end, end
    while position < min(last, end + _REACH):
        word = words[position]
        group = _group_at(reading, position)
        if word.is_mark and word.low not in "\"“”'’‘":
            break
        if word.low in grammar.coordinators or word.low in grammar.relatives:
            break
        slot = cues.slots.get(word.low)
        if slot and _undergoes(reading, group, position, end, cues):
            return slot, position + 1
        if (
            group
            and group.finite
            and not group.passive
            and group.base not in ("be", "end")
        ):
            break
        if not noun and slot and group is None:
            noun, head = slot, position + 1
        position += 1
    active = _verb_before(reading, at, cues) or _verb_of(reading, at, cues)
    if active:
        return active, max(head, _noun(reading, end, last, cues)[1])
    return (noun, head) if noun else _noun(reading, end, last, cues)


def _group_at(reading: Reading, position: int) -> Group | None:
    return next((g for g in reading.groups if g.first <= position < g.last), None)


def _undergoes(
    reading: Reading, group: Group | None, position: int, end: int, cues: Cues
) -> bool:
    """Whether the counted ones suffer what the word says: killed, not killing."""
    low = reading.words[position].low
    if group is None:
        return cues.slots[low] not in ("troops", "protesters", "votes", "jobs", "homes")
    if group.head != position:
        return False
    if group.passive or group.base in _DYING or group.tense is Tense.PARTICIPLE:
        return True
    after = reading.words[position + 1].low if position + 1 < len(reading.words) else ""
    return position == end and after not in cues.grammar.determiners


def _verb_before(reading: Reading, at: int, cues: Cues) -> str:
    """The slot of the verb that has the number as its object: "killed 26 protesters"."""
    for group in reversed(reading.groups):
        if not at - 6 <= group.last <= at:
            continue
        slot = cues.slots.get(reading.words[group.head].low, "")
        between = reading.words[group.last : at]
        if group.passive or any(w.low in (",", "in", "by", "from") for w in between):
            return ""
        verbal = slot in (
            "killed",
            "injured",
            "arrested",
            "rescued",
            "evacuated",
            "infected",
        )
        return slot if verbal and group.base not in _DYING else ""
    return ""


def _verb_of(reading: Reading, at: int, cues: Cues) -> str:
    """The slot of the passive verb whose subject begins with the number."""
    for clause in reading.clauses:
        group = clause.group
        if (
            group
            and group.passive
            and clause.first <= at <= clause.first + 2
            and at < group.first
        ):
            return cues.slots.get(reading.words[group.head].low, "")
    return ""


def _noun(reading: Reading, end: int, last: int, cues: Cues) -> tuple[str, int]:
    """The stem of the noun that is counted: the last word of its phrase."""
    words: Sequence[str] = [w.low for w in reading.words[end : min(last, end + 4)]]
    head = -1
    if words and words[0] == "of":
        words, shift = words[1:], 1
    else:
        shift = 0
    for index, low in enumerate(words):
        if (
            not low.isalpha()
            or low in cues.grammar.prepositions
            or low in cues.grammar.coordinators
        ):
            break
        if _group_at(reading, end + shift + index) or low in cues.grammar.relatives:
            break
        if low in cues.grammar.determiners and index:
            break
        head = index
        if (low.endswith("s") and not low.endswith("ss")) or low in (
            "people",
            "men",
            "women",
            "children",
            "police",
        ):
            break
    if head < 0 or is_measure(words[head], cues):
        return "", end
    return stem(words[head]), end + shift + head + 1
