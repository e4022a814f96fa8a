"""What is to be recorded, and in which order."""

from dataclasses import replace
from pathlib import Path

import pytest

from audio.building.bringing import brought_clip
from audio.sayable import Sayable
from audio.shelf.shelf import Shelf
from audio.sounds.wav import wav_file
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.course import the_course
from kiosk.inventory import inventory, pictures
from kiosk.picture_words import picture_names
from kiosk.to_record import first_used, latest_voice, to_record
from lessons.phrase import Language
from tests.sounds import tone

SOUND = wav_file(tone(0.6).values, 24_000)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "recorded")


def sayable(key: str, text: str = "", language: Language = "en", **more: bool) -> Sayable:
    return Sayable(key, language, text or f"words of {key}", **more)


def record(shelf: Shelf, phrase: Sayable, voice: str = "one") -> None:
    shelf.keep([brought_clip("a.wav", SOUND, phrase, voice)])


KEYS = (
    "store.help", "trainer.help", "voices.keep", "course.units.two.title", "home.leave",
    "course.units.one.title", "start.welcome", "start.welcome-first", "nav.back",
)  # fmt: skip


def test_what_learners_hear_first_stands_first_and_the_trainers_own_last() -> None:
    ordered = first_used([sayable(key) for key in KEYS], "en", "one")
    assert [each.key for each in ordered] == [
        "start.welcome-first", "start.welcome", "nav.back", "home.leave",
        "course.units.one.title", "course.units.two.title", "store.help",
        "trainer.help", "voices.keep",
    ]  # fmt: skip


def test_the_same_words_are_said_once_where_they_are_used_first() -> None:
    phrases = [sayable("store.back", "Back"), sayable("nav.back", "Back")]
    assert [each.key for each in first_used(phrases, "en")] == ["nav.back"]


def test_open_phrases_and_other_languages_are_left_out() -> None:
    phrases = [
        sayable("nav.wait", "Wait {count}", is_open=True),
        sayable("nav.back", "回", "zh"),
        sayable("nav.home"),
    ]
    assert [each.key for each in first_used(phrases, "en")] == ["nav.home"]


def test_what_is_recorded_stands_last_until_its_words_change(shelf: Shelf) -> None:
    one, two = sayable("nav.back"), sayable("nav.home")
    record(shelf, one)
    found = to_record([one, two], shelf)
    assert ([each.key for each in found.phrases], found.recorded, found.left) == (
        ["nav.home", "nav.back"], 1, 1,
    )  # fmt: skip
    changed = replace(one, text="other words")
    found = to_record([changed, two], shelf)
    assert (found.phrases, found.recorded) == ((changed, two), 0)


def test_the_voice_that_spoke_last_is_known_rather_in_the_same_language(shelf: Shelf) -> None:
    assert latest_voice(shelf, "en") == ""
    record(shelf, sayable("nav.back", "回", "zh"), "a voice")
    assert latest_voice(shelf, "en") == "a voice"
    record(shelf, sayable("nav.home"), "another")
    assert latest_voice(shelf, "zh") == "a voice"
    assert latest_voice(shelf, "en") == "another"


def test_every_picture_of_a_phrase_is_drawn_and_lessons_have_theirs() -> None:
    catalogue = load_catalogue()
    course = the_course(catalogue).course
    found = pictures(course, catalogue, load_scene())
    keys = {each.key for each in inventory(course, catalogue, load_scene())}
    assert set(found.values()) <= picture_names()
    assert found["picture.nang"] == "nang"
    unit = course.units[0]
    step = unit.lessons[0].steps[0]
    key = f"course.units.{unit.id}.lessons.{unit.lessons[0].id}.steps.{step.id}.say"
    assert key in keys
    assert found[key] == step.picture
