"""What is counted: "there were three attacks on Monday and two on Tuesday", "the second"."""

from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues

_ONE = frozenset(("one", "1", "another"))
"""With these a noun changes its form."""

_WHICH = frozenset(("second", "third", "fourth", "fifth", "last", "other", "next"))

_RANKED = 2
"""Words of "the second"."""


def is_there(reading: Reading, group: Group) -> bool:
    """Whether "there were" tells of things that stand behind it."""
    before = reading.words[group.first - 1].low if group.first else ""
    return group.base == "be" and before == "there"


def counted(
    reading: Reading, taken: Range, thing: Range, cues: Cues
) -> tuple[str, Range]:
    """The noun that "two" is of in "there were three attacks on Monday and | two"."""
    words = reading.words[taken.first : taken.last]
    bare = thing.last - thing.first == 1
    bare = bare and reading.words[thing.first].low not in _ONE
    light, numbers = cues.grammar.nominal, cues.quantities.numbers
    small = [w.low in light or w.low in numbers or w.text[0].isdigit() for w in words]
    first = next((n for n, is_small in enumerate(small) if not is_small), len(words))
    last = next(
        (n for n, w in enumerate(words) if w.low in cues.grammar.prepositions),
        len(words),
    )
    if not bare or not 0 < first < last:
        return "", taken
    return "there", Range(taken.first + first, taken.first + last)


def is_ranked(reading: Reading, thing: Range) -> bool:
    """Whether a thing is no more than "the second" or "another"."""
    words = reading.words[thing.first : thing.last]
    if len(words) == 1:
        return words[0].low == "another"
    return len(words) == _RANKED and words[0].low == "the" and words[1].low in _WHICH
