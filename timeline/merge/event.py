"""One event made of its tellings: which date, status, words and names it gets.

*Date*: see `date`. *Words*: those of the telling that says it best, see `telling`.

*Status*: that of the most origins; on a tie the surer one.

*Confidence*: a telling is as sure as its basis (`SURE`), less where its anchor, the date of
its document, is itself unsure, and less for hearsay. Origins back each other up as independent
witnesses do, 1 - (1 - a)(1 - b)…; those that state another date take their share away.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.merge.conflicts import conflicts
from timeline.merge.context import Context
from timeline.merge.date import basis_of, overlaps, stating, time_of
from timeline.merge.folder import Folder, Quoted
from timeline.merge.near import link
from timeline.merge.sides import folded
from timeline.merge.similar import Score, compare
from timeline.merge.telling import Likeness, best_of, totals_of
from timeline.model import (
    Anchor,
    Basis,
    Conflict,
    DocumentRecord,
    Event,
    Link,
    Mention,
    Status,
    TimeValue,
)
from timeline.text.spelling import key

SURE = {
    Basis.EXPLICIT: 0.9,
    Basis.RELATIVE: 0.85,
    Basis.INHERITED: 0.65,
    Basis.PUBLICATION: 0.55,
}
"""How often a date of this basis is right, roughly, when the document date is."""

HEARSAY = 0.8
"""What an alleged, planned or hypothetical telling keeps of its confidence."""

MOST = 0.99
"""Nothing read in papers is surer than this."""

_STATUS_ORDER = tuple(Status)


def make(members: Sequence[int], known: Context) -> Event:
    """The event of these mentions. Its id need not be unique."""
    quoted = (known.folder.quoted(member) for member in members)
    told = folded(sorted(quoted, key=lambda q: q.profile.order))
    mentions = tuple(q.mention for q in told)
    totals = totals_of(told, known)
    dated = _dated(told)
    dating = [q.mention for q in dated]
    time = time_of(stating(dated), known)
    status = _status(dating, known)
    best = best_of(dated, time, status, totals, known)
    return Event(
        id=key(dating[0]),
        time=time,
        basis=basis_of(dating, time),
        status=status,
        headline=best.headline,
        summary=best.text,
        confidence=_confidence(dating, time, known),
        mentions=mentions,
        origins=_sorted_ids({known.origins[m.document_id] for m in mentions}),
        actors=_labels(mentions, lambda m: m.actors, known),
        places=_labels(mentions, lambda m: m.places, known),
        conflicts=_conflicts(mentions, known),
        links=_links(told, totals, known.folder),
    )


def _dated(told: Sequence[Quoted]) -> Sequence[Quoted]:
    """All but what is told in passing, which backs the event up and decides nothing."""
    return [q for q in told if not q.mention.in_passing] or told


def _conflicts(mentions: Sequence[Mention], known: Context) -> tuple[Conflict, ...]:
    documents = {m.document_id: known.documents[m.document_id] for m in mentions}
    reported = {id_: d.dct.start if d.dct else None for id_, d in documents.items()}
    languages = {id_: d.language for id_, d in documents.items()}
    return conflicts(mentions, reported, languages)


def _sorted_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Origin ids in the order of their numbers: o2 before o10."""
    return tuple(sorted(ids, key=lambda id_: (len(id_), id_)))


def _status(mentions: Sequence[Mention], known: Context) -> Status:
    origins: dict[Status, set[str]] = defaultdict(set)
    for mention in mentions:
        origins[mention.status].add(known.origins[mention.document_id])
    return min(origins, key=lambda s: (-len(origins[s]), _STATUS_ORDER.index(s)))


def _confidence(mentions: Sequence[Mention], time: TimeValue, known: Context) -> float:
    """See the top of this file."""
    sure: dict[str, float] = defaultdict(float)
    against: set[str] = set()
    for mention in mentions:
        origin = known.origins[mention.document_id]
        sure[origin] = max(sure[origin], _sure(mention, known.documents))
        if mention.basis is not Basis.PUBLICATION and not overlaps(mention.time, time):
            against.add(origin)
    doubt = 1.0
    for origin in sorted(sure.keys() - against):
        doubt *= 1 - sure[origin]
    agreeing = len(sure.keys() - against) / len(sure)
    return round(min(MOST, 1 - doubt) * agreeing, 2)


def _sure(mention: Mention, documents: Mapping[str, DocumentRecord]) -> float:
    sure = SURE[mention.basis]
    if _rests_on_document(mention):
        sure *= documents[mention.document_id].dct_confidence or 1.0
    return (
        sure if mention.status in (Status.HAPPENED, Status.DENIED) else sure * HEARSAY
    )


def _rests_on_document(mention: Mention) -> bool:
    if mention.timex is None:
        return mention.basis is Basis.PUBLICATION
    return mention.timex.anchor is Anchor.DCT


def _labels(
    mentions: Iterable[Mention],
    names: Callable[[Mention], tuple[str, ...]],
    known: Context,
) -> tuple[str, ...]:
    """Each name once, as most documents spell it: most told first, then as they come."""
    folder = known.folder
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        for name in names(mention):
            key = folder.names.key(mention.document_id, name)
            found[key].add(mention.document_id)
    keys = sorted(found, key=lambda own: -len(found[own]))
    return tuple(dict.fromkeys(folder.names.label(key) for key in keys))


def _links(
    told: Sequence[Quoted], totals: Likeness, folder: Folder
) -> tuple[Link, ...]:
    """For each mention, the one of the others that it is most like."""
    best: dict[int, tuple[float, int]] = {}
    for (one, other), total in totals.items():
        for mine, its in ((one, other), (other, one)):
            if mine not in best or total > best[mine][0]:
                best[mine] = (total, its)
    scores: dict[tuple[int, int], Score] = {}
    links = []
    for mine in (q.profile.order for q in told if q.profile.order in best):
        its = best[mine][1]
        pair = (mine, its) if mine < its else (its, mine)
        if pair not in scores:
            a, b = (folder.profiles[order] for order in pair)
            scores[pair] = compare(a, b, folder)
        links.append(link(folder, mine, its, scores[pair]))
    return tuple(links)
