"""Runs of capitals: what in a sentence can be a name, without titles and openers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from timeline.extract.called import ACRONYM, UPPER, Called, called
from timeline.lang.cues import Cues, cues
from timeline.model import Span

_REST = r"(?:\w|[-‐'’.&](?=\w))*"
_CAPITAL = rf"[{UPPER}]{_REST}"
_LINK = (
    r"(?:of(?:\sthe)?|for|de(?:\sla|l)?|la|v[ao]n(?:\sde[rn]?)?|der|den|bin|ibn|al|el"
    r"|du|di|da|dos|y)"
)
# A capital comes first, what may not stand before it second: so `re` skips to capitals.
_RUN = re.compile(
    rf"[{UPPER}](?<!\w[{UPPER}]){_REST}(?:\.?\s(?:{_LINK}\s)?{_CAPITAL})*"
)
_PART = re.compile(rf"(?P<link>{_LINK})(?=\s)|(?P<word>{_CAPITAL})")
_LEADS = frozenset('"“„«‘:–—')
_QUOTES = '"“„«‘('
_ORDINALS = frozenset(("first", "vice"))
"""Titles only before another: "First Minister", not "First Security"."""

_NEXT = re.compile(r" (?P<word>[a-z]+)")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


_NEAR = 40
"""Characters before a name among which the word before it is looked for."""

_Pieces = list[tuple[str, int, int]]
"""Words with their offsets."""


class Run(Struct, gc=False):
    """A run of capitals, with what speaks for its being a person or a place."""

    start: int
    end: int
    called: Called
    words: tuple[str, ...]
    titled: bool
    initial: bool
    before: str
    placed: bool
    after: str = ""
    article: bool = False


def runs_in(text: str, span: Span, cues: Cues) -> Iterator[Run]:
    """The names that a sentence may have, in order; none where all of it is in capitals."""
    if text[span.start : span.end].isupper():
        return
    at_head = True
    for match in _RUN.finditer(text, span.start, span.end):
        lead = text[max(span.start, match.start() - 3) : match.start()].rstrip()
        initial = lead[-1:] in _LEADS
        if at_head and not initial:
            initial = not any(map(str.isalpha, text[span.start : match.start()]))
        at_head = False
        if initial and match[0].lower() in cues.names.openers:
            continue
        below = text[match.end() + 1 : match.end() + 2].islower()
        below = below and not _is_subject(text, match, cues)
        for named in _named(match[0], initial, below, cues.language):
            yield _placed(text, match.start(), named, cues)


def _is_subject(text: str, run: re.Match[str], cues: Cues) -> bool:
    """Whether a verb follows a run without an article: "Brian has", not "a Varenian has"."""
    after = _NEXT.match(text, run.end())
    low = after["word"] if after else ""
    verb = cues.verbs.get(low)
    acts = low in cues.helpers or (verb is not None and verb.forms in ("d", "dn"))
    before = text[max(0, run.start() - _NEAR) : run.start()].rsplit(None, 1)[-1:]
    return acts and not any(word.lower() in cues.grammar.nominal for word in before)


class _Named(Struct, frozen=True, gc=False):
    """A name in a run of capitals, by its offsets from the start of the run."""

    start: int
    end: int
    called: Called
    titled: bool
    initial: bool


@lru_cache(maxsize=16_384)
def _named(run: str, initial: bool, below: bool, language: str) -> tuple[_Named, ...]:
    """The names in a run, which has the same ones wherever it stands.

    `below` says that what follows it, behind a blank or mark, is written small.
    """
    said = f"{run} {'a' if below else 'A'}"
    words = cues(language)
    found = (
        _cleaned(said, pieces, initial and not pieces[0][1], words)
        for pieces in _pieces(run, words)
    )
    return tuple(name for name in found if name)


def _pieces(run: str, cues: Cues) -> Iterator[_Pieces]:
    """The run, parted at possessives and at links that join two names."""
    current: _Pieces = []
    for part in _PART.finditer(run):
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
        start = part.start()
        if cues.names.elided:
            word = _unjoined(word, cues)
            start = part.end() - len(word)
        bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        if len(bare) == 1 and run[part.end() : part.end() + 1] == ".":
            word = bare = f"{bare}."
        current.append((bare, start, start + len(bare)))
        if bare != word:
            yield current
            current = []
    if current:
        yield current


def _unjoined(word: str, cues: Cues) -> str:
    """A name without the article written on to it: "L'Unione"."""
    head, mark, tail = word.replace("’", "'").partition("'")
    return tail if tail and f"{head}{mark}".lower() in cues.names.elided else word


def _joins(link: str, before: str, cues: Cues) -> bool:
    if not link.startswith(("of", "for")):
        return True
    low, naming = before.lower(), cues.names
    return low in naming.organisations or low in naming.titles or low in naming.places


def _cleaned(text: str, pieces: _Pieces, initial: bool, cues: Cues) -> _Named | None:
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
        elif _opens(low, initial, cues):
            initial = False
        elif word not in naming.not_names and not _describes(pieces, text, cues):
            said = tuple(piece[0] for piece in pieces)
            name = called(said, titled, cues)
            return _Named(pieces[0][1], pieces[-1][2], name, titled, initial)
        pieces = pieces[1:]
    return None


def _opens(low: str, initial: bool, cues: Cues) -> bool:
    """Whether a capitalised word only opens a sentence, be it one that lost its stop."""
    if low in cues.grammar.subordinators or low in cues.grammar.relatives:
        return True
    return initial and low in cues.names.openers and low not in cues.names.organisations


def _behind_title(pieces: _Pieces, cues: Cues) -> tuple[_Pieces, bool]:
    """What follows the last title inside a run: "Energy Minister Ada Brenn"."""
    for place in range(len(pieces) - 2, 0, -1):
        if _is_title(pieces[place:], cues) and pieces[place + 1][0][0].isupper():
            return pieces[place + 1 :], True
    return pieces, False


def _placed(text: str, offset: int, name: _Named, cues: Cues) -> Run:
    """The name with the words around it that say what it names."""
    places = cues.names.places
    start, end = offset + name.start, offset + name.end
    before = (
        text[max(0, start - _NEAR) : start].replace(" the ", " ").rsplit(None, 2)[-2:]
    )
    low = before[-1].strip(_QUOTES).lower() if before else ""
    placed = low.endswith(",") and low[:-1] in places
    if low == "of" and len(before) > 1:
        placed = before[0].lower() in places
    after = text[end : end + 24].split(maxsplit=1)[:1]
    follows = after[0].lower() if after else ""
    article = text[max(0, start - 4) : start].lower() == "the "
    return Run(
        start,
        end,
        name.called,
        name.called.words,
        name.titled,
        name.initial,
        low,
        placed,
        follows,
        article,
    )


def _is_title(pieces: _Pieces, cues: Cues) -> bool:
    """ "President" before a name; not "Interior" before "Ministry".

    Nor "Health" before "Protection Agency".
    """
    titles = cues.names.titles
    low = pieces[0][0].lower().rstrip(".")
    following = pieces[1][0].lower() if len(pieces) > 1 else ""
    if following in cues.names.organisations and following not in titles:
        return False
    body = pieces[-1][0].lower() in cues.names.organisations
    if body and low in cues.names.portfolios:
        return False
    if low in _ORDINALS and following not in titles:
        return False
    return low in titles or f"{low} {following}" in titles


def _describes(pieces: _Pieces, text: str, cues: Cues) -> bool:
    """ "Russian", "Varenian", "Moscow-backed": a word before a name or thing, no name."""
    naming = cues.names
    word = pieces[0][0]
    if naming.country_phrases.fullmatch(" ".join(piece[0] for piece in pieces[:2])):
        return False
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


def without_openers(runs: list[Run], cues: Cues) -> list[Run]:
    """Drop lone first words of sentences that are capitalised nowhere else."""
    inside = {run.words[-1] for run in runs if not run.initial}
    inside |= {word for run in runs if len(run.words) > 1 for word in run.words}
    kept = []
    for run in runs:
        lone = run.initial and len(run.words) == 1
        word = run.words[0]
        known = (
            word in inside or word in cues.names.countries or ACRONYM.fullmatch(word)
        )
        if not lone or known or (_acts_next(run, cues) and not _is_common(word, cues)):
            kept.append(run)
    return kept


def _acts_next(run: Run, cues: Cues) -> bool:
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
