"""How right tagging is, on a folder of TimeML documents (TempEval-3, WikiWars, your own).

    python tests/benchmarks/tagging.py FOLDER

Prints F1 in per cent, micro-averaged as TempEval-3 does: strict (same span), relaxed (any
overlap, one to one), value (relaxed, times the share of pairs with equal TIMEX3 value).
"""

import html
import re
import sys
from pathlib import Path

from timeline import edtf, timex
from timeline.model import Document, Source, TimeValue

_TAG = re.compile(r"<(?P<close>/?)(?P<name>\w+)(?P<attributes>[^>]*?)/?>")
_VALUE = re.compile(r'\bvalue="(?P<value>[^"]*)"')

Gold = list[tuple[int, int, str]]


def read(path: Path) -> tuple[str, TimeValue | None, Gold]:
    """Text, document date and gold (start, end, value) of a TimeML file."""
    raw = path.read_text("utf-8")
    head, _, rest = raw.partition("<TEXT>")
    body = rest.partition("</TEXT>")[0]
    created = _VALUE.search(head.partition("<DCT>")[2])
    pieces, size, at, gold, opened = [], 0, 0, [], (0, "")
    for tag in _TAG.finditer(body):
        piece = html.unescape(body[at : tag.start()])
        pieces.append(piece)
        size, at = size + len(piece), tag.end()
        if tag["name"] == "TIMEX3" and not tag["close"]:
            said = _VALUE.search(tag["attributes"])
            opened = (size, said["value"] if said else "")
        elif tag["name"] == "TIMEX3":
            gold.append((opened[0], size, opened[1]))
    pieces.append(html.unescape(body[at:]))
    day = edtf.parse(created["value"][:10]) if created else None
    return "".join(pieces), day, gold


def found(text: str, day: TimeValue | None) -> Gold:
    document = Document("x", Source("x", "text", ""), text, "en", day)
    timexes = timex.tag(document).timexes
    flat = [part for t in timexes for part in (t.parts or (t,))]
    return [(t.span.start, t.span.end, t.value) for t in flat]


def pairs(
    gold: Gold, ours: Gold
) -> list[tuple[tuple[int, int, str], tuple[int, int, str]]]:
    """Overlapping pairs, one to one: equal spans first, then the larger overlap."""
    overlaps = [
        (g[:2] != o[:2], max(g[0], o[0]) - min(g[1], o[1]), i, j)
        for i, g in enumerate(gold)
        for j, o in enumerate(ours)
        if max(g[0], o[0]) < min(g[1], o[1])
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    matched = []
    for _, _, i, j in sorted(overlaps):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            matched.append((gold[i], ours[j]))
    return matched


def main(folder: str) -> None:
    golds = systems = strict = relaxed = value = 0
    for path in sorted(Path(folder).rglob("*.tml")):
        text, day, gold = read(path)
        ours = found(text, day)
        matched = pairs(gold, ours)
        golds, systems = golds + len(gold), systems + len(ours)
        relaxed += len(matched)
        strict += sum(g[:2] == o[:2] for g, o in matched)
        value += sum(g[2] == o[2] for g, o in matched)
    for name, right in (("strict", strict), ("relaxed", relaxed), ("value", value)):
        print(f"{name:8}{200 * right / max(golds + systems, 1):7.2f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
