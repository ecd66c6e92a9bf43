"""Rungs that are given: what the user, front matter or a record says of a document."""

import re
from collections.abc import Iterator

from timeline.civil import DAY, day_text
from timeline.dct.clue import Clue, Role
from timeline.dct.page import Page, file_of
from timeline.dct.values import stated
from timeline.errors import UsageError
from timeline.model import Hint, Source
from timeline.options import ManifestRow

MANIFEST = "manifest"
OPTION = "option"

_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?P<milliseconds>\d{3})?(?:\.\d+)?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")

_PREFERENCE = ("published", "date", "time", "updated")


def manifest(page: Page) -> Iterator[Clue]:
    """The date in the manifest. It is the user's correction, and always wins."""
    row = manifest_row(page.raw.source, page.options.manifest)
    if row and row.date:
        yield _of_user(page, row.date, MANIFEST, 1.0)


def option(page: Page) -> Iterator[Clue]:
    """The date of `--doc-date`, said of all documents that do not say their own."""
    if page.options.doc_date:
        # Said of many files at once, so not all of them will be of that very day.
        yield _of_user(page, page.options.doc_date, OPTION, 0.8)


def metadata(page: Page) -> Iterator[Clue]:
    """Dates in front matter and in fields of a record: written by who made the file."""
    for hint in sorted(page.raw.hints, key=_preference):
        reading = stated(_as_date(hint.value), page)
        if reading and reading.value:
            text = f"{hint.name}: {hint.value}"
            role = Role.UPDATED if hint.name == "updated" else Role.WRITTEN
            yield Clue(
                hint.kind, text, 0.98, reading.value, other=reading.other, role=role
            )


def manifest_row(source: Source, rows: tuple[ManifestRow, ...]) -> ManifestRow | None:
    """The row whose path fits best: the whole path, or the most of it from the right.

    A row for a `.jsonl` file holds for all its records that have no row of their own.
    """
    for file in dict.fromkeys((source.uri, file_of(source.uri))):
        parts = _parts(file)
        # Comparing the ends first keeps a long manifest cheap.
        near = [(row, _parts(row.path)) for row in rows if row.path.endswith(parts[-1])]
        fits = [(len(own), row) for row, own in near if _is_tail(own, parts)]
        if fits:
            return max(fits, key=lambda fit: fit[0])[1]
    return None


def _is_tail(own: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether one ends in the other; only a row with the whole path may be longer."""
    return own == parts[-len(own) :] or (own[0] == "" and own[-len(parts) :] == parts)


def _parts(path: str) -> tuple[str, ...]:
    """The components of a path; a leading "./" is none, a leading "/" is one."""
    parts = path.replace("\\", "/").split("/")
    return tuple(
        p for i, p in enumerate(parts) if p not in ("", ".") or (p, i) == ("", 0)
    )


def _preference(hint: Hint) -> int:
    return (
        _PREFERENCE.index(hint.name) if hint.name in _PREFERENCE else len(_PREFERENCE)
    )


def _as_date(value: str) -> str:
    """A field's value with seconds since 1970, or figures without marks, made a date."""
    epoch = _EPOCH.fullmatch(value)
    if epoch:
        return day_text(int(epoch["seconds"]) // DAY)
    compact = _COMPACT.fullmatch(value)
    return "-".join(compact.group("year", "month", "day")) if compact else value


def _of_user(page: Page, date: str, rung: str, confidence: float) -> Clue:
    reading = stated(date, page)
    if not reading or not reading.value:
        hint = "Write it as 2031-05-08, 2031-05 or 2031."
        raise UsageError(f"{rung}: {date!r} is not a date", hint)
    return Clue(rung, date, confidence, reading.value)
