"""Corrections by hand, made to the events that merging found.

In this order: tellings leave their event, events are joined, and then single events get
another date or title, or go. Each sees the ids that the step before it left.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline.model import Event, Problem
from timeline.options import Override

Groups = Sequence[tuple[int, ...]]

Make = Callable[[Groups], Sequence[Event]]
"""Events of groups of mentions, in the order of the groups, each with an id of its own."""


class Corrected(Struct, frozen=True):
    """Events after the corrections, and the corrections that fit nothing."""

    events: Sequence[Event]
    problems: tuple[Problem, ...]


def correct(
    groups: Groups,
    keys: Sequence[str],
    overrides: Sequence[Override],
    make: Make,
) -> Corrected:
    """The events of the groups, corrected. `keys` has the key of every mention."""
    problems: list[Problem] = []
    for override in _of_kind(overrides, "apart"):
        groups, problem = _apart(groups, keys, override)
        problems += problem
    events = make(groups)
    if not overrides:
        return Corrected(events, ())
    united, known = _united(groups, events, overrides, problems)
    if len(united) < len(groups):
        joined = make(united)
        known |= {event.id: i for i, event in enumerate(joined)}
        events = joined
    return _single(list(events), known, overrides, problems)


def _of_kind(overrides: Iterable[Override], *kinds: str) -> list[Override]:
    return [override for override in overrides if override.kind in kinds]


def _apart(
    groups: Groups, keys: Sequence[str], override: Override
) -> tuple[Groups, list[Problem]]:
    """The tellings named leave each event they are in, and are one of their own there."""
    named = {
        id_: {order for order, own in enumerate(keys) if own.startswith(id_)}
        for id_ in override.ids
    }
    lost = [id_ for id_, orders in named.items() if not orders]
    leaving = set().union(*named.values())
    found: list[tuple[int, ...]] = []
    for group in groups:
        out = tuple(order for order in group if order in leaving)
        rest = tuple(order for order in group if order not in leaving)
        found += [part for part in (rest, out) if part]
    return sorted(found), [_stale(override, id_, "telling") for id_ in lost]


def _united(
    groups: Groups,
    events: Sequence[Event],
    overrides: Sequence[Override],
    problems: list[Problem],
) -> tuple[list[tuple[int, ...]], dict[str, int]]:
    """Groups joined as told, and in which of them the event of each id now is."""
    home = list(range(len(groups)))
    ids = {event.id: i for i, event in enumerate(events)}
    for override in _of_kind(overrides, "join"):
        places = _found(override, ids, problems)
        first = min((home[place] for place in places), default=0)
        merged = {home[place] for place in places}
        home = [first if place in merged else place for place in home]
    members: dict[int, list[int]] = defaultdict(list)
    for own, group in zip(home, groups, strict=True):
        members[own] += group
    heads = {head: i for i, head in enumerate(members)}
    united = [tuple(sorted(group)) for group in members.values()]
    return united, {id_: heads[home[i]] for id_, i in ids.items()}


def _single(
    events: list[Event],
    known: Mapping[str, int],
    overrides: Sequence[Override],
    problems: list[Problem],
) -> Corrected:
    """Dates, titles and what is dropped."""
    dropped: set[int] = set()
    for override in _of_kind(overrides, "date", "title", "drop"):
        for place in _found(override, known, problems):
            events[place] = _changed(events[place], override)
            if override.kind == "drop":
                dropped.add(place)
    kept = (event for i, event in enumerate(events) if i not in dropped)
    return Corrected(tuple(kept), tuple(problems))


def _changed(event: Event, override: Override) -> Event:
    corrected = tuple(dict.fromkeys((*event.corrected, override.kind)))
    if override.date:
        return replace(event, time=override.date, corrected=corrected)
    if override.title:
        return replace(event, headline=override.title, corrected=corrected)
    return event


def _found(
    override: Override, known: Mapping[str, int], problems: list[Problem]
) -> list[int]:
    """Where the events named are. Each id that is none, or several, is a problem."""
    places: list[int] = []
    for id_ in override.ids:
        exact = {known[id_]} if id_ in known else set()
        fitting = exact or {
            place for own, place in known.items() if own.startswith(id_)
        }
        if len(fitting) == 1:
            places += fitting
        else:
            problems.append(_stale(override, id_, "event", is_many=bool(fitting)))
    return places


def _stale(
    override: Override, id_: str, noun: str, *, is_many: bool = False
) -> Problem:
    several = f"{id_} begins the ids of several {noun}s"
    message = f"{override.place}: {several if is_many else f'no {noun} {id_}'}"
    hint = "Say the whole id." if is_many else "Look it up again, or delete the entry."
    return Problem(override.path, "overrides", message, hint)
