"""Find time expressions: the longest rule that fits and passes its gate, left to right."""

from msgspec import Struct

from timeline.lang.table import Rule
from timeline.model import Span
from timeline.timex import gates, meaning
from timeline.timex.grammar import Reading, State
from timeline.timex.lexicon import Lexicon
from timeline.timex.senses import Sense, When
from timeline.timex.tokens import Tokens, tokens

MAX_SENSES = 50_000
"""Phrases whose sense is remembered before the memory is cleared."""

MAX_GAP = 6
"""Longest run of white space and marks, in characters, inside one expression."""

MAX_INDENT = 30
"""The same where a line ends in it, and the next one is indented."""


class Expression(Struct, frozen=True):
    """A time expression found, not yet dated.

    `rule` is the row of the language table that found it, `sense` what it says. `slots`
    maps slot names to the span of the token that filled them.
    """

    span: Span
    rule: str
    sense: Sense
    slots: tuple[tuple[str, Span], ...] = ()


class Prefixed(Struct, frozen=True):
    """Words that modify the expression after them ("early", "at least").

    Where none follows they may be, or hold, an expression of their own ("the last days").
    """

    span: Span
    mod: str
    on: tuple[str, ...]


class Refused(Struct, frozen=True):
    """A phrase that fits a rule and is no time all the same: for `explain`.

    `gate` kept it out; where there is None, that is what the rule is for, or its numbers
    make no date.
    """

    span: Span
    rule: str
    gate: str | None


class Found(Struct, frozen=True):
    """Everything met in one text, in order; expressions do not overlap each other."""

    expressions: tuple[Expression, ...]
    prefixes: tuple[Prefixed, ...]
    refused: tuple[Refused, ...]


def find(text: str, lexicon: Lexicon) -> Found:
    """Every time expression of a text. Linear in its length."""
    kept = tokens(text, lexicon)
    expressions: list[Expression] = []
    prefixes: list[Prefixed] = []
    refused: list[Refused] = []
    start = lexicon.automaton.start
    starters, step = start.next, lexicon.automaton.step
    entries, at, count = kept.entries, 0, len(kept.entries)
    starts, ends = kept.starts, kept.ends
    while at < count:
        symbol = entries[at].symbol
        state = starters[symbol] if symbol in starters else step(start, symbol)
        is_alone = at + 1 == count or _is_far(kept.text, ends[at], starts[at + 1])
        if state is None or (is_alone and not state.readings):
            at += 1
            continue
        for reading, last in reversed(_readings(kept, at, state, lexicon)):
            found = _accept(kept, at, last, reading, lexicon)
            if isinstance(found, Refused):
                refused.append(found)
                continue
            if isinstance(found, Prefixed):
                prefixes.append(found)
                continue
            rule = lexicon.rules[reading.rule]
            if isinstance(found, Expression):
                expressions.append(found)
            else:
                span = Span(kept.starts[at], kept.ends[last])
                refused.append(Refused(span, rule.name, None))
            at = last - (rule.context if isinstance(rule, Rule) else 0)
            break
        at += 1
    return Found(tuple(expressions), tuple(prefixes), tuple(refused))


def _readings(
    kept: Tokens, at: int, state: State, lexicon: Lexicon
) -> list[tuple[Reading, int]]:
    """Complete readings from a token on, the best last, with their last token."""
    automaton, entries, text = lexicon.automaton, kept.entries, kept.text
    starts, ends, count = kept.starts, kept.ends, len(kept.entries)
    found: list[tuple[Reading, int]] = []
    here: State | None = state
    while here is not None:
        if here.readings:
            found += [(reading, at) for reading in here.readings]
        at += 1
        if at == count or _is_far(text, ends[at - 1], starts[at]):
            break
        gap = _gap(text[ends[at - 1] : starts[at]])
        if gap is None:
            break
        symbol = automaton.gaps[gap]
        here = (
            here.next[symbol] if symbol in here.next else automaton.step(here, symbol)
        )
        if here is None:
            break
        symbol = entries[at].symbol
        here = (
            here.next[symbol] if symbol in here.next else automaton.step(here, symbol)
        )
    return found


def _is_far(text: str, end: int, start: int) -> bool:
    """Whether too much lies between two tokens, be it only blanks, for one expression."""
    size = start - end
    return size > MAX_GAP and (size > MAX_INDENT or text.find("\n", end, start) < 0)


_GAPS = {
    " ": "space",
    "": "none",
    "-": "hyphen",
    "–": "hyphen",
    ", ": "comma",
    ",": "comma",
    "'": "genitive",
    "’": "genitive",
    "' ": "plural genitive",
    "’ ": "plural genitive",
}


def _gap(text: str) -> str | None:
    """The kind of a gap between tokens, or None where no expression crosses it."""
    known = _GAPS.get(text)
    if known:
        return known
    if "*" in text:
        return _GAPS.get(text.replace("*", ""))
    folded = " ".join(text.split())
    if text.count("\n") + text.replace("\r\n", "").count("\r") > 1:
        return None
    if not folded:
        return "space"
    return "comma" if folded == "," else None


def _accept(
    kept: Tokens, first: int, last: int, reading: Reading, lexicon: Lexicon
) -> Expression | Prefixed | Refused | None:
    """The expression of a reading; None where the rule says that it is no time."""
    rule = lexicon.rules[reading.rule]
    span = Span(kept.starts[first], kept.ends[last])
    if not isinstance(rule, Rule):
        return Prefixed(span, rule.mod, rule.on)
    if rule.context:
        span = Span(span.start, kept.ends[last - rule.context])
    if rule.gate and not gates.GATES[rule.gate](kept, first, last, lexicon):
        return Refused(span, rule.name, rule.gate)
    sense = _sense(kept, first, last, reading, lexicon)
    if sense is None:
        return None
    return Expression(span, rule.name, sense, _slot_spans(kept, first, reading))


def _sense(
    kept: Tokens, first: int, last: int, reading: Reading, lexicon: Lexicon
) -> Sense | None:
    """What the phrase says; worked out once for the same words read in the same way."""
    phrase = kept.text[kept.starts[first] : kept.ends[last]]
    key = reading.serial, phrase
    if key in lexicon.senses:
        return lexicon.senses[key]
    rule = lexicon.rules[reading.rule]
    assert isinstance(rule, Rule)
    values: dict[str, meaning.SlotValue] = {**rule.values, **dict(reading.constants)}
    for name, kind, index in reading.slots:
        values[name] = kept.entries[first + index].values[kind]
    slots = meaning.Slots(values, phrase, lexicon.says)
    sense = meaning.MEANINGS[rule.meaning](slots)
    if len(lexicon.senses) > MAX_SENSES:
        lexicon.senses.clear()
    lexicon.senses[key] = sense
    return sense


def _slot_spans(
    kept: Tokens, first: int, reading: Reading
) -> tuple[tuple[str, Span], ...]:
    """Where each slot stands; a token with two ends ("12-14") fills `first` and `last`."""
    spans: list[tuple[str, Span]] = []
    for name, kind, index in reading.slots:
        start, end = kept.starts[first + index], kept.ends[first + index]
        spans.append((name, Span(start, end)))
        if kind in ("{days}", "{years}", "{descending}"):
            middle = start + next(
                i for i, c in enumerate(kept.text[start:end]) if c in "-–/"
            )
            spans += [("first", Span(start, middle)), ("last", Span(middle + 1, end))]
    return tuple(spans)


def near_whens(
    text: str, first: Expression, second: Expression, reach: int
) -> tuple[When, str, When] | None:
    """Two points in time and the text between them, if that is `reach` characters or less.

    None where either is no point in time (a length, a set, a range).
    """
    gap = text[first.span.end : second.span.start]
    if len(gap) > reach:
        return None
    if not isinstance(first.sense, When) or not isinstance(second.sense, When):
        return None
    return first.sense, gap, second.sense
