"""What kind of sound file some bytes are, told from their beginning."""

from typing import Final

WAV: Final = "audio/wav"
MP3: Final = "audio/mpeg"
OGG: Final = "audio/ogg"
M4A: Final = "audio/mp4"

_FRAME_SYNC: Final = 0xE0


def kind_of(content: bytes) -> str | None:
    """The media type of a WAV, MP3, OGG or M4A file; None for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return WAV
    if content[:4] == b"OggS":
        return OGG
    if content[4:8] == b"ftyp":
        return M4A
    if content[:3] == b"ID3" or _is_mp3_frame(content[:4]):
        return MP3
    return None


def _is_mp3_frame(head: bytes) -> bool:
    """Eleven bits of sync, layer III, and neither the free nor the forbidden bit rate."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & _FRAME_SYNC != _FRAME_SYNC:
        return False
    layer_three = head[1] & 0x06 == 0x02
    return layer_three and head[2] & 0xF0 not in (0x00, 0xF0)
