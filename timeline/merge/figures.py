"""What a figure can be, and whether it speaks for itself."""

from collections import defaultdict
from math import inf

from timeline.model import Mention, Quantity

Interval = tuple[float, float]
"""What a figure can be, both ends included."""

_ABOUT = 0.1
"""How far from "about 5,800" the true figure may be, as a share of it."""


def interval(value: float, bound: str | None) -> Interval:
    """What the true figure can be: "more than 4,000" is anything from 4,000 up."""
    match bound:
        case "min":
            return value, inf
        case "max":
            return 0.0, value
        case "about":
            return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


def is_telling(value: float) -> bool:
    """Whether a figure is unlikely to be the same by chance: 748, but not 2 or 500."""
    digits = f"{value:.0f}".rstrip("0")
    return value >= 10 and len(digits) > 1


MEASURES = frozenset({"money", "percent"})
"""Slots of figures that count nobody: $177 are not 177 dead."""


def is_one_count(quantity: Quantity) -> bool:
    """Whether a figure is the same where another thing is said to be counted by it.

    23 pirates are 23 suspects; but 1,200 schools are not 1,200 pupils, nor is a sum.
    """
    value = quantity.value
    return quantity.slot not in MEASURES and is_telling(value) and value % 10 != 0


def by_slot(mention: Mention) -> dict[str, tuple[Interval, ...]]:
    """What each thing counted can number, by its slot."""
    found: dict[str, list[Interval]] = defaultdict(list)
    for quantity in mention.quantities:
        found[quantity.slot].append(interval(quantity.value, quantity.bound))
    return {slot: tuple(intervals) for slot, intervals in found.items()}


def counts(mention: Mention) -> list[str]:
    """The figures of a mention, each with what it counts."""
    return [f"{q.slot}={q.value:g}" for q in mention.quantities]
