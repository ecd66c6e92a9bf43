"""The text around a quote, so that it can be read in context without its source."""

import re

from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.model import Context, Span

NEAR = 100
"""Characters on either side of the sentence: enough to see what is spoken of."""

REST = 600
"""Characters of the sentence itself on either side of the quote."""

_FIRST_BLANK = re.compile(r"\s")


def around(page: Page, sentence: Sentence, quote: Span) -> Context:
    """The rest of the sentence that the quote stands in, and some of its paragraph."""
    text, body = page.document.text, page.reading(sentence.ordinal).span
    whole = Span(min(body.start, quote.start), max(body.end, quote.end))
    start = max(whole.start - NEAR, quote.start - REST)
    end = min(whole.end + NEAR, quote.end + REST)
    first, last = _reach(page, sentence, Span(start, end))
    if start > first:
        blank = _FIRST_BLANK.search(text, start, quote.start)
        first = blank.start() if blank else start
    if end < last:
        last = _last_blank(text, quote.end, end)
    return Context(
        before=text[first : quote.start],
        after=text[quote.end : last],
        lead=quote.start - max(first, whole.start),
        tail=min(last, whole.end) - quote.end,
    )


def _last_blank(text: str, start: int, end: int) -> int:
    """The offset behind the last blank between two offsets; the end, if there is none."""
    last = end
    while last > start and not text[last - 1].isspace():
        last -= 1
    return last if last > start else end


def _reach(page: Page, sentence: Sentence, wanted: Span) -> tuple[int, int]:
    """How far the paragraph goes on, as far as that is wanted. A list item is its own."""
    first = last = sentence
    if sentence.shape is Shape.PROSE:
        while first.span.start > wanted.start and (other := _next(page, first, -1)):
            first = other
        while last.span.end < wanted.end and (other := _next(page, last, 1)):
            last = other
    return first.span.start, last.span.end


def _next(page: Page, sentence: Sentence, step: int) -> Sentence | None:
    """The sentence before or after, if it is prose and no blank line stands between."""
    position = sentence.ordinal + step
    if not 0 <= position < len(page.sentences):
        return None
    other = page.sentences[position]
    start, end = sentence.span, other.span
    if step < 0:
        start, end = end, start
    gap = page.document.text[start.end : min(end.start, start.end + NEAR)]
    is_apart = max(gap.count("\n"), gap.count("\r")) > 1
    return other if other.shape is Shape.PROSE and not is_apart else None
