"""A memory makes each thing once, and never holds more than it may."""

import pytest

from timeline.text import memory
from timeline.text.memory import LONGEST, Memory


def test_a_piece_is_made_once() -> None:
    made: list[str] = []
    known = Memory(lambda piece: made.append(piece) or piece.upper())

    assert [known[piece] for piece in ("dam", "port", "dam")] == ["DAM", "PORT", "DAM"]
    assert made == ["dam", "port"]


def test_a_long_piece_is_not_remembered() -> None:
    known = Memory(len)

    assert known["x" * (LONGEST + 1)] == LONGEST + 1
    assert not known


def test_all_is_forgotten_where_there_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "MOST", 3)
    known = Memory(len)

    assert [known[str(number)] for number in range(9, 14)] == [1, 2, 2, 2, 2]
    assert len(known) <= 3
