"""What the fields of records and the columns of tables are called that say what they are.

Exports of posts, articles and logs name them in some dozen ways; the most telling come first.
"""

from collections.abc import Iterable, Mapping

TEXTS = (
    "text", "full_text", "tweet_text", "post_text", "message_text", "content", "body",
    "article", "article_text", "caption", "post", "tweet", "selftext",
)  # fmt: skip
"""Hold the words of a document."""

MESSAGES = ("message", "msg", "event", "log", "summary", "description")
"""Hold what a record of a log tells."""

DATES = (
    "published", "date", "time", "published_at", "created_at", "datetime", "timestamp",
    "created", "created_time", "created_utc", "posted", "posted_at", "date_time", "sent",
    "sent_at", "pubdate", "date_published", "datepublished",
)  # fmt: skip
"""Say when a document was published."""

HAPPENED = (
    "occurred_at", "occurred", "happened_at", "event_date", "event_time", "eventtime",
    "incident_date", "date_of_incident", "started_at", "start_time",
)  # fmt: skip
"""Say when that happened which a record tells."""

MOMENTS = (*HAPPENED, *DATES, "ts", "@timestamp", "asctime")
"""Say when that was which a record of a log tells, or when it was written."""

PUBLISHERS = (
    "publisher", "source", "author", "username", "screen_name", "channel", "user_name",
    "from", "sender", "user_profile", "user",
)  # fmt: skip
"""Say who published a document."""


NAMES = ("real_name", "name", "display_name", "screen_name", "username", "login")
"""Name a user, where a record has one of its own for him."""


def first(cells: Mapping[str, str], names: Iterable[str]) -> str | None:
    """The first of the named cells that says something."""
    return next((cells[name] for name in names if cells.get(name)), None)


def on_one_line(said: str) -> str:
    """Words without bars and line ends, which part cells and rows of what is read."""
    return " ".join(said.replace("|", "/").split())
