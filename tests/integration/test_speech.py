"""The real voice: sound, word times, the cache and many askers at once."""

import asyncio
import io
import itertools
import math
import shutil
import threading
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import espeakng_loader
import pytest

from audio.clip import Clip, Word
from audio.embedded import WORDS_PER_MINUTE, EmbeddedVoice
from audio.errors import AudioError, NothingToSay, NoVoice, SpeechClosed, SynthesisFailed
from audio.espeak import EspeakError, speak
from audio.espeak_data import data_folder
from audio.normalise import spoken_words
from audio.sounds.foreign import read_sound
from audio.sounds.kind import OGG, WAV, kind_of
from audio.sounds.loudness import TARGET_LUFS
from audio.sounds.wav import trimmed
from audio.speech import Speech
from audio.voice import Spoken
from kiosk.wording import book
from lessons.phrase import LANGUAGES, Language

RATE = 22050
SENTENCES: dict[Language, str] = {
    "ug": "«نان» 3.5 يۈەن بولدى، 12 تۇخۇم سېتىلدى. ياخشى!",
    "zh": "我在银行，馕卖3.5元。打开WeChat，好吗？",
    "en": "One of the eggs costs ¥3.50, she said. It's good!",
}
SHOWN: dict[Language, list[str]] = {
    "ug": ["نان", "3.5 يۈەن", "بولدى", "12", "تۇخۇم", "سېتىلدى", "ياخشى"],
    "zh": [*"我在银行馕卖", "3.5元", *"打开", "WeChat", *"好吗"],
    "en": ["One", "of", "the", "eggs", "costs", "¥3.50", "she", "said", "It's", "good"],
}


class FakeVoice:
    """A recorded voice that knows some texts, and may be broken."""

    name = "recorded"

    def __init__(self, texts: set[str], error: Exception | None = None) -> None:
        self.texts = texts
        self.error = error
        self.said: list[str] = []

    def can_say(self, text: str, language: Language) -> bool:  # noqa: ARG002
        return text in self.texts

    def version_of(self, text: str, language: Language) -> str:  # noqa: ARG002
        return "1"

    def say(self, text: str, language: Language) -> Spoken:  # noqa: ARG002
        self.said.append(text)
        if self.error:
            raise self.error
        return Spoken(b"RIFF", 100, (Word(text, 0, 100, 0, len(text)),))

    def check(self, language: Language) -> None:  # noqa: ARG002
        if self.error:
            raise self.error


class CountingVoice(EmbeddedVoice):
    """The embedded voice, which remembers what it was asked to say."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.said: list[str] = []

    def say(self, text: str, language: Language) -> Spoken:
        self.said.append(text)
        return super().say(text, language)


@pytest.fixture(scope="session")
def voice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("voice")


@pytest.fixture
def voice(voice_folder: Path) -> CountingVoice:
    return CountingVoice(voice_folder)


@pytest.fixture
def speech(tmp_path: Path, voice: CountingVoice) -> Iterator[Speech]:
    speech = Speech(tmp_path, [voice])
    yield speech
    speech.close()


def heard_of(speech: Speech, clip: Clip) -> int:
    """How many milliseconds of sound there are under a clip's key, in whatever kind of file."""
    sound = speech.sound(clip.key)
    assert sound is not None
    return read_sound("a.wav" if kind_of(sound) == WAV else "a.ogg", sound).duration_ms


def until_kept(folder: Path, *clips: Clip) -> None:
    """Wait for what is done after a clip was handed out: it is kept compressed."""
    give_up = time.monotonic() + 20
    while not all((folder / "clips" / f"{clip.key}.json").exists() for clip in clips):
        assert time.monotonic() < give_up, "it was not kept"
        time.sleep(0.01)
    sounds = [(folder / "clips" / f"{clip.key}.ogg").read_bytes() for clip in clips]
    assert all(kind_of(sound) == OGG for sound in sounds)


def samples(spoken: Spoken) -> "array[int]":
    with wave.open(io.BytesIO(spoken.sound)) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (
            1,
            2,
            RATE,
        )
        return array("h", reader.readframes(reader.getnframes()))


def loudness(heard: "array[int]") -> float:
    return math.sqrt(sum(sample * sample for sample in heard) / len(heard))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_heard_for_a_plausible_time(
    voice: CountingVoice, language: Language
) -> None:
    clip = voice.say(SENTENCES[language], language)
    heard = samples(clip)
    assert abs(len(heard) * 1000 / RATE - clip.duration_ms) <= 1
    assert 250 <= clip.duration_ms / len(clip.words) <= 1200
    assert 1500 < loudness(heard) < 8000
    assert max(heard) < 32767


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_voice_says_is_as_loud_as_all_clips_by_an_independent_meter(
    voice: CountingVoice, language: Language
) -> None:
    numpy = pytest.importorskip("numpy")
    pyloudnorm = pytest.importorskip("pyloudnorm")
    texts = sorted({phrase.text(language) for phrase in book().values()})
    meter, off = pyloudnorm.Meter(RATE), []
    for text in texts[:: len(texts) // 50]:
        heard = numpy.array(samples(voice.say(text, language)), dtype=float) / 32_768
        assert abs(heard).max() < 0.9
        # the meter weighs stretches of 400 ms: what is shorter is heard several times
        lasting = numpy.tile(heard, math.ceil(RATE / 2 / len(heard)))
        off.append(abs(meter.integrated_loudness(lasting) - TARGET_LUFS))
    assert sum(each <= 1 for each in off) >= 0.9 * len(off)
    assert max(off) < 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shown_word_has_its_time_and_its_place(speech: Speech, language: Language) -> None:
    sentence = SENTENCES[language]
    clip = speech.clip(sentence, language)
    assert [word.text for word in clip.words] == SHOWN[language]
    assert [sentence[word.first : word.last] for word in clip.words] == SHOWN[language]
    starts = [word.start_ms for word in clip.words]
    assert starts[0] == 0
    assert all(earlier < later for earlier, later in itertools.pairwise(starts))
    assert [word.end_ms for word in clip.words] == [*starts[1:], clip.duration_ms]


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_times_point_at_the_words_in_the_sound(
    voice: CountingVoice, language: Language
) -> None:
    """The pause of a full stop is heard where the word before it ends."""
    sentence = {"ug": "نان. نان", "zh": "好。好", "en": "Good. Good"}[language]
    clip = voice.say(sentence, language)
    begin = clip.words[1].start_ms * RATE // 1000
    heard = samples(clip)
    before, after = heard[begin - 3300 : begin - 300], heard[begin : begin + 3300]
    assert max(before) < 300 < 3000 < max(after)


def test_a_digit_sounds_as_its_word(speech: Speech) -> None:
    digit, word = speech.clip("7", "ug"), speech.clip("يەتتە", "ug")
    assert abs(digit.duration_ms - word.duration_ms) <= 10
    assert digit.words[0].text == "7"


@pytest.mark.parametrize(("written", "spoken"), [("2000", "ئىككى مىڭ"), ("50", "ئەللىك")])
def test_numbers_that_the_library_misreads_in_uyghur_are_said_in_words(
    speech: Speech, voice_folder: Path, written: str, spoken: str
) -> None:
    """The library says only "thousand" for 2000, and leaves a sound out of 50."""
    data = data_folder([voice_folder])
    raw = trimmed(speak(written, "ug", WORDS_PER_MINUTE, data).samples, RATE).samples
    ours = speech.clip(written, "ug").duration_ms
    assert " ".join(word.said for word in spoken_words(written, "ug")) == spoken
    # The library's noise moves the edge of a trimmed sound a little from clip to clip.
    assert abs(ours - speech.clip(spoken, "ug").duration_ms) <= ours * 0.03
    assert abs(ours - len(raw) * 1000 // RATE) > ours * 0.03


@pytest.mark.parametrize("word", ["بازار", "ياخشى", "نانلار", "بالا", "ئانا"])
def test_uyghur_is_stressed_on_the_last_syllable(voice_folder: Path, word: str) -> None:
    """The second half is the louder one; in the wheel's own data it is the first."""

    def loudness_of_end(data: Path) -> float:
        heard = trimmed(speak(word, "ug", WORDS_PER_MINUTE, data).samples, RATE).samples
        half = len(heard) // 2
        return loudness(heard[half:]) / loudness(heard[:half])

    assert loudness_of_end(data_folder([voice_folder])) > 1
    assert loudness_of_end(Path(espeakng_loader.get_data_path())) < 1


def test_the_voice_is_found_where_the_path_has_spaces_and_letters_of_any_kind(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ئايگۈل نىڭ تاختىسى" / "数据 é"
    data = data_folder([folder])
    assert data.is_relative_to(folder)
    assert speak("ياخشى", "ug", WORDS_PER_MINUTE, data).marks


def test_a_path_too_long_for_the_library_is_passed_over(tmp_path: Path) -> None:
    long, short = tmp_path / ("x" * 160), tmp_path / "short"
    data = data_folder([long, short])
    assert data.is_relative_to(short)
    assert speak("ياخشى", "ug", WORDS_PER_MINUTE, data).marks


def test_on_a_disk_that_is_nearly_full_it_speaks_from_memory_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = shutil.disk_usage

    def usage(path: Path) -> object:
        few = SimpleNamespace(total=8_000_000_000, used=7_990_000_000, free=10_000_000)
        return few if Path(path).is_relative_to(tmp_path) else known(path)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    speech = Speech(tmp_path / "speech")
    clip = speech.clip("ياخشى", "ug")
    speech.clip("good", "en")  # what is kept is kept after the first was heard
    sound = speech.sound(clip.key)
    speech.close()
    assert clip.duration_ms > 200
    assert sound
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_damaged_voice_data_is_made_again(tmp_path: Path) -> None:
    data = data_folder([tmp_path])
    (data / "phontab").write_bytes(b"")
    (data / "ug_dict").unlink()
    assert speak("ياخشى", "ug", WORDS_PER_MINUTE, data_folder([tmp_path])).marks


def test_a_folder_without_voice_data_is_an_error_and_not_the_end_of_the_process(
    tmp_path: Path, voice_folder: Path
) -> None:
    with pytest.raises(EspeakError):
        speak("ياخشى", "ug", WORDS_PER_MINUTE, tmp_path)
    assert speak("ياخشى", "ug", WORDS_PER_MINUTE, data_folder([voice_folder])).marks


def test_voice_data_removed_while_running_is_made_again(tmp_path: Path) -> None:
    speech = Speech(tmp_path)
    speech.clip("good", "en")
    for folder in tmp_path.glob("espeak-*"):
        shutil.rmtree(folder)
    with pytest.raises(SynthesisFailed):
        speech.clip("ياخشى", "ug")
    assert speech.clip("ياخشى", "ug").duration_ms > 200
    speech.close()


async def test_many_askers_of_few_texts_each_get_theirs_made_once(
    speech: Speech, voice: CountingVoice
) -> None:
    texts = [f"{number} نان" for number in range(20)]
    clips = await asyncio.gather(*(speech.clip_soon(texts[n % 20], "ug") for n in range(200)))
    assert sorted(voice.said) == sorted(texts)
    assert [clip.words[0].text for clip in clips] == [str(n % 20) for n in range(200)]
    assert len({clip.key for clip in clips}) == 20


async def test_who_no_longer_waits_does_not_take_the_clip_from_who_does(speech: Speech) -> None:
    patient = asyncio.create_task(speech.clip_soon("بۇ بىر ئۇزۇن جۈملە", "ug"))
    gone = asyncio.create_task(speech.clip_soon("بۇ بىر ئۇزۇن جۈملە", "ug"))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await patient).duration_ms > 500


async def test_the_event_loop_goes_on_while_a_voice_speaks(tmp_path: Path) -> None:
    released = threading.Event()

    class SlowVoice(FakeVoice):
        def say(self, text: str, language: Language) -> Spoken:
            assert released.wait(10), "the event loop stood still"
            return super().say(text, language)

    speech = Speech(tmp_path, [SlowVoice({"نان"})])
    asking = asyncio.create_task(speech.clip_soon("نان", "ug"))
    await asyncio.sleep(0)
    released.set()
    assert (await asking).voice == "recorded"
    speech.close()


def test_a_known_clip_is_not_said_again(speech: Speech, voice: CountingVoice) -> None:
    assert speech.clip("نان", "ug") == speech.clip("نان", "ug")
    assert voice.said == ["نان"]


def test_a_clip_is_found_on_disk_after_a_restart(tmp_path: Path, voice: CountingVoice) -> None:
    clips: list[Clip] = []
    sounds: list[bytes | None] = []
    for _ in range(2):
        speech = Speech(tmp_path, [voice])
        clips.append(speech.clip("نان", "ug"))
        until_kept(tmp_path, clips[-1])
        sounds.append(speech.sound(clips[-1].key))
        speech.close()
    assert voice.said == ["نان"]
    assert clips[0] == clips[1]
    assert sounds[1] == (tmp_path / "clips" / f"{clips[0].key}.ogg").read_bytes()


def test_a_sound_stays_as_it_was_handed_out_while_it_is_kept_compressed(
    tmp_path: Path, speech: Speech
) -> None:
    clip = speech.clip("نان", "ug")
    before = speech.sound(clip.key)
    until_kept(tmp_path, clip)
    assert speech.sound(clip.key) == before is not None, "a browser asks for the rest of it"


def test_a_damaged_clip_is_said_again(tmp_path: Path, voice: CountingVoice) -> None:
    speech = Speech(tmp_path, [voice])
    clip = speech.clip("نان", "ug")
    until_kept(tmp_path, clip)
    speech.close()
    (tmp_path / "clips" / f"{clip.key}.ogg").write_bytes(b"OggS")
    speech = Speech(tmp_path, [voice])
    assert heard_of(speech, speech.clip("نان", "ug")) > 230
    assert voice.said == ["نان", "نان"]
    speech.close()


def test_speech_goes_on_where_nothing_can_be_written(tmp_path: Path, voice: CountingVoice) -> None:
    (tmp_path / "kiosk").write_text("a file where the folder should be")
    speech = Speech(tmp_path / "kiosk", [voice], memory_bytes=1)
    first, second = speech.clip("نان", "ug"), speech.clip("تۇخۇم", "ug")
    assert heard_of(speech, second) > 230
    assert heard_of(speech, first) > 230, "a clip that was handed out is made again"
    speech.close()


def test_the_embedded_voice_speaks_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "kiosk").write_text("a file where the folder should be")
    speech = Speech(tmp_path / "kiosk")
    assert speech.clip("نان", "ug").duration_ms > 200
    speech.close()


def test_a_key_that_was_never_handed_out_has_no_sound(speech: Speech) -> None:
    assert speech.sound("0" * 32) is None
    assert speech.sound("../../etc/passwd") is None


def test_what_was_prepared_is_there_when_asked_for(speech: Speech, voice: CountingVoice) -> None:
    texts = ["بىر", "ئىككى", "ئۈچ"]
    speech.prepare([*((text, "ug") for text in texts), ("", "ug")])  # an empty text harms nothing
    give_up = time.monotonic() + 10
    while len(voice.said) < 4 and time.monotonic() < give_up:
        time.sleep(0.01)
    for text in texts:
        speech.clip(text, "ug")
    assert sorted(voice.said) == sorted([*texts, ""])


def test_a_better_voice_speaks_first_and_a_broken_one_is_passed_over(
    tmp_path: Path, voice: CountingVoice
) -> None:
    recorded = FakeVoice({"نان"})
    broken = FakeVoice({"تۇخۇم"}, OSError("the file is gone"))
    speech = Speech(tmp_path, [recorded, broken, voice])
    voices = [speech.clip(text, "ug").voice for text in ("نان", "تۇخۇم", "ئۆرۈك")]
    assert voices == ["recorded", "espeak", "espeak"]
    assert recorded.said == ["نان"]
    assert broken.said == ["تۇخۇم"]
    speech.close()


async def test_every_failure_is_an_audio_error(tmp_path: Path, speech: Speech) -> None:
    with pytest.raises(NothingToSay):
        speech.clip("…!", "ug")
    silent = Speech(tmp_path, [])
    with pytest.raises(NoVoice):
        await silent.clip_soon("نان", "ug")
    broken = Speech(tmp_path, [FakeVoice({"نان"}, ValueError("odd"))])
    with pytest.raises(SynthesisFailed, match="odd"):
        await broken.clip_soon("نان", "ug")
    silent.close()
    broken.close()


async def test_closed_speech_says_so(tmp_path: Path) -> None:
    speech = Speech(tmp_path)
    speech.close()
    speech.prepare([("نان", "ug")])
    with pytest.raises(SpeechClosed):
        await speech.clip_soon("نان", "ug")
    with pytest.raises(AudioError):
        speech.clip("نان", "ug")


def test_forgotten_clips_are_nowhere(tmp_path: Path, voice: CountingVoice) -> None:
    speech = Speech(tmp_path, [voice])
    kept = speech.clip("ئايگۈل", "ug")
    until_kept(tmp_path, kept)
    just_said = speech.clip("ئايگۈل كەلدى", "ug")
    speech.forget()
    assert speech.sound(kept.key) is None
    assert speech.sound(just_said.key) is None
    later = speech.clip("نان", "ug")
    until_kept(tmp_path, later)  # what was to be kept before it would be there by now
    assert {path.stem for path in (tmp_path / "clips").iterdir()} == {later.key}
    speech.clip("ئايگۈل", "ug")
    assert voice.said.count("ئايگۈل") == 2
    speech.close()


def test_a_doctor_hears_of_every_voice(tmp_path: Path, voice: CountingVoice) -> None:
    broken = FakeVoice(set(), OSError("no disk"))
    speech = Speech(tmp_path, [broken, voice])
    assert speech.voices() == {
        language: {"recorded": "no disk", "espeak": ""} for language in LANGUAGES
    }
    speech.close()


def test_two_speeches_in_one_process_do_not_mix(tmp_path: Path) -> None:
    speeches = [Speech(tmp_path / name) for name in ("one", "two")]
    texts: list[tuple[str, Language]] = [("ياخشى نان", "ug"), ("很好", "zh"), ("Good", "en")]
    clips: list[list[Clip]] = [[], []]

    def ask(index: int) -> None:
        clips[index] = [speeches[index].clip(*text) for text in texts]

    threads = [threading.Thread(target=ask, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one, two in zip(*clips, strict=True):
        assert abs(one.duration_ms - two.duration_ms) <= 10
        assert one.key == two.key
    for speech in speeches:
        speech.close()
