"""Day or month first: documents that do not show it follow those that do.

"03/06/2031" alone says nothing; "13/06/2031" in another record of its file, from its
publisher or in its folder does. The nearest of these that shows it decides, where all that
is there agrees, so no order of files plays a part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from timeline.model import DocumentRecord, RawDocument
from timeline.timex import Tagged, order

_LANGUAGE = "en"
"""The one language that writes either first."""

_FIGURES = re.compile(
    r"(?<!\d)(?P<first>\d\d?)(?P<mark>[/-])(?P<second>\d\d?)(?P=mark)\d"
)
_LAST = 12
"""The number of the last month: what is above is a day."""


class Shown(Struct, frozen=True, gc=False):
    """What a document shows of its order: `dmy` or `mdy`; `open` where it has to know, and
    its figures and spelt-out dates say nothing; else nothing. `by` is what shows it."""

    order: str = ""
    by: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether a figure above 12 shows it."""
        return self.order in order.ORDERS


NOTHING = Shown()


class Followed(Struct, frozen=True, gc=False):
    """The order that a document takes from another: what shows it there, and where."""

    order: str
    by: str
    uri: str


Orders = dict[str, Followed]
"""Document id to the order that others lend it."""


def shown(raw: RawDocument, language: str, tagged: Tagged) -> Shown:
    """What the text and the fields of a document show."""
    if language != _LANGUAGE:
        return NOTHING
    hints = [found for hint in raw.hints for found in _FIGURES.finditer(hint.value)]
    leans, by = order.leaning(raw.text, tagged.expressions)
    for found in hints:
        lean = _lean(found)
        leans, by = leans + order.FIGURES * lean, found.string if lean else by
    if by and abs(leans) >= order.FIGURES:
        return Shown(order.ORDERS[leans < 0], by)
    is_open = any(_lean(found) == 0 for found in hints) or order.asks(
        tagged.expressions
    )
    return Shown("open" if is_open and not leans else "")


def follow(records: Iterable[DocumentRecord], found: Mapping[str, Shown]) -> Orders:
    """The orders of those that do not show their own, by what is shown around them."""
    records = sorted(records, key=lambda record: (record.source.uri, record.id))
    asking = [r for r in records if found.get(r.id, NOTHING).order == "open"]
    if not asking:
        return {}
    around: dict[tuple[str, str], list[DocumentRecord]] = defaultdict(list)
    for record in records:
        if record.id in found and found[record.id].is_settled:
            for group in _groups(record):
                around[group].append(record)
    return {
        record.id: followed
        for record in asking
        for near in [next((around[g] for g in _groups(record) if g in around), [])]
        if (followed := _agreed(near, found)) is not None
    }


def _agreed(
    near: Sequence[DocumentRecord], found: Mapping[str, Shown]
) -> Followed | None:
    """The order of documents of which none contradicts another."""
    said = {found[record.id].order for record in near}
    if len(said) != 1:
        return None
    first = near[0]
    return Followed(said.pop(), found[first.id].by, first.source.uri)


def _groups(record: DocumentRecord) -> Iterator[tuple[str, str]]:
    """What a document belongs to, the smallest first: file, publisher, folder."""
    file = record.source.uri.partition("#")[0]
    yield "file", file
    if record.source.publisher:
        yield "publisher", record.source.publisher
    yield "folder", file.replace("\\", "/").rpartition("/")[0]


def _lean(figures: re.Match[str]) -> int:
    """Positive where the day must come first, negative where the month must."""
    first, second = int(figures["first"]), int(figures["second"])
    return (first > _LAST) - (second > _LAST)
