"""Large files of many records in parts, each read by itself, all of them once."""

import re
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from types import ModuleType
from typing import BinaryIO

from msgspec.structs import replace

from timeline.read._input import Input, Part
from timeline.read._refused import Refused
from timeline.read._streams import BLOCK, Block, digest, is_packed, opened

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")


def part(block: Block, reader: str, repeats: tuple[int, ...]) -> Part:
    """The block as a part to be read later."""
    data = block.data or b""
    found = sha256(data).hexdigest()
    return Part(
        reader, block.start, block.end, block.line, found, repeats, _is_utf8(data)
    )


def cut(
    source: Input, reader: ModuleType, limit: int
) -> tuple[tuple[Input, ...], Refused | None]:
    """The parts of the file, and why there are no more of them. OSError if it is gone.

    A file that is not all UTF-8 stays whole if it is small enough: only all of it shows
    what encoding it is in.
    """
    found: list[Part] = []
    refusal = None
    try:
        with opened(source.path, source.data) as file:
            found.extend(reader.cut(file, limit))
    except Refused as error:
        refusal = error
    if refusal is None and (not found or _is_better_whole(found, limit)):
        return (source,), None
    whole = digest(source.path, source.data)
    return tuple(_piece(source, replace(one, file=whole)) for one in found), refusal


def filled(parts: Iterable[Input]) -> Iterator[Input]:
    """The same parts, those of packed files with their bytes.

    Of parts in the order of the file, the file is unpacked once and one part is held.
    What cannot be had is left as it is.
    """
    with ExitStack() as stack:
        path, at = "", 0
        file: BinaryIO | None = None
        for source in parts:
            one = source.part
            if one is None or source.data is not None or not is_packed(source.path):
                yield source
                continue
            try:
                if file is None or path != source.path or at > one.start:
                    stack.close()
                    path, file, at = source.path, None, 0
                    file = stack.enter_context(opened(path, None))
                data = _stretch(file, one.start - at, one.end - one.start)
            except (OSError, EOFError, zlib.error, Refused):
                file = None
                yield source  # Reading it will say why.
                continue
            at = one.end
            yield replace(source, data=data)


def loaded(source: Input, own: Part) -> bytes:
    """The bytes of a part. OSError if the file is gone; fewer bytes if it has shrunk."""
    if source.data is not None:
        return source.data
    with opened(source.path, None) as file:
        return _stretch(file, own.start, own.end - own.start)


def singly(source: Input) -> tuple[Input, ...]:
    """The part in parts of one line each, blank ones left out; what is no part, itself."""
    if source.part is None:
        return (source,)
    at, found = source.part.start, []
    lines = _LINE.findall(loaded(source, source.part))
    for number, line in enumerate(lines, source.part.line):
        end = at + len(line)
        found_digest = sha256(line).hexdigest()
        own = replace(source.part, start=at, end=end, line=number, digest=found_digest)
        at = end
        if line.strip():
            found.append(replace(source, data=line, part=own))
    return tuple(found)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and b"\0" not in data


def _is_better_whole(found: list[Part], limit: int) -> bool:
    return found[-1].end <= limit and not all(one.is_utf8 for one in found)


def _piece(source: Input, own: Part) -> Input:
    """The part of the source, with its bytes where only the source has them."""
    if source.data is None or is_packed(source.path):
        return replace(source, part=own)
    return replace(source, part=own, data=source.data[own.start : own.end])


def _stretch(file: BinaryIO, skip: int, length: int) -> bytes:
    """Bytes of a stream, some way on from where it stands."""
    if file.seekable():
        file.seek(skip, 1)
        return file.read(length)
    while skip:
        skip -= len(file.read(min(skip, BLOCK))) or skip
    return file.read(length)
