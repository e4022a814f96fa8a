"""Whether the end of a sound file is there, as far as the file itself tells.

A decoder plays what there is of a file that was cut off; half a sentence must not become a voice.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from audio.errors import FileRefused
from audio.sounds.kind import M4A, MP3, OGG, WAV, kind_of

_UNKNOWN: Final = (0, 0xFFFF_FFFF)
"""What a program writes that did not know the size yet when it began."""
_PAGE_HEAD: Final = 27
_LAST_PAGE: Final = 4
_NOT_TOLD: Final = -1
_ID3_HEAD: Final = 10
_BYTES_FLAG: Final = 2
_FRAMES_FLAG: Final = 1
_KBITS_1: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES: Final = {
    3: (44_100, 48_000, 32_000),
    2: (22_050, 24_000, 16_000),
    0: (11_025, 12_000, 8_000),
}
"""Of MPEG 1, 2 and 2.5."""


def check_whole(name: str, content: bytes) -> None:
    """See that nothing is missing at the end.

    Raises:
        FileRefused: less is there than the file says.
    """
    is_cut = _IS_CUT.get(kind_of(content) or "")
    if is_cut and is_cut(content):
        raise FileRefused(name, "it is cut off, its end is missing", "cut")


def told_seconds(content: bytes) -> float:
    """How long a WAV file says that it is, from its beginning alone; 0 where it does not say."""
    a_second = 0
    for kind, at, size in _wav_chunks(content):
        if kind == b"fmt " and at + 12 <= len(content):
            (a_second,) = struct.unpack_from("<I", content, at + 8)
        if kind == b"data":
            return size / a_second if a_second else 0.0
    return 0.0


def _is_cut_wav(content: bytes) -> bool:
    for kind, at, size in _wav_chunks(content):
        if kind == b"data":
            return size not in _UNKNOWN and at + size > len(content)
    return True  # no sound at all


def _wav_chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """What each part of a WAV file is, where it begins and how long it says to be."""
    at = 12
    while at + 8 <= len(content):
        kind, size = struct.unpack_from("<4sI", content, at)
        yield kind, at + 8, size
        at += 8 + size + size % 2


def _is_cut_ogg(content: bytes) -> bool:
    """Whether a page is torn or missing, or a stream in it has no last page."""
    at, last = 0, dict[int, _Page]()
    while at < len(content):
        head = content[at : at + _PAGE_HEAD]
        if not head.startswith(b"OggS"):
            if b"OggS".startswith(head):
                return True
            break  # something was put behind it
        lengths = content[at + _PAGE_HEAD :][: head[-1]]
        if len(head) < _PAGE_HEAD or len(lengths) < head[-1]:
            return True
        page = _Page(*struct.unpack_from("<BqII", head, 5))
        if page.stream in last and not page.follows(last[page.stream]):
            return True
        last[page.stream] = page
        at += _PAGE_HEAD + len(lengths) + sum(lengths)
    return at > len(content) or not all(page.flags & _LAST_PAGE for page in last.values())


class _Page(NamedTuple):
    """What the head of a page of Ogg says; ``until`` is how many samples are told by its end."""

    flags: int
    until: int
    stream: int
    number: int

    def follows(self, before: "_Page") -> bool:
        """Whether no page is missing between them, and time did not go back."""
        told = self.until == _NOT_TOLD or self.until >= before.until
        return told and self.number == before.number + 1


def _is_cut_m4a(content: bytes) -> bool:
    at = 0
    while at < len(content):
        if at + 8 > len(content):
            return True
        (size,) = struct.unpack_from(">I", content, at)
        if size == 1 and at + 16 <= len(content):
            (size,) = struct.unpack_from(">Q", content, at + 8)
        if size == 0:  # to the end of the file
            return False
        if size < 8:
            return True
        at += size
    return at > len(content)


def _is_cut_mp3(content: bytes) -> bool:
    begin = _behind_id3(content)
    told = _told_bytes(content[begin : begin + 200])
    if told:
        return len(content) - begin < told
    return any(at + length > len(content) for at, length in _mp3_frames(content, begin))


def _behind_id3(content: bytes) -> int:
    if content[:3] != b"ID3" or len(content) < _ID3_HEAD:
        return 0
    size = 0
    for byte in content[6:_ID3_HEAD]:
        size = size << 7 | byte & 0x7F
    return _ID3_HEAD + size


def _told_bytes(frame: bytes) -> int:
    """How long all frames are, where the first one says so; else 0."""
    at = max(frame.find(b"Xing"), frame.find(b"Info"))
    if at < 0 or len(frame) < at + 16:
        return 0
    flags, first, second = struct.unpack_from(">III", frame, at + 4)
    if not flags & _BYTES_FLAG:
        return 0
    return int(second if flags & _FRAMES_FLAG else first)


def _mp3_frames(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Where each frame is and how long it says to be, as long as one follows the other."""
    while at + 4 <= len(content) and (length := _frame_length(content[at : at + 4])):
        yield at, length
        at += length


def _frame_length(head: bytes) -> int:
    """In bytes; 0 where there is no frame of layer III."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    kbits, rate, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    is_frame = head[0] == 0xFF and head[1] >> 5 == 7 and version in _RATES and layer == 1
    if not is_frame or rate == 3 or kbits in (0, 15):
        return 0
    bits = 1000 * (_KBITS_1 if version == 3 else _KBITS_2)[kbits]
    return (144 if version == 3 else 72) * bits // _RATES[version][rate] + padding


_IS_CUT: Final[Mapping[str, Callable[[bytes], bool]]] = {
    WAV: _is_cut_wav,
    OGG: _is_cut_ogg,
    M4A: _is_cut_m4a,
    MP3: _is_cut_mp3,
}
