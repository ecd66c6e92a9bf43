"""One after the other, in this process."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Result, ...]:
    """The function's result for each item, in the order of the items."""
    results = []
    for done, item in enumerate(items, start=1):
        results.append(function(item))
        if progress:
            progress(done, len(items))
    return tuple(results)
