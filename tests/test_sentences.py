"""Sentences: a table of texts, with "|" where one must end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Span
from timeline.text.sentences import LONGEST, sentences

TABLE = [
    "The dam broke.|Nobody was hurt.",
    "He left on Jan. 6 for Torvik.|She stayed.",
    "He left in Jan.|The rest stayed.",
    "The U.S. Army came.|It left.",
    "He went to the U.S.|The others stayed.",
    "Mr. Smith met Dr. Roth and Gen. Ode.|They talked.",
    "J. R. Valk and George W. Dorn resigned.|So did she.",
    "It rose 2.5 percent to 1,200.50 crowns.|It fell later.",
    "It began at 5 a.m. Monday.|It ended at 6 p.m.|Police left.",
    "It began at 5 a. m. Monday.|It ended at 6 p. m.|Police left.",
    "Well… perhaps.|He said “yes.”|Then he left.",
    "It ended.|The people left.",
    "“We won,” he said.|“They lost.”|She laughed.",
    "“Why?” he asked.|Nobody knew!|Really?",
    "The tally was 12.|25 of them were ill.",
    "Valk was ill.|Brenn left a year ago.|Sales fell, and the date was set.|Lund came on.|Valk counted to ten.|He sat.",
    "They met in Peoria, Ill.|The firm of Sat. Smith is in Chicago, Ill. Valk is not.",
    "Nació el 3 ago. 2019 en Lund.|Murió.",
    "Brigades., which are small, came from the East., he said.",
    "He invites everyone to gather. around the president.",
    "He was held on charges of ‘high treason.‘.|This was announced.",
    "Or to the Indians of America ».|In a few days they met.",
    "See No. 5 and pp. 3–7 of Art. 9.|No.|He did not.",
    "Acme Inc. President Ada Brenn spoke.|The firm, Acme Inc.|The end.",
    "The ships are those of Lund-based Kestrel Ferry Lines Inc.|Kestrel, which has three, is lost.",
    "The parent is Brenn Group Inc.|Brenn Insurance, of Lund, is another.",
    "The Kestrel Ferry Corp. Lines of Lund are shut.",
    "A heading\n|The text begins here.",
    "First point:\n|- one\n|- two\n|1. three\n|2. four",
    "14:05 – alarm raised\n|14:20 – pumps restarted",
    "Paragraph one\n\n|paragraph two",
    "Paragraph one.\r\n\r\n|Paragraph two.",
    "A line that was wrapped by hand at some sixty columns or so by\nits writer, "
    "who did not mean to end the sentence there.|The next one.",
    "The minister for roads and rivers went to Lund and met the Prime\nMinister of Lund.",
    "# Minutes\n|Present: all.",
    "The phone is out.|iPhones sell well. e.g. here.",
    "Er kam am 6. Januar an.|Sie ging.",
    "El Sr. García dimitió.|La Sra. Ruiz no.",
    "È stato presentato due settimane fa.|Il rilascio è previsto a giugno.",
    "Hon gjorde det.|Polisen kom sen.|Mannen greps.",
    "La barca cayó al mar.|Fuentes policiales lo confirmaron el 3 mar. 2019 en Lund.",
    "Er blieb bei dir.|Anna ging.|Die Fa. Norvia, Sen. Valk und Mag. Brenn kamen.",
    "El precio, que rige en EE. UU., bajará.|Llegó a EE. UU.|El lunes se fue.",
    "Президент ушёл.|Правительство осталось в г. Торвик.",
    "今日は。|明日は！",
    "The fire (it was arson.) burned.|It stopped.",
    "...|Then it began.",
]


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def _spaced(row: str) -> tuple[str, list[str]]:
    """The text of a row: a blank for each bar that follows a mark, unless it has one."""
    parts = row.split("|")
    text = parts[0]
    for part in parts[1:]:
        gap = "" if text.endswith("\n") or text.endswith("ended.") else " "
        text += gap + part
    return text, [p.strip() for p in parts if any(c.isalnum() for c in p)]


@pytest.mark.parametrize("row", TABLE)
def test_sentences(row: str) -> None:
    text, expected = _spaced(row)

    assert expected == cut(text)


def test_what_is_skipped_is_in_no_sentence() -> None:
    text = "date 2031-05-08 The dam broke. Nobody was hurt."

    spans = sentences(text, (Span(0, 15),))

    assert [text[s.start : s.end] for s in spans] == [
        "The dam broke.",
        "Nobody was hurt.",
    ]


def test_an_endless_sentence_is_cut() -> None:
    text = "word " * 2000

    spans = sentences(text)

    assert all(s.end - s.start <= LONGEST for s in spans)
    assert len(spans) > 1


@given(st.text())
def test_spans_are_ordered_trimmed_and_lose_no_word(text: str) -> None:
    spans = sentences(text)

    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for span in spans:
        part = text[span.start : span.end]
        assert part == part.strip()
        assert any(c.isalnum() for c in part)
    kept = sum(c.isalnum() for s in spans for c in text[s.start : s.end])
    assert kept == sum(c.isalnum() for c in text)


def test_the_mark_of_a_footnote_ends_a_sentence_and_is_none_of_it() -> None:
    text = (
        "The dam broke in 2017.[4] It was rebuilt.[a][12] It held.[citation needed]\n"
    )
    found = [text[s.start : s.end] for s in sentences(text)]
    assert found == ["The dam broke in 2017.", "It was rebuilt.", "It held."]


def test_what_stands_in_brackets_behind_a_stop_is_a_link_or_text() -> None:
    text = "It broke. [See](http://x.example) more."
    assert len(sentences(text)) == 2


def test_lines_that_begin_with_a_day_and_a_gap_are_apart() -> None:
    text = "Apr 20  A stranger, name unknown\nMay 3   Ruth Kerr, infant\n"
    assert len(sentences(text)) == 2
