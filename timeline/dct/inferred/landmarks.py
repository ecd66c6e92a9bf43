"""Events that the dated documents keep coming back to, as days to count from.

"Six days after the flood" dates a text where the folder has but one flood: most of the
dated documents that put a day to something called so put it to the same day.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from timeline.civil import DAY
from timeline.dct.inferred.clues import Said, Says
from timeline.dct.inferred.events import Match, is_told
from timeline.model import Mention

LEAST = 3
"""Documents that must agree on the day of what a word names."""

SHARE = 0.5
"""Share of the documents that put a day to it that must agree."""

SURE = 0.5
"""How often a text that counts from a landmark counts to its own day."""

ABOUT = {-1: 0.2, 0: 0.55, 1: 0.25}
"""Chances of days around "six days after"."""

ABOUT_WEEKS = {-2: 0.1, -1: 0.2, 0: 0.4, 1: 0.2, 2: 0.1}
"""Chances of days around "two weeks after", which is rounded."""


class Landmark(Struct, frozen=True):
    """The day of what a word names, how many documents say so, and one of them."""

    day: int
    documents: int
    told: str


def landmarks(mentions: Sequence[Mention]) -> dict[str, Landmark]:
    """Terms of which the documents agree on one day; in no order."""
    told: dict[str, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for mention in mentions:
        if is_told(mention):
            for term in mention.terms:
                texts = told[term][mention.time.start // DAY]
                texts.setdefault(mention.document_id, mention.text)
    found = {}
    for term, days in told.items():
        day, texts = min(days.items(), key=lambda item: (-len(item[1]), item[0]))
        documents = {one for others in days.values() for one in others}
        if len(texts) >= max(LEAST, SHARE * len(documents)):
            found[term] = Landmark(day, len(texts), texts[min(texts)])
    return found


def counted(said: Sequence[Said], known: Mapping[str, Landmark]) -> list[Match]:
    """What "six days after the flood" says of the day of the text, each count once."""
    found: dict[int, Match] = {}
    for one in said:
        named = [known[term] for term in one.terms if term in known]
        if one.says is Says.ELAPSED and named:
            best = max(named, key=lambda landmark: (landmark.documents, -landmark.day))
            about = ABOUT_WEEKS if one.number % 7 == 0 else ABOUT
            middle = best.day + one.number
            days = {middle + off: share for off, share in about.items()}
            found.setdefault(middle, Match(SURE, days, one.text, best.told, middle))
    return list(found.values())
