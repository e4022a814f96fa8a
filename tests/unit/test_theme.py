"""The colours of the theme: seen by weak eyes and in the sun, by day and in the evening."""

import ast
import dataclasses
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import flet as ft
import pytest

from kiosk import theme
from kiosk.widgets import money
from tests.contrast import contrast

ROOT = Path(__file__).parents[2]
PALETTES = {"light": theme.LIGHT, "dark": theme.DARK}
NAMES = {name: each for name, each in vars(theme).items() if name.isupper()}
both = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def named(colour: str) -> str:
    return next((name for name, each in NAMES.items() if each == colour), colour)


def too_alike(
    palette: dict[str, str], pairs: Iterator[tuple[str, str]], least: float
) -> list[tuple[str, str, float]]:
    return [
        (named(ink), named(ground), round(found, 2))
        for ink, ground in pairs
        if (found := contrast(palette[ink], palette[ground])) < least
    ]


@both
def test_every_ink_is_read_on_every_ground_it_may_stand_on(palette: dict[str, str]) -> None:
    pairs = ((ink, ground) for ink, grounds in theme.INKS.items() for ground in grounds)
    assert not too_alike(palette, pairs, 7)


@both
def test_every_edge_is_seen_on_every_pale_ground(palette: dict[str, str]) -> None:
    assert not too_alike(palette, product(theme.EDGES, theme.PALE), 3)


@both
def test_what_is_pressed_is_seen_on_every_pale_ground(palette: dict[str, str]) -> None:
    assert not too_alike(palette, product(theme.DEEP, theme.PALE), 3)


def test_both_palettes_have_every_colour_and_no_two_grounds_are_the_same() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()
    used = {ground for grounds in theme.INKS.values() for ground in grounds}
    assert used | {*theme.INKS, *theme.EDGES} <= theme.LIGHT.keys()
    for palette in PALETTES.values():
        grounds = [palette[each] for each in (*theme.PALE, *theme.DEEP, theme.APRICOT)]
        assert len(set(grounds)) == len(grounds)


def test_the_client_is_given_each_colour_under_its_name() -> None:
    for palette in PALETTES.values():
        scheme = theme.flet_theme(palette).color_scheme
        names = [field.name for field in dataclasses.fields(ft.ColorScheme)]
        given = {name.replace("_", ""): getattr(scheme, name) for name in names}
        assert {name: given[name] for name in palette} == palette


def test_every_ground_has_an_ink() -> None:
    for ground in (*theme.PALE, *theme.DEEP, theme.APRICOT):
        assert ground in theme.INKS[theme.ink_on(ground)], named(ground)


def test_the_figures_on_notes_and_coins_are_read() -> None:
    for fen, colour in money.COLOURS.items():
        ink = money.ON_COIN if fen < 100 else money.ON_NOTE
        assert contrast(ink, colour) >= 7, fen


def literals(file: Path) -> Iterator[str]:
    """Each colour, size or type of letters that is written out in ``file``."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            colour = node.value.removeprefix("#")
            if node.value.startswith("#") and len(colour) in (3, 6, 8) and _is_hex(colour):
                yield f"{file.relative_to(ROOT)}:{node.lineno} {node.value}"
        elif isinstance(node, ast.Attribute) and ast.unparse(node).startswith("ft.Colors."):
            yield f"{file.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("ft.Text", "ft.TextStyle"):
            yield f"{file.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}"
        elif isinstance(node, ast.keyword) and node.arg in ("font_family", "text_size"):
            yield f"{file.relative_to(ROOT)}:{node.value.lineno} {node.arg}"


def _is_hex(text: str) -> bool:
    return all(letter in "0123456789abcdefABCDEF" for letter in text)


def screens() -> list[Path]:
    """Every file that may import Flet, but the theme and the widgets."""
    files = (ROOT / "kiosk").rglob("*.py")
    return [
        file
        for file in files
        if "widgets" not in file.parts
        and file.name != "theme.py"
        and "import flet as ft" in file.read_text("utf-8")
    ]


def test_no_colour_and_no_type_stands_outside_of_theme_and_widgets() -> None:
    assert len(screens()) > 50
    assert not [found for file in screens() for found in literals(file)]


def test_such_a_literal_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    file = tmp_path / "screen.py"
    file.write_text('a = ft.Text("x", color="#FFF", font_family="Ar")\nb = ft.Colors.RED\n')
    assert len(list(literals(file))) == 4
