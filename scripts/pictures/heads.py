"""Heads in one style: face, hair, scarf or cap. A face is 100 wide and 130 high around (0, 0)."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .covers import covered
from .looks import BLACK, SKINS, Look
from .svg import circle, clip, ellipse, faded, path, stroke

FACE = "M-49 -12C-49 -48 -28 -64 0 -64C28 -64 49 -48 49 -12C49 26 28 64 0 64C-28 64 -49 26 -49 -12Z"


def _eye(x: float, look: Look) -> str:
    lid = f"M{x - 11} -1C{x - 7} -11 {x + 7} -11 {x + 11} -1"
    white = f"{lid}C{x + 7} 5.500 {x - 7} 5.500 {x - 11} -1Z"
    px, py = x + look.gaze, -2.6 + look.down
    ball = clip(
        white,
        path(white, "#FFFFFF")
        + circle(px, py, 6.2, "#5B3A26")
        + circle(px, py, 3.6, "#1E1512")
        + circle(px - 2.4, py - 2.8, 1.9, "#FFFFFF"),
    )
    wide = 3.4 if look.woman else 2.8
    out = stroke(lid, BLACK, wide)
    if look.woman:
        side = 1 if x > 0 else -1
        out += stroke(f"M{x + side * 10} -2L{x + side * 14} -6", BLACK, 2.6)
    return ball + out


def _brow(x: float, look: Look) -> str:
    side = 1 if x > 0 else -1
    tone = look.hair if look.hair != BLACK else "#3A2A26"
    thick = 3.4 if look.woman else 5.2
    worry = 5 if look.mouth == "sad" else 0
    d = f"M{x - side * 11} {-20 - worry}Q{x + side * 3} -26 {x + side * 14} {-16 + worry}"
    return stroke(d, tone, thick)


def _mouth(look: Look) -> str:
    if look.mouth == "open":
        hole = "M-15 29C-12 25 12 25 15 29C15 46 -15 46 -15 29Z"
        return clip(
            hole,
            path(hole, "#7C1F2B")
            + ellipse(0, 27, 13, 4, "#FFFFFF")
            + ellipse(0, 44, 9, 5, "#D9707A"),
        )
    if look.mouth == "flat":
        return stroke("M-12 33H12", "#9C3B3F", 5)
    if look.mouth == "sad":
        return stroke("M-13 37Q0 27 13 37", "#9C3B3F", 5)
    return path("M-19 28C-8 33 8 33 19 28C16 42 -16 42 -19 28Z", "#A5303B") + path(
        "M-13 31C-6 33.500 6 33.500 13 31L11 34C5 35.500 -5 35.500 -11 34Z", "#FFFFFF"
    )


def _lines(look: Look, tone: str) -> str:
    if look.age < 2:
        return ""
    d = "M-31 10Q-22 15 -14 12M31 10Q22 15 14 12"
    if look.age == 3:
        d += "M-28 20Q-25 28 -27 34M28 20Q25 28 27 34M-20 -40Q0 -44 20 -40M-15 -48Q0 -51 15 -48"
        d += "M-44 -4L-50 -8M-44 1H-50M44 -4L50 -8M44 1H50"
    return faded(stroke(d, tone, 2.4), 0.75)


def _beard(look: Look) -> str:
    tone = look.hair
    tash = path(
        "M0 21C-8 17 -22 19 -27 28C-16 31 -6 30 0 26C6 30 16 31 27 28C22 19 8 17 0 21Z", tone
    )
    if look.beard == "moustache":
        return tash
    if look.beard == "short":
        d = "M-48 2C-46 34 -28 66 0 67C28 66 46 34 48 2C42 14 36 20 28 22C18 16 -18 16 -28 22C-36 20 -42 14 -48 2Z"
    else:
        d = "M-48 0C-50 44 -34 104 0 108C34 104 50 44 48 0C42 14 36 20 28 22C18 16 -18 16 -28 22C-36 20 -42 14 -48 0Z"
    return path(d, tone) + tash


def face(look: Look) -> str:
    light, shade, line = SKINS[look.skin]
    ears = ellipse(-49, 0, 9, 14, shade) + ellipse(49, 0, 9, 14, shade)
    blush = ellipse(-29, 18, 11, 7, "#E5735C", opacity=0.22) + ellipse(
        29, 18, 11, 7, "#E5735C", opacity=0.22
    )
    nose = path("M-5 -2C-6 6 -10 12 -9 16C-6 20 6 20 9 16C10 12 6 6 5 -2Z", shade)
    features = blush + nose + _lines(look, line) + (_beard(look) if look.beard else "")
    features += _mouth(look) + _eye(-21, look) + _eye(21, look) + _brow(-21, look) + _brow(21, look)
    if look.glasses:
        features += circle(
            -21, -3, 17, "#FFFFFF", fill_opacity="0.15", stroke=c.INK, stroke_width=3.5
        )
        features += circle(
            21, -3, 17, "#FFFFFF", fill_opacity="0.15", stroke=c.INK, stroke_width=3.5
        )
        features += stroke("M-4 -4Q0 -8 4 -4M-38 -5L-48 -8M38 -5L48 -8", c.INK, 3.5)
    return ears + path(FACE, light) + features


def head(look: Look) -> str:
    """The whole head without what hangs behind it."""
    return face(look) + covered(look)
