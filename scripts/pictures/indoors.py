"""Rooms, windows, tables, cloths and rugs of scenes."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .land import H, W
from .svg import (
    circle,
    dots,
    down,
    glow,
    num,
    path,
    rect,
    squash,
    stroke,
)


def room(tone: str = "#F6E3C3", floor: str = "#C99766", y: float = 560) -> str:
    """A plastered room with a skirting and a floor from y down."""
    return (
        rect(0, 0, W, y, down(tone, "#EFD5AC"))
        + rect(0, y, W, H - y, down(floor, "#A97544"))
        + rect(0, y - 12, W, 14, "#B98A55")
    )


def window(x: float, y: float, w: float, h: float, view: str = "") -> str:
    """A bright window around (x, y) with its light in the room; `view` fills the panes."""
    light = circle(x, y, w * 1.25, glow("#FFF4CF@0.9", "#FFF4CF@0.25", "#FFF4CF@0"))
    frame = rect(x - w / 2 - 16, y - h / 2 - 16, w + 32, h + 32, c.SKY, 8.0)
    panes = rect(x - w / 2, y - h / 2, w, h, down("#BFE3F2", "#FFF6DC")) + view
    bars = stroke(
        f"M{num(x)} {num(y - h / 2)}v{num(h)}M{num(x - w / 2)} {num(y - h * 0.12)}h{num(w)}",
        c.SKY,
        12,
    )
    sill = rect(x - w / 2 - 34, y + h / 2 + 10, w + 68, 22, c.WOOD, 6.0)
    return light + frame + panes + bars + sill


def table(y: float, x0: float = 0, x1: float = W, tone: str = "#B5793F") -> str:
    """A table top across the lower part from y, its front edge below."""
    top = rect(x0, y, x1 - x0, H - y, down("#CB935A", tone))
    edge = rect(x0, y, x1 - x0, 10, "#E3B37C")
    return top + edge


def cloth(
    y: float,
    h: float = 120,
    x0: float = 120,
    x1: float = 1080,
    tones: tuple[str, str] = (c.POMEGRANATE, "#86202A"),
) -> str:
    """An embroidered cloth lying on a table, seen from the front above."""
    d = f"M{x0 + 70} {y}H{x1 - 70}L{x1} {y + h}H{x0}Z"
    flowers = ""
    step = (x1 - x0 - 100) / 8
    for i in range(9):
        fx = x0 + 50 + step * i
        flowers += squash(
            dots([(0.0, -13.0), (13.0, 0.0), (0.0, 13.0), (-13.0, 0.0)], c.HONEY, 15)
            + circle(0, 0, 8, c.PAPER),
            fx,
            y + h - 26,
            1,
            0.6,
        )
    inner = stroke(
        f"M{x0 + 96} {y + 12}H{x1 - 96}M{x0 + 24} {y + h - 52}H{x1 - 24}M{x0 + 8} {y + h - 6}H{x1 - 8}",
        c.HONEY,
        5,
    )
    return path(d, down(*tones)) + inner + flowers


def rug(y: float, h: float, x0: float = 200, x1: float = 1000) -> str:
    """A felt rug on the floor with a row of diamonds."""
    d = f"M{x0 + 80} {y}H{x1 - 80}L{x1} {y + h}H{x0}Z"
    mid = y + h / 2
    diamonds = ""
    step = (x1 - x0 - 160) / 7
    for i in range(8):
        dx = x0 + 80 + step * i
        diamonds += f"M{num(dx)} {num(mid - h * 0.24)}l{num(step * 0.4)} {num(h * 0.24)}l{num(-step * 0.4)} {num(h * 0.24)}l{num(-step * 0.4)} {num(-h * 0.24)}z"
    fringe = stroke(
        "".join(f"M{num(x0 + 10 + i * (x1 - x0 - 20) / 40)} {num(y + h)}v12" for i in range(41)),
        c.PAPER,
        4,
    )
    return (
        fringe
        + path(d, down("#8E2F3A", "#6E1E28"))
        + path(diamonds, c.HONEY)
        + stroke(f"M{x0 + 96} {y + 12}H{x1 - 96}M{x0 + 18} {y + h - 14}H{x1 - 18}", c.APRICOT, 6)
    )
