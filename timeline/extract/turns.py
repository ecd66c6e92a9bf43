"""Who says what in chats, threads, interviews and debates: each turn with its speaker.

"[12/03/2031, 14:05] Ada: …", "AB: …" in an interview, "Mr Valk: …" in a debate; "Ada Brenn,
[03.06.2031 14:12]" or "ada77" over "Posted: 3 May 2031, 18:41", with the words below.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from timeline.model import Span
from timeline.timex.sections import post_heads, signed_behind

_FEWEST, _VOICES = 4, 2
"""Lines with a speaker that make a text a conversation, and how many speak in one."""

_NAMED = 60
"""Characters of the line that names who wrote what is below."""

_UPPER = "[^\\W\\d_a-zß-öø-ÿ]"

_ABBREVIATED = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z][a-z])|(?<=\b[A-Z][a-z]{2}))\."
"""The stop of "Mr." or of an initial."""

_LABEL = re.compile(
    rf"^[ \t>*_]{{0,6}}(?:\d{{1,3}}\. )?"
    rf"(?P<name>{_UPPER}(?:[^\n:.!?;\"“]|{_ABBREVIATED}){{0,59}}?)"
    r"[*_]{0,2}:[*_]{0,2}[ \t]+(?=\S)",
    re.MULTILINE,
)
_STAMPED = re.compile(
    r"^[ \t]{0,3}(?:\[?\d[\d./: ,-]{6,24}(?:[AaPp][Mm])?\]?(?:[ \t]*-)?"
    r"|\[(?=[^\]\n]{0,40}\d:\d\d)[^\]\n]{8,40}\])[ \t]+"
    r"(?P<name>[^\n:\[\]]{1,40}):[ \t]+(?=\S)",
    re.MULTILINE,
)
_RELAYED = re.compile(
    r"^[ \t]{0,3}\[?[\d./: ,T-]{5,24}\]?[ \t]+<[ @+%&~]?(?P<name>[^\s<>]{1,30})>[ \t]+"
    r"(?=\S)",
    re.MULTILINE,
)
"""Lines of a relay chat: "14:05 <@ada> The dam broke"."""

_ASKED = re.compile(r"^[ \t]{0,20}(?P<name>[QA])\.[ \t]+(?=\S)", re.MULTILINE)
"""Questions and answers of someone who is heard: "Q. When was that?"."""
_ASIDE = re.compile(r"[ \t]*\((?P<inside>[^()]*)\)")
_INITIALS = re.compile(rf"{_UPPER}{{2,3}}")
_SMALL = 3
"""Letters of the small words in a name or a post: "of", "the", "von"."""

_SENDER = re.compile(
    r"From:[ \t]*[\"“]?(?P<name>[^\"“”<\[(]*)[\"”]?[ \t]*(?:[<\[(](?P<address>[^>\])]*))?"
)
"""The header of a mail that says who sent it."""

_FIELDED = re.compile(r"[\w ]{1,20}:[ \t]")
"""Another field of a record."""

_SIGNED = re.compile(rf"@\w+|{_UPPER}[\w.'’-]*(?: {_UPPER}[\w.'’-]*){{1,3}}")
"""Who signs a post: a name of two words or more, or that of an account."""

_NUMBER = re.compile(r"^[ \t]*#\d+[ \t]+")
"""The number of a post in its thread."""

_STOPS = frozenset('.?!…”"')
_MARKS = " \t,·•|–—-@[("


class Turn(Struct, frozen=True):
    """Words of one speaker: they begin at `start`, behind what names him."""

    head: int
    start: int
    name: str


def turns(text: str, dates: Iterable[Span], names: Sequence[str]) -> tuple[Turn, ...]:
    """The turns of a text that is a conversation, in order; `names` spell out initials."""
    spans = [*dates]
    written = tuple(_posts(text, spans)) or tuple(_labelled(text, _STAMPED))
    written = written or tuple(_labelled(text, _RELAYED)) or tuple(_single(text))
    written = written or tuple(_signed_above(text, spans))
    found = written or (tuple(_labelled(text, _ASKED)) if "Q." in text else ())
    found = found or (tuple(_labelled(text, _LABEL)) if "?" in text else ())
    return tuple(Turn(t.head, t.start, _spelt(t.name, names)) for t in found)


def turn_at(found: Sequence[Turn], span: Span) -> Turn | None:
    """The turn in which a sentence ends."""
    at = bisect_right(found, span.end - 1, key=lambda turn: turn.head) - 1
    return found[at] if at >= 0 else None


def _labelled(text: str, pattern: re.Pattern[str]) -> Iterator[Turn]:
    """Turns behind "Name:", where the names of a few come again and again."""
    if pattern is not _ASKED and text.count(":") < _VOICES:
        return
    if pattern is _RELAYED and ">" not in text:
        return
    found = [*pattern.finditer(text)]
    voices = Counter(_bare(one["name"]) for one in found)
    often = [name for name, count in voices.items() if count > 1]
    if pattern is _STAMPED and _is_channel(found, voices):
        often = [*voices]
    elif (
        len(found) < (_FEWEST - (pattern is _STAMPED))
        or len(voices) < _VOICES
        or not often
    ):
        return
    if sum(voices[name] for name in often) * 2 < len(found):
        return
    if pattern is _LABEL and not _is_talk(text, found):
        return
    for one in found:
        if pattern is not _LABEL or _is_name(one["name"]):
            yield Turn(one.start("name"), one.end(), _bare(one["name"]))


def _is_channel(found: Sequence[re.Match[str]], voices: Counter[str]) -> bool:
    """Whether all messages are of one who has a name: no program writes its own so."""
    names = [*voices]
    stamped = all(one[0].lstrip().startswith("[") for one in found)
    return len(names) == 1 and len(found) > 1 and stamped and names[0][0].isupper()


def _single(text: str) -> Iterator[Turn]:
    """The turn of a text that is one post: "[2031-05-03 14:05:10] ada: The dam broke."."""
    found = _STAMPED.match(text) if text.startswith("[") else None
    if found is not None and _STAMPED.search(text, found.end()) is None:
        yield Turn(found.start("name"), found.end(), found["name"].strip())


def _is_name(name: str) -> bool:
    """Whether the words of a label are those of a name: "The House divided" is none."""
    words = _ASIDE.sub("", name).split()
    return all(word[0].isupper() or len(word) <= _SMALL for word in words)


def _is_talk(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether lines behind "Name:" are sentences, and one is a question; else they are
    the fields of a form."""
    ends = [text[one.end() : _line_end(text, one.end())].rstrip()[-1:] for one in found]
    return "?" in ends and sum(end in _STOPS for end in ends) * 2 >= len(ends)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _bare(name: str) -> str:
    """A speaker without his seat; of "the minister (Ada Brenn)" the name."""
    asides = [one["inside"] for one in _ASIDE.finditer(name)]
    if asides and name.lower().startswith("the "):
        return asides[0]
    return _ASIDE.sub("", name).strip()


def _signed_above(text: str, dates: Sequence[Span]) -> Iterator[Turn]:
    """Turns below a name and a date, each on a line of its own, as pasted posts have them."""
    found = []
    for span in dates:
        if span.start and text[span.start - 1] != "\n":
            continue
        head, name = _above(text, span.start)
        if not _SIGNED.fullmatch(name):
            continue
        if text.endswith("\n\n", 0, head) or not text[:head].rstrip(" \t\r"):
            found.append(Turn(head, _line_end(text, span.end) + 1, name))
    if len(found) > 1:
        yield from found


def _posts(text: str, spans: Sequence[Span]) -> Iterator[Turn]:
    """Turns below lines that say who wrote them, and when."""
    heads = post_heads(text, spans)
    for span in spans:
        if span.start in heads:
            begun = text.rfind("\n", 0, span.start) + 1
            end = text.find("\n", span.end)
            name = _NUMBER.sub("", text[begun : span.start]).strip(_MARKS)
            name = name or signed_behind(text, span)
            if name.endswith(":"):
                begun, name = _above(text, begun)
            yield Turn(begun, end + 1, name)


def _above(text: str, begun: int) -> tuple[int, str]:
    """The line above "Posted: …", if it is a name."""
    above = text.rfind("\n", 0, max(begun - 1, 0)) + 1
    name = text[above:begun].strip()
    sent = _SENDER.match(name)
    if sent:
        name = sent["name"].strip() or sent["address"] or ""
    elif _FIELDED.match(name):
        name = ""
    return (above, name) if 0 < len(name) < _NAMED else (begun, "")


def _spelt(name: str, names: Sequence[str]) -> str:
    """The one name that initials stand for, else what is written."""
    if not _INITIALS.fullmatch(name):
        return name
    full = {n for n in names if "".join(word[0] for word in n.split()) == name}
    return full.pop() if len(full) == 1 else name
