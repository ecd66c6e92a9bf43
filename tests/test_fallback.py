"""Languages without a table of rules, read in the words of dateparser's locales."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import document
from hypothesis import example, given
from hypothesis import strategies as st

from timeline import edtf, timex
from timeline.lang.locales import locale
from timeline.model import Anchor, Basis, Kind, Timex
from timeline.timex.fallback import tag_locale
from timeline.timex.foreign.words import fold

DCT = "2022-01-08"
CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "locales.toml").read_text("utf-8")
)
TABLE = Path(timex.__file__).parent.parent / "lang" / "locales.toml"
LANGUAGES = sorted(tomllib.loads(TABLE.read_text("utf-8")))


TIMES = tomllib.loads(
    (Path(__file__).parent / "cases" / "times.toml").read_text("utf-8")
)
STORY = "2021-05-12"


def tag(text: str, language: str = "es", dct: str | None = DCT) -> tuple[Timex, ...]:
    return tag_locale(document(text, dct, language=language))


def bracketed(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and where they stood."""
    text, spans = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return text, spans


def found(text: str, timexes: tuple[Timex, ...]) -> list[tuple[str, str]]:
    return [(text[t.span.start : t.span.end], t.value) for t in timexes]


HITS = [(code, *row) for code, rows in CASES.items() for row in rows["cases"]]


@pytest.mark.parametrize(
    ("language", "marked", "values"),
    [(code, marked, values) for code, marked, *values in HITS],
    ids=[f"{code}: {marked}" for code, marked, *_ in HITS],
)
def test_found(language: str, marked: str, values: list[str]) -> None:
    text, spans = bracketed(marked)

    timexes = tag(text, language)

    expected = [(text[a:b], value) for (a, b), value in zip(spans, values, strict=True)]
    assert found(text, timexes) == expected
    assert [(t.span.start, t.span.end) for t in timexes] == spans
    assert all(t.time is not None for t in timexes)


@pytest.mark.parametrize(
    ("language", "marked", "values", "dct"),
    [
        (code, marked, values, dct)
        for code, rows in TIMES.items()
        for key, dct in (("cases", DCT), ("stories", STORY))
        for marked, *values in rows[key]
    ],
)
def test_times(language: str, marked: str, values: list[str], dct: str) -> None:
    text, spans = bracketed(marked)

    timexes = tag(text, language, dct)

    said = [f"{t.value} {t.mod or ''}".strip() for t in timexes]
    assert [*zip(spans, values, strict=True)] == [
        *zip([(t.span.start, t.span.end) for t in timexes], said, strict=True)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (code, text)
        for table in (CASES, TIMES)
        for code, rows in table.items()
        for text in rows["misses"]
    ],
)
def test_not_found(language: str, text: str) -> None:
    assert found(text, tag(text, language)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("El 6 de enero", "XXXX-01-06"),
        ("El jueves", "XXXX-WXX-4"),
        ("El jueves pasado por la tarde", "XXXX-WXX-4TAF"),
        ("En enero", "XXXX-01"),
        ("Ayer", "XXXX-XX-XX"),
        ("La semana pasada", "XXXX-WXX"),
        ("El mes pasado", "XXXX-XX"),
        ("Hace dos años", "XXXX"),
        ("En enero del año pasado", "XXXX-01"),
    ],
)
def test_unplaced_without_a_document_date(text: str, value: str) -> None:
    (only,) = tag(text, dct=None)

    assert (value, None) == (only.value, only.time)
    assert (only.anchor, only.basis) == (Anchor.NONE, Basis.RELATIVE)


@pytest.mark.parametrize(
    ("text", "dct", "value"),
    [
        ("Ayer", "2022-01", "XXXX-XX-XX"),
        ("El mes pasado", "2022-01", "2021-12"),
        ("El mes pasado", "2022", "XXXX-XX"),
        ("El año pasado", "2022", "2021"),
        ("El 6 de enero", "2022", "2022-01-06"),
        ("El jueves", "2022", "XXXX-WXX-4"),
    ],
)
def test_a_coarse_document_date_places_what_is_as_coarse(
    text: str, dct: str, value: str
) -> None:
    assert [value] == [t.value for t in tag(text, dct=dct)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 de enero de 2022", "2022-01-06 DATE none explicit None locale-date"),
        ("enero de 2022", "2022-01 DATE none explicit None locale-month"),
        ("en 2022", "2022 DATE none explicit None locale-year"),
        ("el 6 de enero", "2022-01-06 DATE dct relative None locale-date"),
        ("el jueves", "2022-01-06 DATE dct relative None locale-weekday"),
        ("ayer", "2022-01-07 DATE dct relative None locale-phrase"),
        ("anoche", "2022-01-07 TIME dct relative None locale-phrase"),
        ("esta madrugada", "2022-01-08 TIME dct relative START locale-phrase"),
        ("hace dos días", "2022-01-06 DATE dct relative None locale-counted"),
        ("hace casi dos años", "2020~ DATE dct relative APPROX locale-counted"),
        ("semana pasada", "2021-12-27/2022-01-02 DATE dct relative None locale-unit"),
    ],
)
def test_what_a_timex_says(text: str, expected: str) -> None:
    (only,) = tag(text)

    assert only.time is not None
    said = (only.time.edtf, only.kind, only.anchor, only.basis, only.mod, only.rule)
    assert expected == " ".join(map(str, said))


def test_parts_of_a_range_are_its_ends() -> None:
    text = "Del 3 al 5 de marzo de 2021."
    (whole,) = tag(text)

    assert found(text, whole.parts) == [
        ("3", "2021-03-03"),
        ("5 de marzo de 2021", "2021-03-05"),
    ]
    assert whole.time == edtf.parse("2021-03-03/2021-03-05")


@pytest.mark.parametrize(
    ("text", "value"),
    [("jueves 6 de enero", "2022-01-06"), ("viernes 6 de enero", "2023-01-06")],
)
def test_the_weekday_chooses_the_year(text: str, value: str) -> None:
    assert [value] == [t.value for t in tag(text)]


def test_a_leap_day_without_year_lies_in_a_leap_year() -> None:
    assert [t.value for t in tag("El 29 de febrero", dct="2020-05-01")] == [
        "2020-02-29"
    ]
    assert [t.value for t in tag("El 29 de febrero", dct="2022-05-01")] == [
        "XXXX-02-29"
    ]


@pytest.mark.parametrize("language", ["xx", "", "tlh", "../es", "es.toml", "e" * 500])
def test_an_unknown_language_has_no_expressions(language: str) -> None:
    assert tag("El 6 de enero de 2022", language) == ()


@pytest.mark.parametrize("language", ["es-MX", "es-419", "ES"])
def test_regions_read_as_their_language(language: str) -> None:
    assert [t.value for t in tag("El 6 de enero de 2022", language)] == ["2022-01-06"]


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İİİİ — 6 Ocak 2022'de"
    (only,) = tag(text, "tr")

    assert text[only.span.start : only.span.end] == "6 Ocak 2022"


def test_english_never_loads_dateparser() -> None:
    code = (
        "import sys; from timeline import model, timex;"
        "source = model.Source('x', 'text', '');"
        "timex.tag(model.Document('x', source, 'On 6 January 2022.', 'en'));"
        "timex.tag(model.Document('x', source, 'Ayer, 6 de enero de 2022.', 'es'));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_full_date_of_a_language_is_read(language: str) -> None:
    more = locale(language)
    names = {form: i for row in more.months for i, form in enumerate(row, 1) if form}
    year_first = more.order == "YMD" or language in ("hu", "lt")
    for name, number in names.items():
        text = f"2022. {name} 6." if year_first else f"6 {name} 2022"
        assert [f"2022-{number:02}-06"] == [t.value for t in tag(text, language)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_well_formed(language: str) -> None:
    more = locale(language)

    assert {12} >= {len(row) for row in (*more.months, *more.months_in)}
    assert {7} >= {len(row) for row in more.weekdays}
    assert [f for f in (*more.last, *more.next) if f.count("~") != 1] == []
    assert {*more.parts} <= {"MO", "MI", "AF", "EV", "NI", "EM"}
    assert more.case in ("", "lower", "upper")
    assert [
        w for w in (*more.joins, *more.about, *more.phrases) if fold(w) != w.lower()
    ] == []


HOSTILE = [
    "1", "1 ", "1.", "1-1-", "1/1/", "2011", "(2011", "- ", "enero ", "jueves ", "ayer ",
    "de ", "el 6 de ", "hace ", "hace dos ", "la semana ", "12 y ", "a\u00a0", "\n", "6 de\n",
    "'", "6.", "del 3 al ", "2011-", "٣ ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("language", ["es", "hu", "ru"])
def test_hostile_repetition_ends(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))

    timexes = tag(text, language)

    assert all(t.span.start < t.span.end <= len(text) for t in timexes)


WORDS = st.sampled_from(
    "6 12 2022 enero lunes jueves ayer hace dos días semana pasada de del el a y la 06.01.2022 "
    "- , . ( ) mañana año próximo 1.º 2011-13 İ ’ 31 junio siglo".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
@example("6 de enero de 2022 de enero")
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for t in tag(text):
        assert end <= t.span.start < t.span.end <= len(text)
        assert all(
            t.span.start <= p.span.start < p.span.end <= t.span.end for p in t.parts
        )
        assert (t.time is None) == ("X" in t.value or t.kind is Kind.SET)
        assert t.kind in (Kind.DATE, Kind.TIME, Kind.SET)
        end = t.span.end


@given(st.dates(), st.sampled_from(["es", "de", "fr", "ru", "it", "pl"]))
def test_a_printed_date_is_found_again(date: object, language: str) -> None:
    printed = str(date)
    year, month, day = printed.split("-")
    for text in (printed, f"{day}.{month}.{year}", f"{int(day)}/{int(month)}/{year}"):
        expected = [printed] if 1000 <= int(year) <= 2100 else []
        assert expected == [t.value for t in tag(text, language)]


def test_a_chronicle_without_a_date_goes_on_from_year_to_year() -> None:
    text = (
        "Abril de 2018: Niega.\n9 de mayo: Declara.\n\n2019\n\n15 de febrero: Dimite."
    )
    assert [t.value for t in tag(text, dct=None)] == [
        "2018-04",
        "2018-05-09",
        "2019-02-15",
    ]
