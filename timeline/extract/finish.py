"""The finish of a line: the name for its pronoun, no stray marks, a large first letter."""

import re
from collections.abc import Container

from timeline.lang.cues import Cues

_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?…)\]])")
_APART = re.compile(
    r"\s(?:(?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b)|(?<=[$€£#]\s)(?=\d)|(?<=[(“]\s)|(?=[”)]))"
)
"""Blanks that a tokeniser has left in the text."""
_TOKENS = (("``", "“"), ("''", "”"), ("-LRB-", "("), ("-RRB-", ")"))
"""What a tokeniser has made of marks."""
_DOUBLE_MARK = re.compile(r"(?:[,;]\s*)+(?=[,;.])|(?<=[,;:])\s*[,;]")
_EMPTY = re.compile(r"\s*\(\s*\)")
"""Brackets that held nothing but a date."""
_INTO_QUOTE = re.compile(r"([,;.]) ([”\"»])(?=[ ,]|$)")
"""A mark and the quotation that it closes, when both were parted there."""
_BEFORE_END = re.compile(r"\s+(?=\"$)")
"""The blank that a date has left before the end of a quotation."""
_STOP_BEFORE_QUOTE = re.compile(r"[.,;](?=[\"”’‘“»]$)")
_OPENING = '"“'
_INTO_SPEECH = re.compile(r"(?<=\w),? [\"“](?=[A-ZÀ-Þ][^\"“”]*$)")
"""Where someone can begin to speak who is cut short."""

_LETTERED = re.compile(r"(?:^|[\s(])(?:[^\W\d_]\.)+[^\W\d_]$")
"""The end of a line of which the stop belongs to "U.S." or "p.m."."""

_STOPLESS = re.compile(r"(?<![\w.])((?:[A-Z]\.)+[A-Z])(?=,)")
"""What has lost its last stop before a comma: "in the U.S, banks"."""

_TOLD = 4
"""Words before it among which the verb stands: "told the Lund Times"."""
_APARTS = re.compile(r"['’$€£#(“”)\"»]")
_MARKS = re.compile(r"[,.;:!?…)\]]")
"""Without one of them there is nothing for the patterns above to mend."""

EDGES = " \t\r\n,;:.–—-…"
CLOSED_BY = {'"': '"', "“": "”", "«": "»"}
"""What ends a quotation, by what begins it."""

PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("(", ")"))


def with_subject(line: str, subject: str | None, cues: Cues) -> str:
    """The name for a pronoun that begins the line."""
    if _opens_quote(line):
        return line.lstrip()
    stripped = _without_fillers(line.lstrip(' "“”„«‘’,;:.|–—-'), cues)
    first, _, rest = stripped.partition(" ")
    low = first.lower()
    if subject and rest and low == "one,":
        return f"{subject}, {rest}"
    if subject and rest and low in cues.people:
        if cues.people[low] == low:
            return f"{subject} {rest}"
        if low in ("his", "her", "their", "its"):
            return f"{possessive(subject)} {rest}"
    return stripped


def _opens_quote(line: str) -> bool:
    """Whether a line begins with a quotation that ends before it: "“It is safe”, he said"."""
    closing = CLOSED_BY.get(line.lstrip()[:1], "")
    ended = re.search(rf"\S{closing}(?=[\s,])", line) if closing else None
    return ended is not None and ended.end() < len(line.rstrip())


def possessive(name: str) -> str:
    """The name as an owner: "Ada Brenn’s", "the miners’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _without_fillers(line: str, cues: Cues) -> str:
    while filler := cues.headline.fillers.match(line):
        rest = line[filler.end() :]
        if not rest.startswith((",", " ")) or len(rest) < 10:
            break
        if rest.split(maxsplit=1)[0] in cues.headline.governed:
            break
        bare = rest.startswith(" ") and rest.strip()[:1].islower()
        if bare and filler[0].lower() in ("so", "or", "too"):
            break
        line = rest.lstrip(" ,")
    return line


def polished(line: str, cues: Cues, ends: Container[str] = ()) -> str:
    """First letter large, no stray marks, no word left hanging at the end.

    `ends` are words that end a stretch of the sentence: they wait for nothing.
    """
    plain = line.replace(" ", "").isalnum()
    line = " ".join(line.split()) if plain else _mended(line, cues)
    line = _without_saying(line, cues)
    while line.rpartition(" ")[2] not in ends and _dangles(line, cues):
        line = line.rpartition(" ")[0].rstrip(EDGES)
    line = " ".join(line.split()).strip(EDGES)
    line = _STOPLESS.sub(r"\1.", line) if "," in line else line
    is_lettered = line[-2:-1] == "." and _LETTERED.search(line)
    return capitalised(f"{line}." if is_lettered else line)


def _mended(line: str, cues: Cues) -> str:
    """The line without blanks and marks that are left over."""
    for token, mark in _TOKENS:
        line = line.replace(token, mark)
    if _APARTS.search(line):
        line = _INTO_QUOTE.sub(r"\1\2", _APART.sub("", line))
    line = " ".join(line.split())
    if _MARKS.search(line):
        line = _EMPTY.sub("", line)
        line = _DOUBLE_MARK.sub("", _BEFORE_MARK.sub("", line))
        line = _STOP_BEFORE_QUOTE.sub("", line.strip(EDGES))
    line = line.strip(EDGES)
    if line.rfind("(") > line.rfind(")"):
        line = line[: line.rfind("(")].rstrip(EDGES) or line
    if any(mark in line for mark in _OPENING) and not _is_closed(line):
        line = _into_speech(line, cues)
    for opening, closing in PAIRS:
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "") if opening != "‘" else line
            line = line.replace(closing, "") if closing not in "’“" else line
    if line.count('"') % 2:
        line = line.replace('"', "")
    return _BEFORE_END.sub("", line)


def _into_speech(line: str, cues: Cues) -> str:
    """The line with a colon where someone begins to speak who is cut short."""
    found = _INTO_SPEECH.search(line)
    if found is None:
        return line
    verbs = (
        cues.verbs.get(low) for low in line[: found.start()].lower().split()[-_TOLD:]
    )
    says = any(verb and verb.base in cues.reporting.verbs for verb in verbs)
    return f"{line[: found.start()]}: {line[found.end() :]}" if says else line


def _is_closed(line: str) -> bool:
    """Whether every quotation of a line is closed."""
    even = line.count('"') % 2 == 0
    return even and line.count("“") == line.count("”")


def _without_saying(line: str, cues: Cues) -> str:
    """The line without ", saying" or ", said" at its end, where who says what is left out."""
    rest, comma, last = line.rpartition(", ")
    if comma and last in cues.headline.parenthetic:
        return rest
    verb = cues.verbs.get(last)
    says = verb is not None and verb.base in cues.reporting.verbs
    named = rest.rpartition(" ")[2][:1].isupper()  # "Lund is lost, Ada Brenn, said"
    return rest if comma and says and not named else line


def _dangles(line: str, cues: Cues) -> bool:
    """Whether the last word of a line waits for another: not that of "the day before"."""
    rest, _, last = line.rpartition(" ")
    before = rest.rpartition(" ")[2]
    if last in cues.headline.resuming and before in cues.grammar.coordinators:
        return True  # "A man has died, and now"
    if not rest or last not in cues.headline.dangling:
        return False
    return not any(line.lower().endswith(f" {end}") for end in cues.headline.closing)


def capitalised(line: str) -> str:
    """The line with its first letter large, but for a name such as "iPad"."""
    quoted = line[:1] in CLOSED_BY
    mark, said = (line[:1], line[1:]) if quoted else ("", line)
    return line if said[1:2].isupper() else mark + said[:1].upper() + said[1:]
