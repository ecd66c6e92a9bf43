"""Pairs of mentions that are scored elsewhere get the scores that they get here."""

import pickle

import pytest

from timeline.build import tell
from timeline.merge import blocks, join, names, slices
from timeline.merge.alike import Alike
from timeline.merge.features import THRESHOLD
from timeline.merge.folder import Folder, prepare
from timeline.options import Options
from timeline.read import Input

SAID = (
    "Judge Orla Finch freed {n} prisoners in Merrow on 3 May 2031.",
    "On 3 May 2031, {n} miners in Upper Quenby found fossils of the Tamsin whale.",
    "In Merrow the council sold {n} trams to Vessany on 3 May 2031.",
    "Orla Finch said on 3 May 2031 that Merrow would free {n} more.",
)


@pytest.fixture(scope="module")
def folder() -> Folder:
    """Many documents that tell of one day."""
    texts = [
        "\n".join(said.format(n=n % 9 + 3) for said in SAID[n % 3 :]) for n in range(40)
    ]
    tellings = [
        telling
        for n, text in enumerate(texts)
        for telling in tell(Input(f"{n}.txt", text.encode()), Options()).tellings
    ]
    ordered = sorted(tellings, key=lambda telling: telling.document.id)
    learnt = names.learn(m for telling in ordered for m in telling.mentions)
    return prepare(ordered, learnt)


@pytest.mark.parametrize("most", [1, 50, 10**6])
def test_scores_are_the_same_wherever_they_are_made(folder: Folder, most: int) -> None:
    pairs = list(blocks.pairs(folder))[:400]
    cut = [pickle.loads(pickle.dumps(one)) for one in slices.cut(folder, pairs, most)]
    found = [pair for one in cut for pair in Alike.unpacked(slices.scored(one))]

    assert found == join.score(folder, pairs)
    assert any(pair.total >= THRESHOLD for pair in found)


def test_a_day_of_which_much_is_told_is_several_slices(folder: Folder) -> None:
    pairs = list(blocks.pairs(folder))
    cut = list(slices.cut(folder, pairs, 300))

    assert len(pairs) > 600
    assert [len(one.pairs) for one in cut[:-1]] == [300] * (len(cut) - 1)
    assert sum(len(one.pairs) for one in cut) == len(pairs)
    assert all(len(one.profiles) <= 600 for one in cut)
    assert {one.time.edtf for s in cut for one in s.profiles} == {"2031-05-03"}
