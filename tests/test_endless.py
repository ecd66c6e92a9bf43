"""Runs of one thing, however long, come to an end and cost no other line its event.

Each was met as a pattern that looked at every part of the run from every other part of it.
"""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options

RUNS = [
    " ", "\t", "\t ", "\u2028", "\r\n", "1", "a", "A.", "=", "a=", 'a="', "[", "[]", "|",
    "- ", "<34>1", "10:30 ", "2011 ", "2011-05-05\t", "on 5 May 2011, ", "- - [09/Nov", "who ",
    "had been killed ", "and killed ", "Lund, mayor of Holm, ", "“", ", and ", "A: b\n",
]  # fmt: skip
LONG = 20_000
FRAMES = ["{}", "On 5 May 2011 {} the mill burnt down.", "2011-05-05 {} x"]


@pytest.mark.parametrize("piece", RUNS, ids=repr)
def test_a_long_run_costs_no_other_line(piece: str, tmp_path: Path) -> None:
    run = piece * (LONG // len(piece))
    for number, frame in enumerate(FRAMES):
        text = f"On 4 May 2011 the dam broke.\n\n{frame.format(run)}\n\nOn 6 May 2011 the bridge fell.\n"
        (tmp_path / f"{number}.txt").write_text(text, newline="")

    timeline = build([str(tmp_path)], Options())

    said = {r.event.headline: len(r.event.mentions) for r in timeline.events}
    assert said["The dam broke"] == said["The bridge fell"] == len(FRAMES)


ODD = [
    "http://www.h.example/news/national/mill-burns-down-in-the-bay-of-lund/article2618961.ece", "www.h.example", "____", "***", "<br>", "[[a]]",
    "'''", "![](x.png)", "[](x)", "(a)", "“”", "…", ">", "|", "-", "—", "\\", "=", "?", "a", "1", "\u200b",
    "<ref>a</ref>", "'s", "n't", "(", "👍", "@a", "#a", "[1]",
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_a_line_without_words_costs_no_other_line(odd: str, tmp_path: Path) -> None:
    frames = (
        "{0}\n\n{1}",
        "{1}\n{0}\n",
        "{1} {0} {1}",
        "{0} {1}",
        "- {0}\n- {1}\n",
        " date 2012-05-18 {0}\n\n{1}",
    )
    for number, frame in enumerate(frames):
        text = frame.format(odd, "The dam broke on Monday.")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    timeline = build([str(tmp_path)], Options(doc_date="2012-05-18"))

    assert [p.message for p in timeline.problems if not p.is_note] == []
    assert {r.event.time.edtf for r in timeline.events} == {"2012-05-14"}
