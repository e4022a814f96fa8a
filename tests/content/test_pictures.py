"""The pictures: drawn for flutter_svg, small, credited and described in three languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "kiosk" / "assets" / "pictures"
ENTRIES: dict[str, dict[str, object]] = yaml.safe_load(
    (FOLDER / "pictures.yaml").read_text("utf-8")
)
NAMES = sorted(ENTRIES)
LARGEST = 40_000  # bytes: a slow tablet shows a scene without waiting
ALLOWED = {
    "svg", "defs", "g", "path", "rect", "circle", "ellipse",
    "linearGradient", "radialGradient", "stop", "clipPath",
}  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def root_of(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(text_of(name))


def test_every_drawn_picture_is_described_and_every_described_one_is_drawn() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_only_shapes_that_flutter_draws(name: str) -> None:
    used = {element.tag.removeprefix(SVG) for element in root_of(name).iter()}
    assert used <= ALLOWED
    assert not [e for e in root_of(name).iter() if (e.text or "").strip()], "text in a picture"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_styled_by_attributes_and_refers_to_nothing_outside(name: str) -> None:
    for element in root_of(name).iter():
        assert not {"class", "style", "href", "filter", "mask"} & set(element.attrib)
        assert not [key for key in element.attrib if "}" in key], "a foreign attribute"
    without_namespace = text_of(name).replace("http://www.w3.org/2000/svg", "")
    assert "://" not in without_namespace


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_met_once_and_every_reference_is_met(name: str) -> None:
    ids = Counter(e.attrib["id"] for e in root_of(name).iter() if "id" in e.attrib)
    assert not [i for i, count in ids.items() if count > 1]
    assert set(re.findall(r"url\(#([^)]+)\)", text_of(name))) <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_wide_and_every_other_picture_square(name: str) -> None:
    expected = "0 0 1200 800" if name.startswith("scene-") else "0 0 200 200"
    assert root_of(name).attrib["viewBox"] == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_small(name: str) -> None:
    assert (FOLDER / f"{name}.svg").stat().st_size < LARGEST


@pytest.mark.parametrize("name", NAMES)
def test_a_path_holds_nothing_but_commands_and_numbers(name: str) -> None:
    for element in root_of(name).iter(f"{SVG}path"):
        assert re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9eE .,\-+]+", element.attrib["d"])


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_said_in_two_to_five_words_of_three_languages(name: str) -> None:
    say = ENTRIES[name]["say"]
    assert isinstance(say, dict)
    assert set(say) == {"ug", "zh", "en"}
    assert all(isinstance(words, str) and words.strip() for words in say.values())
    assert re.search(r"[\u0600-\u06ff]", say["ug"]) and not re.search(r"[a-z]", say["ug"])
    assert re.search(r"[\u4e00-\u9fff]", say["zh"])
    assert 1 <= len(say["ug"].split()) <= 5 and 1 <= len(say["en"].split()) <= 6


@pytest.mark.parametrize("name", NAMES)
def test_the_credit_is_the_one_the_drawing_names(name: str) -> None:
    used = "fluent-emoji-flat" if "Fluent Emoji" in text_of(name) else "own"
    assert ENTRIES[name]["credit"] == used


def test_the_licence_of_the_figures_is_there() -> None:
    licence = (FOLDER / "LICENSE.fluent-emoji.txt").read_text("utf-8")
    assert "Copyright (c) Microsoft Corporation" in licence and "MIT License" in licence
    assert "LICENSE.fluent-emoji.txt" in (FOLDER / "CREDITS.md").read_text("utf-8")


def test_learners_choose_among_24_pictures_and_nine_make_a_secret() -> None:
    assert {f"learner-{i:02}" for i in range(1, 25)} <= set(NAMES)
    assert len([name for name in NAMES if name.startswith("secret-")]) == 9


def test_no_learner_has_the_picture_of_something_else() -> None:
    shapes = {name: re.sub("<!--.*?-->", "", text_of(name), flags=re.S) for name in NAMES}
    seen = Counter(shapes.values())
    assert not [name for name in NAMES if name.startswith("learner-") and seen[shapes[name]] > 1]
