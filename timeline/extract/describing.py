"""Dates that say which thing is meant: "Monday's vote", "a tough 2030 campaign"."""

from timeline.extract.occasions import is_in_phrase
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues
from timeline.text.words import Word

YEAR = 4
"""Figures of a year."""

_ADJECTIVES = 3
"""Words before the year of a make among which its article is, at most."""

_OWNS = frozenset(("'s", "’s", "'"))
_MONEY = frozenset("$€£")


def describes(reading: Reading, place: Range, cues: Cues) -> bool:
    """ "Monday's vote", "the 2016 election", "third-quarter profit", "the law of 1981"."""
    words = reading.words
    before = words[place.first - 1].low if place.first else ""
    after = words[place.last] if place.last < len(words) else None
    if before in cues.time.years and after is not None:
        verbs = {group.first for group in reading.groups}
        return place.last not in verbs and _is_described(after.low, cues)
    last = words[place.last - 1].text if place.last else ""
    if _encloses_year(reading, place, last, cues):
        return True
    if "-" in last and last[0].isdigit() and last[-1].islower():
        return True
    if before == "of" and (after is None or after.low not in _OWNS):
        return place.first < 2 or words[place.first - 2].low != "as"
    return after is not None and _is_of_noun(reading, place, before, after, cues)


def _is_of_noun(
    reading: Reading, place: Range, before: str, after: Word, cues: Cues
) -> bool:
    """Whether the word behind a date is the noun that it describes."""
    if after.low in _OWNS:
        return True
    if before and after.text[0] in _MONEY:
        return before in cues.grammar.articles  # "The May 2029 $7 million package"
    last = reading.words[place.last - 1].text
    # "The 2030 mid-term results"
    noun = after.low.replace("-", "") if last.isdigit() else after.low
    if not before or not _is_described(noun, cues):
        return False
    if _is_of_make(reading, place, cues) or _is_year_of_noun(reading, place, cues):
        return True
    if "-" in last and place.last - place.first == 1 and after.text.islower():
        return True
    first = reading.words[place.first].low
    if before in cues.grammar.articles or is_in_phrase(reading, place, cues):
        return first not in cues.time.not_attributes
    return before in cues.grammar.determiners and first[0].isdigit()


def _is_year_of_noun(reading: Reading, place: Range, cues: Cues) -> bool:
    """ "A tough 2030 campaign", "Brenn's June 2030 death": a date between whose or what it
    is and the noun."""
    words = reading.words
    if not words[place.last - 1].text.isdigit() or place.first < 2:
        return False
    if words[place.first - 1].low in ("'s", "’s"):
        return words[place.last].low in cues.event_nouns
    leads = words[place.first - 3].low if place.first > 2 else ""
    if leads in cues.time.on_occasions:
        return False  # "In his hopeless 2030 campaign"
    article, adjective = words[place.first - 2 : place.first]
    plain = adjective.text.islower() and adjective.low.isalpha()
    plain = plain and adjective.low not in cues.grammar.prepositions
    one = place.last - place.first == 1 and len(words[place.first].text) == YEAR
    verb = any(g.first == place.last for g in reading.groups)
    return article.low in cues.grammar.articles and plain and one and not verb


def _is_of_make(reading: Reading, place: Range, cues: Cues) -> bool:
    """ "A grey 2029 Corvo Sedan": a year between what describes a thing and its name."""
    words = reading.words
    year = words[place.first].text
    if place.last - place.first > 1 or not (year.isdigit() and len(year) == 4):
        return False
    if not words[place.last].text[0].isupper():
        return False
    groups = {at for g in reading.groups for at in range(g.first, g.last)}
    for at in range(place.first - 1, max(-1, place.first - 1 - _ADJECTIVES), -1):
        if words[at].low in cues.grammar.articles:
            return True
        if at in groups or not words[at].text.islower():
            return False
        if not _is_described(words[at].low, cues):
            return False
    return False


def _encloses_year(reading: Reading, place: Range, last: str, cues: Cues) -> bool:
    """Whether a comma closes the year of "the May 3, 2029, vote" before its noun."""
    behind = reading.words[place.last : place.last + 2]
    before = reading.words[place.first - 1].low if place.first else ""
    if len(behind) < 2 or behind[0].low != "," or before not in cues.grammar.articles:
        return False
    year = last.isdigit() and place.last - place.first > 1
    return year and behind[1].text.islower() and _is_described(behind[1].low, cues)


def _is_described(low: str, cues: Cues) -> bool:
    """Whether a word can be the noun that a date before it describes."""
    grammar = cues.grammar
    light = low in grammar.prepositions or low in grammar.adverbs
    light = light or low in grammar.coordinators or low in cues.helpers
    return low.isalpha() and not light
