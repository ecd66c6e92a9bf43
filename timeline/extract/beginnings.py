"""What a page has before the first word of a text: list marks, datelines, stamps.

Pages that lost their line ends have all of it glued to their first sentence, as they have
their headlines (`runins`).
"""

import itertools
import re
from functools import lru_cache

from timeline.lang.cues import Cues
from timeline.model import Span

LIST_MARK = re.compile(
    r"(?:[-*+•▪◦‣·–—>|]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]"
    r"|No\.? ?\d{1,5}[.:]?(?=[ ]{2})"
    r"|(?:TOP|Top|Tagesordnungspunkt|Punkt|Point|Punto|Ponto|Agendapunt|Punt|Item)[ ]\d{1,2}"
    r"(?:\.\d)?[ \u00a0]?[:.)–-]"
    r"|(?:Fig|Figure|Figura|Abb|Abbildung|Bild|Foto|Photo|Afb)\.?[ ]\d{1,3}[a-z]?[ \u00a0]?[:.–-]"
    r"|\[(?:[ xX]|\d{1,4})\]|[¶§]\s?\d{1,4}|\d{1,2}(?:\.\d){1,3}\.?(?=\s+[A-Z\"“]))\s+"
)
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
DATELINE = re.compile(
    rf"{_UPPER}(?=[^(]*\()[\w.’'/-]*"
    rf"(?:[ ,]+[\w.’'/-]+){{0,6}}?,?\s*\([^()\n]{{2,40}}\)\s*(?:[-–—]+|_)"
    rf"\s*(?=[\"“‘'`]*(?:{_UPPER}|\d|\$))"
    rf"|{_UPPER}{{3,}}(?:[ ,]+[\w.’'/-]+){{0,5}}?\s*(?:\s[-–—]{{1,2}}|—|\s?_)\s+"
    rf"|{_UPPER}{{3,}}(?:[ ,]+{_UPPER}{{2,}}){{0,3}}\s?:\s+(?=[\"“‘]?{_UPPER}[^\W\d_]*\s)"
)
_PLACE = re.compile(
    rf"{_UPPER}[\w’'-]+(?:[ /]{_UPPER}[\w’'-]+){{0,2}}"
    rf"(?:,? \([^()\n]{{2,30}}\))?\s?\.?\s?[–—-]\s+(?=(?P<next>{_UPPER}\w*))"
)
"""A place in small letters before the first words of a text."""

_LATE_DATELINE = re.compile(
    rf"(?:(?<!\w){_UPPER}{{2,}}(?:[ ,/|]+(?:{_UPPER}|\d)[\w.’'/-]*){{0,6}}?,?"
    rf"\s*\({_UPPER}[^()\n]{{1,40}}\)\s*(?:[-–—]+|_)"
    rf"|(?<!\w){_UPPER}{{3,}}(?:[ ,]+(?:{_UPPER}|\d)[\w.’'/-]*){{0,5}}?\s+(?:--|—)"
    rf"|(?<=[ECMPI][SD]T ){_UPPER}{{3,}}\s?:)"
    rf"\s+(?=[\"“]?(?:{_UPPER}|\d))"
)
"""A dateline behind a headline that lost its line end."""

_LOUD = re.compile(rf"{_UPPER}{{2}}")
"""What there is in every one of these."""

_CLOCK = r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?\s?)?"
_ZONE = r"GMT|BST|UTC|[ECMP][SD]?T|CES?T|JST|IST"
_PRINTED = re.compile(
    r"(?:\w+day, )?\w+ \d{1,2}, \d{4}; "
    rf"(?:\w+ (?=[A-Z]?\d)[A-Z]{{0,2}}\d+|{_CLOCK}[AP]M)\s+(?=[\"“A-Z])"
)
"""Day and page of a paper, day and clock of its site: "May 1, 2031; Page A01"."""

_BRACKETED = re.compile(r"\([^()\n]{3,90}\)\s+(?=[\"“A-Z])")
"""What is left of a stamp at the head of a text: "(Telpress)"."""

_BYLINE = re.compile(
    rf"By (?:{_UPPER}[\w.’'-]*(?:,|,? and)? ){{2,8}}?"
    r"(?:(?i:agency|chronicle|correspondent|editor|gazette|herald|journal|news|post|press"
    r"|reporter|service|staff|times|tribune|writer)\b ?)+(?P<placed>, )?(?<=[ ])"
    rf"(?=[\"“]?(?:{_UPPER}|\d))"
)
"""Who wrote a text, for whom: "By Ada Holm, Varde News, ", "By Ada Holm Staff Writer "."""

_WORDS = re.compile(r"[\w’'-]+")
_FROM = 3
"""Words of the place from which someone writes, at most."""

_FIGURE = re.compile(r"\d")

_LATEST = 260
"""Characters before which a text that lost its line ends begins."""

_SHORTEST = 40
"""Characters of the shortest text behind a stamp that is more than furniture."""


def behind_place(text: str, span: Span, cues: Cues) -> int | None:
    """Where a text begins behind the place that it is from: "Torvik – Bei einem Brand".

    Only before a small word: "Ada Lind – Ministerin seit 2019 – trat zurück" is none.
    """
    found = _PLACE.match(text, span.start, span.end) if cues.tongue else None
    if found is None or cues.tongue is None:
        return None
    small = cues.tongue.words
    follows = small.articles | small.prepositions | small.persons | small.light
    return found.end() if found["next"].lower() in follows else None


def late(text: str, span: Span, cues: Cues) -> int | None:
    """Where a text begins whose line has a headline, dateline or stamp before it."""
    latest = min(span.end, span.start + _LATEST)
    ways = [_BRACKETED.match]
    if _FIGURE.search(text, span.start, latest):
        stamp, clock = _stamps(cues)
        ways = [stamp.search, *ways, clock.match, _PRINTED.search]
    if _LOUD.search(text, span.start, latest):
        ways.insert(0, _LATE_DATELINE.search)
    for find in ways:
        found = find(text, span.start, latest)
        if found:
            return found.end()
    return None


def byline_end(text: str, span: Span, cues: Cues) -> int | None:
    """Where a text begins behind its byline, and behind a place if that shows its end.

    "…, Torvik The mill": a small word begins a text, and so does a name that comes again.
    """
    byline = _BYLINE.match(text, span.start, min(span.end, span.start + _LATEST))
    if byline is None or not byline["placed"]:
        return byline.end() if byline else None
    words = [
        *itertools.islice(_WORDS.finditer(text, byline.end(), span.end), _FROM + 2)
    ]
    for first, second in itertools.pairwise(words[1:]):
        low = first[0].lower()
        if low in cues.grammar.nominal or low in cues.quantities.numbers:
            return first.start()
        named = first[0][0].isupper() and second[0][0].isupper()
        if named and text.find(f"{first[0]} {second[0]}", second.end()) >= 0:
            return first.start()
    return byline.end()


def is_stamped(line: str, cues: Cues) -> bool:
    """Whether a line is furniture only up to the text that is glued to it."""
    found = _stamps(cues)[0].search(line, 0, _LATEST)
    return found is not None and len(line) - found.end() >= _SHORTEST


def is_clock(text: str, cues: Cues) -> bool:
    """Whether a text begins with the clock of a stamp, and not with that of a log."""
    return _stamps(cues)[1].match(text) is not None


def _stamps(cues: Cues) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Day, clock and zone of publication before the first words; a clock alone."""
    junk = cues.junk
    return _compiled(
        junk.updated.pattern, junk.local_time.pattern, junk.buttons.pattern
    )


@lru_cache(maxsize=16)
def _compiled(
    updated: str, local: str, button: str
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    begins = r"(?=[\"“A-Z])"
    stamp = (
        rf"(?P<year>\d{{4}}[ ,|;]+(?:(?i:{updated})\s+)?)?"
        rf"{_CLOCK}(?:(?i:{local})|(?:{_ZONE})\b)"
        rf"(?(year)|[ ,|]+(?:\w+,? )?\d{{1,2}} \w+ \d{{4}})"
        rf"[ ,|]*(?:\d\d:\d\d (?i:{local})\s+)?(?:(?i:{button})\s+)?{begins}"
    )
    return re.compile(stamp), re.compile(rf"\d\d:\d\d (?i:{local})\s+{begins}")
