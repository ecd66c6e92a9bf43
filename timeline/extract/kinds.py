"""What names name, learnt from the whole document: people, organisations, places."""

from collections.abc import Mapping, Sequence

from timeline.extract.called import ORGANISATION, PERSON, PLACE, UNKNOWN, key_of
from timeline.extract.runs import Run
from timeline.lang.cues import Cues

_THING = "thing"
"""A vote against a person: "the Harbour Pact", "Kestrel OS 4"."""

_PEOPLE_DO = frozenset(("said", "told", "who", "added"))


def kinds_of(
    runs: Sequence[Run], cues: Cues, acronyms: frozenset[str]
) -> Mapping[str, str]:
    """What each name is, by all its appearances."""
    votes: dict[str, list[str]] = {}
    for run in runs:
        votes.setdefault(run.called.key, []).append(_kind(run, cues))
    kinds = {key: _elected(votes[key]) for key in votes}
    kinds |= {key_of(acronym): ORGANISATION for acronym in acronyms}
    for key, kind in list(kinds.items()):
        if kind == PERSON:
            surname = key.rpartition(" ")[2]
            if kinds.get(surname) in (UNKNOWN, PLACE) and " " in key:
                kinds[surname] = PERSON
    return kinds


def _elected(votes: list[str]) -> str:
    for kind in (ORGANISATION, PLACE, PERSON):
        if kind in votes and votes.count(kind) >= len(votes) / 2:
            return kind
    if votes.count(_THING) >= votes.count(PERSON):
        return PLACE if PLACE in votes else UNKNOWN
    return PERSON if PERSON in votes else (PLACE if PLACE in votes else UNKNOWN)


def _kind(run: Run, cues: Cues) -> str:
    if run.called.kind != UNKNOWN:
        return run.called.kind
    if run.placed or run.before in cues.names.before_places:
        return PLACE
    if run.called.lows[-1] in cues.names.times:
        return _THING  # "Election Day"
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
