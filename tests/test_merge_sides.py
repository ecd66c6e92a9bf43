"""One event told from several sides: in one sentence, or at the top and in detail below."""

import pytest
from conftest import mention
from test_merge import merged, tellings

from timeline.merge import sides, similar
from timeline.merge.names import learn
from timeline.merge.profile import Folder, prepare
from timeline.model import Basis, Mention
from timeline.text import spelling

DAY = "2031-05-06"
SHOT = "A clerk opened fire at the harbour office on Tuesday, killing a guard"


def telling(
    text: str, action: str, document_id: str = "a", **fields: object
) -> Mention:
    return mention(text, DAY, document_id, action=action, **fields)


def aside(text: str, action: str, document_id: str = "a", **fields: object) -> Mention:
    passing = {"basis": Basis.PUBLICATION, "in_passing": True, "start": 1}
    return telling(text, action, document_id, **(passing | fields))


def folder(*mentions: Mention) -> Folder:
    return prepare(tellings(*mentions), learn(mentions))


# ── Of one sentence ──────────────────────────────────────────────────────────────────

SIDES = [
    ("what was done and what came of it", "shoot", aside(SHOT, "kill"), True),
    ("of no known class", "storm in", aside(SHOT, "kill"), True),
    ("two kinds", "charge", aside(SHOT, "kill"), False),
    ("two dates", "shoot", telling(SHOT, "kill", start=1), False),
]


@pytest.mark.parametrize(
    ("why", "action", "other", "are_one"), SIDES, ids=[row[0] for row in SIDES]
)
def test_sides_of_one_event(
    why: str, action: str, other: Mention, are_one: bool
) -> None:
    one, two = folder(telling(SHOT, action), other).profiles

    assert similar.are_sides(one, two) is are_one
    assert ("one sentence" in similar.vetoes(one, two, 1.0, folder())) is not are_one


def test_an_event_quotes_a_sentence_once_and_all_of_it() -> None:
    clause = "A clerk opened fire at the harbour office on Tuesday"
    killed = "A guard was killed when a clerk opened fire at the harbour office"
    told = [telling(clause, "shoot", start=1), aside(SHOT, "kill", start=0)]
    told += [telling(killed, "kill", "b"), telling(SHOT, "shoot", "c")]

    (event,) = merged(*told)

    assert [one.document_id for one in event.mentions] == ["a", "b", "c"]
    assert not any(one.in_passing for one in event.mentions)
    first = event.mentions[0]
    assert (first.id, first.text, first.time) == (told[0].id, SHOT, told[0].time)
    assert event.id in {spelling.key(one) for one in told}


def test_an_event_keeps_whatever_has_a_date() -> None:
    one, two = telling(SHOT, "shoot"), telling(SHOT, "kill", start=1)
    three = aside(SHOT, "injure", start=2)
    profiles = folder(one, two, three).profiles

    assert [p.mention.id for p in sides.folded(profiles)] == [one.id, two.id]
