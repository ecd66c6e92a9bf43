"""Find time expressions and work out when they mean.

text → find (tokens, rules, gates) → compose (neighbours) → resolve (anchors) → Timex
"""

from msgspec import Struct

from timeline.lang.table import has_table
from timeline.model import Document, Problem, Timex
from timeline.timex.compose import compose
from timeline.timex.find import Expression, Refused, find
from timeline.timex.lexicon import lexicon
from timeline.timex.resolve import resolve


class Tagged(Struct, frozen=True):
    """The time expressions of one text in order of appearance, and what was odd about them.

    `refused` are phrases that fit a rule and were kept out by its gate; `expressions` are
    what was found before it was dated, with the slots of each.
    """

    timexes: tuple[Timex, ...]
    problems: tuple[Problem, ...] = ()
    refused: tuple[Refused, ...] = ()
    expressions: tuple[Expression, ...] = ()


def tag(document: Document, date_order: str = "auto") -> Tagged:
    """Every time expression of the text, resolved against `document.dct` where that is known.

    Without a DCT a yearless date has value `XXXX-01-08` and `time` None. A language without
    a table of its own is read with dateparser's words.
    """
    if not has_table(document.language):
        from timeline.timex.fallback import tag_locale

        return Tagged(tag_locale(document))
    words = lexicon(document.language)
    found = find(document.text, words)
    expressions = compose(document.text, found, words.joints)
    timexes, problems = resolve(
        document.text, expressions, document.dct, words, date_order
    )
    uri = document.source.uri
    named = tuple(Problem(uri, p.stage, p.message, p.hint, p.line) for p in problems)
    return Tagged(timexes, named, found.refused, expressions)
