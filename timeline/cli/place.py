"""Where the program runs: how many cores it may use, and where its cache lies."""

from __future__ import annotations

import os

CACHE = "TIMELINE_CACHE"


def cores() -> int:
    """Cores that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def cache() -> str:
    """The folder of the cache: TIMELINE_CACHE in the environment, else the user's own."""
    from platformdirs import user_cache_dir

    return os.environ.get(CACHE) or user_cache_dir("timeline", appauthor=False)
