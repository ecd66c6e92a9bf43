"""Seams that a single capital gives away, wherever they stand in a text.

"Valk died at the age of 50 | However, his mill", "at the school | Four children have been",
"in the villages | In the capital, miners were": no name goes on like that. Nor is a row of
words in CAPITALS part of the sentence that it stands in: "MINE CLOSED | The pit was flooded".
In a list by dates whose line ends were lost, each with a colon heads what follows it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from timeline.extract.captions import is_told
from timeline.lang.cues import Cues
from timeline.model import Span

_SEAM = re.compile(
    r"""[ ](?<=[\w%'’"”»)][ ])(?P<word>[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+)(?P<comma>,?)
    (?=[ ](?P<after>\w+))""",
    re.VERBOSE,
)
"""A capitalised word that no stop stands before, and the next one."""

_LAST = re.compile(r"(?P<word>[\w.%'’-]*[\w%])[\"”»')]*\Z")
"""The word before it, perhaps the last of a quotation."""

_LOUD = "[A-ZÀ-Þ][A-ZÀ-Þ'’-]*"

_SHOUTED = re.compile(
    rf"[A-ZÀ-Þ](?<![\w'’-][A-ZÀ-Þ])[A-ZÀ-Þ'’-]*[,:]?[ ](?:{_LOUD}[,:]?[ ]){{2,}}{_LOUD}[ ]"
    r"(?=[A-ZÀ-Þ][a-zß-ÿ]+[ ][\w'’-]*[a-zß-ÿ])"
)
"""Four words in capitals or more, before one that only begins with one. A capital comes
first, what may not stand before it second: so `re` skips to capitals."""

_ENTRY = re.compile(r":[ ](?=[\"“‘']?[^\W\d_a-z])")
"""What stands behind the date that heads an entry: "1934: A fire"."""

_NEAR = 40
"""Characters before a seam among which the word before it is looked for."""

SHORTEST = 40
"""Characters of the shortest text behind a seam."""


def entry_heads(text: str, dates: Iterable[Span]) -> tuple[int, ...]:
    """Where the entries of a list by dates can begin; one date alone heads no list."""
    heads = tuple(date.start for date in dates if _ENTRY.match(text, date.end))
    return heads if len(heads) > 1 else ()


def parted(text: str, span: Span, heads: Sequence[int], cues: Cues) -> Iterator[Span]:
    """A sentence, as two or more where another begins inside it.

    But for entries (whose `heads` are in order) this is only seen with known grammar.
    """
    start = span.start
    cuts = {*_entries(text, span, heads, cues)}
    for cut in sorted(cuts.union(_cuts(text, span, cues) if cues.verbs else ())):
        if start < cut:
            yield Span(start, len(text[start:cut].rstrip()) + start)
            start = cut
    yield Span(start, span.end)


def _entries(text: str, span: Span, heads: Sequence[int], cues: Cues) -> Iterator[int]:
    """Where entries begin inside a sentence: not "In May 1934: A", nor behind a comma."""
    for at in heads[bisect_right(heads, span.start) : bisect_left(heads, span.end)]:
        before = _last(text, span.start, at - 1)
        if before and before.lower() not in cues.grammar.bound:
            yield at


def _cuts(text: str, span: Span, cues: Cues) -> Iterator[int]:
    for row in _SHOUTED.finditer(text, span.start, span.end):
        inside = row.start() > span.start
        if inside and _leads_on(_last(text, span.start, row.start() - 1), cues):
            continue
        if span.end - row.end() >= SHORTEST:
            yield row.start()
            yield row.end()
    for seam in _SEAM.finditer(text, span.start, span.end):
        if span.end - seam.start() > SHORTEST and _begins(seam, span, cues):
            yield seam.start("word")


def _begins(seam: re.Match[str], span: Span, cues: Cues) -> bool:
    """Whether a capitalised word begins a sentence, by itself and by what follows it."""
    low, after, grammar = seam["word"].lower(), seam["after"], cues.grammar
    if low not in cues.junk.anew and (seam["comma"] or not after[0].islower()):
        return False
    turns = low in cues.junk.anew and bool(seam["comma"])
    leads = low in grammar.prepositions and after in grammar.articles
    counts = low in cues.quantities.numbers or low in cues.quantities.round
    counts = counts and not _goes_on(after, cues)
    if not (turns or leads or counts):
        return False
    before = _last(seam.string, span.start, seam.start())
    if _leads_on(before, cues):
        return False
    if turns:
        return not (before[0].isupper() and after in grammar.coordinators)
    if leads:
        return before[0].islower()
    whole = Span(span.start, seam.start())
    return not _is_owned(seam.string, whole, cues) and is_told(seam.string, whole, cues)


def _is_owned(text: str, ahead: Span, cues: Cues) -> bool:
    """Whether a name behind an article goes on: "the Torvik | Six case"."""
    words = text[max(ahead.start, ahead.end - _NEAR) : ahead.end].split()
    before = words[-2].lower() if len(words) > 1 else ""
    return words[-1][0].isupper() and before in cues.grammar.articles


def _last(text: str, start: int, end: int) -> str:
    """The last word before an offset, without the marks around it."""
    found = _LAST.search(text, max(start, end - _NEAR), end)
    return found["word"] if found else ""


def _leads_on(before: str, cues: Cues) -> bool:
    """Whether the last word before a capital goes on with it: "of | Seven", "told | Four"."""
    low, grammar = before.lower(), cues.grammar
    if not low:
        return True
    open_ = low in grammar.bound or low in cues.helpers or low in cues.openers
    verb = cues.verbs.get(before)
    acts = verb is not None and low not in cues.event_nouns and "d" in verb.forms
    return open_ or acts or low in cues.names.titles


def _goes_on(after: str, cues: Cues) -> bool:
    """Whether a number with a capital is a name: "Channel Four | has", "Radio Two | and"."""
    verb, grammar = cues.verbs.get(after), cues.grammar
    tied = after in grammar.coordinators or after in grammar.prepositions
    tied = tied and after != "of"
    return tied or after in cues.helpers or (verb is not None and "d" in verb.forms)
