"""What went wrong, as things that everybody has seen go wrong. Drawn around (0, 0)."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .svg import across, clip, down, ellipse, group, path, rect, stroke
from .tools import bowl_of_tea


def spilled_tea() -> str:
    """A bowl lying on its side, the tea running out of it: something fell over."""
    spill = path(
        "M-30 40C-70 34 -94 52 -80 64C-96 78 -60 90 -28 84C8 94 60 92 66 80C96 78 96 58 70 54C64 40 20 38 -2 44C-12 38 -20 38 -30 40Z",
        "#B5662A",
    ) + stroke("M-52 62C-34 54 -8 56 14 62", "#E0A163", 6)
    drops = ellipse(-74, 16, 7, 9, "#B5662A") + ellipse(-58, -8, 5, 7, "#B5662A")
    return spill + group(bowl_of_tea(), 22, 6, 0.98, -64) + drops


def _notebook(tone: str) -> str:
    """An open notebook, its left page written on, its right one empty."""
    cover = rect(-92, -58, 184, 134, tone, 10.0)
    left = path("M-82 -50C-50 -62 -20 -58 0 -44V70C-20 56 -50 54 -82 64Z", down(c.PAPER, "#EADBC0"))
    right = path("M82 -50C50 -62 20 -58 0 -44V70C20 56 50 54 82 64Z", down(c.PAPER, "#F3E7CF"))
    return cover + left + right + stroke("M0 -44V70", "#D3C0A0", 4)


def broken_pencil() -> str:
    """A notebook whose last line breaks off, and the pencil in two: it is not written down."""
    lines = stroke("M-68 -26C-52 -32 -34 -31 -16 -24M-68 -2C-52 -8 -34 -7 -16 0", c.SKY, 7)
    broken = stroke("M-68 22C-62 20 -56 18 -50 18", c.SKY, 7)
    return _notebook(c.CLAY) + lines + broken + _halves()


def _halves() -> str:
    """Both halves of a pencil, with jagged ends: the one with the point fell down."""
    upper = (
        rect(-15, -58, 30, 70, across("#F6C94E", "#E0A62A"))
        + path("M-15 12L-9 26L-3 14L3 28L9 14L15 24V10H-15Z", "#E9C597")
        + rect(-15, -72, 30, 16, "#C9CDD3")
        + rect(-15, -88, 30, 20, "#E58C8C", 8.0)
    )
    lower = (
        rect(-15, -22, 30, 44, across("#F6C94E", "#E0A62A"))
        + path("M-15 -20L-9 -34L-3 -22L3 -36L9 -22L15 -30V-18H-15Z", "#E9C597")
        + path("M-15 22H15L0 58Z", "#E9C597")
        + path("M-6 43H6L0 58Z", c.INK)
    )
    return group(upper, 46, -24, 0.94, 32) + group(lower, -6, 62, 1.0, 74)


def torn_page() -> str:
    """A notebook with a page half torn out: a part of what was written is gone."""
    whole = clip(
        "M-100 -100H4L22 -60L10 -34L30 -10L14 18L32 44L18 100H-100Z",
        _notebook(c.TEAL)
        + stroke(
            "M-68 -26C-52 -32 -34 -31 -16 -24M-68 -2C-52 -8 -34 -7 -16 0M-68 22C-52 16 -34 17 -16 24",
            c.SKY,
            7,
        ),
    )
    torn = clip(
        "M4 -100H110V100H18L32 44L14 18L30 -10L10 -34L22 -60Z",
        _notebook(c.TEAL) + stroke("M24 -24C40 -31 56 -31 70 -26M30 4C44 -4 58 -4 70 0", c.SKY, 7),
    )
    return group(whole + group(torn, 20, 14, 0.96, 14), -10, -8)


def empty_notebook() -> str:
    """A notebook that lies open and has no page any more: all that was written is gone."""
    cover = rect(-92, -58, 184, 134, c.TEAL, 10.0)
    inside = rect(-80, -46, 74, 110, "#3E9296", 6.0) + rect(6, -46, 74, 110, "#3E9296", 6.0)
    stubs = path(
        "M-4 -46H4L10 -32L5 -20L12 -4L5 10L11 26L5 40L9 64H-4L-11 50L-5 36L-12 20L-5 6L-10 -12L-4 -28Z",
        c.PAPER,
    )
    return cover + inside + stubs
