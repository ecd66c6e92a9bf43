"""Lives in brackets: births and deaths that no verb tells."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    events = build([str(folder)], Options()).events
    return [(r.event.time.edtf, r.event.headline) for r in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "**Ada Brenn** (12 March 1888 – 30 October 1961) was a chemist. She found it.",
            [("1888-03-12", "Ada Brenn was born"), ("1961-10-30", "Ada Brenn died")],
        ),
        (
            "Oren Valk (1850–1921) was a painter, and he lived in Lund.",
            [],
        ),
        (
            "Karl Lind (born 3 May 1951) is a painter. He lives in Lund.",
            [("1951-05-03", "Karl Lind was born")],
        ),
        ("Oren XIV (1643–1715) was king of Lund. He built a palace.", []),
        ("Ada Brenn (3 May 2001 – 9 May 2011) was mayor of Lund. She left.", []),
        ("The Thirty Years War (1618–1648) was a conflict. He wrote of it.", []),
        ("The Norda Republic (1922–1991) was a state. It is no more.", []),
        ("Under Oren II (1740–1786) taxes were low. He liked that.", []),
        ("Ada Brenn (3 May 2001 – 9 May 2001) was a guest. She left.", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_lives(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(tmp_path, text) == expected
