"""Building packs: stopped and gone on with, failures told and tried again, nothing made twice."""

from array import array
from pathlib import Path

import pytest

from audio.building.builder import Builder, Built
from audio.building.embedded_engine import EmbeddedEngine
from audio.building.engine import Raw
from audio.errors import EngineUnavailable, FileRefused, NotKept, SynthesisFailed
from audio.kept import estimated_words
from audio.sayable import Sayable
from audio.shelf.card import text_hash
from audio.shelf.pack import install_pack, write_pack
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import LONGEST_S, Samples, read_sound
from audio.sounds.loudness import TARGET_LUFS, loudness
from lessons.phrase import LANGUAGES, Language
from tests.sounds import noise, tone

WORDS = [Sayable(f"word.{n}", "en", f"number {n}") for n in range(6)]


class FakeEngine:
    """Says a tone for everything; stops, fails or breaks off where it is told to."""

    name = "fake"
    languages: tuple[Language, ...] = LANGUAGES
    pause_s = 0.0

    def __init__(self, sound: Samples | None = None) -> None:
        self.asked: list[str] = []
        self.wrong: dict[str, BaseException] = {}
        self._sound = sound or tone(0.3)

    def check(self) -> None:
        pass

    def make(self, text: str, language: Language) -> Raw:  # noqa: ARG002
        self.asked.append(text)
        if text in self.wrong:
            raise self.wrong[text]
        length = 50 * len(self.asked)  # no two sound alike
        return Raw(Samples(self._sound.values[length:], self._sound.rate))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "work")


def made(shelf: Shelf) -> list[str]:
    return [card.text for card in Shelf(shelf.folder).cards()]


def texts(sayables: list[Sayable]) -> list[str]:
    return [each.text for each in sayables]


def test_every_phrase_is_made_and_kept(shelf: Shelf) -> None:
    engine = FakeEngine()
    assert Builder(shelf, engine).build(WORDS) == Built(made=6)
    assert made(shelf) == engine.asked == texts(WORDS)
    card = shelf.of_key("word.3", "en")
    assert card is not None
    assert (card.source, card.voice, card.text_hash) == ("fake", "", text_hash("number 3", "en"))
    assert [word.text for word in card.words] == ["number", "3"]


def test_a_second_run_makes_nothing_again(shelf: Shelf) -> None:
    Builder(shelf, FakeEngine()).build(WORDS)
    engine = FakeEngine()
    assert Builder(Shelf(shelf.folder), engine).build(WORDS) == Built(there=6)
    assert engine.asked == []


@pytest.mark.parametrize("stop", [EngineUnavailable("fake", "no network"), KeyboardInterrupt()])
def test_a_stop_in_the_middle_keeps_what_is_made_and_the_next_run_makes_the_rest(
    shelf: Shelf, stop: BaseException
) -> None:
    engine = FakeEngine()
    engine.wrong["number 3"] = stop
    if isinstance(stop, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            Builder(shelf, engine).build(WORDS)
    else:
        built = Builder(shelf, engine).build(WORDS)
        assert built == Built(made=3, stopped="fake: no network")
    assert made(shelf) == texts(WORDS[:3])
    again = FakeEngine()
    assert Builder(Shelf(shelf.folder), again).build(WORDS) == Built(made=3, there=3)
    assert again.asked == texts(WORDS[3:])


def test_a_failure_is_listed_the_others_are_made_and_it_is_tried_again(shelf: Shelf) -> None:
    engine = FakeEngine()
    engine.wrong["number 2"] = SynthesisFailed("number 2", "en", "odd")
    engine.wrong["number 4"] = FileRefused("answer.mp3", "not a sound file")
    assert Builder(shelf, engine).build(WORDS) == Built(made=4, failed=2)
    told = {each.key: each.reason for each in Shelf(shelf.folder).failed}
    assert told == {
        "word.2": "cannot say 'number 2' [en]: odd",
        "word.4": "answer.mp3: not a sound file",
    }
    engine.wrong.clear()
    engine.asked.clear()
    assert Builder(shelf, engine).build(WORDS) == Built(made=2, there=4)
    assert engine.asked == ["number 2", "number 4"]
    assert Shelf(shelf.folder).failed == ()


def test_a_phrase_that_fails_again_stands_in_the_list_once(shelf: Shelf) -> None:
    engine = FakeEngine()
    engine.wrong["number 2"] = SynthesisFailed("number 2", "en", "odd")
    for _ in range(3):
        Builder(shelf, engine).build(WORDS)
    assert [each.key for each in Shelf(shelf.folder).failed] == ["word.2"]


def test_a_service_is_given_a_pause_between_two_asks_and_none_for_what_is_there(
    shelf: Shelf,
) -> None:
    engine, pauses = FakeEngine(), list[float]()
    engine.pause_s = 0.5
    engine.wrong["number 1"] = SynthesisFailed("number 1", "en", "odd")
    Builder(shelf, engine, pauses.append).build(WORDS)
    assert pauses == [0.5] * 5
    pauses.clear()
    Builder(shelf, engine, pauses.append).build(WORDS)
    assert pauses == []


def test_what_has_places_to_be_filled_is_not_made_and_equal_texts_are_made_once(
    shelf: Shelf,
) -> None:
    engine = FakeEngine()
    twice = [
        Sayable("a", "en", "yes"),
        Sayable("b", "en", "yes"),
        Sayable("c", "en", "hello {name}", is_open=True),
    ]
    told: list[tuple[int, int]] = []
    built = Builder(shelf, engine).build(twice, lambda done, of: told.append((done, of)))
    assert built == Built(made=1)
    assert engine.asked == ["yes"]
    assert told == [(1, 1)]


def test_a_changed_text_is_made_anew(shelf: Shelf) -> None:
    Builder(shelf, FakeEngine()).build([Sayable("a", "en", "yes")])
    engine = FakeEngine()
    assert Builder(shelf, engine).build([Sayable("a", "en", "yes, please")]) == Built(made=1)
    card = shelf.of_key("a", "en")
    assert card is not None
    assert card.text == "yes, please"


def test_what_another_engine_made_is_made_anew(shelf: Shelf) -> None:
    Builder(shelf, FakeEngine()).build(WORDS[:1])
    better = FakeEngine(tone(0.5))
    better.name = "better"
    assert Builder(shelf, better).build(WORDS[:1]) == Built(made=1)
    assert [card.source for card in shelf.cards()] == ["better"]


def test_a_partial_pack_is_valid_and_installs(shelf: Shelf, tmp_path: Path) -> None:
    engine = FakeEngine()
    engine.wrong["number 1"] = SynthesisFailed("number 1", "en", "odd")
    engine.wrong["number 4"] = EngineUnavailable("fake", "no network")
    Builder(shelf, engine).build(WORDS)
    pack = tmp_path / "pack.zip"
    assert write_pack(shelf, pack) == 3
    target = Shelf(tmp_path / "built")
    assert install_pack(pack, target) == 3
    assert made(target) == ["number 0", "number 2", "number 3"]


def test_foreign_sound_is_trimmed_and_levelled(shelf: Shelf) -> None:
    quiet = tone(1.2, 900)
    silence = Samples(type(quiet.values)("h", [0]) * 24_000, 24_000)
    engine = FakeEngine(Samples(silence.values + quiet.values + silence.values, 24_000))
    Builder(shelf, engine).build(WORDS[:1])
    (card,) = shelf.cards()
    assert 1_000 < card.duration_ms < 1_450
    sound = shelf.sound(card)
    assert sound is not None
    measured = loudness(read_sound("a.ogg", sound))
    assert measured is not None
    assert abs(measured - TARGET_LUFS) < 1.5


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (noise(0.5, 20), "silent"),
        (Samples(array("h", [20_000]) * 24_000, 24_000), "silent"),
        (noise(0.03, 8_000), "too short"),
        (Samples(array("h", [0]) * 9_000 + noise(0.03, 8_000).values, 24_000), "too short"),
        (noise(LONGEST_S + 2, 4_000), "longer than 60 seconds"),
    ],
    ids=["silence", "a line", "a beep", "a beep after silence", "too long"],
)
def test_what_is_no_clip_is_a_failure(shelf: Shelf, sound: Samples, why: str) -> None:
    assert Builder(shelf, FakeEngine(sound)).build(WORDS[:1]) == Built(failed=1)
    assert why in shelf.failed[0].reason


def test_a_full_disk_is_told(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("audio.shelf.shelf._replace", full)
    with pytest.raises(NotKept, match="No space left"):
        Builder(shelf, FakeEngine()).build(WORDS[:2])


# -- the embedded voice, for real


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("ug", "بۈگۈن 3 نان ساتتىم.", ["بۈگۈن", "3", "نان", "ساتتىم"]),
        ("zh", "卖了3个馕", list("卖了3个馕")),
        ("en", "I sold 3 nang today.", ["I", "sold", "3", "nang", "today"]),
    ],
)
def test_the_embedded_voice_builds_small_clips_with_the_times_of_their_words(
    shelf: Shelf, tmp_path: Path, language: Language, text: str, shown: list[str]
) -> None:
    engine = EmbeddedEngine(tmp_path)
    engine.check()
    assert Builder(shelf, engine).build([Sayable("sold", language, text)]) == Built(made=1)
    (card,) = Shelf(shelf.folder).cards()
    assert card.source == "espeak"
    assert card.bytes <= 4_000 * card.duration_ms / 1000
    sound = shelf.sound(card)
    assert sound is not None
    assert abs(read_sound("a.ogg", sound).duration_ms - card.duration_ms) < 150
    assert [word.text for word in card.words] == shown
    starts = [word.start_ms for word in card.words]
    own = [word.start_ms for word in engine.make(text, language).words]
    estimated = [word.start_ms for word in estimated_words(text, language, card.duration_ms)]
    # the voice's noise moves the edge of a trimmed sound a little from time to time
    assert starts == pytest.approx(own, abs=30)
    assert starts != pytest.approx(estimated, abs=30)


def test_a_text_without_words_is_a_failure_of_its_own(shelf: Shelf, tmp_path: Path) -> None:
    both = [Sayable("dots", "en", "…"), Sayable("yes", "en", "yes")]
    assert Builder(shelf, EmbeddedEngine(tmp_path)).build(both) == Built(made=1, failed=1)
    assert [each.key for each in shelf.failed] == ["dots"]
