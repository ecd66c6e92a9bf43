"""A timeline at a coarser scale: groups, what stands for them, and phases."""

from collections.abc import Iterable, Sequence

import pytest
from conftest import mention
from hypothesis import given, settings
from hypothesis import strategies as st
from timelines import HOSTILE, everything

from timeline import edtf, rank
from timeline.civil import DAY
from timeline.export import render
from timeline.model import (
    Basis,
    DocumentRecord,
    Event,
    Group,
    Ranked,
    Source,
    Status,
    Timeline,
)
from timeline.options import Options, View
from timeline.rank.phases import MOST, Text, names, phases

RECORDS = (DocumentRecord("d1", Source("press/d1.txt", "text", ""), "en", 100),)


def row(headline: str, time: str, score: float = 0.5) -> Ranked:
    told = mention(headline, time, "d1")
    event = Event(
        id=f"{headline}@{time}",
        time=edtf.parse(time),
        basis=Basis.EXPLICIT,
        status=Status.HAPPENED,
        headline=headline,
        summary=headline,
        confidence=0.9,
        mentions=(told,),
        origins=("o1",),
    )
    return Ranked(event, score, ())


def zoomed(rows: Iterable[Ranked], zoom: str | None) -> tuple[Group, ...]:
    return rank.groups(rank.select(tuple(rows), RECORDS, Options()), RECORDS, zoom)


def keys(groups: Iterable[Group]) -> set[str]:
    return {id_ for group in groups for id_ in group.key_ids}


STORY = (
    row("The weir cracked", "2031-04-30"),
    row("The pier burnt", "2031-05-01T10:00", 0.9),
    row("The mayor resigned", "2031-05-01", 0.4),
    row("A guard was hired", "2031-05-03", 0.2),
    row("Bread was handed out", "2031-05-03", 0.3),
    row("The guild elected a mayor", "2031-05-09", 0.6),
    row("The harbour was rebuilt", "2031"),
)

SCALES = [
    (None, []),
    (
        "day",
        ["2031", "2031-04-30", "2031-05-01", "2031-05-03", "2031-05-09"],
    ),
    ("week", ["2031", "2031-04-28/2031-05-04", "2031-05-05/2031-05-11"]),
    ("month", ["2031", "2031-04", "2031-05"]),
]


@pytest.mark.parametrize(("zoom", "expected"), SCALES, ids=[str(z) for z, _ in SCALES])
def test_groups(zoom: str | None, expected: list[str]) -> None:
    assert [group.time.edtf for group in zoomed(STORY, zoom)] == expected


def test_what_matters_most_stands_for_a_group() -> None:
    *_, month = zoomed(STORY, "month")

    assert month.headline == "The pier burnt"
    assert len(month.event_ids) == 5
    assert [id_.partition("@")[0] for id_ in month.key_ids] == [
        "The mayor resigned",
        "The pier burnt",
        "The guild elected a mayor",
    ]


WORDS = st.lists(
    st.sampled_from("pier fire mayor flood bread trial bridge guild".split()),
    min_size=1,
    max_size=3,
).map(" ".join)
TIMES = st.one_of(
    st.integers(22_000, 22_080).map(lambda day: edtf.day(day).edtf),
    st.sampled_from(["2030-03", "2030", "2030-04-01/2030-04-03", "1931-05-05"]),
)
ROWS = st.lists(
    st.builds(row, WORDS, TIMES, st.floats(0, 1)),
    min_size=1,
    max_size=30,
    unique_by=lambda one: one.event.id,
)


@settings(max_examples=80, deadline=None)
@given(ROWS, st.sampled_from(["day", "week", "month", "phase"]))
def test_each_event_is_in_one_group(rows: list[Ranked], zoom: str) -> None:
    groups = zoomed(rows, zoom)
    ids = [id_ for group in groups for id_ in group.event_ids]

    assert sorted(ids) == sorted(one.event.id for one in rows)
    assert all(group.key_ids for group in groups)
    assert all(set(group.key_ids) <= set(group.event_ids) for group in groups)
    assert groups == zoomed(rows[::-1], zoom)


@settings(max_examples=80, deadline=None)
@given(ROWS)
def test_zooming_in_never_loses_a_line(rows: list[Ranked]) -> None:
    months, weeks, days = (keys(zoomed(rows, z)) for z in ("month", "week", "day"))

    assert months <= weeks <= days


# Phases


def burst(first: int, days: int, weight: float = 1.0) -> dict[int, float]:
    return {first + day: weight for day in range(days)}


BURSTS: list[tuple[str, dict[int, float], list[int]]] = [
    ("nothing", {}, []),
    ("one day", {5: 1.0}, [5]),
    ("an even stretch", burst(0, 30), [0]),
    ("two bursts", burst(0, 5) | burst(20, 5), [0, 20]),
    ("a lull that is not silent", burst(0, 40, 0.2) | burst(5, 8) | burst(25, 8), [0, 24]),
    ("the edge of a burst", burst(0, 20) | {24: 0.5}, [0]),
    ("long before", {-20_000: 0.5} | burst(0, 5) | burst(20, 5), [-20_000, 0, 20]),
    ("loose ends", burst(0, 8) | {60: 0.1, 100: 0.1, 150: 0.1}, [0, 60]),
    ("centuries", {d * 9_000: w for d, w in (burst(0, 5) | burst(40, 5)).items()}, [0, 360_000]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "weights", "expected"), BURSTS, ids=[one[0] for one in BURSTS]
)
def test_phases(why: str, weights: dict[int, float], expected: list[int]) -> None:
    assert phases(weights) == expected


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.integers(-9_999_999, 9_999_999), st.floats(0, 1)))
def test_phases_are_few_and_begin_with_a_day(weights: dict[int, float]) -> None:
    found = phases(weights)

    assert len(found) <= MOST
    assert found == sorted(set(found))
    assert set(found) <= set(weights)
    assert found[:1] == sorted(weights)[:1]


def texts(*words: str) -> Sequence[Text]:
    return [Text(one, "en", 1.0) for one in words]


def test_words_that_set_a_phase_apart() -> None:
    fire = texts("Old pier burnt in Larkfield", "Firemen saved the pier of Larkfield")
    trial = texts("Larkfield’s mayor on trial", "The trial of the mayor was opened")

    burning, trying = names([fire, trial])

    assert burning[0] == "pier"
    assert set(trying[:2]) == {"mayor", "trial"}
    assert "Larkfield" not in (burning[0], trying[0], trying[1])


def test_a_lone_phase_is_called_by_what_is_frequent() -> None:
    assert names([texts("The pier burnt", "The pier fell")])[0][0] == "pier"
    assert names([texts("")]) == [()]
    assert names([]) == []


def test_phases_of_a_timeline() -> None:
    first = [
        row(f"The pier burnt again {n}", edtf.day(22_000 + n).edtf) for n in (0, 1, 2)
    ]
    later = [
        row(f"The trial went on {n}", edtf.day(22_040 + n).edtf) for n in (0, 1, 2)
    ]
    found = zoomed([*first, *later, row("The guild was founded", "1931")], "phase")

    assert [(g.time.start // DAY, g.time.end // DAY - 1) for g in found[1:]] == [
        (22_000, 22_002),
        (22_040, 22_042),
    ]
    assert found[0].time.edtf == "1931"
    assert "pier" in found[1].words
    assert "trial" in found[2].words


# Shown


def grouped(zoom: str) -> Timeline:
    from msgspec.structs import replace

    whole = everything()
    return replace(whole, groups=rank.groups(whole.events, whole.documents, zoom))


@pytest.mark.parametrize("zoom", ["day", "week", "month", "phase"])
@pytest.mark.parametrize("view", [View(), View(80), View(160)])
def test_the_terminal_shows_each_group(zoom: str, view: View) -> None:
    timeline = grouped(zoom)
    text = render("terminal", timeline, view)

    assert isinstance(text, str)
    if view.width is None:
        lines = [line.split("\t") for line in text.splitlines()]
        assert [cells[0] for cells in lines] == [g.time.edtf for g in timeline.groups]
        assert sum(int(cells[3]) for cells in lines) == len(timeline.events)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_markdown_heads_each_group_and_notes_what_it_shows() -> None:
    timeline = grouped("month")
    text = render("markdown", timeline, View())

    assert isinstance(text, str)
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert len(headings) >= len(timeline.groups)
    shown = keys(timeline.groups)
    notes = {
        m.id for r in timeline.events if r.event.id in shown for m in r.event.mentions
    }
    assert sum(line.startswith("[^") for line in text.splitlines()) == len(notes)


def test_words_of_a_phase_are_no_markup() -> None:
    rows = [row(HOSTILE, "2031-05-01"), row(HOSTILE + " again", "2031-05-01")]
    events = rank.select(tuple(rows), RECORDS, Options())
    timeline = Timeline(
        "t", events, RECORDS, (), (), (), "0", rank.groups(events, RECORDS, "phase")
    )

    assert "<script>" not in str(render("markdown", timeline, View()))
    assert "\x1b" not in str(render("terminal", timeline, View(80)))
