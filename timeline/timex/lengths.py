"""TIMEX3 values of durations."""

from timeline.timex.senses import Length, Unit

_CODES: dict[Unit, tuple[str, str, float]] = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "day": ("P", "D", 1),
    "night": ("P", "D", 1),
    "weekend": ("P", "WE", 1),
    "week": ("P", "W", 1),
    "fortnight": ("P", "W", 2),
    "month": ("P", "M", 1),
    "quarter": ("P", "Q", 1),
    "half": ("P", "M", 6),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
}

_SMALLER: dict[Unit, tuple[int, str]] = {
    "hour": (60, "M"),
    "minute": (60, "S"),
    "year": (12, "M"),
    "day": (24, "H"),
}

_UNSAID: dict[Unit, str] = {"decade": "PXE", "century": "PXC", "millennium": "PXL"}


def length_value(length: Length) -> str:
    """`P3D`, `PT5H30M`, `PXW` where the number was not said."""
    head, code, times = _CODES[length.unit]
    if length.amount is None:
        return _UNSAID.get(length.unit, f"{head}X{code}")
    amount = length.amount * times
    whole = int(amount)
    rest = amount - whole
    if rest and length.unit in _SMALLER:
        times, smaller = _SMALLER[length.unit]
        tail = f"{round(rest * times)}{smaller}"
        if length.unit == "day":
            tail = "T" + tail
        return (
            f"{head}{whole}{code}{tail}"
            if whole
            else f"{'PT' if head == 'PT' else 'P'}{tail}"
        )
    return f"{head}{whole if not rest else round(amount, 2)}{code}"
