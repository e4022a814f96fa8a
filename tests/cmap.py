"""Which characters a font draws: its ``cmap`` table, format 4, as our bundled fonts have it."""

import struct
from pathlib import Path

_WINDOWS_UNICODE = (3, 1)
_FORMAT = 4


def tables(font: bytes) -> dict[str, bytes]:
    """The tables of a TrueType or OpenType font by their tags."""
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def characters(path: Path) -> frozenset[str]:
    """Every character of the first plane that has a glyph of its own."""
    table = _unicode_part(tables(path.read_bytes())["cmap"])
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", table, at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    drawn = set()
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if ranges[index]:
                place = 16 + 3 * twice + 2 * index + ranges[index] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", table, place)
                if not glyph:
                    continue
            if (glyph + deltas[index]) % 0x10000:
                drawn.add(chr(code))
    return frozenset(drawn)


def _unicode_part(table: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", table, 2)
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * index)
        if (platform, encoding) == _WINDOWS_UNICODE:
            part = table[offset:]
            assert struct.unpack_from(">H", part)[0] == _FORMAT
            return part
    raise AssertionError("no Unicode characters in this font")
