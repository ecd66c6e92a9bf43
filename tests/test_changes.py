"""What `timeline diff` says of two timelines of one matter."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.build import build
from timeline.cli.commands import timeline
from timeline.explain.changes import Difference, changes, documents
from timeline.export import json
from timeline.model import Timeline
from timeline.options import Options, View

HERALD = """Published: 12 May 2031

The harbour board of Larkfield dismissed its director, Jonas Lind, on Friday.

Two ferries collided off Karvik on 3 May 2031, and nobody was hurt.
"""
POST = """Published: 13 May 2031

The director of the harbour board, Jonas Lind, was dismissed on Friday.
"""


def told(folder: Path, files: Mapping[str, str]) -> Timeline:
    """The timeline of these files, as it is saved and read again."""
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return json.read(json.render(build([str(folder)], Options()), View()))


def shown(old: Timeline, new: Timeline) -> list[tuple[str, str, list[Difference]]]:
    return [(c.kind, c.event.headline, list(c.differences)) for c in changes(old, new)]


def test_nothing_changes_between_two_builds(tmp_path: Path) -> None:
    files = {"herald.txt": HERALD, "post.txt": POST}
    one, other = told(tmp_path, files), told(tmp_path, files)
    assert changes(one, other) == ()
    assert documents(one, other) == ()


def test_a_document_that_comes_adds_events_and_tellings(tmp_path: Path) -> None:
    old = told(tmp_path, {"post.txt": POST})
    new = told(tmp_path, {"herald.txt": HERALD, "post.txt": POST})
    herald = str(tmp_path / "herald.txt")

    added, changed = shown(old, new)

    assert (added[0], added[1][:20]) == ("added", "Two ferries collided")
    kind, _, (origins, telling) = changed
    assert kind == "changed"
    assert origins == Difference("origins", "1", "2")
    assert (telling.field, telling.before) == (herald, "")
    assert telling.after.startswith("The harbour board of Larkfield dismissed")
    (came,) = documents(old, new)
    assert (came.field, came.before) == (herald, "")

    backwards = {kind for kind, *_ in shown(new, old)}
    assert backwards == {"removed", "changed"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("on 3 May", "on 4 May", ("date", "2031-05-03", "2031-05-04")),
        ("collided", "had reportedly collided", ("status", "happened", "alleged")),
    ],
)
def test_an_edit_in_silence_is_a_change(
    before: str, after: str, expected: tuple[str, str, str], tmp_path: Path
) -> None:
    old = told(tmp_path, {"herald.txt": HERALD})
    new = told(tmp_path, {"herald.txt": HERALD.replace(before, after)})

    ((kind, _, differences),) = shown(old, new)

    assert kind == "changed"
    assert Difference(*expected) in differences
    (quote,) = (d for d in differences if d.field == str(tmp_path / "herald.txt"))
    assert before in quote.before
    assert after in quote.after
    ((uri, was, is_),) = ((d.field, d.before, d.after) for d in documents(old, new))
    assert uri == str(tmp_path / "herald.txt")
    assert was != is_


def test_a_document_dated_anew_says_so(tmp_path: Path) -> None:
    old = told(tmp_path, {"post.txt": POST})
    new = told(tmp_path, {"post.txt": POST.replace("13 May", "20 May")})
    post = str(tmp_path / "post.txt")
    assert Difference(post, "2031-05-13", "2031-05-20") in documents(old, new)
    ((kind, _, differences),) = shown(old, new)
    assert kind == "changed"
    assert Difference("date", "2031-05-09", "2031-05-16") in differences


def run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(timeline, arguments, prog_name="timeline")
    return found.exit_code, found.stdout, found.stderr


def test_the_command(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    names = []
    for name, text in (("old", HERALD), ("new", HERALD.replace("3 May", "4 May"))):
        path = tmp_path / f"{name}.json"
        path.write_bytes(json.render(told(folder, {"herald.txt": text}), View()))
        names.append(str(path))

    code, out, _ = run("diff", *names)
    assert code == 0
    rows = [line.split("\t") for line in out.splitlines()]
    assert all(len(row) == 7 for row in rows)
    assert [row[0] for row in rows] == ["document", "changed", "changed"]
    assert rows[1][4:] == ["date", "2031-05-03", "2031-05-04"]

    assert run("diff", names[0], names[0]) == (0, "", "no changes\n")
    assert run("diff", names[0], names[0], "--quiet")[1:] == ("", "")
    code, _, err = run("diff", names[0], str(tmp_path / "none.json"))
    assert code == 3
    assert "none.json" in err


def test_in_a_terminal(tmp_path: Path) -> None:
    from timeline.explain.changes import render

    old = told(tmp_path, {"herald.txt": HERALD})
    new = told(
        tmp_path, {"herald.txt": HERALD.replace("3 May", "4 May"), "post.txt": POST}
    )

    text = render(old, new, View(width=100))

    assert f"document {tmp_path}/herald.txt has other words\n" in text
    assert f"document {tmp_path}/post.txt is new\n" in text
    assert "date: 2031-05-03 → 2031-05-04\n" in text
    assert f"told by {tmp_path}/post.txt: “The director" in text
    assert "now “Two ferries collided off Karvik on 4 May 2031" in text
