"""The sides of an event that one sentence tells, made one telling."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from timeline.merge.profile import Profile
from timeline.model import Mention


def folded(profiles: Iterable[Profile]) -> list[Profile]:
    """The tellings in their order, of each sentence only those that have a date, or one.

    The first of these quotes what they tell together: "who opened fire on Friday, killing a
    guard", not the one half of it.
    """
    sentences: dict[tuple[str, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        mention = profile.mention
        sentences[mention.document_id, mention.sentence].append(profile)
    return [told for sides in sentences.values() for told in _told(sides)]


def _told(sides: Sequence[Profile]) -> Sequence[Profile]:
    dated = [side for side in sides if not side.mention.in_passing]
    first, *others = dated or sides[:1]
    return _widened(first, sides), *others


def _widened(first: Profile, sides: Sequence[Profile]) -> Profile:
    widest = max((side.mention for side in sides), key=_width)
    if widest is first.mention or not _holds(widest, first.mention):
        return first
    told = replace(
        first.mention,
        span=widest.span,
        text=widest.text,
        line=widest.line,
        context=widest.context,
    )
    return replace(first, mention=told)


def _width(mention: Mention) -> int:
    return mention.span.end - mention.span.start


def _holds(wide: Mention, narrow: Mention) -> bool:
    return wide.span.start <= narrow.span.start and narrow.span.end <= wide.span.end
