"""Which of its tellings words an event best."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from timeline.civil import DAY
from timeline.lang.cues import cues
from timeline.merge.context import Context
from timeline.merge.date import names_day, overlaps
from timeline.merge.folder import Quoted
from timeline.merge.similar import likeness
from timeline.model import Basis, Mention, Status, TimeValue
from timeline.text.stems import stem

_MAX_COMPARED = 12
"""Tellings compared to find the most central one; more add nothing."""

_SHORTEST, _LONGEST = 40, 220
"""Characters of a sentence that can stand on its own in a timeline."""

_LINE = 100
"""Characters of a headline that fits in one line."""

_FULL = 15
"""Content words of a telling that leaves nothing out; more are no better."""

Likeness = Mapping[tuple[int, int], float]
"""How alike two tellings are, by their `order`."""


def totals_of(told: Sequence[Quoted], known: Context) -> Likeness:
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


def best_of(
    told: Sequence[Quoted],
    time: TimeValue,
    status: Status,
    totals: Likeness,
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
            + 0.3 * overlaps(mention.time, time)
            + 0.6 * names_day(mention.time, time)
            + 0.4 * words[stem(mention.trigger)] / often
            + 0.4 * sum(names[name] ** 2 for name in quoted.profile.actors) / total
            + _stands_alone(mention)
            + 0.3 * _agreed(mention, shared, len(told))
            - 0.6 * _overlong(mention)
            - 0.6 * _points_back(mention, known)
        )

    return max(_fitting(told, time, status), key=worth).mention


def _fitting(
    told: Sequence[Quoted], time: TimeValue, status: Status
) -> Sequence[Quoted]:
    """The tellings that say what the event says: its status and, of several, its date.

    What happened is not headed by what was written before, if there is anything else.
    """
    fitting = [q for q in told if q.mention.status is status]
    if status is Status.HAPPENED:
        day = time.start // DAY
        after = [q for q in fitting if _is_written_by(q, day)]
        fitting = after or fitting
    hard = (q for q in fitting if not q.profile.is_soft)
    stating = [q for q in hard if overlaps(q.mention.time, time)]
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


def _central(totals: Likeness) -> dict[int, float]:
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
