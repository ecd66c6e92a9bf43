"""What the JSON export looks like. `timeline schema` prints the JSON Schema of it.

Fields without a default are always there, null or not. Those with a default were added
to the first form and are left out where they say nothing; more may be added.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from timeline.model import (
    Anchor,
    Basis,
    Context,
    Granularity,
    Kind,
    Link,
    Qualifier,
    Quantity,
    Status,
)

SCHEMA = "timeline/1"


class Interval(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a date can mean: `start` and `end` are its first and last day, inclusive.

    Moments (`2022-01-06T14:05:00`) stand where a time of day was said. Years before
    the year 1 are astronomical: `-0043-03-15` is 15 March 44 BC.
    """

    edtf: str
    start: str
    end: str
    granularity: Granularity
    qualifier: Qualifier | None
    zone: str | None = None


class Date(Interval, frozen=True, kw_only=True, omit_defaults=True):
    """The date of an event or a mention, and where it comes from."""

    basis: Basis


class Evidence(Struct, frozen=True, kw_only=True):
    """One reason for a document's date."""

    rung: str
    text: str
    value: str | None


class DocumentDate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When a document was written. `value` is EDTF, null where unknown."""

    value: str | None
    basis: str | None
    confidence: float
    evidence: str | None
    interval: Interval | None = None
    reasons: tuple[Evidence, ...] = ()


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document that was read. `sha256` is that of the file.

    `pages` has the first line of each page, where the file has pages.
    """

    id: str
    uri: str
    title: str | None
    language: str
    sha256: str
    origin: str | None
    date: DocumentDate
    publisher: str | None = None
    reader: str = ""
    length: int = 0
    agencies: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


class Origin(Struct, frozen=True, kw_only=True):
    """Documents that copy from one another or from one source."""

    id: str
    documents: tuple[str, ...]
    share: float
    evidence: str | None


class Expression(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time expression, in the terms of TIMEX3. Offsets as in `Mention`."""

    text: str | None
    start: int
    end: int
    type: Kind
    value: str
    mod: str | None
    rule: str
    anchor: Anchor
    basis: Basis = Basis.EXPLICIT


class TimexPart(Expression, frozen=True, kw_only=True, omit_defaults=True):
    """One end of a range."""

    time: Interval | None = None


class Timex(Expression, frozen=True, kw_only=True, omit_defaults=True):
    """The expression that dates a mention.

    `text` is null where it stands outside the quote and its context. `time` is there
    where it is not the date of the mention, and `parts` where the expression is a range
    of two others.
    """

    parts: tuple[TimexPart, ...] = ()
    time: Interval | UnsetType | None = UNSET


class Mention(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One telling. `start` and `end` are character offsets into the text as decoded.

    `context` is left out where nothing is known of the text around the words. What is told
    `in_passing` has no date of its own: `date` is then that of its document. One that
    `is_entry` is the row of a table or the entry of a log, which has its date.
    """

    id: str
    document: str
    start: int
    end: int
    line: int
    text: str
    status: Status
    reporter: str | None
    date: Date
    timex: Timex | None
    headline: str = ""
    sentence: int = 0
    trigger: str = ""
    action: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    terms: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    context: Context | None = None
    in_passing: bool = False
    is_entry: bool = False


class Claim(Struct, frozen=True, kw_only=True):
    """One side of a conflict, and the ids of the mentions that take it."""

    value: str
    mentions: tuple[str, ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Tellings that differ: `contradiction`, or `update` for a growing figure."""

    field: str
    kind: str
    claims: tuple[Claim, ...]


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event with all its tellings. `sources` counts documents, `origins` reporting.

    `score` is the sum of `reasons`. `corrected` names what was set by hand.
    """

    id: str
    headline: str
    summary: str
    date: Date
    status: Status
    actors: tuple[str, ...]
    places: tuple[str, ...]
    score: float
    confidence: float
    sources: int
    origins: int
    mentions: Annotated[tuple[Mention, ...], Meta(min_length=1)]
    conflicts: tuple[Conflict, ...]
    origin_ids: tuple[str, ...] = ()
    reasons: tuple[tuple[str, float], ...] = ()
    links: tuple[Link, ...] = ()
    corrected: tuple[str, ...] = ()


class Unplaced(Struct, frozen=True, kw_only=True):
    """What could not be put on the calendar, and why."""

    document: str
    start: int
    end: int
    line: int
    text: str
    reason: str


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong without stopping the run. `note`: no input was lost by it."""

    uri: str
    stage: str
    message: str
    hint: str | None
    line: int | None
    note: bool = False


class Export(Struct, frozen=True, kw_only=True):
    """A timeline. Events are in order of time."""

    schema: Literal["timeline/1"]
    title: str
    generator: str
    documents: tuple[Document, ...]
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...]
    unplaced: tuple[Unplaced, ...]
    problems: tuple[Problem, ...]
