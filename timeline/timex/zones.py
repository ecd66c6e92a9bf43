"""Time zones as they are written behind a clock in figures: "Z", "+0200", "+02:00"."""


def ahead(written: str | None) -> tuple[int, ...]:
    """The minutes that a zone is ahead of UTC, if one is written."""
    if not written or written.upper() == "Z":
        return (0,) * bool(written)
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    return (-minutes if written[0] == "-" else minutes,)


def offset(minutes: int | None = None) -> str | None:
    """The zone so many minutes ahead of UTC, as ISO 8601 has it."""
    if not minutes:
        return None if minutes is None else "UTC"
    sign, size = "+-"[minutes < 0], abs(minutes)
    return f"{sign}{size // 60:02}:{size % 60:02}"
