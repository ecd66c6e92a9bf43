"""In what the tellings of one event differ: kept and shown, never averaged.

A figure that only grows with the date of the report is an `update`: the count went on.
Figures that cannot both be right, days that do not overlap and a denial beside a report
are a `contradiction`. "More than 4,000" and 5,800 do not differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from timeline.merge.clocks import blur, holds, span_beside
from timeline.merge.figures import Interval, interval
from timeline.merge.profile import is_soft
from timeline.merge.wholes import Counted, wholes
from timeline.model import Basis, Claim, Conflict, Mention, Quantity

CONTRADICTION = "contradiction"
UPDATE = "update"


class _Figure(Struct, frozen=True):
    """What one mention says of one slot, and when it was reported (civil seconds)."""

    mention: Mention
    quantity: Quantity
    bounds: Interval
    reported: int | None


def conflicts(
    mentions: Sequence[Mention],
    reported: Mapping[str, int | None],
    languages: Mapping[str, str],
) -> tuple[Conflict, ...]:
    """All conflicts of an event, by field.

    `reported` has each document's date, by id, and `languages` its language.
    """
    return (*_dates(mentions, reported), *_figures(mentions, reported, languages))


# Dates


def _dates(
    mentions: Sequence[Mention], reported: Mapping[str, int | None]
) -> Iterator[Conflict]:
    """Stated days that exclude each other.

    A document's own date is no statement, nor is a day taken over from another sentence.
    """
    stated = [
        m
        for m in mentions
        if m.basis is not Basis.INHERITED and not is_soft(m, reported[m.document_id])
    ]
    groups = _overlapping(stated)
    if len(groups) > 1:
        claims = (Claim(_date_text(g), tuple(m.id for m in g)) for g in groups)
        yield Conflict("date", CONTRADICTION, tuple(claims))


def _overlapping(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions grouped so that groups do not overlap in time, earliest first.

    What is too coarse to take a side (a week that holds both days) is left out.
    """
    ordered = sorted(mentions, key=lambda m: (m.time.end - m.time.start, m.time.start))
    groups: list[list[Mention]] = []
    for mention in ordered:
        fitting = [g for g in groups if _overlap(g[0], mention)]
        if not fitting:
            groups.append([mention])
        elif len(fitting) == 1:
            fitting[0].append(mention)
    return sorted(groups, key=lambda g: g[0].time.start)


def _overlap(one: Mention, other: Mention) -> bool:
    off = blur(one.time) + blur(other.time)
    start, end = span_beside(one.time, other.time)
    meet = start < other.time.end + off and other.time.start < end + off
    return meet or holds(one.time, other.time)


def _date_text(mentions: Sequence[Mention]) -> str:
    return mentions[0].time.edtf


# Figures


def _figures(
    mentions: Sequence[Mention],
    reported: Mapping[str, int | None],
    languages: Mapping[str, str],
) -> Iterator[Conflict]:
    by_slot: dict[str, list[Counted]] = defaultdict(list)
    for mention in mentions:
        for quantity in _plain(mention.quantities):
            by_slot[quantity.slot].append((mention, quantity))
    for slot in sorted(by_slot):
        figures = [
            _Figure(
                mention,
                quantity,
                interval(quantity.value, quantity.bound),
                reported[mention.document_id],
            )
            for mention, quantity in wholes(by_slot[slot], mentions, languages)
        ]
        if figures and not _agree(figures):
            yield Conflict(slot, _kind(figures), _claims(figures))


def _plain(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures of a telling, but none where it counts one thing twice.

    "26 protesters and 18 officers were killed" are parts, not two answers.
    """
    slots = [quantity.slot for quantity in quantities]
    return (q for q in quantities if slots.count(q.slot) == 1)


def _agree(figures: Sequence[_Figure]) -> bool:
    """Whether one number satisfies all (intervals that overlap in pairs share a point)."""
    low = max(figure.bounds[0] for figure in figures)
    high = min(figure.bounds[1] for figure in figures)
    same_document = len({figure.mention.document_id for figure in figures}) == 1
    return low <= high or same_document


def _kind(figures: Sequence[_Figure]) -> str:
    """An update, if figures never fall as reports go on, and differ only between days."""
    if any(figure.reported is None for figure in figures):
        return CONTRADICTION
    ordered = sorted(figures, key=lambda f: (f.reported or 0, f.quantity.value))
    grows = all(a.quantity.value <= b.quantity.value for a, b in pairwise(ordered))
    apart = all(
        a.reported != b.reported or _agree_pair(a, b) for a, b in pairwise(ordered)
    )
    return UPDATE if grows and apart else CONTRADICTION


def _agree_pair(a: _Figure, b: _Figure) -> bool:
    return max(a.bounds[0], b.bounds[0]) <= min(a.bounds[1], b.bounds[1])


def _claims(figures: Sequence[_Figure]) -> tuple[Claim, ...]:
    """Figures grouped by what they say, in the order they were first reported."""
    groups: dict[Interval, list[_Figure]] = defaultdict(list)
    for figure in sorted(figures, key=_order):
        groups[figure.bounds].append(figure)
    return tuple(
        Claim(group[0].quantity.text, tuple(f.mention.id for f in group))
        for group in groups.values()
    )


def _order(figure: _Figure) -> tuple[bool, int, float]:
    return figure.reported is None, figure.reported or 0, figure.quantity.value
