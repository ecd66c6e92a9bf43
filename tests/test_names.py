"""Which names mean the same bearer."""

import pytest
from conftest import mention
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.merge.names import Names, learn
from timeline.model import Mention
from timeline.text.spelling import skeleton, words

Named = tuple[str, tuple[str, ...]]


def told(*rows: Named, places: tuple[str, ...] = ()) -> list[Mention]:
    """One mention a row: (document id, names in it)."""
    return [
        mention(
            f"It was {' and '.join(names)}",
            document_id=document_id,
            start=100 * i,
            actors=tuple(name for name in names if name not in places),
            places=tuple(name for name in names if name in places),
        )
        for i, (document_id, names) in enumerate(rows)
    ]


def key(found: Names, row: Named) -> str:
    return found.key(row[0], row[1][0])


ONE = [
    ("accents", [("a", ("Karim Vélmar",)), ("b", ("Karim Velmar",))]),
    ("doubled letter", [("a", ("Karim Velmar",)), ("b", ("Karim Vellmar",))]),
    (
        "romanisation",
        [("a", ("Kasim-Yomart Tolayev",)), ("b", ("Kassym Jomart Tolaev",))],
    ),
    ("y or i", [("a", ("Aidos Ukibai",)), ("b", ("Aidos Ukibay",))]),
    ("two scripts", [("a", ("Karim Velmarov",)), ("b", ("Карим Велмаров",))]),
    (
        "letters swapped",
        [("a", ("Ozerbaryev",)), ("b", ("Ozerbaryev",)), ("c", ("Ozebaryrev",))],
    ),
    ("surname alone", [("a", ("Karim Velmar",)), ("a", ("Velmar",))]),
    ("surname in another document", [("a", ("Karim Velmar",)), ("b", ("Velmar",))]),
    ("initial", [("a", ("Karim Velmar",)), ("b", ("K. Velmar",))]),
    ("middle name", [("a", ("Karim Olan Velmar",)), ("b", ("Karim Velmar",))]),
    ("title before", [("a", ("the mayor Karim Velmar",)), ("b", ("Karim Velmar",))]),
    ("possessive", [("a", ("Karim Velmar",)), ("b", ("Velmar’s",))]),
    ("acronym", [("a", ("Larkfield Port Authority",)), ("b", ("LPA",))]),
    ("body", [("a", ("National Port Council",)), ("b", ("Port Council",))]),
    ("spelling", [("a", ("Defense Ministry",)), ("b", ("Defence Ministry",))]),
    ("first name", [("a", ("Olda Marsh",)), ("a", ("Olda",))]),
    ("silent e", [("a", ("Olda Brown",)), ("b", ("Olda Browne",))]),
]


@pytest.mark.parametrize(
    ("why", "rows"), ONE, ids=lambda v: v if isinstance(v, str) else ""
)
def test_names_of_one_bearer_share_a_key(why: str, rows: list[Named]) -> None:
    found = learn(told(*rows))

    assert len({key(found, row) for row in rows}) == 1


APART = [
    ("short words", [("a", ("Iran",)), ("b", ("Iraq",))]),
    ("given names", [("a", ("Anna Orlin",)), ("b", ("Boris Orlin",))]),
    ("ending", [("a", ("Orlinov",)), ("b", ("Orlinova",)), ("c", ("Orlinov",))]),
    ("side by side", [("a", ("Jonsen", "Jonssen")), ("a", ("Jonssen",))]),
    ("far", [("a", ("Velmar",)), ("b", ("Delmar",))]),
    ("initials", [("a", ("A. Orlin",)), ("b", ("Boris Orlin",))]),
    ("two ministries", [("a", ("Defence Ministry",)), ("b", ("Health Ministry",))]),
]


@pytest.mark.parametrize(
    ("why", "rows"), APART, ids=lambda v: v if isinstance(v, str) else ""
)
def test_names_of_two_bearers_do_not(why: str, rows: list[Named]) -> None:
    found = learn(told(*rows))
    names = {(row[0], name) for row in rows for name in row[1]}
    written = {name for _, name in names}

    assert len({found.key(*name) for name in names}) == len(written)


def test_places_need_the_same_letters() -> None:
    rows = [("a", ("Slovenia",)), ("b", ("Slovakia",)), ("c", ("Slovakia",))]
    found = learn(told(*rows, places=("Slovenia", "Slovakia")))

    assert key(found, rows[0]) != key(found, rows[1])


def test_a_surname_two_people_share_stands_for_neither() -> None:
    rows = [("a", ("Anna Orlin",)), ("a", ("Boris Orlin",)), ("a", ("Orlin",))]
    found = learn(told(*rows))

    assert len({key(found, row) for row in rows}) == 3


def test_a_surname_means_the_one_of_its_own_document() -> None:
    rows = [
        ("a", ("Anna Orlin",)),
        ("a", ("Orlin",)),
        ("b", ("Boris Orlin",)),
        ("b", ("Orlin",)),
    ]
    found = learn(told(*rows))

    assert key(found, rows[0]) == key(found, rows[1]) != key(found, rows[2])
    assert key(found, rows[2]) == key(found, rows[3])


def test_a_city_is_not_the_person_named_like_it() -> None:
    rows = [("a", ("Olda Larkfield",)), ("a", ("Larkfield",))]
    found = learn(told(*rows, places=("Larkfield",)))

    assert key(found, rows[0]) != key(found, rows[1])


def test_an_acronym_given_in_brackets_is_learnt() -> None:
    text = "The State Safety Board (KBS) met"
    first = mention(text, document_id="a", actors=("State Safety Board",))
    second = mention("KBS met", document_id="b", actors=("KBS",))
    found = learn([first, second])

    assert found.key("a", "State Safety Board") == found.key("b", "KBS")


def test_two_initials_are_nobody_who_is_not_named_beside_them() -> None:
    """A place may be told of by its initials in every paper, a minister is not."""
    rows = [
        ("a", ("Ulla Sand",)),
        ("b", ("US",)),
        ("c", ("United Kelp Isles",)),
        ("d", ("UKI",)),
        ("e", ("Novo Kesten",)),
        ("f", ("NK",)),
    ]
    found = learn(told(*rows, places=("Novo Kesten",)))
    keys = [key(found, row) for row in rows]

    assert keys[0] != keys[1]
    assert keys[2] == keys[3]
    assert keys[4] == keys[5]


def test_initials_may_be_those_of_a_shorter_name() -> None:
    rows = [
        ("a", ("United Kelp Isles",)),
        ("a", ("United Northern Kelp Isles",)),
        ("b", ("UKI",)),
    ]
    found = learn(told(*rows))

    assert key(found, rows[0]) == key(found, rows[2])


def test_the_label_is_the_most_frequent_full_spelling() -> None:
    rows = [
        ("a", ("Karim Vellmar",)),
        ("b", ("Karim Velmar",)),
        ("c", ("Karim Velmar",)),
        ("d", ("Velmar",)),
        ("e", ("Velmar",)),
        ("f", ("Velmar",)),
    ]
    found = learn(told(*rows))

    assert [found.label(key(found, row)) for row in rows] == ["Karim Velmar"] * 6


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_a_name(name: str) -> None:
    found = learn(told(("a", (name,)), ("b", (name, "Karim Velmar"))))

    assert found.key("a", name) == found.key("b", name)
    assert all(skeleton(word) for word in words(name))


@settings(deadline=None)
@given(st.permutations(list(range(6))))
def test_order_does_not_matter(order: list[int]) -> None:
    rows = [
        ("a", ("Karim Velmar",)),
        ("b", ("Vellmar",)),
        ("c", ("Anna Orlin",)),
        ("d", ("Orlin", "Port Council")),
        ("e", ("Karim Vélmar", "PC")),
        ("f", ("Boris Orlin",)),
    ]
    mentions = told(*rows)

    assert learn(mentions[i] for i in order) == learn(mentions)
