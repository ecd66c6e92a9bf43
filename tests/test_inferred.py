"""The day of the undated, from their words and from the dated around them."""

import json
import random
import re
from pathlib import Path

import pytest
from conftest import document
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as some
from msgspec.structs import replace

from timeline import build, civil, edtf, timex
from timeline.dct import date_document, inferred
from timeline.dct.inferred.clues import Said, Says
from timeline.dct.inferred.days import posterior
from timeline.dct.inferred.habits import (
    ALONE,
    LATEST_OF,
    Named,
    habits,
    lag_class,
    named,
)
from timeline.dct.inferred.likeness import timely
from timeline.extract import extract
from timeline.model import Document, Evidence, RawDocument, Telling
from timeline.options import Options
from timeline.text import fingerprint

FERRY = (
    ("2031-05-05", "The ferry Osprey ran aground off Kestrel Point on Monday."),
    ("2031-05-06", "Divers reached the wreck of the Osprey on Tuesday."),
    ("2031-05-07", "The harbour of Kestrel Point was shut on Wednesday."),
    ("2031-05-08", "The captain of the Osprey was charged on Thursday."),
    ("2031-05-09", "A tug pulled the Osprey off Kestrel Point on Friday."),
    ("2031-05-12", "The harbour of Kestrel Point opened again on Monday."),
)
"""A folder that says "on Friday" on that very Friday."""


def told(
    text: str, day: str | None, **fields: object
) -> tuple[Telling, inferred.Clues]:
    """What one document gives to the others."""
    sure = {"dct_basis": "header", "dct_confidence": 0.98} if day else {}
    return of(document(text, day, **(sure | fields)))


def of(source: Document) -> tuple[Telling, inferred.Clues]:
    found = timex.tag(source).timexes
    mentions, unplaced, _ = extract(source, found)
    record = fingerprint.record(source)
    return Telling(record, mentions, unplaced), inferred.clues(source, found)


def lent(text: str, folder=FERRY, **fields: object) -> inferred.Lent | None:
    """What a folder lends to one undated text."""
    rows = [told(said, day) for day, said in folder] + [told(text, None, **fields)]
    tellings, clues = zip(*rows, strict=True)
    given = inferred.infer(tellings, clues)
    return given.get(tellings[-1].document.id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Osprey was searched on Thursday, a diver said.", "2031-05-08"),
        ("The Osprey was searched on Tuesday, a diver said.", "2031-05-06"),
        ("On 9 May 2031 the Osprey was searched by divers.", "2031-05-09"),
        ("The Osprey was searched on May 7, said the harbour.", "2031-05-07"),
    ],
    ids=lambda value: value,
)
def test_a_text_is_dated_by_the_days_it_names(text: str, expected: str) -> None:
    given = lent(text)
    assert given is not None
    assert given.date.edtf == expected


def test_what_is_surer_than_the_day_is_told() -> None:
    given = lent("Divers looked at the Osprey.")
    assert given is not None
    belief = given.evidence[-1]
    assert belief.rung == "belief"
    assert re.fullmatch(r"within a week \d+%, in 2031-05 \d+%", belief.text)


def test_likeness_counts_for_less_where_it_never_told_the_day() -> None:
    """Notices share their words over years; of the ferry, each has its own day."""
    notices = tuple((f"{y}-{m:02}-11", f"Notice of fish prices in Tarrow, {m} shillings.")
                    for y in range(2029, 2033) for m in range(1, 13))  # fmt: skip
    stories = tuple(
        (civil.day_text(edtf.parse(day).start // civil.DAY + n // 3), f"{text} {name}.")
        for n, name in enumerate(("Marl", "Tench", "Osier", "Brae", "Fenn", "Holt"))
        for day, text in notices[7 * n : 7 * n + 1]
        for _ in range(4)
    )
    dull = lent("Notice of fish prices in Tarrow, 5 shillings.", notices)
    telling = lent("Notice of fish prices in Tarrow, Fenn.", stories)
    assert telling is not None
    assert dull is None or dull.confidence < telling.confidence


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The Osprey was sold on May 8.", "2031-05-08", "2031-05-31"),
        ("The Osprey will be sold on May 8.", "2031-04-01", "2031-05-08"),
    ],
    ids=lambda value: value,
)
def test_tense_tells_on_which_side_of_a_date_a_text_was_written(
    text: str, first: str, last: str
) -> None:
    given = lent(text)
    assert given is not None
    assert first <= given.date.edtf <= last


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mill was burnt this Friday.", "en"),
        ("El molino ardió este viernes.", "es"),
        ("Le moulin a brûlé ce vendredi.", "fr"),
        ("Il mulino è bruciato questo venerdì.", "it"),
    ],
)
def test_a_weekday_that_is_pointed_at_is_told_from_a_plain_one(
    text: str, language: str
) -> None:
    undated = document(text, None, language=language)
    said = inferred.clues(undated, timex.tag(undated).timexes).said
    assert [(one.says, one.number) for one in said] == [
        (Says.WEEKDAY, 4), (Says.POINTED, 4)]  # fmt: skip


def test_habits_of_the_folder_say_what_on_friday_means() -> None:
    late = tuple(
        (civil.day_text(edtf.parse(day).start // civil.DAY + 2), text)
        for day, text in FERRY
    )
    text = "The Osprey was searched on Thursday, a diver said."
    first, second = lent(text), lent(text, late)
    assert first is not None
    assert second is not None
    assert (first.date.edtf, second.date.edtf) == ("2031-05-08", "2031-05-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Thursday divers found the Osprey. On Friday it was sold.", "2031-05-09"),
        (
            "It was sold on Friday. On Thursday divers had found the Osprey.",
            "2031-05-09",
        ),
        ("Tuesday, Wednesday and Thursday brought the Osprey fog.", "2031-05-08"),
    ],
    ids=lambda value: value,
)
def test_of_several_weekdays_the_latest_is_nearest(text: str, expected: str) -> None:
    given = lent(text)
    assert given is not None
    assert given.date.edtf == expected


YEARS = tuple(
    (f"{year}-06-{day:02}", f"Regatta {year} of Lorva: day {day} was dry.")
    for year in (2029, 2030, 2031)
    for day in (3, 11, 20, 27)
)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("On Thursday 14 June it rained on Lorva.", 2029),
        ("On Friday 14 June it rained on Lorva.", 2030),
        ("On Saturday 14 June it rained on Lorva.", 2031),
    ],
    ids=str,
)
def test_a_weekday_beside_a_date_says_the_year(text: str, year: int) -> None:
    given = lent(text, YEARS)
    assert given is not None
    assert given.date.edtf.startswith(f"{year}-06-1")


def test_a_date_is_tried_where_no_dated_document_is_near() -> None:
    friday = Said(Says.MONTH_DAY, 913, "Friday 13 September", weekday=4)
    prior = {civil.days(2029, 4, 3): -1.0, civil.days(2031, 6, 28): -1.0}

    tried = posterior(prior, [friday], habits(()), [])

    assert civil.days(2030, 9, 13) in tried
    assert civil.days(2029, 9, 13) not in tried


@pytest.mark.parametrize(
    ("text", "language", "weekday"),
    [
        ("It burnt on Friday, 14 June.", "en", 4),
        ("Il a brûlé vendredi 14 juin.", "fr", 4),
        ("Ardió el viernes 14 de junio.", "es", 4),
        ("It burnt on 14 June.", "en", None),
        ("It burnt late on 14 June.", "en", None),
    ],
    ids=str,
)
def test_the_weekday_written_beside_a_date_is_kept(
    text: str, language: str, weekday: int | None
) -> None:
    undated = document(text, None, language=language)
    (said,) = inferred.clues(undated, timex.tag(undated).timexes).said
    assert (said.says, said.number, said.weekday) == (Says.MONTH_DAY, 614, weekday)


@pytest.mark.parametrize(
    ("text", "days", "terms"),
    [
        ("Six days after the flood the mill stood still.", 6, {"flood", "mil"}),
        ("It is two weeks since the 7.5 metre flood.", 14, {"flood", "7.5"}),
        ("Six days the flood lasted.", None, set()),
        ("Six days later the flood was over.", None, set()),
        ("Six months after the flood the mill stood still.", None, set()),
    ],
    ids=str,
)
def test_a_length_counted_from_something_keeps_what_it_is(
    text: str, days: int | None, terms: set[str]
) -> None:
    undated = document(text, None)
    said = inferred.clues(undated, timex.tag(undated).timexes).said
    counts = [one for one in said if one.says is Says.ELAPSED]
    assert [one.number for one in counts] == ([days] if days else [])
    assert all(terms <= set(one.terms) for one in counts)


def test_a_diary_is_as_young_as_its_latest_entry() -> None:
    diary = (
        "Saturday 3 May\nRain on the quay.\n\nMonday 5 May\nThe ferry ran aground.\n\n"
        "Tuesday 6 May\nWe saw divers.\n\nMonday 12 May\nI rowed to the wreck alone.\n"
    )
    given = lent(diary)
    assert given is not None
    assert given.date.edtf == "2031-05-12"


def test_a_sentence_with_two_days_leaves_open_which_is_that_of_the_event() -> None:
    quiet = tuple((f"2031-{m:02}-{d:02}", f"Notice {m} {d} to the trade.")
                  for m in range(1, 7) for d in (3, 11, 19, 27))  # fmt: skip
    told_there = (
        "2031-04-16",
        "On 14 April pilot Ansgar Tolland of Wexmoor and envoy Ilse Varga agreed on tolls.",
    )
    given = lent(
        "Barges sailed this morning, as pilot Ansgar Tolland of Wexmoor and envoy Ilse "
        "Varga had agreed on tolls the day before. This Tuesday the tolls were paid.",
        (*quiet, told_there),
    )
    assert given is not None
    assert given.date.edtf == "2031-04-15"


FLOOD = (
    ("2031-03-05", "The flood broke the dam of Lorva on 4 March, drowning two."),
    ("2031-03-06", "On 4 March a flood broke the dam. Nurses came to Lorva."),
    ("2031-03-08", "The mill of Lorva stood till a flood took it away on 4 March."),
    ("2031-03-12", "Bread is short in Lorva. Lorries bring blankets."),
    ("2031-03-16", "The miller of Lorva opened his store to the poor."),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six days after the flood the bakers of Lorva lit their ovens.", "2031-03-10"),
        ("The ovens of Lorva were lit ten days after the flood.", "2031-03-14"),
    ],
    ids=lambda value: value,
)
def test_days_are_counted_from_what_the_folder_knows(text: str, expected: str) -> None:
    given = lent(text, FLOOD)
    assert given is not None
    assert given.date.edtf == expected
    assert "event" in [evidence.rung for evidence in given.evidence]


def test_two_documents_make_no_landmark() -> None:
    text = "Six days after the flood the bakers of Lorva lit their ovens."
    given = lent(text, FLOOD[1:])
    assert given is not None
    assert "event" not in [evidence.rung for evidence in given.evidence]


def test_reports_of_a_series_stand_alike_to_the_dates_they_name() -> None:
    text = "Wool stocks of Lorva: in the week ended {} the bales in store at the quay rose."
    folder = (
        *((day, f"The quay of Lorva: notice {day[-1]}.") for day in (
            "2031-02-03", "2031-02-27", "2031-03-02", "2031-03-04", "2031-03-17",
            "2031-03-26", "2031-04-02", "2031-04-11")),
        ("2031-02-09", text.format("January 31")),
    )  # fmt: skip
    given = lent(text.format("March 14"), folder)
    assert given is not None
    assert given.date.edtf == "2031-03-23"


@pytest.mark.parametrize(
    ("head", "expected"),
    [("XXXX-05-08", "2031-05-08"), ("XXXX-05-20", "2031-05-20")],
)
def test_a_date_without_year_at_the_head_gets_the_year_of_the_folder(
    head: str, expected: str
) -> None:
    evidence = (Evidence("dateline", "KESTREL POINT, May 8 —", head),)
    given = lent("Divers looked at the Osprey.", dct_evidence=evidence)
    assert given is not None
    assert given.date.edtf == expected
    assert given.confidence > 0.7
    assert given.anchor == edtf.parse(expected)


def test_the_year_is_the_one_that_the_text_is_about() -> None:
    old = tuple((day.replace("2031", "2019"), f"Kiln {n} fired.") for n, (day, _) in
                enumerate(FERRY))  # fmt: skip
    evidence = (Evidence("dateline", "KESTREL POINT, May 8 —", "XXXX-05-08"),)
    given = lent("Divers of Kestrel Point and the Osprey.", FERRY + old,
                 dct_evidence=evidence)  # fmt: skip
    assert given is not None
    assert given.date.edtf == "2031-05-08"


def test_an_event_with_a_day_here_dates_the_one_from_yesterday_there() -> None:
    quiet = tuple((f"2031-{m:02}-{d:02}", f"Notice {m} {d} to the trade.")
                  for m in range(1, 7) for d in (3, 11, 19, 27))  # fmt: skip
    told_there = (
        "2031-04-16",
        "On 14 April the brig Halcyon struck the pier of Wexmoor in fog, "
        "drowning pilot Ansgar Tolland and two stokers.",
    )
    given = lent(
        "The brig Halcyon struck the pier of Wexmoor in fog yesterday, "
        "drowning pilot Ansgar Tolland and two stokers.",
        (*quiet, told_there),
    )
    assert given is not None
    assert given.date.edtf == "2031-04-15"
    assert "event" in [evidence.rung for evidence in given.evidence]


def test_without_a_dated_document_nothing_is_inferred() -> None:
    assert lent("On 9 May 2031 the Osprey was searched.", ()) is None


def test_a_document_whose_own_date_is_doubtful_lends_it_to_nobody() -> None:
    doubtful = told(FERRY[0][1], FERRY[0][0], dct_confidence=0.3)
    undated = told("The Osprey was searched on Thursday.", None)
    tellings, clues = zip(doubtful, undated, strict=True)
    assert inferred.infer(tellings, clues) == {}


def test_thin_evidence_dates_nothing() -> None:
    folder = tuple((f"{y}-{m:02}-11", f"Notice {y} {m} to all.")
                   for y in range(2011, 2019) for m in range(1, 13))  # fmt: skip
    assert lent("A goat was seen on the roof.", folder) is None


def test_what_is_inferred_is_never_as_sure_as_what_is_said() -> None:
    given = lent(FERRY[3][1] + " It is 8 May 2031.", FERRY * 4)
    assert given is not None
    assert given.confidence < 0.8


def test_the_anchor_is_no_finer_than_belief_allows() -> None:
    given = lent("Divers looked at the Osprey.")
    assert given is not None
    assert given.confidence < 0.5
    assert given.anchor == edtf.parse("2031-05")


def test_words_that_stand_in_many_documents_are_no_evidence() -> None:
    banner = "Edition of Thursday 12 November, all rights with us.\n\n"
    folder = tuple((day, banner + text) for day, text in FERRY)
    given = lent(banner + "The Osprey was searched on Tuesday.", folder)
    assert given is not None
    assert given.date.edtf == "2031-05-06"
    assert all("November" not in evidence.text for evidence in given.evidence)


@pytest.mark.parametrize(
    ("text", "says", "number", "ahead"),
    [
        ("It burnt on Friday.", Says.WEEKDAY, 4, False),
        ("It will burn on Friday.", Says.WEEKDAY, 4, True),
        ("It burnt yesterday.", Says.OFFSET, -1, False),
        ("It burnt on 5 May 2022.", Says.DATE, civil.days(2022, 5, 5), False),
        ("It burnt on 5 May.", Says.MONTH_DAY, 505, False),
        ("It will burn on 5 May.", Says.MONTH_DAY, 505, True),
        ("It burnt in February.", Says.MONTH, 2, False),
        ("It burnt in 2019.", Says.YEAR, 2019, False),
    ],
    ids=str,
)
def test_what_an_expression_hangs_on_is_found_by_moving_the_day(
    text: str, says: Says, number: int, ahead: bool
) -> None:
    (said,) = inferred.clues(
        document(text, None), timex.tag(document(text, None)).timexes
    ).said
    assert (said.says, said.number, said.ahead) == (says, number, ahead)


def test_the_date_that_dates_a_document_is_no_habit_of_its_folder() -> None:
    text = "8 May 2031\n\nIt burnt on 1 May 2031."
    source = document(text, "2031-05-08", dct_confidence=0.98)
    span = replace(timex.tag(source).timexes[0].span)
    source = replace(source, skip=(span,))
    (said,) = inferred.clues(source, timex.tag(source).timexes).said
    assert said.number == civil.days(2031, 5, 1)


def test_habits_of_nobody_are_those_of_news_at_large() -> None:
    general = habits(())
    assert general.alone == pytest.approx(ALONE)
    assert general.latest == pytest.approx(LATEST_OF)
    for shares in general.dates.values():
        assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burnt on Monday, 5 May.", Named.WITH_WEEKDAY),
        ("It burnt on Monday, 5 May 2031.", Named.WITH_WEEKDAY),
        ("It burnt on 5 May 2031.", Named.WITH_YEAR),
        ("It burnt on 5 May.", Named.PLAIN),
    ],
)
@pytest.mark.parametrize("day", ["2031-05-08", None])
def test_how_a_date_is_said_is_seen_in_dated_and_undated(
    text: str, day: str | None, expected: Named
) -> None:
    (said,) = told(text, day)[1].said
    assert named(said) is expected


def test_a_date_beside_its_weekday_is_of_these_days() -> None:
    plain = lent("The Osprey was searched on May 7, said the harbour.")
    beside = lent("The Osprey was searched on Wednesday, May 7, said the harbour.")
    assert plain is not None
    assert beside is not None
    assert plain.date == beside.date == edtf.parse("2031-05-07")
    assert plain.confidence < beside.confidence


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It opens on May 9. Friends of the Osprey on May 9, all welcome.", "05-09"),
        ("The Osprey opens on May 9, 2031. May 9: all welcome.", "05-09"),
        ("The Osprey opened on May 9. May 9 was wet.", "05-31"),
    ],
)
def test_what_is_announced_once_is_to_come_throughout(text: str, last: str) -> None:
    own = told(text, None)[1]
    prior = {civil.days(2031, 5, 1) + n: 0.0 for n in range(31)}
    chances = posterior(prior, own.said, habits(()), ())
    best = max(chances, key=lambda day: (chances[day], day))
    assert civil.day_text(best)[5:] <= last
    before, after = (chances[civil.days(2031, 5, day)] for day in (6, 10))
    assert (before > after) == (last == "05-09")


def test_who_says_yesterday_seldom_names_the_own_weekday() -> None:
    thursday = civil.days(2031, 5, 8)
    prior = {thursday + n: 0.0 for n in range(7)}
    plain = "On Thursday the Osprey was searched."
    chances = [
        posterior(prior, told(text, None)[1].said, habits(()), ())
        for text in (plain, f"{plain} Yesterday it was sold.", f"{plain} It was sold.")
    ]
    own, beside, other = (one[thursday] - one[thursday + 1] for one in chances)
    assert beside < own == pytest.approx(other)


def test_terms_of_one_time_weigh_more_than_those_of_any() -> None:
    rows = [
        (day, fingerprint.record(document(f"{text} {day}", None, id=str(day))))
        for day, text in [
            (1, "osprey"), (2, "osprey"), (3, "osprey"), (900, "harbour"),
            (2, "harbour"), (400, "harbour"), (401, "kestrel"),
        ]
    ]  # fmt: skip
    found = timely(dict.fromkeys(("osprey", "harbour", "kestrel", "tug"), 1.0), rows)
    assert found["osprey"] > found["tug"] == found["kestrel"] == 1 > found["harbour"]


def test_documents_of_distant_centuries_can_be_compared() -> None:
    rows = [(day, fingerprint.record(document("osprey", None))) for day in (0, 99_999)]
    assert timely({"osprey": 1.0}, rows) == {"osprey": 1.0}


@pytest.mark.parametrize(
    ("lag", "number"), [(-3, 0), (0, 1), (1, 2), (7, 3), (8, 4), (366, 5), (9999, 6)]
)
def test_days_back_fall_into_classes(lag: int, number: int) -> None:
    assert lag_class(lag) == number


@forall(some.integers(0, 2**20))
@settings(max_examples=20, deadline=None)
def test_the_order_of_documents_does_not_matter(seed: int) -> None:
    texts = [*FERRY, (None, "The Osprey was searched on Thursday."),
             (None, "Kestrel Point, its harbour, and the wreck.")]  # fmt: skip
    rows = [told(text, day) for day, text in texts]
    straight = inferred.infer(*zip(*rows, strict=True))
    random.Random(seed).shuffle(rows)
    assert inferred.infer(*zip(*rows, strict=True)) == straight
    assert len(straight) == 2


@forall(some.integers(-40_000, 40_000))
@settings(max_examples=20, deadline=None)
def test_moving_the_folder_by_weeks_moves_the_answer(weeks: int) -> None:
    folder = tuple(
        (civil.day_text(edtf.parse(day).start // civil.DAY + 7 * weeks), text)
        for day, text in FERRY
    )
    given = lent("The Osprey was searched on Thursday, a diver said.", folder)
    assert given is not None
    day = civil.days(2031, 5, 8) + 7 * weeks
    assert given.date.edtf == civil.day_text(day)


def _on_saturday(day: str) -> timex.Tagged:
    return timex.tag(document("They met on Saturday and left yesterday.", dct=day))


def test_what_every_likely_day_agrees_on_is_placed() -> None:
    doubtful = _on_saturday("2031-05")
    votes = [(0.4, _on_saturday("2031-05-11")), (0.4, _on_saturday("2031-05-13"))]

    times = [
        t.time.edtf if t.time else None
        for t in inferred.agreed(doubtful, votes).timexes
    ]

    assert times == ["2031-05-10", None]


def test_what_likely_days_do_not_agree_on_stays_unplaced() -> None:
    doubtful = _on_saturday("2031-05")
    votes = [(0.5, _on_saturday("2031-05-11")), (0.5, _on_saturday("2031-05-09"))]

    assert inferred.agreed(doubtful, votes) == doubtful


def test_a_statement_is_not_made_before_what_it_tells_of() -> None:
    text = "They arrested Dorn on May 6, the committee said in a statement Saturday."
    undated = document(text, dct=None)
    said = inferred.clues(undated, timex.tag(undated).timexes).said

    assert [one.text for one in said if one.says is Says.SINCE] == ["May 6 … Saturday"]


def test_of_many_records_in_a_file_only_the_undated_are_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [{"text": text, "date": day} for day, text in FERRY]
    records.append({"text": "The Osprey was searched on Thursday, a diver said."})
    path = tmp_path / "ferry.jsonl"
    path.write_text("\n".join(map(json.dumps, records)))
    told_of = []

    def watched(raw: RawDocument, options: Options) -> object:
        told_of.append(raw.source.uri.rpartition("#")[2])
        return date_document(raw, options)

    monkeypatch.setattr(build, "date_document", watched)
    timeline = build.build([str(path)], Options())

    assert [document.dct.edtf for document in timeline.documents if document.dct] == [
        *(day for day, _ in FERRY), "2031-05-08"]  # fmt: skip
    assert len(told_of) == len(records) + 1
    assert told_of[-1] == told_of[len(FERRY)]
