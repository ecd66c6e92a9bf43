"""Numbers of lines, as depositions have them at the left, are no words of the text."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options
from timeline.read._numbers import without_numbers

LINES = (
    "Q.  When did you first learn that the",
    "    pump had failed?",
    "A.  I got a call from dispatch on the 19th of May,",
    "    2018. I drove there at once.",
    "Q.  Had you been told to skip it?",
    "A.  My supervisor, Ray Orr, told me in January 2018",
    "    to keep visits under an hour.",
    "Q.  Were you disciplined?",
    "A.  I was suspended on June 4, 2018. They",
    "    fired me on September 28.",
)


def numbered(*lines: str) -> str:
    return "".join(f"{n:>2}   {line}\n" for n, line in enumerate(lines, start=1))


def test_only_the_numbers_are_blanked() -> None:
    text = numbered(*LINES)
    plain = without_numbers(text)
    assert len(plain) == len(text)
    assert plain == "".join(f"     {line}\n" for line in LINES)


def test_another_page_counts_anew() -> None:
    text = f"{numbered(*LINES)}Page 42\n{numbered('A.  No.', 'Q.  Why?')}"
    assert "1   A." not in without_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        numbered(*LINES[:7]),
        "".join(f"{n}. {line}\n" for n, line in enumerate(LINES, start=1)),
        "".join(f"{n * 2}  {line}\n" for n, line in enumerate(LINES, start=1)),
        "3 May\n4 May\n5 May\n",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_numbers(text) == text


def test_a_deposition_is_told_by_who_answers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{'':60}Page 41\n{numbered(*LINES)}")
    events = [r.event for r in build([str(tmp_path)], Options()).events]
    assert [(e.time.edtf, e.headline) for e in events] == [
        ("2018-01", "A: My supervisor, Ray Orr, told me to keep visits under an hour"),
        ("2018-05-19", "A: I got a call from dispatch"),
        ("2018-06-04", "A: I was suspended"),
        ("2018-09-28", "They fired me"),
    ]
