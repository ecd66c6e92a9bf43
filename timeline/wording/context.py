"""A quote with the text around it, in pieces to be shown in different tones."""

from itertools import pairwise

from msgspec import Struct

from timeline.model import Mention, Span


class Piece(Struct, frozen=True):
    """Some words of a document: those quoted, the rest of their sentence, or near to it.

    `is_dated` says that they are of the time expression.
    """

    text: str
    is_quoted: bool
    is_in_sentence: bool
    is_dated: bool


def pieces(mention: Mention) -> tuple[Piece, ...]:
    """Quote and context in order, with an ellipsis where the context is cut."""
    text, first = _text(mention), len(mention.context.before)
    last = first + len(mention.text)
    start = min(max(0, first - mention.context.lead), first)
    end = min(last + max(0, mention.context.tail), len(text))
    dated = _dated(mention, len(text))
    cuts = sorted({0, start, first, last, end, len(text), dated.start, dated.end})
    opening = "…" if mention.context.before[:1].isspace() else ""
    closing = "…" if mention.context.after[-1:].isspace() else ""
    return tuple(
        Piece(
            (opening if not here else "")
            + text[here:after]
            + (closing if after == len(text) else ""),
            is_quoted=first <= here < last,
            is_in_sentence=start <= here < end,
            is_dated=dated.start <= here < dated.end,
        )
        for here, after in pairwise(cuts)
    )


def sentence(mention: Mention) -> tuple[str, str, str]:
    """The quote between what completes its sentence, with ellipses as in `pieces`."""
    told = [piece for piece in pieces(mention) if piece.is_in_sentence]
    quoted = [number for number, piece in enumerate(told) if piece.is_quoted]
    first, last = (quoted[0], quoted[-1] + 1) if quoted else (0, 0)
    parts = (told[:first], told[first:last], told[last:])
    before, quote, after = ("".join(piece.text for piece in part) for part in parts)
    return before, quote, after


def whole_sentence(mention: Mention) -> str:
    """The sentence that the quote is a part of."""
    return "".join(sentence(mention))


def said(mention: Mention, span: Span) -> str | None:
    """The words at a place in the document, if quote or context reach that far."""
    start = span.start - _offset(mention)
    end = span.end - _offset(mention)
    text = _text(mention)
    return text[start:end] if 0 <= start <= end <= len(text) else None


def _text(mention: Mention) -> str:
    return mention.context.before + mention.text + mention.context.after


def _offset(mention: Mention) -> int:
    """Where in the document the context begins."""
    return mention.span.start - len(mention.context.before)


def _dated(mention: Mention, length: int) -> Span:
    """The time expression in quote and context; nothing where it is not there."""
    if mention.timex is None:
        return Span(0, 0)
    start = mention.timex.span.start - _offset(mention)
    end = mention.timex.span.end - _offset(mention)
    return Span(start, end) if 0 <= start < end <= length else Span(0, 0)
