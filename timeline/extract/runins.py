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
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from timeline.extract.beginnings import byline_end
from timeline.extract.captions import begins_clause, caption_end, is_told
from timeline.extract.seams import entry_heads, parted
from timeline.lang.cues import Cues
from timeline.model import Span

_SEAM = re.compile(
    r"""[ ](?<=[\w%'’"”»)][ ])(?P<word>[^\W\d_a-zß-öø-ÿ][^\W\d_]*)[ ]
    (?P<after>["“„«]?\w+)""",
    re.VERBOSE,
)
"""A capitalised word that no stop stands before, and the next one. The blank comes first:
so `re` skips to blanks."""

_QUOTE = re.compile(r"""(?<=[a-z]) (?P<said>["“][A-Z][^"“”\n]{20,400},["”])""")
"""What someone says behind a small word, up to the comma that ends it."""

_LAST = re.compile(r"""(?P<before>\w['’\w.%-]*['’\w%])(?:[ ]?["”»)]|[ ]?'')?$""")
"""The word that a headline ends with, perhaps as the last of a quotation."""

_TOKEN = re.compile(r"[^\W\d_][\w.'’-]*")

_TITLE = 6
"""Words of the shortest headline in capitals with the name that follows it."""

_APART = 4
"""Words of a name with its titles, at most."""

_ON = frozenset(("on", "in", "since", "by", "last", "late", "early"))
"""Before a day these begin a sentence, if they have a capital."""

_LONGEST = 40
"""Characters of a word that are looked at."""

_LOWER = re.compile(r"(?<![\w'’.@/-])[a-zß-öø-ÿ]{2,}(?![.@/]\w)")
"""A word written small, but in no address."""

_VOWELS = "aeio"
"""No article "a" stands before one of them: "influenza A and B"."""

SHORTEST = 40
"""Characters of the shortest text behind a headline."""

_PARAGRAPH = 900
"""Characters of a long paragraph."""

_YEAR = re.compile(r"(?:19|20)\d\d")

FEWEST = 3
"""Words of the shortest headline."""

TOP = 2
"""Sentences at the top of a text in which a headline and a caption can stand."""


def unglued(
    text: str, spans: Sequence[Span], dates: Iterable[Span], cues: Cues
) -> Iterator[Span]:
    """The sentences, where one ran on into another as two. `dates` are in order."""
    heads = entry_heads(text, dates)
    spans = [piece for span in spans for piece in parted(text, span, heads, cues)]
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
    rest = span
    for find in () if number else (byline_end, _named_again):
        begun = find(text, rest, cues)
        if begun:
            yield begun
            rest = Span(begun, span.end)
    quoted = _quote_after(text, rest, cues)
    for cut in _cuts(text, rest, top, cues):
        if quoted and quoted < cut:
            yield quoted
            quoted = None
        rest = Span(cut, span.end)
        yield cut
    if quoted:
        rest = Span(quoted, span.end)
        yield quoted
    end = caption_end(text, rest, cues) if top else None
    if end:
        yield end


def _quote_after(text: str, span: Span, cues: Cues) -> int | None:
    """Where "They wait for aid | “We have no water,” she said" begins anew with what is said.

    It is a saying of its own if its last comma stands within the quotation.
    """
    for found in _QUOTE.finditer(text, span.start, span.end):
        last = text[text.rfind(" ", span.start, found.start()) + 1 : found.start()]
        place = found.start("said")
        if not _ends_clause(last, cues) or place - span.start < SHORTEST:
            continue
        before, said = Span(span.start, place), Span(place + 1, found.end("said"))
        if is_told(text, before, cues) and begins_clause(text, said, cues):
            return place
    return None


def _named_again(text: str, span: Span, cues: Cues) -> int | None:
    """Where "Lind Says Mine Comes First | President Lind declared …" begins anew."""
    grammar = cues.grammar
    light = grammar.bound
    head: list[re.Match[str]] = []
    for word in _TOKEN.finditer(text, span.start, span.end):
        if word[0].islower() and word[0] not in light:
            break
        head.append(word)
    seen = {word[0] for word in head[:-_APART]}
    if len(head) < _TITLE or head[-1][0] not in seen or head[-1][0] in light:
        return None
    start = len(head) - 1
    while start and head[start - 1][0] in seen and head[start - 1][0][0].isupper():
        start -= 1
    for place in range(start - 1, max(start - _APART, 0), -1):
        low = head[place][0].lower().rstrip(".")
        if low in cues.names.titles and low not in grammar.adverbs:
            start = place
    cut = head[start].start()
    if span.end - cut < SHORTEST or start < FEWEST or head[start - 1][0] in light:
        return None
    return cut if text[cut - 2 : cut - 1].isalnum() and text[cut - 1] == " " else None


@lru_cache(maxsize=1)  # Asked again and again while one text is cut.
def _small(text: str) -> frozenset[str]:
    """The words that a text writes small somewhere."""
    return frozenset(_LOWER.findall(text))


def _cuts(text: str, span: Span, top: tuple[Span, ...], cues: Cues) -> Iterator[int]:
    """Where something new begins inside a sentence, from left to right.

    `top` are the sentences at the top of the text, none for one below it.
    """
    start = place = span.start
    flat = bool(top)
    while seam := _SEAM.search(text, place, span.end):
        flat = flat or (place == span.start and _is_run_on(text, place))
        place = seam.start("word")
        if span.end - place < SHORTEST:
            return
        word = seam["word"]
        if not word.istitle() or word == "I":
            continue
        if _leads_anew(seam, start, cues):
            yield place
            start = place
            continue
        if not (top or _may_cut(seam, start, flat, cues)):
            continue
        last = _LAST.search(text, _near(text, start, seam.start()), seam.start())
        if last is None:
            continue
        if len(text[start:place].split()) < FEWEST:
            continue
        rest = Span(start, span.end)
        if (
            _is_defined(seam, rest, cues)
            or _begins(last["before"], seam, top, cues)
            or _goes_on_anew(last["before"], seam, rest, cues)
            or _named_before(last["before"], seam, rest, top, cues)
        ):
            yield place
            start = place


def _leads_anew(seam: re.Match[str], start: int, cues: Cues) -> bool:
    """Whether "On Friday" or "Asked whether" stands here, which begins sentences alone."""
    low, after = seam["word"].lower(), seam["after"]
    if low not in _ON and low != "asked":
        return False
    text, place = seam.string, seam.start()
    before = text[text.rfind(" ", start, place) + 1 : place]
    if before.lower() in cues.grammar.bound or len(text[start:place].split()) < FEWEST:
        return False
    if low == "asked":
        return after in cues.grammar.asking or after in cues.grammar.conditions
    if not before[0].islower():
        return False
    return after in cues.names.not_names or _YEAR.fullmatch(after) is not None


def _near(text: str, start: int, end: int) -> int:
    """Where the last two words before an offset begin, or at most so many characters."""
    blank = text.rfind(" ", start, max(start, text.rfind(" ", start, end)))
    return max(start, end - _LONGEST, blank)


def _may_cut(seam: re.Match[str], start: int, flat: bool, cues: Cues) -> bool:
    """Whether a capital below the top can begin anew, seen by the word that has it.

    Where line ends are kept (not `flat`), only one that always begins sentences can.
    """
    text, low = seam.string, seam["word"].lower()
    if not flat:
        return _opens(low, cues)
    name = f"{seam['word']} {seam['after']}"
    return _may_open(low, text, cues) or text.find(name, start, seam.start()) >= 0


def _ends(before: str, cues: Cues) -> bool:
    """Whether a headline can end here, seen by its last word."""
    grammar = cues.grammar
    bound = grammar.bound
    verb = cues.verbs.get(before)
    open_ = before in bound or before in cues.helpers
    open_ = open_ or (verb is not None and verb.base not in cues.intransitive)
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
    bound = grammar.bound
    if top and low == "a" and after[0].isdigit():
        return True  # "Search declared over | A 40-year-old miner"
    if before.lower() in bound or before.lower() in cues.helpers:
        return False
    if low == "a" and (after[0] in _VOWELS or not top):
        return False  # "Influenza A is here", "group A pupils"
    is_small = after[0].islower() or after[0].isdigit()
    if _opens(low, cues):
        return is_small or (bool(top) and after.lower() not in cues.helpers)
    if not top or not is_small or not _ends(before, cues):
        return False
    return low in cues.names.openers or low in _small(seam.string)


def _may_open(low: str, text: str, cues: Cues) -> bool:
    """Whether a capitalised word is no name: it opens sentences, or is written small."""
    return _opens(low, cues) or low in cues.names.openers or low in _small(text)


def _goes_on_anew(before: str, seam: re.Match[str], span: Span, cues: Cues) -> bool:
    """Whether a common noun with a capital begins a sentence of its own.

    "The port lies under water | Thousands of miners have fled": both parts have a verb,
    and no verb of saying is still without that which is said.
    """
    low, naming = seam["word"].lower(), cues.names
    defined = low in cues.grammar.articles and before[0].islower()
    if not (defined or seam["after"][0].islower()) or not _ends_clause(before, cues):
        return False
    if low in naming.organisations or low in naming.titles or low in naming.places:
        return False
    if seam["word"] in naming.not_names or seam["word"] in naming.demonyms:
        return False
    if "-" in before or (before[0].isdigit() and not _YEAR.fullmatch(before)):
        return False
    if before[0].isupper() and not _opens(low, cues):
        return False  # "The United States", "the Spanish Flu"
    if not _is_run_on(seam.string, seam.start()):
        return False
    place = seam.start("word")
    return is_told(seam.string, Span(span.start, place), cues) and begins_clause(
        seam.string, Span(place, span.end), cues
    )


def _named_before(
    before: str,
    seam: re.Match[str],
    span: Span,
    top: tuple[Span, ...],
    cues: Cues,
) -> bool:
    """Whether a name comes again: "Lind to leave | Anna Lind said", if she was named.

    A headline can begin with it; anywhere, a verb can follow it that it has to itself.
    """
    text, place = seam.string, seam.start("word")
    name = f"{seam['word']} {seam['after']}"
    if top and text.startswith(name, span.start) and _ends(before, cues):
        return True
    own = f"{seam['word']} "
    if top and text.startswith(own, span.start) and _is_helper(seam["after"], cues):
        return before[0].islower() and _ends_clause(before, cues)
    if not (top or _is_run_on(text, place)) or not _ends_clause(before, cues):
        return False
    if seam["after"][0].islower() or text.find(name, span.start, place) < 0:
        return False
    behind = _TOKEN.search(text, seam.end("after"), span.end)
    if behind is None or text[seam.end("after") : behind.start()] != " ":
        return False
    verb = cues.verbs.get(behind[0])
    past = verb is not None and "d" in verb.forms
    return past or _is_helper(behind[0], cues)


def _is_defined(seam: re.Match[str], span: Span, cues: Cues) -> bool:
    """Whether "The Lund Bank" begins anew, which elsewhere is "the Lund Bank"."""
    text, place = seam.string, seam.start("word")
    if seam["word"].lower() not in cues.grammar.articles or seam["after"][0].islower():
        return False
    if f" {seam['word'].lower()} {seam['after']}" not in text:
        return False
    told = is_told(text, Span(span.start, place), cues)
    return told and begins_clause(text, Span(place, span.end), cues)


def _is_helper(word: str, cues: Cues) -> bool:
    """Whether a word is finite, and never more than a helper: "has", not "is"."""
    return word in cues.helpers and word not in cues.grammar.be


def _is_run_on(text: str, offset: int) -> bool:
    """Whether a line is too long for a paragraph: other line ends are lost there, too."""
    start, end = text.rfind("\n", 0, offset), text.find("\n", offset)
    return (end if end >= 0 else len(text)) - start > _PARAGRAPH


def _ends_clause(before: str, cues: Cues) -> bool:
    """Whether a clause can end with this word: a noun, a name, a figure."""
    grammar, low = cues.grammar, before.lower()
    bound = grammar.bound
    open_ = low in bound or low in cues.helpers or low in cues.openers
    open_ = open_ or low in grammar.asking
    acts = low in cues.verbs and low not in cues.event_nouns
    title = low in cues.names.titles or low in cues.names.demonyms
    return not (open_ or acts or title or low in grammar.adverbs)
