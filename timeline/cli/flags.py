"""The options that commands share, each written once, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from timeline.cli import output, place, screen, values
from timeline.cli.boundary import DEBUG
from timeline.cli.output import Output
from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.model import TimeValue
    from timeline.options import Options, Running, View

_Flags = tuple[Callable[..., Any], ...]

_option = click.option


class Run(NamedTuple):
    """What the flags of one call ask for."""

    options: Options
    view: View
    running: Running
    outputs: tuple[Output, ...] = ()
    is_whole: bool = True  # whether every output asked for can be written
    strict: bool = False
    quiet: bool = False
    is_paged: bool = True


DATING: _Flags = (
    _option(
        "--doc-date",
        type=values.When(),
        metavar="DATE",
        help="Date of every document that says none itself.",
    ),
    _option(
        "--manifest",
        metavar="FILE.csv",
        help="Table with columns path, date, title, publisher, language; it wins.",
    ),
    _option(
        "--date-order",
        type=click.Choice(("auto", "dmy", "mdy")),
        default="auto",
        show_default=True,
        help="Order of day and month in dates like 03/04/2022.",
    ),
    _option(
        "--lang",
        default="auto",
        show_default=True,
        metavar="CODE",
        help="Language of the documents: en, es, de, …",
    ),
)

RUNNING: _Flags = (
    _option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="Processes that read and tell at once (default: all cores).",
    ),
    _option(
        "--engine",
        type=values.Engine(),
        metavar="NAME[=ADDRESS]",
        help="What runs the work: serial, processes, spark; else as much as there is asks for.",
    ),
    _option(
        "--no-cache",
        is_flag=True,
        help="Tell every file anew, and keep nothing of it.",
    ),
)

CORRECTING: _Flags = (
    _option(
        "--overrides",
        metavar="FILE.toml",
        help="Corrections: events to join, keep apart, re-date, retitle, drop.",
    ),
)

SELECTING: _Flags = (
    _option(
        "--since",
        type=values.When(),
        metavar="DATE",
        help='First day to keep: 2022, 2022-01, 2022-01-06, EDTF or "last month".',
    ),
    _option(
        "--until",
        type=values.When(),
        metavar="DATE",
        help="Last day to keep, inclusive: 2022 keeps all of 2022.",
    ),
    _option(
        "--on",
        type=values.When(),
        metavar="DATE",
        help="Keep this day, month or year only.",
    ),
    _option(
        "--around",
        type=values.When(),
        metavar="DATE",
        help="Keep events near this date: see --window.",
    ),
    _option(
        "--window",
        type=click.IntRange(0),
        metavar="DAYS",
        help="Days before and after --around.  [default: 7]",
    ),
    _option(
        "--match",
        type=values.Pattern(),
        metavar="REGEX",
        help="Keep events whose text matches.",
    ),
    _option("--about", metavar="WORDS", help="Rank by relevance to these words."),
    _option("--actor", metavar="NAME", help="Keep events in which NAME takes part."),
    _option("--place", metavar="NAME", help="Keep events at a place of this name."),
    _option("--source", metavar="GLOB", help="Keep events told by these documents."),
    _option(
        "--status",
        type=values.Listed(values.statuses),
        multiple=True,
        metavar="STATUS",
        help="Keep happened, planned, alleged, denied or hypothetical; a,b for both.",
    ),
    _option(
        "--basis",
        type=values.Listed(values.bases),
        multiple=True,
        metavar="BASIS",
        help="Keep dates that are explicit, relative, inherited or publication.",
    ),
    _option(
        "--min-sources",
        type=click.IntRange(1),
        default=1,
        metavar="N",
        help="Keep events told by N documents.",
    ),
    _option(
        "--min-origins",
        type=click.IntRange(1),
        default=1,
        metavar="N",
        help="Keep events from N independent origins; copies count once.",
    ),
    _option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="Keep events at least this certain, 0 to 1.",
    ),
    _option(
        "--max",
        "max_events",
        type=click.IntRange(1),
        metavar="N",
        help="Keep the N most important events.",
    ),
    _option(
        "--max-dates",
        type=click.IntRange(1),
        metavar="N",
        help="Keep the N most important dates.",
    ),
    _option(
        "--per-date",
        type=click.IntRange(1),
        metavar="N",
        help="Keep at most N events a date.",
    ),
)

WRITING: _Flags = (
    _option(
        "--zoom",
        type=values.Named(values.zooms),
        metavar="SCALE",
        help="Group by day, week, month or phase: what matters most in each.",
    ),
    _option("--title", metavar="TEXT", help="Title of the timeline."),
    _option(
        "--format",
        type=values.Named(values.formats),
        metavar="NAME",
        help="terminal (default), csv, html, ics, json, jsonl, jsonld, markdown, markwhen, "
        "mermaid, parquet, svg, timelinejs, timeml, vis or xlsx.",
    ),
    _option(
        "-o",
        "--output",
        "paths_out",
        multiple=True,
        metavar="FILE",
        help="Write to FILE, in the format of its suffix; - is standard output. "
        "Can be given several times.",
    ),
    _option("--wide", is_flag=True, help="Terminal: columns for sources and quotes."),
    _option("--oneline", is_flag=True, help="Terminal: one line an event."),
    _option("--no-pager", is_flag=True, help="Terminal: no pager, however long."),
    _option("--per-source", is_flag=True, help="CSV: one row for each telling."),
    _option(
        "--preset",
        type=values.Named(values.presets),
        metavar="NAME",
        help="CSV: columns for casemap, iris, timelinejs or timesketch.",
    ),
    _option("--excel", is_flag=True, help="CSV: as Excel opens it right away."),
    _option("--strict", is_flag=True, help="Exit with 4 if anything is unsure."),
)

FOR_ONE_FORMAT = {
    "wide": "terminal",
    "oneline": "terminal",
    "per_source": "csv",
    "preset": "csv",
    "excel": "csv",
}
"""Options that only one format understands."""


def _debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta[DEBUG] = True


EVERYWHERE: _Flags = (
    _option(
        "-q", "--quiet", is_flag=True, help="No progress, problems, summary on stderr."
    ),
    _option("--color", is_flag=True, help="Colour, even in a pipe."),
    _option("--no-color", is_flag=True, help="No colour, whatever else is said."),
    _option(
        "--debug",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_debug,
        help="Show the traceback of an internal error.",
    ),
)


def shared(*groups: _Flags) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command the flags of these groups; it gets them as one `run: Run`."""
    flags = [flag for group in (*groups, EVERYWHERE) for flag in group]

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def called(**given: Any) -> int:
            said = {name: given.pop(name) for name in names if name in given}
            return command(**given, run=_run(said))

        decorated: Any = called
        for flag in reversed(flags):
            decorated = flag(decorated)
        # Only ours: what click decorators above this one add belongs to the command.
        names = [parameter.name for parameter in decorated.__click_params__]
        return called

    return decorate


def _run(said: dict[str, Any]) -> Run:
    asked: tuple[Output, ...] = ()
    if "paths_out" in said:
        asked = output.chosen(said["paths_out"], said["format"])
    outputs = output.possible(asked) if asked else ()
    return Run(
        options=_options(said),
        view=_view(said, {one.format for one in asked}),
        running=_running(said),
        outputs=outputs,
        is_whole=len(outputs) == len(asked),
        strict=said.get("strict", False),
        quiet=said["quiet"],
        is_paged=not said.get("no_pager", False),
    )


def _view(said: dict[str, Any], formats: set[str]) -> View:
    """How to show it. UsageError for an option that none of the formats understands."""
    from msgspec.structs import replace

    asked = {name: said[name] for name in FOR_ONE_FORMAT if said.get(name)}
    for name in asked:
        form = FOR_ONE_FORMAT[name]
        if form not in formats:
            raise UsageError(
                f"--{name.replace('_', '-')} is for the format {form}",
                f"add --format {form}",
            )
    if {"wide", "oneline"} <= asked.keys():
        raise UsageError("--wide and --oneline exclude each other", "leave out one")
    if asked.keys() >= {"preset", "per_source"}:
        raise UsageError("a --preset has rows of its own", "leave out --per-source")
    return replace(screen.view(said["color"], said["no_color"]), **asked)


def _running(said: dict[str, Any]) -> Running:
    from timeline.options import Running

    engine, address = said.get("engine") or (None, None)
    has_cache = not said.get("no_cache", True)
    return Running(
        jobs=said.get("jobs") or place.cores(),
        engine=engine,
        address=address,
        cache=place.cache() if has_cache else None,
        say=None if said["quiet"] else screen.say,
    )


def _options(said: dict[str, Any]) -> Options:
    from timeline.manifest import load_manifest
    from timeline.options import Options
    from timeline.overrides import load_overrides

    since, until = _bounds(said)
    doc_date, manifest = said.get("doc_date"), said.get("manifest")
    overrides = said.get("overrides")
    same = (
        "date_order match about actor place source min_sources min_origins "
        "min_confidence max_events max_dates per_date around zoom title"
    ).split()
    same += ["window"] if _has_window(said) else []
    return Options(
        doc_date=doc_date.edtf if doc_date else None,
        manifest=load_manifest(manifest) if manifest else (),
        language=said.get("lang", "auto"),
        overrides=load_overrides(overrides) if overrides else (),
        today=values.today(),
        since=since,
        until=until,
        status=_flat(said.get("status", ())),
        basis=_flat(said.get("basis", ())),
        **{name: said[name] for name in same if name in said},
    )


def _has_window(said: dict[str, Any]) -> bool:
    """Whether `--window` was given, which says something only of `--around`."""
    if said.get("window") is None:
        return False
    if said.get("around") is None:
        raise UsageError(
            "--window goes with --around DATE", "for days by themselves: --since"
        )
    return True


def _bounds(said: dict[str, Any]) -> tuple[TimeValue | None, TimeValue | None]:
    """First and last date to keep; `--on` is both."""
    since, until, on = (said.get(name) for name in ("since", "until", "on"))
    if on and (since or until):
        raise UsageError(
            "--on is a day or period of its own", "leave out --since, --until"
        )
    first, last = since or on, until or on
    if first and last and last.end <= first.start:
        raise UsageError("--until is before --since", "exchange them")
    return first, last


def _flat(lists: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
