"""Every value that crosses a stage border.

All values are frozen and hold only text, numbers, enums, tuples and each other, so
they can be compared, hashed, pickled to a worker and written to JSON as they are.
Offsets are characters into `Document.text`, half-open. Times are *civil seconds*:
seconds since 1970-01-01T00:00 on the proleptic Gregorian calendar, without any zone,
as an int of any size (negative before 1970, far below for BCE).
"""

from enum import StrEnum

import msgspec


class Struct(msgspec.Struct, frozen=True, gc=False):
    """What the values below are: the collector need not look for circles in them."""


class Granularity(StrEnum):
    """How precise a time was said to be. Order: coarse to fine."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part-of-day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"

    @property
    def fineness(self) -> int:
        """0 for the coarsest; a larger number is a finer granularity."""
        return _FINENESS[self]


_FINENESS = {granularity: i for i, granularity in enumerate(Granularity)}


class Qualifier(StrEnum):
    """EDTF level 1 qualifiers of a whole date."""

    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"


class Kind(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What a time expression was resolved against."""

    NONE = "none"
    DCT = "dct"
    PREVIOUS = "previous"


class Basis(StrEnum):
    """Where the date of a telling comes from."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    PUBLICATION = "publication"


class Status(StrEnum):
    """Factuality of a telling, as its source puts it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Span(Struct, frozen=True):
    """Half-open character offsets: `text[start:end]` is the thing itself."""

    start: int
    end: int


class TimeValue(Struct, frozen=True):
    """An interval on the civil calendar, with how precisely it was said.

    `start` and `end` are civil seconds, half-open: 2022-01-06 is 24 hours long, 1962 is
    a whole year. `edtf` spells the same in EDTF (ISO 8601-2). `zone` is the zone as
    said ("local", "EST", "+02:00"); it never shifts `start` and `end`.
    """

    start: int
    end: int
    granularity: Granularity
    edtf: str
    qualifier: Qualifier | None = None
    zone: str | None = None


class Source(Struct, frozen=True):
    """Where a text came from. `digest` is the SHA-256 of the file's bytes, in hex."""

    uri: str
    reader: str
    digest: str
    title: str | None = None
    publisher: str | None = None


class Hint(Struct, frozen=True):
    """A piece of raw evidence for the document date, as the reader met it.

    `kind` is one of `front-matter`, `field` (of a JSON record), `page` (the head of a
    web page). `span` is where it stands, if that is in the text.
    """

    kind: str
    name: str
    value: str
    span: Span | None = None


class RawDocument(Struct, frozen=True):
    """What a reader yields. `text` is the file as decoded, line ends untouched; of
    files that are no text, the words that are read from them.

    `skip` are the parts of it that are not prose (front matter), in order. `pages` are the
    offsets at which the pages of a file that has some begin, the first page first.
    """

    source: Source
    text: str
    language: str | None = None
    hints: tuple[Hint, ...] = ()
    skip: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()


class Evidence(Struct, frozen=True):
    """One reason for a document's date: which rung of the ladder, in which words."""

    rung: str
    text: str
    value: str | None = None


class Document(Struct, frozen=True):
    """A text with its creation time (DCT), as far as that is known.

    `id` derives from uri and text. `dct` is a day, or coarser where no more is known.
    `skip` are spans that are not the author's prose: front matter, the date line that
    gave the DCT, boilerplate. `pages` are the offsets at which pages begin.
    """

    id: str
    source: Source
    text: str
    language: str
    dct: TimeValue | None = None
    dct_basis: str | None = None
    dct_confidence: float = 0.0
    dct_evidence: tuple[Evidence, ...] = ()
    skip: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()


class DocumentRecord(Struct, frozen=True):
    """What is kept of a document once it is told: everything but its text.

    `terms` counts nothing: it is the sorted set of content stems, used to weigh how rare
    a word is. `shingles` is a sorted sample of hashed word 5-grams (MinHash by bottom-k),
    and `sentences` the hashes of its normalised sentences, both for finding copies and
    packed to be small (see `text.fingerprint`). `agencies` are the agencies and outlets it
    credits. `pages` has the first line of each page, from 1, where there are pages.
    `date_order` is the one that other documents lend it, "" where it has its own.
    """

    id: str
    source: Source
    language: str
    length: int
    dct: TimeValue | None = None
    dct_basis: str | None = None
    dct_confidence: float = 0.0
    dct_evidence: tuple[Evidence, ...] = ()
    terms: tuple[str, ...] = ()
    shingles: bytes = b""
    sentences: bytes = b""
    agencies: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    date_order: str = ""


class Timex(Struct, frozen=True):
    """A time expression with its meaning worked out.

    `value` is the TIMEX3 value ("2022-W01", "P3D", "PRESENT_REF"); `time` the interval
    on the calendar, or None where the value has none (durations, sets, vague references,
    relative expressions without an anchor). `basis` says whether the date was stated in
    full or needed an anchor or context. `parts` are the two ends of a range, each a
    TIMEX3 of its own.
    """

    span: Span
    kind: Kind
    value: str
    rule: str
    anchor: Anchor = Anchor.NONE
    basis: Basis = Basis.EXPLICIT
    mod: str | None = None
    time: TimeValue | None = None
    parts: tuple["Timex", ...] = ()


class Quantity(Struct, frozen=True):
    """A counted thing: "more than 4,000 people arrested" is 4000 in the slot `arrested`.

    `slot` is what was counted, as a class (killed, injured, arrested, …) or, where there
    is none, the stem of the noun. `text` is verbatim. `bound` is "min", "max", "about" or
    None for an exact figure.
    """

    slot: str
    value: float
    text: str
    bound: str | None = None


class Context(Struct, frozen=True):
    """What stands around a quote: `before`, quote and `after` are a stretch of the text.

    It holds the sentence that the quote is a part of, which begins `lead` characters
    before the quote and ends `tail` characters behind it, and some of the paragraph around
    that. Where it is cut inside a paragraph, it begins or ends with the blank of the cut.
    """

    before: str = ""
    after: str = ""
    lead: int = 0
    tail: int = 0


class Mention(Struct, frozen=True):
    """One telling of an event in one document.

    `span` is the part of a sentence that tells it, or its clauses where that tells several
    events, and `text` its verbatim words; `line` is 1-based; `sentence` the ordinal of the
    sentence in its document, from 0. `trigger` is the word that names the action and
    `action` its class or stem, lower case ("" where none was recognised). `terms` are the
    content stems of the clauses that tell it. `in_passing` says that it has no date of its
    own and only backs up what others date; `time` is then the day of its document.
    `is_entry` says that a row of a table or an entry of a log tells it, which has its date.
    """

    id: str
    document_id: str
    span: Span
    line: int
    sentence: int
    text: str
    headline: str
    trigger: str
    action: str
    time: TimeValue
    basis: Basis
    status: Status
    timex: Timex | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    terms: tuple[str, ...] = ()
    reporter: str | None = None
    cues: tuple[str, ...] = ()
    context: Context = Context()
    in_passing: bool = False
    is_entry: bool = False


class Unplaced(Struct, frozen=True):
    """A time expression or statement that could not be put on the calendar, and why."""

    document_id: str
    span: Span
    line: int
    text: str
    reason: str


class Problem(Struct, frozen=True):
    """Something went wrong and did not stop the run. `line` is 1-based.

    `is_note` says that no input was lost by it: something was guessed or looks odd.
    """

    uri: str
    stage: str
    message: str
    hint: str | None = None
    line: int | None = None
    is_note: bool = False


class Telling(Struct, frozen=True):
    """All that one document contributes: what travels back from a worker.

    `asides` are tellings without a date, which can join an event and never make one.
    """

    document: DocumentRecord
    mentions: tuple[Mention, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    problems: tuple[Problem, ...] = ()
    asides: tuple[Mention, ...] = ()


class Claim(Struct, frozen=True):
    """One side of a conflict: a value and the mentions that state it."""

    value: str
    mention_ids: tuple[str, ...]


class Conflict(Struct, frozen=True):
    """Tellings of one event that differ in one field.

    `kind` is `contradiction` (they cannot both be right) or `update` (a figure that grows
    with the time of the report).
    """

    field: str
    kind: str
    claims: tuple[Claim, ...]


class Link(Struct, frozen=True):
    """Why a mention belongs to its event: the mention it is most like, and how alike.

    `reasons` are (feature, amount) pairs that sum to `score`; `margin` is how far the
    score lies above the threshold.
    """

    mention_id: str
    other_id: str
    score: float
    margin: float
    reasons: tuple[tuple[str, float], ...]


class Origin(Struct, frozen=True):
    """Documents that share one source of knowledge: reprints and wire copy.

    `share` is the share of text copied by the most copied member, 0 for a single document.
    """

    id: str
    document_ids: tuple[str, ...]
    share: float = 0.0
    evidence: str | None = None


class Event(Struct, frozen=True):
    """One thing that happened (or was planned, alleged, denied), with all its tellings.

    `summary` is the best telling, verbatim. `origins` are ids of `Origin`. Mentions, one or
    more, are ordered by document date, then document id, then position. `corrected` names
    what was set by hand: `date`, `title`.
    """

    id: str
    time: TimeValue
    basis: Basis
    status: Status
    headline: str
    summary: str
    confidence: float
    mentions: tuple[Mention, ...]
    origins: tuple[str, ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    links: tuple[Link, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def telling(self) -> Mention:
        """The mention that stands for the event: its words are the summary."""
        told = (m for m in self.mentions if m.text == self.summary)
        return next(told, self.mentions[0])


class Ranked(Struct, frozen=True):
    """An event with its importance, 0 to 1. `reasons` are pairs that sum to `score`."""

    event: Event
    score: float
    reasons: tuple[tuple[str, float], ...]


class Group(Struct, frozen=True):
    """A stretch of a timeline: a day, week, month or phase, or a date coarser than that.

    `headline` is that of the event which matters most. `event_ids` are all its events,
    `key_ids` those that stand for it, both in the order of the timeline. `words` are what
    a phase has more of than the others.
    """

    time: TimeValue
    headline: str
    event_ids: tuple[str, ...]
    key_ids: tuple[str, ...]
    words: tuple[str, ...] = ()


class Timeline(Struct, frozen=True):
    """What exporters get. Events are in time order; `groups` are empty without a zoom.

    `near` are pairs of mentions that were nearly joined; a saved timeline has none.
    """

    title: str
    events: tuple[Ranked, ...]
    documents: tuple[DocumentRecord, ...]
    origins: tuple[Origin, ...]
    unplaced: tuple[Unplaced, ...]
    problems: tuple[Problem, ...]
    version: str
    groups: tuple[Group, ...] = ()
    near: tuple[Link, ...] = ()
