"""Who "I" is outside of quotations: who swears, signs, keeps the diary or writes the mail.

"I, RUTH ELLERBY, make oath", "AFFIDAVIT OF …", "From the diary of …", "From: …", "Yours,"
above a name. Who is quoted below "Ada Brenn wrote:" speaks for herself there.
"""

import re
from functools import lru_cache

from timeline.lang.cues import Cues
from timeline.model import Span
from timeline.timex.sections import depth

_UPPER = "[^\\W\\d_a-zß-öø-ÿ]"
_NAME = rf"{_UPPER}[\w.'’-]*(?:[ \t]+(?:(?:de|van|von|der|la)[ \t]+)?{_UPPER}[\w.'’-]*){{1,3}}"
"""A name of two to four words."""

_CALLED = _NAME.replace("{1,3}", "{0,3}")
"""The same, or one word of it, as under a letter."""

_HEAD, _FOOT = 1500, 400
"""Characters at the head and at the foot of a text in which its author is named."""

_MAIL = 20_000
"""Characters of a mail in which the name is looked for."""

_FROM = re.compile(
    rf"^(?:From|Von|De|Da|Van)[ \u00a0]?:[ \t]*[\"“]?(?P<name>{_NAME})[\"”]?[ \t]*(?:<|\[|\(|$)",
    re.MULTILINE,
)
_SWORN = re.compile(rf"^\W*I, (?P<name>{_NAME}),", re.MULTILINE)
_WROTE = re.compile(
    rf"^(?P<marks>[> ]*)On [^\n]{{0,60}}?\d[^\n]{{0,40}}?[ ,](?![AP]M )(?P<name>{_NAME})"
    rf"(?: <[^>\n]*>)? wrote:[ \t]*$",
    re.MULTILINE,
)
_WROTE_TOO = re.compile(
    rf"^(?P<marks>[> ]*+)[^\n>]{{0,60}}?\d[^\n]{{0,40}}?"
    rf"(?:[ ,](?P<name>{_NAME})(?: \(?<[^>\n]*>\)?)?,? (?:escribió|escreveu|ha scritto|a écrit)"
    rf"|(?:schrieb|schreef) (?P<behind>{_NAME})(?: <[^>\n]*>)?)[ \u00a0]?:[ \t]*$",
    re.MULTILINE,
)
"""The same in other languages, in some with the name behind the verb."""


def author(text: str, span: Span, cues: Cues) -> str | None:
    """The name of who says "I" where a sentence stands, if the text tells it."""
    quoted = depth(text, span.start)
    if not quoted:
        sent = [*_FROM.finditer(text, max(0, span.start - _MAIL), span.start)]
        if sent:
            return _cased(sent[-1]["name"])
        if cues.tongue is not None:
            return None  # What letters end with is in no table.
        return _of_text(
            text, cues.reporting.authored.pattern, cues.reporting.closing.pattern
        )
    wrote = _WROTE if cues.tongue is None else _WROTE_TOO
    heads = wrote.finditer(text, max(0, span.start - _MAIL), span.start)
    own = [
        found.groupdict().get("behind") or found["name"]
        for found in heads
        if found["marks"].count(">") == quoted - 1
    ]
    return own[-1] if own else None


@lru_cache(maxsize=8)  # Asked for each sentence of one text.
def _of_text(text: str, authored: str, closing: str) -> str | None:
    """The one name that a text gives to who wrote it."""
    head, foot = text[:_HEAD], text[-_FOOT:]
    titled = re.compile(
        rf"^\W*(?:[\w’']+ ){{0,3}}?(?i:{authored}):? (?P<name>{_NAME})(?:, [^\n]{{0,90}})?\W*$",
        re.MULTILINE,
    )
    signed = re.compile(
        rf"^[ \t]*(?i:{closing})(?:[^\n]{{0,40}},)?[ \t]*\n+[ \t]*(?P<name>{_CALLED})[ \t]*$",
        re.MULTILINE,
    )
    for pattern, part in (
        (_SWORN, head),
        (titled, head),
        (signed, foot),
    ):
        found = pattern.search(part)
        if found:
            return _cased(found["name"])
    return None


@lru_cache(maxsize=8)  # Asked for each line of one text.
def whose_life(text: str, vitae: str) -> str | None:
    """The name below (or beside) "Curriculum vitae": each line there is of his life."""
    found = re.compile(
        rf"^\W*(?i:{vitae})\b(?: of|:| [–-])?\s+(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?[ \t]+)*"
        rf"(?P<name>{_NAME})[ \t]*(?:,[^\n]{{0,20}})?$",
        re.MULTILINE,
    ).search(text[:_HEAD])
    return _cased(found["name"]) if found else None


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere: "Ruth ELLERBY" as "Ruth Ellerby"."""
    return " ".join(w.title() if w.isupper() else w for w in name.split())
