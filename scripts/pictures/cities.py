"""One landmark for each city a parcel may go to: 200 x 200, no ground."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import land, town
from . import palette as c
from .singles import Drawing, own
from .svg import circle, dots, down, ellipse, glow, group, path, rect, stroke

GROUND = ellipse(0, 80, 88, 11, "#C9BFA9")


def _towers(*plan: tuple[float, float, float, int]) -> str:
    return "".join(town.tower(x, 80, w, h, town.DAY_TOWERS[k], 3 + k) for x, w, h, k in plan)


def beijing() -> str:
    """A round hall with three blue roofs."""
    roofs = ""
    for y, half, tall in ((-46, 32, 30), (-8, 48, 26), (28, 64, 24)):
        roofs += rect(-half * 0.66, y, half * 1.32, 24, down("#C8453A", "#97302A"))
        roofs += stroke(
            f"M{-half * 0.5} {y + 4}V{y + 22}M0 {y + 4}V{y + 22}M{half * 0.5} {y + 4}V{y + 22}",
            c.HONEY,
            4,
        )
        roofs += path(
            f"M{-half} {y + 4}C{-half * 0.5} {y - 4} -14 {y - tall} 0 {y - tall}C14 {y - tall} {half * 0.5} {y - 4} {half} {y + 4}Z",
            down("#3F72B5", "#234F8C"),
        )
        roofs += stroke(f"M{-half + 2} {y + 4}H{half - 2}", c.HONEY, 4)
    steps = rect(-70, 52, 140, 12, "#EFE9DC", 3.0) + rect(-82, 64, 164, 14, "#DDD5C4", 3.0)
    return GROUND + steps + roofs + circle(0, -80, 8, c.HONEY)


def shanghai() -> str:
    """The tower of pearls between high-rises."""
    legs = stroke("M0 80V-84M-24 80L-4 10M24 80L4 10", "#B9576F", 7)
    pearls = (
        circle(0, 26, 24, glow("#F29BB0", "#C85673"))
        + circle(0, -30, 17, glow("#F29BB0", "#C85673"))
        + circle(0, -62, 7, "#C85673")
    )
    return (
        GROUND
        + _towers((-84, 34, 92, 0), (-46, 26, 124, 1), (30, 28, 136, 2), (60, 28, 100, 3))
        + legs
        + pearls
    )


def xian() -> str:
    """A gate tower on the city wall."""
    wall = path("M-88 80V26H88V80H26V62A26 26 0 0 0 -26 62V80Z", down("#A79A8A", "#857868"))
    teeth = "".join(rect(x, 14, 14, 14, "#A79A8A") for x in range(-88, 80, 24))
    hall = rect(-52, -18, 104, 34, "#A8382F") + stroke(
        "M-36 -14V14M-12 -14V14M12 -14V14M36 -14V14", c.HONEY, 5
    )
    roof = path(
        "M-84 -14C-60 -20 -46 -32 -40 -40H40C46 -32 60 -20 84 -14L72 -10H-72Z",
        down("#4F7A63", "#2F5645"),
    )
    upper = rect(-34, -58, 68, 20, "#A8382F") + path(
        "M-62 -54C-44 -60 -30 -72 -26 -80H26C30 -72 44 -60 62 -54L52 -50H-52Z",
        down("#4F7A63", "#2F5645"),
    )
    return GROUND + wall + teeth + hall + roof + upper


def chengdu() -> str:
    """A panda between bamboo."""
    bamboo = stroke("M-72 80V-70M-52 80V-40M70 80V-60", "#5E9E58", 11) + stroke(
        "M-78 20H-66M-78 -26H-66M-58 30H-46M64 10H76M64 -26H76", "#3E7A42", 4
    )
    leaves = "".join(
        group(path("M0 0C14 -12 34 -12 44 0C34 10 14 10 0 0Z", "#4E8F57"), x, y, 0.7, t)
        for x, y, t in ((-70, -60, -20), (-50, -30, 20), (68, -50, 200), (68, -20, 160))
    )
    ears = circle(-34, -44, 18, c.INK) + circle(34, -44, 18, c.INK)
    body = ellipse(0, 56, 46, 30, c.INK) + ellipse(0, 62, 30, 20, "#FFFFFF")
    head = ellipse(0, -6, 52, 46, "#FFFFFF", stroke="#D9D4CA", stroke_width=2)
    eyes = (
        group(ellipse(0, 0, 12, 16, c.INK), -21, -8, turn=28)
        + group(ellipse(0, 0, 12, 16, c.INK), 21, -8, turn=-28)
        + dots([(-19.0, -9.0), (19.0, -9.0)], "#FFFFFF", 7)
    )
    nose = ellipse(0, 13, 8, 5.5, c.INK) + stroke("M-12 24Q0 32 12 24", c.INK, 4)
    return GROUND + bamboo + leaves + body + ears + head + eyes + nose


def guangzhou() -> str:
    """The slender twisted tower."""
    slim = "M-24 80C-6 30 -6 -10 -16 -56H16C6 -10 6 30 24 80Z"
    mesh = stroke(
        "M-20 70L9 10M20 70L-9 10M-7 8L12 -50M7 8L-12 -50M-18 60H18M-9 26H9M-7 -10H7M-12 -36H12",
        "#F6D7E6",
        3,
    )
    return (
        GROUND
        + _towers((-86, 32, 84, 1), (-50, 24, 108, 0), (34, 26, 96, 3), (62, 28, 72, 2))
        + path(slim, down("#D3558E", "#7A4FA0"))
        + mesh
        + stroke("M0 -56V-92", "#7A4FA0", 5)
    )


def urumqi() -> str:
    """High-rises under a snowy peak."""
    peak = path("M-90 70L-30 -66L-2 -20L24 -60L90 70Z", down("#8FA9C4", "#B9CBDA"))
    snow = path(
        "M-30 -66L-50 -22L-36 -32L-26 -18L-14 -34L-9 -31ZM24 -60L8 -34L20 -26L30 -36L44 -22Z",
        "#FFFFFF",
    )
    return (
        GROUND
        + peak
        + snow
        + _towers((-70, 28, 64, 0), (-36, 30, 96, 2), (2, 26, 74, 3), (34, 32, 54, 1))
        + land.poplar(80, 82, 66)
    )


def korla() -> str:
    """A town by the river, known for its pears."""
    town = _towers((-84, 28, 70, 0), (-50, 26, 104, 1), (54, 28, 82, 2))
    river = path("M-90 66C-40 54 30 84 92 64C92 84 60 92 0 92C-60 92 -92 84 -90 66Z", "#6DB1D0")
    pear = path(
        "M12 -66C30 -66 34 -44 36 -24C40 -4 62 4 60 38C58 66 36 76 10 76C-16 76 -38 66 -40 38C-42 4 -18 -4 -14 -24C-12 -44 -6 -66 12 -66Z",
        glow("#F0E58A", "#CFCB56", "#9DA83A"),
    )
    stem = stroke("M12 -64Q12 -80 24 -88", c.WOOD, 7) + group(
        path("M0 0C14 -14 34 -12 44 0C34 12 14 12 0 0Z", c.LEAF), 18, -76, 0.9, 8
    )
    return (
        GROUND
        + river
        + town
        + pear
        + stem
        + stroke("M-22 26C-22 8 -8 2 -4 -16", "#FBF6C4", 7, opacity=0.8)
    )


CITIES: dict[str, Drawing] = {
    "city-beijing": own(beijing),
    "city-shanghai": own(shanghai),
    "city-xian": own(xian),
    "city-chengdu": own(chengdu),
    "city-guangzhou": own(guangzhou),
    "city-urumqi": own(urumqi),
    "city-korla": own(korla),
}
