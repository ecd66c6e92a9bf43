"""What names name, learnt from the whole document: people, organisations, places."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.extract.runs import ACRONYM, Run
from timeline.lang.cues import Cues
from timeline.text.stems import fold

PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"

_THING = "thing"
"""A vote against a person: "the Harbour Pact", "Kestrel OS 4"."""

_PEOPLE_DO = frozenset(("said", "told", "who", "added"))

_ROMAN = re.compile(r"[IVXLC]+")


@lru_cache(maxsize=65_536)
def key_of(words: tuple[str, ...]) -> str:
    """A name as it is compared: folded, without hyphens and stops."""
    return fold(" ".join(words)).replace("-", " ").replace(".", "")


def kinds_of(
    runs: Sequence[Run], cues: Cues, acronyms: frozenset[str]
) -> Mapping[str, str]:
    """What each name is, by all its appearances."""
    votes: dict[str, Counter[str]] = {}
    for run in runs:
        votes.setdefault(key_of(run.words), Counter())[_kind(run, cues)] += 1
    kinds = {key: _elected(counts) for key, counts in votes.items()}
    kinds |= {key_of((acronym,)): ORGANISATION for acronym in acronyms}
    for key, kind in list(kinds.items()):
        if kind == PERSON:
            surname = key.rpartition(" ")[2]
            if kinds.get(surname) in (UNKNOWN, PLACE) and " " in key:
                kinds[surname] = PERSON
    return kinds


def _elected(counts: Counter[str]) -> str:
    for kind in (ORGANISATION, PLACE, PERSON):
        if counts[kind] and counts[kind] >= counts.total() / 2:
            return kind
    if counts[_THING] >= counts[PERSON]:
        return PLACE if counts[PLACE] else UNKNOWN
    return PERSON if counts[PERSON] else (PLACE if counts[PLACE] else UNKNOWN)


def _kind(run: Run, cues: Cues) -> str:
    naming = cues.names
    joined, lows = " ".join(run.words), [word.lower() for word in run.words]
    if len(lows) > 1 and run.words[0] in naming.place_starts and not run.titled:
        return PLACE
    if joined in naming.countries or naming.country_phrases.fullmatch(joined):
        return PLACE
    if any(low in naming.organisations for low in lows) or _is_acronym(run.words):
        return ORGANISATION
    if len(lows) > 1 and (lows[-1] in naming.places or lows[0] in naming.places):
        return PLACE
    if run.titled:
        return PERSON
    if run.placed:
        return PLACE
    if run.before in naming.before_places:
        return PLACE
    if run.after not in _PEOPLE_DO and _is_thing(run):
        return _THING
    if 2 <= len(run.words) <= 4 or run.after in _PEOPLE_DO:
        return UNKNOWN if _is_nouns(run, cues) else PERSON
    return UNKNOWN


def _is_thing(run: Run) -> bool:
    """Whether a name of several words has an article, or a word no one is called by."""
    if len(run.words) < 2:
        return False
    capitals = [len(w) > 1 and w.isupper() and "." not in w for w in run.words]
    return run.article or (any(capitals) and not all(capitals))


def _is_nouns(run: Run, cues: Cues) -> bool:
    """Whether capitals may be nouns: behind an article, or with small words within.

    So in "Freilassung der Gefangenen", where nouns are written with a capital.
    """
    if cues.names.capitals:
        return False
    linked = any(word[0].islower() for word in run.words)
    return linked or run.before in cues.names.breakers


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and bool(
        ACRONYM.fullmatch(words[0]) and not _ROMAN.fullmatch(words[0])
    )
