"""Colours, sizes and type: with ``widgets`` the only place that knows them.

A colour is a name that the page looks up in its palette: so there are two, ``LIGHT`` and ``DARK``,
and nothing but `flet_theme` knows which is on.

Sizes are logical pixels. A layout is chosen from the window alone, so that nothing scrolls on a
tablet (1280x800, 1024x600, 800x1280) nor on a small phone (360x740).
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import flet as ft

from lessons.phrase import Language

SAND: Final = "surface"
PAPER: Final = "surfacecontainerlow"
SHADE: Final = "surfacecontainer"
"""A place that waits, or something over."""
LINE: Final = "surfacecontainerhigh"
"""What is not yet there, of a bar."""
SCREEN: Final = "surfacecontainerlowest"
"""Of a drawn telephone."""
INK: Final = "onsurface"
SOFT_INK: Final = "onsurfacevariant"
EDGE: Final = "outline"
"""Around what stands on its own."""
LEAF: Final = "primary"
"""Go."""
SKY: Final = "secondary"
"""Hear."""
AMBER: Final = "tertiary"
"""Think: the edge of what is asked about now."""
HONEY: Final = "tertiarycontainer"
"""Think: help and hints."""
TEAL: Final = "inversesurface"
CLAY: Final = "inverseprimary"
POMEGRANATE: Final = "error"
ON_DEEP: Final = "onprimary"
"""Words and signs on LEAF, SKY, TEAL, CLAY, POMEGRANATE."""
APRICOT: Final = "primarycontainer"
DONE: Final = "secondarycontainer"
WARM: Final = "tertiaryfixed"
CREAM: Final = "tertiaryfixeddim"
"""A hint was given."""
ROSE: Final = "errorcontainer"
BLUSH: Final = "primaryfixed"
AIR: Final = "secondaryfixed"
NIGHT: Final = "scrim"
"""A photo taken in the dark."""
FACE_GROUNDS: Final = (
    "onprimaryfixed",
    "onsecondaryfixed",
    "ontertiaryfixed",
    "onprimaryfixedvariant",
    "onsecondaryfixedvariant",
    "ontertiaryfixedvariant",
)

DEEP: Final = (LEAF, SKY, TEAL, CLAY, POMEGRANATE)
"""Grounds of what is pressed and of marks; also edges."""
CALM: Final = (SAND, PAPER, SHADE, SCREEN, DONE, WARM, ROSE, BLUSH, AIR)
PALE: Final = (*CALM, LINE, CREAM, HONEY, *FACE_GROUNDS)
"""Grounds of words and pictures."""

INKS: Final[dict[str, tuple[str, ...]]] = {
    INK: (*PALE, APRICOT),
    SOFT_INK: PALE,
    CLAY: CALM,
    ON_DEEP: DEEP,
}
"""On which grounds each ink may stand: words are 7 times as light or as dark as these."""
EDGES: Final = (EDGE, AMBER, *DEEP)
"""Around what is pale: 3 times as light or as dark as every pale ground."""

LIGHT: Final[dict[str, str]] = {
    SAND: "#F7ECDB",
    PAPER: "#FFF9EF",
    SHADE: "#EFE3CF",
    LINE: "#E4D2B6",
    SCREEN: "#FFFFFF",
    INK: "#2B1D14",
    SOFT_INK: "#432F20",
    EDGE: "#7A6342",
    LEAF: "#14592F",
    SKY: "#1F5796",
    AMBER: "#8F560A",
    HONEY: "#F2C14E",
    TEAL: "#0B5F63",
    CLAY: "#742A10",
    POMEGRANATE: "#8F1F29",
    ON_DEEP: "#FFFFFF",
    APRICOT: "#F2A541",
    DONE: "#CDE7D3",
    WARM: "#FBE3B8",
    CREAM: "#FBE7B0",
    ROSE: "#F6CFC0",
    BLUSH: "#F7D9C9",
    AIR: "#D8E9F2",
    NIGHT: "#3B332C",
    **dict(
        zip(
            FACE_GROUNDS,
            ("#F9D9A8", "#CFE3C8", "#F3C9C4", "#C9DDEB", "#E5D5EE", "#F7E3A1"),
            strict=True,
        )
    ),
}
DARK: Final[dict[str, str]] = {
    SAND: "#17120E",
    PAPER: "#261E17",
    SHADE: "#32281E",
    LINE: "#3F3225",
    SCREEN: "#0F0B08",
    INK: "#FFF4E4",
    SOFT_INK: "#E6D3B9",
    EDGE: "#B39C7B",
    LEAF: "#98E0B2",
    SKY: "#A6D0FB",
    AMBER: "#F4BE55",
    HONEY: "#4A3600",
    TEAL: "#8ADADA",
    CLAY: "#F6B69B",
    POMEGRANATE: "#FFB6B4",
    ON_DEEP: "#17120E",
    APRICOT: "#684600",
    DONE: "#1D3A29",
    WARM: "#3F3014",
    CREAM: "#46380E",
    ROSE: "#4A2A22",
    BLUSH: "#43291E",
    AIR: "#1B3442",
    NIGHT: "#080605",
    **dict(
        zip(
            FACE_GROUNDS,
            ("#46340F", "#243A1D", "#4A2926", "#1F3646", "#382745", "#433709"),
            strict=True,
        )
    ),
}
"""For evenings without a lamp."""


def ink_on(ground: str) -> str:
    """In what words and signs are written on ``ground``."""
    return INK if ground in INKS[INK] else ON_DEEP


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


def flet_theme(palette: Mapping[str, str]) -> ft.Theme:
    """One palette under its names, and quiet material defaults under our own parts."""
    fields = {
        field.name.replace("_", ""): field.name for field in dataclasses.fields(ft.ColorScheme)
    }
    return ft.Theme(
        font_family="Ar",
        color_scheme=ft.ColorScheme(**{fields[name]: each for name, each in palette.items()}),
        visual_density=ft.VisualDensity.COMFORTABLE,
    )
