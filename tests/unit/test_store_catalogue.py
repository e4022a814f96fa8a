"""Content that cannot be used says where and why."""

import shutil
from pathlib import Path

import pytest

from demo_store.catalogue import CONTENT, load_catalogue
from demo_store.errors import UnknownId
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
        ("products.yaml", "low: 300, high: 500", "low: 500, high: 300", "high", "at least 500"),
        ("products.yaml", "unit: gram", "unit: kilogram", "unit", "must be gram"),
        ("products.yaml", "zh: 馕, ", "", "zh", "missing"),
        ("products.yaml", "  fragile: false", "  frail: false", "frail", "not known"),
        ("cities.yaml", "    air: {", "    mule: {", "mule", "not known"),
        ("customers.yaml", "city: shanghai", "city: paris", "city", "not a city"),
        ("packaging.yaml", "value: 0.6", "value: 1.6", "value", "from 0 to 1"),
        ("market.yaml", "practice_city: beijing", "practice_city: paris", "practice_city", "city"),
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
    # the price is at fault when the cost of a part, five lines above, was raised
    assert error.line == line or field == "price"


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
    ):
        with pytest.raises(UnknownId, match="'moon'"):
            find("moon")


def test_begun_kilograms_are_paid_as_whole_ones() -> None:
    road = load_catalogue().carrier("road")
    assert road.freight_fen(1) == road.freight_fen(1000) == 650
    assert road.freight_fen(1001) == 800
