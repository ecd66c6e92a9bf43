"""The command line: what comes out where, and with which exit code."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import click
import jsonschema
import msgspec
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from timelines import everything, single, timeline

from timeline import edtf, export
from timeline.cli import codes, output, screen, values
from timeline.cli.commands import timeline as command
from timeline.errors import EngineError, InputError, LanguageError, UsageError
from timeline.export import json
from timeline.model import Document, Kind, Problem, Source, Span, Timeline, Timex
from timeline.options import Options, Running, View
from timeline.timex import Tagged

ROOT = Path(__file__).parent.parent

CLEAN = timeline(single(1, "a.txt", "It rains", edtf.parse("2031")), documents=())


class Fake:
    """Stands in for `timeline.build`: gives what it was told to, keeps what it got."""

    def __init__(self) -> None:
        self.gives: Timeline | BaseException = CLEAN
        self.options = Options()
        self.stdin: bytes | None = None

    def build(
        self, paths: Any, options: Options, stdin: bytes | None, running: Running
    ) -> Timeline:
        self.options, self.stdin = options, stdin
        if isinstance(self.gives, BaseException):
            raise self.gives
        assert running.progress
        running.progress(1, 1)
        return self.gives

    def tag(self, paths: Any, options: Options, stdin: bytes | None) -> Any:
        self.options = options
        if isinstance(self.gives, BaseException):
            raise self.gives
        text = "It rained on 6 May."
        time = Timex(Span(13, 18), Kind.DATE, "2031-05-06", "day-month")
        one = Document("d1", Source("a.txt", "text", ""), text, "en")
        return ((one, Tagged((time,))),), self.gives.problems


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    stand_in, module = Fake(), ModuleType("timeline.build")
    module.build, module.tag = stand_in.build, stand_in.tag  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "timeline.build", module)
    for name in ("NO_COLOR", "FORCE_COLOR", "TIMELINE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return stand_in


@pytest.fixture
def run(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str, **more: Any) -> Result:
        return CliRunner().invoke(command, arguments, prog_name="timeline", **more)

    return called


Run = Callable[..., Result]


@pytest.fixture
def saved(tmp_path: Path) -> str:
    path = tmp_path / "saved.json"
    path.write_bytes(json.render(everything(), View()))
    return str(path)


# ---- what comes out where ----


def test_the_product_is_on_stdout_and_the_rest_on_stderr(run: Run, fake: Fake) -> None:
    fake.gives = everything()
    result = run("build", "x")

    assert result.stdout.count("\n") == 13
    assert result.stdout.startswith("-0043-03-15\thappened\t")
    assert result.stderr == (
        "box/photo.jpg: not a text\n  give a text file\n"
        "box/ev|il `x`.txt:4: Monday was the 5th, not the 6th\n"
        "5 documents · 13 events · 1 unplaced · 2 problems\n"
    )


def test_quiet_says_nothing(run: Run, fake: Fake) -> None:
    fake.gives = everything()

    assert run("build", "-q", "x").stderr == ""


def test_json_on_stdout(run: Run) -> None:
    result = run("build", "x", "--format", "json")

    assert json.read(result.stdout_bytes) == CLEAN


def test_the_same_json_by_suffix_and_by_name(run: Run, tmp_path: Path) -> None:
    assert run("build", "x", "-o", "a.json").stdout == ""
    run("build", "x", "--format", "json", "-o", "b.dat")

    assert Path("a.json").read_bytes() == Path("b.dat").read_bytes()


def test_several_outputs_in_one_run(run: Run) -> None:
    result = run("build", "x", "-o", "a.json", "-o", "a.md", "-o", "a.txt", "-o", "-")

    assert result.exit_code == 0
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "a.md", "a.txt"]
    assert Path("a.md").read_text().startswith("# The harbour strike\n")
    assert Path("a.txt").read_text().startswith("The harbour strike\n")
    assert result.stdout.startswith("2031\thappened")


def test_each_format_is_found_by_its_suffix(run: Run) -> None:
    suffixes = [str(export.load(name).SUFFIX) for name in export.names()]
    result = run("build", "x", *(a for s in suffixes for a in ("-o", f"a.b{s}")))

    assert (result.exit_code, len({*suffixes})) == (0, len(suffixes))
    assert sorted(p.name for p in Path().iterdir()) == sorted(
        f"a.b{s}" for s in suffixes
    )
    assert json.read(Path("a.b.json").read_bytes()) == CLEAN


def test_what_a_format_cannot_say_is_said(run: Run, fake: Fake) -> None:
    fake.gives = everything()
    result = run("build", "x", "-o", "a.ics", "--format", "ics")

    assert (
        "a.ics: 1 event left out (a calendar has the years 2 to 9998 only): "
        "15 March 44 BC: A ruler is stabbed in the senate\n"
        "a.ics: without 1 unplaced (no date, so no place)\n"
    ) in result.stderr
    assert run("build", "-q", "x", "-o", "a.ics").stderr == ""


@pytest.mark.parametrize(
    ("folder", "link"),
    [
        (".", "(press/herald.txt#L23)"),
        ("out/a b", "(../../press/herald.txt#L23)"),
        ("..", "(start%20here/press/herald.txt#L23)"),
    ],
)
def test_links_lead_back_from_the_folder_of_a_file(
    run: Run, fake: Fake, folder: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("start here/out/a b").mkdir(parents=True)
    monkeypatch.chdir("start here")
    fake.gives = everything()
    run("build", "x", "-o", f"{folder}/a.md")

    assert link in Path(folder, "a.md").read_text()


def test_options_of_one_format(run: Run, fake: Fake) -> None:
    fake.gives = everything()
    run("build", "x", "-o", "a.csv", "-o", "a.txt", "--excel", "--oneline")

    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert Path("a.txt").read_text().startswith("-0043-03-15\thappened\t")
    run("build", "x", "-o", "a.csv", "-o", "a.txt", "--preset", "iris", "--wide")
    assert Path("a.csv").read_text().startswith("event_date,event_tz,")
    assert max(map(len, Path("a.txt").read_text().splitlines())) > 120


def test_a_missing_package_costs_no_run(
    run: Run, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export.load("xlsx"), "NEEDS", ("no_such_package", "xlsx"))
    fake.gives = AssertionError("nothing was to be built")
    result = run("build", "x", "-o", "a.xlsx")

    assert result.exit_code == codes.FAILED
    assert "pip install 'timeline[xlsx]'" in result.stderr


def test_all_formats_are_in_the_help(run: Run) -> None:
    text = " ".join(run("build", "--help").stdout.split())
    listed = text[text.index("terminal (default)") :].split("-o, --output")[0]

    assert [
        name for name in export.names() if not re.search(rf"\b{name}\b", listed)
    ] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "a.xyz"), "no format writes .xyz"),
        (("-o", "a"), "no format writes files without a suffix"),
        (("--format", "yaml"), "'yaml' is none of: csv, "),
        (
            ("--format", "json", "-o", "a.md", "-o", "b.md"),
            "--format is for one output",
        ),
        (("-o", "gone/a.json"), "gone/a.json: there is no folder gone"),
        (("--wide", "--oneline"), "--wide and --oneline exclude each other"),
        (("--wide", "-o", "a.md"), "--wide is for the format terminal"),
        (("--excel",), "--excel is for the format csv"),
        (("--per-source", "-o", "a.xlsx"), "--per-source is for the format csv"),
        (("--preset", "word", "-o", "a.csv"), "'word' is none of: casemap, iris"),
        (
            ("--preset", "iris", "--per-source", "-o", "a.csv"),
            "a --preset has rows of its own",
        ),
        (("--since", "31st of Neverember"), "is no date"),
        (("--since", "03/04/05"), "is no date"),
        (("--match", "("), "is no regular expression"),
        (("--status", "happened,maybe"), "'maybe' is none of: happened, planned"),
        (("--basis", "guess"), "'guess' is none of: explicit"),
        (("--max", "0"), "0 is not in the range"),
        (("--min-confidence", "2"), "2.0 is not in the range"),
        (("--date-order", "ymd"), "'ymd' is not one of"),
        (("--on", "2022", "--since", "2021"), "--on is a day or period of its own"),
        (("--since", "2022", "--until", "2021"), "--until is before --since"),
        (("--window", "3"), "--window goes with --around"),
        (("--zoom", "year"), "'year' is none of: day, week, month, phase"),
        (("--doc-date", "yes"), "is no date"),
        (("--nonsense",), "No such option"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("build", "x", *arguments)

    assert result.exit_code == codes.USAGE
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_missing_folder_costs_only_its_own_file(run: Run) -> None:
    result = run("build", "x", "-o", "gone/a.json", "-o", "a.json")

    assert result.exit_code == codes.USAGE
    assert "gone/a.json: there is no folder gone; not written" in result.stderr
    assert json.read(Path("a.json").read_bytes()) == CLEAN


def test_a_file_that_cannot_be_written_is_named(run: Run) -> None:
    Path("a.json").mkdir()
    result = run("build", "x", "-o", "a.json", "-o", "b.json")

    assert result.exit_code == codes.USAGE
    assert "a.json: " in result.stderr
    assert Path("b.json").exists()


# ---- exit codes ----


@pytest.mark.parametrize(
    ("gives", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--strict",), 0),
        (replace(CLEAN, events=()), (), 1),
        (replace(CLEAN, problems=(Problem("a", "read", "m"),)), (), 3),
        (replace(CLEAN, events=(), problems=(Problem("a", "read", "m"),)), (), 3),
        (replace(CLEAN, problems=(Problem("a", "read", "m", is_note=True),)), (), 0),
        (replace(CLEAN, problems=(Problem("a", "timex", "m"),)), (), 0),
        (replace(CLEAN, problems=(Problem("a", "timex", "m"),)), ("--strict",), 4),
        (replace(CLEAN, problems=(Problem("a", "read", "m"),)), ("--strict",), 4),
        (everything(), ("--strict",), 4),
        (InputError("nothing could be read"), (), 3),
        (UsageError("no such thing"), (), 2),
        (LanguageError("no table"), (), 70),
        (EngineError("a worker died"), (), 70),
        (OSError(28, "No space left on device"), (), 70),
        (ValueError("a bug"), (), 70),
        (KeyboardInterrupt(), (), 130),
    ],
    ids=repr,
)
def test_exit_codes(
    run: Run, fake: Fake, gives: Any, arguments: tuple[str, ...], code: int
) -> None:
    fake.gives = gives
    result = run("build", "x", *arguments)

    assert result.exit_code == code
    assert "Traceback" not in result.stderr


def test_strict_says_what_it_did_not_let_pass(run: Run, fake: Fake) -> None:
    fake.gives = everything()

    assert (
        "timeline: --strict: 1 contradicted event, 1 undated document, "
        "1 unplaced expression, 2 problems\n"
    ) in run("build", "--strict", "x").stderr


def test_an_update_is_no_contradiction() -> None:
    event = everything().events[5]
    updates = tuple(c for c in event.event.conflicts if c.kind == "update")
    grown = replace(event, event=replace(event.event, conflicts=updates))

    assert codes.faults(replace(CLEAN, events=(grown,))) == ()


def test_errors_have_a_message_and_a_hint(run: Run, fake: Fake) -> None:
    fake.gives = InputError("nothing could be \x1b[31mread", "give a folder")

    assert run("build", "x").stderr == (
        "timeline: nothing could be read\n  give a folder\n"
    )


def test_bugs_are_told_in_a_line(run: Run, fake: Fake) -> None:
    fake.gives = ZeroDivisionError("by zero")
    stderr = run("build", "x").stderr

    assert stderr.startswith("timeline: internal error: ZeroDivisionError: by zero\n")
    assert "--debug" in stderr


@pytest.mark.parametrize("by", ["flag", "environment"])
def test_debugging_shows_the_traceback(run: Run, fake: Fake, by: str) -> None:
    fake.gives = ZeroDivisionError("by zero")
    flags = ("--debug",) if by == "flag" else ()
    env = {"TIMELINE_DEBUG": "1"} if by == "environment" else {}

    assert isinstance(run("build", "x", *flags, env=env).exception, ZeroDivisionError)


def test_interruption_is_quiet(run: Run, fake: Fake) -> None:
    fake.gives = KeyboardInterrupt()
    result = run("build", "x")

    assert (result.stdout, result.stderr) == ("", "")


# ---- options ----


def test_options_arrive(run: Run, fake: Fake) -> None:
    Path("m.csv").write_text("path,date\na.txt,2031-05-06\n")
    run(
        *("build", "x", "--since", "2022", "--until", "2022-02", "--match", "fire"),
        *("--about", "quay fire", "--actor", "Torn", "--source", "press/*"),
        *("--status", "happened,planned", "--status", "denied", "--basis", "explicit"),
        *("--min-sources", "2", "--min-origins", "3", "--min-confidence", "0.5"),
        *("--max", "9", "--max-dates", "8", "--per-date", "7", "--title", "T"),
        *("--doc-date", "2031-05-08", "--manifest", "m.csv", "--date-order", "dmy"),
        *("--lang", "de", "--place", "Larkfield", "--zoom", "week"),
        *("--around", "2022-01-20", "--window", "3"),
    )
    given = fake.options

    assert given.since == edtf.parse("2022")
    assert given.until == edtf.parse("2022-02")
    assert given.status == ("happened", "planned", "denied")
    assert given.manifest[0].path == "a.txt"
    assert given.today == values.today()
    assert given.around == edtf.parse("2022-01-20")
    dates = {"since": None, "until": None, "around": None, "today": None}
    assert replace(given, manifest=(), **dates) == Options(
        doc_date="2031-05-08",
        date_order="dmy",
        language="de",
        match="fire",
        about="quay fire",
        actor="Torn",
        source="press/*",
        status=("happened", "planned", "denied"),
        basis=("explicit",),
        min_sources=2,
        min_origins=3,
        min_confidence=0.5,
        max_events=9,
        max_dates=8,
        per_date=7,
        title="T",
        place="Larkfield",
        window=3,
        zoom="week",
    )


def test_without_flags_the_options_are_the_defaults(run: Run, fake: Fake) -> None:
    run("build", "x")

    assert replace(fake.options, today=None) == Options()


def test_on_is_since_and_until(run: Run, fake: Fake) -> None:
    run("build", "x", "--on", "2022-01")

    assert fake.options.since == fake.options.until == edtf.parse("2022-01")


def test_a_faulty_manifest_is_wrong_use(run: Run) -> None:
    Path("m.csv").write_text("file\nx\n")

    assert run("build", "x", "--manifest", "m.csv").exit_code == codes.USAGE
    assert run("build", "x", "--manifest", "none.csv").exit_code == codes.UNREADABLE


def test_standard_input_is_handed_over(run: Run, fake: Fake) -> None:
    run("build", "-", input="On 6 May it rained.")
    assert fake.stdin == b"On 6 May it rained."

    run("build", "x", input="not asked for")
    assert fake.stdin is None


@pytest.mark.parametrize(
    ("flags", "env", "is_terminal", "expected"),
    [
        ("", {}, False, False),
        ("", {}, True, True),
        ("", {"TERM": "dumb"}, True, False),
        ("", {"FORCE_COLOR": "1"}, False, True),
        ("", {"FORCE_COLOR": "0"}, False, False),
        ("", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("", {"NO_COLOR": ""}, True, True),
        ("--color", {"NO_COLOR": "1"}, False, True),
        ("--color --no-color", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    flags: str,
    env: dict[str, str],
    is_terminal: bool,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: is_terminal))
    view = screen.view("--color" in flags.split(), "--no-color" in flags)

    assert view.colour is expected
    assert (view.width is not None) is is_terminal


class Screen:
    """A terminal of 80 columns and 24 lines that keeps what it is told."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Standard output is such a screen from now on, to the end of the test."""
    found = Screen()
    monkeypatch.setattr(sys, "stdout", found)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((80, 24)))
    return found


@pytest.mark.parametrize(
    ("lines", "is_paged", "expected"),
    [(23, True, False), (24, True, True), (24, False, False)],
)
def test_what_is_long_is_paged(
    lines: int,
    is_paged: bool,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paged: list[str] = []
    shown = terminal(monkeypatch)
    monkeypatch.setenv("LESS", "-R")
    monkeypatch.setattr(click, "echo_via_pager", lambda text, color: paged.append(text))
    output.put("x\n" * lines, is_paged)

    assert (bool(paged), bool(shown.text)) == (expected, not expected)


def test_no_pager_by_flag_and_in_a_pipe(
    run: Run, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.gives = everything()
    monkeypatch.setattr(screen, "page", lambda text: pytest.fail("paged"))

    assert run("build", "x", "--no-pager").exit_code == codes.UNREADABLE
    assert run("build", "x").exit_code == codes.UNREADABLE


def test_what_is_no_text_is_not_put_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal(monkeypatch)
    with pytest.raises(UsageError, match="xlsx is nothing that a terminal") as caught:
        output.possible((output.Output("xlsx"),))

    assert caught.value.hint == "write it to a file: -o timeline.xlsx"
    assert output.possible((output.Output("xlsx", "a.xlsx"),))


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "4200"}, False),
        ({"VTE_VERSION": "7200", "TMUX": "/tmp/x"}, False),
        ({"VTE_VERSION": "7200", "TERM": "screen-256color"}, False),
        ({"VTE_VERSION": "7200", "PAGER": "more"}, False),
        ({"VTE_VERSION": "7200", "PAGER": "less -F"}, True),
        ({"VTE_VERSION": "7200", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"VTE_VERSION": "7200", "NO_COLOR": "1"}, False),
    ],
)
def test_links(
    env: dict[str, str],
    expected: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal(monkeypatch)
    names = "TERM_PROGRAM VTE_VERSION TMUX PAGER FORCE_HYPERLINK NO_COLOR FORCE_COLOR"
    for name in (*names.split(), "KONSOLE_VERSION", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **env}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "a b"
    folder.mkdir()
    monkeypatch.chdir(folder)
    found = screen.view(False, False).links

    assert bool(found) is expected
    assert not found or re.fullmatch(r"file://[^/]*/.*/a%20b/", found)


# ---- saved timelines ----


def test_show_narrows_and_converts(run: Run, saved: str) -> None:
    result = run(
        "show",
        saved,
        "--since",
        "2031-05-06",
        "--until",
        "2031-05",
        "--status",
        "denied",
    )

    assert result.exit_code == 0
    assert result.stdout.startswith("2031-05-07\tdenied\tSoldiers fire")
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize("zoom", ["day", "week", "month", "phase"])
def test_show_zooms(run: Run, saved: str, zoom: str) -> None:
    result = run("show", saved, "--zoom", zoom)
    counts = [int(line.split("\t")[3]) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert sum(counts) == len(everything().events)


def test_show_keeps_all_by_default(run: Run, saved: str) -> None:
    result = run("show", saved, "--format", "json", "--title", "Other")

    assert json.read(result.stdout_bytes) == replace(everything(), title="Other")


def test_show_reads_standard_input(run: Run, saved: str) -> None:
    result = run("show", "-", "--format", "json", input=Path(saved).read_bytes())

    assert result.stdout_bytes == Path(saved).read_bytes()


def test_show_of_no_event_that_fits(run: Run, saved: str) -> None:
    assert run("show", saved, "--match", "no such words").exit_code == codes.NO_EVENT


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"\0\1", b'{"schema": "timeline/9"}']
)
def test_show_of_what_is_no_export(run: Run, content: bytes | None) -> None:
    if content is not None:
        Path("x.json").write_bytes(content)
    result = run("show", "x.json")

    assert result.exit_code == codes.UNREADABLE
    assert result.stderr.startswith("timeline: x.json: ")
    assert "Traceback" not in result.stderr


# ---- the other commands ----


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("text", "a.txt:1:14\tDATE\t2031-05-06\t"),
        ("jsonl", '{"doc":"a.txt","dct":null,"timexes":[{"start":13,'),
        ("timeml", '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>'),
    ],
)
def test_tag(run: Run, form: str, beginning: str) -> None:
    result = run("tag", "a.txt", "--format", form)

    assert result.exit_code == 0
    assert result.stdout.startswith(beginning)


def test_docs(run: Run, fake: Fake) -> None:
    fake.gives = replace(everything(), problems=())
    result = run("docs", "x")

    assert result.exit_code == 0
    assert result.stdout.startswith("uri\tlanguage\tdate\t")
    assert result.stdout.count("\n") == 6


def test_docs_of_a_saved_timeline(run: Run, saved: str) -> None:
    assert run("docs", saved).stdout.count("\n") == 6


def test_conflicts(run: Run, saved: str) -> None:
    result = run("conflicts", saved, "--on", "2031-05-06")

    assert result.stdout.count("\n") == 5
    assert run("conflicts", saved, "--on", "2019").stderr == "no conflicts\n"


def test_explain_an_event(run: Run, saved: str) -> None:
    result = run("explain", "e06", saved)

    assert result.exit_code == 0
    assert result.stdout.startswith("Dockers' leader Ilva Torn is arrested\n")


def test_explain_a_line(run: Run) -> None:
    result = run("explain", "a.txt:1")

    assert result.exit_code == 0
    assert "“6 May” (column 14, characters 13-18)" in result.stdout


def test_explain_a_line_with_the_date_its_neighbours_lend(run: Run, fake: Fake) -> None:
    record = replace(everything().documents[2], id="d1")
    fake.gives = replace(CLEAN, documents=(record,))
    result = run("explain", "a.txt:1", "folder")

    assert "document date: 2031-05-09 (inferred, 0.60)" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("e06",), 2, "is no FILE:LINE"),
        (("e99", "x"), 2, "no event e99"),
        (("b.txt:1",), 3, "b.txt: is not among the documents"),
    ],
)
def test_explain_what_is_not_there(
    run: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = run("explain", *arguments)

    assert result.exit_code == code
    assert message in result.stderr


def test_verify(run: Run, tmp_path: Path) -> None:
    from timeline.read import Input, read

    Path("a.txt").write_text("\n" * 40 + "It rains.\n")
    raw = read(Input("a.txt"), Options())[0][0]
    record = replace(everything().documents[0], id="d-a.txt", source=raw.source)
    whole = replace(CLEAN, documents=(record,))
    Path("t.json").write_bytes(json.render(whole, View()))

    assert run("verify", "t.json").exit_code == 0
    assert "1 quote in 1 document: all as told" in run("verify", "t.json").stderr

    Path("a.txt").write_text("\n" * 40 + "It pours.\n")
    result = run("verify", "t.json")
    assert result.exit_code == 1
    assert "a.txt: has changed since (SHA-256 differs)\n" in result.stdout
    assert "a.txt:1: does not say “It rains.” there\n" in result.stdout

    Path("a.txt").unlink()
    result = run("verify", "t.json")
    assert result.exit_code == 3
    assert "a.txt: cannot be read; 1 quote not checked\n" in result.stdout


def test_schema(run: Run) -> None:
    schema = msgspec.json.decode(run("schema").stdout_bytes)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Timeline export, timeline/1"


def test_version(run: Run) -> None:
    assert run("--version").stdout.startswith("timeline ")


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert (command.commands[name].help or "").strip()
    for parameter in command.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_help_names_exit_codes_and_completion(run: Run) -> None:
    text = run("--help").stdout

    assert "130  interrupted" in text
    assert "_TIMELINE_COMPLETE=bash_source" in text


def test_completion_of_names() -> None:
    items = values.Listed(values.statuses).shell_complete(None, None, "planned,a")  # type: ignore[arg-type]

    assert [item.value for item in items] == ["planned,alleged"]


# ---- files ----


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    output.write(path, [b"new"])

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        output.write(path, [b"new"])

    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    output.write(tmp_path / "link.json", [b"new"])

    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null here")
def test_devices_are_written_to() -> None:
    output.write(Path("/dev/null"), [b"gone"])

    assert not Path("/dev/null").is_file()


# ---- progress ----


def test_progress_waits_and_stays_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []
    bar = SimpleNamespace(
        start=lambda: drawn.append("start"),
        stop=lambda: drawn.append("stop"),
        add_task=lambda *a, **k: None,
        update=lambda *a, completed, total: drawn.append(f"{completed}/{total}"),
        task_ids=[0],
    )
    now = [0.0]
    monkeypatch.setattr(screen, "_bar", lambda: bar)
    monkeypatch.setattr(screen.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: True))
    with screen.Progress(quiet=False) as progress:
        progress(1, 9)
        now[0] = 1.5
        progress(2, 9)
        progress(3, 9)

    assert drawn == ["start", "2/9", "3/9", "stop"]


@pytest.mark.parametrize(("quiet", "is_terminal"), [(True, True), (False, False)])
def test_no_progress(
    quiet: bool, is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PATIENCE", -1.0)
    monkeypatch.setattr(screen, "_bar", lambda: pytest.fail("a bar"))
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: is_terminal))
    with screen.Progress(quiet) as progress:
        progress(1, 2)


# ---- the real process ----


def process(*arguments: str, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **more,
    )


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['timeline', '--help']\n"
        "from timeline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(m.split('.')[0] for m in sys.modules), file=sys.stderr)"
    )
    out, modules = process("-c", code).communicate(timeout=60)

    assert b"Usage: timeline" in out
    heavy = {b"dateparser", b"rich", b"msgspec", b"charset_normalizer", b"rapidfuzz"}
    assert not heavy & set(modules.split())


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    event = single(1, "a.txt", "It rains " * 1000, edtf.parse("2031"))
    many = timeline(*(replace(event, id=f"e{i}") for i in range(200)))
    (tmp_path / "t.json").write_bytes(json.render(many, View()))
    shown = process("-m", "timeline", "show", str(tmp_path / "t.json"), "-q")
    assert shown.stdout
    assert shown.stderr
    assert shown.stdout.read(10)
    shown.stdout.close()

    with shown.stderr as stderr:
        assert stderr.read() == b""
    assert shown.wait(timeout=60) == 0


def test_many_problems_of_one_kind_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    problems = [
        Problem("a.jsonl", "read", "is no record", "Mend it.", n) for n in range(1, 6)
    ]
    screen.report([*problems, Problem("b.txt", "read", "is empty")])
    assert capsys.readouterr().err.splitlines() == [
        "a.jsonl:1: is no record",
        "a.jsonl:2: is no record",
        "a.jsonl:3: is no record",
        "a.jsonl: 2 more of this kind",
        "  Mend it.",
        "b.txt: is empty",
    ]
