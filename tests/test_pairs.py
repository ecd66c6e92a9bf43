"""Pairs in little room are the pairs that were given."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.merge.pairs import Pairs, Totals, distinct

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


@given(pairs_of_few)
def test_totals_are_found_in_either_order(pairs: list[tuple[int, int]]) -> None:
    ordered = sorted({(min(pair), max(pair)) for pair in pairs})
    held = Totals((one, other, one / 7) for one, other in ordered)

    assert all(held.get(one, other) == one / 7 for one, other in ordered)
    assert all(held.get(other, one) == one / 7 for one, other in ordered)
    assert held.get(COUNT, COUNT) is None
