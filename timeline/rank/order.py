"""The order of lines in a timeline."""

from collections.abc import Iterable

from timeline.model import DocumentRecord, Ranked


def in_time(
    ranked: Iterable[Ranked], documents: Iterable[DocumentRecord]
) -> tuple[Ranked, ...]:
    """Sorted by this rule, each step deciding what the ones before left even:

    1. what began earlier;
    2. what is told more precisely: an hour before a day, a day before its month;
    3. what lasted less long;
    4. what was reported earlier, undated reports last;
    5. what stands higher up in its document;
    6. event id, so that no two are ever even.
    """
    reported = {d.id: d.dct.start for d in documents if d.dct}

    def key(row: Ranked) -> tuple[int, int, int, bool, int, int, int, str]:
        time, first = row.event.time, row.event.mentions[0]
        return (
            time.start,
            -time.granularity.fineness,
            time.end - time.start,
            first.document_id not in reported,
            reported.get(first.document_id, 0),
            first.sentence,
            first.span.start,
            row.event.id,
        )

    return tuple(sorted(ranked, key=key))
