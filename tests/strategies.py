"""Timelines that nobody would write, for properties that hold of all of them."""

from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from timeline import edtf
from timeline.model import (
    DocumentRecord,
    Event,
    Granularity,
    Mention,
    Qualifier,
    Span,
    Timeline,
    TimeValue,
    Timex,
)

FAR = 400_000_000_000
"""Some 12,000 years in seconds."""

texts = st.text(max_size=20) | st.sampled_from(
    ["\x1b[31m[red]x[/red]", "a|b`c`\n<b>&", "\u202eabc", "\x9b2J", "\ud800", "%%==#"]
)

encodable = texts.filter(lambda text: "\ud800" not in text)


@st.composite
def time_values(draw: st.DrawFn) -> TimeValue:
    """Any interval that is not empty, at any granularity; by the day or by the second."""
    grain = draw(st.sampled_from(Granularity))
    unit = draw(st.sampled_from((1, 86_400)))
    start = draw(st.integers(-FAR // unit, FAR // unit)) * unit
    end = start + draw(st.integers(1, 40_000)) * unit
    qualifier = draw(st.none() | st.sampled_from(Qualifier))
    return edtf.make(start, end, grain, qualifier, draw(st.none() | encodable))


def strategy(kind: Any, words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Values of a type, with these texts in them."""
    made: dict[Any, st.SearchStrategy[Any]] = {
        str: words,
        bool: st.booleans(),
        int: st.integers(0, 10**6),
        float: st.floats(0, 1),
        TimeValue: time_values(),
        Span: st.builds(Span, st.integers(0, 50), st.integers(51, 99)),
        NoneType: st.none(),
    }
    if kind in made:
        return made[kind]
    parts = get_args(kind)
    if get_origin(kind) is tuple and parts[-1] is Ellipsis:
        return st.lists(strategy(parts[0], words), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*(strategy(part, words) for part in parts))
    if parts:
        return st.one_of(*(strategy(part, words) for part in parts))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _structs(kind, words)


def _structs(
    kind: type[Struct], words: st.SearchStrategy[str]
) -> st.SearchStrategy[Any]:
    fields = get_type_hints(kind)
    if kind is DocumentRecord:  # the export leaves these out
        fields = {k: v for k, v in fields.items() if k not in LEFT_OUT}
    if kind is Event:  # it is what at least one document tells
        made = {k: strategy(v, words) for k, v in fields.items()}
        told = st.lists(strategy(Mention, words), min_size=1, max_size=2).map(tuple)
        return st.builds(Event, **{**made, "mentions": told})
    if kind is Timex:
        part = {k: strategy(v, words) for k, v in fields.items() if k != "parts"}
        parts = st.lists(st.builds(Timex, **part), max_size=2).map(tuple)
        return st.builds(Timex, **part, parts=parts)
    return st.builds(kind, **{k: strategy(v, words) for k, v in fields.items()})


LEFT_OUT = ("terms", "shingles", "sentences", "date_order")

timelines = strategy(Timeline, texts)
encodable_timelines = strategy(Timeline, encodable).map(lambda t: replace(t, groups=()))
"""Without groups, which follow from the events and are not saved."""
