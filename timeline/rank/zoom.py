"""A timeline at a coarser scale: days, weeks, months or phases, and what matters in each.

Zooming in never loses a line: what stands for a month also stands for its week and its day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.model import DocumentRecord, Group, Ranked, TimeValue
from timeline.rank.choose import distinct
from timeline.rank.phases import Text, names, phases

FINER = {"month": "week", "week": "day"}
"""What one sees when zooming in from each."""

ZOOMS = ("day", "week", "month", "phase")

KEY = 3
"""Events that stand for each group."""

POINT = 20
"""An event that lasts no longer than this part of the story has its place in a phase."""

_LENGTHS = {"day": DAY, "week": 7 * DAY, "month": 31 * DAY}

_Groups = dict[TimeValue, list[Ranked]]


def groups(
    events: Sequence[Ranked], documents: Iterable[DocumentRecord], zoom: str | None
) -> tuple[Group, ...]:
    """The events of a timeline, in time order, grouped; none without a zoom.

    Each event is in one group: that in which it begins or, if it lasts longer than what
    is zoomed to, one of its own date; of phases that in which at least half of it lies.
    """
    if zoom is None or not events:
        return ()
    if zoom == "phase":
        return _phases(events, documents)
    key_ids = _key_ids(events, zoom)
    found = _units(events, zoom)
    return tuple(_group(time, found[time], key_ids) for time in _in_order(found))


def _key_ids(events: Sequence[Ranked], zoom: str) -> frozenset[str]:
    """The events that stand for each group of this zoom and of all coarser ones."""
    shown = set(_best(_units(events, zoom)))
    for coarser, finer in FINER.items():
        if finer == zoom:
            shown |= _key_ids(events, coarser)
    return frozenset(shown)


def _best(found: _Groups) -> Iterable[str]:
    for rows in found.values():
        yield from (row.event.id for row in distinct(rows, KEY))


def _units(events: Iterable[Ranked], zoom: str) -> _Groups:
    found: _Groups = defaultdict(list)
    for row in events:
        found[_unit(row.event.time, zoom)].append(row)
    return found


def _unit(time: TimeValue, zoom: str) -> TimeValue:
    if time.end - time.start > _LENGTHS[zoom]:
        return time
    day = time.start // DAY
    if zoom == "day":
        return edtf.day(day)
    if zoom == "week":
        return edtf.week(civil.week_start(day))
    year, month, _ = civil.ymd(day)
    return edtf.month(year, month)


def _in_order(found: Iterable[TimeValue]) -> list[TimeValue]:
    return sorted(found, key=lambda time: (time.start, time.end, time.edtf))


def _group(
    time: TimeValue,
    rows: Sequence[Ranked],
    key_ids: frozenset[str],
    words: tuple[str, ...] = (),
) -> Group:
    ids = tuple(row.event.id for row in rows)
    return Group(
        time=time,
        headline=distinct(rows, 1)[0].event.headline,
        event_ids=ids,
        key_ids=tuple(id_ for id_ in ids if id_ in key_ids),
        words=words,
    )


# ---- phases ----


def _phases(
    events: Sequence[Ranked], documents: Iterable[DocumentRecord]
) -> tuple[Group, ...]:
    """One group for each phase, and one for each date that is too long for them."""
    parts, own = _parts(events)
    languages = {document.id: document.language for document in documents}
    named = names([[_text(row, languages) for row in part] for part in parts.values()])
    found = [*zip(parts, parts.values(), named, strict=True)]
    found += [(time, rows, ()) for time, rows in own.items()]
    found.sort(key=lambda one: (one[0].start, one[0].end, one[0].edtf, not one[2]))
    return tuple(
        _group(time, rows, frozenset(_best({time: rows})), words)
        for time, rows, words in found
    )


def _parts(events: Sequence[Ranked]) -> tuple[_Groups, _Groups]:
    """The events of each phase, and by date those that last too long to be in one."""
    limit = _longest([row.event.time.start // DAY for row in events])
    short = [row for row in events if _lasting(row.event.time) <= limit]
    spans = _spans(short)
    starts = [span.start for span in spans]
    parts: _Groups = {span: [] for span in spans}
    own: _Groups = defaultdict(list)
    for row in events:
        time = row.event.time
        if _lasting(time) <= limit:
            parts[spans[bisect_right(starts, time.start) - 1]].append(row)
        else:
            part = next((span for span in spans if _is_mostly_in(time, span)), None)
            (parts[part] if part else own[time]).append(row)
    return parts, own


def _spans(events: Iterable[Ranked]) -> list[TimeValue]:
    """Each phase from the first day on which one of its events begins to the last."""
    weights: dict[int, float] = defaultdict(float)
    for row in events:
        weights[row.event.time.start // DAY] += row.score
    starts = phases(weights)
    inside: dict[int, list[int]] = defaultdict(list)
    for day in weights:
        inside[bisect_right(starts, day)].append(day)
    return [_span(min(days), max(days)) for _, days in sorted(inside.items())]


def _span(first: int, last: int) -> TimeValue:
    day = edtf.day(first)
    return day if first == last else edtf.between(day, edtf.day(last))


def _lasting(time: TimeValue) -> int:
    return time.end - time.start


def _is_mostly_in(time: TimeValue, span: TimeValue) -> bool:
    overlap = min(time.end, span.end) - max(time.start, span.start)
    return 2 * overlap >= _lasting(time)


def _longest(days: Iterable[int]) -> int:
    """How many seconds an event in a phase may last: a small part of the time in which
    all but the earliest and the latest tenth begin."""
    ordered = sorted(days)
    tenth = -(-len(ordered) // 10) if len(ordered) > 2 else 0
    span = ordered[-1 - tenth] - ordered[tenth]
    return max(1, span // POINT) * DAY


def _text(row: Ranked, languages: Mapping[str, str]) -> Text:
    language = languages.get(row.event.telling.document_id, "en")
    return Text(row.event.headline, language, 1 + row.score)
