"""Those it happened to, where nobody is named: how old, of which nation, how many.

"A 32-year-old British climber", "an Australian" and "two climbers" are three tellings of
three things, in however like words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from timeline.lang.cues import cues
from timeline.text.memory import Memory
from timeline.text.stems import fold, stem

_TOKEN = re.compile(r"[^\W_]+(?:[-–'’][^\W_]+)*|[^\w\s]")
_AGES = range(1, 120)
_ADJECTIVES = 4
"""Words between an article and its noun, at most."""

_NATION = 1.0
_NUMBER = 0.4
"""How much less than other ages do other nations, and one against several, speak against
one event: the ship may be Indian and the pirates Somali."""


class Persons(Struct, frozen=True):
    """What a sentence says of the people in it.

    `ages` are in years; `nations` those of people introduced as "a Kestrian", and
    `together` those of several told of at once, "a Kestrian and a Morvian climber"; `one`
    and `several` the stems of what there is one of ("a climber") and more of ("climbers").
    """

    ages: frozenset[int] = frozenset()
    nations: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()


NOBODY = Persons()


def persons(text: str, language: str) -> Persons:
    """What a sentence says of the people in it, as far as the language has words for it.

    >>> persons("A 32-year-old British climber fell.", "en").ages
    frozenset({32})
    """
    known = _words(language)
    if not known.articles:
        return NOBODY
    tokens = list(map(_tokens(language).__getitem__, _TOKEN.findall(text)))
    # Most words say nothing of people.
    places = [place for place, token in enumerate(tokens) if token.is_telling]
    if not places:
        return NOBODY
    one = frozenset(_single(tokens, places, known))
    together = frozenset(_together(tokens, places, known)) or NOBODY.together
    several = (tokens[place].several for place in places)
    found = Persons(
        frozenset(_ages(tokens, places, known)) or NOBODY.ages,
        frozenset(w for w in one if w in known.nations) | together or NOBODY.nations,
        together,
        frozenset(map(stem, one)) or NOBODY.one,
        frozenset(filter(None, several)) or NOBODY.several,
    )
    return NOBODY if found == NOBODY else found


def agreement(one: Persons, other: Persons) -> float:
    """1 for people of one age, -1 for other ages; less for another nation or number."""
    if one.ages and other.ages:
        return -1.0 if one.ages.isdisjoint(other.ages) else 1.0
    if _are_foreign(one, other) or _is_one_of(one, other) or _is_one_of(other, one):
        return -_NATION
    return -_NUMBER if _is_counted_apart(one, other) else 0.0


def _are_foreign(a: Persons, b: Persons) -> bool:
    """Whether both say a nation, and none of them is the same."""
    return bool(a.nations and b.nations) and a.nations.isdisjoint(b.nations)


def _is_one_of(a: Persons, b: Persons) -> bool:
    """Whether one tells of a Kestrian alone, and the other of one with a Morvian."""
    return bool(a.nations) and a.nations < b.together


def _is_counted_apart(a: Persons, b: Persons) -> bool:
    """Whether one tells of one, and the other of more of the same kind."""
    return not (a.one - a.several).isdisjoint(b.several - b.one) or not (
        b.one - b.several
    ).isdisjoint(a.several - a.one)


class _Words(Struct, frozen=True):
    """What opens and ends "a British climber", nations, and how ages end."""

    articles: frozenset[str]
    coordinators: frozenset[str]
    ends: frozenset[str]
    nations: frozenset[str]
    old: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    known = cues(language)
    grammar = known.grammar
    ends = (
        grammar.prepositions | grammar.relatives | grammar.be | grammar.have
    ) | grammar.coordinators
    return _Words(
        known.persons.articles,
        grammar.coordinators,
        ends,
        frozenset(map(fold, known.names.demonyms | known.persons.lands)),
        tuple(sorted(known.persons.old)),
    )


class _Token(Struct, frozen=True):
    """A word or mark, and what it says whatever stands around it.

    `folded` is as it is looked up, `several` the stem of a plural, or "". `is_telling` says
    that it may say something of people.
    """

    text: str
    folded: str
    is_article: bool
    is_nation: bool
    ends: bool
    several: str
    is_telling: bool


@cache
def _tokens(language: str) -> Memory[_Token]:
    """What each token is."""
    return Memory(lambda token: _token(token, _words(language)))


def _token(text: str, known: _Words) -> _Token:
    low, folded = text.casefold(), fold(text)
    is_article, is_nation = low in known.articles, folded in known.nations
    # But of those on -es: "crashes" are rarely several.
    is_several = _is_plural(low) and stem(low) != low[:-2]
    return _Token(
        text,
        folded,
        is_article,
        is_nation,
        not folded[0].isalnum() or folded in known.ends,
        stem(low) if is_several else "",
        is_article or is_nation or is_several or text[0].isdecimal(),
    )


def _single(
    tokens: Sequence[_Token], places: Iterable[int], known: _Words
) -> Iterator[str]:
    """The words of "a British climber", folded.

    A headline does without the article: "British climber dies", "Peru: British climber …".
    """
    for place in places:
        token = tokens[place]
        if token.is_article:
            yield from _phrase(tokens, place + 1, known)
        elif token.is_nation and (not place or tokens[place - 1].text == ":"):
            phrase = tuple(_phrase(tokens, place, known))
            yield from () if any(map(_is_plural, phrase)) else phrase


def _phrase(tokens: Sequence[_Token], first: int, known: _Words) -> Iterator[str]:
    """The words from one on that can be adjectives and their noun, folded.

    A land of two words that has no adjective is one more.
    """
    before = ""
    for word in tokens[first : first + _ADJECTIVES]:
        if word.ends:
            return
        yield word.folded
        if before and (land := f"{before} {word.folded}") in known.nations:
            yield land
        before = word.folded


def _together(
    tokens: Sequence[_Token], places: Iterable[int], known: _Words
) -> Iterator[str]:
    """The nations of "a Kestrian and a Morvian climber" and "Kestrian, Morvian climbers".

    Without an article only in a headline: a war can be Kestrian and Morvian, too.
    """
    nations = [place for place in places if tokens[place].is_nation]
    for one, other in pairwise(nations):
        opened = not one or tokens[one - 1].folded in known.articles | {":"}
        between = {token.folded for token in tokens[one + 1 : other]}
        joins = between & (known.coordinators | {","})
        if opened and joins and between <= joins | known.articles:
            yield from (tokens[one].folded, tokens[other].folded)


def _is_plural(word: str) -> bool:
    """Whether a word ends like a plural. So do some verbs, but the short ones."""
    return len(word) > 4 and word.endswith("s") and stem(word) != word


def _ages(
    tokens: Sequence[_Token], places: Iterable[int], known: _Words
) -> Iterator[int]:
    """Of "a 61-year-old man" and "Orlin, 61, left"."""
    for place in places:
        text = tokens[place].text
        number = text.partition("-")[0]
        if not number.isdecimal() or not number.isascii() or len(number) > 3:
            continue
        said = text.casefold().endswith(known.old)
        if int(number) in _AGES and (said or _is_apposed(tokens, place)):
            yield int(number)


def _is_apposed(tokens: Sequence[_Token], place: int) -> bool:
    """Whether a figure of two digits stands between commas, behind a name."""
    around = [*tokens[place - 1 : place], *tokens[place + 1 : place + 2]]
    named = place > 1 and tokens[place - 2].text[0].isupper()
    is_apart = [token.text for token in around] == [",", ","]
    return named and is_apart and len(tokens[place].text) == 2
