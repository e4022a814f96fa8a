"""What lies on a head and what hangs behind it: hair, scarves, caps."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from collections.abc import Callable

from . import palette as c
from .goods import badam
from .looks import Look
from .svg import (
    circle,
    dots,
    path,
    stroke,
)


def _earrings(look: Look) -> str:
    return dots([(-51.0, 19.0), (51.0, 19.0)], look.trim, 9) + dots(
        [(-51.0, 28.0), (51.0, 28.0)], c.POMEGRANATE, 6
    )


def _short_hair(look: Look) -> str:
    d = "M-54 -6C-64 -62 -30 -84 4 -82C44 -80 62 -52 54 -6C50 -14 48 -26 44 -34C30 -30 4 -34 -12 -46C-22 -36 -36 -32 -44 -32C-48 -24 -50 -14 -54 -6Z"
    return path(d, look.hair)


def _woman_hair(look: Look) -> str:
    d = "M-53 8C-66 -50 -36 -82 2 -82C42 -82 66 -50 53 8C50 -8 46 -26 36 -36C12 -34 -4 -44 -12 -54C-18 -40 -36 -30 -42 -24C-48 -14 -50 -4 -53 8Z"
    return path(d, look.hair)


def _kerchief(look: Look) -> str:
    fringe = path(
        "M-49 -14C-48 -46 -28 -60 0 -56C28 -60 48 -46 49 -14C46 -30 26 -46 0 -48C-26 -46 -46 -30 -49 -14Z",
        look.hair,
    )
    top = "M-56 2C-66 -54 -40 -92 0 -92C40 -92 66 -54 56 2C53 -12 51 -26 45 -35C28 -58 -28 -58 -45 -35C-51 -26 -53 -12 -56 2Z"
    edge = [
        (-53.0, -18.0),
        (-48.0, -34.0),
        (-37.0, -47.0),
        (-23.0, -54.0),
        (-8.0, -57.5),
        (8.0, -57.5),
        (23.0, -54.0),
        (37.0, -47.0),
        (48.0, -34.0),
        (53.0, -18.0),
    ]
    flowers = [
        (-34.0, -64.0),
        (-12.0, -73.0),
        (12.0, -73.0),
        (34.0, -64.0),
        (-50.0, -50.0),
        (50.0, -50.0),
        (0.0, -84.0),
        (-24.0, -81.0),
        (24.0, -81.0),
    ]
    return (
        fringe
        + path(top, look.tone)
        + dots(edge, look.trim, 5.5)
        + dots(flowers, look.trim, 7)
        + dots(flowers, "#FFFFFF", 2.6)
    )


def _scarf(look: Look) -> str:
    outer = "M0 -92C46 -92 68 -54 63 -4C61 36 66 72 94 108C60 136 -60 136 -94 108C-66 72 -61 36 -63 -4C-68 -54 -46 -92 0 -92Z"
    hole = "M0 -56C-26 -56 -44 -38 -44 -8C-44 26 -26 59 0 59C26 59 44 26 44 -8C44 -38 26 -56 0 -56Z"
    folds = stroke(
        "M-52 -30C-58 0 -52 44 -32 68M52 -30C58 0 52 44 32 68M-34 74C-10 92 30 92 62 70M-56 82C-20 116 30 110 72 90",
        look.tone_dark,
        3.5,
    )
    rim = stroke(
        "M0 -56C-26 -56 -44 -38 -44 -8C-44 26 -26 59 0 59C26 59 44 26 44 -8C44 -38 26 -56 0 -56Z",
        look.tone_dark,
        3,
    )
    dotted = dots(
        [(-30.0, -66.0), (-10.0, -74.0), (10.0, -74.0), (30.0, -66.0), (-53.0, 20.0), (53.0, 20.0)],
        look.trim,
        5,
    )
    return path(outer + hole, look.tone, fill_rule="evenodd") + folds + rim + dotted


def doppa_on(look: Look) -> str:
    """The four-cornered cap on a head: crown, embroidered almonds, band."""
    left = path(
        "M-55 -30C-60 -56 -60 -70 -58 -80C-40 -94 -20 -100 0 -102V-44C-22 -46 -42 -40 -55 -30Z",
        look.tone,
    )
    right = path(
        "M55 -30C60 -56 60 -70 58 -80C40 -94 20 -100 0 -102V-44C22 -46 42 -40 55 -30Z",
        look.tone_dark,
    )
    band = path(
        "M-57 -24C-58 -32 -57 -36 -56 -40C-36 -52 36 -52 56 -40C57 -36 58 -32 57 -24C36 -40 -36 -40 -57 -24Z",
        look.trim,
    )
    stitches = dots(
        [
            (-46.0, -36.0),
            (-31.0, -40.5),
            (-15.5, -43.0),
            (0.0, -44.0),
            (15.5, -43.0),
            (31.0, -40.5),
            (46.0, -36.0),
        ],
        look.tone_dark,
        5,
    )
    almond = badam(-29, -68, 0.56, -10)
    return (
        left
        + right
        + stroke("M0 -100V-48", look.tone_dark, 3)
        + almond
        + f'<g transform="scale(-1 1)">{almond}</g>'
        + band
        + stitches
    )


def _cap(look: Look) -> str:
    crown = path("M-54 -34C-58 -78 -30 -92 0 -92C30 -92 58 -78 54 -34Z", look.tone)
    peak = path(
        "M-56 -36C-30 -46 30 -46 56 -36C66 -26 58 -20 48 -24C24 -34 -24 -34 -48 -24C-58 -20 -66 -26 -56 -36Z",
        look.tone_dark,
    )
    return crown + circle(0, -66, 12, look.trim) + peak


def _flatcap(look: Look) -> str:
    crown = path("M-54 -36C-70 -64 -38 -88 4 -86C46 -84 68 -62 54 -34Z", look.tone)
    peak = path("M-54 -38C-30 -50 30 -50 54 -36C46 -24 -46 -24 -54 -38Z", look.tone_dark)
    return crown + peak + circle(0, -84, 5, look.tone_dark)


def _toque(_look: Look) -> str:
    puff = (
        circle(-34, -78, 27, "#FFFFFF")
        + circle(34, -78, 27, "#FFFFFF")
        + circle(0, -90, 32, "#FFFFFF")
    )
    band = path("M-50 -32V-70H50V-32C30 -44 -30 -44 -50 -32Z", "#EFEBE2")
    return puff + band + stroke("M-22 -46V-64M0 -48V-66M22 -46V-64", "#D9D2C2", 3)


def behind(look: Look) -> str:
    """What hangs behind the neck: long hair, braids, the falling part of a scarf."""
    if look.cover == "kerchief":
        return path(
            "M-53 -20C-60 20 -56 60 -34 84H34C56 60 60 20 53 -20Z", look.tone_dark
        ) + stroke("M-46 30Q-40 58 -28 74M46 30Q40 58 28 74", look.tone, 3)
    if look.cover == "long":
        return path(
            "M-54 -30C-72 40 -70 84 -54 98C-20 104 20 104 54 98C70 84 72 40 54 -30Z", look.hair
        )
    if look.cover == "braids":
        braid = stroke("M-50 10C-64 40 -62 80 -56 116M50 10C64 40 62 80 56 116", look.hair, 18)
        return braid + dots([(-56.0, 112.0), (56.0, 112.0)], look.trim, 17)
    if look.cover == "bun":
        return circle(0, -84, 24, look.hair)
    return ""


def covered(look: Look) -> str:
    woman = _woman_hair(look)
    covers: dict[str, Callable[[Look], str]] = {
        "hair": _short_hair,
        "long": _woman_hair,
        "bun": _woman_hair,
        "kerchief": lambda who: _kerchief(who) + _earrings(who),
        "scarf": _scarf,
        "cap": lambda who: _short_sides(who) + _cap(who),
        "flatcap": lambda who: _short_sides(who) + _flatcap(who),
        "toque": lambda who: _short_sides(who) + _toque(who),
        "doppa": lambda who: (woman if who.woman else _short_sides(who)) + doppa_on(who),
        "braids": lambda who: woman + doppa_on(who) + _earrings(who),
    }
    return covers[look.cover](look)


def _short_sides(look: Look) -> str:
    return path(
        "M-53 2C-58 -30 -56 -50 -48 -52L-40 -40C-46 -30 -48 -14 -53 2ZM53 2C58 -30 56 -50 48 -52L40 -40C46 -30 48 -14 53 2Z",
        look.hair,
    )
