"""Headlines and captions that lost their line end and run on into the text.

"Aid is slow to arrive The ministry has sent two planes." is two things, and only a capital
letter where none belongs says so. Cut is before a word that begins sentences, if it has a
capital behind a word that can end a phrase, and the next word shows that no title goes on
("read The Torvik Post"). At the top of a text, where headlines stand, any word will do
that the text itself writes small elsewhere, and so will the name that the headline began
with. There, a verb too many parts two sentences as well (captions). A headline All in
Capitals ends where a name that it has named comes again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.extract.captions import caption_end
from timeline.lang.cues import Cues
from timeline.model import Span

_SEAM = re.compile(
    r"""[ ](?<=[\w%'’"”»)][ ])(?P<word>[^\W\d_a-zß-öø-ÿ][^\W\d_]*)[ ]
    (?P<after>["“„«]?\w+)""",
    re.VERBOSE,
)
"""A capitalised word that no stop stands before, and the next one. The blank comes first:
so `re` skips to blanks."""

_LAST = re.compile(r"""(?P<before>\w['’\w.%-]*['’\w%])(?:[ ]?["”»)]|[ ]?'')?$""")
"""The word that a headline ends with, perhaps as the last of a quotation."""

_TOKEN = re.compile(r"[^\W\d_][\w.'’-]*")

_TITLE = 6
"""Words of the shortest headline in capitals with the name that follows it."""

_APART = 4
"""Words of a name with its titles, at most."""

_LONGEST = 40
"""Characters of a word that are looked at."""

_LETTERS = re.compile(r"[^\W\d_]+")

_VOWELS = "aeio"
"""No article "a" stands before one of them: "influenza A and B"."""

SHORTEST = 40
"""Characters of the shortest text behind a headline."""

FEWEST = 3
"""Words of the shortest headline."""

TOP = 2
"""Sentences at the top of a text in which a headline and a caption can stand."""


def unglued(text: str, spans: Sequence[Span], cues: Cues) -> Iterator[Span]:
    """The sentences, where one ran on into another as two; only with known grammar."""
    top = tuple(spans[:TOP])
    for number, span in enumerate(spans):
        start = span.start
        for cut in _all_cuts(text, span, top if number < TOP else (), number, cues):
            yield Span(start, len(text[start:cut].rstrip()) + start)
            start = cut
        yield Span(start, span.end)


def _all_cuts(
    text: str, span: Span, top: tuple[Span, ...], number: int, cues: Cues
) -> Iterator[int]:
    """Where something new begins inside the sentence with this number."""
    if not cues.verbs:
        return
    again = None if number else _named_again(text, span, cues)
    if again:
        yield again
    rest = Span(again or span.start, span.end)
    for cut in _cuts(text, rest, top, cues):
        rest = Span(cut, span.end)
        yield cut
    end = caption_end(text, rest, cues) if top else None
    if end:
        yield end


def _named_again(text: str, span: Span, cues: Cues) -> int | None:
    """Where "Lind Says Mine Comes First | President Lind declared …" begins anew."""
    grammar = cues.grammar
    light = grammar.prepositions | grammar.determiners | grammar.coordinators
    head: list[re.Match[str]] = []
    for word in _TOKEN.finditer(text, span.start, span.end):
        if word[0].islower() and word[0] not in light:
            break
        head.append(word)
    seen = {word[0] for word in head[:-_APART]}
    if len(head) < _TITLE or head[-1][0] not in seen or head[-1][0] in light:
        return None
    start = len(head) - 1
    while head[start - 1][0] in seen and head[start - 1][0][0].isupper():
        start -= 1
    for place in range(start - 1, max(start - _APART, 0), -1):
        low = head[place][0].lower().rstrip(".")
        if low in cues.names.titles and low not in grammar.adverbs:
            start = place
    cut = head[start].start()
    if span.end - cut < SHORTEST or start < FEWEST or head[start - 1][0] in light:
        return None
    return cut if text[cut - 2 : cut - 1].isalnum() and text[cut - 1] == " " else None


@lru_cache(maxsize=1)  # Asked again and again while one text is cut, and mostly never.
def _small(text: str, top: tuple[Span, ...]) -> frozenset[str]:
    """The capitalised words at the top of a text that it writes small as well."""
    words = (w for s in top for w in _LETTERS.findall(text[s.start : s.end]))
    capitalised = {word.lower() for word in words if word[0].isupper()}
    return frozenset(word for word in _LETTERS.findall(text) if word in capitalised)


def _cuts(text: str, span: Span, top: tuple[Span, ...], cues: Cues) -> Iterator[int]:
    """Where something new begins inside a sentence, from left to right.

    `top` are the sentences at the top of the text, none for one below it.
    """
    start = place = span.start
    while seam := _SEAM.search(text, place, span.end):
        place = seam.start("word")
        if span.end - place < SHORTEST:
            return
        word = seam["word"]
        if not word.istitle() or word == "I":
            continue
        if not top and not _opens(word.lower(), cues):
            continue
        last = _LAST.search(text, max(start, seam.start() - _LONGEST), seam.start())
        if last is None:
            continue
        if len(text[start:place].split()) < FEWEST:
            continue
        if _begins(last["before"], seam, top, cues) or (
            top
            and text.startswith(f"{word} {seam['after']}", start)
            and _ends(last["before"], cues)
        ):
            yield place
            start = place


def _ends(before: str, cues: Cues) -> bool:
    """Whether a headline can end here, seen by its last word."""
    grammar = cues.grammar
    bound = grammar.prepositions | grammar.determiners | grammar.coordinators
    open_ = before in bound or before in cues.helpers or before in cues.verbs
    return before[0].islower() and not before.endswith(("'s", "’s")) and not open_


def _opens(low: str, cues: Cues) -> bool:
    """Whether a word begins sentences, and names only with it."""
    grammar = cues.grammar
    is_subject = cues.people.get(low) == low or low in grammar.speakers
    return is_subject or low in grammar.determiners or low == "there"


def _begins(
    before: str, seam: re.Match[str], top: tuple[Span, ...], cues: Cues
) -> bool:
    low, after = seam["word"].lower(), seam["after"]
    grammar = cues.grammar
    bound = grammar.prepositions | grammar.determiners | grammar.coordinators
    if before.lower() in bound or before.lower() in cues.helpers:
        return False
    if low == "a" and (after[0] in _VOWELS or not top):
        return False  # "Influenza A is here", "group A pupils"
    is_small = after[0].islower()
    if _opens(low, cues):
        return is_small or (bool(top) and after.lower() not in cues.helpers)
    if not top or not is_small or not _ends(before, cues):
        return False
    return low in cues.names.openers or low in _small(seam.string, top)
