"""The whole way, from `samples/` to the screen and to files.

The golden files under `golden/samples/` are what a user gets today; a change in them is to
be read line by line. `UPDATE_GOLDEN=1 pytest tests/test_samples.py` writes them anew.
"""

import shutil
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner
from timelines import golden, without_code

from timeline.build import build
from timeline.cli.commands import timeline as command
from timeline.export import html, json, markdown, terminal
from timeline.model import Timeline
from timeline.options import Options, View

ROOT = Path(__file__).parent.parent
PATHS = sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "samples").iterdir())


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def samples() -> Timeline:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return build(["samples"], Options())


def in_text(timeline: Timeline, *words: str) -> list[str]:
    """EDTF dates of events some telling of which has all these words."""
    return [
        ranked.event.time.edtf
        for ranked in timeline.events
        if any(all(word in m.text for word in words) for m in ranked.event.mentions)
    ]


def test_golden_page(samples: Timeline) -> None:
    golden("samples/expected.html", without_code(html.render(samples, View())))


@pytest.mark.parametrize("suffix", ["txt", "json", "md"])
def test_golden(samples: Timeline, suffix: str) -> None:
    render = {"txt": terminal.render, "json": json.render, "md": markdown.render}[
        suffix
    ]
    shown = render(samples, View(width=80) if suffix == "txt" else View())
    text = shown if isinstance(shown, str) else shown.decode()

    golden(f"samples/expected.{suffix}", text)


def test_order_of_files_never_changes_a_byte(samples: Timeline) -> None:
    shuffled = build([*PATHS[1::2][::-1], *PATHS[::2]], Options(title=samples.title))

    assert json.render(shuffled, View()) == json.render(samples, View())


@pytest.mark.parametrize("folder", ["other", "a/deep/place", "zz top"])
def test_names_of_folders_never_change_an_event(
    samples: Timeline, folder: str, tmp_path: Path
) -> None:
    place = tmp_path / folder
    shutil.copytree("samples", place)

    assert told(build([str(place)], Options())) == told(samples)


def told(timeline: Timeline) -> list[tuple[str, str, str, list[str]]]:
    """The lines in order, each with what tells it."""
    events = (ranked.event for ranked in timeline.events)
    return [
        (e.id, e.time.edtf, e.headline, [m.text for m in e.mentions]) for e in events
    ]


def test_every_quote_stands_where_it_is_said_to_stand(samples: Timeline) -> None:
    data = msgspec.json.decode(json.render(samples, View()))
    jsonschema.Draft202012Validator(json.schema()).validate(data)
    uris = {document["id"]: document["uri"] for document in data["documents"]}
    checked = 0
    for event in data["events"]:
        for mention in event["mentions"]:
            uri = uris[mention["document"]]
            if ".jsonl#" in uri:
                continue
            text = (ROOT / uri).read_bytes().decode()
            start, end = mention["start"], mention["end"]

            assert text[start:end] == mention["text"]
            assert text.count("\n", 0, start) + 1 == mention["line"]
            checked += 1
    assert checked > 80


def test_documents_have_their_dates(samples: Timeline) -> None:
    dates = {
        d.source.uri.removeprefix("samples/"): d.dct.edtf if d.dct else None
        for d in samples.documents
    }

    assert dates == {
        "2018-10-10-sarnevo-police-log.txt": "2018-10-10",
        "corvus-20181009-lesk.txt": "2018-10-09",
        "corvus-arrest.txt": "2018-10-12",
        "council-minutes.md": "2018-10-10",
        "dravnik-herald.txt": "2018-10-11",
        "interior-ministry.txt": "2018-10-12",
        "lesk-gazette.txt": "2018-10-13",
        "letter-to-a-brother.txt": "2018-10-15",
        "lta-wire.jsonl#lta-4471": "2018-10-12",
        "lta-wire.jsonl#lta-4502": "2018-10-14",
        "northern-courier-1.txt": "2018-10-13",
        "northern-courier-2.txt": "2018-11-08",
        "teacher-notebook.txt": "2018-10-15",
        "who-owns-the-river.txt": "2018-10-13",
    }


def test_the_reprint_is_one_origin_with_its_source(samples: Timeline) -> None:
    uris = {d.id: d.source.uri for d in samples.documents}
    groups = [
        sorted(uris[i] for i in origin.document_ids)
        for origin in samples.origins
        if len(origin.document_ids) > 1
    ]

    assert ["samples/corvus-arrest.txt", "samples/northern-courier-1.txt"] in groups


def test_one_arrest_with_its_contradiction(samples: Timeline) -> None:
    arrests = [
        ranked.event
        for ranked in samples.events
        if len({m.document_id for m in ranked.event.mentions}) >= 4
        and "arrest" in ranked.event.headline
    ]

    assert [event.time.edtf for event in arrests] == ["2018-10-11"]


@pytest.mark.parametrize(
    "year", ["1907", "1920", "1960", "1969", "2030", "2038", "2096"]
)
def test_figures_that_look_like_years_make_no_event(
    samples: Timeline, year: str
) -> None:
    assert not [e for e in samples.events if e.event.time.edtf.startswith(year)]


@pytest.mark.parametrize("month", ["2018-03", "2018-05", "2019-03", "2019-05"])
def test_march_and_may_make_no_event(samples: Timeline, month: str) -> None:
    assert not [e for e in samples.events if e.event.time.edtf.startswith(month)]


def test_nothing_is_dated_by_the_day_of_the_run(samples: Timeline) -> None:
    assert max(e.event.time.edtf for e in samples.events) < "2020"


def test_the_command_of_the_readme() -> None:
    result = CliRunner().invoke(command, ["build", "samples/"])

    assert (result.exit_code, result.stderr.count("problems")) == (0, 1)
    assert "Anton Beshliev" in result.stdout
