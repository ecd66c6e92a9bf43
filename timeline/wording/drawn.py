"""What rich draws, as text, in a width and with the colour that the caller gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

_LINK_ID = re.compile(r"(?<=\x1b\]8;)id=[^;]*")
"""Of links: rich draws it by chance, and terminals can do without."""


def drawn(parts: Iterable[RenderableType], width: int, colour: bool) -> str:
    """The renderables one below the other, without blanks at the ends of lines."""
    from io import StringIO

    from rich.console import Console  # 75 ms

    console = Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    text = _LINK_ID.sub("", capture.get())
    return "".join(f"{line.rstrip(' ')}\n" for line in text.splitlines())


def painted(text: str, style: str, colour: bool) -> str:
    """The text in a style of rich, or as it is without colour."""
    if not colour or not style or not text:
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)
