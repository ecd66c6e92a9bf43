"""Pairs in little room are the pairs that were given."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.merge.pairs import Pairs, distinct

COUNT = 5_000
below = st.integers(0, COUNT - 1)
pairs_of_few = st.lists(st.tuples(below, below), max_size=30)


@given(pairs_of_few, st.integers(0, 30), st.integers(0, 30))
def test_pairs_come_back_as_they_were(
    pairs: list[tuple[int, int]], first: int, last: int
) -> None:
    held = Pairs(iter(pairs))

    assert list(held) == pairs
    assert list(held[first:last]) == pairs[first:last]
    assert [held[place] for place in range(len(held))] == pairs


@given(pairs_of_few)
def test_distinct_pairs_are_sorted_whatever_bin_they_were_in(
    pairs: list[tuple[int, int]],
) -> None:
    assert list(distinct(pairs + pairs, COUNT)) == sorted(set(pairs))
