"""Why an event is there: its date, its tellings, what joined them, its score."""

from collections.abc import Iterator

from timeline.errors import UsageError
from timeline.model import (
    Anchor,
    Context,
    DocumentRecord,
    Event,
    Link,
    Mention,
    Ranked,
    Timeline,
)
from timeline.text.spelling import key
from timeline.wording import context, dates, marks, safe, vetoes
from timeline.wording.marks import Shelf

SHORTEST_PREFIX = 4


def find(timeline: Timeline, name: str) -> Ranked:
    """The event of that id, or the only one whose id begins so."""
    exact = [r for r in timeline.events if r.event.id == name]
    found = exact or [r for r in timeline.events if r.event.id.startswith(name)]
    if len(found) == 1 and (exact or len(name) >= SHORTEST_PREFIX):
        return found[0]
    if found:
        some = ", ".join(safe.line(r.event.id) for r in found[:5])
        raise UsageError(f"{name} is not one event", f"say the whole id: {some}")
    raise UsageError(
        f"no event {safe.line(name)} among {len(timeline.events)}",
        "ids are in the last column of: timeline build PATH | cat",
    )


def explain(timeline: Timeline, name: str) -> str:
    """All there is to know of one event, as lines of text."""
    ranked = find(timeline, name)
    documents = marks.shelf(timeline)
    parts = (
        _head(ranked, documents),
        _date(ranked.event, documents),
        _tellings(ranked.event, documents),
        conflicts(ranked.event, documents),
        _score(ranked),
        _near_count(ranked.event, timeline),
    )
    return "\n".join(line for part in parts for line in part)


def _head(ranked: Ranked, documents: Shelf) -> Iterator[str]:
    event = ranked.event
    words = marks.words(event, documents)
    yield safe.line(event.headline)
    yield f"  id      {safe.line(event.id)}"
    yield f"  when    {dates.words(event.time)} ({safe.line(event.time.edtf)})"
    yield f"  status  {event.status.value}, confidence {event.confidence:.2f}"
    yield f"  told by {marks.counts(event)}"
    if event.corrected:
        yield f"  by hand {safe.line(', '.join(event.corrected))}"
    if event.actors:
        yield f"  who     {safe.line('; '.join(event.actors))}"
    if event.places:
        yield f"  where   {safe.line('; '.join(event.places))}"
    if words:
        yield f"  marks   {'; '.join(words)}"
    yield ""


def _date(event: Event, documents: Shelf) -> Iterator[str]:
    """Which tellings give the event its date."""
    yield f"Why {dates.words(event.time)} ({event.basis.value})"
    giving = [m for m in event.mentions if m.time == event.time and not m.in_passing]
    for mention in giving:
        yield from why_dated(mention, documents)
    if "date" in event.corrected:
        yield "  set by hand; these tellings date it:"
    elif not giving:
        yield "  no telling says just this; it follows from these:"
    if not giving:
        for mention in event.mentions:
            yield from why_dated(mention, documents)
    yield ""


def why_dated(mention: Mention, documents: Shelf) -> Iterator[str]:
    """How one telling came by its date: expression, rule, anchor, document date."""
    where = f"  {documents.place(mention)}"
    record = documents.records.get(mention.document_id)
    timex = mention.timex
    if timex is None:
        yield f"{where}  no expression of its own ({mention.basis.value})"
        yield from _document_date(record)
        return
    words = context.said(mention, timex.span)
    said = f"“{safe.line(words)}”" if words else "expression nearby"
    yield f"{where}  {said} = {safe.line(timex.value)}"
    anchor = "a time said before" if timex.anchor is Anchor.PREVIOUS else timex.anchor
    mod = f", mod {timex.mod}" if timex.mod else ""
    yield f"    rule {safe.line(timex.rule)}, anchor {anchor}{mod}"
    if timex.anchor is Anchor.DCT:
        yield from _document_date(record)


def _document_date(record: DocumentRecord | None) -> Iterator[str]:
    if record is None or record.dct is None:
        yield "    document date: unknown"
        return
    yield (
        f"    document date: {safe.line(record.dct.edtf)} "
        f"({safe.line(record.dct_basis or '?')}, {record.dct_confidence:.2f})"
    )
    for evidence in record.dct_evidence:
        yield f"      {safe.line(evidence.rung)}: “{safe.short(evidence.text, 100)}”"


def _tellings(event: Event, documents: Shelf) -> Iterator[str]:
    numbers = {mention.id: i for i, mention in enumerate(event.mentions, 1)}
    yield "Told by"
    for mention in event.mentions:
        yield from _telling(mention, numbers[mention.id], documents)
        for link in event.links:
            if link.mention_id == mention.id:
                reasons = summed(link.score, vetoes.without(link.reasons))
                other = numbers.get(link.other_id, "?")
                yield f"     joined to {other} by {link.margin:+.2f}: {reasons}"
                for veto in vetoes.met(link.reasons):
                    yield f"     in spite of: {veto}"
    if event.links:
        yield f"  vetoes tried: {', '.join(vetoes.VETOES)}"
    yield ""


def _near_count(event: Event, timeline: Timeline) -> Iterator[str]:
    found = len(_near(event, timeline))
    if found:
        events = marks.plural(found, "other event")
        yield f"{events} nearly joined: timeline explain --near"
        yield ""


def near(timeline: Timeline, name: str) -> str:
    """The events that were nearly joined with this one, likest first, and why not."""
    event = find(timeline, name).event
    documents = marks.shelf(timeline)
    parts = [f"{safe.line(event.headline)}  [{safe.line(event.id)}]", ""]
    found = _near(event, timeline)
    if not found:
        parts.append("no other event came near")
    for other, link in found:
        parts += _near_miss(event, other, link, documents)
    return "\n".join(parts) + "\n"


def _near(event: Event, timeline: Timeline) -> list[tuple[Event, Link]]:
    """Each other event that came near, by its likest pair of tellings."""
    homes = {m.id: r.event for r in timeline.events for m in r.event.mentions}
    found: dict[str, tuple[Event, Link]] = {}
    for link in timeline.near:
        ends = [homes.get(link.mention_id), homes.get(link.other_id)]
        others = [end for end in ends if end and end.id != event.id]
        if len(others) == 1 and event in ends:
            found.setdefault(others[0].id, (others[0], link))
    return list(found.values())


def _near_miss(
    event: Event, other: Event, link: Link, documents: Shelf
) -> Iterator[str]:
    yield f"{safe.line(other.headline)}  [{safe.line(other.id)}]"
    yield f"  {dates.words(other.time)} · {other.status.value} · {marks.counts(other)}"
    pair = (link.mention_id, link.other_id)
    for mention in (*event.mentions, *other.mentions):
        if mention.id in pair:
            place = documents.place(mention)
            yield f"  {place}  “{safe.line(mention.text)}”"
    yield f"  {link.margin:+.2f}: {summed(link.score, vetoes.without(link.reasons))}"
    yield f"  kept apart: {'; '.join(_kept_apart(link))}"
    yield ""


def _kept_apart(link: Link) -> tuple[str, ...]:
    if found := vetoes.met(link.reasons):
        return found
    if link.margin < 0:
        return ("not alike enough",)
    return ("their other tellings are not alike enough, or exclude each other",)


def _telling(mention: Mention, number: int, documents: Shelf) -> Iterator[str]:
    place = documents.place(mention)
    span = f"characters {mention.span.start}-{mention.span.end}"
    yield f"  {number}. {place} ({span}), telling {key(mention)}"
    yield f"     “{safe.line(mention.text)}”"
    if mention.context != Context():
        words = "".join(piece.text for piece in context.pieces(mention))
        yield f"     in context: “{safe.line(words)}”"
    facts = [mention.status.value]
    facts += (
        ["told in passing"]
        if mention.in_passing
        else [safe.line(mention.time.edtf), mention.basis.value]
    )
    facts += [f"said by {safe.line(mention.reporter)}"] if mention.reporter else []
    facts += [f"cues: {safe.line(', '.join(mention.cues))}"] if mention.cues else []
    facts += [f"{safe.line(q.slot)}: {safe.line(q.text)}" for q in mention.quantities]
    yield f"     {'; '.join(facts)}"


def conflicts(event: Event, documents: Shelf) -> Iterator[str]:
    """Where the tellings differ, each side with its quotes."""
    for conflict in event.conflicts:
        yield f"{safe.line(conflict.kind).capitalize()}: {safe.line(conflict.field)}"
        for claim in conflict.claims:
            yield f"  {safe.line(claim.value)}"
            for mention in documents.told(claim):
                place = documents.place(mention)
                yield f"    {place}  “{safe.line(mention.text)}”"
        yield ""


def _score(ranked: Ranked) -> Iterator[str]:
    yield f"Score {summed(ranked.score, ranked.reasons)}"
    yield ""


def summed(score: float, reasons: tuple[tuple[str, float], ...]) -> str:
    """The score and what it is the sum of: "0.50 = origins 0.30 + position 0.20"."""
    if not reasons:
        return f"{score:.2f}"
    parts = " + ".join(f"{safe.line(name)} {amount:.2f}" for name, amount in reasons)
    return f"{score:.2f} = {parts}"
