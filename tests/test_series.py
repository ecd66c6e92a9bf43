"""Counts that go on from event to event."""

import pytest
from conftest import mention

from timeline import edtf
from timeline.merge import merge
from timeline.model import Conflict, DocumentRecord, Mention, Quantity, Source, Telling

STORY = ("dam", "flood", "kamen", "river", "valley", "water")

BREAD = tuple(f"bread{n}" for n in range(400))


def count(
    day: str,
    value: float,
    *,
    slot: str = "missing",
    place: str = "",
    story: tuple[str, ...] = STORY,
    told: str = "",
    said: str = "",
) -> Telling:
    """A document of one day (or that it is `told` on) with a figure, as it is `said`."""
    id_ = f"d{day}{value:g}{slot}{place}"
    text = f"{value:g} people were counted {day} {place}"
    own: Mention = mention(
        text,
        day,
        id_,
        places=(place,) if place else (),
        quantities=(Quantity(slot, value, said or f"{value:g} people"),),
    )
    record = DocumentRecord(
        id_,
        Source(f"{id_}.txt", "text", id_),
        "en",
        100,
        dct=edtf.parse(told or day),
        terms=tuple(sorted({*own.terms, *story})),
    )
    return Telling(record, (own,))


def updates(*tellings: Telling) -> list[Conflict]:
    events = merge(tellings).events
    return [c for e in events for c in e.conflicts if c.kind == "update"]


def test_dozens_are_no_count() -> None:
    first = count("2031-05-07", 24, said="Dozens of people")

    assert not updates(first, count("2031-05-08", 36))
    assert updates(count("2031-05-07", 24), count("2031-05-08", 36))


def test_one_toll_of_three_days_is_one_series_of_the_last_event() -> None:
    days = (
        count("2031-05-07", 3000),
        count("2031-05-08", 4000),
        count("2031-05-09", 5800),
    )
    events = merge(days).events

    assert [len(event.conflicts) for event in events] == [0, 0, 1]
    (found,) = events[-1].conflicts
    assert (found.field, found.kind) == ("missing", "update")
    assert [claim.value for claim in found.claims] == [
        "3000 people (2031-05-07)",
        "4000 people (2031-05-08)",
        "5800 people (2031-05-09)",
    ]
    assert [claim.mention_ids[0] for claim in found.claims] == [
        telling.mentions[0].id for telling in days
    ]


APART = [
    ("fewer", count("2031-05-08", 2000)),
    ("another slot", count("2031-05-08", 4000, slot="injured")),
    ("another scale", count("2031-05-08", 40000)),
    ("weeks later", count("2031-05-28", 4000)),
    ("another story", count("2031-05-08", 4000, story=BREAD)),
    ("another place", count("2031-05-08", 4000, place="Morwell")),
    ("years before", count("2019-05-08", 4000, told="2031-05-08")),
]


@pytest.mark.parametrize(("why", "other"), APART, ids=[c[0] for c in APART])
def test_what_is_no_series(why: str, other: Telling) -> None:
    first = count("2031-05-07", 3000, place="Larkfield" if "place" in why else "")

    assert updates(first, other) == []


def test_small_figures_are_alike_by_chance() -> None:
    assert updates(count("2031-05-07", 5), count("2031-05-08", 9)) == []
