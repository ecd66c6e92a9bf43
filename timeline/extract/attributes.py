"""Forms of verbs that only say which thing is meant: "the recently announced ferry", "the
tower, added in 1720, fell", "the plan announced last May has failed".
"""

from collections.abc import Sequence

from timeline.extract.lexical import has_verb
from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.words import Word, stretch_start

_PHRASE = 4
"""Words of "the 5 percent" before its participle, at most."""

_ONLY_SAID = frozenset(("said", "told"))
"""What is said or told is no thing that these could describe."""


def is_when(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether ", announced on Monday," or ", first announced last year," says when it was."""
    place = at - 1
    first = place > 0 and words[place].low == "first"
    place -= first
    if place < 0 or words[place].low != ",":
        return False
    closed = words[at].low not in _ONLY_SAID and _is_closed(words, at, cues)
    if verb.base not in cues.actions and not (first or closed):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    opens = after is not None and after.low in cues.time.before_date
    return opens or (after is not None and after.text in cues.names.not_names)


def _is_closed(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a comma closes the aside of "the tower, | added in 1720, | fell"."""
    return _behind_time(words, at + 1, cues) == ","


def is_of_day(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a verb stands right behind the date of "a plan | announced last May has".

    Or nothing stands there: "left because of the plan | announced last May".
    """
    if words[at].low in _ONLY_SAID:
        return False
    behind = _behind_time(words, at + 1, cues)
    if _is_led(words, at, cues) and _ends_with_time(words, at + 1, cues):
        return True
    verb = cues.verbs.get(behind)
    return behind in cues.helpers or (
        verb is not None and verb.base in cues.intransitive
    )


def _is_led(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a noun right before here stands in "from the old rate", behind a verb."""
    near = range(at - 2, max(0, at - 2 - _PHRASE), -1)
    first = next((n for n in near if words[n].low in cues.grammar.determiners), 0)
    led = first > 0 and words[first - 1].low in cues.grammar.prepositions
    plain = all(w.low.isalnum() and not w.text.istitle() for w in words[first:at])
    if not led or not plain:
        return False
    start = stretch_start(words, first)  # "…, adding to the nine | reported on Monday"
    opens = cues.verbs.get(words[start].low)
    trails = opens is not None and "g" in opens.forms and start > 1
    return trails or has_verb(words, first - 1, cues)


def _ends_with_time(words: Sequence[Word], first: int, cues: Cues) -> bool:
    """Whether the date that begins at `first` closes its stretch."""
    if first >= len(words) or not _is_of_time(words, first, cues):
        return False
    behind = _behind_time(words, first, cues)
    return not behind or not behind[0].isalnum()


def _behind_time(words: Sequence[Word], first: int, cues: Cues) -> str:
    """The word behind the date that begins at `first`, "" if none does or none follows."""
    place = first
    while place < len(words) and _is_of_time(words, place, cues):
        place += 1
    return words[place].low if first < place < len(words) else ""


def _is_of_time(words: Sequence[Word], place: int, cues: Cues) -> bool:
    """Whether a word can be part of a date; of two figures only the first is."""
    word = words[place]
    if word.text.isdigit():
        return not words[place - 1].text.isdigit()
    named = word.text in cues.names.not_names or word.low in cues.quantities.skip_nouns
    season = word.low in cues.time.seasons
    season = season and words[place - 1].low in cues.time.before_date
    return named or season or word.low in cues.time.before_date


def describes_noun(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """Whether a form is that of "the recently announced ferry", "on alleged gangs".

    And that of "Confirmed wells" at the head of a sentence.
    """
    place = at - 1
    if not at:
        first = words[1] if len(words) > 1 else None
        small = cues.grammar.nominal | cues.grammar.prepositions | {"that"}
        return first is not None and first.text.islower() and first.low not in small
    if place > 0 and words[place].low in cues.grammar.prepositions:
        after = words[at + 1].low if at + 1 < len(words) else ""
        opens = after in cues.grammar.nominal or after == "that"
        return after.isalpha() and not opens
    counts = words[at - 1].text[0].isdigit() and at + 1 < len(words)
    counted = counts or words[at - 1].low in cues.quantities.numbers
    if counted and at > 1 and words[at - 2].low == "from":
        return True  # "To 254 from 139 | reported on Monday"
    if counts and words[at + 1].low.isalpha():
        small = cues.grammar.nominal | cues.grammar.prepositions | {"that"}
        return words[at + 1].low not in small  # "2,532 | confirmed cases"
    if words[at - 1].low.endswith("est") and at > 1:
        return words[at - 2].low in cues.grammar.articles  # "The latest | reported"
    while place > 0 and cues.grammar.is_manner(words[place].low):
        place -= 1
    return 0 <= place < at - 1 and words[place].low in cues.grammar.determiners
