"""What matters: events scored with reasons, then chosen under the user's limits."""

from timeline.model import DocumentRecord, Event, Ranked
from timeline.options import Options
from timeline.rank.choose import best, best_dates
from timeline.rank.keep import kept
from timeline.rank.order import in_time
from timeline.rank.score import scored
from timeline.rank.zoom import ZOOMS, groups

__all__ = ["ZOOMS", "groups", "rank", "select"]


def rank(
    events: tuple[Event, ...], documents: tuple[DocumentRecord, ...], options: Options
) -> tuple[Ranked, ...]:
    """All events with their scores, best first. The order of the input does not matter."""
    return scored(events, documents, options.about)


def select(
    ranked: tuple[Ranked, ...], documents: tuple[DocumentRecord, ...], options: Options
) -> tuple[Ranked, ...]:
    """The events that pass all filters and fit the limits, in time order.

    Filters come first, so that limits count only what passed. A smaller limit chooses a
    part of what a larger one does. UsageError if `options.match` is no regular expression.
    """
    chosen = kept(ranked, documents, options)
    if options.max_dates is not None or options.per_date is not None:
        chosen = best_dates(chosen, documents, options.max_dates, options.per_date)
    if options.max_events is not None:
        chosen = best(chosen, options.max_events)
    return in_time(chosen, documents)
