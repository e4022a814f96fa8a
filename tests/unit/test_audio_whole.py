"""Files that were cut off: known by what they say of themselves, and never kept."""

import io
import re
import struct
from itertools import pairwise
from pathlib import Path

import av
import pytest

from audio.building.bringing import brought_clip
from audio.errors import FileRefused
from audio.sayable import Sayable
from audio.sounds import foreign
from audio.sounds.mp3 import mp3_file
from audio.sounds.whole import check_whole
from tests.sounds import file_of, noise, tone

HOME = Sayable("nav.home", "ug", "باش بەت")
WHOLE = {kind: file_of(tone(2), kind) for kind in ("wav", "mp3", "ogg", "m4a")}


def refused(content: bytes, kind: str) -> str:
    with pytest.raises(FileRefused) as refusal:
        brought_clip(f"nav.home.{kind}", content, HOME, "voice one")
    assert "\n" not in str(refusal.value)
    return refusal.value.kind


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_is_taken(kind: str) -> None:
    card, _ = brought_clip(f"nav.home.{kind}", WHOLE[kind], HOME, "voice one")
    assert 1_700 < card.duration_ms <= 2_100


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("left", [0.2, 0.5, 0.77, 0.95, 0.99])
def test_a_file_that_was_cut_off_is_refused(kind: str, left: float) -> None:
    content = WHOLE[kind]
    assert refused(content[: int(len(content) * left)], kind) in ("cut", "sound")


@pytest.mark.parametrize("kind", ["wav", "mp3", "ogg"])
def test_what_could_be_played_is_told_to_be_cut_off(kind: str) -> None:
    content = WHOLE[kind]
    assert refused(content[: int(len(content) * 0.8)], kind) == "cut"


def pages(content: bytes) -> list[int]:
    """Where each page of an Ogg file begins."""
    return [found.start() for found in re.finditer(b"OggS\\0", content)]


@pytest.mark.parametrize("codec", ["libopus", "flac"])
def test_an_ogg_file_that_ends_with_any_page_but_its_last_is_cut_off(codec: str) -> None:
    content = ogg_of_pages(codec)
    starts = pages(content)
    assert len(starts) > 5
    check_whole("a.ogg", content)
    for end in starts[1:]:
        assert refused(content[:end], "ogg") == "cut"
    for begin, end in pairwise(starts[2:]):  # one of its pages is missing, or there twice
        assert refused(content[:begin] + content[end:], "ogg") == "cut"
        assert refused(content[:end] + content[begin:], "ogg") == "cut"


def test_time_does_not_go_back_in_an_ogg_file() -> None:
    content = bytearray(ogg_of_pages("libopus"))
    struct.pack_into("<q", content, pages(bytes(content))[-1] + 6, 7)
    assert refused(bytes(content), "ogg") == "cut"


def ogg_of_pages(codec: str) -> bytes:
    """A file of two seconds as other programs write it, with a page every fifth of a second."""
    source = io.BytesIO(WHOLE["wav"])
    out = io.BytesIO()
    with (
        av.open(source) as read,
        av.open(out, "w", format="ogg", options={"page_duration": "200000"}) as made,
    ):
        stream = made.add_stream(codec, rate=24_000, layout="mono")
        for frame in read.decode(audio=0):
            made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
    return out.getvalue()


def test_an_m4a_file_with_its_index_in_front_is_cut_off_too(tmp_path: Path) -> None:
    with av.open(io.BytesIO(WHOLE["m4a"])) as source:
        out = tmp_path / "a.m4a"
        with av.open(str(out), "w", format="ipod", options={"movflags": "faststart"}) as target:
            stream = target.add_stream_from_template(source.streams.audio[0])
            for packet in source.demux(source.streams.audio[0]):
                if packet.dts is not None:
                    packet.stream = stream
                    target.mux(packet)
    content = out.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    check_whole("a.m4a", content)
    assert refused(content[: int(len(content) * 0.8)], "m4a") == "cut"


def test_a_wav_of_two_hours_is_told_to_be_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so large a file only the beginning is read, which must not make it one that was cut."""
    monkeypatch.setattr(foreign, "MOST_BYTES", 20_000)
    content = bytearray(WHOLE["wav"])
    rate = 48_000 * 2
    struct.pack_into("<I", content, content.index(b"data") + 4, 7_200 * rate)
    with pytest.raises(FileRefused, match="longer than 60 seconds"):
        brought_clip("nav.home.wav", bytes(content[:20_001]), HOME, "voice one")
    assert refused(bytes(content[:20_001]), "wav") == "long"
    assert refused(bytes(content[:20_000]), "wav") == "cut"
    for other in (WHOLE["wav"], WHOLE["wav"][:12] + b"junk" * 6_000):
        assert refused(other, "wav") == "large"


def test_an_mp3_that_does_not_say_its_size_is_known_by_its_last_frame() -> None:
    content = mp3_file(tone(2).values, 24_000)
    check_whole("a.mp3", content)
    check_whole("a.mp3", content + b"TAG" + bytes(125))  # what players write behind it
    with pytest.raises(FileRefused, match="cut off"):
        check_whole("a.mp3", content[:-10])


@pytest.mark.parametrize("size", [0, 0xFFFF_FFFF])
def test_a_wav_whose_writer_did_not_know_its_size_is_whole(size: int) -> None:
    content = bytearray(WHOLE["wav"])
    struct.pack_into("<I", content, content.index(b"data") + 4, size)
    check_whole("a.wav", bytes(content))


def test_what_stands_behind_the_sound_of_a_wav_file_does_not_matter() -> None:
    content = WHOLE["wav"]
    check_whole("a.wav", content + b"LIST\xff\xff\0\0INFO")
    check_whole("a.ogg", WHOLE["ogg"] + b"more")


@pytest.mark.parametrize("kind", WHOLE)
def test_no_damage_of_a_file_makes_more_than_a_refusal(kind: str) -> None:
    content = WHOLE[kind]
    for at, value in enumerate(noise(0.02, 127).values):
        place = at * 37 % min(len(content), 4_000)
        damaged = content[:place] + bytes((value & 0xFF,)) + content[place + 1 :]
        try:
            check_whole(f"a.{kind}", damaged[: len(damaged) - at])
        except FileRefused as refusal:
            assert refusal.kind == "cut"
