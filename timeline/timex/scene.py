"""What every resolver works with: the scene, and a sense that has found its place."""

from msgspec import Struct

from timeline import civil
from timeline.model import Anchor, Basis, Span
from timeline.timex import spans
from timeline.timex.halves import Halves
from timeline.timex.lexicon import Lexicon
from timeline.timex.senses import Shift, When
from timeline.timex.spans import Unit
from timeline.timex.story import Story
from timeline.timex.tense import tense

_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}


_NEAR = 200
"""Characters around an expression of which some say which way it looks."""


class Placed(Struct, frozen=True):
    """A sense with its value, and what it hung on."""

    value: str
    unit: Unit | None
    anchor: Anchor
    basis: Basis
    warning: str | None = None


class Scene(Struct, frozen=True):
    """All that a resolver may look at: the text, the story so far, the language.

    `heads` are the starts of the dates that head an entry each, `posts` those of the
    dates of lines that say who wrote what stands below. With `feet`, lines that are dates
    date what stands above them.
    """

    text: str
    story: Story
    lexicon: Lexicon
    halves: Halves
    day_first: bool
    heads: frozenset[int] = frozenset()
    posts: frozenset[int] = frozenset()
    feet: bool = False


def finish(
    when: When, unit: Unit, anchor: Anchor, basis: Basis, warning: str | None = None
) -> Placed:
    """Add the time of day and the modifier."""
    if when.moved is not None:
        unit = spans.day(_moved(unit.first, when.moved))
    if when.clock is not None:
        unit = spans.clock(unit.first, when.clock, when.clock_unit, when.zone)
    elif when.part is not None:
        unit = spans.part(unit.first, when.part, when.crossing)
    unit = spans.modified(unit, when.mod)
    return Placed(unit.value, unit, anchor, basis, warning)


def _moved(day: int, shift: Shift) -> int:
    """The day so many weeks, months or years on; a shorter month has its last day."""
    amount = shift.amount or 0
    if shift.unit in _DAYS:
        return day + _DAYS[shift.unit] * amount
    return civil.months_on(day, _MONTHS[shift.unit] * amount)


def way(span: Span, scene: Scene) -> int:
    """Which way the clause around an expression looks, as `tense` tells it: of a message
    or an entry, by no word above its head."""
    begun, cues = scene.story.opened_at, scene.lexicon.cues
    if not 0 < span.start - begun < _NEAR:
        return tense(scene.text, span.start, span.end, cues)
    own = scene.text[begun : span.end + _NEAR]
    return tense(own, span.start - begun, span.end - begun, cues)


def unplaced(value: str, when: When) -> Placed:
    """A value with `X` for what is not known, and the time of day that was said."""
    if when.clock is not None:
        value += f"T{when.clock // 3600:02}:{when.clock // 60 % 60:02}"
    elif when.part is not None:
        value += f"T{when.part}"
    return Placed(value, None, Anchor.NONE, Basis.RELATIVE)


def anchor_of(when: When, scene: Scene) -> Anchor:
    """What a sense without a year or a date of its own hangs on."""
    story = scene.story
    if when.base == "previous" or story.dct is None or story.tells_history:
        return Anchor.PREVIOUS
    return Anchor.PREVIOUS if story.in_section else Anchor.DCT
