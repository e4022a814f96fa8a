"""Scenes of a store that grows: a feast, a film of the work, neighbours who help."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import indoors, land, money, people, tools
from . import palette as c
from .acting import holding, person
from .fluent import Fluent
from .nang import lying_nang, nang, nang_pile, served
from .scenes_village import courtyard
from .singles import Drawing, awning, plain
from .svg import circle, clip, down, faded, group, path, rect, stroke
from .vehicles import shadow


def scene_festival(fluent: Fluent) -> str:
    back = (
        land.sky("#F6C27A", "#FBDDA8", "#FFF1D2")
        + land.mountains(400, "#C9B6B4", "#B29C9E")
        + land.poplars(540, ((60, 340), (1140, 340)))
        + land.ground(530)
    )
    posts = rect(256, 150, 22, 500, c.WOOD) + rect(922, 150, 22, 500, c.WOOD)
    seller = person(
        people.BAKER, 600, 408, 1.0, "", (-120, 70), (120, 70), open_hands=True, bottom=140
    )
    counter = rect(236, 520, 728, 130, down("#C98F55", "#96602F")) + rect(
        216, 506, 768, 24, "#E3B37C", 8.0
    )
    wares = (
        group(nang_pile(6), 350, 484, 0.86)
        + group(nang_pile(3), 480, 486, 0.7)
        + fluent.icon("wrapped-gift", 760, 452, 110)
        + fluent.icon("tulip", 880, 450, 120)
    )
    lights = stroke("M40 70C300 130 900 130 1160 70", c.WOOD_DARK, 6) + "".join(
        fluent.icon("red-paper-lantern", x, y, 130)
        for x, y in ((130, 160), (346, 260), (854, 260), (1070, 160))
    )
    crowd = "".join(
        person(people.gazing(look, gaze, -3), x, y, 1.05)
        for look, x, y, gaze in (
            (people.GRANNY, 180, 640, 3),
            (people.BUYER, 420, 690, 2),
            (people.BUYER_MAN, 780, 690, -2),
            (people.GIRL, 1000, 660, -3),
        )
    )
    return (
        back
        + posts
        + seller
        + counter
        + wares
        + group(awning(780, 100, 9), 600, 110)
        + lights
        + crowd
    )


def _tag(coins: int, tone: str) -> str:
    """A price: one note and so many coins."""
    shape = "M-100 -6L-52 -62H90C98 -62 104 -58 104 -50V50C104 58 98 62 90 62H-52L-100 6C-104 2 -104 -2 -100 -6Z"
    return (
        path(shape, tone)
        + circle(-64, 0, 11, c.PAPER)
        + group(money.note(*money.GREEN_NOTE), 22, -20, 0.6)
        + "".join(group(money.coin(), -20 + i * 26, 36, 0.15) for i in range(coins))
    )


def scene_new_price() -> str:
    old = faded(group(_tag(5, "#CDBFA6"), 360, 270, 1.7, -8), 0.85) + stroke(
        "M210 380L520 170", c.POMEGRANATE, 22
    )
    new = group(_tag(2, c.HONEY), 840, 300, 2.1, -6)
    arrow = stroke("M540 300H620M592 268L626 300L592 332", c.LEAF, 18)
    bread = served(600, 620, 1.9, lying_nang(True))
    return (
        indoors.room("#F9E9CC", y=500)
        + land.warm_light(840, 300, 280, "#FFF3D0")
        + indoors.table(500)
        + indoors.cloth(540, 220, 120, 1080)
        + old
        + arrow
        + new
        + bread
    )


def scene_filming() -> str:
    oven = (
        land.warm_light(230, 500, 280, "#FFB347")
        + shadow(230, 640, 200, 24)
        + group(tools.oven(), 230, 480, 1.8)
    )
    baker = person(
        people.gazing(people.BAKER, 3),
        500,
        400,
        1.3,
        group(nang(False), 18, 96, 0.86),
        (-54, 116),
        (88, 116),
    )
    screen = (
        rect(-160, -100, 320, 200, "#F6E3C3")
        + group(people.body(people.BAKER, 200), -20, 0, 0.5)
        + group(nang(False), 34, 50, 0.36)
        + circle(100, -46, 11, c.POMEGRANATE)
    )
    phone = group(tools.phone(110, 190, group(screen, turn=90, s=0.8)), -104, 20, 1, -90)
    girl = person(people.gazing(people.GIRL, -4), 930, 440, 1.45, phone, (-150, 66), (-16, 40))
    return courtyard() + oven + shadow(500, 720, 160) + baker + girl


def scene_live(fluent: Fluent) -> str:
    screen = (
        rect(-200, -340, 400, 680, down("#FFF6DE", "#FBE9C6"))
        + group(people.body(people.with_mouth(people.BAKER, "open"), 300), 0, -20, 1.1)
        + group(nang(False), 0, 150, 0.8)
        + circle(104, -190, 16, c.POMEGRANATE)
    )
    phone = tools.phone(330, 560, screen)
    hearts = "".join(
        fluent.icon("red-heart", x, y, size)
        for x, y, size in ((830, 560, 60), (870, 440, 76), (820, 320, 64), (880, 200, 84))
    )
    faces = "".join(
        circle(x, y, 104, c.PAPER)
        + clip(
            f"M{x - 94} {y}A94 94 0 1 0 {x + 94} {y}A94 94 0 1 0 {x - 94} {y}Z",
            rect(x - 100, y - 100, 200, 200, c.SKY_LIGHT)
            + group(people.body(look, 200), x, y + 34, 0.82),
        )
        for look, x, y in (
            (people.BUYER, 230, 170),
            (people.BUYER_MAN, 170, 420),
            (people.TRAINER, 1040, 330),
        )
    )
    return (
        indoors.room("#F4DCC0", y=620)
        + land.warm_light(600, 380, 460, "#FFF6DE")
        + faces
        + hearts
        + holding(600, 390, 330, 560, phone, people.SELLER)
    )


def scene_too_many() -> str:
    few = shadow(220, 700, 110, 16, 0.3) + group(nang_pile(3), 220, 650, 1.0)
    wanted = "".join(
        shadow(x, y + 50, 96, 14, 0.25) + group(nang_pile(9), x, y, 0.9)
        for x, y in ((820, 590), (1000, 590), (750, 680), (1070, 680))
    )
    baker = person(
        people.gazing(people.with_mouth(people.BAKER, "flat"), 4, 1),
        430, 400, 1.4, "", (-104, 70), (112, 70), open_hands=True,
    )  # fmt: skip
    return (
        indoors.room("#F4E4C8", y=560)
        + indoors.window(160, 220, 170, 190)
        + baker
        + indoors.table(610)
        + few
        + wanted
    )


def scene_neighbours() -> str:
    granny = person(
        people.gazing(people.GRANNY, 2),
        250,
        400,
        1.2,
        group(nang(False), 10, 96, 0.8),
        (-62, 106),
        (80, 106),
    )
    father = person(
        people.gazing(people.FATHER, -2),
        950,
        400,
        1.2,
        group(nang(False), -10, 96, 0.8),
        (-80, 106),
        (62, 106),
    )
    baker = person(
        people.BAKER, 600, 370, 1.25, group(nang(False), 0, 92, 0.86), (-70, 104), (70, 104)
    )
    bench = rect(90, 620, 1020, 200, down("#C08A52", "#94602F")) + rect(
        70, 604, 1060, 26, "#D8A66C", 8.0
    )
    heaps = "".join(group(nang_pile(count), x, 580, 0.86) for x, count in ((140, 3), (1060, 3)))
    box = group(tools.open_box(tools.padding()), 600, 590, 0.9)
    return courtyard() + granny + father + baker + bench + heaps + box


SCENES: dict[str, Drawing] = {
    "scene-festival": scene_festival,
    "scene-new-price": plain(scene_new_price),
    "scene-filming": plain(scene_filming),
    "scene-live": scene_live,
    "scene-too-many": plain(scene_too_many),
    "scene-neighbours": plain(scene_neighbours),
}
