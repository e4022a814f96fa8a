"""Sound without the silence around it."""

import io
import wave
from array import array

from audio.sounds.wav import trimmed, wav_file

RATE = 22050
SECOND = array("h", [0]) * RATE
TONE = array("h", [3000, -3000]) * (RATE // 4)


def test_silence_around_the_sound_is_cut_to_sixty_milliseconds() -> None:
    sound = trimmed(SECOND + TONE + SECOND, RATE)
    assert sound.cut_ms in range(935, 941)
    assert abs(len(sound.samples) - len(TONE) - 2 * RATE * 60 // 1000) < RATE // 100


def test_sound_without_silence_around_it_is_left_whole() -> None:
    assert trimmed(TONE, RATE).samples == TONE
    assert trimmed(TONE, RATE).cut_ms == 0


def test_silence_inside_is_kept() -> None:
    assert len(trimmed(TONE + SECOND + TONE, RATE).samples) == 2 * len(TONE) + len(SECOND)


def test_silence_alone_gives_nothing() -> None:
    assert not trimmed(SECOND, RATE).samples
    assert not trimmed(array("h"), RATE).samples


def test_a_wav_file_says_what_it_holds() -> None:
    with wave.open(io.BytesIO(wav_file(TONE, RATE))) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (1, 2, RATE)
        assert array("h", reader.readframes(RATE)) == TONE
