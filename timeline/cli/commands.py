"""The commands. Each gets what it works on, shows it, and returns an exit code."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline import __version__
from timeline.cli import codes, output, place, screen, values
from timeline.cli.boundary import Boundary
from timeline.cli.flags import (
    CORRECTING,
    DATING,
    RUNNING,
    SELECTING,
    WRITING,
    Run,
    shared,
)
from timeline.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model import Document, DocumentRecord, RawDocument, Timeline
    from timeline.timex import Tagged

STDIN = "-"

_PAGE = re.compile(r" \(p\. \d+\)$")
"""What a place in a PDF file ends with, so that it can be given as it was printed."""

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        output.put(f"timeline {__version__}\n")
        ctx.exit()


@click.group(
    cls=Boundary,
    epilog=codes.EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and exit.",
)
def timeline() -> None:
    """Turn a folder of texts into one timeline, every line of it traceable.

    timeline build FOLDER is the main job; all else looks closer.
    """


@timeline.command()
@_paths
@click.option("--watch", is_flag=True, help="Build again whenever a file changes.")
@shared(DATING, CORRECTING, SELECTING, WRITING, RUNNING)
def build(paths: tuple[str, ...], watch: bool, run: Run) -> int:
    """Build a timeline from files, folders, globs or - (stdin)."""
    if not watch:
        return _shown(_built(paths, run), run)
    from timeline.cli.watch import forever

    written = [one.path for one in run.outputs]
    return forever(paths, written, lambda: _shown(_built(paths, run), run))


@timeline.command()
@click.argument("file", metavar="FILE.json")
@shared(SELECTING, WRITING)
def show(file: str, run: Run) -> int:
    """Show or convert a saved timeline (.json).

    Nothing is built again; the same filters work.
    """
    found = _narrowed(_saved(file), run)
    return _finished(found, run, codes.DONE if found.events else codes.NO_EVENT)


@timeline.command()
@_paths
@click.option(
    "--format",
    "form",
    type=values.Named(values.tag_formats),
    default="text",
    metavar="NAME",
    help="text (default), jsonl or timeml.",
)
@shared(DATING)
def tag(paths: tuple[str, ...], form: str, run: Run) -> int:
    """Show the time expressions only, with what they mean."""
    from timeline import tags
    from timeline.build import tag as tag_documents

    documents, problems = tag_documents(paths, run.options, _stdin(paths))
    for piece in tags.render(form, documents, run.view):
        output.put(piece)
    if not run.quiet:
        screen.report(problems)
    if any(p.stage == "read" and not p.is_note for p in problems):
        return codes.UNREADABLE
    found = any(tagged.timexes for _, tagged in documents)
    return codes.DONE if found else codes.NO_EVENT


@timeline.command()
@_paths
@shared(DATING, RUNNING)
def docs(paths: tuple[str, ...], run: Run) -> int:
    """List the documents with their dates and origins."""
    from timeline.explain import documents

    found = _any_timeline(paths, run)
    output.put(documents.render(found, run.view))
    code = codes.of_timeline(found, strict=False)
    return codes.DONE if code == codes.NO_EVENT and found.documents else code


@timeline.command()
@click.argument("what", metavar="EVENT-ID|FILE:LINE")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--near", is_flag=True, help="Of an event: what it nearly joined.")
@shared(DATING, CORRECTING, RUNNING)
def explain(what: str, paths: tuple[str, ...], near: bool, run: Run) -> int:
    """Say why an event or a line is dated as it is.

    An event (its id, or the beginning of it) shows its date, tellings, conflicts and
    score. A line shows its time expressions and the rules that read them.

    PATH is what the timeline is built from, or a saved timeline (.json). For a line it
    may be left out, unless the date of the document follows from its neighbours.
    """
    file, line = _file_and_line(what)
    if line:
        output.put(_line_explained(file, line, paths, run))
        return codes.DONE
    if not paths:
        raise UsageError(
            f"{what} is no FILE:LINE, and an event needs PATHs to be found in",
            f"timeline explain {what} FOLDER, or FILE.json",
        )
    from timeline.explain import events

    if near and _is_saved(paths):
        raise UsageError(
            "a saved timeline does not keep what was nearly joined",
            f"timeline explain --near {what} FOLDER",
        )
    found = _any_timeline(paths, run)
    output.put(events.near(found, what) if near else events.explain(found, what))
    return codes.DONE


@timeline.command()
@_paths
@shared(DATING, CORRECTING, SELECTING, RUNNING)
def conflicts(paths: tuple[str, ...], run: Run) -> int:
    """List contradictions, and figures that grew."""
    from timeline.explain import conflicts as differing

    found = _any_timeline(paths, run)
    _listed(differing.render(found, run.view), "no conflicts", run)
    return codes.of_timeline(found, strict=False)


@timeline.command()
@_paths
@click.option(
    "--days",
    type=click.IntRange(1),
    metavar="N",
    help="Silences of N days or more, whatever the rhythm.",
)
@shared(DATING, CORRECTING, SELECTING, RUNNING)
def gaps(paths: tuple[str, ...], days: int | None, run: Run) -> int:
    """List silences: of the story, and of each publisher.

    A silence is much longer than the others of the story, or of the publisher.
    """
    from timeline.explain import gaps as silent

    found = _any_timeline(paths, run)
    _listed(silent.render(silent.gaps(found, days), run.view), "no gaps", run)
    return codes.of_timeline(found, strict=False)


@timeline.command()
@click.argument("old", metavar="OLD.json")
@click.argument("new", metavar="NEW.json")
@shared(SELECTING)
def diff(old: str, new: str, run: Run) -> int:
    """List what changed between two saved timelines.

    Events that came, went, were dated or told otherwise, and documents that changed.
    """
    from timeline.explain import changes

    before, after = (_narrowed(_saved(file), run) for file in (old, new))
    _listed(changes.render(before, after, run.view), "no changes", run)
    return codes.DONE


@timeline.command()
@click.argument("file", metavar="FILE.json")
@shared()
def verify(file: str, run: Run) -> int:
    """Check every quote of a saved timeline.

    The files are read again, and compared by hash and by character.
    """
    from timeline.explain import quotes

    told = _saved(file)
    findings = quotes.check(told, _texts(told, run))
    for finding in findings:
        output.put(f"{finding.where}: {finding.message}\n")
    if not run.quiet:
        screen.say(quotes.summary(told, findings))
    if any(not finding.is_missing for finding in findings):
        return codes.NO_EVENT
    return codes.UNREADABLE if findings else codes.DONE


@timeline.command()
def schema() -> int:
    """Print the JSON Schema of the JSON export."""
    import msgspec

    from timeline.export import json

    data = msgspec.json.encode(json.schema())
    output.put(msgspec.json.format(data, indent=2) + b"\n")
    return codes.DONE


@timeline.command()
@click.argument("action", type=click.Choice(("info", "clear")), default="info")
@shared()
def cache(action: str, run: Run) -> int:
    """Say what the cache holds, or clear it.

    The cache keeps what each file told, so that a second build tells only what is new.
    """
    from timeline import cache as told_before

    folder = place.cache()
    held = getattr(told_before, action)(folder)
    size = f"{held.rows} files and parts, {held.size / 1e6:.1f} MB"
    output.put(f"{held.path}: {size}{', removed' if action == 'clear' else ''}\n")
    return codes.DONE


# ---- where timelines come from ----


def _built(paths: Sequence[str], run: Run) -> Timeline:
    from msgspec.structs import replace

    from timeline.build import build as build_timeline

    with screen.Progress(run.quiet) as progress:
        running = replace(run.running, progress=progress)
        found = build_timeline(paths, run.options, _stdin(paths), running)
    if not run.quiet:
        screen.report(found.problems)
    return found


def _any_timeline(paths: Sequence[str], run: Run) -> Timeline:
    """A saved timeline if that is what is named, else one built from the paths."""
    if _is_saved(paths):
        return _narrowed(_saved(paths[0]), run)
    return _built(paths, run)


def _is_saved(paths: Sequence[str]) -> bool:
    return len(paths) == 1 and Path(paths[0]).suffix.lower() == ".json"


def _saved(file: str) -> Timeline:
    from timeline.export import json

    try:
        data = _read_stdin() if file == STDIN else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from error
    try:
        return json.read(data)
    except InputError as error:
        raise InputError(f"{file}: {error.message}", error.hint) from error


def _narrowed(found: Timeline, run: Run) -> Timeline:
    """What the options keep of a saved timeline; ranked anew only by what it is about."""
    from msgspec.structs import replace

    from timeline import rank

    options, events = run.options, found.events
    if options.about:
        told = tuple(ranked.event for ranked in events)
        events = rank.rank(told, found.documents, options)
    kept = rank.select(events, found.documents, options)
    return replace(
        found,
        events=kept,
        title=options.title or found.title,
        groups=rank.groups(kept, found.documents, options.zoom),
    )


def _stdin(paths: Sequence[str]) -> bytes | None:
    return _read_stdin() if STDIN in paths else None


def _read_stdin() -> bytes:
    if sys.stdin.isatty():
        screen.say("reading from the terminal; end with Ctrl-D")
    return sys.stdin.buffer.read()


# ---- what becomes of them ----


def _shown(found: Timeline, run: Run) -> int:
    return _finished(found, run, codes.of_timeline(found, strict=False))


def _listed(text: str, nothing: str, run: Run) -> None:
    """Print a listing, or say that there is nothing to list."""
    output.put(text)
    if not text and not run.quiet:
        screen.say(nothing)


def _finished(found: Timeline, run: Run, code: int) -> int:
    """Write the timeline, say in a line what it is, and choose the code."""
    from timeline.wording import marks

    worked = output.deliver(found, run.outputs, run.view, run.is_paged)
    if not run.quiet:
        output.report_losses(found, run.outputs, run.view)
    summary_shown = run.view.width and output.Output("terminal") in run.outputs
    if not run.quiet and not summary_shown:
        screen.say(marks.summary(found))
    if run.strict and codes.faults(found):
        screen.complain(f"--strict: {', '.join(codes.faults(found))}")
        return codes.STRICT
    return code if worked and run.is_whole else codes.USAGE


# ---- files behind documents ----


def _file_and_line(what: str) -> tuple[str, int]:
    """The parts of FILE:LINE; line 0 if it is none."""
    file, colon, line = _PAGE.sub("", what).rpartition(":")
    return (file, int(line)) if colon and line.isdecimal() else (what, 0)


def _file_of(uri: str) -> str | None:
    """The file a document is in. Records of a file are called FILE#NAME."""
    if uri == STDIN or Path(uri).exists():
        return uri
    file = uri.rpartition("#")[0]
    return file if file and Path(file).exists() else None


def _line_explained(file: str, line: int, paths: Sequence[str], run: Run) -> str:
    """The expressions on a line, with the document date that the PATHs lend, if any."""
    from timeline.build import tag as tag_documents
    from timeline.explain import lines

    inputs = (_file_of(file) or file,)
    documents, problems = tag_documents(inputs, run.options, _stdin(inputs))
    if not run.quiet:
        screen.report(problems)
    records = _any_timeline(paths, run).documents if paths else ()
    for document, tagged in documents:
        if document.source.uri in (file, str(Path(file))):
            return lines.explain(*_with_date(document, tagged, records, run), line)
    known = ", ".join(document.source.uri for document, _ in documents[:5])
    raise InputError(f"{file}: is not among the documents", f"there are: {known}")


def _with_date(
    document: Document, tagged: Tagged, records: Sequence[DocumentRecord], run: Run
) -> tuple[Document, Tagged]:
    """The document with the date and the order that its record got from others, tagged so."""
    from msgspec.structs import replace

    from timeline import timex

    lent = (r for r in records if r.id == document.id and (r.dct or r.date_order))
    record = next(lent, None)
    if record is None or (document.dct and not record.date_order):
        return document, tagged
    document = replace(
        document,
        dct=record.dct,
        dct_basis=record.dct_basis,
        dct_confidence=record.dct_confidence,
        dct_evidence=record.dct_evidence,
    )
    return document, timex.tag(document, record.date_order or run.options.date_order)


def _texts(told: Timeline, run: Run) -> Mapping[str, RawDocument]:
    """The documents of a timeline as they are now, by uri, read file by file."""
    from timeline.read import Input, divide, filled, read

    files = {_file_of(document.source.uri) for document in told.documents}
    inputs = [Input(file) for file in sorted(f for f in files if f and f != STDIN)]
    parts, _ = divide(inputs, run.options)
    found: dict[str, RawDocument] = {}
    for part in filled(parts):
        for raw in read(part, run.options)[0]:
            found[raw.source.uri] = raw
    return found
