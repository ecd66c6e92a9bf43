"""What matters, what is kept, and in which order."""

import pytest
from conftest import mention
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import edtf
from timeline.errors import UsageError
from timeline.model import (
    Basis,
    DocumentRecord,
    Event,
    Mention,
    Quantity,
    Ranked,
    Source,
    Status,
)
from timeline.options import Options
from timeline.rank import rank, select


def record(
    id_: str, dct: str | None = "2031-05-08", **fields: object
) -> DocumentRecord:
    source = fields.pop("source", Source(f"press/{id_}.txt", "text", id_))
    return DocumentRecord(  # type: ignore[arg-type]
        id_, source, "en", 100, edtf.parse(dct) if dct else None, **fields
    )


def event(
    headline: str, time: str = "2031-05-01", *mentions: Mention, **fields: object
) -> Event:
    told = mentions or (mention(headline, time),)
    values: dict[str, object] = {
        "id": f"{headline}@{time}",
        "time": edtf.parse(time),
        "basis": Basis.EXPLICIT,
        "status": Status.HAPPENED,
        "headline": headline,
        "summary": told[0].text,
        "confidence": 0.9,
        "mentions": told,
        "origins": tuple(sorted({f"o-{m.document_id}" for m in told})),
    }
    return Event(**(values | fields))  # type: ignore[arg-type]


DOCUMENTS = tuple(record(f"d{n}") for n in range(1, 6))


def scores(*events: Event, **options: object) -> dict[str, float]:
    ranked = rank(events, DOCUMENTS, Options(**options))  # type: ignore[arg-type]
    return {row.event.headline: row.score for row in ranked}


def chosen(*events: Event, **options: object) -> list[str]:
    given_options = Options(**options)  # type: ignore[arg-type]
    ranked = rank(events, DOCUMENTS, given_options)
    return [row.event.headline for row in select(ranked, DOCUMENTS, given_options)]


def told_by(
    count: int, headline: str, time: str = "2031-05-01", **fields: object
) -> Event:
    tellings = (mention(headline, time, f"d{n}") for n in range(1, count + 1))
    return event(headline, time, *tellings, **fields)


# Score


BETTER = [
    (
        "more origins",
        told_by(4, "The pier burnt"),
        event("A fence burnt", "2031-05-02"),
    ),
    ("a day", event("The pier burnt"), event("The council ruled", "2031")),
    (
        "a day that others name",
        event("The pier burnt", "2031-05-02"),
        event("The bridge fell", "2031-05-07"),
    ),
    (
        "the top of the page",
        event("The pier burnt"),
        event("The bridge fell", "2031-05-01", mention("The bridge fell", sentence=30)),
    ),
    (
        "what was reported soon",
        event("The pier burnt"),
        event("The bridge fell", "2029-05-01"),
    ),
    (
        "a day rather than an hour of it",
        event("The pier burnt"),
        event("The bridge fell", "2031-05-01T10:00"),
    ),
    (
        "a whole sentence",
        event("One", "2031-05-01", mention("The pier burnt at the old harbour.")),
        event("Two", "2031-05-01", mention("when the bridge fell at the harbour")),
    ),
    (
        "what happened",
        event("The pier burnt"),
        event("The pier may burn", status=Status.HYPOTHETICAL),
    ),
    (
        "figures",
        event(
            "The pier burnt",
            "2031-05-01",
            mention("The pier burnt", quantities=(Quantity("killed", 3, "3"),)),
        ),
        event("The bridge fell"),
    ),
]


@pytest.mark.parametrize(
    ("why", "more", "less"), BETTER, ids=[row[0] for row in BETTER]
)
def test_what_counts(why: str, more: Event, less: Event) -> None:
    others = told_by(3, "Rain fell in the hills", "2031-05-02")
    found = scores(more, less, others)

    assert found[more.headline] > found[less.headline]


def test_wanted_words_lift_what_tells_of_them() -> None:
    fire, flood = told_by(4, "The pier burnt"), event("The upper town was flooded")

    assert chosen(fire, flood, max_events=1) == ["The pier burnt"]
    assert chosen(fire, flood, max_events=1, about="floods") == [
        "The upper town was flooded"
    ]


def test_what_the_folder_is_about_counts_more_than_what_it_holds() -> None:
    story = ("burn", "harbour", "pier")
    listings = tuple(f"word{n}" for n in range(40))
    documents = (
        *(record(f"d{n}", terms=story) for n in range(1, 4)),
        record("d4", terms=(*listings, "pier")),
    )
    fire = event("Fire", "2031-05-01", mention("A pier burnt", "2031-05-01", "d1"))
    show = event(
        "Show", "2031-05-03", mention("A pier was sung of", "2031-05-03", "d4")
    )
    ranked = rank((show, fire), documents, Options())
    parts = {row.event.headline: dict(row.reasons) for row in ranked}

    assert [row.event.headline for row in ranked] == ["Fire", "Show"]
    assert parts["Fire"]["typical"] > 2 * parts["Show"]["typical"]
    assert parts["Fire"]["date"] > 2 * parts["Show"].get("date", 0)


def test_reasons_sum_to_the_score() -> None:
    for row in rank((told_by(3, "The pier burnt"),), DOCUMENTS, Options(about="pier")):
        assert sum(amount for _, amount in row.reasons) == pytest.approx(row.score)
        assert 0 <= row.score <= 1


def test_nothing_ranks_nothing() -> None:
    assert rank((), (), Options()) == ()
    assert select((), (), Options(max_events=3, max_dates=2)) == ()


# Filters


FIRE = event(
    "The old pier burnt",
    "2031-05-05",
    mention("The old pier burnt", "2031-05-05", "d1", actors=("Karim Vélmar",)),
    mention("A pier burnt down", "2031-05-05", "d2"),
    actors=("Karim Vélmar",),
    places=("Larkfield",),
)
TRIAL = event(
    "The trial will open",
    "2031-06",
    mention("The trial will open", "2031-06", "d3"),
    status=Status.PLANNED,
    basis=Basis.RELATIVE,
    confidence=0.4,
)
ERA = event(
    "The guild was founded", "1931", mention("The guild was founded", "1931", "d4")
)

FILTERS: list[tuple[dict[str, object], list[Event]]] = [
    ({}, [ERA, FIRE, TRIAL]),
    ({"since": "2031-05-05"}, [FIRE, TRIAL]),
    ({"since": "2031-05-06"}, [TRIAL]),
    ({"until": "2031-05-05"}, [ERA, FIRE]),
    ({"until": "2031-05-04"}, [ERA]),
    ({"since": "2031-06-15", "until": "2031-06-15"}, [TRIAL]),
    ({"since": "1931-12-31", "until": "1931-12-31"}, [ERA]),
    ({"match": "PIER"}, [FIRE]),
    ({"match": "burnt down$"}, [FIRE]),
    ({"match": "larkf"}, [FIRE]),
    ({"match": "zebra"}, []),
    ({"actor": "velmar"}, [FIRE]),
    ({"actor": "vel"}, []),
    ({"place": "LARKFIELD"}, [FIRE]),
    ({"place": "lark"}, []),
    ({"around": "2031-05-12"}, [FIRE]),
    ({"around": "2031-05-13"}, []),
    ({"around": "2031-04-28"}, [FIRE]),
    ({"around": "2031-05-06", "window": 0}, []),
    ({"around": "2031-05-05", "window": 0}, [FIRE]),
    ({"around": "2031-06-20", "window": 7}, []),
    ({"around": "2031-06-20", "window": 20}, [TRIAL]),
    ({"around": "2031-05", "window": 0}, [FIRE]),
    ({"around": "2031-05-20", "window": 20, "actor": "karim"}, [FIRE]),
    ({"source": "d3*"}, [TRIAL]),
    ({"source": "press/D1.txt"}, [FIRE]),
    ({"source": "*.txt"}, [ERA, FIRE, TRIAL]),
    ({"status": ("planned", "denied")}, [TRIAL]),
    ({"basis": ("relative",)}, [TRIAL]),
    ({"min_sources": 2}, [FIRE]),
    ({"min_origins": 2}, [FIRE]),
    ({"min_confidence": 0.5}, [ERA, FIRE]),
]


@pytest.mark.parametrize(("options", "expected"), FILTERS, ids=lambda v: str(v)[:50])
def test_filters(options: dict[str, object], expected: list[Event]) -> None:
    for bound in ("since", "until", "around"):
        if bound in options:
            options = options | {bound: edtf.parse(str(options[bound]))}

    assert chosen(ERA, FIRE, TRIAL, **options) == [e.headline for e in expected]


def test_a_bad_regular_expression_is_named() -> None:
    with pytest.raises(UsageError, match=r"--match: '\(' is no regular expression"):
        chosen(FIRE, match="(")


# Limits


def test_two_lines_that_say_the_same_are_one_too_many() -> None:
    first = told_by(3, "The old pier of Larkfield burnt down", "2031-05-05")
    again = told_by(2, "The old pier of Larkfield burnt down again", "2031-05-06")
    other = event("Bread prices rose", "2031-05-20")
    later = told_by(2, "The old pier of Larkfield burnt down", "2031-08-06")

    assert chosen(first, again, other, max_events=2) == [first.headline, other.headline]
    assert len(chosen(first, later, max_events=2)) == 2


SAME = [
    ("The old pier burnt down", "", "The old pier burnt", "", True),
    ("The old pier burnt down at noon", "burn", "The old pier burnt", "burn", True),
    ("The pier burnt", "burn", "The pier was rebuilt", "build", False),
    ("Karim Vélmar was arrested in Larkfield", "arrest",
     "Karim Vélmar was released in Larkfield", "release", False),
    ("The pier burnt", "burn", "Bread prices rose", "rise", False),
    ("The pier", "", "The pier of Larkfield was closed to all ships", "close", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "does", "other", "acts", "same"), SAME)
def test_what_says_the_same(
    one: str, does: str, other: str, acts: str, same: bool
) -> None:
    day = "2031-05-05"
    first = event(one, day, mention(one, day, "d1", action=does))
    second = event(other, day, mention(other, day, "d2", action=acts))

    assert len(chosen(first, second, per_date=2)) == (1 if same else 2)


def test_best_dates_hold_so_many_days_with_so_many_events() -> None:
    events = [
        told_by(4, "The pier burnt", "2031-05-05"),
        told_by(3, "The mayor resigned", "2031-05-05"),
        told_by(2, "Bread prices rose", "2031-05-05"),
        told_by(3, "The bridge fell", "2031-05-10"),
        event("A fence was painted", "2031-05-12"),
        told_by(5, "The guild was founded", "1931"),
    ]

    assert set(chosen(*events, max_dates=2, per_date=2)) == {
        "The pier burnt",
        "The mayor resigned",
        "The bridge fell",
    }
    assert set(chosen(*events, max_dates=1)) == {
        "The pier burnt",
        "The mayor resigned",
        "Bread prices rose",
    }
    assert len(chosen(*events, per_date=1)) == 3


def test_of_two_lines_of_a_day_that_one_is_taken_which_adds_more() -> None:
    first = told_by(6, "The pier of Torvik burnt in the storm", "2031-05-05")
    again = told_by(5, "The pier of Torvik was lost to a blaze", "2031-05-05")
    other = told_by(4, "Bread prices rose", "2031-05-05")

    alone = chosen(again, first, other, per_date=3)
    assert len(alone) == 3
    assert set(chosen(again, first, other, per_date=2)) == {
        "The pier of Torvik burnt in the storm",
        "Bread prices rose",
    }


def test_of_two_days_that_one_is_better_which_the_next_papers_write_about() -> None:
    burnt, rebuilt = "The old pier burnt down", "The old pier was rebuilt"
    events = [
        event(burnt, "2031-05-05", mention(burnt, "2031-05-05", "d1")),
        event(rebuilt, "2031-05-09", mention(rebuilt, "2031-05-09", "d2")),
        *(
            event(f"Bread rose by {n}", "2031-06", mention("Bread", "2031-06", f"d{n}"))
            for n in range(3, 6)
        ),
    ]
    told = [*events, event("Talks", "2031-05-01", mention("T", "2031-05-01", "d3"))]
    papers = [record("d1", "2031-05-20"), record("d2", "2031-05-20")]
    limits = Options(max_dates=1)

    for day, best in (("2031-05-06", burnt), ("2031-05-10", rebuilt)):
        documents = (*papers, record("d3", day), record("d4", day), record("d9", day))
        ranked = rank(told, documents, limits)
        kept = select(ranked, documents, limits)
        assert [row.event.headline for row in kept] == [best]


WORDS = st.lists(
    st.sampled_from("pier fire mayor flood bread trial bridge guild".split()),
    min_size=1,
    max_size=4,
).map(" ".join)
DAYS = st.sampled_from(
    ["2031-05-05", "2031-05-06", "2031-05-20", "2031-06", "2031", "2031-05-05T10:00"]
)
EVENTS = st.lists(
    st.builds(told_by, st.integers(1, 5), WORDS, DAYS),
    max_size=9,
    unique_by=lambda e: e.id,
)


@settings(max_examples=60, deadline=None)
@given(EVENTS, st.integers(0, 9))
def test_a_smaller_choice_is_part_of_a_larger_one(
    events: list[Event], size: int
) -> None:
    less, more = chosen(*events, max_events=size), chosen(*events, max_events=size + 1)
    fewer, further = (
        chosen(*events, max_dates=size),
        chosen(*events, max_dates=size + 1),
    )

    assert len(less) <= size
    assert set(less) <= set(more)
    assert set(fewer) <= set(further)


@settings(max_examples=60, deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_order_does_not_matter(events: list[Event], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = tuple(random.sample(events, len(events)))
    options = Options(max_events=5)
    one = rank(tuple(events), DOCUMENTS, options)

    assert one == rank(shuffled, DOCUMENTS[::-1], options)
    assert select(one, DOCUMENTS, options) == select(
        one[::-1], DOCUMENTS[::-1], options
    )


# Order


def test_the_order_of_lines() -> None:
    documents = (
        record("d1", "2031-05-08"),
        record("d2", "2031-05-07"),
        record("d3", None),
    )
    day = "2031-05-05"
    lines = [
        event("the hour", f"{day}T00:00"),
        event("told earlier", day, mention("x", day, "d2", sentence=9)),
        event("higher up", day, mention("x", day, "d1", sentence=1)),
        event("further down", day, mention("x", day, "d1", sentence=2)),
        event("undated report", day, mention("x", day, "d3")),
        event("two days", f"{day}/2031-05-06"),
        event("later", "2031-05-06"),
    ]
    ranked = tuple(Ranked(line, 0.5, ()) for line in reversed(lines))
    found = select(ranked, documents, Options())

    assert [row.event.headline for row in found] == [line.headline for line in lines]
