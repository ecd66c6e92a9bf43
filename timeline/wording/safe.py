"""Text from documents made safe to print: it can be anything, also an attack.

Escape sequences could repaint the terminal, bidirectional overrides could show a
sentence in another order than it was written (CVE-2021-42574).
"""

import re

_ESCAPES = re.compile(
    r"""(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]        # CSI: colours, cursor
      | (?:\x1b\]|\x9d)[^\x07\x1b\x9c]*+(?:\x07|\x1b\\|\x9c)   # OSC: title, links""",
    re.VERBOSE,
)
"""Of shorter sequences only the escape character goes: it may stand before mere text."""

_HIDDEN = r"\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f"
"""Bidirectional embeddings, overrides and isolates; byte order mark; tag characters."""

_CONTROL_BUT_SPACE = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_HIDDEN}]")
_CONTROL_BUT_LINES = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_HIDDEN}]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def line(text: str) -> str:
    """The text on one line: white space folded, nothing left that a terminal obeys."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    printable = _CONTROL_BUT_SPACE.sub("", _ESCAPES.sub("", text))
    return encodable(" ".join(printable.split()))


def block(text: str) -> str:
    """The text with its lines and tabs, without what a terminal obeys."""
    unbroken = _ESCAPES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return encodable(_CONTROL_BUT_LINES.sub("", unbroken))


def encodable(text: str) -> str:
    """The same number of characters, all of which UTF-8 has a form for."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def xml(text: str) -> str:
    """The same number of characters, all of which XML 1.0 has a form for (2.2, Char)."""
    return _NO_XML.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """Escaped, with the line ends an XML parser would else make one character."""
    from xml.sax.saxutils import escape  # brings all of urllib

    return escape(xml(text), {"\r": "&#13;"})


def short(text: str, length: int) -> str:
    """The text on one line of at most `length` characters, cut between words."""
    whole = line(text)
    if len(whole) <= length:
        return whole
    cut = whole[: length - 1]
    before = cut.rsplit(" ", 1)[0]
    return (before if len(before) > length // 2 else cut).rstrip(
        " ,;:-\N{EN DASH}"
    ) + "…"
