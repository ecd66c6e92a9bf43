"""One event told from several sides: in one sentence, or at the top and in detail below."""

from random import Random

import pytest
from conftest import mention
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_merge import merged, tellings

from timeline import edtf
from timeline.merge import groups as joining
from timeline.merge import merge, sides, vetoes
from timeline.merge.folder import Folder, prepare
from timeline.merge.groups import Groups
from timeline.merge.names import learn
from timeline.merge.pairs import Totals
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
    found = folder(telling(SHOT, action), other)
    one, two = found.profiles

    assert vetoes.are_sides(one, two) is are_one
    assert ("one sentence" in vetoes.vetoes(one, two, 1.0, found)) is not are_one


DIED = "A woman died on Tuesday after a hit-and-run at the harbour gate"


@pytest.mark.parametrize(
    ("action", "other", "are_two"),
    [
        ("die", aside(DIED, "crash"), False),
        ("die", telling(DIED, "crash", start=1), True),
        ("charge", aside(DIED, "kill"), True),
    ],
)
def test_what_a_sentence_tells_in_passing_keeps_no_two_events_apart(
    action: str, other: Mention, are_two: bool
) -> None:
    one, two = folder(telling(DIED, action), other).profiles

    assert vetoes.are_told_as_two(one, two) is are_two


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
    found = folder(one, two, three)
    told = sides.folded(map(found.quoted, range(3)))

    assert [quoted.mention.id for quoted in told] == [one.id, two.id]


# ── Of one kind ─────────────────────────────────────────────────────────────────────

TOP = (
    "A woman was killed by a robber in Larkfield on Tuesday",
    "Robber kills woman, 59, in Larkfield",
    "A robber fled after a woman was killed in Larkfield, police said",
)
BELOW = (
    "She was attacked on Mill Street as she left the bakery with two loaves",
    "Witnesses saw a man in a grey coat attack the baker outside her shop",
    "He attacked her near the corner of Canal Lane at about seven and ran",
)
BOTH = (
    "A woman of 59 died in Larkfield when a robber attacked her and ran",
    "A baker died when a robber in a coat attacked her on Mill Street in Larkfield",
    "A woman died when a robber attacked her on Mill Street, police said",
)


def story(action: str, top: str = "", below: str = "Mara Denn") -> list[Mention]:
    """Three documents with a line at the top and a detail further down, and who it was."""
    above, inside = ((who,) if who else () for who in (top, below))
    found = []
    for id_, line, detail, both in zip("abc", TOP, BELOW, BOTH, strict=True):
        found.append(telling(line, "kill", id_, actors=above))
        deeper = {"sentence": 4, "start": 300, "actors": inside}
        found.append(telling(detail, action, id_, **deeper))
        found.append(telling(both, "die", id_ * 2, actors=above))
    return found


def test_a_line_at_the_top_and_a_detail_below_are_one_event() -> None:
    (event,) = merged(*story("attack"))

    assert len(event.mentions) == 9


@pytest.mark.parametrize("action", ["arrest", "elect"])
def test_what_is_of_another_kind_is_another_event(action: str) -> None:
    assert len(merged(*story(action))) > 1


def test_what_happened_to_others_is_another_event() -> None:
    assert len(merged(*story("attack", top="Oskar Pell"))) == 2


@pytest.mark.parametrize(("basis", "count"), [("publication", 2), ("relative", 1)])
def test_one_of_two_groups_must_state_its_day(
    basis: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Groups, "join", lambda *_: None)  # what joins before
    one, other = (telling(SHOT, "shoot", id_, basis=Basis(basis)) for id_ in "ab")

    assert len(merged(one, other)) == count


LONG = (
    "Nine bullets were found behind the oldest warehouse of the ferry line",
    "Two men at the gate were shot by someone who had a hunting gun",
    "A ferry clerk shot three guards at the harbour office in Torvik",
)
SHORT = "A ferry clerk shot three harbour guards in Torvik"


def test_each_telling_of_the_smaller_group_finds_its_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = zip((*LONG, SHORT), "abcd", strict=True)
    told = (telling(text, "shoot", id_, sentence=9) for text, id_ in texts)
    groups = Groups(folder(*told), Totals(()))
    for other in (1, 2):
        groups._unite(groups._group(0), groups._group(other))
    monkeypatch.setattr(joining, "SAMPLE", 1)

    # What came first in the large group is little like it, one of the rest is very much.
    assert not groups._agree(groups._group(0), groups._group(3))
    groups.join_of_one_kind(2, 3)
    assert groups._group(3) is groups._group(0)


@pytest.mark.parametrize("action", ["say", "accuse", "warn"])
def test_who_says_two_things_said_them_apart(action: str) -> None:
    told = [replace(one, action=action) for one in story(action)]

    assert len(merged(*told)) > 1


SOME = [
    *story("attack"),
    *story("arrest", below="Oskar Pell"),
    telling(SHOT, "shoot", "d"),
    aside(SHOT, "kill", "d"),
    telling(SHOT, "kill", "e"),
    aside(SHOT, "shoot", "e"),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SOME), unique_by=lambda one: one.id),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(told: list[Mention], random: Random) -> None:
    given_ = tellings(*told)
    shuffled = tellings(*random.sample(told, len(told)))

    assert merge(given_) == merge(tuple(random.sample(shuffled, len(shuffled))))
    dated = {one.id for one in told if not one.in_passing}
    kept = [one.id for event in merge(given_).events for one in event.mentions]
    assert dated <= set(kept)
    assert len(kept) == len(set(kept))


# ── What is only around ──────────────────────────────────────────────────────────────

ASKED = "Anna Orlin asked the council for a second gate"
WHO: dict[str, object] = {"actors": ("Anna Orlin",)}
URGED = "Anna Orlin was asked on Tuesday why no skipper had stayed in port"


def around(one: Mention, other: Mention, total: float) -> bool:
    """Whether two that come to that total have too little else in common."""
    known = folder(one, other)
    return "surroundings" in vetoes.vetoes(*known.profiles, total, known)


@pytest.mark.parametrize(
    ("action", "other", "total", "is_around"),
    [
        ("ask", telling(URGED, "ask", "b", **WHO), 0.46, True),
        ("ask", telling(URGED, "ask", "b", **WHO), 0.61, False),
        ("ask", telling(ASKED, "ask", "b", **WHO), 0.46, False),
        ("arrest", telling(URGED, "arrest", "b", **WHO), 0.46, False),
        ("arrest", aside(URGED, "arrest", "b", **WHO), 0.5, True),
    ],
    ids=["other things", "much else", "one thing", "once in a life", "in passing"],
)
def test_the_less_alike_the_more_is_said_in_common(
    action: str, other: Mention, total: float, is_around: bool
) -> None:
    assert around(telling(ASKED, action, **WHO), other, total) is is_around


def test_what_is_told_in_passing_days_later_says_more_in_common() -> None:
    told = telling(SHOT, "shoot")
    later = edtf.parse("2031-05-10")
    passing = aside("after somebody opened fire on the quay", "shoot", "b")

    assert not around(told, passing, 0.52)
    assert around(told, replace(passing, time=later), 0.52)


def test_two_days_need_more_than_one_name_and_kind() -> None:
    told = "Anna Orlin visited the shipyard"
    yesterday = edtf.parse("2031-05-05")

    def is_around(text: str) -> bool:
        other = replace(telling(text, "visit", "b", **WHO), time=yesterday)
        return around(telling(told, "visit", **WHO), other, 0.8)

    assert is_around("Anna Orlin visited Torvik for three days")
    assert not is_around("Anna Orlin visited the shipyard at noon")
