"""Where sentences begin and end.

One pass over the places where a sentence could end: full stops and line ends. Each is
decided by the few characters around it, so the time is linear in the text.
"""

import re
from functools import lru_cache

from timeline.model import Span
from timeline.text.cells import INDENT, KEYED, STAMP, gaps

LONGEST = 1_500
"""Characters; a longer "sentence" is a table or a machine's work and is cut at a blank."""

_OPENERS = "\"'“”„‘’«»‹›([{¿¡*_ \t–—-"
_CLOSERS = "\"'“”‘’«»›)]}"

_NOTE = r"\[(?:\w{1,3}|[Nn]ote[ ]\d{1,2}|citation[ ]needed)\](?!\()"
"""The mark of a footnote: "[4]", which is no part of the sentence."""

_NOTES = re.compile(rf"(?<=[.!?…\"”’»)])(?:{_NOTE})+$")

_CANDIDATE = re.compile(
    rf"""[.!?…。！？।؟\r\n\f\u2028\u2029](?:
    (?P<stop>(?<=[.!?…])[.!?…]*(?:[ \u00a0]?[»”]|[{re.escape(_CLOSERS)}.!?…])*(?:{_NOTE})*)
    |(?P<wide>(?<=[。！？।؟])[。！？।؟]*[{re.escape(_CLOSERS)}]*)
    |(?P<blank>(?:(?<=\r)\n?|(?<=\n))(?:[^\S\r\n]*(?:\r\n?|\n))+|(?<=[\f\u2029]))
    |(?P<line>(?<=\r)\n?|(?<=[\n\u2028])))""",
    re.VERBOSE,
)
"""The character that may end a sentence comes first: so `re` skips to such."""

_AHEAD = re.compile(
    rf"(?P<gap>\s*)(?P<open>[{re.escape(_OPENERS)}]{{0,4}})"
    r"(?P<word>[^\W\d_]+(?:['’]\w+)?)?(?P<digit>\d)?"
)

_MARKED_LINE = re.compile(
    r"""[^\S\r\n\u2028]*+(?:
        [-*+•▪◦‣·–—>|\#]+[^\S\r\n]+ | \|
        | \(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)](?=[^\S\r\n])
        | \[?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\b | [Oo]re[ ]\d{1,2}[:.]\d\d\b
        | \[?\d{4}-\d\d-\d\d | \d{4}/\d\d/\d\d[ ] | \d{4}(?:[ ]{2,}\S|\t)
        | [A-Z][a-z]{2}[ ]{1,2}\d{1,2}[ ](?:\d{4}[ ])?\d\d:\d\d:\d\d\b
        | <\d{1,3}>\S | \S+[ ]\S+[ ]\S+[ ]\[\d\d/ | """
    + KEYED
    + r"""
        | [A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:\t|[ ]{2,}\S)
        | \d{1,2}/\d{1,2}(?=[ \t])
        | c(?:irca|a)?\.?[ ](?:1[5-9]|20)\d\d\b
        | \S{1,30}(?:[ ]\S{1,30}){0,2}[ ]{2,}\d{1,2}:\d\d[ ]?[AaPp][Mm][ \t]*(?=\r?\n)
        | (?:[A-Z][a-z]{2,8}\.?[ ]|\d{1,2}[/.]|[Ss]ince[ ])?(?:1[5-9]|20)\d\d
            (?:[ ]?[–/-][ ]?(?:[A-Z][a-z]{2,8}\.?[ ])?[\w/.]{2,7})?(?:\t|[ ]{2,}\S|[ ]?[:–—])
        | \d\d?/(?:1[5-9]|20)\d\d[ ]?[–-][ ]?\d\d?/(?:1[5-9]|20)\d\d\b
        | (?:\[(?=\d)|(?=\S+[ ]\d{1,2}[:.]\d\d))\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b
        | \[[^\[\]\n]{5,30}?\d[ ,]{1,2}(?:at[ ])?\d{1,2}[:.]\d\d[^\[\]\n]{0,12}\]
        | \d{1,2}(?P<mark>[ -])[A-Z][a-z]{2,8}\.?(?P=mark)\d{4},?[ ]{1,8}\d{1,2}[:.]?\d\d\b
        | \d{1,2}-[A-Z][a-z]{2}-\d{4}[ ]
        | (?:\d{1,2}(?:\.|er|º|°|ª)?[ ](?:de[ ])?)?[^\W\d_]{3,10}+\.?[ ](?:del?[ ])?
            (?:1[5-9]|20)\d\d(?:[ ]?[:–—]|[ ]-)[ ]
        | \d{1,2}(?:\.|er|º|°|ª)?[ ](?:de[ ])?[a-zA-Zäûéç]{3,10}+:[ ]
    )""",
    re.VERBOSE,
)
"""The start of a list item, a log line, a message, a table row or a Markdown heading."""

_YEAR_LINE = re.compile(r"[12]\d{3}(?:[ ]?[–/-][ ]?\d{2,4})?[ \t]+\S")
_YEAR_NEAR = re.compile(r"[^\d\n]{0,12}[12]\d{3}\b")
_DATED_LINE = re.compile(
    r"(?:\d\d?[/.-](?:\d\d?[/.-])?"
    r"|(?:\d\d?(?:\.|er)?[ ](?:de[ ])?)?[^\W\d_]{3,9}+\.?[ ](?:de[ ])?)?"
    r"[12]\d{3}[ \t]+\S"
)
"""Two lines of a life: "1998–2004 Studied in Lund", "since 2015 in Torvik"."""

_LIST_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_OPEN_END = re.compile(
    r"""(?:[,;(\-–—&/]|\b(?:and|or|but|the|an?|of|to|in|on|at|by|for|from|with|that|
    y|de|la|el|und|der|die|das|et|le|les|e|di|i|в|и))$""",
    re.VERBOSE,
)

_NARROWEST = 50
"""Nobody wraps prose at fewer columns: shorter lines were ended on purpose."""

_TITLES = frozenset(
    """mr mrs ms messrs mx dr drs prof gen maj col lt lieut sgt cpl pvt capt cmdr adm brig rep
    gov pres rev fr sr sra srta dña st ste mt ft supt insp atty amb ald
    mme mlle mm herr frl vs v cf viz al ca approx esp dept univ
    sig dott ing avv hr ст тов гр им проф акад
    thos wm jno jas chas geo eliz robt saml benj edw jos jonth danl nathl margt richd humph
    nichs fredk alexr archd abm bapt bur marr bp abp""".split()
)
"""Never the end of a sentence before a capital letter."""

_CAPITAL_TITLES = frozenset(
    """On Ten Det DET Dir DIR Fa FA Hon HON Mag MAG Sen SEN""".split()
)
"""Titles that are small words of some language where they are not written large."""

_BEFORE_NUMBERS = frozenset(
    """mar dez no nos nr num núm n art arts sec secs § pp p pg fig figs ch chap vol par para abs
    abb afb ziff tel ext ed est op approx ca c circa r reg ago set т п ст стр №""".split()
)
"""Abbreviations only where a figure follows: "al mar" is no month."""

_OPEN_ABBREVIATIONS = frozenset(
    """jan feb apr jun jul aug sep sept oct nov dec ene abr dic janv févr avr juil
    déc mär okt gen giu lug ott
    inc corp ltd co bros jr sr esq etc plc llc assn dist blvd ave rd hwy bldg mfg intl natl
    usw bzw ggf u.a z.b d.h г гг в вв руб тыс млн млрд""".split()
)
"""Abbreviations that may end a sentence: it does where a sentence starter follows."""

_CAPITAL_ABBREVIATIONS = frozenset(
    """Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ariz Calif Colo Conn Fla Ga Ill Ind Kan Ky Md Mass Mich Minn Miss Neb Nev Okla Ore Pa
    Tenn Tex Va Vt Wash Wis Wyo Ala Ark Del Mo Mont EE UU FF JJ OO""".split()
)
"""Those that are small words, or none, where they are not written large."""

_FIRMS = frozenset(("inc", "corp", "ltd", "co", "plc", "llc"))
"""Those that end the name of a firm."""

_POSTED = re.compile(r"\S{1,30}(?: \S{1,30}){0,2} {2,}\d{1,2}:\d\d ?[AaPp][Mm]\s*$")
"""Who wrote what stands below, and at what time: "ada.b  9:14 AM"."""

_LOGGED = re.compile(r"[\[(]?" + STAMP)
"""The stamp of a program, whose lines are never wrapped."""

_MESSAGED = re.compile(
    r"\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[\w .,]{5,24}\d),? (?:at )?\d{1,2}[:.]\d\d"
    r"[^\]\n-]{0,12}(?:\]| -) [^:\n]{1,40}: \S"
)
"""A message of a chat, whose lines end where their writer ended them."""

_AMOUNT = re.compile(r"[^\n]*?\S {4,}[-+£$€]?\d[\d.,]*[ ]*")
"""A row that ends in an amount, behind a gap."""

_GREETED = re.compile(
    r"[> ]{0,6}(?:(?:Dear|Hello|Hi|My dear) )?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?,"
)
"""The line of a letter that says whom it is to."""

_DEEPEST = 8
"""Characters before a line of mail that say how deep it is quoted."""

_FIELD = re.compile(r"[ \t*_-]*[A-Z][\w/]*(?: [\w/]+){0,3}:[*_]*[ \t]")
"""The name of a field, before what fills it."""

_NAMED, _SHORT = 64, 3
"""Characters before the full stop of a firm that hold its name, and letters of a word that
comes again by chance."""

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
"""An abbreviation with full stops inside."""

_STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our my there
    here in on at by for from with after before during since when while as if although though
    but and or so yet however meanwhile also then now both all some many most several no not
    one two what who how why where according police officials authorities
    el la los las un una se en no su der die das ein eine er sie es im am le les il elle ce
    lo gli i в на но он она они это""".split()
)

_SPACED_CLOCK = re.compile(r"\b[ap]\.\s[mM]$")
"""The last of "1:30 a. m", as Spanish writes it, before its full stop."""

_LEADING_CLOCK = re.compile(
    r"\b(?:At|By|Around|About|From|Until|Before|After|Since) (?:[a-z]+ )?"
    r"\d{1,2}(?:[.:]\d\d)? ?[ap]\.m$"
)
"""The clock that a sentence begins with, before its last full stop: what happened follows."""

_LINE_CLOCK = re.compile(r"[\s*•–—-]*\d{1,2}(?:[.:]\d\d)? ?[ap]\.m")
"""The same of a line in a log: "8 p.m. Split the topsail"."""

_ENTRY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:-\d{1,2})?[.:] [A-Z]")
"""The head of an entry in a diary: "June 6-8. In billets"."""

_LINE_HOUR = re.compile(r"[\s*•–—-]*\d{1,2}[.:]\d\d ?(?:h|hs|hrs|u)")
"""The same as programmes of other languages write it: "20:00 h. Concierto"."""

_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december mon tue wed thu fri sat sun
    jan feb mar apr jun jul aug sep sept oct nov dec local gmt utc est edt cst cdt mst mdt
    pst pdt et ct mt pt bst cet cest eet aest eastern central pacific mountain moscow""".split()
)

_MONTHS_AFTER_ORDINAL = frozenset(
    """januar jänner februar märz april mai juni juli august september oktober november
    dezember januari februari mars maj maaliskuuta leden února března dubna května června
    července srpna září října listopadu prosince siječnja marts kvartal jahrhundert""".split()
)


_BEFORE_ORDINAL = frozenset(
    "der das den dem des im zum zur beim vom seinen seinem seiner ihren ihrem ihrer".split()
)
"""Words before a number whose full stop makes an ordinal of it: "in der 89. Minute"."""


@lru_cache(maxsize=1)  # Who reads a text and who compares it with others ask in turn.
def sentences(text: str, skip: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """Spans of the sentences of a text, in order, without the blanks around them.

    A blank line always ends a sentence; a single line end only where a heading, a list
    item or a log line stands on either side. Nothing in `skip` is part of a sentence.
    """
    spans: list[Span] = []
    position = 0
    for hole in (*sorted(skip, key=lambda s: s.start), Span(len(text), len(text))):
        if position < hole.start:
            spans += _region(text, position, hole.start)
        position = max(position, hole.end)
    return tuple(spans)


def _region(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets."""
    spans: list[Span] = []
    line_start = begin = start
    for candidate in _CANDIDATE.finditer(text, start, end):
        kind, cut = candidate.lastgroup, candidate.end()
        if kind == "stop" and not _ends_sentence(text, candidate, line_start, end):
            continue
        if kind == "line":
            broken = _ends_line(text, line_start, candidate.start(), cut, end)
            line_start = cut
            if not broken:
                continue
        elif kind == "blank":
            line_start = cut
        spans += _pieces(text, begin, cut)
        begin = cut
    return spans + _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The trimmed span, in parts if it is overlong; nothing if it has no word."""
    pieces: list[Span] = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        pieces += _trimmed(text, start, cut)
        start = cut
    return pieces + _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The part without blanks, and without the bars that frame the row of a table."""
    part = text[start:end]
    if not any(map(str.isalnum, part)):
        return []
    inner = part.lstrip()
    inner = inner.lstrip("|").lstrip() if inner.startswith("|") else inner
    start += len(part) - len(inner)
    inner = inner.rstrip()
    inner = inner.rstrip("|").rstrip() if inner.endswith("|") else inner
    inner = _NOTES.sub("", inner) if inner.endswith("]") else inner
    return [Span(start, start + len(inner))]


def _ends_sentence(text: str, stop: re.Match[str], line_start: int, end: int) -> bool:
    """Whether a full stop (question mark, ellipsis) ends its sentence."""
    ahead = _AHEAD.match(text, stop.end(), end)
    assert ahead is not None
    if stop.end() + len(ahead["gap"]) >= end:
        return True
    if not ahead["word"] and not ahead["digit"]:
        follows = text[ahead.end() : min(end, ahead.end() + 1)]
        return bool(ahead["gap"]) and follows not in (",", ";", ":")
    before = text[max(line_start, stop.start() - 24) : stop.start()]
    if not ahead["gap"]:
        missing = _is_missing_blank(before, stop[0], ahead)
        return missing and not _LOGGED.match(text, line_start)
    word = ahead["word"] or ""
    if word[:1].islower() and not _is_brand(word):
        return False
    if stop[0] != ".":
        return stop[0].strip("….") != "" or word[:1].isupper()
    if "\n" in ahead["gap"] and _ENTRY.match(text, ahead.end("gap"), end):
        return True
    told = text[max(line_start, stop.start() - _NAMED) : stop.start()]
    return not _is_abbreviation(before, word) or _names_again(told, word)


def _names_again(told: str, word: str) -> bool:
    """Whether "by Norda Lines Inc. | Norda, which" names the firm anew, which it ends with."""
    words = told.split()
    firm = words[-1].lower() in _FIRMS if words else False
    return firm and len(word) > _SHORT and word in words


def _is_brand(word: str) -> bool:
    """Whether a word is a name that begins small: "iPhone", "eBay"."""
    return len(word) > 2 and word[0].islower() and word[1].isupper()


def _is_missing_blank(before: str, stop: str, ahead: re.Match[str]) -> bool:
    """Whether "ended.The" are two sentences: a lower-case word, then a capitalised one."""
    word = ahead["word"] or ""
    if not word[:1].isupper() or (len(word) > 1 and word[1].isupper()):
        return False
    last = re.search(r"(?:[^\W\d_]{3,}|\b\d{1,4})$", before)
    closed = stop[-1] in _CLOSERS and stop[0] in ".!?"
    return closed or (last is not None and not last[0][0].isupper() and len(word) > 1)


def _is_abbreviation(before: str, word: str) -> bool:
    """Whether the full stop after `before` belongs to its last word, given the next word."""
    token = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    written = token.lstrip(_OPENERS)
    token, following = written.lower(), word.lower()
    starter = following in _STARTERS
    if token in _TITLES or written in _CAPITAL_TITLES:
        return True
    if len(token) == 1 and token.isalpha() and before[-1:].isupper():
        return not starter
    if token in _BEFORE_NUMBERS:
        return not word
    if _LINE_HOUR.fullmatch(before):
        return True
    if token in ("a.m", "p.m", "am", "pm") or _SPACED_CLOCK.search(before):
        leads = _LEADING_CLOCK.search(before) is not None
        leads = leads or _LINE_CLOCK.fullmatch(before) is not None
        return leads or not word or following in _AFTER_CLOCK
    if token.isdigit():
        numbers_line = len(before) < 24 and _LIST_NUMBER.fullmatch(before)
        led = before.lower().split()[-2:-1]
        counts = bool(led) and led[0] in _BEFORE_ORDINAL and len(token) < _SHORT
        counts = counts and bool(word) and not starter
        return bool(numbers_line) or following in _MONTHS_AFTER_ORDINAL or counts
    known = token in _OPEN_ABBREVIATIONS or written in _CAPITAL_ABBREVIATIONS
    return (known or _DOTTED.fullmatch(token) is not None) and not starter


def _after_quote(text: str, at: int, end: int) -> int:
    """Where a line of quoted mail goes on behind its marks."""
    while at < end and text[at] in "> ":
        at += 1
    return at


def _is_quotation(line: str) -> bool:
    """Whether a line is one quotation and nothing else: "« … »"."""
    return line[:1] in "«“" and line[-1:] in "»”" and len(line) > 1


def _beside_row(text: str, line: Span, following: Span) -> bool:
    """Whether one of two lines is a row with gaps, the head of a post or of a log, and the
    other no more of it."""
    begins_small = text[following.start : following.start + 1].islower()
    if text.find("  ", line.start, following.end) < 0:
        return not begins_small and bool(_LOGGED.match(text, line.start, line.end))
    if gaps(text, following.start, following.end):
        return True
    if _POSTED.match(text, line.start, line.end):
        return True
    if begins_small:
        return False
    if _LOGGED.match(text, line.start, line.end):
        return True
    more = text.startswith(INDENT, following.start)
    return not more and bool(gaps(text, line.start, line.end))


def _is_of_writer(text: str, start: int, stop: int, after: int) -> bool:
    """Whether a line is a message of a chat, a row with an amount, or opens a letter or what
    is quoted of one."""
    if text[start : start + 2].strip("[").isdigit() and _MESSAGED.match(text, start):
        return True
    if "    " in text[start:stop] and _AMOUNT.fullmatch(text, start, stop):
        return True
    return text[stop - 1 : stop] in (",", ":") and _opens_letter(
        text, start, stop, after
    )


def _opens_letter(text: str, start: int, stop: int, after: int) -> bool:
    """Whether a line names who is written to ("Dear Ada,"), or who wrote what is quoted
    deeper below: "> On 3 May, Ada wrote:", then ">> The dam broke"."""
    if text[stop - 1] == ":":
        return text[start:stop].count(">", 0, _DEEPEST) < text.count(
            ">", after, after + _DEEPEST
        )
    above = text[max(0, start - 6) : start]
    opens = not start or (
        above.count("\n") > 1 and not above[above.find("\n") :].strip("> \r\n")
    )
    return opens and _GREETED.fullmatch(text, start, stop) is not None


def _are_years(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether two lines of a life or a chronicle begin with a year or a date each."""
    if _YEAR_LINE.match(text, start, stop) and _YEAR_NEAR.match(text, after, end):
        return True
    first = _DATED_LINE.match(text, start, stop)
    return first is not None and _DATED_LINE.match(text, after, end) is not None


def _ends_line(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether a single line end (from `stop` to `after`) separates two sentences."""
    if _is_of_writer(text, start, stop, after):
        return True
    if text[start : start + 1] == text[after : after + 1] == ">":
        after = _after_quote(text, after, end)
    if _MARKED_LINE.match(text, after, end) or _is_quotation(text[start:stop].strip()):
        return True
    if _are_years(text, start, stop, after, end):
        return True
    following = text[after : after + 400].split("\n", 1)[0].rstrip()
    if " | " in following or "\t" in following.strip():
        return True  # The row of a table
    if _beside_row(
        text, Span(start, stop), Span(after, min(end, after + len(following)))
    ):
        return True
    if _FIELD.match(following) and _FIELD.match(text, start):
        return True  # One field of a form and the next
    lead = following.lstrip(_OPENERS)
    if not following or lead[:1].islower():
        return False
    length = stop - start
    line = text[max(start, stop - 40) : stop].rstrip()
    if _OPEN_END.search(line):
        return False
    width = max(length, len(following), _NARROWEST)
    first_word = following.split(maxsplit=1)[0]
    return length + 1 + len(first_word) <= width
