"""Places: sky, land, village, city and rooms for scenes of 1200 x 800. People see the middle."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from random import Random

from . import palette as c
from .svg import (
    circle,
    dots,
    down,
    faded,
    glow,
    group,
    num,
    path,
    rect,
    stroke,
)

W, H = 1200, 800


def sky(*tones: str, high: float = H) -> str:
    return rect(0, 0, W, high, down(*(tones or ("#9CCBE2", "#CFE6F0", "#FBEBD0"))))


def sun(x: float, y: float, r: float, tone: str = "#FFD978") -> str:
    return circle(x, y, r * 3.4, glow(f"{tone}@0.75", f"{tone}@0.2", f"{tone}@0")) + circle(
        x, y, r, glow("#FFF3C6", "#FFE08A", tone)
    )


def cloud(x: float, y: float, s: float = 1, opacity: float = 0.85) -> str:
    shape = "M-70 20C-96 20 -98 -14 -68 -14C-64 -42 -22 -50 -8 -26C8 -44 44 -36 44 -12C76 -18 92 20 62 20Z"
    return faded(group(path(shape, "#FFFFFF"), x, y, s), opacity)


def mountains(
    y: float = 420, tone: str = "#8FA9C4", dark: str = "#7790AE", snow: bool = True
) -> str:
    """A far range whose feet stand on y."""
    ridge = [
        (-40, 60),
        (90, 190),
        (190, 110),
        (330, 250),
        (470, 120),
        (590, 200),
        (720, 110),
        (880, 265),
        (1010, 130),
        (1120, 215),
        (1240, 80),
    ]
    line = "L".join(f"{x} {num(y - h)}" for x, h in ridge)
    out = path(f"M-40 {y}L{line}L1240 {y}Z", down(tone, "#C9D4DE"))
    for x, h in ridge:
        if h < 180:
            continue
        top = y - h
        out += path(
            f"M{x} {num(top)}L{x + 74} {num(top + h * 0.62)}L{x + 30} {num(top + h * 0.5)}L{x + 22} {y}L{x - 10} {num(top + h * 0.55)}Z",
            dark,
            opacity=0.45,
        )
        if snow:
            out += path(
                f"M{x} {num(top)}L{x + 40} {num(top + 52)}L{x + 20} {num(top + 44)}L{x + 6} {num(top + 62)}L{x - 12} {num(top + 44)}L{x - 34} {num(top + 54)}Z",
                "#FFFFFF",
                opacity=0.95,
            )
    return out


def dune(
    x: float, y: float, w: float, h: float, light: str = "#F0C98A", dark: str = "#D79F5B"
) -> str:
    """One dune with a sharp crest: its sunny and its shaded side. Foot on y, middle at x."""
    left, right = x - w / 2, x + w / 2
    sunny = f"M{num(left)} {num(y)}C{num(x - w * 0.2)} {num(y - h * 0.2)} {num(x - w * 0.1)} {num(y - h)} {num(x + w * 0.04)} {num(y - h)}C{num(x + w * 0.2)} {num(y - h * 0.9)} {num(x + w * 0.24)} {num(y - h * 0.15)} {num(right)} {num(y)}Z"
    shade = f"M{num(x + w * 0.04)} {num(y - h)}C{num(x + w * 0.2)} {num(y - h * 0.9)} {num(x + w * 0.24)} {num(y - h * 0.15)} {num(right)} {num(y)}H{num(x - w * 0.06)}C{num(x + w * 0.1)} {num(y - h * 0.3)} {num(x - w * 0.04)} {num(y - h * 0.6)} {num(x + w * 0.04)} {num(y - h)}Z"
    return path(sunny, down("#F9DDAA", light)) + path(shade, dark, opacity=0.75)


def dunes(y: float = 470) -> str:
    """Three rows of dunes down to the lower edge; the farthest crest near y."""
    far = dune(240, y + 60, 620, 90, "#F0D2A0", "#DDB47C") + dune(
        860, y + 64, 760, 110, "#F0D2A0", "#DDB47C"
    )
    mid = (
        rect(0, y + 56, W, H - y, "#F0CB8E")
        + dune(560, y + 130, 900, 110)
        + dune(1150, y + 140, 640, 120)
    )
    return far + mid + dune(80, y + 150, 560, 100)


def hills(y: float, tone: str = "#D7A98C", dark: str = "#B98770") -> str:
    """Soft low hills before a morning sky, feet on y."""
    far = path(
        f"M-20 {y}V{y - 80}C200 {y - 150} 380 {y - 40} 560 {y - 70}C760 {y - 110} 960 {y - 170} 1220 {y - 60}V{y}Z",
        tone,
    )
    return far + path(
        f"M-20 {y}V{y - 30}C160 {y - 20} 300 {y - 90} 520 {y - 34}C760 {y + 10} 940 {y - 90} 1220 {y - 20}V{y}Z",
        dark,
    )


def ground(y: float, light: str = "#EBCB9B", dark: str = "#CFA36C") -> str:
    return rect(0, y, W, H - y, down(light, dark))


def poplar(x: float, y: float, h: float, tone: str = "#4E8F57", dark: str = "#2F6B43") -> str:
    """A slim poplar, foot at (x, y)."""
    w = h * 0.13
    crown = f"M{num(x)} {num(y - h)}C{num(x + w)} {num(y - h * 0.7)} {num(x + w * 1.2)} {num(y - h * 0.2)} {num(x)} {num(y - h * 0.1)}C{num(x - w * 1.2)} {num(y - h * 0.2)} {num(x - w)} {num(y - h * 0.7)} {num(x)} {num(y - h)}Z"
    half = f"M{num(x)} {num(y - h)}C{num(x + w)} {num(y - h * 0.7)} {num(x + w * 1.2)} {num(y - h * 0.2)} {num(x)} {num(y - h * 0.1)}C{num(x + w * 0.5)} {num(y - h * 0.4)} {num(x + w * 0.2)} {num(y - h * 0.7)} {num(x)} {num(y - h)}Z"
    return (
        stroke(f"M{num(x)} {num(y)}V{num(y - h * 0.3)}", c.WOOD, h * 0.03)
        + path(crown, tone)
        + path(half, dark, opacity=0.6)
    )


def poplars(y: float, spots: tuple[tuple[float, float], ...]) -> str:
    return "".join(poplar(x, y, h) for x, h in spots)


def wall(y: float, h: float, tone: str = "#E6C596", dark: str = "#D0A772") -> str:
    """A plastered courtyard wall across the whole width, standing on y."""
    rng = Random(2)
    body = rect(0, y - h, W, h, down(tone, dark))
    coping = rect(0, y - h - 14, W, 22, "#C1935D") + rect(
        0, y - h + 8, W, 6, "#A97A48", opacity=0.4
    )
    bricks = ""
    for _ in range(16):
        bx, by = rng.randrange(0, W), y - h + rng.uniform(30, h - 40)
        bricks += f"M{bx} {num(by)}h44M{bx + 18} {num(by + 16)}h44"
    return body + coping + faded(stroke(bricks, "#B98A55", 5), 0.45)


LEAF_SHAPE = "M0 26C-6 16 -26 20 -28 4C-20 2 -22 -12 -10 -12C-8 -22 8 -22 10 -12C22 -12 20 2 28 4C26 20 6 16 0 26Z"


def grapes(x: float, y: float, s: float = 1, tone: str = "#7A4A8C") -> str:
    spots = [
        (-20.0, 0.0),
        (0.0, 0.0),
        (20.0, 0.0),
        (-30.0, 15.0),
        (-10.0, 16.0),
        (10.0, 16.0),
        (30.0, 15.0),
        (-20.0, 31.0),
        (0.0, 32.0),
        (20.0, 31.0),
        (-10.0, 47.0),
        (10.0, 47.0),
        (0.0, 62.0),
    ]
    balls = dots(spots, tone, 24)
    shine = dots(
        [(dx - 4.0, dy - 4.0) for dx, dy in spots[::2]],
        "#D7B8E4" if tone.startswith("#7") else "#EAF3B8",
        5,
    )
    return group(stroke("M0 -8V-30", c.WOOD, 5) + balls + shine, x, y, s)


def vine(y: float = 96, x0: float = 0, x1: float = W, seed: int = 6) -> str:
    """A pergola beam with vine leaves and hanging grapes along the upper edge."""
    rng = Random(seed)
    beam = rect(x0 - 10, y - 8, x1 - x0 + 20, 20, c.WOOD) + "".join(
        rect(px, y - 90, 16, 92, c.WOOD_DARK) for px in range(int(x0) + 60, int(x1), 190)
    )
    bunches = "".join(
        grapes(px + rng.uniform(-20, 20), y + rng.uniform(34, 50), rng.uniform(0.8, 1.05), tone)
        for px, tone in zip(
            range(int(x0) + 90, int(x1), 170), ("#7A4A8C", "#8FAE3C") * 9, strict=False
        )
    )
    leaves = ""
    for px in range(int(x0) - 10, int(x1) + 30, 50):
        tone = rng.choice(("#3F8A4F", "#2E7D4F", "#57A05B", "#6FAE5A"))
        leaves += group(
            path(LEAF_SHAPE, tone),
            px + rng.uniform(-8, 8),
            y + rng.uniform(-34, 26),
            rng.uniform(1.1, 1.7),
            rng.uniform(-50, 50),
        )
    canopy = path(
        f"M{x0 - 20} -10H{x1 + 20}V{num(y - 12)}Q{num((x0 + x1) / 2)} {num(y + 20)} {x0 - 20} {num(y - 12)}Z",
        "#2E7D4F",
    )
    return canopy + beam + bunches + leaves


def warm_light(x: float, y: float, r: float, tone: str = "#FFE3A0") -> str:
    return circle(x, y, r, glow(f"{tone}@0.7", f"{tone}@0.25", f"{tone}@0"))


def waves(x: float, y: float, s: float = 1, turn: float = 0, tone: str = c.SKY) -> str:
    """Three arcs of sound leaving (x, y) to the right."""
    arcs = "".join(
        stroke(
            f"M{num(r * 0.72)} {num(-r * 0.7)}A{r} {r} 0 0 1 {num(r * 0.72)} {num(r * 0.7)}",
            tone,
            13,
            opacity=o,
        )
        for r, o in ((40, 1), (72, 0.75), (104, 0.5))
    )
    return group(arcs, x, y, s, turn)


def arc(
    x0: float, y0: float, x1: float, y1: float, lift: float, tone: str = c.CLAY, width: float = 9
) -> str:
    """A dashed way through the air, as a story's thread."""
    return stroke(
        f"M{x0} {y0}Q{num((x0 + x1) / 2)} {num(min(y0, y1) - lift)} {x1} {y1}",
        tone,
        width,
        stroke_dasharray="4 22",
    )
