"""Pairs that are alike are the same packed as not, and come in one order."""

from random import Random

import pytest

from timeline.merge.alike import Alike, Pair

PAIRS = [
    Pair(0.5, 3, 9, (), False),
    Pair(0.75, 2, 1_007, ("dates",), False),
    Pair(0.5, 1, 5, (), True),
    Pair(-0.25, 1, 4, ("dates", "people"), True),
    Pair(0.5004, 2_500, 2_501, (), False),
]


def test_pairs_come_back_as_they_were() -> None:
    found = Alike(PAIRS)

    assert [*found] == PAIRS
    assert [*Alike.unpacked(found.packed())] == PAIRS
    assert [*found.some([4, 0])] == [PAIRS[4], PAIRS[0]]
    assert found[1:3] == PAIRS[1:3]


@pytest.mark.parametrize("cut", range(len(PAIRS) + 1))
def test_parts_of_them_are_put_together(cut: int) -> None:
    found = Alike.unpacked(Alike(PAIRS[:cut]).packed())
    found.extend(Alike.unpacked(Alike(PAIRS[cut:]).packed()))

    assert [*found] == PAIRS


@pytest.mark.parametrize("seed", range(5))
def test_their_order_is_that_of_the_folder_and_of_the_scores(seed: int) -> None:
    pairs = [*PAIRS]
    Random(seed).shuffle(pairs)
    placed = Alike(pairs).by_place()

    assert [*placed] == sorted(PAIRS, key=lambda pair: (pair.one, pair.other))
    likest = sorted(PAIRS, key=lambda pair: (-pair.total, pair.one, pair.other))
    assert [*placed.some(placed.likest())] == likest


def test_how_alike_two_are_can_be_looked_up() -> None:
    totals = Alike(PAIRS).by_place().totals()

    assert totals.get(1_007, 2) == 0.75
    assert totals.get(2, 3) is None
