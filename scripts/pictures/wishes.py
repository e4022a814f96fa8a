"""What a family saves for, where money is kept, and who lends some. Drawn around (0, 0)."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .fluent import Fluent
from .goods import atlas
from .money import coin
from .singles import Drawing, figure, own
from .svg import circle, clip, down, ellipse, faded, group, path, rect, stroke


def _refrigerator() -> str:
    shade = ellipse(0, 90, 64, 7, "#D9C7A3")
    feet = rect(-46, 82, 16, 10, "#6F7380", 3.0) + rect(30, 82, 16, 10, "#6F7380", 3.0)
    body = rect(
        -56, -92, 112, 178, down("#F4F8FA", "#CBD8DE"), 14.0, stroke="#9FB1BA", stroke_width=4
    )
    side = clip("M-56 -92H56V86H-56Z", rect(34, -92, 24, 178, "#B7C7CF", 10.0, opacity=0.5))
    gap = stroke("M-54 -28H54", "#9FB1BA", 5)
    handles = stroke("M-38 -66V-42M-38 -14V24", "#7E8F98", 9)
    picture = rect(-4, 2, 34, 30, c.PAPER, 4.0) + circle(13, 17, 9, c.APRICOT)
    return shade + feet + body + side + gap + handles + picture + circle(13, -60, 8, c.POMEGRANATE)


def _sewing_machine() -> str:
    cloth = clip(
        "M-94 34C-70 30 -50 36 -34 34V46H-94Z",
        atlas(-94, 28, 64, 20, (c.POMEGRANATE, c.HONEY, c.TEAL)),
    )
    bench = rect(-90, 44, 180, 20, down(c.WOOD, c.WOOD_DARK), 6.0)
    legs = stroke("M-66 64L-74 92M66 64L74 92", c.WOOD_DARK, 11)
    arm = path(
        "M70 44H16V6C16 0 12 -4 6 -4H-44V16H-72V-14C-72 -32 -62 -42 -44 -42H44C60 -42 70 -32 70 -16Z",
        down("#454068", c.NIGHT),
    )
    gold = stroke("M-40 -24H30C44 -24 52 -18 52 -6V26", c.HONEY, 5)
    spool = rect(-18, -64, 24, 22, c.POMEGRANATE, 4.0) + rect(-22, -68, 32, 7, "#E3C79A", 3.0)
    thread = stroke("M-18 -56L-58 -38V18", c.POMEGRANATE, 3)
    needle = stroke("M-58 16V40", c.STEEL, 6)
    wheel = circle(78, -14, 18, c.NIGHT) + circle(78, -14, 9, c.STEEL)
    return legs + bench + cloth + arm + gold + spool + thread + needle + wheel


def _jar() -> str:
    """Money that is put aside, in a glass that one can look into."""
    glass = "M-52 -44C-62 -34 -66 -24 -66 -10V66C-66 80 -56 88 -44 88H44C56 88 66 80 66 66V-10C66 -24 62 -34 52 -44Z"
    spots = [(-34, 66), (2, 70), (36, 64), (-20, 40), (20, 40), (-2, 14)]
    money = "".join(group(coin(), x, y, 0.28) for x, y in spots)
    light = faded(stroke("M-50 -6V52", "#FFFFFF", 9), 0.8)
    inside = path(glass, "#CFE6F0", opacity=0.75) + clip(glass, money) + light
    edge = stroke(glass, "#8FB6C8", 5)
    lid = rect(-58, -66, 116, 24, down("#C98A4B", "#9A6230"), 8.0)
    return inside + edge + lid


def _bank(fluent: Fluent) -> str:
    """A bank as everywhere, with the kiosk's coin where others have the sign of their money."""
    house = fluent.icon("bank", 100, 100, 172, swaps={"#d3d3d3": "#E9D9B8", "#e6e6e6": "#F6ECD6"})
    return house + group(coin(), 100, 55, 0.37)


WISHES: dict[str, Drawing] = {
    "refrigerator": own(_refrigerator),
    "electric-bicycle": figure("motor-scooter"),
    "sewing-machine": own(_sewing_machine),
    "school-bag": figure("backpack"),
    "warm-coat": figure(
        "coat", hffdea7="#2F6E73", hf3c07b="#3E858A", hf3ad61="#1F4F54", he19747="#173F43"
    ),
    "savings-jar": own(_jar, 0.98, -4),
    "bank": _bank,
}
