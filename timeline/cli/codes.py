"""Exit codes, and which of them a timeline deserves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors import TimelineError
    from timeline.model import Timeline

DONE = 0
NO_EVENT = 1
USAGE = 2
UNREADABLE = 3
STRICT = 4
FAILED = 70
INTERRUPTED = 130

_LOSING = ("read", "tell")
"""Stages at which a problem means that a document is not in the timeline."""

EPILOG = """\b
Exit codes:
  0    done
  1    ran, but no event matched (verify: a quote does not stand as told)
  2    wrong use
  3    done, but some inputs could not be read; the result is still written
  4    --strict: contradictions, undated documents, unplaced dates or problems
  70   could not go on: a missing package, a full disk, a bug
  130  interrupted

\b
Completion (for zsh and fish, put their name for bash):
  eval "$(_TIMELINE_COMPLETE=bash_source timeline)"
"""


def of_error(error: TimelineError) -> int:
    """The code for an error that ended the run."""
    from timeline.errors import InputError, UsageError

    if isinstance(error, UsageError):
        return USAGE
    return UNREADABLE if isinstance(error, InputError) else FAILED


def of_timeline(timeline: Timeline, strict: bool) -> int:
    """The code for a finished build."""
    if strict and faults(timeline):
        return STRICT
    if any(p.stage in _LOSING and not p.is_note for p in timeline.problems):
        return UNREADABLE
    return DONE if timeline.events else NO_EVENT


def faults(timeline: Timeline) -> tuple[str, ...]:
    """What `--strict` does not let pass, in words."""
    from timeline.wording import marks

    contradicted = sum(bool(marks.contradictions(r.event)) for r in timeline.events)
    undated = sum(document.dct is None for document in timeline.documents)
    counted = (
        (contradicted, "contradicted event"),
        (undated, "undated document"),
        (len(timeline.unplaced), "unplaced expression"),
        (len(timeline.problems), "problem"),
    )
    return tuple(marks.plural(number, noun) for number, noun in counted if number)
