"""Checksummed lines, each all or nothing: ``crc32 in 8 hex digits, space, JSON, newline``."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import msgspec

# Made once: `json.dumps` makes one for each call.
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_HEAD = re.compile(rb"[0-9a-f]{8} \[")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file: an intact line, or bytes that are none.

    ``payload`` is the JSON of an intact line, None for damage; ``number`` is the line's, from 1;
    ``raw`` holds the bytes with their newline.
    """

    number: int
    raw: bytes
    payload: bytes | None


def encoded(changes: list[Any]) -> bytes:
    """One line; raises TypeError or ValueError for what JSON cannot hold."""
    payload = _JSON.encode(changes).encode()
    return b"%08x %s\n" % (crc32(payload), payload)


def changes_of(line: bytes) -> list[Any]:
    """What stands in a line that ``encoded`` made."""
    try:
        changes: list[Any] = msgspec.json.decode(line[9:])
    except msgspec.DecodeError:  # where it is stricter, as with numbers out of range
        changes = json.loads(line[9:])
    return changes


def scan(lines: Iterable[bytes]) -> Iterator[Piece]:
    """Every piece of a file's lines in sequence; the pieces together are the file.

    The lines are as an open file gives them: each with its newline, but for a torn last one.
    """
    for number, line in enumerate(lines, start=1):
        if not line.endswith(b"\n"):
            yield Piece(number, line, None)
        elif _verifies(body := line[:-1]):
            yield Piece(number, line, body[9:])
        else:
            yield from _pieces(number, body)


def _pieces(number: int, line: bytes) -> Iterator[Piece]:
    start = _intact_from(line)
    if start:
        yield Piece(number, line[:start], None)
    if start < len(line):
        yield Piece(number, line[start:] + b"\n", line[start + 9 :])
    else:
        yield Piece(number, b"\n", None)


def _intact_from(line: bytes) -> int:
    """Where the intact record of a line begins; its length where there is none.

    A damaged newline glues two records to one line: the second is still whole.
    """
    if _verifies(line):
        return 0
    starts = (match.start() for match in _HEAD.finditer(line))
    return next((start for start in starts if _verifies(line[start:])), len(line))


def _verifies(line: bytes) -> bool:
    # Compared as bytes: int() would also take capitals, so a flipped bit could go unseen.
    return line[8:9] == b" " and line[:8] == b"%08x" % crc32(line[9:])
