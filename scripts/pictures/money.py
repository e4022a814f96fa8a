"""Notes, coins, the purse and the price: plain shapes that imitate no real money."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .svg import (
    circle,
    dots,
    down,
    ellipse,
    faded,
    glow,
    group,
    path,
    rect,
    stroke,
)


def note(tone: str = "#C95A4A", light: str = "#F3C9B8", dark: str = "#8E2F2A") -> str:
    """A plain bank note: a coloured field, a circle, corner dots. No likeness to a real one."""
    return (
        rect(-86, -46, 172, 92, tone, 10.0)
        + rect(-77, -37, 154, 74, "none", 6.0, stroke=light, stroke_width=3)
        + circle(0, 0, 27, light)
        + circle(0, 0, 19, "none", stroke=dark, stroke_width=3.4)
        + circle(0, 0, 7, dark)
        + dots([(-58.0, -20.0), (58.0, 20.0), (58.0, -20.0), (-58.0, 20.0)], light, 13)
        + stroke("M-44 0H-36M36 0H44", light, 5)
    )


GREEN_NOTE = ("#5E8C5A", "#D6E6C6", "#2F5A34")
BLUE_NOTE = ("#4C7EA6", "#CFE2EE", "#234D70")
BROWN_NOTE = ("#A97B4C", "#F0DCB8", "#6A4420")
RED_NOTE = ("#C95A4A", "#F3C9B8", "#8E2F2A")


def coin() -> str:
    return (
        circle(0, 4, 82, "#B07A1C")
        + circle(0, 0, 82, glow("#FFE08A", "#F5BF3F", "#E0A02C"))
        + circle(0, 0, 66, "none", stroke="#C58A22", stroke_width=5)
        + path(
            "M0 -38C22 -26 30 -8 22 14C16 28 6 34 0 38C-6 34 -16 28 -22 14C-30 -8 -22 -26 0 -38Z",
            "#C58A22",
        )
        + stroke("M0 -30V34M0 -2L14 -14M0 12L-14 0", "#FFE08A", 4)
        + faded(stroke("M-56 -42A70 70 0 0 1 -10 -69", "#FFF6D8", 8), 0.9)
    )


def notes_heap(count: int, tone: tuple[str, str, str] = RED_NOTE) -> str:
    """Notes lying on each other, the lowest at (0, 0)."""
    tilt = (-4, 5, -2, 7, -6, 3, -3, 4)
    parts = []
    for i in range(count):
        flat = f'<g transform="translate({(i * 7) % 11 - 5} {-13 * i}) rotate({tilt[i % 8]}) scale(1 .6)">'
        parts.append(
            flat
            + rect(-86, -40, 172, 92, tone[2], 10.0)
            + (
                note(*tone)
                if i == count - 1
                else rect(-86, -46, 172, 92, tone[0], 10.0)
                + rect(-77, -37, 154, 74, "none", 6.0, stroke=tone[1], stroke_width=3)
            )
            + "</g>"
        )
    return "".join(parts)


def _flat_coin() -> str:
    face = ellipse(0, 0, 28, 16, "#F5BF3F") + ellipse(
        0, 0, 20, 11, "none", stroke="#C58A22", stroke_width=2.5
    )
    return ellipse(0, 5, 28, 16, "#B07A1C") + face + stroke("M0 -6V6", "#C58A22", 3)


def coins_heap(count: int) -> str:
    spots = [(-34, 0), (4, 6), (38, -2), (-14, -14), (20, -12), (2, -24)]
    return "".join(group(_flat_coin(), *spots[i % 6]) for i in range(count))


def purse(full: bool = True) -> str:
    """A stitched purse with a clasp; notes look out when it is full."""
    notes = ""
    if full:
        notes = group(note(*GREEN_NOTE), -24, -44, 0.62, -72) + group(
            note(*RED_NOTE), 16, -50, 0.66, -98
        )
    body = "M-62 -22H62C84 4 92 40 78 66C70 80 54 84 36 84H-36C-54 84 -70 80 -78 66C-92 40 -84 4 -62 -22Z"
    slack = "M-62 -4H62C80 18 88 46 78 66C70 80 54 84 36 80C14 72 -14 90 -36 82C-54 84 -70 80 -78 66C-88 46 -80 18 -62 -4Z"
    leather = path(body if full else slack, down(c.POMEGRANATE, "#7A1D26"))
    stitch = stroke("M-66 56C-50 72 50 72 66 56", c.HONEY, 4, stroke_dasharray="8 8")
    top = -24 if full else -8
    clasp = (
        rect(-68, top - 8, 136, 18, "#C9962A", 9.0)
        + circle(-9, top - 12, 10, c.HONEY)
        + circle(9, top - 12, 10, "#E0AE38")
    )
    flower = dots([(0.0, 22.0), (0.0, 50.0), (-14.0, 36.0), (14.0, 36.0)], c.HONEY, 15) + circle(
        0, 36, 8, c.PAPER
    )
    return notes + leather + stitch + flower + clasp


def price_tag() -> str:
    tag_shape = "M-84 -6L-36 -56H76C84 -56 88 -52 88 -44V44C88 52 84 56 76 56H-36L-84 6C-88 2 -88 -2 -84 -6Z"
    return (
        path(tag_shape, down(c.HONEY, "#E0A02C"))
        + circle(-50, 0, 12, c.PAPER)
        + stroke("M-50 0C-76 -40 -96 -30 -92 -70", c.CLAY, 5)
        + group(note(*RED_NOTE), 28, -18, 0.52)
        + group(coin(), 6, 28, 0.2)
        + group(coin(), 46, 28, 0.2)
    )
