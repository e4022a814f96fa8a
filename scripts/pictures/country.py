"""The country between the desert and the sea, seen from above: what parcels travel over.

A picture of the way and no map to measure on: no borders, only what a traveller would name. West
is left; a place at (longitude, latitude) stands at `spot`.
"""

from __future__ import annotations

from . import palette as c
from .fluent import Fluent
from .singles import Drawing
from .svg import circle, dots, down, ellipse, group, path, rect, stroke

W, H = 960, 640
WEST, EAST, NORTH, SOUTH = 76.0, 126.0, 47.0, 18.2
SCALE = 1.25

LAND, MEADOW, SEA = "#EBD7A8", "#CFE0AE", "#A9D3E6"
ROCK, ROCK_DARK, SNOW = "#B89A7C", "#94785E", "#FFFFFF"


def spot(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place stands on the picture."""
    return (
        (longitude - WEST) / (EAST - WEST) * W,
        (NORTH - latitude) / (NORTH - SOUTH) * H,
    )


def _line(*places: tuple[float, float]) -> str:
    """A smooth way through the places (Catmull-Rom as Bezier curves)."""
    points = [spot(*place) for place in places]
    ends = [points[0], *points, points[-1]]
    d = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(
        ends, ends[1:], ends[2:], ends[3:], strict=False
    ):
        d += (
            f"C{bx + (cx - ax) / 6:.0f} {by + (cy - ay) / 6:.0f}"
            f" {cx - (dx - bx) / 6:.0f} {cy - (dy - by) / 6:.0f} {cx:.0f} {cy:.0f}"
        )
    return d


def _sea() -> str:
    coast = (
        "M960 0H846C838 60 826 96 806 128C790 150 760 158 764 176C776 190 806 172 838 178"
        "C864 184 842 214 838 236C850 262 884 296 892 332C898 372 872 412 852 446"
        "C820 488 770 520 716 536C676 546 644 552 626 640H960Z"
    )
    foam = stroke(coast.split("H960Z")[0].replace("M960 0H846", "M846 0"), "#DDF0F7", 10)
    ripples = "".join(
        stroke(f"M{x} {y}q9 -7 18 0q9 7 18 0", "#8CC3DB", 4)
        for x, y in ((880, 150), (900, 240), (905, 420), (800, 560), (896, 530), (720, 572))
    )
    return path(coast, down("#B5DBEB", "#8FC6DF")) + foam + ripples


def _meadows() -> str:
    east = (
        "M846 0C838 60 826 96 806 128C790 150 760 158 764 176C776 190 806 172 838 178"
        "C864 184 842 214 838 236C850 262 884 296 892 332C898 372 872 412 852 446"
        "C820 488 770 520 716 536C676 546 644 552 626 640H460C474 540 500 470 496 410"
        "C500 340 560 300 590 250C620 190 690 120 700 60C706 30 716 10 724 0Z"
    )
    return path(east, down("#D6E3AE", "#BBD79C"))


def _peak(x: float, y: float, s: float = 1) -> str:
    rock = path("M-34 26L-6 -26Q0 -34 6 -26L34 26Z", ROCK)
    shade = path("M0 -32Q4 -30 6 -26L34 26H8Q-6 0 0 -32Z", ROCK_DARK)
    snow = path("M-14 -10L-6 -26Q0 -34 6 -26L15 -9L7 -14L0 -6L-7 -13Z", SNOW)
    return group(rock + shade + snow, x, y, s)


def _mountains() -> str:
    north = ((30, 92), (78, 76), (126, 64), (262, 40), (310, 52), (356, 66))
    south = ((34, 250), (78, 262), (122, 252), (168, 264), (214, 256), (260, 268), (306, 262),
             (352, 276), (396, 270))  # fmt: skip
    high = ((92, 352), (140, 366), (190, 352), (300, 360), (348, 374), (398, 360), (232, 446),
            (280, 458), (330, 446), (104, 480), (152, 494), (380, 530), (428, 516))  # fmt: skip
    return (
        "".join(_peak(x, y, 0.8) for x, y in high)
        + "".join(_peak(x, y, 1.05) for x, y in south)
        + "".join(_peak(x, y, 1.05) for x, y in north)
    )


def _desert() -> str:
    sand = ellipse(170, 172, 176, 58, "#F3CE8C")
    crests = "".join(
        stroke(f"M{x} {y}q20 -17 40 0q-16 -3 -24 6", "#DDAE66", 5)
        for x, y in (
            (44, 168), (96, 152), (92, 190), (150, 170), (152, 206), (210, 154), (214, 190),
            (268, 174), (274, 206),
        )
    )  # fmt: skip
    return sand + crests


def _rivers() -> str:
    yellow = _line((96, 34.6), (101, 36), (104, 36.2), (106.5, 38.5), (108.5, 40.7), (111, 40.3),
                   (110.6, 35.2), (114.5, 35), (117.5, 37.2), (119, 37.6))  # fmt: skip
    long = _line((96, 33), (99.5, 29), (102, 26.6), (104.6, 28.8), (107, 29.8), (111, 30.6),
                 (114.3, 30.6), (117, 31), (119, 32.2), (121.6, 31.7))  # fmt: skip
    return stroke(yellow, "#E8C877", 8) + stroke(long, "#8CC3DB", 8)


def _green() -> str:
    trees = ((770, 40), (806, 56), (640, 330), (668, 344), (590, 470), (616, 486), (644, 470),
             (790, 420), (816, 404), (560, 556), (590, 544), (800, 250), (560, 330))  # fmt: skip
    return "".join(
        circle(x, y - 10, 13, "#8DBB6E") + circle(x + 14, y - 2, 10, "#7BAD5E")
        + rect(x - 2, y, 4, 12, c.WOOD) for x, y in trees
    )  # fmt: skip


def _roads() -> str:
    main = _line((82.5, 40.9), (86.1, 41.7), (87.6, 43.8), (93.5, 42.8), (98.5, 39.7), (103.8, 36),
                 (108.9, 34.3))  # fmt: skip
    branches = (
        _line((108.9, 34.3), (112.5, 37.8), (116.4, 39.9))
        + _line((108.9, 34.3), (113.6, 34.7), (118.8, 32), (121.5, 31.2))
        + _line((103.8, 36), (104, 30.7))
        + _line((113.6, 34.7), (114.3, 30.6), (113, 28.2), (113.3, 23.1))
    )
    return stroke(branches, "#FFF6E2", 9) + stroke(main, "#FFF6E2", 11)


def country(_fluent: Fluent) -> str:
    """Desert and mountains, rivers, green land, sea, and the roads between the cities."""
    grain = dots(((x, y) for x in range(20, 460, 46) for y in (140, 214, 300)), "#E2C48A", 4)
    drawn = (
        rect(0, 0, W, H, LAND)
        + _meadows()
        + _sea()
        + _desert()
        + grain
        + _rivers()
        + _mountains()
        + _green()
        + _roads()
    )
    return group(drawn, s=SCALE)


SCENES: dict[str, Drawing] = {"scene-country": country}
