"""What documents tell is the same whether it is held in memory or on disk."""

import json
from pathlib import Path

import pytest

from timeline import build, export, tellings
from timeline.model import Telling
from timeline.options import Options, Running, View
from timeline.read import Input
from timeline.tellings import Tellings

TEXTS = (
    "Larkfield, 3 May 2031\nOn Monday 12 miners were arrested in Larkfield. "
    "The mayor resigned on 1 May 2031.",
    "Nothing is told here.",
    "On 1 May 2031 the mayor of Larkfield, Orla Finch, resigned.",
)


@pytest.fixture(scope="module")
def told() -> list[Telling]:
    return [
        telling
        for number, text in enumerate(TEXTS)
        for telling in build.tell(
            Input(f"{number}.txt", text.encode()), Options()
        ).tellings
    ]


@pytest.mark.parametrize("most", [0, 1, 100])
def test_tellings_come_back_whole(told: list[Telling], most: int) -> None:
    kept = Tellings(told, most)

    assert [*kept] == told
    assert kept[1:] == told[1:]
    assert kept.documents == [telling.document for telling in told]
    for place, telling in enumerate(told):
        whole = [*telling.mentions, *telling.asides]
        assert [*map(kept.mention, kept.numbers(place))] == whole


def test_some_of_them_in_another_order(told: list[Telling]) -> None:
    assert [*Tellings(told, 1).chosen([2, 0])] == [told[2], told[0]]


def test_a_build_is_the_same_with_all_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (json.dumps({"text": text, "id": n}) for n, text in enumerate(TEXTS * 3))
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(lines))
    expected = _built(path)
    monkeypatch.setattr(tellings, "MOST", 0)

    assert _built(path) == expected


def _built(path: Path) -> str | bytes:
    timeline = build.build([str(path)], Options(), None, Running(jobs=1))
    return export.render("json", timeline, View())
