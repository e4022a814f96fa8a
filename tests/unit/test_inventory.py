"""The inventory names everything that may be said, once, by keys that stay and can name files."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import demo_store
import kiosk
import lessons
from audio.sayable import Sayable, keys_by_text
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import Catalogue, load_catalogue
from kiosk import inventory as room
from kiosk.inventory import inventory
from kiosk.wording import number, words
from lessons.course import Course
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES

NEVER_SAID = ("content/village.yaml", "scenarios/", "export/words.yaml", "papers/words.yaml")
"""Printed by the simulation, written into tables and onto paper."""


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE).course


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def everything(course: Course, catalogue: Catalogue) -> tuple[Sayable, ...]:
    return inventory(course, catalogue, load_scene())


def written(node: Any) -> Iterator[dict[str, str]]:
    """Every phrase in a file, found without any of our code."""
    if isinstance(node, dict) and set(LANGUAGES) <= node.keys():
        yield node
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from written(part)


def files() -> Iterator[Path]:
    for package in (kiosk, demo_store):
        yield from Path(str(package.__file__)).parent.rglob("*.yaml")
    yield from (Path(str(lessons.__file__)).parent / "course").rglob("*.yaml")


def test_every_phrase_of_every_file_is_there_in_three_languages(
    everything: tuple[Sayable, ...],
) -> None:
    there = {(each.language, each.text) for each in everything}
    found = 0
    for file in files():
        if any(part in file.as_posix() for part in NEVER_SAID):
            continue
        for phrase in written(yaml.safe_load(file.read_text(encoding="utf-8"))):
            if re.search(r"\{(product|city|stars)\}", phrase["en"]):
                continue  # there once for each product, city or number
            found += 1
            for language in LANGUAGES:
                assert (language, phrase[language].strip()) in there, (file.name, phrase)
    assert found > 1_000


def test_every_key_stands_once_in_each_language(everything: tuple[Sayable, ...]) -> None:
    keys = {
        language: [s.key for s in everything if s.language == language] for language in LANGUAGES
    }
    assert keys["ug"] == keys["zh"] == keys["en"]
    assert len(set(keys["ug"])) == len(keys["ug"])


def test_keys_can_name_files_on_every_system(everything: tuple[Sayable, ...]) -> None:
    keys = {each.key for each in everything}
    assert [key for key in keys if not re.fullmatch(r"[A-Za-z0-9._-]{1,120}", key)] == []
    assert [key for key in keys if key.startswith(".") or key.endswith(".")] == []
    assert len({key.casefold() for key in keys}) == len(keys)


def test_a_file_named_by_a_key_has_that_key_as_its_stem(everything: tuple[Sayable, ...]) -> None:
    assert all(Path(f"{each.key}.wav").stem == each.key for each in everything)


def test_two_runs_give_the_same(everything: tuple[Sayable, ...], catalogue: Catalogue) -> None:
    assert inventory(load_course(COURSE).course, catalogue, load_scene()) == everything


def test_known_keys_stay(everything: tuple[Sayable, ...]) -> None:
    """Recordings are kept under these: a key that changes loses the former words."""
    texts = {each.key: each.text for each in everything if each.language == "en"}
    for key in (
        "home.greeting",
        "nav.back",
        "store.kinds.nang.name",
        "picture.nang",
        "village.centre.stations.pack.name",
    ):
        assert key in texts
    assert any(
        re.fullmatch(r"course\.units\.[\w-]+\.lessons\.[\w-]+\.steps\.[\w-]+\.say", key)
        for key in texts
    )


def test_what_is_filled_with_names_or_numbers_is_open_and_nothing_else(
    everything: tuple[Sayable, ...],
) -> None:
    assert all(each.is_open == ("{" in each.text) for each in everything)
    openings = {each.key for each in everything if each.is_open}
    assert {"home.greeting-name", "money.amount"} <= openings
    assert len(openings) < len({each.key for each in everything}) / 5


def test_a_phrase_about_products_cities_or_stars_is_there_for_each(
    everything: tuple[Sayable, ...], catalogue: Catalogue
) -> None:
    english = {each.key: each.text for each in everything if each.language == "en"}
    for kind in catalogue.kinds.values():
        filled = words("product.say-name", product=kind.name)
        assert english[f"product.say-name.{kind.id}"] == filled.en
    for city in catalogue.cities.values():
        assert city.name.en in english[f"story.order.{city.id}"]
    assert {f"score.stars.{count}" for count in range(1, 6)} <= english.keys()
    assert "product.say-name" not in english


def test_what_a_screen_says_is_found_again(
    everything: tuple[Sayable, ...], catalogue: Catalogue
) -> None:
    """With the product of a learner in it, and with marks around a number."""
    keys = keys_by_text(everything)
    for language in LANGUAGES:
        said = words("product.say-photo", product=catalogue.kind("nang").name).text(language)
        stars = words("score.stars", stars=number(4)).text(language)
        for text, key in ((said, "product.say-photo.nang"), (stars, "score.stars.4")):
            assert keys[language, Sayable("", language, text).text_hash] == key


def test_a_changed_text_keeps_its_key(
    course: Course, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inventory(course, catalogue, load_scene())
    monkeypatch.setattr(room, "book", lambda: {"home.greeting": words("nav.back")})
    after = {
        each.key: each.text
        for each in inventory(course, catalogue, load_scene())
        if each.language == "en"
    }
    assert after["home.greeting"] == words("nav.back").en
    assert {each.key for each in before} >= after.keys()
