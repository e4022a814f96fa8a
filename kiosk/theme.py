"""Colours, sizes and type: with ``widgets`` the only place that knows them.

Sizes are logical pixels. A layout is chosen from the window alone, so that nothing scrolls on a
tablet (1280x800, 1024x600, 800x1280) nor on a small phone (360x740).
"""

from dataclasses import dataclass
from typing import Final

import flet as ft

from lessons.phrase import Language

SAND: Final = "#F7ECDB"
PAPER: Final = "#FFF9EF"
INK: Final = "#2B1D14"
SOFT_INK: Final = "#5C4634"
CLAY: Final = "#B4532A"
APRICOT: Final = "#F2A541"
LEAF: Final = "#1C643B"
SKY: Final = "#1F5796"
HONEY: Final = "#F2C14E"
TEAL: Final = "#0B5F63"
POMEGRANATE: Final = "#8F1F29"
LINE: Final = "#E4D2B6"
WHITE: Final = "#FFFFFF"
DONE: Final = "#CDE7D3"
WARM: Final = "#FBE3B8"
ROSE: Final = "#F6CFC0"
AIR: Final = "#D8E9F2"

FACE_GROUNDS: Final = ("#F9D9A8", "#CFE3C8", "#F3C9C4", "#C9DDEB", "#E5D5EE", "#F7E3A1")

TAP: Final = 88
"""The least width and height of anything that can be tapped."""
GAP: Final = 16
"""The least distance between two things that can be tapped."""

TROUBLE: Final = 80
"""The height of the line that says what went wrong."""

_FAMILY: Final[dict[Language, str]] = {"ug": "Ar", "zh": "SC", "en": "Lat"}


@dataclass(frozen=True, slots=True)
class Layout:
    """What fits into a window of ``width`` x ``height``."""

    width: float
    height: float
    large: bool = False
    """Whether sentences are larger; a low window has no room for that."""

    @property
    def phone(self) -> bool:
        """A window so narrow that only three taps fit beside each other."""
        return self.width < 600

    @property
    def tall(self) -> bool:
        """Higher than wide: blocks go below each other."""
        return self.height > self.width

    @property
    def low(self) -> bool:
        """A small tablet on its side: every block gives a little."""
        return not self.tall and self.height < 700

    @property
    def margin(self) -> int:
        """Around everything."""
        return 12 if self.phone else 16 if self.low else 24

    @property
    def gap(self) -> int:
        """Between blocks."""
        return 12 if self.phone or self.low else 20

    @property
    def inner_width(self) -> float:
        """Width inside the margins."""
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        """Height inside the margins."""
        return self.height - 2 * self.margin

    @property
    def sentence_size(self) -> int:
        """The sentence being spoken."""
        return self._larger(28 if self.phone else 34 if self.low else 42)

    @property
    def title_size(self) -> int:
        """What a screen asks for, and big actions."""
        return self._larger(self._title)

    @property
    def _title(self) -> int:
        return 24 if self.phone else 30 if self.low else 36

    def _larger(self, size: int) -> int:
        return round(size * 1.25) if self.large and not self.low else size

    @property
    def title_height(self) -> float:
        """The most that the sentence over a screen may take, whatever it says.

        Two lines where they are large, as many as fit beside the loudspeaker on a phone.
        """
        return max(float(TAP), 2 * (self.title_size * 1.55 + 2)) if not self.phone else TAP

    @property
    def action_height(self) -> int:
        """The one green thing."""
        return 88 if self.phone else 92 if self.low else 116


def text(
    words: str,
    language: Language,
    size: float = 28,
    colour: str = INK,
    *,
    align: ft.TextAlign = ft.TextAlign.CENTER,
    max_lines: int | None = None,
    bold: bool = True,
) -> ft.Text:
    """Words in the type of their language; other scripts inside fall back to their own font."""
    family = _FAMILY[language]
    return ft.Text(
        words,
        size=size,
        color=colour,
        weight=ft.FontWeight.W_700 if bold else ft.FontWeight.W_400,
        text_align=align,
        font_family=family,
        max_lines=max_lines,
        overflow=ft.TextOverflow.ELLIPSIS if max_lines else ft.TextOverflow.VISIBLE,
        rtl=language == "ug",
        style=ft.TextStyle(
            font_family_fallback=[other for other in ("Lat", "Ar", "SC") if other != family],
            height=1.55 if language == "ug" else 1.3,
        ),
    )


def digits(number: str, size: float = 40, colour: str = INK) -> ft.Text:
    """A number: always left to right, in the Latin font."""
    return ft.Text(
        f"\u2066{number}\u2069" if number.startswith("-") else number,
        size=size,
        color=colour,
        weight=ft.FontWeight.W_800,
        font_family="Lat",
        text_align=ft.TextAlign.CENTER,
        style=ft.TextStyle(
            font_family_fallback=["Ar", "SC"],
            height=1.1,
            decoration=ft.TextDecoration.NONE,  # at a finger that carries it, it would have one
        ),
    )


def flet_theme() -> ft.Theme:
    """Quiet material defaults under our own parts."""
    return ft.Theme(
        font_family="Ar",
        color_scheme_seed=CLAY,
        visual_density=ft.VisualDensity.COMFORTABLE,
    )
