"""Every choice a user can make, in one frozen value; each default is written here once."""

from collections.abc import Callable

from msgspec import Struct

from timeline.model import TimeValue


class ManifestRow(Struct, frozen=True):
    """What a manifest says of one file. `path` is as written, matched from the right."""

    path: str
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None


class Override(Struct, frozen=True):
    """A correction by hand: `join`, `apart`, `date`, `title` or `drop`.

    `ids` are those of events, of tellings for `apart`, or their beginnings. `path` is the
    file that says so, and `place` where in it.
    """

    kind: str
    path: str
    place: str
    ids: tuple[str, ...]
    date: TimeValue | None = None
    title: str | None = None


class Options(Struct, frozen=True):
    """How to build and what to keep. Defaults: keep everything, infer what is not said."""

    # Reading and dating
    doc_date: str | None = None
    """Date of every document that has no better evidence of its own (EDTF or ISO day)."""
    manifest: tuple[ManifestRow, ...] = ()
    date_order: str = "auto"
    """`auto` votes per document on day/month order, and where that shows nothing takes the
    order of its file, publisher or folder; `dmy` and `mdy` settle it."""
    language: str = "auto"
    max_bytes: int = 64_000_000
    """Larger files are refused: no prose is that long, and memory is finite."""
    today: int | None = None
    """Civil day number of the run, given by the caller; documents cannot be newer."""

    # Selecting
    since: TimeValue | None = None
    until: TimeValue | None = None
    match: str | None = None
    about: str | None = None
    actor: str | None = None
    place: str | None = None
    around: TimeValue | None = None
    window: int = 7
    """Days on either side of `around`: what led to it and what followed at once."""
    source: str | None = None
    status: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    min_sources: int = 1
    min_origins: int = 1
    min_confidence: float = 0.0
    max_events: int | None = None
    max_dates: int | None = None
    per_date: int | None = None
    zoom: str | None = None
    """`day`, `week`, `month` or `phase`: what the events are grouped by."""

    title: str | None = None

    overrides: tuple[Override, ...] = ()
    """Made last, to what merging found; they win."""


class Running(Struct, frozen=True):
    """How a timeline is built. None of it changes a byte of what comes out.

    `engine` is the name of an engine, or None to let the amount of work decide between
    one process and `jobs` of them; `address` is where its workers are. `cache` is the
    folder of the cache, or None to do without. `progress` is called with how many bytes
    are done and how many there are, `say` with what a user may want to know.
    """

    jobs: int = 1
    engine: str | None = None
    address: str | None = None
    cache: str | None = None
    progress: Callable[[int, int], None] | None = None
    say: Callable[[str], None] | None = None


class View(Struct, frozen=True):
    """How a timeline is shown. What the terminal can do is found out in `cli/` alone.

    `width` is in columns, or None for a pipe: no wrapping, no ellipsis, one line a row.
    `links` is the address of the folder that relative paths start from
    (`file://host/home/ann/`), where the terminal follows links; else empty.
    """

    width: int | None = None
    colour: bool = False
    links: str = ""
    root: str = ""
    """From the file that is written to the folder that relative paths start from: `../`."""

    wide: bool = False
    """Terminal: sources and quotes in columns of their own, however narrow the screen."""
    oneline: bool = False
    """Terminal: one line an event, also where there is a width."""
    preset: str | None = None
    """CSV: the columns that another tool reads, instead of our own."""
    per_source: bool = False
    """CSV: one row for each telling instead of each event."""
    excel: bool = False
    """CSV: as Microsoft Excel opens it without asking."""
