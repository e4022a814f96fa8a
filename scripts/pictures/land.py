"""Places: sky, land, village, city and rooms for scenes of 1200 x 800. People see the middle."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from random import Random

from . import palette as c
from .svg import (
    across,
    circle,
    dots,
    down,
    ellipse,
    faded,
    glow,
    group,
    num,
    path,
    rect,
    squash,
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
        f"M{x0 - 20} -10H{x1 + 20}V{num(y - 30)}Q{num((x0 + x1) / 2)} {num(y + 6)} {x0 - 20} {num(y - 30)}Z",
        "#2E7D4F",
    )
    return canopy + beam + bunches + leaves


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
