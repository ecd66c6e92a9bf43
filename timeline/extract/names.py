"""Who and where: the names of a document, each in its fullest form.

Names are runs of capitals. What they name is learnt from the whole document: titles and
verbs of saying make people, words such as "Committee" organisations, "in" and "near"
places. A surname stands for the person introduced by it, an acronym for what it was
introduced with.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from timeline.lang.cues import Cues
from timeline.model import Span
from timeline.text.stems import fold

PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"

_UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
_CAPITAL = rf"[{_UPPER}](?:\w|[-‐'’.&](?=\w))*"
_LINK = (
    r"(?:of(?:\sthe)?|for|de(?:\sla|l)?|la|v[ao]n(?:\sde[rn]?)?|der|den|bin|ibn|al|el"
    r"|du|di|da|dos|y)"
)
_RUN = re.compile(rf"(?<!\w){_CAPITAL}(?:\.?\s(?:{_LINK}\s)?{_CAPITAL})*")
_PART = re.compile(rf"(?P<link>{_LINK})(?=\s)|(?P<word>{_CAPITAL})")
_LEADS = frozenset('"“„«‘:–—')
_OF_PLACES = frozenset(("from", "outside", "inside", "around", "toward"))
_QUOTES = '"“„«‘('
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_AFTER = re.compile(r"\s+(?P<word>[\w’']+)")
_ACRONYM_AFTER = re.compile(rf"[\"”»’']?\s?\((?P<acronym>[{_UPPER}]\w{{1,7}})\)")
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,6}}s?|(?:[{_UPPER}]\.){{2,4}}")
_ROMAN = re.compile(r"[IVXLC]+")


_Pieces = list[tuple[str, int, int]]
"""Words with their offsets."""


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
    """All names of a document in order of their places."""

    found: tuple[Name, ...] = ()

    def within(self, span: Span) -> tuple[Name, ...]:
        """The names that lie in a span."""
        first = bisect_left(self.found, span.start, key=_start)
        last = bisect_left(self.found, span.end, key=_start)
        return self.found[first:last]


class _Run(Struct):
    """A run of capitals, with what speaks for its being a person or a place."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    initial: bool
    before: str
    placed: bool
    after: str = ""


class _Index(Struct):
    """By key: what each name is, and its fullest form where there is a fuller one."""

    kinds: Mapping[str, str]
    full: Mapping[str, str]


def _start(name: Name) -> int:
    return name.start


def collect(text: str, sentences: Sequence[Span], cues: Cues) -> Names:
    """The names in the given sentences of a document."""
    runs = [run for span in sentences for run in _runs(text, span, cues)]
    runs = _without_openers(runs, cues)
    acronyms = dict(_introduced(text, runs, cues))
    kinds = _kinds(runs, cues, frozenset(acronyms))
    index = _Index(kinds, {**_fullest(runs, kinds), **acronyms})
    names = [_named(text, run, index, cues) for run in runs]
    return Names(tuple(name for name in names if name))


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


# ── Runs of capitals ─────────────────────────────────────────────────────────────────


def _runs(text: str, span: Span, cues: Cues) -> Iterator[_Run]:
    if text[span.start : span.end].isupper():
        return
    letters = (at for at in range(span.start, span.end) if text[at].isalpha())
    first = next(letters, span.end)
    for match in _RUN.finditer(text, span.start, span.end):
        lead = text[max(span.start, match.start() - 3) : match.start()].rstrip()
        initial = lead[-1:] in _LEADS or match.start() <= first
        if initial and match[0].lower() in cues.names.openers:
            continue
        for pieces in _pieces(match, cues):
            run = _cleaned(
                text, pieces, initial and pieces[0][1] == match.start(), cues
            )
            if run:
                yield run


def _pieces(match: re.Match[str], cues: Cues) -> Iterator[_Pieces]:
    """The run, parted at possessives and at links that join two names."""
    current: _Pieces = []
    for part in _PART.finditer(match.string, match.start(), match.end()):
        word = part[0]
        if part.lastgroup == "link":
            if current and not _joins(word, current[-1][0], cues):
                yield current
                current = []
            elif current:
                current.append((word, *part.span()))
            continue
        if current and word.lower() in cues.names.breakers:
            yield current
            current = []
            continue
        bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        current.append((bare, part.start(), part.start() + len(bare)))
        if bare != word:
            yield current
            current = []
    if current:
        yield current


def _joins(link: str, before: str, cues: Cues) -> bool:
    if not link.startswith(("of", "for")):
        return True
    low, naming = before.lower(), cues.names
    return low in naming.organisations or low in naming.titles or low in naming.places


def _cleaned(text: str, pieces: _Pieces, initial: bool, cues: Cues) -> _Run | None:
    """The run without openers, titles, nationalities and words that name nothing."""
    naming = cues.names
    while pieces and (pieces[-1][0][0].islower() or pieces[-1][0] in naming.not_names):
        pieces = pieces[:-1]
    pieces, titled = _behind_title(pieces, cues)
    linked = False
    while pieces:
        word = pieces[0][0]
        low = word.lower().rstrip(".")
        if word[0].islower():
            titled, linked = False, True
        elif (linked and low == "state") or _is_title(pieces, cues):
            titled, linked = True, False
        elif initial and low in naming.openers and low not in naming.organisations:
            initial = False
        elif word not in naming.not_names and not _describes(pieces, text, cues):
            return _run(text, pieces, titled, initial, cues)
        pieces = pieces[1:]
    return None


def _behind_title(pieces: _Pieces, cues: Cues) -> tuple[_Pieces, bool]:
    """What follows the last title inside a run: "Energy Minister Ada Brenn"."""
    for place in range(len(pieces) - 2, 0, -1):
        if _is_title(pieces[place:], cues) and pieces[place + 1][0][0].isupper():
            return pieces[place + 1 :], True
    return pieces, False


def _run(text: str, pieces: _Pieces, titled: bool, initial: bool, cues: Cues) -> _Run:
    """The run with the words around it that say what it names."""
    places = cues.names.places
    start, end = pieces[0][1], pieces[-1][2]
    before = text[max(0, start - 40) : start].replace(" the ", " ").split()[-2:]
    low = before[-1].strip(_QUOTES).lower() if before else ""
    placed = low.endswith(",") and low[:-1] in places
    if low == "of" and len(before) > 1:
        placed = before[0].lower() in places
    words = tuple(piece[0] for piece in pieces)
    after = text[end : end + 24].split(maxsplit=1)[:1]
    follows = after[0].lower() if after else ""
    return _Run(start, end, words, titled, initial, low, placed, follows)


def _is_title(pieces: _Pieces, cues: Cues) -> bool:
    """ "President" before a name; not "Interior" before "Ministry"."""
    titles = cues.names.titles
    low = pieces[0][0].lower().rstrip(".")
    following = pieces[1][0].lower() if len(pieces) > 1 else ""
    if following in cues.names.organisations and following not in titles:
        return False
    return low in titles or f"{low} {following}" in titles


def _describes(pieces: _Pieces, text: str, cues: Cues) -> bool:
    """ "Russian", "Varenian", "Moscow-backed": a word before a name or thing, no name."""
    naming = cues.names
    word = pieces[0][0]
    if word in naming.demonyms or word.removesuffix("s") in naming.demonyms:
        return True
    if len(pieces) > 1:
        following = pieces[1][0].lower()
        thing = following in naming.organisations or following in naming.places
        country = word in naming.countries or word in naming.country_adjectives
        return (country and not thing) or (
            "-" in word and word.rpartition("-")[2].islower()
        )
    if any(c.isdigit() for c in word) or word in naming.lone:
        return True
    if "-" in word and word.rpartition("-")[2].islower():
        return True
    if not word.endswith(("ian", "ean", "ish", "ese")):
        return False
    return text[pieces[0][2] : pieces[0][2] + 2][1:].islower()


def _without_openers(runs: list[_Run], cues: Cues) -> list[_Run]:
    """Drop lone first words of sentences that are capitalised nowhere else."""
    inside = {run.words[-1] for run in runs if not run.initial}
    inside |= {word for run in runs if len(run.words) > 1 for word in run.words}
    kept = []
    for run in runs:
        lone = run.initial and len(run.words) == 1
        word = run.words[0]
        known = (
            word in inside or word in cues.names.countries or _ACRONYM.fullmatch(word)
        )
        if not lone or known or (_acts_next(run, cues) and not _is_common(word, cues)):
            kept.append(run)
    return kept


def _acts_next(run: _Run, cues: Cues) -> bool:
    """Whether a verb or a possessive follows: "Valk said", not "Rather than"."""
    after = run.after.strip(",.;:")
    if after in _POSSESSIVES or after in cues.helpers:
        return True
    return not cues.verbs or after in cues.verbs or after.endswith(("ed", "ly"))


def _is_common(word: str, cues: Cues) -> bool:
    """Whether a lone first word is more likely a word than a name."""
    low = word.lower()
    return (
        not cues.verbs
        or low in cues.verbs
        or low in cues.event_nouns
        or low.endswith(("s", "ed", "ing", "ly", "ion", "ment", "ness", "ity"))
    )


# ── Kinds ────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=65_536)
def _key(words: tuple[str, ...]) -> str:
    return fold(" ".join(words)).replace("-", " ").replace(".", "")


def _kinds(
    runs: Sequence[_Run], cues: Cues, acronyms: frozenset[str]
) -> Mapping[str, str]:
    """What each name is, by all its appearances."""
    votes: dict[str, Counter[str]] = {}
    for run in runs:
        votes.setdefault(_key(run.words), Counter())[_kind(run, cues)] += 1
    kinds = {key: _elected(counts) for key, counts in votes.items()}
    kinds |= {_key((acronym,)): ORGANISATION for acronym in acronyms}
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
    return PERSON if counts[PERSON] else (PLACE if counts[PLACE] else UNKNOWN)


def _kind(run: _Run, cues: Cues) -> str:
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
    if run.before in ("in", "at", "near", "across", "throughout"):
        return PLACE
    if 2 <= len(run.words) <= 4 or run.after in ("said", "told", "who", "added"):
        return PERSON
    return UNKNOWN


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and bool(
        _ACRONYM.fullmatch(words[0]) and not _ROMAN.fullmatch(words[0])
    )


# ── Fullest forms ────────────────────────────────────────────────────────────────────


def _introduced(
    text: str, runs: Sequence[_Run], cues: Cues
) -> Iterator[tuple[str, str]]:
    """Acronyms with what stands before their brackets: "the State Bank (SB)"."""
    for run in runs:
        found = _ACRONYM_AFTER.match(text, run.end)
        lows = {word.lower() for word in run.words}
        if (
            found
            and len(run.words) > 1
            and lows & cues.names.organisations | _initials(run, found)
        ):
            yield fold(found["acronym"]), " ".join(run.words)


def _initials(run: _Run, found: re.Match[str]) -> set[str]:
    initials = "".join(word[0] for word in run.words if word[0].isupper())
    return {initials} if initials == found["acronym"].upper() else set()


def _fullest(runs: Sequence[_Run], kinds: Mapping[str, str]) -> Mapping[str, str]:
    """The fullest form of each person by surname; none where two people share it."""
    forms: dict[str, dict[str, str]] = {}
    for run in runs:
        key = _key(run.words)
        if kinds.get(key) == PERSON and len(run.words) > 1:
            joined = " ".join(run.words)
            forms.setdefault(key.rpartition(" ")[2], {}).setdefault(key, joined)
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


def _named(source: str, run: _Run, index: _Index, cues: Cues) -> Name | None:
    """The name of a run in its fullest form, or None where it names no one."""
    key = _key(run.words)
    kind = index.kinds.get(key, UNKNOWN)
    text = index.full.get(key) or " ".join(run.words)
    if kind == UNKNOWN and (not cues.verbs or run.before in ("on", "via", "through")):
        return None
    if kind == UNKNOWN and run.before in _OF_PLACES:
        kind = PLACE
    if text.lower() in cues.names.organisations and len(run.words) == 1 and run.initial:
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
    grammar = cues.grammar
    return low in grammar.be | grammar.have | grammar.modals or (
        verb is not None and ("d" in verb.forms or "s" in verb.forms)
    )
