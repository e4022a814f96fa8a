"""Where people live: clay houses and poplars, high-rises."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from random import Random

from . import palette as c
from .land import poplar
from .svg import (
    across,
    circle,
    dots,
    down,
    ellipse,
    faded,
    group,
    num,
    path,
    rect,
    stroke,
)


def clay_house(x: float, y: float, w: float, h: float, door: str = c.SKY) -> str:
    """A flat-roofed clay house, lower left corner at (x, y)."""
    wall = rect(x, y - h, w, h, across("#EBCDA0", c.EARTH, "#C79A68"))
    roof = rect(x - w * 0.04, y - h - h * 0.1, w * 1.08, h * 0.12, "#B07F4D", 4.0)
    beams = dots(
        [(x + w * (0.08 + 0.14 * i), y - h + h * 0.08) for i in range(7)], c.WOOD_DARK, h * 0.06
    )
    dw = w * 0.22
    gate = path(
        f"M{num(x + w * 0.14)} {num(y)}V{num(y - h * 0.5)}Q{num(x + w * 0.14 + dw / 2)} {num(y - h * 0.7)} {num(x + w * 0.14 + dw)} {num(y - h * 0.5)}V{num(y)}Z",
        door,
    )
    pane = rect(x + w * 0.56, y - h * 0.64, w * 0.26, h * 0.3, door, 3.0) + rect(
        x + w * 0.59, y - h * 0.6, w * 0.2, h * 0.22, "#FFE9B0"
    )
    bars = stroke(f"M{num(x + w * 0.69)} {num(y - h * 0.6)}v{num(h * 0.22)}", door, w * 0.02)
    return wall + roof + beams + gate + pane + bars


def village(x: float, y: float, s: float = 1) -> str:
    """Clay houses between poplars, foot on y, about 420 wide."""
    trees = (
        poplar(-186, 0, 190)
        + poplar(-150, 0, 230)
        + poplar(52, -10, 250)
        + poplar(92, -8, 200)
        + poplar(206, 0, 220)
    )
    houses = (
        clay_house(-130, -18, 130, 92, c.TEAL)
        + clay_house(86, -10, 120, 88, c.CLAY)
        + clay_house(-24, 0, 150, 112)
    )
    return group(trees + houses, x, y, s)


def _windows(x: float, y: float, w: float, h: float, rng: Random, lit: str, dim: str) -> str:
    on, off = "", ""
    cols, rows = max(2, int(w / 26)), max(3, int(h / 34))
    for i in range(cols):
        for j in range(rows):
            px, py = x + w * (i + 0.22) / cols, y + h * (j + 0.25) / rows
            cell = f"M{num(px)} {num(py)}h{num(w / cols * 0.55)}v{num(h / rows * 0.48)}h{num(-w / cols * 0.55)}z"
            if rng.random() < 0.35:
                on += cell
            else:
                off += cell
    return "".join(path(d, tone) for d, tone in ((off, dim), (on, lit)) if d)


def tower(
    x: float, y: float, w: float, h: float, tones: tuple[str, str], seed: int = 1, top: str = "flat"
) -> str:
    """A high-rise, lower left corner at (x, y)."""
    light, dark = tones
    body = rect(x, y - h, w, h, across(light, dark))
    crown = ""
    if top == "spire":
        crown = path(
            f"M{num(x + w * 0.2)} {num(y - h)}L{num(x + w / 2)} {num(y - h - w * 0.5)}L{num(x + w * 0.8)} {num(y - h)}Z",
            dark,
        ) + stroke(f"M{num(x + w / 2)} {num(y - h - w * 0.4)}v{num(-w * 0.5)}", dark, 5)
    elif top == "step":
        crown = rect(x + w * 0.18, y - h - 28, w * 0.64, 30, light) + rect(
            x + w * 0.36, y - h - 50, w * 0.28, 24, dark
        )
    elif top == "round":
        crown = ellipse(x + w / 2, y - h, w / 2, w * 0.24, light)
    return (
        crown
        + body
        + _windows(
            x, y - h, w, h, Random(seed), "#FFE39A", "#DCECF5" if light > "#7" else "#7FA6C4"
        )
    )


DAY_TOWERS = (
    ("#8DB4CE", "#6E98B8"),
    ("#A9C4D6", "#86A8C0"),
    ("#6E98B8", "#527C9E"),
    ("#B9B3CC", "#938DB0"),
)


def city(x: float, y: float, s: float = 1, seed: int = 4) -> str:
    """High-rises of the city, foot on y, about 560 wide."""
    rng = Random(seed)
    plan = [
        (-280, 90, 210, "flat"),
        (-200, 80, 300, "step"),
        (-130, 110, 250, "flat"),
        (-34, 84, 400, "spire"),
        (40, 100, 290, "round"),
        (128, 78, 350, "step"),
        (196, 96, 230, "flat"),
    ]
    back = "".join(
        faded(rect(px + 34, -h * 0.86 - 30, w, h * 0.86 + 30, "#B7CCDA"), 0.8)
        for px, w, h, _ in plan
    )
    front = "".join(
        tower(px, 0, w, h, DAY_TOWERS[i % 4], rng.randrange(99), top)
        for i, (px, w, h, top) in enumerate(plan)
    )
    return group(back + front, x, y, s)


def gate(x: float, y: float, h: float = 280) -> str:
    """The blue double door of a courtyard, middle of its foot at (x, y)."""
    w = h * 0.62
    frame = rect(x - w / 2 - 14, y - h - 14, w + 28, h + 14, c.WOOD, 6.0)
    doors = rect(x - w / 2, y - h, w, h, down("#3C7FB8", c.SKY))
    panels = "".join(
        rect(x + dx, y - h + dy, w * 0.32, h * 0.34, "none", 5.0, stroke="#BFD9EA", stroke_width=5)
        for dx in (-w * 0.41, w * 0.09)
        for dy in (h * 0.1, h * 0.54)
    )
    return (
        frame
        + doors
        + panels
        + stroke(f"M{num(x)} {num(y - h)}V{num(y)}", "#174478", 5)
        + circle(x - 12, y - h * 0.48, 6, c.HONEY)
        + circle(x + 12, y - h * 0.48, 6, c.HONEY)
    )
