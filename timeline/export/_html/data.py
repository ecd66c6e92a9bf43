"""What the script needs to know and the page does not show: numbers, and who is where.

Texts are not in here: the script reads those from the page. Events and documents are
called by their place, from 0, in the order in which the page lists them.
"""

import json
from collections.abc import Sequence

from timeline.model import Event, Status, Timeline
from timeline.wording import marks, safe
from timeline.wording.marks import Shelf

_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&"})
"""What could end the element that the text stands in. JSON itself is kept to ASCII."""


def text(timeline: Timeline, shelf: Shelf) -> str:
    """JSON with one list for each fact, and an item in it for each event."""
    events = tuple(ranked.event for ranked in timeline.events)
    told = [_actors(event) for event in events]
    actors = {name: i for i, name in enumerate(sorted({n for t in told for n in t}))}
    files = {document_id: i for i, document_id in enumerate(shelf.records)}
    facts = {
        "start": [event.time.start for event in events],
        "end": [event.time.end for event in events],
        "status": [event.status.value for event in events],
        "marks": [_marks(event, shelf) for event in events],
        "origins": [len(event.origins) for event in events],
        "score": [round(ranked.score, 3) for ranked in timeline.events],
        "documents": [_documents(event, files) for event in events],
        "actors": [[actors[name] for name in names] for names in told],
        "names": list(actors),
        "statuses": [status.value for status in Status],
    }
    written = json.dumps(facts, separators=(",", ":"))
    return written.translate(_ESCAPES)


def _marks(event: Event, shelf: Shelf) -> str:
    """A letter for each: contradicted, updated, date inferred, date approximate."""
    found = (
        ("c", marks.contradictions(event)),
        ("u", marks.updates(event)),
        ("i", marks.is_inferred(event, shelf)),
        ("a", event.time.qualifier or ".." in event.time.edtf),
    )
    return "".join(letter for letter, holds in found if holds)


def _actors(event: Event) -> Sequence[str]:
    """Everyone who takes part by any telling, each once."""
    told = (name for mention in event.mentions for name in mention.actors)
    return tuple(dict.fromkeys(map(safe.line, (*event.actors, *told))))


def _documents(event: Event, files: dict[str, int]) -> Sequence[int]:
    """The documents that tell the event."""
    told = (mention.document_id for mention in event.mentions)
    return sorted({files[i] for i in told if i in files})
