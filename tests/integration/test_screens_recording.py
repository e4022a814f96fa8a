"""The trainer records voices: behind the PIN, heard before it is kept, said everywhere at once."""

import asyncio
from array import array
from pathlib import Path

import pytest

from audio.kept import estimated_words
from audio.normalise import spoken_words
from audio.sounds.foreign import Samples
from audio.sounds.wav import wav_file
from kiosk import theme, visit
from kiosk.player import address
from kiosk.screens.trainer import booth as booth_module
from kiosk.wording import number, words
from tests.flet_session import FletSession
from tests.sounds import file_of, noise, tone
from tests.stage import PIN, SIZES, Stage, spoken

MICROPHONE = {"has_permission": True, "start_recording": True, "stop_recording": ""}
VOICE = "voice one"
RATE = 16_000


@pytest.fixture(autouse=True)
def no_trembling_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


def told(key: str) -> str:
    return words(key).ug


def sound(tablet: FletSession) -> str:
    (audio,) = tablet.controls("Audio")
    return str(audio["src"])


async def play(tablet: FletSession, *, whole: bool = True) -> None:
    """The browser plays what it was told to."""
    (audio,) = tablet.controls("Audio")
    await tablet.event(audio, "state_change", {"state": "playing"})
    if whole:
        await tablet.event(audio, "state_change", {"state": "completed"})


async def at_the_voices(stage: Stage, **answers: object) -> FletSession:
    tablet = await stage.tablet("/trainer", **answers).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.voices"))
    await tablet.tap("trainer.voices")
    return tablet


async def at_the_microphone(stage: Stage, **answers: object) -> FletSession:
    tablet = await at_the_voices(stage, **(answers or MICROPHONE))
    await tablet.type("voice.name", VOICE)
    await tablet.tap("voice.start")
    await tablet.until(lambda: tablet.has("voice.record"))
    return tablet


async def hear(tablet: FletSession, samples: "array[int]") -> None:
    """Pieces of the microphone's sound, as long as they last."""
    (recorder,) = tablet.controls("AudioRecorder")
    pieces = 8
    size = len(samples) // pieces
    for number_ in range(pieces):
        chunk = samples[number_ * size : (number_ + 1) * size].tobytes()
        event = {"chunk": chunk, "sequence": number_, "bytes_streamed": 0}
        await tablet.event(recorder, "stream", event)
        await asyncio.sleep(size / RATE)


def voice(loudest: int = 8_000) -> "array[int]":
    """Half a second, in the middle of silence."""
    silence = array("h", bytes(2 * RATE // 4))
    return silence + tone(0.5, loudest, RATE).values + silence


def listens(tablet: FletSession) -> bool:
    return tablet.has("voice.record") and tablet.label("voice.record") == told("voices.stop")


async def say(tablet: FletSession, samples: "array[int]") -> None:
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))
    await hear(tablet, samples)
    await tablet.tap("voice.record")


async def took(tablet: FletSession, samples: "array[int] | None" = None) -> None:
    await say(tablet, samples or voice())
    await tablet.until(lambda: tablet.has("voice.keep"))


def cards(stage: Stage) -> list[str]:
    shelf = stage.kiosk.voices._shelf
    return [card.key for card in shelf.cards()]


def recorder_calls(tablet: FletSession) -> list[str]:
    return [call.name for call in tablet.calls if call.control == "AudioRecorder"]


# -- who may


@pytest.mark.parametrize("route", ["/trainer/voices", "/trainer/voices/record/ug"])
async def test_nobody_records_without_the_pin(stage: Stage, route: str) -> None:
    tablet = await stage.tablet(route).start()
    assert tablet.has("trainer.pin:0")
    assert not [each for each in tablet.identifiers() if each.startswith("voice.")]


async def test_without_a_name_of_the_voice_nothing_begins(stage: Stage) -> None:
    tablet = await at_the_voices(stage)
    for identifier in ("voice.start", "voice.bring"):
        await tablet.tap(identifier)
        assert sentence(tablet) == told("voices.name-first")
    assert not [call for call in tablet.calls if call.control == "FilePicker"]
    await tablet.goto("/trainer/voices/record/ug")
    assert tablet.has("voice.name")


async def test_the_last_voice_is_offered_again(stage: Stage) -> None:
    stage.recorded("nav.home", "another voice")
    tablet = await at_the_voices(stage)
    (field,) = tablet.controls("TextField")
    assert field["value"] == "another voice"


async def test_what_is_counted_is_what_can_be_recorded(stage: Stage) -> None:
    tablet = await at_the_voices(stage)
    found = stage.kiosk.voices.to_record("ug")
    assert found.recorded == 0
    assert tablet.label("voice.counts").splitlines() == [
        words("voices.recorded", count=number(0)).ug,
        words("voices.left", count=number(found.left)).ug,
    ]
    assert all("{" not in each.text for each in found.phrases)
    assert len({each.text_hash for each in found.phrases}) == len(found.phrases)


# -- one phrase


async def test_the_first_phrase_is_the_first_that_a_learner_hears_and_it_is_said(
    stage: Stage,
) -> None:
    tablet = await at_the_microphone(stage)
    first = stage.kiosk.voices.to_record("ug").phrases[0]
    assert first.key.startswith("start.")
    assert tablet.label("voice.phrase") == first.text
    await tablet.until(lambda: spoken(tablet))
    say_this = await stage.kiosk.speech.clip_soon(told("voices.say-this"), "ug")
    await tablet.until(lambda: sound(tablet) == address(say_this.key))
    before = spoken(tablet)
    await play(tablet)
    await tablet.until(lambda: spoken(tablet) > before)
    clip = await stage.kiosk.speech.clip_soon(first.text, "ug")
    assert sound(tablet) == address(clip.key)


async def test_what_is_kept_is_said_by_the_recorded_voice_at_once(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    phrase = stage.kiosk.voices.to_record("ug").phrases[0]
    assert (await stage.kiosk.speech.clip_soon(phrase.text, "ug")).voice != "recorded"
    await took(tablet)
    assert not cards(stage)
    await tablet.tap("voice.keep")
    await tablet.until(lambda: cards(stage) == [phrase.key])
    clip = await stage.kiosk.speech.clip_soon(phrase.text, "ug")
    assert clip.voice == "recorded"
    assert clip.duration_ms < 800  # without the silence around it
    assert clip.words
    card = stage.kiosk.voices._shelf.cards()[0]
    assert (card.voice, card.language, card.source) == (VOICE, "ug", "recorded")
    await tablet.until(lambda: tablet.label("voice.phrase") != phrase.text)
    assert stage.kiosk.voices.to_record("ug").recorded == 1
    stage.begin_again()
    assert (await stage.kiosk.speech.clip_soon(phrase.text, "ug")).voice == "recorded"


async def test_what_was_taken_is_heard_before_it_is_kept_and_again_when_asked(
    stage: Stage,
) -> None:
    tablet = await at_the_microphone(stage)
    await took(tablet)
    assert sentence(tablet) == told("voices.heard")
    before = spoken(tablet)
    await tablet.tap("voice.listen")
    await tablet.until(lambda: spoken(tablet) > before)
    key = sound(tablet).removeprefix("/speech/").rstrip("?")
    assert isinstance(stage.kiosk.sound(key), bytes)
    assert stage.kiosk.voices.takes.sound(key)


async def test_the_tablet_is_silent_while_it_listens(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await tablet.until(lambda: spoken(tablet))
    await play(tablet, whole=False)
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))
    before = spoken(tablet)
    await hear(tablet, voice())
    await asyncio.sleep(visit._SILENCE_S + 0.1)
    assert spoken(tablet) == before
    assert tablet.calls[-1].name != "play"
    assert "pause" in [call.name for call in tablet.calls if call.control == "Audio"]


async def test_the_bars_rise_with_the_voice_and_fall_with_it(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))

    def lit() -> int:
        colours = [str(node.get("bgcolor")) for node in tablet.controls("Container")]
        return sum(colour in (theme.LEAF, theme.HONEY) for colour in colours)

    silent = lit()
    await hear(tablet, tone(1.0, 20_000, RATE).values)
    assert lit() > silent + 5
    await hear(tablet, array("h", bytes(2 * RATE)))
    assert lit() == silent


@pytest.mark.parametrize(
    ("samples", "key", "picture"),
    [
        (noise(1.5, 900).values, "voices.too-quiet", "speaker-soft"),
        (tone(1.0, 60_000 // 2, RATE).values, "voices.heard", ""),
        (array("h", [32_767, -32_768] * 8_000), "voices.too-loud", "speaker-loud"),
    ],
)
async def test_a_voice_that_is_too_quiet_or_too_loud_is_told_and_shown(
    stage: Stage, samples: "array[int]", key: str, picture: str
) -> None:
    tablet = await at_the_microphone(stage)
    await took(tablet, samples)
    assert sentence(tablet) == told(key)
    shown = " ".join(str(image["src"]) for image in tablet.controls("Image"))
    assert picture in shown


async def test_silence_is_told_and_there_is_nothing_to_keep(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await say(tablet, array("h", [3, -3] * RATE))
    await tablet.until(lambda: sentence(tablet) == told("enrol.nothing-heard"))
    assert not tablet.has("voice.keep")
    await took(tablet)


async def test_another_try_takes_the_place_of_the_one_before(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await took(tablet)
    await tablet.tap("voice.again")
    await tablet.until(lambda: listens(tablet))
    assert sentence(tablet) == told("voices.say-this")
    await hear(tablet, tone(1.0, 8_000, RATE).values)
    await tablet.tap("voice.record")
    await tablet.until(lambda: tablet.has("voice.keep"))
    await tablet.tap("voice.keep")
    await tablet.until(lambda: cards(stage))
    (card,) = stage.kiosk.voices._shelf.cards()
    assert card.duration_ms > 800


async def test_a_recording_that_nobody_ends_ends_by_itself(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booth_module, "LONGEST_S", 1.0)
    tablet = await at_the_microphone(stage)
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))
    await hear(tablet, voice()[: RATE // 2])
    await tablet.until(lambda: "stop_recording" in recorder_calls(tablet))
    await tablet.until(lambda: not listens(tablet))


async def test_a_phrase_can_be_passed_over_and_found_again(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    phrases = stage.kiosk.voices.to_record("ug").phrases
    await tablet.tap("voice.skip")
    assert tablet.label("voice.phrase") == phrases[1].text
    await tablet.tap("voice.back")
    assert tablet.label("voice.phrase") == phrases[0].text
    assert not cards(stage)


async def test_a_full_disk_is_told_and_nothing_is_kept(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await took(tablet)
    tablet._raise_errors = False
    folder = stage.kiosk.voices._shelf.folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clips").write_bytes(b"in the way")
    await tablet.tap("voice.keep")
    await tablet.until(lambda: tablet.has("trouble"))
    assert tablet.label("trouble") == told("trouble.not-saved")
    assert not cards(stage)
    assert tablet.has("voice.keep")


# -- in another language


async def test_another_language_is_recorded_under_the_same_screen(stage: Stage) -> None:
    tablet = await at_the_voices(stage, **MICROPHONE)
    await tablet.tap("voice.language:zh")
    await tablet.type("voice.name", VOICE)
    await tablet.tap("voice.start")
    phrase = stage.kiosk.voices.to_record("zh").phrases[0]
    assert tablet.label("voice.phrase") == phrase.text
    assert sentence(tablet) == told("voices.say-this")
    await took(tablet)
    await tablet.tap("voice.keep")
    await tablet.until(lambda: cards(stage))
    assert (await stage.kiosk.speech.clip_soon(phrase.text, "zh")).voice == "recorded"


# -- the microphone


async def test_without_a_microphone_it_is_said_and_shown_what_to_do(stage: Stage) -> None:
    tablet = await at_the_microphone(stage, has_permission=False)
    await tablet.tap("voice.record")
    await tablet.until(lambda: sentence(tablet) == told("voices.no-microphone"))
    shown = [str(image["src"]) for image in tablet.controls("Image")]
    assert any("microphone" in name for name in shown)
    assert any("computer" in name for name in shown)
    assert "start_recording" not in recorder_calls(tablet)


async def test_what_the_tablet_spoke_into_is_not_kept(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))
    await tablet.tap("speak.again")
    await hear(tablet, voice())
    await tablet.tap("voice.record")
    await tablet.until(lambda: sentence(tablet) == told("voices.spoken-into"))
    assert not tablet.has("voice.keep")


@pytest.mark.parametrize("way", ["nav.back", "home"])
async def test_who_leaves_is_not_listened_to_any_more(stage: Stage, way: str) -> None:
    tablet = await at_the_microphone(stage)
    await tablet.tap("voice.record")
    await tablet.until(lambda: listens(tablet))
    await (tablet.tap(way) if way == "nav.back" else tablet.goto("/"))
    await tablet.until(lambda: "stop_recording" in recorder_calls(tablet))
    assert not cards(stage)


async def test_a_stale_tap_of_who_signed_out_keeps_nothing(stage: Stage) -> None:
    tablet = await at_the_microphone(stage)
    await took(tablet)
    stale = tablet.find("voice.keep")
    await tablet.goto("/trainer/learners")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert not cards(stage)


# -- when its words are said


async def tapping(tablet: FletSession) -> None:
    """Told how, and the clip has begun."""
    before = spoken(tablet)
    await tablet.tap("voice.tap-along")
    await tablet.until(lambda: spoken(tablet) > before)
    await tablet.tap("voice.word")  # too early: nothing is heard yet
    await play(tablet)
    await tablet.until(lambda: spoken(tablet) > before + 1)
    await play(tablet, whole=False)


async def test_words_begin_where_the_trainer_touched(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booth_module, "AFTER_THE_LAST_WORD_S", 0.05)
    stage.recorded("start.guest", VOICE)
    tablet = await at_the_microphone(stage)
    await tablet.tap("voice.back")  # what is recorded stands last
    phrase = stage.kiosk.voices.to_record("ug").phrases[-1]
    assert phrase.key == "start.guest"
    before = await stage.kiosk.speech.clip_soon(phrase.text, "ug")
    await tapping(tablet)
    for _ in before.words:
        await asyncio.sleep(0.25)
        await tablet.tap("voice.word")
    (audio,) = tablet.controls("Audio")
    await tablet.event(audio, "state_change", {"state": "completed"})
    await tablet.until(lambda: sentence(tablet) == told("voices.tapped"))
    after = await stage.kiosk.speech.clip_soon(phrase.text, "ug")
    assert after.voice == "recorded"
    assert after.duration_ms == before.duration_ms
    assert [word.text for word in after.words] == [word.text for word in before.words]
    assert after.words[1].start_ms != before.words[1].start_ms
    assert after.words[1].start_ms >= 250


async def test_words_of_what_was_just_taken_are_kept_with_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booth_module, "AFTER_THE_LAST_WORD_S", 0.05)
    tablet = await at_the_microphone(stage)
    phrase = stage.kiosk.voices.to_record("ug").phrases[0]
    await took(tablet)
    await tapping(tablet)
    count = len(spoken_words(phrase.text, "ug"))
    for at in range(count):
        await asyncio.sleep(0.05)
        await tablet.tap("voice.word")
        assert tablet.has("voice.word"), f"it was over at word {at}"
    (audio,) = tablet.controls("Audio")
    await tablet.event(audio, "state_change", {"state": "completed"})
    await tablet.until(lambda: sentence(tablet) == told("voices.tapped"))
    assert not cards(stage)  # nothing is on the disk before it is kept
    await tablet.tap("voice.keep")
    await tablet.until(lambda: cards(stage))
    (card,) = stage.kiosk.voices._shelf.cards()
    assert [word.text for word in card.words] == [
        word.text for word in estimated_words(phrase.text, "ug", card.duration_ms)
    ]
    starts = [word.start_ms for word in card.words]
    assert starts != [
        word.start_ms for word in estimated_words(phrase.text, "ug", card.duration_ms)
    ]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert card.words[-1].end_ms == card.duration_ms


async def test_too_few_touches_change_nothing_and_that_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booth_module, "AFTER_THE_LAST_WORD_S", 0.05)
    tablet = await at_the_microphone(stage)
    await took(tablet)
    await tapping(tablet)
    (audio,) = tablet.controls("Audio")
    await tablet.event(audio, "state_change", {"state": "completed"})
    await tablet.until(lambda: sentence(tablet) == told("voices.not-tapped"))
    assert tablet.has("voice.keep")


# -- the neural voice


def model_of(stage: Stage, language: str) -> None:
    """A kiosk in whose data folder there is a model."""
    folder = stage.data / "voices" / "neural" / language
    folder.mkdir(parents=True)
    for name in ("model.onnx", "tokens.txt"):
        (folder / name).write_bytes(b"a model")
    stage.begin_again()


class Model:
    """What a model that was opened is asked for."""

    def __init__(self, _: Path) -> None:
        pass

    def say(self, _text: str, _language: str) -> Samples:
        return tone(0.5)


async def voice_of(stage: Stage, text: str) -> str:
    return (await stage.kiosk.speech.clip_soon(text, "ug")).voice


async def test_without_a_model_there_is_nothing_to_choose(stage: Stage) -> None:
    model_of(stage, "zh")
    tablet = await at_the_voices(stage)
    assert not tablet.has("voice.neural")
    await tablet.tap("voice.language:zh")
    assert tablet.label("voice.neural") == told("voices.natural")


async def test_the_trainer_has_the_neural_voice_speak_and_it_lasts(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audio.neural.NeuralModel", Model)
    model_of(stage, "ug")
    assert await voice_of(stage, "نان") == "espeak"  # nobody has chosen it yet
    tablet = await at_the_voices(stage)
    await tablet.tap("voice.neural")
    await tablet.until(lambda: sentence(tablet) == told("voices.natural-on"))
    assert tablet.label("voice.neural") == told("voices.natural-stop")
    assert await voice_of(stage, "نان") == "neural"
    assert (await stage.kiosk.speech.clip_soon("nang", "en")).voice == "espeak"
    stage.begin_again()
    assert stage.kiosk.neural.is_chosen("ug")
    stage.kiosk.neural._voice.check("ug")
    assert await voice_of(stage, "نان") == "neural"
    tablet = await at_the_voices(stage)
    await tablet.tap("voice.neural")
    await tablet.until(lambda: sentence(tablet) == told("voices.natural-off"))
    assert await voice_of(stage, "نان") == "espeak"
    stage.begin_again()
    assert not stage.kiosk.neural.is_chosen("ug")


async def test_a_model_that_cannot_be_opened_is_told_and_not_chosen(stage: Stage) -> None:
    model_of(stage, "ug")
    tablet = await at_the_voices(stage)
    before = spoken(tablet)
    await tablet.tap("voice.neural")
    await tablet.until(lambda: sentence(tablet) == told("voices.natural-broken"), seconds=20)
    await tablet.until(lambda: spoken(tablet) > before)
    assert tablet.label("voice.neural") == told("voices.natural")
    assert not stage.kiosk.neural.is_chosen("ug")


async def test_a_stale_tap_of_who_signed_out_chooses_no_voice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audio.neural.NeuralModel", Model)
    model_of(stage, "ug")
    tablet = await at_the_voices(stage)
    stale = tablet.find("voice.neural")
    await tablet.goto("/trainer/learners")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    await asyncio.sleep(0.1)
    assert not stage.kiosk.neural.is_chosen("ug")


@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_done_with_voices_stands_in_one_row_in_the_window(
    stage: Stage, size: tuple[int, int]
) -> None:
    model_of(stage, "ug")
    tablet = await stage.tablet("/trainer", size=size).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.signout"))
    await tablet.goto("/trainer/voices")
    things = [tablet.find(f"voice.{each}") for each in ("neural", "bring", "start")]
    wide = sum(each["content"]["width"] for each in things)
    assert wide + 2 * theme.GAP <= size[0] - 16


# -- files


class Picker:
    """A browser in which files are picked, and sent when they are asked for."""

    def __init__(self, stage: Stage, files: dict[str, bytes]) -> None:
        self.stage, self.files = stage, files
        self.sent: list[str] = []

    def answers(self) -> dict[str, object]:
        return {**MICROPHONE, "pick_files": self.pick, "upload": self.upload}

    def pick(self, _: object) -> list[dict[str, object]]:
        return [
            {"id": at, "name": name, "size": len(content)}
            for at, (name, content) in enumerate(self.files.items())
        ]

    def upload(self, args: dict[str, list[dict[str, str]]]) -> None:
        for each in args["files"]:
            url, name = each["upload_url"], each["name"]
            waiting = self.stage.kiosk.receiver(url.removeprefix("/upload/"))
            assert waiting is not None
            self.sent.append(name)
            waiting.received(self.files[name])


GOOD = file_of(tone(1.0), "ogg")


async def brought(stage: Stage, files: dict[str, bytes]) -> tuple[FletSession, Picker]:
    picker = Picker(stage, files)
    tablet = await at_the_voices(stage, **picker.answers())
    await tablet.type("voice.name", VOICE)
    await tablet.tap("voice.bring")
    return tablet, picker


async def test_files_that_are_named_by_their_keys_are_said_at_once(stage: Stage) -> None:
    wav = wav_file(tone(1.0).values, 24_000)
    tablet, _ = await brought(stage, {"nav.home.ogg": GOOD, "nav.back.wav": wav})
    kept = words("voices.brought", count=number(2)).ug
    await tablet.until(lambda: sentence(tablet) == kept)
    assert cards(stage) == ["nav.home", "nav.back"]
    assert (
        tablet.label("voice.counts").splitlines()[0] == words("voices.recorded", count=number(2)).ug
    )
    assert (await stage.kiosk.speech.clip_soon(words("nav.home").ug, "ug")).voice == "recorded"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("nav.nothing.ogg", GOOD, "phrase"),
        ("nav.back.wav", GOOD, "sound"),
        ("nav.back.txt", b"words", "sound"),
        ("nav.back.wav", b"", "sound"),
        ("nav.back.wav", wav_file(array("h", bytes(50_000)), 24_000), "sound"),
        ("nav.back.wav", wav_file(tone(61.0, rate=8_000).values, 8_000), "long"),
        ("nav.back.wav", b"RIFF" + bytes(17 * 1024 * 1024), "large"),
    ],
)
async def test_one_bad_file_is_refused_in_one_line_and_none_is_kept(
    stage: Stage, name: str, content: bytes, kind: str
) -> None:
    tablet, _ = await brought(stage, {"nav.home.ogg": GOOD, name: content})
    line = words(f"voices.refused-{kind}", name=name).ug
    await tablet.until(lambda: sentence(tablet) == line)
    assert not cards(stage)


async def test_who_picks_nothing_changes_nothing(stage: Stage) -> None:
    tablet, picker = await brought(stage, {})
    await tablet.settle()
    assert not picker.sent
    assert not tablet.has("trouble")


async def test_too_many_files_are_refused_before_any_is_sent(stage: Stage) -> None:
    files = {f"nav.home{at}.ogg": GOOD for at in range(61)}
    tablet, picker = await brought(stage, files)
    line = words("voices.refused-many", count=number(60)).ug
    await tablet.until(lambda: sentence(tablet) == line)
    assert not picker.sent


async def test_a_file_of_any_name_is_taken_for_the_phrase_that_is_shown(stage: Stage) -> None:
    picker = Picker(stage, {"message 12.ogg": GOOD})
    tablet = await at_the_microphone(stage, **picker.answers())
    phrase = stage.kiosk.voices.to_record("ug").phrases[0]
    await tablet.tap("voice.bring")
    await tablet.until(lambda: tablet.has("voice.keep"))
    assert not cards(stage)
    await tablet.tap("voice.keep")
    await tablet.until(lambda: cards(stage) == [phrase.key])
