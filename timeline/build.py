"""The pipeline on one page: the only file that knows the order of the stages.

paths → read → date → tag → extract → (orders, dates for who has none) → merge → rank
→ Timeline
"""

from collections.abc import Sequence
from contextlib import closing

import msgspec

from timeline import __version__, edtf, merge, patience, rank, timex
from timeline.dct import date_document, document_id, inferred
from timeline.errors import TimelineError
from timeline.extract import extract
from timeline.known import Known, Task, Told
from timeline.model import (
    Document,
    DocumentRecord,
    Problem,
    RawDocument,
    Telling,
    Timeline,
)
from timeline.options import Options, Running
from timeline.read import Input, divide, expand, filled, read, shown, size
from timeline.tellings import Tellings
from timeline.text import fingerprint
from timeline.timex import Tagged
from timeline.work import Heard, each, scorer, tell_each

PATIENCE = 60.0
"""Seconds of computing that any document may take. Most take a hundredth of one."""

SLOWEST = 10_000
"""Bytes of a larger one for which it has a second more. The slowest that is known, a
megabyte of nothing but bare dates, takes half of that."""


def build(
    paths: Sequence[str],
    options: Options,
    stdin: bytes | None = None,
    running: Running | None = None,
) -> Timeline:
    """One timeline from all documents that the paths hold.

    Whatever is wrong with single inputs becomes a Problem of the timeline, which is empty
    if nothing could be read at all. `running` says by whom the work is done and changes
    nothing in the result; without it, this process does all of it.
    """
    running = running or Running()
    told, problems = tell_all(paths, options, stdin, running)
    merged = merge.merge(told, options.overrides, scorer(running), each(running))
    records = tuple(sorted(told.documents, key=_by_uri))
    ranked = rank.rank(merged.events, records, options)
    chosen = rank.select(ranked, records, options)
    return Timeline(
        title=options.title or _title(paths),
        events=chosen,
        documents=records,
        origins=merged.origins,
        unplaced=tuple(
            u for t in sorted(told.bare, key=_by_document) for u in t.unplaced
        ),
        problems=(*problems, *merged.problems),
        version=__version__,
        groups=rank.groups(chosen, records, options.zoom),
        near=merged.near,
    )


def tell_all(
    paths: Sequence[str],
    options: Options,
    stdin: bytes | None,
    running: Running,
) -> tuple[Tellings, tuple[Problem, ...]]:
    """Every document told, with the order and the date that the others lend it."""
    parts, problems = _parts(paths, options, stdin)
    heard = Heard()
    with closing(Known(options, running)) as known:
        for place, told in tell_each(tell, [Task(p) for p in parts], known, running):
            heard.take(place, told)
        orders = _orders(heard, options)
        _again(heard, parts, inferred.Loans({}, orders), known, running)
        dates = _dates(heard)
        orders = {i: order for i, order in orders.items() if i in dates}
        _again(heard, parts, inferred.Loans(dates, orders), known, running)
    tellings = heard.tellings()
    problems += (*heard.problems, *(p for t in tellings.bare for p in t.problems))
    return tellings, tuple(sorted(set(problems), key=_problem_order))


def _again(
    heard: Heard,
    parts: Sequence[Input],
    loans: inferred.Loans,
    known: Known,
    running: Running,
) -> None:
    """Have the documents that are lent something told anew."""
    own = [loans.of(heard.ids(place)) for place in range(len(parts))] if loans else []
    places = [place for place, lent in enumerate(own) if lent]
    tasks = [Task(parts[place], own[place]) for place in places]
    for number, told in tell_each(tell, tasks, known, running):
        heard.renew(places[number], told)


def tell(source: Input, options: Options, loans: inferred.Loans | None = None) -> Told:
    """All mentions in one file or part, with the problems met on the way.

    With loans, only of the documents that something is lent to.
    """
    most = _most(size(source))
    try:
        with patience.limited(most):
            raw_documents, problems = _read(source, options)
    except patience.TooLong:
        return Told((), (), (_given_up(shown(source.path), most),))
    tellings, clues = [], []
    for raw in raw_documents:
        if loans is not None and document_id(raw.source.uri, raw.text) not in loans:
            continue
        found = _telling_or_problem(raw, options, loans or inferred.Loans())
        if isinstance(found, Problem):
            problems += (found,)
            continue
        telling, said = found
        tellings.append(telling)
        clues += [said] if said else []
    return Told(tuple(tellings), tuple(clues), problems)


def _read(
    source: Input, options: Options
) -> tuple[tuple[RawDocument, ...], tuple[Problem, ...]]:
    """The documents in a file, which is not worth the others, whatever a reader makes of it."""
    try:
        return read(source, options)
    except TimelineError:
        raise
    except Exception as error:
        return (), (_bug(shown(source.path), "read", error),)


_Said = tuple[Telling, inferred.Clues | None]
"""What one document tells, and what it says of days unless others have dated it."""


def _telling_or_problem(
    raw: RawDocument, options: Options, loans: inferred.Loans
) -> _Said | Problem:
    """One document is not worth the others, whatever our code makes of it."""
    most = _most(len(raw.text))
    try:
        with patience.limited(most):
            return _telling(raw, options, loans)
    except TimelineError:
        raise
    except patience.TooLong:
        return _given_up(raw.source.uri, most)
    except Exception as error:
        return _bug(raw.source.uri, "tell", error)


def _telling(raw: RawDocument, options: Options, loans: inferred.Loans) -> _Said:
    """What a document tells, in the order of day and month that it follows."""
    own = document_id(raw.source.uri, raw.text)
    followed, lent = loans.orders.get(own), loans.dates.get(own)
    odd: tuple[Problem, ...] = ()
    if followed is not None:
        options = msgspec.structs.replace(options, date_order=followed.order)
        odd = (_following(raw.source.uri, followed),)
    document, doubts = _dated(raw, options, lent)
    anchored = _anchored(document, lent)
    tagged = _tagged(anchored, lent, options)
    mentions, unplaced, asides = extract(anchored, tagged.timexes)
    record = fingerprint.record(document)
    if followed is not None:
        record = msgspec.structs.replace(record, date_order=followed.order)
    found = (*odd, *doubts, *tagged.problems)
    telling = Telling(record, mentions, unplaced, found, asides)
    if lent is not None:
        return telling, None
    order = inferred.shown(raw, document.language, tagged)
    return telling, inferred.clues(document, tagged.timexes, order)


def _following(uri: str, followed: inferred.Followed) -> Problem:
    first = {"dmy": "day", "mdy": "month"}[followed.order]
    message = f"the {first} comes first, as in {followed.by!r} ({followed.uri})"
    hint = "If it does not, say --date-order dmy or mdy."
    return Problem(uri, "timex", message, hint, is_note=True)


def _most(size: int) -> float:
    """Seconds of computing after which a text of that size is given up."""
    return PATIENCE + size / SLOWEST


def _given_up(uri: str, most: float) -> Problem:
    message = f"took more than {most:.0f} seconds of computing and was given up"
    hint = "Leave it out, and please report it: no text should take so long."
    return Problem(uri, "tell", message, hint)


def _bug(uri: str, stage: str, error: Exception) -> Problem:
    done = {"read": "read", "tell": "told"}[stage]
    message = f"could not be {done}: {type(error).__name__}: {error}"
    hint = f"This is a bug: please report it. All others are {done}."
    return Problem(uri, stage, message, hint)


def tag(
    paths: Sequence[str], options: Options, stdin: bytes | None = None
) -> tuple[tuple[tuple[Document, Tagged], ...], tuple[Problem, ...]]:
    """Each document with its time expressions: `timeline tag`. No date is inferred."""
    parts, problems = _parts(paths, options, stdin)
    tagged: list[tuple[Document, Tagged]] = []
    for source in filled(parts):
        raw_documents, odd = _read(source, options)
        problems += odd
        for raw in raw_documents:
            document, odd = _dated(raw, options, None)
            found = timex.tag(document, options.date_order)
            tagged.append((document, found))
            problems += (*odd, *found.problems)
    return tuple(tagged), tuple(sorted(set(problems), key=_problem_order))


def _dated(
    raw: RawDocument, options: Options, lent: inferred.Lent | None
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its date: said, else lent by its neighbours."""
    document, problems = date_document(raw, options)
    if document.dct is None and lent is not None:
        document = msgspec.structs.replace(
            document,
            dct=lent.date,
            dct_basis="inferred",
            dct_confidence=lent.confidence,
            dct_evidence=(*document.dct_evidence, *lent.evidence),
        )
    return document, problems


def _anchored(document: Document, lent: inferred.Lent | None) -> Document:
    """The document as its relative expressions may see it.

    An inferred day that is as likely wrong as right would put "on Friday" on a wrong day
    without a doubt showing; its month or year still gives "5 May" its year.
    """
    if lent is not None:
        return msgspec.structs.replace(document, dct=lent.anchor)
    return document


def _tagged(document: Document, lent: inferred.Lent | None, options: Options) -> Tagged:
    """Time expressions; of a document with a doubtful day, what all its days agree on.

    "On Saturday" is the same Saturday from each day of the week that follows it.
    """
    tagged = timex.tag(document, options.date_order)
    if lent is None or lent.anchor == lent.date:
        return tagged
    votes = [
        (
            share,
            timex.tag(
                msgspec.structs.replace(document, dct=edtf.day(day)), options.date_order
            ),
        )
        for day, share in lent.likely
    ]
    return inferred.agreed(tagged, votes)


def _parts(
    paths: Sequence[str], options: Options, stdin: bytes | None
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """All files that the paths mean, large ones in parts."""
    inputs, problems = expand(paths, stdin)
    parts, broken = divide(inputs, options)
    return parts, (*problems, *broken)


def _orders(heard: Heard, options: Options) -> inferred.Orders:
    """Day or month first, for documents that do not show it while others do."""
    found = {own.document_id: own.order for own in heard.clues if own.order.order}
    if options.date_order != "auto" or not found:
        return {}
    return inferred.follow(heard.tellings().documents, found)


def _dates(heard: Heard) -> inferred.Given:
    """The dates lent to documents that have none, by what they say last."""
    tellings = heard.tellings()
    if all(document.dct for document in tellings.documents):
        return {}
    clues = {own.document_id: own for own in heard.clues}
    return inferred.infer(tuple(tellings), tuple(clues.values()))


def _title(paths: Sequence[str]) -> str:
    names = [path.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1] for path in paths]
    return "Timeline of " + (", ".join(names[:3]) + (" …" if len(names) > 3 else ""))


def _by_uri(record: DocumentRecord) -> tuple[str, str]:
    return record.source.uri, record.id


def _by_document(telling: Telling) -> tuple[str, str]:
    return _by_uri(telling.document)


def _problem_order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.uri, problem.line or 0, problem.stage, problem.message


__all__ = ["Told", "build", "tag", "tell", "tell_all"]
