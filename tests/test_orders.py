"""Day or month first: who does not show it follows who does."""

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from timeline import build
from timeline.cli.commands import timeline as command
from timeline.model import Timeline
from timeline.options import Options, Running

OPEN = "A driver was arrested on 03/06/2025 in Holm."
DAY = "The mill in Varde burnt down on 13/06/2025."
MONTH = "The mill in Varde burnt down on 06/13/2025."


def built(
    folder: Path, files: dict[str, str], running: Running | None = None
) -> Timeline:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return build.build([str(folder)], Options(today=None), None, running)


def dates(timeline: Timeline, name: str) -> list[str]:
    return [
        mention.time.edtf
        for ranked in timeline.events
        for mention in ranked.event.mentions
        if name in next(
            d.source.uri for d in timeline.documents if d.id == mention.document_id
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, "2025-06-03"),
        ({"b.txt": DAY}, "2025-06-03"),
        ({"b.txt": MONTH}, "2025-03-06"),
        ({"b.txt": MONTH, "c.txt": DAY}, "2025-06-03"),
        ({"x/b.txt": MONTH}, "2025-06-03"),
        ({"b.txt": "The mill burnt on June 13, 2025."}, "2025-06-03"),
    ],
    ids=["alone", "day", "month", "both", "elsewhere", "spelt out"],
)
def test_a_folder_shows_the_order(
    others: dict[str, str], expected: str, tmp_path: Path
) -> None:
    assert dates(built(tmp_path, {"a.txt": OPEN, **others}), "a.txt") == [expected]


def test_spelt_out_dates_of_its_own_count_for_more(tmp_path: Path) -> None:
    own = "On 3 May 2025 the mill shut. " + OPEN
    told = built(tmp_path, {"a.txt": own, "b.txt": MONTH})
    assert "2025-06-03" in dates(told, "a.txt")


def test_the_smallest_group_decides(tmp_path: Path) -> None:
    """Records of one file follow each other, also in the dates of their fields."""
    records = (
        '{"text": "Two men were arrested yesterday.", "date": "05/06/2025"}\n'
        '{"text": "The bridge was closed yesterday.", "date": "05/14/2025"}\n'
    )
    told = built(tmp_path, {"a.jsonl": records, "b.txt": DAY})
    assert dates(told, "a.jsonl#1") == ["2025-05-05"]
    told = built(tmp_path, {"a.jsonl": records.replace("05/14", "14/05")})
    assert dates(told, "a.jsonl#1") == ["2025-06-04"]


def test_publishers_count_before_folders(tmp_path: Path) -> None:
    front = "---\npublisher: {}\n---\n{}\n"
    files = {
        "a.md": front.format("Holm Post", OPEN),
        "b.md": front.format("Holm Post", MONTH),
        "c.md": front.format("Varde News", DAY),
    }
    assert dates(built(tmp_path, files), "a.md") == ["2025-03-06"]


def test_it_is_said_from_where_the_order_is_taken(tmp_path: Path) -> None:
    told = built(tmp_path, {"a.txt": OPEN, "b.txt": MONTH})
    (problem,) = told.problems
    assert problem.is_note
    assert problem.message.startswith("the month comes first, as in '06/13/2025' (")
    assert [d.date_order for d in told.documents] == ["mdy", ""]


def test_a_line_is_explained_as_it_was_built(tmp_path: Path) -> None:
    built(tmp_path, {"a.txt": OPEN, "b.txt": MONTH})
    line = f"{tmp_path / 'a.txt'}:1"
    found = CliRunner().invoke(command, ["explain", line, str(tmp_path)])
    assert "2025-03-06" in found.stdout
    assert "2025-06-03" not in found.stdout


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    built(tmp_path, {"a.txt": OPEN, "b.txt": MONTH})
    told = build.build([str(tmp_path)], Options(date_order="dmy"))
    assert dates(told, "a.txt") == ["2025-06-03"]


def test_jobs_cache_and_order_of_files_change_nothing(tmp_path: Path) -> None:
    files = {f"{n}.txt": text for n, text in enumerate([OPEN, MONTH] * 3)}
    folder, cache = tmp_path / "in", tmp_path / "cache"
    folder.mkdir()
    first = built(folder, files)
    paths = [str(folder / name) for name in files]
    random.Random(7).shuffle(paths)
    running = Running(jobs=2, engine="processes", cache=str(cache))
    for _ in range(2):  # The second time from the cache.
        again = build.build(paths, Options(), None, running)
        assert replace(again, title=first.title) == first


def test_a_document_gets_both_order_and_date(tmp_path: Path) -> None:
    """What is undated is dated by its dates as its folder writes them."""
    files = {
        f"{day}.txt": f"06/{day}/2025\n\nA lorry hit the bridge in Holm on Monday, police said."
        for day in (17, 18, 19)
    }
    files["a.txt"] = (
        "Police in Holm said on 06/11/2025 that a lorry had hit the bridge."
    )
    told = built(tmp_path, files)
    assert "2025-06-11" in dates(told, "a.txt")
