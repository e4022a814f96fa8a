"""The nang, emblem of the kiosk: round, with a raised rim and stamped rings of pricks.
Drawn around (0, 0), about 86 in radius."""

from __future__ import annotations

import math
from random import Random

from .svg import circle, clip, dots, down, ellipse, faded, glow, group, num, path, squash, stroke

Point = tuple[float, float]


FRESH = ("#D98F3E", "#A9611F", "#E3A552", "#F6D08A")


def ring(radius: float, count: int, start: float = 0.0) -> list[Point]:
    """Points evenly on a circle."""
    turns = (start + math.tau * i / count for i in range(count))
    return [(radius * math.cos(t), radius * math.sin(t)) for t in turns]


def loaf_edge(radius: float, seed: int = 7) -> str:
    """A circle that a hand has shaped: almost round."""
    rng = Random(seed)
    count = 14
    points = [
        (x * (1 + rng.uniform(-0.016, 0.016)), y * (1 + rng.uniform(-0.016, 0.016)))
        for x, y in ring(radius, count)
    ]
    d = ""
    for i, (x, y) in enumerate(points):
        nx, ny = points[(i + 1) % count]
        mx, my = (x + nx) / 2, (y + ny) / 2
        d += f"M{num(mx)} {num(my)}" if i == 0 else f"Q{num(x)} {num(y)} {num(mx)} {num(my)}"
    x, y = points[0]
    mx, my = (x + points[1][0]) / 2, (y + points[1][1]) / 2
    return d + f"Q{num(x)} {num(y)} {num(mx)} {num(my)}Z"


def _petals(radius: float, count: int, size: float) -> str:
    d = ""
    for i in range(count):
        a = math.tau * i / count
        half = math.pi / count * 0.82
        sx, sy = radius * math.cos(a - half), radius * math.sin(a - half)
        ex, ey = radius * math.cos(a + half), radius * math.sin(a + half)
        tx, ty = (radius + size) * math.cos(a), (radius + size) * math.sin(a)
        d += f"M{num(sx)} {num(sy)}Q{num(tx)} {num(ty)} {num(ex)} {num(ey)}"
    return d


def _seeds(rng: Random, count: int) -> str:
    d = ""
    for i in range(count):
        a = math.tau * i / count + rng.uniform(-0.16, 0.16)
        r, lean = rng.uniform(67, 77), rng.uniform(0, math.tau)
        d += f"M{num(r * math.cos(a))} {num(r * math.sin(a))}"
        d += f"l{num(3.6 * math.cos(lean))} {num(3.6 * math.sin(lean))}"
    return group(stroke(d, "#8F5119", 4.4), 0, 1) + stroke(d, "#FFF1CF", 3.8)


def _rosette(radius: float, count: int, wide: float) -> str:
    """Pricks in little flowers, as the stamp of quills leaves them."""
    points: list[Point] = []
    for x, y in ring(radius, count, math.pi / count):
        points += [(x + dx, y + dy) for dx, dy in ring(wide, 6)]
    return dots(points, "#8E4F1C", 2.9)


def _crust(tones: tuple[str, str, str, str]) -> str:
    rim, edge, inner, floor = tones
    return (
        path(loaf_edge(86), glow(rim, rim, rim, rim, edge))
        + faded(stroke(loaf_edge(79), "#FFE3A6", 3.5), 0.5)
        + circle(0, 0, 61.5, edge)
        + circle(0, 1.2, 59.5, glow(floor, floor, inner))
    )


def nang(detail: bool = True) -> str:
    """A fresh nang seen from above. Without detail: fewer pricks, for many or small ones."""
    rng = Random(11)
    toast = "".join(
        ellipse(x, y, rng.uniform(9, 17), rng.uniform(6, 10), "#8A4A16", opacity=0.2)
        for x, y in ring(72, 7 if detail else 4, 0.4)
    )
    stamped = stroke(_petals(37, 8, 24), "#B06B2B", 2.6) + circle(
        0, 0, 34, "none", stroke="#B06B2B", stroke_width=2
    )
    pricks = dots(ring(54.5, 32 if detail else 20), "#8E4F1C", 3.6)
    pricks += dots(ring(27, 16 if detail else 10), "#8E4F1C", 3.6)
    pricks += dots([*ring(10, 6), (0.0, 0.0)], "#8E4F1C", 3.6)
    if detail:
        pricks += dots(ring(18.5, 11), "#8E4F1C", 3.0) + _rosette(43.5, 8, 4.6)
    shine = faded(stroke("M-52 -58A78 78 0 0 1 14 -77", "#FFF3D2", 7), 0.6)
    blush = ellipse(-10, -14, 34, 26, "#FFF0C4", opacity=0.35)
    crust = _crust(FRESH)
    return crust + blush + toast + stamped + pricks + _seeds(rng, 18 if detail else 9) + shine


def old_nang() -> str:
    """The same bread days later: grey, dull, cracked."""
    crust = _crust(("#A79883", "#75695A", "#B8AB97", "#CFC5B4"))
    pricks = dots([*ring(54, 24), *ring(38, 16), *ring(22, 10), (0.0, 0.0)], "#6B5F50", 3.4)
    crack = "M-86 -14L-58 -22L-44 -6L-18 -18L-2 4L22 -4L34 18L60 14L84 30"
    side = "M-2 4L-14 26L-2 42L-16 62L-8 86M22 -4L28 -30L16 -48L26 -84"
    cracks = stroke(crack, "#4B4034", 5) + stroke(side, "#4B4034", 3.6)
    mould = "".join(
        circle(x, y, r, "#7F8F7A", opacity=0.75)
        for x, y, r in ((-40, 40, 13), (-26, 48, 8), (46, -40, 11), (40, -52, 6))
    )
    return clip(loaf_edge(86), crust + pricks + mould + cracks)


def lying_nang(detail: bool = False, covered: bool = False) -> str:
    """A nang flat on a table: 172 wide, about 100 high. A covered one shows its rim only."""
    side = path("M-86 0A86 46 0 0 0 86 0V12A86 46 0 0 1 -86 12Z", down("#A9611F", "#7C4314"))
    top = path(loaf_edge(86), FRESH[0]) if covered else nang(detail)
    return side + squash(top, 0, 0, 1, 0.54)


def lying_old_nang() -> str:
    side = path("M-86 0A86 46 0 0 0 86 0V12A86 46 0 0 1 -86 12Z", down("#75695A", "#564C40"))
    return side + squash(old_nang(), 0, 0, 1, 0.54)


def served(x: float, y: float, s: float, bread: str) -> str:
    """A lying bread with its shadow, its middle at (x, y)."""
    shadow = ellipse(x, y + 34 * s, 94 * s, 36 * s, "#3A2413", opacity=0.28)
    return shadow + group(bread, x, y, s)


def nang_pile(count: int) -> str:
    """Nang on nang, the lowest at (0, 0)."""
    shifts = (0, 6, -4, 5, -6, 3)
    return "".join(
        group(lying_nang(covered=i < count - 1), shifts[i % 6], -19 * i) for i in range(count)
    )


def steam(x: float, y: float, size: float = 1.0) -> str:
    """Three soft curls rising from (x, y)."""
    curl = "M0 0C-16 -22 16 -36 0 -60C-14 -82 12 -94 2 -116"
    lines = "".join(
        group(stroke(curl, "#FFFFFF", 9), dx, dy) for dx, dy in ((-44, 0), (0, -14), (44, 0))
    )
    return faded(group(lines, x, y, size), 0.72)
