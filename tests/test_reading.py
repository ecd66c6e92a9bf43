"""Clauses: each row shows them as "role: stretch … stretch"."""

import pytest

from timeline.extract.reading import read
from timeline.lang.cues import cues
from timeline.model import Span

TABLE = [
    (
        "Valk, who denied it, was arrested.",
        ["main: Valk … was arrested.", "relative: who denied it"],
    ),
    (
        "The firm that insured Valk has sued the port.",
        ["main: The firm … has sued the port.", "relative: that insured Valk"],
    ),
    (
        "The man who was seized on Monday was charged on Tuesday.",
        [
            "main: The man … was charged on Tuesday.",
            "relative: who was seized on Monday",
        ],
    ),
    (
        "Rebels took the port that the army had left.",
        ["main: Rebels took the port", "relative: that the army had left."],
    ),
    (
        "The ministry said that the dam broke.",
        ["report: The ministry said", "main: that the dam broke."],
    ),
    (
        "The ministry said three people died.",
        ["report: The ministry said", "main: three people died."],
    ),
    (
        "The dam broke, the ministry said.",
        ["main: The dam broke", "report: the ministry said."],
    ),
    (
        "He left after rebels took the port.",
        ["main: He left", "adverbial: after rebels took the port."],
    ),
    ("He left after the vote.", ["main: He left after the vote."]),
    (
        "Rebels took the port and the army left.",
        ["main: Rebels took the port", "main: and the army left."],
    ),
    (
        "Rebels and soldiers took the port.",
        ["main: Rebels and soldiers took the port."],
    ),
    (
        "Dorn, accused of fraud, fled.",
        ["main: Dorn … fled.", "participle: accused of fraud"],
    ),
    (
        "If the dam breaks, we leave.",
        ["condition: If the dam breaks", "main: we leave."],
    ),
    (
        "According to Telpress, the dam broke.",
        ["report: According to Telpress", "main: the dam broke."],
    ),
    (
        "The Bank (SB) said in a note that rates fell.",
        ["report: The Bank … SB … said in a note", "main: that rates fell."],
    ),
    (
        "He met them, after which he resigned.",
        ["main: He met them", "relative: after which he resigned."],
    ),
    (
        "The mayor, Ada Brenn, and her aide, Piet Dorn, resigned.",
        ["main: The mayor … Ada Brenn … and her aide … Piet Dorn … resigned."],
    ),
    ("Tense calm in Torvik", ["phrase: Tense calm in Torvik"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_clauses(text: str, expected: list[str]) -> None:
    reading = read(text, Span(0, len(text)), (), cues("en"))

    assert expected == [
        f"{clause.role.value}: " + " … ".join(reading.said(r) for r in clause.ranges)
        for clause in reading.clauses
    ]
