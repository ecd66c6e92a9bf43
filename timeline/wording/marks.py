"""What every view marks at an event: its status, its conflicts, what it rests on."""

from bisect import bisect_right
from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from timeline.model import (
    Anchor,
    Basis,
    Claim,
    DocumentRecord,
    Event,
    Mention,
    Problem,
    Status,
    Timeline,
)
from timeline.wording import safe

INFERRED = ("inferred", "content", "neighbour")
"""Beginnings of the document-date bases that no words of the document state."""

SIGNS = {
    "!": "sources contradict each other",
    "~": "rests on an inferred document date",
}
"""What the one-character marks mean, in the order in which they are shown."""

MEANINGS = {
    "planned": "announced, not reported to have happened",
    "alleged": "claimed by a source that others do not confirm",
    "denied": "said not to have happened",
    "hypothetical": "a possibility",
    "conflict": "the sources cannot all be right; each side is quoted",
    "update": "a figure that grew from report to report",
    "date inferred": "rests on a document date that no document states",
}
"""What the marks in words mean, in the order in which they are explained."""


class Shelf(Struct, frozen=True):
    """The documents of a timeline by id, each with a short name that is its own.

    `mentions` are those of all events by id: a figure that grew from event to event is
    told by many.
    """

    records: Mapping[str, DocumentRecord]
    labels: Mapping[str, str]
    mentions: Mapping[str, Mention]

    def told(self, claim: Claim) -> tuple[Mention, ...]:
        """The mentions that state a claim, as far as they are in the timeline."""
        return tuple(self.mentions[i] for i in claim.mention_ids if i in self.mentions)

    def label(self, document_id: str) -> str:
        """The short name of a document; its id where it is not known."""
        return self.labels.get(document_id) or safe.line(document_id)

    def where(self, mention: Mention) -> str:
        """Short name and line of a mention, and the page if there are pages."""
        return self.label(mention.document_id) + self._line(mention)

    def place(self, mention: Mention) -> str:
        """Where a mention was read, by the name that the document was asked for."""
        return self.uri(mention.document_id) + self._line(mention)

    def spot(self, document_id: str, line: int) -> str:
        """In words, where in the document a line is: "page 2", or else "line 7"."""
        number = page(self.records.get(document_id), line)
        return f"page {number}" if number else f"line {line}"

    def _line(self, mention: Mention) -> str:
        number = page(self.records.get(mention.document_id), mention.line)
        return f":{mention.line}" + (f" (p. {number})" if number else "")

    def uri(self, document_id: str) -> str:
        """Where the document was read from, safe to print."""
        record = self.records.get(document_id)
        return safe.line(record.source.uri if record else document_id)


def page(record: DocumentRecord | None, line: int) -> int:
    """The page that a line is on, from 1; 0 where there are none."""
    return bisect_right(record.pages, line) if record else 0


def shelf(timeline: Timeline) -> Shelf:
    """The documents by id; short names are file names, or paths where two agree."""
    uses: dict[str, int] = {}
    for document in timeline.documents:
        name = _file_name(document)
        uses[name] = uses.get(name, 0) + 1
    labels = {}
    for document in timeline.documents:
        name = _file_name(document)
        labels[document.id] = (
            name if uses[name] == 1 else safe.line(document.source.uri)
        )
    records = {document.id: document for document in timeline.documents}
    mentions = {m.id: m for ranked in timeline.events for m in ranked.event.mentions}
    return Shelf(records, labels, mentions)


def _file_name(document: DocumentRecord) -> str:
    uri = safe.line(document.source.uri)
    return PurePosixPath(uri.replace("\\", "/")).name or uri


def sources(event: Event) -> int:
    """How many documents tell the event."""
    return len({mention.document_id for mention in event.mentions})


def counts(event: Event) -> str:
    """Sources and origins: "3 sources · 2 origins", or "1 source" alone."""
    told = plural(sources(event), "source")
    return (
        told
        if sources(event) == 1
        else f"{told} · {plural(len(event.origins), 'origin')}"
    )


def is_inferred(event: Event, documents: Shelf) -> bool:
    """Whether every telling that dates the event rests on an inferred document date."""
    told = [m for m in event.mentions if not m.in_passing] or event.mentions
    dating = [m for m in told if m.time == event.time] or told
    return all(_rests_on_inference(m, documents) for m in dating)


def _rests_on_inference(mention: Mention, documents: Shelf) -> bool:
    if mention.basis is Basis.EXPLICIT:
        return False
    if mention.timex and mention.timex.anchor is not Anchor.DCT:
        return False
    record = documents.records.get(mention.document_id)
    return bool(record and record.dct_basis and record.dct_basis.startswith(INFERRED))


def signs(event: Event, documents: Shelf) -> str:
    """The one-character marks of an event."""
    conflict = "!" if contradictions(event) else ""
    return conflict + ("~" if is_inferred(event, documents) else "")


def contradictions(event: Event) -> tuple[str, ...]:
    """The fields in which the tellings exclude each other."""
    return _fields(event, "contradiction")


def updates(event: Event) -> tuple[str, ...]:
    """The fields whose figures grew from report to report."""
    return _fields(event, "update")


def _fields(event: Event, kind: str) -> tuple[str, ...]:
    found = (safe.line(c.field) for c in event.conflicts if c.kind == kind)
    return tuple(dict.fromkeys(found))


def words(event: Event, documents: Shelf) -> tuple[str, ...]:
    """All marks in words, status first: ("planned", "conflict: date")."""
    found = [] if event.status is Status.HAPPENED else [event.status.value]
    if contradictions(event):
        found.append("conflict: " + ", ".join(contradictions(event)))
    if updates(event):
        found.append("update: " + ", ".join(updates(event)))
    if is_inferred(event, documents):
        found.append("date inferred")
    return tuple(found)


def plural(number: int, noun: str) -> str:
    """The number with its noun: "1 source", "2 days", "2,000 copies"."""
    if number == 1:
        return f"1 {noun}"
    is_copy = noun[-1] == "y" and noun[-2] not in "aeou"
    many = noun[:-1] + "ies" if is_copy else noun + "s"
    return f"{number:,} {many}"


def summary(timeline: Timeline) -> str:
    """One line on the whole: documents, events, problems."""
    parts = [plural(len(timeline.documents), "document")]
    parts.append(plural(len(timeline.events), "event"))
    parts += [f"{len(timeline.unplaced):,} unplaced"] if timeline.unplaced else []
    parts.append(plural(len(timeline.problems), "problem"))
    return " · ".join(parts)


def problem(found: Problem) -> str:
    """The problem with its file and line, without the hint."""
    line = f":{found.line}" if found.line else ""
    return f"{safe.line(found.uri)}{line}: {safe.line(found.message)}"
