"""Numbers of lines, which depositions and hearings have at the left: no words of the text."""

import re
from collections.abc import Iterator, Sequence

_NUMBER = re.compile(r"^[ \t]{0,8}(?P<number>\d{1,2})(?=[ \t]|\r?$)", re.MULTILINE)

_LONGEST = 8
"""Lines numbered one after the other that show that a text counts its lines."""

_FEWEST = 2
"""The same on another page of that text."""


def without_numbers(text: str) -> str:
    """The text with blanks for the numbers of its lines, where it counts them from 1.

    Every other character stays in its place.
    """
    runs = [*_runs([*_NUMBER.finditer(text)])]
    if max(map(len, runs), default=0) < _LONGEST:
        return text
    cuts, done = [], 0
    for number in (n for run in runs if len(run) >= _FEWEST for n in run):
        cuts += [text[done : number.start("number")], " " * len(number["number"])]
        done = number.end("number")
    return "".join((*cuts, text[done:]))


def _runs(numbers: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Numbers that follow each other, each stretch from a 1 on."""
    run: list[re.Match[str]] = []
    for number in numbers:
        following = int(run[-1]["number"]) + 1 if run else 1
        if int(number["number"]) != following:
            yield run
            run = []
        if run or int(number["number"]) == 1:
            run.append(number)
    yield run
