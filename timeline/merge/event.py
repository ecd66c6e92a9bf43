"""One event made of its tellings: which date, status, words and names it gets.

*Date*: of all stated dates the finest, down to the day; a time of day only where half the
origins that name a day name one. Where days differ, that of the most origins. The date is
always one that a telling states; documents' own dates serve only when none states one.

*Status*: that of the most origins; on a tie the surer one.

*Confidence*: a telling is as sure as its basis (`SURE`), less where its anchor, the date of
its document, is itself unsure, and less for hearsay. Origins back each other up as independent
witnesses do, 1 - (1 - a)(1 - b)…; those that state another date take their share away.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from timeline.civil import DAY
from timeline.lang.cues import cues
from timeline.merge.conflicts import conflicts
from timeline.merge.folder import Folder, Quoted
from timeline.merge.near import link
from timeline.merge.pairs import Totals
from timeline.merge.sides import folded
from timeline.merge.similar import Score, compare, likeness
from timeline.model import (
    Anchor,
    Basis,
    Conflict,
    DocumentRecord,
    Event,
    Granularity,
    Link,
    Mention,
    Origin,
    Status,
    TimeValue,
)
from timeline.text.spelling import key
from timeline.text.stems import stem

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

_MAX_COMPARED = 12
"""Tellings compared to find the most central one; more add nothing."""

_SHORTEST, _LONGEST = 40, 220
"""Characters of a sentence that can stand on its own in a timeline."""

_LINE = 100
"""Characters of a headline that fits in one line."""

_FULL = 15
"""Content words of a telling that leaves nothing out; more are no better."""


class Context(Struct, frozen=True):
    """What events are made from: profiles, documents by id, origin ids by document.

    And the totals of pairs of mentions, as far as they are known.
    """

    folder: Folder
    documents: Mapping[str, DocumentRecord]
    origins: Mapping[str, str]
    totals: Totals


def context(
    folder: Folder,
    documents: Iterable[DocumentRecord],
    origins: Iterable[Origin],
    totals: Totals,
) -> Context:
    """The context of all documents and their origins."""
    return Context(
        folder,
        {document.id: document for document in documents},
        {id_: origin.id for origin in origins for id_ in origin.document_ids},
        totals,
    )


def make(members: Sequence[int], known: Context) -> Event:
    """The event of these mentions. Its id need not be unique."""
    quoted = (known.folder.quoted(member) for member in members)
    told = folded(sorted(quoted, key=lambda q: q.profile.order))
    mentions = tuple(q.mention for q in told)
    totals = _totals(told, known)
    dated = _dated(told)
    dating = [q.mention for q in dated]
    time = _time(_stating(dated), known)
    best = _best(dated, time, totals, known)
    return Event(
        id=key(dating[0]),
        time=time,
        basis=_basis(dating, time),
        status=_status(dating, known),
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


# Date


def _stating(told: Sequence[Quoted]) -> list[Mention]:
    """The tellings that date the event: those that state a day, else an hour, else all.

    A day taken over from another sentence is stated where no other is.
    """
    days = [q.mention for q in told if not q.profile.is_soft]
    days = [m for m in days if m.basis is not Basis.INHERITED] or days
    hours = [q.mention for q in told if q.mention.basis is not Basis.PUBLICATION]
    return days or hours or [q.mention for q in told]


def _time(stated: Sequence[Mention], known: Context) -> TimeValue:
    if all(m.basis is Basis.PUBLICATION for m in stated):
        return min((m.time for m in stated), key=lambda t: (t.start, t.end))
    backers = _backers(stated, known)
    days = [m.time for m in stated if m.time.granularity.fineness <= _DAY]
    finer = [m.time for m in stated if m.time.granularity.fineness > _DAY]
    if finer and (not days or _half_name_one(finer, days, backers)):
        return _preferred(finer, backers)
    return _preferred(days, backers)


_DAY = Granularity.DAY.fineness


def _half_name_one(
    finer: Sequence[TimeValue],
    days: Sequence[TimeValue],
    backers: Mapping[TimeValue, set[str]],
) -> bool:
    day_origins: set[str] = set()
    for time in days:
        if time.granularity is Granularity.DAY:
            day_origins |= backers[time]
    finer_origins = set().union(*(backers[time] for time in finer))
    return len(finer_origins) >= len(day_origins - finer_origins)


def _backers(mentions: Iterable[Mention], known: Context) -> dict[TimeValue, set[str]]:
    """The origins that state each date, or a time inside it."""
    mentions = tuple(mentions)
    return {
        time: {
            known.origins[m.document_id]
            for m in mentions
            if time.start <= m.time.start and m.time.end <= time.end
        }
        for time in {m.time for m in mentions}
    }


def _preferred(
    times: Sequence[TimeValue], backers: Mapping[TimeValue, set[str]]
) -> TimeValue:
    """The shortest; of those of its length the one most origins name, then the earliest."""
    shortest = min(time.end - time.start for time in times)
    short = [time for time in times if time.end - time.start == shortest]
    return min(
        short,
        key=lambda t: (-len(backers[t]), t.qualifier is not None, t.start, t.edtf),
    )


def _basis(mentions: Sequence[Mention], time: TimeValue) -> Basis:
    """The surest basis on which the chosen date was stated."""
    stating = [
        m.basis
        for m in mentions
        if (m.time.start, m.time.end) == (time.start, time.end)
    ]
    return min(stating, key=tuple(Basis).index)


# Status and confidence


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
        if mention.basis is not Basis.PUBLICATION and not _overlaps(mention.time, time):
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


def _names(one: TimeValue, other: TimeValue) -> bool:
    """Whether it names the other, or the day of it: "in June" does not name 6 June."""
    longest = max(DAY, other.end - other.start)
    return _overlaps(one, other) and one.end - one.start <= longest


def _overlaps(one: TimeValue, other: TimeValue) -> bool:
    return one.start < other.end and other.start < one.end


# Words


_Totals = Mapping[tuple[int, int], float]
"""How alike two tellings are, by their `order`."""


def _totals(told: Sequence[Quoted], known: Context) -> _Totals:
    """Totals of all pairs of the first tellings, and of each other with the first."""
    core, others = told[:_MAX_COMPARED], told[_MAX_COMPARED:]
    chosen = [*combinations(core, 2), *((core[0], other) for other in others)]
    found = {}
    for one, other in chosen:
        a, b = one.profile, other.profile
        total = known.totals.get(a.order, b.order)
        if total is None:
            total = likeness(a, b, known.folder)
        found[a.order, b.order] = total
    return found


def _best(
    told: Sequence[Quoted],
    time: TimeValue,
    totals: _Totals,
    known: Context,
) -> Mention:
    """The most central and plainest telling that can stand alone; the earlier on a tie.

    Plain is the word for the action that most tellings use, with the names that most give.
    """
    if len(told) == 1:
        return told[0].mention
    central = _central(totals)
    most = max(central.values(), default=0.0) or 1.0
    words = Counter(stem(q.mention.trigger) for q in told)
    names = Counter(name for q in told for name in q.profile.actors)
    often, total = max(words.values()), sum(n * n for n in names.values()) or 1
    shared = Counter(term for q in told for term in set(q.mention.terms))

    def worth(quoted: Quoted) -> float:
        mention, order = quoted.mention, quoted.profile.order
        return (
            central.get(order, 0.0) / most
            + 0.3 * _overlaps(mention.time, time)
            + 0.6 * _names(mention.time, time)
            + 0.4 * words[stem(mention.trigger)] / often
            + 0.4 * sum(names[name] ** 2 for name in quoted.profile.actors) / total
            + _stands_alone(mention)
            + 0.3 * _agreed(mention, shared, len(told))
            - 0.6 * _overlong(mention)
            - 0.6 * _points_back(mention, known)
        )

    return max(_fitting(told, time, known), key=worth).mention


def _fitting(
    told: Sequence[Quoted], time: TimeValue, known: Context
) -> Sequence[Quoted]:
    """The tellings that say what the event says: its status and, of several, its date.

    What happened is not headed by what was written before, if there is anything else.
    """
    status = _status([q.mention for q in told], known)
    fitting = [q for q in told if q.mention.status is status]
    if status is Status.HAPPENED:
        day = time.start // DAY
        after = [q for q in fitting if _is_written_by(q, day)]
        fitting = after or fitting
    hard = (q for q in fitting if not q.profile.is_soft)
    stating = [q for q in hard if _overlaps(q.mention.time, time)]
    return _in_one_language(stating if len(stating) > 1 else fitting)


def _in_one_language(told: Sequence[Quoted]) -> Sequence[Quoted]:
    """Those in the language that most are in; all, where two have as many."""
    (first, most), *others = Counter(q.profile.language for q in told).most_common(2)
    if not others or others[0][1] == most:
        return told
    return [q for q in told if q.profile.language == first]


def _is_written_by(quoted: Quoted, day: int) -> bool:
    """Whether its document can tell what happened that day."""
    reported = quoted.profile.report_day
    return reported is None or reported >= day


def _central(totals: _Totals) -> dict[int, float]:
    """How alike each telling is to those it was compared with, on average."""
    found: dict[int, list[float]] = defaultdict(list)
    for (one, other), total in totals.items():
        found[one].append(total)
        found[other].append(total)
    return {order: sum(totals) / len(totals) for order, totals in found.items()}


def _stands_alone(mention: Mention) -> float:
    """How well a telling reads without its neighbours: who, what, when, and enough of it.

    What stands at the top of a document was written for readers who know nothing yet. A
    clause ("after which he was arrested") was not.
    """
    return (
        0.3 * bool(mention.actors)
        + 0.15 * bool(mention.action)
        + 0.15 * (mention.basis is Basis.EXPLICIT)
        + 0.3 * _readable(len(mention.text))
        + 0.3 * mention.text[:1].isupper()
        + 0.6 * min(len(mention.terms), _FULL) / _FULL
        + 0.4 / (1 + mention.sentence / 4)
    )


def _points_back(mention: Mention, known: Context) -> bool:
    """Whether a line begins with a pronoun, so that it does not say who."""
    people = cues(known.documents[mention.document_id].language).people
    return mention.headline.partition(" ")[0].lower() in people


def _agreed(mention: Mention, shared: Mapping[str, int], told: int) -> float:
    """How much of what a telling says most others say as well."""
    terms = set(mention.terms)
    return sum(shared[term] for term in terms) / (told * len(terms)) if terms else 0.0


def _overlong(mention: Mention) -> float:
    """How far a headline is longer than one line, as such are that run on into another."""
    return max(0.0, min(1.0, len(mention.headline) / _LINE - 1))


def _readable(length: int) -> float:
    """1 for a sentence that is taken in at a look, falling to 0 at twice that."""
    if length < _SHORTEST:
        return 0.0
    return max(0.0, min(1.0, 2 - length / _LONGEST))


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


def _links(told: Sequence[Quoted], totals: _Totals, folder: Folder) -> tuple[Link, ...]:
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
