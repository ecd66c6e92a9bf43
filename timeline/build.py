"""The pipeline on one page: the only file that knows the order of the stages.

paths → read → date → tag → extract → (date the undated) → merge → rank → Timeline
"""

from collections.abc import Sequence
from contextlib import closing

import msgspec

from timeline import __version__, edtf, merge, patience, rank, timex
from timeline.dct import date_document, document_id, inferred
from timeline.errors import TimelineError
from timeline.extract import extract
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
from timeline.work import Heard, Known, Task, Told, each, scorer, tell_each

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
    """Every document told, the undated with the date that the others lend them."""
    parts, problems = _parts(paths, options, stdin)
    heard = Heard()
    with closing(Known(options, running)) as known:
        for place, told in tell_each(tell, [Task(p) for p in parts], known, running):
            heard.take(place, told)
        lent = _lent(heard, len(parts))
        again = [Task(parts[place], given) for place, given in lent.items()]
        places = list(lent)
        for number, told in tell_each(tell, again, known, running):
            heard.renew(places[number], told)
    tellings = heard.tellings()
    problems += (*heard.problems, *(p for t in tellings.bare for p in t.problems))
    return tellings, tuple(sorted(set(problems), key=_problem_order))


def tell(source: Input, options: Options, given: inferred.Given | None = None) -> Told:
    """All mentions in one file or part, with the problems met on the way.

    Where dates are given, only of the documents that they are given to.
    """
    most = _most(size(source))
    try:
        with patience.limited(most):
            raw_documents, problems = _read(source, options)
    except patience.TooLong:
        return Told((), (), (_given_up(shown(source.path), most),))
    tellings, clues = [], []
    for raw in raw_documents:
        if given is not None and document_id(raw.source.uri, raw.text) not in given:
            continue
        found = _telling_or_problem(raw, options, given)
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
"""What one document tells, and what it says of days where that is not known yet."""


def _telling_or_problem(
    raw: RawDocument, options: Options, given: inferred.Given | None
) -> _Said | Problem:
    """One document is not worth the others, whatever our code makes of it."""
    most = _most(len(raw.text))
    try:
        with patience.limited(most):
            return _telling(raw, options, given)
    except TimelineError:
        raise
    except patience.TooLong:
        return _given_up(raw.source.uri, most)
    except Exception as error:
        return _bug(raw.source.uri, "tell", error)


def _telling(raw: RawDocument, options: Options, given: inferred.Given | None) -> _Said:
    document, odd = _dated(raw, options, given)
    anchored = _anchored(document, given)
    tagged = _tagged(anchored, given, options)
    mentions, unplaced, asides = extract(anchored, tagged.timexes)
    found = (*odd, *tagged.problems)
    record = fingerprint.record(document)
    telling = Telling(record, mentions, unplaced, found, asides)
    return telling, inferred.clues(document, tagged.timexes) if given is None else None


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
    raw: RawDocument, options: Options, given: inferred.Given | None
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its date: said, else lent by its neighbours."""
    document, problems = date_document(raw, options)
    if document.dct is None and given and document.id in given:
        lent = given[document.id]
        document = msgspec.structs.replace(
            document,
            dct=lent.date,
            dct_basis="inferred",
            dct_confidence=lent.confidence,
            dct_evidence=(*document.dct_evidence, *lent.evidence),
        )
    return document, problems


def _anchored(document: Document, given: inferred.Given | None) -> Document:
    """The document as its relative expressions may see it.

    An inferred day that is as likely wrong as right would put "on Friday" on a wrong day
    without a doubt showing; its month or year still gives "5 May" its year.
    """
    if given and document.id in given:
        return msgspec.structs.replace(document, dct=given[document.id].anchor)
    return document


def _tagged(
    document: Document, given: inferred.Given | None, options: Options
) -> Tagged:
    """Time expressions; of a document with a doubtful day, what all its days agree on.

    "On Saturday" is the same Saturday from each day of the week that follows it.
    """
    tagged = timex.tag(document, options.date_order)
    lent = given.get(document.id) if given else None
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


def _lent(heard: Heard, parts: int) -> dict[int, inferred.Given]:
    """The dates lent to documents, by the place of their file or part."""
    tellings = heard.tellings()
    if all(document.dct for document in tellings.documents):
        return {}
    given = inferred.infer(tuple(tellings), tuple(heard.clues))
    of = {p: {i: given[i] for i in heard.ids(p) if i in given} for p in range(parts)}
    return {place: own for place, own in of.items() if own}


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
