"""Posts: short texts of somebody at some minute, as exports of chats write them."""

import re

_LONGEST = 600
"""Characters of a post; what is longer is an article."""

_CLOCK = re.compile(r"\d\d?:\d\d")


def post(text: str, moment: str, who: str | None) -> str:
    """A post below who wrote it and when: "[2031-05-03 14:05:10] ada: The dam broke."

    What has no clock time, no author or too many words is as it was.
    """
    if who and len(text) <= _LONGEST and _CLOCK.search(moment):
        return stamped(text, moment, who)
    return text


def stamped(text: str, moment: str, who: str) -> str:
    """Words behind when they were written and who wrote them."""
    named = " ".join(who.replace(":", " ").replace("[", "(").replace("]", ")").split())
    return f"[{moment}] {named}: {text}"
