"""What `timeline gaps` says: silences of the story, and of its publishers."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from timeline.build import build
from timeline.civil import DAY
from timeline.cli.commands import timeline
from timeline.explain.gaps import gaps, render
from timeline.model import Timeline
from timeline.options import Options, View

FIRST = date(2031, 5, 1)
DAY_0 = (FIRST - date(1970, 1, 1)).days


def of_days(folder: Path, days: Sequence[int], publisher: str = "") -> Timeline:
    """The timeline of one document for each of these days of May and after."""
    for number, day in enumerate(days):
        when = FIRST + timedelta(day)
        text = f"---\ndate: {when}\npublisher: {publisher}\n---\n"
        text += (
            f"A ferry of line {number} ran aground near Larkfield on {when:%d %B %Y}.\n"
        )
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return build([str(folder)], Options())


@pytest.mark.parametrize(
    ("days", "least", "silent"),
    [
        ([0, 1, 2, 3, 4, 5, 6, 20], None, [(7, 19)]),
        ([0, 1, 3, 4, 6, 7, 9, 13], None, []),  # a weekend or two
        ([0, 7, 14, 21, 28, 35, 42], None, []),  # a weekly
        ([0, 7, 14, 21, 28, 70, 77], None, [(29, 69)]),
        ([0, 40], None, []),  # too few for a rhythm
        ([0, 40], 30, [(1, 39)]),
        ([0, 2, 3], 1, [(1, 1)]),
        ([0, 2, 3], 2, []),
    ],
)
def test_silences_of_the_story(
    days: Sequence[int],
    least: int | None,
    silent: Sequence[tuple[int, int]],
    tmp_path: Path,
) -> None:
    found = gaps(of_days(tmp_path, days), least)
    assert [(g.first - DAY_0 + 1, g.last - DAY_0 - 1) for g in found] == silent
    for gap in found:
        assert gap.before is not None
        assert gap.after is not None
        assert gap.before.time.start == gap.first * DAY
        assert gap.after.time.start == gap.last * DAY
        assert gap.written == 0


def test_what_was_written_in_a_silence_is_counted(tmp_path: Path) -> None:
    for day in (5, 9):
        when = FIRST + timedelta(day)
        text = (
            f"Published: {when:%d %B %Y}\n\nThe harbour is a fine place to live in.\n"
        )
        (tmp_path / f"essay-{day}.txt").write_text(text, encoding="utf-8")
    (gap,) = gaps(of_days(tmp_path, [0, 12]), 5)
    assert (gap.days, gap.written) == (11, 2)


def test_a_publisher_that_falls_silent(tmp_path: Path) -> None:
    story, own = gaps(of_days(tmp_path, [0, 1, 2, 3, 4, 30], "Larkfield Post"))
    assert (story.source, own.source) == ("", "Larkfield Post")
    assert (own.days, own.before, own.after) == (25, None, None)


@given(st.sets(st.integers(0, 400), max_size=30), st.integers(1, 50))
def test_every_silence_that_is_long_enough_and_no_other(
    days: set[int], least: int
) -> None:
    from timeline.explain.gaps import _silences

    ordered = sorted(days)
    found = set(_silences(ordered, least))
    for one, other in pairwise(ordered):
        assert ((one, other) in found) == (other - one - 1 >= least)
    assert set(_silences(ordered, None)) <= set(_silences(ordered, 3))


def test_as_text_and_as_rows(tmp_path: Path) -> None:
    found = gaps(of_days(tmp_path, [0, 1, 2, 3, 4, 30]))
    assert render(found, View(width=90)).splitlines()[0] == (
        "25 days without an event: Tue 6 May 2031 to Fri 30 May 2031"
    )
    (row,) = render(found, View()).splitlines()
    assert row.split("\t")[:5] == ["25", "2031-05-06", "2031-05-30", "", "0"]


def test_the_command(tmp_path: Path) -> None:
    of_days(tmp_path, [0, 9])
    found = CliRunner().invoke(timeline, ["gaps", str(tmp_path)], prog_name="timeline")
    assert (found.exit_code, found.stdout) == (0, "")
    assert "no gaps" in found.stderr
    arguments = ["gaps", str(tmp_path), "--days", "7"]
    found = CliRunner().invoke(timeline, arguments, prog_name="timeline")
    assert found.stdout.startswith("8\t2031-05-02\t2031-05-09\t")
