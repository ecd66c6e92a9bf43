"""Timelines made by hand: one with everything in it, and the pieces to make others."""

import os
import re
from pathlib import Path
from typing import Any

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.model import (
    Anchor,
    Basis,
    Claim,
    Conflict,
    Context,
    DocumentRecord,
    Event,
    Evidence,
    Granularity,
    Kind,
    Link,
    Mention,
    Origin,
    Problem,
    Qualifier,
    Quantity,
    Ranked,
    Source,
    Span,
    Status,
    Timeline,
    TimeValue,
    Timex,
    Unplaced,
)

HOSTILE = (
    "\x1b[31mThe [red]mayor[/red]\x1b[0m said | `rm -rf`\r\n\t<script>alert(1)</script>"
    " **loud** \u202etxt.exe\u202c \x07\x9b2J [link](javascript:alert(1)) & $x$ # end"
)

HOSTILE_CONTEXT = Context(HOSTILE + "\n", "\n" + HOSTILE, 20, 20)


def hours(
    day: tuple[int, int, int], first: float, last: float, grain: Granularity
) -> Any:
    """The value from one hour of a day to another."""
    start = civil.days(*day) * DAY
    return edtf.make(int(start + first * 3600), int(start + last * 3600), grain)


def stretch(
    first: tuple[int, int, int],
    after: tuple[int, int, int],
    grain: Granularity,
    qualifier: Qualifier | None = None,
) -> TimeValue:
    """The value from one day up to, and without, another."""
    start, end = civil.days(*first) * DAY, civil.days(*after) * DAY
    return edtf.make(start, end, grain, qualifier)


def document(
    uri: str, date: str | None = None, basis: str = "header"
) -> DocumentRecord:
    """A document whose id is its uri, with a date and its evidence."""
    evidence = (Evidence(basis, f"date {date}", date),) if date else ()
    return DocumentRecord(
        id=f"d-{uri}",
        source=Source(uri, "text", "00" * 32),
        language="en",
        length=1000,
        dct=edtf.parse(date) if date else None,
        dct_basis=basis if date else None,
        dct_confidence={None: 0.0, "inferred": 0.6}.get(basis if date else None, 0.99),
        dct_evidence=evidence,
    )


def mention(uri: str, line: int, text: str, time: TimeValue, **more: Any) -> Mention:
    """A telling that fills its sentence; dated explicitly unless `timex` says else."""
    fields: dict[str, Any] = {
        "id": f"m-{uri}-{line}",
        "document_id": f"d-{uri}",
        "span": Span(40 * line, 40 * line + len(text)),
        "line": line,
        "sentence": line - 1,
        "text": text,
        "headline": text,
        "trigger": "",
        "action": "",
        "time": time,
        "basis": Basis.EXPLICIT,
        "status": Status.HAPPENED,
    }
    return Mention(**{**fields, **more})


def weekday(start: int, text: str, time: TimeValue) -> Timex:
    """A weekday resolved against the document date."""
    span = Span(start, start + len(text))
    return Timex(
        span,
        Kind.DATE,
        time.edtf,
        "last-weekday",
        Anchor.DCT,
        Basis.RELATIVE,
        None,
        time,
    )


def event(
    number: int, headline: str, mentions: tuple[Mention, ...], **more: Any
) -> Event:
    """An event that takes what is not said from its first mention."""
    first = mentions[0]
    fields: dict[str, Any] = {
        "id": f"e{number:02}",
        "time": first.time,
        "basis": first.basis,
        "status": first.status,
        "headline": headline,
        "summary": first.text,
        "confidence": 0.9,
        "mentions": mentions,
        "origins": ("o1",),
    }
    return Event(**{**fields, **more})


def single(number: int, uri: str, headline: str, time: TimeValue, **more: Any) -> Event:
    """An event told once, in a sentence that is its headline and a full stop."""
    told = mention(uri, number, f"{headline}.", time, **more)
    return event(number, headline, (told,))


def timeline(*events: Event, **more: Any) -> Timeline:
    """A timeline of these events, all of them with the same score."""
    ranked = tuple(
        Ranked(e, 0.5, (("origins", 0.3), ("position", 0.2))) for e in events
    )
    fields: dict[str, Any] = {
        "title": "The harbour strike",
        "events": ranked,
        "documents": DOCUMENTS,
        "origins": ORIGINS,
        "unplaced": (),
        "problems": (),
        "version": "0.1.0",
    }
    return Timeline(**{**fields, **more})


HERALD, AGENCY, DIARY, NOTE, EVIL = (
    "press/herald.txt",
    "press/agency.txt",
    "diary.md",
    "box/note.txt",
    "box/ev|il `x`\x1b[31m.txt",
)

DOCUMENTS = (
    document(HERALD, "2031-05-08"),
    document(AGENCY, "2031-05-07"),
    document(DIARY, "2031-05-09", "inferred"),
    document(NOTE),
    document(EVIL, "2031-05-08"),
)

ORIGINS = (
    Origin("o1", (f"d-{HERALD}", f"d-{AGENCY}"), 0.92, "credits Norpress"),
    Origin("o2", (f"d-{DIARY}",)),
    Origin("o3", (f"d-{NOTE}",)),
    Origin("o4", (f"d-{EVIL}",)),
)


def _arrest() -> Event:
    """Told three times, with a date that two contradict and a figure that grows."""
    day, other = edtf.parse("2031-05-06"), edtf.parse("2031-05-05")
    told = "Police arrested the dockers' leader Ilva Torn and 12 others last Tuesday."
    first = mention(
        HERALD,
        23,
        told,
        day,
        basis=Basis.RELATIVE,
        timex=weekday(920 + told.index("last Tuesday"), "last Tuesday", day),
        actors=("Ilva Torn",),
        quantities=(Quantity("arrested", 12, "12 others"),),
        reporter="the police",
        cues=("said",),
    )
    second = mention(
        AGENCY,
        25,
        "Ms Torn, who leads the dockers, was arrested on May 6.",
        day,
        context=Context(" the port is shut. At dawn, ", " Nobody was hurt.", 9, 0),
    )
    third = mention(
        DIARY,
        22,
        "5 May: they took Ilva, and 40 more with her",
        other,
        context=Context("Slept badly. ", "; the rest of us ran. It rains, and ", 0, 21),
    )
    return event(
        6,
        "Dockers' leader Ilva Torn is arrested",
        (first, second, third),
        origins=("o1", "o2"),
        actors=("Ilva Torn",),
        conflicts=(
            Conflict(
                "date",
                "contradiction",
                (
                    Claim("2031-05-06", (first.id, second.id)),
                    Claim("2031-05-05", (third.id,)),
                ),
            ),
            Conflict(
                "arrested",
                "update",
                (Claim("12", (first.id,)), Claim("40", (third.id,))),
            ),
        ),
        links=(
            Link(second.id, first.id, 0.82, 0.22, (("name", 0.5), ("date", 0.32))),
            Link(third.id, first.id, 0.61, 0.01, (("name", 0.61),)),
        ),
    )


def everything() -> Timeline:
    """Every granularity, status and mark, and a text that attacks its reader."""
    seven, nine = edtf.parse("2031-05-07"), edtf.parse("2031-05-09")
    early = stretch(
        (2031, 5, 1), (2031, 5, 11), Granularity.MONTH, Qualifier.APPROXIMATE
    )
    evening = hours((2031, 5, 6), 18, 24, Granularity.PART_OF_DAY)
    clock = hours((2031, 5, 6), 14 + 5 / 60, 14 + 6 / 60, Granularity.MINUTE)
    inferred = {
        "basis": Basis.RELATIVE,
        "timex": weekday(458, "on Friday", nine),
    }
    return timeline(
        single(1, NOTE, "A ruler is stabbed in the senate", edtf.parse("-0043-03-15")),
        single(2, NOTE, "The old quay is filled in", edtf.parse("199X")),
        single(3, HERALD, "The port company is sold", edtf.parse("2019")),
        single(4, HERALD, "Talks about wages break down", early),
        single(
            5,
            AGENCY,
            "Dockers stop work at all four terminals",
            edtf.parse("2031-05-05/2031-05-07"),
        ),
        _arrest(),
        single(7, AGENCY, "The alarm is raised at pier 4", clock),
        single(8, HERALD, "A crane collapses", evening, status=Status.ALLEGED),
        single(9, AGENCY, "Soldiers fire on strikers", seven, status=Status.DENIED),
        single(10, EVIL, HOSTILE, edtf.parse("2031-05-08"), context=HOSTILE_CONTEXT),
        single(
            11, DIARY, "The lights go out on Friday in the old town", nine, **inferred
        ),
        single(
            12,
            HERALD,
            "Unions and owners are to meet before the court of arbitration in Velm, which "
            "has never before sat in public",
            edtf.parse("2031-05-20"),
            status=Status.PLANNED,
        ),
        single(
            13,
            HERALD,
            "The port could close",
            edtf.parse("2031-35"),
            status=Status.HYPOTHETICAL,
        ),
        unplaced=(
            Unplaced(
                f"d-{NOTE}", Span(7, 16), 1, "yesterday", "relative, no document date"
            ),
        ),
        problems=(
            Problem("box/photo.jpg", "read", "not a text", "give a text file"),
            Problem(EVIL, "timex", "Monday was the 5th, not the 6th", None, 4),
        ),
    )


def golden(name: str, text: str) -> None:
    """Compare with a file of `tests/golden`; UPDATE_GOLDEN=1 writes it instead."""
    path = Path(__file__).parent / "golden" / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode()


def without_code(page: str) -> str:
    """An HTML page without its style, its script and their hashes."""
    text = re.sub("sha256-[^&]+", "sha256-…", page)
    text = re.sub("(?s)(<style>).*?(</style>)", r"\1…\2", text)
    return re.sub('(?s)(<script type="module">).*?(</script>)', r"\1…\2", text)
