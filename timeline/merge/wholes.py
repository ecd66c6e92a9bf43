"""Which figures of an event answer one question: how many in all.

"Two more" adds to a count, "11 Orlian sailors" are some of 23 sailors, and so are the 12
others where a telling counts both. Whom a blast killed, the arrest of those who did it did
not. What is measured in percent is one thing only where
the tellings name somebody in common. None of these contradicts another.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from timeline.lang.cues import cues
from timeline.merge.actions import PERSONAL, STEPS
from timeline.model import Mention, Quantity
from timeline.text.stems import content_stems

Counted = tuple[Mention, Quantity]
"""A figure, and the telling that has it."""

_MEASURE = "percent"

_HARMED = frozenset({"injured", "killed", "missing"})

_HARMLESS = (STEPS | PERSONAL | {"bury", "call", "meet", "visit"}) - {"die"}
"""Actions that harm nobody: who tells of the dead there tells of what came before."""


def wholes(
    counted: Iterable[Counted], told: Sequence[Mention], languages: Mapping[str, str]
) -> list[Counted]:
    """Those of the figures of one slot that are told of the whole.

    `told` are all tellings of the event, whose other figures may make up the rest, and
    `languages` those of their documents, by id.
    """
    own = ((m, q) for m, q in counted if is_own(m, q))
    found = [(m, q) for m, q in own if not _adds(q, languages[m.document_id])]
    if found and found[0][1].slot == _MEASURE and not _name_one(found):
        return []
    kinds = [_kind(q, languages[m.document_id]) for m, q in found]
    together = {pair for mention in told for pair in _pairs(mention)}
    return [
        one
        for one, kind in zip(found, kinds, strict=True)
        if not any(
            _is_part(one[1], kind, other[1], its, together)
            for other, its in zip(found, kinds, strict=True)
        )
    ]


def is_own(mention: Mention, quantity: Quantity) -> bool:
    """Whether a figure can be one of what the telling tells, by what is counted."""
    return quantity.slot not in _HARMED or mention.action not in _HARMLESS


def _adds(quantity: Quantity, language: str) -> bool:
    """Whether it counts only what comes on top: "two more", "another 21"."""
    said = quantity.text.lower().split()
    further = cues(language).quantities.further
    return quantity.bound is None and not further.isdisjoint(said)


def _name_one(counted: Iterable[Counted]) -> bool:
    """Whether all tellings have a word of a name in common."""
    names = (set(" ".join(mention.actors).split()) for mention, _ in counted)
    return bool(set.intersection(*names))


def _kind(quantity: Quantity, language: str) -> frozenset[str]:
    """The stems of what is counted."""
    known = cues(language).quantities
    stems = content_stems(quantity.text, language)
    numbers = known.numbers.keys() | known.scales.keys()
    return frozenset(s for s in stems if s.isalpha() and s not in numbers)


def _pairs(mention: Mention) -> Iterable[tuple[float, float]]:
    """The figures that one telling has side by side, two and two."""
    values = [quantity.value for quantity in mention.quantities]
    return chain.from_iterable(((a, b) for b in values) for a in values)


def _is_part(
    one: Quantity,
    kind: frozenset[str],
    other: Quantity,
    its: frozenset[str],
    together: set[tuple[float, float]],
) -> bool:
    """Whether the first counts only some of those that the other counts.

    It is told of a narrower kind, or beside the figure that makes up the rest.
    """
    if one.value >= other.value:
        return False
    is_narrower = one.slot in its and kind > its
    return is_narrower or (one.value, other.value - one.value) in together
