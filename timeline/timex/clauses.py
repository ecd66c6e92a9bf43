"""Where in its sentence a time stands: at its head, in a clause joined to it, in an aside."""

import re
from collections.abc import Set as AbstractSet
from itertools import islice

_NUMBER = r"(?:[\[(]?\d{1,3}(?:\.\d{1,3})*[\]).]?\s+)?"
"""That of a paragraph: "[3] In", "3.2 In"."""

_HEAD = re.compile(rf"(?:^|[.!?:]\s+|\n\s*){_NUMBER}[\"“]?(?:\w+ )?(?:\w+ )?$")
_HEAD_REACH = 24
"""Characters before a time in which its sentence or clause may begin."""

_FRONT = re.compile(r"(?:^|[.!?]\s+|\n\s*)(?P<first>\w+) (?:[\w'’-]+ ){1,7}$")
_FRONT_REACH = 80
"""Characters before a time in which the phrase it ends may begin a sentence."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]|\n\s*\n")

_GOES_ON = re.compile(r"\d{4} [^\W\d_]")
"""A year with a subject behind it: "in 1984 the mine"."""

_OPEN_ASIDE = re.compile(r", (?P<verb>[a-z]+)(?: [a-z]+){0,5} $")
_ENDED_ASIDE = re.compile(r"[^,.;:\n]{3,24},")
_LEAD_IN = 60
"""Characters before the date of an aside: ", called by the union on"."""

_ASIDE = re.compile(r",\s(?:\w+\s){0,2}\w+(?:ed|n|t)\s(?:[\w’'-]+\s){1,5}$")
"""A participle behind a comma, up to its year."""

_NEXT_DONE = re.compile(r"[^,]*(?:, \d{4})?, (?:then )?[a-z]+[dnt] [^,.;]{0,40}$")
"""From a date to that of what was done next: "March 2009, tried in | June"."""


def share_sentence(text: str, said_at: int, at: int) -> bool:
    """Whether one sentence holds what was said and an offset behind it."""
    return not _SENTENCE_END.search(text, said_at, at)


def are_neighbours(text: str, said_at: int, at: int) -> bool:
    """Whether an offset is in the same sentence as what was said, or in the next."""
    ends = _SENTENCE_END.finditer(text, said_at, at)
    return next(islice(ends, 1, None), None) is None


def opens_sentence(text: str, at: int) -> bool:
    """Whether at most a word or two stand between a sentence's start and a time."""
    return _HEAD.search(text[max(0, at - _HEAD_REACH) : at]) is not None


def heads_sentence(text: str, at: int, follows: AbstractSet[str]) -> bool:
    """Whether a time opens its sentence, or stands behind a noun after which the sentence
    tells what came: "After the coup of 6 May 1974"."""
    if opens_sentence(text, at):
        return True
    front = _FRONT.search(text[max(0, at - _FRONT_REACH) : at])
    return front is not None and front["first"].lower() in follows


def heads_clause(text: str, at: int, joining: AbstractSet[str]) -> bool:
    """Whether a clause begins with a year: "it fell, and in 1984 the mine shut"."""
    if not _GOES_ON.match(text, at):
        return False
    before = text[max(0, at - _HEAD_REACH) : at].split()
    return len(before) > 1 and (before[-2][-1] in ",;" or before[-2].lower() in joining)


def is_joined(text: str, at: int, joining: AbstractSet[str]) -> bool:
    """Whether a date heads a clause: "…, and in | June the mill burnt"."""
    before = text[max(0, at - _HEAD_REACH) : at].split()
    return len(before) > 1 and before[-2].lower().rstrip(",") in joining


def goes_on_from(text: str, said_at: int, at: int, joins: AbstractSet[str]) -> bool:
    """Whether what a date tells was done next: "in May 2010 and charged in | June"."""
    between = text[said_at:at].lower()
    joined = ";" in between or not joins.isdisjoint(between.split())
    return joined or _NEXT_DONE.match(between) is not None


def is_year_of_aside(text: str, at: int) -> bool:
    """Whether a year is that of an aside: "the dam, completed in | 1978, was due in"."""
    closed = text[at + 4 : at + 5] == ","
    return closed and _ASIDE.search(text[max(0, at - _LEAD_IN) : at]) is not None


def verb_of_aside(text: str, told_at: int, at: int) -> str:
    """The verb of the aside that ends with a day told before an offset, "" where there is
    none: "the strike, called on | Monday, starts at | noon"."""
    before = text[max(0, told_at - _LEAD_IN) : told_at]
    opened = (
        _OPEN_ASIDE.search(before) if _ENDED_ASIDE.match(text[told_at:at]) else None
    )
    return opened["verb"] if opened else ""
