"""Phases of a story: stretches of it with one burst each, and the words that set them apart.

A burst is a peak of what is told of a time; two peaks are two phases if it is quiet enough
between them. The same is asked again of each part, at its own scale, so that a crisis of a
week and a story of centuries are both found, and what lies decades before is a phase apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from math import fsum, log
from typing import NamedTuple

from timeline.text.stems import content_stems, content_words

MOST = 8
"""More phases than that are no overview."""

BINS = 32
"""Parts, at most, into which the time from first to last day is cut to look for peaks;
never more than there are days that tell something: what is rare is not full of lulls."""

QUIET = 2 / 3
"""What a valley may have at most of the lower one of its peaks."""

SHARE = 0.08
"""What a phase must have at least of everything; less is the edge of another one."""

FAR = 0.5
"""Part of the time that must be left, at most, without what is cut off as far away."""

NAMES = 3
"""Words in the name of a phase."""

_POSSESSIVE = re.compile(r"['’]s?$")

Weights = Sequence[tuple[int, float]]
"""Days in order, with how much is told of each."""


class _Cut(NamedTuple):
    depth: float
    """How much less is told at the valley than at the lower one of its two peaks."""
    place: int
    """Of the first day behind it, in its part."""


def phases(weights: Mapping[int, float]) -> list[int]:
    """The first day of each phase, in order; empty if there are no days."""
    parts: list[Weights] = [sorted(weights.items())] if weights else []
    least = SHARE * fsum(weights.values())
    while len(parts) < MOST:
        cuts = [_cut(part, least) for part in parts]
        deepest = max(range(len(parts)), key=lambda i: cuts[i].depth, default=0)
        if not parts or not cuts[deepest].depth:
            break
        part, place = parts[deepest], cuts[deepest].place
        parts[deepest : deepest + 1] = [part[:place], part[place:]]
    return [part[0][0] for part in parts]


def _cut(part: Weights, least: float) -> _Cut:
    """Where to cut a part: off from what is far away, else in its deepest valley.

    Depth 0 if nowhere.
    """
    totals = list(accumulate(weight for _, weight in part))
    smaller = [min(total, totals[-1] - total) for total in totals]
    return _outskirts(part, totals) or _valley(part, smaller, least)


def _outskirts(part: Weights, totals: Sequence[float]) -> _Cut | None:
    """Little that is told of a long time, at one end; cut where the gap is widest.

    Its depth is all that is told, so that it comes before any valley.
    """
    first, last = part[0][0], part[-1][0]
    gaps = []
    for place, ((before, _), (after, _)) in enumerate(pairwise(part), 1):
        light, is_end = totals[place - 1], totals[place - 1] > totals[-1] / 2
        light = totals[-1] - light if is_end else light
        left = before - first if is_end else last - after
        if light < SHARE * totals[-1] and left <= FAR * (last - first):
            gaps.append((after - before, place))
    return _Cut(totals[-1], max(gaps)[1]) if gaps else None


def _valley(part: Weights, smaller: Sequence[float], least: float) -> _Cut:
    first, span = part[0][0], part[-1][0] - part[0][0] + 1
    bins = min(span, BINS, len(part))
    bin_of = [(day - first) * bins // span for day, _ in part]
    edges = [-(-number * span // bins) for number in range(bins + 1)]
    days = [end - start for start, end in pairwise(edges)]
    heights = _smoothed(bin_of, part, days)
    found = _Cut(0.0, 0)
    for place in range(1, len(part)):
        before, after = bin_of[place - 1], bin_of[place]
        if before == after or smaller[place - 1] < least:
            continue
        valley = min(heights[before : after + 1])
        peak = min(max(heights[: before + 1]), max(heights[after:]))
        if valley <= QUIET * peak:
            # The last of several: what is left of a lull is the end of what it follows.
            found = max(_Cut(peak - valley, place), found, key=lambda cut: cut.depth)
    return found


def _smoothed(bin_of: Sequence[int], part: Weights, days: Sequence[int]) -> list[float]:
    """How much is told on a day of each bin, a quarter of it lent to each neighbour.

    Bins have so many days, which differ by one where the whole cannot be divided.
    """
    heights = [0.0] * (len(days) + 2)
    for place, (_, weight) in zip(bin_of, part, strict=True):
        heights[place + 1] += weight / days[place]
    return [
        (heights[i - 1] + 2 * heights[i] + heights[i + 1]) / 4
        for i in range(1, len(days) + 1)
    ]


class Text(NamedTuple):
    """What is told in a phase, in which language, and how much it matters."""

    words: str
    language: str
    weight: float


def names(groups: Sequence[Sequence[Text]]) -> list[tuple[str, ...]]:
    """For each group of texts the words that it has more of than the others.

    Measured by the part that each word has in the Kullback-Leibler divergence of the
    group from all of them; a lone group is named by its most frequent words.
    """
    counts = [_counts(group) for group in groups]
    total: dict[str, float] = defaultdict(float)
    for count in counts:
        for stem, weight in count.items():
            total[stem] += weight
    forms = _forms(text for group in groups for text in group)
    return [
        tuple(forms[stem] for stem in _distinctive(count, total, len(groups) == 1))
        for count in counts
    ]


def _counts(group: Iterable[Text]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for text in group:
        for stem in content_stems(text.words, text.language):
            if _is_name(stem):
                found[stem] += text.weight
    return found


def _is_name(stem: str) -> bool:
    """No figure, and no "Dr" or "AP"; other scripts have words of one letter."""
    return not stem[0].isdigit() and (len(stem) > 2 or not stem.isascii())


def _distinctive(
    count: Mapping[str, float], total: Mapping[str, float], is_alone: bool
) -> list[str]:
    mine, all_ = fsum(count.values()), fsum(total.values())

    def part(stem: str) -> float:
        more = log((count[stem] / mine) / (total[stem] / all_))
        return count[stem] * (1.0 if is_alone else more)

    found = sorted(count, key=lambda stem: (-round(part(stem), 9), stem))
    return [stem for stem in found[:NAMES] if part(stem) > 0]


def _forms(texts: Iterable[Text]) -> dict[str, str]:
    """The form in which each stem is written most often, in lower case if ever so."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for stem, word in content_words(text.words, text.language):
            seen[stem][_POSSESSIVE.sub("", word)] += 1
    return {stem: _usual(forms) for stem, forms in seen.items()}


def _usual(forms: Counter[str]) -> str:
    lower = {form: n for form, n in forms.items() if form.islower()} or forms
    return min(lower, key=lambda form: (-lower[form], form))
