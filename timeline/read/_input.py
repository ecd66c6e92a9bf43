"""What is read in one go: a file, or a part of a large one."""

from msgspec import Struct


class Part(Struct, frozen=True):
    """Some of the lines of a file that holds many records.

    `start` and `end` are bytes of the unpacked file, `line` is the number of its first
    line there. `digest` is the SHA-256 of these bytes, `file` that of the whole file as
    it lies on the disk. `repeats` are lines of records whose name was used before.
    """

    reader: str
    start: int
    end: int
    line: int
    digest: str
    repeats: tuple[int, ...] = ()
    is_utf8: bool = True
    file: str = ""


class Listed(Struct, frozen=True):
    """A file of a store: its bytes, and what is another when they are others."""

    size: int
    version: str


class Input(Struct, frozen=True):
    """One file to read, or a part of one.

    `data` are its bytes where they cannot be had from the path: of standard input, whose
    path is `-`, and of parts of packed files. `listed` is what a store says of a file
    whose path is an address.
    """

    path: str
    data: bytes | None = None
    part: Part | None = None
    listed: Listed | None = None
