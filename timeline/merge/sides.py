"""The sides of an event that one sentence tells, made one telling."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from timeline.merge.folder import Quoted
from timeline.model import Mention


def folded(told: Iterable[Quoted]) -> list[Quoted]:
    """The tellings in their order, of each sentence only those that have a date, or one.

    The first of these quotes what they tell together: "who opened fire on Friday, killing a
    guard", not the one half of it.
    """
    sentences: dict[tuple[str, int], list[Quoted]] = defaultdict(list)
    for one in told:
        mention = one.mention
        sentences[mention.document_id, mention.sentence].append(one)
    return [one for sides in sentences.values() for one in _told(sides)]


def _told(sides: Sequence[Quoted]) -> Sequence[Quoted]:
    dated = [side for side in sides if not side.mention.in_passing]
    first, *others = dated or sides[:1]
    return _widened(first, sides), *others


def _widened(first: Quoted, sides: Sequence[Quoted]) -> Quoted:
    widest = max(sides, key=_width)
    wide, narrow = widest.mention, first.mention
    if widest is first or not _holds(wide, narrow):
        return first
    told = replace(
        narrow, span=wide.span, text=wide.text, line=wide.line, context=wide.context
    )
    return Quoted(replace(first.profile, words=widest.profile.words), told)


def _width(quoted: Quoted) -> int:
    return quoted.mention.span.end - quoted.mention.span.start


def _holds(wide: Mention, narrow: Mention) -> bool:
    return wide.span.start <= narrow.span.start and narrow.span.end <= wide.span.end
