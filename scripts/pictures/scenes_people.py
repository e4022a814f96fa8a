"""Scenes of money and of people together."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import indoors, land, money, people, tools, town
from . import palette as c
from .acting import person, reach
from .fluent import Fluent
from .nang import lying_nang, nang, served
from .scenes_village import courtyard
from .singles import Drawing, plain
from .svg import circle, ellipse, group, path, rect, squash, stroke
from .vehicles import lorry, shadow


def scene_paid() -> str:
    back = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(420, "#A9BFD2", "#90AAC3")
        + town.city(960, 470, 0.62)
        + land.dunes(440)
        + town.village(200, 540, 0.86)
    )
    seller = person(
        people.SELLER, 460, 408, 1.46, group(money.purse(), 52, 116, 0.92), (-24, 150), (122, 130)
    )
    notes = "".join(
        group(money.note(*tone), x, y, s, t)
        for x, y, s, t, tone in (
            (920, 250, 0.46, 14, money.RED_NOTE),
            (800, 218, 0.58, -12, money.GREEN_NOTE),
            (690, 276, 0.7, 16, money.RED_NOTE),
            (640, 400, 0.78, -18, money.BLUE_NOTE),
        )
    )
    return (
        back
        + land.warm_light(540, 520, 300)
        + seller
        + land.arc(950, 330, 560, 500, 190, c.HONEY, 9)
        + notes
    )


def scene_three_heaps() -> str:
    back = indoors.room("#F8E6C6", y=400) + indoors.window(600, 186, 190, 170) + indoors.table(400)
    parts = ""
    plan = (
        (300, c.APRICOT, money.RED_NOTE, 4),
        (600, c.SKY_LIGHT, money.BLUE_NOTE, 3),
        (900, "#CFE5D3", money.GREEN_NOTE, 6),
    )
    for x, tone, notes, count in plan:
        parts += ellipse(x, 610, 140, 62, tone) + ellipse(
            x, 610, 140, 62, "none", stroke="#FFFFFF", stroke_width=5, opacity=0.7
        )
        parts += (
            shadow(x, 434, 110, 20, 0.28)
            + group(money.notes_heap(count, notes), x, 400, 1.18)
            + group(money.coins_heap(4), x + 92, 452, 0.9)
        )
    signs = (
        group(tools.sack(), 300, 580, 0.86)
        + squash(lorry(), 600, 640, 0.66, 0.72)
        + group(money.purse(), 900, 586, 0.84)
    )
    return back + parts + signs


def scene_price_tag() -> str:
    back = indoors.room("#F9E9CC", y=440) + indoors.window(990, 230, 200, 200)
    front = indoors.table(440) + indoors.cloth(470, 240, 60, 1140)
    bread = served(490, 570, 2.2, lying_nang(True))
    tag = group(money.price_tag(), 745, 430, 2.0, -8)
    seller = person(
        people.gazing(people.SELLER, 3, 2), 330, 350, 1.22, "", None, (168, 20), open_hands=True
    )
    return back + seller + front + bread + tag


def scene_welcome() -> str:
    tablet = (
        rect(-150, -100, 300, 200, c.NIGHT, 22.0)
        + rect(-132, -84, 264, 168, c.PAPER, 10.0)
        + group(nang(False), -58, -6, 0.66)
        + circle(62, -26, 32, c.SKY)
        + path("M50 -32H58L70 -42V-10L58 -20H50Z", c.PAPER)
        + rect(16, 26, 96, 38, c.LEAF, 19.0)
    )
    old = person(people.gazing(people.GRANDPA, 3, 3), 270, 372, 1.12)
    mother = person(people.gazing(people.BAKER, 2, 3), 452, 330, 1.12)
    teacher = person(people.gazing(people.TRAINER, -2, 3), 748, 330, 1.12)
    granny = person(people.gazing(people.GRANNY, -3, 3), 930, 380, 1.12)
    girl = person(people.GIRL, 600, 330, 0.98, bottom=220)
    slab = group(tablet, 600, 566, 1.16)
    hands = reach(people.GRANDPA, 270, 372, 1.12, 1, (146, 158)) + reach(
        people.GRANNY, 930, 380, 1.12, -1, (-146, 150)
    )
    return (
        courtyard()
        + land.vine(120)
        + mother
        + teacher
        + girl
        + old
        + granny
        + indoors.rug(640, 160, 60, 1140)
        + shadow(600, 690, 190, 18, 0.35)
        + slab
        + hands
    )


def scene_help() -> str:
    back = (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(602, 210, 130, 130)
        + indoors.rug(640, 150, 100, 1100)
    )
    asks = person(
        people.gazing(people.with_mouth(people.SELLER, "open"), 3),
        365,
        410,
        1.45,
        "",
        (-40, 90),
        (112, 64),
        open_hands=True,
    )
    hears = person(
        people.gazing(people.TRAINER, -3),
        838,
        410,
        1.45,
        "",
        (-92, -56),
        (30, 104),
        open_hands=True,
    )
    return (
        back + land.warm_light(600, 400, 330, "#FFF6DE") + asks + hears + land.waves(470, 356, 1.0)
    )


def scene_oops(fluent: Fluent) -> str:
    back = (
        indoors.room("#F9E9CC", y=440)
        + indoors.window(910, 240, 220, 210)
        + indoors.table(440)
        + indoors.cloth(470, 240, 60, 1140, ("#FFF9EF", "#EADBC0"))
    )
    spill = path(
        "M520 610C470 560 560 540 640 556C720 540 860 560 850 606C900 640 800 690 700 668C640 700 520 690 540 650C500 650 500 626 520 610Z",
        "#B5662A",
        opacity=0.85,
    ) + stroke("M580 590C620 576 680 578 720 584", "#E0A163", 9)
    cup = shadow(470, 632, 96, 18, 0.3) + group(tools.bowl_of_tea(), 470, 560, 1.35, 72)
    drops = "".join(
        circle(x, y, r, "#B5662A", opacity=0.85)
        for x, y, r in ((900, 560, 14), (930, 610, 9), (870, 690, 12))
    )
    pot = shadow(290, 560, 110, 16, 0.3) + fluent.icon("teapot", 290, 460, 250)
    bread = shadow(960, 520, 100, 14, 0.3) + group(lying_nang(), 940, 490, 1.0)
    return back + bread + pot + spill + drops + cup


SCENES: dict[str, Drawing] = {
    "scene-paid": plain(scene_paid),
    "scene-three-heaps": plain(scene_three_heaps),
    "scene-price-tag": plain(scene_price_tag),
    "scene-welcome": plain(scene_welcome),
    "scene-help": plain(scene_help),
    "scene-oops": scene_oops,
}
