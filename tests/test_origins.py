"""Which documents share one source of knowledge."""

import pytest
from conftest import document
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.merge.origins import copied_share, group
from timeline.model import DocumentRecord, Source
from timeline.text.fingerprint import record

WIRE = (
    "The old pier at Velmar burnt down on Monday night, police said. "
    "Nobody was hurt when the roof of the boat house fell into the harbour. "
    "Fire crews from three towns fought the flames until the early morning. "
    "The mayor promised that the pier would be rebuilt before the summer. "
)
OWN = (
    "Our reporter walked along the harbour while the smoke still hung over it. "
    "Shopkeepers swept glass from the pavement and talked about little else. "
    "Some had seen a light in the boat house long before the alarm was raised. "
)
OTHER = (
    "Bread prices rose again in the markets of the upper town this week. "
    "A baker said that flour had not been so dear since the year of the flood. "
    "The council will hear the guild of bakers at its next session in June. "
)


def told(
    text: str, uri: str, dct: str | None = "2031-05-08", publisher: str | None = None
) -> DocumentRecord:
    source = Source(uri, "text", uri, publisher=publisher)
    return record(document(text, dct, id=uri, source=source))


def groups(*documents: DocumentRecord) -> list[tuple[str, ...]]:
    return [origin.document_ids for origin in group(documents)]


def test_a_reprint_is_the_same_origin() -> None:
    assert groups(told(WIRE, "a"), told(WIRE + OTHER[:70], "b")) == [("a", "b")]


def test_a_reprint_inside_a_longer_text_is_found() -> None:
    assert groups(told(WIRE, "a"), told(OWN + WIRE + OTHER, "b")) == [("a", "b")]


def test_texts_of_their_own_are_origins_of_their_own() -> None:
    assert groups(told(WIRE, "a"), told(OWN, "b"), told(OTHER, "c")) == [
        ("a",),
        ("b",),
        ("c",),
    ]


QUOTED = WIRE[:64]


def test_one_sentence_in_common_is_not_enough() -> None:
    a, b = (
        told(OWN + QUOTED + OTHER, "a"),
        told(QUOTED + OTHER[::-1] + WIRE[70:150], "b"),
    )

    assert groups(a, b) == [("a",), ("b",)]


def test_a_lesser_part_is_enough_where_both_credit_one_agency() -> None:
    part = WIRE[:136]
    a = told(f"VELMAR (Reuters) - {part} {OWN}", "a")
    credited = told(f"{part} {OTHER} (Reuters)", "b")
    silent = told(f"{part} {OTHER}", "b")

    assert 0.1 <= copied_share(a, credited) < 0.4
    assert groups(a, credited) == [("a", "b")]
    assert groups(a, silent) == [("a",), ("b",)]


def test_crediting_the_outlet_itself_counts() -> None:
    part = WIRE[:136]
    a = told(f"{part} {OWN}", "a", publisher="Interfax")
    b = told(f"{part} {OTHER} It was told Interfax news agency.", "b")

    assert groups(a, b) == [("a", "b")]


SET_PHRASE = "Write to the desk of this page at any hour and we will read it."


@pytest.mark.parametrize(
    ("days", "are_one"),
    [
        (("2031-05-08", "2031-05-09", "2031-05-10"), True),
        (("2031-05-08", "2031-05-12", "2031-05-20"), False),
    ],
    ids=["a story goes round", "a set phrase of years"],
)
def test_what_an_outlet_writes_for_days_is_no_story_taken_over(
    days: tuple[str, ...], are_one: bool
) -> None:
    documents = [
        told(f"VELMAR (Reuters) - {text} {SET_PHRASE}", day, day)
        for text, day in zip((WIRE, OTHER, OWN), days, strict=True)
    ]

    assert (len(group(documents)) == 1) is are_one


def test_agency_alone_is_not_enough() -> None:
    assert groups(told(f"{OWN} (AP)", "a"), told(f"{OTHER} (AP)", "b")) == [
        ("a",),
        ("b",),
    ]


def test_origins_are_numbered_by_date_and_name_and_say_why() -> None:
    later = told(WIRE, "a", "2031-05-10")
    undated = told(OTHER, "b", None)
    first = told(OWN, "z", "2031-05-01")
    copy = told(WIRE, "y", "2031-05-09")
    found = group((undated, later, first, copy))

    assert [(o.id, o.document_ids, o.share) for o in found] == [
        ("o1", ("z",), 0.0),
        ("o2", ("y", "a"), 1.0),
        ("o3", ("b",), 0.0),
    ]
    assert found[1].evidence == "100% of the text in common"


@pytest.mark.parametrize("count", [25, 60], ids=str)
def test_a_text_printed_everywhere_is_one_origin(count: int) -> None:
    reprints = [told(f"{WIRE} Page {n}.", f"d{n:02}") for n in range(count)]

    assert len(group(reprints)) == 1


TEXTS = st.lists(
    st.sampled_from([WIRE, OWN, OTHER, WIRE + OWN, OWN + OTHER, "", "Short."]),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_every_document_is_in_one_origin_in_any_order(texts: list[str], random) -> None:  # type: ignore[no-untyped-def]
    documents = [told(text, f"d{n}") for n, text in enumerate(texts)]
    shuffled = random.sample(documents, len(documents))
    found = group(shuffled)

    assert sorted(i for o in found for i in o.document_ids) == [d.id for d in documents]
    assert found == group(documents)
