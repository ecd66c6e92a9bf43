"""An event in lines of plain text, for formats that have one field for notes."""

from collections.abc import Iterator

from timeline.model import Conflict, Event, Granularity, Mention, Status, TimeValue
from timeline.wording import context, dates, marks, safe
from timeline.wording.marks import Shelf

_EXACT = (Granularity.DAY, Granularity.MINUTE, Granularity.SECOND)

_KNOWN = ("local", "Z", "UTC", "GMT")


def headline(event: Event) -> str:
    """The headline; its status before it where that is not plainly asserted."""
    text = safe.line(event.headline) or "?"
    plain = event.status is Status.HAPPENED
    return text if plain else f"{event.status.value}: {text}"


def is_exact(value: TimeValue) -> bool:
    """Whether it is one day or moment, said without reserve: no words need be added."""
    if is_in_named_zone(value):
        return False
    length = {Granularity.DAY: 86_400, Granularity.MINUTE: 60, Granularity.SECOND: 1}
    if value.qualifier or value.granularity not in _EXACT:
        return False
    return value.end - value.start <= length[value.granularity]


def is_in_named_zone(value: TimeValue) -> bool:
    """Whether it is a time of day in a zone ("EST") that only its words can tell."""
    is_clock = value.granularity.fineness > Granularity.PART_OF_DAY.fineness
    name = value.zone or "local"
    return is_clock and name not in _KNOWN and name[0] not in "+-"


def is_settled(event: Event, documents: Shelf) -> bool:
    """Whether nothing about the event is in doubt: asserted, undisputed, exactly dated."""
    return not marks.words(event, documents) and is_exact(event.time)


def dated_headline(event: Event) -> str:
    """The headline with the words of its date before it, where that is not exact."""
    if is_exact(event.time):
        return headline(event)
    return f"[{dates.words(event.time)}] {headline(event)}"


def notes(event: Event, documents: Shelf) -> tuple[str, ...]:
    """What there is to know: date in words, standing, then each quote with its place."""
    first, *rest = standing(event, documents)
    return (
        f"{dates.words(event.time)} · {first}",
        *rest,
        *(quoted(mention, documents) for mention in event.mentions),
    )


def standing(event: Event, documents: Shelf) -> tuple[str, ...]:
    """Counts and marks on one line; one more for each conflict with its sides."""
    found = [marks.counts(event)]
    found += [word for word in marks.words(event, documents) if ":" not in word]
    sides = (conflict(c, documents) for c in event.conflicts)
    return (" · ".join(found), *sides)


def conflict(found: Conflict, documents: Shelf) -> str:
    """Field and claims: "conflict: date: 6 May (a.txt:3) / 5 May (b.txt:7)"."""
    kind = "conflict" if found.kind == "contradiction" else safe.line(found.kind)
    claims = []
    for claim in found.claims:
        told = map(documents.where, documents.told(claim))
        places = ", ".join(dict.fromkeys(told))
        claims.append(safe.line(claim.value) + (f" ({places})" if places else ""))
    return f"{kind}: {safe.line(found.field)}: {' / '.join(claims)}"


def quoted(mention: Mention, documents: Shelf) -> str:
    """The sentence, where it stands, and who is given as its source."""
    by = f", according to {safe.line(mention.reporter)}" if mention.reporter else ""
    words = context.whole_sentence(mention)
    return f"“{safe.line(words)}” — {documents.where(mention)}{by}"


def places(event: Event, documents: Shelf) -> Iterator[str]:
    """File and line of each telling, each once."""
    yield from dict.fromkeys(documents.place(m) for m in event.mentions)
