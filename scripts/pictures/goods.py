"""What the village sells, each drawn around (0, 0) and about 170 wide."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from random import Random

from . import palette as c
from .svg import circle, clip, dots, down, ellipse, faded, glow, group, num, path, rect, stroke

EGG = "M0 -84C36 -84 64 -26 64 20C64 60 36 84 0 84C-36 84 -64 60 -64 20C-64 -26 -36 -84 0 -84Z"


def egg(shell: tuple[str, str] = ("#EDB27A", "#C9803F")) -> str:
    light, dark = shell
    speckles = [(30.0, 38.0), (38.0, 8.0), (-34.0, 46.0), (8.0, 62.0), (-44.0, 18.0), (20.0, -40.0)]
    return (
        path(EGG, glow("#F6CD9E", light, dark))
        + dots(speckles, "#A9652C", 4, opacity=0.45)
        + group(ellipse(0, 0, 13, 24, "#FFF3E0", opacity=0.75), -24, -30, turn=22)
    )


def family_mark(size: float = 1.0, colour: str = c.POMEGRANATE) -> str:
    """The red round mark of a family: a ring with a leaf in it."""
    leaf = "M-17 15C-22 -10 -4 -24 19 -21C22 4 6 22 -17 15Z"
    mark = (
        circle(0, 0, 36, "none", stroke=colour, stroke_width=6)
        + circle(0, 0, 28, "none", stroke=colour, stroke_width=2)
        + path(leaf, colour)
        + stroke("M-17 15L8 -10M-6 4L-8 -8M0 -2L12 0", "#F3C99B", 2.6)
    )
    return group(mark, s=size)


def stamped_egg() -> str:
    return egg() + group(family_mark(), 4, 22, turn=-8)


def broken_egg() -> str:
    cup = "M-70 -4L-50 12L-34 -12L-12 14L8 -12L28 14L48 -8L70 6C70 50 40 76 0 76C-40 76 -70 50 -70 -4Z"
    top = "M-64 -22L-46 -6L-30 -30L-8 -4L12 -30L32 -6L54 -32C44 -66 22 -84 -4 -82C-34 -80 -56 -52 -64 -22Z"
    spill = "M-84 82C-80 62 -40 66 -22 60C0 54 30 60 52 62C82 64 92 84 66 88C30 92 -30 92 -60 90C-76 89 -86 88 -84 82Z"
    return (
        path(spill, "#FBEFC9")
        + path(cup, glow("#F6CD9E", "#EDB27A", "#C9803F"))
        + ellipse(18, 74, 34, 15, "#F5A623")
        + ellipse(10, 70, 12, 4, "#FFD98A")
        + group(path(top, down("#F3C48F", "#D08A4A")), -8, -8, turn=-16)
        + group(ellipse(0, 0, 8, 16, "#FFF3E0", opacity=0.7), -38, -48, turn=24)
    )


def _bowl(colour: str, dark: str) -> str:
    body = "M-82 4H82C80 52 52 80 22 84H-22C-52 80 -80 52 -82 4Z"
    band = stroke("M-76 26C-40 36 40 36 76 26", c.PAPER, 4)
    zigzag = stroke(
        "M-70 42L-56 52L-42 44L-28 55L-14 46L0 57L14 46L28 55L42 44L56 52L70 42", c.HONEY, 4
    )
    return path(body, across_bowl(colour, dark)) + band + zigzag


def across_bowl(colour: str, dark: str) -> str:
    return down(colour, dark)


def _heap(rng: Random, tones: tuple[str, ...], size: float, rows: int, wide: float) -> str:
    parts = []
    for row in range(rows):
        half = wide * (row + 1.4) / (rows + 0.4)
        count = max(2, int(half * 2 / (size * 1.35)))
        for i in range(count + 1):
            x = -half + 2 * half * i / count + rng.uniform(-3, 3)
            y = -52 + row * (60 / rows) + abs(x) * 0.16 + rng.uniform(-3, 3)
            tone = rng.choice(tones)
            one = ellipse(0, 0, size, size * 0.72, tone) + stroke(
                f"M{-size * 0.5:.1f} -1Q0 {-size * 0.5:.1f} {size * 0.5:.1f} -1",
                "#FFFFFF",
                1.8,
                opacity=0.4,
            )
            parts.append(group(one, x, y, turn=rng.uniform(-50, 50)))
    return "".join(parts)


def raisins() -> str:
    """A blue bowl heaped with green and golden raisins."""
    tones = ("#A9B23C", "#C5B441", "#8FA032", "#D6A93A", "#B98A2C")
    return _heap(Random(3), tones, 12.5, 6, 74) + _bowl("#2E78A8", "#1C5680")


def jujubes() -> str:
    """A light bowl heaped with red dates."""
    tones = ("#A52A2A", "#8C1F24", "#B93A2B", "#7A181E")
    return _heap(Random(5), tones, 19, 4, 66) + _bowl("#E3B04B", "#B9822A")


def _apricot(x: float, y: float, s: float, turn: float) -> str:
    half = "M-24 2C-26 -14 -12 -21 2 -20C18 -19 27 -9 25 4C23 17 9 21 -4 20C-16 19 -23 13 -24 2Z"
    one = (
        group(path(half, "#8A3F0C", opacity=0.45), 1, 5)
        + path(half, glow("#FFC869", "#F59A2E", "#DF7212"))
        + path("M-14 1C-12 -8 8 -11 15 -3C12 7 -8 10 -14 1Z", "#D9690F", opacity=0.75)
        + stroke("M-19 -4C-16 -13 -6 -16 4 -15", "#FFE9BE", 3, opacity=0.85)
        + stroke("M-6 14Q2 16 10 13M18 -4L21 3", "#B9540C", 2, opacity=0.6)
    )
    return group(one, x, y, s, turn)


def dried_apricots() -> str:
    """A round wooden tray with orange halves, seen from above."""
    tray = circle(0, 4, 86, "#6A3E1E") + circle(0, 0, 86, "#B5793F") + circle(0, 0, 75, "#85502A")
    grain = faded(stroke("M-66 -30H60M-72 0H70M-64 34H66", "#6A3E1E", 3), 0.5)
    outer = "".join(
        _apricot(x, y, 1.02, t)
        for x, y, t in (
            (-4, -50, 10),
            (38, -34, 40),
            (52, 6, 80),
            (36, 42, -30),
            (-4, 54, 5),
            (-42, 38, 35),
            (-53, -2, 95),
            (-42, -38, -35),
        )
    )
    middle = _apricot(-16, -12, 1.06, 20) + _apricot(18, 6, 1.1, -25) + _apricot(-12, 22, 1.0, 60)
    return tray + grain + outer + middle


def _walnut(x: float, y: float, s: float, turn: float) -> str:
    shell = "M0 -44C30 -46 48 -22 46 4C44 32 24 46 0 46C-24 46 -44 32 -46 4C-48 -22 -30 -46 0 -44Z"
    grain = (
        "M-26 -26Q-34 -12 -26 2T-30 22M-14 -34Q-24 -16 -14 -2T-16 34"
        "M16 -34Q26 -16 16 0T18 32M28 -24Q36 -10 28 6T28 24"
    )
    one = (
        path(shell, glow("#E0B680", "#C8935A", "#96622F"))
        + stroke("M0 -44Q8 -20 0 0T0 46", "#7A4A20", 5)
        + stroke(grain, "#9A6632", 3.2)
        + stroke("M-24 -30Q-14 -38 -4 -38", "#F6DDB8", 4, opacity=0.8)
    )
    return group(one, x, y, s, turn)


def walnuts() -> str:
    half_shell = path("M-40 -8C-44 26 -22 40 0 40C22 40 44 26 40 -8Z", "#96622F") + ellipse(
        0, -8, 40, 18, "#E7C593"
    )
    kernel = path(
        "M-30 -8C-32 -22 -14 -24 -8 -16C-4 -24 8 -24 10 -16C18 -24 34 -20 30 -8C32 4 14 6 0 4C-14 6 -32 4 -30 -8Z",
        "#D59E5C",
    )
    lines = stroke("M0 -18V2M-18 -14Q-14 -6 -20 0M18 -14Q14 -6 20 0", "#A86F33", 3)
    return (
        _walnut(-36, -36, 0.98, -14)
        + _walnut(40, -30, 1.0, 16)
        + _walnut(-42, 40, 1.0, 8)
        + group(half_shell + kernel + lines, 42, 50, 1.02)
    )


def _diamond(x: float, top: float, half: float, deep: float) -> str:
    a, b = num(half), num(deep)
    return f"M{num(x)} {num(top)}l{a} {b}-{a} {b}-{a}-{b}z"


def atlas(x: float, y: float, w: float, h: float, tones: tuple[str, ...], bands: int = 8) -> str:
    """Stripes of ikat silk: each with flame-like edges and an eye in it."""
    step = w / bands
    parts = [rect(x, y, w, h, tones[0])]
    for i in range(bands):
        tone, eye = tones[(i + 1) % len(tones)], tones[(i + 3) % len(tones)]
        mid = x + (i + 0.5) * step
        rows = max(2, int(h / (step * 2.2)))
        tall = h / rows
        flames, eyes = "", ""
        for row in range(rows + i % 2):
            top = y + (row - 0.5 * (i % 2)) * tall
            flames += _diamond(mid, top, step * 0.46, tall * 0.5)
            eyes += _diamond(mid, top + tall * 0.3, step * 0.18, tall * 0.2)
        parts.append(path(flames, tone) + path(eyes, eye))
    return "".join(parts)


ATLAS_RED = (c.POMEGRANATE, c.HONEY, c.PAPER, c.TEAL, c.NIGHT)
ATLAS_GREEN = (c.LEAF, c.HONEY, c.PAPER, c.POMEGRANATE, c.NIGHT)
ATLAS_BLUE = (c.SKY, c.HONEY, c.PAPER, c.POMEGRANATE, c.NIGHT)


def quilt() -> str:
    """Folded cotton quilts, the upper one in ikat stripes."""
    fold = "M-84 0C-92 0 -92 36 -84 36H78C92 36 92 0 78 0Z"
    layers = ""
    for y, tone, edge in ((44, c.TEAL, "#0A4F52"), (8, c.HONEY, "#C9962A")):
        layers += group(
            path(fold, tone) + stroke("M-78 18H70", edge, 4, stroke_dasharray="10 9"), 0, y
        )
        layers += group(stroke("M-80 2C-74 10 -74 26 -80 34", edge, 4), 0, y)
    top = "M-66 -82H62C74 -82 78 -74 82 -60L90 -8C91 4 86 10 78 10H-80C-90 10 -92 2 -90 -8L-82 -64C-80 -76 -76 -82 -66 -82Z"
    cloth = clip(top, atlas(-92, -84, 184, 96, ATLAS_RED, 7))
    puff = faded(stroke("M-84 -34C-40 -22 40 -22 86 -34", "#FFFFFF", 5), 0.35)
    front = path("M-90 -6C-92 10 -88 16 -80 16H80C88 16 92 8 90 -6C60 2 -60 2 -90 -6Z", "#7E1D26")
    return (
        layers
        + cloth
        + puff
        + front
        + stroke("M-82 6C-40 12 40 12 82 6", c.HONEY, 3, stroke_dasharray="9 8")
    )


def badam(x: float, y: float, s: float, turn: float, tone: str = "#FFFFFF") -> str:
    """The almond of a doppa: a curled drop with a small one inside."""
    drop = "M-4 26C-24 22 -26 -8 -2 -22C8 -28 20 -24 22 -14C14 -18 8 -12 12 -2C18 12 12 28 -4 26Z"
    return group(
        path(drop, tone) + path("M-5 16C-14 12 -13 -3 -3 -9C0 0 6 12 -5 16Z", c.LEAF), x, y, s, turn
    )


def doppa(ground: tuple[str, str] = ("#1F5B43", "#123B2C"), tone: str = "#FFFFFF") -> str:
    """The four-cornered embroidered cap, one corner towards us."""
    left, right = ground
    crown_l = "M0 -74C-28 -70 -62 -56 -78 -38L-84 26C-60 44 -30 54 0 58Z"
    crown_r = "M0 -74C28 -70 62 -56 78 -38L84 26C60 44 30 54 0 58Z"
    band = (
        "M-84 24C-60 42 -30 52 0 56C30 52 60 42 84 24L86 50C60 68 30 78 0 82C-30 78 -60 68 -86 50Z"
    )
    trim = dots([(x, 66 - abs(x) * 0.32) for x in range(-72, 73, 16)], c.HONEY, 7)
    return (
        path(crown_l, left)
        + path(crown_r, right)
        + path(band, "#0D2A20")
        + trim
        + stroke("M0 -74V56", "#0D2A20", 4)
        + badam(-42, 0, 1.25, -14, tone)
        + f'<g transform="scale(-1 1)">{badam(-42, 0, 1.25, -14, tone)}</g>'
        + stroke(
            "M-70 -28C-50 -44 -26 -54 -8 -58M70 -28C50 -44 26 -54 8 -58",
            tone,
            3,
            stroke_dasharray="7 7",
        )
        + circle(0, -74, 6, c.HONEY)
    )


def honey_jar() -> str:
    """A glass jar of honey with a cloth cover and a dripping stick."""
    jar = "M-56 -34H56C68 -34 72 -24 72 -12V60C72 76 62 84 48 84H-48C-62 84 -72 76 -72 60V-12C-72 -24 -68 -34 -56 -34Z"
    fill = clip(
        jar,
        rect(-74, -14, 148, 100, down("#F7B52C", "#D9820F")) + ellipse(0, -14, 72, 9, "#FFD25E"),
    )
    cover = "M-64 -46C-70 -28 -66 -24 -54 -30C-46 -18 -34 -18 -26 -28C-16 -18 -6 -18 2 -28C12 -18 22 -18 30 -28C38 -18 50 -20 56 -30C68 -24 70 -30 64 -46C54 -70 30 -80 0 -80C-30 -80 -54 -70 -64 -46Z"
    return (
        path(jar, "#FFF3D0")
        + fill
        + path("M-60 0C-62 20 -62 50 -58 66", "none", stroke="#FFF6DC", stroke_width=7, opacity=0.7)
        + path(cover, down(c.POMEGRANATE, "#861F28"))
        + stroke("M-60 -42H60", c.HONEY, 7)
        + dots(
            [
                (-34.0, -60.0),
                (-12.0, -68.0),
                (12.0, -68.0),
                (34.0, -60.0),
                (0.0, -54.0),
                (-22.0, -52.0),
                (22.0, -52.0),
            ],
            c.PAPER,
            6,
        )
        + group(_bee(), 2, 38)
    )


def _bee() -> str:
    wings = ellipse(-10, -16, 11, 16, "#FFFFFF", opacity=0.9) + ellipse(
        12, -16, 11, 16, "#FFFFFF", opacity=0.9
    )
    body = clip(
        "M-28 4A28 19 0 0 1 28 4A28 19 0 0 1 -28 4Z",
        rect(-30, -20, 60, 50, c.HONEY) + stroke("M-12 -20V30M4 -20V30M20 -20V30", c.INK, 7),
    )
    return circle(0, 0, 36, c.PAPER) + wings + body + circle(-22, 1, 2.6, c.INK)
