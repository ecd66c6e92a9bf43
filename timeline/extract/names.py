"""Who and where: the names of a document, each in its fullest form.

Names are runs of capitals. What they name is learnt from the whole document: titles and
verbs of saying make people, words such as "Committee" organisations, "in" and "near"
places. A surname stands for the person introduced by it, an acronym for what it was
introduced with.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from timeline.extract.called import PERSON, PLACE, UNKNOWN, UPPER, key_of
from timeline.extract.kinds import kinds_of
from timeline.extract.runs import Run, runs_in, without_openers
from timeline.lang.cues import Cues
from timeline.model import Span
from timeline.text.stems import fold

_OF_PLACES = frozenset(("from", "outside", "inside", "around", "toward"))
_AFTER = re.compile(r"\s+(?P<word>[\w’']+)")
_ACRONYM_AFTER = re.compile(rf"[\"”»’']?\s?\((?P<acronym>[{UPPER}]\w{{1,7}})\)")


class Name(Struct, frozen=True):
    """A name where it stands in the text. `text` is its fullest form in the document.

    `subject` is true where no preposition stands before it.
    """

    start: int
    end: int
    text: str
    kind: str
    subject: bool = True


class Names(Struct, frozen=True):
    """All names of a document in order of their places, and where each begins."""

    found: tuple[Name, ...]
    starts: tuple[int, ...]

    def within(self, span: Span) -> tuple[Name, ...]:
        """The names that lie in a span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        return self.found[first:last]


class _Index(Struct):
    """By key: what each name is, and its fullest form where there is a fuller one."""

    kinds: Mapping[str, str]
    full: Mapping[str, str]


def collect(
    text: str, sentences: Sequence[Span], headings: Sequence[Span], cues: Cues
) -> tuple[Names, Names]:
    """The names in the given sentences of a document, and the people in its headings.

    There any word may have a capital, and nobody is introduced: who is named in the
    sentences is known there again.
    """
    runs = [run for span in sentences for run in runs_in(text, span, cues)]
    runs = without_openers(runs, cues)
    acronyms = dict(_introduced(text, runs, cues))
    kinds = kinds_of(runs, cues, frozenset(acronyms))
    index = _Index(kinds, {**_fullest(runs, kinds), **acronyms})
    found = filter(None, (_named(text, run, index, cues) for run in runs))
    above = (run for span in headings for run in runs_in(text, span, cues))
    again = (name for run in above for name in _known(run, index))
    return _names(found), _names(again)


def _names(found: Iterable[Name]) -> Names:
    kept = tuple(found)
    return Names(kept, tuple(name.start for name in kept))


def _known(run: Run, index: _Index) -> Iterator[Name]:
    """The people in a run of capitals whom the document names elsewhere, in full or not."""
    words = run.words
    first = 0
    while first < len(words):
        last = _end_of_person(words, first, index)
        if last > first:
            said = " ".join(words[first:last])
            full = index.full.get(key_of(said), said)
            yield Name(run.start, run.end, full, PERSON)
        first = max(last, first + 1)


def _end_of_person(words: Sequence[str], first: int, index: _Index) -> int:
    """Where the longest name of a known person ends that begins there, or there."""
    ends = range(len(words), first, -1)
    keys = ((last, key_of(" ".join(words[first:last]))) for last in ends)
    return next((last for last, key in keys if index.kinds.get(key) == PERSON), first)


def split(names: Iterable[Name]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and places, each once. A place that acts ("Moscow said") is an actor too."""
    actors: dict[str, None] = {}
    places: dict[str, None] = {}
    for name in names:
        if name.kind == PLACE:
            places[name.text] = None
        if name.kind != PLACE or name.subject:
            actors[name.text] = None
    return tuple(actors), tuple(places)


def _introduced(
    text: str, runs: Sequence[Run], cues: Cues
) -> Iterator[tuple[str, str]]:
    """Acronyms with what stands before their brackets: "the State Bank (SB)"."""
    for run in runs:
        found = _ACRONYM_AFTER.match(text, run.end)
        if not found or len(run.words) < 2:
            continue
        organised = not cues.names.organisations.isdisjoint(run.called.lows)
        if organised or _has_initials(run, found["acronym"]):
            yield fold(found["acronym"]), run.called.text


def _has_initials(run: Run, acronym: str) -> bool:
    """Whether an acronym is that of the capitals of a name."""
    initials = "".join(word[0] for word in run.words if word[0].isupper())
    return bool(initials) and initials == acronym.upper()


def _fullest(runs: Sequence[Run], kinds: Mapping[str, str]) -> Mapping[str, str]:
    """The fullest form of each person by surname; none where two people share it."""
    forms: dict[str, dict[str, str]] = {}
    for run in runs:
        key = run.called.key
        if kinds.get(key) == PERSON and len(run.words) > 1:
            forms.setdefault(key.rpartition(" ")[2], {}).setdefault(
                key, run.called.text
            )
    full: dict[str, str] = {}
    for surname, variants in forms.items():
        longest = max(variants, key=lambda key: (key.count(" "), len(key)))
        if all(_same_person(key, longest) for key in variants):
            full[surname] = variants[longest]
            full |= dict.fromkeys(variants, variants[longest])
        else:
            full |= variants
    return full


def _same_person(key: str, longest: str) -> bool:
    """Whether one name is the other with some of its words left out or abbreviated."""
    rest = iter(longest.split())
    return all(any(word.startswith(part) for word in rest) for part in key.split())


def _named(source: str, run: Run, index: _Index, cues: Cues) -> Name | None:
    """The name of a run in its fullest form, or None where it names no one."""
    key = run.called.key
    kind = index.kinds.get(key, UNKNOWN)
    text = index.full.get(key) or run.called.text
    lone = not cues.names.capitals or run.before in ("on", "via", "through")
    if kind == UNKNOWN and lone:
        return None
    if kind == UNKNOWN and run.before in _OF_PLACES:
        kind = PLACE
    is_noun = len(run.words) == 1 and (run.initial or not cues.names.capitals)
    if is_noun and text.lower() in cues.names.organisations:
        return None
    subject = run.before not in cues.grammar.prepositions
    if kind == PLACE:
        subject = subject and _acts(source, run.end, cues)
    return Name(run.start, run.end, text, kind, subject)


def _acts(text: str, end: int, cues: Cues) -> bool:
    """Whether a verb follows a name: "Moscow said"."""
    after = _AFTER.match(text, end, end + 30)
    low = after["word"].lower() if after else ""
    verb = cues.verbs.get(low)
    return low in cues.grammar.behind_names or (
        verb is not None and ("d" in verb.forms or "s" in verb.forms)
    )
