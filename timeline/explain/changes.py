"""What differs between two timelines of one matter: two builds, or two states of the files.

Events are the same if they have one id, else if they share a quote, else if documents of
one name tell them in much the same words: so an article that was edited in silence shows
as an event that was dated or worded anew, and not as one gone and another come.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from timeline.model import DocumentRecord, Event, Mention, Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe
from timeline.wording.marks import Shelf

ALIKE = 0.6
"""Share of their words (Dice) from which two quotes of one document are one, reworded."""

LONGEST = 160
"""Characters of a quote that are shown."""

SIGNS = {"added": "+", "removed": "-", "changed": "~"}


class Difference(Struct, frozen=True):
    """One thing that is not as it was; `before` or `after` is empty where there is none.

    `is_digest` says that they are the SHA-256 of a file.
    """

    field: str
    before: str
    after: str
    is_digest: bool = False


class Change(Struct, frozen=True):
    """An event that was added, removed or changed. `event` is the newer of the two.

    `place` is where one that is in one timeline alone is told there.
    """

    kind: str
    event: Event
    differences: tuple[Difference, ...] = ()
    place: str = ""


def changes(old: Timeline, new: Timeline) -> tuple[Change, ...]:
    """Every event that is not in both as it is in the other, by time."""
    before = {ranked.event.id: ranked.event for ranked in old.events}
    after = {ranked.event.id: ranked.event for ranked in new.events}
    shelves = marks.shelf(old), marks.shelf(new)
    pairs = _pairs(before, after, shelves)
    gone = before.keys() - pairs.keys()
    come = after.keys() - set(pairs.values())
    found = [_alone("removed", before[i], shelves[0]) for i in gone]
    found += [_alone("added", after[i], shelves[1]) for i in come]
    for one, other in pairs.items():
        differing = tuple(_differences(before[one], after[other], *shelves))
        found += [Change("changed", after[other], differing)] if differing else []
    return tuple(sorted(found, key=_order))


def _alone(kind: str, event: Event, shelf: Shelf) -> Change:
    return Change(kind, event, place=shelf.place(event.mentions[0]))


def documents(old: Timeline, new: Timeline) -> tuple[Difference, ...]:
    """Documents that came, went, have other bytes, or are dated otherwise; by name."""
    before = {record.source.uri: record for record in old.documents}
    after = {record.source.uri: record for record in new.documents}
    found = []
    for uri in sorted(before.keys() | after.keys()):
        one, other = before.get(uri), after.get(uri)
        was, is_ = (record.source.digest if record else "" for record in (one, other))
        if was != is_:
            found.append(Difference(uri, was, is_, is_digest=True))
        if one and other and one.dct != other.dct:
            found.append(Difference(uri, _dated(one), _dated(other)))
    return tuple(found)


def _dated(record: DocumentRecord) -> str:
    return record.dct.edtf if record.dct else "undated"


def render(old: Timeline, new: Timeline, view: View) -> str:
    """All of it, for reading or as a row a difference; empty if nothing differs."""
    write = _rows if view.width is None else _blocks
    lines = write(documents(old, new), changes(old, new))
    return "".join(f"{line}\n" for line in lines)


# ---- which events are the same ----


def _pairs(
    before: Mapping[str, Event],
    after: Mapping[str, Event],
    shelves: tuple[Shelf, Shelf],
) -> dict[str, str]:
    """The id of each event that was, with that of the event it is now."""
    pairs = {id_: id_ for id_ in before if id_ in after}
    for alike in (_by_quotes, _by_words):
        ones = [event for id_, event in before.items() if id_ not in pairs]
        taken = set(pairs.values())
        others = [event for id_, event in after.items() if id_ not in taken]
        for _, one, other in sorted(alike(ones, others, shelves)):
            if one not in pairs and other not in taken:
                pairs[one] = other
                taken.add(other)
    return pairs


_Alike = Iterator[tuple[float, str, str]]
"""How alike two events are, the likest lowest, and their ids."""


def _by_quotes(
    ones: Iterable[Event], others: Iterable[Event], _: tuple[Shelf, Shelf]
) -> _Alike:
    """Events with the same quotes, by how many."""
    home = {mention.id: event.id for event in others for mention in event.mentions}
    for event in ones:
        shared: dict[str, int] = defaultdict(int)
        for mention in event.mentions:
            if mention.id in home:
                shared[home[mention.id]] += 1
        yield from ((-count, event.id, other) for other, count in shared.items())


def _by_words(
    ones: Iterable[Event], others: Iterable[Event], shelves: tuple[Shelf, Shelf]
) -> _Alike:
    """Events that documents of one name tell in much the same words."""
    told: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for event in others:
        for mention in event.mentions:
            uri = shelves[1].uri(mention.document_id)
            told[uri].append((event.id, frozenset(mention.terms)))
    for event in ones:
        for mention in event.mentions:
            words = frozenset(mention.terms)
            for other, terms in told.get(shelves[0].uri(mention.document_id), ()):
                share = 2 * len(words & terms) / max(1, len(words) + len(terms))
                if share >= ALIKE:
                    yield -share, event.id, other


# ---- what is different ----


def _conflicts(event: Event) -> str:
    kinds = (
        f"{c.field}: {' / '.join(k.value for k in c.claims)}" for c in event.conflicts
    )
    return "; ".join(kinds)


FIELDS: Mapping[str, Callable[[Event], str]] = {
    "date": lambda event: event.time.edtf,
    "status": lambda event: event.status.value,
    "origins": lambda event: str(len(event.origins)),
    "conflicts": _conflicts,
}
"""What is compared of an event, besides its quotes. A better line for the same is none of
it."""


def _differences(
    one: Event, other: Event, before: Shelf, after: Shelf
) -> Iterator[Difference]:
    """What readers would want to know of."""
    for field, said in FIELDS.items():
        if said(one) != said(other):
            yield Difference(field, said(one), said(other))
    yield from _tellings(one, other, before, after)


def _tellings(
    one: Event, other: Event, before: Shelf, after: Shelf
) -> Iterator[Difference]:
    """Quotes that came, went, or read otherwise in a document of the same name."""
    gone = _quotes(one, other, before)
    come = _quotes(other, one, after)
    for uri in sorted(gone.keys() | come.keys()):
        if gone.get(uri) != come.get(uri):
            yield Difference(uri, gone.get(uri, ""), come.get(uri, ""))


def _quotes(event: Event, other: Event, shelf: Shelf) -> dict[str, str]:
    """What documents say of the event that is not said of the other one, by document."""
    known = {mention.id for mention in other.mentions}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in event.mentions:
        if mention.id not in known:
            found[shelf.uri(mention.document_id)].append(mention)
    return {uri: " … ".join(m.text for m in told) for uri, told in found.items()}


def _order(change: Change) -> tuple[int, int, str, str]:
    time = change.event.time
    return time.start, time.end, change.event.id, change.kind


# ---- as text ----


def _blocks(differing: Iterable[Difference], found: Iterable[Change]) -> Iterator[str]:
    for difference in differing:
        yield f"document {safe.line(difference.field)} {_became(difference)}"
    for change in found:
        event = change.event
        head = (dates.words(event.time), event.headline, f"[{event.id}]")
        yield "  ".join((SIGNS[change.kind], *map(safe.line, head)))
        if change.place:
            yield f"     {change.place}"
        yield from (f"     {_arrow(difference)}" for difference in change.differences)


def _became(difference: Difference) -> str:
    """What happened to a document."""
    before, after = difference.before, difference.after
    if not (before and after):
        return "is new" if after else "is gone"
    if difference.is_digest:
        return "has other words"
    return f"was dated {safe.line(before)}, now {safe.line(after)}"


def _arrow(difference: Difference) -> str:
    field = safe.line(difference.field)
    if field in FIELDS:
        before, after = safe.line(difference.before), safe.line(difference.after)
        return f"{field}: {before or 'none'} → {after or 'none'}"
    before, after = (_quoted(text) for text in (difference.before, difference.after))
    if before and after:
        return f"{field} said {before}, now {after}"
    return f"told by {field}: {after}" if after else f"no longer by {field}: {before}"


def _quoted(text: str) -> str:
    return f"“{safe.short(text, LONGEST)}”" if text else ""


def _rows(differing: Iterable[Difference], found: Iterable[Change]) -> Iterator[str]:
    """kind, id, date, headline, field, before, after; tabs between."""
    for difference in differing:
        yield _row("document", "", "", "", difference)
    for change in found:
        event = change.event
        for difference in change.differences or (Difference("", "", ""),):
            yield _row(
                change.kind, event.id, event.time.edtf, event.headline, difference
            )


def _row(kind: str, id_: str, date: str, headline: str, found: Difference) -> str:
    cells = (kind, id_, date, headline, found.field, found.before, found.after)
    return "\t".join(map(safe.line, cells))
