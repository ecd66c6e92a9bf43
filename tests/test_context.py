"""The text around a quote: a stretch of the document that holds the whole sentence."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import strategy, texts

from timeline import build
from timeline.export import json as as_json
from timeline.extract.context import NEAR, REST
from timeline.model import Context, Mention, Span, Timeline
from timeline.options import Options, View
from timeline.wording import context
from timeline.wording.context import Piece

HEAD = "Date: 6 May 2031\n\n"


def told(text: str) -> Timeline:
    return build.build(["-"], Options(), stdin=(HEAD + text).encode())


def mentions(timeline: Timeline) -> list[Mention]:
    return [m for ranked in timeline.events for m in ranked.event.mentions]


def quoting(text: str, words: str) -> Mention:
    """The telling of a text whose quote holds these words."""
    (found,) = (m for m in mentions(told(text)) if words in m.text)
    return found


def in_brackets(mention: Mention) -> str:
    """Quote and sentence in brackets, and what is near them."""
    shown = "".join(piece.text for piece in context.pieces(mention))
    before, quote, after = context.sentence(mention)
    return shown.replace(f"{before}{quote}{after}", f"[{before}[{quote}]{after}]")


FILLER = (
    "Nobody in the harbour office knew why the old pilot boat lay at the wrong pier."
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "Anna Lind was arrested on 3 May 2031, and her deputy resigned on 4 May 2031.",
            "arrested",
            "[[Anna Lind was arrested on 3 May 2031], and her deputy resigned on 4 May 2031.]",
            id="the rest of the sentence",
        ),
        pytest.param(
            "Rain fell. The bridge at Torvik collapsed on 3 May 2031. Nobody was hurt.",
            "collapsed",
            "Rain fell. [[The bridge at Torvik collapsed on 3 May 2031.]] Nobody was hurt.",
            id="the paragraph",
        ),
        pytest.param(
            "Rain fell.\n\nThe bridge at Torvik collapsed on 3 May 2031.\n\nNobody was hurt.",
            "collapsed",
            "[[The bridge at Torvik collapsed on 3 May 2031.]]",
            id="not beyond it",
        ),
        pytest.param(
            f"{FILLER} {FILLER} The bridge collapsed on 3 May 2031. {FILLER} {FILLER}",
            "collapsed",
            "… at the wrong pier. Nobody in the harbour office knew why the old pilot boat lay"
            " at the wrong pier. [[The bridge collapsed on 3 May 2031.]] Nobody in the harbour office knew"
            " why the old pilot boat lay at the wrong pier. Nobody in the …",
            id="cut between words",
        ),
        pytest.param(
            "1. The bridge at Torvik collapsed on 3 May 2031.\n2. Nobody was hurt.\n",
            "collapsed",
            "1. [[The bridge at Torvik collapsed on 3 May 2031.]]",
            id="an item of a list",
        ),
    ],
)
def test_context(text: str, words: str, expected: str) -> None:
    assert in_brackets(quoting(text, words)) == expected


def test_the_sentence_is_cut_only_far_from_the_quote() -> None:
    many = ", ".join(f"the village of number {number}" for number in range(60))
    text = (
        f"Anna Lind was arrested on 3 May 2031, and the flood of 4 May 2031 hit {many}."
    )
    quote = quoting(text, "arrested")

    assert REST - 20 < len(quote.context.after) <= REST
    assert quote.context.tail == len(quote.context.after)
    assert context.sentence(quote)[2].endswith(" …")


WORDS = st.sampled_from(
    "On 3 May 2031 the bridge collapsed , . \n \n\n and her deputy resigned yesterday who"
    " “ ” Lind was arrested last Thursday said - 1. \t — née 東京".split(" ")
)


@given(st.lists(WORDS, max_size=120).map(" ".join))
@example(f"Lind was arrested on 3 May 2031 {'x' * 900}, and left on 4 May 2031.")
def test_context_is_a_stretch_of_the_text(text: str) -> None:
    for mention in mentions(told(text)):
        around, whole = mention.context, HEAD + text
        start = mention.span.start - len(around.before)
        end = mention.span.end + len(around.after)
        assert whole[start:end] == around.before + mention.text + around.after
        assert 0 <= around.lead <= len(around.before) <= max(NEAR, REST)
        assert 0 <= around.tail <= len(around.after) <= max(NEAR, REST)


@given(strategy(Mention, texts))
def test_pieces_of_any_mention_are_its_text(mention: Mention) -> None:
    around = mention.context
    uncut = replace(around, before=around.before.strip(), after=around.after.strip())
    pieces = context.pieces(replace(mention, context=uncut))

    assert "".join(p.text for p in pieces) == uncut.before + mention.text + uncut.after
    assert "".join(p.text for p in pieces if p.is_quoted) == mention.text
    assert all(p.is_in_sentence for p in pieces if p.is_quoted)


def test_a_time_expression_beside_the_quote_is_still_marked() -> None:
    text = "On 3 May 2031 Anna Lind was arrested, police said, and the mayor resigned."
    quote = quoting(text, "arrested")
    start = quote.span.start - len(quote.context.before)
    cut = replace(
        quote,
        text="Anna Lind was arrested",
        span=Span(start + 14, start + 36),
        context=Context("On 3 May 2031 ", ", police said.", 14, 14),
    )

    assert context.pieces(cut) == (
        Piece("On ", is_quoted=False, is_in_sentence=True, is_dated=False),
        Piece("3 May 2031", is_quoted=False, is_in_sentence=True, is_dated=True),
        Piece(" ", is_quoted=False, is_in_sentence=True, is_dated=False),
        Piece(
            "Anna Lind was arrested",
            is_quoted=True,
            is_in_sentence=True,
            is_dated=False,
        ),
        Piece(", police said.", is_quoted=False, is_in_sentence=True, is_dated=False),
    )


def test_context_is_in_the_export_and_read_again() -> None:
    timeline = told(
        "Rain fell. The bridge at Torvik collapsed on 3 May 2031. It was old."
    )
    (told_as,) = (
        mention.context
        for event in as_json.events(timeline)
        for mention in event.mentions
        if "collapsed" in mention.text
    )

    assert told_as == Context("Rain fell. ", " It was old.", 0, 0)
    assert mentions(as_json.read(as_json.render(timeline, View()))) == mentions(
        timeline
    )
