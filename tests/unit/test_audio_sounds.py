"""Foreign sounds: every usual kind is read, levelled and compressed; nonsense is refused."""

import math
import struct
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import correlation

import pytest

from audio.embedded import EmbeddedVoice
from audio.errors import FileRefused
from audio.sounds.filters import filtered
from audio.sounds.foreign import LONGEST_S, RATE, Samples, read_sound
from audio.sounds.kind import M4A, MP3, OGG, WAV, kind_of
from audio.sounds.loudness import TARGET_LUFS, evened, levelled, loudness
from audio.sounds.mp3 import mp3_file
from audio.sounds.opus import opus_file
from audio.sounds.wav import wav_samples
from audio.sounds.whole import check_whole
from lessons.phrase import LANGUAGES, Language
from tests.sounds import file_of, noise, tone

KINDS = {"wav": WAV, "mp3": MP3, "ogg": OGG, "m4a": M4A}


@pytest.mark.parametrize("kind", KINDS)
def test_every_usual_kind_of_file_is_read(kind: str) -> None:
    content = file_of(tone(1.5), kind)
    assert kind_of(content) == KINDS[kind]
    samples = read_sound(f"bread.{kind}", content)
    assert samples.rate == RATE
    assert 1_450 < samples.duration_ms < 1_650
    assert 6_000 < max(samples.values) < 9_500


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_ending_is_refused_and_said(kind: str) -> None:
    content = file_of(tone(0.5), kind)
    other = "mp3" if kind != "mp3" else "wav"
    with pytest.raises(FileRefused, match="ending is wrong"):
        read_sound(f"bread.{other}", content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.mp3", b"", "empty"),
        ("a.wav", b"bread and tea" * 100, "not a sound"),
        ("a.txt", b"RIFF", "not one of"),
        ("a", b"RIFF", "not one of"),
        ("a.ogg", b"OggS" + b"\0" * 5_000, "broken"),
        ("a.m4a", b"\0\0\0\x20ftypM4A " + b"\0" * 5_000, "broken"),
        ("a.mp3", b"\xff\xfb\x90\x00" + b"\0" * 5_000, "broken|no sound"),
        ("a.wav", b"RIFF\xff\xff\xff\xffWAVEfmt " + b"\0" * 100, "broken|no sound"),
    ],
)
def test_what_is_no_sound_is_refused_in_one_line(name: str, content: bytes, why: str) -> None:
    with pytest.raises(FileRefused, match=why) as refused:
        read_sound(name, content)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith(name)


def floats(value: float) -> bytes:
    """A WAV file of 32-bit floats that are all the same."""
    data = struct.pack("<f", value) * 24_000
    form = struct.pack("<HHIIHH", 3, 1, 24_000, 96_000, 4, 32)
    chunks = b"fmt " + struct.pack("<I", len(form)) + form
    chunks += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_samples_that_are_no_numbers_are_no_sound(value: float) -> None:
    assert read_sound("a.wav", floats(0.25)).duration_ms == 1_000
    with pytest.raises(FileRefused, match="broken"):
        read_sound("a.wav", floats(value))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("left", [0.02, 0.3, 0.7])
def test_a_torn_file_gives_what_it_has_or_is_refused(kind: str, left: float) -> None:
    whole = file_of(tone(1), kind)
    try:
        samples = read_sound(f"a.{kind}", whole[: int(len(whole) * left)])
    except FileRefused:
        return
    assert 0 < samples.duration_ms <= 1_200


def test_two_hours_are_refused_before_they_are_read_to_their_end() -> None:
    hours = mp3_file(tone(60).values, 24_000) * 120
    with pytest.raises(FileRefused, match=f"longer than {LONGEST_S} seconds"):
        read_sound("a.mp3", hours)


@pytest.mark.parametrize("loudest", [150, 400, 3_000, 30_000])
def test_voices_of_any_loudness_become_alike(loudest: int) -> None:
    measured = loudness(levelled(tone(2, loudest)))
    assert measured is not None
    assert abs(measured - TARGET_LUFS) < 0.6


def test_levelling_never_clips() -> None:
    click_and_whisper = tone(2, 100)
    click_and_whisper.values[500] = 30_000
    assert max(levelled(click_and_whisper).values) <= 32_768 * 0.9


def test_a_few_high_peaks_do_not_keep_a_clip_quiet() -> None:
    peaky = tone(2, 3_000)
    for at in range(0, len(peaky.values), 2_000):
        peaky.values[at] = 16_000 if at % 4_000 else -16_000
    louder = levelled(peaky)
    measured = loudness(louder)
    assert measured is not None
    assert abs(measured - TARGET_LUFS) < 1
    assert -32_768 * 0.9 <= min(louder.values) <= max(louder.values) <= 32_768 * 0.9


def test_silence_stays_silence() -> None:
    silence = Samples(noise(1, 0).values, 24_000)
    assert loudness(silence) is None
    assert levelled(silence) == silence


def test_a_very_short_word_has_a_loudness_too() -> None:
    assert loudness(tone(0.25)) is not None


def test_our_loudness_is_that_of_an_independent_meter() -> None:
    numpy = pytest.importorskip("numpy")
    pyloudnorm = pytest.importorskip("pyloudnorm")
    samples = tone(3, 5_000)
    values = numpy.array(samples.values, dtype=float) / 32_768
    theirs = pyloudnorm.Meter(samples.rate).integrated_loudness(values)
    ours = loudness(samples)
    assert ours is not None
    assert math.isclose(ours, theirs, abs_tol=0.3)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000])
def test_a_kept_second_of_speech_is_far_below_two_kilobytes(rate: int) -> None:
    """Twelve million bytes are 160 minutes of 1,250."""
    samples = tone(10, rate=rate)
    content = opus_file(samples)
    assert kind_of(content) == OGG
    assert len(content) < 10 * 1_250
    assert content == opus_file(samples)
    assert abs(read_sound("a.ogg", content).duration_ms - 10_000) <= 2
    check_whole("a.ogg", content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_sounds_as_what_was_said(language: Language, tmp_path: Path) -> None:
    """As loud, nothing clipped, and every stretch of sound in its place in low and high tones."""
    said = levelled(wav_samples(EmbeddedVoice(tmp_path).say(SAID[language], language).sound))
    kept = read_sound("a.ogg", opus_file(said))
    before, after = loudness(said), loudness(kept)
    assert before is not None
    assert after is not None
    assert abs(before - after) < 1.5
    assert -32_700 < min(kept.values) < max(kept.values) < 32_700
    for low, high in ((100, 1_000), (1_000, 3_000), (3_000, 7_500)):
        assert likeness(swelling(said, low, high), swelling(kept, low, high)) > 0.9
        power = sum(swelling(kept, low, high)) / sum(swelling(said, low, high))
        assert 0.6 < power < 1.7


SAID: dict[Language, str] = {
    "ug": "ئىسسىق نان سېتىۋالامسىز؟",
    "zh": "今天刚烤好的馕,四十只鸡蛋",
    "en": "She sells sixteen fresh nang",
}


def swelling(samples: Samples, low: int, high: int) -> list[float]:
    """How strong the tones between two frequencies are, every 20 ms."""
    through = filtered(
        samples, ("highpass", f"f={low}:poles=2"), ("lowpass", f"f={high}:poles=2")
    ).values
    step = samples.rate // 50
    return [math.hypot(*through[at : at + step]) for at in range(0, len(through) - step, step)]


def likeness(one: list[float], other: list[float]) -> float:
    """The correlation: 1 where both swell together."""
    return correlation(one[: len(other)], other[: len(one)])


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000])
def test_a_second_of_speech_is_below_four_kilobytes(rate: int) -> None:
    content = mp3_file(tone(10, rate=rate).values, rate)
    assert kind_of(content) == MP3
    assert len(content) < 10 * 4_000
    assert abs(read_sound("a.mp3", content).duration_ms - 10_000) < 200


def test_a_rate_that_would_be_resampled_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="8000"):
        mp3_file(tone(1).values, 8_000)


def test_what_is_evened_in_a_hurry_is_as_loud_and_as_long_and_never_clips() -> None:
    for loudest in (400, 3_000, 12_000, 30_000):
        samples = tone(2, loudest)
        louder = evened(samples)
        measured = loudness(louder)
        assert measured is not None
        assert abs(measured - TARGET_LUFS) < 1
        assert len(louder.values) == len(samples.values)
        assert max(louder.values) <= 32_768 * 0.9


def test_silence_is_evened_to_silence() -> None:
    for silence in (Samples(noise(1, 0).values, 24_000), Samples(array("h"), 24_000)):
        assert evened(silence) == silence


def test_threads_do_not_mix_what_they_make_louder() -> None:
    soft, loud = tone(1, 1_000), tone(0.5, 9_000, rate=22_050)
    alone = evened(soft), evened(loud)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(evened, [soft, loud] * 20)) == [*alone] * 20
