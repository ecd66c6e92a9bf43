"""A plain strip as SVG, for a report or a slide.

Time runs from left to right. A stretch in which nothing begins or ends is cut short, and
the cut is marked. A date that may be any of several days is drawn as a bar over all of
them. All events are drawn; the most important carry a label, as many as find room.
"""

from xml.etree import ElementTree as ET

from msgspec import Struct

from timeline.export import _losses, _strip
from timeline.export._strip import Axis, Label
from timeline.model import Event, Status, Timeline
from timeline.options import View
from timeline.wording import dates, marks, safe, told
from timeline.wording.marks import Shelf

SUFFIX = ".svg"

WIDTH = 1280
MARGIN = 36
HEAD, FOOT = 64, 52
BAND = 52
"""Height of the axis with its marks and its dates."""

LABEL, LANE, LINES = 186, 80, 3
"""Width and height of a label: its date, its headline in some lines, and its source."""

SHOWN, LANES, TRIED = 36, 4, 500
"""Labels at most, lanes of them on either side of the axis, and events tried for one."""

SHORTEST_BAR, CROWD = 5, 4
"""Shorter bars are dots; more bars than these upon each other are drawn fainter."""

COLOURS = {
    Status.HAPPENED: "#1f4e79",
    Status.PLANNED: "#2e7d32",
    Status.ALLEGED: "#b26a00",
    Status.DENIED: "#b3261e",
    Status.HYPOTHETICAL: "#6a4c93",
}

STYLE = (
    "text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;fill:#1b1b1b}"
    ".t{font-size:20px;font-weight:bold}.d{font-size:11px;font-weight:bold}"
    ".h{font-size:12px}.s{font-size:10px;fill:#6b6b6b}"
    ".k{font-size:10px;fill:#6b6b6b;paint-order:stroke;stroke:#fff;stroke-width:3px}"
)

_Labelled = tuple[tuple[Event, Label], ...]


class _Sheet(Struct, frozen=True):
    """What is drawn on, and where: the scale, and the height at which the axis runs."""

    root: ET.Element
    scale: Axis
    axis: float
    documents: Shelf

    def add(self, name: str, **attributes: str | float) -> ET.Element:
        """An element more; numbers are written with at most one place."""
        return _add(self.root, name, **attributes)


def render(timeline: Timeline, view: View) -> str:
    """The picture. Its height follows from the labels."""
    if not timeline.events:
        return _text_of(_root(timeline, HEAD + FOOT, 0))
    times = tuple(ranked.event.time for ranked in timeline.events)
    scale = _strip.axis(times, MARGIN, WIDTH - MARGIN - LABEL)
    up, down = _labelled(timeline, scale)
    axis = HEAD + _height(up) + BAND / 2
    root = _root(timeline, axis + BAND / 2 + _height(down) + FOOT, len(up) + len(down))
    sheet = _Sheet(root, scale, axis, marks.shelf(timeline))
    _draw_axis(sheet)
    events = [ranked.event for ranked in timeline.events]
    bars = [event for event in events if not _is_dot(event, scale)]
    for event, upon_it in zip(bars, _strip.overlaps(e.time for e in bars), strict=True):
        _draw_bar(event, sheet, min(1.0, CROWD / upon_it))
    for event in events:
        if _is_dot(event, scale):
            _draw_dot(event, sheet)
    for labels, side in ((up, -1), (down, 1)):
        for event, label in labels:
            _draw_label(event, label, side, sheet)
    _draw_dates(sheet)
    return _text_of(root)


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Events without a label, statements without a date."""
    if not timeline.events:
        return _losses.unplaced(timeline)
    times = tuple(ranked.event.time for ranked in timeline.events)
    up, down = _labelled(timeline, _strip.axis(times, MARGIN, WIDTH - MARGIN - LABEL))
    without = len(times) - len(up) - len(down)
    few = f"{marks.plural(without, 'event')} drawn without a label: no room"
    return (*((few,) if without else ()), *_losses.unplaced(timeline))


def _labelled(timeline: Timeline, scale: Axis) -> tuple[_Labelled, _Labelled]:
    """Events with their labels, above and below the axis: the most important first, then
    whatever still finds room beside them."""
    ranked = sorted(timeline.events, key=lambda one: -one.score)
    sides: tuple[_Labelled, _Labelled] = ((), ())
    for one in ranked[:TRIED]:
        if len(sides[0]) + len(sides[1]) == SHOWN:
            break
        up, down = (_with(one.event, side, scale) for side in sides)
        if up and (len(sides[0]) <= len(sides[1]) or not down):
            sides = up, sides[1]
        elif down:
            sides = sides[0], down
    return sides


def _with(event: Event, labels: _Labelled, scale: Axis) -> _Labelled:
    """The labels of a side with one more; none if there are too many lanes then."""
    events = [event, *(labelled for labelled, _ in labels)]
    events.sort(key=lambda labelled: _pole(labelled, scale))
    found = _strip.lanes([(_pole(event, scale), LABEL) for event in events])
    if any(label.lane >= LANES for label in found):
        return ()
    return tuple(zip(events, found, strict=True))


def _pole(event: Event, scale: Axis) -> float:
    """Where the pole of a label stands: on the dot, or where the bar begins."""
    begin, end = _marked(event, scale)
    return (begin + end) / 2 if _is_dot(event, scale) else begin


def _marked(event: Event, scale: Axis) -> tuple[float, float]:
    last = max(event.time.end, event.time.start + 1)
    return scale.at(event.time.start), scale.at(last)


def _is_dot(event: Event, scale: Axis) -> bool:
    begin, end = _marked(event, scale)
    return told.is_exact(event.time) or end - begin < SHORTEST_BAR


def _height(labels: _Labelled) -> float:
    return LANE * max((label.lane + 1 for _, label in labels), default=0)


# ---- the page ----


def _root(timeline: Timeline, height: float, labelled: int) -> ET.Element:
    """The empty page with its title and its foot."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height:g}",
            "width": str(WIDTH),
            "height": f"{height:g}",
            "role": "img",
        },
    )
    times = tuple(ranked.event.time for ranked in timeline.events)
    title = safe.line(timeline.title)
    facts = " · ".join(filter(None, (dates.span_words(times), _counts(timeline))))
    _add(root, "title").text = safe.xml(title)
    _add(root, "desc").text = facts
    _add(root, "style").text = STYLE
    _add(root, "rect", width=WIDTH, height=height, fill="#ffffff")
    _write(root, _strip.cut(title, WIDTH - 2 * MARGIN, 20), MARGIN, 34, "t")
    _write(root, facts, MARGIN, 52, "s")
    _draw_legend(root, timeline, labelled, height - 18)
    return root


def _counts(timeline: Timeline) -> str:
    return " · ".join(
        (
            marks.plural(len(timeline.documents), "document"),
            marks.plural(len(timeline.origins), "independent origin"),
            marks.plural(len(timeline.events), "event"),
        )
    )


def _draw_legend(root: ET.Element, timeline: Timeline, labelled: int, y: float) -> None:
    """What the marks mean; each status that there is in its colour."""
    used = {ranked.event.status for ranked in timeline.events}
    x = float(MARGIN)
    for status in (status for status in Status if status in used):
        _add(root, "circle", cx=x + 4, cy=y - 3.5, r=4, fill=COLOURS[status])
        _write(root, status.value, x + 12, y, "s")
        x += 24 + _strip.text_width(status.value, 10)
    total = len(timeline.events)
    words = "bar: somewhere in it · broken line: time cut short · ! sources disagree"
    words += f" · {labelled} of {total:,} events labelled" if labelled < total else ""
    _write(root, words, x, y, "s")


def _draw_axis(sheet: _Sheet) -> None:
    """The line, broken where time is cut short."""
    left, right, y = sheet.scale.places[0], sheet.scale.places[-1], sheet.axis
    sheet.add("path", d=f"M{left:.1f} {y:g}H{right:.1f}", stroke="#6b6b6b")
    places = sheet.scale.places
    for gap in sheet.scale.cut:
        cut = f"M{places[gap]:.1f} {y:g}H{places[gap + 1]:.1f}"
        line = sheet.add("path", d=cut, stroke="#ffffff")
        line.set("stroke-width", "2")
        line.set("stroke-dasharray", "3 3")


def _draw_dates(sheet: _Sheet) -> None:
    """Dates below the axis, over the poles."""
    y = sheet.axis
    for x, words in _strip.ticks(sheet.scale):
        sheet.add("path", d=f"M{x:.1f} {y:g}v6", stroke="#6b6b6b")
        begin = max(4.0, x - _strip.text_width(words, _strip.TICK) / 2)
        _write(sheet.root, words, begin, y + 19, "k")


def _draw_bar(event: Event, sheet: _Sheet, strength: float) -> None:
    """All that a date may be; where bars lie upon each other the colour deepens."""
    begin, end = _marked(event, sheet.scale)
    box = {"x": begin, "y": sheet.axis - 6, "width": end - begin, "height": 12}
    colour = COLOURS[event.status]
    bar = sheet.add("rect", **box, rx=3, fill=colour, stroke=colour)
    bar.set("fill-opacity", f"{0.2 * strength:.3f}")
    bar.set("stroke-opacity", f"{0.6 * strength:.3f}")
    _explain(bar, event, sheet)


def _draw_dot(event: Event, sheet: _Sheet) -> None:
    """A day or a moment."""
    x, colour = _pole(event, sheet.scale), COLOURS[event.status]
    dot = sheet.add("circle", cx=x, cy=sheet.axis, r=4, fill=colour)
    dot.set("fill-opacity", "0.75")
    _explain(dot, event, sheet)


def _explain(mark: ET.Element, event: Event, sheet: _Sheet) -> None:
    """All that is known of it, where a browser shows it."""
    notes = (told.headline(event), *told.notes(event, sheet.documents))
    _add(mark, "title").text = safe.xml("\n".join(notes))


def _draw_label(event: Event, label: Label, side: int, sheet: _Sheet) -> None:
    """Date, headline and source on a flag whose pole stands on the axis."""
    near = sheet.axis + side * BAND / 2
    top = near + (label.lane * LANE if side > 0 else -(label.lane + 1) * LANE)
    far = top + 4 if side < 0 else top + LANE - 8
    x, colour = label.left, COLOURS[event.status]
    pole = f"M{x:.1f} {sheet.axis + side * 7:g}V{far:g}"
    sheet.add("path", d=pole, stroke=colour).set("stroke-opacity", "0.5")
    sign = " !" if marks.contradictions(event) else ""
    words = _strip.cut(dates.words(event.time), LABEL - 24, 12) + sign
    date = _write(sheet.root, words, x + 5, top + 14, "d")
    date.set("style", f"fill:{colour}")
    lines = _strip.wrapped(told.headline(event), LABEL - 14, 12, LINES)
    for number, line in enumerate(lines):
        _write(sheet.root, line, x + 5, top + 28 + 14 * number, "h")
    where = sheet.documents.where(event.telling)
    source = f"{marks.plural(marks.sources(event), 'source')} · {where}"
    source = _strip.cut(source, LABEL - 14, 10)
    _write(sheet.root, source, x + 5, top + 28 + 14 * len(lines), "s")


# ---- elements ----


def _add(parent: ET.Element, name: str, **attributes: str | float) -> ET.Element:
    texts = {
        key: value if isinstance(value, str) else f"{round(value, 1):g}"
        for key, value in attributes.items()
    }
    return ET.SubElement(parent, name, texts)


def _write(parent: ET.Element, text: str, x: float, y: float, kind: str) -> ET.Element:
    element = _add(parent, "text", x=x, y=y, **{"class": kind})
    element.text = safe.xml(text)
    return element


def _text_of(root: ET.Element) -> str:
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode") + "\n"
