import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Span
from timeline.text.clauses import pieces
from timeline.text.words import words

WORDS = [
    ("He hasn’t gone.", ["He", "has", "n’t", "gone", "."]),
    ("The U.S. won't go", ["The", "U.S.", "wo", "n't", "go"]),
    ("Valk’s 15-year-old son", ["Valk", "’s", "15-year-old", "son"]),
    ("5,800 at 14:05, 2.5%", ["5,800", "at", "14:05", ",", "2.5", "%"]),
    ("Kassym-Jomart O'Brien", ["Kassym-Jomart", "O'Brien"]),
    ("Torvik 's port", ["Torvik", "'s", "port"]),
    ("", []),
]

PIECES = [
    ("X, who left, stayed", [("X", ""), ("who left", ","), ("stayed", ",")]),
    ("Rose 1,200 (2.5%) today", [("Rose 1,200", ""), ("2.5%", "("), ("today", ")")]),
    ("X – said Y – “go”", [("X", ""), ("said Y", "–"), ("“go”", "–")]),
    ("Brigades., which", [("Brigades", ""), ("which", ",")]),
    ("At 14:05: alarm; panic", [("At 14:05", ""), ("alarm", ":"), ("panic", ";")]),
    ("a well-known man", [("a well-known man", "")]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[w[0] for w in WORDS])
def test_words(text: str, expected: list[str]) -> None:
    assert expected == [w.text for w in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "expected"), PIECES, ids=[p[0] for p in PIECES])
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    found = pieces(text, Span(0, len(text)))

    assert expected == [(text[p.start : p.end], p.opened) for p in found]


@given(st.text())
def test_words_lie_where_they_say_and_lose_no_letter(text: str) -> None:
    found = words(text, Span(0, len(text)))

    assert all(text[w.start : w.end] == w.text for w in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert sum(map(str.isalnum, "".join(w.text for w in found))) == sum(
        map(str.isalnum, text)
    )


@given(st.text())
def test_pieces_lie_in_order(text: str) -> None:
    found = pieces(text, Span(0, len(text)))

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[p.start : p.end].strip() for p in found)
