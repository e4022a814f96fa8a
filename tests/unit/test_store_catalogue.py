"""Content that cannot be used says where and why."""

import shutil
from pathlib import Path

import pytest

from demo_store.errors import UnknownId
from demo_store.world.catalogue import CONTENT, load_catalogue
from lessons.errors import ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def line_of(path: Path, text: str) -> int:
    """The number of the first line that holds the text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "problem"),
    [
        ("products.yaml", "value: 80, unit: fen", "value: 85, unit: fen", "value", "10 fen"),
        ("products.yaml", "value: 80, unit: fen", "value: 800, unit: fen", "price", "making cost"),
        ("products.yaml", "low: 300, high: 500", "low: 500, high: 300", "high", "from 500 to"),
        ("products.yaml", "unit: gram", "unit: kilogram", "unit", "must be gram"),
        ("products.yaml", "zh: 馕, ", "", "zh", "missing"),
        ("products.yaml", "  fragile: false", "  frail: false", "frail", "not known"),
        ("cities.yaml", "    air: {", "    mule: {", "mule", "not known"),
        ("customers.yaml", "city: shanghai", "city: paris", "city", "not a city"),
        ("packaging.yaml", "value: 0.6", "value: 1.6", "value", "from 0 to 1"),
        ("market.yaml", "practice_city: beijing", "practice_city: paris", "practice_city", "city"),
        ("products.yaml", "95, 90, 85, 90, 100, 105, 110, 110]", "95]", "months", "12 numbers"),
        ("products.yaml", "wanted: {months: [110,", "wanted: {months: [-1,", "1", "from 0 to"),
        ("products.yaml", "unit: person", "unit: people", "unit", "must be person"),
        ("cities.yaml", "value: 116.4", "value: 216.4", "value", "from -180 to 180"),
        ("carriers.yaml", "[korla, urumqi]", "[korla, paris]", "2", "not a city"),
        ("carriers.yaml", "[korla, urumqi]", "[urumqi, korla]", "2", "farther"),
        ("qualities.yaml", "[nang, eggs, chicken]", "[nang, boats]", "2", "not a product"),
        ("days.yaml", "month: 4, day: 1", "month: 4, day: 31", "day", "from 1 to 30"),
        ("days.yaml", "value: 130, unit: percent", "value: 90, unit: percent", "value", "100"),
        ("incidents.yaml", "effect: no-courier", "effect: flood", "effect", "must be one of"),
        ("incidents.yaml", "  carrier: road", "", "effect", "has the field carrier"),
        ("incidents.yaml", "carrier: road", "carrier: mule", "carrier", "not a carrier"),
        ("incidents.yaml", "months: [12,", "months: [13,", "1", "from 1 to 12"),
        ("market.yaml", "too_late: {value: 24", "too_late: {value: 4", "value", "from 5 to"),
        ("market.yaml", "buys: {value: 0.25", "buys: {value: 25", "value", "from 0 to 1"),
        ("carriers.yaml", ', why: "the truck leaves the town every morning"', "", "why", "missing"),
    ],
)
def test_a_mistake_names_file_line_and_field(
    folder: Path, file: str, old: str, new: str, field: str, problem: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    line = line_of(path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_catalogue(folder)
    error = caught.value
    assert error.file == file
    assert error.field.split(".")[-1] == field
    assert problem in error.problem
    # the price is at fault when the cost of a part, five lines above, was raised, and the effect
    # when what belongs to it is missing
    assert error.line == line or field in ("price", "effect")


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "cities.yaml").unlink()
    with pytest.raises(ContentError, match=r"cities\.yaml"):
        load_catalogue(folder)


def test_what_is_not_there_is_the_callers_mistake() -> None:
    catalogue = load_catalogue()
    for find in (
        catalogue.kind,
        catalogue.city,
        catalogue.carrier,
        catalogue.packaging,
        catalogue.customer,
        catalogue.quality,
        catalogue.festival,
        catalogue.mishap,
    ):
        with pytest.raises(UnknownId, match="'moon'"):
            find("moon")


def test_begun_kilograms_are_paid_as_whole_ones() -> None:
    road = load_catalogue().carrier("road")
    assert road.freight_fen(1) == road.freight_fen(1000) == 650
    assert road.freight_fen(1001) == 800
