"""What is kept of a document: terms, sketches, credits."""

import pytest
from conftest import document
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Span
from timeline.text.fingerprint import (
    SKETCH,
    agencies,
    record,
    sentence_hashes,
    shingles,
)

CREDITED = [
    ("LARKFIELD, May 8 (Reuters) - The port was closed.", ("Reuters",)),
    ("The port is calm again, reports EFE.", ("EFE",)),
    ("The violence subsided, according to EFE.", ("EFE",)),
    ("He told Interfax on Sunday that talks go on.", ("Interfax",)),
    ("The Interfax news service reported Sunday.", ("Interfax",)),
    ("The agency Ria Novosti reported that troops stay.", ("RIA Novosti",)),
    ("The bridge was shut. - AFP", ("AFP",)),
    ("AP contributed to this report. Source: dpa", ("AP", "dpa")),
    ("La situación mejora, según EFE.", ("EFE",)),
    ("Laut dpa ist die Brücke gesperrt.", ("dpa",)),
    ("По данным Interfax, мост закрыт.", ("Interfax",)),
]


@pytest.mark.parametrize(("text", "expected"), CREDITED, ids=lambda v: str(v)[:40])
def test_credits(text: str, expected: tuple[str, ...]) -> None:
    assert expected == agencies(text)


NOT_CREDITED = [
    "Bloomberg became mayor of the city.",
    "The AP exam took three hours.",
    "The ap and the efe are not names.",
    "Reutersville reports a flood.",
    "",
]


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_a_name_alone_is_no_credit(text: str) -> None:
    assert agencies(text) == ()


def test_the_sketch_ignores_case_accents_and_points() -> None:
    assert shingles("The old pier at Vélmar burnt.") == shingles(
        "the OLD pier, at velmar burnt"
    )


def test_the_sketch_is_bounded_and_sorted() -> None:
    found = shingles(" ".join(f"word{n}" for n in range(2_000)))

    assert len(found) == SKETCH
    assert list(found) == sorted(set(found))


def test_short_sentences_leave_no_hash() -> None:
    assert sentence_hashes("No one was hurt. It rained.") == ()
    assert len(sentence_hashes("The old pier at Velmar burnt down. It rained.")) == 1


def test_skipped_parts_leave_no_trace() -> None:
    text = "title: Regatta\n\nThe old pier at Velmar burnt down on Monday."
    found = record(document(text, skip=(Span(0, 16),)))

    assert "regatta" not in found.terms
    assert "pier" in found.terms
    assert found == record(document(text, skip=(Span(0, 7), Span(5, 16))))


def test_the_record_keeps_what_is_known_of_the_document() -> None:
    given_document = document("The old pier burnt.", "2031-05-08", dct_basis="header")
    found = record(given_document)

    assert (found.id, found.dct, found.dct_basis, found.length) == (
        given_document.id,
        given_document.dct,
        "header",
        19,
    )


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_record(text: str) -> None:
    found = record(document(text))

    assert list(found.terms) == sorted(set(found.terms))
    assert found == record(document(text))
