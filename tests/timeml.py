"""What TimeML 1.2.1 asks of a document, as its specification says it, checked by hand.

The schema itself cannot be had from a package; these are its elements, which attributes
each must and may have, the words that these may hold, and what refers to what.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

Rules = dict[str, tuple[set[str], set[str]]]

ATTRIBUTES: Rules = {
    "TimeML": (set(), set()),
    "DOCID": (set(), set()),
    "DCT": (set(), set()),
    "TEXT": (set(), set()),
    "TIMEX3": (
        {"tid", "type", "value"},
        {
            *("functionInDocument", "temporalFunction", "anchorTimeID", "mod"),
            *("beginPoint", "endPoint", "quant", "freq", "comment"),
        },
    ),
    "EVENT": ({"eid", "class"}, {"stem", "comment"}),
    "MAKEINSTANCE": (
        {"eiid", "eventID", "tense", "aspect", "pos"},
        {"polarity", "modality", "signalID", "cardinality", "comment"},
    ),
    "TLINK": (
        {"relType"},
        {
            *("lid", "eventInstanceID", "timeID", "relatedToTime"),
            *("relatedToEventInstance", "signalID", "origin", "comment"),
        },
    ),
}
"""By element: the attributes it must have, and those it may have besides."""

INSIDE = {
    "TimeML": {"DOCID", "DCT", "TEXT", "MAKEINSTANCE", "TLINK"},
    "DCT": {"TIMEX3"},
    "TEXT": {"TIMEX3", "EVENT"},
}

WORDS = {
    "type": "DATE TIME DURATION SET",
    "functionInDocument": (
        "CREATION_TIME EXPIRATION_TIME MODIFICATION_TIME PUBLICATION_TIME RELEASE_TIME "
        "RECEPTION_TIME NONE"
    ),
    "temporalFunction": "true false",
    "mod": (
        "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS "
        "EQUAL_OR_MORE START MID END APPROX"
    ),
    "class": "OCCURRENCE PERCEPTION REPORTING ASPECTUAL STATE I_STATE I_ACTION",
    "tense": "FUTURE INFINITIVE PAST PASTPART PRESENT PRESPART NONE",
    "aspect": "PROGRESSIVE PERFECTIVE PERFECTIVE_PROGRESSIVE NONE",
    "pos": "ADJECTIVE NOUN VERB PREPOSITION OTHER",
    "polarity": "POS NEG",
    "relType": (
        "BEFORE AFTER INCLUDES IS_INCLUDED DURING DURING_INV SIMULTANEOUS IAFTER IBEFORE "
        "IDENTITY BEGINS ENDS BEGUN_BY ENDED_BY"
    ),
}

REFERS = {
    **dict.fromkeys(("anchorTimeID", "beginPoint", "endPoint"), "tid"),
    **dict.fromkeys(("timeID", "relatedToTime"), "tid"),
    **dict.fromkeys(("eventInstanceID", "relatedToEventInstance"), "eiid"),
    "eventID": "eid",
}
"""The kind of id that each reference names."""

_CLOCK = r"T(?:\d\d(?::\d\d(?::\d\d)?)?|MO|MI|AF|EV|NI|DT|XX(?::XX)?)"
VALUE = re.compile(
    rf"""(?:BC)?[\dX]{{1,4}}
    | (?:[\dX]{{4}}|XXXX)-(?:\d\d|XX|W(?:\d\d|XX)(?:-(?:\d|WE|X))?|SP|SU|FA|WI|Q[1-4X]|H[1-2X])
      (?:-(?:\d\d|XX))?(?:{_CLOCK})?(?:Z|[+-]\d\d(?::?\d\d)?)?
    | {_CLOCK}
    | P(?:[\dX.]+(?:Y|M|W|D|WE|Q|DE|CE|ML|L|E))*(?:T(?:[\dX.]+[HMS]|MO|AF|EV|NI|DT)+)?
    | (?:PRESENT|PAST|FUTURE)_REF""",
    re.VERBOSE,
)
"""ISO 8601 as TIMEX3 extends it: decades, centuries, seasons, parts of days, X."""


def faults(data: str | bytes, *, is_valued: bool = True) -> list[str]:
    """Everything that is not as TimeML wants it; nothing is left to say of a good file."""
    root = ET.fromstring(data)
    found = [*_elements(root), *_links(root)]
    if is_valued:
        values = (t.get("value", "") for t in root.iter("TIMEX3"))
        found += [f"value {v!r}" for v in values if not VALUE.fullmatch(v)]
    return found


def _elements(root: ET.Element) -> Iterator[str]:
    if root.tag != "TimeML":
        yield f"the root is {root.tag}"
    for element in root.iter():
        must, may = ATTRIBUTES.get(element.tag, ({"a known name"}, set()))
        yield from (
            f"{element.tag} without {n}" for n in sorted(must - {*element.keys()})
        )
        for name, value in element.items():
            if name not in must | may:
                yield f"{element.tag} with {name}"
            if name in WORDS and value not in WORDS[name].split():
                yield f"{element.tag} {name}={value!r}"
        inside = {child.tag for child in element} - INSIDE.get(element.tag, set())
        yield from (f"{tag} in {element.tag}" for tag in sorted(inside))


def _links(root: ET.Element) -> Iterator[str]:
    ids: dict[str, str] = {}
    for element in root.iter():
        for kind in ("tid", "eid", "eiid", "lid"):
            name = element.get(kind)
            if name is None:
                continue
            if name in ids or not re.fullmatch(r"[A-Za-z_][\w.-]*", name):
                yield f"{kind} {name!r} is no id, or not the only one"
            ids[name] = kind
    for element in root.iter():
        for name, value in element.items():
            if name in REFERS and ids.get(value) != REFERS[name]:
                yield f"{element.tag} {name}={value!r} names nothing"
    for link in root.iter("TLINK"):
        sides = (
            {"eventInstanceID", "timeID"},
            {"relatedToEventInstance", "relatedToTime"},
        )
        if any(len(side & {*link.keys()}) != 1 for side in sides):
            yield f"TLINK {link.get('lid')} has not one end on each side"
