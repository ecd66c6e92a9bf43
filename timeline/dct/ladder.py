"""The ladder of evidence for a document's date, from the surest rung to the last resort."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from timeline import civil, edtf
from timeline.civil import DAY
from timeline.dct import dateline, filename, given, lines, said, stamps
from timeline.dct.clue import Clue, Role
from timeline.dct.page import Page
from timeline.model import Evidence, Granularity, Problem, TimeValue

RUNGS: tuple[Callable[[Page], Iterator[Clue]], ...] = (
    given.manifest,
    given.metadata,
    said.crawler,
    stamps.clocked,
    stamps.printed,
    stamps.docket,
    said.minutes,
    said.notes,
    said.labelled_head,
    lines.lone_head,
    dateline.dateline,
    said.labelled_foot,
    lines.lone_foot,
    lines.copyright_year,
    stamps.address,
    filename.file_name,
    given.option,
)
"""Each gives what evidence of its kind there is; an earlier rung wins over a later one.
What the user says wins; then what was written down to be read by machines, by people in
a fixed form, by people in free form; what names and folders say may be the day of saving.

The confidences that the rungs give are estimates of how often the rung alone is right to
the day, ordered by how much freedom its form leaves: who writes a field or a label means
the date of writing; a label without colon may begin a sentence, a line with names in it
may be a heading, a dateline is often of the day before, eight digits may be a number.
"""

_SLACK = 1
"""Days by which a date may exceed today, or two agree: time zones, overnight desks."""

_APART = 2
"""Days from which two dates of writing contradict each other."""

_USERS = (given.MANIFEST, given.OPTION)


class Verdict(Struct, frozen=True):
    """The clue that dates the document, if there is one, and what stands beside it."""

    clues: tuple[Clue, ...]
    best: Clue | None = None
    confidence: float = 0.0
    problems: tuple[Problem, ...] = ()


def climb(page: Page) -> Verdict:
    """All clues of the document, and the surest of them that can be true."""
    clues = tuple(clue for rung in RUNGS for clue in rung(page))
    possible = [_possible(clue, page.options.today) for clue in clues]
    problems = [
        _future(page, clue)
        for clue, kept in zip(clues, possible, strict=True)
        if kept is None and clue.role is not Role.YEAR
    ]
    kept = _with_years([clue for clue in possible if clue])
    dated = [clue for clue in kept if clue.value and clue.role is not Role.YEAR]
    if not dated:
        return Verdict(clues, problems=tuple(problems))
    best = _in_agreed_order(_finest(min(dated, key=_rank), dated), dated)
    others = [clue for clue in dated if _is_independent(clue, best)]
    problems += [*_ambiguous(page, best), *_contradictions(page, best, others)]
    return Verdict(clues, best, _confidence(best, others), tuple(problems))


def evidence(clue: Clue) -> Evidence:
    """The clue as it is shown to people."""
    value = clue.value.edtf if clue.value else None
    if clue.month_day:
        month, day = clue.month_day
        value = f"XXXX-{month:02}-{day:02}"
    return Evidence(clue.rung, clue.text, value)


def _rank(clue: Clue) -> int:
    """First dates of writing, then of updating; names of files and options come last.

    `min` keeps the order of the rungs among equals. A text is younger than its first
    version, but most of what it tells was told then.
    """
    if clue.rung in (filename.FILE_NAME, given.OPTION):
        return 2
    return 1 if clue.role is Role.UPDATED or clue.rung == stamps.ADDRESS else 0


def _possible(clue: Clue, today: int | None) -> Clue | None:
    """The clue, if it is not later than today; in its other reading, if only that is not."""
    if clue.rung in _USERS or not _is_after(clue.value, today):
        return clue
    if clue.other and not _is_after(clue.other, today):
        return replace(clue, value=clue.other, other=None)
    return None


def _is_after(value: TimeValue | None, today: int | None) -> bool:
    return (
        value is not None and today is not None and value.start // DAY > today + _SLACK
    )


def _with_years(clues: list[Clue]) -> list[Clue]:
    """Dates without a year get the one that is nearest to what the other rungs say."""
    # The year of a copyright line is often that of the day a page was fetched.
    known = [clue for clue in clues if clue.value and clue.rung != lines.COPYRIGHT]
    if not known:
        return clues
    nearest = min(known, key=lambda clue: (clue.role is Role.YEAR, _rank(clue)))
    return [clue if clue.value else _completed(clue, nearest) for clue in clues]


def _completed(clue: Clue, known: Clue) -> Clue:
    if not clue.month_day or not known.value:
        return clue
    reference = known.value
    year = civil.ymd(reference.start // DAY)[0]
    is_year = reference.granularity is Granularity.YEAR
    years = [year] if is_year else [year, year - 1, year + 1]
    days = [edtf.day(civil.days(y, *clue.month_day)) for y in years if _exists(y, clue)]
    if not days:
        return clue
    value = min(days, key=lambda day: _days_between(day, reference))
    # The year is borrowed: what that rung is not sure of, this one is not either.
    return replace(
        clue, value=value, confidence=clue.confidence * known.confidence**0.5
    )


def _exists(year: int, clue: Clue) -> bool:
    return clue.month_day is not None and civil.is_day(year, *clue.month_day)


def _finest(best: Clue, dated: list[Clue]) -> Clue:
    """The clue, or where it is coarse, the first that names a day within it."""
    within = (clue for clue in dated if _is_day_of(clue.value, best.value))
    return best if best.rung in _USERS else min(within, key=_rank, default=best)


def _is_day_of(value: TimeValue | None, period: TimeValue | None) -> bool:
    if value is None or period is None or period.granularity is Granularity.DAY:
        return False
    is_day = value.granularity is Granularity.DAY
    return is_day and period.start <= value.start < period.end


def _in_agreed_order(best: Clue, dated: list[Clue]) -> Clue:
    """The clue with day and month exchanged, if only so another rung agrees with it."""
    days = [clue.value for clue in dated if _is_independent(clue, best)]
    if not best.other or best.value in days or best.other not in days:
        return replace(best, other=None) if best.value in days else best
    return replace(best, value=best.other, other=None)


def _is_independent(clue: Clue, best: Clue) -> bool:
    """Whether a clue is evidence of its own for the day that the text was written."""
    return clue.rung not in (best.rung, given.OPTION) and clue.role is Role.WRITTEN


def _days_between(a: TimeValue, b: TimeValue) -> int:
    """Days from the end of the earlier value to the start of the later; 0 if they touch."""
    return max(0, b.start - a.end + DAY, a.start - b.end + DAY) // DAY


def _contradictions(page: Page, best: Clue, others: list[Clue]) -> Iterator[Problem]:
    for clue in others:
        if clue.value and best.value and _contradicts(best, clue):
            said = f"{best.rung} says {best.value.edtf} ({best.text!r})"
            message = f"{said}, {clue.rung} says {clue.value.edtf} ({clue.text!r})"
            yield _note(
                page, message, f"Took {best.value.edtf}. --manifest settles it."
            )


def _contradicts(best: Clue, clue: Clue) -> bool:
    """Whether both cannot be right. A correction or an update is no contradiction."""
    if best.rung in _USERS or best.role is not Role.WRITTEN:
        return False
    return _apart(best, clue) > _APART


def _apart(a: Clue, b: Clue) -> int:
    return _days_between(a.value, b.value) if a.value and b.value else 0


def _ambiguous(page: Page, best: Clue) -> Iterator[Problem]:
    if best.other and best.value:
        message = f"{best.text!r} is {best.value.edtf} or {best.other.edtf}"
        yield _note(page, message, f"Took {best.value.edtf}. --date-order settles it.")


def _future(page: Page, clue: Clue) -> Problem:
    value = clue.value.edtf if clue.value else ""
    message = f"{clue.rung} says {value} ({clue.text!r}), which is after today"
    return _note(
        page, message, "If that is right, say so with --manifest or --doc-date."
    )


def _note(page: Page, message: str, hint: str) -> Problem:
    return Problem(page.raw.source.uri, "dct", message, hint, is_note=True)


def _confidence(best: Clue, others: list[Clue]) -> float:
    """Agreement halves the doubt; a contradiction, or two readings, raise it."""
    confidence = best.confidence
    if any(_apart(best, clue) <= _SLACK for clue in others):
        confidence += (1 - confidence) / 2
    if any(_contradicts(best, clue) for clue in others):
        confidence *= 0.75
    return round(min(confidence, 0.6) if best.other else confidence, 3)
