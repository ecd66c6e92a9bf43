"""One event, many tellings: what joins, what must not, and what the event becomes."""

from collections import defaultdict

import pytest
from conftest import document, mention
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf, timex
from timeline.merge import Merged, merge, similar, vetoes
from timeline.merge.blocks import pairs
from timeline.merge.clocks import holds
from timeline.merge.features import THRESHOLD
from timeline.merge.folder import prepare
from timeline.merge.marks import marks
from timeline.merge.meetings import BEST
from timeline.merge.names import learn
from timeline.model import (
    Anchor,
    Basis,
    Context,
    DocumentRecord,
    Event,
    Kind,
    Mention,
    Quantity,
    Source,
    Span,
    Status,
    Telling,
    TimeValue,
    Timex,
)
from timeline.text.stems import content_stems
from timeline.wording import vetoes as worded

MAY_8 = "2031-05-08"


def tellings(*mentions: Mention, **dcts: str | None) -> tuple[Telling, ...]:
    """One document for each document id, dated 8 May unless said otherwise."""
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        by_document[one.document_id].append(one)
    return tuple(
        Telling(record(id_, found, dcts.get(id_, MAY_8)), tuple(found))
        for id_, found in by_document.items()
    )


def record(id_: str, mentions: list[Mention], dct: str | None) -> DocumentRecord:
    own = {f"{id_}{n}" for n in range(8)}  # the rest of the text: its own words
    terms = own | {term for one in mentions for term in one.terms}
    return DocumentRecord(
        id_,
        Source(f"{id_}.txt", "text", id_),
        "en",
        100,
        dct=edtf.parse(dct) if dct else None,
        dct_confidence=0.9,
        terms=tuple(sorted(terms)),
    )


def merged(*mentions: Mention, **dcts: str | None) -> tuple[Event, ...]:
    return merge(tellings(*mentions, **dcts)).events


def groups(*mentions: Mention, **dcts: str | None) -> list[set[str]]:
    """Document ids told together, in time order."""
    events = merged(*mentions, **dcts)
    return [{m.document_id for m in event.mentions} for event in events]


def arrest(
    document_id: str, text: str, time: str = "2031-05-06", **fields: object
) -> Mention:
    """A telling of the arrest of Karim Velmar."""
    values = {"actors": ("Karim Velmar",), "action": "arrest"}
    return mention(text, time, document_id, **(values | fields))


A = arrest("a", "Police arrested Karim Velmar, the harbour master, for treason")
B = arrest(
    "b",
    "The harbour master, Karim Vellmar, was arrested on suspicion of treason",
    actors=("Karim Vellmar",),
)
C = arrest("c", "Vélmar attended the council and was then arrested", actors=("Vélmar",))
BREAD = mention("Bread prices rose in the upper town", "2031-05-06", "x", action="rise")


# What joins


def test_one_event_told_three_ways() -> None:
    (event,) = merged(A, B, C)

    assert [m.document_id for m in event.mentions] == ["a", "b", "c"]
    assert event.actors in {("Karim Vellmar",), ("Karim Velmar",)}
    assert event.time.edtf == "2031-05-06"


def test_what_has_nothing_in_common_stays_apart() -> None:
    assert groups(A, BREAD) == [{"x"}, {"a"}]


TOGETHER = [
    ("a week that holds the day", "2031-05-05/2031-05-11", Basis.EXPLICIT),
    ("the month", "2031-05", Basis.EXPLICIT),
    ("relative", "2031-05-06", Basis.RELATIVE),
    ("inherited", "2031-05-06", Basis.INHERITED),
    ("report of the day", "2031-05-06", Basis.PUBLICATION),
    ("report two days later", "2031-05-08", Basis.PUBLICATION),
    ("the evening of the day", "2031-05-06T20:00", Basis.EXPLICIT),
]


@pytest.mark.parametrize(
    ("why", "time", "basis"), TOGETHER, ids=[c[0] for c in TOGETHER]
)
def test_dates_that_agree(why: str, time: str, basis: Basis) -> None:
    assert groups(A, arrest("b", B.text, time, basis=basis)) == [{"a", "b"}]


HARBOUR = "Police arrested 20 people at the harbour gate in Torvik over the strike"


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        ("2031-05-06", "2031-05-06", True),
        ("2031-05-06", "2031-05-05/2031-05-11", False),
        ("2031-05-05", "2031-05-05/2031-05-11", False),
        ("2031-05-05/2031-05-08", "2031-05-05/2031-05-11", True),
        ("2031-05-05/2031-05-06", "2031-05-05/2031-05-06", True),
        ("2031-05-06", "2031-05", True),
    ],
)
def test_what_many_days_saw_is_not_of_one_of_them(
    first: str, second: str, are_one: bool
) -> None:
    one = mention(HARBOUR, first, "a", action="arrest", places=("Torvik",))
    other = mention(HARBOUR, second, "b", action="arrest", places=("Torvik",))
    assert (len(groups(one, other)) == 1) is are_one


@pytest.mark.parametrize(
    ("clock", "part", "is_in_it"),
    [
        ("on May 6 at 2:30 a.m.", "on the morning of May 6", True),
        ("on May 6 at 9:30 a.m.", "on the morning of May 6", True),
        ("on May 6 at 2:30 p.m.", "on the morning of May 6", False),
        ("on May 7 at 2:30 a.m.", "on the night of May 6", True),
        ("on May 7 at 8:30 a.m.", "on the night of May 6", False),
        ("on the night of May 6", "on the morning of May 7", False),
    ],
)
def test_a_clock_time_lies_in_a_part_of_a_day(
    clock: str, part: str, is_in_it: bool
) -> None:
    (told,) = timexes(f"Police held him {clock}.")
    (other,) = timexes(f"Police held him {part}.")
    assert holds(told, other) is holds(other, told) is is_in_it
    one = replace(arrest("a", A.text), time=told)
    events = merged(one, replace(arrest("b", A.text), time=other))

    assert (len(events) == 1 and not events[0].conflicts) is is_in_it


def timexes(text: str) -> list[TimeValue]:
    found = timex.tag(document(text)).timexes
    return [one.time for one in found if one.time]


APART = [
    ("another month", arrest("b", A.text, "2031-06-06")),
    ("another year", arrest("b", A.text, "2030")),
    ("a report before it", arrest("b", A.text, "2031-05-05", basis=Basis.PUBLICATION)),
    (
        "a report weeks later",
        arrest("b", A.text, "2031-05-26", basis=Basis.PUBLICATION),
    ),
    ("planned", arrest("b", A.text, status=Status.PLANNED)),
    ("denied", arrest("b", A.text, status=Status.DENIED)),
    ("a second one", arrest("b", "Police made a second arrest: Karim Velmar")),
    ("the same document and sentence", arrest("a", A.text, start=500)),
]


@pytest.mark.parametrize(("why", "other"), APART, ids=[c[0] for c in APART])
def test_what_must_stay_apart(why: str, other: Mention) -> None:
    first = (
        arrest("a", "Police made a first arrest: Karim Velmar")
        if "second" in why
        else A
    )

    assert len(merged(first, other)) == 2


def test_hearsay_of_a_fact_is_the_same_event() -> None:
    assert groups(A, arrest("b", B.text, status=Status.ALLEGED)) == [{"a", "b"}]


def test_two_flights_are_two_events() -> None:
    crash = {"action": "crash", "places": ("Larkfield",)}
    one = mention("Flight 370 crashed near Larkfield at dawn", MAY_8, "a", **crash)
    two = mention("Flight 512 crashed near Larkfield at dawn", MAY_8, "b", **crash)

    assert len(merged(one, two)) == 2


def test_what_two_people_said_are_two_events() -> None:
    said = "said the harbour gate of Torvik will stay shut until the storm is over"

    def saying(document_id: str, name: str) -> Mention:
        fields = {"action": "say", "actors": (name,), "reporter": name}
        return mention(f"{name} {said}", "2031-05-06", document_id, **fields)

    assert len(merged(saying("a", "Anna Orlin"), saying("b", "Boris Tamm"))) == 2
    assert len(merged(saying("a", "Anna Orlin"), saying("b", "Anna Orlin"))) == 1


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("says the gate will not be opened before the storm is over", True),
        ("says forty houses on the island have lost their roofs", False),
        ("in Torvik says there is no bread left on the island", False),
    ],
)
def test_what_one_person_says_is_not_all_one_event(said: str, is_one: bool) -> None:
    def saying(document_id: str, said: str, time: str) -> Mention:
        who = {"actors": ("Anna Orlin",), "reporter": "Anna Orlin"}
        fields = {"action": "say", "places": ("Torvik",), **who}
        text = f"Harbour master Anna Orlin {said}"
        return mention(text, time, document_id, **fields)

    first = "said the gate in Torvik would stay shut until the storm is over"

    found = merged(saying("a", first, "2031-05-06"), saying("b", said, "2031-05-06"))

    assert (len(found) == 1) == is_one


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("said the harbour gate of Torvik had failed in the night", True),
        ("said in Torvik that forty houses have lost their roofs", False),
    ],
)
def test_what_someone_says_is_not_all_that_he_does(said: str, is_one: bool) -> None:
    who = {"actors": ("Anna Orlin",), "places": ("Torvik",)}
    text = "Anna Orlin closed the road as the harbour gate in Torvik failed"
    deed = mention(text, "2031-05-06", "a", action="clos", **who)
    saying = mention(f"Anna Orlin {said}", "2031-05-06", "b", action="say", **who)

    assert (len(merged(deed, saying)) == 1) == is_one


def test_a_sentence_that_tells_of_both_makes_them_no_more_one() -> None:
    before = "A woman from the island died after she was run over by the mayor, "
    text = "who had fled the harbour in a stolen van on Tuesday"
    behind, around = Context(after=text, tail=51), Context(before=before, lead=66)
    one = mention(before, "2031-05-06", "a", action="die", context=behind)

    def words(action: str) -> float:
        two = mention(text, "2031-05-06", "b", action=action, context=around)
        folder = prepare(tellings(one, two), learn([one, two]))
        return dict(similar.compare(*folder.profiles, folder).reasons).get("words", 0)

    assert (len(before), len(text)) == (66, 51)
    assert words("flee") == 0 < words("kill")


def test_two_people_are_two_events() -> None:
    one = arrest("a", "Police arrested Anna Orlin in the port", actors=("Anna Orlin",))
    two = arrest("b", "Police arrested Boris Tamm in the port", actors=("Boris Tamm",))

    assert len(merged(one, two)) == 2


@pytest.mark.parametrize(
    "post",
    ["U.S. Attorney General", "Lurenian Prime Minister", "M D", "Torvik Catholic"],
)
def test_a_post_is_not_another_person(post: str) -> None:
    named = "was named to head the harbour office of Torvik for three years"

    def naming(document_id: str, text: str, *actors: str) -> Mention:
        return mention(text, MAY_8, document_id, action="appoint", actors=actors)

    one = naming("a", f"A new {post} {named}", post)
    two = naming("b", f"Anna Orlin {named}", "Anna Orlin")
    other = naming("b", f"Boris Tamm {named}", "Boris Tamm")

    assert len(merged(one, two)) == 1
    assert len(merged(naming("a", f"Anna Orlin {named}", "Anna Orlin"), other)) == 2


CLASH = "Protesters clashed with riot police at the town hall of"
TWO_THINGS = [
    (
        "another town",
        mention(f"{CLASH} Larkfield", MAY_8, "a", places=("Larkfield",)),
        mention(f"{CLASH} Morwell", MAY_8, "b", places=("Morwell",)),
    ),
    (
        "another action of the same document",
        arrest(
            "a",
            "Karim Velmar fled from the port of Larkfield on Tuesday",
            action="flee",
        ),
        arrest(
            "a", "Police arrested Karim Velmar at the border", start=200, sentence=2
        ),
    ),
    (
        "another person of the same body",
        arrest(
            "a",
            "The Port Council dismissed Anna Orlin",
            actors=("Port Council", "Anna Orlin"),
            action="dismiss",
        ),
        arrest(
            "b",
            "The Port Council dismissed Boris Tamm",
            actors=("Port Council", "Boris Tamm"),
            action="dismiss",
        ),
    ),
    (
        "the day before, and another action",
        arrest("a", A.text, "2031-05-05"),
        arrest(
            "b",
            "A court charged Karim Velmar, the harbour master, with treason",
            action="charge",
        ),
    ),
    (
        "another action, of which neither speaks",
        mention(
            "A van fled from the market of Larkfield at dusk",
            MAY_8,
            "a",
            action="flee",
            sentence=1,
        ),
        mention(
            "A van killed a clerk at the market of Larkfield",
            MAY_8,
            "b",
            action="kill",
            sentence=1,
        ),
    ),
    (
        "reports of two days",
        mention(
            "Protesters clashed with riot police in the centre of Larkfield",
            "2031-05-07",
            "a",
            basis=Basis.PUBLICATION,
            action="clash",
        ),
        mention(
            "Protesters and riot police clashed at the station of Larkfield",
            MAY_8,
            "b",
            basis=Basis.PUBLICATION,
            action="clash",
        ),
    ),
]


@pytest.mark.parametrize(
    ("why", "one", "other"), TWO_THINGS, ids=[c[0] for c in TWO_THINGS]
)
def test_two_things_are_two_events(why: str, one: Mention, other: Mention) -> None:
    assert len(merged(one, other, a="2031-05-07" if "reports" in why else MAY_8)) == 2


def test_a_quarter_and_its_city_are_one_place() -> None:
    """One of the documents names both."""
    one = mention(f"{CLASH} Larkfield", MAY_8, "a", places=("Larkfield",))
    two = mention(f"{CLASH} Eastgate", MAY_8, "b", places=("Eastgate",))
    also = mention("Trams in Larkfield stood still", MAY_8, "b", start=300, sentence=4)

    assert {"a", "b"} in groups(one, two, also)


def test_an_hour_says_no_day() -> None:
    """At about two, a report says, and nothing of the day: it was the day others say."""
    hour = Timex(Span(0, 2), Kind.TIME, "2031-05-08T02:00", "clock", Anchor.PREVIOUS)
    night = arrest(
        "b",
        f"{B.text} at about 2 a.m.",
        "2031-05-08T02:00",
        basis=Basis.RELATIVE,
        timex=hour,
    )
    (event,) = merged(A, night)

    assert event.time.edtf == "2031-05-06"
    assert event.conflicts == ()


MARKS = [
    ("The second blast came at noon.", {"blast": {"2"}}),
    ("the 3rd blast", {"blast": {"3"}}),
    ("The 21st century, the third week, the second Monday", {}),
    ("Boarding Flight 370 to Velmar", {"flight": {"370"}}),
    ("It held on May 12 and in June 2031", {}),
    ("About 40 people; Some 300 left", {}),
    ("Two AK-47 rifles", {"ak": {"47"}}),
]


@pytest.mark.parametrize(("text", "expected"), MARKS, ids=[row[0] for row in MARKS])
def test_numbers_that_tell_things_apart(
    text: str, expected: dict[str, set[str]]
) -> None:
    assert marks(text, "en") == expected


def test_a_chain_of_like_pairs_is_no_event() -> None:
    """Each is like the next, the ends are not alike."""
    words = "pier fire crane mayor storm council treaty bridge tunnel market".split()
    chain = [
        mention(" ".join(words[i : i + 4]), MAY_8, f"d{i}", sentence=5)
        for i in range(7)
    ]
    events = merged(*chain)

    assert len(events) > 1
    assert max(len(event.mentions) for event in events) <= 4


# What the event becomes


def test_the_finest_date_that_was_said() -> None:
    (event,) = merged(
        arrest("a", A.text, "2031-05"),
        arrest("b", B.text, "2031-05-06"),
        arrest("c", A.text + " on Tuesday", "2031-05-06T08:00"),
        arrest("d", B.text + " in the morning", "2031-05-06"),
        arrest("e", B.text, "2031-05-07", basis=Basis.PUBLICATION),
    )

    assert event.time.edtf == "2031-05-06"
    assert event.basis is Basis.EXPLICIT
    assert len(event.mentions) == 5
    assert event.conflicts == ()


def test_a_time_of_day_that_most_name() -> None:
    (event,) = merged(
        arrest("a", A.text, "2031-05-06T08:00"), arrest("b", B.text, "2031-05-06T08:00")
    )

    assert event.time.edtf == "2031-05-06T08:00:00"


def test_without_a_stated_date_it_is_that_of_the_first_report() -> None:
    (event,) = merged(
        arrest("a", A.text, "2031-05-07", basis=Basis.PUBLICATION),
        arrest("b", A.text, "2031-05-08", basis=Basis.PUBLICATION),
        a="2031-05-07",
    )

    assert event.time.edtf == "2031-05-07"
    assert event.basis is Basis.PUBLICATION


def test_days_that_differ_are_a_conflict_and_the_majority_dates_the_event() -> None:
    wrong = arrest("c", B.text + " of the state", "2031-05-05")
    (event,) = merged(A, B, wrong)

    assert event.time.edtf == "2031-05-06"
    assert [(c.field, c.kind) for c in event.conflicts] == [("date", "contradiction")]
    assert [claim.value for claim in event.conflicts[0].claims] == [
        "2031-05-05",
        "2031-05-06",
    ]


def test_a_day_taken_over_from_another_sentence_is_no_slip() -> None:
    wrong = arrest("c", B.text + " of the state", "2031-05-05", basis=Basis.INHERITED)

    assert [event.conflicts for event in merged(A, B, wrong)] == [(), ()]


def test_news_of_two_days_is_no_conflict() -> None:
    """Who writes on the day cannot have the day wrong: it happened again."""
    first = arrest("a", A.text, "2031-05-05")
    second = arrest("b", A.text, "2031-05-06")

    assert len(merged(first, second, a="2031-05-05", b="2031-05-06")) == 2


def test_a_document_that_tells_of_both_days_means_two() -> None:
    first = arrest("a", A.text, "2031-05-05")
    again = arrest("a", A.text, "2031-05-06", start=300, sentence=4)

    assert len(merged(first, again, arrest("b", A.text, "2031-05-06"))) == 2


def test_figures_that_grow_are_shown_as_one_series() -> None:
    held = [
        arrest(
            f"d{n}",
            f"Police have arrested {n} followers of Karim Velmar since the treason",
            "2031-05",
            quantities=(Quantity("arrested", n, f"{n} followers"),),
        )
        for n in (30, 40, 58)
    ]
    (event,) = merged(*held, d30="2031-05-07", d40="2031-05-08", d58="2031-05-09")

    assert [(c.field, c.kind) for c in event.conflicts] == [("arrested", "update")]
    assert [claim.value for claim in event.conflicts[0].claims] == [
        "30 followers",
        "40 followers",
        "58 followers",
    ]


def test_the_status_most_origins_give() -> None:
    alleged = arrest("c", C.text, status=Status.ALLEGED)
    (event,) = merged(A, B, alleged)
    (doubted,) = merged(arrest("a", A.text, status=Status.ALLEGED))

    assert event.status is Status.HAPPENED
    assert doubted.status is Status.ALLEGED


def test_summary_and_headline_are_of_one_telling_verbatim() -> None:
    (event,) = merged(A, B, C)

    assert (event.summary, event.headline) in {(m.text, m.headline) for m in (A, B, C)}
    assert event.summary != C.text


# Two plain tellings in full, at the top of their documents, and one that is neither.
PLAIN = "Police arrested the harbour master Karim Velmar for treason on the quay"
POOR = "Velmar, harbour master, arrested for treason"

HEADS = [
    ("plainest", {}, {}, "a"),
    ("written before", {"a": "2031-05-04", "b": "2031-05-05"}, {}, "c"),
    ("written on the day", {"a": "2031-05-06"}, {}, "a"),
    ("no date of its own", {"a": None}, {}, "a"),
    ("all written before", dict.fromkeys("abcd", "2031-05-05"), {}, "a"),
    ("another status", {}, {"status": Status.ALLEGED}, "c"),
    ("says no date", {}, {"basis": Basis.PUBLICATION}, "c"),
    ("says only the month", {}, {"time": "2031-05"}, "c"),
]


@pytest.mark.parametrize(
    ("why", "dcts", "fields", "head"), HEADS, ids=[row[0] for row in HEADS]
)
def test_the_telling_that_heads_an_event(
    why: str, dcts: dict[str, str | None], fields: dict[str, object], head: str
) -> None:
    """`fields` are of the first telling, which then is the only plain one."""
    plain = [arrest("a", PLAIN, **fields), arrest("b", PLAIN)]
    rest = [arrest("c", POOR), arrest("d", POOR)]
    (event,) = merged(*(plain[:1] if fields else plain), *rest, **dcts)

    heading = {m.document_id for m in event.mentions if m.text == event.summary}
    assert head in heading


def test_a_line_that_runs_on_heads_nothing() -> None:
    """A caption that ran on into the next sentence is longer than the lines of others."""
    run_on = f"{PLAIN} {PLAIN.replace('Police', 'Guards')}"
    long = replace(arrest("a", PLAIN), headline=run_on)
    (event,) = merged(long, arrest("b", PLAIN))
    assert event.headline == PLAIN
    (alone,) = merged(long)
    assert alone.headline == run_on


def test_confidence_grows_with_origins_and_falls_with_doubt() -> None:
    (alone,) = merged(A)
    (backed,) = merged(A, B)
    (report,) = merged(arrest("a", A.text, MAY_8, basis=Basis.PUBLICATION))
    (alleged,) = merged(arrest("a", A.text, status=Status.ALLEGED))
    (contested,) = merged(A, arrest("b", B.text, "2031-05-05"))

    assert backed.confidence > alone.confidence > alleged.confidence
    assert alone.confidence > report.confidence
    assert contested.confidence < backed.confidence


def test_links_say_why() -> None:
    (event,) = merged(A, B, C)

    assert [link.mention_id for link in event.links] == [m.id for m in event.mentions]
    for link in event.links:
        assert sum(amount for _, amount in link.reasons) == pytest.approx(
            link.score, abs=1e-3
        )
        assert link.margin == pytest.approx(link.score - THRESHOLD, abs=1e-3)


def test_near_misses_say_what_kept_them_apart() -> None:
    planned = arrest("b", A.text, status=Status.PLANNED)
    found = merge(tellings(A, planned)).near

    assert [{link.mention_id, link.other_id} for link in found] == [{A.id, planned.id}]
    assert ("veto: status", 0.0) in found[0].reasons


@pytest.mark.parametrize(
    ("text", "is_enough"),
    [
        ("A miller fled from the court of Larkfield", False),
        ("A clerk fled from the court of Larkfield with the port fund", True),
    ],
)
def test_one_court_on_one_day_is_not_enough(text: str, is_enough: bool) -> None:
    """Two kinds of action need more in common than their surroundings."""
    charge = "A clerk was charged over the port fund"
    one = mention(charge, MAY_8, "a", action="charge")
    other = mention(text, MAY_8, "b", action="flee")
    folder = prepare(tellings(one, other), learn((one, other)))

    found = vetoes.vetoes(*folder.profiles, THRESHOLD, folder)

    assert ("surroundings" not in found) is is_enough


TWO_ACTIONS = [
    ("A clerk walked into the harbour office", "walk", False),
    ("A clerk fled from the harbour office", "flee", True),
    ("A clerk fled from the shooting in the harbour office", "flee", False),
    ("A clerk killed a guard in the harbour office", "kill", False),
]


@pytest.mark.parametrize(("text", "action", "are_two"), TWO_ACTIONS)
def test_two_actions_of_one_document(text: str, action: str, are_two: bool) -> None:
    """They are two if both are known and neither sentence speaks of the other's."""
    one = mention("A guard was shot at his desk", MAY_8, "a", action="shoot")
    other = mention(text, MAY_8, "a", action=action, start=300, sentence=3)
    folder = prepare(tellings(one, other), learn((one, other)))

    found = vetoes.vetoes(*folder.profiles, 0.0, folder)

    assert ("told apart" in found) is are_two


def test_every_veto_can_be_said_in_words() -> None:
    tried = {v for name, v in vars(vetoes).items() if name.startswith("VETO_")}

    assert tried == set(worded.VETOES)


# Ids


def test_the_id_outlives_later_documents_and_other_spellings() -> None:
    (before,) = merged(A, a="2031-05-06")
    (after,) = merged(A, B, C, a="2031-05-06")

    assert before.id == after.id


def test_ids_are_unique_even_of_twins() -> None:
    twins = [
        arrest(d, A.text, status=s)
        for d, s in (
            ("a", Status.HAPPENED),
            ("b", Status.PLANNED),
            ("c", Status.DENIED),
        )
    ]
    events = merged(*twins)

    assert len({event.id for event in events}) == len(events) == 3


# Properties

SENTENCES = [A.text, B.text, C.text, BREAD.text, "The bridge at Larkfield fell", ""]
TIMES = [
    "2031-05-05",
    "2031-05-06",
    "2031-05-08",
    "2031-05",
    "2031",
    "2031-05-06T08:00",
]
MENTIONS = st.lists(
    st.builds(
        lambda document, text, time, basis, status, place, people: mention(
            text,
            MAY_8 if basis is Basis.PUBLICATION else time,
            document,
            basis=basis,
            status=status,
            start=100 * place,
            sentence=place,
            actors=people,
            action="arrest" if "arrest" in text else "",
        ),
        st.sampled_from("abcd"),
        st.sampled_from(SENTENCES),
        st.sampled_from(TIMES),
        st.sampled_from(Basis),
        st.sampled_from(
            [Status.HAPPENED, Status.HAPPENED, Status.ALLEGED, Status.DENIED]
        ),
        st.integers(0, 5),
        st.sampled_from([(), ("Karim Velmar",), ("Vellmar", "Anna Orlin")]),
    ),
    max_size=10,
    unique_by=lambda m: m.id,
)


def content(result: Merged) -> set[tuple[str, tuple[str, ...]]]:
    return {(e.id, tuple(m.id for m in e.mentions)) for e in result.events}


@settings(max_examples=80, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_order_does_not_matter(mentions: list[Mention], random) -> None:  # type: ignore[no-untyped-def]
    told = tellings(*mentions)

    assert merge(told) == merge(tuple(random.sample(told, len(told))))


@settings(max_examples=80, deadline=None)
@given(MENTIONS)
def test_every_mention_is_in_one_event(mentions: list[Mention]) -> None:
    result = merge(tellings(*mentions))
    found = [m.id for event in result.events for m in event.mentions]

    assert sorted(found) == sorted(m.id for m in mentions)
    assert len({event.id for event in result.events}) == len(result.events)


@settings(max_examples=80, deadline=None)
@given(MENTIONS)
def test_dates_in_an_event_overlap_or_are_a_conflict(mentions: list[Mention]) -> None:
    for event in merged(*mentions):
        stated = [m.time for m in event.mentions if m.basis is not Basis.PUBLICATION]
        if stated and not any(c.field == "date" for c in event.conflicts):
            assert max(t.start for t in stated) < min(t.end for t in stated)
        assert event.time in [m.time for m in event.mentions]


STRANGER = mention(
    "Zebras graze quietly near Qumbu", "2031-05-06", "zz", actors=("Qumbu Zoo",)
)


@settings(max_examples=80, deadline=None)
@given(MENTIONS)
def test_an_unrelated_document_changes_no_other_event(mentions: list[Mention]) -> None:
    alone = merge(tellings(*mentions))
    joined = merge(tellings(*mentions, STRANGER))
    others = {(id_, ids) for id_, ids in content(joined) if ids != (STRANGER.id,)}

    assert content(alone) == others


# Cost


def crowd(size: int, time: str = MAY_8) -> tuple[Telling, ...]:
    """Mentions of one hot day: common words, some names, few rare ones."""
    return tellings(
        *(
            mention(
                f"Protesters number{n % 7} met police ward{n % 31} street{n % 211} {n % 1009}",
                time,
                f"d{n:05}",
                actors=(f"Actor{chr(65 + n % 26)}",),
            )
            for n in range(size)
        )
    )


def count_pairs(told: tuple[Telling, ...]) -> int:
    mentions = [m for telling in told for m in telling.mentions]
    found = list(pairs(prepare(told, learn(mentions))))

    assert len(found) == len(set(found))
    return len(found)


def test_a_hot_day_costs_in_proportion_to_its_mentions() -> None:
    small, large = count_pairs(crowd(1_000)), count_pairs(crowd(5_000))

    assert large <= 5_000 * 2 * BEST
    assert large < 0.02 * 5_000**2 / 2
    assert large < 8 * small


@pytest.mark.parametrize("time", ["2031-05", "2031", "1931/2031", "0001/9999"])
def test_vague_dates_cost_no_more(time: str) -> None:
    assert count_pairs(crowd(1_000, time)) <= 1_000 * 2 * BEST


def test_terms_are_made_by_the_builder() -> None:
    assert content_stems(A.text) == A.terms
